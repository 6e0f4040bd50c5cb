import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { openStore, type Store } from "@xudong/database";
import { settingsToLookWith } from "../app.ts";
import type { Settings } from "../settings.ts";
import { DatabaseError, PlainError } from "../start-failure.ts";

/** Opens the database the settings name, as it stands, for one piece of work. @throws DatabaseError, SettingsError, PlainError */
export async function withStore<T>(work: (store: Store, settings: Settings) => Promise<T>, { mayMake = false } = {}): Promise<T> {
  const settings = settingsToLookWith(process.env, "data");
  const file = databaseFile(settings.databaseUrl);
  if (!mayMake && file !== undefined && !existsSync(file)) throw new PlainError(`There is no database at ${file} yet: npm start makes it, or name another in DATABASE_URL.`);
  let store: Store;
  try {
    store = await openStore(settings.databaseUrl);
  } catch (error) {
    throw new DatabaseError(settings.databaseUrl, error);
  }
  try {
    return await work(store, settings);
  } finally {
    await store.close();
  }
}

/** The file of a SQLite database; undefined for one in memory and for PostgreSQL. */
export function databaseFile(databaseUrl: string): string | undefined {
  if (databaseUrl.startsWith("file://")) return fileURLToPath(databaseUrl);
  if (!databaseUrl.startsWith("file:") || databaseUrl === "file::memory:") return undefined;
  return resolve(databaseUrl.slice("file:".length));
}
