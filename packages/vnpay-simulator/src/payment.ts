import { randomBytes } from "node:crypto";
import { hanoiDay } from "./clock.ts";
import type { Gateway } from "./gateway.ts";
import type { OutcomeName } from "./outcomes.ts";
import type { Command, Locale, PayRefusal, PayRequest } from "./pay-request.ts";

/** One accepted pay request and what became of it. Open while `outcome` is null. */
export interface Payment {
  readonly id: number;
  /** The secret part of its page's address. */
  readonly token: string;
  readonly tmnCode: string;
  readonly txnRef: string;
  readonly command: Command;
  readonly acceptedOn: string;
  readonly requestHash: string;
  /** As the merchant wrote it: đồng × 100. */
  readonly amount: string;
  readonly fixedBankCode: string | null;
  readonly createDate: string;
  readonly expireAt: number;
  readonly locale: Locale;
  readonly orderInfo: string;
  readonly orderType: string;
  readonly ipAddr: string;
  readonly returnUrl: string;
  readonly openedAt: number;
  readonly bankCode: string | null;
  readonly cardType: string | null;
  readonly cardNumber: string | null;
  readonly cardTries: number;
  readonly otpTries: number;
  readonly outcome: OutcomeName | null;
  readonly responseCode: string | null;
  readonly transactionStatus: string | null;
  readonly transactionNo: string | null;
  readonly bankTranNo: string | null;
  readonly payDate: string | null;
  readonly decidedAt: number | null;
}

/**
 * Opens a payment for a checked request, or says why not: 01 when the reference was used today at
 * this terminal, 15 when its time is over.
 *
 * Browsers reload, so the very same signed request finds its open payment again.
 */
export function openPayment({ books, clock }: Gateway, request: PayRequest): Payment | Extract<PayRefusal, "01" | "15"> {
  const { terminal, txnRef, hash } = request;
  const now = clock.now();
  const same = books.row<Payment>(
    "select * from payments where tmnCode = ? and txnRef = ? and requestHash = ? and outcome is null",
    terminal.tmnCode, txnRef, hash,
  );
  if (same !== undefined) return same.expireAt <= now ? "15" : same;

  const today = hanoiDay(now);
  const used = books.row("select id from payments where tmnCode = ? and txnRef = ? and acceptedOn = ?", terminal.tmnCode, txnRef, today);
  if (used !== undefined) return "01";
  if (request.expireAt <= now) return "15";

  const token = randomBytes(16).toString("hex");
  books.run(
    `insert into payments (token, tmnCode, txnRef, acceptedOn, requestHash, amount, fixedBankCode, createDate, expireAt,
       locale, orderInfo, orderType, ipAddr, returnUrl, openedAt, command)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    token, terminal.tmnCode, txnRef, today, hash, request.amount, request.bankCode, request.createDate, request.expireAt,
    request.locale, request.orderInfo, request.orderType, request.ipAddr, request.returnUrl, now, request.command,
  );
  return requiredPayment(paymentWithToken({ books }, token));
}

export function paymentWithToken({ books }: Pick<Gateway, "books">, token: string): Payment | undefined {
  return books.row<Payment>("select * from payments where token = ?", token);
}

/** The newest payment of a reference; with `createDate`, the one that request made. */
export function paymentWithRef({ books }: Pick<Gateway, "books">, txnRef: string, of: { tmnCode?: string; createDate?: string } = {}): Payment | undefined {
  return books.row<Payment>(
    "select * from payments where txnRef = ? and tmnCode = coalesce(?, tmnCode) and createDate = coalesce(?, createDate) order by id desc",
    txnRef, of.tmnCode ?? null, of.createDate ?? null,
  );
}

/** Reads a payment that was written a moment ago; that it is missing can only be a bug. */
export function requiredPayment(payment: Payment | undefined): Payment {
  if (payment === undefined) throw new Error("a payment that was just written is not in the books");
  return payment;
}

export const isLapsed = (payment: Payment, now: number): boolean => payment.outcome === null && payment.expireAt <= now;

/** Notes what the customer has chosen so far; a decided payment stays as it is. */
export function chooseBank({ books }: Gateway, payment: Payment, bankCode: string, cardType: string, cardNumber: string | null): void {
  books.run(
    "update payments set bankCode = ?, cardType = ?, cardNumber = ?, otpTries = 0 where id = ? and outcome is null",
    bankCode, cardType, cardNumber, payment.id,
  );
}

/** Counts one wrong try and says how many there are now. */
export function countTry({ books }: Gateway, payment: Payment, column: "cardTries" | "otpTries"): number {
  const sql = column === "cardTries"
    ? "update payments set cardTries = cardTries + 1 where id = ? returning cardTries as tries"
    : "update payments set otpTries = otpTries + 1 where id = ? returning otpTries as tries";
  return books.row<{ tries: number }>(sql, payment.id)?.tries ?? 0;
}
