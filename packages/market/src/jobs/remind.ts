import type { Store } from "@xudong/database";
import { minutes, systemActor } from "@xudong/domain";
import { dueReminders, tellReminder } from "../reminders.ts";
import { workOff, type Job } from "./job.ts";

/** Tells those who asked for it that a thing is in season again. */
export function remindJob({ store, now }: { store: Store; now: () => Date }): Job {
  const actor = systemActor("job.remind");
  return {
    name: "remind",
    everyMs: minutes(1),
    isDue: async () => (await dueReminders(store.read, now(), 1)).length > 0,
    work: workOff({
      next: (limit) => dueReminders(store.read, now(), limit),
      one: (id) => store.write((tx) => tellReminder(tx, id, { actor, now: now() })),
    }),
  };
}
