import { hours, minutes, plus } from "@xudong/domain";
import { eachDatabase } from "@xudong/database/testing";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { aPerson, grantor, now } from "../testing/people.ts";
import { changePassword, createSession, grantRole, lockPerson, makeLink, openLink, readLink, requirePersonRow, useLink, validateSession } from "./index.ts";

const secret = "a-secret-of-the-market";

eachDatabase("A one-time link", (database) => {
  const make = async (personId: string, at = now) => database.store.write(async (tx) => makeLink(tx, personId, secret, { actor: grantor, now: at }));
  const use = async (token: string, at = now) => database.store.write(async (tx) => useLink(tx, token, "a new digest", at));

  test("opens once, within an hour, and signs everybody else out", async () => {
    const { id } = await aPerson(database.store);
    const session = await database.store.write(async (tx) => createSession(tx, id, { device: "", network: "203.0.113.7" }, now));
    const [{ token }, another] = [await make(id), await make(id)];
    expect(await readLink(database.store.read, token, now)).toMatchObject({ id });
    expect(await readLink(database.store.read, token, plus(now, minutes(59)))).toMatchObject({ id }); // looking uses nothing up
    await expect(readLink(database.store.read, token, plus(now, hours(1)))).rejects.toMatchObject({ code: "person.link_spent" });
    await expect(use(token, plus(now, hours(1)))).rejects.toMatchObject({ code: "person.link_spent" });
    const used = await Promise.allSettled(Array.from({ length: 4 }, () => use(token)));
    expect(used.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await requirePersonRow(database.store.read, id)).passwordHash).toBe("a new digest");
    expect(await validateSession(database.store, session.token, now)).toBeUndefined();
    for (const spent of [token, another.token, "", "\0", "x"]) await expect(use(spent)).rejects.toMatchObject({ code: "person.link_spent" });
  });

  test("[S1] stands nowhere: neither the tables nor the news nor the trace hold its secret, and the mail makes it anew", async () => {
    const { id } = await aPerson(database.store);
    const { token, seed } = await make(id);
    const { outbox, oneTimeLinks, auditRows } = database.store.read.t;
    const news = await database.store.read.select().from(outbox).where(eq(outbox.subject, id));
    const links = await database.store.read.select().from(oneTimeLinks).where(eq(oneTimeLinks.personId, id));
    const traces = await database.store.read.select().from(auditRows).where(eq(auditRows.objectId, id));
    expect(JSON.stringify([news, links, traces])).not.toContain(token);
    const again = async (secrets: readonly string[], at = now) => openLink(database.store.read, { seed, secrets }, at);
    expect(await again(["a newer secret", secret])).toMatchObject({ token });
    expect(await readLink(database.store.read, token, now)).toMatchObject({ id });
    expect([await again(["another secret"]), await again([secret], plus(now, hours(1)))]).toEqual([undefined, undefined]);
    await use(token);
    expect(await again([secret])).toBeUndefined();
  });

  test("[S1] opens no account that has become another since: with another password, or with another role", async () => {
    const as = { actor: grantor, now };
    const changes = [
      (id: string) => database.store.write(async (tx) => changePassword(tx, id, { from: null, to: "another", keptSessionId: "" }, as)),
      (id: string) => database.store.write(async (tx) => grantRole(tx, { personId: id, role: "support", scope: "*" }, as)),
    ];
    for (const change of changes) {
      const { id } = await aPerson(database.store);
      const { token } = await make(id);
      await change(id);
      await expect(use(token)).rejects.toMatchObject({ code: "person.link_spent" });
      expect(await use((await make(id)).token)).toEqual({ personId: id });
    }
  });

  test("does not open the door of somebody who is locked out", async () => {
    const { id, phone } = await aPerson(database.store);
    const { token } = await make(id);
    const admin = await aPerson(database.store, { roles: [{ role: "admin", scope: "*" }] });
    await database.store.write(async (tx) => lockPerson(tx, phone, { actor: admin.actor, now }));
    await expect(use(token)).rejects.toMatchObject({ code: "person.locked" });
    await expect(readLink(database.store.read, token, now)).rejects.toMatchObject({ code: "person.locked" });
  });
});
