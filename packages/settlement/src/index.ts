export { balancesOf, paidFor, postMovement } from "./ledger.ts";
export { rateInForce, setRate, type RateDraft, type RateName } from "./rates.ts";
