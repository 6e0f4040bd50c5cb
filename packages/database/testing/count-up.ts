/** One of several processes that count on one row: `count-up.ts DATABASE_URL STEPS`. */
import { eq, sql } from "drizzle-orm";
import { openStore } from "../src/index.ts";

const [url = "", steps = "0"] = process.argv.slice(2);
const store = await openStore(url, { durable: false });
await Promise.all(
  Array.from({ length: Number(steps) }, () =>
    store.write(async (tx) => {
      const { clock } = tx.t;
      await tx
        .update(clock)
        .set({ offsetMs: sql`${clock.offsetMs} + 1` })
        .where(eq(clock.id, "counter"));
    }),
  ),
);
await store.close();
