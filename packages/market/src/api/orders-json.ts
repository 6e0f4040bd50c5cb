import { z } from "zod";
import {
  attemptStates, attemptWords, cancelReasons, cancelReasonWords, carrierWords, fulfilmentKinds, fulfilmentStates, fulfilmentWords, orderStates, orderWords, refundStates, refundWords, ticketStates, ticketWords,
  type Locale,
} from "@xudong/domain";
import type { OrderView, TicketView } from "@xudong/checkout";
import type { OpenedPayment, PlacedOrder } from "../contract.ts";
import { line, lineJson, parcel, parcelJson, sellerFace, sellerJson, sums, sumsJson } from "./carts-json.ts";
import { address, addressJson } from "./areas-json.ts";
import { answer, currency, dong, instant, noted, text, untranslated } from "./validators.ts";
import { wordsIn, type Words } from "./words.ts";

const stateText = noted(text(), { description: "The state in words for a person; it may be reworded, `state` never." });
const orderState = noted(z.enum(orderStates), { id: "OrderState" });

export const placedOrder = noted(
  answer({
    code: text(),
    key: noted(text(), { description: "Send it as `Order-Key`. Whoever has it can see and pay the order." }),
    total: dong(),
    currency,
    state: orderState,
    stateText,
    holdLapsesAt: noted(z.exactOptional(instant()), { description: "Until when goods and places are kept; absent where nothing is left to pay." }),
  }),
  { id: "PlacedOrder" },
);

export const openedPayment = noted(
  answer({
    attempt: noted(text(), { description: "The id of this attempt at paying." }),
    redirectUrl: noted(z.url(), { description: "The gateway's page; send the browser there." }),
    expiresAt: instant(),
  }),
  { id: "OpenedPayment" },
);

const ticket = noted(
  answer({
    code: text(),
    state: z.enum(ticketStates),
    stateText,
    number: z.int().min(1),
    of: z.int().min(1),
    listingTitle: text(),
    title: text(),
    shopName: text(),
    place: text(),
    startsAt: instant(),
    endsAt: instant(),
    admittedAt: instant().nullable(),
    qrText: noted(text(), { description: "What the QR says. Empty for a void ticket." }),
    isSample: z.boolean(),
  }),
  { id: "Ticket", description: "One guest, one ticket, one entry." },
);

export const order = noted(
  answer({
    code: text(),
    state: orderState,
    stateText,
    placedAt: instant(),
    holdLapsesAt: noted(instant().nullable(), { description: "Until when goods and places are kept; null once confirmed, lapsed or cancelled." }),
    confirmedAt: instant().nullable(),
    cancelledAt: instant().nullable(),
    cancelReason: noted(z.enum(cancelReasons).nullable(), { description: "Why it was cancelled; null for any other order." }),
    cancelReasonText: noted(text().nullable(), { description: "The reason in words for a person; it may be reworded, `cancelReason` never." }),
    contact: answer({ name: text(), phone: text().nullable(), email: text().nullable() }),
    address,
    gift: noted(answer({ recipient: text(), phone: text().nullable(), card: text().nullable() }).nullable(), { description: "For whom it is and what the card says; null where it is for the buyer." }),
    sellers: z.array(
      answer({
        shop: sellerFace,
        lines: z.array(noted(answer(line), { id: "OrderLine", description: "As it was when the order was placed." })),
        fulfilments: z.array(answer({ id: text(), kind: z.enum(fulfilmentKinds), state: z.enum(fulfilmentStates), stateText, startsAt: instant().nullable(), carrier: noted(text().nullable(), { description: "Who carries the parcel, once its seller has said so." }), trackingNumber: text().nullable() })),
        delivery: noted(answer(parcel).nullable(), { description: "How its goods are sent, as it was promised when the order was placed; null where nothing is sent." }),
        ...sums,
      }),
    ),
    ...sums,
    paid: noted(z.int(), { description: "Received minus refunded, in whole đồng." }),
    currency,
    attempts: noted(
      z.array(answer({ id: text(), method: text(), state: z.enum(attemptStates), stateText, openedAt: instant(), expiresAt: instant(), amount: dong() })),
      { description: "The latest first." },
    ),
    refunds: z.array(answer({ amount: dong(), state: z.enum(refundStates), stateText, requestedAt: instant() })),
    tickets: z.array(ticket),
    mayPay: noted(z.boolean(), { description: "A (further) attempt at paying may be opened." }),
    mayCancel: noted(z.boolean(), { description: "It may be cancelled, whole: nothing of it has been sent and no visit of it has begun." }),
    untranslated,
  }),
  { id: "Order" },
);

/** What a buyer is told once, when the order has been placed. */
export function placedOrderJson(placed: PlacedOrder, locale: Locale): z.infer<typeof placedOrder> {
  return {
    code: placed.code,
    key: placed.key,
    total: placed.total,
    currency: "VND",
    state: placed.state,
    stateText: orderWords[placed.state][locale],
    ...(placed.holdLapsesAt === null ? {} : { holdLapsesAt: placed.holdLapsesAt.toISOString() }),
  };
}

export function openedPaymentJson(opened: OpenedPayment): z.infer<typeof openedPayment> {
  return { attempt: opened.attempt, redirectUrl: opened.redirectUrl, expiresAt: opened.expiresAt.toISOString() };
}

function ticketJson(view: TicketView, words: Words, path: string): z.infer<typeof ticket> {
  return {
    code: view.code,
    state: view.state,
    stateText: ticketWords[view.state][words.locale],
    number: view.number,
    of: view.of,
    listingTitle: words.say(view.listingTitle, `${path}.listingTitle`),
    title: words.say(view.variantTitle, `${path}.title`),
    shopName: words.say(view.shopName, `${path}.shopName`),
    place: words.say(view.place, `${path}.place`),
    startsAt: view.startsAt.toISOString(),
    endsAt: view.endsAt.toISOString(),
    admittedAt: view.admittedAt?.toISOString() ?? null,
    qrText: view.qrText,
    isSample: view.isSample,
  };
}

/** An order for the holder of its key, each state in machine words and in words for a person. */
export function orderJson(view: OrderView, locale: Locale): z.infer<typeof order> {
  const words = wordsIn(locale);
  return {
    code: view.code,
    state: view.state,
    stateText: orderWords[view.state][locale],
    placedAt: view.placedAt.toISOString(),
    holdLapsesAt: view.holdLapsesAt?.toISOString() ?? null,
    confirmedAt: view.confirmedAt?.toISOString() ?? null,
    cancelledAt: view.cancelledAt?.toISOString() ?? null,
    cancelReason: view.cancelReason,
    cancelReasonText: view.cancelReason === null ? null : cancelReasonWords[view.cancelReason][locale],
    contact: { name: view.contact.name, phone: view.contact.phone, email: view.contact.email },
    address: addressJson(view.address),
    gift: view.gift === null ? null : { recipient: view.gift.recipient, phone: view.gift.phone, card: view.gift.card },
    sellers: view.sellers.map((seller, i) => ({
      shop: sellerJson(seller.shop, words, `sellers.${i}`),
      lines: seller.lines.map((each, j) => lineJson(each, words, `sellers.${i}.lines.${j}`)),
      fulfilments: seller.fulfilments.map(({ id, kind, state, startsAt, sent }) => ({
        id, kind, state, stateText: fulfilmentWords[state][locale], startsAt: startsAt?.toISOString() ?? null,
        carrier: sent === undefined ? null : carrierWords[sent.carrier][locale], trackingNumber: sent?.trackingNumber ?? null,
      })),
      delivery: seller.parcel === undefined ? null : parcelJson(seller.parcel, locale),
      ...sumsJson(seller),
    })),
    ...sumsJson(view),
    paid: view.paidDong,
    currency: "VND",
    attempts: view.attempts.map((attempt) => ({
      id: attempt.id,
      method: attempt.method,
      state: attempt.state,
      stateText: attemptWords[attempt.state][locale],
      openedAt: attempt.openedAt.toISOString(),
      expiresAt: attempt.expiresAt.toISOString(),
      amount: attempt.amountDong,
    })),
    refunds: view.refunds.map(({ amountDong, state, requestedAt }) => ({ amount: amountDong, state, stateText: refundWords[state][locale], requestedAt: requestedAt.toISOString() })),
    tickets: view.tickets.map((each, i) => ticketJson(each, words, `tickets.${i}`)),
    mayPay: view.mayPay,
    mayCancel: view.mayCancel,
    untranslated: words.untranslated,
  };
}
