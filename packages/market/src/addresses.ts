import { and, asc, eq, gt, isNotNull } from "drizzle-orm";
import { slugsOf, type Slugs } from "@xudong/catalog";
import type { Db } from "@xudong/database";
import { listingKinds, type ListingKind, type PieceKind } from "@xudong/domain";

/** What has a page of its own that everybody may see. */
export type AddressKind = ListingKind | PieceKind | "shop";
/** A page's address in each language, and when what is read there last changed. */
export type PageAddress = { id: string; slug: Slugs; changedAt: Date };
export type AddressPage = { items: readonly PageAddress[]; /** What the next page comes after. */ next: string | undefined };

const most = 5000;
const isListingKind = (kind: AddressKind): kind is ListingKind => listingKinds.some((each) => each === kind);

/** The addresses of one kind, by key, for lists that only machines read. @param query `limit` at most 5,000 */
export async function listAddresses(db: Db, kind: AddressKind, { after = "", limit = most }: { after?: string; limit?: number } = {}): Promise<AddressPage> {
  const wanted = Math.min(limit, most);
  const rows = await (isListingKind(kind) ? listings(db, kind, after, wanted) : kind === "shop" ? shops(db, after, wanted) : pieces(db, kind, after, wanted));
  const slugs = await slugsOf(db, rows.map(({ id }) => id));
  const items = rows.flatMap(({ id, changedAt }) => {
    const slug = slugs.get(id);
    return slug === undefined ? [] : [{ id, slug, changedAt }];
  });
  return { items, next: rows.length === wanted ? rows.at(-1)?.id : undefined };
}

async function listings(db: Db, kind: ListingKind, after: string, limit: number): Promise<{ id: string; changedAt: Date }[]> {
  const { listings: t, listingRevisions } = db.t;
  const rows = await db
    .select({ id: t.id, decidedAt: listingRevisions.decidedAt, createdAt: t.createdAt })
    .from(t)
    .innerJoin(listingRevisions, eq(listingRevisions.id, t.revisionId))
    .where(and(eq(t.isShown, true), eq(t.kind, kind), gt(t.id, after)))
    .orderBy(asc(t.id))
    .limit(limit);
  return rows.map(({ id, decidedAt, createdAt }) => ({ id, changedAt: decidedAt ?? createdAt }));
}

async function shops(db: Db, after: string, limit: number): Promise<{ id: string; changedAt: Date }[]> {
  const { shops: t } = db.t;
  return db.select({ id: t.id, changedAt: t.createdAt }).from(t).where(and(eq(t.state, "approved"), gt(t.id, after))).orderBy(asc(t.id)).limit(limit);
}

async function pieces(db: Db, kind: PieceKind, after: string, limit: number): Promise<{ id: string; changedAt: Date }[]> {
  const { pieces: t, pieceVersions } = db.t;
  const rows = await db
    .select({ id: t.id, decidedAt: pieceVersions.decidedAt, writtenAt: pieceVersions.writtenAt })
    .from(t)
    .innerJoin(pieceVersions, eq(pieceVersions.id, t.versionId))
    .where(and(eq(t.kind, kind), isNotNull(t.versionId), gt(t.id, after)))
    .orderBy(asc(t.id))
    .limit(limit);
  return rows.map(({ id, decidedAt, writtenAt }) => ({ id, changedAt: decidedAt ?? writtenAt }));
}
