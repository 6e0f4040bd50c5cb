import type { AttemptNews } from "@xudong/domain";

/**
 * What VNPAY's two codes mean together: paid only where both say so, held where fraud is suspected (the money was
 * taken), unfinished where the customer is still at it, declined otherwise.
 */
export function newsOf(responseCode: string, transactionStatus: string): AttemptNews {
  if (responseCode === "00" && transactionStatus === "00") return "paid";
  if (responseCode === "07" || transactionStatus === "07") return "held";
  if (responseCode === "00" && transactionStatus === "01") return "unfinished";
  return "declined";
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
