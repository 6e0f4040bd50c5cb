import { createHash } from "node:crypto";
import type { CopyName, CopyReads, Drop } from "@xudong/market";
import { compressed, type Encoding } from "./compressed.ts";

/** Where a page is: under which of our origins it was asked for, and with which query. */
export type PageAddress = { origin: string; path: string; query: string };

/** A page that is the same for everybody who asks for its address. */
export type KeptPage = { readonly bytesFor: (encoding: Encoding) => Promise<Buffer>; readonly etagFor: (encoding: Encoding) => string; readonly type: string };

/** What came of making a page: one that may be kept, with what it was made from, or an answer to this one request. */
export type Made<Other> = { page: { body: Buffer; type: string; reads: CopyReads; /** The query keys it looked at; "*" for all of them. */ queryKeys: ReadonlySet<string> } } | { other: Other };

export type KeptPages = {
  /** The page of an address from memory, or made now; whoever asks meanwhile waits for the same one. */
  find<Other>(address: PageAddress, make: () => Promise<Made<Other>>): Promise<KeptPage | { other: Other }>;
  /** The same for who does not want it made. */
  peek(address: PageAddress): Promise<KeptPage | undefined>;
  readonly size: { pages: number; bytes: number };
};

type Kept = KeptPage & { key: string; place: string; on: ReadonlySet<CopyName>; madeAt: number; until: number; bytes: number };
/** An address without its query: all pages that were made of it looked at these keys of the query, and no others. */
type Place = { queryKeys: Set<string>; keys: Set<string> };

/** Beside its bytes a page has a key, names and a place in four maps. */
const bytesBeside = 1500;
/** Somebody waits for the first of these. */
const brotliQuality = 5;
/** So many addresses of pages that belong to somebody are remembered, so that nobody waits for another's. */
const mostPersonal = 1000;

/**
 * Keeps pages in this process's memory, least recently used first out. A page stays until something it was made from
 * changes, until its time, or until others need the room.
 */
export function keptPages({ follow, now, mostBytes = 64 * 1024 * 1024 }: { follow: (drop: Drop) => { catchUp(): Promise<void> }; now: () => Date; mostBytes?: number }): KeptPages {
  const pages = new Map<string, Kept>();
  const places = new Map<string, Place>();
  const keysOn = new Map<CopyName, Set<string>>();
  const making = new Map<string, { since: number; page: Promise<Kept | undefined> }>();
  const personal = new Set<string>();
  let bytes = 0;
  /** Counts what was dropped, so that a page under way knows what it missed. */
  let drops = 0;
  let droppedAll = 0;
  let droppedAt = new Map<CopyName, number>();
  let underHand = 0;

  const news = follow((names) => {
    drops += 1;
    if (names === "all") {
      droppedAll = drops;
      for (const page of [...pages.values()]) remove(page);
      return;
    }
    for (const name of names) {
      if (underHand > 0) droppedAt.set(name, drops);
      for (const key of [...(keysOn.get(name) ?? [])]) {
        const page = pages.get(key);
        if (page !== undefined) remove(page);
      }
    }
  });

  function remove(page: Kept): void {
    if (pages.get(page.key) !== page) return;
    pages.delete(page.key);
    bytes -= page.bytes;
    const place = places.get(page.place);
    place?.keys.delete(page.key);
    // A place is known as long as a page of it is kept: without its keys a page would answer for queries it never saw.
    if (place?.keys.size === 0) places.delete(page.place);
    for (const name of page.on) {
      const keys = keysOn.get(name);
      keys?.delete(page.key);
      if (keys?.size === 0) keysOn.delete(name);
    }
  }

  function weigh(page: Kept, more: number): void {
    if (pages.get(page.key) !== page) return;
    page.bytes += more;
    bytes += more;
    for (const oldest of pages.values()) {
      if (bytes <= mostBytes) return;
      remove(oldest);
    }
  }

  function add(page: Kept, queryKeys: ReadonlySet<string>): void {
    const before = pages.get(page.key);
    if (before !== undefined) remove(before);
    const place = places.get(page.place) ?? { queryKeys: new Set(), keys: new Set() };
    for (const name of queryKeys) place.queryKeys.add(name);
    place.keys.add(page.key);
    places.set(page.place, place);
    pages.set(page.key, page);
    for (const name of page.on) keysOn.set(name, (keysOn.get(name) ?? new Set()).add(page.key));
    const { bytes: own } = page;
    page.bytes = 0;
    weigh(page, own);
  }

  const wasDropped = (on: ReadonlySet<CopyName>, since: number) => droppedAll > since || [...on].some((name) => (droppedAt.get(name) ?? 0) > since);

  function toKept(address: PageAddress, { body, type, reads, queryKeys }: Extract<Made<unknown>, { page: unknown }>["page"], madeAt: number): Kept {
    const place = placeOf(address);
    const digest = createHash("sha256").update(body).digest("base64url").slice(0, 22);
    const encoded = new Map<Encoding, Promise<Buffer>>([["identity", Promise.resolve(body)]]);
    const page: Kept = {
      key: keyOf(address, new Set([...(places.get(place)?.queryKeys ?? []), ...queryKeys])),
      place, type, on: reads.on, madeAt, until: reads.until.getTime(), bytes: body.length + bytesBeside,
      etagFor: (encoding) => `"${digest}${encoding === "identity" ? "" : `-${encoding}`}"`,
      bytesFor(encoding) {
        const known = encoded.get(encoding);
        if (known !== undefined) return known;
        const squeezing = compressed(body, encoding, brotliQuality);
        encoded.set(encoding, squeezing);
        squeezing.then((made) => weigh(page, made.length), () => encoded.delete(encoding));
        return squeezing;
      },
    };
    return page;
  }

  /** The page that is kept for an address, if it still holds. */
  function lookUp(address: PageAddress): Kept | undefined {
    const place = places.get(placeOf(address));
    const page = place && pages.get(keyOf(address, place.queryKeys));
    if (page === undefined) return undefined;
    const at = now().getTime();
    // A clock that was moved back makes a page of the future of it.
    if (at >= page.until || at < page.madeAt) {
      remove(page);
      return undefined;
    }
    pages.delete(page.key);
    pages.set(page.key, page);
    return page;
  }

  /** Makes a page and keeps it where nothing it was made from has changed since. */
  async function makeOne<Other>(address: PageAddress, make: () => Promise<Made<Other>>): Promise<{ kept: Kept } | { other: Other }> {
    const madeAt = now().getTime();
    const since = drops;
    const place = placeOf(address);
    underHand += 1;
    try {
      const made = await make();
      if ("other" in made) {
        if (personal.size >= mostPersonal) personal.clear();
        if (!places.has(place)) personal.add(place);
        return made;
      }
      personal.delete(place);
      const kept = toKept(address, made.page, madeAt);
      if (!wasDropped(kept.on, since)) add(kept, made.page.queryKeys);
      return { kept };
    } finally {
      underHand -= 1;
      if (underHand === 0) droppedAt = new Map();
    }
  }

  async function makeForOne<Other>(address: PageAddress, make: () => Promise<Made<Other>>): Promise<KeptPage | { other: Other }> {
    const made = await makeOne(address, make);
    return "kept" in made ? made.kept : made;
  }

  /** What has changed drops its pages; where that cannot be heard all are dropped, and pages are made as if none had been kept. */
  const catchUp = () => news.catchUp().catch(() => undefined);

  return {
    async find(address, make) {
      await catchUp();
      const place = placeOf(address);
      const nameNow = () => keyOf(address, places.get(place)?.queryKeys ?? wholeQuery);
      for (;;) {
        const found = lookUp(address);
        if (found !== undefined) return found;
        if (personal.has(place)) return makeForOne(address, make);
        const name = nameNow();
        const underWay = making.get(name);
        // One that began before something was dropped may tell what is no longer so.
        if (underWay === undefined || underWay.since !== drops) {
          const mine = makeOne(address, make);
          const entry = { since: drops, page: mine.then((made) => ("kept" in made ? made.kept : undefined)) };
          entry.page.catch(() => undefined); // whoever waits for it hears of it
          making.set(name, entry);
          try {
            const made = await mine;
            return "kept" in made ? made.kept : made;
          } finally {
            if (making.get(name) === entry) making.delete(name);
          }
        }
        const page = await underWay.page;
        if (page === undefined) return makeForOne(address, make);
        // It may have looked at a part of the query in which we differ; then it is not ours, and which part is known by now.
        if (page.key === nameNow()) return page;
      }
    },
    async peek(address) {
      await catchUp();
      return lookUp(address);
    },
    get size() {
      return { pages: pages.size, bytes };
    },
  };
}

const wholeQuery: ReadonlySet<string> = new Set(["*"]);
const placeOf = ({ origin, path }: PageAddress): string => `${origin}${path}`;

/** The address with those parts of its query that count, in one order. */
function keyOf(address: PageAddress, queryKeys: ReadonlySet<string>): string {
  const place = placeOf(address);
  if (address.query.length <= 1 || queryKeys.size === 0) return place;
  if (queryKeys.has("*")) return place + address.query;
  const asked = new URLSearchParams(address.query);
  const counted = new URLSearchParams([...queryKeys].sort().flatMap((name) => asked.getAll(name).map((value) => [name, value])));
  return counted.size === 0 ? place : `${place}?${counted}`;
}
