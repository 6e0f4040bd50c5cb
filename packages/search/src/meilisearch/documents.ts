import type { SearchDocument } from "../engine.ts";

/** A document as Meilisearch keeps it. */
export type KeptDocument = {
  id: string;
  kind: SearchDocument["kind"];
  title: string;
  titleEn: string;
  tags: readonly string[];
  /** Stars as words: people type "ocop 4 sao". */
  stars: readonly string[];
  place: string;
  body: string;
  category?: string;
  unit?: string;
  ocop?: number;
  price?: number;
  months: readonly number[];
  popularity: number;
  hasPlace: boolean;
  _geo?: { lat: number; lng: number };
};

const allYear = Array.from({ length: 12 }, (_, month) => month + 1);

/** @throws Error where something is not of its kind: a batch is refused before any of it is sent */
export function keptOf(document: SearchDocument): KeptDocument {
  const { id, kind, title, titleEn, tags, place, body, category, unit, ocop, priceDong, months = [], at, popularity = 0 } = document;
  if (!/^[A-Za-z0-9_-]{1,400}$/.test(id)) throw new Error(`"${id}" is no id of a document`);
  for (const [name, number] of Object.entries({ ocop, priceDong, popularity, lat: at?.lat, lng: at?.lng })) {
    if (number !== undefined && !Number.isFinite(number)) throw new Error(`${name} of ${id} is no number`);
  }
  return {
    id, kind, title, titleEn, tags, place, body, popularity,
    stars: ocop === undefined || ocop === 0 ? [] : [`ocop ${ocop} sao`, `ocop ${ocop} stars`],
    months: months.length === 0 ? allYear : months,
    hasPlace: at !== undefined,
    ...(category === undefined ? {} : { category }),
    ...(unit === undefined ? {} : { unit }),
    ...(ocop === undefined ? {} : { ocop }),
    ...(priceDong === undefined ? {} : { price: priceDong }),
    ...(at === undefined ? {} : { _geo: at }),
  };
}

export function documentOf({ stars: _, price, months, hasPlace: __, _geo, ...same }: KeptDocument): SearchDocument {
  return { ...same, priceDong: price, months: months.length === allYear.length ? [] : months, at: _geo };
}

/** The values of a facet that a document has, as they are counted. */
export function valuesOf({ kind, category, unit, ocop, months }: KeptDocument, field: "kind" | "category" | "unit" | "ocop" | "month"): readonly string[] {
  const values = { kind: [kind], category: [category], unit: [unit], ocop: [ocop], month: months }[field];
  return values.flatMap((value) => (value === undefined ? [] : [String(value)]));
}
