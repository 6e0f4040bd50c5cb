import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { days, hours, plus } from "@xudong/domain";
import { eachDatabase } from "@xudong/database/testing";
import { expect, test } from "vitest";
import { aPerson, now } from "../testing/people.ts";
import { createSession, endAllSessions, endOtherSessions, endSession, endSessionNamed, sessionsOf, validateSession } from "./index.ts";

const phone = { device: "Chrome · Android", network: "203.0.113.7" };

eachDatabase("Being signed in", (database) => {
  const signedIn = async (personId: string, at = now, origin = phone) => database.store.write(async (tx) => createSession(tx, personId, origin, at));
  const valid = (token: string, at = now) => validateSession(database.store, token, at);
  const row = async (token: string) => {
    const { sessions } = database.store.read.t;
    const [found] = await database.store.read.select().from(sessions).where(eq(sessions.id, createHash("sha256").update(token).digest("hex")));
    return found;
  };

  test("[S1] is proven by a token that is kept nowhere: what stands in the table opens nothing", async () => {
    const { id } = await aPerson(database.store);
    const { token } = await signedIn(id);
    expect(token).toMatch(/^[a-z2-7]{40}$/);
    const kept = await row(token);
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(await valid(token)).toMatchObject({ personId: id, id: kept?.id, isRenewed: false });
    for (const wrong of [kept?.id ?? "", "", "\0", "a".repeat(40), `${token}a`, token.toUpperCase()]) expect(await valid(wrong)).toBeUndefined();
  });

  test("ends by the market's clock, whatever the machine's says", async () => {
    for (const at of [now, new Date("2019-01-01T00:00:00Z"), new Date("2044-06-01T00:00:00Z")]) {
      const { id } = await aPerson(database.store);
      const { token, expiresAt } = await signedIn(id, at);
      expect(expiresAt).toEqual(plus(at, days(30)));
      expect(await valid(token, plus(at, days(14)))).toMatchObject({ isRenewed: false, expiresAt });
      expect(await valid(token, expiresAt)).toBeUndefined();
      expect(await row(token)).toBeUndefined();
    }
  });

  test("goes on for whoever comes by, and is written down seldom", async () => {
    const { id } = await aPerson(database.store);
    const { token } = await signedIn(id);
    await valid(token, plus(now, hours(0.9)));
    expect((await row(token))?.seenAt).toEqual(now);
    await valid(token, plus(now, hours(2)));
    expect((await row(token))?.seenAt).toEqual(plus(now, hours(2)));
    const late = plus(now, days(16));
    expect(await valid(token, late)).toMatchObject({ isRenewed: true, expiresAt: plus(late, days(30)) });
    expect(await valid(token, plus(late, days(14)))).toMatchObject({ isRenewed: false, expiresAt: plus(late, days(30)) });
  });

  test("[S1] is listed and ended by its own person alone", async () => {
    const [hanh, other] = [await aPerson(database.store), await aPerson(database.store)];
    const here = await signedIn(hanh.id);
    const away = await signedIn(hanh.id, plus(now, hours(1)), { device: "Firefox · Windows", network: "2001:db8::/64" });
    const list = await sessionsOf(database.store.read, hanh.id, now);
    expect(list.map(({ device }) => device)).toEqual(["Firefox · Windows", "Chrome · Android"]);
    expect(await sessionsOf(database.store.read, other.id, now)).toEqual([]);
    const awayId = list[0]?.id ?? "";
    await expect(database.store.write(async (tx) => endSessionNamed(tx, other.id, awayId))).rejects.toMatchObject({ code: "session.not_found" });
    expect(await valid(away.token)).toBeDefined();
    await database.store.write(async (tx) => endSessionNamed(tx, hanh.id, awayId));
    expect([await valid(away.token), (await valid(here.token))?.personId]).toEqual([undefined, hanh.id]);
  });

  test("ends here, everywhere but here, or everywhere", async () => {
    const { id } = await aPerson(database.store);
    const tokens = [await signedIn(id), await signedIn(id), await signedIn(id)].map(({ token }) => token);
    const [one = "", two = "", three = ""] = tokens;
    const stillIn = async () => (await Promise.all(tokens.map(async (token) => (await valid(token)) !== undefined)));
    expect(await database.store.write(async (tx) => endSession(tx, one, now))).toEqual({ personId: id });
    expect(await database.store.write(async (tx) => endSession(tx, one, now))).toBeUndefined();
    expect(await stillIn()).toEqual([false, true, true]);
    const kept = await valid(two);
    await database.store.write(async (tx) => endOtherSessions(tx, id, kept?.id ?? ""));
    expect(await stillIn()).toEqual([false, true, false]);
    await database.store.write(async (tx) => endAllSessions(tx, id, now));
    expect(await stillIn()).toEqual([false, false, false]);
    expect(await valid(three)).toBeUndefined();
  });

  test("[S1] is over at once for somebody who is locked out", async () => {
    const { id } = await aPerson(database.store);
    const { token } = await signedIn(id);
    const { people } = database.store.read.t;
    await database.store.write(async (tx) => void (await tx.update(people).set({ isLocked: true }).where(eq(people.id, id))));
    expect(await valid(token)).toBeUndefined();
  });
});
