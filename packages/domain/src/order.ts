import type { ErrorCode } from "./error.ts";
import type { Moves, PublicWords } from "./moves.ts";

export const orderStates = ["awaiting_payment", "confirmed", "closed", "lapsed", "cancelled"] as const;
export type OrderState = (typeof orderStates)[number];

/** A lapsed order may still be confirmed by late money; a cancelled one is never revived (its money goes back). */
export const orderMoves = {
  awaiting_payment: ["confirmed", "lapsed", "cancelled"],
  lapsed: ["confirmed", "cancelled"],
  confirmed: ["closed", "cancelled"],
  closed: [],
  cancelled: [],
} as const satisfies Moves<OrderState>;

export const orderWords = {
  awaiting_payment: { vi: "Chờ thanh toán", en: "Waiting for payment" },
  confirmed: { vi: "Đã xác nhận", en: "Confirmed" },
  closed: { vi: "Đã hoàn tất", en: "Completed" },
  lapsed: { vi: "Đã hết hạn giữ chỗ", en: "No longer held" },
  cancelled: { vi: "Đã huỷ", en: "Cancelled" },
} as const satisfies PublicWords<OrderState>;

/** What a person must agree to before ordering, each by its own unticked box. */
export const requiredConsents = ["terms", "privacy"] as const;
export type RequiredConsent = (typeof requiredConsents)[number];

export const fulfilmentKinds = ["parcel", "visit"] as const;
export type FulfilmentKind = (typeof fulfilmentKinds)[number];

export const fulfilmentStates = ["to_prepare", "shipped", "delivered", "returned", "due", "used", "no_show", "cancelled"] as const;
export type FulfilmentState = (typeof fulfilmentStates)[number];

/** A parcel is prepared, shipped, delivered, or collected from where it was prepared, and for a few minutes a seller may take back that it has left; a visit is due, then used or missed. */
export const fulfilmentMoves = {
  to_prepare: ["shipped", "delivered", "cancelled"],
  shipped: ["delivered", "returned", "to_prepare"],
  delivered: [],
  returned: [],
  due: ["used", "no_show", "cancelled"],
  used: [],
  no_show: ["used"],
  cancelled: [],
} as const satisfies Moves<FulfilmentState>;

export const fulfilmentWords = {
  to_prepare: { vi: "Người bán đang chuẩn bị", en: "Being prepared" },
  shipped: { vi: "Đang giao", en: "On its way" },
  delivered: { vi: "Đã giao", en: "Delivered" },
  returned: { vi: "Đã trở lại người bán", en: "Back with the seller" },
  due: { vi: "Chờ ngày đi", en: "Waiting for the day" },
  used: { vi: "Đã vào cửa", en: "Admitted" },
  no_show: { vi: "Không đến", en: "Did not come" },
  cancelled: { vi: "Đã huỷ", en: "Cancelled" },
} as const satisfies PublicWords<FulfilmentState>;

/** Why an order was cancelled, and what its buyer is told of it. */
export const cancelReasons = ["buyer", "operator", "units_gone", "cash_refused"] as const;
export type CancelReason = (typeof cancelReasons)[number];

export const cancelReasonWords = {
  buyer: { vi: "Bạn đã huỷ đơn", en: "You cancelled the order" },
  operator: { vi: "Chợ hoặc người bán đã huỷ đơn", en: "The market or a seller cancelled the order" },
  units_gone: { vi: "Tiền đến khi chợ không còn giữ được hàng hoặc chỗ", en: "The money came when the goods or places could no longer be kept" },
  cash_refused: { vi: "Hàng đã trở lại người bán", en: "The parcel went back to the seller" },
} as const satisfies PublicWords<CancelReason>;

/** What of an order cannot be called back any more. */
type UnderWay = { state: FulfilmentState; /** When the visit begins; null for a parcel. */ startsAt: Date | null };

/**
 * Why an order cannot be cancelled any more, or undefined where it can: before a parcel is dispatched and before a
 * visit begins. An order of several sellers is cancelled whole or not at all.
 */
export function whyNotCancellable(order: { state: OrderState; fulfilments: readonly UnderWay[] }, now: Date): ErrorCode | undefined {
  if (order.state === "closed" || order.state === "cancelled") return "order.move_not_allowed";
  if (order.fulfilments.some(({ state }) => state === "shipped" || state === "delivered")) return "order.already_dispatched";
  const hasBegun = ({ state, startsAt }: UnderWay) => state === "used" || state === "no_show" || (startsAt !== null && startsAt <= now);
  // Nobody has paid for a seat that nobody could still use: an unpaid order may always be given up.
  return order.state === "confirmed" && order.fulfilments.some(hasBegun) ? "order.visit_begun" : undefined;
}

/** The state a person is told: an order whose hold has run out is over even before anything has written it down. */
export function publicOrderState(state: OrderState, holdLapsesAt: Date | null, now: Date): OrderState {
  return state === "awaiting_payment" && holdLapsesAt !== null && holdLapsesAt <= now ? "lapsed" : state;
}
