import { listingsOfPools } from "@xudong/catalog";
import { readOutbox, type Db, type OutboxCursor, type Store, type ToldNews } from "@xudong/database";

/** What copies depend on, by name: one thing (`listing:ID`, `shop:ID`), or that something is or is not among many. */
export type CopyName = `listing:${string}` | `shop:${string}` | "listings" | "rooms" | "shops" | "categories" | "pieces" | "delivery";

type NamesOf = (subjects: readonly string[], db: Db) => readonly CopyName[] | Promise<readonly CopyName[]>;

const ofListing = (ids: readonly string[]) => ids.map((id): CopyName => `listing:${id}`);

/** What a change that is told drops. A topic that is in neither table drops everything: better slow than wrong. */
const namesOfTopic: Readonly<Record<string, NamesOf>> = {
  "listing.changed": (ids) => [...ofListing(ids), "listings"],
  // Cards of a listing name its shop; a shop that is suspended takes its listings with it.
  "shop.changed": (ids) => [...ids.map((id): CopyName => `shop:${id}`), "shops", "listings"],
  // Few are left, or were: whatever shows it, and what is chosen by having room.
  "pool.changed": async (ids, db) => [...ofListing(await listingsOfPools(db, ids)), "rooms"],
  "categories.changed": () => ["categories", "listings"],
  "lists.mended": () => ["categories", "listings", "shops"],
  "piece.changed": () => ["pieces"],
  "delivery.changed": () => ["delivery"],
  "holidays.changed": () => ["delivery"],
};
/** Of these nothing is on any page that everybody sees. */
const quietTopics = /^(?:attempt|mail|order|parcel|person|refund|reminder|ticket)\./;

/** The names of what some news changed; "all" where that is not known. */
export async function namesDroppedBy(db: Db, news: readonly Pick<ToldNews, "topic" | "subject">[]): Promise<readonly CopyName[] | "all"> {
  const loud = Map.groupBy(news.filter(({ topic }) => !quietTopics.test(topic)), ({ topic }) => topic);
  const names = new Set<CopyName>();
  for (const [topic, told] of loud) {
    const namesOf = namesOfTopic[topic];
    if (namesOf === undefined) return "all";
    for (const name of await namesOf([...new Set(told.map(({ subject }) => subject))], db)) names.add(name);
  }
  return [...names];
}

/** Who keeps copies: hears what to drop. */
export type Drop = (names: readonly CopyName[] | "all") => void;

const newsAtOnce = 500;

/**
 * Follows the outbox for copies in this process's memory. Each time it is asked it hears all that has been told by then, and
 * asks the database nothing where the pulse says that nothing was.
 */
export function followNews(store: Pick<Store, "read" | "pulse">, drop: Drop): { catchUp(): Promise<void> } {
  let pulse: string | undefined;
  let cursor: OutboxCursor | undefined;
  /** What was heard early and is not behind the cursor yet. */
  let early = new Set<string>();
  let hearing: Promise<void> = Promise.resolve();

  async function hear(): Promise<void> {
    for (;;) {
      const { news, next, lost } = await readOutbox(store.read, cursor, newsAtOnce, { early: true });
      const isStuck = cursor !== undefined && news.length === newsAtOnce && next.xid === cursor.xid && next.id === cursor.id;
      cursor = next;
      if (lost || isStuck) return drop("all");
      const fresh = news.filter((told) => !early.has(placeOf(told)));
      if (fresh.length > 0) drop(await namesDroppedBy(store.read, fresh));
      early = new Set(news.filter((told) => isAfter(told, next)).map(placeOf));
      if (news.length < newsAtOnce) return;
    }
  }

  return {
    async catchUp() {
      const current = await store.pulse();
      if (current !== pulse) {
        pulse = current;
        hearing = hearing.then(hear).catch((error: unknown) => {
          // Heard nothing, so nothing is known to be true.
          pulse = cursor = undefined;
          hearing = Promise.resolve();
          drop("all");
          throw error;
        });
      }
      await hearing;
    },
  };
}

const placeOf = ({ xid, id }: ToldNews) => `${xid}/${id}`;
const isAfter = ({ xid, id }: ToldNews, cursor: OutboxCursor) => xid > cursor.xid || (xid === cursor.xid && id > cursor.id);
