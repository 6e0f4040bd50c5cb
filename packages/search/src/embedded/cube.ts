import { facetFields, type FacetField, type SearchAnswer, type SearchRequest } from "../engine.ts";
import { knownField } from "./conditions.ts";
import type { Reader } from "./reader.ts";

/** How many documents there are of each combination of facet values: all counts of one search come from it. */
export type Cube = readonly CubeRow[];
type CubeRow = { kind: number | null; category: number | null; unit: number | null; ocop: number | null; months: number; count: number };

const columns = "kind, category, unit, ocop, months";
/** Groups what a search finds, in one pass. `from` is the rest of a statement over `attr`. */
export function cubeOf(reader: Reader, from: { text: string; values: readonly unknown[] }): Cube {
  return reader.statement<CubeRow>(`select ${columns.split(", ").map((column) => `attr.${column} as ${column}`).join(", ")}, count(*) as count ${from.text} group by 1, 2, 3, 4, 5`).all(...from.values);
}

/** The counts of each field as if nothing of that field were chosen, and the total of what is chosen. */
export function readCube(reader: Reader, cube: Cube, chosen: SearchRequest["chosen"] = {}, fields: readonly FacetField[] = []): { total: number; facets: SearchAnswer["facets"] } {
  const keys = keysOf(reader);
  const tests = Object.keys(chosen).map(knownField).flatMap((field) => {
    const values = new Set((chosen[field] ?? []).map(String));
    return values.size === 0 ? [] : [{ field, holds: (row: CubeRow) => keys.valuesOf(row, field).some((value) => values.has(value)) }];
  });
  const total = cube.reduce((sum, row) => (tests.every(({ holds }) => holds(row)) ? sum + row.count : sum), 0);
  const facets = Object.fromEntries(
    fields.map(knownField).map((field) => {
      const others = tests.filter((test) => test.field !== field);
      const counts = new Map<string, number>();
      for (const row of cube) {
        if (!others.every(({ holds }) => holds(row))) continue;
        for (const value of keys.valuesOf(row, field)) counts.set(value, (counts.get(value) ?? 0) + row.count);
      }
      return [field, [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))] as const;
    }),
  );
  return { total, facets };
}

const months = Array.from({ length: 12 }, (_, month) => String(month + 1));

/** Codes in words again. */
function keysOf(reader: Reader): { valuesOf(row: CubeRow, field: (typeof facetFields)[number]): readonly string[] } {
  const words = reader.remembered("dict", () => new Map(reader.statement<{ code: number; value: string }>("select code, value from dict").all().map(({ code, value }) => [code, value])));
  return {
    valuesOf(row, field) {
      if (field === "month") return months.filter((_, month) => (row.months & (1 << month)) !== 0);
      const code = row[field];
      if (code === null) return [];
      const value = field === "ocop" ? String(code) : words.get(code);
      return value === undefined ? [] : [value];
    },
  };
}
