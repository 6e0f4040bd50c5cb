import { fileURLToPath } from "node:url";
import type { Store, StoreOptions } from "./store.ts";

/**
 * Opens the database that `databaseUrl` names: `file:data/market.sqlite` (a path from the working directory, made if
 * absent), `file::memory:` (gone when closed), or `postgres://…`.
 *
 * It does not create tables: that is `migrate`.
 */
export async function openStore(databaseUrl: string, options: StoreOptions = {}): Promise<Store> {
  // Each database's half of Drizzle is some two hundred files: only the one in use is loaded.
  if (databaseUrl.startsWith("file:") && databaseUrl.length > "file:".length) {
    const { openSqliteStore } = await import("./store-sqlite.ts");
    return openSqliteStore(
      databaseUrl.startsWith("file://") ? fileURLToPath(databaseUrl) : databaseUrl.slice("file:".length),
      options,
    );
  }
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) {
    const { openPostgresStore } = await import("./store-postgres.ts");
    return openPostgresStore(databaseUrl, options);
  }
  throw new Error("A database is named as file:path.sqlite or postgres://user:password@host/name");
}
