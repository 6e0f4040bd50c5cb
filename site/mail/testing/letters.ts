import { dayOf, days, hours, plus, type Localized } from "@xudong/domain";
import type { MailAbout, MailToWrite } from "@xudong/market";

const now = new Date("2026-11-23T03:00:00Z");
const visitAt = new Date("2026-11-28T01:00:00Z");

/** Words as sellers write them, in both languages, each made by `say`: in a test of escaping, say, hostile ones. */
type Say = (vi: string, en: string) => Localized;
const plainly: Say = (vi, en) => ({ vi, en });

/** Every kind of mail once, about one order of a box of guava and three seats in a workshop. */
export function everyAbout(say: Say = plainly): { readonly [K in MailAbout["kind"]]: Extract<MailAbout, { kind: K }> } {
  const shop = { id: "01KAQY0000000000000000SH0P", slug: "vuon-nha-may", name: say("Vườn nhà Mây", "Mây family orchard"), isSample: true, phone: null };
  const kiln = { id: "01KAQY0000000000000000K1LN", slug: "lo-gom", name: say("Lò gốm Sông Thương", "Sông Thương kiln"), isSample: true, phone: null };
  const face = (title: Localized, variant: Localized) => ({ variantId: "v", listingSlug: { vi: "s", en: "s" }, listingTitle: title, variantTitle: variant, picture: { drawing: "guava", alt: title } });
  const guava = { ...face(say("Ổi Thanh Hà", "Thanh Hà guava"), say("Thùng 5 kg", "5 kg box")), kind: "goods" as const, slot: undefined, unitPriceDong: 150_000, quantity: 2, totalDong: 300_000 };
  const workshop = { ...face(say("Nặn gốm ở lò Chu Đậu", "A morning at the Chu Đậu kilns"), say("Người lớn", "Adult")), kind: "experience" as const, slot: { id: "slot", startsAt: visitAt, endsAt: plus(visitAt, hours(2)) }, unitPriceDong: 120_000, quantity: 3, totalDong: 360_000 };
  const parcel = { service: "standard" as const, zone: "regional" as const, weightGrams: 10_000, arrivesFrom: dayOf(plus(now, days(3))), arrivesTo: dayOf(plus(now, days(4))), isSample: true };
  const seller = { shop, lines: [guava], parcel, fulfilments: [{ id: "parcel", kind: "parcel" as const, state: "shipped" as const, startsAt: null, movedAt: now }], itemsDong: 300_000, deliveryDong: 35_000, totalDong: 335_000 };
  const host = { shop: kiln, lines: [workshop], fulfilments: [{ id: "visit", kind: "visit" as const, state: "due" as const, startsAt: visitAt, movedAt: null }], itemsDong: 360_000, deliveryDong: 0, totalDong: 360_000 };
  const ticket = (number: number, code: string) => ({
    code, number, of: 3, state: "issued" as const, listingTitle: workshop.listingTitle, variantTitle: workshop.variantTitle, shopName: kiln.name, place: say("Xã Thái Tân, Thành phố Hải Phòng", "Thái Tân, Hải Phòng"),
    startsAt: visitAt, endsAt: plus(visitAt, hours(2)), admittedAt: null, voidBecause: null, qrText: "XD1.secret", orderCode: "K7MP2QX9", isSample: true,
  });
  const all = [ticket(1, "A2B3C4D5"), ticket(2, "B2B3C4D6"), ticket(3, "C2B3C4D7")] as const;
  const attempt = { id: "a", method: "vnpay", state: "paid" as const, openedAt: now, expiresAt: plus(now, hours(1)), amountDong: 695_000 };
  const order = {
    code: "K7MP2QX9", state: "confirmed" as const, placedAt: now, holdLapsesAt: null, confirmedAt: now, cancelledAt: null, cancelReason: null, gift: null,
    contact: { name: typed, phone: null, email: "hanh@example.com" },
    address: { line: typed, commune: "Phường Hải Dương", province: "Thành phố Hải Phòng", communeCode: "10507", provinceCode: "31", note: typed },
    sellers: [seller, host], itemsDong: 660_000, deliveryDong: 35_000, totalDong: 695_000, paidDong: 695_000, attempts: [attempt], refunds: [], tickets: all, mayPay: false, mayCancel: true,
  };
  const link = { code: order.code, key: "a-key-of-22-characters" };
  const cash = { ...attempt, method: "cod", state: "opened" as const, amountDong: 335_000 };
  const ofGoods = { ...order, sellers: [seller], itemsDong: 300_000, totalDong: 335_000, paidDong: 0, attempts: [cash], tickets: [] };
  const cancelled = { ...order, state: "cancelled" as const, cancelledAt: now, cancelReason: "operator" as const, refunds: [{ amountDong: 695_000, state: "requested" as const, requestedAt: now }], mayCancel: false };
  const task = {
    orderId: "o", orderCode: order.code, shopId: shop.id, shopName: shop.name, isSample: true, itemsDong: 660_000, states: ["to_prepare" as const, "due" as const],
    lines: [{ ...guava, startsAt: null }, { ...workshop, startsAt: visitAt }], parcel: { service: "standard" as const, readyBy: plus(now, hours(5)) },
  };
  const money = { order, link, amountDong: 695_000, reason: "second_payment", isCash: false };
  return {
    order_confirmed: { kind: "order_confirmed", order, link },
    cash_order: { kind: "cash_order", order: ofGoods, link },
    tickets: { kind: "tickets", order, link, tickets: all, entryFrom: plus(visitAt, -hours(1)), asOf: now },
    order_cancelled: { kind: "order_cancelled", order: cancelled, link },
    payment_not_kept: { kind: "payment_not_kept", order: { ...cancelled, cancelReason: "units_gone" }, link },
    parcel_shipped: { kind: "parcel_shipped", order: ofGoods, link, seller },
    refund_requested: { kind: "refund_requested", ...money },
    refund_done: { kind: "refund_done", ...money },
    seller_order: { kind: "seller_order", task },
    seller_cancelled: { kind: "seller_cancelled", task: { ...task, states: ["returned"] } },
    recover: { kind: "recover", token: "one-time-token_43-characters", expiresAt: plus(now, hours(1)) },
    password_changed: { kind: "password_changed", at: now },
    role_granted: { kind: "role_granted", role: "shop_staff", shopName: shop.name },
    role_ended: { kind: "role_ended", role: "reviewer", shopName: undefined },
  };
}

/** What whoever ordered has typed: no mail may repeat it. */
export const typed = "Rẻ nhất http://spam.example";

export const aMail = (about: MailAbout, locale: "vi" | "en"): MailToWrite => ({ id: "01KAQY0000000000000000MA11", to: "hanh@example.com", locale, isToSample: false, about });
