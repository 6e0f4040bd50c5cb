import type { Db } from "@xudong/database";
import { showOrder } from "@xudong/checkout";
import { findAttempt, readMessage, type VnpayTerminal } from "@xudong/payments";
import type { PaymentReturn } from "./contract.ts";

/** Reads the browser's return from VNPAY: enough to show a state, never enough to change one (P1). */
export async function readPaymentReturn(db: Db, terminal: VnpayTerminal, rawQuery: string, now: Date): Promise<PaymentReturn> {
  const read = readMessage(rawQuery, terminal);
  if ("refused" in read) return { isGenuine: false };
  const attempt = await findAttempt(db, "vnpay", read.message["vnp_TxnRef"] ?? "");
  if (attempt === undefined) return { isGenuine: false };
  const order = await showOrder(db, attempt.reference, now);
  const responseCode = read.message["vnp_ResponseCode"] ?? "";
  return {
    isGenuine: true,
    orderCode: order.code,
    state: order.state,
    attemptState: attempt.state,
    saysPaid: responseCode === "00" && read.message["vnp_TransactionStatus"] === "00",
    responseCode,
  };
}
