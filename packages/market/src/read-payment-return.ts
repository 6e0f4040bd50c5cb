import type { Store } from "@xudong/database";
import { showOrder } from "@xudong/checkout";
import { askSoon, findAttempt, mayAskSooner, readMessage, vnpayMethod, type VnpayTerminal } from "@xudong/payments";
import type { PaymentReturn } from "./contract.ts";

export type ReturnParts = { store: Store; terminal: VnpayTerminal; now: () => Date; log: (message: string, error: unknown) => void };

/**
 * Reads the browser's return from VNPAY: enough to show a state, never enough to change one (P1). A genuine one that
 * says "paid" while no notice is in brings forward our first question to VNPAY, once per attempt; nothing else is written.
 */
export async function readPaymentReturn({ store, terminal, now, log }: ReturnParts, rawQuery: string): Promise<PaymentReturn> {
  const read = readMessage(rawQuery, terminal);
  if ("refused" in read) return { isGenuine: false };
  const gatewayRef = read.message["vnp_TxnRef"] ?? "";
  const attempt = await findAttempt(store.read, vnpayMethod, gatewayRef);
  if (attempt === undefined) return { isGenuine: false };
  const responseCode = read.message["vnp_ResponseCode"] ?? "";
  const saysPaid = responseCode === "00" && read.message["vnp_TransactionStatus"] === "00";
  if (saysPaid && (await mayAskSooner(store.read, gatewayRef, now()))) {
    // Whoever came back sees the state whether or not the question could be brought forward: it comes later then.
    await store.write((tx) => askSoon(tx, gatewayRef, now())).catch((error: unknown) => log("VNPAY could not be asked sooner about a payment", error));
  }
  const order = await showOrder(store.read, attempt.reference, now());
  return { isGenuine: true, orderCode: order.code, state: order.state, attemptState: attempt.state, saysPaid, responseCode };
}
