import { z } from "zod";
import type { Locale } from "@xudong/domain";
import { examples } from "./examples.ts";
import { listing, listingJson, listingKind, listingPage, listingPageJson } from "./listings-json.ts";
import { apiRoot, route, type ApiMarket, type Reply, type Route } from "./route.ts";
import { categoryTree, categoryTreeJson, shop, shopJson, shopPage, shopPageJson } from "./shops-json.ts";
import { name, noted } from "./validators.ts";

const slug = z.object({ slug: noted(name(), { description: "The slug of either language." }) });

/** Which page: by its number, or by what it comes after. */
const paging = {
  page: noted(z.int().min(1).max(10_000).default(1), { description: "Its number. Left aside where `after` is given." }),
  after: noted(z.exactOptional(name()), { description: "The page that comes after this key, as `next` has it. Unlike page numbers it skips and repeats nothing while things are published." }),
  pageSize: z.int().min(1).max(100).default(24),
};

type Asked = Readonly<Record<string, string | number | undefined>>;

/** An address of ours with what is asked there. */
function addressOf(path: string, query: Asked, locale: Locale): string {
  const asked = Object.entries({ ...query, locale: locale === "vi" ? undefined : locale }).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  return `${apiRoot}${path}?${new URLSearchParams(asked).toString()}`;
}

/** Where the page after a key is, asked for as this one was. */
const nextOf = (path: string, query: Asked, locale: Locale) => (after: string) => addressOf(path, { ...query, page: undefined, after }, locale);

/** What there is: listings, what they are sorted by, and who sells them. */
export const catalogueRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/listings",
    name: "listListings",
    summary: "Goods and experiences, a page at a time",
    isPublic: true,
    isKept: true,
    isLocalized: true,
    query: z.object({
      kind: z.exactOptional(listingKind),
      category: noted(z.exactOptional(name()), { description: "The slug of a category, in either language; those below it are included." }),
      shop: noted(z.exactOptional(name()), { description: "The slug of a shop." }),
      unit: noted(z.exactOptional(name()), { description: "The code of a commune or ward." }),
      season: noted(z.exactOptional(z.literal("now")), { description: "Only what is in season today." }),
      ...paging,
    }),
    refusals: ["category.not_found", "shop.not_found"],
    answer: listingPage,
    example: examples.listingPage,
    handle: async ({ query }, { market, locale }) => ({ body: listingPageJson(await market.listings(query), locale, nextOf("/listings", query, locale)) }),
  }),
  route({
    method: "GET",
    path: "/listings/{slug}",
    name: "getListing",
    summary: "One listing with its variants",
    description: "An old slug answers 301 with where the listing has moved.",
    isPublic: true,
    isKept: true,
    isLocalized: true,
    params: slug,
    absent: "listing.not_found",
    refusals: ["listing.not_found"],
    answer: listing,
    example: examples.listing,
    handle: ({ params }, { market, locale }) => showListing(market, params.slug, locale),
  }),
  route({
    method: "GET",
    path: "/categories",
    name: "listCategories",
    summary: "What listings are sorted by, with how many each shows",
    isPublic: true,
    isKept: true,
    isLocalized: true,
    answer: categoryTree,
    example: examples.categoryTree,
    handle: async (_, { market, locale }) => ({ body: categoryTreeJson(await market.categories(), locale) }),
  }),
  route({
    method: "GET",
    path: "/shops",
    name: "listShops",
    summary: "Who sells, a page at a time",
    isPublic: true,
    isKept: true,
    isLocalized: true,
    query: z.object(paging),
    answer: shopPage,
    example: examples.shopPage,
    handle: async ({ query }, { market, locale }) => ({ body: shopPageJson(await market.shops(query), locale, nextOf("/shops", query, locale)) }),
  }),
  route({
    method: "GET",
    path: "/shops/{slug}",
    name: "getShop",
    summary: "One shop",
    description: "An old slug answers 301 with where the shop has moved.",
    isPublic: true,
    isKept: true,
    isLocalized: true,
    params: slug,
    absent: "shop.not_found",
    refusals: ["shop.not_found"],
    answer: shop,
    example: examples.shop,
    handle: ({ params }, { market, locale }) => showShop(market, params.slug, locale),
  }),
];

const inLocale = (locale: Locale) => (locale === "vi" ? "" : `?locale=${locale}`);

async function showListing(market: ApiMarket, asked: string, locale: Locale): Promise<Reply<z.input<typeof listing>>> {
  const found = await market.listing(asked);
  if ("listing" in found) return { body: listingJson(found.listing, locale) };
  return { movedTo: `${apiRoot}/listings/${encodeURIComponent(found.movedTo[locale])}${inLocale(locale)}` };
}

async function showShop(market: ApiMarket, asked: string, locale: Locale): Promise<Reply<z.input<typeof shop>>> {
  const found = await market.shop(asked);
  if ("movedTo" in found) return { movedTo: `${apiRoot}/shops/${encodeURIComponent(found.movedTo[locale])}${inLocale(locale)}` };
  return { body: shopJson(found.shop, locale, addressOf("/listings", { shop: found.shop.slug[locale] }, locale)) };
}
