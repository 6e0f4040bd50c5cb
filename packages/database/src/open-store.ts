import { fileURLToPath } from 'node:url';
import { openPostgresStore } from './store-postgres.ts';
import { openSqliteStore } from './store-sqlite.ts';
import type { Store, StoreOptions } from './store.ts';

/**
 * Opens the database that `databaseUrl` names: `file:data/market.sqlite` (a path from the working directory, made if
 * absent), `file::memory:` (gone when closed), or `postgres://…`.
 *
 * It does not create tables: that is `migrate`.
 */
export async function openStore(databaseUrl: string, options: StoreOptions = {}): Promise<Store> {
  if (databaseUrl.startsWith('file://')) return openSqliteStore(fileURLToPath(databaseUrl), options);
  if (databaseUrl.startsWith('file:') && databaseUrl.length > 'file:'.length)
    return openSqliteStore(databaseUrl.slice('file:'.length), options);
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) return openPostgresStore(databaseUrl, options);
  throw new Error('A database is named as file:path.sqlite or postgres://user:password@host/name');
}
