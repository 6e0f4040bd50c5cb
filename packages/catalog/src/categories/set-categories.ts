import { eq, inArray } from "drizzle-orm";
import { countInt, speak, writeAudit, type Tx } from "@xudong/database";
import { demand, DomainError, newId, type ListingKind, type Localized, type Occasion } from "@xudong/domain";
import { DraftReader, draftLimits } from "../read-drafts.ts";
import { mendLists } from "../shown.ts";
import { takeSlugs } from "../slugs.ts";

/** What listings are sorted by: two levels at most, the lower of the same kind as the upper. The key is permanent. */
export type CategoryDraft = { key: string; kind: ListingKind; name: Localized; children?: readonly { key: string; name: Localized }[] };

type Wanted = { key: string; kind: ListingKind; name: Localized; parentKey: string | undefined; position: number };

/**
 * Makes the categories what the tree says, by their keys, so that saying it again changes nothing. A new name brings a
 * new address, and the old one leads to it. What is not in the tree any more goes, unless a listing stands in it.
 *
 * @throws DomainError `actor.not_allowed`, `request.invalid` naming what is wrong, `category.in_use`
 */
export async function setCategories(tx: Tx, tree: readonly CategoryDraft[], { actor, now }: Occasion): Promise<void> {
  demand(actor, "listing.review", "*");
  const wanted = readTree(tree);
  const { categories, slugs } = tx.t;
  const known = new Map((await tx.select().from(categories)).map((row) => [row.key, row]));
  const isWanted = new Set(wanted.map(({ key }) => key));
  const gone = [...known.values()].filter(({ key }) => !isWanted.has(key));
  await refuseInUse(tx, gone);

  const changed: string[] = [];
  const idOf = new Map([...known].map(([key, { id }]) => [key, id]));
  for (const { key, kind, name, parentKey, position } of wanted) {
    const id = idOf.get(key) ?? newId(now);
    idOf.set(key, id);
    const row = { parentId: parentKey === undefined ? null : (idOf.get(parentKey) ?? null), kind, name, position };
    const before = known.get(key);
    if (before !== undefined && before.kind !== kind) await refuseInUse(tx, [before]);
    if (before === undefined) await tx.insert(categories).values({ id, key, ...row });
    else if (before.parentId !== row.parentId || before.kind !== kind || before.position !== position || !isSame(before.name, name)) await tx.update(categories).set(row).where(eq(categories.id, id));
    else continue;
    changed.push(key);
    await takeSlugs(tx, { kind: "category", targetId: id, title: name, now });
  }
  if (gone.length > 0) {
    const ids = gone.map(({ id }) => id);
    await tx.delete(slugs).where(inArray(slugs.targetId, ids));
    await tx.delete(categories).where(inArray(categories.id, ids));
    changed.push(...gone.map(({ key }) => key));
  }
  if (changed.length === 0) return;
  await speak(tx, { topic: "categories.changed", subject: "categories" });
  await writeAudit(tx, { actor: actor.id, verb: "category.set", objectKind: "category", objectId: "categories", at: now, detail: { keys: changed } });
  // What moved to another parent is counted there.
  await mendLists(tx);
}

const isSame = (a: Localized, b: Localized) => a.vi === b.vi && a.en === b.en;

function readTree(tree: readonly CategoryDraft[]): Wanted[] {
  const form = new DraftReader();
  const flat = tree.flatMap(({ key, kind, name, children = [] }, at) => [
    { key, kind, name, parentKey: undefined, field: String(at) },
    ...children.map((child, childAt) => ({ ...child, kind, parentKey: key, field: `${at}.children.${childAt}` })),
  ]);
  const wanted = flat.map(({ key, kind, name, parentKey, field }, position) => {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key)) form.fault(`${field}.key`, "bad_format");
    if (flat.filter((other) => other.key === key).length > 1) form.fault(`${field}.key`, "repeated");
    return { key, kind, name: form.title(`${field}.name`, name, draftLimits.title), parentKey, position };
  });
  form.refuse("request.invalid");
  return wanted;
}

async function refuseInUse(tx: Tx, rows: readonly { id: string; key: string }[]): Promise<void> {
  if (rows.length === 0) return;
  const { listings } = tx.t;
  const used = await tx
    .select({ id: listings.categoryId, count: countInt() })
    .from(listings)
    .where(inArray(listings.categoryId, rows.map(({ id }) => id)))
    .groupBy(listings.categoryId);
  const [first] = used;
  if (first !== undefined) throw new DomainError("category.in_use", { field: rows.find(({ id }) => id === first.id)?.key ?? "", count: first.count });
}
