import type { AttemptNews, RefundNews } from "@xudong/domain";
import type { WaitsFor } from "../settle-attempt.ts";

/**
 * What the two codes of a notice mean together: paid only where both say so, declined only where neither does, held
 * where fraud is suspected (the money was taken), unfinished where the customer is still at it. Codes that contradict
 * each other prove nothing: the attempt is asked about.
 */
export function newsOf(responseCode: string, transactionStatus: string): AttemptNews {
  if (responseCode === "07" || transactionStatus === "07") return "held";
  if (transactionStatus === "01") return "unfinished";
  if (transactionStatus === "00") return responseCode === "00" ? "paid" : "silent";
  return transactionStatus === "02" && responseCode !== "00" ? "declined" : "silent";
}

/** What an answer says, why it says nothing, and whether a person must look at once. */
export type Judgement<News> = { news: News; why?: WhySilent; needsPerson?: WaitsFor };

/** Why an answer is taken for silence; for the log. */
export type WhySilent =
  | "unreachable" // no connection, or one that broke
  | "timeout"
  | "http_status" // anything but 200
  | "too_large"
  | "not_json" // a page, or half an answer
  | "malformed" // no object of plain values, or a name twice
  | "no_signature"
  | "wrong_signature"
  | "other_terminal" // the answer speaks of another one
  | "not_our_terminal" // the payment was opened at another one: it was not asked about
  | "other_reference"
  | "other_command"
  | "other_amount" // speaks of another sum than the refund that was asked for
  | "signature_refused" // VNPAY could not read our signature
  | "too_soon" // asked again within VNPAY's own limit
  | "refused" // a question it does not take: 02, 03
  | "fault" // 99, and codes nobody has published
  | "reversed"
  | "refunded_elsewhere"
  | "payment_known" // knows the payment, tells nothing of the refund whose number it was given
  | "unfitting_status";

/** The codes of a verified answer of querydr or refund; an absent one is empty. */
export type AnswerCodes = { responseCode: string; transactionType: string; transactionStatus: string };

/** Answer codes that mean the same for every question: nothing was told. */
const silentCodes: Readonly<Record<string, WhySilent>> = { "02": "refused", "03": "refused", "94": "too_soon", "97": "signature_refused" };

/**
 * What VNPAY's answer says of a payment. Its response code 00 means no more than "your question was answered".
 *
 * A status of 04 (the bank took the money, VNPAY did not succeed) is neither: it may still be completed or sent back by
 * the bank, so that it goes on being asked about, and a person is told at once. So is a payment that somebody sent back
 * in VNPAY's own portal: it was paid, but its money is gone, and only a person knows why.
 */
export function judgePayment({ responseCode, transactionType, transactionStatus }: AnswerCodes): Judgement<AttemptNews> {
  if (responseCode === "91") return { news: "absent" };
  if (responseCode !== "00") return { news: "silent", why: silentCodes[responseCode] ?? "fault" };
  if (transactionType === "02" || transactionType === "03") return { news: "silent", why: "refunded_elsewhere", needsPerson: "refunded_elsewhere" };
  if (transactionType !== "01") return { news: "silent", why: "unfitting_status" };
  switch (transactionStatus) {
    case "00": return { news: "paid" };
    case "01": return { news: "unfinished" };
    case "02": return { news: "declined" };
    case "04": return { news: "silent", why: "reversed", needsPerson: "reversed" };
    case "05": case "06": case "09": return { news: "silent", why: "refunded_elsewhere", needsPerson: "refunded_elsewhere" };
    case "07": return { news: "held" };
    default: return { news: "silent", why: "unfitting_status" };
  }
}

/** The states of a refund at VNPAY: done, at work, sent to the bank, refused. */
const refundStatuses: Readonly<Record<string, RefundNews>> = { "00": "done", "05": "accepted", "06": "accepted", "09": "refused" };

/**
 * What VNPAY's answer to our refund says. 00 is "accepted", never "the money is back". 94: it has this refund already.
 * 91, 95, 02, 03 and 97 say, signed, that it was not taken on. 99 and anything else says nothing: it may have happened.
 */
export function judgeRefund({ responseCode, transactionType, transactionStatus }: AnswerCodes): Judgement<RefundNews> {
  if (responseCode === "94") return { news: "accepted" };
  if (["91", "95", "02", "03", "97"].includes(responseCode)) return { news: "refused" };
  if (responseCode !== "00") return { news: "silent", why: "fault" };
  const news = transactionType === "02" ? refundStatuses[transactionStatus] : undefined;
  return news === undefined ? { news: "silent", why: "unfitting_status" } : { news };
}

/**
 * What VNPAY's answer to querydr says of a refund. It may speak of the refund itself (types 02 and 03) or, where it was
 * given no number of a refund, of the payment: then a payment that simply succeeded says that it knows of no refund.
 */
export function judgeRefundQuery({ responseCode, transactionType, transactionStatus }: AnswerCodes, knowsNumber: boolean): Judgement<RefundNews> {
  const none: Judgement<RefundNews> = knowsNumber ? { news: "silent", why: "payment_known" } : { news: "absent" };
  if (responseCode === "91") return none;
  if (responseCode !== "00") return { news: "silent", why: silentCodes[responseCode] ?? "fault" };
  if (transactionType === "01" && transactionStatus === "00") return none;
  const news = ["01", "02", "03"].includes(transactionType) ? refundStatuses[transactionStatus] : undefined;
  return news === undefined ? { news: "silent", why: "unfitting_status" } : { news };
}

/** The answers an IPN may get; VNPAY repeats its call after all but the first two. */
export const ipnAnswers = {
  recorded: { RspCode: "00", Message: "Confirm Success" },
  alreadyRecorded: { RspCode: "02", Message: "Order already confirmed" },
  unknownReference: { RspCode: "01", Message: "Order not found" },
  wrongAmount: { RspCode: "04", Message: "Invalid amount" },
  wrongSignature: { RspCode: "97", Message: "Invalid signature" },
  failed: { RspCode: "99", Message: "Unknown error" },
} as const;

export type IpnAnswer = (typeof ipnAnswers)[keyof typeof ipnAnswers];
