import { and, eq } from "drizzle-orm";
import { days, guest, hours, minutes, operatorActor, tryLimits, type Actor } from "@xudong/domain";
import { goodsOnSale } from "@xudong/catalog/testing";
import { addSamplePerson, linkToken } from "@xudong/accounts";
import { eachDatabase } from "@xudong/database/testing";
import { expect, test } from "vitest";
import { aBuyer, aCart, aKey, aMarket, testTicketKey } from "../testing/a-market.ts";
import { createMarket, sampleEmail, type Market, type Origin } from "./index.ts";

const policyVersion = "test-1";
const ticked = [{ purpose: "terms", text: "Đồng ý.", policyVersion }, { purpose: "privacy", text: "Đồng ý.", policyVersion }] as const;
const password = "cây ổi sau nhà";
const admin = operatorActor("test", ["role.grant", "person.help"]);
let made = 0;

const from = (clientAddress = `203.0.113.${(made += 1) % 250}`): Origin => ({ clientAddress, userAgent: "Mozilla/5.0 (Linux; Android 14) Chrome/126.0 Mobile" });
const typed = (over: { phone?: string; email?: string; password?: string } = {}) => {
  made += 1;
  return { name: "Nguyễn Thị Hạnh", ...(over.email === undefined || over.phone !== undefined ? { phone: `0934 ${String(100_000 + made)}` } : {}), password, consents: ticked, locale: "vi" as const, ...over };
};

eachDatabase("Somebody with an account", (database) => {
  const open = (hasLimits = false) => aMarket(database.store, undefined, { hasLimits });
  const join = async (market: Market, over = {}) => {
    const person = typed(over);
    const { token } = await market.people.signUp(person, from());
    const signedIn = await market.people.session(token);
    if (signedIn === undefined) throw new Error("Whoever signs up is signed in");
    return { ...signedIn, token, typed: person };
  };

  test("signs up, is signed in, signs out, and in again by telephone or e-mail", async () => {
    const { market } = await open();
    const { token, person, actor, roles } = await join(market, { phone: "0935 000 001", email: "Hanh1@Example.com" });
    expect([person.phone, person.email, roles, actor]).toEqual(["+84935000001", "hanh1@example.com", [], { id: person.id, grants: [] }]);
    await market.people.signOut(token);
    await market.people.signOut(token);
    expect(await market.people.session(token)).toBeUndefined();
    for (const contact of ["0935000001", "+84 935 000 001", "HANH1@example.com"]) {
      const again = await market.people.signIn({ contact, password }, from());
      expect((await market.people.session(again.token))?.person.id).toBe(person.id);
    }
    expect(await market.people.mySessions(actor)).toMatchObject([{ device: "Chrome · Android" }, { device: "Chrome · Android" }, { device: "Chrome · Android" }]);
  });

  test("[S1] is refused in the same words whether there is nobody or the password is wrong", async () => {
    const { market } = await open();
    await join(market, { phone: "0935 000 002" });
    for (const wrong of [{ contact: "0935000002", password: "sai rồi bạn ơi" }, { contact: "0935999999", password }, { contact: "không phải số", password }, { contact: "0935000002", password: "" }]) {
      await expect(market.people.signIn(wrong, from())).rejects.toMatchObject({ code: "person.wrong_credentials", details: {} });
    }
  });

  test("waits after too many wrong passwords, also with the right one, and not for ever", async () => {
    const { market, clock } = await open(true);
    await join(market, { phone: "0935 000 003" });
    const tries = tryLimits.signIn.perSubject;
    for (let i = 0; i < tries; i++) await expect(market.people.signIn({ contact: "0935000003", password: "sai rồi bạn ơi" }, from())).rejects.toMatchObject({ code: "person.wrong_credentials" });
    const refusal = await market.people.signIn({ contact: "0935 000 003", password }, from()).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: "request.too_many", details: { retryAfterSeconds: expect.any(Number) } });
    clock.move(minutes(tryLimits.signIn.windowMinutes));
    expect(await market.people.signIn({ contact: "0935000003", password }, from())).toHaveProperty("token");
  });

  test("changes their password by the one they had, and is signed out everywhere else", async () => {
    const { market } = await open();
    const { token, actor, sessionId, typed: person } = await join(market);
    const elsewhere = await market.people.signIn({ contact: person.phone ?? "", password }, from());
    const change = (current: string, next: string) => market.people.changePassword({ current, next, keptSessionId: sessionId }, actor, from());
    await expect(change("sai rồi bạn ơi", "tám quả vải")).rejects.toMatchObject({ code: "person.wrong_credentials", details: { field: "current" } });
    await expect(change(password, "12345678")).rejects.toMatchObject({ code: "person.details_invalid", details: { issues: [{ field: "password", reason: "too_common" }] } });
    await expect(market.people.changePassword({ current: password, next: "tám quả vải", keptSessionId: sessionId }, guest, from())).rejects.toMatchObject({ code: "actor.not_allowed" });
    expect(await market.people.session(elsewhere.token)).toBeDefined();
    await change(password, "tám quả vải");
    expect([await market.people.session(elsewhere.token), (await market.people.session(token))?.sessionId]).toEqual([undefined, sessionId]);
    await expect(market.people.signIn({ contact: person.phone ?? "", password }, from())).rejects.toMatchObject({ code: "person.wrong_credentials" });
    expect(await market.people.signIn({ contact: person.phone ?? "", password: "tám quả vải" }, from())).toHaveProperty("token");
  });

  test("[S4] closes their account by its password, is signed out everywhere, and may begin again with the same telephone", async () => {
    const { market } = await open(true);
    const { token, actor, typed: person } = await join(market, { phone: "0935 000 004" });
    const close = (typedPassword: string, by = actor) => market.people.closeAccount(typedPassword, by, from());
    await expect(close("sai rồi bạn ơi")).rejects.toMatchObject({ code: "person.wrong_credentials", details: { field: "password" } });
    await expect(close(password, guest)).rejects.toMatchObject({ code: "actor.not_allowed" });
    await close(password);
    expect(await market.people.session(token)).toBeUndefined();
    await expect(close(password)).rejects.toMatchObject({ code: "person.not_found" });
    await expect(market.people.signIn({ contact: "0935000004", password }, from())).rejects.toMatchObject({ code: "person.wrong_credentials" });
    const again = await market.people.session((await market.people.signUp(person, from())).token);
    expect(again?.person.id).not.toBe(actor.id);
  });

  test("[S1] recovers by a link the mail makes anew; the answer is the same where nobody has that e-mail", async () => {
    const { market, clock } = await open();
    const { token, person } = await join(market, { phone: "0935 000 005", email: "nam@example.com" });
    const { mails: t } = database.store.read.t;
    const mails = async () => database.store.read.select().from(t).where(and(eq(t.kind, "recover"), eq(t.recipient, person.id))).orderBy(t.id);
    expect(await market.people.requestRecovery("Nam@Example.com", from())).toBeUndefined();
    for (const nobody of ["nobody@example.com", "0935000005", "", "\0", sampleEmail("admin")]) expect(await market.people.requestRecovery(nobody, from())).toBeUndefined();
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    const link = linkToken("test-app-secret", mail?.subject ?? "");
    expect(await market.people.recovery(link)).toEqual({ name: person.name });
    await expect(market.people.recover(link, "ngắn", from())).rejects.toMatchObject({ code: "person.details_invalid" });
    const { token: fresh } = await market.people.recover(link, "tám quả vải", from());
    expect([(await market.people.session(fresh))?.person.id, await market.people.session(token)]).toEqual([person.id, undefined]);
    await expect(market.people.recover(link, "tám quả vải", from())).rejects.toMatchObject({ code: "person.link_spent" });
    const told = await database.store.read.select({ kind: t.kind }).from(t).where(and(eq(t.kind, "password_changed"), eq(t.recipient, person.id)));
    expect(told).toHaveLength(1);
    clock.move(hours(2));
    await market.people.requestRecovery("nam@example.com", from());
    const late = linkToken("test-app-secret", (await mails()).at(-1)?.subject ?? "");
    clock.move(hours(1));
    await expect(market.people.recovery(late)).rejects.toMatchObject({ code: "person.link_spent" });
  });

  test("asks for a recovery mail so often and no more, known or not", async () => {
    const { market } = await open(true);
    await join(market, { phone: "0935 000 006", email: "sau@example.com" });
    for (const email of ["sau@example.com", "nobody6@example.com"]) {
      for (let i = 0; i < tryLimits.recover.perSubject; i++) await market.people.requestRecovery(email, from());
      await expect(market.people.requestRecovery(email, from())).rejects.toMatchObject({ code: "request.too_many" });
    }
  });

  test("is let in by a link somebody hands over who may, and locked out by them", async () => {
    const { market } = await open();
    const { person, token } = await join(market, { phone: "0935 000 007" });
    const { token: link } = await market.people.openDoor("0935 000 007", admin);
    expect(await market.people.recover(link, "tám quả vải", from())).toHaveProperty("token");
    await market.people.lockPerson("0935 000 007", admin);
    expect(await market.people.session(token)).toBeUndefined();
    await expect(market.people.signIn({ contact: "0935000007", password: "tám quả vải" }, from())).rejects.toMatchObject({ code: "person.locked" });
    await expect(market.people.signIn({ contact: "0935000007", password: "sai rồi bạn ơi" }, from())).rejects.toMatchObject({ code: "person.wrong_credentials" });
    await market.people.unlockPerson("0935 000 007", admin);
    expect(await market.people.signIn({ contact: "0935000007", password: "tám quả vải" }, from())).toHaveProperty("token");
    expect(person.isLocked).toBe(false);
  });

  test("holds a role at a shop from the moment it is given", async () => {
    const { market, clock } = await open();
    const { token } = await join(market, { phone: "0935 000 008" });
    const { shopId } = await goodsOnSale(database.store, clock.now());
    const { grantId } = await market.people.grantRole({ contact: "0935000008", role: "shop_owner", scope: shopId }, admin);
    expect((await market.people.session(token))?.actor.grants).toContainEqual({ permission: "shop.staff", scope: shopId });
    await expect(market.people.grantRole({ contact: "0935000008", role: "shop_owner", scope: "01ARZ3NDEKTSV4RRFFQ69G5FAV" }, admin)).rejects.toMatchObject({ code: "role.place_invalid" });
    await market.people.endRole(grantId, admin);
    expect((await market.people.session(token))?.actor.grants).toEqual([]);
  });

  test("[S1] of the samples opens in a demo alone, and by nothing else", async () => {
    const { market, clock } = await open();
    await database.store.write(async (tx) => {
      const { id } = await addSamplePerson(tx, { name: "Người mẫu", email: sampleEmail("curator"), locale: "vi" }, { actor: admin, now: clock.now() });
      expect(await addSamplePerson(tx, { name: "Người mẫu", email: sampleEmail("curator"), locale: "vi" }, { actor: admin, now: clock.now() })).toEqual({ id });
    });
    await expect(market.people.signInAsSample("curator", from())).rejects.toMatchObject({ code: "request.not_found" });
    await expect(market.people.signIn({ contact: sampleEmail("curator"), password: "" }, from())).rejects.toMatchObject({ code: "person.wrong_credentials" });
    const demo = createMarket({ store: database.store, clock, methods: {}, settings: { appSecrets: ["x"], ticketKeys: [testTicketKey], returnUrls: { vi: "", en: "" }, hasLimits: true, isDemo: true } });
    const { token } = await demo.people.signInAsSample("curator", from());
    expect((await demo.people.session(token))?.person).toMatchObject({ isSample: true, email: "curator@mau.invalid" });
    await expect(demo.people.signInAsSample("reviewer", from())).rejects.toMatchObject({ code: "request.not_found" });
  });
});

eachDatabase("Orders of somebody with an account", (database) => {
  async function aBuyerAndGoods() {
    const { market, clock } = await aMarket(database.store, undefined, { hasLimits: false });
    const goods = await goodsOnSale(database.store, clock.now());
    const person = typed();
    const { token } = await market.people.signUp(person, from());
    const actor = (await market.people.session(token))?.actor ?? guest;
    const place = async (by?: Actor, over = {}) => market.placeOrder(await aCart(market, [{ variantId: goods.variantIds[0] ?? "", quantity: 1 }]), aBuyer(over), aKey(), by);
    return { market, clock, actor, place };
  }

  test("are theirs when placed signed in, the latest first and a page at a time", async () => {
    const { market, clock, actor, place } = await aBuyerAndGoods();
    const codes: string[] = [];
    for (let i = 0; i < 5; i++) {
      codes.unshift((await place(actor)).code);
      clock.move(1000);
    }
    await place();
    const first = await market.people.myOrders(actor, { pageSize: 3 });
    const second = await market.people.myOrders(actor, { pageSize: 3, before: first.next ?? "" });
    expect([...first.items, ...second.items].map(({ code }) => code)).toEqual(codes);
    expect([second.next, first.items[0]?.titles.length, first.items[0]?.state]).toEqual([undefined, 1, "awaiting_payment"]);
    clock.move(days(1));
    expect((await market.people.myOrders(actor)).items[0]?.state).toBe("lapsed");
  });

  test("[S4] outlive the account, with what the law wants kept of them, and open by code and telephone", async () => {
    const { market, actor, place } = await aBuyerAndGoods();
    const placed = await place(actor, { contact: { name: "Hạnh", phone: "0912 345 670" } });
    await market.people.closeAccount(password, actor, from());
    expect(await market.order(placed)).toMatchObject({ code: placed.code, contact: { name: "Hạnh" } });
    expect(await market.people.lookUpOrder({ code: placed.code, contact: "0912 345 670" }, from())).toEqual({ code: placed.code, key: placed.key });
  });

  test("[S1] open to them without a link, and to nobody else who is signed in", async () => {
    const { market, actor, place } = await aBuyerAndGoods();
    const { code, key } = await place(actor);
    expect(await market.people.myOrder(code, actor)).toEqual({ code, key });
    const other = (await market.people.session((await market.people.signUp(typed(), from())).token))?.actor ?? guest;
    for (const somebody of [other, operatorActor("test", ["order.read"])]) await expect(market.people.myOrder(code, somebody)).rejects.toMatchObject({ code: expect.stringMatching(/^(order.not_found|actor.not_allowed)$/) });
    expect((await market.people.myOrders(other)).items).toEqual([]);
    await expect(market.people.myOrders(guest)).rejects.toMatchObject({ code: "actor.not_allowed" });
  });

  test("[S1] that a guest placed become theirs by the order's key, never by the same telephone", async () => {
    const { market, actor, place } = await aBuyerAndGoods();
    const phone = (await database.store.read.select().from(database.store.read.t.people).where(eq(database.store.read.t.people.id, actor.id)))[0]?.phone ?? "";
    const placed = await place(undefined, { contact: { name: "Hạnh", phone } });
    expect((await market.people.myOrders(actor)).items).toEqual([]);
    await expect(market.people.claimOrder({ code: placed.code, key: "x".repeat(22) }, actor)).rejects.toMatchObject({ code: "order.not_found" });
    await expect(market.people.claimOrder(placed, guest)).rejects.toMatchObject({ code: "actor.not_allowed" });
    await market.people.claimOrder(placed, actor);
    await market.people.claimOrder(placed, actor);
    expect((await market.people.myOrders(actor)).items.map(({ code }) => code)).toEqual([placed.code]);
    const other = (await market.people.session((await market.people.signUp(typed(), from())).token))?.actor ?? guest;
    await expect(market.people.claimOrder(placed, other)).rejects.toMatchObject({ code: "order.not_found" });
  });
});

eachDatabase("A guest's lost order", (database) => {
  async function anOrder(contact: { name: string; phone?: string; email?: string } = { name: "Hạnh", phone: "0912 345 678" }) {
    const { market, clock } = await aMarket(database.store, undefined, { hasLimits: true });
    const goods = await goodsOnSale(database.store, clock.now());
    made += 1;
    const placed = await market.placeOrder(await aCart(market, [{ variantId: goods.variantIds[0] ?? "", quantity: 1 }]), aBuyer({ contact, address: { line: `${made} Phố Thử`, commune: "Phường Hải Dương", province: "Thành phố Hải Phòng" } }), { ...aKey(), clientAddress: `198.51.100.${made % 250}` });
    return { market, clock, placed };
  }

  test("opens again by its code and the whole telephone it was placed with", async () => {
    const { market, placed } = await anOrder();
    for (const contact of ["0912345678", "+84 912 345 678"]) expect(await market.people.lookUpOrder({ code: ` ${placed.code.toLowerCase().slice(0, 4)}-${placed.code.slice(4)}`, contact }, from())).toEqual({ code: placed.code, key: placed.key });
    const byMail = await anOrder({ name: "Ann", email: "Ann@Example.com" });
    expect(await byMail.market.people.lookUpOrder({ code: byMail.placed.code, contact: "ann@example.com" }, from())).toMatchObject({ key: byMail.placed.key });
  });

  test("[S1] is refused in the same words for a wrong code, a wrong telephone, a part of one, and somebody else's", async () => {
    const { market, placed } = await anOrder({ name: "Hạnh", phone: "0912 345 671" });
    const other = await anOrder({ name: "Lan", phone: "0912 345 672" });
    const wrong = [
      { code: other.placed.code, contact: "0912345671" }, { code: placed.code, contact: "0912345670" }, { code: placed.code, contact: "345671" }, { code: placed.code, contact: "" },
      { code: "ABCD2345", contact: "0912345671" }, { code: "", contact: "0912345671" }, { code: "\0", contact: "\0" }, { code: placed.code, contact: "null" },
    ];
    for (const typedWrong of wrong) await expect(market.people.lookUpOrder(typedWrong, from()), JSON.stringify(typedWrong)).rejects.toMatchObject({ code: "order.not_found", details: {} });
  });

  test("is tried five times an hour from one network and about one order, right or wrong", async () => {
    const { market, clock, placed } = await anOrder({ name: "Hạnh", phone: "0912 345 673" });
    const right = { code: placed.code, contact: "0912345673" };
    for (let i = 0; i < 5; i++) await expect(market.people.lookUpOrder({ code: placed.code, contact: "0912345670" }, from(`10.9.0.${i}`))).rejects.toMatchObject({ code: "order.not_found" });
    await expect(market.people.lookUpOrder({ ...right, code: `${placed.code.slice(0, 4)}-${placed.code.slice(4).toLowerCase()}` }, from("10.9.0.9"))).rejects.toMatchObject({ code: "request.too_many" });
    for (let i = 0; i < 5; i++) await market.people.lookUpOrder({ code: `ABCD23${i}5`, contact: "0912345673" }, from("2001:db8:1:2::1")).catch(() => {});
    await expect(market.people.lookUpOrder({ code: "XXXX2345", contact: "0912345673" }, from("2001:db8:1:2:ffff::9"))).rejects.toMatchObject({ code: "request.too_many" });
    clock.move(hours(1));
    expect(await market.people.lookUpOrder(right, from("10.9.0.9"))).toMatchObject({ code: placed.code });
  });

  test("gets a new key where the secret of its old one is no longer in use, and the lost link opens nothing", async () => {
    const { clock, placed } = await anOrder({ name: "Hạnh", phone: "0912 345 674" });
    const later = createMarket({ store: database.store, clock, methods: {}, settings: { appSecrets: ["a-newer-secret"], ticketKeys: [testTicketKey], returnUrls: { vi: "", en: "" }, hasLimits: false } });
    await expect(later.order(placed)).rejects.toMatchObject({ code: "order.not_found" });
    const found = await later.people.lookUpOrder({ code: placed.code, contact: "0912345674" }, from());
    expect(found.key).not.toBe(placed.key);
    expect(await later.order(found)).toMatchObject({ code: placed.code });
    const back = createMarket({ store: database.store, clock, methods: {}, settings: { appSecrets: ["a-newer-secret", "test-app-secret"], ticketKeys: [testTicketKey], returnUrls: { vi: "", en: "" }, hasLimits: false } });
    await expect(back.order(placed)).rejects.toMatchObject({ code: "order.not_found" });
  });
});
