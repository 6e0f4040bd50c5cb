import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { missingMigrations } from "../generate-migrations.ts";
import { eachDatabase, onlyOn } from "../testing/each-database.ts";
import { migrate, openStore } from "./index.ts";

const scratch = mkdtempSync(join(tmpdir(), "xudong-migrations-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A folder of migrations as drizzle-kit writes it. */
function folderOf(...steps: string[]): string {
  const folder = mkdtempSync(join(scratch, "folder-"));
  mkdirSync(join(folder, "meta"));
  const entries = steps.map((_, idx) => ({ idx, version: "7", when: 1000 + idx, tag: `000${idx}_step`, breakpoints: true }));
  writeFileSync(join(folder, "meta/_journal.json"), JSON.stringify({ version: "7", dialect: "any", entries }));
  steps.forEach((step, i) => writeFileSync(join(folder, `000${i}_step.sql`), step));
  return folder;
}

const farm = "CREATE TABLE farms (id text PRIMARY KEY, name text);";
const tree = "CREATE TABLE trees (id text PRIMARY KEY, farm text REFERENCES farms(id) ON DELETE CASCADE);";

eachDatabase("Migrations", (database) => {
  test("are applied once, quickly found to be done, and leave the tables of this version", async () => {
    const store = await openStore(await database.another("bare"));
    expect(await migrate(store)).toBeGreaterThan(0);
    const took: number[] = [];
    for (let i = 0; i < 5; i++) {
      const since = performance.now();
      expect(await migrate(store)).toBe(0);
      took.push(performance.now() - since);
    }
    expect(Math.min(...took)).toBeLessThan(50);
    for (const table of Object.values(store.read.t)) await store.read.select().from(table).limit(1);
    await store.close();
  });

  test("are applied once when several processes start together", async () => {
    const url = await database.another("bare");
    const folder = folderOf(farm, tree, `INSERT INTO farms VALUES ('f', 'Thanh Hà');`);
    const stores = await Promise.all(Array.from({ length: 4 }, () => openStore(url)));
    const counts = await Promise.all(stores.map((store) => migrate(store, folder)));
    expect(counts.sort()).toEqual([0, 0, 0, 3]);
    await Promise.all(stores.map((store) => store.close()));
  });

  test("happen together or not at all", async () => {
    const store = await openStore(await database.another("bare"));
    await expect(migrate(store, folderOf(farm, "CREATE TABLE farms (id text);"))).rejects.toThrow("already exists");
    expect(await migrate(store, folderOf(farm))).toBe(1);
    await store.close();
  });

  test("of another line are refused before anything is touched", async () => {
    const store = await openStore(await database.another("bare"));
    await migrate(store, folderOf(farm, tree));
    const other = folderOf(farm);
    writeFileSync(
      join(other, "meta/_journal.json"),
      JSON.stringify({ entries: [{ idx: 0, when: 5, tag: "0000_step", breakpoints: true }] }),
    );
    await expect(migrate(store, other)).rejects.toThrow("another line of migrations");
    expect(await migrate(store, folderOf(farm))).toBe(0); // an older version may serve while a newer one has already migrated
    await store.close();
  });

  test("give each database an identity of its own", async () => {
    const identity = async () => {
      const store = await openStore(await database.another("bare"));
      await migrate(store);
      const rows = await store.read.rows<{ value: string }>(sql`select value from house_facts where name = 'identity'`);
      await store.close();
      return rows[0]?.value;
    };
    const [one, two] = [await identity(), await identity()];
    expect(one).toBeTruthy();
    expect(one).not.toBe(two);
  });

  test("are complete: drizzle-kit would write nothing new", async () => {
    expect(await missingMigrations(database.kind)).toEqual([]);
  });

  test("that are missing for a changed table are noticed", async () => {
    const module = join(scratch, `changed-${database.kind}.ts`);
    const source = (name: string) => JSON.stringify(fileURLToPath(new URL(`./${name}-${database.kind}.ts`, import.meta.url)));
    writeFileSync(
      module,
      `import { ${database.kind}Columns as c } from ${source("columns")};
       import { ${database.kind}Tables as t } from ${source("schema")};
       export const changed = { ...t, trees: c.table('trees', { id: c.id(), plantedAt: c.instant().notNull() }) };`,
    );
    expect(await missingMigrations(database.kind, { module, tables: "changed" })).toHaveLength(1);
  });
});

onlyOn("sqlite", "A column that may be new or renamed", () => {
  test("is noticed though nobody is there to say which", async () => {
    const module = join(scratch, "renamed.ts");
    const source = (name: string) => JSON.stringify(fileURLToPath(new URL(`./${name}-sqlite.ts`, import.meta.url)));
    writeFileSync(
      module,
      `import { sqliteColumns as c } from ${source("columns")};
       import { sqliteTables as t } from ${source("schema")};
       const leases = c.table('leases', { name: c.id(), keeper: c.text().notNull(), lapsesAt: c.instant().notNull() });
       export const renamed = { ...t, leases };`,
    );
    expect(await missingMigrations("sqlite", { module, tables: "renamed" })).not.toEqual([]);
  });
});

onlyOn("sqlite", "A table that drizzle-kit rebuilds", (database) => {
  const rebuild = `PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE __new_farms (id text PRIMARY KEY, name text NOT NULL);
--> statement-breakpoint
INSERT INTO __new_farms(id, name) SELECT id, name FROM farms;--> statement-breakpoint
DROP TABLE farms;--> statement-breakpoint
ALTER TABLE __new_farms RENAME TO farms;--> statement-breakpoint
PRAGMA foreign_keys=ON;`;

  test("keeps the rows that point to it", async () => {
    const store = await openStore(await database.another("bare"));
    await migrate(store, folderOf(farm, tree));
    await store.write(async (tx) => {
      await tx.rows(sql`insert into farms values ('f', 'Thanh Hà')`);
      await tx.rows(sql`insert into trees values ('t1', 'f'), ('t2', 'f')`);
    });
    expect(await migrate(store, folderOf(farm, tree, rebuild))).toBe(1);
    expect(await store.read.rows(sql`select count(*) as n from trees`)).toEqual([{ n: 2 }]);
    await expect(store.write(async (tx) => tx.rows(sql`insert into trees values ('t3', 'nowhere')`))).rejects.toThrow();
    await store.close();
  });

  test("stays as it was if rows would point to nothing", async () => {
    const store = await openStore(await database.another("bare"));
    await migrate(store, folderOf(farm, tree));
    await store.write(async (tx) => {
      await tx.rows(sql`insert into farms values ('f', 'Thanh Hà')`);
      await tx.rows(sql`insert into trees values ('t1', 'f')`);
    });
    await expect(migrate(store, folderOf(farm, tree, "DELETE FROM farms;"))).rejects.toThrow("point to rows that are gone");
    expect(await store.read.rows(sql`select name from farms`)).toEqual([{ name: "Thanh Hà" }]);
    await store.close();
  });
});
