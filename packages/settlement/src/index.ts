export { balancesOf, paidFor, postMovement, saleOf } from "./ledger.ts";
export { owedTo } from "./owed.ts";
export { rateInForce, setRate, type RateDraft, type RateName } from "./rates.ts";
