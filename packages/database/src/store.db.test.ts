import { AsyncLocalStorage } from "node:async_hooks";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { eq, inArray, like, sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { eachDatabase, onlyOn } from "../testing/each-database.ts";
import { databaseProblem, isDuplicate, keep, migrate, openStore, type Store, type Tx } from "./index.ts";

const put = (tx: Tx, name: string, holder = "somebody") => tx.insert(tx.t.leases).values({ name, holder, lapsesAt: new Date(0) });
const names = async (store: Store) =>
  (await store.read.select({ name: store.read.t.leases.name }).from(store.read.t.leases)).map((row) => row.name).sort();

/** Gives no rows, so that on PostgreSQL nobody waits for its answer. */
const addFact = keep((tx: Tx, row: Tx["t"]["houseFacts"]["$inferInsert"]) => tx.insert(tx.t.houseFacts).values(row));

eachDatabase("A transaction", (database) => {
  test("is kept when its function resolves, and gives its value", async () => {
    expect(await database.store.write(async (tx) => (await put(tx, "kept"), 7))).toBe(7);
    expect(await names(database.store)).toContain("kept");
  });

  test("is undone when its function throws, and the error goes through", async () => {
    const refusal = new Error("no");
    const asked = database.store.write(async (tx) => {
      await put(tx, "undone");
      throw refusal;
    });
    await expect(asked).rejects.toBe(refusal);
    expect(await names(database.store)).not.toContain("undone");
  });

  test("is not seen by readers before it is kept", async () => {
    await database.store.write(async (tx) => {
      await put(tx, "unseen");
      expect(await names(database.store)).not.toContain("unseen");
    });
    expect(await names(database.store)).toContain("unseen");
  });

  test("may lose a part and keep the rest", async () => {
    await database.store.write(async (tx) => {
      await put(tx, "outer");
      await expect(
        tx.savepoint(async () => {
          await put(tx, "part");
          await put(tx, "outer");
        }),
      ).rejects.toSatisfy(isDuplicate);
      await tx.savepoint(() => tx.savepoint(async () => void (await put(tx, "inner"))));
      await put(tx, "after");
    });
    const left = await names(database.store);
    expect(left).toEqual(expect.arrayContaining(["after", "inner", "outer"]));
    expect(left).not.toContain("part");
  });

  test("says what failed first, whatever was asked after it, and keeps nothing", async () => {
    const { store } = database;
    const asked = keep((tx: Tx, name: string) => tx.select().from(tx.t.houseFacts).where(eq(tx.t.houseFacts.name, name)));
    for (const goOn of [() => undefined, async (tx: Tx) => asked(tx, "first")]) {
      const failed: unknown = await store
        .write(async (tx) => {
          await addFact(tx, { name: "first", value: "1" });
          await addFact(tx, { name: "first", value: "2" });
          await addFact(tx, { name: "third", value: "3" });
          await goOn(tx);
        })
        .catch((error: unknown) => error);
      expect(isDuplicate(failed, "house_facts_pkey")).toBe(true);
      expect(await asked(store.read as Tx, "first")).toEqual([]);
    }
  });

  test("goes on after a part whose last word failed", async () => {
    const { store } = database;
    await store.write(async (tx) => {
      await addFact(tx, { name: "before", value: "1" });
      const part = tx.savepoint(async () => {
        await addFact(tx, { name: "inside", value: "1" });
        await addFact(tx, { name: "before", value: "2" });
      });
      await expect(part).rejects.toSatisfy((error) => isDuplicate(error));
      await addFact(tx, { name: "after", value: "1" });
      // A second failure is told by its own name.
      await expect(tx.savepoint(async () => addFact(tx, { name: "after", value: "2" }))).rejects.toSatisfy((error) => isDuplicate(error));
    });
    const { houseFacts } = store.read.t;
    const kept = await store.read.select({ name: houseFacts.name }).from(houseFacts).where(inArray(houseFacts.name, ["before", "inside", "after"]));
    expect(kept.map(({ name }) => name).sort()).toEqual(["after", "before"]);
  });

  test("may say more than anybody would wait for", async () => {
    const { store } = database;
    await store.write(async (tx) => {
      for (let at = 0; at < 500; at++) await addFact(tx, { name: `many ${at}`, value: "1" });
    });
    expect(await store.read.$count(store.read.t.houseFacts, like(store.read.t.houseFacts.name, "many %"))).toBe(500);
  });

  test("is refused inside another, which would wait for itself", async () => {
    await database.store.write(async (tx) => {
      await expect(database.store.write(async () => 1)).rejects.toThrow("inside");
      await put(tx, "still usable");
    });
    expect(await names(database.store)).toContain("still usable");
  });

  test("refuses to speak once it is over", async () => {
    const kept = await database.store.write(async (tx) => tx);
    await expect(async () => put(kept, "late")).rejects.toThrow(); // Drizzle may wrap the refusal
    await expect(async () => kept.savepoint(async () => 1)).rejects.toThrow("over");
    await database.store.write(async () => {
      await expect(async () => put(kept, "late")).rejects.toThrow(); // not even inside somebody else's
    });
    expect(await names(database.store)).not.toContain("late");
  });

  test("runs a query that its function only returns", async () => {
    await database.store.write((tx) => put(tx, "returned"));
    expect(await names(database.store)).toContain("returned");
  });

  test("knows the surroundings of whoever asked for it", async () => {
    const request = new AsyncLocalStorage<string>();
    const seen = await Promise.all(
      ["a", "b", "c"].map((id) => request.run(id, () => database.store.write(async () => request.getStore()))),
    );
    expect(seen).toEqual(["a", "b", "c"]);
  });

  test("that fails costs its neighbours nothing", async () => {
    await database.store.write((tx) => put(tx, "taken"));
    const asked = Array.from({ length: 30 }, (_, i) =>
      database.store.write((tx) => put(tx, i % 3 === 0 ? "taken" : `neighbour ${i}`)),
    );
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(10);
    expect((await names(database.store)).filter((name) => name.startsWith("neighbour"))).toHaveLength(20);
  });

  test("tells others after its commit, and only then", async () => {
    const told: string[] = [];
    await database.store.write(async (tx) => {
      tx.afterCommit(() => void told.push("first"));
      await tx
        .savepoint(async () => {
          tx.afterCommit(() => void told.push("of a part that failed"));
          throw new Error("no");
        })
        .catch(() => undefined);
      expect(told).toEqual([]);
    });
    expect(told).toEqual(["first"]);
    await database.store
      .write(async (tx) => {
        tx.afterCommit(() => void told.push("never"));
        throw new Error("no");
      })
      .catch(() => undefined);
    expect(told).toEqual(["first"]);
  });

  test("may be followed by another one that somebody starts when told", async () => {
    let followed: Promise<unknown> = Promise.resolve();
    await database.store.write(async (tx) =>
      tx.afterCommit(() => void (followed = database.store.write((next) => put(next, "followed")))),
    );
    await followed;
    expect(await names(database.store)).toContain("followed");
  });

  test("is not harmed by what those told do wrong", async () => {
    const log = vi.fn();
    const store = await database.open({ log });
    await store.write(async (tx) => {
      tx.afterCommit(() => {
        throw new Error("at once");
      });
      tx.afterCommit(() => Promise.reject(new Error("later")));
      await put(tx, "unharmed");
    });
    expect(await names(store)).toContain("unharmed");
    await vi.waitFor(() => expect(log).toHaveBeenCalledTimes(2));
  });

  test("gives counts and sums as numbers", async () => {
    await database.store.write(async (tx) => {
      const t = tx.t.outboxCursors;
      await tx.insert(t).values(
        [5, 9_007_199_254_740_991 - 5].map((xid, i) => ({
          name: `sum ${i}`,
          line: "",
          xid,
          outboxId: i,
          movedAt: new Date(0),
        })),
      );
      expect(await tx.rows(sql`select sum(xid) as total, count(*) as n from outbox_cursors`)).toEqual([
        { total: 9_007_199_254_740_991, n: 2 },
      ]);
      expect(await tx.$count(t)).toBe(2);
      expect(await tx.select().from(t).where(eq(t.name, "sum 0"))).toEqual([
        { name: "sum 0", line: "", xid: 5, outboxId: 0, movedAt: new Date(0) },
      ]);
    });
  });
});

eachDatabase("Several processes", (database) => {
  test("write to one database without losing a step", async () => {
    const { clock } = database.store.read.t;
    await database.store.write((tx) => tx.insert(clock).values({ id: "counter", offsetMs: 0 }));
    const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
    const counting = ["--import", file("quick-load.ts"), file("../testing/count-up.ts"), database.url, "60"];
    await Promise.all(Array.from({ length: 3 }, () => promisify(execFile)(process.execPath, counting)));
    expect(await database.store.read.select().from(clock).where(eq(clock.id, "counter"))).toEqual([
      { id: "counter", offsetMs: 180 },
    ]);
  });
});

onlyOn("sqlite", "The only writer", (database) => {
  test("shares one commit among those who wait, and is quicker for it", async () => {
    const before = await database.store.read.rows<{ data_version: number }>(sql`pragma data_version`);
    await Promise.all(Array.from({ length: 20 }, (_, i) => database.store.write((tx) => put(tx, `together ${i}`))));
    const after = await database.store.read.rows<{ data_version: number }>(sql`pragma data_version`);
    expect(Number(after[0]?.data_version) - Number(before[0]?.data_version)).toBe(1);
  });

  test("lets timers through while somebody writes in a loop", async () => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 1);
    for (const until = performance.now() + 100; performance.now() < until;) await database.store.write(async () => undefined);
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(0); // without that care not one would come
  });

  test("is reported when somebody holds it for a second", async () => {
    const log = vi.fn();
    const store = await database.open({ log });
    await store.write(() => pause(1100));
    expect(log).toHaveBeenCalledWith(
      expect.stringContaining("has held the only writer"),
      expect.stringContaining("store.db.test.ts"),
    );
  });

  test("works on after the disk was full, and nothing of the full one is left", async () => {
    const url = await database.another("migrated");
    const store = await openStore(url);
    await store.write(async (tx) => void (await tx.rows(sql`pragma max_page_count = 80`)));
    const long = "x".repeat(1000);
    const asked = store.write(async (tx) => {
      for (let i = 0; i < 500; i++) await put(tx, `full ${i}`, long);
    });
    const error = await asked.catch((reason: unknown) => reason);
    expect(databaseProblem(error)?.what).toBe("The disk that holds the database is full.");
    await store.write((tx) => put(tx, "later"));
    expect(await names(store)).toEqual(["later"]);
    await store.close();
  });

  test("of a passing database leaves no file", async () => {
    const store = await openStore("file::memory:");
    await migrate(store);
    const [row] = await store.read.rows<{ file: string }>(sql`pragma database_list`);
    await store.close();
    expect(existsSync(String(row?.file))).toBe(false);
  });
});

onlyOn("postgres", "A transaction", (database) => {
  test("is run again when two lock each other out", async () => {
    const { store } = database;
    await store.write(async (tx) => void (await put(tx, "one"), await put(tx, "two")));
    let runs = 0;
    let met: () => void = () => undefined;
    const bothHoldOne = new Promise<void>((resolve) => (met = resolve));
    let holding = 0;
    const touch = (first: string, second: string) =>
      store.write(async (tx) => {
        runs++;
        const { leases } = tx.t;
        await tx
          .update(leases)
          .set({ holder: `${first} first` })
          .where(eq(leases.name, first));
        if (++holding === 2) met();
        await bothHoldOne;
        await tx
          .update(leases)
          .set({ holder: `${first} first` })
          .where(eq(leases.name, second));
      });
    await Promise.all([touch("one", "two"), touch("two", "one")]);
    expect(runs).toBe(3);
    expect(new Set((await store.read.select().from(store.read.t.leases)).map((row) => row.holder)).size).toBe(1);
  });

  test("that swallowed an error says that nothing was kept", async () => {
    const asked = database.store.write(async (tx) => {
      await put(tx, "swallowed");
      await put(tx, "swallowed").catch(() => undefined);
    });
    await expect(asked).rejects.toThrow("nothing was kept");
  });

  test("that reads beside itself does not wait for itself", async () => {
    const store = await database.open({ connections: 2 });
    await Promise.all(Array.from({ length: 6 }, () => store.write(async () => names(store))));
  });

  test("that falls asleep is ended, and the store goes on", async () => {
    const store = await database.open({ log: () => undefined });
    const asked = store.write(async (tx) => {
      await tx.rows(sql`set local idle_in_transaction_session_timeout = 50`);
      await pause(150);
      await put(tx, "asleep");
    });
    await expect(asked).rejects.toThrow();
    expect(await names(store)).not.toContain("asleep");
  });

  test("keeps the plan of a statement that failed the first time it had one", async () => {
    const store = await database.open({ connections: 1 });
    let runs = 0;
    const addTwice = () => store.write(async (tx) => void (runs++, await addFact(tx, { name: "planned", value: "1" }), await addFact(tx, { name: "planned", value: "2" })));
    for (let at = 0; at < 3; at++) await expect(addTwice()).rejects.toSatisfy(isDuplicate);
    expect(runs).toBe(3); // a plan that is made twice counts as lost, and the transaction is run again
  });

  test("sends what was told though nothing is asked after it, and a long list of it in parts", async () => {
    await database.store.write(async (tx) => {
      for (let at = 0; at < 120; at++) await addFact(tx, { name: `part ${at}`, value: "" });
      await pause(20);
      const { active } = (await database.store.read.rows<{ active: number }>(sql`select count(*) as active from pg_stat_activity where state = 'active' and pid <> pg_backend_pid() and datname = current_database()`))[0] ?? {};
      expect(active).toBe(0);
    });
    expect(await database.store.read.$count(database.store.read.t.houseFacts, like(database.store.read.t.houseFacts.name, "part %"))).toBe(120);
  });

  test("keeps nothing of what was told where it is refused before anything was asked", async () => {
    const { store } = database;
    for (let n = 0; n < 20; n++) {
      const asked = store.write(async (tx) => {
        await addFact(tx, { name: `refused ${n}`, value: "" });
        throw new Error("no");
      });
      await expect(asked).rejects.toThrow("no");
    }
    await store.write((tx) => put(tx, "the next one"));
    await new Promise((resolve) => setImmediate(resolve)); // when whatever waited to be sent would have gone
    const { houseFacts } = store.read.t;
    expect(await store.read.select({ name: houseFacts.name }).from(houseFacts).where(like(houseFacts.name, "refused%"))).toEqual([]);
    expect(await names(store)).toContain("the next one");
  });

  test("goes on behind a savepoint that was refused, though what was told in it had failed as well", async () => {
    const { store } = database;
    await store.write(async (tx) => {
      await addFact(tx, { name: "outside", value: "" });
      const part = tx.savepoint(async () => {
        await addFact(tx, { name: "doubled", value: "" });
        await addFact(tx, { name: "doubled", value: "" }).catch(() => undefined);
        throw new Error("no");
      });
      await expect(part).rejects.toThrow("no");
      await put(tx, "behind the refused");
    });
    expect(await names(store)).toContain("behind the refused");
  });

  test("loses in a savepoint what was told in it, and fails whole by what was told before it", async () => {
    const { store } = database;
    await store.write(async (tx) => {
      const part = tx.savepoint(async () => void (await addFact(tx, { name: "twice", value: "" }), await addFact(tx, { name: "twice", value: "" })));
      await expect(part).rejects.toSatisfy(isDuplicate);
      await tx.savepoint(async () => addFact(tx, { name: "once", value: "" }));
    });
    const asked = store.write(async (tx) => {
      await addFact(tx, { name: "once", value: "" });
      await tx.savepoint(async () => void (await put(tx, "behind it"))).catch(() => undefined);
    });
    await expect(asked).rejects.toSatisfy(isDuplicate);
    expect(await store.read.select({ name: store.read.t.houseFacts.name }).from(store.read.t.houseFacts).where(inArray(store.read.t.houseFacts.name, ["once", "twice"]))).toEqual([{ name: "once" }]);
    expect(await names(store)).not.toContain("behind it");
  });

  test("goes on when a pooler or a changed table loses the plans the server kept", async () => {
    const store = await database.open({ connections: 1 });
    const ask = async () => (await store.read.select().from(store.read.t.clock).limit(1)).length;
    const touch = () => store.write(async (tx) => (await tx.select().from(tx.t.clock).limit(2)).length);
    for (let i = 0; i < 3; i++) expect([await ask(), await touch()]).toEqual([0, 0]);
    expect(await store.read.rows(sql`select name from pg_prepared_statements`)).not.toEqual([]);
    await store.read.rows(sql`deallocate all`);
    expect(await ask()).toBe(0);

    const other = await database.open({ connections: 1 });
    const again = () => other.write(async (tx) => (await tx.select().from(tx.t.clock).limit(3)).length);
    for (let i = 0; i < 3; i++) await again();
    await other.write(async (tx) => void (await tx.rows(sql`deallocate all`)));
    expect(await again()).toBe(0);
  });
});
