import { addPerson } from "@xudong/accounts";
import { pauseListing, resumeListing } from "@xudong/catalog";
import { goodsOnSale, stagehand } from "@xudong/catalog/testing";
import { eachDatabase } from "@xudong/database/testing";
import { days, guest, newId, reminderTerms, startOf, tryLimits, type Actor } from "@xudong/domain";
import { and, asc, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { aMarket, type StandingClock } from "../testing/a-market.ts";
import type { Market } from "./contract.ts";

const origin = { clientAddress: "203.0.113.20", userAgent: "" };
const agreed = { consents: ["season_reminder"], locale: "vi" } as const;

eachDatabase("A wish to hear that a thing is in season", (database) => {
  let market: Market;
  let clock: StandingClock;
  let slug: string;
  let listingId: string;
  beforeEach(async () => {
    ({ market, clock } = await aMarket(database.store, undefined, { tell: () => {} })); // 23 November
    ({ slug, listingId } = await goodsOnSale(database.store, clock.now(), { seasonMonths: [6, 7] }));
  });

  let made = 0;
  async function aPerson(email: string | null = null): Promise<Actor> {
    made += 1;
    const { id } = await database.store.write((tx) =>
      addPerson(tx, { name: "Hạnh", phone: `+8493900${1000 + made}`, email, locale: "vi", consents: [], passwordHash: null }, { actor: guest, now: new Date(clock.now().getTime() + made) }, "test"),
    );
    return { id, grants: [] };
  }
  const rows = () => {
    const { seasonReminders: t } = database.store.read.t;
    return database.store.read.select().from(t).where(eq(t.listingId, listingId)).orderBy(asc(t.id));
  };
  const consentsOf = async (id: string) => {
    const { consents: t } = database.store.read.t;
    return (await database.store.read.select().from(t).where(eq(t.subject, `reminder ${id}`)).orderBy(asc(t.at), asc(t.id))).map(({ purpose, isGiven }) => [purpose, isGiven]);
  };
  const news = async (subject: string) => {
    const { outbox: t } = database.store.read.t;
    return (await database.store.read.select().from(t).where(and(eq(t.topic, "reminder.due"), eq(t.subject, subject)))).length;
  };
  const refusal = (doing: Promise<unknown>) => doing.then(() => "none", (error: { code: string; details: { issues?: { field: string; reason: string }[] } }) => [error.code, ...(error.details.issues ?? []).map(({ field, reason }) => `${field} ${reason}`)]);

  test("is a row with its consent, says when the season begins, and the same wish again is the same", async () => {
    const wish = { listing: slug, email: " Hanh@Example.com ", ...agreed };
    const first = await market.remindOfSeason(wish, origin);
    expect(first).toMatchObject({ beginsOn: "2027-06-01" });
    expect(await market.remindOfSeason({ ...wish, email: "hanh@example.com" }, origin)).toEqual(first);
    expect(await rows()).toMatchObject([{ id: first.id, email: "hanh@example.com", personId: null, state: "waiting" }]);
    expect(await consentsOf(first.id)).toEqual([["season_reminder", true]]);
    expect(await market.remindOfSeason({ ...wish, email: "khac@example.com" }, origin)).not.toMatchObject({ id: first.id });
  });

  test("[S2] names everything at fault at once; what is in season, or not there for everybody, is not waited for", async () => {
    expect(await refusal(market.remindOfSeason({ listing: slug, email: "hanh(at)example", consents: [], locale: "vi" }, origin))).toEqual(["reminder.details_invalid", "email email", "consents.season_reminder missing"]);
    expect(await refusal(market.remindOfSeason({ listing: slug, ...agreed }, origin))).toEqual(["reminder.details_invalid", "email missing"]);
    const inSeason = await goodsOnSale(database.store, clock.now(), { seasonMonths: [11] });
    expect(await refusal(market.remindOfSeason({ listing: inSeason.slug, email: "a@example.com", ...agreed }, origin))).toEqual(["reminder.already_in_season"]);
    expect(await refusal(market.remindOfSeason({ listing: "khong-co", email: "a@example.com", ...agreed }, origin))).toEqual(["listing.not_found"]);
    expect(await rows()).toEqual([]);
  });

  test("is told once, on the first day of the season by Vietnam's calendar, and may then be asked anew", async () => {
    const wish = { listing: slug, email: "hanh@example.com", ...agreed };
    const { id } = await market.remindOfSeason(wish, origin);
    const stateAfterJobs = async () => {
      await market.jobs.runDue();
      return (await rows()).map(({ state }) => state);
    };
    clock.set(new Date(startOf("2027-06-01").getTime() - 1));
    expect(await stateAfterJobs()).toEqual(["waiting"]);
    clock.set(startOf("2027-06-01"));
    await database.store.write((tx) => pauseListing(tx, listingId, { actor: stagehand, now: clock.now() }));
    expect(await stateAfterJobs()).toEqual(["waiting"]);
    await database.store.write((tx) => resumeListing(tx, listingId, { actor: stagehand, now: clock.now() }));
    expect(await stateAfterJobs()).toEqual(["told"]);
    await market.jobs.runDue();
    expect([await rows(), await news(id)]).toMatchObject([[{ state: "told" }], 1]);
    clock.set(startOf("2027-08-01"));
    expect(await market.remindOfSeason(wish, origin)).toMatchObject({ id, beginsOn: "2028-06-01" });
    expect(await rows()).toMatchObject([{ state: "waiting", toldAt: null }]);
    expect(await consentsOf(id)).toEqual([["season_reminder", true], ["season_reminder", true]]);
  });

  test("[S1] is taken back by its token alone, contact and all; again changes nothing", async () => {
    const [mine, other] = [await market.remindOfSeason({ listing: slug, email: "a@example.com", ...agreed }, origin), await market.remindOfSeason({ listing: slug, email: "b@example.com", ...agreed }, origin)];
    for (const token of ["", other.token, `${mine.token}x`]) expect(await refusal(market.forgetReminder({ id: mine.id, token }))).toEqual(["reminder.not_found"]);
    clock.move(1000);
    await market.forgetReminder(mine);
    await market.forgetReminder(mine);
    expect(await rows()).toMatchObject([{ id: other.id }]);
    expect(await consentsOf(mine.id)).toEqual([["season_reminder", true], ["season_reminder", false]]);
  });

  test("[S1] [S4] belongs to whoever is signed in, without an e-mail, and goes with the account", async () => {
    const actor = await aPerson();
    const { id } = await market.remindOfSeason({ listing: slug, ...agreed }, origin, actor);
    expect(await market.myReminders(actor)).toMatchObject([{ id, state: "waiting", listing: { slug: { vi: slug } } }]);
    expect(await market.myReminders(await aPerson())).toEqual([]);
    expect(await refusal(market.forgetMyReminder(id, await aPerson()))).toEqual(["reminder.not_found"]);
    await market.forgetMyReminder(id, actor);
    expect(await market.myReminders(actor)).toEqual([]);

    const owner = await market.people.signUp({ name: "Hạnh", phone: "0939 555 666", password: "cây vải sau nhà", consents: [{ purpose: "terms", text: "x", policyVersion: "1" }, { purpose: "privacy", text: "x", policyVersion: "1" }], locale: "vi" }, origin);
    const signedIn = await market.people.session(owner.token);
    await market.remindOfSeason({ listing: slug, email: "hanh@example.com", ...agreed }, origin, signedIn?.actor);
    await market.people.closeAccount("cây vải sau nhà", signedIn?.actor ?? guest, origin);
    expect(await rows()).toEqual([]);
  });

  test("[H5] so many an hour, and so many waiting at a time", async () => {
    const limited = (await aMarket(database.store, clock.now(), { hasLimits: true, tell: () => {} })).market;
    const wish = { listing: slug, email: "nhieu@example.com", ...agreed };
    for (let at = 0; at < tryLimits.remind.perSubject; at++) await limited.remindOfSeason(wish, origin);
    expect(await refusal(limited.remindOfSeason(wish, origin))).toEqual(["request.too_many"]);

    const { seasonReminders: t } = database.store.read.t;
    const waiting = Array.from({ length: reminderTerms.waitingMost }, (_, at) => ({ id: newId(clock.now()), listingId: `khac-${at}`, personId: null, email: "day@example.com", holder: "day@example.com", locale: "vi", state: "waiting" as const, askedAt: clock.now() }));
    await database.store.write((tx) => tx.insert(t).values(waiting));
    expect(await refusal(market.remindOfSeason({ ...wish, email: "day@example.com" }, origin))).toEqual(["reminder.too_many"]);
    expect(await rows()).toHaveLength(1);
  });

  test("the contact is thrown away some time after telling, and after a year in which nothing came", async () => {
    const told = await market.remindOfSeason({ listing: slug, email: "told@example.com", ...agreed }, origin);
    clock.set(startOf("2027-06-01"));
    await market.jobs.runDue();
    clock.move(days(reminderTerms.keptAfterTellingDays));
    await market.jobs.runDue();
    expect(await rows()).toMatchObject([{ id: told.id }]);
    clock.move(days(1));
    await market.jobs.runDue();
    expect(await rows()).toEqual([]);

    clock.set(startOf("2027-08-01"));
    await market.remindOfSeason({ listing: slug, email: "waits@example.com", ...agreed }, origin);
    await database.store.write((tx) => pauseListing(tx, listingId, { actor: stagehand, now: clock.now() }));
    clock.move(days(reminderTerms.waitsAtMostDays + 1));
    await market.jobs.runDue();
    expect(await rows()).toEqual([]);
  });
});
