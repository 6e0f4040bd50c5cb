import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toStamp } from "./clock.ts";
import type { ApiFault } from "./knobs.ts";
import { querydrMessage } from "./querydr.ts";
import { refundMessage } from "./refund.ts";
import { hashMatches, pipeText } from "./signature.ts";
import type { Simulator } from "./simulator.ts";
import { arrive, ask, monday, pay, secret, startTestShop, startTestSimulator, type TestShop } from "./testing/test-shop.ts";

let shop: TestShop;
let simulator: Simulator;
beforeAll(async () => {
  shop = await startTestShop();
  simulator = await startTestSimulator(shop);
});
afterAll(async () => {
  await simulator.close();
  await shop.close();
});

const query = (txnRef: string, more = {}) => ask(simulator, "querydr", { vnp_TxnRef: txnRef, ...more });
const refund = (txnRef: string, more = {}) => ask(simulator, "refund", {
  vnp_TxnRef: txnRef, vnp_TransactionType: "02", vnp_Amount: "12000000", vnp_TransactionNo: "0", vnp_CreateBy: "An", vnp_OrderInfo: "Tra lai tien", ...more,
});
const isSigned = (answer: Record<string, string>, order: readonly string[]): boolean => hashMatches(pipeText(order, answer), secret, answer["vnp_SecureHash"]);
const code = (answer: Record<string, string>): string => `${answer["vnp_ResponseCode"]}/${answer["vnp_TransactionStatus"] ?? "-"}`;

describe("querydr", () => {
  it("answers 01 while the payment is open, and 02 once its time is over", async () => {
    const own = await startTestSimulator(shop);
    await arrive(own, { vnp_TxnRef: "Q1" });
    expect(code(await ask(own, "querydr", { vnp_TxnRef: "Q1" }))).toBe("00/01");
    own.control.advanceClock(15 * 60_000);
    expect(code(await ask(own, "querydr", { vnp_TxnRef: "Q1" }))).toBe("00/02");
    await own.close();
  });

  it.each([["success", "00/00"], ["cancel", "00/02"], ["insufficient", "00/02"], ["suspicious", "00/07"]])("answers after %s with %s", async (outcome, expected) => {
    await pay(simulator, `Q2${outcome}`, outcome);
    expect(code(await query(`Q2${outcome}`))).toBe(expected);
  });

  it("tells the whole payment, signed in its own order", async () => {
    await pay(simulator, "Q3");
    const answer = await query("Q3");
    expect(answer).toMatchObject({
      vnp_Command: "querydr", vnp_Message: "QueryDR Success", vnp_TmnCode: "XUDONG01", vnp_TxnRef: "Q3", vnp_Amount: "12000000", vnp_BankCode: "NCB",
      vnp_PayDate: toStamp(monday), vnp_TransactionType: "01", vnp_OrderInfo: "Vai thieu Thanh Ha", vnp_ResponseId: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(isSigned(answer, querydrMessage.answerOrder)).toBe(true);
  });

  it("refuses a wrong signature (97), an unknown terminal (02), a wrong form (03)", async () => {
    await pay(simulator, "Q4");
    expect(code(await query("Q4", { vnp_SecureHash: "0".repeat(128) }))).toBe("97/-");
    expect(code(await query("Q4", { vnp_SecureHash: "" }))).toBe("97/-");
    expect(code(await query("Q4", { vnp_TmnCode: "KHONGCO1" }))).toBe("02/-");
    for (const wrong of [{ vnp_RequestId: "" }, { vnp_RequestId: "x".repeat(33) }, { vnp_Version: "2.0.0" }, { vnp_TransactionDate: "2026" }, { vnp_IpAddr: "::1" }, { vnp_OrderInfo: "" }]) {
      expect(code(await query("Q4", wrong))).toBe("03/-");
    }
  });

  it("signs its refusals too", async () => {
    expect(isSigned(await query("Q4", { vnp_RequestId: "" }), querydrMessage.answerOrder)).toBe(true);
  });

  it("finds nothing (91) for another reference or another day than the request's own", async () => {
    await pay(simulator, "Q5");
    expect(code(await query("Q5KHAC"))).toBe("91/-");
    expect(code(await query("Q5", { vnp_TransactionDate: toStamp(monday + 1000) }))).toBe("91/-");
  });

  it("refuses a RequestId used today (94), which a wrongly signed request cannot use up", async () => {
    await pay(simulator, "Q6");
    expect(code(await query("Q6", { vnp_RequestId: "SAME", vnp_SecureHash: "0".repeat(128) }))).toBe("97/-");
    expect(code(await query("Q6", { vnp_RequestId: "SAME" }))).toBe("00/00");
    expect(code(await query("Q6", { vnp_RequestId: "SAME" }))).toBe("94/-");
  });
});

describe("refund", () => {
  it("is accepted as 05, moved by hand through 06 to 00, and asked about by its own number", async () => {
    await pay(simulator, "G1");
    const answer = await refund("G1");
    expect(answer).toMatchObject({ vnp_ResponseCode: "00", vnp_TransactionStatus: "05", vnp_TransactionType: "02", vnp_Amount: "12000000", vnp_Command: "refund" });
    expect(isSigned(answer, refundMessage.answerOrder)).toBe(true);
    const aboutRefund = () => query("G1", { vnp_TransactionNo: answer["vnp_TransactionNo"] });
    const [{ id } = { id: 0 }] = simulator.control.refunds();
    simulator.control.moveRefund(id, "06");
    expect(await aboutRefund()).toMatchObject({ vnp_TransactionType: "02", vnp_TransactionStatus: "06" });
    simulator.control.moveRefund(id, "00");
    expect(code(await aboutRefund())).toBe("00/00");
    expect(() => simulator.control.moveRefund(id, "09")).toThrow("cannot become 09");
  });

  it("is what querydr tells without a number, unless the knob says the payment, or its number is named", async () => {
    await pay(simulator, "G1Q");
    await refund("G1Q");
    expect(await query("G1Q")).toMatchObject({ vnp_TransactionType: "02", vnp_TransactionStatus: "05" });
    const payment = simulator.control.payment("G1Q")?.transactionNo;
    expect(await query("G1Q", { vnp_TransactionNo: payment })).toMatchObject({ vnp_TransactionType: "01", vnp_TransactionStatus: "00" });
    simulator.control.turnKnobs({ query: "payment" }, "G1Q");
    expect(await query("G1Q")).toMatchObject({ vnp_TransactionType: "01", vnp_TransactionStatus: "00" });
  });

  it("refuses a wrong signature (97), an unknown payment (91) and one that was not paid (95)", async () => {
    await pay(simulator, "G2", "cancel");
    await arrive(simulator, { vnp_TxnRef: "G2OPEN" });
    expect(code(await refund("G2", { vnp_SecureHash: "0".repeat(128) }))).toBe("97/-");
    expect(code(await refund("G2KHAC"))).toBe("91/-");
    expect(code(await refund("G2"))).toBe("95/-");
    expect(code(await refund("G2OPEN"))).toBe("95/-");
  });

  it("refuses a second one while one is pending (94), and the same RequestId later (94)", async () => {
    await pay(simulator, "G3");
    const half = { vnp_TransactionType: "03", vnp_Amount: "6000000" };
    expect(code(await refund("G3", { ...half, vnp_RequestId: "HALF" }))).toBe("00/05");
    expect(code(await refund("G3", half))).toBe("94/-");
    simulator.control.moveRefund(simulator.control.refunds()[0]?.id ?? 0, "00");
    expect(code(await refund("G3", { ...half, vnp_RequestId: "HALF" }))).toBe("94/-");
    expect(code(await refund("G3", half))).toBe("00/05");
  });

  it("never gives back more than was paid: 02 is the whole, 03 fits the rest, a refused one frees its part", async () => {
    await pay(simulator, "G4");
    const settle = (status: "00" | "09") => simulator.control.moveRefund(simulator.control.refunds()[0]?.id ?? 0, status);
    expect(code(await refund("G4", { vnp_Amount: "11999900" }))).toBe("03/-");
    expect(code(await refund("G4", { vnp_TransactionType: "03", vnp_Amount: "12000100" }))).toBe("03/-");
    expect(code(await refund("G4", { vnp_TransactionType: "03", vnp_Amount: "7000000" }))).toBe("00/05");
    settle("00");
    expect(code(await refund("G4"))).toBe("03/-");
    expect(code(await refund("G4", { vnp_TransactionType: "03", vnp_Amount: "5000100" }))).toBe("03/-");
    expect(code(await refund("G4", { vnp_TransactionType: "03", vnp_Amount: "5000000" }))).toBe("00/05");
    settle("09");
    expect(code(await refund("G4", { vnp_TransactionType: "03", vnp_Amount: "5000000" }))).toBe("00/05");
  });

  it("takes the payment's number or 0 for unknown, and no other (91)", async () => {
    await pay(simulator, "G5");
    expect(code(await refund("G5", { vnp_TransactionNo: "1" }))).toBe("91/-");
    expect(code(await refund("G5", { vnp_TransactionNo: simulator.control.payment("G5")?.transactionNo ?? "" }))).toBe("00/05");
  });
});

describe("a refund with a knob", () => {
  it.each([["sent", "00/06"], ["done", "00/00"], ["refused", "00/09"]] as const)("%s is answered %s at once", async (wish, answered) => {
    await pay(simulator, `W${wish}`);
    simulator.control.turnKnobs({ refund: wish }, `W${wish}`);
    expect(code(await refund(`W${wish}`))).toBe(answered);
  });

  it("not-enabled is answered 99, as the sandbox does, and nothing is written down", async () => {
    await pay(simulator, "W99");
    simulator.control.turnKnobs({ refund: "not-enabled" }, "W99");
    expect(code(await refund("W99", { vnp_RequestId: "SAME99" }))).toBe("99/-");
    simulator.control.forgetKnobs("W99");
    expect(code(await refund("W99", { vnp_RequestId: "SAME99" }))).toBe("00/05");
  });

  it("refused frees its amount: the next one may ask for all of it", async () => {
    await pay(simulator, "WFREE");
    simulator.control.turnKnobs({ refund: "refused" }, "WFREE");
    await refund("WFREE");
    simulator.control.forgetKnobs("WFREE");
    expect(code(await refund("WFREE"))).toBe("00/05");
  });
});

/** Waits for a step of another request in this process, without a clock. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

describe("a faulty API", () => {
  const raw = (signal?: AbortSignal) => fetch(simulator.apiUrl, { method: "POST", signal: signal ?? null, body: JSON.stringify({ vnp_Command: "querydr", vnp_TmnCode: "XUDONG01", vnp_TxnRef: "B1" }) });

  it("leaves the hash out, spoils it, or speaks of another payment, all on request", async () => {
    await pay(simulator, "B1");
    const with_ = (api: ApiFault) => (simulator.control.turnKnobs({ api }, "B1"), query("B1"));
    expect(await with_("no-hash")).not.toHaveProperty("vnp_SecureHash");
    expect(isSigned(await with_("wrong-hash"), querydrMessage.answerOrder)).toBe(false);
    const other = await with_("other-ref");
    expect(other["vnp_TxnRef"]).toBe("B10");
    expect(isSigned(other, querydrMessage.answerOrder)).toBe(true);
    const foreign = await with_("other-terminal");
    expect(foreign["vnp_TmnCode"]).toBe("OTHER001");
    expect(isSigned(foreign, querydrMessage.answerOrder)).toBe(true);
    const dear = await with_("other-amount");
    expect(dear["vnp_Amount"]).toBe("12100000");
    expect(isSigned(dear, querydrMessage.answerOrder)).toBe(true);
  });

  it("answers half a text, or hangs up in the middle of one", async () => {
    simulator.control.turnKnobs({ api: "half" }, "B1");
    const half = await (await raw()).text();
    expect(half).toMatch(/^\{"vnp_ResponseId"/);
    expect(() => JSON.parse(half)).toThrow(SyntaxError);
    simulator.control.turnKnobs({ api: "cut" }, "B1");
    const cut = await raw();
    expect(cut.status).toBe(200);
    await expect(cut.text()).rejects.toThrow("terminated");
    simulator.control.forgetKnobs("B1");
  });

  it("is late: the work is done at once, the answer held until its time or until it is let go", async () => {
    await pay(simulator, "B2");
    simulator.control.turnKnobs({ apiDelayMs: 600_000 }, "B2");
    const asked = refund("B2");
    await until(() => simulator.control.refunds().some(({ txnRef }) => txnRef === "B2"));
    await expect(Promise.race([asked, Promise.resolve("no answer yet")])).resolves.toBe("no answer yet");
    expect(simulator.control.release()).toBe(1);
    expect(code(await asked)).toBe("00/05");
    simulator.control.turnKnobs({ apiDelayMs: 20 }, "B2");
    const began = performance.now();
    expect(code(await query("B2"))).toBe("00/05");
    expect(performance.now() - began).toBeGreaterThan(15);
  });

  it("held back does not keep the simulator from closing", async () => {
    const own = await startTestSimulator(shop);
    await pay(own, "B3");
    own.control.turnKnobs({ apiDelayMs: 600_000 });
    const asked = ask(own, "refund", { vnp_TxnRef: "B3", vnp_TransactionType: "02", vnp_Amount: "12000000", vnp_TransactionNo: "0", vnp_CreateBy: "An" }).catch(() => "hung up");
    await until(() => own.control.refunds().length === 1);
    await own.close();
    await asked;
  });

  it("fails, answers a page, or says nothing", async () => {
    simulator.control.turnKnobs({ api: "http-500" }, "B1");
    expect((await raw()).status).toBe(500);
    simulator.control.turnKnobs({ api: "html" }, "B1");
    expect((await raw()).headers.get("content-type")).toBe("text/html");
    simulator.control.turnKnobs({ api: "no-answer" }, "B1");
    await expect(raw(AbortSignal.timeout(50))).rejects.toThrow("aborted");
    simulator.control.forgetKnobs("B1");
    expect((await raw()).status).toBe(200);
  });
});
