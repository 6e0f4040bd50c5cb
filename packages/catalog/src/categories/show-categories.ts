import { asc, inArray } from "drizzle-orm";
import { keep, type Db } from "@xudong/database";
import { DomainError } from "@xudong/domain";
import type { CategoryFace, CategoryView } from "../listing-view.ts";
import { keptCountsByScope, scopes } from "../shown.ts";
import { findBySlug, slugsOf } from "../slugs.ts";

type CategoryRow = Db["t"]["categories"]["$inferSelect"];

/** All categories as their tree, each with how many listings it shows. */
export async function showCategories(db: Db): Promise<readonly CategoryView[]> {
  const rows = await allCategories(db);
  const ids = rows.map(({ id }) => id);
  const [slugs, counts] = await Promise.all([slugsOf(db, ids), keptCountsByScope(db, ids.map(scopes.category))]);
  const view = (row: CategoryRow): CategoryView => ({
    ...face(row, slugs),
    kind: row.kind,
    shown: counts.get(scopes.category(row.id)) ?? 0,
    children: rows.filter(({ parentId }) => parentId === row.id).map(view),
  });
  return rows.filter(({ parentId }) => parentId === null).map(view);
}

/** A category by a slug of either language, also an old one, with the ids of those below it. @throws DomainError `category.not_found` */
export async function requireCategory(db: Db, slug: string): Promise<{ id: string; ids: readonly string[] }> {
  const found = await findBySlug(db, ["category"], slug);
  if (found === undefined) throw new DomainError("category.not_found", { field: "category" });
  const rows = await allCategories(db);
  return { id: found.targetId, ids: [found.targetId, ...rows.flatMap(({ id, parentId }) => (parentId === found.targetId ? [id] : []))] };
}

/** The faces of categories by id. */
export async function categoryFaces(db: Db, categoryIds: readonly (string | null)[]): Promise<ReadonlyMap<string, CategoryFace>> {
  const ids = [...new Set(categoryIds.filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const [rows, slugs] = await Promise.all([categoriesById(db, ids), slugsOf(db, ids)]);
  return new Map(rows.map((row) => [row.id, face(row, slugs)]));
}

const allCategories = keep((db: Db) => db.select().from(db.t.categories).orderBy(asc(db.t.categories.position), asc(db.t.categories.id)));
const categoriesById = keep((db: Db, ids: string[]) => db.select().from(db.t.categories).where(inArray(db.t.categories.id, ids)));

function face({ id, key, name }: CategoryRow, slugs: Awaited<ReturnType<typeof slugsOf>>): CategoryFace {
  return { key, slug: slugs.get(id) ?? { vi: key, en: key }, name };
}
