import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { approveListing, approveShop, draftListing, listFaults, openSlots, registerShop, setCategories, submitListing } from "@xudong/catalog";
import { openStore, type Store, type Tx } from "@xudong/database";
import { eachDatabase } from "@xudong/database/testing";
import { categories } from "../seed/categories.ts";
import { aListing, aShop, builder, buildMarket, someTimes } from "./catalogue-market.ts";

const now = new Date("2026-11-23T03:00:00Z");
const occasion = { actor: builder, now };
// More of each than one statement writes at once.
const size = { listings: 70, shops: 60 };

/** The same market as `buildMarket`'s, each shop and listing by its own verbs in transactions of their own. */
async function buildOneByOne({ write }: Store): Promise<void> {
  const step = <T>(fn: (tx: Tx) => Promise<T>) => write(fn);
  await step((tx) => setCategories(tx, categories, occasion));
  const shops: string[] = [];
  for (let n = 0; n < size.shops; n++) {
    const { id } = await step((tx) => registerShop(tx, aShop(n), occasion));
    await step((tx) => approveShop(tx, id, occasion));
    shops.push(id);
  }
  for (let n = 0; n < size.listings; n++) {
    const draft = aListing(n);
    const { id } = await step((tx) => draftListing(tx, shops[n % shops.length] ?? "", draft, occasion));
    await step((tx) => submitListing(tx, id, occasion));
    await step((tx) => approveListing(tx, id, occasion));
    if (draft.kind === "experience") await step((tx) => openSlots(tx, id, someTimes(now), occasion));
  }
}

const tables = [
  "shops", "categories", "listings", "listingRevisions", "slugs", "variants", "prices", "pools", "stockMovements", "draws", "listingSeasons", "listingCounts", "slots", "slotPools", "auditRows", "outbox",
] as const;
type Row = Record<string, unknown>;

/** A digest of each table, in which ids are called by their table and age, and what counts or clocks as it is written is left out. */
async function digests({ read }: Store): Promise<Record<string, string>> {
  const rows = new Map<string, Row[]>();
  for (const name of tables) rows.set(name, await read.select().from(read.t[name]));
  const names = new Map<string, string>();
  for (const [table, own] of rows) {
    // Stocks and seats are pools apart: in bulk all stocks come first.
    for (const [unit, alike] of Map.groupBy(own, (row) => String(row["unit"] ?? ""))) {
      const ids = alike.flatMap(({ id }) => (typeof id === "string" ? [id] : []));
      for (const [age, id] of ids.sort().entries()) names.set(id, `${table} ${unit} ${age}`);
    }
  }
  const named = (row: Row) => JSON.stringify(row).replace(/[0-9A-HJKMNP-TV-Z]{26}/g, (id) => names.get(id) ?? id);
  return Object.fromEntries(
    [...rows].map(([table, own]) => {
      const lasting = own.map(({ id, xid: _xid, at, ...rest }) => named({ ...rest, ...(typeof id === "string" ? { id } : {}), ...(table === "outbox" ? {} : { at }) }));
      return [table, `${own.length} rows ${createHash("sha256").update(lasting.sort().join("\n")).digest("hex")}`];
    }),
  );
}

eachDatabase("A market built in bulk", (database) => {
  test("is to the last row what the verbs make one by one: counts, seasons, revisions, traces and news", { timeout: 60_000 }, async () => {
    await buildMarket(database.store, size, now);
    const other = await openStore(await database.another("migrated"));
    try {
      await buildOneByOne(other);
      expect(await digests(database.store)).toEqual(await digests(other));
      expect(await listFaults(database.store.read)).toEqual({ listingIds: [], scopes: [] });
    } finally {
      await other.close();
    }
  });
});
