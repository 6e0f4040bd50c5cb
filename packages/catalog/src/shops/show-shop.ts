import { and, eq, inArray } from "drizzle-orm";
import { keep, type Db } from "@xudong/database";
import { dayOf, type ShopKind } from "@xudong/domain";
import { shopBadges } from "../certificates/badges.ts";
import type { IdentityView, Page, PageQuery, PlaceView, ShopCard, ShopPageView, ShopView } from "../listing-view.ts";
import { findPage, spanOf, type Span } from "../page.ts";
import { placeViews } from "../place-views.ts";
import { keptCount, keptCountsByScope, scopes } from "../shown.ts";
import { slugsOf, type Slugs } from "../slugs.ts";
import { requireShownShop, type ShopRow } from "./shop-rows.ts";

/** A page of the shops that sell, oldest first. @param query `pageSize` at most 100 @throws DomainError `request.invalid` */
export async function listShops(db: Db, query: PageQuery): Promise<Page<ShopCard>> {
  const counting = keptCount(db, scopes.shops);
  const [total, { ids, ...place }] = await Promise.all([counting, findPage(query, counting, (span) => idsOf(db, span))]);
  return { items: await shopCards(db, ids), pageSize: query.pageSize, total, ...place };
}

/** Cards in the order of the ids; a shop that does not sell has none. */
export async function shopCards(db: Db, ids: readonly string[]): Promise<ShopCard[]> {
  const rows = ids.length === 0 ? [] : await shopsById(db, [...ids]);
  const [slugs, places, counts] = await Promise.all([slugsOf(db, ids), placeViews(db, rows.map(({ unitCode }) => unitCode)), keptCountsByScope(db, ids.map(scopes.shop))]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id): ShopCard[] => {
    const row = byId.get(id);
    if (row === undefined) return [];
    const { name, kind, place: where, isSample, unitCode } = row;
    return [{ id, slug: slugs.get(id) ?? { vi: id, en: id }, name, kind, place: where, isSample, unit: placeOf(places, unitCode), shown: counts.get(scopes.shop(id)) ?? 0 }];
  });
}

async function idsOf(db: Db, span: Span): Promise<string[]> {
  const { shops } = db.t;
  const { inSpan, order } = spanOf(shops.id, span);
  const rows = await db
    .select({ id: shops.id })
    .from(shops)
    .where(and(eq(shops.state, "approved"), inSpan))
    .orderBy(order)
    .limit(span.limit)
    .offset(span.skip);
  return rows.map(({ id }) => id);
}

const shopsById = keep((db: Db, ids: string[]) => {
  const { shops } = db.t;
  return db.select({ id: shops.id, name: shops.name, kind: shops.kind, place: shops.place, isSample: shops.isSample, unitCode: shops.unitCode }).from(shops).where(and(inArray(shops.id, ids), eq(shops.state, "approved")));
});

/** A shop by a slug of either language, or where an old slug moved to. @throws DomainError `shop.not_found` */
export async function showShop(db: Db, slug: string, now: Date): Promise<{ shop: ShopPageView } | { movedTo: Slugs }> {
  const row = await requireShownShop(db, slug);
  const slugs = (await slugsOf(db, [row.id])).get(row.id) ?? { vi: slug, en: slug };
  if (!row.isCurrent) return { movedTo: slugs };
  const [view, shown] = await Promise.all([shopView(db, row, slugs, now), keptCount(db, scopes.shop(row.id))]);
  return { shop: { ...view, slug: slugs, shown } };
}

/** What pages say of a shop. */
export async function shopView(db: Db, row: ShopRow, slugs: Slugs | undefined, now: Date, places?: ReadonlyMap<string, PlaceView>): Promise<ShopView> {
  const [known, badges] = await Promise.all([places ?? placeViews(db, [row.unitCode]), shopBadges(db, row.id, dayOf(now))]);
  return {
    id: row.id,
    slug: slugs?.vi ?? row.id,
    name: row.name,
    kind: row.kind,
    place: row.place,
    about: row.about,
    isSample: row.isSample,
    unit: placeOf(known, row.unitCode),
    identity: row.identity === null ? undefined : identityView(row.kind, row.identity),
    badges,
  };
}

function placeOf(places: ReadonlyMap<string, PlaceView>, unitCode: string | null): PlaceView | undefined {
  return unitCode === null ? undefined : places.get(unitCode);
}

/** Of a household or a single person the number may be that of the person. */
const hasPublicNumber: readonly ShopKind[] = ["enterprise", "cooperative"];

function identityView(kind: ShopKind, { legalName, addressLine, phone, registration }: NonNullable<ShopRow["identity"]>): IdentityView {
  return {
    legalName,
    addressLine,
    phone,
    registration: registration && { number: hasPublicNumber.includes(kind) ? registration.number : undefined, issuer: registration.issuer, issuedOn: registration.issuedOn },
  };
}
