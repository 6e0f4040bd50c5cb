import { isDomainError, textIn, type Locale, type Localized } from "@xudong/domain";
import { marketConfig } from "../market.config.ts";
import { notFound, type Visit } from "./actions/visit.ts";
import { cardKinds, type CardKind } from "./share-paths.ts";
import { textFor } from "./text/index.ts";

/** What a share card shows: whose it is, the name of the thing, a line below, and a drawing on a plate. */
export type ShareCard = { above: string; title: string; below: string; drawing: string };

const kindOf = (word: string): CardKind | undefined => (Object.keys(cardKinds) as CardKind[]).find((kind) => cardKinds[kind] === word);

/** The card of a thing in a language; a 404 where there is none. */
export async function cardAnswer(visit: Pick<Visit, "locals" | "params">): Promise<Response> {
  const { locale, kind: word = "", slug = "" } = visit.params;
  const kind = kindOf(word);
  if ((locale !== "vi" && locale !== "en") || kind === undefined) return notFound();
  try {
    const card = await cardOf(visit.locals.market, kind, slug, locale);
    return card === undefined ? notFound() : await png(visit, card);
  } catch (error) {
    if (isDomainError(error)) return notFound();
    throw error;
  }
}

/** The market's own card. */
export const marketCardAnswer = (visit: Pick<Visit, "locals">, locale: Locale): Promise<Response> =>
  png(visit, { above: marketConfig.province, title: marketConfig.name, below: textFor(locale).home.title, drawing: "boat-storks" });

async function png({ locals }: Pick<Visit, "locals">, card: ShareCard): Promise<Response> {
  const bytes = await locals.drawCard(card);
  // Whoever asks for many at once is asked to come back: pages must not wait for pictures of pages.
  if (bytes === undefined) return new Response(null, { status: 503, headers: { "retry-after": "5", "cache-control": "no-store" } });
  return new Response(new Uint8Array(bytes), { headers: { "content-type": "image/png", "cache-control": "public, max-age=3600" } });
}

type Market = Visit["locals"]["market"];

async function cardOf(market: Market, kind: CardKind, slug: string, locale: Locale): Promise<ShareCard | undefined> {
  const say = (text: Localized) => textIn(text, locale).text;
  if (kind === "shop") {
    const found = await market.shop(slug);
    return "movedTo" in found ? undefined : { above: marketConfig.name, title: say(found.shop.name), below: say(found.shop.place), drawing: "scholar-gate" };
  }
  if (kind === "goods" || kind === "experience") {
    const found = await market.listing(slug, kind);
    if ("movedTo" in found) return undefined;
    const { title, shop, picture } = found.listing;
    return { above: marketConfig.name, title: say(title), below: say(shop.name), drawing: picture.drawing };
  }
  const found = await market.content.show(kind, slug);
  if ("movedTo" in found) return undefined;
  const { piece } = found;
  return { above: marketConfig.name, title: say(piece.title), below: piece.units.map(({ name }) => say(name)).join(" / ") || marketConfig.province, drawing: piece.picture?.drawing ?? "scholar-gate" };
}
