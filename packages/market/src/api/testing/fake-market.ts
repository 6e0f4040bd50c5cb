import { DomainError, type Locale } from "@xudong/domain";
import type { Content } from "../../content.ts";
import type { BadgeView, ListingCard, ListingView, ShopPageView, SlotView, UnitCandidate } from "@xudong/catalog";
import type { PieceCard, PieceView } from "@xudong/content";
import type { LineFace, OrderView, TicketView } from "@xudong/checkout";
import type { Market, PayableCart } from "../../contract.ts";
import { handleApi, type ApiOptions } from "../handle.ts";

export const now = new Date("2026-11-23T03:00:00.000Z");
const at = (time: string) => new Date(`2026-11-28T${time}:00.000Z`);

export const theCode = "K7MP2QX5";
export const theKey = "Zr8kq1vJt0mY5bXwN3cPdA";
export const theToken = "p3Jb2c0V5o7m1QkTnW8xYz4A";
const picture = { drawing: "boat-storks", alt: { vi: "Thuyền và cò (minh hoạ)" } };
const shop = { id: "shop1", slug: "ben-do", name: { vi: "Bến Đò", en: "The Ferry" }, place: { vi: "Xã Mẫu", en: "Sample commune" }, isSample: true };

const aBadge: BadgeView = {
  kind: "ocop", productName: { vi: "Chuyến thuyền mẫu", en: "Sample boat trip" }, stars: 4, number: undefined, issuer: "Cơ quan mẫu", issuedOn: "2025-01-15", validTo: "2028-01-15", isSample: true,
};

export const aShop: ShopPageView = {
  ...shop,
  slug: { vi: "ben-do", en: "the-ferry" },
  kind: "household",
  about: { vi: "Gian hàng mẫu", en: "A sample shop" },
  unit: { code: "00001", name: "Xã Mẫu", nameEn: "Sample commune" },
  identity: { legalName: "Hộ mẫu", addressLine: "Số 1, xã Mẫu", phone: "0000 000 000", registration: { number: undefined, issuer: "Cơ quan mẫu", issuedOn: "2025-07-01" } },
  badges: [],
  shown: 1,
};

export function aCard(telling: Partial<ListingCard> = {}): ListingCard {
  return {
    id: "listing1",
    kind: "experience",
    slug: { vi: "thuyen-dao", en: "island-boat" },
    title: { vi: "Thuyền ra đảo", en: "Boat to the island" },
    summary: { vi: "Hai giờ giữa đàn cò" },
    picture,
    shop,
    priceFromDong: 80_000,
    isSample: true,
    seasonMonths: [9, 10, 11, 12],
    seasonLunar: [{ fromMonth: 12, fromDay: 23, toMonth: 1, toDay: 7 }],
    category: { key: "song-nuoc", slug: { vi: "song-nuoc", en: "boats" }, name: { vi: "Sông nước", en: "Boats" } },
    unit: { code: "00001", name: "Xã Mẫu", nameEn: undefined },
    needsCold: false,
    shelfLifeHours: undefined,
    badges: [aBadge],
    isInSeason: true,
    nextSlot: { id: "slot1", startsAt: at("01:00"), unitsLeft: 6 },
    ...telling,
  };
}

export function aListing(telling: Partial<ListingView> = {}): ListingView {
  return {
    ...aCard(),
    shop: { ...aShop, slug: shop.slug },
    plusCode: undefined,
    pictures: [picture],
    body: [{ vi: "Nội dung mẫu", en: "Sample text" }],
    facts: [{ label: { vi: "Thời gian", en: "How long" }, value: { vi: "2 giờ", en: "2 hours" } }],
    variants: [{ id: "adult", title: { vi: "Người lớn", en: "Adult" }, priceDong: 80_000, unitsLeft: 6, weightGrams: undefined, draws: [{ unit: "seat", units: 1 }] }],
    provenance: { vi: "Mẫu", en: "Sample" },
    notOnSale: undefined,
    slotDays: ["2026-11-28"],
    ...telling,
  };
}

export const aSlot: SlotView = {
  id: "slot1",
  startsAt: at("01:00"),
  endsAt: at("03:00"),
  sellsUntil: at("00:00"),
  unitsLeft: 6,
  prices: [{ variantId: "adult", title: { vi: "Người lớn" }, priceDong: 80_000, unitsLeft: 6 }],
};

const line: LineFace = {
  variantId: "adult",
  kind: "experience",
  listingSlug: { vi: "thuyen-dao", en: "island-boat" },
  listingTitle: { vi: "Thuyền ra đảo", en: "Boat to the island" },
  variantTitle: { vi: "Người lớn", en: "Adult" },
  picture,
  slot: { id: "slot1", startsAt: at("01:00"), endsAt: at("03:00") },
  unitPriceDong: 80_000,
  quantity: 2,
  totalDong: 160_000,
};
const seller = { id: shop.id, slug: shop.slug, name: shop.name, isSample: true };
const sums = { itemsDong: 160_000, deliveryDong: 0, totalDong: 160_000 };

export const aCart: PayableCart = {
  id: "cart1",
  count: 2,
  sellers: [{ shop: seller, lines: [{ ...line, problem: { code: "hold.sold_out", unitsLeft: 1 } }], ...sums }],
  ...sums,
  needsAddress: false,
  isOrderable: false,
  paymentMethods: ["vnpay"],
  closedWays: [{ method: "cod", code: "payment.not_for_visits" }],
};

const ticket: TicketView = {
  code: "T1CKET22",
  state: "issued",
  number: 1,
  of: 2,
  listingTitle: line.listingTitle,
  variantTitle: line.variantTitle,
  shopName: shop.name,
  place: shop.place,
  startsAt: at("01:00"),
  endsAt: at("03:00"),
  admittedAt: null,
  voidBecause: null,
  qrText: "T1.k1.T1CKET22.slot1.signature",
  orderCode: theCode,
  isSample: true,
};

export const anOrder: OrderView = {
  code: theCode,
  state: "confirmed",
  placedAt: now,
  holdLapsesAt: null,
  confirmedAt: now,
  cancelledAt: null,
  cancelReason: null,
  contact: { name: "Nguyễn Thị Hoa", phone: "+84912345678", email: null },
  address: { line: "Số 5", commune: "Xã Mẫu", province: "Tỉnh Mẫu" },
  gift: { recipient: "Bà Tư", phone: null, card: "Chúc bà khoẻ." },
  sellers: [{ shop: { ...seller, phone: null }, lines: [line], fulfilments: [{ id: "f1", kind: "visit", state: "due", startsAt: at("01:00"), movedAt: null }], ...sums }],
  ...sums,
  paidDong: 160_000,
  attempts: [{ id: "a1", method: "vnpay", state: "paid", openedAt: now, expiresAt: now, amountDong: 160_000 }],
  refunds: [{ amountDong: 10_000, state: "requested", requestedAt: now }],
  tickets: [ticket],
  mayPay: false,
  mayCancel: true,
};

const aUnit: UnitCandidate = {
  unit: { code: "00001", name: "Xã Mẫu", nameEn: null, centre: null },
  province: { code: "00", name: "Tỉnh Mẫu", nameEn: "Mau", region: "north" },
  because: "former commune",
  former: { name: "Xã Mẫu Cũ", district: "Huyện Mẫu", province: "Tỉnh Mẫu", isSplit: true },
};

const refuse = (code: ConstructorParameters<typeof DomainError>[0]) => (): never => {
  throw new DomainError(code);
};

const place: PieceCard = {
  id: "place1",
  kind: "place",
  slug: { vi: "den-mau", en: "sample-temple" },
  title: { vi: "Đền Mẫu", en: "Sample temple" },
  summary: { vi: "Một ngôi đền" },
  picture: { drawing: "temple", alt: { vi: "Mái đền", en: "The temple's roof" } },
  isSample: true,
  units: [{ code: "00001", name: { vi: "Xã Mẫu" } }],
  placeKind: "temple",
  time: undefined,
  days: undefined,
};
const time = { from: "2027-03-16", to: "2027-03-18", precision: "days" as const, mainDays: [{ day: "2027-03-18", what: { vi: "Rước nước" } }], isLesser: false, isAnnounced: false };
export const aFestival: PieceView = {
  ...place,
  id: "festival1",
  kind: "festival",
  slug: { vi: "hoi-mau", en: "sample-festival" },
  title: { vi: "Hội Mẫu", en: "Sample festival" },
  placeKind: undefined,
  time,
  body: [{ text: { vi: "Một đoạn", en: "A paragraph" } }, { heading: { vi: "Rước", en: "Procession" }, text: { vi: "Đoạn hai" } }],
  facts: [{ label: { vi: "Trò", en: "Games" }, value: { vi: "Vật", en: "Wrestling" } }],
  pictures: [],
  sources: [{ title: "Nguồn mẫu" }, { title: "Nguồn hai", url: "https://example.org/", asOf: "2025" }],
  detail: {
    kind: "festival",
    dates: { calendar: "lunar", month: 2, startDay: 9, lengthDays: 3, mainDays: [{ month: 2, day: 11, what: { vi: "Rước nước" } }], alsoOn: [{ month: 8, day: 22, what: { vi: "Hội thu", en: "Autumn" } }] },
    location: { unitCodes: ["00001"], address: { vi: "Xã Mẫu" } },
    placeKey: "den-mau",
  },
  untranslated: ["summary"],
  publishedAt: now,
  changedAt: now,
  version: 1,
  place,
  stops: [{ day: 1, at: "09:00", title: { vi: "Đến", en: "Arrive" }, text: { vi: "Nghỉ", en: "Rest" }, leadsTo: place }, { day: 1, title: { vi: "Về" }, text: { vi: "Nhà" }, leadsTo: undefined }],
  listings: [aCard()],
  related: [place],
};
const aCalendar = { text: "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR", fileName: "le-hoi.ics" };

/** One festival and the place it is held at. */
export function someContent(telling: Partial<Content> = {}): Content {
  const isKnown = (slug: string) => Object.values(aFestival.slug).includes(slug);
  const nothingDone = async () => {};
  return {
    list: async ({ page = 1, pageSize = 24 }) => ({ items: [place], page, pageSize, total: 1 }),
    show: async (_, slug) => (isKnown(slug) ? { piece: aFestival } : refuse("piece.not_found")()),
    nextFestivals: async () => [{ ...aFestival, time, isGoingOn: false }],
    festivalsOfYear: async () => [],
    about: async () => [],
    near: async () => ({ places: [], listings: [] }),
    calendarOfFestivals: async () => aCalendar,
    calendarOfFestival: async (slug) => (isKnown(slug) ? aCalendar : refuse("piece.not_found")()),
    calendarOfSlot: async (slug) => (Object.values(aCard().slug).includes(slug) ? aCalendar : refuse("listing.not_found")()),
    inHand: async () => [],
    oneInHand: refuse("piece.not_found"),
    draft: async () => ({ id: "piece1" }),
    revise: async () => ({ number: 2 }),
    submit: nothingDone,
    withdraw: nothingDone,
    sendBack: nothingDone,
    publish: nothingDone,
    schedule: nothingDone,
    archive: nothingDone,
    statement: async () => undefined,
    setStatement: nothingDone,
    link: nothingDone,
    unlink: nothingDone,
    ...telling,
  };
}


/** A market of one listing, one cart and one order, whose verbs a test may replace. */
export function aMarket(telling: Partial<Market> = {}): Market {
  const requireCart = (cart: { id: string; token: string }) => (cart.id === "cart1" && cart.token === theToken ? aCart : refuse("cart.not_found")());
  const requireOrder = (order: { code: string; key: string }) => (order.code === theCode && order.key === theKey ? anOrder : refuse("order.not_found")());
  const market = {
    clock: { now: () => now },
    handle: (request, peer) => handleApi(market, request, peer),
    home: async () => ({ inSeason: [], thisWeekend: [], outOfSeason: [] }),
    listings: async ({ page = 1, pageSize = 24 }) => ({ items: [aCard()], page, pageSize, total: 1, after: undefined, next: undefined }),
    categories: async () => [{ key: "song-nuoc", slug: { vi: "song-nuoc", en: "boats" }, name: { vi: "Sông nước" }, kind: "experience" as const, shown: 1, children: [] }],
    shops: async ({ page = 1, pageSize = 24 }) => ({ items: [aShop], page, pageSize, total: 1, after: undefined, next: undefined }),
    openShop: async () => ({ id: "shop2" }),
    shop: async (slug) => (Object.values(aShop.slug).includes(slug) ? { shop: aShop } : refuse("shop.not_found")()),
    listing: async (slug, kind) => (kind !== "goods" && Object.values(aCard().slug).includes(slug) ? { listing: aListing() } : refuse("listing.not_found")()),
    slots: async (slug) => (Object.values(aCard().slug).includes(slug) ? [aSlot] : refuse("listing.not_found")()),
    units: async () => ({ match: "meant" as const, candidates: [aUnit] }),
    find: async ({ page = 1, pageSize = 24 }) => ({
      hits: [{ listing: aCard(), title: { text: aCard().title.vi, marks: [] }, isPartial: false, isPinned: false }],
      total: 1,
      others: [{ shop: aShop }, { piece: place }],
      totalIsExact: true,
      facets: { kind: [], category: [], unit: [], ocop: [], month: [] },
      page,
      pageSize,
      pages: 1,
      engine: "embedded",
      understood: {},
    }),
    suggest: async () => [{ listing: aCard(), title: { text: aCard().title.vi, marks: [] }, isPartial: false, isPinned: false }],
    content: someContent(),
    people: {} as Market["people"], // the API knows no people
    browse: {} as Market["browse"], // nor what pages ask besides
    searching: {} as Market["searching"], // nor who teaches search
    reindex: async () => 0,
    times: {} as Market["times"], // nor who keeps times
    remindOfSeason: async () => ({ id: "reminder1", token: theToken, beginsOn: "2027-06-01" }),
    forgetReminder: async () => {},
    myReminders: async () => [],
    forgetMyReminder: async () => {},
    selling: {} as Market["selling"], // nor who sells
    gate: {} as Market["gate"], // nor who stands at a gate
    desk: {} as Market["desk"], // nor who looks after it all
    expectedArrival: async () => undefined,
    deliveryRates: async () => [],
    createCart: async () => ({ id: "cart1", token: theToken }),
    setCartLine: async (cart) => requireCart(cart),
    replaceCartLine: async (cart) => requireCart(cart),
    cart: async (cart) => requireCart(cart),
    placeOrder: async (cart) => {
      requireCart(cart);
      return { code: theCode, key: theKey, total: 160_000, state: "awaiting_payment" as const, holdLapsesAt: new Date(now.getTime() + 30 * 60_000) };
    },
    openPayment: async (order) => {
      requireOrder(order);
      return { attempt: "a1", redirectUrl: "https://gateway.example/pay?ref=1", expiresAt: now };
    },
    order: async (order) => requireOrder(order),
    cancelOrder: async (order) => ({ ...requireOrder(order), state: "cancelled" as const, cancelledAt: now, cancelReason: "buyer" as const, mayCancel: false }),
    cancelAnyOrder: async () => {},
    dispatchParcel: async () => {},
    waitingForPerson: async () => [],
    decide: async () => {},
    readPaymentReturn: async () => ({ isGenuine: false as const }),
    ticket: async () => ticket,
    receiveNotice: async () => ({ RspCode: "00", Message: "Confirm Success" }),
    admitTicket: async () => ({ ticketCode: ticket.code, listingTitle: ticket.listingTitle, admittedAt: now }),
    ticketKeys: () => [],
    addresses: async () => ({ items: [], next: undefined }),
    copies: { watch: () => ({ market, reads: async () => undefined, spoil: () => undefined }), follow: () => ({ catchUp: async () => {} }) },
    jobs: { runDue: async () => [], start() {}, stop: async () => {} },
    reconcile: async () => {},
    isReady: async () => {},
    close: async () => {},
    ...telling,
  } satisfies Market as Market;
  return market;
}

/** The headers of a request that may be repeated, with the keys of the one cart and order. */
export const keys = { "Cart-Token": theToken, "Reminder-Token": theToken, "Order-Key": theKey, "Idempotency-Key": "a-key-of-its-own" };

export type Asked = { method?: string; headers?: Record<string, string>; json?: unknown; body?: BodyInit; market?: Market; options?: ApiOptions; address?: string; locale?: Locale };

/** Asks the API as a client would; the body of the answer is read as JSON. */
export async function ask(path: string, { method = "GET", headers = {}, json, body, market = aMarket(), options = {}, address = "203.0.113.7" }: Asked = {}) {
  const sent = json === undefined ? body : JSON.stringify(json);
  const request = new Request(`http://market.example${path}`, {
    method,
    headers: { ...(json === undefined ? {} : { "Content-Type": "application/json" }), ...headers },
    ...(sent === undefined ? {} : { body: sent, duplex: "half" }),
  });
  const response = await handleApi(market, request, { address }, options);
  if (response === undefined) throw new Error(`${path} is not an address of the API`);
  const text = await response.text();
  const isJson = /json/.test(response.headers.get("content-type") ?? "json");
  return { status: response.status, headers: response.headers, text, json: text === "" || !isJson ? undefined : JSON.parse(text) };
}
