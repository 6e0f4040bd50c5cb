import { and, asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Tx } from "@xudong/database";
import { eachDatabase } from "@xudong/database/testing";
import { guest, minutes, newCode, newId, plus, type Actor, type ClaimState, type Occasion } from "@xudong/domain";
import { goodsOnSale, poolRow, stagehand } from "../testing/fixtures.ts";
import { freeLapsedClaims, lockPool, poolLevels, setCapacity, setStock, takeUnits } from "./index.ts";

const now = new Date("2026-11-23T03:00:00Z");
const occasion: Occasion = { actor: stagehand, now };

/** Units of a pool as an order has them: held for half an hour, or sold. */
async function aBooking(tx: Tx, poolId: string, { units = 1, state = "held", lapsesAt = plus(now, minutes(30)), code = newCode() }: { units?: number; state?: ClaimState; lapsesAt?: Date; code?: string } = {}) {
  const [orderId, holdId] = [newId(now), newId(now)];
  const end = state === "held" ? lapsesAt : null;
  await lockPool(tx, poolId);
  if ((await takeUnits(tx, poolId, { units, freed: await freeLapsedClaims(tx, poolId, now) })) === undefined) return undefined;
  await tx.insert(tx.t.orders).values({
    id: orderId, code, state: "awaiting_payment", cartId: "cart", locale: "vi", contactName: "Nguyễn Thị Hạnh", contactPhone: "+84912345678", paymentMethod: "vnpay",
    consents: [], itemsDong: 0, deliveryDong: 0, totalDong: 0, keySecretId: "s", keyVersion: 1, placedAt: now, placedFrom: "203.0.113.7",
  });
  await tx.insert(tx.t.holds).values({ id: holdId, orderId, state: "open", placedAt: now, lapsesAt: end });
  await tx.insert(tx.t.claims).values({ id: newId(now), holdId, poolId, units, state, lapsesAt: end });
  return code;
}

eachDatabase("How many there are", (database) => {
  const goods = async (capacity: number) => goodsOnSale(database.store, now, { capacity });
  const book = async (poolId: string, over: Parameters<typeof aBooking>[2]) => database.store.write(async (tx) => aBooking(tx, poolId, over));
  const left = async (poolId: string) => (await poolLevels(database.store.read, [poolId], now)).get(poolId)?.unitsLeft;
  const movements = async (poolId: string) => {
    const { stockMovements: t } = database.store.read.t;
    return database.store.read.select({ from: t.capacityFrom, to: t.capacityTo, reason: t.reason, actor: t.actor }).from(t).where(eq(t.poolId, poolId)).orderBy(asc(t.id));
  };
  const newsOf = async (poolId: string) => {
    const { outbox } = database.store.read.t;
    return (await database.store.read.select({ topic: outbox.topic }).from(outbox).where(and(eq(outbox.topic, "pool.changed"), eq(outbox.subject, poolId)))).length;
  };

  test("[H1] a stock set to 7 sells exactly 7 more, whatever was sold or held before", async () => {
    const { poolId } = await goods(10);
    await book(poolId, { units: 3, state: "sold" });
    await book(poolId, { units: 2 });
    await database.store.write(async (tx) => setStock(tx, poolId, { unitsLeft: 7, reason: "counted" }, occasion));
    expect(await poolRow(database.store, poolId)).toEqual({ capacity: 12, taken: 5 });
    const taken = await Promise.all(Array.from({ length: 9 }, () => book(poolId, {})));
    expect(taken.filter((code) => code !== undefined)).toHaveLength(7);
    expect((await movements(poolId)).at(-1)).toEqual({ from: 10, to: 12, reason: "counted", actor: stagehand.id });
  });

  test("[H1] units of a hold that has run out are on the seller's shelf: they are not sold besides the number set", async () => {
    const { poolId } = await goods(10);
    await book(poolId, { units: 6, lapsesAt: now });
    await database.store.write(async (tx) => setStock(tx, poolId, { unitsLeft: 2, reason: "counted" }, occasion));
    expect(await poolRow(database.store, poolId)).toEqual({ capacity: 2, taken: 0 });
    expect(await left(poolId)).toBe(2);
    await database.store.write(async (tx) => setStock(tx, poolId, { unitsLeft: 0, reason: "sold_elsewhere" }, occasion));
    expect(await left(poolId)).toBe(0);
    expect(await book(poolId, {})).toBeUndefined();
  });

  test("[H1] a capacity below what is sold and held is refused, naming orders and units and nobody", async () => {
    const { poolId } = await goods(60);
    const big = await book(poolId, { units: 5, state: "sold" });
    for (let at = 0; at < 24; at++) await book(poolId, {});
    await book(poolId, { units: 4, lapsesAt: now });
    const refusal: unknown = await database.store.write(async (tx) => setCapacity(tx, poolId, { capacity: 28, reason: "smaller_boat" }, occasion)).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: "pool.below_taken", details: { field: "capacity", min: 29 } });
    const { bookings } = (refusal as { details: { bookings: { orderCode: string; units: number }[] } }).details;
    expect(bookings).toHaveLength(20);
    expect(bookings[0]).toEqual({ orderCode: big, units: 5 });
    expect(JSON.stringify(refusal)).not.toMatch(/Hạnh|912/);
    expect(await poolRow(database.store, poolId)).toMatchObject({ capacity: 60 });
    expect(await movements(poolId)).toHaveLength(1);
    // What has run out does not stand in the way, and neither does the last unit that fits.
    await database.store.write(async (tx) => setCapacity(tx, poolId, { capacity: 29, reason: "smaller_boat" }, occasion));
    expect(await poolRow(database.store, poolId)).toEqual({ capacity: 29, taken: 29 });
  });

  test("[H1] a capacity lowered while buyers take is never passed, and refused where they were first", async () => {
    const { poolId } = await goods(40);
    const buyers = Array.from({ length: 40 }, () => book(poolId, {}));
    const lowering = [30, 20, 10].map(async (capacity) => database.store.write(async (tx) => setCapacity(tx, poolId, { capacity, reason: "rain" }, occasion)).then(() => capacity, () => undefined));
    const served = (await Promise.all(buyers)).filter((code) => code !== undefined).length;
    const lowered = (await Promise.all(lowering)).filter((capacity) => capacity !== undefined);
    const { capacity, taken } = await poolRow(database.store, poolId);
    expect(taken).toBe(served);
    expect(taken).toBeLessThanOrEqual(capacity);
    expect(capacity).toBe(lowered.length === 0 ? 40 : (await movements(poolId)).at(-1)?.to);
  });

  test("[S1] [S3] only who keeps that shop's stock may, and it leaves a trace", async () => {
    const { poolId, shopId } = await goods(10);
    const keeper = (scope: string): Actor => ({ id: "keeper", grants: [{ permission: "stock.edit", scope }] });
    const set = async (actor: Actor) => database.store.write(async (tx) => setCapacity(tx, poolId, { capacity: 11, reason: "found" }, { actor, now }));
    await expect(set(guest)).rejects.toMatchObject({ code: "actor.not_allowed" });
    await expect(set(keeper("another"))).rejects.toMatchObject({ code: "actor.not_allowed" });
    await set(keeper(shopId));
    const { auditRows } = database.store.read.t;
    expect(await database.store.read.select().from(auditRows).where(eq(auditRows.objectId, poolId))).toMatchObject([{ actor: "keeper", verb: "pool.set_capacity", detail: { from: 10, to: 11 } }]);
    await expect(database.store.write(async (tx) => setStock(tx, "nothing", { unitsLeft: 1, reason: "x" }, occasion))).rejects.toMatchObject({ code: "pool.not_found" });
    for (const unitsLeft of [-1, 1.5, Number.NaN, 1e12]) {
      await expect(database.store.write(async (tx) => setStock(tx, poolId, { unitsLeft, reason: "x" }, occasion))).rejects.toMatchObject({ code: "request.invalid", details: { field: "unitsLeft" } });
    }
  });

  test("it is told where pages print a number, before or after, and nowhere else", async () => {
    const { poolId } = await goods(100);
    const set = async (unitsLeft: number) => database.store.write(async (tx) => setStock(tx, poolId, { unitsLeft, reason: "counted" }, occasion));
    await set(50);
    expect(await newsOf(poolId)).toBe(0);
    await set(10);
    expect(await newsOf(poolId)).toBe(1);
    await set(10);
    expect(await newsOf(poolId)).toBe(1);
    await set(40);
    expect(await newsOf(poolId)).toBe(2);
  });
});
