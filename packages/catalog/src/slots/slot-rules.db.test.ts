import { setTimeout as pause } from "node:timers/promises";
import { and, asc, count, eq, gt } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Tx } from "@xudong/database";
import { eachDatabase } from "@xudong/database/testing";
import { addDays, dayOf, formatTime, guest, instantAt, minutes, newCode, newId, operatorActor, plus, type Actor, type ClaimState, type Occasion } from "@xudong/domain";
import { aListingDraft, aShop, goodsOnSale, stagehand, visitOnSale } from "../../testing/fixtures.ts";
import {
  approveListing, draftListing, reviseListing, submitListing,
  freeLapsedClaims, holidaysBetween, liftSlotException, listingsMissingSlots, lockPool, makeMissingSlots, poolLevels, refitSlots, setCapacity, setPublicHolidays, setSlotException,
  setSlotRules, showSlotRules, takeUnits, type SlotRuleDraft,
} from "../index.ts";

// A Tuesday, 10:00 in Vietnam.
const now = new Date("2026-11-24T03:00:00Z");
const today = dayOf(now);
const occasion: Occasion = { actor: stagehand, now };
const publisher = operatorActor("publisher", ["piece.publish"]);
const everyDay = [0, 1, 2, 3, 4, 5, 6];

type Over = Partial<Omit<SlotRuleDraft, "times">> & { times?: Partial<SlotRuleDraft["times"]>; seats?: number };
const aRule = ({ times, seats = 12, ...over }: Over = {}): SlotRuleDraft => ({
  times: { departures: { at: ["08:00"] }, weekdays: everyDay, onHolidays: "as_usual", ...times },
  lastsMinutes: 90,
  cutOffMinutes: 60,
  capacities: { seat: { unit: "seat", capacity: seats } },
  ...over,
});

eachDatabase("Slots from rules", (database) => {
  const store = () => database.store;
  const write = <T>(fn: (tx: Tx) => Promise<T>) => store().write(fn);
  /** An experience whose only slot lies long ago. */
  const anExperience = async () => {
    const visit = await visitOnSale(store(), plus(now, -minutes(60 * 24 * 30)));
    return visit.listingId;
  };
  const setRules = async (listingId: string, rules: SlotRuleDraft[], at: Occasion = occasion) => write((tx) => setSlotRules(tx, listingId, rules, at));
  const makeAll = async (listingId: string, at: Date = now) => {
    let made = 0;
    for (;;) {
      const step = await write((tx) => makeMissingSlots(tx, listingId, { actor: stagehand, now: at }));
      made += step.made;
      if (step.isComplete) return made;
    }
  };
  const slotsOf = async (listingId: string, after: Date = now) => {
    const { slots, slotPools, pools } = store().read.t;
    return store()
      .read.select({ id: slots.id, startsAt: slots.startsAt, endsAt: slots.endsAt, sellsUntil: slots.sellsUntil, state: slots.state, role: slotPools.role, poolId: pools.id, unit: pools.unit, capacity: pools.capacity, taken: pools.taken })
      .from(slots)
      .innerJoin(slotPools, eq(slotPools.slotId, slots.id))
      .innerJoin(pools, eq(pools.id, slotPools.poolId))
      .where(and(eq(slots.listingId, listingId), gt(slots.startsAt, after)))
      .orderBy(asc(slots.startsAt), asc(slotPools.role));
  };
  const openOn = async (listingId: string, day: string) => (await slotsOf(listingId)).filter((slot) => slot.state === "open" && dayOf(slot.startsAt) === day).map(({ startsAt, capacity }) => `${formatTime(startsAt, "en")} ${capacity}`);
  const slotAt = async (listingId: string, day: string, time: string) => {
    const found = (await slotsOf(listingId)).find(({ startsAt }) => startsAt.getTime() === instantAt(day, time).getTime());
    if (found === undefined) throw new Error(`no slot on ${day} at ${time}`);
    return found;
  };
  /** Units of a pool as an order has them. */
  const book = async (poolId: string, { units = 1, state = "held", lapsesAt = plus(now, minutes(30)), then = async () => {} }: { units?: number; state?: ClaimState; lapsesAt?: Date; then?: () => Promise<void> } = {}) =>
    write(async (tx) => {
      const [orderId, holdId] = [newId(now), newId(now)];
      await lockPool(tx, poolId);
      if ((await takeUnits(tx, poolId, { units, freed: await freeLapsedClaims(tx, poolId, now) })) === undefined) return false;
      const end = state === "held" ? lapsesAt : null;
      await tx.insert(tx.t.orders).values({
        id: orderId, code: newCode(), state: "awaiting_payment", cartId: "cart", locale: "vi", contactName: "Nguyễn Thị Hạnh", contactPhone: "+84912345678", paymentMethod: "vnpay",
        consents: [], itemsDong: 0, deliveryDong: 0, totalDong: 0, keySecretId: "s", keyVersion: 1, placedAt: now, placedFrom: "203.0.113.7",
      });
      await tx.insert(tx.t.holds).values({ id: holdId, orderId, state: "open", placedAt: now, lapsesAt: end });
      await tx.insert(tx.t.claims).values({ id: newId(now), holdId, poolId, units, state, lapsesAt: end });
      await then();
      return true;
    });

  test("a rule makes each of its times for 370 days at once, with a pool of its own", async () => {
    const id = await anExperience();
    const step = await setRules(id, [aRule({ times: { departures: { at: ["08:00", "14:00"] } } })]);
    // Today at eight is over.
    expect(step).toEqual({ made: 739, changed: 0, withdrawn: 0, kept: [], isComplete: true });
    const slots = await slotsOf(id);
    expect(slots).toHaveLength(739);
    expect(slots.at(-1)).toMatchObject({ startsAt: instantAt(addDays(today, 369), "14:00"), endsAt: instantAt(addDays(today, 369), "15:30"), sellsUntil: instantAt(addDays(today, 369), "13:00"), state: "open", role: "seat", unit: "seat", capacity: 12, taken: 0 });
    expect(new Set(slots.map(({ poolId }) => poolId)).size).toBe(739);
    expect(await write((tx) => makeMissingSlots(tx, id, occasion))).toMatchObject({ made: 0, isComplete: true });
  });

  test("many times are made in steps of about a thousand, which go on where the last one ended", async () => {
    const id = await anExperience();
    const first = await setRules(id, [aRule({ times: { departures: { from: "07:00", to: "17:30", everyMinutes: 90 } } })]);
    expect(first.isComplete).toBe(false);
    expect(first.made).toBeGreaterThan(900);
    expect(first.made).toBeLessThanOrEqual(1_000);
    expect(await listingsMissingSlots(store().read, now, 10)).toContain(id);
    const rest = await makeAll(id);
    // Two of today's eight are over.
    expect(first.made + rest).toBe(370 * 8 - 3);
    expect(await listingsMissingSlots(store().read, now, 10)).not.toContain(id);
  });

  test("days come into reach as time goes by, and a rule ends on its last day", async () => {
    const id = await anExperience();
    await setRules(id, [aRule({ validTo: addDays(today, 371) })]);
    const tomorrow = plus(now, minutes(24 * 60));
    expect(await listingsMissingSlots(store().read, tomorrow, 1_000)).toContain(id);
    expect(await makeAll(id, tomorrow)).toBe(1);
    expect(await makeAll(id, plus(now, minutes(24 * 60 * 10)))).toBe(1);
    expect(dayOf((await slotsOf(id)).at(-1)?.startsAt ?? now)).toBe(addDays(today, 371));
  });

  test("a lapse of the job leaves no gap and makes nothing in the past", async () => {
    const id = await anExperience();
    await setRules(id, [aRule()]);
    const later = plus(now, minutes(24 * 60 * 400));
    expect(await makeAll(id, later)).toBe(369);
    expect((await slotsOf(id, later)).map(({ startsAt }) => dayOf(startsAt))[0]).toBe(dayOf(plus(later, minutes(24 * 60))));
  });

  test("a change keeps what still fits, changes what does not, and withdraws what is wanted no more", async () => {
    const id = await anExperience();
    await setRules(id, [aRule({ times: { departures: { at: ["08:00", "14:00"] } } })]);
    const before = new Map((await slotsOf(id)).map((slot) => [slot.startsAt.getTime(), slot.id]));
    const step = await setRules(id, [aRule(), aRule({ times: { departures: { at: ["16:00"] }, weekdays: [6, 0] }, seats: 4, lastsMinutes: 30 })]);
    expect(step).toMatchObject({ changed: 0, withdrawn: 370, kept: [], isComplete: true });
    const after = await slotsOf(id);
    expect(after.filter(({ state }) => state === "open").every(({ startsAt }) => ["8:00", "16:00"].includes(formatTime(startsAt, "en")))).toBe(true);
    expect(after.filter(({ startsAt }) => formatTime(startsAt, "en") === "8:00").every(({ id: slotId, startsAt }) => before.get(startsAt.getTime()) === slotId)).toBe(true);
    // Nobody can buy into a slot that was withdrawn a moment ago.
    expect(after.filter(({ state }) => state === "closed").every(({ capacity }) => capacity === 0)).toBe(true);
    expect(await openOn(id, "2026-11-28")).toEqual(["8:00 12", "16:00 4"]);

    expect(await setRules(id, [aRule({ seats: 20, lastsMinutes: 45 })])).toMatchObject({ made: 0, changed: 369 });
    expect(await slotAt(id, "2026-11-28", "08:00")).toMatchObject({ capacity: 20, endsAt: instantAt("2026-11-28", "08:45"), state: "open" });

    // What was withdrawn opens again, in the same slot, where rules want it again.
    const again = await setRules(id, [aRule({ times: { departures: { at: ["14:00"] } } })]);
    expect(again).toMatchObject({ made: 0, changed: 370, withdrawn: 369 });
    expect(await slotAt(id, "2026-11-28", "14:00")).toMatchObject({ id: before.get(instantAt("2026-11-28", "14:00").getTime()), state: "open", capacity: 12 });
  });

  test("[H6] a slot in which somebody holds or bought a place is never touched, and the answer names it", async () => {
    const id = await anExperience();
    await setRules(id, [aRule()]);
    const [held, sold, released, lapsed] = [await slotAt(id, "2026-12-01", "08:00"), await slotAt(id, "2026-12-02", "08:00"), await slotAt(id, "2026-12-03", "08:00"), await slotAt(id, "2026-12-04", "08:00")];
    await book(held.poolId);
    await book(sold.poolId, { units: 4, state: "sold" });
    await book(sold.poolId, { state: "sold" });
    await book(lapsed.poolId, { lapsesAt: now });
    await book(released.poolId);
    await write(async (tx) => {
      await lockPool(tx, released.poolId);
      await tx.update(tx.t.claims).set({ state: "released" }).where(eq(tx.t.claims.poolId, released.poolId));
      await takeUnits(tx, released.poolId, { units: -1, freed: 0 });
    });

    const step = await setRules(id, [aRule({ times: { departures: { at: ["09:00"] } } })]);
    expect(step.kept).toEqual([
      { slotId: held.id, day: "2026-12-01", time: "08:00", bookings: 1 },
      { slotId: sold.id, day: "2026-12-02", time: "08:00", bookings: 2 },
    ]);
    expect(step.withdrawn).toBe(367);
    expect(await slotAt(id, "2026-12-02", "08:00")).toMatchObject({ state: "open", capacity: 12, taken: 5 });
    expect(await slotAt(id, "2026-12-04", "08:00")).toMatchObject({ state: "closed", capacity: 0, taken: 0 });
    expect(await openOn(id, "2026-12-03")).toEqual(["9:00 12"]);

    // Nor is one changed whose rule would now give it other places.
    const bigger = await setRules(id, [aRule({ seats: 30 })]);
    expect(bigger.kept).toHaveLength(2);
    expect(await slotAt(id, "2026-12-02", "08:00")).toMatchObject({ capacity: 12, taken: 5 });
    const { auditRows } = store().read.t;
    const trail = await store().read.select({ verb: auditRows.verb, detail: auditRows.detail }).from(auditRows).where(eq(auditRows.objectId, id)).orderBy(asc(auditRows.id));
    expect(trail.at(-1)).toMatchObject({ verb: "slot.fit_rules", detail: { kept: 2, named: [{ day: "2026-12-01", time: "08:00", bookings: 1 }, { day: "2026-12-02", time: "08:00", bookings: 2 }] } });
  });

  test("[H6] a place that somebody is about to take when the rule changes is kept, too", async () => {
    const id = await anExperience();
    await setRules(id, [aRule({ times: { weekdays: [6] } })]);
    const [saturday] = await slotsOf(id);
    const { promise: hasTaken, resolve: tellTaken } = Promise.withResolvers<void>();
    const buying = book(saturday?.poolId ?? "", { then: async () => (tellTaken(), pause(200)) });
    await hasTaken;
    const { kept, withdrawn } = await setRules(id, []);
    expect(await buying).toBe(true);
    expect({ kept: kept.map(({ slotId }) => slotId), withdrawn }).toEqual({ kept: [saturday?.id], withdrawn: 52 });
  });

  test("[H6] a rule changed while buyers take places keeps every place that was taken", async () => {
    const id = await anExperience();
    await setRules(id, [aRule({ times: { weekdays: [6] } })]);
    const pools = (await slotsOf(id)).slice(0, 30);
    const buying = pools.map(async ({ poolId }) => book(poolId));
    const changing = setRules(id, [aRule({ times: { weekdays: [0] } })]);
    const served = (await Promise.all(buying)).map((isServed, at) => (isServed ? [pools[at]?.id] : [])).flat();
    const { kept } = await changing;
    const after = new Map((await slotsOf(id)).map((slot) => [slot.id, slot]));
    expect(kept.map(({ slotId }) => slotId).sort()).toEqual(served.sort());
    for (const slotId of served) expect(after.get(slotId ?? "")).toMatchObject({ state: "open", taken: 1, capacity: 12 });
    for (const { id: slotId } of pools) if (!served.includes(slotId)) expect(after.get(slotId)).toMatchObject({ state: "closed", taken: 0, capacity: 0 });
  });

  test("each slot is made once, whoever makes them at the same time", async () => {
    const id = await anExperience();
    const rules = [aRule({ times: { departures: { from: "07:00", to: "17:00", everyMinutes: 60 } } })];
    const first = await setRules(id, rules);
    const others = [await database.open(), await database.open()];
    const steps = await Promise.all(
      [...others, ...others, ...others].map(async (process) => {
        let made = 0;
        for (;;) {
          const step = await process.write((tx) => makeMissingSlots(tx, id, occasion));
          made += step.made;
          if (step.isComplete) return made;
        }
      }),
    );
    const slots = await slotsOf(id);
    expect(new Set(slots.map(({ startsAt }) => startsAt.getTime())).size).toBe(slots.length);
    expect(first.made + steps.reduce((sum, made) => sum + made, 0)).toBe(slots.length);
    expect(slots.length).toBe(370 * 11 - 4);
    // No pool was left over by whoever came second.
    const { pools } = store().read.t;
    const [listing] = await store().read.select({ shopId: store().read.t.listings.shopId }).from(store().read.t.listings).where(eq(store().read.t.listings.id, id));
    const [counted] = await store().read.select({ pools: count() }).from(pools).where(eq(pools.shopId, listing?.shopId ?? ""));
    expect(Number(counted?.pools)).toBe(slots.length + 1);
  });

  test("rules set while the job makes slots leave none of the old ones open", async () => {
    const id = await anExperience();
    await setRules(id, [aRule({ times: { departures: { from: "07:00", to: "17:00", everyMinutes: 60 } } })]);
    const [changed] = await Promise.all([setRules(id, [aRule({ times: { departures: { at: ["06:00"] } } })]), makeAll(id), makeAll(id)]);
    await makeAll(id);
    expect(changed.kept).toEqual([]);
    const open = (await slotsOf(id)).filter(({ state }) => state === "open");
    expect(open.map(({ startsAt }) => formatTime(startsAt, "en")).every((time) => time === "6:00")).toBe(true);
    expect(open).toHaveLength(369);
  });

  test("what a person did to one slot stays as long as its rule says the same", async () => {
    const id = await anExperience();
    await setRules(id, [aRule()]);
    const [smaller, closed, cancelled] = [await slotAt(id, "2026-12-01", "08:00"), await slotAt(id, "2026-12-02", "08:00"), await slotAt(id, "2026-12-03", "08:00")];
    const { slots } = store().read.t;
    await write(async (tx) => setCapacity(tx, smaller.poolId, { capacity: 5, reason: "smaller_boat" }, occasion));
    await write(async (tx) => tx.update(slots).set({ state: "closed" }).where(eq(slots.id, closed.id)));
    await write(async (tx) => tx.update(slots).set({ state: "cancelled" }).where(eq(slots.id, cancelled.id)));
    await setRules(id, [aRule(), aRule({ times: { departures: { at: ["14:00"] } } })]);
    expect(await slotAt(id, "2026-12-01", "08:00")).toMatchObject({ capacity: 5, state: "open" });
    await setRules(id, [aRule({ seats: 40 })]);
    expect(await slotAt(id, "2026-12-01", "08:00")).toMatchObject({ capacity: 40 });
    expect(await slotAt(id, "2026-12-02", "08:00")).toMatchObject({ state: "closed" });
    expect(await slotAt(id, "2026-12-03", "08:00")).toMatchObject({ state: "cancelled", capacity: 12 });
  });

  test("a slot opened by hand is left alone, and none is made beside it", async () => {
    const visit = await visitOnSale(store(), now, { startsAt: instantAt("2026-12-05", "08:00"), capacity: 3 });
    const step = await setRules(visit.listingId, [aRule()]);
    expect(step.made).toBe(368);
    expect(await openOn(visit.listingId, "2026-12-05")).toEqual(["8:00 3"]);
    expect(await setRules(visit.listingId, [])).toMatchObject({ withdrawn: 368, isComplete: true });
    expect((await slotsOf(visit.listingId)).filter(({ state }) => state === "open")).toHaveLength(1);
    expect(await listingsMissingSlots(store().read, plus(now, minutes(24 * 60 * 30)), 1_000)).not.toContain(visit.listingId);
  });

  test("roles come and go with the rule", async () => {
    const id = await anExperience();
    await setRules(id, [aRule({ capacities: { seat: { unit: "seat", capacity: 8 }, guide: { unit: "piece", capacity: 2 } } })]);
    await setRules(id, [aRule({ capacities: { seat: { unit: "seat", capacity: 8 }, bicycle: { unit: "piece", capacity: 6 } } })]);
    const on = (await slotsOf(id)).filter(({ startsAt }) => dayOf(startsAt) === "2026-12-05");
    expect(on.map(({ role, unit, capacity }) => ({ role, unit, capacity }))).toEqual([{ role: "bicycle", unit: "piece", capacity: 6 }, { role: "seat", unit: "seat", capacity: 8 }]);
  });

  test("a closed day is withdrawn, a day with times of its own has those, and lifting it brings the rules back", async () => {
    const id = await anExperience();
    await setRules(id, [aRule({ times: { departures: { at: ["08:00", "14:00"] } } })]);
    expect(await write((tx) => setSlotException(tx, id, { day: "2026-12-24", times: [] }, occasion))).toMatchObject({ withdrawn: 2, made: 0 });
    expect(await openOn(id, "2026-12-24")).toEqual([]);
    expect(await openOn(id, "2026-12-25")).toEqual(["8:00 12", "14:00 12"]);
    const own = { day: "2026-12-24", times: ["19:00", "08:00"], note: { vi: "Buổi tối Giáng sinh", en: "Christmas evening" } };
    expect(await write((tx) => setSlotException(tx, id, own, occasion))).toMatchObject({ made: 1, changed: 1, withdrawn: 0 });
    expect(await openOn(id, "2026-12-24")).toEqual(["8:00 12", "19:00 12"]);
    expect(await write((tx) => showSlotRules(tx, id, occasion))).toMatchObject({ rules: [{ lastsMinutes: 90 }], exceptions: [{ day: "2026-12-24", times: ["08:00", "19:00"], note: own.note }], madeUntil: addDays(today, 370) });
    expect(await write((tx) => liftSlotException(tx, id, "2026-12-24", occasion))).toMatchObject({ withdrawn: 1, changed: 1 });
    expect(await openOn(id, "2026-12-24")).toEqual(["8:00 12", "14:00 12"]);
    expect(await write((tx) => liftSlotException(tx, id, "2026-12-24", occasion))).toMatchObject({ made: 0, changed: 0, withdrawn: 0 });
  });

  test("[H6] a day that is closed keeps the slots with bookings, and says which", async () => {
    const id = await anExperience();
    await setRules(id, [aRule({ times: { departures: { at: ["08:00", "14:00"] } } })]);
    await book((await slotAt(id, "2026-12-24", "14:00")).poolId, { units: 3, state: "sold" });
    const { kept, withdrawn } = await write((tx) => setSlotException(tx, id, { day: "2026-12-24", times: [] }, occasion));
    expect({ kept, withdrawn }).toMatchObject({ kept: [{ day: "2026-12-24", time: "14:00", bookings: 1 }], withdrawn: 1 });
    expect(await openOn(id, "2026-12-24")).toEqual(["14:00 12"]);
  });

  test("an exception beyond the horizon waits for its day", async () => {
    const id = await anExperience();
    await setRules(id, [aRule()]);
    const day = addDays(today, 372);
    await write((tx) => setSlotException(tx, id, { day, times: ["05:00"] }, occasion));
    await makeAll(id, plus(now, minutes(24 * 60 * 5)));
    expect(await openOn(id, day)).toEqual(["5:00 12"]);
  });

  test("[O3] no slot is made outside the season, and a season that changes has its slots fitted", async () => {
    const id = await anExperience();
    const { listings } = store().read.t;
    const season = async (row: { seasonMonths: number[]; seasonLunar?: { fromMonth: number; fromDay: number; toMonth: number; toDay: number }[] }) =>
      write(async (tx) => {
        await tx.update(listings).set(row).where(eq(listings.id, id));
        await refitSlots(tx, id, now);
      });
    await season({ seasonMonths: [12] });
    expect(await setRules(id, [aRule()])).toMatchObject({ made: 31 });
    await season({ seasonMonths: [], seasonLunar: [{ fromMonth: 1, fromDay: 1, toMonth: 1, toDay: 15 }] });
    expect(await write((tx) => makeMissingSlots(tx, id, occasion))).toMatchObject({ made: 15, withdrawn: 31, isComplete: true });
    expect(await openOn(id, "2027-02-06")).toEqual(["8:00 12"]);
  });

  test("[O3] a season that a revision brings has the slots fitted once it is approved", async () => {
    const { id: shopId } = await aShop(store(), now);
    const draft = aListingDraft({ kind: "experience", taxActivity: "services", stocks: [], variants: [{ title: { vi: "Một vé" }, priceDong: 100_000, draws: [{ from: "seat", units: 1 }] }] });
    const id = await write(async (tx) => {
      const listing = await draftListing(tx, shopId, draft, occasion);
      await submitListing(tx, listing.id, occasion);
      await approveListing(tx, listing.id, occasion);
      return listing.id;
    });
    await setRules(id, [aRule()]);
    const { kind: _kind, stocks: _stocks, variants: _variants, ...words } = draft;
    await write(async (tx) => {
      await reviseListing(tx, id, { ...words, seasonMonths: [6] }, occasion);
      await submitListing(tx, id, occasion);
    });
    expect(await listingsMissingSlots(store().read, now, 1_000)).not.toContain(id);
    await write((tx) => approveListing(tx, id, occasion));
    expect(await write((tx) => makeMissingSlots(tx, id, occasion))).toMatchObject({ withdrawn: 339, made: 0, isComplete: true });
    expect(await openOn(id, "2027-06-15")).toEqual(["8:00 12"]);
    expect(await openOn(id, "2027-07-01")).toEqual([]);
  });

  test("public holidays close, or open, the days of rules that mind them, also when the notice comes late", async () => {
    const [closed, only] = [await anExperience(), await anExperience()];
    await setRules(closed, [aRule({ times: { onHolidays: "closed" } })]);
    await setRules(only, [aRule({ times: { onHolidays: "only" } })]);
    expect(await slotsOf(only)).toHaveLength(0);
    const holidays = ["2027-04-30", "2027-05-01"].map((day) => ({ day, name: { vi: "Ngày nghỉ", en: "Holiday" }, certainty: "law" as const, legalBasis: "Bộ luật Lao động 2019, Điều 112" }));
    await write((tx) => setPublicHolidays(tx, 2027, holidays, { actor: publisher, now }));
    expect(await listingsMissingSlots(store().read, now, 1_000)).toEqual(expect.arrayContaining([closed, only]));
    await makeAll(closed);
    await makeAll(only);
    expect(await openOn(closed, "2027-04-30")).toEqual([]);
    expect((await slotsOf(only)).map(({ startsAt }) => dayOf(startsAt))).toEqual(["2027-04-30", "2027-05-01"]);
    const moved = [{ ...holidays[0], day: "2027-05-03" }, holidays[1]].flatMap((row) => (row === undefined ? [] : [{ ...row, name: row.name ?? { vi: "x" }, certainty: "announced" as const, legalBasis: "Thông báo" }]));
    await write((tx) => setPublicHolidays(tx, 2027, moved, { actor: publisher, now }));
    await makeAll(closed);
    await makeAll(only);
    expect(await openOn(closed, "2027-04-30")).toEqual(["8:00 12"]);
    expect(await openOn(closed, "2027-05-03")).toEqual([]);
    expect(await holidaysBetween(store().read, "2027-01-01", "2027-05-02")).toMatchObject([{ day: "2027-05-01", certainty: "announced" }]);
    await write((tx) => setPublicHolidays(tx, 2027, [], { actor: publisher, now }));
  });

  test("an archived experience has no more slots made", async () => {
    const id = await anExperience();
    await setRules(id, [aRule()]);
    const { listings } = store().read.t;
    await write(async (tx) => tx.update(listings).set({ state: "archived" }).where(eq(listings.id, id)));
    const later = plus(now, minutes(24 * 60 * 20));
    expect(await makeAll(id, later)).toBe(0);
    expect(await listingsMissingSlots(store().read, later, 1_000)).not.toContain(id);
  });

  test("what cannot be is refused by name, and nothing changes", async () => {
    const id = await anExperience();
    await setRules(id, [aRule()]);
    const refusal = async (rules: SlotRuleDraft[]) => setRules(id, rules).then(() => "none", (error: unknown) => error);
    expect(await refusal([aRule(), aRule({ times: { departures: { at: [] } }, lastsMinutes: 0 })])).toMatchObject({
      code: "slot.rules_invalid",
      details: { field: "rules.1.at", issues: [{ field: "rules.1.at", reason: "missing" }, { field: "rules.1.lastsMinutes", reason: "too_small", min: 1 }] },
    });
    expect(await refusal([aRule(), aRule({ times: { weekdays: [3] } })])).toMatchObject({ code: "slot.rules_collide", details: { rules: [0, 1], time: "08:00" } });
    const quarters = { from: "00:00", to: "23:45", everyMinutes: 15 };
    expect(await refusal([aRule({ times: { departures: quarters } }), aRule({ times: { departures: { at: ["00:01"] } } })])).toMatchObject({ code: "slot.too_many_a_day", details: { max: 96 } });
    expect(await refusal([aRule({ validTo: "2026-11-23" })])).toMatchObject({ code: "slot.rules_invalid", details: { field: "rules.0.validTo" } });
    expect((await slotsOf(id)).filter(({ state }) => state === "open")).toHaveLength(369);

    const except = async (day: string, times: string[]) => write((tx) => setSlotException(tx, id, { day, times }, occasion)).then(() => "none", (error: unknown) => error);
    expect(await except("2026-02-30", [])).toMatchObject({ code: "slot.exception_invalid", details: { field: "day" } });
    expect(await except("2026-11-23", [])).toMatchObject({ code: "slot.exception_invalid", details: { issues: [{ field: "day", reason: "in_the_past" }] } });
    expect(await except("2026-12-24", ["8h", "09:00", "09:00"])).toMatchObject({ code: "slot.exception_invalid", details: { issues: [{ field: "times.0", reason: "no_such_hour" }, { field: "times.2", reason: "repeated" }] } });
    await setRules(id, [aRule({ validTo: "2026-12-20" })]);
    expect(await except("2026-12-24", ["09:00"])).toMatchObject({ code: "slot.no_rule" });

    const goods = await goodsOnSale(store(), now);
    await expect(setRules(goods.listingId, [aRule()])).rejects.toMatchObject({ code: "slot.not_for_goods" });
    await expect(setRules("nothing", [aRule()])).rejects.toMatchObject({ code: "listing.not_found" });
    await expect(write((tx) => setPublicHolidays(tx, 2027, [{ day: "2026-01-01", name: { vi: "" }, certainty: "law", legalBasis: "x" }], { actor: publisher, now }))).rejects.toMatchObject({
      code: "holiday.invalid", details: { issues: [{ field: "holidays.0.day", reason: "no_such_day" }, { field: "holidays.0.name", reason: "missing" }] },
    });
  });

  test("[S1] only who keeps that shop's listings may, and holidays are set by who publishes", async () => {
    const id = await anExperience();
    const keeper = (scope: string): Actor => ({ id: "keeper", grants: [{ permission: "listing.edit", scope }] });
    for (const actor of [guest, keeper("another")]) {
      await expect(setRules(id, [aRule()], { actor, now })).rejects.toMatchObject({ code: "actor.not_allowed" });
      await expect(write((tx) => setSlotException(tx, id, { day: "2026-12-24", times: [] }, { actor, now }))).rejects.toMatchObject({ code: "actor.not_allowed" });
      await expect(showSlotRules(store().read, id, { actor, now })).rejects.toMatchObject({ code: "actor.not_allowed" });
      await expect(write((tx) => liftSlotException(tx, id, "2026-12-24", { actor, now }))).rejects.toMatchObject({ code: "actor.not_allowed" });
      await expect(write((tx) => setPublicHolidays(tx, 2027, [], { actor, now }))).rejects.toMatchObject({ code: "actor.not_allowed" });
    }
  });

  test("units left of a slot that was withdrawn are none, of one that opened again all", async () => {
    const id = await anExperience();
    await setRules(id, [aRule()]);
    const { poolId } = await slotAt(id, "2026-12-01", "08:00");
    const left = async () => (await poolLevels(store().read, [poolId], now)).get(poolId)?.unitsLeft;
    await setRules(id, []);
    expect(await left()).toBe(0);
    await setRules(id, [aRule()]);
    expect(await left()).toBe(12);
  });
});
