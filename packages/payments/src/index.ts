export { cashMethod, endCashAttempt, lockCashAttempt, openCashAttempt } from "./cash.ts";
export { openVnpayAttempt, type AttemptRequest } from "./open-attempt.ts";
export { callPersonToAttempt, hasHeldAttempt, keepNotice, lockAttempt, recordVerdict, requestRefund, type AttemptRow, type NoticeRow, type Verdict, type WaitsFor } from "./settle-attempt.ts";
export { findAttempt, showPayments, type AttemptView, type RefundView } from "./payment-views.ts";
export { dongOf, readMessage, vnpayLargestDong, vnpayTime, type NotGenuine, type VnpayMessage, type VnpayTerminal } from "./vnpay/message.ts";
export { ipnAnswers, newsOf, type IpnAnswer } from "./vnpay/codes.ts";
