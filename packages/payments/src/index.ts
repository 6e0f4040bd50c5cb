export { openVnpayAttempt, type AttemptRequest } from "./open-attempt.ts";
export { hasHeldAttempt, keepNotice, lockAttempt, recordVerdict, requestRefund, type AttemptRow, type NoticeRow, type Verdict } from "./settle-attempt.ts";
export { findAttempt, showPayments, type AttemptView, type RefundView } from "./payment-views.ts";
export { dongOf, readMessage, vnpayLargestDong, vnpayTime, type NotGenuine, type VnpayMessage, type VnpayTerminal } from "./vnpay/message.ts";
export { ipnAnswers, outcomeOf, type IpnAnswer } from "./vnpay/codes.ts";
