import { type Control, ControlError, noPayment } from "./control.ts";
import { controlPage } from "./control-page.ts";
import { isNoticeFault, noticeFaults } from "./faulty-notice.ts";
import { knobNames, type Knobs, readKnobs } from "./knobs.ts";
import { isOutcomeName, isReview, outcomeNames, reviewNames } from "./outcomes.ts";
import type { Locale } from "./pay-request.ts";
import { readForm } from "./raw-query.ts";
import { isRefundStatus } from "./refund.ts";
import { type Asked, json, page, redirect, type Reply } from "./reply.ts";
import { isTerminalState, isWebAddress, SettingError, terminalStates } from "./terminal.ts";

type Given = Readonly<Record<string, unknown>>;
type Verb = (control: Control, given: Given, subject: string) => unknown;

/** Each line is one route: what is asked, of which subject, and what is answered. */
const routes: readonly (readonly [method: string, path: RegExp, verb: Verb])[] = [
  ["GET", /^\/control\/clock$/, (control) => control.clock()],
  ["POST", /^\/control\/clock$/, setClock],
  ["GET", /^\/control\/knobs$/, (control, given) => control.knobs(reference(given))],
  ["POST", /^\/control\/knobs$/, setKnobs],
  ["DELETE", /^\/control\/knobs$/, forgetKnobs],
  ["POST", /^\/control\/knobs\/forget$/, forgetKnobs],
  ["GET", /^\/control\/payments$/, (control) => control.payments()],
  ["GET", /^\/control\/payments\/([^/]+)$/, (control, _, txnRef) => control.payment(txnRef) ?? missing(txnRef)],
  ["POST", /^\/control\/payments\/([^/]+)\/outcome$/, decide],
  ["POST", /^\/control\/payments\/([^/]+)\/review$/, review],
  ["POST", /^\/control\/payments\/([^/]+)\/ipn$/, sendIpn],
  ["GET", /^\/control\/notices$/, (control) => control.notices()],
  ["GET", /^\/control\/deliveries$/, (control, given) => control.deliveries(reference(given))],
  ["GET", /^\/control\/refunds$/, (control) => control.refunds()],
  ["POST", /^\/control\/refunds\/(\d{1,15})$/, moveRefund],
  ["POST", /^\/control\/terminals\/([A-Za-z0-9]{8})\/ipn$/, sendParameters],
  ["GET", /^\/control\/terminals$/, (control) => control.terminals()],
  ["POST", /^\/control\/terminals\/([A-Za-z0-9]{8})$/, changeTerminal],
  ["POST", /^\/control\/release$/, (control) => ({ released: control.release() })],
  ["POST", /^\/control\/settle$/, async (control) => (await control.settled(), { settled: true })],
];

/** Serves /control and below. The same routes take JSON from tests and forms from the control page. */
export async function answerControl(control: Control, asked: Asked): Promise<Reply> {
  if (asked.path === "/control" || asked.path === "/control/") {
    const { lang, problem } = Object.fromEntries(readForm(asked.query));
    return asked.method === "GET" ? page(200, controlPage(control, localeOf(lang) ?? usualLocale(asked), problem ?? null)) : methodNotAllowed;
  }
  const isForm = String(asked.headers["content-type"] ?? "").startsWith("application/x-www-form-urlencoded");
  const lang = isForm ? localeOf(readForm(asked.body).get("lang")) : undefined;
  const back = (problem?: string): Reply => {
    const query = new URLSearchParams({ ...(lang !== undefined && { lang }), ...(problem !== undefined && { problem: problem.slice(0, longestProblem) }) }).toString();
    return redirect(query === "" ? "/control" : `/control?${query}`, 303);
  };
  try {
    const answered = await answerRoute(control, asked, isForm);
    return isForm && answered.status === 200 ? back() : answered;
  } catch (error) {
    if (!(error instanceof ControlError || error instanceof SettingError)) throw error;
    if (!isForm) return json(400, { error: error.message });
    return back(lang === "vn" && error instanceof ControlError ? error.vi : error.message);
  }
}

/** A refusal repeats what it was given, and travels in a header, which must stay short. */
const longestProblem = 300;

const localeOf = (lang: string | undefined): Locale | undefined => (lang === "vn" || lang === "en" ? lang : undefined);

/** Before anybody has chosen a language the browser's own first one decides. */
const usualLocale = ({ headers }: Asked): Locale => (/^\s*vi\b/i.test(String(headers["accept-language"] ?? "")) ? "vn" : "en");

const methodNotAllowed = json(405, { error: "This address does not take that method." });

async function answerRoute(control: Control, asked: Asked, isForm: boolean): Promise<Reply> {
  const here = routes.filter(([, path]) => path.test(asked.path));
  const route = here.find(([method]) => method === asked.method);
  if (route === undefined) return here.length > 0 ? methodNotAllowed : json(404, { error: "The control API has no such address; see the README." });
  const [, path, verb] = route;
  const given = asked.method === "POST" && !isForm ? readJson(asked.body) : readFields(isForm ? asked.body : asked.query);
  return json(200, await verb(control, given, readSubject(path.exec(asked.path)?.[1] ?? "")));
}

/** `lang` belongs to the page and is no wish of the control API. */
function readFields(raw: string): Given {
  const fields = readForm(raw);
  fields.delete("lang");
  return Object.fromEntries(fields);
}

function readSubject(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return missing(encoded);
  }
}

function readJson(body: string): Given {
  if (body.trim() === "") return {};
  try {
    const given: unknown = JSON.parse(body);
    if (typeof given === "object" && given !== null && !Array.isArray(given)) return given as Given;
  } catch {
    // falls through: whatever is wrong with it, the cure is the same
  }
  throw new ControlError("Send a JSON object.", "Hãy gửi một đối tượng JSON.");
}

function missing(txnRef: string): never {
  throw new ControlError(...noPayment(txnRef));
}

const reference = ({ txnRef }: Given): string | null => (typeof txnRef === "string" && txnRef !== "" ? txnRef : null);

const wholeNumber = (value: unknown): number | null => {
  const number = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) ? number : null;
};

function setClock(control: Control, given: Given): unknown {
  const offset = wholeNumber(given["offsetMs"]);
  const advance = wholeNumber(given["advanceMs"]) ?? ((wholeNumber(given["advanceMinutes"]) ?? 0) * 60_000 || null);
  if (offset !== null) control.setClock(offset);
  else if (advance !== null) control.advanceClock(advance);
  else throw new ControlError("Give offsetMs, advanceMs or advanceMinutes, a whole number.", "Cần offsetMs, advanceMs hoặc advanceMinutes, một số nguyên.");
  return control.clock();
}

function setKnobs(control: Control, given: Given): Knobs {
  const { txnRef: _, ...wished } = given;
  const unknown = Object.keys(wished).find((name) => !(knobNames as readonly string[]).includes(name));
  if (unknown !== undefined) throw new ControlError(`There is no knob "${unknown}". Knobs: ${knobNames.join(", ")}.`, `Không có núm “${unknown}”. Có: ${knobNames.join(", ")}.`);
  const turned = readKnobs(wished);
  if (turned === null) throw new ControlError("A knob has a value it cannot take; see the README.", "Một núm có giá trị không hợp lệ; xem README.");
  control.turnKnobs(turned, reference(given));
  return control.knobs(reference(given));
}

function forgetKnobs(control: Control, given: Given): Knobs {
  control.forgetKnobs(reference(given));
  return control.knobs(reference(given));
}

function decide(control: Control, { outcome }: Given, txnRef: string): unknown {
  if (!isOutcomeName(outcome)) throw new ControlError(`Give outcome, one of ${outcomeNames.join(", ")}.`, `Cần outcome, một trong: ${outcomeNames.join(", ")}.`);
  return control.decide(txnRef, outcome);
}

function review(control: Control, { review: end }: Given, txnRef: string): unknown {
  if (!isReview(end)) throw new ControlError(`Give review, one of ${reviewNames.join(", ")}.`, `Cần review, một trong: ${reviewNames.join(", ")}.`);
  return control.review(txnRef, end);
}

async function sendIpn(control: Control, { fault }: Given, txnRef: string): Promise<unknown> {
  if (fault === undefined || fault === "") await control.sendAgain(txnRef);
  else if (isNoticeFault(fault)) await control.sendFaulty(txnRef, fault);
  else throw new ControlError(`fault must be one of ${noticeFaults.join(", ")}, or absent.`, `fault phải là một trong: ${noticeFaults.join(", ")}, hoặc bỏ trống.`);
  return control.deliveries(txnRef)[0];
}

async function sendParameters(control: Control, given: Given, tmnCode: string): Promise<unknown> {
  const entries = Object.entries(given);
  if (!entries.every((entry): entry is [string, string] => typeof entry[1] === "string")) throw new ControlError("Every parameter must be text.", "Mọi tham số phải là chữ.");
  await control.sendParameters(tmnCode, Object.fromEntries(entries));
  return control.deliveries()[0];
}

function moveRefund(control: Control, { status }: Given, id: string): unknown {
  if (!isRefundStatus(status)) throw new ControlError("Give status: 06, 00 or 09.", "Cần status: 06, 00 hoặc 09.");
  return control.moveRefund(Number(id), status);
}

function changeTerminal(control: Control, { ipnUrl, state }: Given, tmnCode: string): unknown {
  if (ipnUrl === undefined && state === undefined) throw new ControlError("Give ipnUrl, state or both.", "Cần ipnUrl, state hoặc cả hai.");
  if (state !== undefined && !isTerminalState(state)) {
    throw new ControlError(`state must be one of ${terminalStates.join(", ")}.`, `state phải là một trong: ${terminalStates.join(", ")}.`);
  }
  if (ipnUrl !== undefined && ipnUrl !== "" && (typeof ipnUrl !== "string" || !isWebAddress(ipnUrl))) {
    throw new ControlError("ipnUrl must start with http:// or https://, or be empty for none.", "ipnUrl phải bắt đầu bằng http:// hoặc https://, hoặc để trống.");
  }
  control.changeTerminal(tmnCode, {
    ...(ipnUrl !== undefined && { ipnUrl: ipnUrl === "" ? undefined : ipnUrl }),
    ...(state !== undefined && { state }),
  });
  return control.terminals().find((terminal) => terminal.tmnCode === tmnCode);
}
