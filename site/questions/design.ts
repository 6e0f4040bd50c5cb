import type { ListingCard } from "@xudong/catalog";
import type { FestivalCard, PieceCard } from "@xudong/content";
import type { Locale } from "@xudong/domain";
import { notFound, type Visit } from "../actions/visit.ts";
import { homePage, type HomePage } from "./home.ts";

export type DesignPage = {
  locale: Locale;
  theme: "light" | "dark" | undefined;
  now: Date;
  goods: readonly ListingCard[];
  outOfSeason: ListingCard | undefined;
  outing: HomePage["weekend"][number] | undefined;
  pieces: readonly PieceCard[];
  festival: FestivalCard | undefined;
};

/** Every part of the design language with the sample market's own things. A demo shows it; elsewhere there is no such page. */
export async function designPage(visit: Visit): Promise<Response | DesignPage> {
  if (!visit.locals.isDemo) return notFound();
  const { searchParams } = visit.url;
  const locale: Locale = searchParams.get("lang") === "en" ? "en" : "vi";
  const asked = searchParams.get("theme");
  const { content } = visit.locals.market;
  const home = await homePage(visit, locale);
  const pieces = await Promise.all((["place", "itinerary", "guide"] as const).map((kind) => content.list({ kind, page: 1, pageSize: 1 })));
  return {
    locale,
    theme: asked === "light" || asked === "dark" ? asked : undefined,
    now: home.now,
    goods: home.inSeason.filter(({ kind }) => kind === "goods").slice(0, 3),
    outOfSeason: home.outOfSeason[0],
    outing: home.weekend[0],
    pieces: pieces.flatMap(({ items }) => items),
    festival: home.festivals[0],
  };
}
