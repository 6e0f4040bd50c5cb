import { z } from "zod";
import { certificateKinds, listingKinds, poolUnits, shopKinds, type Locale } from "@xudong/domain";
import type { BadgeView, CategoryFace, ListingCard, ListingView, Page, PlaceView, SlotView } from "@xudong/catalog";
import { answer, count, currency, dong, instant, noted, text, untranslated } from "./validators.ts";
import { wordsIn, type Words } from "./words.ts";

export const listingKind = noted(z.enum(listingKinds), { id: "ListingKind", description: "Goods are sent in a parcel; an experience is visited at a time." });

export const pictureFace = noted(answer({ drawing: text(), alt: text() }), { id: "Picture", description: "A drawing of the house by its name, with words for who cannot see it." });
const shopFace = { id: text(), slug: text(), name: text(), place: text(), isSample: z.boolean() };

export const placeFace = noted(answer({ code: text(), name: text() }), { id: "PlaceFace", description: "A commune or ward of today." });
export const categoryFace = noted(answer({ key: noted(text(), { description: "Permanent, whatever it is called." }), slug: text(), name: text() }), { id: "CategoryFace" });

const anyDay = () => noted(z.string(), { format: "date" });
export const badge = noted(
  answer({
    kind: z.enum(certificateKinds),
    productName: noted(text(), { description: "What the paper itself calls the product." }),
    stars: noted(z.int().min(3).max(5).nullable(), { description: "OCOP alone." }),
    number: text().nullable(),
    issuer: text(),
    issuedOn: anyDay(),
    validTo: noted(anyDay().nullable(), { description: "The last day; null until further notice." }),
    isSample: z.boolean(),
  }),
  { id: "Badge", description: "A paper that somebody has verified and that is in date, about this very thing." },
);

const lunarDay = { month: z.int().min(1).max(12), day: z.int().min(1).max(30) };

const card = {
  id: text(),
  slug: noted(text(), { description: "In the language asked for; the slug of either language opens the listing." }),
  kind: listingKind,
  title: text(),
  summary: text(),
  picture: pictureFace,
  shop: noted(answer(shopFace), { id: "ShopFace" }),
  priceFrom: dong(),
  currency,
  isSample: noted(z.boolean(), { description: "Prices, words or the seller are samples." }),
  seasonMonths: noted(z.array(z.int().min(1).max(12)), { description: "Solar months; all twelve means all year." }),
  seasonLunar: noted(z.array(answer({ from: answer(lunarDay), to: answer(lunarDay) })), { description: "Parts of every lunar year, besides the solar months, both ends included." }),
  category: categoryFace.nullable(),
  unit: noted(placeFace.nullable(), { description: "Where it grows, is made or takes place." }),
  needsCold: noted(z.boolean(), { description: "Must travel chilled." }),
  shelfLifeHours: noted(z.int().min(1).nullable(), { description: "How long it keeps after it has left its seller; null where it does not spoil." }),
  badges: z.array(badge),
  isInSeason: noted(z.boolean(), { description: "Goods outside their season are shown, never sold." }),
  nextSlot: noted(answer({ id: text(), startsAt: instant(), unitsLeft: count() }).nullable(), { description: "The next time that still sells, for an experience." }),
  untranslated,
};

export const listingCard = noted(answer(card), { id: "ListingCard", description: "A listing as a list shows it." });

/** What every page of a list says besides its items. */
export const pageFace = {
  page: noted(z.exactOptional(z.int().min(1)), { description: "Absent where the page was asked for by `after`." }),
  pageSize: z.int().min(1),
  total: count(),
  next: noted(text().nullable(), { description: "Where the next page is; null on the last. Followed from page to page, nothing is skipped or comes twice, whatever is published meanwhile." }),
};

export const listingPage = noted(answer({ items: z.array(listingCard), ...pageFace }), { id: "ListingPage" });

export const identity = noted(
  answer({
    legalName: text(),
    addressLine: text(),
    phone: text(),
    registration: answer({ number: noted(text().nullable(), { description: "Not told of households and single persons, of whom it may be the personal number." }), issuer: text(), issuedOn: anyDay() }).nullable(),
  }),
  { id: "SellerIdentity", description: "Who the seller is, as consumer law has it shown." },
);

export const shopOnListing = { ...shopFace, kind: z.enum(shopKinds), about: text(), unit: placeFace.nullable(), identity: identity.nullable(), badges: z.array(badge) };

export const listing = noted(
  answer({
    ...card,
    shop: noted(answer(shopOnListing), { id: "Shop" }),
    plusCode: noted(text().nullable(), { description: "The spot itself, as an Open Location Code." }),
    pictures: z.array(pictureFace),
    body: noted(z.array(text()), { description: "Paragraphs." }),
    facts: z.array(answer({ label: text(), value: text() })),
    variants: z.array(
      noted(
        answer({
          id: text(),
          title: text(),
          price: dong(),
          unitsLeft: noted(count(), { description: "How many could be bought now; for an experience see the slot." }),
          weightGrams: noted(z.int().min(1).nullable(), { description: "Of one, packed." }),
          draws: noted(z.array(answer({ unit: z.enum(poolUnits), units: count() })), { description: "What one of it takes: 5,000 gram, 4 seats." }),
        }),
        { id: "Variant" },
      ),
    ),
    provenance: noted(text(), { description: "Where the facts come from." }),
    notOnSale: noted(z.enum(["listing.not_on_sale", "listing.out_of_season"]).nullable(), { description: "Why it cannot be bought at this moment; null where it can." }),
    slotDays: noted(z.array(noted(z.string(), { format: "date" })), { description: "Days with times in the coming weeks, first to last." }),
  }),
  { id: "Listing", description: "A listing as its own page shows it." },
);

export const slotList = noted(
  answer({
    items: z.array(
      noted(
        answer({
          id: text(),
          startsAt: instant(),
          endsAt: instant(),
          sellsUntil: instant(),
          unitsLeft: noted(count(), { description: "Places left: of the ticket type of which most can be had." }),
          prices: z.array(answer({ variantId: text(), title: text(), price: dong(), unitsLeft: count() })),
        }),
        { id: "Slot", description: "A time of an experience; sold-out ones are listed too." },
      ),
    ),
    currency,
    untranslated,
  }),
  { id: "SlotList" },
);

function cardJson(view: Omit<ListingCard, "shop">, words: Words) {
  const { nextSlot } = view;
  return {
    id: view.id,
    slug: view.slug[words.locale],
    kind: view.kind,
    title: words.say(view.title, "title"),
    summary: words.say(view.summary, "summary"),
    picture: { drawing: view.picture.drawing, alt: words.say(view.picture.alt, "picture.alt") },
    priceFrom: view.priceFromDong,
    currency: "VND" as const,
    isSample: view.isSample,
    seasonMonths: [...view.seasonMonths],
    seasonLunar: (view.seasonLunar ?? []).map(({ fromMonth, fromDay, toMonth, toDay }) => ({ from: { month: fromMonth, day: fromDay }, to: { month: toMonth, day: toDay } })),
    category: view.category === undefined ? null : categoryJson(view.category, words, "category"),
    unit: view.unit === undefined ? null : placeJson(view.unit, words),
    needsCold: view.needsCold,
    shelfLifeHours: view.shelfLifeHours ?? null,
    badges: badgesJson(view.badges, words, "badges"),
    isInSeason: view.isInSeason,
    nextSlot: nextSlot === undefined ? null : { id: nextSlot.id, startsAt: nextSlot.startsAt.toISOString(), unitsLeft: nextSlot.unitsLeft },
    untranslated: words.untranslated,
  };
}

export function categoryJson({ key, slug, name }: CategoryFace, words: Words, at: string): z.infer<typeof categoryFace> {
  return { key, slug: slug[words.locale], name: words.say(name, `${at}.name`) };
}

/** A commune bears its own name in every language; where it has an English form that is used. */
export function placeJson({ code, name, nameEn }: PlaceView, { locale }: Words): z.infer<typeof placeFace> {
  return { code, name: locale === "en" ? (nameEn ?? name) : name };
}

export function badgesJson(badges: readonly BadgeView[], words: Words, at: string): z.infer<typeof badge>[] {
  return badges.map(({ kind, productName, stars, number, issuer, issuedOn, validTo, isSample }, i) => ({
    kind, productName: words.say(productName, `${at}.${i}.productName`), stars: stars ?? null, number: number ?? null, issuer, issuedOn, validTo: validTo ?? null, isSample,
  }));
}

export function identityJson(known: ListingView["shop"]["identity"]): z.infer<typeof identity> | null {
  if (known === undefined) return null;
  const { registration, ...rest } = known;
  return { ...rest, registration: registration === undefined ? null : { ...registration, number: registration.number ?? null } };
}

function shopJson(shop: ListingCard["shop"], words: Words) {
  return { id: shop.id, slug: shop.slug, name: words.say(shop.name, "shop.name"), place: words.say(shop.place, "shop.place"), isSample: shop.isSample };
}

/** A listing as a list shows it. */
export function listingCardJson(view: ListingCard, locale: Locale): z.infer<typeof listingCard> {
  const words = wordsIn(locale);
  return { ...cardJson(view, words), shop: shopJson(view.shop, words) };
}

/** What every page of a list says besides its items. @param nextOf where the page after a key is */
export function pageJson({ page, pageSize, total, next }: Pick<Page<unknown>, "page" | "pageSize" | "total" | "next">, nextOf: (after: string) => string) {
  return { ...(page === undefined ? {} : { page }), pageSize, total, next: next === undefined ? null : nextOf(next) };
}

/** A page of the catalogue. */
export function listingPageJson(list: Page<ListingCard>, locale: Locale, nextOf: (after: string) => string): z.infer<typeof listingPage> {
  return { items: list.items.map((view) => listingCardJson(view, locale)), ...pageJson(list, nextOf) };
}

/** One listing with everything its page says. */
export function listingJson(view: ListingView, locale: Locale): z.infer<typeof listing> {
  const words = wordsIn(locale);
  return {
    ...cardJson(view, words),
    shop: {
      ...shopJson(view.shop, words),
      kind: view.shop.kind,
      about: words.say(view.shop.about, "shop.about"),
      unit: view.shop.unit === undefined ? null : placeJson(view.shop.unit, words),
      identity: identityJson(view.shop.identity),
      badges: badgesJson(view.shop.badges, words, "shop.badges"),
    },
    plusCode: view.plusCode ?? null,
    pictures: view.pictures.map(({ drawing, alt }, i) => ({ drawing, alt: words.say(alt, `pictures.${i}.alt`) })),
    body: view.body.map((paragraph, i) => words.say(paragraph, `body.${i}`)),
    facts: view.facts.map(({ label, value }, i) => ({ label: words.say(label, `facts.${i}.label`), value: words.say(value, `facts.${i}.value`) })),
    variants: view.variants.map((variant, i) => ({
      id: variant.id,
      title: words.say(variant.title, `variants.${i}.title`),
      price: variant.priceDong,
      unitsLeft: variant.unitsLeft,
      weightGrams: variant.weightGrams ?? null,
      draws: variant.draws.map(({ unit, units }) => ({ unit, units })),
    })),
    provenance: words.say(view.provenance, "provenance"),
    notOnSale: view.notOnSale ?? null,
    slotDays: [...view.slotDays],
  };
}

/** The times of an experience. */
export function slotListJson(slots: readonly SlotView[], locale: Locale): z.infer<typeof slotList> {
  const words = wordsIn(locale);
  return {
    items: slots.map((slot, i) => ({
      id: slot.id,
      startsAt: slot.startsAt.toISOString(),
      endsAt: slot.endsAt.toISOString(),
      sellsUntil: slot.sellsUntil.toISOString(),
      unitsLeft: slot.unitsLeft,
      prices: slot.prices.map((price, j) => ({ variantId: price.variantId, title: words.say(price.title, `items.${i}.prices.${j}.title`), price: price.priceDong, unitsLeft: price.unitsLeft })),
    })),
    currency: "VND",
    untranslated: words.untranslated,
  };
}
