import { migrate } from "@xudong/database";
import { DatabaseError } from "../start-failure.ts";
import type { Command } from "../xudong.ts";
import { withStore } from "./house.ts";

export const migrateCommand: Command = {
  help: `npm run xudong -- migrate

Brings the tables of DATABASE_URL to the shape this version needs, in one transaction
or not at all. npm start does the same; where several processes serve one database,
run it once before they start. Running it again changes nothing.`,
  run: () =>
    withStore(async (store, { databaseUrl }) => {
      const steps = await migrate(store).catch((error: unknown) => {
        throw new DatabaseError(databaseUrl, error);
      });
      if (steps > 0) {
        const { mendListsOnce } = await import("@xudong/market");
        await mendListsOnce(store, { actor: { id: "system.migrate" }, now: new Date() });
      }
      console.log(steps === 0 ? "✔ the database is up to date" : `✔ the database was brought up to date in ${steps} ${steps === 1 ? "step" : "steps"}`);
      return 0;
    }, { mayMake: true }),
};
