import { expect, test } from "vitest";
import { eachDatabase } from "../testing/each-database.ts";
import { moveClock, readClockOffset, releaseLease, renewLease, takeLease, writeAudit } from "./index.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 5, 1, 8, minute));
const ask = (name: string, holder: string, minute: number) => ({ name, holder, now: at(minute), forMs: 60_000 });

eachDatabase("A turn", (database) => {
  test("goes to one of many who ask at once", async () => {
    const answers = await Promise.all(
      ["a", "b", "c", "d"].map((holder) => database.store.write((tx) => takeLease(tx, ask("sweep", holder, 0)))),
    );
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  test("stays with its holder until it lapses, then goes to whoever asks", async () => {
    const take = (holder: string, minute: number) => database.store.write((tx) => takeLease(tx, ask("index", holder, minute)));
    expect([await take("a", 0), await take("b", 0), await take("a", 0), await take("b", 1)]).toEqual([true, false, true, true]);
  });

  test("is renewed only while it is held", async () => {
    const renew = (holder: string, minute: number) => database.store.write((tx) => renewLease(tx, ask("mail", holder, minute)));
    await database.store.write((tx) => takeLease(tx, ask("mail", "a", 0)));
    expect([await renew("b", 0), await renew("a", 0), await renew("a", 1)]).toEqual([false, true, false]);
  });

  test("given back is free at once, but only its holder can give it", async () => {
    const { store } = database;
    const take = (holder: string) => store.write((tx) => takeLease(tx, ask("photos", holder, 0)));
    await take("a");
    await store.write((tx) => releaseLease(tx, { name: "photos", holder: "b" }));
    expect(await take("b")).toBe(false);
    await store.write((tx) => releaseLease(tx, { name: "photos", holder: "a" }));
    expect(await take("b")).toBe(true);
  });
});

eachDatabase("The house", (database) => {
  test("[S3] keeps who did what to what, and when", async () => {
    const entry = {
      actor: "person:1",
      verb: "publish_listing",
      objectKind: "listing",
      objectId: "l1",
      at: at(0),
      detail: { revision: 2 },
    };
    await database.store.write((tx) => writeAudit(tx, entry));
    const { auditRows } = database.store.read.t;
    expect(await database.store.read.select().from(auditRows)).toEqual([{ id: 1, ...entry }]);
  });

  test("has one clock for all processes", async () => {
    expect(await readClockOffset(database.store.read)).toBe(0);
    await database.store.write((tx) => moveClock(tx, 86_400_000));
    await database.store.write((tx) => moveClock(tx, -5));
    expect(await readClockOffset((await database.open()).read)).toBe(-5);
  });
});
