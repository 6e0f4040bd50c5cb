import { createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { answerTo, bodyOf, formerSecret, secret, startGateway, type Fields, type Gateway } from "../../testing/a-gateway.ts";
import { askVnpay, askVnpayRefund, sendVnpayRefund, type RefundTold, type VnpayCaller, type VnpayTold } from "./client.ts";

const now = new Date("2026-11-23T03:00:00Z");
const ref = "2026112300000000000001";
const question = { gatewayRef: ref, gatewayCreatedOn: "20261123094500", now };
const order = { ...question, transactionNo: "14226112", amountDong: 120_000, requestId: "a".repeat(32), reason: "second_payment", createdBy: "system.refunds" };
const paid = { Amount: "12000000", BankCode: "NCB", TransactionNo: "14226112", TransactionType: "01", TransactionStatus: "00", OrderInfo: "Don hang thu" };
const goingBack = { Amount: "12000000", BankCode: "NCB", TransactionNo: "15000001", TransactionType: "02", TransactionStatus: "05", OrderInfo: "Hoan tien" };

let gateway: Gateway;
let caller: VnpayCaller;
beforeAll(async () => {
  gateway = await startGateway();
  caller = { terminal: gateway.terminal };
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.heard.length = 0;
});

const hears = (over: Fields) => {
  gateway.answer = (asked) => answerTo(asked, over);
};
const silence = { news: "silent", responseCode: null, transactionNo: null, fields: {} };

describe("a question about a payment", () => {
  test("[P4] is signed over its values in VNPAY's order, with the attempt's own creation time", async () => {
    hears(paid);
    await askVnpay({ ...caller, ipAddr: "203.0.113.9" }, { ...question, transactionNo: "14226112" });
    const [asked = {}] = gateway.heard;
    expect(asked).toMatchObject({
      Version: "2.1.0", Command: "querydr", TmnCode: "XUDONG01", TxnRef: ref, TransactionDate: "20261123094500", CreateDate: "20261123100000",
      IpAddr: "203.0.113.9", OrderInfo: `hoi ket qua giao dich ${ref}`, TransactionNo: "14226112", RequestId: expect.stringMatching(/^[0-9a-zA-Z]{32}$/),
    });
    const text = `${asked["RequestId"]}|2.1.0|querydr|XUDONG01|${ref}|20261123094500|20261123100000|203.0.113.9|hoi ket qua giao dich ${ref}`;
    expect(asked["SecureHash"]).toBe(createHmac("sha512", secret).update(text).digest("hex"));
  });

  test("[P4] names no transaction where none is known, and an address that VNPAY takes", async () => {
    hears(paid);
    for (const transactionNo of ["", "0", "00", "12x", "1234567890123456"]) await askVnpay({ ...caller, ipAddr: "::1" }, { ...question, transactionNo });
    for (const asked of gateway.heard) expect(asked).toMatchObject({ IpAddr: "127.0.0.1" });
    expect(gateway.heard.some((asked) => "TransactionNo" in asked)).toBe(false);
  });

  test("[P1] tells what was paid, once both codes and the type say so", async () => {
    hears(paid);
    expect(await askVnpay(caller, question)).toEqual({
      news: "paid", amountDong: 120_000, responseCode: "00", transactionNo: "14226112", bankCode: "NCB", fields: expect.objectContaining({ vnp_TxnRef: ref, vnp_TransactionStatus: "00" }),
    });
  });

  const statuses: [string, Partial<VnpayTold>][] = [
    ["00", { news: "paid" }],
    ["01", { news: "unfinished" }],
    ["02", { news: "declined" }],
    ["04", { news: "silent", why: "reversed", needsPerson: "reversed" }],
    ["05", { news: "silent", why: "refunded_elsewhere", needsPerson: "refunded_elsewhere" }],
    ["06", { news: "silent", why: "refunded_elsewhere", needsPerson: "refunded_elsewhere" }],
    ["07", { news: "held" }],
    ["09", { news: "silent", why: "refunded_elsewhere", needsPerson: "refunded_elsewhere" }],
    ["03", { news: "silent", why: "unfitting_status" }],
    ["", { news: "silent", why: "unfitting_status" }],
  ];
  test.each(statuses)("[P1] status %s of the payment is %o", async (status, told) => {
    hears({ ...paid, TransactionStatus: status });
    expect(await askVnpay(caller, question)).toMatchObject({ ...told, responseCode: "00" });
  });

  test.each(["00", "05", "06", "09"])("[P1] status %s of a refund nobody here sent is no payment: a person must look", async (status) => {
    for (const type of ["02", "03"]) {
      hears({ ...paid, TransactionType: type, TransactionStatus: status });
      expect(await askVnpay(caller, question)).toMatchObject({ news: "silent", needsPerson: "refunded_elsewhere" });
    }
  });

  test("[P1] a type that does not exist is no payment", async () => {
    for (const type of ["", "04", "1"]) {
      hears({ ...paid, TransactionType: type });
      expect(await askVnpay(caller, question), type).toMatchObject({ news: "silent", why: "unfitting_status" });
    }
  });

  const codes: [string, Partial<VnpayTold>][] = [
    ["91", { news: "absent" }],
    ["94", { news: "silent", why: "too_soon" }],
    ["02", { news: "silent", why: "refused" }],
    ["03", { news: "silent", why: "refused" }],
    ["97", { news: "silent", why: "signature_refused" }],
    ["99", { news: "silent", why: "fault" }],
    ["", { news: "silent", why: "fault" }],
    ["0", { news: "silent", why: "fault" }],
  ];
  test.each(codes)("[P4] answer code %s is %o, whatever else it carries", async (code, told) => {
    hears({ ResponseCode: code });
    expect(await askVnpay(caller, question)).toMatchObject({ ...told, responseCode: code });
    hears({ ...paid, ResponseCode: code });
    expect(await askVnpay(caller, question)).toMatchObject(told);
  });

  test("[P1] an amount that is no whole đồng is no amount, and zeros in front change none", async () => {
    for (const [amount, dong] of [["12000001", undefined], ["120000.00", undefined], ["-12000000", undefined], ["", undefined], ["1e7", undefined], ["00", undefined], ["0012000000", 120_000]] as const) {
      hears({ ...paid, Amount: amount });
      expect((await askVnpay(caller, question)).amountDong, amount).toBe(dong);
    }
  });

  test("[P4] of another terminal's attempt is not asked here at all: a person must look", async () => {
    expect(await askVnpay(caller, { ...question, terminal: "FORMER01" })).toMatchObject({ ...silence, why: "not_our_terminal", needsPerson: "other_terminal" });
    expect(gateway.heard).toEqual([]);
    hears(paid);
    expect(await askVnpay(caller, { ...question, terminal: "XUDONG01" })).toMatchObject({ news: "paid" });
  });
});

/** What a gateway, or something in its place, may do instead of answering. */
const nonsense: Record<string, { answer: Gateway["answer"]; why: string }> = {
  "no signature": { answer: (asked) => bodyOf({ ...asked, ...paid, ResponseCode: "00", SecureHash: undefined }), why: "no_signature" },
  "an empty signature": { answer: (asked) => bodyOf({ ...asked, ...paid, ResponseCode: "00", SecureHash: "" }), why: "no_signature" },
  "a wrong signature": { answer: (asked) => answerTo(asked, paid, "another secret"), why: "wrong_signature" },
  "a short signature": { answer: (asked) => bodyOf({ ...asked, ...paid, SecureHash: "abc" }), why: "wrong_signature" },
  "our own question again": { answer: (asked) => bodyOf(asked), why: "wrong_signature" },
  "another terminal": { answer: (asked) => answerTo(asked, { ...paid, TmnCode: "OTHER001" }), why: "other_terminal" },
  "no terminal": { answer: (asked) => answerTo(asked, { ...paid, TmnCode: undefined }), why: "other_terminal" },
  "another reference": { answer: (asked) => answerTo(asked, { ...paid, TxnRef: `${ref}0` }), why: "other_reference" },
  "no reference": { answer: (asked) => answerTo(asked, { ...paid, TxnRef: undefined }), why: "other_reference" },
  "another command": { answer: (asked) => answerTo(asked, { ...paid, Command: "pay" }), why: "other_command" },
  "a page with 200": { answer: () => "<html><body>Bảo trì hệ thống</body></html>", why: "not_json" },
  "an empty body": { answer: () => "", why: "not_json" },
  "half an answer": { answer: (asked) => answerTo(asked, paid).slice(0, 200), why: "not_json" },
  "a list": { answer: (asked) => `[${answerTo(asked, paid)}]`, why: "malformed" },
  "null": { answer: () => "null", why: "malformed" },
  "a text": { answer: () => '"00"', why: "malformed" },
  "a list for a value": { answer: (asked) => answerTo(asked, { ...paid, Amount: ["12000000"] }), why: "malformed" },
  "an object for a value": { answer: (asked) => answerTo(asked, { ...paid, Amount: { a: 1 } }), why: "malformed" },
  "true for a value": { answer: (asked) => answerTo(asked, { ...paid, Message: true }), why: "malformed" },
  "a fraction for a value": { answer: (asked) => answerTo(asked, { ...paid, Amount: 12000000.5 }), why: "malformed" },
  "a number above 2^53": { answer: (asked) => answerTo(asked, paid).replace('"12000000"', "9007199254740993"), why: "malformed" },
  "a name twice": { answer: (asked) => answerTo(asked, paid).replace("{", '{"vnp_TransactionStatus":"02",'), why: "malformed" },
  "a name twice, once disguised": { answer: (asked) => answerTo(asked, paid).replace("{", '{"vnp\\u005fTransactionStatus" : "02",'), why: "malformed" },
  "a name twice, once deeper": { answer: (asked) => answerTo(asked, paid).replace("{", '{"more":{"vnp_TransactionStatus":"02"},'), why: "malformed" },
  "a NUL in a value": { answer: (asked) => answerTo(asked, { ...paid, Message: "a\u0000b" }), why: "malformed" },
  "half a character": { answer: (asked) => answerTo(asked, { ...paid, Message: "\ud800" }), why: "malformed" },
  "values that could be cut elsewhere": { answer: (asked) => answerTo(asked, { ...paid, Message: "a|b" }), why: "malformed" },
  "500": { answer: (asked, response) => void response.writeHead(500).end(answerTo(asked, paid)), why: "http_status" },
  "201": { answer: (asked, response) => void response.writeHead(201).end(answerTo(asked, paid)), why: "http_status" },
  "204": { answer: (_asked, response) => void response.writeHead(204).end(), why: "http_status" },
  "a closed connection": { answer: (_asked, response) => void response.socket?.destroy(), why: "unreachable" },
  "an answer cut off": { answer: (_asked, response) => void response.writeHead(200, { "content-length": "500" }).write("{", () => response.socket?.destroy()), why: "unreachable" },
  "a huge answer": { answer: (asked) => answerTo(asked, { ...paid, Message: "x".repeat(65 * 1024) }), why: "too_large" },
  "an answer without end": { answer: (_asked, response) => void endless(response), why: "too_large" },
};

function endless(response: Parameters<Gateway["answer"]>[1]): void {
  response.writeHead(200);
  const more = setInterval(() => response.write(" ".repeat(16 * 1024)), 1);
  response.on("close", () => clearInterval(more));
}

describe("whatever comes instead of an answer is silence, with a reason for the log", () => {
  test.each(Object.entries(nonsense))("[P4] %s", async (_, { answer, why }) => {
    gateway.answer = answer;
    expect(await askVnpay(caller, question)).toMatchObject({ ...silence, amountDong: undefined, bankCode: null, why });
    expect(await askVnpayRefund(caller, { ...question, amountDong: 120_000, refundTransactionNo: null })).toMatchObject({ ...silence, why });
    expect(await sendVnpayRefund(caller, order)).toMatchObject({ ...silence, why });
  });

  test("[P4] nobody at home, and an address that is none", async () => {
    for (const apiUrl of ["http://127.0.0.1:1/api", "not an address", ""]) {
      expect(await askVnpay({ terminal: { ...gateway.terminal, apiUrl } }, question)).toMatchObject({ ...silence, why: "unreachable" });
    }
  });

  test("[P4] a redirect: what is signed for one address is not carried to another", async () => {
    gateway.answer = (asked, response) => (gateway.heard.length === 1 ? void response.writeHead(307, { location: "/elsewhere" }).end() : answerTo(asked, paid));
    expect(await askVnpay(caller, question)).toMatchObject({ ...silence, why: "unreachable" });
    expect(gateway.heard).toHaveLength(1);
  });

  test("[P4] an answer that does not come, or does not end, within our patience", async () => {
    gateway.answer = () => undefined;
    expect(await askVnpay({ ...caller, timeoutMs: 30 }, question)).toMatchObject({ ...silence, why: "timeout" });
    gateway.answer = (_asked, response) => void response.writeHead(200).write("{");
    expect(await askVnpay({ ...caller, timeoutMs: 30 }, question)).toMatchObject({ ...silence, why: "timeout" });
  });

  test("[P4] a fetch that keeps to no signal, and one that throws at once", async () => {
    const deaf = () => new Promise<Response>(() => undefined);
    expect(await askVnpay({ ...caller, fetch: deaf, timeoutMs: 30 }, question)).toMatchObject({ why: "timeout" });
    const broken = () => {
      throw new Error("no network");
    };
    expect(await askVnpay({ ...caller, fetch: broken }, question)).toMatchObject({ why: "unreachable" });
  });

  test("[P1] a terminal without a secret believes nobody: everybody could sign with an empty one", async () => {
    gateway.answer = (asked) => answerTo(asked, paid, "");
    for (const hashSecrets of [[""], [], ["", ""]]) expect(await askVnpay({ terminal: { ...gateway.terminal, hashSecrets } }, question)).toMatchObject({ ...silence, why: "wrong_signature" });
  });
});

describe("what is believed all the same", () => {
  const believed = (body: (asked: Fields) => string) => {
    gateway.answer = body;
    return askVnpay(caller, question);
  };

  test("[P1] foreign names, null for absent, a signature in capitals, whole numbers for digits", async () => {
    const signed = (asked: Fields, over: Fields = {}) => JSON.parse(answerTo(asked, { ...paid, ...over })) as Record<string, unknown>;
    expect(await believed((asked) => JSON.stringify({ utm_source: ["x"], ...signed(asked), nested: { a: null } }))).toMatchObject({ news: "paid" });
    expect(await believed((asked) => JSON.stringify({ ...signed(asked), vnp_PromotionCode: null, vnp_Extra: null }))).toMatchObject({ news: "paid" });
    expect(await believed((asked) => JSON.stringify({ ...signed(asked), vnp_SecureHash: String(signed(asked)["vnp_SecureHash"]).toUpperCase() }))).toMatchObject({ news: "paid" });
    expect(await believed((asked) => JSON.stringify({ ...signed(asked), vnp_Amount: 12000000 }))).toMatchObject({ news: "paid", amountDong: 120_000 });
  });

  test("[P1] the words undefined and null are words like any other", async () => {
    expect(await believed((asked) => answerTo(asked, { ...paid, Message: "undefined", OrderInfo: "null" }))).toMatchObject({ news: "paid" });
  });

  test("[P1] an error that names no command, signed", async () => {
    expect(await believed((asked) => answerTo(asked, { Command: undefined, ResponseCode: "91" }))).toMatchObject({ news: "absent" });
  });

  test("[P1] never a signature over other values than those that are read", async () => {
    for (const [name, value] of Object.entries({ ResponseCode: "91", Amount: "12000100", TransactionStatus: "02", TransactionType: "02", TransactionNo: "1", BankCode: "VISA", Message: "x", OrderInfo: "x", PayDate: "20261123100000", PromotionCode: "x", PromotionAmount: "0" })) {
      const told = await believed((asked) => JSON.stringify({ ...(JSON.parse(answerTo(asked, paid)) as object), [`vnp_${name}`]: value }));
      expect(told, name).toMatchObject({ ...silence, why: "wrong_signature" });
    }
  });
});

describe("sending a refund", () => {
  test("[P3] is signed over its values in VNPAY's order: the whole payment, × 100, under our number", async () => {
    hears(goingBack);
    await sendVnpayRefund(caller, order);
    const about = `hoan tien giao dich ${ref} second payment`;
    const [asked = {}] = gateway.heard;
    expect(asked).toMatchObject({ RequestId: "a".repeat(32), TransactionType: "02", Amount: "12000000", TransactionNo: "14226112", CreateBy: "system refunds", OrderInfo: about });
    const text = `${"a".repeat(32)}|2.1.0|refund|XUDONG01|02|${ref}|12000000|14226112|20261123094500|system refunds|20261123100000|127.0.0.1|${about}`;
    expect(asked["SecureHash"]).toBe(createHmac("sha512", secret).update(text).digest("hex"));
  });

  test("[P3] names an unknown payment as 0, in the body and in what is signed", async () => {
    hears(goingBack);
    await sendVnpayRefund(caller, { ...order, transactionNo: null });
    const [asked = {}] = gateway.heard;
    expect(asked["TransactionNo"]).toBe("0");
    const text = `${"a".repeat(32)}|2.1.0|refund|XUDONG01|02|${ref}|12000000|0|20261123094500|system refunds|20261123100000|127.0.0.1|${asked["OrderInfo"]}`;
    expect(asked["SecureHash"]).toBe(createHmac("sha512", secret).update(text).digest("hex"));
  });

  const answers: [string, Fields, Partial<RefundTold>][] = [
    ["accepted, at work", goingBack, { news: "accepted", transactionNo: "15000001" }],
    ["accepted, at the bank", { ...goingBack, TransactionStatus: "06" }, { news: "accepted" }],
    ["done", { ...goingBack, TransactionStatus: "00" }, { news: "done", transactionNo: "15000001" }],
    ["refused by the bank", { ...goingBack, TransactionStatus: "09" }, { news: "refused", transactionNo: "15000001" }],
    ["accepted, without a number", { ...goingBack, TransactionNo: "0" }, { news: "accepted", transactionNo: null }],
    ["done, of another type", { ...goingBack, TransactionType: "03", TransactionStatus: "00" }, { news: "silent", why: "unfitting_status" }],
    ["done, as if it were the payment", { ...goingBack, TransactionType: "01", TransactionStatus: "00" }, { news: "silent", why: "unfitting_status", transactionNo: null }],
    ["a status that is none", { ...goingBack, TransactionStatus: "02" }, { news: "silent", why: "unfitting_status" }],
    ["done, with less", { ...goingBack, TransactionStatus: "00", Amount: "11999900" }, { news: "silent", why: "other_amount", needsPerson: "wrong_amount", transactionNo: null }],
    ["done, divided by 100", { ...goingBack, TransactionStatus: "00", Amount: "120000" }, { news: "silent", why: "other_amount" }],
    ["done, without an amount", { ...goingBack, TransactionStatus: "00", Amount: undefined }, { news: "silent", why: "other_amount" }],
    ["one is under way", { ResponseCode: "94" }, { news: "accepted", transactionNo: null }],
    ["no such payment", { ResponseCode: "91" }, { news: "refused" }],
    ["never paid", { ResponseCode: "95" }, { news: "refused" }],
    ["wrong terminal", { ResponseCode: "02" }, { news: "refused" }],
    ["wrong form", { ResponseCode: "03" }, { news: "refused" }],
    ["wrong signature", { ResponseCode: "97" }, { news: "refused" }],
    ["something else", { ResponseCode: "99" }, { news: "silent", why: "fault" }],
    ["an unknown code", { ResponseCode: "98" }, { news: "silent", why: "fault" }],
  ];
  test.each(answers)("[P3] answered: %s", async (_, over, told) => {
    hears(over);
    expect(await sendVnpayRefund(caller, order)).toMatchObject(told);
    expect(gateway.heard).toHaveLength(1);
  });

  test("[P3] a refusal that nobody signed is none", async () => {
    for (const code of ["91", "95", "02", "03", "97", "94"]) {
      gateway.answer = (asked) => bodyOf({ ...asked, ResponseCode: code, SecureHash: undefined });
      expect(await sendVnpayRefund(caller, order), code).toMatchObject({ ...silence, why: "no_signature" });
    }
  });

  test("[P3] of another terminal's payment is not sent here at all: a person must look", async () => {
    expect(await sendVnpayRefund(caller, { ...order, terminal: "FORMER01" })).toMatchObject({ news: "silent", needsPerson: "other_terminal" });
    expect(gateway.heard).toEqual([]);
  });
});

describe("a question about a refund", () => {
  const ask = (refundTransactionNo: string | null) => askVnpayRefund(caller, { ...question, amountDong: 120_000, refundTransactionNo });

  test("[P3] names the refund's own number where it is known", async () => {
    hears(goingBack);
    await ask("15000001");
    await ask(null);
    expect(gateway.heard.map((asked) => asked["TransactionNo"])).toEqual(["15000001", undefined]);
  });

  const answers: [string, Fields, Partial<RefundTold>, Partial<RefundTold>][] = [
    ["at work", goingBack, { news: "accepted", transactionNo: "15000001" }, { news: "accepted", transactionNo: "15000001" }],
    ["at the bank", { ...goingBack, TransactionStatus: "06" }, { news: "accepted" }, { news: "accepted" }],
    ["done", { ...goingBack, TransactionStatus: "00" }, { news: "done" }, { news: "done" }],
    ["done, told as a part that is the whole", { ...goingBack, TransactionType: "03", TransactionStatus: "00" }, { news: "done" }, { news: "done" }],
    ["a part that somebody else sent", { ...goingBack, TransactionType: "03", TransactionStatus: "00", Amount: "5000000" }, { news: "silent", needsPerson: "wrong_amount" }, { news: "silent", needsPerson: "wrong_amount" }],
    ["refused", { ...goingBack, TransactionStatus: "09" }, { news: "refused" }, { news: "refused" }],
    ["the payment, simply paid", paid, { news: "absent", transactionNo: null }, { news: "silent", why: "payment_known", transactionNo: null }],
    ["the payment, going back", { ...paid, TransactionStatus: "05" }, { news: "accepted", transactionNo: null }, { news: "accepted", transactionNo: null }],
    ["the payment, its refund refused", { ...paid, TransactionStatus: "09" }, { news: "refused" }, { news: "refused" }],
    ["the payment, never paid", { ...paid, TransactionStatus: "02" }, { news: "silent", why: "unfitting_status" }, { news: "silent", why: "unfitting_status" }],
    ["nothing found", { ResponseCode: "91" }, { news: "absent" }, { news: "silent", why: "payment_known" }],
    ["too soon", { ResponseCode: "94" }, { news: "silent", why: "too_soon" }, { news: "silent", why: "too_soon" }],
    ["a fault", { ResponseCode: "99" }, { news: "silent", why: "fault" }, { news: "silent", why: "fault" }],
  ];
  test.each(answers)("[P3] answered: %s", async (_, over, withoutNumber, withNumber) => {
    hears(over);
    expect(await ask(null)).toMatchObject(withoutNumber);
    expect(await ask("15000001")).toMatchObject(withNumber);
  });
});

describe("while the secret is being changed", () => {
  const changing = (): VnpayCaller => ({ terminal: { ...gateway.terminal, hashSecrets: [secret, formerSecret] } });
  /** A gateway that knows one secret only, and signs with it. */
  const knows = (key: string, over: Fields, isRefusalSigned = true) => {
    gateway.answer = (asked) => {
      const { SecureHash, ...rest } = asked;
      const order = asked["Command"] === "refund"
        ? ["RequestId", "Version", "Command", "TmnCode", "TransactionType", "TxnRef", "Amount", "TransactionNo", "TransactionDate", "CreateBy", "CreateDate", "IpAddr", "OrderInfo"]
        : ["RequestId", "Version", "Command", "TmnCode", "TxnRef", "TransactionDate", "CreateDate", "IpAddr", "OrderInfo"];
      const isRight = createHmac("sha512", key).update(order.map((name) => rest[name]).join("|")).digest("hex") === SecureHash;
      if (isRight) return answerTo(asked, over, key);
      return isRefusalSigned ? answerTo(asked, { ResponseCode: "97" }, key) : bodyOf({ ...rest, ResponseCode: "97" });
    };
  };

  test("[P4] whichever secret VNPAY has by now, it is understood", async () => {
    for (const isRefusalSigned of [true, false]) {
      for (const [key, requests] of [[secret, 1], [formerSecret, 2]] as const) {
        gateway.heard.length = 0;
        knows(key, paid, isRefusalSigned);
        expect(await askVnpay(changing(), question)).toMatchObject({ news: "paid" });
        expect(gateway.heard).toHaveLength(requests);
        expect(new Set(gateway.heard.map((asked) => asked["RequestId"])).size).toBe(requests);
      }
    }
  });

  test("[P3] a refund is sent again under its one number, and then told as what it is", async () => {
    for (const isRefusalSigned of [true, false]) {
      gateway.heard.length = 0;
      knows(formerSecret, goingBack, isRefusalSigned);
      expect(await sendVnpayRefund(changing(), order)).toMatchObject({ news: "accepted" });
      expect(gateway.heard.map((asked) => asked["RequestId"])).toEqual([order.requestId, order.requestId]);
    }
  });

  test("[P4] a third secret is asked for by nobody: two tries, then silence for a question and a refusal for a refund", async () => {
    knows("a third secret", paid);
    expect(await askVnpay(changing(), question)).toMatchObject({ ...silence, why: "wrong_signature" });
    expect(gateway.heard).toHaveLength(2);
    gateway.answer = (asked) => answerTo(asked, { ResponseCode: "97" });
    expect(await sendVnpayRefund(changing(), order)).toMatchObject({ news: "refused", responseCode: "97" });
  });

  test("[P3] after an unsigned 97 a refusal proves nothing: the first sending may have been taken on", async () => {
    for (const code of ["97", "03", "91"]) {
      let sent = 0;
      gateway.answer = (asked) => ((sent += 1) === 1 ? bodyOf({ ResponseCode: "97" }) : answerTo(asked, { ResponseCode: code }));
      expect(await sendVnpayRefund(changing(), order), code).toMatchObject({ news: "silent", why: "signature_refused" });
    }
  });

  test("[P3] silence after a signed 97 stays silence", async () => {
    let sent = 0;
    gateway.answer = (asked, response) => ((sent += 1) === 1 ? answerTo(asked, { ResponseCode: "97" }) : void response.writeHead(500).end());
    expect(await sendVnpayRefund(changing(), order)).toMatchObject({ ...silence, why: "http_status" });
  });
});
