import { countTry, type Try } from "@xudong/accounts";
import type { Store } from "@xudong/database";
import { DomainError } from "@xudong/domain";

/** What the verbs about people need. */
export type AccountParts = {
  store: Store;
  now: () => Date;
  settings: {
    /** Newest first. */
    appSecrets: readonly string[];
    hasLimits: boolean;
    isDemo?: boolean;
  };
};

/** Counts a try before anything is tried, and refuses one too many in words that say how long to wait. @throws DomainError `request.too_many` */
export async function countedTry({ store, now, settings }: AccountParts, tried: Try): Promise<void> {
  if (!settings.hasLimits) return;
  const retryAfterSeconds = await store.write(async (tx) => countTry(tx, tried, now()));
  if (retryAfterSeconds > 0) throw new DomainError("request.too_many", { retryAfterSeconds });
}
