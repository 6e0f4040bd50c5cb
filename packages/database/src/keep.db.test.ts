import { and, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import { expect, expectTypeOf, test } from "vitest";
import { eachDatabase, onlyOn } from "../testing/each-database.ts";
import { keep, type Db, type Tx } from "./index.ts";

type Shop = Tx["t"]["shops"]["$inferInsert"];

const words = (text: string) => ({ vi: text, en: text });
const aShop = (id: string, over: Partial<Shop> = {}): Shop => ({
  id,
  kind: "household",
  state: "approved",
  name: words(`Chị "Hạnh" ${id}`),
  place: words("Thanh Hà"),
  about: words(""),
  isSample: true,
  createdAt: new Date(1_700_000_000_000),
  ...over,
});

const addShops = keep((tx: Tx, shops: Shop[]) => tx.insert(tx.t.shops).values(shops));
const shopsSince = keep((db: Db, ids: string[], at: Date) =>
  db
    .select()
    .from(db.t.shops)
    .where(and(inArray(db.t.shops.id, ids), lte(db.t.shops.createdAt, at)))
    .orderBy(db.t.shops.id),
);
const sampleShops = keep((db: Db, isSample: boolean, kind: Shop["kind"]) =>
  db
    .select({ id: db.t.shops.id })
    .from(db.t.shops)
    .where(and(eq(db.t.shops.isSample, sql.param(isSample, db.t.shops.isSample)), eq(db.t.shops.kind, kind))),
);

eachDatabase("A kept query", (database) => {
  test("writes and reads moments, JSON and truth as a built one does", async () => {
    const shops = [aShop("k1"), aShop("k2", { isSample: false, createdAt: new Date(5) })];
    await database.store.write((tx) => addShops(tx, shops));
    const { read } = database.store;
    expect(await shopsSince(read, ["k1", "k2"], new Date(2_000_000_000_000))).toMatchObject(shops);
    expect(await read.select().from(read.t.shops).where(inArray(read.t.shops.id, ["k1", "k2"])).orderBy(read.t.shops.id)).toMatchObject(shops);
    expect(await shopsSince(read, ["k1", "k2"], new Date(5))).toMatchObject([shops[1]]);
    expect(await shopsSince(read, ["k1"], new Date(5))).toEqual([]);
    expect(await shopsSince(read, [], new Date(5))).toEqual([]);
  });

  test("is asked by truth as by anything else", async () => {
    await database.store.write((tx) => addShops(tx, [aShop("t1", { kind: "cooperative" }), aShop("t2", { kind: "cooperative", isSample: false })]));
    expect(await sampleShops(database.store.read, true, "cooperative")).toEqual([{ id: "t1" }]);
    expect(await sampleShops(database.store.read, false, "cooperative")).toEqual([{ id: "t2" }]);
  });

  test("keeps the absence of a date and of JSON as absence", async () => {
    type Trace = Tx["t"]["auditRows"]["$inferInsert"];
    const addRow = keep((tx: Tx, row: Trace) => tx.insert(tx.t.auditRows).values(row));
    const row = { at: new Date(1), actor: "guest", verb: "kept", objectKind: "test", objectId: "1" };
    await database.store.write(async (tx) => {
      await addRow(tx, { ...row, detail: { a: [1] } });
      await addRow(tx, { ...row, detail: null });
      await addRow(tx, { ...row, detail: undefined });
      await addRow(tx, row);
    });
    const { auditRows } = database.store.read.t;
    expect(await database.store.read.$count(auditRows, and(eq(auditRows.verb, "kept"), isNull(auditRows.detail)))).toBe(3);
    const setLease = keep((tx: Tx, name: string, lease: { holder: string; lapsesAt: Date }) =>
      tx.update(tx.t.leases).set(lease).where(eq(tx.t.leases.name, name)).returning(),
    );
    const set = await database.store.write(async (tx) => {
      await tx.insert(tx.t.leases).values({ name: "lease", holder: "a", lapsesAt: new Date(0) });
      return setLease(tx, "lease", { holder: "b", lapsesAt: new Date(7) });
    });
    expect(set).toEqual([{ name: "lease", holder: "b", lapsesAt: new Date(7) }]);
    expectTypeOf(set).toEqualTypeOf<{ name: string; holder: string; lapsesAt: Date }[]>();
  });

  test("gives joined rows and counts in their own shape", async () => {
    await database.store.write(async (tx) => {
      await addShops(tx, [aShop("j1")]);
      await tx.insert(tx.t.pools).values({ id: "p1", shopId: "j1", unit: "seat", capacity: 9, taken: 2 });
    });
    const poolsOf = keep((db: Db, shopId: string) =>
      db
        .select({ pool: db.t.pools, shop: { name: db.t.shops.name }, left: sql`${db.t.pools.capacity} - ${db.t.pools.taken}`.mapWith(Number) })
        .from(db.t.pools)
        .innerJoin(db.t.shops, eq(db.t.shops.id, db.t.pools.shopId))
        .where(eq(db.t.shops.id, shopId)),
    );
    const pool = { id: "p1", shopId: "j1", unit: "seat" as const, capacity: 9, taken: 2 };
    expect(await poolsOf(database.store.read, "j1")).toEqual([{ pool, shop: { name: aShop("j1").name }, left: 7 }]);
  });

  test("is built for its first values only, and again for a list of another length", async () => {
    let built = 0;
    const ask = keep((db: Db, names: string[]) => {
      built++;
      return db.select().from(db.t.leases).where(inArray(db.t.leases.name, names));
    });
    await ask(database.store.read, ["a", "b"]);
    expect(built).toBe(2); // once with stand-ins, once to compare
    await ask(database.store.read, ["c", "d"]);
    await database.store.write((tx) => ask(tx, ["e", "f"]));
    await ask(await database.open().then((store) => store.read), ["g", "h"]);
    expect(built).toBe(2);
    await ask(database.store.read, ["a"]);
    expect(built).toBe(4);
    await ask(database.store.read, Array.from({ length: 200 }, String)); // too long to be kept
    expect(built).toBe(5);
  });

  test("is refused if it looks at its values or makes some itself", async () => {
    let made = 0;
    const looking = keep((db: Db, name: string) => db.select().from(db.t.leases).where(eq(db.t.leases.name, name.toString().toUpperCase())));
    const making = keep((db: Db, _name: string) => db.select().from(db.t.leases).where(eq(db.t.leases.name, `made ${made++}`)));
    const choosing = keep((db: Db, name: string) => db.select().from(db.t.leases).where(name === "all" ? undefined : eq(db.t.leases.name, name)));
    await expect(looking(database.store.read, "a")).rejects.toThrow("only pass its values on");
    await expect(making(database.store.read, "a")).rejects.toThrow("only pass its values on");
    await expect(choosing(database.store.read, "all")).rejects.toThrow("only pass its values on");
  });

  test("is refused if rows of it may be absent", async () => {
    const outer = keep((db: Db, id: string) =>
      db.select().from(db.t.shops).leftJoin(db.t.pools, eq(db.t.pools.shopId, db.t.shops.id)).where(eq(db.t.shops.id, id)),
    );
    await expect(outer(database.store.read, "a")).rejects.toThrow("outer joins");
  });

  test("speaks only while its transaction lasts, and is undone with it", async () => {
    const kept = await database.store.write(async (tx) => (await addShops(tx, [aShop("o1")]), tx));
    await expect(addShops(kept, [aShop("late")])).rejects.toThrow("over");
    await database.store.write(async () => {
      await expect(addShops(kept, [aShop("late")])).rejects.toThrow("over"); // not even inside somebody else's
    });
    await database.store
      .write(async (tx) => {
        await addShops(tx, [aShop("undone")]);
        throw new Error("no");
      })
      .catch(() => undefined);
    expect(await shopsSince(database.store.read, ["o1", "late", "undone"], new Date())).toHaveLength(1);
  });

  test("takes values of its own types only", () => {
    expectTypeOf(shopsSince).parameters.toEqualTypeOf<[Db, string[], Date]>();
    expectTypeOf(addShops).toBeCallableWith({} as Tx, [aShop("a")]);
    expectTypeOf(addShops).parameter(0).toEqualTypeOf<Tx>(); // so that a reader cannot write
  });
});

onlyOn("postgres", "A kept query", (database) => {
  test("goes on when a pooler loses the plans the server kept", async () => {
    const store = await database.open({ connections: 1 });
    for (let i = 0; i < 3; i++) await shopsSince(store.read, ["a", "b", "c"], new Date());
    await store.read.rows(sql`deallocate all`);
    expect(await shopsSince(store.read, ["a", "b", "c"], new Date())).toEqual([]);
  });
});
