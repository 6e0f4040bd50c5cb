import { fileURLToPath } from "node:url";
import { and, eq, inArray, max } from "drizzle-orm";
import { openStore, migrate, type Store, type Tx } from "@xudong/database";
import { addDays, dayOf, operatorActor, slugOf, startOf, type Occasion } from "@xudong/domain";
import { approveListing, approveShop, draftListing, openSlots, registerShop, setCategories, submitListing } from "@xudong/catalog";
import { setDeliveryFee } from "@xudong/checkout";
import { setRate } from "@xudong/settlement";
import { categories } from "./categories.ts";
import { listings } from "./listings.ts";
import { shops, type ShopKey } from "./shops.ts";
import { slotsFor } from "./slots.ts";

/** How far ahead experiences can be booked, in days. */
const horizonDays = 370;

const seeder = operatorActor("seed", ["shop.review", "listing.edit", "listing.review"]);

/**
 * Fills a market with its sample shops and listings, through the verbs a real one would use, and opens the
 * times of experiences up to a year ahead. Doing it again adds only what is new: samples that a later
 * version brought along, and the days that have come into reach.
 *
 * @returns what was added
 */
export async function seedMarket(store: Store, { now }: { now: Date }): Promise<{ shops: number; listings: number; slots: number }> {
  const occasion = { actor: seeder, now };
  return store.write(async (tx) => {
    await setCategories(tx, categories, occasion);
    const { shopIds, added: addedShops } = await addShops(tx, occasion);
    if (addedShops === shops.length) await addRates(tx, occasion);
    const addedListings = await addListings(tx, shopIds, occasion);
    return { shops: addedShops, listings: addedListings, slots: await openMissingSlots(tx, occasion) };
  });
}

async function addRates(tx: Tx, occasion: Occasion): Promise<void> {
  await setRate(tx, { name: "commission", basisPoints: 0, validFrom: startOf("2025-07-01"), legalBasis: "Mức mẫu của bản thử: không thu hoa hồng / sample: no commission" }, occasion);
  await setDeliveryFee(tx, { feeDong: 30_000, validFrom: startOf("2025-07-01"), source: "mức mẫu / sample" }, occasion);
}

/** What the samples of these kinds are called already, by the address of their Vietnamese name. */
async function knownSlugs(tx: Tx, kinds: readonly ("shop" | "goods" | "experience")[]): Promise<ReadonlyMap<string, string>> {
  const { slugs } = tx.t;
  const rows = await tx.select({ slug: slugs.slug, targetId: slugs.targetId }).from(slugs).where(and(inArray(slugs.kind, [...kinds]), eq(slugs.locale, "vi")));
  return new Map(rows.map((row) => [row.slug, row.targetId]));
}

async function knownAreas(tx: Tx): Promise<ReadonlySet<string>> {
  return new Set((await tx.select({ code: tx.t.units.code }).from(tx.t.units)).map(({ code }) => code));
}

/** The same without its commune, where the market knows no communes. */
function inKnownArea<Draft extends { unitCode?: string }>(draft: Draft, areas: ReadonlySet<string>): Draft {
  if (draft.unitCode === undefined || areas.has(draft.unitCode)) return draft;
  const { unitCode: _, ...rest } = draft;
  return rest as Draft; // unitCode may be left out
}

async function addShops(tx: Tx, occasion: Occasion): Promise<{ shopIds: ReadonlyMap<ShopKey, string>; added: number }> {
  const known = await knownSlugs(tx, ["shop"]);
  const areas = await knownAreas(tx);
  const shopIds = new Map<ShopKey, string>();
  let added = 0;
  for (const { key, draft } of shops) {
    let id = known.get(slugOf(draft.name.vi));
    if (id === undefined) {
      ({ id } = await registerShop(tx, inKnownArea(draft, areas), occasion));
      await approveShop(tx, id, occasion);
      added += 1;
    }
    shopIds.set(key, id);
  }
  return { shopIds, added };
}

async function addListings(tx: Tx, shopIds: ReadonlyMap<ShopKey, string>, occasion: Occasion): Promise<number> {
  const known = await knownSlugs(tx, ["goods", "experience"]);
  const areas = await knownAreas(tx);
  let added = 0;
  for (const { shop, draft } of listings) {
    if (known.has(slugOf(draft.title.vi))) continue;
    const { id } = await draftListing(tx, shopIds.get(shop) ?? "", inKnownArea(draft, areas), occasion);
    await submitListing(tx, id, occasion);
    await approveListing(tx, id, occasion);
    added += 1;
  }
  return added;
}

/** Opens the times between the last one known and the horizon, for every sample experience. */
async function openMissingSlots(tx: Tx, occasion: Occasion): Promise<number> {
  const { listings: rows, listingRevisions, slots } = tx.t;
  const known = await tx
    .select({ id: rows.id, words: listingRevisions.words })
    .from(rows)
    .innerJoin(listingRevisions, eq(listingRevisions.id, rows.revisionId))
    .where(and(eq(rows.kind, "experience"), eq(rows.isSample, true)));
  const today = dayOf(occasion.now);
  const until = addDays(today, horizonDays);
  let opened = 0;
  for (const row of known) {
    const sample = listings.find((listing) => listing.draft.title.vi === row.words.title.vi);
    const [last] = await tx.select({ startsAt: max(slots.startsAt) }).from(slots).where(eq(slots.listingId, row.id));
    const from = last?.startsAt == null || last.startsAt < occasion.now ? today : addDays(dayOf(last.startsAt), 1);
    if (sample === undefined || from >= until) continue;
    const days = Math.round((startOf(until).getTime() - startOf(from).getTime()) / 86_400_000);
    opened += await openSlots(tx, row.id, slotsFor(sample.key, from, days), occasion);
  }
  return opened;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  if (args.length > 0) {
    console.log("npm run seed   adds the sample shops, listings and times to the database in DATABASE_URL (file:data/xudong.sqlite unless said).\nDoing it again adds only the days that are new.");
    process.exitCode = args.includes("--help") || args.includes("-h") ? 0 : 2;
    return;
  }
  const url = process.env["DATABASE_URL"] ?? "file:data/xudong.sqlite";
  const store = await openStore(url);
  try {
    await migrate(store);
    const added = await seedMarket(store, { now: new Date() });
    console.log(`✔ ${added.shops} shops, ${added.listings} listings and ${added.slots} times added`);
  } finally {
    await store.close();
  }
}
