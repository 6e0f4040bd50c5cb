import { keep, speak, writeAudit, type Tx } from "@xudong/database";
import { demandPerPool, DomainError, newCode, newId, personOf, type Draw, type ErrorDetails, type Locale, type Occasion } from "@xudong/domain";
import { poolThatIsShort } from "@xudong/catalog";
import { addressKey, readBuyer, type TypedBuyer } from "./buyer.ts";
import { cartLineRows, lockCart, takeOutLines } from "./carts.ts";
import type { DeliveryWish } from "./delivery-choice.ts";
import { holdUnits } from "./hold-units.ts";
import { refuseTooManyOpen } from "./order-caps.ts";
import { priceCart, type PricedCart, type PricedLine, type PricedParcel } from "./priced-lines.ts";
import { isSentSomewhere } from "./show-cart.ts";

export type OrderRequest = {
  cartId: string;
  buyer: TypedBuyer;
  locale: Locale;
  paymentMethod: string;
  /** The total the buyer saw, where the caller knows it: another one is refused rather than charged. */
  expectedTotalDong?: number | undefined;
  /** Where the request came from; bounds how much one network may block (H5). */
  placedFrom: string;
  /** The commission frozen on each seller's part, in basis points. */
  commissionBasisPoints: number;
  /** Which secret will make the order's key. */
  keySecretId: string;
  /** What the chosen way to pay can take at most. */
  largestTotalDong: number;
  /** How goods are to be sent; without it each seller's cheapest way that brings them. */
  delivery?: DeliveryWish | undefined;
  /** False lifts H5's caps for load tests. */
  hasCaps: boolean;
};

/** An order just placed. `takesCash` where whoever brings each parcel may be paid. */
export type OrderRow = { id: string; code: string; totalDong: number; lapsesAt: Date; takesCash: boolean; isGift: boolean };

/**
 * Turns a cart into an order: prices, words, address and rates are frozen (O2), and its units are held
 * for 30 minutes, or for 15 where few are left. Pools are touched last, so that nobody waits on a hot pool while this one still reads.
 *
 * @throws DomainError `cart.empty`, `order.contact_invalid`, `order.address_required`, `order.gift_invalid`, `order.consent_required`, what `resolveAddress` throws,
 *   `order.price_changed`, `order.too_many_open`, `hold.sold_out`, `delivery.too_far_for_fresh`, `delivery.not_offered`,
 *   `delivery.service_unavailable` and whatever keeps a line from being sold (O3)
 */
export async function placeOrder(tx: Tx, request: OrderRequest, { actor, now }: Occasion): Promise<OrderRow> {
  await lockCart(tx, request.cartId, now);
  const rows = await cartLineRows(tx, request.cartId);
  if (rows.length === 0) throw new DomainError("cart.empty", { field: "cartId" });
  const priced = await priceCart(tx, rows, now, { levels: false, to: request.buyer.address, delivery: request.delivery });
  refuseProblems(priced, rows.length);
  const buyer = await readBuyer(tx, request.buyer, isSentSomewhere(priced));
  if (request.expectedTotalDong !== undefined && request.expectedTotalDong !== priced.quote.totalDong) {
    throw new DomainError("order.price_changed", { totalDong: priced.quote.totalDong });
  }
  if (priced.quote.totalDong > request.largestTotalDong) {
    throw new DomainError("payment.amount_out_of_range", { field: "payment.method", max: request.largestTotalDong });
  }
  const demand = demandPerPool(priced.lines.map((line) => ({ quantity: line.row.quantity, draws: line.draws })));
  // Of many who want the last units most are refused: they need not write all that an order is first.
  const short = await poolThatIsShort(tx, demand, now);
  if (short !== undefined) throw new DomainError("hold.sold_out", lineAtFault(priced.lines, short.poolId, short.unitsLeft));
  if (request.hasCaps) await refuseTooManyOpen(tx, buyer, request.placedFrom, now);

  const order = { id: newId(now), code: newCode(), totalDong: priced.quote.totalDong };
  await addOrder(tx, {
    id: order.id,
    code: order.code,
    state: "awaiting_payment",
    cartId: request.cartId,
    locale: request.locale,
    contactName: buyer.name,
    contactPhone: buyer.phone,
    contactEmail: buyer.email,
    address: buyer.address,
    gift: buyer.gift,
    paymentMethod: request.paymentMethod,
    consents: buyer.consents,
    itemsDong: priced.quote.itemsDong,
    deliveryDong: priced.quote.deliveryDong,
    totalDong: priced.quote.totalDong,
    keySecretId: request.keySecretId,
    keyVersion: 1,
    placedAt: now,
    placedFrom: request.placedFrom,
    confirmedAt: null,
    addressKey: buyer.address === null ? null : addressKey(buyer.address),
    personId: personOf(actor),
  });
  await writeSellerParts(tx, order.id, priced, request.commissionBasisPoints, now);
  await takeOutLines(
    tx,
    rows.map((row) => row.id),
  );
  await speak(tx, { topic: "order.placed", subject: order.id });
  await writeAudit(tx, { actor: actor.id, verb: "order.place", objectKind: "order", objectId: order.id, at: now });
  const { lapsesAt } = await holdLines(tx, priced.lines, { orderId: order.id, demand, placedAt: now });
  return { ...order, lapsesAt, takesCash: [...priced.parcels.values()].every(({ chosen }) => chosen?.takesCash), isGift: buyer.gift !== null };
}

/** Holds what all lines draw; a refusal names the line at fault and how many of its variant still fit. */
async function holdLines(tx: Tx, lines: readonly PricedLine[], hold: { orderId: string; demand: readonly Draw[]; placedAt: Date }): Promise<{ lapsesAt: Date }> {
  try {
    return await holdUnits(tx, hold);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "hold.sold_out") throw error;
    const { poolId, unitsLeft = 0 } = error.details;
    throw new DomainError("hold.sold_out", lineAtFault(lines, String(poolId), unitsLeft));
  }
}

/**
 * Of the lines that share a pool which is short, the one that takes most of it, and how many of its variant would fit
 * beside the others: always fewer than were asked for, and as the cart says it at that line.
 */
function lineAtFault(lines: readonly PricedLine[], poolId: string, unitsLeft: number): ErrorDetails {
  const ofPool = lines.map((line) => line.draws.filter((draw) => draw.poolId === poolId).reduce((sum, draw) => sum + draw.units, 0));
  const demands = lines.map((line, position) => line.row.quantity * (ofPool[position] ?? 0));
  const most = Math.max(...demands);
  const position = demands.indexOf(most);
  const others = demands.reduce((sum, units) => sum + units, 0) - most;
  return {
    field: `lines.${position}.quantity`,
    variantId: lines[position]?.variant.id,
    slotId: lines[position]?.row.slotId ?? undefined,
    unitsLeft: Math.floor(Math.max(0, unitsLeft - others) / (ofPool[position] ?? 1)),
  };
}

function refuseProblems(priced: PricedCart, expectedLines: number): void {
  for (const [position, line] of priced.lines.entries()) {
    if (line.problem === undefined) continue;
    const { code, titles } = line.problem;
    throw new DomainError(code, { field: `lines.${position}`, listingId: line.sellable.listing.id, ...(titles && { titles }) });
  }
  // A listing that has lost its approval: the line would silently be left out.
  if (priced.lines.length < expectedLines) throw new DomainError("listing.not_on_sale", { field: "lines" });
}

async function writeSellerParts(tx: Tx, orderId: string, priced: PricedCart, commissionBasisPoints: number, now: Date): Promise<void> {
  const sellerOrders = priced.quote.sellers.map((seller) => ({
    id: newId(now),
    orderId,
    shopId: seller.shopId,
    itemsDong: seller.itemsDong,
    deliveryDong: seller.deliveryDong,
    totalDong: seller.totalDong,
    commissionBasisPoints,
    ...sentBy(priced.parcels.get(seller.shopId)),
  }));
  await addSellerOrders(tx, sellerOrders);

  // One parcel per seller for all its goods, one visit per slot.
  const fulfilments = new Map<string, { id: string; sellerOrderId: string; kind: "parcel" | "visit"; slotId: string | null; state: "to_prepare" | "due" }>();
  const lines = priced.lines.map((line, position) => {
    const sellerOrderId = sellerOrders.find((seller) => seller.shopId === line.sellable.shop.id)?.id ?? "";
    const key = `${sellerOrderId} ${line.row.slotId ?? ""}`;
    const isVisit = line.sellable.listing.kind === "experience";
    const fulfilment = fulfilments.get(key) ?? {
      id: newId(now),
      sellerOrderId,
      kind: isVisit ? ("visit" as const) : ("parcel" as const),
      slotId: line.row.slotId,
      state: isVisit ? ("due" as const) : ("to_prepare" as const),
    };
    fulfilments.set(key, fulfilment);
    return orderLine(line, { orderId, sellerOrderId, fulfilmentId: fulfilment.id, position, totalDong: line.totalDong }, now);
  });
  await addFulfilments(tx, [...fulfilments.values()]);
  await addOrderLines(tx, lines);
}

/** How a seller's parcel goes and what is promised of it, kept as it was said (O2). */
function sentBy(parcel: PricedParcel | undefined) {
  const { service = null, zone = null, isSample = null, arrivesFrom = null, arrivesTo = null } = parcel?.chosen ?? {};
  return { deliveryService: service, deliveryZone: zone, deliveryIsSample: isSample, weightGrams: parcel?.weightGrams ?? null, arrivesFrom, arrivesTo };
}

const addOrder = keep((tx: Tx, order: Tx["t"]["orders"]["$inferInsert"]) => tx.insert(tx.t.orders).values(order));
const addSellerOrders = keep((tx: Tx, rows: Tx["t"]["sellerOrders"]["$inferInsert"][]) => tx.insert(tx.t.sellerOrders).values(rows));
const addFulfilments = keep((tx: Tx, rows: Tx["t"]["fulfilments"]["$inferInsert"][]) => tx.insert(tx.t.fulfilments).values(rows));
const addOrderLines = keep((tx: Tx, rows: Tx["t"]["orderLines"]["$inferInsert"][]) => tx.insert(tx.t.orderLines).values(rows));

function orderLine(line: PricedLine, place: { orderId: string; sellerOrderId: string; fulfilmentId: string; position: number; totalDong: number }, now: Date) {
  const { listing, revision } = line.sellable;
  return {
    id: newId(now),
    ...place,
    kind: listing.kind,
    variantId: line.variant.id,
    revisionId: revision.id,
    slotId: line.row.slotId,
    listingTitle: revision.words.title,
    variantTitle: line.variant.title,
    quantity: line.row.quantity,
    unitPriceDong: line.variant.priceDong,
    vatClass: listing.vatClass,
    taxActivity: listing.taxActivity,
    draws: line.draws,
  };
}
