/** Prints every kind of message we sign, made at one instant: for processes in other time zones to compare. */
import { querydrBody, refundBody } from "../src/vnpay/api-message.ts";
import { payUrl, vnpayTime } from "../src/vnpay/message.ts";

const now = new Date("2026-12-31T17:30:05Z"); // already the new year in Vietnam
const terminal = { tmnCode: "XUDONG01", hashSecrets: ["test-hash-secret"], payUrl: "http://gateway.test/pay", apiUrl: "" };
const request = { requestId: "a".repeat(32), gatewayRef: "20270101001", gatewayCreatedOn: vnpayTime(now), now, ipAddr: "203.0.113.7", about: "Đơn hàng", transactionNo: "14226112" };

console.log(
  JSON.stringify({
    zone: new Date(0).getTimezoneOffset(),
    pay: payUrl(terminal, { gatewayRef: "20270101001", amountDong: 120_000, description: "Vải thiều", createdOn: vnpayTime(now), expiresAt: new Date(now.getTime() + 900_000), clientAddress: "203.0.113.7", returnUrl: "http://shop.test/back", locale: "vi" }),
    querydr: querydrBody("XUDONG01", "test-hash-secret", request),
    refund: refundBody("XUDONG01", "test-hash-secret", { ...request, amountDong: 120_000, createdBy: "job" }),
  }),
);
