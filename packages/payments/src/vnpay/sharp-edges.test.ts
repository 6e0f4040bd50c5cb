// Where the npm package `vnpay` 2.5.0 cuts (decision 0007): each of its sharp edges, asked of our own code.
import { execFile } from "node:child_process";
import { createHmac } from "node:crypto";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { answerTo, bodyOf, secret, startGateway, type Gateway } from "../../testing/a-gateway.ts";
import { querydrBody, refundBody } from "./api-message.ts";
import { askVnpay, newRequestId, sendVnpayRefund } from "./client.ts";
import { ipnAnswers, newsOf } from "./codes.ts";
import { dongOf, payUrl, readMessage, vnpayTime, type PayRequest, type VnpayTerminal } from "./message.ts";

const terminal: VnpayTerminal = { tmnCode: "XUDONG01", hashSecrets: [secret], payUrl: "http://gateway.test/pay", apiUrl: "http://gateway.test/api" };
const now = new Date("2026-11-23T03:00:00Z");

const result = {
  vnp_Amount: "12000000", vnp_BankCode: "NCB", vnp_OrderInfo: "Don hang thu", vnp_PayDate: "20261123101500", vnp_ResponseCode: "00", vnp_TmnCode: "XUDONG01",
  vnp_TransactionNo: "14226112", vnp_TransactionStatus: "00", vnp_TxnRef: "20261123001",
};

/** A query signed as VNPAY signs, by code that shares nothing with ours. */
function signedQuery(over: Readonly<Record<string, string>> = {}, key = secret): string {
  const fields: Record<string, string> = { ...result, ...over };
  const text = Object.keys(fields).sort().filter((name) => fields[name] !== "").map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(fields[name] ?? "").replaceAll("%20", "+")}`).join("&");
  return `${text}&vnp_SecureHash=${createHmac("sha512", key).update(text).digest("hex")}`;
}

const isGenuine = (query: string, at = terminal) => "message" in readMessage(query, at);
const payment = { gatewayRef: "20261123001", amountDong: 120_000, description: "Đơn hàng", createdOn: "20261123100000", expiresAt: new Date("2026-11-23T03:15:00Z"), clientAddress: "203.0.113.7", returnUrl: "http://shop.test/back", locale: "vi" } satisfies PayRequest;
const question = { gatewayRef: "20261123001", gatewayCreatedOn: "20261123100000", now };
const refund = { ...question, transactionNo: null, amountDong: 120_000, requestId: "a".repeat(32), reason: "second_payment", createdBy: "job" };

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

describe("sharp edges", () => {
  test("[P1] time: the same bytes are signed in every zone a server may stand in", async () => {
    const script = fileURLToPath(new URL("../../testing/signed-bytes.ts", import.meta.url));
    const zones = ["UTC", "Asia/Ho_Chi_Minh", "America/Los_Angeles"];
    const printed = await Promise.all(zones.map((TZ) => promisify(execFile)(process.execPath, [script], { env: { ...process.env, NODE_OPTIONS: "", TZ } })));
    const [there, ...others] = printed.map(({ stdout }) => JSON.parse(stdout) as { zone: number; pay: string; querydr: string; refund: string });
    expect([there?.zone, ...others.map(({ zone }) => zone)]).toEqual([0, -480, 480]);
    for (const { pay, querydr, refund: back } of others) expect({ pay, querydr, refund: back }).toEqual({ pay: there?.pay, querydr: there?.querydr, refund: there?.refund });
    expect(there?.pay).toContain("vnp_CreateDate=20270101003005");
    expect(there?.pay).toContain("vnp_ExpireDate=20270101004505");
    expect(JSON.parse(there?.querydr ?? "")).toMatchObject({ vnp_CreateDate: "20270101003005", vnp_TransactionDate: "20270101003005" });
    expect(JSON.parse(there?.refund ?? "")).toMatchObject({ vnp_CreateDate: "20270101003005" });
  });

  test("[P1] query response: without a signature, or with an empty one, nothing is believed", async () => {
    for (const hash of [undefined, ""]) {
      gateway.answer = (asked) => bodyOf({ ...(JSON.parse(answerTo(asked, { Amount: "12000000" }).replaceAll("vnp_", "")) as object), SecureHash: hash, TransactionType: "01", TransactionStatus: "00" });
      expect(await askVnpay({ terminal: gateway.terminal }, question)).toMatchObject({ news: "silent", why: "no_signature" });
    }
  });

  test("[P3] refund response: the amount is signed as it is sent, × 100, and a genuine answer is believed", async () => {
    gateway.answer = (asked) => answerTo(asked, { Amount: "12000000", TransactionType: "02", TransactionStatus: "05", TransactionNo: "15000001" });
    expect(await sendVnpayRefund({ terminal: gateway.terminal }, refund)).toMatchObject({ news: "accepted", transactionNo: "15000001" });
    gateway.answer = (asked) => answerTo(asked, { Amount: "120000", TransactionType: "02", TransactionStatus: "05", TransactionNo: "15000001" }).replace('"120000"', '"12000000"');
    expect(await sendVnpayRefund({ terminal: gateway.terminal }, refund)).toMatchObject({ news: "silent", why: "wrong_signature" });
  });

  test("[P3] refund request: what is signed is what is sent, an unknown number included", () => {
    const order = ["RequestId", "Version", "Command", "TmnCode", "TransactionType", "TxnRef", "Amount", "TransactionNo", "TransactionDate", "CreateBy", "CreateDate", "IpAddr", "OrderInfo"];
    for (const transactionNo of [null, undefined, "", "0", "14226112"]) {
      const body = JSON.parse(refundBody("XUDONG01", secret, { ...refund, ipAddr: "203.0.113.7", about: "hoan tien", transactionNo })) as Record<string, string>;
      const { vnp_SecureHash, ...fields } = body;
      expect(Object.keys(fields).sort()).toEqual(order.map((name) => `vnp_${name}`).sort());
      expect(vnp_SecureHash).toBe(createHmac("sha512", secret).update(order.map((name) => body[`vnp_${name}`]).join("|")).digest("hex"));
    }
  });

  test("[P1] success flag: no single code is success, and no code is without a right signature", async () => {
    expect([newsOf("00", "02"), newsOf("24", "00"), newsOf("00", ""), newsOf("", "00")]).not.toContain("paid");
    expect(isGenuine(signedQuery({}, "another secret"))).toBe(false);
    gateway.answer = (asked) => answerTo(asked, { TransactionType: "01", TransactionStatus: "01" });
    expect(await askVnpay({ terminal: gateway.terminal }, question)).toMatchObject({ news: "unfinished" });
  });

  test("[P1] keys: foreign parameters are neither hashed nor kept", () => {
    const query = `utm_source=zalo&${signedQuery()}&lang=vi&fbclid=a%20b`;
    expect(readMessage(query, terminal)).toEqual({ message: expect.not.objectContaining({ utm_source: "zalo" }) });
    expect(isGenuine(`utm_source=%&${signedQuery()}`)).toBe(false); // a malformed escape is nobody's parameter
  });

  test("[P1] arrays: a name that repeats or carries brackets is refused, whatever it would add up to", () => {
    const joined = signedQuery({ vnp_BankCode: "a,b" });
    expect(isGenuine(joined)).toBe(true);
    expect(isGenuine(joined.replace("vnp_BankCode=a%2Cb", "vnp_BankCode=a&vnp_BankCode=b"))).toBe(false);
    for (const brackets of ["vnp_BankCode[]", "vnp_BankCode%5B%5D", "vnp_BankCode%5B0%5D"]) expect(isGenuine(signedQuery().replace("vnp_BankCode", brackets))).toBe(false);
    expect(isGenuine(`${signedQuery()}&vnp_Amount=12000000`)).toBe(false);
    expect(isGenuine(`${signedQuery()}&vnp%5FAmount=12000000`)).toBe(false);
    expect(isGenuine(`${signedQuery()}&vnp_SecureHash=`)).toBe(false);
  });

  test("[P1] amount: read as digits, never through a float, and never an error", () => {
    const amounts: [string | undefined, number | undefined][] = [
      [undefined, undefined], ["", undefined], ["12000000", 120_000], ["012000000", 120_000], ["9999999999999900", 99_999_999_999_999], ["900719925474099300", undefined],
      ["12000000.00", undefined], ["120000.5", undefined], ["-12000000", undefined], ["1.2e7", undefined], ["NaN", undefined], ["12000001", undefined], [" 12000000", undefined], ["１２００", undefined], ["0", undefined],
    ];
    for (const [text, expected] of amounts) expect(dongOf(text), text).toBe(expected);
    expect(isGenuine(signedQuery({ vnp_Amount: "" }))).toBe(true); // genuine, and of no amount: its caller answers 04
  });

  test("[P1] amount: what we sign is a whole number of đồng within twelve digits, or refused", () => {
    expect(new URL(payUrl(terminal, { ...payment, amountDong: 9_999_999_999 })).searchParams.get("vnp_Amount")).toBe("999999999900");
    for (const amountDong of [0, -1, 1.1, NaN, Infinity, 10_000_000_000, 2 ** 53]) expect(() => payUrl(terminal, { ...payment, amountDong }), String(amountDong)).toThrow(/payment.amount_out_of_range|money.not_whole_dong/);
  });

  test("[P1] compare: capitals are taken, anything that is not 128 hex digits is refused without an error", () => {
    const [text = "", hash = ""] = signedQuery().split("&vnp_SecureHash=");
    expect(isGenuine(`${text}&vnp_SecureHash=${hash.toUpperCase()}`)).toBe(true);
    for (const wrong of ["", "0", hash.slice(1), `${hash}0`, "g".repeat(128), "é".repeat(128), "0".repeat(128), `${hash.slice(0, -1)}%00`]) expect(isGenuine(`${text}&vnp_SecureHash=${wrong}`), wrong).toBe(false);
    expect(isGenuine(text)).toBe(false);
  });

  test("[P1] terminal: another one's message is not ours, even where it knows our secret", () => {
    expect(readMessage(signedQuery({ vnp_TmnCode: "OTHER001" }), terminal)).toEqual({ refused: "other_terminal" });
    expect(readMessage(signedQuery({ vnp_TmnCode: "" }), terminal)).toEqual({ refused: "other_terminal" });
    expect(readMessage(signedQuery({ vnp_TmnCode: "xudong01" }), terminal)).toEqual({ refused: "other_terminal" });
  });

  test("[P1] text: undefined and null are words, in what we sign and in what we read", async () => {
    expect(readMessage(signedQuery({ vnp_OrderInfo: "undefined null" }), terminal)).toMatchObject({ message: { vnp_OrderInfo: "undefined null" } });
    gateway.answer = (asked) => answerTo(asked, { Message: "undefined", BankCode: "null", OrderInfo: "undefinednull", TransactionType: "01", TransactionStatus: "00", Amount: "12000000" });
    expect(await askVnpay({ terminal: gateway.terminal }, question)).toMatchObject({ news: "paid", bankCode: "null" });
    const body = JSON.parse(querydrBody("XUDONG01", secret, { ...question, requestId: "r", ipAddr: "203.0.113.7", about: "undefined null" })) as Record<string, string>;
    expect(body["vnp_SecureHash"]).toBe(createHmac("sha512", secret).update("r|2.1.0|querydr|XUDONG01|20261123001|20261123100000|20261123100000|203.0.113.7|undefined null").digest("hex"));
  });

  test("[P1] build: nothing a client sends along becomes part of a signed message", () => {
    const more = { vnp_TmnCode: "OTHER001", vnp_Command: "refund", vnp_Amount: "1", tmnCode: "OTHER001", extra: "1" };
    expect(payUrl(terminal, { ...payment, ...more })).toBe(payUrl(terminal, payment));
    const asked = { ...question, requestId: "r", ipAddr: "203.0.113.7", about: "x" };
    expect(querydrBody("XUDONG01", secret, { ...asked, ...more })).toBe(querydrBody("XUDONG01", secret, asked));
    const order = { ...refund, ipAddr: "203.0.113.7", about: "x" };
    expect(refundBody("XUDONG01", secret, { ...order, ...more })).toBe(refundBody("XUDONG01", secret, order));
  });

  test("[P1] build: words from outside can neither part a signed text nor lengthen it", () => {
    const sly = "a|b&vnp_Amount=1%00\r\nĐ <script>|" + "x".repeat(400);
    const query = new URL(payUrl(terminal, { ...payment, description: sly, clientAddress: "1.2.3.4, 5.6.7.8" })).searchParams;
    expect(query.get("vnp_OrderInfo")).toMatch(/^[a-z0-9 ]{1,255}$/);
    expect(query.get("vnp_IpAddr")).toBe("127.0.0.1");
    const body = JSON.parse(refundBody("XUDONG01", secret, { ...refund, ipAddr: "::1", about: sly, createdBy: sly })) as Record<string, string>;
    expect(body["vnp_OrderInfo"]).toMatch(/^[a-z0-9 ]{1,255}$/);
    expect(body["vnp_CreateBy"]).toMatch(/^[a-z0-9 ]{1,100}$/);
    expect(body["vnp_IpAddr"]).toBe("127.0.0.1");
  });

  test("[P1] messages: every code VNPAY has published for a failure is one, those the package does not know included", () => {
    for (const code of ["09", "10", "11", "12", "13", "24", "51", "65", "75", "79", "99"]) expect(newsOf(code, "02"), code).toBe("declined");
    expect([newsOf("07", "07"), newsOf("07", "00"), newsOf("00", "07")]).toEqual(["held", "held", "held"]);
  });

  test("[P1] messages: codes that contradict each other, or that nobody has published, prove neither paid nor declined", () => {
    for (const [code, status] of [["00", "02"], ["24", "00"], ["00", ""], ["24", ""], ["99", "04"], ["00", "05"], ["00", "06"], ["00", "09"], ["", ""], ["00", "99"]] as const) expect(newsOf(code, status), `${code}/${status}`).toBe("silent");
    for (const code of ["00", "99"]) expect(newsOf(code, "01"), code).toBe("unfinished");
  });

  test("[P2] samples: a failed payment is a result like any other, answered 00 and never 99", () => {
    expect(newsOf("24", "02")).toBe("declined");
    expect(ipnAnswers.recorded).toEqual({ RspCode: "00", Message: "Confirm Success" });
  });

  test("[P3] ids: a request's number comes from the system's chance, not from a clock or Math.random", () => {
    const dice = vi.spyOn(Math, "random").mockReturnValue(0.5);
    vi.useFakeTimers({ now });
    const numbers = new Set(Array.from({ length: 1000 }, newRequestId));
    vi.useRealTimers();
    dice.mockRestore();
    expect(numbers.size).toBe(1000);
    for (const number of numbers) expect(number).toMatch(/^[0-9A-Za-z]{32}$/);
  });

  test("[P1] secrets: a former one is taken while it is being changed, an empty one never", () => {
    const changing = { ...terminal, hashSecrets: ["a new secret", secret] };
    expect(isGenuine(signedQuery(), changing)).toBe(true);
    expect(isGenuine(signedQuery({}, "a new secret"), changing)).toBe(true);
    expect(isGenuine(signedQuery({}, "a third secret"), changing)).toBe(false);
    for (const hashSecrets of [[], [""], ["", ""]]) expect(isGenuine(signedQuery({}, ""), { ...terminal, hashSecrets })).toBe(false);
  });

  test("[P1] time: VNPAY's clock text is Vietnam's, at midnight and at the turn of a year", () => {
    expect(vnpayTime(new Date("2026-12-31T16:59:59Z"))).toBe("20261231235959");
    expect(vnpayTime(new Date("2026-12-31T17:00:00Z"))).toBe("20270101000000");
  });
});
