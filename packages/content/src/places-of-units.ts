import { and, asc, eq, isNotNull } from "drizzle-orm";
import { keep, type Db } from "@xudong/database";

/** The published places by the commune or ward they lie in, the oldest first; one that may be in several stands in each. */
export async function placesOfUnits(db: Db): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await publishedPlaces(db);
  return new Map([...Map.groupBy(rows, ({ unitCode }) => unitCode)].map(([code, own]) => [code, own.map(({ id }) => id)]));
}

const publishedPlaces = keep((db: Db) => {
  const { pieces, pieceUnits } = db.t;
  return db
    .select({ id: pieces.id, unitCode: pieceUnits.unitCode })
    .from(pieceUnits)
    .innerJoin(pieces, eq(pieces.id, pieceUnits.pieceId))
    .where(and(eq(pieces.kind, "place"), isNotNull(pieces.versionId)))
    .orderBy(asc(pieces.id));
});
