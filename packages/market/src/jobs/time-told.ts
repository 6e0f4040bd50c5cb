import { and, eq, gt, gte, inArray, isNotNull, lt, lte, or } from "drizzle-orm";
import { inChunks, keepFact, readFact, speakAll, type Db, type Store } from "@xudong/database";
import { dayOf, minutes, plus, startOf, type Day } from "@xudong/domain";
import type { Job } from "./job.ts";

/** Until when the passing of time has been told. */
const fact = "time_told";

/**
 * Tells what time changes and nobody does: a price that comes into force or ends, a season that goes by the moon and so falls
 * on other days of the sun each year, a paper that is over. Whoever keeps a copy hears of it as of any other change.
 */
export function timeToldJob({ store, now }: { store: Store; now: () => Date }): Job {
  return {
    name: "time",
    everyMs: minutes(5),
    async isDue() {
      const [from, to] = [await toldUntil(store.read, now()), now()];
      return from > to || dayOf(from) < dayOf(to) || (await withOtherPrices(store.read, { from, to })).length > 0;
    },
    async work(turn) {
      if (!(await turn.goesOn())) return;
      const told = await store.write(async (tx) => {
        const [from, to] = [await toldUntil(tx, now()), now()];
        const ids = await changedByTime(tx, { from, to });
        for (const some of inChunks(ids)) await speakAll(tx, some.map((subject) => ({ topic: "listing.changed", subject })));
        await keepFact(tx, fact, to.toISOString());
        return ids.length;
      });
      turn.did(told);
    },
  };
}

type Span = { from: Date; to: Date };

/** A market that never told anything begins with today. Where a clock was set back it lies ahead, and nothing is between. */
async function toldUntil(db: Db, now: Date): Promise<Date> {
  const last = await readFact(db, fact);
  return last === undefined ? plus(startOf(dayOf(now)), -1) : new Date(last);
}

async function changedByTime(db: Db, { from, to }: Span): Promise<string[]> {
  const prices = await withOtherPrices(db, { from, to });
  const [yesterday, today] = [dayOf(from), dayOf(to)];
  const byDay = yesterday < today ? [...(await followingTheMoon(db)), ...(await withPapersOver(db, yesterday, today))] : [];
  return [...new Set([...prices, ...byDay])];
}

async function withOtherPrices(db: Db, { from, to }: Span): Promise<string[]> {
  const { prices, variants, listings } = db.t;
  const isBetween = (at: typeof prices.validFrom | typeof prices.validTo) => and(gt(at, from), lte(at, to));
  const rows = await db
    .selectDistinct({ id: variants.listingId })
    .from(prices)
    .innerJoin(variants, eq(variants.id, prices.variantId))
    .innerJoin(listings, eq(listings.id, variants.listingId))
    .where(and(or(isBetween(prices.validFrom), isBetween(prices.validTo)), eq(listings.isShown, true)));
  return rows.map(({ id }) => id);
}

async function followingTheMoon(db: Db): Promise<string[]> {
  const { listings } = db.t;
  return (await db.select({ id: listings.id }).from(listings).where(and(isNotNull(listings.seasonLunar), eq(listings.isShown, true)))).map(({ id }) => id);
}

/** Of a paper's last day it still counts; a shop's paper is shown at everything it sells. */
async function withPapersOver(db: Db, from: Day, to: Day): Promise<string[]> {
  const { certificates, listings } = db.t;
  const over = await db.select({ shopId: certificates.shopId, listingId: certificates.listingId }).from(certificates).where(and(gte(certificates.validTo, from), lt(certificates.validTo, to)));
  const own = over.flatMap(({ listingId }) => listingId ?? []);
  const shopIds = over.flatMap(({ shopId, listingId }) => (listingId === null ? [shopId] : []));
  const ofShops = shopIds.length === 0 ? [] : await db.select({ id: listings.id }).from(listings).where(and(inArray(listings.shopId, shopIds), eq(listings.isShown, true)));
  return [...own, ...ofShops.map(({ id }) => id)];
}
