import { expect, test } from "vitest";
import type { ListingCard, Page } from "@xudong/catalog";
import { newId } from "@xudong/domain";
import type { Market } from "@xudong/market";
import { aVisit } from "../actions/a-visit.ts";
import { listAt } from "../shop-paths.ts";
import { listingsPage, listPageSize } from "./listings.ts";

const now = new Date("2026-11-23T03:00:00Z");
const keys = Array.from({ length: 3 * listPageSize + 5 }, () => newId(now));

/** A market of so many goods, which notes how each page was asked for. */
function aMarket(shown: readonly string[]) {
  const asked: string[] = [];
  const listings: Market["listings"] = async ({ page = 1, after, before, pageSize = listPageSize }): Promise<Page<ListingCard>> => {
    asked.push(after !== undefined ? "after" : before !== undefined ? "before" : String(page));
    const end = before === undefined ? undefined : shown.filter((id) => id < before).length;
    const start = after !== undefined ? shown.filter((id) => id <= after).length : end !== undefined ? Math.max(0, end - pageSize) : (page - 1) * pageSize;
    const ids = shown.slice(start, end ?? start + pageSize);
    const items = ids.map((id) => ({ id }) as ListingCard); // the question looks at nothing else
    return { items, page, pageSize, total: shown.length, after: shown[start - 1], next: start + ids.length < shown.length ? ids.at(-1) : undefined };
  };
  return { asked, market: { clock: { now: () => now }, categories: async () => [], browse: { origins: async () => ({ units: [], shops: [] }) } as unknown as Market["browse"], listings } };
}

const ask = (market: Partial<Market>, path: string) => listingsPage(aVisit(market, path), "goods", "vi");
const seen = (answer: Awaited<ReturnType<typeof ask>>) => (answer instanceof Response ? [answer.status, answer.headers.get("location")] : [answer.page, answer.list.items.map(({ id }) => id)]);
const path = "/san-pham";

test("a list is walked to its end and back by keys, whatever the number of the page", async () => {
  const { asked, market } = aMarket(keys);
  let at = path;
  for (let page = 1; page <= 4; page++) {
    const found = await ask(market, at);
    expect(seen(found)).toEqual([page, keys.slice((page - 1) * listPageSize, page * listPageSize)]);
    if (!(found instanceof Response)) at = listAt(path, "vi", page === 4 ? { page: 3, before: found.list.items[0]?.id } : { page: page + 1, after: found.list.next });
  }
  expect(seen(await ask(market, at))).toEqual([3, keys.slice(2 * listPageSize, 3 * listPageSize)]);
  expect(asked).toEqual(["1", "after", "after", "after", "before"]);
});

test("a number alone still leads to its page", async () => {
  const { asked, market } = aMarket(keys);
  expect(seen(await ask(market, `${path}?trang=2`))).toEqual([2, keys.slice(listPageSize, 2 * listPageSize)]);
  expect(asked).toEqual(["2"]);
});

test("where so much before it has gone that it is the first page, it says so", async () => {
  const { market } = aMarket(keys.slice(listPageSize));
  expect(seen(await ask(market, `${path}?trang=2&truoc=${keys[2 * listPageSize] ?? ""}`))).toEqual([303, path]);
});

test("what is no page is not there", async () => {
  const { market } = aMarket(keys);
  for (const query of ["trang=0", "trang=x", "trang=9", "trang=2&sau=x", "trang=2&truoc='", `trang=5&sau=${keys.at(-1) ?? ""}`]) expect([query, seen(await ask(market, `${path}?${query}`))]).toEqual([query, [404, null]]);
});
