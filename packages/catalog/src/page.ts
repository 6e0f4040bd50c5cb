import { DomainError, isId } from "@xudong/domain";
import type { PageQuery } from "./listing-view.ts";

/** @throws DomainError `request.invalid` where what a page comes after is no key of a list */
export function readPage({ page = 1, after, pageSize }: PageQuery): { after: string | undefined; offset: number; limit: number; page: number | undefined } {
  if (after !== undefined && !isId(after)) throw new DomainError("request.invalid", { field: "after", issues: [{ field: "after", reason: "bad_format" }] });
  // One more than fits tells whether there is a next page.
  return { after, offset: after === undefined ? (page - 1) * pageSize : 0, limit: pageSize + 1, page: after === undefined ? page : undefined };
}

/** The ids of a page and the key of the next, from one more than fits. */
export function pageOf(ids: readonly string[], pageSize: number): { ids: readonly string[]; next: string | undefined } {
  const own = ids.slice(0, pageSize);
  return { ids: own, next: ids.length > pageSize ? own.at(-1) : undefined };
}

