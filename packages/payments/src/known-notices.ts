import { and, asc, eq } from "drizzle-orm";
import type { Db } from "@xudong/database";

/** A gateway calls ten times at most; what is further back was another word. */
const lookedAtMost = 20;

/**
 * True where the very same notice was recorded before: a gateway that repeats itself says nothing new, even where a
 * person has decided otherwise since (P2).
 */
export async function isKnownNotice(db: Db, attemptId: string, fields: Readonly<Record<string, string>>): Promise<boolean> {
  const { notices } = db.t;
  const heard = await db
    .select({ fields: notices.fields })
    .from(notices)
    .where(and(eq(notices.attemptId, attemptId), eq(notices.channel, "ipn"), eq(notices.answer, "00")))
    .orderBy(asc(notices.id))
    .limit(lookedAtMost);
  const names = Object.keys(fields);
  return heard.some((known) => Object.keys(known.fields).length === names.length && names.every((name) => known.fields[name] === fields[name]));
}
