import { and, asc, desc, eq, gte, isNull, lt, sql } from "drizzle-orm";
import { countInt, speak, sumInt, writeAudit, type Db, type Store, type ToldNews, type Tx } from "@xudong/database";
import { addDays, cleanLine, dayOf, demand, DomainError, newId, type Actor, type Occasion } from "@xudong/domain";
import { pinKey, type Knowledge, type PlaceName, type Synonyms } from "@xudong/search";

/** Words that mean the same, as editors see them. */
export type TaughtWords = Synonyms & { id: string; note: string | null; createdAt: Date };
export type PinnedResults = { id: string; query: string; listingIds: readonly string[]; createdAt: Date };
/** What people ask for and the market has not; fewer than `leastTold` times is told to nobody. */
export type Miss = { words: string; times: number };

/** What search is taught, for those who look after it. Every change is a row and a trace; nothing is rewritten. */
export type Searching = {
  words(actor: Actor): Promise<readonly TaughtWords[]>;
  /** @throws `actor.not_allowed`, `request.invalid` */
  teach(words: readonly (Synonyms & { note?: string })[], actor: Actor): Promise<readonly string[]>;
  /** Ends a row; ending it again changes nothing. */
  forget(id: string, actor: Actor): Promise<void>;
  pins(actor: Actor): Promise<readonly PinnedResults[]>;
  /** What stands first for a query, in the place of what stood there; with none, nothing does. */
  pin(query: string, listingIds: readonly string[], actor: Actor): Promise<void>;
  /** What was looked for in the last days and not found, the commonest first. */
  misses(actor: Actor): Promise<readonly Miss[]>;
};

const topic = "search.taught";
export const isAboutKnowledge = (news: ToldNews): boolean => news.topic === topic || news.topic === "areas.changed";

export function searching({ store, now }: { store: Store; now: () => Date }): Searching {
  const may = (actor: Actor) => demand(actor, "piece.publish", "*");
  return {
    async words(actor) {
      may(actor);
      const { searchWords: t } = store.read.t;
      const rows = await store.read.select().from(t).where(isNull(t.endedAt)).orderBy(asc(t.createdAt), asc(t.id));
      return rows.map(({ id, words, means, note, createdAt }) => ({ id, words, ...(means === null ? {} : { means }), note, createdAt }));
    },
    teach: (words, actor) => store.write(async (tx) => teachWords(tx, words, { actor, now: now() })),
    forget: (id, actor) => store.write(async (tx) => forgetWords(tx, id, { actor, now: now() })),
    async pins(actor) {
      may(actor);
      const { searchPins: t } = store.read.t;
      return store.read.select({ id: t.id, query: t.query, listingIds: t.listingIds, createdAt: t.createdAt }).from(t).where(isNull(t.endedAt)).orderBy(asc(t.query));
    },
    pin: (query, listingIds, actor) => store.write(async (tx) => pinResults(tx, query, listingIds, { actor, now: now() })),
    async misses(actor) {
      may(actor);
      return missesSince(store.read, addDays(dayOf(now()), -missesDays));
    },
  };
}

const wordsMax = 40;
const lettersMax = 80;

/** Teaches words that mean the same. @throws `request.invalid` where a row says nothing */
export async function teachWords(tx: Tx, taught: readonly (Synonyms & { note?: string })[], { actor, now }: Occasion): Promise<readonly string[]> {
  demand(actor, "piece.publish", "*");
  const rows = taught.map(({ words, means, note }) => ({ id: newId(now), words: cleanWords(words, "words"), means: means === undefined ? null : cleanWords(means, "means"), note: note === undefined ? null : cleanLine(note).slice(0, 400), createdAt: now, endedAt: null }));
  if (rows.some(({ words, means }) => words.length + (means?.length ?? 0) < 2)) throw new DomainError("request.invalid", { field: "words", issues: [{ field: "words", reason: "missing" }] });
  if (rows.length === 0) return [];
  await tx.insert(tx.t.searchWords).values(rows);
  for (const { id, words } of rows) await writeAudit(tx, { actor: actor.id, verb: "search.teach", objectKind: "search_words", objectId: id, at: now, detail: { words: [...words] } });
  await speak(tx, { topic, subject: "words" });
  return rows.map(({ id }) => id);
}

function cleanWords(words: readonly string[], field: string): string[] {
  const clean = [...new Set(words.map(cleanLine))].filter((word) => pinKey(word) !== "");
  if (clean.length === 0 || clean.length > wordsMax || clean.some((word) => word.length > lettersMax)) throw new DomainError("request.invalid", { field, issues: [{ field, reason: clean.length === 0 ? "missing" : "too_long" }] });
  return clean;
}

async function forgetWords(tx: Tx, id: string, { actor, now }: Occasion): Promise<void> {
  demand(actor, "piece.publish", "*");
  const { searchWords: t } = tx.t;
  const ended = await tx.update(t).set({ endedAt: now }).where(and(eq(t.id, id), isNull(t.endedAt))).returning({ id: t.id });
  if (ended.length === 0) return;
  await writeAudit(tx, { actor: actor.id, verb: "search.forget", objectKind: "search_words", objectId: id, at: now });
  await speak(tx, { topic, subject: "words" });
}

const pinnedMax = 5;

async function pinResults(tx: Tx, typed: string, listingIds: readonly string[], { actor, now }: Occasion): Promise<void> {
  demand(actor, "piece.publish", "*");
  const query = cleanLine(typed).slice(0, lettersMax);
  if (pinKey(query) === "" || listingIds.length > pinnedMax) throw new DomainError("request.invalid", { field: "query", issues: [{ field: "query", reason: pinKey(query) === "" ? "missing" : "too_long" }] });
  const { searchPins: t } = tx.t;
  const live = await tx.select({ id: t.id, query: t.query }).from(t).where(isNull(t.endedAt));
  for (const row of live.filter((row) => pinKey(row.query) === pinKey(query))) await tx.update(t).set({ endedAt: now }).where(eq(t.id, row.id));
  const id = newId(now);
  if (listingIds.length > 0) await tx.insert(t).values({ id, query, listingIds: [...new Set(listingIds)], createdAt: now, endedAt: null });
  await writeAudit(tx, { actor: actor.id, verb: "search.pin", objectKind: "search_pins", objectId: id, at: now, detail: { query, listingIds: [...listingIds] } });
  await speak(tx, { topic, subject: "pins" });
}

/** Fewer of the same are somebody's, not everybody's. */
export const leastTold = 5;
const missesDays = 90;
const missesTold = 200;
/** More kinds of words in a day are nobody's wishes. */
const missesADay = 1_000;

/**
 * Notes that something was looked for in vain. Only words, without their order of typing, time or anything about who asked; what may name
 * a person (figures, an address of mail, many words) is not noted at all.
 */
export async function noteMiss(tx: Tx, typed: string, now: Date): Promise<void> {
  const words = pinKey(typed);
  if (words === "" || words.length > 40 || words.split(" ").length > 5 || /\d{3}|@/.test(typed)) return;
  const { searchMisses: t } = tx.t;
  const today = dayOf(now);
  await tx.delete(t).where(lt(t.day, addDays(today, -missesDays)));
  const [counted] = await tx.select({ n: countInt() }).from(t).where(eq(t.day, today));
  if ((counted?.n ?? 0) >= missesADay) return;
  await tx.insert(t).values({ day: today, words, times: 1 }).onConflictDoUpdate({ target: [t.day, t.words], set: { times: sql`${t.times} + 1` } });
}

async function missesSince(db: Db, day: string): Promise<readonly Miss[]> {
  const { searchMisses: t } = db.t;
  const times = sumInt(t.times);
  return db.select({ words: t.words, times }).from(t).where(gte(t.day, day)).groupBy(t.words).having(sql`sum(${t.times}) >= ${sql.raw(String(leastTold))}`).orderBy(desc(times), asc(t.words)).limit(missesTold);
}

/** What engines are taught: the editors' words and pins, and what the map knows of names old and new. */
export async function knowledgeOf(db: Db): Promise<Knowledge> {
  const { searchWords, searchPins } = db.t;
  const words = await db.select({ words: searchWords.words, means: searchWords.means }).from(searchWords).where(isNull(searchWords.endedAt));
  const pins = await db.select({ query: searchPins.query, ids: searchPins.listingIds }).from(searchPins).where(isNull(searchPins.endedAt));
  return { synonyms: words.map(({ words, means }) => ({ words, ...(means === null ? {} : { means }) })), places: await placeNames(db), pinned: pins };
}

/** More units than a district became are a province: its name is then read as words alone. */
const alsoMax = 8;

/** Old names lead to the units of today. Only of provinces where something can be found: the whole country's would say too much. */
async function placeNames(db: Db): Promise<PlaceName[]> {
  const { units, unitSuccessors, formerUnits, shops } = db.t;
  const [home] = await db.select({ province: units.provinceCode }).from(shops).innerJoin(units, eq(units.code, shops.unitCode)).groupBy(units.provinceCode).orderBy(desc(sql`count(*)`)).limit(1);
  if (home === undefined) return [];
  const rows = await db
    .select({ name: units.name, former: formerUnits.name, district: formerUnits.districtName })
    .from(units)
    .leftJoin(unitSuccessors, eq(unitSuccessors.unitCode, units.code))
    .leftJoin(formerUnits, eq(formerUnits.code, unitSuccessors.formerCode))
    .where(eq(units.provinceCode, home.province));
  const also = new Map<string, Set<string>>();
  const add = (name: string | null, other: string | undefined) => {
    const bare = name === null ? "" : withoutKind(name);
    if (bare.split(" ").length < 2) return;
    const known = also.get(bare) ?? new Set<string>();
    if (other !== undefined && withoutKind(other) !== bare) known.add(withoutKind(other));
    also.set(bare, known);
  };
  for (const { name, former, district } of rows) {
    add(name, undefined);
    add(former, name);
    add(district, name);
  }
  return [...also].map(([name, others]) => ({ name, also: others.size > alsoMax ? [] : [...others] }));
}

const withoutKind = (name: string) => name.replace(/^(Thành phố|Thị xã|Thị trấn|Huyện|Quận|Phường|Xã|Đặc khu)\s+/u, "");
