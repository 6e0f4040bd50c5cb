import { eq } from "drizzle-orm";
import { guest, isAllowed, newId, operatorActor, type Actor, type Role } from "@xudong/domain";
import { eachDatabase } from "@xudong/database/testing";
import { beforeEach, expect, test } from "vitest";
import { aPerson, grantor, now } from "../testing/people.ts";
import { actorOf, endRole, grantRole, lockPerson, requireHelped, rolesAt, rolesOf, unlockPerson } from "./index.ts";

eachDatabase("Roles", (database) => {
  const [orchard, island] = [newId(now), newId(now)];
  const give = async (personId: string, role: Role, scope: string, actor: Actor) => database.store.write(async (tx) => grantRole(tx, { personId, role, scope }, { actor, now }));
  const end = async (grantId: string, actor: Actor) => database.store.write(async (tx) => endRole(tx, grantId, { actor, now }));
  const people = () => database.store.read;

  beforeEach(async () => {
    await database.store.write(async (tx) => void (await tx.update(tx.t.grants).set({ endedAt: now })));
  });

  test("[S1] make somebody an actor who may do what they allow, there and as long as they are held", async () => {
    const { id } = await aPerson(database.store);
    const { grantId } = await give(id, "shop_staff", orchard, grantor);
    const actor = await actorOf(people(), id);
    expect([isAllowed(actor, "stock.edit", orchard), isAllowed(actor, "stock.edit", island), isAllowed(actor, "shop.edit", orchard)]).toEqual([true, false, false]);
    await end(grantId, grantor);
    expect(await actorOf(people(), id)).toEqual({ id, grants: [] });
    await expect(end(grantId, grantor)).rejects.toMatchObject({ code: "role.not_found" });
    const { grants } = people().t;
    expect(await people().select().from(grants).where(eq(grants.id, grantId))).toMatchObject([{ endedAt: now, grantedBy: "operator.test" }]);
  });

  test("given twice are held once, also in a rush", async () => {
    const { id } = await aPerson(database.store);
    const given = await Promise.all(Array.from({ length: 4 }, () => give(id, "curator", "*", grantor)));
    expect(new Set(given.map(({ grantId }) => grantId)).size).toBe(1);
    expect(await rolesOf(people(), id)).toHaveLength(1);
  });

  test("[S1] of staff are given by a shop's owner at their own shop, and nothing more", async () => {
    const owner = await aPerson(database.store, { roles: [{ role: "shop_owner", scope: orchard }] });
    const other = await aPerson(database.store, { roles: [{ role: "shop_owner", scope: island }] });
    const { id } = await aPerson(database.store);
    const { grantId } = await give(id, "gate_staff", orchard, owner.actor);
    for (const [role, scope] of [["gate_staff", island], ["shop_owner", orchard], ["helper", orchard], ["admin", "*"], ["support", "*"], ["shop_staff", "*"]] as const) {
      await expect(give(id, role, scope, owner.actor), `${role} at ${scope}`).rejects.toMatchObject({ code: "actor.not_allowed" });
    }
    await expect(end(grantId, other.actor)).rejects.toMatchObject({ code: "role.not_found" });
    await expect(end(grantId, guest)).rejects.toMatchObject({ code: "role.not_found" });
    expect((await rolesAt(people(), orchard, owner.actor)).map(({ role }) => role)).toEqual(["shop_owner", "gate_staff"]);
    for (const actor of [other.actor, guest, (await aPerson(database.store, { roles: [{ role: "support", scope: "*" }] })).actor]) await expect(rolesAt(people(), orchard, actor)).rejects.toMatchObject({ code: "actor.not_allowed" });
    const ownGrant = (await rolesOf(people(), owner.id))[0]?.grantId ?? "";
    const staff = await actorOf(people(), id);
    await expect(end(ownGrant, staff)).rejects.toMatchObject({ code: "role.not_found" });
    await end(grantId, staff); // one's own may be laid down
    expect(await rolesOf(people(), id)).toEqual([]);
  });

  test("are held where they belong: a shop's at one shop, the house's in the house", async () => {
    const { id } = await aPerson(database.store);
    for (const [role, scope] of [["shop_owner", "*"], ["helper", ""], ["admin", orchard], ["support", ""], ["curator", "plcae"], ["editor_in_chief", ""]] as const) await expect(give(id, role, scope, grantor)).rejects.toMatchObject({ code: "role.place_invalid" });
    for (const scope of ["*", "festival", newId(now)]) expect(await give(id, "curator", scope, grantor)).toHaveProperty("grantId");
    await expect(give(newId(now), "support", "*", grantor)).rejects.toMatchObject({ code: "person.not_found" });
  });

  test("leave one administrator at least, also where two end each other's at once", async () => {
    const [one, two] = [await aPerson(database.store, { roles: [{ role: "admin", scope: "*" }] }), await aPerson(database.store, { roles: [{ role: "admin", scope: "*" }] })];
    const [ofOne, ofTwo] = await Promise.all([one, two].map(async ({ id }) => (await rolesOf(people(), id))[0]?.grantId ?? ""));
    const ended = await Promise.allSettled([end(ofOne ?? "", two.actor), end(ofTwo ?? "", one.actor)]);
    expect(ended.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const left = (await rolesOf(people(), one.id)).length > 0 ? one : two;
    await expect(database.store.write(async (tx) => lockPerson(tx, left.phone, { actor: operatorActor("test", ["role.grant", "person.help"]), now }))).rejects.toMatchObject({ code: "role.last_admin" });
  });

  test("[S1] help whom they may help, and to others that person does not exist", async () => {
    const support = await aPerson(database.store, { roles: [{ role: "support", scope: "*" }] });
    const helper = await aPerson(database.store, { roles: [{ role: "helper", scope: orchard }] });
    const admin = await aPerson(database.store, { roles: [{ role: "admin", scope: "*" }] });
    const buyer = await aPerson(database.store);
    const grower = await aPerson(database.store, { roles: [{ role: "shop_owner", scope: orchard }] });
    const both = await aPerson(database.store, { roles: [{ role: "shop_owner", scope: orchard }, { role: "shop_staff", scope: island }] });
    const curator = await aPerson(database.store, { roles: [{ role: "curator", scope: "*" }] });
    const helped = async (actor: Actor, whom: { phone: string }) => requireHelped(people(), whom.phone, actor).then(() => true, (error: { code: string }) => error.code);
    const asked = (actor: Actor) => Promise.all([buyer, grower, both, curator, admin].map((whom) => helped(actor, whom)));
    const not = "person.not_found";
    expect(await asked(support.actor)).toEqual([true, true, true, not, not]);
    expect(await asked(helper.actor)).toEqual([not, true, not, not, not]);
    expect(await asked(admin.actor)).toEqual([true, true, true, true, true]);
    for (const actor of [guest, buyer.actor, grower.actor, curator.actor]) expect(new Set(await asked(actor))).toEqual(new Set(["actor.not_allowed"]));
    expect(await helped(support.actor, { phone: "0999 999 999" })).toBe(not);
  });

  test("lock somebody out and let them in again", async () => {
    const support = await aPerson(database.store, { roles: [{ role: "support", scope: "*" }] });
    const { id, email } = await aPerson(database.store);
    const isLocked = async () => (await people().select({ isLocked: people().t.people.isLocked }).from(people().t.people).where(eq(people().t.people.id, id)))[0]?.isLocked;
    await database.store.write(async (tx) => lockPerson(tx, email, { actor: support.actor, now }));
    expect(await isLocked()).toBe(true);
    await database.store.write(async (tx) => unlockPerson(tx, email, { actor: support.actor, now }));
    expect(await isLocked()).toBe(false);
  });
});
