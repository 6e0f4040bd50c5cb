import { and, eq, exists, gte, inArray, lte, or, sql, type SQL } from "drizzle-orm";
import { countInt, type Db } from "@xudong/database";
import { DomainError, listingKinds, type Day, type ListingKind } from "@xudong/domain";
import { requireCategory } from "./categories/show-categories.ts";
import { listingCards } from "./listing-cards.ts";
import type { ListingCard, Page, PageQuery } from "./listing-view.ts";
import { findPage, spanOf, type Span } from "./page.ts";
import { seasonAsks } from "./season-rows.ts";
import { requireShownShop } from "./shops/shop-rows.ts";
import { keptCount, keptCounts, scopes } from "./shown.ts";

/** Which listings a list has. Everything is of what is shown: nobody's drafts ever appear in a list. */
export type ListingFilter = {
  kind?: ListingKind | undefined;
  /** The slug of a category, in either language; those below it are included. */
  category?: string | undefined;
  /** The slug of a shop. */
  shop?: string | undefined;
  /** The code of a commune. */
  unit?: string | undefined;
  /** In season on some day of these, both included: a day, or a month. At most 62 days. */
  season?: { from: Day; to: Day } | undefined;
};

/**
 * A page of the listings on show, oldest first. Counts are kept and pages are found by key, so that the last of ten
 * thousand costs what the first of forty does.
 *
 * @param query `pageSize` at most 100
 * @throws DomainError `category.not_found`, `shop.not_found`, `request.invalid`
 */
export async function listListings(db: Db, query: ListingFilter & PageQuery, now: Date): Promise<Page<ListingCard>> {
  const filter = await readFilter(db, query);
  const counting = totalOf(db, filter);
  const [total, { ids, ...place }] = await Promise.all([counting, findPage(query, counting, (span) => idsOf(db, filter, span))]);
  return { items: await listingCards(db, ids, now), pageSize: query.pageSize, total, ...place };
}

/** A filter with everything it names found. */
type FoundFilter = Pick<ListingFilter, "kind" | "unit"> & { category: { id: string; ids: readonly string[] } | undefined; shopId: string | undefined; season: ReturnType<typeof seasonAsks> | undefined };

const longestSeason = 62;

async function readFilter(db: Db, { kind, category, shop, unit, season }: ListingFilter): Promise<FoundFilter> {
  if (season !== undefined && (season.to < season.from || Date.parse(season.to) - Date.parse(season.from) > longestSeason * 86_400_000)) {
    throw new DomainError("request.invalid", { field: "season", max: longestSeason, issues: [{ field: "season", reason: "too_many_days" }] });
  }
  return {
    kind,
    unit,
    category: category === undefined ? undefined : await requireCategory(db, category),
    shopId: shop === undefined ? undefined : (await requireShownShop(db, shop)).id,
    season: season && seasonAsks(season),
  };
}

async function idsOf(db: Db, filter: FoundFilter, span: Span): Promise<string[]> {
  const { listings } = db.t;
  const { inSpan, order } = spanOf(listings.id, span);
  const rows = await db
    .select({ id: listings.id })
    .from(listings)
    .where(and(conditions(db, filter), inSpan))
    .orderBy(order)
    .limit(span.limit)
    .offset(span.skip);
  return rows.map(({ id }) => id);
}

function conditions(db: Db, { kind, category, shopId, unit, season }: FoundFilter): SQL | undefined {
  const { listings, listingSeasons } = db.t;
  return and(
    eq(listings.isShown, true),
    kind === undefined ? undefined : eq(listings.kind, kind),
    category === undefined ? undefined : category.ids.length === 1 ? eq(listings.categoryId, category.id) : inArray(listings.categoryId, [...category.ids]),
    shopId === undefined ? undefined : eq(listings.shopId, shopId),
    unit === undefined ? undefined : eq(listings.unitCode, unit),
    season === undefined ? undefined : exists(db.select({ id: listingSeasons.listingId }).from(listingSeasons).where(and(eq(listingSeasons.listingId, listings.id), inSeason(db, season)))),
  );
}

function inSeason(db: Db, { solar, moon }: NonNullable<FoundFilter["season"]>): SQL | undefined {
  return or(inArray(db.t.listingSeasons.season, solar), inMoonSeason(db, moon));
}

function inMoonSeason(db: Db, moon: NonNullable<FoundFilter["season"]>["moon"]): SQL | undefined {
  const { listingSeasons } = db.t;
  return or(...moon.map(({ season, fromDay, toDay }) => and(eq(listingSeasons.season, season), lte(listingSeasons.fromDay, toDay), gte(listingSeasons.toDay, fromDay))));
}

/** How many the whole list has: kept where one thing narrows it, counted where several do. */
async function totalOf(db: Db, filter: FoundFilter): Promise<number> {
  const { kind, category, shopId, unit, season } = filter;
  const narrowed = [category, shopId, unit].filter((each) => each !== undefined).length;
  if (narrowed === 0 && season !== undefined) return seasonTotal(db, kind === undefined ? listingKinds : [kind], season);
  if (narrowed === 1 && season === undefined && kind === undefined) {
    if (category !== undefined) return keptCount(db, scopes.category(category.id));
    if (shopId !== undefined) return keptCount(db, scopes.shop(shopId));
    if (unit !== undefined) return keptCount(db, scopes.unit(unit));
  }
  if (narrowed === 0) return keptCount(db, kind === undefined ? scopes.all : scopes.kind(kind));
  // A category has one kind, so asking for that kind as well narrows nothing; another has nothing of it.
  const { listings } = db.t;
  const [counted] = await db.select({ total: countInt() }).from(listings).where(conditions(db, filter));
  return counted?.total ?? 0;
}

/** What has solar months alone is counted by them; of what follows the moon each is looked at. */
async function seasonTotal(db: Db, kinds: readonly ListingKind[], { solar, moon }: NonNullable<FoundFilter["season"]>): Promise<number> {
  const { listingSeasons } = db.t;
  const isOneMonth = solar.length <= 2;
  const kept = isOneMonth ? await keptCounts(db, kinds.flatMap((kind) => solar.map((season) => scopes.season(kind, season)))) : [];
  const asked = [...(isOneMonth ? [] : [inArray(listingSeasons.season, solar)]), ...moon.map((days) => inMoonSeason(db, [days]))];
  // Apart, each is read from the index alone; together they would be looked up in the table.
  const each = asked.map((days) => db.select({ id: listingSeasons.listingId }).from(listingSeasons).where(and(inArray(listingSeasons.kind, [...kinds]), days)).getSQL());
  const [counted] = await db.select({ total: countInt() }).from(sql`(${sql.join(each, sql` union `)}) as listed`);
  return kept.reduce((sum, shown) => sum + shown, 0) + (counted?.total ?? 0);
}
