import { randomBytes } from "node:crypto";
import type { AttemptNews, Dong, RefundNews } from "@xudong/domain";
import type { WaitsFor } from "../settle-attempt.ts";
import { isTransactionNo, querydrBody, readAnswer, refundBody, type ApiCommand, type Disbelief, type VnpayAnswer } from "./api-message.ts";
import { judgePayment, judgeRefund, judgeRefundQuery, type AnswerCodes, type Judgement, type WhySilent } from "./codes.ts";
import { dongOf, type VnpayTerminal } from "./message.ts";

/** Whoever speaks to VNPAY for one of our terminals. */
export type VnpayCaller = {
  terminal: VnpayTerminal;
  /** Default: the platform's own. */
  fetch?: typeof fetch;
  /** How long an answer may take, from the first byte sent to the last byte read. Default 10 s. */
  timeoutMs?: number;
  /** The address our server calls from. */
  ipAddr?: string;
};

/** An attempt as a question names it. */
export type VnpayQuestion = {
  gatewayRef: string;
  gatewayCreatedOn: string;
  now: Date;
  transactionNo?: string;
  /** Where the attempt was opened; an attempt of another terminal than the caller's is not asked about here. */
  terminal?: string;
};

/** What VNPAY told of a payment; `silent` with a reason where nothing it sent can be believed. */
export type VnpayTold = {
  news: AttemptNews;
  amountDong: Dong | undefined;
  responseCode: string | null;
  transactionNo: string | null;
  bankCode: string | null;
  /** The verified answer as it came; empty where none was believed. */
  fields: Readonly<Record<string, string>>;
  why?: WhySilent;
  /** Set where a person must look, whatever else is heard. */
  needsPerson?: WaitsFor;
};

/** What VNPAY told of a refund. Its number is the refund's own, never the payment's. */
export type RefundTold = {
  news: RefundNews;
  responseCode: string | null;
  transactionNo: string | null;
  fields: Readonly<Record<string, string>>;
  why?: WhySilent;
  needsPerson?: WaitsFor;
};

/** A number for one request: VNPAY wants it unlike any other of the day, and a clock or a counter would repeat. */
export function newRequestId(): string {
  return randomBytes(16).toString("hex");
}

/** Asks VNPAY what became of a payment (querydr). Never throws: whatever goes wrong is silence, with a reason (P4). */
export async function askVnpay(caller: VnpayCaller, question: VnpayQuestion): Promise<VnpayTold> {
  const heard = await ask(caller, question, question.transactionNo);
  if ("refused" in heard) return { ...nothing(heard), amountDong: undefined, bankCode: null };
  const { answer, codes } = heard;
  const judgement = judgePayment(codes);
  return {
    ...judgement,
    amountDong: dongOf(answer["vnp_Amount"]),
    responseCode: codes.responseCode,
    transactionNo: numberOf(answer),
    bankCode: answer["vnp_BankCode"] ?? null,
    fields: answer,
  };
}

/** A refund as it is sent: the whole payment, under a number of ours that is the same at every sending. */
export type VnpayRefundOrder = {
  gatewayRef: string;
  gatewayCreatedOn: string;
  /** VNPAY's number of the payment, where it is known. */
  transactionNo: string | null;
  amountDong: Dong;
  requestId: string;
  now: Date;
  reason: string;
  createdBy: string;
  terminal?: string;
};

/**
 * Tells VNPAY to give a whole payment back. Silence means that it may have happened: it is asked about, and sent again
 * only under the same number (P3). Never throws for anything VNPAY does.
 */
export async function sendVnpayRefund(caller: VnpayCaller, order: VnpayRefundOrder): Promise<RefundTold> {
  const { terminal, ipAddr = loopback } = caller;
  const request = { ...order, ipAddr, about: `Hoan tien giao dich ${order.gatewayRef} ${order.reason}` };
  // The number stays the same at the second try: were the first one taken on after all, VNPAY says so (94).
  const heard = await call(caller, "refund", order, (secret) => refundBody(terminal.tmnCode, secret, request));
  if ("refused" in heard) return nothing(heard);
  const judgement = judgeRefund(heard.codes);
  // Under doubt a refusal may mean no more than that the first sending was taken on.
  const isProven = judgement.news !== "refused" || !heard.isUnderDoubt;
  return refundTold(heard, isProven ? judgement : { news: "silent", why: "signature_refused" }, order.amountDong);
}

/** A refund as a question names it. */
export type VnpayRefundQuestion = {
  gatewayRef: string;
  gatewayCreatedOn: string;
  /** VNPAY's number of the refund itself, where it is known. */
  refundTransactionNo: string | null;
  amountDong: Dong;
  now: Date;
  terminal?: string;
};

/** Asks VNPAY what became of a refund (querydr). Never throws. */
export async function askVnpayRefund(caller: VnpayCaller, question: VnpayRefundQuestion): Promise<RefundTold> {
  const heard = await ask(caller, question, question.refundTransactionNo);
  if ("refused" in heard) return nothing(heard);
  return refundTold(heard, judgeRefundQuery(heard.codes, isTransactionNo(question.refundTransactionNo)), question.amountDong);
}

/** A refund of ours is the whole payment. One of another sum is somebody else's, and only a person knows what it means. */
function refundTold({ answer, codes }: Heard, judgement: Judgement<RefundNews>, amountDong: Dong): RefundTold {
  const namesRefund = codes.responseCode === "00" && judgement.news !== "absent" && judgement.news !== "silent";
  const isOther = namesRefund && dongOf(answer["vnp_Amount"]) !== amountDong;
  const told: Judgement<RefundNews> = isOther ? { news: "silent", why: "other_amount", needsPerson: "wrong_amount" } : judgement;
  const isOwnNumber = namesRefund && !isOther && codes.transactionType !== "01";
  return { ...told, responseCode: codes.responseCode, transactionNo: isOwnNumber ? numberOf(answer) : null, fields: answer };
}

const numberOf = (answer: VnpayAnswer): string | null => (isTransactionNo(answer["vnp_TransactionNo"]) ? answer["vnp_TransactionNo"] : null);

type Nothing = { news: "silent"; why: WhySilent; responseCode: null; transactionNo: null; fields: Readonly<Record<string, string>>; needsPerson?: WaitsFor };

function nothing({ refused }: Disbelief): Nothing {
  const silence: Nothing = { news: "silent", why: refused, responseCode: null, transactionNo: null, fields: {} };
  return refused === "not_our_terminal" ? { ...silence, needsPerson: "other_terminal" } : silence;
}

const loopback = "127.0.0.1";

type Question = { gatewayRef: string; gatewayCreatedOn: string; now: Date; terminal?: string };

function ask(caller: VnpayCaller, question: Question, transactionNo: string | null | undefined): Promise<Heard | Disbelief> {
  const { terminal, ipAddr = loopback } = caller;
  const { gatewayRef, gatewayCreatedOn, now } = question;
  const about = `Hoi ket qua giao dich ${gatewayRef}`;
  return call(caller, "querydr", question, (secret) => querydrBody(terminal.tmnCode, secret, { requestId: newRequestId(), gatewayRef, gatewayCreatedOn, now, ipAddr, about, transactionNo }));
}

type Heard = {
  answer: VnpayAnswer;
  codes: AnswerCodes;
  /** An answer before this one, to the same request, proved nothing: it may have been taken on nevertheless. */
  isUnderDoubt?: boolean;
};

/**
 * One question and what came of it. While VNPAY and we change the secret at different moments, it may not know the
 * newest yet: where it says 97, the question is signed once more with the one before. An unsigned 97 proves nothing,
 * but it costs no more than that second try.
 */
async function call(caller: VnpayCaller, command: ApiCommand, asked: Question, bodyFor: (secret: string) => string): Promise<Heard | Disbelief> {
  const { terminal } = caller;
  if (asked.terminal !== undefined && asked.terminal !== terminal.tmnCode) return { refused: "not_our_terminal", claimedCode: "" };
  const [newest = "", previous] = terminal.hashSecrets;
  const first = await post(caller, command, asked.gatewayRef, bodyFor(newest));
  const isUnderDoubt = "refused" in first;
  const code = isUnderDoubt ? first.claimedCode : first.codes.responseCode;
  if (code !== "97" || previous === undefined) return first;
  return { ...(await post(caller, command, asked.gatewayRef, bodyFor(previous))), isUnderDoubt };
}

async function post(caller: VnpayCaller, command: ApiCommand, gatewayRef: string, body: string): Promise<Heard | Disbelief> {
  const came = await send(caller, body);
  if ("refused" in came) return { ...came, claimedCode: "" };
  const read = readAnswer(came.body, command, gatewayRef, caller.terminal);
  if ("refused" in read) return read;
  const { answer } = read;
  return {
    answer,
    codes: { responseCode: answer["vnp_ResponseCode"] ?? "", transactionType: answer["vnp_TransactionType"] ?? "", transactionStatus: answer["vnp_TransactionStatus"] ?? "" },
  };
}

/** An answer of VNPAY's has some hundred bytes; more than this is something else. */
const largestBody = 64 * 1024;

async function send({ terminal, fetch: callOut = fetch, timeoutMs = 10_000 }: VnpayCaller, body: string): Promise<{ body: string } | { refused: WhySilent }> {
  const patience = AbortSignal.timeout(timeoutMs);
  try {
    return await within(patience, async () => {
      // A signed request goes to the address that was configured and to no other.
      const response = await callOut(terminal.apiUrl, { method: "POST", headers: { "content-type": "application/json" }, body, redirect: "error", signal: patience });
      if (response.status !== 200) {
        response.body?.cancel().catch(() => undefined); // a broken one ends by itself
        return { refused: "http_status" };
      }
      const text = await readAtMost(response, largestBody);
      return text === undefined ? { refused: "too_large" } : { body: text };
    });
  } catch {
    return { refused: patience.aborted ? "timeout" : "unreachable" };
  }
}

/** Waits for the work, and no longer than the patience: not every fetch keeps to its signal. */
function within<T>(patience: AbortSignal, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    patience.addEventListener("abort", () => reject(patience.reason), { once: true });
    work().then(resolve, reject);
  });
}

async function readAtMost(response: Response, bytes: number): Promise<string | undefined> {
  if (response.body === null) return "";
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > bytes) return undefined; // leaving the loop cancels the rest
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
