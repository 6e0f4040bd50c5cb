import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eachDatabase } from "@xudong/database/testing";
import { goodsOnSale } from "@xudong/catalog/testing";
import { operatorActor } from "@xudong/domain";
import { aBuyer, aCart, aKey, aMarket } from "@xudong/market/testing";
import { expect, test } from "vitest";
import { accountPage } from "./account.ts";
import { aVisit } from "./a-visit.ts";
import { cartPage } from "./cart.ts";
import { cancelPage } from "./cancel.ts";
import { checkoutPage } from "./checkout.ts";
import { closeAccountPage } from "./close-account.ts";
import { lookupPage } from "./lookup.ts";
import { orderPage } from "./order.ts";
import { newPasswordPage, recoverPage } from "./recover.ts";
import { signInPage } from "./sign-in.ts";
import { signUpPage } from "./sign-up.ts";

type Form = Record<string, string>;
const password = "cây ổi sau nhà";
let made = 0;

/** What a page answers: where it leads, or itself. */
function answerOf<Page>(answer: Response | Page): { page: Page | undefined; leadsTo: string | null } {
  return answer instanceof Response ? { page: undefined, leadsTo: answer.headers.get("location") } : { page: answer, leadsTo: null };
}

eachDatabase("A browser of somebody with an account", (database) => {
  const open = async () => aMarket(database.store);
  type Market = Awaited<ReturnType<typeof open>>["market"];

  async function join(market: Market, over: Form = {}) {
    made += 1;
    const form = { name: "Nguyễn Thị Hạnh", phone: `0936 ${100_000 + made}`, email: "", password, terms: "1", privacy: "1", ...over };
    const visit = aVisit(market, "/dang-ky", { form });
    const { leadsTo } = answerOf(await signUpPage(visit, "vi"));
    return { visit, form, leadsTo, session: visit.kept.get("session") ?? "" };
  }

  test("signs up into the account's page, with a cookie no script can read", async () => {
    const { market } = await open();
    const { visit, leadsTo, session } = await join(market);
    expect([leadsTo, session]).toEqual(["/tai-khoan", expect.stringMatching(/^[a-z2-7]{40}$/)]);
    expect(visit.keptHow.get("session")).toEqual({ path: "/", sameSite: "lax", secure: false, httpOnly: true, maxAge: 30 * 86_400 });
    const { page } = answerOf(await accountPage(aVisit(market, "/tai-khoan", { cookies: { session } }), "vi"));
    expect(page).toMatchObject({ who: { person: { name: "Nguyễn Thị Hạnh" } }, orders: { items: [] }, unclaimed: [] });
    expect(page?.consents.map(({ purpose, isGiven }) => `${purpose} ${isGiven}`)).toEqual(["terms true", "privacy true"]);
  });

  test("[S2] finds every fault at its field and everything it typed again, the password excepted", async () => {
    const { market } = await open();
    const visit = aVisit(market, "/en/sign-up", { form: { name: "", phone: "0112", email: "an@example.com", password: "12345678", terms: "1", season_news: "1" } });
    const { page } = answerOf(await signUpPage(visit, "en"));
    expect(page).toMatchObject({ typed: { phone: "0112", email: "an@example.com", consents: ["terms", "season_news"] }, refusal: { title: "4 things need mending" } });
    expect(Object.keys(page?.refusal?.fields ?? {}).sort()).toEqual(["name", "password", "phone", "privacy"]);
    expect([JSON.stringify(page), visit.response.status, visit.kept.has("session")]).toEqual([expect.not.stringContaining("12345678"), 422, false]);
    const taken = await join(market);
    const again = answerOf(await signUpPage(aVisit(market, "/dang-ky", { form: taken.form }), "vi"));
    expect(again.page).toMatchObject({ refusal: { code: "person.contact_unavailable" }, typed: { phone: taken.form.phone } });
  });

  test("signs in and out, and goes on to where it was asked to", async () => {
    const { market } = await open();
    const { form, session } = await join(market);
    const out = aVisit(market, "/tai-khoan", { form: { do: "sign-out" }, cookies: { session } });
    expect([answerOf(await accountPage(out, "vi")).leadsTo, out.kept.has("session")]).toEqual(["/", false]);
    expect(answerOf(await accountPage(aVisit(market, "/tai-khoan", { cookies: { session } }), "vi")).leadsTo).toBe("/dang-nhap");
    for (const [next, way] of [["", "/tai-khoan"], ["checkout", "/thanh-toan"], ["//evil.example", "/tai-khoan"], ["constructor", "/tai-khoan"]] as const) {
      const visit = aVisit(market, "/dang-nhap", { form: { contact: form.phone, password, next } });
      expect(answerOf(await signInPage(visit, "vi")).leadsTo).toBe(way);
    }
    const wrong = aVisit(market, "/en/sign-in", { form: { contact: form.phone, password: "sai rồi bạn ơi" } });
    expect(answerOf(await signInPage(wrong, "en")).page).toMatchObject({ typed: { contact: form.phone }, refusal: { code: "person.wrong_credentials", fields: {} } });
    expect(answerOf(await signInPage(aVisit(market, "/en/sign-in", { form: { contact: " " } }), "en")).page?.refusal?.fields).toEqual({ contact: expect.any(String), password: expect.any(String) });
  });

  test("asks for a link in the same words whether there is such an account, and chooses a password by one", async () => {
    const { market } = await open();
    made += 1;
    const email = `hanh${made}@example.com`;
    const { session } = await join(market, { email });
    const answers = await Promise.all([email, "nobody@example.com"].map(async (typed) => recoverPage(aVisit(market, "/dang-nhap/quen-mat-khau", { form: { email: typed } }), "vi")));
    expect(answers.map(({ isSent, refusal }) => [isSent, refusal])).toEqual([[true, undefined], [true, undefined]]);
    expect((await recoverPage(aVisit(market, "/x", { form: { email: "x@" } }), "vi")).refusal?.fields).toHaveProperty("email");
    const { token } = await market.people.openDoor(email, operatorActor("test", ["role.grant", "person.help"]));
    const looking = aVisit(market, `/dang-nhap/mat-khau-moi?token=${token}`);
    expect(answerOf(await newPasswordPage(looking, "vi")).page).toMatchObject({ name: "Nguyễn Thị Hạnh", token });
    expect([looking.response.headers.get("referrer-policy"), looking.response.headers.get("cache-control")]).toEqual(["same-origin", "no-store"]);
    expect(answerOf(await newPasswordPage(aVisit(market, "/x", { form: { token, password: "ngắn" } }), "vi")).page?.refusal?.fields).toHaveProperty("password");
    const done = aVisit(market, "/x", { form: { token, password: "tám quả vải" } });
    expect([answerOf(await newPasswordPage(done, "vi")).leadsTo, done.kept.has("session")]).toEqual(["/tai-khoan", true]);
    const spent = aVisit(market, `/x?token=${token}`);
    expect([answerOf(await newPasswordPage(spent, "vi")).page, spent.response.status]).toEqual([{ locale: "vi", token: "" }, 404]);
    expect(await market.people.session(session)).toBeUndefined();
  });

  test("changes what its page offers: password, devices, consent", async () => {
    const { market } = await open();
    const { form, session } = await join(market);
    const other = await market.people.signIn({ contact: form.phone, password }, { clientAddress: "10.0.0.1", userAgent: "" });
    const otherId = (await market.people.session(other.token))?.sessionId ?? "";
    const press = async (deed: Form) => answerOf(await accountPage(aVisit(market, "/tai-khoan", { form: deed, cookies: { session } }), "vi"));
    expect((await press({ do: "password", current: "sai", password: "tám quả vải" })).page?.refusal?.fields).toHaveProperty("current");
    expect((await press({ do: "password", current: password, password: form.phone })).page?.refusal?.fields).toHaveProperty("password");
    expect((await press({ do: "consent", purpose: "season_news", give: "1" })).leadsTo).toBe("/tai-khoan?done=consent");
    expect((await press({ do: "consent", purpose: "terms" })).leadsTo).toBe("/tai-khoan?done=consent");
    const { page } = await press({ do: "nothing known" });
    expect(page?.consents.filter(({ isGiven }) => isGiven).map(({ purpose }) => purpose)).toEqual(["terms", "privacy", "season_news"]);
    expect((await press({ do: "end-session", session: otherId })).leadsTo).toBe("/tai-khoan?done=session");
    expect((await press({ do: "end-session", session: otherId })).leadsTo).toBe("/tai-khoan?done=session");
    expect(await market.people.session(other.token)).toBeUndefined();
    expect((await press({ do: "password", current: password, password: "tám quả vải" })).leadsTo).toBe("/tai-khoan?done=password");
    expect((await press({ do: "end-others" })).leadsTo).toBe("/tai-khoan?done=sessions");
  });

  test("[S4] closes the account by its password, and is signed in nowhere afterwards", async () => {
    const { market } = await open();
    const { form, session } = await join(market);
    const press = async (typed: Form | undefined, cookies: Form = { session }, path = "/tai-khoan/dong") => {
      const visit = aVisit(market, path, { cookies, ...(typed ? { form: typed } : {}) });
      return { ...answerOf(await closeAccountPage(visit, "vi")), visit };
    };
    expect((await press(undefined, {})).leadsTo).toBe("/dang-nhap");
    expect((await press(undefined)).page).toEqual({ locale: "vi", isDone: false, isSample: false });
    for (const wrong of [{}, { password: "sai rồi bạn ơi" }] as Form[]) expect((await press(wrong)).page?.refusal?.fields).toEqual({ password: "Mật khẩu chưa đúng." });
    const { leadsTo, visit } = await press({ password });
    expect([leadsTo, visit.kept.has("session"), await market.people.session(session)]).toEqual(["/tai-khoan/dong?done", false, undefined]);
    expect((await press(undefined, {}, leadsTo ?? "")).page?.isDone).toBe(true);
    expect(answerOf(await signInPage(aVisit(market, "/dang-nhap", { form: { contact: form.phone, password } }), "vi")).page?.refusal?.code).toBe("person.wrong_credentials");
  });

  test("[S1] orders into its account, which opens the order, and signing out closes it", async () => {
    const { market, clock } = await open();
    const goods = await goodsOnSale(database.store, clock.now());
    const { form, session } = await join(market);
    const cart = await aCart(market, [{ variantId: goods.variantIds[0] ?? "", quantity: 1 }]);
    const cookies = { session, cart: `${cart.id}.${cart.token}` };
    const { page } = answerOf(await checkoutPage(aVisit(market, "/thanh-toan", { cookies }), "vi"));
    expect(page?.typed).toMatchObject({ name: "Nguyễn Thị Hạnh", phone: form.phone.replace(/^(\d{4}) (\d{3})(\d{3})$/, "$1 $2 $3") });
    const { contact, address } = aBuyer();
    const paying = aVisit(market, "/thanh-toan", { cookies, form: { nonce: `nonce-${(made += 1)}-abc`, total: String(page?.cart.totalDong), name: contact.name, phone: contact.phone ?? "", ...(address as Form), terms: "1", privacy: "1", payment: "vnpay" } });
    const { leadsTo, page: again } = answerOf(await checkoutPage(paying, "vi"));
    expect([again?.refusal, leadsTo]).toEqual([undefined, expect.stringContaining("http://gateway.test/pay")]);
    const own = answerOf(await accountPage(aVisit(market, "/tai-khoan", { cookies: { session } }), "vi")).page;
    const code = own?.orders.items[0]?.code ?? "";
    expect([...paying.kept.keys()].filter((name) => name.startsWith("order_"))).toEqual([]);
    const at = (cookies: Form) => aVisit(market, `/don-hang/${code}`, { cookies, params: { code } });
    expect(answerOf(await orderPage(at({ session }), "vi")).page?.order?.code).toBe(code);
    expect(answerOf(await cancelPage(at({ session }), "vi")).page?.code).toBe(code);
    expect(answerOf(await cartPage(aVisit(market, "/gio-hang", { cookies: { session } }), "vi")).page?.unpaid.map((order) => order.code)).toEqual([code]);
    const stranger = await join(market);
    for (const nobody of [{}, { session: stranger.session }, { session: "a".repeat(40) }] as Form[]) {
      expect(answerOf(await orderPage(at(nobody), "vi")).page?.order).toBeUndefined();
      expect(answerOf(await cancelPage(at(nobody), "vi")).leadsTo).toBe(`/don-hang/${code}`);
    }
    await accountPage(aVisit(market, "/tai-khoan", { form: { do: "sign-out" }, cookies: { session } }), "vi");
    expect(answerOf(await orderPage(at({ session }), "vi")).page?.order).toBeUndefined();
  });

  test("[S1] puts a guest's order of this browser into the account, by the key it holds", async () => {
    const { market, clock } = await open();
    const goods = await goodsOnSale(database.store, clock.now());
    const placed = await market.placeOrder(await aCart(market, [{ variantId: goods.variantIds[0] ?? "", quantity: 1 }]), aBuyer(), aKey());
    const { session } = await join(market);
    const page = async (cookies: Form, form?: Form) => answerOf(await accountPage(aVisit(market, "/tai-khoan", { cookies, ...(form ? { form } : {}) }), "vi"));
    const cookies = { session, [`order_${placed.code}`]: placed.key };
    expect((await page(cookies)).page?.unclaimed).toEqual([placed.code]);
    await page({ session }, { do: "claim", code: placed.code });
    expect((await page({ session })).page?.orders.items).toEqual([]);
    await page({ session, [`order_${placed.code}`]: "x".repeat(22) }, { do: "claim", code: placed.code });
    expect((await page({ session })).page?.orders.items).toEqual([]);
    expect((await page(cookies, { do: "claim", code: placed.code })).leadsTo).toBe("/tai-khoan?done=order");
    expect((await page(cookies)).page).toMatchObject({ unclaimed: [], orders: { items: [{ code: placed.code }] } });
  });

  test("[S1] finds a lost order by code and telephone, and hears the same of a wrong code as of a wrong telephone", async () => {
    const { market, clock } = await open();
    const goods = await goodsOnSale(database.store, clock.now());
    const placed = await market.placeOrder(await aCart(market, [{ variantId: goods.variantIds[0] ?? "", quantity: 1 }]), aBuyer({ contact: { name: "Lan", phone: "0912 345 999" } }), aKey());
    const ask = async (form: Form) => {
      const visit = aVisit(market, "/tra-cuu", { form });
      return { ...answerOf(await lookupPage(visit, "vi")), visit };
    };
    const found = await ask({ code: placed.code, contact: "0912345999" });
    expect([found.leadsTo, found.visit.kept.get(`order_${placed.code}`)]).toEqual([`/don-hang/${placed.code}`, placed.key]);
    const [wrongCode, wrongPhone] = [await ask({ code: "ABCD2345", contact: "0912345999" }), await ask({ code: placed.code, contact: "0912345000" })];
    expect(wrongCode.page?.refusal).toMatchObject({ title: wrongPhone.page?.refusal?.title, detail: wrongPhone.page?.refusal?.detail });
    expect([wrongPhone.page?.typed, wrongPhone.visit.response.status]).toEqual([{ code: placed.code, contact: "0912345000" }, 422]);
    expect((await ask({ code: "", contact: "" })).page?.refusal?.fields).toEqual({ code: expect.any(String), contact: expect.any(String) });
  });

  test("may hold anything at all in its cookie and forms: it is refused, never a fault", async () => {
    const { market } = await open();
    for (const odd of ["\0", "a".repeat(5000), "\u{d800}", "..", "%00"]) {
      const cookies = { session: odd.toWellFormed() };
      expect(answerOf(await accountPage(aVisit(market, "/tai-khoan", { cookies }), "vi")).leadsTo).toBe("/dang-nhap");
      expect(answerOf(await signInPage(aVisit(market, "/x", { cookies, form: { contact: odd, password: odd } }), "vi")).page).toHaveProperty("refusal");
      expect(answerOf(await signUpPage(aVisit(market, "/x", { form: { name: odd, phone: odd, email: odd, password: odd } }), "vi")).page).toHaveProperty("refusal");
      expect(answerOf(await lookupPage(aVisit(market, "/x", { form: { code: odd, contact: odd } }), "vi")).page).toHaveProperty("refusal");
      expect(answerOf(await newPasswordPage(aVisit(market, "/x", { form: { token: odd, password } }), "vi")).page?.name).toBeUndefined();
      expect(await recoverPage(aVisit(market, "/x", { form: { email: odd } }), "vi")).toHaveProperty("refusal");
    }
  });
});

test("only pages that show one person's things ask who is signed in: what is the same for everybody never does", () => {
  const site = join(import.meta.dirname, "..");
  const sources = readdirSync(site, { recursive: true, encoding: "utf8" }).filter((name) => /\.(ts|astro)$/.test(name) && !/\.test\.ts$|^public|^server/.test(name));
  const asking = sources.filter((name) => /from "[^"]*\/session\.ts"|cookies\.get\("session"\)/.test(readFileSync(join(site, name), "utf8"))).sort();
  expect(asking).toEqual(["account", "cancel", "cart", "checkout", "close-account", "lookup", "order", "recover", "remind", "see-as", "sign-in", "sign-up", "workplace"].map((name) => `actions/${name}.ts`).concat("questions/ticket.ts"));
  // whoever asks through those keeps its answer private, too: asking itself says so
  expect(readFileSync(join(site, "actions/session.ts"), "utf8")).toMatch(/signedIn\(visit: Visit\)[^}]*\{\s*keepPrivate\(visit\);/);
});
