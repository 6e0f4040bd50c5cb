import type { FacetField, SearchRequest } from "../engine.ts";
import { conditionOfChosen, joined, type Condition } from "./conditions.ts";
import type { IndexFile } from "./index-file.ts";

/** How many results each value of a field would give, whatever of that field is chosen now; the commonest first. */
export function countFacets(
  index: IndexFile,
  field: FacetField,
  { match, base, chosen }: { match: string | undefined; base: Condition; chosen: SearchRequest["chosen"] },
): { value: string; count: number }[] {
  const where = joined([base, conditionOfChosen(chosen, field)], "and");
  const from = match === undefined ? "item" : "fts join item on item.id = fts.rowid";
  const value = field === "month" ? "m.month" : `item.${field}`;
  const text = `select cast(${value} as text) as value, count(*) as count from ${from} ${field === "month" ? "join item_month m on m.id = item.id" : ""}
    where ${match === undefined ? "" : "fts match ? and"} ${value} is not null and ${where.text} group by 1 order by 2 desc, 1`;
  return index.prepare<unknown[], { value: string; count: number }>(text).all(...(match === undefined ? [] : [match]), ...where.values);
}
