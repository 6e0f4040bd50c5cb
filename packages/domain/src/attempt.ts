import type { Moves, PublicWords } from "./moves.ts";
import type { OrderState } from "./order.ts";

export const attemptStates = ["opened", "paid", "declined", "expired", "unknown", "held"] as const;
export type AttemptState = (typeof attemptStates)[number];

/**
 * One gateway reference, never reused. `unknown` is a resting place: the gateway was silent and only a
 * notice, a query or a person may move it. Money that arrives on a declined or expired attempt is real and is recorded.
 */
export const attemptMoves = {
  opened: ["paid", "declined", "expired", "unknown", "held"],
  unknown: ["paid", "declined", "expired", "held"],
  declined: ["paid", "held"],
  expired: ["paid", "declined", "held"],
  held: ["paid", "declined"], // the gateway suspects fraud: a person decides
  paid: [], // money given back is a refund with a life of its own
} as const satisfies Moves<AttemptState>;

/** States that are no result yet: the money may still come, and only these are asked about. */
export const statesWithoutResult = ["opened", "unknown"] as const satisfies readonly AttemptState[];

/** True once something is known of the money. */
export function hasResult(state: AttemptState): boolean {
  return !statesWithoutResult.some((each) => each === state);
}

export const attemptWords = {
  opened: { vi: "Đang chờ bạn trả tiền", en: "Waiting for you to pay" },
  paid: { vi: "Đã nhận tiền", en: "Paid" },
  declined: { vi: "Chưa trả được", en: "Not paid" },
  expired: { vi: "Quá hạn trả tiền", en: "Expired" },
  unknown: { vi: "Đang hỏi lại cổng thanh toán", en: "Asking the payment gateway" },
  held: { vi: "Cổng thanh toán đang xem xét", en: "Under review at the gateway" },
} as const satisfies PublicWords<AttemptState>;

/**
 * What is heard of an attempt, whatever a gateway's own codes are. The first three are its verified word on the
 * money; `absent`: it knows no such payment; `unfinished`: its customer is still at it; `silent`: asked after the
 * end, it gave no answer that can be believed.
 */
export const attemptNews = ["paid", "declined", "held", "absent", "unfinished", "silent"] as const;
export type AttemptNews = (typeof attemptNews)[number];

/** What news makes of an attempt (P2): a new state, or nothing where it has a result that this news does not change. */
export const attemptHears = {
  opened: { paid: "paid", declined: "declined", held: "held", absent: "expired", unfinished: undefined, silent: "unknown" },
  unknown: { paid: "paid", declined: "declined", held: "held", absent: "expired", unfinished: undefined, silent: undefined },
  declined: { paid: "paid", declined: undefined, held: "held", absent: undefined, unfinished: undefined, silent: undefined },
  expired: { paid: "paid", declined: "declined", held: "held", absent: undefined, unfinished: undefined, silent: undefined },
  held: { paid: "paid", declined: "declined", held: undefined, absent: undefined, unfinished: undefined, silent: undefined },
  paid: { paid: undefined, declined: undefined, held: undefined, absent: undefined, unfinished: undefined, silent: undefined },
} as const satisfies { readonly [S in AttemptState]: { readonly [N in AttemptNews]: AttemptState | undefined } };

/** What happens to an attempt when news of it arrives: its new state, or undefined where nothing changes (P2). */
export function settleAttempt(state: AttemptState, news: AttemptNews): AttemptState | undefined {
  return attemptHears[state][news];
}

/**
 * What an attempt's new state does to its order. `confirm_or_refund`: every unit or all money back. `refund_all` never
 * revives an order. `keep_units`: the hold has no end until a person decides. `let_lapse`: it has one again, unless
 * another attempt is still under suspicion. `collect`: the sale is confirmed already and its money becomes its owners'.
 * `cancel`: the parcel came back unpaid.
 */
export type OrderEffect = "confirm_or_refund" | "refund_all" | "keep_units" | "let_lapse" | "collect" | "cancel" | "nothing";

type OrderHears = { readonly [A in AttemptState]: { readonly [S in OrderState]: OrderEffect } };

const money = {
  awaiting_payment: "confirm_or_refund",
  lapsed: "confirm_or_refund",
  confirmed: "refund_all", // a second success on one order
  closed: "refund_all",
  cancelled: "refund_all",
} as const satisfies OrderHears["paid"];

const nothing = { awaiting_payment: "nothing", lapsed: "nothing", confirmed: "nothing", closed: "nothing", cancelled: "nothing" } as const satisfies OrderHears["opened"];

/** The attempt × order table (O1): what an attempt that comes to a state does to its order, by the order's own state. */
export const orderHears = {
  paid: money,
  held: { ...nothing, awaiting_payment: "keep_units" },
  declined: { ...nothing, awaiting_payment: "let_lapse" },
  expired: nothing,
  unknown: nothing,
  opened: nothing,
} as const satisfies OrderHears;

/** The same for cash on delivery, whose order is confirmed before any money: the courier brings the cash or the parcel. */
export const cashHears = {
  ...orderHears,
  paid: { ...money, awaiting_payment: "refund_all", lapsed: "refund_all", confirmed: "collect", closed: "collect" },
  held: nothing,
  declined: { ...nothing, confirmed: "cancel" },
} as const satisfies OrderHears;

/** When a silent gateway is asked about an attempt, in minutes after it expired (P4); after the last a person is asked. */
export const askAfterMinutes = [1, 5, 15, 60, 6 * 60, 24 * 60] as const;

/** When to ask about an attempt that was asked about `asked` times already; null where only a person can tell (P4). */
export function nextAskAt(expiresAt: Date, asked: number): Date | null {
  const after = askAfterMinutes[asked];
  return after === undefined ? null : new Date(expiresAt.getTime() + after * 60_000);
}
