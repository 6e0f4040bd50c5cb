import { cancelReasonWords, formatDay, formatDong, formatPhone, formatTime, type FulfilmentState, type Locale, type RefundState } from "@xudong/domain";
import type { OrderView } from "@xudong/checkout";
import { textFor } from "../text/index.ts";

/** How something stands, by colour and sign: all is well, it goes on by itself, or it needs a look. */
export type Tone = "well" | "calm" | "fault";

/** Something a buyer is told: a line, and why and what to do next in a few sentences. */
export type Told = { of: Tone; title: string; words: readonly string[] };

/** What happens next with an order. */
export type Story = Told & {
  /** May this buyer pay, and how plainly is it offered: as what to do now, or only to somebody who knows that they have not paid. */
  pay: "now" | "once_more" | undefined;
  /** The next word is not the buyer's: a link to look again stands beside it. */
  isWaiting: boolean;
  /** Money on its way back, each payment by itself. */
  back: readonly Told[];
};

const cash = "cod";

type Attempt = OrderView["attempts"][number];

const byGateway = (order: OrderView): Attempt[] => order.attempts.filter((attempt) => attempt.method !== cash);
const paidAttempts = (order: OrderView): Attempt[] => order.attempts.filter((attempt) => attempt.state === "paid");

/** What is still to be heard of payments at the gateway, the weightiest first: suspicion, silence, a page that is open. */
function pendingOf(order: OrderView, now: Date): "held" | "silent" | "open" | undefined {
  const attempts = byGateway(order);
  if (attempts.some(({ state }) => state === "held")) return "held";
  // One whose time is over is asked about soon: till then nobody knows.
  if (attempts.some(({ state, expiresAt }) => state === "unknown" || (state === "opened" && expiresAt <= now))) return "silent";
  return attempts.some(({ state }) => state === "opened") ? "open" : undefined;
}

/** What a buyer is told of money that may still come for an order that is called off: one is suspected, one is open, or both. */
function moneyToCome(order: OrderView, locale: Locale): string[] {
  const t = textFor(locale).cancel;
  const has = (...states: Attempt["state"][]) => byGateway(order).some(({ state }) => states.includes(state));
  return [...(has("held") ? [t.underReview] : []), ...(has("opened", "unknown") ? [t.stillOpen] : [])];
}

/** What a buyer is told on an order's page: every situation has its own words, and none of them guesses. */
export function storyOf(order: OrderView, now: Date, locale: Locale): Story {
  const back = backOf(order, locale);
  if (order.state === "awaiting_payment") return { ...awaiting(order, now, locale), back };
  if (order.state === "lapsed") return { ...lapsed(order, now, locale), back };
  if (order.state === "cancelled") return { ...cancelled(order, locale), back };
  return { ...confirmed(order, now, locale), back };
}

type Plot = Omit<Story, "back">;

function awaiting(order: OrderView, now: Date, locale: Locale): Plot {
  const t = textFor(locale).story;
  const { holdLapsesAt, mayPay } = order;
  const kept = holdLapsesAt === null ? [] : [t.keptUntil(formatTime(holdLapsesAt, locale))];
  const pending = pendingOf(order, now);
  if (pending === "held") return { of: "calm", title: t.underReview.title, words: [t.underReview.words, t.underReview.next], pay: undefined, isWaiting: true };
  if (pending === "silent") {
    const keptOrRefunded = holdLapsesAt === null ? [] : [t.keptOrRefunded(formatTime(holdLapsesAt, locale))];
    return { of: "calm", title: t.asking.title, words: [t.asking.words, ...keptOrRefunded, ...(mayPay ? [t.asking.again] : [])], pay: mayPay ? "once_more" : undefined, isWaiting: true };
  }
  const open = byGateway(order).find(({ state }) => state === "opened");
  if (open !== undefined) {
    const words = [t.underWay.words(formatTime(open.expiresAt, locale)), ...kept, ...(mayPay ? [t.underWay.again] : [])];
    return { of: "calm", title: t.underWay.title, words, pay: mayPay ? "now" : undefined, isWaiting: true };
  }
  const last = byGateway(order)[0];
  const before = last?.state === "declined" ? t.declined : last?.state === "expired" ? t.expired : t.waiting;
  if (!mayPay) return { of: "fault", title: t.tooLate.title, words: [before.words, t.tooLate.words, ...kept, t.tooLate.next], pay: undefined, isWaiting: false };
  return { of: last === undefined ? "calm" : "fault", title: before.title, words: [before.words, ...kept], pay: "now", isWaiting: false };
}

function lapsed(order: OrderView, now: Date, locale: Locale): Plot {
  const t = textFor(locale).story;
  const pending = pendingOf(order, now);
  if (pending === undefined && paidAttempts(order).length > 0) return { of: "fault", title: t.lapsed.title, words: [t.orderAgain], pay: undefined, isWaiting: false };
  if (pending === undefined) return { of: "fault", title: t.lapsed.title, words: [t.lapsed.words], pay: undefined, isWaiting: false };
  const { title, words, next } = pending === "held" ? t.lapsedUnderReview : t.lapsedAsking;
  return { of: "calm", title, words: [words, next], pay: undefined, isWaiting: true };
}

function confirmed(order: OrderView, now: Date, locale: Locale): Plot {
  const t = textFor(locale).story;
  const total = formatDong(order.totalDong, locale);
  const toCollect = order.attempts.find(({ method, state }) => method === cash && state === "opened");
  const times = paidAttempts(order).length;
  const collected = times > 0 && byGateway(order).length === 0;
  const money =
    toCollect !== undefined ? [t.cash.words(total), ...(order.sellers.length > 1 ? [t.cash.several] : [])]
    : order.totalDong === 0 ? [t.confirmed.free]
    : collected ? [t.cashCollected(total)]
    : [t.confirmed.words];
  const title = toCollect !== undefined ? t.cash.title : order.state === "closed" ? t.confirmed.closed : t.confirmed.title;
  const words = [
    ...money,
    ...whereThingsAre(order, locale),
    ...(times > 1 ? [t.paidTwice(times)] : []),
    ...(pendingOf(order, now) === undefined ? [] : [t.otherStillOpen]),
  ];
  return { of: "well", title, words, pay: undefined, isWaiting: false };
}

function whereThingsAre(order: OrderView, locale: Locale): string[] {
  const t = textFor(locale).story;
  const parts = order.sellers.flatMap((seller) => seller.fulfilments);
  const has = (...states: FulfilmentState[]) => parts.some(({ state }) => states.includes(state));
  const parcels = parts.filter(({ kind }) => kind === "parcel");
  return [
    ...(order.tickets.some(({ state }) => state === "issued") ? [t.tickets] : []),
    ...(has("to_prepare") ? [t.toPrepare] : []),
    ...(has("shipped") ? [t.shipped] : []),
    ...(parcels.length > 0 && parcels.every(({ state }) => state === "delivered") ? [t.delivered] : []),
  ];
}

function cancelled(order: OrderView, locale: Locale): Plot {
  const t = textFor(locale).story;
  const isOwn = order.cancelReason === "buyer";
  const why = isOwn || order.cancelReason === null ? [t.unitsBack] : [`${cancelReasonWords[order.cancelReason][locale]}.`];
  const toCome = moneyToCome(order, locale);
  const isCash = order.attempts.some(({ method }) => method === cash);
  const mayBePaid = toCome.length > 0 || order.refunds.length > 0 || paidAttempts(order).length > 0;
  const money = mayBePaid || order.totalDong === 0 ? [] : isCash ? [t.nothingCollected] : [t.nothingPaid];
  const next = isOwn ? [] : [t.orderAgain];
  return { of: isOwn ? "calm" : "fault", title: isOwn ? t.cancelledByBuyer : t.cancelled, words: [...why, ...money, ...toCome, ...next], pay: undefined, isWaiting: false };
}

const tones: Readonly<Record<RefundState, Tone>> = { requested: "calm", unknown: "calm", sent: "calm", done: "well", refused: "fault" };

/** Money on its way back: what has been done about it, where it goes, and what its buyer can do. */
function backOf(order: OrderView, locale: Locale): Told[] {
  const t = textFor(locale).back;
  const { phone, email } = order.contact;
  const contact = phone === null ? (email ?? "") : formatPhone(phone);
  const isCash = byGateway(order).length === 0;
  return order.refunds.map(({ amountDong, state }) => {
    const amount = formatDong(amountDong, locale);
    if (!isCash) return { of: tones[state], title: t[state].title(amount), words: [t[state].words(amount, contact)] };
    if (state === "done") return { of: "well", title: t.cash.doneTitle(amount), words: [t.cash.done(amount)] };
    return { of: "calm", title: t.cash.title(amount), words: [t.cash.words(amount, contact)] };
  });
}

/** What calling an order off would mean, said before it is done. */
export function cancelMeans(order: OrderView, locale: Locale): string[] {
  const t = textFor(locale).cancel;
  const isPaid = order.state === "confirmed" && paidAttempts(order).length > 0;
  const tickets = order.tickets.filter(({ state }) => state === "issued").length;
  const toCome = moneyToCome(order, locale);
  const money =
    isPaid ? [t.refund(formatDong(order.totalDong, locale)), t.refundWhen]
    : toCome.length > 0 || paidAttempts(order).length > 0 || order.totalDong === 0 ? []
    : order.attempts.some(({ method }) => method === cash) ? [t.cash]
    : [t.nothingPaid];
  return [
    ...money,
    ...toCome,
    ...(tickets > 0 ? [t.tickets(tickets)] : []),
    ...(order.sellers.length > 1 ? [t.whole(order.sellers.length)] : []),
    t.unitsBack,
    t.final,
  ];
}

/** Why an order that is confirmed can no longer be called off; undefined where it can, or where there is nothing to call off. */
export function whyKept(order: OrderView, locale: Locale): string | undefined {
  if (order.mayCancel || order.state !== "confirmed") return undefined;
  const t = textFor(locale).cancel;
  const hasLeft = order.sellers.some((seller) => seller.fulfilments.some(({ state }) => state === "shipped" || state === "delivered"));
  return hasLeft ? t.tooLateSent : t.tooLateBegun;
}

/** What was received of a buyer, before anything went back. */
export function receivedDong(order: OrderView): number {
  return paidAttempts(order).reduce((sum, { amountDong }) => sum + amountDong, 0);
}

/** An instant as a person says it. */
export function momentOf(at: Date, locale: Locale): string {
  return `${formatTime(at, locale)}, ${formatDay(at, locale)}`;
}
