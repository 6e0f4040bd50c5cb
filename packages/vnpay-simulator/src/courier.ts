import type { Books } from "./books.ts";
import type { Clock } from "./clock.ts";
import type { Terminal } from "./terminal.ts";

/** A signed text that must reach a merchant. It is a row before it is a request, so a restart loses none. */
export interface Notice {
  readonly id: number;
  readonly paymentId: number | null;
  readonly tmnCode: string;
  /** `result` is the genuine one; every other kind was asked for by a developer. */
  readonly kind: string;
  readonly query: string;
  readonly dueAt: number;
  readonly calls: number;
  readonly mostCalls: number;
  readonly state: "waiting" | "done" | "given_up";
}

/** One call of a notice and what the merchant said to it. */
export interface Delivery {
  readonly id: number;
  readonly noticeId: number;
  readonly call: number;
  readonly url: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly httpStatus: number | null;
  readonly answer: string | null;
  readonly verdict: string;
}

interface Answer {
  readonly httpStatus: number | null;
  readonly text: string | null;
  readonly verdict: string;
  readonly isRecorded: boolean;
}

interface CourierParts {
  readonly books: Books;
  readonly clock: Clock;
  readonly terminals: ReadonlyMap<string, Terminal>;
  readonly log: (line: string) => void;
  readonly timeoutMs: number;
}

export const callsOfAResult = 10;
export const retryAfterMs = 5 * 60 * 1000;
const longestAnswer = 4096;
/** A notice that is overdue here could not be written down a moment ago (a full disk): wait before trying again. */
const shortestTimerMs = 1000;
const longestTimerMs = 60 * 60 * 1000;

/**
 * Carries notices to merchants: at once, again every five minutes on the simulator's clock, ten calls
 * in all. Only RspCode 00 and 02 in a 2xx answer end a notice; everything else means "not recorded".
 */
export class Courier {
  readonly #parts: CourierParts;
  readonly #underWay = new Map<number, Promise<void>>();
  readonly #stopping = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: CourierParts) {
    this.#parts = parts;
  }

  /** Writes a notice down. Call it inside the transaction that records why there is one. */
  schedule(notice: Pick<Notice, "paymentId" | "tmnCode" | "kind" | "query" | "dueAt" | "mostCalls">): number {
    const { paymentId, tmnCode, kind, query, dueAt, mostCalls } = notice;
    return this.#parts.books.run(
      "insert into notices (paymentId, tmnCode, kind, query, dueAt, mostCalls) values (?, ?, ?, ?, ?, ?)",
      paymentId, tmnCode, kind, query, dueAt, mostCalls,
    ).lastId;
  }

  /** Starts every call that is due by the simulator's clock, and sets the alarm for the next one. */
  sendDue(): void {
    if (this.#stopping.signal.aborted) return;
    const { books, clock } = this.#parts;
    const due = books.rows<{ id: number }>("select id from notices where state = 'waiting' and dueAt <= ? order by dueAt, id", clock.now());
    for (const { id } of due) void this.send(id);
    this.#setAlarm();
  }

  /** Makes one call of a notice; resolves when the merchant has answered or failed to. Never rejects. */
  send(noticeId: number): Promise<void> {
    const already = this.#underWay.get(noticeId);
    if (already !== undefined) return already;
    const call = this.#call(noticeId)
      .catch((error: unknown) => this.#parts.log(`IPN notice ${noticeId} stays due: ${String(error)}`))
      .finally(() => {
        this.#underWay.delete(noticeId);
        if (!this.#stopping.signal.aborted) this.#setAlarm();
      });
    this.#underWay.set(noticeId, call);
    return call;
  }

  /** Resolves when no call is under way. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay.values());
  }

  /** Breaks off what is under way. Those notices stay due, and the next start sends them. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#stopping.abort();
    await this.settled();
  }

  async #call(noticeId: number): Promise<void> {
    const { books, clock, terminals, log } = this.#parts;
    const notice = books.row<Notice>("select * from notices where id = ? and state = 'waiting'", noticeId);
    if (notice === undefined || this.#stopping.signal.aborted) return;
    const address = terminals.get(notice.tmnCode)?.ipnUrl;
    const url = address === undefined ? "" : withQuery(address, notice.query);
    const call = notice.calls + 1;
    const deliveryId = books.together(() => {
      books.run("update notices set calls = ? where id = ?", call, noticeId);
      return books.run(
        "insert into deliveries (noticeId, call, url, startedAt, verdict) values (?, ?, ?, ?, 'no answer was recorded')",
        noticeId, call, url, clock.now(),
      ).lastId;
    });
    const answer = await this.#ask(url);
    if (this.#stopping.signal.aborted) return;
    const isLast = call >= notice.mostCalls;
    books.together(() => {
      books.run(
        "update deliveries set endedAt = ?, httpStatus = ?, answer = ?, verdict = ? where id = ?",
        clock.now(), answer.httpStatus, answer.text, answer.verdict, deliveryId,
      );
      const state = answer.isRecorded ? "done" : isLast ? "given_up" : "waiting";
      books.run("update notices set state = ?, dueAt = ? where id = ? and state = 'waiting'", state, clock.now() + retryAfterMs, noticeId);
    });
    const next = answer.isRecorded ? "" : isLast ? "; no further call" : "; again in 5 minutes";
    log(`IPN ${notice.kind} of notice ${noticeId}, call ${call}: ${answer.verdict}${next}`);
  }

  async #ask(url: string): Promise<Answer> {
    const failed = (verdict: string): Answer => ({ httpStatus: null, text: null, verdict, isRecorded: false });
    if (url === "") return failed("no IPN address is registered for this terminal");
    const timeout = AbortSignal.timeout(this.#parts.timeoutMs);
    try {
      const response = await fetch(url, { redirect: "manual", signal: AbortSignal.any([timeout, this.#stopping.signal]) });
      return judge(response.status, await firstCharacters(response));
    } catch (error) {
      if (timeout.aborted) return failed(`no answer within ${this.#parts.timeoutMs / 1000} s`);
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      return failed(`not reached: ${cause instanceof Error ? cause.message : String(cause)}`);
    }
  }

  #setAlarm(): void {
    clearTimeout(this.#timer);
    const { books, clock } = this.#parts;
    const waiting = books.rows<{ id: number; dueAt: number }>("select id, dueAt from notices where state = 'waiting' order by dueAt limit 100");
    const next = waiting.find(({ id }) => !this.#underWay.has(id));
    if (next === undefined) return;
    const delay = Math.min(Math.max(next.dueAt - clock.now(), shortestTimerMs), longestTimerMs);
    this.#timer = setTimeout(() => this.sendDue(), delay);
    this.#timer.unref();
  }
}

const withQuery = (address: string, query: string): string => `${address}${address.includes("?") ? "&" : "?"}${query}`;

function judge(httpStatus: number, text: string): Answer {
  const refused = (verdict: string): Answer => ({ httpStatus, text, verdict, isRecorded: false });
  if (httpStatus < 200 || httpStatus > 299) return refused(`HTTP ${httpStatus}`);
  const code = rspCode(text);
  if (code === null) return refused("the answer is not JSON with RspCode");
  if (code !== "00" && code !== "02") return refused(`RspCode ${code}: not recorded`);
  return { httpStatus, text, verdict: code === "00" ? "RspCode 00: recorded" : "RspCode 02: was already recorded", isRecorded: true };
}

function rspCode(text: string): string | null {
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer !== "object" || answer === null || !("RspCode" in answer)) return null;
    return typeof answer.RspCode === "string" ? answer.RspCode.slice(0, 20) : null;
  } catch {
    return null;
  }
}

/** Reads as much as an honest answer can need, so that a merchant answering for ever does not fill our memory. */
async function firstCharacters(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > longestAnswer) break;
  }
  return text.slice(0, longestAnswer);
}
