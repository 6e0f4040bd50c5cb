import type { Gateway } from "./gateway.ts";
import { answer, apiForms, checkCaller, type Fields, type Message, useRequestId } from "./merchant-api.ts";
import { knobsFor } from "./knobs.ts";
import { isLapsed, type Payment, paymentWithRef } from "./payment.ts";
import { type Refund, refundNumbered, refundsOf } from "./refund.ts";

export const querydrMessage: Message = {
  command: "querydr",
  requestOrder: ["RequestId", "Version", "Command", "TmnCode", "TxnRef", "TransactionDate", "CreateDate", "IpAddr", "OrderInfo"],
  answerOrder: [
    "ResponseId", "Command", "ResponseCode", "Message", "TmnCode", "TxnRef", "Amount", "BankCode", "PayDate", "TransactionNo",
    "TransactionType", "TransactionStatus", "OrderInfo", "PromotionCode", "PromotionAmount",
  ],
  forms: { ...apiForms, vnp_Command: /^querydr$/ },
};

/**
 * Tells a merchant what became of a payment.
 *
 * TransactionDate must be the pay request's CreateDate exactly, else nothing is found (91). How VNPAY
 * points at one of several refunds is not published: here a refund's own TransactionNo selects it, and without
 * a number the newest one is told, or with the knob `query` the payment.
 */
export function answerQuery(gateway: Gateway, fields: Fields): Fields {
  const asked = { vnp_TmnCode: fields["vnp_TmnCode"], vnp_TxnRef: fields["vnp_TxnRef"] };
  const caller = checkCaller(gateway, querydrMessage, fields);
  if (typeof caller === "string") return answer(querydrMessage, gateway.terminals.get(asked.vnp_TmnCode ?? ""), caller, asked);

  const payment = paymentWithRef(gateway, asked.vnp_TxnRef ?? "", { tmnCode: caller.tmnCode, createDate: fields["vnp_TransactionDate"] ?? "" });
  if (payment === undefined) return answer(querydrMessage, caller, "91", asked);
  if (!useRequestId(gateway, caller, fields)) return answer(querydrMessage, caller, "94", asked);

  const refund = spokenOf(gateway, payment, fields["vnp_TransactionNo"] ?? "");
  const told = refund === undefined ? aboutPayment(payment, gateway.clock.now()) : aboutRefund(payment, refund);
  return answer(querydrMessage, caller, "00", { ...asked, ...told }, "QueryDR Success");
}

/** The refund a question is about; undefined where it is about the payment itself. */
function spokenOf(gateway: Gateway, payment: Payment, transactionNo: string): Refund | undefined {
  const numbered = refundNumbered(gateway, payment, transactionNo);
  const namesNone = transactionNo === "" || transactionNo === "0";
  if (numbered !== undefined || !namesNone || knobsFor(gateway.books, payment.txnRef).query === "payment") return numbered;
  return refundsOf(gateway, payment).at(-1);
}

/** A payment nobody decided is unfinished (01) while its window is open; after that it can no longer succeed (02). */
function aboutPayment(payment: Payment, now: number): Fields {
  return {
    vnp_Amount: payment.amount,
    vnp_BankCode: payment.bankCode ?? undefined,
    vnp_PayDate: payment.payDate ?? undefined,
    vnp_TransactionNo: payment.transactionNo ?? "0",
    vnp_TransactionType: "01",
    vnp_TransactionStatus: payment.transactionStatus ?? (isLapsed(payment, now) ? "02" : "01"),
    vnp_OrderInfo: payment.orderInfo,
  };
}

function aboutRefund(payment: Payment, refund: Refund): Fields {
  return {
    vnp_Amount: refund.amount,
    vnp_BankCode: payment.bankCode ?? undefined,
    vnp_PayDate: refund.payDate,
    vnp_TransactionNo: refund.transactionNo,
    vnp_TransactionType: refund.transactionType,
    vnp_TransactionStatus: refund.status,
    vnp_OrderInfo: refund.orderInfo,
  };
}
