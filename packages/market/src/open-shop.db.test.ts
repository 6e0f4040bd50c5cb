import { actorOf, addPerson } from "@xudong/accounts";
import { editShop, submitShop } from "@xudong/catalog";
import { eachDatabase } from "@xudong/database/testing";
import { guest, newId, shopsBegunMost, type Actor } from "@xudong/domain";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { aMarket } from "../testing/a-market.ts";

eachDatabase("Beginning a shop", (database) => {
  let made = 0;
  async function aPerson(): Promise<Actor> {
    made += 1;
    const phone = `+8493911${2000 + made}`;
    const { id } = await database.store.write((tx) => addPerson(tx, { name: "Hạnh", phone, email: null, locale: "vi", consents: [], passwordHash: null }, { actor: guest, now: new Date(1_750_000_000_000 + made) }, "test"));
    return { id, grants: [] };
  }
  const aDraft = (over = {}) => ({ name: { vi: `Vườn mới ${(made += 1)}` }, kind: "household" as const, place: { vi: "Xã Thử" }, about: { vi: "Trồng ổi." }, isSample: true, ...over });
  const code = (doing: Promise<unknown>) => doing.then(() => "done", (error: { code: string }) => error.code);

  test("[S1] whoever begins one owns it, and nobody else does; a guest begins none", async () => {
    const { market, clock } = await aMarket(database.store);
    const [actor, other] = [await aPerson(), await aPerson()];
    const { id } = await market.openShop(aDraft(), actor);
    const by = async ({ id: personId }: Actor) => ({ actor: await actorOf(database.store.read, personId), now: clock.now() });
    const owner = await by(actor);
    await database.store.write((tx) => editShop(tx, id, aDraft(), owner));
    await database.store.write((tx) => submitShop(tx, id, owner));
    const stranger = await by(other);
    expect(await code(database.store.write((tx) => editShop(tx, id, aDraft(), stranger)))).toBe("actor.not_allowed");
    expect(await code(market.openShop(aDraft(), guest))).toBe("actor.not_allowed");
    expect(await code(market.openShop(aDraft(), { id: newId(clock.now()), grants: [] }))).toBe("person.not_found");
  });

  test("a draft that is refused leaves neither shop nor role, and so many wait at a time", async () => {
    const { market } = await aMarket(database.store);
    const actor = await aPerson();
    const { grants, shops } = database.store.read.t;
    const owned = () => database.store.read.select().from(grants).where(eq(grants.personId, actor.id));
    expect(await code(market.openShop(aDraft({ name: { vi: "" } }), actor))).toBe("shop.incomplete");
    expect(await owned()).toEqual([]);
    for (let at = 0; at < shopsBegunMost; at++) await market.openShop(aDraft(), actor);
    const before = (await database.store.read.select().from(shops)).length;
    expect(await code(market.openShop(aDraft(), actor))).toBe("shop.too_many_begun");
    expect([(await owned()).length, (await database.store.read.select().from(shops)).length]).toEqual([shopsBegunMost, before]);
  });
});
