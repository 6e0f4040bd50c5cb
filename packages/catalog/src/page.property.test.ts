import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newId } from "@xudong/domain";
import { findPage, type Span } from "./page.ts";

/**
 * Laws of pages:
 * - by number, by the key after and by the key before, the same page has the same things and leads to the same neighbours;
 * - by key nothing is stepped over, and by number never more than half of the list.
 */

const now = new Date("2026-11-23T03:00:00Z");
const all = Array.from({ length: 3000 }, () => newId(now));

/** A list of the first `total` keys, as a database would find its parts. */
function aList(total: number) {
  const keys = all.slice(0, total);
  const skipped: number[] = [];
  const find = async ({ isBackward, key, skip, limit }: Span) => {
    skipped.push(skip);
    const inOrder = isBackward ? keys.toReversed() : keys;
    return inOrder.filter((each) => key === undefined || (isBackward ? each < key : each > key)).slice(skip, skip + limit);
  };
  return { keys, skipped, ask: (place: { page?: number; after?: string; before?: string }, pageSize: number) => findPage({ ...place, pageSize }, Promise.resolve(total), find) };
}

describe("A page of a list", () => {
  test("is the same by number, by what it comes after and by what it comes before", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 400 }), async (total, pageSize, page) => {
        const { keys, ask } = aList(total);
        const from = (page - 1) * pageSize;
        const ids = keys.slice(from, from + pageSize);
        const next = from + pageSize < total ? ids.at(-1) : undefined;
        expect(await ask({ page }, pageSize)).toEqual({ ids, page, after: undefined, next });
        const last = keys[from - 1];
        if (last === undefined) return;
        expect(await ask({ after: last }, pageSize)).toEqual({ ids, page: undefined, after: last, next });
        const first = keys[from + pageSize];
        if (first !== undefined) expect(await ask({ before: first }, pageSize)).toEqual({ ids, page: undefined, after: last, next });
      }),
      { numRuns: 300 },
    );
  });

  test("steps over nothing by key, and by number over what lies between it and the nearer end", async () => {
    const { keys, skipped, ask } = aList(3000);
    await ask({ after: keys[2900] ?? "" }, 24);
    await ask({ before: keys[2900] ?? "" }, 24);
    await ask({ page: 125 }, 24);
    await ask({ page: 63 }, 24);
    await ask({ page: 9999 }, 24);
    expect(skipped).toEqual([0, 0, 0, 1488]);
  });

  test("without enough before it tells that it has become the first", async () => {
    const { keys, ask } = aList(30);
    expect(await ask({ before: keys[5] ?? "" }, 24)).toEqual({ ids: keys.slice(0, 5), page: undefined, after: undefined, next: keys[4] });
  });
});
