export { createMarket, type MarketParts } from "./create-market.ts";
export type { JobReport, Market, CartRef, ClosedWay, OrderRef, PlaceOrderInput, PlacedOrder, OpenPaymentInput, OpenedPayment, PayableCart, PaymentReturn, Reconciled, Repeatable } from "./contract.ts";
export type { MarketSettings, PaymentMethods } from "./settings.ts";
export { waitingWords } from "./jobs/alerts.ts";
export type { Reader } from "./jobs/deliver.ts";
export { inspectMarket, type Finding } from "./inspect-market.ts";
export { orderTimeline, type TimelineEntry } from "./order-timeline.ts";
export { problemText } from "./problems.ts";
export { decisions, type Decision, type DecisionInput, type WaitingCase } from "./decide.ts";
