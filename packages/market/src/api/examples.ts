import type { z } from "zod";
import type { cart, cartRef, quote } from "./carts-json.ts";
import type { categoryTree, shop as shopDetail, shopPage } from "./shops-json.ts";
import type { searchAnswer, suggestions } from "./search-json.ts";
import type { listing, listingPage, slotList } from "./listings-json.ts";
import type { openedPayment, order, placedOrder } from "./orders-json.ts";
import type { reminder } from "./reminder-routes.ts";

// What the API's description shows. Everything in it is invented, and says so.

const shop = { id: "01K9Q4M0SH0P00000000000001", slug: "vuon-mau", name: "Vườn Mẫu", place: "Xã Mẫu, Tỉnh Mẫu", isSample: true };
const seller = { id: shop.id, slug: shop.slug, name: shop.name, isSample: true };
const picture = { drawing: "honey", alt: "Hũ mật ong (minh hoạ)" };

const card = {
  id: "01K9Q4M0L1ST1NG00000000001",
  slug: "mat-ong-hoa-nhan",
  kind: "goods" as const,
  title: "Mật ong hoa nhãn",
  summary: "Hũ 500 g, quay tại vườn.",
  picture,
  priceFrom: 120_000,
  currency: "VND" as const,
  isSample: true,
  seasonMonths: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  seasonLunar: [],
  category: { key: "mat-ong", slug: "mat-ong", name: "Mật ong" },
  unit: { code: "00000", name: "Xã Mẫu" },
  needsCold: false,
  shelfLifeHours: 8760,
  badges: [],
  isInSeason: true,
  nextSlot: null,
  untranslated: [],
};

const fullShop = {
  ...shop,
  kind: "household" as const,
  about: "Gian hàng mẫu.",
  unit: card.unit,
  identity: { legalName: "Hộ kinh doanh mẫu", addressLine: "Số 1, thôn Mẫu, xã Mẫu", phone: "0000 000 000", registration: { number: null, issuer: "Cơ quan mẫu", issuedOn: "2025-07-01" } },
  badges: [],
};

const sums = { itemsTotal: 240_000, deliveryFee: 25_000, total: 265_000 };
const parcel = { service: "standard" as const, serviceText: "Giao tiêu chuẩn", zone: "local" as const, weightGrams: 1_400, arrivesFrom: "2026-11-25", arrivesTo: "2026-11-26", isSampleRate: true };
const sending = {
  delivery: { ...parcel, isEstimate: false, takesCash: true },
  deliveryWays: [
    { service: "pickup" as const, serviceText: "Nhận tại điểm", fee: 0, arrivesFrom: "2026-11-23", arrivesTo: null },
    { service: parcel.service, serviceText: parcel.serviceText, fee: 25_000, arrivesFrom: parcel.arrivesFrom, arrivesTo: parcel.arrivesTo },
  ],
};

const line = {
  variantId: "01K9Q4M0V1AR1ANT0000000001",
  kind: "goods" as const,
  listing: { slug: card.slug, title: card.title },
  title: "Hũ 500 g",
  picture,
  slot: null,
  price: 120_000,
  quantity: 2,
  total: 240_000,
};

const theOrder: z.infer<typeof order> = {
  code: "K7MP2QX5",
  state: "awaiting_payment",
  stateText: "Chờ thanh toán",
  placedAt: "2026-11-23T03:00:00.000Z",
  holdLapsesAt: "2026-11-23T03:30:00.000Z",
  confirmedAt: null,
  cancelledAt: null,
  cancelReason: null,
  cancelReasonText: null,
  contact: { name: "Nguyễn Thị Hoa", phone: "+84912345678", email: null },
  address: { line: "Số 5, thôn Đông", commune: "Xã Mẫu", province: "Tỉnh Mẫu", communeCode: "00001", provinceCode: "00", oldText: null, plusCode: null, note: null },
  gift: null,
  sellers: [
    {
      shop: seller,
      lines: [line],
      fulfilments: [{ id: "01K9Q4M0F01F11MENT00000001", kind: "parcel", state: "to_prepare", stateText: "Người bán đang chuẩn bị", startsAt: null, carrier: null, trackingNumber: null }],
      delivery: parcel,
      ...sums,
    },
  ],
  ...sums,
  paid: 0,
  currency: "VND",
  attempts: [],
  refunds: [],
  tickets: [],
  mayPay: true,
  mayCancel: true,
  untranslated: [],
};

export const examples: {
  listingPage: z.infer<typeof listingPage>;
  listing: z.infer<typeof listing>;
  categoryTree: z.infer<typeof categoryTree>;
  shopPage: z.infer<typeof shopPage>;
  shop: z.infer<typeof shopDetail>;
  slotList: z.infer<typeof slotList>;
  searchAnswer: z.infer<typeof searchAnswer>;
  suggestions: z.infer<typeof suggestions>;
  cartRef: z.infer<typeof cartRef>;
  cart: z.infer<typeof cart>;
  quote: z.infer<typeof quote>;
  placedOrder: z.infer<typeof placedOrder>;
  order: z.infer<typeof order>;
  cancelledOrder: z.infer<typeof order>;
  openedPayment: z.infer<typeof openedPayment>;
  reminder: z.infer<typeof reminder>;
} = {
  listingPage: { items: [{ ...card, shop }], page: 1, pageSize: 1, total: 40, next: `/api/v1/listings?pageSize=1&after=${card.id}` },
  categoryTree: { items: [{ ...card.category, kind: "goods", shown: 40, children: [] }], untranslated: [] },
  shopPage: { items: [{ ...shop, kind: "household", unit: card.unit, shown: 40, untranslated: [] }], page: 1, pageSize: 24, total: 1, next: null },
  shop: { ...fullShop, shown: 40, listings: "/api/v1/listings?shop=vuon-mau", untranslated: [] },
  listing: {
    ...card,
    shop: fullShop,
    plusCode: null,
    pictures: [picture],
    body: ["Nội dung mẫu."],
    facts: [{ label: "Bảo quản", value: "Nơi khô, mát" }],
    variants: [{ id: line.variantId, title: line.title, price: 120_000, unitsLeft: 40, weightGrams: 700, draws: [{ unit: "piece", units: 1 }] }],
    provenance: "Nội dung mẫu, giá mẫu.",
    notOnSale: null,
    slotDays: [],
  },
  slotList: {
    items: [
      {
        id: "01K9Q4M0S10T00000000000001",
        startsAt: "2026-11-28T01:00:00.000Z",
        endsAt: "2026-11-28T03:00:00.000Z",
        sellsUntil: "2026-11-28T00:00:00.000Z",
        unitsLeft: 6,
        prices: [{ variantId: "01K9Q4M0V1AR1ANT0000000002", title: "Người lớn", price: 80_000, unitsLeft: 6 }],
      },
    ],
    currency: "VND",
    untranslated: [],
  },
  searchAnswer: {
    hits: [{ listing: { ...card, shop }, title: { text: card.title, marks: [{ from: 0, to: 7 }] }, distance: null }],
    others: [{ kind: "shop", slug: shop.slug, title: shop.name, summary: null, isSample: true }],
    total: 1,
    totalIsExact: true,
    facets: { kind: [{ value: "goods", label: "Hàng hoá", count: 1, isChosen: false }], category: [], place: [], ocop: [], month: [] },
    page: 1,
    pageSize: 24,
    pages: 1,
    engine: "embedded",
    corrected: null,
    understood: { priceMin: null, priceMax: null, from: null, to: null, guests: null },
  },
  suggestions: { items: [{ listing: { ...card, shop } }] },
  cartRef: { id: "01K9Q4M0CART00000000000001", token: "p3Jb2c0V5o7m1QkTnW8xYz4A" },
  cart: {
    id: "01K9Q4M0CART00000000000001",
    count: 2,
    sellers: [{ shop: seller, lines: [{ ...line, problem: null }], ...sending, ...sums }],
    ...sums,
    currency: "VND",
    needsAddress: true,
    isOrderable: true,
    paymentMethods: ["vnpay", "cod"],
    untranslated: [],
  },
  quote: { sellers: [{ shop: seller, ...sending, ...sums }], ...sums, currency: "VND", problems: [], isVatIncluded: true, needsAddress: true, isOrderable: true, paymentMethods: ["vnpay", "cod"], untranslated: [] },
  placedOrder: {
    code: "K7MP2QX5",
    key: "Zr8kq1vJt0mY5bXwN3cPdA",
    total: 265_000,
    currency: "VND",
    state: "awaiting_payment",
    stateText: "Chờ thanh toán",
    holdLapsesAt: "2026-11-23T03:30:00.000Z",
  },
  order: theOrder,
  // Called off by its buyer after it was paid.
  cancelledOrder: {
    ...theOrder,
    state: "cancelled",
    stateText: "Đã huỷ",
    holdLapsesAt: null,
    confirmedAt: "2026-11-23T03:06:00.000Z",
    cancelledAt: "2026-11-23T05:00:00.000Z",
    cancelReason: "buyer",
    cancelReasonText: "Bạn đã huỷ đơn",
    sellers: theOrder.sellers.map((each) => ({ ...each, fulfilments: each.fulfilments.map((part) => ({ ...part, state: "cancelled" as const, stateText: "Đã huỷ" })) })),
    paid: 265_000,
    attempts: [
      { id: "01K9Q4M0ATTEMPT00000000001", method: "vnpay", state: "paid", stateText: "Đã nhận tiền", openedAt: "2026-11-23T03:01:00.000Z", expiresAt: "2026-11-23T03:16:00.000Z", amount: 265_000 },
    ],
    refunds: [{ amount: 265_000, state: "requested", stateText: "Sẽ hoàn tiền", requestedAt: "2026-11-23T05:00:00.000Z" }],
    mayPay: false,
    mayCancel: false,
  },
  reminder: { id: "01K9Q4M0REM1NDER0000000001", token: "q1Vw8Zk3tY6uN0bXmR5cPw", beginsOn: "2027-06-01" },
  openedPayment: { attempt: "01K9Q4M0ATTEMPT00000000001", redirectUrl: "https://gateway.example/pay?ref=…", expiresAt: "2026-11-23T03:15:00.000Z" },
};
