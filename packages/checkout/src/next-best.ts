import type { Db } from "@xudong/database";
import { addDays, dayOf, demandPerPool, nextSeasonDay, quantityThatFits, seasonOf, whyNotOnSale, type Day } from "@xudong/domain";
import { listSlots, poolLevels, variantRows } from "@xudong/catalog";
import type { PricedCart, PricedLine } from "./priced-lines.ts";
import type { NextBest } from "./view.ts";

/** More choices than these are no help. */
const most = 3;
/** How far from the chosen day another time is still of use. */
const daysAround = { before: 3, after: 14 };

/**
 * What could be had instead of each line that cannot be ordered as it stands, the nearest first: fewer of it, another pack,
 * another time that has room for as many, or the day its season begins. By the line's id.
 */
export async function nextBest(db: Db, priced: PricedCart, now: Date): Promise<ReadonlyMap<string, readonly NextBest[]>> {
  const found = new Map<string, readonly NextBest[]>();
  for (const line of priced.lines) if (line.problem !== undefined) found.set(line.row.id, (await choicesFor(db, line, priced, now)).slice(0, most));
  return found;
}

async function choicesFor(db: Db, line: PricedLine, priced: PricedCart, now: Date): Promise<NextBest[]> {
  const { listing, shop } = line.sellable;
  const { code, unitsLeft = 0 } = line.problem ?? {};
  const season = seasonOf(listing);
  const why = whyNotOnSale({ state: listing.state, kind: listing.kind, shopState: shop.state, season }, now);
  if (why === "listing.out_of_season") return inSeasonFrom(nextSeasonDay(season, dayOf(now)));
  if (why !== undefined) return [];
  const fewer: NextBest[] = code === "hold.sold_out" && unitsLeft > 0 ? [{ kind: "fewer", quantity: unitsLeft }] : [];
  const isOfUse = code === "hold.sold_out" || code === "variant.not_found" || code === "listing.not_on_sale" || code === "slot.closed" || code === "slot.not_found" || code === "listing.out_of_season";
  if (!isOfUse) return fewer; // nothing else of it would be brought there either
  return [...fewer, ...(listing.kind === "goods" ? await otherPacks(db, line, priced, now) : await otherTimes(db, line, priced, now))];
}

const inSeasonFrom = (from: Day | undefined): NextBest[] => (from === undefined ? [] : [{ kind: "season", from }]);

/** The other packs of the same goods of which one still fits beside the rest of the basket. */
async function otherPacks(db: Db, line: PricedLine, { lines }: PricedCart, now: Date): Promise<NextBest[]> {
  const packs = (await variantRows(db, { listingIds: [line.sellable.listing.id] }, now)).filter(({ id }) => id !== line.variant.id);
  const levels = await poolLevels(db, packs.flatMap((pack) => pack.poolDraws.map(({ poolId }) => poolId)), now);
  const others = new Map(demandPerPool(lines.filter((other) => other !== line).map((other) => ({ quantity: other.row.quantity, draws: other.draws }))).map(({ poolId, units }) => [poolId, units]));
  const left = new Map([...levels.values()].map((level) => [level.id, Math.max(0, level.unitsLeft - (others.get(level.id) ?? 0))]));
  return packs.flatMap((pack): NextBest[] => {
    const fits = Math.min(line.row.quantity, quantityThatFits(pack.poolDraws, left));
    return fits < 1 ? [] : [{ kind: "pack", variantId: pack.id, title: pack.title, priceDong: pack.priceDong, quantity: fits }];
  });
}

/** The times of the same visit that have room for as many, the nearest to the chosen one first. */
async function otherTimes(db: Db, line: PricedLine, { slugs }: PricedCart, now: Date): Promise<NextBest[]> {
  const slug = slugs.get(line.sellable.listing.id)?.vi;
  if (slug === undefined) return [];
  const today = dayOf(now);
  const chosen = line.slot?.startsAt ?? now;
  const from = [today, addDays(dayOf(chosen), -daysAround.before)].sort().at(-1) ?? today;
  const times = await listSlots(db, slug, { from, to: addDays(from, daysAround.before + daysAround.after) }, now);
  const distance = (startsAt: Date) => Math.abs(startsAt.getTime() - chosen.getTime());
  return times
    .filter(({ id }) => id !== line.slot?.id)
    .flatMap(({ id, startsAt, endsAt, prices }) => {
      const price = prices.find(({ variantId }) => variantId === line.variant.id);
      return price === undefined || price.unitsLeft < line.row.quantity ? [] : [{ kind: "time" as const, slotId: id, startsAt, endsAt, quantity: line.row.quantity, placesLeft: price.unitsLeft }];
    })
    .sort((a, b) => distance(a.startsAt) - distance(b.startsAt));
}
