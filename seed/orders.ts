import type { Market } from "@xudong/market";
import { DomainError } from "@xudong/domain";

/**
 * Places so many sample orders of what is in season, one listing after another, to be paid in cash at the door: they stand
 * confirmed as soon as they are placed. Every name says that it is a sample, and no telephone of these is in use.
 *
 * @returns their codes
 * @throws DomainError `cart.empty` where nothing on sale can be paid for in cash
 */
export async function seedOrders(market: Market, count: number): Promise<string[]> {
  const variantIds = await onSale(market);
  const codes: string[] = [];
  let passed = 0;
  for (let at = 0; codes.length < count; at++) {
    const variantId = variantIds[at % variantIds.length];
    if (variantId === undefined || passed >= variantIds.length) throw new DomainError("cart.empty");
    const cart = await market.createCart();
    await market.setCartLine(cart, { variantId, quantity: 1 + (at % 2) });
    const { isOrderable, paymentMethods } = await market.cart(cart, { address: addressOf(at) });
    // What must stay cold goes with couriers who take no cash, and a small stock ends.
    if (!isOrderable || !paymentMethods.includes("cod")) {
      passed += 1;
      continue;
    }
    passed = 0;
    const { code } = await market.placeOrder(
      cart,
      { contact: { name: `Khách mẫu ${at + 1}`, phone: `0500 ${String(at + 1).padStart(6, "0")}` }, address: addressOf(at), payment: { method: "cod" }, consents: ["terms", "privacy"], locale: at % 4 === 3 ? "en" : "vi" },
      { idempotencyKey: crypto.randomUUID(), clientAddress: `203.0.113.${at % 254}` },
    );
    codes.push(code);
  }
  return codes;
}

const addressOf = (at: number) => ({ line: `Số nhà mẫu ${at + 1}`, commune: "Phường Hải Dương", province: "Thành phố Hải Phòng" });

/** The smallest pack of every listing of goods that can be had today. */
async function onSale(market: Market): Promise<string[]> {
  const { items } = await market.listings({ kind: "goods", season: "now", pageSize: 100 });
  const found = await Promise.all(items.map(({ slug }) => market.listing(slug.vi, "goods")));
  return found.flatMap((one) => ("listing" in one ? one.listing.variants.slice(0, 1).map(({ id }) => id) : []));
}
