import { cancelReasonWords, deliveryServiceWords, formatCode, formatDayRange, formatDong, formatShortDay, formatTime } from "@xudong/domain";
import { wordsIn, type Block, type Item, type Words } from "../blocks.ts";
import { buyerFoot, codeOf, lowered, shopHeading, toOrder, type About, type LetterOf, type Room } from "./room.ts";

type Order = About<"order_confirmed">["order"];
type Seller = Order["sellers"][number];

/** Paid, or free: the order is certain. */
export const orderConfirmed: LetterOf<"order_confirmed"> = ({ order, link }, room) => {
  const { t, locale } = room;
  const total = formatDong(order.totalDong, locale);
  const told = order.totalDong === 0 ? t.confirmed.free : t.confirmed.paid(total);
  return {
    subject: t.confirmed.subject(formatCode(order.code)),
    glance: told,
    over: codeOf(link, room),
    title: t.confirmed.title,
    blocks: [
      { is: "text", words: [t.hello, told, ...(order.tickets.length > 0 ? [t.confirmed.tickets] : [])] },
      ...toOrder(link, room),
      ...wholeOrder(order, room),
      ...(order.mayCancel ? [{ is: "note" as const, words: [t.confirmed.mayCancel] }] : []),
      { is: "note", words: [t.keepLink] },
    ],
    foot: buyerFoot(link, room),
  };
};

/** A courier is to be paid, or the seller where it is collected. */
export const cashOrder: LetterOf<"cash_order"> = ({ order, link }, room) => {
  const { t, locale } = room;
  const total = formatDong(order.totalDong, locale);
  const told = order.sellers.every(({ parcel }) => parcel?.service === "pickup") ? t.cash.there(total) : t.cash.words(total);
  return {
    subject: t.cash.subject(formatCode(order.code)),
    glance: told,
    over: codeOf(link, room),
    title: t.cash.title,
    blocks: [
      { is: "text", words: [t.hello, told] },
      ...toOrder(link, room),
      ...wholeOrder(order, room),
      ...(order.mayCancel ? [{ is: "note" as const, words: [t.cash.mayCancel] }] : []),
      { is: "note", words: [t.keepLink] },
    ],
    foot: buyerFoot(link, room),
  };
};

/** Everything that was bought, by seller, with how and when it comes where it does. */
const wholeOrder = (order: Order, room: Room): Block[] => [...whatItWas(order, room, (parcel) => parcelFacts(parcel, room)), ...goesTo(order, room)];

/** What an order was, and what it came to. */
function whatItWas(order: Order, room: Room, factsOf: (parcel: NonNullable<Seller["parcel"]>) => (readonly [string, Words])[] = () => []): Block[] {
  const { t, locale } = room;
  const has = (kind: "parcel" | "visit") => order.sellers.some(({ fulfilments }) => fulfilments.some((each) => each.kind === kind));
  const delivery: (readonly [string, string])[] = has("parcel") ? [[t.delivery, order.deliveryDong === 0 ? t.deliveryFree : formatDong(order.deliveryDong, locale)]] : [];
  return [
    ...order.sellers.flatMap((seller) => ofSeller(seller, room, seller.parcel === undefined ? [] : factsOf(seller.parcel))),
    { is: "sums", sums: [[t.items, formatDong(order.itemsDong, locale)], ...delivery], total: [t.total, formatDong(order.totalDong, locale)] },
  ];
}

function ofSeller({ shop, lines }: Seller, room: Room, facts: (readonly [string, Words])[]): Block[] {
  return [
    shopHeading(shop, room.locale),
    { is: "items", items: lines.map((line) => itemOf(line, room)) },
    ...(facts.length === 0 ? [] : [{ is: "facts" as const, facts }]),
  ];
}

function itemOf({ listingTitle, variantTitle, slot, quantity, totalDong }: Seller["lines"][number], { t, locale }: Room): Item {
  const when = slot === undefined ? [] : [t.at(formatTime(slot.startsAt, locale), lowered(formatShortDay(slot.startsAt, locale), locale))];
  return { title: wordsIn(listingTitle, locale), under: [...when, wordsIn(variantTitle, locale), t.quantity(quantity)], amount: formatDong(totalDong, locale) };
}

/** How goods come, and when; said as what is expected. */
export function parcelFacts({ service, arrivesFrom, arrivesTo }: NonNullable<Seller["parcel"]>, { t, locale }: Room): (readonly [string, Words])[] {
  const days = arrivesFrom === null ? undefined : formatDayRange(arrivesFrom, service === "pickup" ? arrivesFrom : (arrivesTo ?? arrivesFrom), locale);
  return [[t.how, deliveryServiceWords[service][locale]], ...(days === undefined ? [] : [[service === "pickup" ? t.ready : t.arrives, days] as const])];
}

/** The commune alone, where it is one we know: the rest was typed by whoever ordered, and this mail may reach a stranger. */
function goesTo({ address }: Order, { t }: Room): Block[] {
  if (address?.communeCode === undefined) return [];
  return [{ is: "facts", facts: [[t.goesTo, `${address.commune}, ${address.province}`]] }, { is: "note", words: [t.wholeAddress] }];
}

export const orderCancelled: LetterOf<"order_cancelled"> = ({ order, link }, room) => {
  const { t, locale } = room;
  const reason = order.cancelReason;
  const why = reason === null || reason === "buyer" ? t.cancelled.byBuyer : t.cancelled.why(cancelReasonWords[reason][locale]);
  return {
    subject: t.cancelled.subject(formatCode(order.code)),
    glance: why,
    over: codeOf(link, room),
    title: t.cancelled.title,
    blocks: [
      { is: "text", words: [t.hello, why, ...moneyOf(order, room), ...(order.tickets.length > 0 ? [t.cancelled.tickets] : [])] },
      ...toOrder(link, room),
      ...whatItWas(order, room),
      ...(reason === "buyer" ? [] : [{ is: "note" as const, words: [t.cancelled.again] }]),
    ],
    foot: buyerFoot(link, room),
  };
};

/** What happens to the money of an order that is off: it goes back, or none has come, or some may still come. */
function moneyOf(order: Order, { t, locale }: Room): string[] {
  const back = order.refunds.reduce((sum, { amountDong }) => sum + amountDong, 0);
  const isCash = order.attempts.length > 0 && order.attempts.every(({ method }) => method === "cod");
  if (back > 0) return [(isCash ? t.cancelled.refundCash : t.cancelled.refund)(formatDong(back, locale))];
  if (order.totalDong === 0) return [];
  const mayCome = order.attempts.some(({ method, state }) => method !== "cod" && (state === "opened" || state === "unknown" || state === "held"));
  return [t.cancelled.nothing, ...(mayCome ? [t.cancelled.later] : [])];
}

/** Late money, and somebody else was quicker. */
export const paymentNotKept: LetterOf<"payment_not_kept"> = ({ order, link }, room) => {
  const { t, locale } = room;
  const amount = formatDong(order.totalDong, locale);
  return {
    subject: t.notKept.subject(formatCode(order.code)),
    glance: t.notKept.refund(amount),
    over: codeOf(link, room),
    title: t.notKept.title,
    blocks: [
      { is: "text", words: [t.hello, t.notKept.words(amount), t.notKept.refund(amount)] },
      ...toOrder(link, room),
      ...whatItWas(order, room),
      { is: "note", words: [t.cancelled.again] },
    ],
    foot: buyerFoot(link, room),
  };
};
