import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerTo, secret } from "../../testing/a-gateway.ts";
import { askVnpay, askVnpayRefund, sendVnpayRefund, type VnpayCaller } from "./client.ts";

// The laws:
//   1. Whatever arrives, nothing is thrown, and without VNPAY's signature it is silence.
//   2. A genuine answer with anything signed changed, dropped or added is silence.
//   3. Of all the codes VNPAY can sign, "paid" is said by one combination only, and a refund is done by one only.
//   4. What is believed is what was signed: the fields come back as they were sent.

const terminal = { tmnCode: "XUDONG01", hashSecrets: [secret], payUrl: "", apiUrl: "http://gateway.test/api" };
const question = { gatewayRef: "20261123001", gatewayCreatedOn: "20261123094500", now: new Date("2026-11-23T03:00:00Z") };
const asked = { Command: "querydr", TmnCode: "XUDONG01", TxnRef: "20261123001" };
const refund = { ...question, amountDong: 120_000, transactionNo: null, requestId: "a".repeat(32), reason: "second_payment", createdBy: "job" };

const says = (body: string | Uint8Array<ArrayBuffer>, status = 200): VnpayCaller => ({ terminal, fetch: () => Promise.resolve(new Response(body, { status })) });
const everyQuestion = (caller: VnpayCaller) =>
  Promise.all([askVnpay(caller, question), askVnpayRefund(caller, { ...question, amountDong: 120_000, refundTransactionNo: null }), sendVnpayRefund(caller, refund)]);

const twoDigits = fc.constantFrom("00", "01", "02", "03", "04", "05", "06", "07", "09", "91", "94", "95", "97", "99", "", "0", "000", "1");
const text = fc.string({ unit: fc.constantFrom("a", "Z", "0", " ", "&", "=", "+", "%", "é", "ế", "😀", "\"", "\\", "<"), maxLength: 20 });
const genuine = fc.record({
  ResponseCode: twoDigits, TransactionType: twoDigits, TransactionStatus: twoDigits, Message: text, OrderInfo: text, BankCode: text,
  Amount: fc.oneof(fc.integer({ min: 0, max: 999_999_999_999 }).map(String), text), TransactionNo: fc.oneof(fc.integer({ min: 0 }).map(String), text),
});

describe("whatever a gateway answers", () => {
  test("[P4] 1. anything at all is silence, and no error", async () => {
    const unsigned = fc.dictionary(fc.constantFrom("vnp_ResponseCode", "vnp_TransactionStatus", "vnp_TransactionType", "vnp_TmnCode", "vnp_TxnRef", "vnp_SecureHash", "__proto__", "x"), fc.anything());
    const body = fc.oneof(fc.string(), fc.json(), unsigned.map((fields) => JSON.stringify(fields)), fc.uint8Array({ maxLength: 300 }).map((bytes) => new Uint8Array(bytes)));
    await fc.assert(
      fc.asyncProperty(body, fc.constantFrom(200, 200, 200, 201, 400, 500, 503), async (given, status) => {
        for (const told of await everyQuestion(says(given ?? "", status))) expect(told).toMatchObject({ news: "silent", responseCode: null, fields: {} });
      }),
    );
  });

  test("[P1] 2. a genuine answer that was touched is silence", async () => {
    const touch = fc.tuple(fc.constantFrom("ResponseId", "Command", "ResponseCode", "Message", "TmnCode", "TxnRef", "Amount", "BankCode", "PayDate", "TransactionNo", "TransactionType", "TransactionStatus", "OrderInfo", "PromotionCode", "SecureHash"), fc.oneof(text, fc.constant(undefined)));
    await fc.assert(
      fc.asyncProperty(genuine, touch, async (fields, [name, value]) => {
        const whole = JSON.parse(answerTo(asked, fields)) as Record<string, string>;
        fc.pre((whole[`vnp_${name}`] ?? "") !== (value ?? ""));
        const told = await askVnpay(says(JSON.stringify({ ...whole, [`vnp_${name}`]: value })), question);
        expect(told).toMatchObject({ news: "silent", fields: {} });
      }),
    );
  });

  test("[P1] 3. paid and done are each said by one combination of codes", async () => {
    await fc.assert(
      fc.asyncProperty(genuine, async (fields) => {
        const { ResponseCode, TransactionType, TransactionStatus } = fields;
        const codes = `${ResponseCode}/${TransactionType}/${TransactionStatus}`;
        expect((await askVnpay(says(answerTo(asked, fields)), question)).news === "paid").toBe(codes === "00/01/00");
        const told = await sendVnpayRefund(says(answerTo({ ...asked, Command: "refund" }, { ...fields, Amount: "12000000" })), refund);
        expect(told.news === "done").toBe(codes === "00/02/00");
        const later = await askVnpayRefund(says(answerTo(asked, fields)), { ...question, amountDong: 120_000, refundTransactionNo: null });
        if (later.news === "done") expect(["00/02/00", "00/03/00"]).toContain(codes);
      }),
      { numRuns: 300 },
    );
  });

  test("[P1] 4. what is believed is what was signed", async () => {
    await fc.assert(
      fc.asyncProperty(genuine, async (fields) => {
        const { fields: told } = await askVnpay(says(answerTo(asked, fields)), question);
        for (const [name, value] of Object.entries(fields)) expect(told[`vnp_${name}`]).toBe(value);
      }),
    );
  });
});
