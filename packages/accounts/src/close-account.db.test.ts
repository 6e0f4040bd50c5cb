import { eachDatabase } from "@xudong/database/testing";
import { newId, type Role } from "@xudong/domain";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { aPerson, grantor, now } from "../testing/people.ts";
import { addPerson, changeConsent, closeAccount, consentsOf, createSession, endRole, findPerson, grantRole, makeLink, readLink, requirePersonRow, rolesOf, validateSession } from "./index.ts";

eachDatabase("Closing an account", (database) => {
  const shop = newId(now);
  const close = async (personId: string, passwordHash: string | null = "digest") => database.store.write(async (tx) => closeAccount(tx, personId, { passwordHash }, { actor: { id: personId, grants: [] }, now }));
  const somebody = (roles: readonly { role: Role; scope: string }[] = []) => aPerson(database.store, { passwordHash: "digest", roles });
  const rowOf = async (id: string) => (await database.store.read.select().from(database.store.read.t.people).where(eq(database.store.read.t.people.id, id)))[0];

  beforeEach(async () => {
    await database.store.write(async (tx) => void (await tx.update(tx.t.grants).set({ endedAt: now })));
  });

  test("[S4] leaves nobody behind the row: no name, no contact, no password, no session, no link, no role, no consent", async () => {
    const { id, phone, email } = await somebody([{ role: "shop_staff", scope: shop }, { role: "support", scope: "*" }]);
    const given = { text: "Đồng ý.", policyVersion: "1" };
    const { token, link } = await database.store.write(async (tx) => {
      await changeConsent(tx, id, { purpose: "season_news", ...given, isGiven: true }, { actor: { id, grants: [] }, now }, "web");
      return { link: await makeLink(tx, id, "secret", { actor: grantor, now }), ...(await createSession(tx, id, { device: "", network: "" }, now)) };
    });
    await close(id);
    expect(await rowOf(id)).toMatchObject({ name: "", phone: null, email: null, passwordHash: null, isLocked: true });
    expect([await findPerson(database.store.read, phone), await findPerson(database.store.read, email), await validateSession(database.store, token, now), await rolesOf(database.store.read, id)]).toEqual([undefined, undefined, undefined, []]);
    await expect(readLink(database.store.read, link.token, now)).rejects.toMatchObject({ code: "person.link_spent" });
    expect(await consentsOf(database.store.read, id)).toEqual([{ purpose: "season_news", isGiven: false, policyVersion: "1", at: now }]);
    const { consents, auditRows, sessions } = database.store.read.t;
    expect(await database.store.read.select().from(sessions).where(eq(sessions.personId, id))).toEqual([]);
    const words = (await database.store.read.select().from(consents).where(eq(consents.subject, id))).map(({ textHash }) => textHash);
    expect([words.length, new Set(words).size]).toEqual([2, 1]); // taken back in the words it was given in
    const trace = JSON.stringify(await database.store.read.select().from(auditRows).where(eq(auditRows.objectId, id)));
    expect([trace.includes("person.close"), trace.includes(phone), trace.includes(email)]).toEqual([true, false, false]);
  });

  test("[S4] frees telephone and e-mail for another account, and the old id is nobody's", async () => {
    const { id, phone, email } = await somebody();
    await close(id);
    const again = await database.store.write(async (tx) => addPerson(tx, { name: "Lan", phone, email, locale: "vi", consents: [], passwordHash: null }, { actor: grantor, now }, "test"));
    expect((await findPerson(database.store.read, phone))?.id).toBe(again.id);
    await expect(requirePersonRow(database.store.read, id)).rejects.toMatchObject({ code: "person.not_found" });
    await expect(database.store.write(async (tx) => grantRole(tx, { personId: id, role: "support", scope: "*" }, { actor: grantor, now }))).rejects.toMatchObject({ code: "person.not_found" });
    await expect(close(id, null)).rejects.toMatchObject({ code: "person.not_found" });
  });

  test("[S1] needs the password that was checked to be the one there still is", async () => {
    const { id } = await somebody();
    await expect(close(id, "an older digest")).rejects.toMatchObject({ code: "person.wrong_credentials" });
    expect((await rowOf(id))?.name).not.toBe("");
  });

  test("[S4] leaves no shop to nobody and no market without administration, also where two leave at once", async () => {
    for (const [role, scope, refusal] of [["shop_owner", shop, "role.last_owner"], ["admin", "*", "role.last_admin"]] as const) {
      const pair = [await somebody([{ role, scope }]), await somebody([{ role, scope }])];
      const left = await Promise.allSettled(pair.map(({ id }) => close(id)));
      expect(left.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
      expect(left.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: refusal } });
    }
  });

  test("is not gone round: an owner lays down the last ownership of a shop as little, but who gives roles may end it", async () => {
    const { id, actor } = await somebody([{ role: "shop_owner", scope: shop }]);
    const [{ grantId = "" } = {}] = await rolesOf(database.store.read, id);
    const end = async (by: typeof actor) => database.store.write(async (tx) => endRole(tx, grantId, { actor: by, now }));
    await expect(end(actor)).rejects.toMatchObject({ code: "role.last_owner" });
    await end(grantor);
    await close(id);
    expect((await rowOf(id))?.name).toBe("");
  });
});
