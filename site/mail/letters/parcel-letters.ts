import { formatCode, formatDong } from "@xudong/domain";
import { wordsIn } from "../blocks.ts";
import { parcelFacts } from "./order-letters.ts";
import { buyerFoot, codeOf, shopHeading, toOrder, type LetterOf } from "./room.ts";

/** A parcel has left its seller: how it goes, when it is expected, and what its courier will ask for. */
export const parcelShipped: LetterOf<"parcel_shipped"> = ({ order, seller, link }, room) => {
  const { t, locale } = room;
  const isCash = order.attempts.some(({ method, state }) => method === "cod" && state === "opened");
  return {
    subject: t.shipped.subject(formatCode(order.code)),
    glance: t.shipped.words,
    over: codeOf(link, room),
    title: t.shipped.title,
    blocks: [
      { is: "text", words: [t.hello, t.shipped.words, ...(isCash ? [t.shipped.cash(formatDong(order.totalDong, locale))] : [])] },
      ...(seller.parcel === undefined ? [] : [{ is: "facts" as const, facts: parcelFacts(seller.parcel, room) }]),
      ...toOrder(link, room),
      shopHeading(seller.shop, locale),
      { is: "items", items: seller.lines.filter(({ slot }) => slot === undefined).map((line) => ({ title: wordsIn(line.listingTitle, locale), under: [wordsIn(line.variantTitle, locale), t.quantity(line.quantity)] })) },
      { is: "note", words: [t.shipped.noCancel, t.keepLink] },
    ],
    foot: buyerFoot(link, room),
  };
};
