export { cashMethod, endCashAttempt, lockCashAttempt, openCashAttempt } from "./cash.ts";
export { isKnownNotice } from "./known-notices.ts";
export { openVnpayAttempt, type AttemptRequest } from "./open-attempt.ts";
export {
  callPersonToAttempt, hasHeldAttempt, keepNotice, lockAttempt, recordVerdict, requestRefund, vnpayMethod,
  type AttemptRow, type NoticeRow, type Verdict, type WaitsFor,
} from "./settle-attempt.ts";
export { isAttemptOver } from "./attempt-end.ts";
export { adoptForgotten, forgottenMoney } from "./forgotten.ts";
export { askSoon, attemptsToAsk, beginAsking, endAsking, mayAskSooner, type AskedAttempt } from "./ask-attempts.ts";
export { beginRefundStep, hearOfRefund, recordRefundByHand, refundsDue, sendRefundAgain, type RefundStep } from "./refunds.ts";
export { casesForPerson, closeAttemptCase, endAttemptCase, type PaymentCase } from "./cases.ts";
export { findAttempt, findAttemptFacts, showPayments, type AttemptView, type RefundView } from "./payment-views.ts";
export { dongOf, gatewayWays, isGatewayWay, readMessage, vnpayLargestDong, vnpayTime, type GatewayWay, type NotGenuine, type VnpayMessage, type VnpayTerminal } from "./vnpay/message.ts";
export { ipnAnswers, newsOf, type IpnAnswer, type WhySilent } from "./vnpay/codes.ts";
export {
  askVnpay, askVnpayRefund, sendVnpayRefund,
  type RefundTold, type VnpayCaller, type VnpayQuestion, type VnpayRefundOrder, type VnpayRefundQuestion, type VnpayTold,
} from "./vnpay/client.ts";
