import type { Day, Locale } from "@xudong/domain";

type BothSlugs = { readonly [L in Locale]: string };

const either = (vi: string, en: string) => (locale: Locale) => (locale === "vi" ? vi : en);
const withDay = (path: string, name: string, day: Day | undefined) => (day === undefined ? path : `${path}?${name}=${day}`);

/** The query key of a day on an experience's page. */
export const dayKey = either("ngay", "day");

/** The query key of a ticket's order, by which its page knows whose key to ask for. */
export const orderCodeKey = either("don", "order");

/** The query key of a ticket in the link that opens its order, by which it opens the ticket itself. */
export const ticketKey = either("ve", "ticket");

/** Every address of the storefront, by name and language. No page spells one itself. */
export const paths = {
  home: either("/", "/en"),
  products: either("/san-pham", "/en/products"),
  product: (locale: Locale, slug: BothSlugs) => `${paths.products(locale)}/${slug[locale]}`,
  experiences: either("/trai-nghiem", "/en/experiences"),
  experience: (locale: Locale, slug: BothSlugs, day?: Day) => withDay(`${paths.experiences(locale)}/${slug[locale]}`, dayKey(locale), day),
  search: either("/tim-kiem", "/en/search"),
  cart: either("/gio-hang", "/en/cart"),
  checkout: either("/thanh-toan", "/en/checkout"),
  paymentResult: either("/thanh-toan/ket-qua", "/en/checkout/result"),
  order: (locale: Locale, code: string) => `${either("/don-hang", "/en/orders")(locale)}/${code}`,
  cancelOrder: (locale: Locale, code: string) => `${paths.order(locale, code)}/${either("huy", "cancel")(locale)}`,
  ticket: (locale: Locale, code: string, orderCode?: string) => {
    const path = `${either("/ve", "/en/tickets")(locale)}/${code}`;
    return orderCode === undefined ? path : `${path}?${orderCodeKey(locale)}=${orderCode}`;
  },
  lookup: either("/tra-cuu", "/en/lookup"),
  account: either("/tai-khoan", "/en/account"),
  closeAccount: either("/tai-khoan/dong", "/en/account/close"),
  signIn: either("/dang-nhap", "/en/sign-in"),
  signUp: either("/dang-ky", "/en/sign-up"),
  recover: either("/dang-nhap/quen-mat-khau", "/en/sign-in/forgotten"),
  newPassword: either("/dang-nhap/mat-khau-moi", "/en/sign-in/new-password"),
  terms: either("/dieu-khoan", "/en/terms"),
  privacy: either("/quyen-rieng-tu", "/en/privacy"),
} as const;

/** The language of an address. */
export function localeOf(pathname: string): Locale {
  return pathname === "/en" || pathname.startsWith("/en/") ? "en" : "vi";
}

/** A listing's own page, whatever its kind. */
export function listingPath(locale: Locale, listing: { kind: "goods" | "experience"; slug: BothSlugs }): string {
  return listing.kind === "goods" ? paths.product(locale, listing.slug) : paths.experience(locale, listing.slug);
}
