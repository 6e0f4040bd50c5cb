import { and, asc, eq, gt, inArray, isNotNull } from "drizzle-orm";
import type { Db } from "@xudong/database";
import { placeKindWords, type Localized, type PieceDetail } from "@xudong/domain";
import type { DocumentKind, SearchDocument } from "@xudong/search";
import { both, placesOf } from "./unit-words.ts";

/** Campaigns are few and lead to things that are found themselves. */
const foundKinds = ["place", "festival", "guide", "itinerary"] as const satisfies readonly DocumentKind[];

/** What there is to read, as it may be found: only the version that everybody sees. */
export async function pieceDocuments(db: Db, ids: readonly string[]): Promise<SearchDocument[]> {
  if (ids.length === 0) return [];
  const { pieces, pieceVersions } = db.t;
  const rows = await db
    .select({ id: pieces.id, kind: pieces.kind, words: pieceVersions.words, detail: pieceVersions.detail })
    .from(pieces)
    .innerJoin(pieceVersions, eq(pieceVersions.id, pieces.versionId))
    .where(inArray(pieces.id, [...ids]));
  const places = await placesOf(db, rows.flatMap(({ detail }) => unitsOf(detail)));
  return rows.flatMap(({ id, kind, words, detail }) => {
    const found = foundKinds.find((each) => each === kind);
    if (found === undefined) return [];
    const codes = unitsOf(detail);
    const spot = "location" in detail ? detail.location.coordinates : undefined;
    return [{
      id,
      kind: found,
      title: words.title.vi,
      titleEn: words.title.en ?? "",
      tags: detail.kind === "place" ? both(placeKindWords[detail.placeKind]) : [],
      place: [...("location" in detail && detail.location.address !== undefined ? both(detail.location.address) : []), ...codes.flatMap((code) => places.get(code)?.names ?? [])].join(", "),
      body: [words.summary, ...words.body.flatMap(({ heading, text }) => [...(heading === undefined ? [] : [heading]), text]), ...stopsOf(detail)].flatMap(both).join(" "),
      unit: codes.length === 1 ? codes[0] : undefined,
      months: monthsOf(detail),
      at: spot === undefined ? places.get(codes[0] ?? "")?.at : { lat: spot.lat, lng: spot.lon },
    }];
  });
}

/** Ids of all that is published, a part at a time. */
export async function* shownPieceIds(db: Db, atOnce: number): AsyncIterable<string[]> {
  const { pieces } = db.t;
  for (let after = ""; ; ) {
    const rows = await db.select({ id: pieces.id }).from(pieces).where(and(isNotNull(pieces.versionId), gt(pieces.id, after))).orderBy(asc(pieces.id)).limit(atOnce);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ id }) => id);
    after = last.id;
  }
}

const unitsOf = (detail: PieceDetail): readonly string[] => ("location" in detail ? detail.location.unitCodes : []);
const stopsOf = (detail: PieceDetail): readonly Localized[] => (detail.kind === "itinerary" ? detail.stops.flatMap(({ title, text }) => [title, text]) : []);

function monthsOf(detail: PieceDetail): readonly number[] | undefined {
  if (detail.kind === "guide") return detail.months;
  if (detail.kind === "place" || detail.kind === "itinerary") return detail.bestMonths;
  return detail.kind === "festival" && detail.dates.calendar === "harvest" ? detail.dates.months : undefined;
}
