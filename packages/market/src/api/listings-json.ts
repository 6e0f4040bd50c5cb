import { z } from "zod";
import { listingKinds, poolUnits, shopKinds, type Locale } from "@xudong/domain";
import type { ListingCard, ListingView, Page, SlotView } from "@xudong/catalog";
import { answer, count, currency, dong, instant, noted, text, untranslated } from "./validators.ts";
import { wordsIn, type Words } from "./words.ts";

export const listingKind = noted(z.enum(listingKinds), { id: "ListingKind", description: "Goods are sent in a parcel; an experience is visited at a time." });

export const pictureFace = noted(answer({ drawing: text(), alt: text() }), { id: "Picture", description: "A drawing of the house by its name, with words for who cannot see it." });
const shopFace = { id: text(), slug: text(), name: text(), place: text(), isSample: z.boolean() };

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
  isInSeason: noted(z.boolean(), { description: "Goods outside their season are shown, never sold." }),
  nextSlot: noted(answer({ id: text(), startsAt: instant(), unitsLeft: count() }).nullable(), { description: "The next time that still sells, for an experience." }),
  untranslated,
};

export const listingCard = noted(answer(card), { id: "ListingCard", description: "A listing as a list shows it." });

export const listingPage = noted(answer({ items: z.array(listingCard), page: z.int().min(1), pageSize: z.int().min(1), total: count() }), { id: "ListingPage" });

export const listing = noted(
  answer({
    ...card,
    shop: noted(answer({ ...shopFace, kind: z.enum(shopKinds), about: text() }), { id: "Shop" }),
    body: noted(z.array(text()), { description: "Paragraphs." }),
    facts: z.array(answer({ label: text(), value: text() })),
    variants: z.array(
      noted(
        answer({
          id: text(),
          title: text(),
          price: dong(),
          unitsLeft: noted(count(), { description: "How many could be bought now; for an experience see the slot." }),
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
          unitsLeft: noted(count(), { description: "Places left of what is scarcest." }),
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
    isInSeason: view.isInSeason,
    nextSlot: nextSlot === undefined ? null : { id: nextSlot.id, startsAt: nextSlot.startsAt.toISOString(), unitsLeft: nextSlot.unitsLeft },
    untranslated: words.untranslated,
  };
}

function shopJson(shop: ListingCard["shop"], words: Words) {
  return { id: shop.id, slug: shop.slug, name: words.say(shop.name, "shop.name"), place: words.say(shop.place, "shop.place"), isSample: shop.isSample };
}

/** A listing as a list shows it. */
export function listingCardJson(view: ListingCard, locale: Locale): z.infer<typeof listingCard> {
  const words = wordsIn(locale);
  return { ...cardJson(view, words), shop: shopJson(view.shop, words) };
}

/** A page of the catalogue. */
export function listingPageJson({ items, page, pageSize, total }: Page<ListingCard>, locale: Locale): z.infer<typeof listingPage> {
  return {
    items: items.map((view) => listingCardJson(view, locale)),
    page,
    pageSize,
    total,
  };
}

/** One listing with everything its page says. */
export function listingJson(view: ListingView, locale: Locale): z.infer<typeof listing> {
  const words = wordsIn(locale);
  return {
    ...cardJson(view, words),
    shop: { ...shopJson(view.shop, words), kind: view.shop.kind, about: words.say(view.shop.about, "shop.about") },
    body: view.body.map((paragraph, i) => words.say(paragraph, `body.${i}`)),
    facts: view.facts.map(({ label, value }, i) => ({ label: words.say(label, `facts.${i}.label`), value: words.say(value, `facts.${i}.value`) })),
    variants: view.variants.map((variant, i) => ({
      id: variant.id,
      title: words.say(variant.title, `variants.${i}.title`),
      price: variant.priceDong,
      unitsLeft: variant.unitsLeft,
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
