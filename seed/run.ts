import { fileURLToPath } from "node:url";
import { and, eq, max } from "drizzle-orm";
import { openStore, migrate, type Store } from "@xudong/database";
import { addDays, dayOf, operatorActor, startOf, type Occasion } from "@xudong/domain";
import { approveListing, approveShop, draftListing, openSlots, registerShop, submitListing } from "@xudong/catalog";
import { setDeliveryFee } from "@xudong/checkout";
import { setRate } from "@xudong/settlement";
import { listings } from "./listings.ts";
import { shops } from "./shops.ts";
import { slotsFor } from "./slots.ts";

/** How far ahead experiences can be booked, in days. */
const horizonDays = 370;

const seeder = operatorActor("seed", ["shop.review", "listing.edit", "listing.review"]);

/**
 * Fills an empty market with its sample shops and listings, through the verbs a real one would use, and
 * opens the times of experiences up to a year ahead. Doing it again adds only the days that are new.
 *
 * @returns what was added
 */
export async function seedMarket(store: Store, { now }: { now: Date }): Promise<{ shops: number; listings: number; slots: number }> {
  const occasion = { actor: seeder, now };
  return store.write(async (tx) => {
    const [any] = await tx.select({ id: tx.t.shops.id }).from(tx.t.shops).limit(1);
    if (any !== undefined) return { shops: 0, listings: 0, slots: await openMissingSlots(tx, occasion) };

    await setRate(tx, { name: "commission", basisPoints: 0, validFrom: startOf("2025-07-01"), legalBasis: "Mức mẫu của bản thử: không thu hoa hồng / sample: no commission" }, occasion);
    await setDeliveryFee(tx, { feeDong: 30_000, validFrom: startOf("2025-07-01"), source: "mức mẫu / sample" }, occasion);
    const shopIds = new Map<string, string>();
    for (const shop of shops) {
      const { id } = await registerShop(tx, shop.draft, occasion);
      await approveShop(tx, id, occasion);
      shopIds.set(shop.key, id);
    }
    let opened = 0;
    for (const listing of listings) {
      const { id } = await draftListing(tx, shopIds.get(listing.shop) ?? "", listing.draft, occasion);
      await submitListing(tx, id, occasion);
      await approveListing(tx, id, occasion);
      if (listing.draft.kind === "experience") opened += await openSlots(tx, id, slotsFor(listing.key, dayOf(now), horizonDays), occasion);
    }
    return { shops: shops.length, listings: listings.length, slots: opened };
  });
}

/** Opens the times between the last one known and the horizon, for every sample experience. */
async function openMissingSlots(tx: Parameters<Parameters<Store["write"]>[0]>[0], occasion: Occasion): Promise<number> {
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
