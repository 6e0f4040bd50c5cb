import { z } from "zod";
import { deliveryServices, deliveryServiceWords, deliveryZones, errorCodes, type Locale } from "@xudong/domain";
import type { CartView, LineFace, ParcelView } from "@xudong/checkout";
import type { PayableCart } from "../contract.ts";
import { problemText } from "../problems.ts";
import { listingKind, pictureFace } from "./listings-json.ts";
import { answer, count, currency, dong, instant, noted, text, untranslated } from "./validators.ts";
import { wordsIn, type Words } from "./words.ts";

export const cartRef = noted(answer({ id: text(), token: noted(text(), { description: "Send it as `Cart-Token`. Whoever has it has the cart; it is shown once." }) }), { id: "CartRef" });

export const sellerFace = noted(answer({ id: text(), slug: text(), name: text(), isSample: z.boolean() }), { id: "SellerFace" });

export const line = {
  variantId: text(),
  kind: listingKind,
  listing: answer({ slug: text(), title: text() }),
  title: text(),
  picture: pictureFace,
  slot: answer({ id: text(), startsAt: instant(), endsAt: instant() }).nullable(),
  price: dong(),
  quantity: count(),
  total: dong(),
};

export const sums = {
  itemsTotal: noted(z.int(), { description: "Goods and tickets, in whole đồng." }),
  deliveryFee: noted(z.int(), { description: "In whole đồng." }),
  total: dong(),
};

const cartLine = noted(
  answer({
    ...line,
    problem: noted(answer({ code: z.enum(errorCodes), unitsLeft: z.exactOptional(count()) }).nullable(), { description: "Why this line cannot be ordered as it stands; null where all is well." }),
  }),
  { id: "CartLine" },
);

const arrival = {
  arrivesFrom: noted(z.iso.date().nullable(), { description: "The first day it is expected, or can be collected; null where nothing is promised." }),
  arrivesTo: noted(z.iso.date().nullable(), { description: "The last day it is expected; null where nothing is promised, and where the buyer comes for it." }),
};

/** How goods come, as an order keeps it. */
export const parcel = {
  service: noted(z.enum(deliveryServices), { description: "`flat` is one fee for everywhere, of a market that has no table of rates." }),
  serviceText: text(),
  zone: noted(z.enum(deliveryZones).nullable(), { description: "Within a province, within a region, or between regions; null where the fee is the same everywhere." }),
  weightGrams: noted(count(), { description: "Of all goods of this seller; what has no weight of its own counts 500 g." }),
  ...arrival,
  isSampleRate: noted(z.boolean(), { description: "The fee comes from invented figures." }),
};

const sending = {
  delivery: noted(
    noted(answer({ ...parcel, isEstimate: noted(z.boolean(), { description: "The fee is that within the seller's own province: where it goes is not known yet." }), takesCash: z.boolean() }), { id: "PlannedDelivery" }).nullable(),
    { description: "How this seller's goods would be sent if ordered now; null where nothing is sent, and where nobody can bring it." },
  ),
  deliveryWays: noted(z.array(answer({ service: parcel.service, serviceText: text(), fee: dong(), ...arrival })), {
    description: "Every way in which they could go, the cheapest first; `pickup` is collected at the seller's. Send one as `delivery`, for all or by the shop's id.",
  }),
};

const paymentMethods = noted(z.array(text()), {
  description: "The ways in which an order of this cart may be paid, the usual one first: `vnpay`, and `cod` (cash on delivery) for goods alone up to what a courier carries.",
  examples: [["vnpay", "cod"]],
});

export const cart = noted(
  answer({
    id: text(),
    count: noted(count(), { description: "Sum of quantities." }),
    sellers: z.array(answer({ shop: sellerFace, lines: z.array(cartLine), ...sending, ...sums })),
    ...sums,
    currency,
    needsAddress: noted(z.boolean(), { description: "Something has to be sent." }),
    isOrderable: z.boolean(),
    paymentMethods,
    untranslated,
  }),
  { id: "Cart", description: "A cart holds nothing: units are held when an order is placed." },
);

export const quote = noted(
  answer({
    sellers: z.array(answer({ shop: sellerFace, ...sending, ...sums })),
    ...sums,
    currency,
    problems: noted(z.array(answer({ variantId: text(), slotId: z.exactOptional(text()), code: z.enum(errorCodes), detail: text() })), {
      description: "Why the cart cannot be ordered like this, line by line, and what to do about it; empty where all is well.",
    }),
    isVatIncluded: noted(z.literal(true), { description: "Prices include VAT where it applies; nothing is added to the total." }),
    needsAddress: z.boolean(),
    isOrderable: z.boolean(),
    paymentMethods,
    untranslated,
  }),
  { id: "Quote", description: "Every fee and the total, before anything is ordered." },
);

/** A line's thing, time, price and quantity, as carts and orders show it. */
export function lineJson(face: LineFace, words: Words, path: string) {
  const { slot } = face;
  return {
    variantId: face.variantId,
    kind: face.kind,
    listing: { slug: face.listingSlug[words.locale], title: words.say(face.listingTitle, `${path}.listing.title`) },
    title: words.say(face.variantTitle, `${path}.title`),
    picture: { drawing: face.picture.drawing, alt: words.say(face.picture.alt, `${path}.picture.alt`) },
    slot: slot === undefined ? null : { id: slot.id, startsAt: slot.startsAt.toISOString(), endsAt: slot.endsAt.toISOString() },
    price: face.unitPriceDong,
    quantity: face.quantity,
    total: face.totalDong,
  };
}

export function sellerJson(shop: CartView["sellers"][number]["shop"], words: Words, path: string): z.infer<typeof sellerFace> {
  return { id: shop.id, slug: shop.slug, name: words.say(shop.name, `${path}.shop.name`), isSample: shop.isSample };
}

export function sumsJson(sums: { itemsDong: number; deliveryDong: number; totalDong: number }) {
  return { itemsTotal: sums.itemsDong, deliveryFee: sums.deliveryDong, total: sums.totalDong };
}

/** How a parcel goes and when it is expected, in machine words and in words for a person. */
export function parcelJson({ service, zone, weightGrams, arrivesFrom, arrivesTo, isSample }: ParcelView, locale: Locale) {
  return { service, serviceText: deliveryServiceWords[service][locale], zone, weightGrams, arrivesFrom, arrivesTo, isSampleRate: isSample };
}

function sendingJson({ parcel: planned, ways = [] }: CartView["sellers"][number], locale: Locale) {
  return {
    delivery: planned === undefined ? null : { ...parcelJson(planned, locale), isEstimate: planned.isEstimate, takesCash: planned.takesCash },
    deliveryWays: ways.map(({ service, feeDong, arrivesFrom, arrivesTo }) => ({ service, serviceText: deliveryServiceWords[service][locale], fee: feeDong, arrivesFrom, arrivesTo })),
  };
}

/** A cart with its lines by seller. */
export function cartJson(view: PayableCart, locale: Locale): z.infer<typeof cart> {
  const words = wordsIn(locale);
  return {
    id: view.id,
    count: view.count,
    sellers: view.sellers.map((seller, i) => ({
      shop: sellerJson(seller.shop, words, `sellers.${i}`),
      lines: seller.lines.map((each, j) => ({ ...lineJson(each, words, `sellers.${i}.lines.${j}`), problem: lineProblem(each) })),
      ...sendingJson(seller, locale),
      ...sumsJson(seller),
    })),
    ...sumsJson(view),
    currency: "VND",
    needsAddress: view.needsAddress,
    isOrderable: view.isOrderable,
    paymentMethods: [...view.paymentMethods],
    untranslated: words.untranslated,
  };
}

const lineProblem = ({ problem }: CartView["sellers"][number]["lines"][number]) =>
  problem === undefined ? null : { code: problem.code, ...(problem.unitsLeft === undefined ? {} : { unitsLeft: problem.unitsLeft }) };

/** What a cart costs, per seller and in all. */
export function quoteJson(view: PayableCart, locale: Locale): z.infer<typeof quote> {
  const words = wordsIn(locale);
  return {
    sellers: view.sellers.map((seller, i) => ({ shop: sellerJson(seller.shop, words, `sellers.${i}`), ...sendingJson(seller, locale), ...sumsJson(seller) })),
    ...sumsJson(view),
    currency: "VND",
    problems: view.sellers.flatMap(({ lines }) => lines).flatMap(({ variantId, slot, problem }) =>
      problem === undefined ? [] : [{ variantId, ...(slot && { slotId: slot.id }), code: problem.code, detail: problemText(problem.code, problem, locale).detail }],
    ),
    isVatIncluded: true,
    needsAddress: view.needsAddress,
    isOrderable: view.isOrderable,
    paymentMethods: [...view.paymentMethods],
    untranslated: words.untranslated,
  };
}
