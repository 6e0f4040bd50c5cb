import { and, eq, inArray, sql } from "drizzle-orm";
import { inChunks, keep, rowsAtOnce, type Db, type Tx } from "@xudong/database";
import { DomainError, locales, slugOf, textIn, type Locale, type Localized, type PieceKind } from "@xudong/domain";

export type SlugKind = "shop" | "category" | "goods" | "experience" | PieceKind;

/** An address in each language. */
export type Slugs = { readonly [L in Locale]: string };

/** Goods and experiences are asked for at one address of the API: what leads to one cannot lead to the other. */
const family = (kind: SlugKind): readonly SlugKind[] => (kind === "goods" || kind === "experience" ? ["goods", "experience"] : [kind]);

/** A thing that wants addresses made from its title. */
export type SlugWish = {
  kind: SlugKind;
  targetId: string;
  title: Localized;
  now: Date;
  /** What tells it from another's thing of the same title: its shop, its commune. */
  apart?: Localized;
  /** The shop it belongs to. A seller who gives two things one name is told so instead. */
  shopId?: string;
};

/**
 * Gives a thing its addresses, made from its title, and keeps those it had leading to it. Where somebody else's thing
 * has them, what tells the two apart is appended.
 *
 * @throws DomainError `listing.slug_taken` or `shop.slug_taken`, with the title of the other where everybody may see it
 */
export async function takeSlugs(tx: Tx, wish: SlugWish): Promise<Slugs> {
  const { slugs } = tx.t;
  const current = (await slugsOf(tx, [wish.targetId])).get(wish.targetId);
  if (current !== undefined && optionsOf(wish).some((option) => locales.every((locale) => option[locale] === current[locale]))) return current;
  await tx.update(slugs).set({ isCurrent: false }).where(and(eq(slugs.targetId, wish.targetId), eq(slugs.isCurrent, true)));
  return (await takeAllSlugs(tx, [wish])).get(wish.targetId) ?? refuse(tx, wish);
}

/** The same for many new things at once. */
export async function takeAllSlugs(tx: Tx, wishes: readonly SlugWish[]): Promise<ReadonlyMap<string, Slugs>> {
  const chosen = await chooseSlugs(tx, wishes);
  const rows = wishes.flatMap((wish) => {
    const own = chosen.get(wish.targetId);
    return own === undefined ? [] : locales.map((locale) => ({ kind: wish.kind, locale, slug: own[locale], targetId: wish.targetId, isCurrent: true, createdAt: wish.now }));
  });
  for (const some of inChunks(rows, rowsAtOnce)) {
    const taken = await putSlugs(tx, some);
    const owners = new Map(taken.map((row) => [`${row.locale} ${row.slug}`, row.targetId]));
    const lost = some.find((row) => owners.get(`${row.locale} ${row.slug}`) !== row.targetId);
    const wish = lost && wishes.find((each) => each.targetId === lost.targetId);
    // Somebody else was quicker.
    if (wish !== undefined) await refuse(tx, wish);
  }
  return chosen;
}

/** What another thing has stays as it is, and does not come back. */
const putSlugs = keep((tx: Tx, rows: Tx["t"]["slugs"]["$inferInsert"][]) => {
  const { slugs } = tx.t;
  return tx
    .insert(slugs)
    .values(rows)
    .onConflictDoUpdate({ target: [slugs.kind, slugs.locale, slugs.slug], set: { isCurrent: true }, setWhere: sql`${slugs.targetId} = excluded.target_id` })
    .returning({ locale: slugs.locale, slug: slugs.slug, targetId: slugs.targetId });
});

/** The addresses that things would get now. @throws DomainError as `takeSlugs` */
export async function chooseSlugs(tx: Tx, wishes: readonly SlugWish[]): Promise<ReadonlyMap<string, Slugs>> {
  const optionsOfAll = wishes.map(optionsOf);
  const owners = await ownersOf(tx, wishes.map(({ kind }) => kind), optionsOfAll.flat());
  const chosen = new Map<string, Slugs>();
  for (const [at, wish] of wishes.entries()) {
    const options = optionsOfAll[at] ?? [];
    const ownersAt = (option: Slugs) => locales.map((locale) => ownerOf(owners, wish.kind, option[locale])).filter((owner) => owner !== undefined && owner !== wish.targetId);
    const option = options.find((each) => ownersAt(each).length === 0);
    const [plain] = options;
    if (option === undefined || plain === undefined) return refuse(tx, wish, plain && ownersAt(plain));
    if (option !== plain) await refuseOwnDouble(tx, wish, ownersAt(plain));
    for (const locale of locales) owners.set(`${wish.kind} ${option[locale]}`, wish.targetId);
    chosen.set(wish.targetId, option);
  }
  return chosen;
}

const longest = 190;

const optionsOf = ({ title, apart }: SlugWish): Slugs[] => [slugsFor(title), ...(apart === undefined ? [] : [slugsFor(title, apart)])];

function slugsFor(title: Localized, apart?: Localized): Slugs {
  const vi = slugOf(title.vi);
  const both = { vi, en: slugOf(textIn(title, "en").text) || vi };
  if (apart === undefined) return { vi: both.vi.slice(0, longest), en: both.en.slice(0, longest) };
  const place = { vi: slugOf(apart.vi), en: slugOf(textIn(apart, "en").text) };
  return { vi: `${both.vi.slice(0, 120)}-${place.vi}`.slice(0, longest), en: `${both.en.slice(0, 120)}-${place.en}`.slice(0, longest) };
}

const ownerOf = (owners: ReadonlyMap<string, string>, kind: SlugKind, slug: string) => family(kind).map((each) => owners.get(`${each} ${slug}`)).find((owner) => owner !== undefined);

/** Whose the addresses are that things of these kinds might get, by kind and slug. */
async function ownersOf(tx: Tx, wishedKinds: readonly SlugKind[], options: readonly Slugs[]): Promise<Map<string, string>> {
  const { slugs } = tx.t;
  const kinds = [...new Set(wishedKinds.flatMap(family))];
  const wanted = new Set(options.flatMap((option) => locales.map((locale) => option[locale])));
  const owners = new Map<string, string>();
  for (const some of inChunks([...wanted])) {
    const rows = await tx
      .select({ kind: slugs.kind, slug: slugs.slug, targetId: slugs.targetId })
      .from(slugs)
      .where(and(inArray(slugs.kind, kinds), inArray(slugs.locale, [...locales]), inArray(slugs.slug, some)));
    for (const row of rows) owners.set(`${row.kind} ${row.slug}`, row.targetId);
  }
  return owners;
}

/** @throws DomainError `listing.slug_taken` where the seller has a thing of this name already: most likely the same one */
async function refuseOwnDouble(tx: Tx, wish: SlugWish, ownerIds: readonly (string | undefined)[]): Promise<void> {
  if (wish.shopId === undefined) return;
  const { listings } = tx.t;
  const own = await tx.select({ id: listings.id }).from(listings).where(and(inArray(listings.id, ownerIds.filter((id) => id !== undefined)), eq(listings.shopId, wish.shopId)));
  if (own.length > 0) await refuse(tx, wish, ownerIds);
}

async function refuse(tx: Tx, { kind, title, shopId }: SlugWish, ownerIds: readonly (string | undefined)[] = []): Promise<never> {
  const { listings, listingRevisions } = tx.t;
  const [owner] = ownerIds.filter((id) => id !== undefined);
  const [other] =
    owner === undefined
      ? []
      : await tx
          .select({ shopId: listings.shopId, isShown: listings.isShown, words: listingRevisions.words })
          .from(listings)
          .innerJoin(listingRevisions, eq(listingRevisions.id, listings.revisionId))
          .where(eq(listings.id, owner));
  // Another seller's draft is nobody's business (S1).
  const mayBeNamed = other !== undefined && (other.isShown || other.shopId === shopId);
  throw new DomainError(kind === "shop" ? "shop.slug_taken" : "listing.slug_taken", {
    field: kind === "shop" ? "name" : "title",
    slug: slugOf(title.vi),
    ...(mayBeNamed ? { takenBy: other.words.title } : {}),
  });
}

/** What a slug of either language leads to among these kinds, and whether it is still the current one. */
export async function findBySlug(db: Db, kinds: readonly SlugKind[], slug: string): Promise<{ targetId: string; isCurrent: boolean } | undefined> {
  if (!/^[a-z0-9-]{1,200}$/.test(slug)) return undefined;
  const rows = await bySlug(db, [...kinds], [...locales], slug);
  return rows.find((row) => row.isCurrent) ?? rows[0];
}

const bySlug = keep((db: Db, kinds: SlugKind[], inLocales: Locale[], slug: string) => {
  const { slugs } = db.t;
  return db
    .select({ targetId: slugs.targetId, isCurrent: slugs.isCurrent })
    .from(slugs)
    .where(and(inArray(slugs.kind, kinds), inArray(slugs.locale, inLocales), eq(slugs.slug, slug)));
});

/** The current slugs of many things at once. */
export async function slugsOf(db: Db, targetIds: readonly string[]): Promise<ReadonlyMap<string, Slugs>> {
  const found = new Map<string, { vi: string; en: string }>();
  if (targetIds.length === 0) return found;
  for (const row of await currentSlugs(db, [...new Set(targetIds)])) {
    const pair = found.get(row.targetId) ?? { vi: row.slug, en: row.slug };
    if (row.locale === "vi") pair.vi = row.slug;
    else pair.en = row.slug;
    found.set(row.targetId, pair);
  }
  return found;
}

const currentSlugs = keep((db: Db, targetIds: string[]) => {
  const { slugs } = db.t;
  return db
    .select({ targetId: slugs.targetId, locale: slugs.locale, slug: slugs.slug })
    .from(slugs)
    .where(and(inArray(slugs.targetId, targetIds), eq(slugs.isCurrent, true)));
});
