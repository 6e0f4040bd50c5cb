import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@xudong/database";
import { locales, slugOf, textIn, type Localized } from "@xudong/domain";
import type { SlugKind, Slugs } from "./slugs.ts";

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
    .where(and(eq(t.kind, kind), inArray(t.locale, [...locales]), inArray(t.slug, Object.values(slugs))));
  return rows.every((row) => row.targetId === targetId);
}

/** Leads to a thing by the addresses its title gives, once they are reserved; those it had before lead on to them. */
export async function useReservedSlugs(tx: Tx, { kind, targetId, title }: Omit<Titled, "now">): Promise<void> {
  const { slugs: t } = tx.t;
  const { vi, en } = slugsFrom(title);
  const isNamed = sql`((${t.locale} = 'vi' and ${t.slug} = ${vi}) or (${t.locale} = 'en' and ${t.slug} = ${en}))`;
  const own = and(eq(t.kind, kind), eq(t.targetId, targetId));
  await tx.update(t).set({ isCurrent: false }).where(and(own, sql`not ${isNamed}`));
  await tx.update(t).set({ isCurrent: true }).where(and(own, isNamed));
}

const longest = 190;

const slugsFrom = (title: Localized): Slugs => ({ vi: slugOf(title.vi).slice(0, longest), en: slugOf(textIn(title, "en").text).slice(0, longest) });
