import { afterEach, expect, test } from "vitest";
import { asc } from "drizzle-orm";
import { addPerson, grantRole } from "@xudong/accounts";
import { goodsOnSale, visitOnSale } from "@xudong/catalog/testing";
import type { Store } from "@xudong/database";
import { eachDatabase } from "@xudong/database/testing";
import { days, mailTerms, minutes, operatorActor, plus } from "@xudong/domain";
import { createMarket, orderTimeline, type Mailing, type MailWriter } from "@xudong/market";
import { aBuyer, aCart, aKey, aMarket, anAttempt, aNotice, mailJob, standingClock, testTerminal, testTicketKey, type MarketOver } from "@xudong/market/testing";
import { smtpCarrier } from "./smtp-carrier.ts";
import { postOffice, type PostOffice } from "./testing/post-office.ts";

const at = new Date("2026-11-23T03:00:00Z");
const from = { name: "Chợ thử", address: "cho@cho.example" };
/** Only what tells one mail from another: how mails are worded is tested with their words. */
const write: MailWriter = ({ about }) => ({ subject: about.kind, text: "token" in about ? about.token : "link" in about ? `${about.link.code} ${about.link.key}` : "", html: `<p>${about.kind}</p>`, files: [] });

eachDatabase("Mail", (database) => {
  let office: PostOffice;
  afterEach(async () => {
    await office.close();
    const { mails } = database.store.read.t;
    await database.store.write((tx) => tx.delete(mails));
  });
  const mailing = (): Mailing => ({ write, carrier: smtpCarrier(office.url, { from, patienceMs: 5000 }) });
  const open = async (over: MarketOver = {}) => {
    office = await postOffice();
    return aMarket(database.store, at, { log: () => undefined, tell: () => undefined, ...over, mailing: mailing() });
  };
  const rows = async () => database.store.read.select().from(database.store.read.t.mails).orderBy(asc(database.store.read.t.mails.id));
  const states = async () => (await rows()).map(({ kind, state }) => `${kind} ${state}`);
  const subjects = () => office.taken.map(({ to, message }) => `${/^Subject: (.*)$/m.exec(message)?.[1]} to ${to}`);
  const withEmail = { contact: { name: "Nguyễn Thị Hạnh", email: "hanh@example.com" } };
  type Opened = Awaited<ReturnType<typeof open>>;

  async function confirmed({ market }: Opened, lines: { variantId: string; slotId?: string; quantity: number }[], over = {}) {
    const order = await market.placeOrder(await aCart(market, lines), aBuyer({ ...withEmail, ...over }), aKey());
    const attempt = await anAttempt(market, order);
    expect((await market.receiveNotice(aNotice(attempt))).RspCode).toBe("00");
    return { order, attempt };
  }
  const goods = async () => {
    const { variantIds: [variantId = ""] } = await goodsOnSale(database.store, at);
    return { variantId, quantity: 1 };
  };
  const run = async ({ market }: Opened) => (await market.jobs.runDue()).find(({ name }) => name === "mail");

  test("[M1] is written down with what it tells, once, and names nobody; its sellers hear of it, too", async () => {
    const opened = await open();
    const { market } = opened;
    const visit = await visitOnSale(database.store, at);
    const owner = await aSeller(database.store, visit.shopId);
    const { order, attempt } = await confirmed(opened, [await goods(), { variantId: visit.variantIds[0] ?? "", slotId: visit.slotId, quantity: 2 }]);
    await market.receiveNotice(aNotice(attempt)); // again
    expect(await states()).toEqual(["order_confirmed queued", "tickets queued", "seller_order queued"]);
    expect(JSON.stringify(await rows())).not.toMatch(/hanh@example|Hạnh|vuon@example/);
    expect(JSON.stringify(await rows())).not.toContain(order.key);
    await run(opened);
    expect(subjects().toSorted()).toEqual(["order_confirmed to hanh@example.com", "seller_order to vuon@example.com", "tickets to hanh@example.com"]);
    expect(office.taken.find(({ message }) => message.includes("Subject: order_confirmed"))?.message).toContain(`${order.code} ${order.key}`);
    await run(opened);
    expect(office.read).toHaveLength(3);
    const told = (await orderTimeline(database.store, order.code)).filter(({ what }) => what.startsWith("mail"));
    expect(told.map(({ what, detail }) => `${what}: ${detail}`)).toEqual(expect.arrayContaining(["mail order_confirmed: to the buyer, now sent (250), tried once", "mail seller_order: to somebody of the shop, now sent (250), tried once"]));
    expect(owner).not.toBe("");
  });

  test("[M1] nothing is written where the transaction fails, and nothing to whoever gave no e-mail", async () => {
    const opened = await open();
    await confirmed(opened, [await goods()], { contact: { name: "Hạnh", phone: "0912 345 679" } });
    expect(await rows()).toEqual([]);
    const order = await opened.market.placeOrder(await aCart(opened.market, [await goods()]), aBuyer(withEmail), aKey());
    const attempt = await anAttempt(opened.market, order);
    await opened.market.receiveNotice(aNotice(attempt, {}, "a forged secret"));
    expect(await rows()).toEqual([]);
  });

  test("[M2] goes again later where the server says later, is refused where it never will, and withdrawn where it is moot", async () => {
    const opened = await open();
    office.moods.push({ at: "RCPT", answer: 450 });
    await confirmed(opened, [await goods()]);
    await run(opened);
    expect(await rows()).toMatchObject([{ state: "queued", attempts: 1, answer: "450", leasedUntil: null, dueAt: plus(at, minutes(1)) }]);
    await run(opened);
    expect(office.read).toHaveLength(0); // not before its time
    opened.clock.move(minutes(1));
    await run(opened);
    expect(await states()).toEqual(["order_confirmed sent"]);

    opened.clock.move(1);
    office.moods.push({ at: "DATA", answer: 554 });
    await confirmed(opened, [await goods()]);
    await run(opened);
    opened.clock.move(1);
    const { order } = await confirmed(opened, [await goods()]);
    opened.clock.move(1);
    await opened.market.cancelOrder(order);
    await run(opened);
    expect(await states()).toEqual(["order_confirmed sent", "order_confirmed refused", "order_confirmed withdrawn", "order_cancelled sent"]);
    expect((await rows()).map(({ answer }) => answer)).toEqual(["250", "554", "order_cancelled", "250"]);
  });

  test("[M2] is given up after three days without a server, whose absence is told once", async () => {
    const told: string[] = [];
    const opened = await open({ tell: (line) => told.push(line) });
    await confirmed(opened, [await goods()]);
    await office.close();
    await run(opened);
    await run(opened);
    opened.clock.move(minutes(1));
    await run(opened);
    expect(told).toEqual(["No mail server takes our mail (ESOCKET). It is tried again for 3 days: look at SMTP_URL."]);
    expect(await rows()).toMatchObject([{ state: "queued", attempts: 2, silences: 0 }]);
    opened.clock.move(days(mailTerms.triedForDays));
    await run(opened);
    expect(await rows()).toMatchObject([{ state: "withdrawn", answer: "too_old" }]);
  });

  test("[M2] that was handed over and never answered for goes three times, and then nobody knows", async () => {
    const opened = await open();
    office.moods.push({ at: "DATA", answer: "cut" }, { at: "DATA", answer: "cut" }, { at: "DATA", answer: "cut" });
    await confirmed(opened, [await goods()]);
    for (let i = 0; i < 5; i++) {
      await run(opened);
      opened.clock.move(minutes(61));
    }
    expect(await rows()).toMatchObject([{ state: "unknown", attempts: 3, silences: 3, dueAt: null }]);
    expect(new Set(office.read.map((message) => /^Message-ID: (.*)$/m.exec(message)?.[1])).size).toBe(1);
    expect(office.read).toHaveLength(3);
  });

  test("[M2] left by a process that died it is taken up once its lease is over, and after three deaths nobody knows", async () => {
    const opened = await open();
    await confirmed(opened, [await goods()]);
    let wall = at;
    const turn = { goesOn: async () => true, did: () => undefined };
    const job = (carrier: Mailing["carrier"]) => mailJob({ store: database.store, now: () => at, appSecrets: ["test-app-secret"], mailing: { write, carrier }, tell: () => undefined, wallClock: () => wall });
    /** Takes it, and is never heard of again: as if it had been killed between taking and writing down. */
    const die = async () => {
      const taken = Promise.withResolvers<void>();
      void job({ takesSamples: false, carry: () => new Promise(() => taken.resolve()) }).work(turn);
      await taken.promise;
    };
    await die();
    await job(mailing().carrier).work(turn);
    expect(office.read).toHaveLength(0); // somebody may still be at it
    wall = plus(wall, minutes(mailTerms.leaseMinutes));
    await job(mailing().carrier).work(turn);
    expect([office.read.length, ...(await states())]).toEqual([1, "order_confirmed sent"]);

    await confirmed(opened, [await goods()]);
    for (let deaths = 0; deaths < 3; deaths++) {
      await die();
      wall = plus(wall, minutes(mailTerms.leaseMinutes));
    }
    await job(mailing().carrier).work(turn);
    expect([office.read.length, ...(await states()).toSorted()]).toEqual([1, "order_confirmed sent", "order_confirmed unknown"]);
  });

  test("[M2] two who are at it at once send it once", async () => {
    const opened = await open();
    const clock = standingClock(at);
    const beside = createMarket({
      store: await database.open(), clock, methods: { vnpay: testTerminal }, mailing: mailing(), log: () => undefined, tell: () => undefined,
      settings: { appSecrets: ["test-app-secret"], ticketKeys: [testTicketKey], returnUrls: { vi: "", en: "" }, hasLimits: false },
    });
    for (let i = 0; i < 5; i++) await confirmed(opened, [await goods()]);
    // Turns keep whole jobs apart: without them it is the rows that decide.
    const job = (store: Store) => mailJob({ store, now: () => at, appSecrets: ["test-app-secret"], mailing: mailing(), tell: () => undefined });
    const turn = { goesOn: async () => true, did: () => undefined };
    const other = await database.open();
    await Promise.all([job(database.store).work(turn), job(other).work(turn), beside.jobs.runDue()]);
    expect(office.read).toHaveLength(5);
    expect(await states()).toEqual(Array.from({ length: 5 }, () => "order_confirmed sent"));
  });
});

/** Somebody who fulfils a shop's orders, and reads mail. */
async function aSeller(store: Store, shopId: string): Promise<string> {
  return store.write(async (tx) => {
    const occasion = { actor: operatorActor("test", ["role.grant"]), now: at };
    const { id } = await addPerson(tx, { name: "Chủ vườn", phone: null, email: "vuon@example.com", locale: "vi", consents: [], passwordHash: null }, occasion, "operator");
    await grantRole(tx, { personId: id, role: "shop_owner", scope: shopId }, occasion);
    return id;
  });
}
