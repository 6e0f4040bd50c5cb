import { isDeepStrictEqual } from "node:util";
import { Column, is, Param, Placeholder, sql, type DriverValueDecoder } from "drizzle-orm";
import { runKept, type Db } from "./store.ts";

/** Longer lists are too many texts to keep. */
export const longestKeptList = 50;

/**
 * Makes a query that Drizzle builds once, not at every call: building costs more than most queries themselves.
 *
 *     const orderByCode = keep((db: Db, code: string) => db.select().from(db.t.orders).where(eq(db.t.orders.code, code)));
 *     const [order] = await orderByCode(tx, "XD-7K2P");
 *
 * `build` sees stand-ins in place of its values, so it may only pass them on: no looking at them, no working with
 * them, no `new Date()` or `newId()` of its own, which would be the same for ever. The first call of each text is checked
 * for that. A list is kept for each length, and its elements are values; an object is a row, and its fields are values,
 * JSON included. To compare with a boolean write `eq(column, sql.param(value, column))`. Inner joins only.
 */
export function keep<D extends Db, Values extends unknown[], Result>(
  build: (db: D, ...values: Values) => PromiseLike<Result>,
): (db: D, ...values: Values) => Promise<Result> {
  const kept = new Map<string, Kept>();
  return async (db, ...values) => {
    if (values.some((value) => Array.isArray(value) && value.length > longestKeptList)) return build(db, ...values);
    const shape = `${db.kind} ${values.map(shapeOf).join(" ")}`;
    let query = kept.get(shape);
    if (query === undefined) {
      query = keptOf(build(db, ...(values.map((value, at) => standInFor(value, [String(at)])) as Values)));
      refuseDifference(query, values, build(db, ...values));
      kept.set(shape, query);
    }
    const rows = await db[runKept](query.text, query.fill(values), query.read !== undefined);
    return (query.read === undefined ? undefined : rows.map(query.read)) as Result;
  };
}

interface Kept {
  text: string;
  /** The values in the order of the text, as the database takes them. */
  fill(values: readonly unknown[]): unknown[];
  /** One row as Drizzle would give it; absent where none comes back. */
  read: ((row: readonly unknown[]) => unknown) | undefined;
}

/** What Drizzle knows of a query; `fields` and `joinsNotNullableMap` are there in 0.45 without being in its types. */
interface Buildable {
  toSQL(): { sql: string; params: unknown[] };
  prepare(): { fields?: Field[]; joinsNotNullableMap?: Record<string, boolean> };
}
type Field = { path: string[]; field: Column | Decoding | { sql: Decoding } | { _: { sql: Decoding } } };
type Decoding = { decoder: Pick<DriverValueDecoder<unknown, unknown>, "mapFromDriverValue"> };

function keptOf(query: unknown): Kept {
  const built = query as Buildable;
  const { sql: text, params } = built.toSQL();
  const { fields, joinsNotNullableMap = {} } = built.prepare();
  if (Object.values(joinsNotNullableMap).includes(false)) throw new Error("keep() does not know outer joins");
  const fillers = params.map(fillerOf);
  return { text, fill: (values) => fillers.map((filler) => filler(values)), read: fields && readerOf(fields) };
}

/** What fills one place of a query: a value in the column's own spelling, or what was the same in every call. */
function fillerOf(param: unknown): (values: readonly unknown[]) => unknown {
  if (is(param, Placeholder)) return at(param.name, plain);
  // Drizzle would spell the absence of a date or of JSON, too.
  if (is(param, Param) && is(param.value, Placeholder)) {
    const { encoder } = param;
    return at(param.value.name, (value) => (value === null ? null : encoder.mapToDriverValue(value)));
  }
  return () => param;
}

function at(name: string, spell: (value: unknown) => unknown): (values: readonly unknown[]) => unknown {
  const path = name.split(".");
  return (values) => {
    let value: unknown = values;
    for (const key of path) value = (value as Record<string, unknown>)[key];
    return spell(value);
  };
}

/** In a comparison Drizzle leaves a stand-in alone, whatever the column. All moments of the house are milliseconds. */
function plain(value: unknown): unknown {
  return value instanceof Date ? value.getTime() : value;
}

function readerOf(fields: readonly Field[]): (row: readonly unknown[]) => unknown {
  const columns = fields.map(({ path, field }) => ({ path: path.slice(0, -1), name: path.at(-1) ?? "", decoder: decoderOf(field) }));
  return (row) => {
    const result: Record<string, unknown> = {};
    for (const [at, { path, name, decoder }] of columns.entries()) {
      let node = result;
      for (const key of path) node = (node[key] ??= {}) as Record<string, unknown>;
      node[name] = row[at] === null ? null : decoder.mapFromDriverValue(row[at]);
    }
    return result;
  };
}

function decoderOf(field: Field["field"]): Decoding["decoder"] {
  if (is(field, Column)) return field;
  if ("decoder" in field) return field.decoder;
  return "sql" in field ? field.sql.decoder : field._.sql.decoder;
}

const isRow = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** What two calls must share to share a text: lengths of lists and names of fields. */
function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shapeOf).join()}]`;
  if (!isRow(value)) return "?";
  let names = "";
  for (const name in value) if (value[name] !== undefined) names += `${name} `;
  return `{${names}}`;
}

function standInFor(value: unknown, path: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((element, at) => standInFor(element, [...path, String(at)]));
  if (!isRow(value)) return sql.placeholder(path.join("."));
  const names = Object.keys(value).filter((name) => value[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, sql.placeholder([...path, name].join("."))]));
}

/** Once per text: with the values themselves the query must read and carry the same, or `build` has looked at them. */
function refuseDifference(kept: Kept, values: readonly unknown[], query: unknown): void {
  const { sql: text, params } = (query as Buildable).toSQL();
  if (text === kept.text && isDeepStrictEqual(kept.fill(values), params)) return;
  throw new Error(`A kept query must only pass its values on, and this one does more: ${text}`);
}
