import type { CopyName, Drop } from "@xudong/market";
import { expect, test } from "vitest";
import { keptPages, type Made, type PageAddress } from "./kept-pages.ts";

const midnight = new Date("2026-11-23T17:00:00Z");
const at = (path: string, query = ""): PageAddress => ({ origin: "http://shop.test", path, query });

/** Pages of a house whose news and clock a test makes. */
function aHouse({ mostBytes }: { mostBytes?: number } = {}) {
  const house = { now: new Date("2026-11-23T03:00:00Z"), made: 0, news: [] as (readonly CopyName[] | "all")[], isDeaf: false, drop: (() => undefined) as Drop };
  const kept = keptPages({
    now: () => house.now,
    ...(mostBytes === undefined ? {} : { mostBytes }),
    follow: (drop) => {
      house.drop = drop;
      return {
        catchUp: async () => {
          if (house.isDeaf) {
            drop("all");
            throw new Error("no database");
          }
          for (const names of house.news.splice(0)) drop(names);
        },
      };
    },
  });
  const page = (over: { on?: CopyName[]; until?: Date; queryKeys?: string[]; body?: string } = {}): Made<string> => {
    house.made += 1;
    return { page: { body: Buffer.from(over.body ?? `page ${house.made}`), type: "text/html", reads: { on: new Set(over.on ?? ["listings"]), until: over.until ?? midnight }, queryKeys: new Set(over.queryKeys ?? []) } };
  };
  const ask = async (address: PageAddress, make: () => Promise<Made<string>> = async () => page()) => {
    const found = await kept.find(address, make);
    return "other" in found ? found.other : (await found.bytesFor("identity")).toString();
  };
  return { house, kept, page, ask };
}

test("a page is made once for all who ask together, and for all who come after", async () => {
  const { house, ask } = aHouse();
  expect(new Set(await Promise.all(Array.from({ length: 50 }, () => ask(at("/")))))).toEqual(new Set(["page 1"]));
  expect(await ask(at("/"))).toBe("page 1");
  expect(house.made).toBe(1);
});

test("a page goes when something it was made from changes, and stays when something else does", async () => {
  const { house, ask, page } = aHouse();
  await ask(at("/a"), async () => page({ on: ["listing:1"] }));
  await ask(at("/b"), async () => page({ on: ["listing:2"] }));
  house.news.push(["listing:2", "shops"]);
  expect([await ask(at("/a")), await ask(at("/b"))]).toEqual(["page 1", "page 3"]);
});

test("a page is not kept where something it was made from changed while it was made, but given to whoever asked before", async () => {
  const { house, ask, page } = aHouse();
  const [begun, finish] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow = ask(at("/"), async () => (begun.resolve(), await finish.promise, page({ on: ["listing:1"] })));
  await begun.promise;
  house.drop(["listing:1"]);
  const later = await ask(at("/"));
  finish.resolve();
  expect([later, await slow]).toEqual(["page 1", "page 2"]);
  expect(await ask(at("/"))).toBe("page 1");
});

test("a page lasts until its time, and is not shown before it was made by a clock that is moved back", async () => {
  const { house, ask } = aHouse();
  await ask(at("/"));
  house.now = new Date(midnight.getTime() - 1);
  expect(await ask(at("/"))).toBe("page 1");
  house.now = midnight;
  expect(await ask(at("/"), async () => ({ other: "mine" }))).toBe("mine");
  house.now = new Date("2026-11-23T04:00:00Z");
  await ask(at("/c"));
  house.now = new Date("2026-11-23T03:59:59Z");
  expect(await ask(at("/c"))).toBe("page 3");
});

test("query keys that a page does not look at leave its key; those it looks at make pages of their own", async () => {
  const { ask, page } = aHouse();
  const list = async () => page({ queryKeys: ["trang"] });
  expect(await ask(at("/l", "?utm=a"), list)).toBe("page 1");
  expect(await ask(at("/l"), list)).toBe("page 1");
  expect(await ask(at("/l", "?fbclid=1&trang=2"), list)).toBe("page 2");
  expect(await ask(at("/l", "?trang=2&x="), list)).toBe("page 2");
  expect(await ask(at("/l", "?trang="), list)).toBe("page 3");
  expect(await ask(at("/l", "?trang=2&trang=3"), list)).toBe("page 4");
});

test("who asks for another part of a query meanwhile does not get a page that turns out to look at it", async () => {
  const { ask, page } = aHouse();
  const list = async () => page({ queryKeys: ["trang"] });
  await ask(at("/l", "?a=1"), async () => page());
  expect(await Promise.all([ask(at("/l", "?trang=2"), list), ask(at("/l", "?trang=3"), list)])).toEqual(["page 1", "page 1"]); // no page of it has looked at any key
  const { ask: askNew } = aHouse();
  const pages = await Promise.all(["?trang=2", "?trang=3", "?trang=2&b=1"].map((query) => askNew(at("/n", query), list)));
  expect(pages[0]).not.toBe(pages[1]);
});

test("what belongs to one visitor is made for each, and never kept", async () => {
  const { house, ask, kept } = aHouse();
  const mine = async () => ({ other: `basket ${++house.made}` });
  expect(new Set(await Promise.all([ask(at("/gio-hang"), mine), ask(at("/gio-hang"), mine), ask(at("/gio-hang"), mine)])).size).toBe(3);
  expect(kept.size.pages).toBe(0);
});

test("a page that fails is made again", async () => {
  const { ask } = aHouse();
  const together = await Promise.allSettled([1, 2].map(async () => ask(at("/"), async () => Promise.reject(new Error("broken")))));
  expect(together.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await ask(at("/"))).toBe("page 1");
});

test("memory is bounded: what was asked for longest ago goes first, compressed bytes included", async () => {
  const body = "x".repeat(2000);
  const { ask, page, kept, house } = aHouse({ mostBytes: 20_000 });
  for (let n = 0; n < 100; n++) {
    await ask(at(`/${n}`), async () => page({ body: body + n }));
    await ask(at("/0"), async () => page({ body }));
    const found = await kept.find(at(`/${n}`), async () => page({ body }));
    if ("bytesFor" in found) await found.bytesFor("br");
  }
  expect(kept.size.bytes).toBeLessThanOrEqual(20_000);
  expect(kept.size.pages).toBeGreaterThan(3);
  const { made } = house;
  await ask(at("/0"));
  expect(house.made).toBe(made);
  house.news.push("all");
  await ask(at("/other"), async () => ({ other: "" }));
  expect(kept.size).toEqual({ pages: 0, bytes: 0 });
});

test("where the news cannot be heard, nothing that was kept is shown", async () => {
  const { house, ask } = aHouse();
  await ask(at("/"));
  house.isDeaf = true;
  expect(await ask(at("/"))).toBe("page 2");
  expect(await ask(at("/"))).toBe("page 3");
});

test("bytes have a name of their own for each way they are compressed", async () => {
  const { kept, page } = aHouse();
  const found = await kept.find(at("/"), async () => page());
  if ("other" in found) throw new Error("not kept");
  expect(new Set([found.etagFor("br"), found.etagFor("gzip"), found.etagFor("identity")]).size).toBe(3);
  expect(await found.bytesFor("br")).toBe(await found.bytesFor("br"));
});
