import type { Books } from "./books.ts";
import { isOutcomeName, type OutcomeName } from "./outcomes.ts";

/** When the notice goes out, compared with the customer's return. */
export const ipnOrders = ["before-return", "return-first", "late", "never", "twice", "twice-at-once"] as const;
export type IpnOrder = (typeof ipnOrders)[number];

/** How the JSON API misbehaves, for a client that must survive it. */
export const apiFaults = [
  "none", "no-answer", "http-500", "html", "half", "cut", "no-hash", "wrong-hash", "other-ref", "other-terminal", "other-amount",
] as const;
export type ApiFault = (typeof apiFaults)[number];

/** What becomes of a refund as soon as it is asked for; `by-hand` leaves it at 05, `not-enabled` is the sandbox's 99. */
export const refundWishes = ["by-hand", "sent", "done", "refused", "not-enabled"] as const;
export type RefundWish = (typeof refundWishes)[number];

/** Which of them querydr speaks of once money has gone back and no number is named: VNPAY does not say, so both are here. */
export const queryWays = ["latest-refund", "payment"] as const;
export type QueryWay = (typeof queryWays)[number];

/** What the merchant hears when the time to pay runs out: VNPAY does not say, so both are here. */
export const lapseWays = ["silent", "ipn"] as const;
export type LapseWay = (typeof lapseWays)[number];

/** What a developer can turn, for every payment or for one reference. */
export interface Knobs {
  readonly ipn: IpnOrder;
  /** Only for `late`: seconds on the simulator's clock. */
  readonly ipnLateSeconds: number;
  /** `never` is a customer who closes the tab as soon as the bank is done. */
  readonly return: "sent" | "never";
  /** Anything but `by-hand` decides the payment as soon as its page is asked for. */
  readonly decide: "by-hand" | OutcomeName;
  readonly api: ApiFault;
  /** How long every answer of the JSON API is held back, in real time: it is the client's patience that is tried. */
  readonly apiDelayMs: number;
  readonly refund: RefundWish;
  readonly query: QueryWay;
  readonly lapse: LapseWay;
}

export const usualKnobs: Knobs = {
  ipn: "before-return", ipnLateSeconds: 60, return: "sent", decide: "by-hand", api: "none", apiDelayMs: 0, refund: "by-hand", query: "latest-refund", lapse: "silent",
};

const everyPayment = ""; // no payment can have an empty reference

function stored(books: Books, txnRef: string): Partial<Knobs> {
  const text = books.row<{ value: string }>("select value from knobs where txnRef = ?", txnRef)?.value;
  return text === undefined ? {} : (readKnobs(JSON.parse(text)) ?? {});
}

/** The knobs that hold for one reference: its own first, then those for every payment, then the usual ones. */
export function knobsFor(books: Books, txnRef: string): Knobs {
  return { ...usualKnobs, ...stored(books, everyPayment), ...stored(books, txnRef) };
}

export function turnKnobs(books: Books, txnRef: string | null, turned: Partial<Knobs>): void {
  const key = txnRef ?? everyPayment;
  const value = JSON.stringify({ ...stored(books, key), ...turned });
  books.run("insert into knobs (txnRef, value) values (?, ?) on conflict do update set value = excluded.value", key, value);
}

/** Without a reference every knob returns to the usual. */
export function forgetKnobs(books: Books, txnRef: string | null): void {
  if (txnRef === null) books.run("delete from knobs");
  else books.run("delete from knobs where txnRef = ?", txnRef);
}

/** The references that have knobs of their own. */
export function turnedRefs(books: Books): { txnRef: string; knobs: Partial<Knobs> }[] {
  return books.rows<{ txnRef: string }>("select txnRef from knobs where txnRef <> ? order by txnRef", everyPayment)
    .map(({ txnRef }) => ({ txnRef, knobs: stored(books, txnRef) }));
}

type Reader<Name extends keyof Knobs> = (given: unknown) => Knobs[Name] | null;

const oneOf = <Word extends string>(words: readonly Word[]): ((given: unknown) => Word | null) =>
  (given) => words.find((word) => word === given) ?? null;

const wholeUpTo = (most: number): ((given: unknown) => number | null) => (given) => {
  if (typeof given !== "number" && (typeof given !== "string" || !/^\d{1,10}$/.test(given))) return null;
  const number = Number(given);
  return Number.isInteger(number) && number >= 0 && number <= most ? number : null;
};

/** How each knob is read; a new knob does not compile until it is listed here. */
const readers: { readonly [Name in keyof Knobs]: Reader<Name> } = {
  ipn: oneOf(ipnOrders),
  ipnLateSeconds: wholeUpTo(30 * 24 * 3600),
  return: oneOf(["sent", "never"]),
  decide: (given) => (given === "by-hand" || isOutcomeName(given) ? given : null),
  api: oneOf(apiFaults),
  apiDelayMs: wholeUpTo(10 * 60 * 1000),
  refund: oneOf(refundWishes),
  query: oneOf(queryWays),
  lapse: oneOf(lapseWays),
};

export const knobNames = Object.keys(readers) as (keyof Knobs)[];

/** Reads knobs from a request; null when a name is right but its value is not, so that a typing error never passes silently. */
export function readKnobs(given: object): Partial<Knobs> | null {
  const read = knobNames
    .map((name) => [name, (given as Partial<Record<keyof Knobs, unknown>>)[name]] as const)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, readers[name](value)] as const);
  return read.some(([, value]) => value === null) ? null : (Object.fromEntries(read) as Partial<Knobs>);
}
