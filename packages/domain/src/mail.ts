import type { Moves } from "./moves.ts";
import { days, minutes, plus } from "./time.ts";

/**
 * What a mail is about. To buyers: `order_confirmed`, or `cash_order` where a courier is to be paid; `tickets` of one visit;
 * `order_cancelled` for whatever reason but the next; `payment_not_kept` for money that came when its order could no longer be
 * kept; `parcel_shipped`; `refund_requested` for any other money that belongs to no sale; `refund_done`. To whoever fulfils a
 * shop's orders: `seller_order`, `seller_cancelled`. To an account's owner: `recover`, `password_changed`, `role_granted`, `role_ended`.
 */
export const mailKinds = [
  "order_confirmed", "cash_order", "tickets", "order_cancelled", "payment_not_kept", "parcel_shipped", "refund_requested", "refund_done",
  "seller_order", "seller_cancelled", "recover", "password_changed", "role_granted", "role_ended",
] as const;
export type MailKind = (typeof mailKinds)[number];

export const mailStates = ["queued", "sent", "refused", "unknown", "withdrawn"] as const;
export type MailState = (typeof mailStates)[number];

/**
 * A mail until somebody has it. `sent`: a mail server took it on. `refused`: none would, or none was there for days.
 * `unknown`: it was handed over several times and never answered for, so that it may have arrived. `withdrawn`: what it
 * would have said was no longer so when its turn came, or nobody was left to read it.
 */
export const mailMoves = {
  queued: ["sent", "refused", "unknown", "withdrawn"],
  sent: [],
  refused: [],
  unknown: [],
  withdrawn: [],
} as const satisfies Moves<MailState>;

/**
 * What is heard of a mail that was brought to a server: it took it; will never take it; may take it later; was not there,
 * or took nothing from us; or it got the whole mail and said nothing.
 */
export const mailNews = ["accepted", "refused", "later", "unreached", "silent"] as const;
export type MailNews = (typeof mailNews)[number];

export const mailTerms = {
  /** A mail that could not be delivered for so long says nothing new any more. */
  triedForDays: 3,
  /** A mail that was handed over so often without an answer is not handed over again. */
  silencesMost: 3,
  /** Whoever took a mail to send it, and died, holds it for so long. */
  leaseMinutes: 10,
} as const;

const laterMinutes = [1, 5, 15, 60, 180, 360] as const;
/** A server that comes back is soon noticed; knocking costs nothing but a connection. */
const unreachedMinutes = [1, 2, 5, 10, 15] as const;
const silentMinutes = [10, 60] as const;

/** Nobody has got it to a server for so long that what it says has been overtaken. */
export const isMailOld = (createdAt: Date, now: Date): boolean => plus(createdAt, days(mailTerms.triedForDays)) <= now;

/** How a mail stands once news of it has been heard: ended, or due again. */
export type MailStanding = { state: Exclude<MailState, "queued" | "withdrawn"> } | { state: "queued"; dueAt: Date };

/**
 * What news makes of a mail. @param mail `attempts` and `silences` with this one counted in
 */
export function settleMail(news: MailNews, { attempts, silences, createdAt }: { attempts: number; silences: number; createdAt: Date }, now: Date): MailStanding {
  if (news === "accepted") return { state: "sent" };
  if (news === "refused") return { state: "refused" };
  if (news === "silent") return silences >= mailTerms.silencesMost ? { state: "unknown" } : dueIn(silentMinutes, silences, now);
  if (isMailOld(createdAt, now)) return { state: "refused" };
  return dueIn(news === "later" ? laterMinutes : unreachedMinutes, attempts, now);
}

function dueIn(steps: readonly number[], nth: number, now: Date): MailStanding {
  const step = steps[Math.min(nth, steps.length) - 1] ?? steps[0] ?? 1;
  return { state: "queued", dueAt: plus(now, minutes(step)) };
}
