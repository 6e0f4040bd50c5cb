import { actorOf, findPerson } from "@xudong/accounts";
import { countInt } from "@xudong/database";
import { eachDatabase } from "@xudong/database/testing";
import { isAllowed, newId, operatorActor, roles } from "@xudong/domain";
import { expect, test } from "vitest";
import { addPeople, demoGate, demoPeople, demoShop } from "./people.ts";

const now = new Date("2026-11-23T03:00:00Z");

test("there is one for every role and one who only buys, and none can be reached", () => {
  expect(demoPeople.map(({ role }) => role).toSorted()).toEqual(["buyer", ...roles].toSorted());
  for (const { name, email } of demoPeople) expect([name, email]).toEqual([expect.stringMatching(/ mẫu$/), expect.stringMatching(/^[a-z-]+@mau\.invalid$/)]);
});

eachDatabase("The people of a demo", (database) => {
  test("are there with their roles, twice the same, and without a password", async () => {
    const [shopId, gateId] = [newId(now), newId(now)];
    const add = async () => database.store.write(async (tx) => addPeople(tx, new Map([[demoShop, shopId], [demoGate, gateId]]), { actor: operatorActor("seed", []), now }));
    const { read } = database.store;
    const counts = async () => Promise.all([read.t.people, read.t.grants, read.t.auditRows].map(async (table) => (await read.select({ n: countInt() }).from(table))[0]?.n));
    await add();
    const once = await counts();
    await add();
    expect(await counts()).toEqual(once);
    expect(once.slice(0, 2)).toEqual([roles.length + 1, roles.length]);
    const owner = await findPerson(read, "shop-owner@mau.invalid");
    expect([owner?.isSample, owner?.passwordHash, owner?.phone]).toEqual([true, null, null]);
    expect(isAllowed(await actorOf(read, owner?.id ?? ""), "shop.staff", shopId)).toBe(true);
    expect((await actorOf(read, (await findPerson(read, "buyer@mau.invalid"))?.id ?? "")).grants).toEqual([]);
  });
});
