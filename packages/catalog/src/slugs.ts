import { and, eq, inArray, sql } from "drizzle-orm";
import { keep, type Db, type Tx } from "@xudong/database";
import { DomainError, locales, slugOf, textIn, type Locale, type Localized, type PieceKind } from "@xudong/domain";

export type SlugKind = "shop" | "goods" | "experience" | PieceKind;

/** An address in each language. */
export type Slugs = { readonly [L in Locale]: string };

/** Gives a thing its addresses, made from its title. @throws DomainError `listing.slug_taken` where another thing has one. */
export async function takeSlugs(tx: Tx, thing: { kind: SlugKind; targetId: string; title: Localized; now: Date }): Promise<Slugs> {
  const slugs = slugsFrom(thing.title);
  const taken = await tx
    .insert(tx.t.slugs)
    .values(locales.map((locale) => ({ kind: thing.kind, locale, slug: slugs[locale], targetId: thing.targetId, isCurrent: true, createdAt: thing.now })))
    .onConflictDoNothing()
    .returning({ locale: tx.t.slugs.locale });
  if (taken.length < locales.length) throw new DomainError("listing.slug_taken", { field: "title", slug: slugs.vi });
  return slugs;
}

type Titled = { kind: SlugKind; targetId: string; title: Localized; now: Date };

/**
 * Keeps the addresses that a title would give a thing, without leading there yet: its words still have to be approved.
 *
 * @returns false where another thing of that kind has one of them, in either language
 */
export async function reserveSlugs(tx: Tx, { kind, targetId, title, now }: Titled): Promise<boolean> {
  const { slugs: t } = tx.t;
  const slugs = slugsFrom(title);
  await tx
    .insert(t)
    .values(locales.map((locale) => ({ kind, locale, slug: slugs[locale], targetId, isCurrent: false, createdAt: now })))
    .onConflictDoNothing();
  const rows = await tx
    .select({ targetId: t.targetId })
    .from(t)
    .where(and(eq(t.kind, kind), inArray(t.slug, Object.values(slugs))));
  return rows.every((row) => row.targetId === targetId);
}

/** Leads to a thing by the addresses its title gives, once they are reserved; those it had before lead on to them. */
export async function useSlugs(tx: Tx, { kind, targetId, title }: Omit<Titled, "now">): Promise<void> {
  const { slugs: t } = tx.t;
  const { vi, en } = slugsFrom(title);
  const isNamed = sql`((${t.locale} = 'vi' and ${t.slug} = ${vi}) or (${t.locale} = 'en' and ${t.slug} = ${en}))`;
  const own = and(eq(t.kind, kind), eq(t.targetId, targetId));
  await tx.update(t).set({ isCurrent: false }).where(and(own, sql`not ${isNamed}`));
  await tx.update(t).set({ isCurrent: true }).where(and(own, isNamed));
}

const slugsFrom = (title: Localized): Slugs => ({ vi: slugOf(title.vi), en: slugOf(textIn(title, "en").text) });

/** What a slug of either language leads to among these kinds, and whether it is still the current one. */
export async function findBySlug(db: Db, kinds: readonly SlugKind[], slug: string): Promise<{ targetId: string; isCurrent: boolean } | undefined> {
  const { slugs } = db.t;
  const rows = await db
    .select({ targetId: slugs.targetId, isCurrent: slugs.isCurrent })
    .from(slugs)
    .where(and(inArray(slugs.kind, [...kinds]), inArray(slugs.locale, [...locales]), eq(slugs.slug, slug)));
  return rows.find((row) => row.isCurrent) ?? rows[0];
}

/** The current slugs of many things at once. */
export async function slugsOf(db: Db, targetIds: readonly string[]): Promise<ReadonlyMap<string, Slugs>> {
  const found = new Map<string, { vi: string; en: string }>();
  if (targetIds.length === 0) return found;
  for (const row of await currentSlugs(db, [...targetIds])) {
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
