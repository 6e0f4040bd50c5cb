import { and, asc, eq, gte, inArray, lte, or } from "drizzle-orm";
import { days, minutes, plus, statesWithoutResult, type Actor, type Dong } from "@xudong/domain";
import { codesOf } from "@xudong/checkout";
import { askVnpay, askVnpayRefund, vnpayMethod, type RefundTold, type VnpayTold } from "@xudong/payments";
import { gatewayLanes, hearTold, type AskingParts } from "./ask.ts";
import { inLanes } from "./job.ts";
import { hearToldOfRefund } from "./refund.ts";

/** What our books said of a payment or a refund, what the gateway says, and what ours say since. */
export type Reconciled = {
  orderCode: string | null;
  kind: "payment" | "refund";
  gatewayRef: string;
  amountDong: Dong;
  ours: string;
  /** The gateway's word, or why nothing it said can be believed. */
  gateway: string;
  /** `agrees`: there is nothing to tell. `differed`: the gateway knew more, and our books follow. `unanswered`: nobody can tell yet. */
  outcome: "agrees" | "differed" | "unanswered";
  now: string;
};

/** A refund that was sent only just now may still be on the wire: that the gateway knows of none means nothing yet. */
const onTheWire = minutes(1);

/** A payment that came to nothing may have been paid all the same: VNPAY lost its notice, or did not know it yet when it was asked. */
const nothingIsDoubted = days(7);

/**
 * Asks the gateway now, whatever the schedule says, about every payment that is over and has no result, or came to nothing
 * within the last week, and about every refund on its way; what it answers is heard as any answer is. Gives each to
 * `tell` as it is known.
 *
 * @throws what went wrong with some of them, once the others are done
 */
export async function reconcile(parts: AskingParts, tell: (row: Reconciled) => void, actor: Actor): Promise<void> {
  const { store, now, caller, signer } = parts;
  const [open, back] = [await doubtfulPayments(parts), await refundsOnTheirWay(parts)];
  const codes = await codesOf(store.read, [...open, ...back].map(({ reference }) => reference));

  const askAbout = async (attempt: (typeof open)[number]) => {
    const told = await askVnpay(caller, { ...attempt, now: now() });
    await store.write((tx) => hearTold(tx, attempt, told, signer, { actor, now: now() }));
    const { attempts } = store.read.t;
    const [after] = await store.read.select({ state: attempts.state }).from(attempts).where(eq(attempts.id, attempt.id));
    tell(rowOf("payment", attempt, codes, told, after?.state));
  };
  const askAfter = async (refund: (typeof back)[number]) => {
    const told = await askVnpayRefund(caller, { ...refund, now: now() });
    await store.write((tx) => hearToldOfRefund(tx, refund, told, { actor, now: now() }));
    const { refunds } = store.read.t;
    const [after] = await store.read.select({ state: refunds.state }).from(refunds).where(eq(refunds.id, refund.id));
    tell(rowOf("refund", refund, codes, told, after?.state));
  };
  await inLanes(gatewayLanes, [...open.map((attempt) => () => askAbout(attempt)), ...back.map((refund) => () => askAfter(refund))], (ask) => ask());
}

type Booked = { reference: string; gatewayRef: string; amountDong: Dong; state: string };

function rowOf(kind: Reconciled["kind"], { reference, gatewayRef, amountDong, state }: Booked, codes: ReadonlyMap<string, string>, told: VnpayTold | RefundTold, now = state): Reconciled {
  const isSilent = told.news === "silent";
  const namesOtherSum = "amountDong" in told && told.news === "paid" && told.amountDong !== amountDong;
  const outcome = isSilent ? "unanswered" : now !== state || namesOtherSum ? "differed" : "agrees";
  const gateway = isSilent ? `no answer (${told.why ?? "silent"})` : `${told.news}${namesOtherSum ? ", another sum" : ""}${told.responseCode === null ? "" : ` (code ${told.responseCode})`}`;
  return { orderCode: codes.get(reference) ?? null, kind, gatewayRef, amountDong, ours: state, gateway, outcome, now };
}

function doubtfulPayments({ store: { read }, now }: AskingParts) {
  const { attempts: t } = read.t;
  const cameToNothing = and(inArray(t.state, ["declined", "expired"]), gte(t.expiresAt, plus(now(), -nothingIsDoubted)));
  return read
    .select({ id: t.id, reference: t.reference, gatewayRef: t.gatewayRef, gatewayCreatedOn: t.gatewayCreatedOn, terminal: t.terminal, amountDong: t.amountDong, state: t.state })
    .from(t)
    .where(and(or(inArray(t.state, statesWithoutResult), cameToNothing), eq(t.method, vnpayMethod), lte(t.expiresAt, now())))
    .orderBy(asc(t.expiresAt), asc(t.id));
}

function refundsOnTheirWay({ store: { read }, now }: AskingParts) {
  const { refunds: r, attempts: t } = read.t;
  return read
    .select({
      id: r.id, attemptId: t.id, reference: t.reference, gatewayRef: t.gatewayRef, gatewayCreatedOn: t.gatewayCreatedOn, terminal: t.terminal,
      amountDong: r.amountDong, state: r.state, refundTransactionNo: r.transactionNo,
    })
    .from(r)
    .innerJoin(t, eq(t.id, r.attemptId))
    .where(and(inArray(r.state, ["unknown", "sent"]), eq(t.method, vnpayMethod), lte(r.sentAt, plus(now(), -onTheWire))))
    .orderBy(asc(r.sentAt), asc(r.id));
}
