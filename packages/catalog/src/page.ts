import { asc, desc, gt, lt, type Column, type SQL } from "drizzle-orm";
import { DomainError, isId } from "@xudong/domain";
import type { PageQuery } from "./listing-view.ts";

/** Part of a list as one query finds it: in the order of keys, or backward from its end or from before a key. */
export type Span = { isBackward: boolean; key: string | undefined; skip: number; limit: number };

/** What a query of a list asks of the column of its keys to find a span. */
export function spanOf(column: Column, { isBackward, key }: Span): { inSpan: SQL | undefined; order: SQL } {
  const isPast = isBackward ? lt : gt;
  return { inSpan: key === undefined ? undefined : isPast(column, key), order: isBackward ? desc(column) : asc(column) };
}

/** The ids of a page, the key it comes after and the key of the next; no number where it was asked for by key. */
export type PageKeys = { ids: readonly string[]; page: number | undefined; after: string | undefined; next: string | undefined };

/**
 * Finds a page of a list: by key at once, by number over what lies between it and the nearer end.
 *
 * @throws DomainError `request.invalid` where what a page comes after or before is no key of a list
 */
export async function findPage(query: PageQuery, total: Promise<number>, find: (span: Span) => Promise<string[]>): Promise<PageKeys> {
  const { page = 1, after, before, pageSize } = query;
  for (const [field, key] of Object.entries({ after, before })) {
    if (key !== undefined && !isId(key)) throw new DomainError("request.invalid", { field, issues: [{ field, reason: "bad_format" }] });
  }
  // One more than fits tells whether there is another page.
  const limit = pageSize + 1;
  if (before !== undefined) {
    const found = (await find({ isBackward: true, key: before, skip: 0, limit })).reverse();
    const ids = found.slice(-pageSize);
    return { ids, page: undefined, after: found.length > pageSize ? found[0] : undefined, next: ids.at(-1) };
  }
  const found = after === undefined ? await findNumbered((page - 1) * pageSize, limit, total, find) : await find({ isBackward: false, key: after, skip: 0, limit });
  const ids = found.slice(0, pageSize);
  return { ids, page: after === undefined ? page : undefined, after, next: found.length > pageSize ? ids.at(-1) : undefined };
}

/** Up to here it costs nothing to speak of, and the total need not be waited for. */
const nearStart = 500;

async function findNumbered(skip: number, limit: number, total: Promise<number>, find: (span: Span) => Promise<string[]>): Promise<string[]> {
  const left = skip <= nearStart ? undefined : (await total) - skip;
  if (left === undefined || left > skip) return find({ isBackward: false, key: undefined, skip, limit });
  if (left <= 0) return [];
  return (await find({ isBackward: true, key: undefined, skip: Math.max(0, left - limit), limit: Math.min(limit, left) })).reverse();
}
