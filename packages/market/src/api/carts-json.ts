import { z } from "zod";
import { errorCodes, type Locale } from "@xudong/domain";
import type { CartView, LineFace } from "@xudong/checkout";
import type { PayableCart } from "../contract.ts";
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

const paymentMethods = noted(z.array(text()), {
  description: "The ways in which an order of this cart may be paid, the usual one first: `vnpay`, and `cod` (cash on delivery) for goods alone up to what a courier carries.",
  examples: [["vnpay", "cod"]],
});

export const cart = noted(
  answer({
    id: text(),
    count: noted(count(), { description: "Sum of quantities." }),
    sellers: z.array(answer({ shop: sellerFace, lines: z.array(cartLine), ...sums })),
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
    sellers: z.array(answer({ shop: sellerFace, ...sums })),
    ...sums,
    currency,
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

/** A cart with its lines by seller. */
export function cartJson(view: PayableCart, locale: Locale): z.infer<typeof cart> {
  const words = wordsIn(locale);
  return {
    id: view.id,
    count: view.count,
    sellers: view.sellers.map((seller, i) => ({
      shop: sellerJson(seller.shop, words, `sellers.${i}`),
      lines: seller.lines.map((each, j) => ({ ...lineJson(each, words, `sellers.${i}.lines.${j}`), problem: each.problem ?? null })),
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

/** What a cart costs, per seller and in all. */
export function quoteJson(view: PayableCart, locale: Locale): z.infer<typeof quote> {
  const words = wordsIn(locale);
  return {
    sellers: view.sellers.map((seller, i) => ({ shop: sellerJson(seller.shop, words, `sellers.${i}`), ...sumsJson(seller) })),
    ...sumsJson(view),
    currency: "VND",
    isVatIncluded: true,
    needsAddress: view.needsAddress,
    isOrderable: view.isOrderable,
    paymentMethods: [...view.paymentMethods],
    untranslated: words.untranslated,
  };
}
