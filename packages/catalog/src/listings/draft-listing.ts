import { inArray } from "drizzle-orm";
import { inChunks, keep, rowsAtOnce, writeAudits, type ListingClaims, type Tx } from "@xudong/database";
import { demand, DomainError, newId, type ListingKind, type Localized, type Occasion } from "@xudong/domain";
import type { ListingDraft, ListingText } from "../listing-draft.ts";
import { DraftReader, readListingText, readStocks, readVariants } from "../read-drafts.ts";
import { knownUnits } from "../shops/register-shop.ts";
import { takeAllSlugs } from "../slugs.ts";
import { addVariants, makeStocks } from "./add-variants.ts";

/**
 * Writes down a new listing of a shop with its first revision, stocks, variants and prices. Nobody sees
 * it before it has been submitted and approved.
 *
 * @throws DomainError `shop.not_found`, `actor.not_allowed`, `listing.incomplete` naming what is missing or wrong, `listing.slug_taken`
 */
export async function draftListing(tx: Tx, shopId: string, draft: ListingDraft, occasion: Occasion): Promise<{ id: string }> {
  const [id = ""] = await draftListings(tx, [{ shopId, draft }], occasion);
  return { id };
}

/** The same for many at once, of one or several shops: all of them or none. @returns their ids in the order of the drafts */
export async function draftListings(tx: Tx, drafts: readonly { shopId: string; draft: ListingDraft }[], occasion: Occasion): Promise<string[]> {
  const { actor, now } = occasion;
  const shops = await shopsOf(tx, drafts.map(({ shopId }) => shopId));
  const known = await knownPlaces(tx, drafts.map(({ draft }) => draft), now);
  const read = drafts.map(({ shopId, draft }) => {
    const shop = shops.get(shopId);
    if (shop === undefined) throw new DomainError("shop.not_found");
    demand(actor, "listing.edit", shopId);
    const form = new DraftReader();
    const { words, text } = readListingText(form, draft);
    readStocks(form, draft.kind, draft.stocks);
    if (draft.variants.length === 0) form.fault("variants", "missing");
    const variants = readVariants(form, draft.kind, draft.variants, draft.stocks);
    const claims = readClaims(form, draft.kind, text, known);
    form.refuse("listing.incomplete");
    return { id: newId(now), shopId, shopName: shop.name, kind: draft.kind, words, claims, stocks: draft.stocks, variants };
  });

  for (const some of inChunks(read, rowsAtOnce)) {
    await addListings(tx, some.map(({ id, shopId, kind, claims }) => ({ id, shopId, kind, state: "draft", revisionId: null, createdAt: now, publishedAt: null, ...claims })));
    await addRevisions(tx, some.map(({ id, words }) => ({ id: newId(now), listingId: id, number: 1, state: "draft", words, createdAt: now })));
  }
  await takeAllSlugs(tx, read.map(({ id, shopId, shopName, kind, words }) => ({ kind, targetId: id, title: words.title, apart: shopName, shopId, now })));
  const poolOf = await makeStocks(tx, read.flatMap(({ id, shopId, stocks }) => stocks.map((stock) => ({ ...stock, shopId, listingId: id }))), occasion);
  await addVariants(tx, read.flatMap(({ id, variants }) => variants.map((variant, position) => ({ ...variant, listingId: id, position }))), poolOf, now);
  await writeAudits(tx, read.map(({ id }) => ({ actor: actor.id, verb: "listing.draft", objectKind: "listing", objectId: id, at: now })));
  return read.map(({ id }) => id);
}

const addListings = keep((tx: Tx, rows: Tx["t"]["listings"]["$inferInsert"][]) => tx.insert(tx.t.listings).values(rows));
const addRevisions = keep((tx: Tx, rows: Tx["t"]["listingRevisions"]["$inferInsert"][]) => tx.insert(tx.t.listingRevisions).values(rows));

async function shopsOf(tx: Tx, shopIds: readonly string[]): Promise<ReadonlyMap<string, { name: Localized }>> {
  const { shops } = tx.t;
  const found = new Map<string, { name: Localized }>();
  for (const ids of inChunks([...new Set(shopIds)])) {
    for (const row of await tx.select({ id: shops.id, name: shops.name }).from(shops).where(inArray(shops.id, ids))) found.set(row.id, row);
  }
  return found;
}

/** What a listing may name by key: categories of its kind, and communes there are today. */
export type KnownPlaces = { categories: ReadonlyMap<string, { id: string; kind: ListingKind }>; units: ReadonlySet<string> };

export async function knownPlaces(tx: Tx, texts: readonly Pick<ListingText, "category" | "unitCode">[], now: Date): Promise<KnownPlaces> {
  const { categories } = tx.t;
  const keys = [...new Set(texts.flatMap(({ category }) => (category === undefined ? [] : [category])))];
  const found = { categories: new Map<string, { id: string; kind: ListingKind }>(), units: await knownUnits(tx, texts, now) };
  for (const some of inChunks(keys)) {
    for (const row of await tx.select({ id: categories.id, key: categories.key, kind: categories.kind }).from(categories).where(inArray(categories.key, some))) found.categories.set(row.key, row);
  }
  return found;
}

/** What a listing claims, with what it names found; noted where it does not exist. */
export function readClaims(form: DraftReader, kind: ListingKind, text: ListingText, { categories, units }: KnownPlaces): ListingClaims {
  const category = text.category === undefined ? undefined : categories.get(text.category);
  if (text.category !== undefined && category?.kind !== kind) form.fault("category", "not_known");
  if (text.unitCode !== undefined && !units.has(text.unitCode)) form.fault("unitCode", "not_known");
  return {
    categoryId: category?.id ?? null,
    seasonMonths: text.seasonMonths,
    seasonLunar: text.seasonLunar === undefined || text.seasonLunar.length === 0 ? null : text.seasonLunar,
    unitCode: text.unitCode ?? null,
    plusCode: text.plusCode ?? null,
    needsCold: text.needsCold ?? false,
    shelfLifeHours: text.shelfLifeHours ?? null,
    vatClass: text.vatClass,
    taxActivity: text.taxActivity,
    isSample: text.isSample,
  };
}

