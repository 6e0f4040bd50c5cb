import { eq } from "drizzle-orm";
import type { Store } from "@xudong/database";
import { guest, minutes, plus, systemActor, type Dong, type Occasion } from "@xudong/domain";
import { lockAttempt, openCashAttempt, openVnpayAttempt, recordVerdict, requestRefund, type VnpayTold } from "../src/index.ts";

export const testTerminal = { tmnCode: "XUDONG01", hashSecrets: ["test-hash-secret"], payUrl: "http://gateway.test/pay", apiUrl: "http://gateway.test/api" };

/** A Monday in November, ten in the morning in Vietnam. */
export const monday = new Date("2026-11-23T03:00:00Z");

export const at = (now: Date): Occasion => ({ actor: systemActor("test"), now });

let made = 0;

/** An attempt a buyer has just been sent away with; it ends after 15 minutes. */
export async function anAttempt(store: Store, now = monday, over: { terminal?: string; amountDong?: Dong } = {}): Promise<{ id: string; gatewayRef: string; expiresAt: Date }> {
  const expiresAt = plus(now, minutes(15));
  const opened = await store.write((tx) =>
    openVnpayAttempt(
      tx,
      { ...testTerminal, tmnCode: over.terminal ?? testTerminal.tmnCode },
      { reference: `reference ${(made += 1)}`, amountDong: over.amountDong ?? 120_000, description: "x", expiresAt, returnUrl: "http://shop.test/", clientAddress: "203.0.113.7", locale: "vi" },
      { actor: guest, now },
    ),
  );
  return { ...opened, expiresAt };
}

/** What VNPAY told of a payment; silence unless said otherwise. */
export const told = (over: Partial<VnpayTold> = {}): VnpayTold => ({ news: "silent", amountDong: undefined, responseCode: null, transactionNo: null, bankCode: null, fields: {}, ...over });

/** Hears of an attempt as the caller of this package does, without the order that stands behind it. */
export async function hear(store: Store, gatewayRef: string, word: VnpayTold, now: Date): Promise<void> {
  await store.write(async (tx) => {
    const attempt = await lockAttempt(tx, "vnpay", gatewayRef);
    if (attempt !== undefined) await recordVerdict(tx, attempt, word, at(now));
  });
}

/** A payment that was taken and has to go back. */
export async function aRefund(store: Store, now = monday, over: { terminal?: string; isCash?: boolean } = {}): Promise<{ id: string; attemptId: string; gatewayRef: string }> {
  const { refunds, attempts } = store.read.t;
  const { id } = over.isCash === true
    ? await store.write((tx) => openCashAttempt(tx, { reference: `reference ${(made += 1)}`, amountDong: 120_000 }, at(now)))
    : await anAttempt(store, now, over);
  const [attempt] = await store.read.select({ method: attempts.method, gatewayRef: attempts.gatewayRef }).from(attempts).where(eq(attempts.id, id));
  await store.write(async (tx) => {
    const row = await lockAttempt(tx, attempt?.method ?? "", attempt?.gatewayRef ?? "");
    if (row !== undefined) await recordVerdict(tx, row, told({ news: "paid", responseCode: "00", transactionNo: "14226112" }), at(now));
    await requestRefund(tx, { attemptId: id, amountDong: 120_000, reason: "second_payment" }, at(now));
  });
  const [refund] = await store.read.select({ id: refunds.id }).from(refunds).where(eq(refunds.attemptId, id));
  return { id: refund?.id ?? "", attemptId: id, gatewayRef: attempt?.gatewayRef ?? "" };
}

export async function attemptRow(store: Store, id: string) {
  const { attempts } = store.read.t;
  const [row] = await store.read.select().from(attempts).where(eq(attempts.id, id));
  if (row === undefined) throw new Error("There is no such attempt");
  return row;
}

export async function refundRow(store: Store, id: string) {
  const { refunds } = store.read.t;
  const [row] = await store.read.select().from(refunds).where(eq(refunds.id, id));
  if (row === undefined) throw new Error("There is no such refund");
  return row;
}

/** How often a topic was told of a subject. */
export async function timesTold(store: Store, topic: string, subject: string): Promise<number> {
  const { outbox } = store.read.t;
  const rows = await store.read.select({ topic: outbox.topic }).from(outbox).where(eq(outbox.subject, subject));
  return rows.filter((row) => row.topic === topic).length;
}
