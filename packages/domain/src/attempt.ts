import type { Moves, PublicWords } from "./moves.ts";
import type { OrderState } from "./order.ts";

export const attemptStates = ["opened", "paid", "declined", "expired", "unknown", "held"] as const;
export type AttemptState = (typeof attemptStates)[number];

/**
 * One gateway reference, never reused. `unknown` is a resting place: the gateway was silent and only a
 * notice or a query may move it. Money that arrives on a declined or expired attempt is real and is recorded.
 */
export const attemptMoves = {
  opened: ["paid", "declined", "expired", "unknown", "held"],
  unknown: ["paid", "declined", "expired", "held"],
  declined: ["paid", "held"],
  expired: ["paid", "held"],
  held: ["paid", "declined"], // the gateway suspects fraud: a person decides
  paid: [], // money given back is a refund with a life of its own
} as const satisfies Moves<AttemptState>;

export const attemptWords = {
  opened: { vi: "Đang chờ bạn trả tiền", en: "Waiting for you to pay" },
  paid: { vi: "Đã nhận tiền", en: "Paid" },
  declined: { vi: "Chưa trả được", en: "Not paid" },
  expired: { vi: "Quá hạn trả tiền", en: "Expired" },
  unknown: { vi: "Đang hỏi lại cổng thanh toán", en: "Asking the payment gateway" },
  held: { vi: "Cổng thanh toán đang xem xét", en: "Under review at the gateway" },
} as const satisfies PublicWords<AttemptState>;

/** What a gateway's verified word means, whatever its own codes are. */
export type AttemptOutcome = "paid" | "declined" | "held";

/** What happens to an attempt when a verified word arrives: its new state, or undefined where it is already settled (P2). */
export function settleAttempt(state: AttemptState, outcome: AttemptOutcome): AttemptState | undefined {
  const next: readonly AttemptState[] = attemptMoves[state];
  return next.includes(outcome) ? outcome : undefined;
}

/** What a payment that arrived does to its order. `refund_all` never revives an order. */
export type MoneyEffect = "confirm_or_refund" | "refund_all";

/** The attempt × order table (O1): what money that has arrived means, by the state of the order it was meant for. */
export const moneyMeans = {
  awaiting_payment: "confirm_or_refund",
  lapsed: "confirm_or_refund",
  confirmed: "refund_all", // a second success on one order
  closed: "refund_all",
  cancelled: "refund_all",
} as const satisfies { readonly [S in OrderState]: MoneyEffect };

export const refundStates = ["requested", "sent", "done", "refused", "unknown"] as const;
export type RefundState = (typeof refundStates)[number];

/** A refund the gateway did not answer for is asked about, never sent again blindly. */
export const refundMoves = {
  requested: ["sent", "unknown"],
  sent: ["done", "refused", "unknown"],
  unknown: ["sent", "done", "refused"],
  refused: ["requested"],
  done: [],
} as const satisfies Moves<RefundState>;

export const refundWords = {
  requested: { vi: "Sẽ hoàn tiền", en: "Refund requested" },
  sent: { vi: "Đang hoàn tiền", en: "Refund on its way" },
  done: { vi: "Đã hoàn tiền", en: "Refunded" },
  refused: { vi: "Cần người xem lại", en: "Needs a person" },
  unknown: { vi: "Đang hỏi lại", en: "Being checked" },
} as const satisfies PublicWords<RefundState>;
