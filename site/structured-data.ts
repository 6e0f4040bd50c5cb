import { dayOf, textIn, type Day, type FestivalTime, type Localized, type Locale } from "@xudong/domain";
import type { ListingCard, ListingView, ShopPageView, SlotView } from "@xudong/catalog";
import type { PieceView } from "@xudong/content";
import { marketConfig } from "../market.config.ts";
import { piecePath } from "./content-paths.ts";
import { listingPath, paths } from "./paths.ts";
import { sharePath } from "./share-paths.ts";
import { shopPath } from "./shop-paths.ts";

/** What a page says of itself to machines: nodes of schema.org. */
export type Node = { readonly "@type": string; readonly [property: string]: unknown };

/** Where and in which language the page is that says it. */
export type Told = { locale: Locale; publicUrl: string };

const vietnamMs = 7 * 60 * 60 * 1000;
/** An instant as a clock in Vietnam shows it. */
export const instantHere = (at: Date): string => `${new Date(at.getTime() + vietnamMs).toISOString().slice(0, 19)}+07:00`;

const inStock = "https://schema.org/InStock";
const price = (dong: number) => ({ price: dong, priceCurrency: "VND" });
const words = (text: Localized, locale: Locale): string => textIn(text, locale).text;
const withoutEmpty = (node: Node): Node => Object.fromEntries(Object.entries(node).filter(([, value]) => value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0))) as Node; // the type stays: it is never empty

/** Who runs the market, and how it is searched. */
export function marketNodes({ locale, publicUrl }: Told): Node[] {
  return [
    { "@type": "Organization", name: marketConfig.name, url: publicUrl + paths.home("vi"), logo: `${publicUrl}/plate.svg` },
    {
      "@type": "WebSite", name: marketConfig.name, url: publicUrl + paths.home(locale), inLanguage: locale,
      potentialAction: { "@type": "SearchAction", target: `${publicUrl}${paths.search(locale)}?q={search_term_string}`, "query-input": "required name=search_term_string" },
    },
  ];
}

/** The way here, this page included. */
export function crumbsNode({ publicUrl }: Told, trail: readonly { name: string; path: string }[]): Node {
  return { "@type": "BreadcrumbList", itemListElement: trail.map(({ name, path }, at) => ({ "@type": "ListItem", position: at + 1, name, item: publicUrl + path })) };
}

/** A list, by the addresses of what is in it. */
export function listNode({ publicUrl }: Told, items: readonly { name: string; path: string }[]): Node {
  return { "@type": "ItemList", numberOfItems: items.length, itemListElement: items.map(({ name, path }, at) => ({ "@type": "ListItem", position: at + 1, name, url: publicUrl + path })) };
}

export const listingItems = (listings: readonly ListingCard[], locale: Locale): { name: string; path: string }[] => listings.map((listing) => ({ name: words(listing.title, locale), path: listingPath(locale, listing) }));

const sellerOf = ({ shop }: ListingView, locale: Locale): Node => ({ "@type": "Organization", name: words(shop.name, locale) });

/** Goods. What cannot be had has no offer, and no price. */
export function productNode({ locale, publicUrl }: Told, listing: ListingView): Node {
  const url = publicUrl + listingPath(locale, listing);
  const offers = listing.notOnSale !== undefined ? [] : listing.variants.filter(({ unitsLeft }) => unitsLeft > 0);
  return withoutEmpty({
    "@type": "Product",
    name: words(listing.title, locale),
    description: words(listing.summary, locale),
    url,
    image: publicUrl + sharePath(locale, listing.kind, listing.slug),
    category: listing.category && words(listing.category.name, locale),
    offers: offers.map((variant) => ({
      "@type": "Offer", name: words(variant.title, locale), url, ...price(variant.priceDong), availability: inStock, itemCondition: "https://schema.org/NewCondition", seller: sellerOf(listing, locale),
    })),
  });
}

/** An experience: each time of the day that is shown, as an event with what still can be booked; without any, what it is. */
export function visitNodes({ locale, publicUrl }: Told, listing: ListingView, slots: readonly SlotView[], now: Date): Node[] {
  const url = publicUrl + listingPath(locale, listing);
  const about = { name: words(listing.title, locale), description: words(listing.summary, locale), url, image: publicUrl + sharePath(locale, listing.kind, listing.slug) };
  const organizer = sellerOf(listing, locale);
  const open = listing.notOnSale === undefined ? slots.filter(({ sellsUntil }) => sellsUntil > now) : [];
  if (open.length === 0) return [{ "@type": "TouristTrip", ...about, provider: organizer }];
  return open.map((slot) => withoutEmpty({
    "@type": "Event", ...about, startDate: instantHere(slot.startsAt), endDate: instantHere(slot.endsAt), eventStatus: "https://schema.org/EventScheduled", eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
    location: placeOf(listing, locale), organizer,
    offers: slot.prices.filter(({ unitsLeft }) => unitsLeft > 0).map((ticket) => ({
      "@type": "Offer", name: words(ticket.title, locale), url: publicUrl + listingPath(locale, listing) + `?${locale === "vi" ? "ngay" : "day"}=${dayOf(slot.startsAt)}`, ...price(ticket.priceDong), availability: inStock, validThrough: instantHere(slot.sellsUntil),
    })),
  }));
}

function placeOf({ unit, shop }: ListingView, locale: Locale): Node {
  const name = unit === undefined ? words(shop.place, locale) : locale === "en" ? (unit.nameEn ?? unit.name) : unit.name;
  return { "@type": "Place", name, address: addressOf(name) };
}

const addressOf = (locality: string): Node => ({ "@type": "PostalAddress", addressLocality: locality, addressRegion: marketConfig.province, addressCountry: "VN" });

export function shopNode({ locale, publicUrl }: Told, shop: ShopPageView): Node {
  return withoutEmpty({ "@type": "LocalBusiness", name: words(shop.name, locale), description: words(shop.about, locale), url: publicUrl + shopPath(locale, shop.slug), address: addressOf(words(shop.place, locale)) });
}

/** A place, a journey, a guide, or the holdings of a festival whose days are known. */
export function pieceNodes({ locale, publicUrl }: Told, piece: PieceView, holdings: readonly FestivalTime[]): Node[] {
  const about = { name: words(piece.title, locale), description: words(piece.summary, locale), url: publicUrl + piecePath(locale, piece), image: publicUrl + sharePath(locale, piece.kind, piece.slug) };
  const locality = piece.units.map(({ name }) => words(name, locale)).join(" / ");
  const address = addressOf(locality === "" ? marketConfig.province : locality);
  if (piece.kind === "place") return [{ "@type": "TouristAttraction", ...about, address }];
  if (piece.kind === "itinerary") return [{ "@type": "TouristTrip", ...about }];
  if (piece.kind === "festival") {
    const known = holdings.filter(({ precision }) => precision === "days");
    const name = piece.place === undefined ? locality || marketConfig.province : words(piece.place.title, locale);
    return known.map(({ from, to, what }) => withoutEmpty({
      "@type": "Event", ...about, name: what === undefined ? about.name : `${about.name}: ${words(what, locale)}`, startDate: from satisfies Day, endDate: to satisfies Day,
      eventStatus: "https://schema.org/EventScheduled", eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode", location: { "@type": "Place", name, address },
    }));
  }
  return [{ "@type": "Article", headline: about.name, description: about.description, url: about.url, image: about.image, inLanguage: locale, datePublished: instantHere(piece.publishedAt), dateModified: instantHere(piece.changedAt), publisher: { "@type": "Organization", name: marketConfig.name } }];
}
