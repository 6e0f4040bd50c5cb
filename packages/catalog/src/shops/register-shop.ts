import { and, gt, inArray, isNull, or } from "drizzle-orm";
import { inChunks, keep, rowsAtOnce, writeAudits, type Tx } from "@xudong/database";
import { dayOf, demand, newId, type Occasion } from "@xudong/domain";
import type { ShopDraft } from "../listing-draft.ts";
import { DraftReader, readShopDraft } from "../read-drafts.ts";
import { takeAllSlugs } from "../slugs.ts";

/**
 * Begins a shop that its owner will hand to the reviewers once it is complete. Anybody may begin one; who owns it then is for the caller to write down.
 *
 * @throws DomainError `shop.incomplete` naming what is missing or wrong, `shop.slug_taken`
 */
export async function draftShop(tx: Tx, draft: ShopDraft, occasion: Occasion): Promise<{ id: string }> {
  const [id = ""] = await addShops(tx, [draft], "draft", occasion);
  return { id };
}

/** Writes down a shop that wants to sell, complete as it is, for whoever reviews shops: on paper, or from another market. It sells nothing before somebody has approved it. @throws as `draftShop`, and `actor.not_allowed` */
export async function registerShop(tx: Tx, draft: ShopDraft, occasion: Occasion): Promise<{ id: string }> {
  const [id = ""] = await registerShops(tx, [draft], occasion);
  return { id };
}

/** The same for many at once. @returns their ids in the order of the drafts */
export async function registerShops(tx: Tx, drafts: readonly ShopDraft[], occasion: Occasion): Promise<string[]> {
  demand(occasion.actor, "shop.review", "*");
  return addShops(tx, drafts, "submitted", occasion);
}

async function addShops(tx: Tx, drafts: readonly ShopDraft[], state: "draft" | "submitted", { actor, now }: Occasion): Promise<string[]> {
  const units = await knownUnits(tx, drafts, now);
  const shops = drafts.map((draft) => ({ id: newId(now), ...readShop(draft, units) }));
  for (const some of inChunks(shops, rowsAtOnce)) await addRows(tx, some.map((shop) => ({ ...shop, state, createdAt: now })));
  await takeAllSlugs(tx, shops.map(({ id, name, place }) => ({ kind: "shop", targetId: id, title: name, apart: communeOf(place), now })));
  await writeAudits(tx, shops.map(({ id }) => ({ actor: actor.id, verb: state === "draft" ? "shop.draft" : "shop.register", objectKind: "shop", objectId: id, at: now })));
  return shops.map(({ id }) => id);
}

const addRows = keep((tx: Tx, rows: Tx["t"]["shops"]["$inferInsert"][]) => tx.insert(tx.t.shops).values(rows));

/** @throws DomainError `shop.incomplete` naming what is missing or wrong */
export function readShop(draft: ShopDraft, units: ReadonlySet<string>): ShopDraft {
  const form = new DraftReader();
  const shop = readShopDraft(form, draft);
  if (shop.unitCode !== undefined && !units.has(shop.unitCode)) form.fault("unitCode", "not_known");
  form.refuse("shop.incomplete");
  return shop;
}

/** What tells it from another shop of its name: the commune, which stands first in its place. */
export function communeOf(place: ShopDraft["place"]): ShopDraft["place"] {
  const first = (text: string) => text.split(",")[0] ?? text;
  return { vi: first(place.vi), ...(place.en === undefined ? {} : { en: first(place.en) }) };
}

/** Of the communes these name, those there are today. */
export async function knownUnits(tx: Tx, drafts: readonly Pick<ShopDraft, "unitCode">[], now: Date): Promise<ReadonlySet<string>> {
  const { units } = tx.t;
  const codes = [...new Set(drafts.flatMap(({ unitCode }) => (unitCode === undefined ? [] : [unitCode])))];
  const known = new Set<string>();
  for (const some of inChunks(codes)) {
    const stands = or(isNull(units.validTo), gt(units.validTo, dayOf(now)));
    for (const { code } of await tx.select({ code: units.code }).from(units).where(and(inArray(units.code, some), stands))) known.add(code);
  }
  return known;
}

