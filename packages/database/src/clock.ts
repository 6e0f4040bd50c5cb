import { eq } from "drizzle-orm";
import type { Db, Tx } from "./store.ts";

const only = "house";

/** How many milliseconds the demo or a test lives ahead of the wall clock; 0 unless somebody moved it. */
export async function readClockOffset(db: Db): Promise<number> {
  const { clock } = db.t;
  const [row] = await db.select({ offsetMs: clock.offsetMs }).from(clock).where(eq(clock.id, only));
  return row?.offsetMs ?? 0;
}

/** Moves the clock of all processes on this database. */
export async function moveClock(tx: Tx, offsetMs: number): Promise<void> {
  const { clock } = tx.t;
  await tx.insert(clock).values({ id: only, offsetMs }).onConflictDoUpdate({ target: clock.id, set: { offsetMs } });
}
