import { randomBytes } from "node:crypto";
import { toStamp } from "./clock.ts";
import { resultPairs } from "./decide-payment.ts";
import type { Gateway } from "./gateway.ts";
import type { Payment } from "./payment.ts";
import { type Pair, signQuery, spoiled } from "./signature.ts";
import type { Terminal } from "./terminal.ts";

/** What can be wrong with a notice. All but the first are signed rightly: the shop must look further than the hash. */
export const noticeFaults = [
  "wrong-signature", "wrong-amount", "unknown-ref", "other-terminal",
  "extra-parameter", "missing-parameter", "duplicate-parameter", "disagreement",
] as const;
export type NoticeFault = (typeof noticeFaults)[number];

export const isNoticeFault = (text: unknown): text is NoticeFault => (noticeFaults as readonly unknown[]).includes(text);

/** VNPAY's acceptance run spoils the amount by 1,000 đồng; the notice carries it × 100. */
const spoiledBy = 1000n * 100n;

/** Schedules one call, without retries, of a notice that lies. An undecided payment is spoken of as if it were paid. */
export function scheduleFaultyNotice({ clock, courier }: Gateway, payment: Payment, terminal: Terminal, fault: NoticeFault): number {
  return courier.schedule({
    paymentId: payment.id, tmnCode: terminal.tmnCode, kind: fault,
    query: faultyQuery(asIfPaid(payment, clock.now()), terminal.secret, fault), dueAt: clock.now(), mostCalls: 1,
  });
}

function asIfPaid(payment: Payment, now: number): Pair[] {
  if (payment.outcome !== null) return resultPairs(payment);
  return resultPairs({
    ...payment, bankCode: "NCB", cardType: "ATM", responseCode: "00", transactionStatus: "00",
    transactionNo: "1", bankTranNo: "VNP1", payDate: toStamp(now),
  });
}

function faultyQuery(pairs: readonly Pair[], secret: string, fault: NoticeFault): string {
  const value = (name: string): string => pairs.find(([known]) => known === name)?.[1] ?? "";
  const signedWith = (changed: Readonly<Record<string, string>>): string =>
    signQuery([...pairs.filter(([name]) => !Object.hasOwn(changed, name)), ...Object.entries(changed)], secret);
  switch (fault) {
    case "wrong-signature": return spoiled(signedWith({}));
    case "wrong-amount": return signedWith({ vnp_Amount: String(BigInt(value("vnp_Amount")) + spoiledBy) });
    case "unknown-ref": return signedWith({ vnp_TxnRef: `X${randomBytes(8).toString("hex")}` });
    case "other-terminal": return signedWith({ vnp_TmnCode: value("vnp_TmnCode") === "OTHER001" ? "OTHER002" : "OTHER001" });
    case "extra-parameter": return `${signedWith({ vnp_Extra: "1" })}&utm_source=simulator`;
    case "missing-parameter": return signedWith({ vnp_TransactionStatus: "" });
    case "duplicate-parameter": return `${signedWith({})}&vnp_Amount=100`;
    case "disagreement": return signedWith({ vnp_ResponseCode: "00", vnp_TransactionStatus: "02" });
  }
}
