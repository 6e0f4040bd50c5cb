import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { eachDatabase, onlyOn } from "../testing/each-database.ts";
import {
  moveOutboxCursor,
  openStore,
  purgeOutbox,
  readOutbox,
  readOutboxCursor,
  restartOutbox,
  speak,
  type Store,
} from "./index.ts";

const say = (store: Store, subject: string) => store.write((tx) => speak(tx, { topic: "pool", subject }));
const here = async (store: Store) => (await readOutbox(store.read, undefined)).next;
const subjects = (news: { subject: string }[]) => news.map(({ subject }) => subject);

eachDatabase("News", (database) => {
  test("is told once, in order, in portions", async () => {
    const { store } = database;
    const start = await here(store);
    for (const subject of ["a", "b", "c"]) await say(store, subject);
    await database.newsSettled();
    const first = await readOutbox(store.read, start, 2);
    const rest = await readOutbox(store.read, first.next, 2);
    const none = await readOutbox(store.read, rest.next, 2);
    expect([subjects(first.news), subjects(rest.news), subjects(none.news)]).toEqual([["a", "b"], ["c"], []]);
    expect(none.next).toEqual(rest.next);
  });

  test("of a change that was undone is never told", async () => {
    const { store } = database;
    const start = await here(store);
    await store
      .write(async (tx) => {
        await speak(tx, { topic: "pool", subject: "undone", detail: { unitsLeft: 3 } });
        throw new Error("no");
      })
      .catch(() => undefined);
    expect((await readOutbox(store.read, start)).news).toEqual([]);
  });

  test("does not reach a reader without a place: it builds anew and goes on from there", async () => {
    const { store } = database;
    await say(store, "before");
    await database.newsSettled();
    const { news, next, lost } = await readOutbox(store.read, undefined);
    expect({ news, lost }).toEqual({ news: [], lost: true });
    await say(store, "after");
    await database.newsSettled();
    expect(subjects((await readOutbox(store.read, next)).news)).toEqual(["after"]);
  });

  test("that was purged makes an old reader build anew, and only that one", async () => {
    const { store } = database;
    const old = await here(store);
    await say(store, "old");
    await database.newsSettled();
    const fresh = await here(store);
    await say(store, "kept");
    await database.newsSettled();
    await store.write((tx) => purgeOutbox(tx, new Date(0)));
    expect((await readOutbox(store.read, old)).lost).toBe(false);
    await database.newsSettled();
    const [oldNews] = (await readOutbox(store.read, old)).news;
    await store.write(async (tx) => {
      const { outbox } = tx.t;
      await tx
        .update(outbox)
        .set({ at: new Date(0) })
        .where(eq(outbox.id, oldNews?.id ?? 0));
    });
    expect(await store.write((tx) => purgeOutbox(tx, new Date(1)))).toBeGreaterThan(0);
    expect((await readOutbox(store.read, old)).lost).toBe(true);
    expect(subjects((await readOutbox(store.read, fresh)).news)).toEqual(["kept"]);
    await store.write((tx) => purgeOutbox(tx, new Date(Date.now() + 1000)));
    expect((await readOutbox(store.read, await here(store))).lost).toBe(false);
  });

  test("after a restore is news on another line", async () => {
    const { store } = database;
    const start = await here(store);
    await store.write(restartOutbox);
    expect((await readOutbox(store.read, start)).lost).toBe(true);
  });

  test("has readers whose place is kept by name", async () => {
    const { store } = database;
    const place = await here(store);
    expect(await readOutboxCursor(store.read, "meilisearch")).toBeUndefined();
    await store.write((tx) => moveOutboxCursor(tx, "meilisearch", place));
    await store.write((tx) => moveOutboxCursor(tx, "meilisearch", { ...place, xid: place.xid + 1 }));
    expect(await readOutboxCursor(store.read, "meilisearch")).toEqual({ ...place, xid: place.xid + 1 });
  });
});

onlyOn("postgres", "News of transactions that overlap", (database) => {
  test("waits for the slower one, then comes in the order in which they began to write", async () => {
    const { store } = database;
    const start = await here(store);
    let finish: () => void = () => undefined;
    const told = new Promise<void>((resolve) => (finish = resolve));
    let spoken: () => void = () => undefined;
    const slowHasSpoken = new Promise<void>((resolve) => (spoken = resolve));
    const slow = store.write(async (tx) => {
      await speak(tx, { topic: "pool", subject: "slow" });
      await readOutboxCursor(tx, "nobody"); // an answer: by now the server has been told
      spoken();
      await told;
    });
    await slowHasSpoken;
    await say(store, "quick");
    // By serial number alone a reader would now take `quick`, move on, and never see `slow`.
    expect((await readOutbox(store.read, start)).news).toEqual([]);
    const whileRunning = await here(store);
    finish();
    await slow;
    await database.newsSettled();
    expect(subjects((await readOutbox(store.read, start)).news)).toEqual(["slow", "quick"]);
    expect(subjects((await readOutbox(store.read, whileRunning)).news)).toEqual(["slow", "quick"]);
  });

  test("can be read by a user without special rights", async () => {
    const url = new URL(database.url);
    await database.store.write(async (tx) => {
      for (const statement of ["create role plain login", "grant select on all tables in schema public to plain"])
        await tx.rows(sql.raw(statement));
    });
    url.username = "plain";
    const store = await openStore(url.href);
    expect((await readOutbox(store.read, await here(store))).lost).toBe(false);
    await store.close();
  });
});
