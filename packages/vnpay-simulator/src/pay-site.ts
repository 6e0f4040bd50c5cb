import { bankNamed } from "./banks.ts";
import { decidePayment, isMethod, returnAddress } from "./decide-payment.ts";
import type { Gateway } from "./gateway.ts";
import { knobsFor } from "./knobs.ts";
import { isOutcomeName, type OutcomeName } from "./outcomes.ts";
import * as pages from "./pay-pages.ts";
import { asksForQr, type PayRefusal, readPayRequest, type Refused } from "./pay-request.ts";
import { chooseBank, countTry, isLapsed, openPayment, type Payment, paymentWithToken } from "./payment.ts";
import { qrContent } from "./qr-content.ts";
import { readForm } from "./raw-query.ts";
import { type Asked, json, page, redirect, type Reply, returnOrigins } from "./reply.ts";
import { cardNumbered, type TestCard } from "./test-cards.ts";
import { readWrongs, texts, wrongName, wrongWords } from "./text.ts";

const mostTries = 3;

const refused = (code: PayRefusal): Reply => redirect(`/paymentv2/Payment/Error.html?code=${code}`);
const notFound = (): Reply => page(404, pages.notFoundPage());

/** GET /paymentv2/vpcpay.html: a shop sends its customer, or asks for a QR code to show on its own page. */
export async function arrive(gateway: Gateway, asked: Asked): Promise<Reply> {
  const isQr = asksForQr(asked.query);
  const request = readPayRequest(asked.query, gateway.terminals);
  if ("wrong" in request) return turnAway(gateway, request, isQr);
  const payment = openPayment(gateway, request);
  if (typeof payment === "string") return turnAway(gateway, { code: payment, txnRef: request.txnRef, wrong: [] }, isQr);
  if (isQr) return handOverQr(gateway, payment);
  const { decide } = knobsFor(gateway.books, payment.txnRef);
  if (decide !== "by-hand") return end(gateway, sceneOf(gateway, payment), decide);
  return drawn(payment, pages.payPage(sceneOf(gateway, payment)));
}

/** VNPAY would say only the code; what is wrong in detail is our own addition, in the log and on the error page. */
function turnAway({ log }: Gateway, { code, txnRef, wrong }: Refused, isQr: boolean): Reply {
  const sentences = [texts.en.errors[code], ...wrong.map((one) => wrongWords(one, "en"))];
  log(`Pay request ${txnRef ?? "?"} refused with code ${code}: ${sentences.join(" ")}`);
  if (isQr) return json(200, { code, message: sentences.join(" "), qrcontent: "" });
  return wrong.length === 0 ? refused(code) : redirect(`/paymentv2/Payment/Error.html?code=${code}&wrong=${wrong.map(wrongName).join(",")}`);
}

/** A merchant cannot be told of a result before it has its code: an IPN that would precede the return comes after it here. */
async function handOverQr(gateway: Gateway, payment: Payment): Promise<Reply> {
  const knobs = knobsFor(gateway.books, payment.txnRef);
  if (knobs.decide !== "by-hand") {
    await decidePayment(gateway, payment, knobs.decide, { ...knobs, ipn: knobs.ipn === "before-return" ? "return-first" : knobs.ipn });
  }
  return json(200, { code: "00", message: "success", qrcontent: qrContent(payment) });
}

/** GET /paymentv2/Payment/Error.html */
export function explainError({ query }: Asked): Reply {
  const form = readForm(query);
  const code = form.get("code") ?? "";
  const isKnown = Object.hasOwn(texts.vn.errors, code);
  return page(200, pages.errorPage(isKnown ? (code as keyof typeof texts.vn.errors) : "99", code === "03" ? readWrongs(form.get("wrong") ?? "") : []));
}

/** Everything under /paymentv2/pay/TOKEN: the customer's way through one payment. */
export async function walk(gateway: Gateway, asked: Asked, token: string, step: string): Promise<Reply> {
  const payment = paymentWithToken(gateway, token);
  if (payment === undefined) return notFound();
  if (payment.outcome !== null) return comeBack(gateway, payment, asked);
  if (isLapsed(payment, gateway.clock.now())) return refused("15");
  return asked.method === "POST" ? press(gateway, payment, asked, step) : show(gateway, payment, asked, step);
}

const sceneOf = ({ terminals, clock }: Gateway, payment: Payment, parameters: ReadonlyMap<string, string> = new Map(), step = ""): pages.Scene => {
  const lang = parameters.get("lang");
  return {
    payment,
    merchantName: terminals.get(payment.tmnCode)?.merchantName ?? payment.tmnCode,
    locale: lang === "vn" || lang === "en" ? lang : payment.locale,
    now: clock.now(),
    place: placeOf(step, parameters),
  };
};

/** Where the customer is, for links that must lead back here. Only what we would have written ourselves is kept. */
function placeOf(step: string, parameters: ReadonlyMap<string, string>): pages.Place {
  const asked = step === "/cancel" ? `/${parameters.get("from") ?? ""}` : step;
  const known = pages.steps.find((name) => name === asked) ?? "";
  const bank = parameters.get("bank");
  const bankCode = known === "/card" && (bank === "INTCARD" || bankNamed(bank) !== undefined) ? bank : undefined;
  return { step: known, bank: bankCode, isCancelling: step === "/cancel" };
}

const drawn = (payment: Payment, body: string): Reply => page(200, body, returnOrigins(payment.returnUrl));

function show(gateway: Gateway, payment: Payment, { query }: Asked, step: string): Reply {
  const parameters = readForm(query);
  const scene = sceneOf(gateway, payment, parameters, step);
  const card = cardNumbered(payment.cardNumber);
  switch (step) {
    case "": return drawn(payment, pages.payPage(scene));
    case "/qr": return drawn(payment, pages.qrPage(scene));
    case "/bank": return drawn(payment, pages.bankPage(scene));
    case "/card": return drawn(payment, pages.cardPage(scene, bankOf(payment, parameters), cardNumbered(parameters.get("fill") ?? null) ?? pages.emptyCard, null));
    case "/otp": return card === undefined ? redirect(pages.payPath(scene)) : drawn(payment, pages.otpPage(scene, card, payment.otpTries > 0));
    case "/cancel": return drawn(payment, pages.cancelPage(scene));
    default: return notFound();
  }
}

/** The bank whose card form is open; null means an international card. */
function bankOf(payment: Payment, parameters: ReadonlyMap<string, string>): string | null {
  if (payment.fixedBankCode === "INTCARD") return null;
  if (payment.fixedBankCode !== null && !isMethod(payment.fixedBankCode)) return payment.fixedBankCode;
  const asked = parameters.get("bank");
  return asked === "INTCARD" && payment.fixedBankCode === null ? null : (bankNamed(asked)?.code ?? "NCB");
}

async function press(gateway: Gateway, payment: Payment, { query, body }: Asked, step: string): Promise<Reply> {
  const form = readForm(body);
  const parameters = readForm(query);
  const scene = sceneOf(gateway, payment, parameters, step);
  switch (step) {
    case "/qr": return end(gateway, scene, "success");
    case "/cancel": return end(gateway, scene, "cancel");
    case "/outcome": {
      const outcome = form.get("outcome");
      return isOutcomeName(outcome) ? end(gateway, scene, outcome) : redirect(pages.payPath(scene), 303);
    }
    case "/card": return enterCard(gateway, scene, form, bankOf(payment, parameters));
    case "/otp": return enterPassword(gateway, scene, form.get("otp") ?? "");
    default: return notFound();
  }
}

async function enterCard(gateway: Gateway, scene: pages.Scene, form: ReadonlyMap<string, string>, bank: string | null): Promise<Reply> {
  const { payment } = scene;
  const entry: pages.CardEntry = {
    number: (form.get("number") ?? "").replace(/[\s-]/g, "").slice(0, 23),
    holder: (form.get("holder") ?? "").trim().slice(0, 60),
    date: (form.get("date") ?? "").trim().slice(0, 5),
    cvv: (form.get("cvv") ?? "").trim().slice(0, 4),
  };
  const card = cardNumbered(entry.number);
  const problem = problemWith(card, entry, bank);
  if (card === undefined || problem !== null) {
    if (countTry(gateway, payment, "cardTries") > mostTries) return end(gateway, scene, "details");
    return drawn(payment, pages.cardPage(scene, bank, entry, problem ?? "cardUnknown"));
  }
  chooseBank(gateway, payment, bank ?? card.bank, bank === null ? card.bank : "ATM", card.number);
  return card.after === "at_once" ? end(gateway, scene, card.outcome) : redirect(pages.payPath(scene, "/otp"), 303);
}

function problemWith(card: TestCard | undefined, entry: pages.CardEntry, bank: string | null): pages.CardProblem | null {
  if (card === undefined || card.kind !== (bank === null ? "international" : "domestic")) return "cardUnknown";
  if (card.after === "refused_on_form") return "cardExpired";
  const isRight = entry.holder.toUpperCase() === card.holder && entry.date === card.date && entry.cvv === card.cvv;
  return isRight ? null : "cardMismatch";
}

async function enterPassword(gateway: Gateway, scene: pages.Scene, otp: string): Promise<Reply> {
  const { payment } = scene;
  const card = cardNumbered(payment.cardNumber);
  if (card === undefined) return redirect(pages.payPath(scene), 303);
  if (otp.trim() === card.otp) return end(gateway, scene, card.outcome);
  if (countTry(gateway, payment, "otpTries") > mostTries) return end(gateway, scene, "otp");
  return redirect(pages.payPath(scene, "/otp"), 303);
}

/** The outcome is in the books before the customer sees anything of it. */
async function end(gateway: Gateway, scene: pages.Scene, outcome: OutcomeName): Promise<Reply> {
  return sendBack(gateway, { ...scene, payment: await decidePayment(gateway, scene.payment, outcome) });
}

/** Who paid in a banking app, or closed the tab, is told so; everybody else goes back to the merchant. */
function sendBack(gateway: Gateway, scene: pages.Scene): Reply {
  const { payment } = scene;
  const terminal = gateway.terminals.get(payment.tmnCode);
  if (payment.command === "genqr") return drawn(payment, pages.appDonePage(scene));
  if (terminal === undefined || knobsFor(gateway.books, payment.txnRef).return === "never") return drawn(payment, pages.tabClosedPage(scene));
  return redirect(returnAddress(payment, terminal));
}

/** A decided payment opened again: a button pressed twice goes back once more, a reload is told that it is over. */
function comeBack(gateway: Gateway, payment: Payment, { method, query }: Asked): Reply {
  const scene = sceneOf(gateway, payment, readForm(query));
  if (method === "POST") return sendBack(gateway, scene);
  const terminal = gateway.terminals.get(payment.tmnCode);
  if (terminal === undefined) return notFound();
  return drawn(payment, pages.endedPage(scene, payment.command === "genqr" ? null : returnAddress(payment, terminal)));
}
