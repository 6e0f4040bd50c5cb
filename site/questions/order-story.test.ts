import fc from "fast-check";
import { attemptStates, cancelReasons, formatDong, fulfilmentStates, locales, orderStates, refundStates, type AttemptState, type Locale } from "@xudong/domain";
import type { OrderView } from "@xudong/checkout";
import { describe, expect, test } from "vitest";
import { cancelMeans, storyOf, whyKept, type Story } from "./order-story.ts";

const now = new Date("2026-11-23T03:10:00Z");
const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const total = 280_000;

type Tried = { method?: string; state: AttemptState; expiresAt?: Date; amountDong?: number };

const attempt = ({ method = "vnpay", state, expiresAt = at(10), amountDong = total }: Tried, i = 0): OrderView["attempts"][number] => ({ id: `a${i}`, method, state, openedAt: at(-5 - i), expiresAt, amountDong });
const part = (kind: "parcel" | "visit", state: (typeof fulfilmentStates)[number]) => ({ id: "f1", kind, state, startsAt: kind === "visit" ? at(600) : null, movedAt: null });
const shop = { id: "s1", slug: "vuon", name: { vi: "Vườn", en: "Garden" }, isSample: true, phone: null };
const seller = (over: Partial<OrderView["sellers"][number]> = {}): OrderView["sellers"][number] => ({ shop, lines: [], fulfilments: [part("parcel", "to_prepare")], itemsDong: total, deliveryDong: 0, totalDong: total, ...over });

/** An order in cash is told apart by its attempt; everything else by state, attempts and refunds. */
function anOrder({ tried = [], refunds = [], ...over }: Partial<Omit<OrderView, "attempts" | "refunds">> & { tried?: Tried[]; refunds?: Partial<OrderView["refunds"][number]>[] } = {}): OrderView {
  const state = over.state ?? "awaiting_payment";
  const isAwaiting = state === "awaiting_payment";
  return {
    code: "K7MP2QX5", state, placedAt: at(-10), holdLapsesAt: isAwaiting ? at(20) : null, confirmedAt: null, cancelledAt: null, cancelReason: null,
    contact: { name: "Hạnh", phone: "+84912345678", email: null }, address: null, gift: null, sellers: [seller()], itemsDong: total, deliveryDong: 0, totalDong: total, paidDong: 0,
    attempts: tried.map(attempt), refunds: refunds.map((refund) => ({ amountDong: total, state: "requested", requestedAt: now, ...refund })),
    tickets: [], mayPay: isAwaiting, mayCancel: isAwaiting || state === "confirmed", ...over,
  };
}

const everything = ({ title, words, back }: Story) => [title, ...words, ...back.flatMap((told) => [told.title, ...told.words])].join("\n");
const inBoth = (order: OrderView) => Object.fromEntries(locales.map((locale) => [locale, storyOf(order, now, locale)])) as Record<Locale, Story>;

/** Each situation that a buyer can meet: the order, what its page must say, and whether it offers to pay. */
const situations: [name: string, order: OrderView, pay: Story["pay"], vi: RegExp, en: RegExp][] = [
  ["waiting", anOrder(), "now", /chưa trả gì.*giữ đến 10:30/s, /not paid anything.*kept until 10:30, Vietnam time/s],
  ["paying under way", anOrder({ tried: [{ state: "opened" }] }), "now", /đến 10:20 để trả xong.*báo thẳng cho chợ.*cả hai lần đều thành công, chợ hoàn lại toàn bộ một lần/s, /until 10:20.*VNPAY itself tells.*both payments succeed, one of them goes back/s],
  ["a payment that is being asked about", anOrder({ tried: [{ state: "unknown", expiresAt: at(-1) }] }), "once_more", /chưa cho chợ biết.*đang hỏi lại.*không phải làm gì.*xin đừng trả lần nữa/s, /has not told.*is asking.*need not do anything.*do not pay again/s],
  ["a payment whose time is over and which nobody has asked about yet", anOrder({ tried: [{ state: "opened", expiresAt: at(-1) }] }), "once_more", /Chưa rõ bạn đã trả/, /do not know yet whether you have paid/],
  ["the same in the last minutes of the hold", anOrder({ tried: [{ state: "unknown" }], mayPay: false }), undefined, /Nếu tiền tới muộn hơn.*hoàn lại toàn bộ/s, /arrive later.*sent back/s],
  ["under review", anOrder({ tried: [{ state: "held" }], mayPay: false, holdLapsesAt: null }), undefined, /giữ lại để kiểm tra.*vẫn giữ hàng và chỗ.*xin đừng trả lần nữa/s, /stopped it to check.*keeps your goods.*do not pay again/s],
  ["not paid", anOrder({ tried: [{ state: "declined" }] }), "now", /không thành.*giữ đến 10:30/s, /did not go through.*kept until/s],
  ["a payment that ran out", anOrder({ tried: [{ state: "expired" }] }), "now", /quá giờ.*không nhận được tiền/s, /time of the last payment is over.*received no money/s],
  ["too late to pay", anOrder({ mayPay: false, holdLapsesAt: at(3) }), undefined, /Không còn đủ giờ.*giữ đến 10:13.*đặt lại/s, /Too little time.*order again/s],
  ["lapsed", anOrder({ state: "lapsed", tried: [{ state: "declined" }] }), undefined, /không nhận được tiền.*đặt lại/s, /received no money.*order again/s],
  ["lapsed while a payment is being asked about", anOrder({ state: "lapsed", tried: [{ state: "unknown" }] }), undefined, /đang hỏi VNPAY.*đơn được xác nhận, hết thì chợ hoàn lại.*đợi kết quả/s, /asking VNPAY.*order is confirmed.*sent back.*wait/s],
  ["lapsed while a payment is under review", anOrder({ state: "lapsed", tried: [{ state: "held" }] }), undefined, /để kiểm tra.*hoàn lại toàn bộ.*đợi kết quả/s, /to check it.*sent back.*wait/s],
  ["confirmed", anOrder({ state: "confirmed", tried: [{ state: "paid" }], paidDong: total }), undefined, /đã nhận đủ tiền.*đã chắc chắn.*chuẩn bị hàng/s, /received all of the money.*certain.*getting your parcel ready/s],
  ["sent", anOrder({ state: "confirmed", tried: [{ state: "paid" }], sellers: [seller({ fulfilments: [part("parcel", "shipped")] })] }), undefined, /trên đường/, /on its way/],
  ["free", anOrder({ state: "confirmed", totalDong: 0 }), undefined, /không thu tiền/, /costs nothing/],
  ["completed", anOrder({ state: "closed", tried: [{ state: "paid" }], sellers: [seller({ fulfilments: [part("parcel", "delivered")] })] }), undefined, /Đã hoàn tất.*đã giao/s, /Completed.*delivered/s],
  ["to be paid in cash", anOrder({ state: "confirmed", tried: [{ method: "cod", state: "opened" }] }), undefined, /chuẩn bị 280\.000\u00A0đ để trả cho người giao hàng.*đừng chuyển tiền trước/s, /280,000\u00A0VND ready for the courier.*in advance/s],
  ["paid in cash", anOrder({ state: "confirmed", tried: [{ method: "cod", state: "paid" }] }), undefined, /đã thu đủ 280\.000/, /has collected 280,000/],
  ["a second payment, which goes back", anOrder({ state: "confirmed", tried: [{ state: "paid" }, { state: "paid" }], refunds: [{}] }), undefined, /tiền hai lần.*hoàn lại phần còn lại.*Chợ hoàn 280\.000/s, /money twice.*sends back the rest.*sends 280,000/s],
  ["confirmed while another payment has no result", anOrder({ state: "confirmed", tried: [{ state: "unknown" }, { state: "paid" }] }), undefined, /lần trả khác chưa có kết quả.*không cần trả nữa/s, /Another payment has no result.*need not pay again/s],
  ["cancelled by its buyer, unpaid", anOrder({ state: "cancelled", cancelReason: "buyer" }), undefined, /Bạn đã huỷ đơn.*không có gì phải hoàn/s, /You cancelled.*nothing to send back/s],
  ["cancelled by its buyer while a payment is open", anOrder({ state: "cancelled", cancelReason: "buyer", tried: [{ state: "opened" }] }), undefined, /chưa có kết quả\. Nếu lần đó thành công, chợ hoàn lại toàn bộ/, /no result yet\. Should it succeed, all of it is sent back/],
  ["cancelled by its buyer while a payment is under review", anOrder({ state: "cancelled", cancelReason: "buyer", tried: [{ state: "held" }] }), undefined, /Bạn đã huỷ đơn.*VNPAY đang giữ khoản bạn trả để kiểm tra.*được chấp nhận thì chợ hoàn lại toàn bộ; bạn không phải làm gì/s, /You cancelled.*VNPAY holds your payment while it checks it.*let through, the market sends all of it back; you need not do anything/s],
  ["cancelled while one payment is under review and another is open", anOrder({ state: "cancelled", cancelReason: "buyer", tried: [{ state: "unknown" }, { state: "held" }] }), undefined, /đang giữ khoản bạn trả.*chưa có kết quả\. Nếu lần đó thành công/s, /holds your payment.*no result yet\. Should it succeed/s],
  ["cancelled by its buyer, paid", anOrder({ state: "cancelled", cancelReason: "buyer", tried: [{ state: "paid" }], refunds: [{}] }), undefined, /Bạn đã huỷ đơn.*Chợ hoàn 280\.000\u00A0đ về thẻ hoặc tài khoản bạn đã trả/s, /You cancelled.*sends 280,000\u00A0VND back to the card or account/s],
  ["cancelled by the market", anOrder({ state: "cancelled", cancelReason: "operator", tried: [{ state: "paid" }], refunds: [{}] }), undefined, /Chợ hoặc người bán đã huỷ.*đặt lại/s, /market or a seller cancelled.*order again/s],
  ["late money, which goes back", anOrder({ state: "cancelled", cancelReason: "units_gone", tried: [{ state: "paid" }], refunds: [{}] }), undefined, /không còn giữ được.*Chợ hoàn 280\.000/s, /could no longer be kept.*sends 280,000/s],
  ["cash, cancelled", anOrder({ state: "cancelled", cancelReason: "buyer", tried: [{ method: "cod", state: "declined" }] }), undefined, /Không ai tới thu tiền/, /Nobody will come to collect/],
  ["cash, refused at the door", anOrder({ state: "cancelled", cancelReason: "cash_refused", tried: [{ method: "cod", state: "declined" }] }), undefined, /trở lại người bán/, /went back to the seller/],
];

const refundsOf = (state: (typeof refundStates)[number], method = "vnpay") => anOrder({ state: "cancelled", cancelReason: "buyer", tried: [{ method, state: "paid" }], refunds: [{ state }] });
const refunds: [name: string, order: OrderView, vi: RegExp, en: RegExp][] = [
  ["requested", refundsOf("requested"), /Yêu cầu đang được gửi tới VNPAY/, /request is on its way to VNPAY/],
  ["unknown", refundsOf("unknown"), /Chợ đã gửi yêu cầu hoàn 280\.000\u00A0đ.*VNPAY chưa trả lời.*đang hỏi lại/s, /has not answered.*asking again/s],
  ["sent", refundsOf("sent"), /Chợ đã gửi yêu cầu hoàn 280\.000\u00A0đ.*VNPAY đã nhận.*Thường sau 5–15 ngày làm việc.*tuỳ ngân hàng/s, /accepted it.*usually arrives within 5–15 working days/s],
  ["done", refundsOf("done"), /đã hoàn 280\.000\u00A0đ.*hỏi ngân hàng/s, /went back.*ask your bank/s],
  ["refused", refundsOf("refused"), /chưa hoàn được.*liên hệ bạn qua 0912 345 678.*giữ mã đơn/s, /could not.*contact you at 0912 345 678.*keep the order's code/s],
  ["of cash, requested", refundsOf("requested", "cod"), /trả bằng tiền mặt.*liên hệ/s, /paid 280,000\u00A0VND in cash.*contact you/s],
  ["of cash, done", refundsOf("done", "cod"), /đã trả lại/, /has given 280,000\u00A0VND back/],
];

describe("an order's page says what happens next", () => {
  test.each(situations)("%s", (_, order, pay, vi, en) => {
    const told = inBoth(order);
    expect(everything(told.vi)).toMatch(vi);
    expect(everything(told.en)).toMatch(en);
    expect([told.vi.pay, told.en.pay]).toEqual([pay, pay]);
  });

  test.each(refunds)("a refund that is %s", (_, order, vi, en) => {
    const told = inBoth(order);
    expect(everything(told.vi)).toMatch(vi);
    expect(everything(told.en)).toMatch(en);
  });

  test("no two situations read alike", () => {
    for (const locale of locales) {
      const told = situations.map(([, order]) => everything(storyOf(order, now, locale)));
      const alike = told.flatMap((words, i) => (told.indexOf(words) === i ? [] : [situations[i]?.[0]]));
      expect(alike).toEqual(["a payment whose time is over and which nobody has asked about yet"]);
    }
  });
});

const word = (pattern: string) => new RegExp(`(?<![\\p{L}])(?:${pattern})(?![\\p{L}])`, "iu");
const never = {
  "holding others' money": word("escrow|wallet|ký quỹ|ví(?! dụ)|giữ tiền hộ"),
  "a promised day": word("cam kết|bảo đảm|guarantee\\w*|promised"),
  "holes in the sentence": /undefined|null|NaN|\{|\}|\[object| {2}/,
};

describe("whatever an order has been through", () => {
  const tried = fc.array(fc.record({ state: fc.constantFrom(...attemptStates), expiresAt: fc.constantFrom(at(-1), at(10)) }), { maxLength: 3 });
  const cashTried = fc.constantFrom<AttemptState>("opened", "paid", "declined").map((state) => [{ method: "cod", state }]);
  const orders = fc
    .record({
      state: fc.constantFrom(...orderStates),
      tried: fc.oneof(tried, cashTried),
      refunds: fc.array(fc.record({ state: fc.constantFrom(...refundStates) }), { maxLength: 2 }),
      cancelReason: fc.constantFrom(...cancelReasons, null),
      mayPay: fc.boolean(),
      mayCancel: fc.boolean(),
      totalDong: fc.constantFrom(0, total),
      parcel: fc.constantFrom(...fulfilmentStates),
      contact: fc.constantFrom({ name: "H", phone: "+84912345678", email: null }, { name: "J", phone: null, email: "jane@example.com" }),
    })
    .map(({ parcel, mayPay, ...over }) => anOrder({ ...over, mayPay: mayPay && over.state === "awaiting_payment", sellers: [seller({ fulfilments: [part("parcel", parcel)] }), seller()] }));

  test("it is told in whole sentences of its language, and in plain words", () => {
    fc.assert(
      fc.property(orders, fc.constantFrom(...locales), (order, locale) => {
        const story = storyOf(order, now, locale);
        const sentences = [...story.words, ...story.back.flatMap(({ words }) => words), ...cancelMeans(order, locale)];
        expect(story.words.length).toBeGreaterThan(0);
        for (const title of [story.title, ...story.back.map((told) => told.title)]) expect(title).toMatch(/^[\p{Lu}\d].{4,}[^.]$/u);
        for (const sentence of sentences) {
          expect(sentence).toMatch(/^[\p{Lu}\d].{8,}\.$/u);
          for (const [what, pattern] of Object.entries(never)) expect(sentence, what).not.toMatch(pattern);
          if (locale === "en") expect(sentence).not.toMatch(/[ăâêôơưđ\u1ea0-\u1ef9]/i);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("[O1] every refund is told once, with its amount", () => {
    fc.assert(
      fc.property(orders, (order) => {
        const { back } = storyOf(order, now, "vi");
        expect(back).toHaveLength(order.refunds.length);
        for (const { title, words } of back) expect([title, words.join(" ")].every((text) => text.includes(formatDong(total, "vi")))).toBe(true);
      }),
    );
  });

  test("[P1] [P4] nobody is told that nothing was paid, or simply to pay, while a payment may have succeeded", () => {
    fc.assert(
      fc.property(orders, (order) => {
        const mayBePaid = order.attempts.some(({ method, state, expiresAt }) => method !== "cod" && (state === "unknown" || state === "held" || (state === "opened" && expiresAt <= now)));
        if (!mayBePaid) return;
        const { words, pay } = storyOf(order, now, "vi");
        expect(pay).not.toBe("now");
        const said = [...words, ...cancelMeans(order, "vi")].join(" ");
        expect(said).not.toMatch(/chưa trả gì|không nhận được tiền|chưa nhận khoản nào|không có (gì|khoản nào) phải hoàn/);
        if (order.state === "cancelled") expect(words.join(" ")).toMatch(/hoàn lại toàn bộ/);
        if (pay === "once_more") expect(words.join(" ")).toMatch(/đừng trả lần nữa/);
      }),
      { numRuns: 2000 },
    );
  });

  test("an order under suspicion is never offered to be paid again", () => {
    const order = anOrder({ tried: [{ state: "opened" }, { state: "held" }], mayPay: true });
    expect(inBoth(order).vi.pay).toBeUndefined();
  });
});

describe("before an order is called off", () => {
  test.each([
    ["paid", anOrder({ state: "confirmed", tried: [{ state: "paid" }] }), /hoàn toàn bộ 280\.000\u00A0đ.*5–15 ngày làm việc.*không hẹn được ngày/s, /all 280,000\u00A0VND back.*5–15 working days.*cannot promise a day/s],
    ["unpaid", anOrder(), /chưa trả gì/, /paid nothing/],
    ["with a payment under review", anOrder({ tried: [{ state: "held" }], mayPay: false }), /VNPAY đang giữ khoản bạn trả để kiểm tra.*chợ hoàn lại toàn bộ; bạn không phải làm gì/s, /VNPAY holds your payment while it checks it.*sends all of it back; you need not do anything/s],
    ["lapsed, with a payment under review", anOrder({ state: "lapsed", mayCancel: true, tried: [{ state: "held" }] }), /VNPAY đang giữ khoản bạn trả/, /VNPAY holds your payment/],
    ["with a payment open", anOrder({ tried: [{ state: "opened" }] }), /Nếu lần đó thành công, chợ hoàn lại toàn bộ/, /Should it succeed, all of it is sent back/],
    ["in cash", anOrder({ state: "confirmed", tried: [{ method: "cod", state: "opened" }] }), /người giao hàng sẽ không tới thu tiền/, /courier will not come/],
    ["of two shops", anOrder({ sellers: [seller(), seller()] }), /2 gian hàng/, /2 shops/],
  ] as const)("%s: what comes back, how and when", (_, order, vi, en) => {
    expect(cancelMeans(order, "vi").join("\n")).toMatch(vi);
    expect(cancelMeans(order, "en").join("\n")).toMatch(en);
  });

  test.each(["held", "opened", "unknown"] as const)("with a payment that is %s nobody hears that nothing was paid, before or after", (state) => {
    const tried = [{ state }];
    for (const locale of locales) {
      const before = cancelMeans(anOrder({ tried }), locale);
      const after = storyOf(anOrder({ state: "cancelled", cancelReason: "buyer", tried }), now, locale).words;
      expect([...before, ...after].join(" ")).not.toMatch(/paid nothing|received nothing|nothing to send back|chưa trả gì|chưa nhận khoản nào|phải hoàn/);
    }
  });

  test("an order that can no longer be called off says why", () => {
    const sent = anOrder({ state: "confirmed", mayCancel: false, sellers: [seller({ fulfilments: [part("parcel", "shipped")] })] });
    const begun = anOrder({ state: "confirmed", mayCancel: false, sellers: [seller({ fulfilments: [part("visit", "due")] })] });
    expect([whyKept(sent, "vi"), whyKept(begun, "vi")]).toEqual([expect.stringContaining("Hàng đã được gửi"), expect.stringContaining("Giờ hẹn đã tới")]);
    expect([whyKept(anOrder(), "vi"), whyKept(anOrder({ state: "closed", mayCancel: false }), "vi")]).toEqual([undefined, undefined]);
  });
});
