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

export const fulfilmentStates = ["to_prepare", "shipped", "delivered", "due", "used", "no_show", "cancelled"] as const;
export type FulfilmentState = (typeof fulfilmentStates)[number];

/** A parcel is prepared, shipped, delivered; a visit is due, then used or missed. */
export const fulfilmentMoves = {
  to_prepare: ["shipped", "cancelled"],
  shipped: ["delivered"],
  delivered: [],
  due: ["used", "no_show", "cancelled"],
  used: [],
  no_show: ["used"],
  cancelled: [],
} as const satisfies Moves<FulfilmentState>;

export const fulfilmentWords = {
  to_prepare: { vi: "Người bán đang chuẩn bị", en: "Being prepared" },
  shipped: { vi: "Đang giao", en: "On its way" },
  delivered: { vi: "Đã giao", en: "Delivered" },
  due: { vi: "Chờ ngày đi", en: "Waiting for the day" },
  used: { vi: "Đã vào cửa", en: "Admitted" },
  no_show: { vi: "Không đến", en: "Did not come" },
  cancelled: { vi: "Đã huỷ", en: "Cancelled" },
} as const satisfies PublicWords<FulfilmentState>;

/** The state a person is told: an order whose hold has run out is over even before anything has written it down. */
export function publicOrderState(state: OrderState, holdLapsesAt: Date | null, now: Date): OrderState {
  return state === "awaiting_payment" && holdLapsesAt !== null && holdLapsesAt <= now ? "lapsed" : state;
}
