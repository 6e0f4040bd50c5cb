import { eq } from "drizzle-orm";
import type { Db } from "@xudong/database";

/** Whether an attempt's time is over. Before, its customer may only just have arrived: that a gateway knows nothing of it means nothing. */
export async function isAttemptOver(db: Db, attemptId: string, now: Date): Promise<boolean> {
  const { attempts } = db.t;
  const [attempt] = await db.select({ expiresAt: attempts.expiresAt }).from(attempts).where(eq(attempts.id, attemptId));
  return attempt !== undefined && attempt.expiresAt <= now;
}
