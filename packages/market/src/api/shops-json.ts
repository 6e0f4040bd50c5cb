import { z } from "zod";
import { shopKinds, type Locale } from "@xudong/domain";
import type { CategoryView, Page, ShopCard, ShopPageView } from "@xudong/catalog";
import { badgesJson, categoryFace, categoryJson, identityJson, listingKind, pageFace, pageJson, placeFace, placeJson, shopOnListing } from "./listings-json.ts";
import { answer, count, noted, text, untranslated } from "./validators.ts";
import { wordsIn, type Words } from "./words.ts";

const shown = noted(count(), { description: "How many listings it shows." });

const shopCard = noted(answer({ id: text(), slug: text(), name: text(), kind: z.enum(shopKinds), place: text(), unit: placeFace.nullable(), isSample: z.boolean(), shown, untranslated }), {
  id: "ShopCard",
  description: "A shop as a list shows it.",
});

export const shopPage = noted(answer({ items: z.array(shopCard), ...pageFace }), { id: "ShopPage" });

export const shop = noted(answer({ ...shopOnListing, shown, listings: noted(text(), { description: "Where its listings are." }), untranslated }), { id: "ShopDetail", description: "A shop as its own page shows it." });

const leaf = { ...categoryFace.shape, kind: listingKind, shown };
export const categoryTree = noted(
  answer({ items: z.array(noted(answer({ ...leaf, children: z.array(noted(answer(leaf), { id: "SubCategory" })) }), { id: "Category" })), untranslated }),
  { id: "CategoryTree" },
);

/** A page of the shops. */
export function shopPageJson(list: Page<ShopCard>, locale: Locale, nextOf: (after: string) => string): z.infer<typeof shopPage> {
  const items = list.items.map((view) => {
    const words = wordsIn(locale);
    return {
      id: view.id,
      slug: view.slug[locale],
      name: words.say(view.name, "name"),
      kind: view.kind,
      place: words.say(view.place, "place"),
      unit: view.unit === undefined ? null : placeJson(view.unit, words),
      isSample: view.isSample,
      shown: view.shown,
      untranslated: words.untranslated,
    };
  });
  return { items, ...pageJson(list, nextOf) };
}

/** One shop with everything its page says; its listings are a list of their own. */
export function shopJson(view: ShopPageView, locale: Locale, listings: string): z.infer<typeof shop> {
  const words = wordsIn(locale);
  return {
    id: view.id,
    slug: view.slug[locale],
    name: words.say(view.name, "name"),
    kind: view.kind,
    place: words.say(view.place, "place"),
    about: words.say(view.about, "about"),
    unit: view.unit === undefined ? null : placeJson(view.unit, words),
    identity: identityJson(view.identity),
    badges: badgesJson(view.badges, words, "badges"),
    isSample: view.isSample,
    shown: view.shown,
    listings,
    untranslated: words.untranslated,
  };
}

/** The categories, with how many listings each shows. */
export function categoryTreeJson(tree: readonly CategoryView[], locale: Locale): z.infer<typeof categoryTree> {
  const words = wordsIn(locale);
  return {
    items: tree.map((view, i) => ({ ...leafJson(view, words, `items.${i}`), children: view.children.map((child, j) => leafJson(child, words, `items.${i}.children.${j}`)) })),
    untranslated: words.untranslated,
  };
}

function leafJson(view: CategoryView, words: Words, at: string) {
  return { ...categoryJson(view, words, at), kind: view.kind, shown: view.shown };
}
