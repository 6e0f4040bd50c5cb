import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { and, asc, eq, inArray } from "drizzle-orm";
import { countInt, keep, type Db, type Tx } from "@xudong/database";
import { cartLimits, cartQuantity, DomainError, isId, newId, seasonOf, whyNotOnSale, whySlotNotOnSale, type Dong } from "@xudong/domain";
import { sellableRows, variantRows } from "@xudong/catalog";

/** How a cart is named: its id and the secret its owner holds. Whoever lacks the secret sees no cart. */
export type CartRef = { id: string; token: string };

const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

/** Starts an empty cart. Only a hash of its token is kept. */
export async function createCart(tx: Tx, now: Date): Promise<CartRef> {
  const cart = { id: newId(now), token: randomBytes(18).toString("base64url") };
  await tx.insert(tx.t.carts).values({ id: cart.id, tokenHash: hashOf(cart.token).toString("hex"), createdAt: now, touchedAt: now });
  return cart;
}

/** @throws DomainError `cart.not_found` for an unknown cart and for a wrong token alike (S1). */
export async function requireCart(db: Db, cart: CartRef): Promise<void> {
  const [row] = isId(cart.id) ? await cartToken(db, cart.id) : [];
  const given = hashOf(cart.token);
  const kept = row === undefined ? Buffer.alloc(given.length) : Buffer.from(row.tokenHash, "hex");
  if (!timingSafeEqual(given, kept) || row === undefined) throw new DomainError("cart.not_found");
}

const cartToken = keep((db: Db, cartId: string) => db.select({ tokenHash: db.t.carts.tokenHash }).from(db.t.carts).where(eq(db.t.carts.id, cartId)));

/**
 * Holds a cart's row until the transaction ends: of two requests that change or order the same cart the
 * second waits and then sees what the first has left. Without it two tabs would place one cart twice.
 */
export async function lockCart(tx: Tx, cartId: string, now: Date): Promise<void> {
  await touchCart(tx, cartId, { touchedAt: now });
}

const touchCart = keep((tx: Tx, cartId: string, row: { touchedAt: Date }) => tx.update(tx.t.carts).set(row).where(eq(tx.t.carts.id, cartId)));

/** A line as it is kept: what, when, how many. */
export type CartLineRow = { id: string; variantId: string; slotId: string | null; quantity: number; /** What one cost when that was last said; null of lines older than this is kept. */ seenPriceDong: Dong | null };

/** The lines of a cart in the order they were put in. */
export async function cartLineRows(db: Db, cartId: string): Promise<CartLineRow[]> {
  return linesOfCart(db, cartId);
}

const linesOfCart = keep((db: Db, cartId: string) => {
  const { cartLines } = db.t;
  return db
    .select({ id: cartLines.id, variantId: cartLines.variantId, slotId: cartLines.slotId, quantity: cartLines.quantity, seenPriceDong: cartLines.seenPriceDong })
    .from(cartLines)
    .where(eq(cartLines.cartId, cartId))
    .orderBy(asc(cartLines.id));
});

/**
 * Sets how many of a variant are in the cart; 0 removes the line. Safe to repeat. A cart holds nothing:
 * more than is left may be asked for, and the cart then says so at the line.
 *
 * @throws DomainError `variant.not_found`, `slot.required`, `slot.not_for_goods`, `slot.not_found`, `slot.closed`,
 *   `listing.not_on_sale`, `listing.out_of_season`, `cart.quantity_out_of_range`, `cart.too_many_lines`
 */
export async function setCartLine(tx: Tx, cartId: string, line: { variantId: string; slotId?: string | undefined; quantity: number }, now: Date): Promise<void> {
  const quantity = cartQuantity(line.quantity);
  const { cartLines } = tx.t;
  const slotKey = line.slotId ?? "";
  if (!isId(line.variantId)) throw new DomainError("variant.not_found", { field: "variantId" });
  if (slotKey !== "" && !isId(slotKey)) throw new DomainError("slot.not_found", { field: "slotId" });
  await lockCart(tx, cartId, now);
  if (quantity === 0) {
    await tx.delete(cartLines).where(and(eq(cartLines.cartId, cartId), eq(cartLines.variantId, line.variantId), eq(cartLines.slotKey, slotKey)));
    return;
  }
  const seenPriceDong = await priceOfSellable(tx, line, now);
  await tx
    .insert(cartLines)
    .values({ id: newId(now), cartId, variantId: line.variantId, slotId: line.slotId ?? null, slotKey, quantity, seenPriceDong })
    .onConflictDoUpdate({ target: [cartLines.cartId, cartLines.variantId, cartLines.slotKey], set: { quantity, seenPriceDong } });
  const [counted] = await tx.select({ lines: countInt() }).from(cartLines).where(eq(cartLines.cartId, cartId));
  if ((counted?.lines ?? 0) > cartLimits.linesMax) throw new DomainError("cart.too_many_lines", { max: cartLimits.linesMax });
}

/**
 * Puts something else in the place of a line: another pack, another time. What was in the cart of it already stays, too.
 * Safe to repeat: where the line is gone, it has been done.
 *
 * @throws what `setCartLine` throws
 */
export async function replaceCartLine(tx: Tx, cartId: string, line: LineName, by: LineName & { quantity: number }, now: Date): Promise<void> {
  await lockCart(tx, cartId, now);
  const rows = await cartLineRows(tx, cartId);
  const quantityOf = ({ variantId, slotId }: LineName) => rows.find((row) => row.variantId === variantId && (row.slotId ?? undefined) === slotId)?.quantity;
  if (quantityOf(line) === undefined) return;
  await setCartLine(tx, cartId, { ...by, quantity: Math.min(by.quantity + (quantityOf(by) ?? 0), cartLimits.unitsPerLineMax) }, now);
  await setCartLine(tx, cartId, { ...line, quantity: 0 }, now);
}

/** Which line of a cart: what, and when. */
export type LineName = { variantId: string; slotId?: string | undefined };

/** What one costs now, of what may be sold. @throws whatever keeps it from being sold (O3) */
async function priceOfSellable(tx: Tx, line: { variantId: string; slotId?: string | undefined }, now: Date): Promise<Dong> {
  const { variants, slots } = tx.t;
  const [variant] = await tx.select({ listingId: variants.listingId, isRetired: variants.isRetired }).from(variants).where(eq(variants.id, line.variantId));
  const [row] = variant === undefined ? [] : await sellableRows(tx, [variant.listingId]);
  // A listing nobody may see yet is as unknown as one that does not exist (S1).
  if (row === undefined || variant?.isRetired === true) throw new DomainError("variant.not_found", { field: "variantId" });
  const season = seasonOf(row.listing);
  const why = whyNotOnSale({ state: row.listing.state, kind: row.listing.kind, shopState: row.shop.state, season }, now);
  if (why !== undefined) throw new DomainError(why, { field: "variantId" });
  const [priced] = await variantRows(tx, { variantIds: [line.variantId] }, now);
  if (priced === undefined) throw new DomainError("listing.not_on_sale", { field: "variantId" });
  if (row.listing.kind === "goods") {
    if (line.slotId !== undefined) throw new DomainError("slot.not_for_goods", { field: "slotId" });
    return priced.priceDong;
  }
  if (line.slotId === undefined) throw new DomainError("slot.required", { field: "slotId" });
  const [slot] = await tx.select().from(slots).where(and(eq(slots.id, line.slotId), eq(slots.listingId, row.listing.id)));
  if (slot === undefined) throw new DomainError("slot.not_found", { field: "slotId" });
  const whySlot = whySlotNotOnSale(slot, season, now);
  if (whySlot !== undefined) throw new DomainError(whySlot, { field: "slotId" });
  return priced.priceDong;
}

/** Empties a cart of exactly these lines, once they have become an order. */
export async function takeOutLines(tx: Tx, lineIds: readonly string[]): Promise<void> {
  if (lineIds.length === 0) return;
  await deleteLines(tx, [...lineIds]);
}

const deleteLines = keep((tx: Tx, ids: string[]) => tx.delete(tx.t.cartLines).where(inArray(tx.t.cartLines.id, ids)));
