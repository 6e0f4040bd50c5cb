import { expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { eachDatabase } from "@xudong/database/testing";
import type { Store } from "@xudong/database";
import { minutes, plus } from "@xudong/domain";
import { goodsOnSale } from "@xudong/catalog/testing";
import { aBuyer, aCart, aKey, aMarket, anAttempt, aNotice, testTerminal } from "../testing/a-market.ts";
import { readPaymentReturn } from "./read-payment-return.ts";

eachDatabase("A browser back from VNPAY", (database) => {
  async function aVisitor() {
    const { market, clock } = await aMarket(database.store);
    const guava = await goodsOnSale(database.store, clock.now());
    const order = await market.placeOrder(await aCart(market, [{ variantId: guava.variantIds[0] ?? "", quantity: 1 }]), aBuyer(), aKey());
    const attempt = await anAttempt(market, order);
    let writes = 0;
    const store: Store = { ...database.store, write: ((work) => ((writes += 1), database.store.write(work))) satisfies Store["write"] };
    const faults: unknown[] = [];
    const comesBack = (rawQuery: string, over: Partial<Store> = {}) =>
      readPaymentReturn({ store: { ...store, ...over }, terminal: testTerminal, now: () => clock.now(), log: (_, error) => faults.push(error) }, rawQuery);
    const { attempts } = database.store.read.t;
    const askAt = async () => (await database.store.read.select({ askAt: attempts.askAt }).from(attempts).where(eq(attempts.id, attempt.attempt)))[0]?.askAt;
    return { market, clock, order, attempt, comesBack, askAt, writes: () => writes, faults };
  }

  test("[P1] with VNPAY's word that it has paid: VNPAY is asked at once instead of after the end, and only once", async () => {
    const { clock, attempt, comesBack, askAt, writes } = await aVisitor();
    expect(await askAt()).toEqual(plus(clock.now(), minutes(16)));
    clock.move(minutes(1));
    for (let time = 0; time < 3; time++) {
      expect(await comesBack(aNotice(attempt))).toMatchObject({ isGenuine: true, state: "awaiting_payment", attemptState: "opened", saysPaid: true });
    }
    expect(await askAt()).toEqual(clock.now());
    expect(writes()).toBe(1);
  });

  test("[P1] with a forged, unpaid or unknown word: nothing is written", async () => {
    const { clock, attempt, comesBack, askAt, writes } = await aVisitor();
    clock.move(minutes(1));
    const before = await askAt();
    for (const query of [
      aNotice(attempt, {}, "another secret"),
      `${aNotice(attempt)}0`,
      "",
      aNotice(attempt, { vnp_ResponseCode: "24", vnp_TransactionStatus: "02" }),
      aNotice(attempt, { vnp_TransactionStatus: "07" }),
      aNotice({ ...attempt, gatewayRef: "2026112300000000000001" }),
    ]) expect((await comesBack(query)).isGenuine).toBe(/ResponseCode=24|Status=07/.test(query));
    expect([writes(), await askAt()]).toEqual([0, before]);
  });

  test("after the notice: nothing is left to ask", async () => {
    const { market, attempt, comesBack, writes } = await aVisitor();
    await market.receiveNotice(aNotice(attempt));
    expect(await comesBack(aNotice(attempt))).toMatchObject({ state: "confirmed", attemptState: "paid" });
    expect(writes()).toBe(0);
  });

  test("sees the state even where nothing can be written", async () => {
    const { clock, order, attempt, comesBack, faults } = await aVisitor();
    clock.move(minutes(1));
    const full = new Error("the disk is full");
    expect(await comesBack(aNotice(attempt), { write: () => Promise.reject(full) })).toMatchObject({ orderCode: order.code, attemptState: "opened" });
    expect(faults).toEqual([full]);
  });
});
