import type { AddressKind, PageAddress } from "@xudong/market";
import { locales, type Locale } from "@xudong/domain";
import type { Visit } from "./actions/visit.ts";
import { pieceListPath, piecePath, shownKinds } from "./content-paths.ts";
import { monthPath } from "./month-paths.ts";
import { paths } from "./paths.ts";
import { shopListPath, shopPath } from "./shop-paths.ts";
import { trustPages, trustPath } from "./trust-paths.ts";

type InEach = (locale: Locale) => string;
type Entry = { at: InEach; changedAt?: Date };

/** The kinds of pages that are listed apart, and the address of one of each. */
const kinds = {
  products: { of: "goods", at: ({ slug }) => (locale) => paths.product(locale, slug) },
  experiences: { of: "experience", at: ({ slug }) => (locale) => paths.experience(locale, slug) },
  shops: { of: "shop", at: ({ slug }) => (locale) => shopPath(locale, slug) },
  places: { of: "place", at: ({ slug }) => (locale) => piecePath(locale, { kind: "place", slug }) },
  festivals: { of: "festival", at: ({ slug }) => (locale) => piecePath(locale, { kind: "festival", slug }) },
  itineraries: { of: "itinerary", at: ({ slug }) => (locale) => piecePath(locale, { kind: "itinerary", slug }) },
  guides: { of: "guide", at: ({ slug }) => (locale) => piecePath(locale, { kind: "guide", slug }) },
} as const satisfies Record<string, { of: AddressKind; at: (page: PageAddress) => InEach }>;
type SitemapKind = keyof typeof kinds;
const kindNames = Object.keys(kinds) as SitemapKind[];

const isKind = (name: string): name is SitemapKind => Object.hasOwn(kinds, name);

/** Pages that there is one of each. */
const singles: readonly InEach[] = [
  paths.home, paths.products, paths.experiences, shopListPath, ...shownKinds.map((kind): InEach => (locale) => pieceListPath(locale, kind)),
  ...Array.from({ length: 12 }, (_, at): InEach => (locale) => monthPath(locale, at + 1)), ...trustPages.map((page): InEach => (locale) => trustPath(locale, page)), paths.lookup, paths.terms, paths.privacy,
];

const xml = (body: string): Response => new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`, { headers: { "content-type": "application/xml; charset=utf-8" } });
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** The list of lists: each kind in as many files as it fills, each file found by what it comes after. */
export async function sitemapIndex({ locals }: Pick<Visit, "locals">): Promise<Response> {
  locals.keep();
  const files = ["pages", ...(await Promise.all(kindNames.map((name) => filesOf(locals.market, name)))).flat()];
  return xml(`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${files.map((file) => `<sitemap><loc>${escaped(`${locals.publicUrl}/sitemap/${file}.xml`)}</loc></sitemap>`).join("")}</sitemapindex>`);
}

async function filesOf(market: Visit["locals"]["market"], name: SitemapKind): Promise<string[]> {
  const files: string[] = [];
  for (let after: string | undefined; ; ) {
    const { items, next } = await market.addresses(kinds[name].of, after === undefined ? {} : { after });
    if (items.length > 0) files.push(after === undefined ? name : `${name}-${after}`);
    if (next === undefined) return files;
    after = next;
  }
}

/** One file of it; undefined for a name that is none. */
export async function sitemapFile({ locals }: Pick<Visit, "locals">, file: string): Promise<Response | undefined> {
  const [, name = "", after] = /^([a-z]+)(?:-([0-9A-Z]+))?$/.exec(file) ?? [];
  if (name === "pages") {
    locals.keep();
    return urlset(singles.map((at) => ({ at })), locals.publicUrl);
  }
  if (!isKind(name)) return undefined;
  locals.keep();
  const { of, at } = kinds[name];
  const { items } = await locals.market.addresses(of, after === undefined ? {} : { after });
  return items.length === 0 ? undefined : urlset(items.map((page) => ({ at: at(page), changedAt: page.changedAt })), locals.publicUrl);
}

function urlset(entries: readonly Entry[], publicUrl: string): Response {
  const url = (at: InEach, locale: Locale) => escaped(publicUrl + at(locale));
  const alternates = (at: InEach) => [...locales.map((locale) => [locale, url(at, locale)]), ["x-default", url(at, "vi")]].map(([lang, href]) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${href}"/>`).join("");
  const body = entries.flatMap(({ at, changedAt }) => locales.map((locale) => `<url><loc>${url(at, locale)}</loc>${changedAt === undefined ? "" : `<lastmod>${changedAt.toISOString()}</lastmod>`}${alternates(at)}</url>`));
  return xml(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${body.join("\n")}</urlset>`);
}

/** What a program may read. A demo asks not to be read at all; pages of one person never are. */
export function robotsText({ isDemo, publicUrl }: Pick<Visit["locals"], "isDemo" | "publicUrl">): string {
  if (isDemo) return "# A demo with sample shops and sample prices: it is not to be listed anywhere.\nUser-agent: *\nDisallow: /\n";
  const closed = locales.flatMap((locale) => [paths.cart(locale), paths.checkout(locale), paths.order(locale, ""), paths.ticket(locale, ""), paths.account(locale), paths.signIn(locale), paths.signUp(locale), paths.search(locale)]);
  return `User-agent: *\n${[...closed, "/api/"].map((path) => `Disallow: ${path}`).join("\n")}\n\nSitemap: ${publicUrl}/sitemap.xml\n`;
}
