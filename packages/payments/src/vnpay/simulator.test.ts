// Our client against the simulator, which shares no line with it: what the two read differently would show here.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startSimulator, type Knobs, type Simulator } from "@xudong/vnpay-simulator";
import { formerSecret, secret } from "../../testing/a-gateway.ts";
import { askVnpay, askVnpayRefund, newRequestId, sendVnpayRefund, type VnpayCaller, type VnpayRefundOrder } from "./client.ts";
import { payUrl } from "./message.ts";

const now = new Date("2026-11-23T03:00:00Z");
let simulator: Simulator;
let caller: VnpayCaller;
let made = 0;

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, terminals: [{ tmnCode: "XUDONG01", secret }], machineClock: () => now.getTime() });
  caller = { terminal: { tmnCode: "XUDONG01", hashSecrets: [secret], payUrl: simulator.payUrl, apiUrl: simulator.apiUrl } };
  simulator.control.turnKnobs({ ipn: "never" });
});
afterAll(() => simulator.close());

/** A payment that ended as a knob says, or is still open; and the same as a refund of it. */
async function aPayment(decide: Knobs["decide"] = "success"): Promise<VnpayRefundOrder> {
  const gatewayRef = `2026112300${(made += 1)}`;
  simulator.control.turnKnobs({ decide }, gatewayRef);
  const address = payUrl(caller.terminal, {
    gatewayRef, amountDong: 120_000, description: "Đơn hàng thử", createdOn: "20261123100000", expiresAt: new Date("2026-11-23T03:15:00Z"), clientAddress: "203.0.113.7", returnUrl: "http://127.0.0.1:9/back", locale: "vi",
  });
  await fetch(address, { redirect: "manual" });
  return { gatewayRef, gatewayCreatedOn: "20261123100000", now, transactionNo: null, amountDong: 120_000, requestId: newRequestId(), reason: "second_payment", createdBy: "job" };
}

const ask = ({ gatewayRef, gatewayCreatedOn }: VnpayRefundOrder, by = caller) => askVnpay(by, { gatewayRef, gatewayCreatedOn, now });
const askRefund = (order: VnpayRefundOrder, refundTransactionNo: string | null = null) => askVnpayRefund(caller, { ...order, refundTransactionNo });

describe("our client and the simulator", () => {
  test.each([["success", "paid"], ["cancel", "declined"], ["insufficient", "declined"], ["by-hand", "unfinished"], ["suspicious", "held"]] as const)("[P4] understand each other about a payment: %s", async (decide, news) => {
    const payment = await aPayment(decide);
    expect(await ask(payment)).toMatchObject({ news, amountDong: 120_000, responseCode: "00" });
  });

  test("[P4] a reference nobody knows, and a creation time that is not the payment's own", async () => {
    const payment = await aPayment();
    expect(await ask({ ...payment, gatewayRef: "999" })).toMatchObject({ news: "absent", responseCode: "91" });
    expect(await ask({ ...payment, gatewayCreatedOn: "20261123100001" })).toMatchObject({ news: "absent" });
  });

  test("[P3] a refund: unknown to it, then accepted, under way when it comes again, and done", async () => {
    const payment = await aPayment();
    expect(await askRefund(payment)).toMatchObject({ news: "absent" });
    const sent = await sendVnpayRefund(caller, payment);
    expect(sent).toMatchObject({ news: "accepted", responseCode: "00", transactionNo: expect.stringMatching(/^\d+$/) });
    expect(await sendVnpayRefund(caller, payment)).toMatchObject({ news: "accepted", responseCode: "94" });
    expect(await askRefund(payment, sent.transactionNo)).toMatchObject({ news: "accepted", transactionNo: sent.transactionNo });
    const [refund] = simulator.control.refunds();
    simulator.control.moveRefund(refund?.id ?? 0, "06");
    expect(await askRefund(payment, sent.transactionNo)).toMatchObject({ news: "accepted" });
    simulator.control.moveRefund(refund?.id ?? 0, "00");
    expect(await askRefund(payment, sent.transactionNo)).toMatchObject({ news: "done" });
    expect(await sendVnpayRefund(caller, payment)).toMatchObject({ news: "accepted", responseCode: "94" });
    expect(simulator.control.refunds().filter(({ txnRef }) => txnRef === payment.gatewayRef)).toHaveLength(1);
  });

  test("[P3] a refund of what was never paid, or of a payment nobody knows, is refused", async () => {
    expect(await sendVnpayRefund(caller, await aPayment("cancel"))).toMatchObject({ news: "refused", responseCode: "95" });
    expect(await sendVnpayRefund(caller, { ...(await aPayment()), gatewayRef: "999" })).toMatchObject({ news: "refused", responseCode: "91" });
    expect(await sendVnpayRefund(caller, { ...(await aPayment()), amountDong: 110_000 })).toMatchObject({ news: "refused", responseCode: "03" });
  });

  test.each([["done", "done"], ["refused", "refused"], ["sent", "accepted"], ["not-enabled", "silent"]] as const)("[P3] a refund that is %s at once", async (refund, news) => {
    const payment = await aPayment();
    simulator.control.turnKnobs({ refund }, payment.gatewayRef);
    expect(await sendVnpayRefund(caller, payment)).toMatchObject({ news });
  });

  test.each(["no-answer", "http-500", "html", "half", "cut", "no-hash", "wrong-hash", "other-ref", "other-terminal"] as const)("[P3] a gateway that answers %s has told nothing, and its refund is not lost", async (api) => {
    const payment = await aPayment();
    simulator.control.turnKnobs({ api }, payment.gatewayRef);
    const impatient = { ...caller, timeoutMs: 500 };
    expect(await ask(payment, impatient)).toMatchObject({ news: "silent", fields: {} });
    expect(await sendVnpayRefund(impatient, payment)).toMatchObject({ news: "silent", fields: {} });
    simulator.control.forgetKnobs(payment.gatewayRef);
    expect(await sendVnpayRefund(caller, payment)).toMatchObject({ news: "accepted", responseCode: "94" });
  });

  test("[P4] while the secret is being changed, whichever the gateway has", async () => {
    const payment = await aPayment();
    const changing: VnpayCaller = { terminal: { ...caller.terminal, hashSecrets: ["a secret it does not know yet", secret] } };
    expect(await ask(payment, changing)).toMatchObject({ news: "paid" });
    expect(await sendVnpayRefund(changing, payment)).toMatchObject({ news: "accepted", responseCode: "00" });
    const stranger: VnpayCaller = { terminal: { ...caller.terminal, hashSecrets: [formerSecret] } };
    expect(await ask(payment, stranger)).toMatchObject({ news: "silent", why: "wrong_signature" });
  });
});
