import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { keep, type Tx } from "@xudong/database";
import { minutes, tryLimits, type Tried } from "@xudong/domain";

/** What is tried, about whom or what where that is known, and from which network. */
export type Try = { what: Tried; subject?: string | undefined; network: string };

/**
 * Counts a try, and says how many seconds to wait before the next: 0 where this one may go on. One row counts for whom it
 * is about, whatever the network, and one for the network, whatever it is about.
 *
 * Whoever refuses a try does so after this write is kept: a refusal inside it would take the count back with it.
 */
export async function countTry(tx: Tx, tried: Try, now: Date): Promise<number> {
  const { windowMinutes, perSubject, perNetwork } = tryLimits[tried.what];
  const windowStart = startOfWindow(windowMinutes, now);
  const keys = keysOf(tried);
  const rows = [...keys].map(([key]) => ({ key, windowStart, hits: 1 })).sort((a, b) => (a.key < b.key ? -1 : 1));
  const counted = await addHits(tx, rows);
  const most = { subject: perSubject, network: perNetwork };
  const isTooMany = counted.some(({ key, hits }) => hits > most[keys.get(key) ?? "network"]);
  return isTooMany ? Math.max(1, Math.ceil((windowStart.getTime() + minutes(windowMinutes) - now.getTime()) / 1000)) : 0;
}

/** Forgets tries about somebody who has proven to be that person; the network's count stays, or one good account would open it for guessing. */
export async function forgetTries(tx: Tx, what: Tried, subject: string, now: Date): Promise<void> {
  const { rateCounts: t } = tx.t;
  const windowStart = startOfWindow(tryLimits[what].windowMinutes, now);
  await tx.delete(t).where(and(eq(t.key, keyOf(what, "subject", subject)), eq(t.windowStart, windowStart)));
}

const startOfWindow = (windowMinutes: number, now: Date): Date => new Date(Math.floor(now.getTime() / minutes(windowMinutes)) * minutes(windowMinutes));

const addHits = keep((tx: Tx, rows: Tx["t"]["rateCounts"]["$inferInsert"][]) => {
  const { rateCounts: t } = tx.t;
  return tx
    .insert(t)
    .values(rows)
    .onConflictDoUpdate({ target: [t.key, t.windowStart], set: { hits: sql`${t.hits} + 1` } })
    .returning({ key: t.key, hits: t.hits });
});

function keysOf({ what, subject, network }: Try): Map<string, "subject" | "network"> {
  const keys = new Map<string, "subject" | "network">([[keyOf(what, "network", network), "network"]]);
  if (subject !== undefined) keys.set(keyOf(what, "subject", subject), "subject");
  return keys;
}

/** A digest: the row only has to be the same one, and nobody should read telephones and e-mails there. */
const keyOf = (what: Tried, kind: string, value: string): string => createHash("sha256").update(`${what} ${kind} ${value}`).digest("base64url");
