import { sql } from "drizzle-orm";
import {
  cancelReasons, carriers, claimStates, deliveryServices, deliveryZones, fulfilmentKinds, fulfilmentStates, holdStates, listingKinds, orderStates, ticketStates, vatClasses, taxActivities,
  type Address, type Draw, type Gift, type Localized,
} from "@xudong/domain";
import type { Columns } from "../columns-postgres.ts";
import type { CatalogTables } from "./catalog.ts";

/** From basket to gate: carts, holds with their claims, orders, fulfilments, tickets. */
export const checkoutTables = (
  { table, id, ref, text, count, dong, instant, day, flag, json, oneOf, index, unique, check }: Columns,
  { pools, shops, variants, slots, listingRevisions }: CatalogTables,
) => {
  const carts = table("carts", {
    id: id(),
    /** SHA-256 of the secret its owner holds. */
    tokenHash: text().notNull(),
    createdAt: instant().notNull(),
    touchedAt: instant().notNull(),
  });

  const cartLines = table(
    "cart_lines",
    {
      id: id(),
      cartId: ref().notNull().references(() => carts.id),
      variantId: ref().notNull().references(() => variants.id),
      slotId: ref().references(() => slots.id),
      /** The slot's id or an empty text: databases do not agree whether two nulls are the same. */
      slotKey: text().notNull(),
      quantity: count().notNull(),
      /** What one cost when its buyer last said how many: where that has changed since, they are told. */
      seenPriceDong: dong(),
    },
    (t) => [unique("cart_lines_thing").on(t.cartId, t.variantId, t.slotKey), check("cart_lines_quantity_positive", sql`${t.quantity} > 0`)],
  );

  /** What a seller takes for one parcel: dated rows, sample data until the operator enters real ones. */
  const deliveryRates = table("delivery_rates", {
    id: id(),
    service: oneOf(deliveryServices).notNull(),
    feeDong: dong().notNull(),
    validFrom: instant().notNull(),
    validTo: instant(),
    source: text().notNull(),
    /** Null for a fee that is the same everywhere. `feeDong` is for the first `firstGrams`. */
    zone: oneOf(deliveryZones),
    isChilled: flag().notNull().default(false),
    firstGrams: count(),
    stepGrams: count(),
    stepDong: dong(),
    /** From dispatch to the door, in hours; null where nothing is promised. */
    promiseMinHours: count(),
    promiseMaxHours: count(),
    takesCash: flag().notNull().default(true),
    /** Invented figures; wherever they are shown they say so. */
    isSample: flag().notNull().default(false),
  });

  const orders = table(
    "orders",
    {
      id: id(),
      code: text().notNull(),
      state: oneOf(orderStates).notNull(),
      cartId: ref().notNull(),
      locale: text().notNull(),
      contactName: text().notNull(),
      contactPhone: text(),
      contactEmail: text(),
      address: json<Address>(),
      /** Who opens the parcel and what its card says, where it is for somebody else; frozen as it was placed. */
      gift: json<Gift>(),
      paymentMethod: text().notNull(),
      consents: json<readonly string[]>().notNull(),
      itemsDong: dong().notNull(),
      deliveryDong: dong().notNull(),
      totalDong: dong().notNull(),
      /** Which secret made the order's key, so that secrets can be changed; the key itself is never stored. */
      keySecretId: text().notNull(),
      keyVersion: count().notNull(),
      placedAt: instant().notNull(),
      placedFrom: text().notNull(),
      confirmedAt: instant(),
      /** The delivery address folded to one text, so that one door counts as one (H5). */
      addressKey: text(),
      cancelReason: oneOf(cancelReasons),
      /** Whose account it was placed from; null for a guest. */
      personId: ref(),
    },
    (t) => [
      unique("orders_code").on(t.code),
      index("orders_person").on(t.personId, t.id),
      index("orders_open_phone").on(t.contactPhone, t.state),
      index("orders_open_email").on(t.contactEmail, t.state),
      index("orders_open_address").on(t.addressKey).where(sql`${t.state} = 'awaiting_payment'`),
      // Cash orders block units until their courier has been (H5).
      index("orders_cash_address").on(t.addressKey).where(sql`${t.state} = 'confirmed' and ${t.paymentMethod} = 'cod'`),
      index("orders_cash_network").on(t.placedFrom).where(sql`${t.state} = 'confirmed' and ${t.paymentMethod} = 'cod'`),
      index("orders_open_network").on(t.placedFrom).where(sql`${t.state} = 'awaiting_payment'`),
      check("orders_total_adds_up", sql`${t.totalDong} = ${t.itemsDong} + ${t.deliveryDong} and ${t.totalDong} >= 0`),
    ],
  );

  const holds = table(
    "holds",
    {
      id: id(),
      orderId: ref().notNull().references(() => orders.id),
      state: oneOf(holdStates).notNull(),
      placedAt: instant().notNull(),
      /** Null while a person decides: then it never lapses. */
      lapsesAt: instant(),
      extendedAt: instant(),
    },
    (t) => [unique("holds_order").on(t.orderId), index("holds_open").on(t.state, t.lapsesAt)],
  );

  /** One row per contact, address and network with open orders: touched before they are counted, so that two counts never pass each other (H5). */
  const orderCaps = table(
    "order_caps",
    { key: id(), touchedAt: instant().notNull() },
    (t) => [index("order_caps_age").on(t.touchedAt)],
  );

  const claims = table(
    "claims",
    {
      id: id(),
      holdId: ref().notNull().references(() => holds.id),
      poolId: ref().notNull().references(() => pools.id),
      units: count().notNull(),
      state: oneOf(claimStates).notNull(),
      /** The hold's lapse, beside the pool, so that taking needs one index and no join. */
      lapsesAt: instant(),
    },
    (t) => [
      unique("claims_hold_pool").on(t.holdId, t.poolId),
      index("claims_lapsing").on(t.poolId, t.lapsesAt).where(sql`${t.state} = 'held'`),
      check("claims_units_positive", sql`${t.units} > 0`),
    ],
  );

  const sellerOrders = table(
    "seller_orders",
    {
      id: id(),
      orderId: ref().notNull().references(() => orders.id),
      shopId: ref().notNull().references(() => shops.id),
      itemsDong: dong().notNull(),
      deliveryDong: dong().notNull(),
      totalDong: dong().notNull(),
      /** The commission in force when the order was placed, in basis points. */
      commissionBasisPoints: count().notNull(),
      /** How its parcel goes and what was promised, as the rate said then; null where nothing is sent. */
      deliveryService: oneOf(deliveryServices),
      deliveryZone: oneOf(deliveryZones),
      deliveryIsSample: flag(),
      weightGrams: count(),
      arrivesFrom: day(),
      arrivesTo: day(),
    },
    (t) => [unique("seller_orders_shop").on(t.orderId, t.shopId), index("seller_orders_of_shop").on(t.shopId, t.id)],
  );

  const fulfilments = table(
    "fulfilments",
    {
      id: id(),
      sellerOrderId: ref().notNull().references(() => sellerOrders.id),
      kind: oneOf(fulfilmentKinds).notNull(),
      slotId: ref().references(() => slots.id),
      state: oneOf(fulfilmentStates).notNull(),
      /** When it came to that state; null while it has not moved. */
      movedAt: instant(),
      /** How a parcel left, as its seller wrote it down; null before, and where nobody did. */
      carrier: oneOf(carriers),
      trackingNumber: text(),
    },
    (t) => [index("fulfilments_seller_order").on(t.sellerOrderId), index("fulfilments_slot").on(t.slotId)],
  );

  const orderLines = table(
    "order_lines",
    {
      id: id(),
      orderId: ref().notNull().references(() => orders.id),
      sellerOrderId: ref().notNull().references(() => sellerOrders.id),
      fulfilmentId: ref().notNull().references(() => fulfilments.id),
      position: count().notNull(),
      kind: oneOf(listingKinds).notNull(),
      variantId: ref().notNull().references(() => variants.id),
      /** The words the buyer saw (O2). */
      revisionId: ref().notNull().references(() => listingRevisions.id),
      slotId: ref().references(() => slots.id),
      listingTitle: json<Localized>().notNull(),
      variantTitle: json<Localized>().notNull(),
      quantity: count().notNull(),
      unitPriceDong: dong().notNull(),
      totalDong: dong().notNull(),
      vatClass: oneOf(vatClasses).notNull(),
      taxActivity: oneOf(taxActivities).notNull(),
      /** What one of it drew from which pool when it was sold. */
      draws: json<readonly Draw[]>().notNull(),
    },
    (t) => [index("order_lines_order").on(t.orderId, t.position), check("order_lines_total", sql`${t.totalDong} = ${t.unitPriceDong} * ${t.quantity} and ${t.quantity} > 0`)],
  );

  const tickets = table(
    "tickets",
    {
      id: id(),
      code: text().notNull(),
      orderLineId: ref().notNull().references(() => orderLines.id),
      slotId: ref().notNull().references(() => slots.id),
      number: count().notNull(),
      state: oneOf(ticketStates).notNull(),
      keyId: text().notNull(),
      signature: text().notNull(),
      issuedAt: instant().notNull(),
      admittedAt: instant(),
      admittedBy: text(),
    },
    (t) => [unique("tickets_code").on(t.code), unique("tickets_of_line").on(t.orderLineId, t.number), index("tickets_slot").on(t.slotId, t.state)],
  );

  return { carts, cartLines, deliveryRates, orders, orderCaps, holds, claims, sellerOrders, fulfilments, orderLines, tickets };
};

export type CheckoutTables = ReturnType<typeof checkoutTables>;
