import type { Store } from "@xudong/database";
import type { TicketSigner } from "@xudong/checkout";
import type { VnpayCaller } from "@xudong/payments";
import type { EmbeddedIndexer } from "@xudong/search";
import { adoptJob } from "./adopt.ts";
import { alerts } from "./alerts.ts";
import { askJob } from "./ask.ts";
import { deliverJob, type Reader } from "./deliver.ts";
import type { Job } from "./job.ts";
import { indexJob } from "./index-search.ts";
import type { Mailing } from "../mail/mail.ts";
import { lapseJob } from "./lapse.ts";
import { listsJob } from "./lists.ts";
import { mailJob } from "./mail.ts";
import { publishJob } from "./publish.ts";
import { purgeJob } from "./purge.ts";
import { refundJob } from "./refund.ts";
import { remindJob } from "./remind.ts";
import { slotsJob } from "./slots.ts";
import { timeToldJob } from "./time-told.ts";

export type JobParts = {
  store: Store;
  now: () => Date;
  signer: TicketSigner;
  /** Undefined where no gateway is set up. */
  caller: VnpayCaller | undefined;
  tell: (line: string) => void;
  /** Keeps the index of this host; undefined where nothing is searched. */
  indexer?: EmbeddedIndexer | undefined;
  /** Undefined where nobody sends mail. */
  mailing?: Mailing | undefined;
  /** Newest first. */
  appSecrets: readonly string[];
  /** Who else hears the outbox. */
  readers: readonly Reader[];
};

/** All that a market does without being asked, in the order in which one leads to the next. */
export function marketJobs({ caller, indexer, mailing, ...parts }: JobParts): Job[] {
  const atGateway = caller === undefined ? [] : [adoptJob(parts), askJob({ ...parts, caller }), refundJob({ ...parts, caller })];
  const readers = [alerts(parts.store, parts.tell), ...parts.readers];
  const mail = mailing === undefined ? [] : [mailJob({ ...parts, mailing })];
  const index = indexer === undefined ? [] : [indexJob(indexer)];
  return [lapseJob(parts), listsJob(parts), publishJob(parts), remindJob(parts), timeToldJob(parts), ...atGateway, ...mail, ...index, ...readers.map((reader) => deliverJob(parts, reader)), slotsJob(parts), purgeJob(parts)];
}
