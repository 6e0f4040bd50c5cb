import { and, eq } from "drizzle-orm";
import { draftPiece, linkPiece, publishPiece, submitPiece, type LinkedPiece, type PieceDraft } from "@xudong/content";
import type { Store, Tx } from "@xudong/database";
import { isDomainError, operatorActor, type Occasion, type PieceTarget } from "@xudong/domain";
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
  const ids = new Map<LinkedPiece, string>();
  let added = 0;
  // All of them before any link: pieces lead to one another.
  for (const piece of samplePieces) {
    const known = await idOf(tx, piece.draft);
    ids.set(piece, known ?? (await publish(tx, piece.draft, now)));
    if (known === undefined) added += 1;
  }
  const missing = new Set<string>();
  for (const [{ draft, links = [] }, id] of ids) {
    for (const target of [...links, ...namedBy(draft)]) {
      if (!(await link(tx, id, target, now))) missing.add(`${target.kind} ${target.key}`);
    }
  }
  return { pieces: added, missing: [...missing] };
}

async function idOf(tx: Tx, { key, detail }: PieceDraft): Promise<string | undefined> {
  const { pieces } = tx.t;
  const [known] = await tx.select({ id: pieces.id }).from(pieces).where(and(eq(pieces.kind, detail.kind), eq(pieces.key, key)));
  return known?.id;
}

async function publish(tx: Tx, draft: PieceDraft, now: Date): Promise<string> {
  const { id } = await draftPiece(tx, draft, { actor: writer, now });
  await submitPiece(tx, id, { actor: writer, now });
  await publishPiece(tx, id, { actor: editor, now });
  return id;
}

/** False where there is nothing of that name. */
async function link(tx: Tx, id: string, target: PieceTarget, now: Date): Promise<boolean> {
  try {
    await linkPiece(tx, id, target, { actor: writer, now });
    return true;
  } catch (error) {
    if (isDomainError(error) && error.code === "piece.target_not_found") return false;
    throw error;
  }
}

/** What a text names is linked as it is published, but only what was there then. */
function namedBy({ detail }: PieceDraft): PieceTarget[] {
  if (detail.kind === "festival" && detail.placeKey !== undefined) return [{ kind: "place", key: detail.placeKey }];
  return detail.kind === "itinerary" ? detail.stops.flatMap(({ target }) => (target === undefined ? [] : [target])) : [];
}
