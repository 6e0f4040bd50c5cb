import type { Books } from "./books.ts";
import { isOutcomeName, type OutcomeName } from "./outcomes.ts";

/** When the notice goes out, compared with the customer's return. */
export const ipnOrders = ["before-return", "return-first", "late", "never", "twice", "twice-at-once"] as const;
export type IpnOrder = (typeof ipnOrders)[number];

/** How the JSON API misbehaves, for a client that must survive it. */
export const apiFaults = ["none", "no-answer", "http-500", "html", "no-hash", "wrong-hash", "other-ref"] as const;
export type ApiFault = (typeof apiFaults)[number];

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
}

export const usualKnobs: Knobs = { ipn: "before-return", ipnLateSeconds: 60, return: "sent", decide: "by-hand", api: "none" };

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

const oneOf = <Word extends string>(words: readonly Word[], given: unknown): given is Word =>
  typeof given === "string" && (words as readonly string[]).includes(given);

/** Reads knobs from a request; null when a name is right but its value is not, so that a typing error never passes silently. */
export function readKnobs(given: object): Partial<Knobs> | null {
  const knobs: { -readonly [Name in keyof Knobs]?: Knobs[Name] } = {};
  const from = given as Partial<Record<keyof Knobs, unknown>>;
  if (from.ipn !== undefined) {
    if (!oneOf(ipnOrders, from.ipn)) return null;
    knobs.ipn = from.ipn;
  }
  if (from.ipnLateSeconds !== undefined) {
    const seconds = Number(from.ipnLateSeconds);
    if (!Number.isInteger(seconds) || seconds < 0 || seconds > 30 * 24 * 3600) return null;
    knobs.ipnLateSeconds = seconds;
  }
  if (from.return !== undefined) {
    if (!oneOf(["sent", "never"], from.return)) return null;
    knobs.return = from.return;
  }
  if (from.decide !== undefined) {
    if (from.decide !== "by-hand" && !isOutcomeName(from.decide)) return null;
    knobs.decide = from.decide;
  }
  if (from.api !== undefined) {
    if (!oneOf(apiFaults, from.api)) return null;
    knobs.api = from.api;
  }
  return knobs;
}
