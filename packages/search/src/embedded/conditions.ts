import { facetFields, type FacetField, type Filter, type SearchRequest } from "../engine.ts";

/** A condition in SQL over `attr`, with its values. */
export type Condition = { text: string; values: (string | number)[] };

export const always: Condition = { text: "1", values: [] };

/** A filter as SQL. @throws Error for a field or a form there is none of: nothing a guest types comes here unread. */
export function conditionOf(filter: Filter | undefined): Condition {
  if (filter === undefined) return always;
  if ("eq" in filter) return oneOf(filter.eq[0], [filter.eq[1]]);
  if ("in" in filter) return oneOf(filter.in[0], filter.in[1]);
  if ("range" in filter) return priceBetween(filter.range);
  if ("and" in filter) return joined(filter.and.map(conditionOf), "and");
  if ("or" in filter) return joined(filter.or.map(conditionOf), "or");
  if ("not" in filter) return negated(conditionOf(filter.not));
  if ("withinBox" in filter) return inBox(filter.withinBox);
  if ("withinRadius" in filter) return inRadius(filter.withinRadius);
  throw new Error(`There is no such filter: ${JSON.stringify(filter)}`);
}

/** What was chosen of the facets. */
export function conditionOfChosen(chosen: SearchRequest["chosen"] = {}): Condition {
  const fields = Object.keys(chosen).map(knownField);
  return joined(fields.flatMap((field) => ((chosen[field] ?? []).length === 0 ? [] : [oneOf(field, chosen[field] ?? [])])), "and");
}

export function knownField(field: string): FacetField {
  const known = facetFields.find((candidate) => candidate === field);
  if (known === undefined) throw new Error(`There is no field ${field}: ${facetFields.join(", ")}`);
  return known;
}

function oneOf(field: FacetField | "id", values: readonly (string | number)[]): Condition {
  const list = JSON.stringify(values.map(String));
  if (field === "id") return { text: "attr.id in (select item.id from json_each(?) wanted join item on item.ext = wanted.value)", values: [list] };
  knownField(field);
  if (field === "month") {
    const bits = values.map(Number).reduce((all, month) => (month >= 1 && month <= 12 ? all | (1 << (month - 1)) : all), 0);
    return { text: "attr.months & ? <> 0", values: [bits] };
  }
  if (field === "ocop") return { text: "attr.ocop in (select cast(value as integer) from json_each(?))", values: [list] };
  return { text: `attr.${field} in (select dict.code from json_each(?) wanted join dict on dict.field = '${field}' and dict.value = wanted.value)`, values: [list] };
}

function priceBetween([field, { min, max }]: readonly [string, { min?: number; max?: number }]): Condition {
  if (field !== "price") throw new Error(`There is no range of ${field}`);
  return joined(
    [
      ...(min === undefined ? [] : [{ text: "attr.price >= ?", values: [min] }]),
      ...(max === undefined ? [] : [{ text: "attr.price <= ?", values: [max] }]),
      { text: "attr.price is not null", values: [] },
    ],
    "and",
  );
}

type Box = { north: number; west: number; south: number; east: number };

export function inBox({ north, west, south, east }: Box): Condition {
  // The tree keeps points as floats of half the length: it finds, and the exact ones decide.
  const text = "attr.id in (select id from geo where north >= ? and south <= ? and east >= ? and west <= ?) and attr.lat between ? and ? and attr.lng between ? and ?";
  return { text, values: [south, north, west, east, south, north, west, east] };
}

function inRadius({ lat, lng, metres }: { lat: number; lng: number; metres: number }): Condition {
  const distance = distanceFrom({ lat, lng });
  return joined([inBox(boxAround({ lat, lng }, metres)), { text: `${distance.text} <= ?`, values: [...distance.values, metres] }], "and");
}

const metresPerDegree = 111_195;

/** A box that holds everything within so many metres. */
export function boxAround({ lat, lng }: { lat: number; lng: number }, metres: number): Box {
  const high = metres / metresPerDegree;
  const wide = high / Math.max(0.01, Math.cos((Math.min(89, Math.abs(lat) + high) * Math.PI) / 180));
  return { north: lat + high, south: lat - high, west: lng - wide, east: lng + wide };
}

/** Metres between a row of `attr` and a point, on a sphere. */
export function distanceFrom({ lat, lng }: { lat: number; lng: number }): Condition {
  const text = `12742000 * asin(min(1, sqrt(
    pow(sin(radians(attr.lat - ?) / 2), 2) + cos(radians(?)) * cos(radians(attr.lat)) * pow(sin(radians(attr.lng - ?) / 2), 2))))`;
  return { text, values: [lat, lat, lng] };
}

/** What holds where all, or any, of these do. Of none: all of nothing is true, any of nothing is not. */
export function joined(conditions: readonly Condition[], word: "and" | "or"): Condition {
  if (conditions.length === 0) return word === "and" ? always : { text: "0", values: [] };
  const telling = word === "and" ? conditions.filter(({ text }) => text !== "1") : conditions;
  if (telling.length === 0) return always;
  return { text: telling.map(({ text }) => `(${text})`).join(` ${word} `), values: telling.flatMap(({ values }) => values) };
}

/** Where a thing has no such value at all, it is not that value. */
function negated({ text, values }: Condition): Condition {
  return { text: `not coalesce((${text}), 0)`, values };
}
