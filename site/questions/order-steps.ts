import { deliveryServiceWords, formatDong, fulfilmentWords, textIn, type Locale } from "@xudong/domain";
import type { OrderView } from "@xudong/checkout";
import { arrivalWords } from "../delivery-words.ts";
import { textFor } from "../text/index.ts";
import { momentOf } from "./order-story.ts";

/** A step of an order's life, as `Steps` draws it. */
export type OrderStep = { title: string; words?: string | undefined; when?: string | undefined; state: "done" | "now" | "ahead" | "stopped" };

type Seller = OrderView["sellers"][number];
type Fulfilment = Seller["fulfilments"][number];

/** What was, is and comes of an order, in the order a buyer lives through it: placed, paid, each parcel and each visit by its time. */
export function orderSteps(order: OrderView, locale: Locale): readonly OrderStep[] {
  const t = textFor(locale).buying.steps;
  const placed: OrderStep = { title: t.placed, when: momentOf(order.placedAt, locale), state: "done" };
  if (order.state === "cancelled") return [placed, ...(order.confirmedAt ? [confirmed(order, locale)] : []), { title: t.cancelled, when: order.cancelledAt ? momentOf(order.cancelledAt, locale) : undefined, state: "stopped" }];
  if (order.state === "lapsed") return [placed, { title: t.lapsed, state: "stopped" }];
  const isConfirmed = order.confirmedAt !== null;
  const later = order.sellers
    .flatMap((seller) => seller.fulfilments.map((part) => ({ at: timeOf(seller, part), step: partStep(seller, part, locale) })))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ step }) => (isConfirmed ? step : { ...step, state: "ahead" as const }));
  return [placed, isConfirmed ? confirmed(order, locale) : { title: t.toPay, state: "now" }, ...later];
}

function confirmed(order: OrderView, locale: Locale): OrderStep {
  const t = textFor(locale).buying.steps;
  const isCash = order.attempts.some(({ method, state }) => method === "cod" && state === "opened");
  const title = isCash ? t.confirmedCash(formatDong(order.totalDong, locale)) : order.totalDong === 0 ? t.confirmedFree : t.paid;
  return { title, when: order.confirmedAt ? momentOf(order.confirmedAt, locale) : undefined, state: "done" };
}

/** When a part comes, for the order in which parts are told; a parcel nobody promised comes last. */
const timeOf = ({ parcel }: Seller, { startsAt }: Fulfilment): string => startsAt?.toISOString() ?? parcel?.arrivesFrom ?? "9";

function partStep(seller: Seller, part: Fulfilment, locale: Locale): OrderStep {
  const t = textFor(locale).buying.steps;
  const moved = part.movedAt ? momentOf(part.movedAt, locale) : undefined;
  const stateWords = textIn(fulfilmentWords[part.state], locale).text;
  if (part.kind === "visit") {
    const titles = seller.lines.filter(({ slot }) => slot?.startsAt.getTime() === part.startsAt?.getTime()).map(({ listingTitle }) => textIn(listingTitle, locale).text);
    const title = [...new Set(titles)].join(", ") || textIn(seller.shop.name, locale).text;
    const when = part.startsAt ? momentOf(part.startsAt, locale) : undefined;
    if (part.state === "due") return { title, when, words: t.showTicket, state: "now" };
    return { title, when, words: moved === undefined ? stateWords : t.since(stateWords, moved), state: part.state === "used" ? "done" : "stopped" };
  }
  const shop = textIn(seller.shop.name, locale).text;
  const { parcel } = seller;
  const isFetched = parcel?.service === "pickup";
  const arrival = parcel && arrivalWords(parcel, locale);
  const how = parcel && textIn(deliveryServiceWords[parcel.service], locale).text;
  const words = [moved === undefined ? stateWords : t.since(stateWords, moved), ...(part.state === "to_prepare" || part.state === "shipped" ? [[how, arrival].filter(Boolean).join(", ")] : [])].filter((sentence) => sentence !== "").map((sentence) => `${sentence}.`).join(" ");
  return { title: isFetched ? t.fetch(shop) : t.parcel(shop), words, state: part.state === "delivered" ? "done" : part.state === "returned" || part.state === "cancelled" ? "stopped" : "now" };
}

