import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { migrate, openStore, releaseLease, takeLease, type Store, type Tx } from "@xudong/database";
import { dayOf, minutes, newId, operatorActor, slugOf, type Occasion } from "@xudong/domain";
import {
  addCertificate, approveListings, approveShop, draftListings, listingsMissingSlots, makeMissingSlots, registerShops, setCategories, setSlotRules, submitListings, verifyCertificate,
} from "@xudong/catalog";
import { createMarket, teachWords, type Market } from "@xudong/market";
import { seedAreas } from "./areas.ts";
import { categories } from "./categories.ts";
import { certificates } from "./certificates.ts";
import { addContent } from "./content.ts";
import { addHolidays } from "./holidays.ts";
import { listings, type ListingKey } from "./listings.ts";
import { addPeople } from "./people.ts";
import { seedOrders } from "./orders.ts";
import { addRates } from "./rates.ts";
import { sampleRules } from "./rules.ts";
import { searchWords } from "./search-words.ts";
import { shops, type ShopKey } from "./shops.ts";
import { addStatements } from "./statements.ts";

const seeder = operatorActor("seed", ["shop.review", "listing.edit", "listing.review", "certificate.verify", "piece.publish", "setting.edit"]);

/** What a seeding added. */
export type Added = { shops: number; listings: number; slots: number; pieces: number };

/**
 * Fills a market with its areas, holidays, categories, rates, sample shops and listings, and what there is to read about the area,
 * through the verbs a real one would use, and opens the times of experiences up to a year ahead. Doing it again adds only
 * what is new: samples that a later version brought along, and the days that have come into reach.
 */
export async function seedMarket(store: Store, { now }: { now: Date }): Promise<Added> {
  const occasion = { actor: seeder, now };
  await seedAreas(store, { now });
  await inTurn(store, occasion, async (tx) => {
    await addHolidays(tx, occasion);
    await setCategories(tx, categories, occasion);
    await addRates(tx, occasion);
    await addStatements(tx, occasion);
    await addSearchWords(tx, occasion);
  });
  const shopIds = await inTurn(store, occasion, async (tx) => addShops(tx, occasion));
  await inTurn(store, occasion, async (tx) => addPeople(tx, shopIds.known, occasion));
  const listingIds = await inTurn(store, occasion, async (tx) => addListings(tx, shopIds.known, occasion));
  await inTurn(store, occasion, async (tx) => addCertificates(tx, shopIds.known, listingIds.known, occasion));
  const slots = await makeSlots(store, listingIds.known, occasion);
  const { pieces } = await inTurn(store, occasion, async (tx) => addContent(tx, { now }));
  return { shops: shopIds.added, listings: listingIds.added, slots, pieces };
}

/** One seeding after another: two processes that begin at once would both find the market empty, so the second waits at this row for the first. */
async function inTurn<Done>(store: Store, { now }: Occasion, add: (tx: Tx) => Promise<Done>): Promise<Done> {
  return store.write(async (tx) => {
    const turn = { name: "seed", holder: newId(now), now, forMs: minutes(5) };
    if (!(await takeLease(tx, turn))) throw new Error("somebody else is seeding this market; try again in a moment");
    const done = await add(tx);
    await releaseLease(tx, turn);
    return done;
  });
}

/** The dictionary search begins with; what editors have ended since stays ended. */
async function addSearchWords(tx: Tx, occasion: Occasion): Promise<void> {
  const known = new Set((await tx.select({ words: tx.t.searchWords.words }).from(tx.t.searchWords)).map(({ words }) => words.join("|")));
  await teachWords(tx, searchWords.filter(({ words }) => !known.has(words.join("|"))), occasion);
}

/** Ids of samples by their keys, and how many are new. */
type Ids<Key> = { known: ReadonlyMap<Key, string>; added: number };

/** What stands under these Vietnamese addresses already. */
async function standing(tx: Tx, kinds: readonly ("shop" | "goods" | "experience")[]): Promise<ReadonlyMap<string, string>> {
  const { slugs } = tx.t;
  const rows = await tx.select({ slug: slugs.slug, targetId: slugs.targetId }).from(slugs).where(and(inArray(slugs.kind, [...kinds]), eq(slugs.locale, "vi")));
  return new Map(rows.map((row) => [row.slug, row.targetId]));
}

async function addShops(tx: Tx, occasion: Occasion): Promise<Ids<ShopKey>> {
  const before = await standing(tx, ["shop"]);
  const missing = shops.filter(({ draft }) => !before.has(slugOf(draft.name.vi)));
  const ids = await registerShops(tx, missing.map(({ draft }) => draft), occasion);
  for (const id of ids) await approveShop(tx, id, occasion);
  const added = new Map(missing.map(({ key }, at) => [key, ids[at]]));
  return { known: new Map(shops.map(({ key, draft }) => [key, added.get(key) ?? before.get(slugOf(draft.name.vi)) ?? ""])), added: ids.length };
}

async function addListings(tx: Tx, shopIds: ReadonlyMap<ShopKey, string>, occasion: Occasion): Promise<Ids<ListingKey>> {
  const before = await standing(tx, ["goods", "experience"]);
  const missing = listings.filter(({ draft }) => !before.has(slugOf(draft.title.vi)));
  const ids = await draftListings(tx, missing.map(({ shop, draft }) => ({ shopId: shopIds.get(shop) ?? "", draft })), occasion);
  await submitListings(tx, ids, occasion);
  await approveListings(tx, ids, occasion);
  const added = new Map(missing.map(({ key }, at) => [key, ids[at]]));
  return { known: new Map(listings.map(({ key, draft }) => [key, added.get(key) ?? before.get(slugOf(draft.title.vi)) ?? ""])), added: ids.length };
}

async function addCertificates(tx: Tx, shopIds: ReadonlyMap<ShopKey, string>, listingIds: ReadonlyMap<ListingKey, string>, occasion: Occasion): Promise<void> {
  const { certificates: rows } = tx.t;
  for (const { shop, listing, draft } of certificates) {
    if (draft.issuedOn > dayOf(occasion.now)) continue;
    const shopId = shopIds.get(shop) ?? "";
    const listingId = listing === undefined ? undefined : listingIds.get(listing);
    const [known] = await tx
      .select({ id: rows.id })
      .from(rows)
      .where(and(eq(rows.shopId, shopId), eq(rows.kind, draft.kind), eq(rows.isSample, true), listingId === undefined ? isNull(rows.listingId) : eq(rows.listingId, listingId)));
    if (known !== undefined) continue;
    const { id } = await addCertificate(tx, shopId, { ...draft, ...(listingId !== undefined && { listingId }) }, occasion);
    await verifyCertificate(tx, id, occasion);
  }
}

/** Gives every sample experience its rules and makes the times they have not made yet, up to the horizon, in steps that hold nobody up. */
async function makeSlots(store: Store, listingIds: ReadonlyMap<ListingKey, string>, occasion: Occasion): Promise<number> {
  let made = 0;
  for (const [key, rules] of Object.entries(sampleRules)) {
    const id = listingIds.get(key);
    if (id === undefined) continue;
    made += await inTurn(store, occasion, async (tx) => ((await hasRules(tx, id)) ? 0 : (await setSlotRules(tx, id, rules, occasion)).made));
  }
  const ours = new Set(listingIds.values());
  for (;;) {
    const behind = (await listingsMissingSlots(store.read, occasion.now, 1_000)).filter((id) => ours.has(id));
    if (behind.length === 0) return made;
    for (const id of behind) made += (await store.write(async (tx) => makeMissingSlots(tx, id, occasion))).made;
  }
}

async function hasRules(tx: Tx, listingId: string): Promise<boolean> {
  const { slotRules } = tx.t;
  return (await tx.select({ id: slotRules.id }).from(slotRules).where(eq(slotRules.listingId, listingId)).limit(1)).length > 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));

const help = `npm run seed                  adds the sample shops, listings, times, places and festivals to the database in DATABASE_URL
                              (file:data/xudong.sqlite unless said). Doing it again adds only what is new.
npm run seed -- --orders 20   also places 20 sample orders, paid in cash at the door. The links to them work in the shop whose
                              secret is in APP_SECRET, or in data/secrets.json, which a demo makes on its first start.`;

async function main(args: readonly string[]): Promise<void> {
  const [option, number = ""] = args;
  const orders = option === "--orders" && /^[1-9]\d{0,3}$/.test(number) && args.length === 2 ? Number(number) : 0;
  if (args.length > 0 && orders === 0) {
    console.log(help);
    process.exitCode = option === "--help" || option === "-h" ? 0 : 2;
    return;
  }
  const url = process.env["DATABASE_URL"] ?? "file:data/xudong.sqlite";
  const secret = orders === 0 ? "" : appSecret();
  if (secret === undefined) {
    console.error("✘ There is no APP_SECRET, and no demo has made one here: start it once with npm start, then ask again.");
    process.exitCode = 1;
    return;
  }
  const store = await openStore(url);
  try {
    await migrate(store);
    const added = await seedMarket(store, { now: new Date() });
    console.log(`✔ ${added.shops} shops, ${added.listings} listings, ${added.slots} times and ${added.pieces} places, festivals, journeys and guides added`);
    if (orders > 0) console.log(`✔ ${(await seedOrders(marketOf(store, secret), orders)).length} sample orders placed`);
  } finally {
    await store.close();
  }
}

/** What makes the links of orders: the newest of APP_SECRET, or the demo's own. */
function appSecret(): string | undefined {
  const [given = ""] = (process.env["APP_SECRET"] ?? "").split(",");
  if (given.trim() !== "") return given.trim();
  try {
    const kept: unknown = JSON.parse(readFileSync("data/secrets.json", "utf8"));
    return typeof kept === "object" && kept !== null && "appSecret" in kept && typeof kept.appSecret === "string" ? kept.appSecret : undefined;
  } catch {
    return undefined;
  }
}

/** A market to order in. Goods bring no tickets, so a key that nobody keeps signs none. */
function marketOf(store: Store, secret: string): Market {
  const privateKeyPem = generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString();
  return createMarket({
    store,
    clock: { now: () => new Date() },
    settings: { appSecrets: [secret], ticketKeys: [{ keyId: "seed", privateKeyPem }], returnUrls: { vi: "http://127.0.0.1/", en: "http://127.0.0.1/" }, hasLimits: false },
    methods: { cod: { largestDong: 20_000_000 } },
  });
}
