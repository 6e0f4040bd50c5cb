import { and, eq, inArray } from "drizzle-orm";
import { draftPiece, linkPiece, publishPiece, submitPiece, type LinkedPiece, type PieceDraft } from "@xudong/content";
import type { Store, Tx } from "@xudong/database";
import { operatorActor, type Occasion, type PieceTarget } from "@xudong/domain";
import { festivals } from "./content/festivals.ts";
import { guides } from "./content/guides.ts";
import { itineraries } from "./content/itineraries.ts";
import { places } from "./content/places.ts";

/** Two hands, because whoever wrote a piece does not publish it. */
const writer = operatorActor("seed", ["piece.edit"]);
const editor = operatorActor("seed.editor", ["piece.publish"]);

/** Places before what is held or passes there. */
export const samplePieces: readonly LinkedPiece[] = [...places, ...festivals, ...itineraries, ...guides];

/** What a seeding of places, festivals, journeys and guides added. */
export type ContentAdded = {
  pieces: number;
  /** What samples lead to and does not exist (yet), as `kind key`. */
  missing: readonly string[];
};

/**
 * Writes, reviews and publishes the sample pieces through the verbs. Doing it again adds only those whose kind and key are new,
 * and links to what has come since.
 */
export async function seedContent(store: Store, occasion: Pick<Occasion, "now">): Promise<ContentAdded> {
  return store.write(async (tx) => addContent(tx, occasion));
}

/** The same inside a transaction that is open already; after the listings, to which pieces lead. */
export async function addContent(tx: Tx, { now }: Pick<Occasion, "now">): Promise<ContentAdded> {
  const { pieces, pieceLinks } = tx.t;
  const known = new Map((await tx.select({ id: pieces.id, kind: pieces.kind, key: pieces.key }).from(pieces)).map(({ id, kind, key }) => [nameOf({ kind, key }), id]));
  let added = 0;
  // All of them before any link: pieces lead to one another.
  for (const { draft } of samplePieces) {
    const name = nameOf({ kind: draft.detail.kind, key: draft.key });
    if (known.has(name)) continue;
    known.set(name, await publish(tx, draft, now));
    added += 1;
  }
  const targets = samplePieces.flatMap(({ draft, links = [] }) => {
    const from = known.get(nameOf({ kind: draft.detail.kind, key: draft.key })) ?? "";
    return [...links, ...namedBy(draft)].map((to) => ({ from, to }));
  });
  for (const [name, id] of await sold(tx, targets.map(({ to }) => to))) known.set(name, id);
  const links = new Set((await tx.select({ from: pieceLinks.pieceId, to: pieceLinks.targetId }).from(pieceLinks)).map(({ from, to }) => `${from} ${to}`));
  const missing = new Set<string>();
  for (const { from, to } of targets) {
    const id = known.get(nameOf(to));
    if (id === undefined) missing.add(nameOf(to));
    else if (!links.has(`${from} ${id}`)) await linkPiece(tx, from, to, { actor: writer, now });
    links.add(`${from} ${id}`);
  }
  return { pieces: added, missing: [...missing] };
}

const nameOf = ({ kind, key }: PieceTarget): string => `${kind} ${key}`;

/** The listings and shops that are named, by their Vietnamese addresses. */
async function sold(tx: Tx, targets: readonly PieceTarget[]): Promise<ReadonlyMap<string, string>> {
  const { slugs } = tx.t;
  const kinds = ["goods", "experience", "shop"] as const;
  const wanted = new Set(targets.flatMap(({ kind, key }) => (kinds.some((each) => each === kind) ? [key] : [])));
  const rows = await tx.select({ kind: slugs.kind, slug: slugs.slug, id: slugs.targetId }).from(slugs).where(and(inArray(slugs.kind, [...kinds]), eq(slugs.locale, "vi"), inArray(slugs.slug, [...wanted])));
  return new Map(rows.map(({ kind, slug, id }) => [`${kind} ${slug}`, id]));
}

async function publish(tx: Tx, draft: PieceDraft, now: Date): Promise<string> {
  const { id } = await draftPiece(tx, draft, { actor: writer, now });
  await submitPiece(tx, id, { actor: writer, now });
  await publishPiece(tx, id, { actor: editor, now });
  return id;
}

/** What a text names is linked as it is published, but only what was there then. */
function namedBy({ detail }: PieceDraft): PieceTarget[] {
  if (detail.kind === "festival" && detail.placeKey !== undefined) return [{ kind: "place", key: detail.placeKey }];
  return detail.kind === "itinerary" ? detail.stops.flatMap(({ target }) => (target === undefined ? [] : [target])) : [];
}
