import { expect, test } from "vitest";
import { eq, lte } from "drizzle-orm";
import { readOutbox, speak } from "@xudong/database";
import { eachDatabase } from "@xudong/database/testing";
import { days, hours, minutes, plus } from "@xudong/domain";
import { goodsOnSale } from "@xudong/catalog/testing";
import { keepNotice } from "@xudong/payments";
import { aBuyer, aCart, aKey, aMarket, anAttempt, aNotice } from "../../testing/a-market.ts";
import { jobRunner } from "./job-runner.ts";
import { purgeJob } from "./purge.ts";

eachDatabase("The job that throws away what is kept for a while", (database) => {
  const at = new Date("2026-11-23T03:00:00Z");
  const clock = { now: at, wall: new Date() };
  const purge = async () => {
    const job = purgeJob({ store: database.store, now: () => clock.now, wallClock: () => clock.wall });
    const [report] = await jobRunner({ store: database.store, jobs: [job], log: () => {}, tell: () => {}, wallClock: () => clock.wall }).runDue();
    expect(report?.fault).toBeUndefined();
    return report?.done;
  };
  const count = (name: "idempotencyKeys" | "outbox" | "orderCaps" | "leases") => database.store.read.$count(database.store.read.t[name]);

  test("[H4] a first answer is kept 48 hours, not less and not for ever", async () => {
    const answers = (prefix: string, createdAt: Date, rows: number) => Array.from({ length: rows }, (_, n) => ({ scope: "orders", key: `${prefix}${n}`, bodyHash: "", answer: {}, createdAt }));
    await database.store.write((tx) => tx.insert(tx.t.idempotencyKeys).values([...answers("old", plus(at, -hours(49)), 1200), ...answers("fresh", plus(at, -hours(47)), 3)]));
    expect(await purge()).toBe(1200);
    expect(await count("idempotencyKeys")).toBe(3);
    clock.now = plus(at, hours(2));
    expect(await purge()).toBe(3);
    expect(await purge()).toBe(0);
  });

  test("news goes after a week of the wall clock, in steps, and later news stays", async () => {
    await database.store.write(async (tx) => {
      for (let n = 0; n < 30; n++) await speak(tx, { topic: "test.told", subject: `${n}` });
    });
    await database.newsSettled();
    clock.now = plus(at, days(400));
    expect(await purge()).toBe(0);
    const { outbox } = database.store.read.t;
    await database.store.write((tx) => tx.update(outbox).set({ at: plus(clock.wall, -days(8)) }).where(lte(outbox.subject, "1")));
    expect(await purge()).toBe(2); // "0" and "1", and nothing that is younger
    clock.wall = plus(clock.wall, days(7) + minutes(1));
    expect(await purge()).toBe(28);
    await database.store.write((tx) => speak(tx, { topic: "test.told", subject: "later" }));
    await database.newsSettled();
    const { lost } = await readOutbox(database.store.read, undefined);
    expect([lost, await count("outbox")]).toEqual([true, 1]);
  });

  test("mails go 90 days after they were written, whatever became of them", async () => {
    const mail = (id: string, createdAt: Date) => ({ id, kind: "recover" as const, subject: id, recipient: "p", orderId: null, locale: "vi", state: "sent" as const, dueAt: null, leasedUntil: null, attempts: 1, silences: 0, answer: "250", createdAt, endedAt: createdAt });
    await database.store.write((tx) => tx.insert(tx.t.mails).values([mail("0-old", plus(clock.now, -days(91))), mail("fresh", plus(clock.now, -days(89)))]));
    await purge();
    expect((await database.store.read.select({ id: database.store.read.t.mails.id }).from(database.store.read.t.mails)).map(({ id }) => id)).toEqual(["fresh"]);
  });

  test("[H5] rows that nobody touched for a day go, and leases of the dead", async () => {
    clock.wall = new Date();
    await database.store.write(async (tx) => {
      await tx.insert(tx.t.orderCaps).values([{ key: "old", touchedAt: plus(clock.now, -hours(25)) }, { key: "fresh", touchedAt: plus(clock.now, -hours(23)) }]);
      await tx.insert(tx.t.leases).values([{ name: "job.gone", holder: "dead", lapsesAt: plus(clock.wall, -hours(25)) }, { name: "job.here", holder: "alive", lapsesAt: plus(clock.wall, minutes(1)) }]);
    });
    expect(await purge()).toBe(2);
    expect([await count("orderCaps"), await count("leases")]).toEqual([1, 1]);
  });

  test("[S1] sessions go when they are over, links a week later, counts of tries after a day", async () => {
    const { people, sessions, oneTimeLinks, rateCounts } = database.store.read.t;
    const left = async () => Promise.all([sessions, oneTimeLinks, rateCounts].map((table) => database.store.read.$count(table)));
    clock.now = at;
    await purge(); // what other tests have left
    await database.store.write(async (tx) => {
      const personId = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
      await tx.insert(people).values({ id: personId, name: "Hạnh", phone: "+84912345678", email: null, locale: "vi", createdAt: at });
      const session = (id: string, expiresAt: Date) => ({ id, personId, createdAt: at, seenAt: at, expiresAt, device: "", network: "" });
      await tx.insert(sessions).values([...Array.from({ length: 600 }, (_, n) => session(`over${n}`, at)), session("open", plus(at, 1))]);
      const link = (id: string, expiresAt: Date) => ({ id, personId, purpose: "recover", madeBy: "test", madeAt: at, expiresAt });
      await tx.insert(oneTimeLinks).values([link("old", plus(at, -days(8))), link("late", plus(at, -days(6)))]);
      const counted = (key: string, windowStart: Date) => ({ key, windowStart, hits: 3 });
      await tx.insert(rateCounts).values([...Array.from({ length: 600 }, (_, n) => counted(`old${n}`, plus(at, -hours(25)))), counted("fresh", plus(at, -hours(23)))]);
    });
    expect(await purge()).toBe(600 + 1 + 600);
    expect([await left(), await purge()]).toEqual([[1, 1, 1], 0]);
    await database.store.write(async (tx) => {
      for (const table of [tx.t.sessions, tx.t.oneTimeLinks, tx.t.rateCounts]) await tx.delete(table);
    });
  });

  test("a notice that is sent again and again is kept twenty times, with all that changed anything", async () => {
    const { market } = await aMarket(database.store, at);
    const guava = await goodsOnSale(database.store, at);
    const attempt = await anAttempt(market, await market.placeOrder(await aCart(market, [{ variantId: guava.variantIds[0] ?? "", quantity: 1 }]), aBuyer(), aKey()));
    const { notices } = database.store.read.t;
    const kept = async () => (await database.store.read.select().from(notices).where(eq(notices.attemptId, attempt.attempt)).orderBy(notices.receivedAt, notices.id)).map(({ answer }) => answer);
    // Its customer is still at it, thirty times, before it is paid.
    for (let n = 0; n < 30; n++) expect(await market.receiveNotice(aNotice(attempt, { vnp_ResponseCode: "01", vnp_TransactionStatus: "01" }))).toMatchObject({ RspCode: "99" });
    expect(await market.receiveNotice(aNotice(attempt))).toMatchObject({ RspCode: "00" });
    const same = { attemptId: attempt.attempt, method: "vnpay", isGenuine: true, answer: "02", outcome: "00", fields: { vnp_Amount: attempt.amount } };
    await database.store.write(async (tx) => {
      for (let n = 0; n < 40; n++) await keepNotice(tx, { ...same, channel: "ipn" }, at); // as earlier versions kept them
      for (let n = 0; n < 25; n++) await keepNotice(tx, { ...same, channel: "ipn", fields: { ...same.fields, vnp_BankTranNo: `${n}` } }, at);
      for (let n = 0; n < 25; n++) await keepNotice(tx, { ...same, channel: "query" }, at);
    });
    clock.now = plus(at, hours(23));
    expect(await purge()).toBe(0);
    expect(await kept()).toHaveLength(121);
    clock.now = plus(at, hours(25));
    expect(await purge()).toBe(10 + 20);
    const counts = Map.groupBy(await kept(), (answer) => answer);
    expect([...counts].map(([answer, all]) => [answer, all.length]).sort()).toEqual([["00", 1], ["02", 70], ["99", 20]]);
    expect(await purge()).toBe(0);
    clock.now = at;
  });

  test("[S3] what was thrown away is written down, by table and number", async () => {
    const { auditRows } = database.store.read.t;
    const rows = (await database.store.read.select().from(auditRows)).filter(({ verb }) => verb === "rows.purge");
    expect(new Set(rows.map(({ actor }) => actor))).toEqual(new Set(["system.job.purge"]));
    expect(rows.filter(({ objectId }) => objectId === "idempotency_keys").map(({ detail }) => detail?.["rows"])).toEqual([500, 500, 200, 3]);
  });
});
