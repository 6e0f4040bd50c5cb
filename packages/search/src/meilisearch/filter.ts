import { facetFields, type FacetField, type Filter, type SearchRequest } from "../engine.ts";

/** A condition in Meilisearch's language; empty where everything fits. */
export type Expression = string;

export const everything: Expression = "";
const nothing: Expression = "id IN []";

/** A filter in Meilisearch's language. What is compared with is always a value in quotation marks: no text becomes part of the language. @throws Error for a field or a form there is none of */
export function expressionOf(filter: Filter | undefined): Expression {
  if (filter === undefined) return everything;
  if ("eq" in filter) return oneOf(filter.eq[0], [filter.eq[1]]);
  if ("in" in filter) return oneOf(filter.in[0], filter.in[1]);
  if ("range" in filter) return priceBetween(filter.range);
  if ("and" in filter) return allOf(filter.and.map(expressionOf));
  if ("or" in filter) return anyOf(filter.or.map(expressionOf));
  if ("not" in filter) return negated(expressionOf(filter.not));
  if ("withinBox" in filter) return inBox(filter.withinBox);
  if ("withinRadius" in filter) return inRadius(filter.withinRadius);
  throw new Error(`There is no such filter: ${JSON.stringify(filter)}`);
}

/** What was chosen of the facets, but for one whose counts leave its own choice out. */
export function expressionOfChosen(chosen: SearchRequest["chosen"] = {}, but?: FacetField): Expression {
  const fields = Object.keys(chosen).map(knownField);
  return allOf(fields.flatMap((field) => (field === but || (chosen[field] ?? []).length === 0 ? [] : [oneOf(field, chosen[field] ?? [])])));
}

export function knownField(field: string): FacetField {
  const known = facetFields.find((candidate) => candidate === field);
  if (known === undefined) throw new Error(`There is no field ${field}: ${facetFields.join(", ")}`);
  return known;
}

/** The attribute a field is kept in. */
export const attributeOf = (field: FacetField | "id"): string => (field === "month" ? "months" : field);

function oneOf(field: FacetField | "id", values: readonly (string | number)[]): Expression {
  if (field !== "id") knownField(field);
  return `${attributeOf(field)} IN [${values.map(quoted).join(", ")}]`;
}

/** Backslash and quotation mark are all that means something between quotation marks. */
const quoted = (value: string | number): string => `"${String(value).toWellFormed().replace(/["\\]/g, "\\$&")}"`;

function priceBetween([field, { min, max }]: readonly [string, { min?: number; max?: number }]): Expression {
  if (field !== "price") throw new Error(`There is no range of ${field}`);
  return allOf([...(min === undefined ? [] : [`price >= ${finite(min)}`]), ...(max === undefined ? [] : [`price <= ${finite(max)}`]), "price EXISTS"]);
}

const inBox = ({ north, west, south, east }: { north: number; west: number; south: number; east: number }): Expression =>
  `_geoBoundingBox([${finite(north)}, ${finite(east)}], [${finite(south)}, ${finite(west)}])`;

const inRadius = ({ lat, lng, metres }: { lat: number; lng: number; metres: number }): Expression => `_geoRadius(${finite(lat)}, ${finite(lng)}, ${finite(metres)})`;

/** A number as the language reads one: no exponent. */
function finite(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`${value} is no number to compare with`);
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(7);
}

/** All of nothing is everything. */
export function allOf(parts: readonly Expression[]): Expression {
  const telling = parts.filter((part) => part !== everything);
  return telling.length < 2 ? (telling[0] ?? everything) : telling.map((part) => `(${part})`).join(" AND ");
}

/** Any of nothing is nothing. */
function anyOf(parts: readonly Expression[]): Expression {
  if (parts.length === 0) return nothing;
  return parts.includes(everything) ? everything : parts.map((part) => `(${part})`).join(" OR ");
}

const negated = (part: Expression): Expression => (part === everything ? nothing : `NOT (${part})`);
