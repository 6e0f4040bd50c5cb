import type { Change } from "./changes.ts";

// Guards that several races share, as the sources read without them.

const sqlite = "packages/database/src/store-sqlite.ts";

/** SQLite: a transaction no longer asks for the writer before it reads. */
export const noImmediateBegin: readonly Change[] = [
  {
    file: sqlite,
    find: `await patiently(patienceMs, () => writer.exec("BEGIN IMMEDIATE"));\n    } catch (error) {\n      for (const job`,
    replace: `await patiently(patienceMs, () => writer.exec("BEGIN"));\n    } catch (error) {\n      for (const job`,
  },
];

/** SQLite: whoever finds the writer taken does not ask again. */
export const noBusyRetry: readonly Change[] = [
  {
    file: sqlite,
    find: `await patiently(patienceMs, () => writer.exec("BEGIN IMMEDIATE"));\n    } catch (error) {\n      for (const job`,
    replace: `writer.exec("BEGIN IMMEDIATE");\n    } catch (error) {\n      for (const job`,
  },
];

/**
 * SQLite: every statement by itself, without the one writer of a transaction. A transaction of any kind would not do:
 * SQLite lets none write that has read something older, so that all it could show is a fault.
 */
export const noTransaction: readonly Change[] = [
  {
    file: sqlite,
    find: `await patiently(patienceMs, () => writer.exec("BEGIN IMMEDIATE"));\n    } catch (error) {\n      for (const job`,
    replace: `await undefined;\n    } catch (error) {\n      for (const job`,
  },
  { file: sqlite, find: `      writer.exec("COMMIT");\n    } catch (error) {\n      for (const { job }`, replace: `    } catch (error) {\n      for (const { job }` },
  { file: sqlite, find: `    writer.exec("SAVEPOINT job");\n`, replace: `` },
  { file: sqlite, find: `      writer.exec("RELEASE job");\n`, replace: `` },
  { file: sqlite, find: "        writer.exec(`SAVEPOINT ${name}`);\n", replace: "" },
  { file: sqlite, find: "          writer.exec(`RELEASE ${name}`);\n", replace: "" },
  { file: sqlite, find: `      if (!writer.inTransaction) throw error;`, replace: `` },
  { file: sqlite, find: `      writer.exec("ROLLBACK TO job; RELEASE job");\n`, replace: `` },
  { file: sqlite, find: `new SqliteDatabase(file, { timeout: 0 })`, replace: `new SqliteDatabase(file, { timeout: 5000 })` },
];

/** The pool's row is only read, not touched. */
export const noPoolTouch: readonly Change[] = [
  {
    file: "packages/catalog/src/pool-levels.ts",
    find: "const [pool] = await touchPool(tx, poolId);",
    replace: "const [pool] = await tx.select().from(tx.t.pools).where(eq(tx.t.pools.id, poolId));",
  },
];

/** The order's row is only read, not touched. */
export const noOrderTouch: readonly Change[] = [
  {
    file: "packages/checkout/src/lock-order.ts",
    find: "const [order] = await touchOrder(tx, orderId);",
    replace: "const [order] = await tx.select().from(tx.t.orders).where(eq(tx.t.orders.id, orderId));",
  },
];
