import { expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { eachDatabase } from "@xudong/database/testing";
import { minutes, type RefundState } from "@xudong/domain";
import { goodsOnSale } from "@xudong/catalog/testing";
import { aBuyer, aCart, aKey, aMarket, anAttempt, aNotice } from "../../testing/a-market.ts";
import { inspectMarket } from "../inspect-market.ts";
import { aGateway, payment, refund } from "./testing/a-gateway.ts";

const price = 80_000; // one pack and its parcel

eachDatabase("The job that takes up what an older version left", (database) => {
  async function aShop() {
    const gateway = aGateway();
    const { market, clock } = await aMarket(database.store, undefined, { fetch: gateway.fetch as typeof fetch, tell: () => {} });
    const guava = await goodsOnSale(database.store, clock.now());
    const buy = async (method = "vnpay") => market.placeOrder(await aCart(market, [{ variantId: guava.variantIds[0] ?? "", quantity: 1 }]), aBuyer({ payment: { method } }), aKey());
    return { gateway, market, clock, buy };
  }
  const forgotten = async (now: Date) => (await inspectMarket(database.store, now)).find(({ name }) => name === "no money is forgotten");

  test("[P4] a payment without a turn is told by the doctor, asked about, and its money taken", async () => {
    const { gateway, market, clock, buy } = await aShop();
    const order = await buy();
    const attempt = await anAttempt(market, order);
    await buy("cod"); // its courier comes when it comes
    const { attempts } = database.store.read.t;
    expect(await forgotten(clock.now())).toMatchObject({ ok: true });
    await database.store.write((tx) => tx.update(attempts).set({ askAt: null }).where(eq(attempts.gatewayRef, attempt.gatewayRef)));
    expect(await forgotten(clock.now())).toMatchObject({ ok: false, detail: expect.stringContaining(attempt.gatewayRef), cure: expect.stringContaining("npm run worker") });

    gateway.says = () => payment(price, "00");
    await market.jobs.runDue();
    expect(gateway.asked).toEqual([]); // its buyer may still be at it
    expect(await forgotten(clock.now())).toMatchObject({ ok: true });
    clock.move(minutes(16));
    await market.jobs.runDue();
    expect(await market.order(order)).toMatchObject({ state: "confirmed", paidDong: price });
  });

  test("a payment that waits for a person is not asked about anew", async () => {
    const { gateway, market, clock, buy } = await aShop();
    const attempt = await anAttempt(market, await buy());
    const { attempts } = database.store.read.t;
    await database.store.write((tx) => tx.update(attempts).set({ state: "unknown", askAt: null, waitsFor: "no_answer" }).where(eq(attempts.gatewayRef, attempt.gatewayRef)));
    clock.move(minutes(60));
    await market.jobs.runDue();
    expect(gateway.asked).toEqual([]);
    expect(await forgotten(clock.now())).toMatchObject({ ok: true });
  });

  for (const [state, commands] of [["requested", ["refund"]], ["unknown", ["querydr"]], ["sent", ["querydr"]]] as const satisfies (readonly [RefundState, readonly string[]])[]) {
    test(`[O1] [P3] a refund without a turn that is ${state} goes on with: ${commands.join()}`, async () => {
      const { gateway, market, clock, buy } = await aShop();
      const order = await buy();
      const attempt = await anAttempt(market, order);
      await market.receiveNotice(aNotice(attempt));
      await market.cancelOrder(order);
      const { refunds } = database.store.read.t;
      await database.store.write((tx) => tx.update(refunds).set({ state, askAt: null, ...(state === "requested" ? {} : { requestId: `old-${state}`, sentAt: clock.now(), tries: 1 }) }).where(eq(refunds.attemptId, attempt.attempt)));
      expect(await forgotten(clock.now())).toMatchObject({ ok: false });
      clock.move(minutes(2));
      gateway.says = () => refund(price, "00");
      await market.jobs.runDue();
      expect(gateway.asked.map(({ Command }) => Command)).toEqual(commands);
      expect(await market.order(order)).toMatchObject({ paidDong: 0, refunds: [{ state: "done" }] });
      expect((await inspectMarket(database.store, clock.now())).filter(({ ok }) => !ok)).toEqual([]);
    });
  }
});
