import { eq } from "drizzle-orm";
import type { Db, Tx } from "./store.ts";

/** What the database knows about itself and about work on it as a whole, by name; undefined where nobody has kept it yet. */
export async function readFact(db: Db, name: string): Promise<string | undefined> {
  const { houseFacts } = db.t;
  const [row] = await db.select({ value: houseFacts.value }).from(houseFacts).where(eq(houseFacts.name, name));
  return row?.value;
}

/** Keeps it, in the place of what was known before. */
export async function keepFact(tx: Tx, name: string, value: string): Promise<void> {
  const { houseFacts } = tx.t;
  await tx.insert(houseFacts).values({ name, value }).onConflictDoUpdate({ target: houseFacts.name, set: { value } });
}
