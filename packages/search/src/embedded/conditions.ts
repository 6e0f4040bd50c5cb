import { facetFields, type FacetField, type Filter, type SearchRequest } from "../engine.ts";

/** A condition in SQL over `item`, with its values. */
export type Condition = { text: string; values: (string | number)[] };

const always: Condition = { text: "1", values: [] };

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

/** What was chosen of the facets, except of one, whose own counts must not follow it. */
export function conditionOfChosen(chosen: SearchRequest["chosen"] = {}, except?: FacetField): Condition {
  const fields = Object.keys(chosen).map(knownField);
  return joined(
    fields.flatMap((field) => {
      const values = chosen[field] ?? [];
      return field === except || values.length === 0 ? [] : [oneOf(field, values)];
    }),
    "and",
  );
}

function knownField(field: string): FacetField {
  const known = facetFields.find((candidate) => candidate === field);
  if (known === undefined) throw new Error(`There is no field ${field}: ${facetFields.join(", ")}`);
  return known;
}

function oneOf(field: FacetField, values: readonly (string | number)[]): Condition {
  knownField(field);
  const marks = values.map(() => "?").join(", ");
  if (values.length === 0) return { text: "0", values: [] };
  if (field === "month") return { text: `exists (select 1 from item_month m where m.id = item.id and m.month in (${marks}))`, values: [...values] };
  return { text: `item.${field} in (${marks})`, values: [...values] };
}

function priceBetween([field, { min, max }]: readonly [string, { min?: number; max?: number }]): Condition {
  if (field !== "price") throw new Error(`There is no range of ${field}`);
  return joined(
    [
      ...(min === undefined ? [] : [{ text: "item.price >= ?", values: [min] }]),
      ...(max === undefined ? [] : [{ text: "item.price <= ?", values: [max] }]),
      { text: "item.price is not null", values: [] },
    ],
    "and",
  );
}

function inBox({ north, west, south, east }: { north: number; west: number; south: number; east: number }): Condition {
  return { text: "item.lat between ? and ? and item.lng between ? and ?", values: [south, north, west, east] };
}

function inRadius({ lat, lng, metres }: { lat: number; lng: number; metres: number }): Condition {
  const distance = distanceFrom({ lat, lng });
  return { text: `item.lat is not null and ${distance.text} <= ?`, values: [...distance.values, metres] };
}

/** Metres between `item` and a point, on a sphere. */
export function distanceFrom({ lat, lng }: { lat: number; lng: number }): Condition {
  const text = `12742000 * asin(min(1, sqrt(
    pow(sin(radians(item.lat - ?) / 2), 2) + cos(radians(?)) * cos(radians(item.lat)) * pow(sin(radians(item.lng - ?) / 2), 2))))`;
  return { text, values: [lat, lat, lng] };
}

/** What holds where all, or any, of these do. Of none: all of nothing is true, any of nothing is not. */
export function joined(conditions: readonly Condition[], word: "and" | "or"): Condition {
  if (conditions.length === 0) return word === "and" ? always : { text: "0", values: [] };
  return { text: conditions.map(({ text }) => `(${text})`).join(` ${word} `), values: conditions.flatMap(({ values }) => values) };
}

/** Where a thing has no such value at all, it is not that value. */
function negated({ text, values }: Condition): Condition {
  return { text: `not coalesce((${text}), 0)`, values };
}
