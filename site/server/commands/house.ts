import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { openStore, type Store } from "@xudong/database";
import type { Market } from "@xudong/market";
import { openBackroom, settingsToLookWith, settingsToWriteWith } from "../app.ts";
import { createLog } from "../log.ts";
import { secretsOf, type Settings } from "../settings.ts";
import { DatabaseError, PlainError } from "../start-failure.ts";

/**
 * Opens the database the settings name, as it stands, for one piece of work. Work that `signs` gets the shop's secrets or
 * is not begun; other work may be given passing ones.
 *
 * @throws DatabaseError, SettingsError, PlainError
 */
export async function withStore<T>(work: (store: Store, settings: Settings) => Promise<T>, { mayMake = false, signs = false } = {}): Promise<T> {
  let settings = settingsToLookWith(process.env, "data");
  const file = databaseFile(settings.databaseUrl);
  if (!mayMake && file !== undefined && !existsSync(file)) throw new PlainError(`There is no database at ${file} yet: npm start makes it, or name another in DATABASE_URL.`);
  if (signs) settings = settingsToWriteWith(process.env, "data");
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

/** The same with a market over it, which runs no jobs by itself. */
export function withMarket<T>(work: (market: Market, settings: Settings) => Promise<T>, { signs }: { signs: boolean }): Promise<T> {
  return withStore(async (store, settings) => {
    const { market, close } = await openBackroom(store, settings, createLog({ secrets: secretsOf(settings) }));
    try {
      return await work(market, settings);
    } finally {
      await close();
    }
  }, { signs });
}

/** "2026-11-23 14:05:09", on a clock in Hà Nội. */
export function inHanoi(at: Date): string {
  return new Date(at.getTime() + 7 * 60 * 60 * 1000).toISOString().slice(0, 19).replace("T", " ");
}

/** The file of a SQLite database; undefined for one in memory and for PostgreSQL. */
export function databaseFile(databaseUrl: string): string | undefined {
  if (databaseUrl.startsWith("file://")) return fileURLToPath(databaseUrl);
  if (!databaseUrl.startsWith("file:") || databaseUrl === "file::memory:") return undefined;
  return resolve(databaseUrl.slice("file:".length));
}
