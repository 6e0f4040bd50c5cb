export { createMarket, type MarketParts } from "./create-market.ts";
export type { JobReport, Market, CartRef, OrderRef, PlaceOrderInput, PlacedOrder, OpenPaymentInput, OpenedPayment, PaymentReturn, Repeatable } from "./contract.ts";
export type { MarketSettings, PaymentMethods } from "./settings.ts";
export { inspectMarket, type Finding } from "./inspect-market.ts";
export { orderTimeline, type TimelineEntry } from "./order-timeline.ts";
export { problemText } from "./problems.ts";
