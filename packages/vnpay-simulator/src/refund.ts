import { toStamp } from "./clock.ts";
import type { Gateway } from "./gateway.ts";
import { knobsFor, type RefundWish } from "./knobs.ts";
import { answer, apiForms, checkCaller, type Fields, type Message, useRequestId } from "./merchant-api.ts";
import { type Payment, paymentWithRef } from "./payment.ts";

/** Where a refund may go next. 00 and 09 are ends; a bank may refuse even after VNPAY has sent it on. */
export const refundMoves = {
  "05": ["06", "00", "09"], // VNPAY is working on it
  "06": ["00", "09"], // sent to the bank
  "00": [], // the money is back
  "09": [], // refused; its amount may be asked for again
} as const satisfies Record<string, readonly string[]>;

export type RefundStatus = keyof typeof refundMoves;

export const isRefundStatus = (text: unknown): text is RefundStatus => typeof text === "string" && Object.hasOwn(refundMoves, text);

export interface Refund {
  readonly id: number;
  readonly paymentId: number;
  readonly requestId: string;
  /** 02 gives the whole payment back, 03 a part. */
  readonly transactionType: "02" | "03";
  readonly amount: string;
  readonly transactionNo: string;
  readonly createBy: string;
  readonly orderInfo: string;
  readonly status: RefundStatus;
  readonly requestedAt: number;
  readonly payDate: string;
}

export const refundMessage: Message = {
  command: "refund",
  requestOrder: [
    "RequestId", "Version", "Command", "TmnCode", "TransactionType", "TxnRef", "Amount", "TransactionNo", "TransactionDate",
    "CreateBy", "CreateDate", "IpAddr", "OrderInfo",
  ],
  answerOrder: [
    "ResponseId", "Command", "ResponseCode", "Message", "TmnCode", "TxnRef", "Amount", "BankCode", "PayDate", "TransactionNo",
    "TransactionType", "TransactionStatus", "OrderInfo",
  ],
  forms: {
    ...apiForms,
    vnp_Command: /^refund$/,
    vnp_TransactionType: /^0[23]$/,
    vnp_Amount: /^(?=.*[1-9])\d{1,12}$/,
    vnp_TransactionNo: /^\d{0,15}$/,
    vnp_CreateBy: /^[^\p{Cc}]{1,245}$/u,
  },
};

/**
 * Takes a merchant's wish to give money back.
 *
 * Refused, in this order: not found (91), not paid (95), an earlier refund still pending or the same
 * RequestId again (94), more than the rest (03, our choice of code). Accepted means 05, "being
 * processed": whether the money goes back is decided on the control page, or at once by a knob. The
 * knob can also answer 99 to everyone, as the sandbox does before refunds are enabled.
 */
export function answerRefund(gateway: Gateway, fields: Fields): Fields {
  const asked = {
    vnp_TmnCode: fields["vnp_TmnCode"],
    vnp_TxnRef: fields["vnp_TxnRef"],
    vnp_Amount: fields["vnp_Amount"],
    vnp_TransactionType: fields["vnp_TransactionType"],
  };
  const caller = checkCaller(gateway, refundMessage, fields);
  if (typeof caller === "string") return answer(refundMessage, gateway.terminals.get(asked.vnp_TmnCode ?? ""), caller, asked);
  const { refund: wish } = knobsFor(gateway.books, asked.vnp_TxnRef ?? "");
  if (wish === "not-enabled") return answer(refundMessage, caller, "99", asked, "Refunds are not enabled for this terminal");

  const payment = paymentWithRef(gateway, asked.vnp_TxnRef ?? "", { tmnCode: caller.tmnCode, createDate: fields["vnp_TransactionDate"] ?? "" });
  if (payment === undefined || !pointsAt(payment, fields["vnp_TransactionNo"])) return answer(refundMessage, caller, "91", asked);
  if (payment.transactionStatus !== "00") return answer(refundMessage, caller, "95", asked);
  const refunds = refundsOf(gateway, payment);
  if (refunds.some(isPending)) return answer(refundMessage, caller, "94", asked, "A refund is already being processed");
  const fits = fitsRest(payment, refunds, fields);
  const refund = gateway.books.together(() => {
    if (!useRequestId(gateway, caller, fields)) return null;
    return fits ? recordRefund(gateway, payment, fields, statusAtOnce[wish]) : undefined;
  });
  if (refund === null) return answer(refundMessage, caller, "94", asked);
  if (refund === undefined) return answer(refundMessage, caller, "03", asked, "Refund amount does not fit the payment");
  gateway.log(`Refund of ${payment.txnRef}: ${refund.amount} (x100) accepted, status ${refund.status}`);
  return answer(refundMessage, caller, "00", {
    ...asked,
    vnp_BankCode: payment.bankCode ?? undefined,
    vnp_PayDate: refund.payDate,
    vnp_TransactionNo: refund.transactionNo,
    vnp_TransactionStatus: refund.status,
    vnp_OrderInfo: refund.orderInfo,
  }, "Refund request accepted");
}

const statusAtOnce = { "by-hand": "05", sent: "06", done: "00", refused: "09", "not-enabled": "05" } as const satisfies Record<RefundWish, RefundStatus>;

const pointsAt = (payment: Payment, transactionNo = ""): boolean =>
  transactionNo === "" || transactionNo === "0" || transactionNo === payment.transactionNo;

const isPending = ({ status }: Refund): boolean => status === "05" || status === "06";

/** 02 must be the whole payment and the first; 03 may be any part of what has not gone back yet. */
function fitsRest(payment: Payment, refunds: readonly Refund[], fields: Fields): boolean {
  const amount = BigInt(fields["vnp_Amount"] ?? "0");
  const given = refunds.filter(({ status }) => status !== "09").reduce((sum, refund) => sum + BigInt(refund.amount), 0n);
  const paid = BigInt(payment.amount);
  return fields["vnp_TransactionType"] === "02" ? amount === paid && given === 0n : amount + given <= paid;
}

/** Call it inside the transaction that uses up the RequestId: a crash between the two would refuse the request for ever and refund nothing. */
function recordRefund({ books, clock }: Gateway, payment: Payment, fields: Fields, status: RefundStatus): Refund {
  const { lastId } = books.run(
    `insert into refunds (paymentId, requestId, transactionType, amount, transactionNo, createBy, orderInfo, status, requestedAt, payDate)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    payment.id, fields["vnp_RequestId"] ?? "", fields["vnp_TransactionType"] ?? "", fields["vnp_Amount"] ?? "", books.nextTransactionNo(),
    fields["vnp_CreateBy"] ?? "", fields["vnp_OrderInfo"] ?? "", status, clock.now(), toStamp(clock.now()),
  );
  const refund = books.row<Refund>("select * from refunds where id = ?", lastId);
  if (refund === undefined) throw new Error("a refund that was just written is not in the books");
  return refund;
}

export function refundsOf({ books }: Gateway, payment: Payment): Refund[] {
  return books.rows<Refund>("select * from refunds where paymentId = ? order by id", payment.id);
}

export function refundNumbered(gateway: Gateway, payment: Payment, transactionNo: string | undefined): Refund | undefined {
  return refundsOf(gateway, payment).find((refund) => refund.transactionNo === transactionNo);
}

/** Plays the bank: moves a refund on, and says no to a move that is not in the table. */
export function moveRefund({ books }: Pick<Gateway, "books">, id: number, to: RefundStatus): Refund | undefined {
  const refund = books.row<Refund>("select * from refunds where id = ?", id);
  if (refund === undefined || !(refundMoves[refund.status] as readonly string[]).includes(to)) return undefined;
  books.run("update refunds set status = ? where id = ? and status = ?", to, id, refund.status);
  return { ...refund, status: to };
}
