import { moveOutboxCursor, readOutbox, readOutboxCursor, type Db, type OutboxCursor, type OutboxReading, type Store, type ToldNews } from "@xudong/database";
import type { Job } from "./job.ts";

/** Somebody who keeps a copy of something, or passes news on: it hears what the outbox tells, in the order of commits. */
export type Reader = {
  /** Names its place in the outbox; never changed. */
  name: string;
  /** How soon it wants to hear of something, in milliseconds; every two seconds unless said. */
  everyMs?: number;
  /** Deals with some news. It may hear the same once more after a crash, so that dealing with it twice must do no harm. */
  hear(news: readonly ToldNews[]): Promise<void>;
  /** Builds its copy anew from the tables, because the way back is gone. A reader without it keeps no copy, and goes on from the oldest news there is. */
  rebuild?(): Promise<void>;
};

const newsAtOnce = 200;

/** Reads the outbox to one reader. Its place is kept once it has dealt with what it heard: nothing is skipped (at least once). */
export function deliverJob({ store }: { store: Store }, reader: Reader): Job {
  const { name, everyMs = 2000 } = reader;

  async function read(limit: number): Promise<OutboxReading & { from: OutboxCursor | undefined }> {
    const from = await readOutboxCursor(store.read, name);
    const reading = await readOutbox(store.read, from, limit);
    if (!reading.lost || reader.rebuild !== undefined) return { ...reading, from };
    return { ...(await readOutbox(store.read, await beforeOldest(store.read, reading.next), limit)), from };
  }

  return {
    name: `tell.${name}`,
    everyMs,
    async isDue() {
      const { news, lost } = await read(1);
      return lost || news.length > 0;
    },
    async work(turn) {
      while (await turn.goesOn()) {
        const { news, next, lost, from } = await read(newsAtOnce);
        if (lost) await reader.rebuild?.();
        else if (news.length === 0) return;
        else await reader.hear(news);
        await store.write(async (tx) => {
          // Whoever lost the turn meanwhile must not push the place back.
          if (isSame(await readOutboxCursor(tx, name), from)) await moveOutboxCursor(tx, name, next);
        });
        turn.did(news.length);
      }
    },
  };
}

/** The place before all news there is, and before what older transactions may still tell. */
async function beforeOldest(db: Db, head: OutboxCursor): Promise<OutboxCursor> {
  const { outbox } = db.t;
  const [oldest] = await db.select({ xid: outbox.xid, id: outbox.id }).from(outbox).orderBy(outbox.xid, outbox.id).limit(1);
  if (oldest === undefined || oldest.xid > head.xid) return head;
  return { ...head, xid: oldest.xid, id: oldest.id - 1 };
}

const isSame = (a: OutboxCursor | undefined, b: OutboxCursor | undefined) => a?.line === b?.line && a?.xid === b?.xid && a?.id === b?.id;
