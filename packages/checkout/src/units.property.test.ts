/**
 * Whatever is ordered, paid, left to lapse, lengthened, called off or counted anew, in whatever order:
 * - each verb does what a simple model says, which knows claims and the hour and nothing of statements;
 * - what a pool says is taken is what its claims hold and have bought, and never more than there is (H1);
 * - the same where all of it happens at once, whatever the outcome of each.
 */
import { generateKeyPairSync } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { sumInt, type Store } from "@xudong/database";
import { eachDatabase } from "@xudong/database/testing";
import { attemptExpiresAt, demandPerPool, extendedLapse, fewUnits, guest, holdLapsesAt, isDomainError, minutes, plus, type Draw, type ErrorCode } from "@xudong/domain";
import { poolLevels, setStock } from "@xudong/catalog";
import { goodsOnSale, stagehand, visitOnSale } from "@xudong/catalog/testing";
import { aCart, aDeliveryFee, aRequest, now as monday } from "../testing/an-order.ts";
import { cancelOrder, confirmOrder, lapseOrder, lockOrder, placeOrder, ticketSigner, timeToPay } from "./index.ts";

const signer = ticketSigner([{ keyId: "test", privateKeyPem: generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString() }]);

type Stall = { variants: readonly { variantId: string; slotId?: string; draws: readonly Draw[] }[]; poolIds: readonly string[] };

/** Fruit in three packs, and a boat whose tickets draw a seat, four seats with the guide, or all of it. */
async function aStall(store: Store): Promise<Stall> {
  const fruit = await goodsOnSale(store, monday, { capacity: 30, packs: [1, 5, [2, 3]], priceDong: 1000 });
  const boat = await visitOnSale(store, monday, { capacity: { seat: 12, guide: 3 }, tickets: [{ seat: 1 }, { seat: 4, guide: 1 }, { seat: 12, guide: 1 }], priceDong: 1000 });
  const { seat = "", guide = "" } = boat.poolIds;
  const stock = (units: number) => [{ poolId: fruit.poolId, units }];
  const seats = (units: number, guides = 0) => [{ poolId: seat, units }, ...(guides === 0 ? [] : [{ poolId: guide, units: guides }])];
  const drawn = [stock(1), stock(5), [...stock(2), ...stock(3)], seats(1), seats(4, 1), seats(12, 1)];
  const ids = [...fruit.variantIds.map((variantId) => ({ variantId })), ...boat.variantIds.map((variantId) => ({ variantId, slotId: boat.slotId }))];
  return { variants: ids.map((id, at) => ({ ...id, draws: drawn[at] ?? [] })), poolIds: [fruit.poolId, seat, guide].sort() };
}

type Command =
  | { do: "place"; basket: readonly { variant: number; quantity: number }[] }
  | { do: "confirm" | "lapse" | "cancel" | "lengthen"; order: number }
  | { do: "count"; pool: number; unitsLeft: number }
  | { do: "wait"; minutes: number };

const basket = fc.uniqueArray(fc.record({ variant: fc.nat(5), quantity: fc.integer({ min: 1, max: 4 }) }), { minLength: 1, maxLength: 3, selector: (line) => line.variant });
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant("place" as const), basket }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constantFrom("confirm" as const, "confirm" as const, "lapse" as const, "lapse" as const, "lengthen" as const, "cancel" as const), order: fc.nat(30) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("wait" as const), minutes: fc.integer({ min: 1, max: 25 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("count" as const), pool: fc.nat(2), unitsLeft: fc.nat(20) }) },
);

/** Every verb once with either outcome, so that a draw of commands never proves too little. */
const everyVerb: Command[] = [
  { do: "place", basket: [{ variant: 0, quantity: 1 }] },
  { do: "wait", minutes: 22 },
  { do: "lengthen", order: 0 },
  { do: "lapse", order: 0 },
  { do: "wait", minutes: 25 },
  { do: "lengthen", order: 0 },
  { do: "wait", minutes: 15 },
  { do: "lapse", order: 0 },
  { do: "confirm", order: 0 },
  // The boat is left to lapse with its fruit, the next takes the boat, and the late money of the first finds it gone.
  { do: "place", basket: [{ variant: 5, quantity: 1 }, { variant: 2, quantity: 2 }] },
  { do: "place", basket: [{ variant: 3, quantity: 1 }] },
  { do: "wait", minutes: 25 },
  { do: "place", basket: [{ variant: 4, quantity: 3 }] },
  { do: "confirm", order: 1 },
  { do: "confirm", order: 2 },
  { do: "cancel", order: 1 },
  { do: "cancel", order: 2 },
  { do: "count", pool: 0, unitsLeft: 3 },
];

type ModelClaim = { poolId: string; units: number; state: "held" | "sold" | "freed" | "released"; lapsesAt: Date | null };
type ModelOrder = { state: "awaiting_payment" | "lapsed" | "confirmed" | "cancelled"; placedAt: Date; lapsesAt: Date | null; extendedAt: Date | null; claims: ModelClaim[] };

/** What should happen, told with claims alone. */
class Model {
  readonly orders: ModelOrder[] = [];
  readonly capacity: Map<string, number>;

  constructor(capacity: ReadonlyMap<string, number>) {
    this.capacity = new Map(capacity);
  }

  #claims(poolId: string): ModelClaim[] {
    return this.orders.flatMap((order) => order.claims).filter((claim) => claim.poolId === poolId);
  }

  taken(poolId: string): number {
    return this.#claims(poolId).reduce((sum, claim) => sum + (claim.state === "held" || claim.state === "sold" ? claim.units : 0), 0);
  }

  free(poolId: string): number {
    return (this.capacity.get(poolId) ?? 0) - this.taken(poolId);
  }

  #freeLapsed(poolId: string, now: Date): void {
    for (const claim of this.#claims(poolId)) if (claim.state === "held" && claim.lapsesAt !== null && claim.lapsesAt <= now) claim.state = "freed";
  }

  /** Where plenty stays besides all claims, nobody looks whether one has lapsed. */
  #freeWhereNeeded(poolId: string, units: number, now: Date): void {
    if (this.free(poolId) - units <= fewUnits) this.#freeLapsed(poolId, now);
  }

  /** True where it was kept; otherwise nothing has happened. */
  #whole(act: () => boolean): boolean {
    const before = structuredClone(this.orders);
    const kept = act();
    if (!kept) this.orders.splice(0, this.orders.length, ...before);
    return kept;
  }

  place(demand: readonly Draw[], now: Date): boolean {
    return this.#whole(() => {
      for (const { poolId, units } of demand) this.#freeWhereNeeded(poolId, units, now);
      if (demand.some(({ poolId, units }) => units > this.free(poolId))) return false;
      const lapsesAt = holdLapsesAt(now, demand.some(({ poolId, units }) => this.free(poolId) - units <= fewUnits));
      this.orders.push({ state: "awaiting_payment", placedAt: now, lapsesAt, extendedAt: null, claims: demand.map((draw) => ({ ...draw, state: "held", lapsesAt })) });
      return true;
    });
  }

  confirm(at: number, now: Date): boolean {
    const kept = this.#whole(() => {
      const order = this.orders[at];
      if (order === undefined) return false;
      for (const claim of order.claims) {
        if (claim.state === "freed") {
          this.#freeWhereNeeded(claim.poolId, claim.units, now);
          if (claim.units > this.free(claim.poolId)) return false;
        }
        claim.state = "sold";
        claim.lapsesAt = null;
      }
      order.state = "confirmed";
      order.lapsesAt = null;
      return true;
    });
    if (!kept) this.cancel(at);
    return kept;
  }

  cancel(at: number): void {
    const order = this.orders[at];
    if (order === undefined) return;
    order.state = "cancelled";
    order.lapsesAt = null;
    for (const claim of order.claims) Object.assign(claim, { state: "released", lapsesAt: null });
  }

  lapse(at: number, now: Date): boolean {
    const order = this.orders[at];
    if (order?.state !== "awaiting_payment" || order.lapsesAt === null || order.lapsesAt > now) return false;
    order.state = "lapsed";
    for (const claim of order.claims) if (claim.state === "held") claim.state = "freed";
    return true;
  }

  lengthen(at: number, now: Date): boolean {
    const order = this.orders[at];
    if (order?.state !== "awaiting_payment" || order.lapsesAt === null || order.lapsesAt <= now) return false;
    if (attemptExpiresAt(now, order.lapsesAt) !== undefined) return true;
    const lapsesAt = extendedLapse({ placedAt: order.placedAt, lapsesAt: order.lapsesAt, extendedAt: order.extendedAt }, now);
    if (lapsesAt === undefined || attemptExpiresAt(now, lapsesAt) === undefined) return false;
    Object.assign(order, { lapsesAt, extendedAt: now });
    for (const claim of order.claims) if (claim.state === "held") claim.lapsesAt = lapsesAt;
    return true;
  }

  count(poolId: string, unitsLeft: number, now: Date): void {
    this.#freeLapsed(poolId, now);
    this.capacity.set(poolId, this.taken(poolId) + unitsLeft);
  }
}

/** Runs a verb as its callers do; false where it was refused or came to nothing. */
async function run(store: Store, stall: Stall, orderIds: (string | undefined)[], given: Exclude<Command, { do: "wait" }>, now: Date): Promise<boolean> {
  const occasion = { actor: stagehand, now };
  if (given.do === "count") {
    await store.write(async (tx) => setStock(tx, stall.poolIds[given.pool] ?? "", { unitsLeft: given.unitsLeft, reason: "counted" }, occasion));
    return true;
  }
  if (given.do === "place") {
    const lines = given.basket.map(({ variant, quantity }) => ({ ...stall.variants[variant], variantId: stall.variants[variant]?.variantId, quantity }));
    const cartId = await aCart(store, lines);
    const order = await store
      .write(async (tx) => placeOrder(tx, aRequest(cartId, { hasCaps: false }), { actor: guest, now }))
      .catch((error: unknown) => undefinedAfter(error, "hold.sold_out"));
    if (order !== undefined) orderIds.push(order.id);
    return order !== undefined;
  }
  const orderId = orderIds[given.order] ?? "";
  return store.write(async (tx) => {
    if (given.do === "lapse") return lapseOrder(tx, orderId, occasion);
    const order = await lockOrder(tx, orderId);
    if (order === undefined) return false;
    if (given.do === "lengthen") return order.state === "awaiting_payment" && (await timeToPay(tx, orderId, occasion)) !== undefined;
    if (order.state !== "awaiting_payment" && order.state !== "lapsed" && (given.do === "confirm" || order.state !== "confirmed")) return false;
    if (given.do === "confirm") return (await confirmOrder(tx, orderId, signer, occasion)).isConfirmed;
    await cancelOrder(tx, orderId, "buyer", occasion);
    return true;
  });
}

function undefinedAfter(error: unknown, code: ErrorCode): undefined {
  if (!isDomainError(error) || error.code !== code) throw error;
}

async function poolsAndClaims(store: Store, poolIds: readonly string[]) {
  const { pools, claims } = store.read.t;
  const rows = await store.read.select({ id: pools.id, capacity: pools.capacity, taken: pools.taken }).from(pools).where(inArray(pools.id, [...poolIds])).orderBy(pools.id);
  const sums = await store.read.select({ poolId: claims.poolId, units: sumInt(claims.units) }).from(claims).where(inArray(claims.state, ["held", "sold"])).groupBy(claims.poolId);
  const claimed = new Map(sums.map((sum) => [sum.poolId, sum.units]));
  return rows.map((row) => ({ ...row, claimed: claimed.get(row.id) ?? 0 }));
}

eachDatabase("Units, whatever happens to them", (database) => {
  beforeAll(async () => aDeliveryFee(database.store));

  test("[H1] [H2] [H3] one thing after the other: each does what the model says, and pools are what their claims are", { timeout: 120_000 }, async () => {
    const happened = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 20, maxLength: 45 }), async (commands) => {
        const stall = await aStall(database.store);
        const model = new Model(new Map((await poolsAndClaims(database.store, stall.poolIds)).map((pool) => [pool.id, pool.capacity])));
        const orderIds: string[] = [];
        let now = monday;
        for (const drawn of commands) {
          if (drawn.do === "wait") {
            now = plus(now, minutes(drawn.minutes));
          } else {
            // Orders are named among those there are, so that most commands meet one.
            const given = "order" in drawn ? { ...drawn, order: drawn.order % Math.max(1, orderIds.length) } : drawn;
            const did = await run(database.store, stall, orderIds, given, now);
            expect([given, did]).toEqual([given, expected(model, stall, given, now)]);
            happened.set(`${given.do} ${did}`, (happened.get(`${given.do} ${did}`) ?? 0) + 1);
          }
          const found = await poolsAndClaims(database.store, stall.poolIds);
          expect(found).toEqual(stall.poolIds.map((id) => ({ id, capacity: model.capacity.get(id), taken: model.taken(id), claimed: model.taken(id) })));
          const levels = await poolLevels(database.store.read, stall.poolIds, now);
          const lapsed = (id: string) => model.orders.flatMap((order) => order.claims).reduce((sum, claim) => sum + (claim.poolId === id && claim.state === "held" && claim.lapsesAt !== null && claim.lapsesAt <= now ? claim.units : 0), 0);
          for (const id of stall.poolIds) expect(levels.get(id)?.unitsLeft).toBe(model.free(id) + lapsed(id));
        }
      }),
      { numRuns: 24, examples: [[everyVerb]] },
    );
    for (const verb of ["place", "confirm", "lapse", "lengthen", "cancel"]) for (const did of [true, false]) expect([...happened.keys()]).toContain(`${verb} ${did}`);
  });

  test("[H1] [H2] all at once: nothing is sold twice, nothing is lost, and nobody meets an error", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(command, { minLength: 5, maxLength: 16 }), { minLength: 2, maxLength: 4 }), async (waves) => {
        const stall = await aStall(database.store);
        const orderIds: string[] = [];
        let now = monday;
        for (const wave of waves) {
          for (const each of wave) if (each.do === "wait") now = plus(now, minutes(each.minutes));
          const known = orderIds.length;
          await Promise.all(
            wave
              .filter((each) => each.do !== "wait")
              .map(async (each) => run(database.store, stall, orderIds, "order" in each ? { ...each, order: each.order % Math.max(1, known) } : each, now)),
          );
          for (const pool of await poolsAndClaims(database.store, stall.poolIds)) {
            expect(pool.taken).toBe(pool.claimed);
            expect(pool.taken).toBeLessThanOrEqual(pool.capacity);
          }
        }
      }),
      { numRuns: 12 },
    );
    const { claims, holds } = database.store.read.t;
    // One hold, one set of claims: no hold stands without what it claims.
    const holdsWithClaims = new Set((await database.store.read.select({ holdId: claims.holdId }).from(claims).innerJoin(holds, eq(holds.id, claims.holdId))).map((row) => row.holdId));
    expect(await database.store.read.$count(holds)).toBe(holdsWithClaims.size);
  });
});

function expected(model: Model, stall: Stall, given: Exclude<Command, { do: "wait" }>, now: Date): boolean {
  if (given.do === "count") {
    model.count(stall.poolIds[given.pool] ?? "", given.unitsLeft, now);
    return true;
  }
  if (given.do === "place") return model.place(demandPerPool(given.basket.map(({ variant, quantity }) => ({ quantity, draws: stall.variants[variant]?.draws ?? [] }))), now);
  const state = model.orders[given.order]?.state;
  if (given.do === "lapse") return model.lapse(given.order, now);
  if (given.do === "lengthen") return model.lengthen(given.order, now);
  if (state === undefined || state === "cancelled") return false;
  if (given.do === "confirm") return state !== "confirmed" && model.confirm(given.order, now);
  model.cancel(given.order);
  return true;
}
