import { eq } from "drizzle-orm";
import type { Db, Store, ToldNews } from "@xudong/database";
import { formatCode, formatDong } from "@xudong/domain";
import type { WaitsFor } from "@xudong/payments";
import type { Reader } from "./deliver.ts";

/** Why a payment or a refund waits for a person, and what that person does, each in one sentence. */
export const waitingWords: Readonly<Record<WaitsFor, { what: string; todo: string }>> = {
  suspected_fraud: { what: "the gateway took the money and holds it, because it suspects fraud", todo: "Ask the gateway, then decide paid or not_paid; until then its units are kept." },
  wrong_amount: { what: "the gateway names another sum than ours", todo: "Have that money sent back in the gateway's portal, then decide not_paid; looked_at where ours is paid as well." },
  no_answer: { what: "the gateway has told nothing to the last", todo: "Look it up in the gateway's portal, then decide what you find there." },
  reversed: { what: "the bank took the money and the gateway did not succeed", todo: "Ask the gateway whether it still completes it or the bank gives it back, then decide." },
  refunded_elsewhere: { what: "it was sent back in the gateway's portal, outside our books", todo: "Find out who sent it back and why, then decide." },
  other_terminal: { what: "it was opened at a terminal that is not set up any more", todo: "Look it up in that terminal's portal, then decide." },
  refused: { what: "the gateway does not give the money back", todo: "Give it back another way and decide refunded, or decide refund_again." },
  by_hand: { what: "it was paid in cash, which no gateway can give back", todo: "Give the money back, then decide refunded." },
};

type Subject = { code: string | undefined; amountDong: number; gatewayRef: string; state: string; waitsFor: string | null };
type Line = (subject: Subject, news: ToldNews) => string | undefined;

const decide = (code: string | undefined) => (code === undefined ? "npm run xudong -- decide lists what waits." : `npm run xudong -- decide ${formatCode(code)}`);
const ofOrder = ({ code, gatewayRef }: Subject) => (code === undefined ? `${gatewayRef}, which belongs to no order` : `of order ${formatCode(code)}`);
const wordsOf = (waitsFor: unknown) => (typeof waitsFor === "string" && Object.hasOwn(waitingWords, waitsFor) ? waitingWords[waitsFor as WaitsFor] : { what: `of "${String(waitsFor)}"`, todo: "Look it up in the gateway's portal, then decide." }); // just looked up

const waits = (kind: string): Line => (subject, { detail }) => {
  // Several reasons may follow each other before anybody reads: only what still waits is worth a person's time.
  if (subject.waitsFor === null) return undefined;
  const { what, todo } = wordsOf(detail?.["waitsFor"] ?? subject.waitsFor);
  return `A ${kind} of ${formatDong(subject.amountDong, "en")} ${ofOrder(subject)} waits for a person: ${what}. ${todo} ${decide(subject.code)}`;
};

/** News an operator is told of, each in one line. All other news is for those who keep copies. */
const paymentLines: Readonly<Record<string, Line>> = {
  "payment.needs_person": waits("payment"),
  // A payment that waits is told by its own line; this one is known as paid, and the gateway now speaks of another sum.
  "payment.wrong_amount": (subject) =>
    subject.state === "paid" ? `A genuine notice names another sum than the ${formatDong(subject.amountDong, "en")} that were paid for payment ${subject.gatewayRef} ${ofOrder(subject)}. Look it up in the gateway's portal.` : undefined,
};
const refundLines: Readonly<Record<string, Line>> = {
  "refund.needs_person": waits("refund"),
};

/** Tells the operator what a person should know: one plain line each, without names, phone numbers or secrets. */
export function alerts(store: Store, tell: (line: string) => void): Reader {
  return {
    name: "alerts",
    async hear(news) {
      const told = new Set<string>();
      for (const each of news) {
        const { topic, subject } = each;
        const line = paymentLines[topic] ?? refundLines[topic];
        if (line === undefined || told.has(`${topic} ${subject}`)) continue;
        told.add(`${topic} ${subject}`);
        const found = topic in paymentLines ? await payment(store.read, subject) : await refund(store.read, subject);
        const said = found === undefined ? `${topic}: ${subject}, which is in no table.` : line(found, each);
        if (said !== undefined) tell(said);
      }
    },
  };
}

async function payment(db: Db, attemptId: string): Promise<Subject | undefined> {
  const { attempts, orders } = db.t;
  const [found] = await db
    .select({ code: orders.code, amountDong: attempts.amountDong, gatewayRef: attempts.gatewayRef, state: attempts.state, waitsFor: attempts.waitsFor })
    .from(attempts)
    .leftJoin(orders, eq(orders.id, attempts.reference))
    .where(eq(attempts.id, attemptId));
  return found && { ...found, code: found.code ?? undefined };
}

async function refund(db: Db, refundId: string): Promise<Subject | undefined> {
  const { refunds, attempts, orders } = db.t;
  const [found] = await db
    .select({ code: orders.code, amountDong: refunds.amountDong, gatewayRef: attempts.gatewayRef, state: refunds.state, waitsFor: refunds.waitsFor })
    .from(refunds)
    .innerJoin(attempts, eq(attempts.id, refunds.attemptId))
    .leftJoin(orders, eq(orders.id, attempts.reference))
    .where(eq(refunds.id, refundId));
  return found && { ...found, code: found.code ?? undefined };
}
