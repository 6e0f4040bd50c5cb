import type { Store } from "@xudong/database";
import { alerts } from "./alerts.ts";
import { deliverJob, type Reader } from "./deliver.ts";
import type { Job } from "./job.ts";
import { lapseJob } from "./lapse.ts";
import { purgeJob } from "./purge.ts";

export type JobParts = {
  store: Store;
  now: () => Date;
  tell: (line: string) => void;
  /** Who else hears the outbox. */
  readers?: readonly Reader[];
};

/** All that a market does without being asked, in the order in which one leads to the next. */
export function marketJobs(parts: JobParts): Job[] {
  const readers = [alerts(parts.store, parts.tell), ...(parts.readers ?? [])];
  return [lapseJob(parts), ...readers.map((reader) => deliverJob(parts, reader)), purgeJob(parts)];
}
