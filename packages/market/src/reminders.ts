import { createHmac, timingSafeEqual } from "node:crypto";
import { and, asc, eq, inArray, lt, or, sql } from "drizzle-orm";
import { recordConsents } from "@xudong/accounts";
import { listingCards, showListing, type ListingCard } from "@xudong/catalog";
import { countInt, speak, writeAudit, type Db, type Tx } from "@xudong/database";
import {
  cleanLine, days, dayOf, DomainError, isInSeason, newId, networkOf, nextSeasonDay, parseEmail, personOf, plus, reminderConsent, reminderTerms, requirePerson, seasonOf, startOf,
  type Actor, type Day, type Locale, type Occasion, type ReminderState,
} from "@xudong/domain";
import type { Origin } from "./accounts.ts";
import { countedTry, type AccountParts } from "./accounts-tries.ts";

/** What somebody asks who wants to hear that a thing is in season again, as typed. */
export type ReminderWish = {
  /** The slug of what it is about, of either language. */
  listing: string;
  /** Where to tell it. Whoever is signed in may leave it out: then their own contact is meant. */
  email?: string | undefined;
  /** What was ticked; `season_reminder` is needed. */
  consents: readonly string[];
  locale: Locale;
};

/** What takes a wish back: the id, and what only its asker was given. */
export type ReminderRef = { id: string; token: string };

/** A wish that was written down, and when that season is expected to begin. */
export type Reminder = ReminderRef & { beginsOn: Day | undefined };

/** One's own wish, with what it is about where that can still be seen. */
export type MyReminder = { id: string; state: ReminderState; askedAt: Date; toldAt: Date | null; listing: ListingCard | undefined };

/** Opens one wish to whoever asked it. Never stored. */
export const reminderToken = (secret: string, id: string): string => createHmac("sha256", secret).update(`season-reminder:${id}`).digest().subarray(0, 16).toString("base64url");

/**
 * Writes down that somebody wants to be told once when a thing is in season again, with their agreement. The same wish again
 * is the same wish, also of somebody else who types the same e-mail: the answer tells nobody who waits for what, and all it
 * lets them do is take that one wish back.
 *
 * @throws DomainError `reminder.details_invalid`, `listing.not_found`, `reminder.already_in_season`, `reminder.too_many`, `request.too_many`
 */
export async function remindOfSeason(parts: AccountParts, wish: ReminderWish, origin: Origin, actor: Actor): Promise<Reminder> {
  const { store, now, settings } = parts;
  const personId = personOf(actor);
  const email = readWish(wish, personId);
  const { listingId, beginsOn } = await requireOutOfSeason(store.read, wish.listing, now());
  const holder = personId ?? email ?? "";
  await countedTry(parts, { what: "remind", subject: holder, network: networkOf(origin.clientAddress) });
  const id = await store.write((tx) => writeWish(tx, { listingId, personId, email, holder, locale: wish.locale }, { actor, now: now() }));
  return { id, token: reminderToken(settings.appSecrets[0] ?? "", id), beginsOn };
}

function readWish({ email: typed = "", consents }: ReminderWish, personId: string | null): string | null {
  const isTyped = cleanLine(typed) !== "";
  const email = isTyped ? parseEmail(typed) : undefined;
  const issues = [
    ...(email === undefined && (isTyped || personId === null) ? [{ field: "email", reason: isTyped ? "email" : "missing" }] : []),
    ...(consents.includes(reminderConsent.purpose) ? [] : [{ field: `consents.${reminderConsent.purpose}`, reason: "missing" }]),
  ];
  const [first] = issues;
  if (first !== undefined) throw new DomainError("reminder.details_invalid", { field: first.field, issues });
  return email ?? null;
}

async function requireOutOfSeason(db: Db, slug: string, now: Date): Promise<{ listingId: string; beginsOn: Day | undefined }> {
  const found = await showListing(db, slug, now);
  const { listing } = "movedTo" in found ? await follow(db, found.movedTo.vi, now) : found;
  const [season, today] = [seasonOf(listing), dayOf(now)];
  if (isInSeason(season, today)) throw new DomainError("reminder.already_in_season", { title: listing.title });
  return { listingId: listing.id, beginsOn: nextSeasonDay(season, today) };
}

async function follow(db: Db, slug: string, now: Date) {
  const found = await showListing(db, slug, now);
  if ("movedTo" in found) throw new DomainError("listing.not_found");
  return found;
}

type WishRow = { listingId: string; personId: string | null; email: string | null; holder: string; locale: Locale };

async function writeWish(tx: Tx, wish: WishRow, { actor, now }: Occasion): Promise<string> {
  const { seasonReminders: t } = tx.t;
  const mine = and(eq(t.listingId, wish.listingId), eq(t.holder, wish.holder));
  // One that was told waits again; one that waits stays as it is.
  const [fresh] = await tx
    .insert(t)
    .values({ id: newId(now), ...wish, state: "waiting", askedAt: now })
    .onConflictDoUpdate({ target: [t.listingId, t.holder], set: { state: "waiting", askedAt: now, toldAt: null, locale: wish.locale, email: wish.email }, setWhere: eq(t.state, "told") })
    .returning({ id: t.id });
  if (fresh === undefined) {
    const [first] = await tx.select({ id: t.id }).from(t).where(mine);
    return first?.id ?? "";
  }
  const [waiting] = await tx.select({ n: countInt() }).from(t).where(and(eq(t.holder, wish.holder), eq(t.state, "waiting")));
  if ((waiting?.n ?? 0) > reminderTerms.waitingMost) throw new DomainError("reminder.too_many", { max: reminderTerms.waitingMost });
  const { purpose, version, words } = reminderConsent;
  await recordConsents(tx, subjectOf(fresh.id), [{ purpose, text: words[wish.locale], policyVersion: version }], { channel: "web", now });
  await writeAudit(tx, { actor: actor.id, verb: "reminder.ask", objectKind: "reminder", objectId: fresh.id, at: now, detail: { listingId: wish.listingId } });
  return fresh.id;
}

const subjectOf = (id: string): string => `reminder ${id}`;

/** Takes a wish back by its token; again changes nothing. @throws DomainError `reminder.not_found` for a token that is not its own */
export async function forgetReminder({ store, now, settings }: AccountParts, { id, token }: ReminderRef, actor: Actor): Promise<void> {
  if (!settings.appSecrets.some((secret) => isSame(reminderToken(secret, id), token))) throw new DomainError("reminder.not_found");
  await store.write((tx) => dropReminders(tx, eq(tx.t.seasonReminders.id, id), { actor, now: now() }));
}

function isSame(wanted: string, given: string): boolean {
  const [a, b] = [Buffer.from(wanted), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Takes back one's own. @throws DomainError `reminder.not_found`, also for somebody else's */
export async function forgetMyReminder({ store, now }: AccountParts, id: string, actor: Actor): Promise<void> {
  const personId = requirePerson(actor);
  const { seasonReminders: t } = store.read.t;
  const dropped = await store.write((tx) => dropReminders(tx, and(eq(t.id, id), eq(t.personId, personId)), { actor, now: now() }));
  if (dropped === 0) throw new DomainError("reminder.not_found");
}

/** Takes back whatever somebody still wants to hear: their account ends (S4). */
export async function dropRemindersOf(tx: Tx, personId: string, occasion: Occasion): Promise<void> {
  await dropReminders(tx, eq(tx.t.seasonReminders.personId, personId), occasion);
}

/** The rows go, with the contact in them; that it was agreed to and taken back stays in the consents. */
async function dropReminders(tx: Tx, which: ReturnType<typeof and>, { actor, now }: Occasion): Promise<number> {
  const { seasonReminders: t } = tx.t;
  const gone = await tx.delete(t).where(which).returning({ id: t.id, locale: t.locale });
  const { purpose, version, words } = reminderConsent;
  for (const { id, locale } of gone) {
    await recordConsents(tx, subjectOf(id), [{ purpose, text: words[locale === "en" ? "en" : "vi"], policyVersion: version, isGiven: false }], { channel: "web", now });
    await writeAudit(tx, { actor: actor.id, verb: "reminder.forget", objectKind: "reminder", objectId: id, at: now });
  }
  return gone.length;
}

/** What somebody wants to hear of, the first asked first, and what they were told lately. */
export async function myReminders(db: Db, actor: Actor, now: Date): Promise<MyReminder[]> {
  const { seasonReminders: t } = db.t;
  const rows = await db.select().from(t).where(eq(t.personId, requirePerson(actor))).orderBy(asc(t.askedAt), asc(t.id));
  const cards = new Map((await listingCards(db, rows.map(({ listingId }) => listingId), now)).map((card) => [card.id, card]));
  return rows.map(({ id, state, askedAt, toldAt, listingId }) => ({ id, state, askedAt, toldAt, listing: cards.get(listingId) }));
}

// ── What a job does with them ──────────────────────────────────────────────────────────────────────────────

/** Wishes whose thing is shown and in season today. */
export async function dueReminders(db: Db, now: Date, limit: number): Promise<string[]> {
  const { seasonReminders: t, listings } = db.t;
  const today = dayOf(now);
  const wanted = await db
    .selectDistinct({ id: listings.id, seasonMonths: listings.seasonMonths, seasonLunar: listings.seasonLunar })
    .from(t)
    .innerJoin(listings, eq(listings.id, t.listingId))
    .where(and(eq(t.state, "waiting"), eq(listings.isShown, true)));
  const here = wanted.filter((listing) => isInSeason(seasonOf(listing), today)).map(({ id }) => id);
  if (here.length === 0) return [];
  const rows = await db.select({ id: t.id }).from(t).where(and(eq(t.state, "waiting"), inArray(t.listingId, here))).orderBy(asc(t.id)).limit(limit);
  return rows.map(({ id }) => id);
}

/** Tells that the thing is in season: whoever sends mail hears it. @returns false where somebody was quicker */
export async function tellReminder(tx: Tx, id: string, { actor, now }: Occasion): Promise<boolean> {
  const { seasonReminders: t } = tx.t;
  const [told] = await tx.update(t).set({ state: "told", toldAt: now }).where(and(eq(t.id, id), eq(t.state, "waiting"))).returning({ listingId: t.listingId });
  if (told === undefined) return false;
  await speak(tx, { topic: "reminder.due", subject: id });
  await writeAudit(tx, { actor: actor.id, verb: "reminder.tell", objectKind: "reminder", objectId: id, at: now, detail: { listingId: told.listingId } });
  return true;
}

/** Wishes nobody needs any more: told a while ago, or waiting for longer than a season takes to come round. */
export function isReminderOver(db: Db, now: Date) {
  const { seasonReminders: t } = db.t;
  const before = (count: number) => plus(startOf(dayOf(now)), -days(count));
  return or(and(eq(t.state, "told"), lt(t.toldAt, before(reminderTerms.keptAfterTellingDays))), lt(t.askedAt, before(reminderTerms.waitsAtMostDays))) ?? sql`false`;
}
