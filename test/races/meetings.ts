import type { Change } from "./changes.ts";

/**
 * Places in the sources where contestants wait for each other, between reading and writing: there a race
 * is decided. They stand in the sources of every contestant, with the guard or without, and do nothing
 * unless a round names one. With the guard only one comes to the place at a time, and soon goes on alone.
 */
export const meetings = {
  /** The pool is touched, nothing is taken from it yet. */
  poolTouched: [after("packages/checkout/src/hold-units.ts", "  const before = await lockPool(tx, draw.poolId);\n", "poolTouched")],
  /** The buyer has taken; whoever sets the capacity knows how much was taken, whoever has paid which claims they had. */
  unitsTaken: [
    before("packages/checkout/src/hold-units.ts", "  // Not before their pools are ours:", "unitsTaken"),
    after("packages/catalog/src/set-capacity.ts", "  const before = await lockPool(tx, poolId);\n", "unitsTaken"),
    before("packages/checkout/src/confirm-order.ts", "  for (const claim of own) {\n", "unitsTaken"),
  ],
  cartRead: [after("packages/checkout/src/place-order.ts", "  const rows = await cartLineRows(tx, request.cartId);\n", "cartRead")],
  keyIsNew: [before("packages/market/src/idempotency.ts", "  const answer = await fn();\n", "keyIsNew")],
  ticketRead: [before("packages/checkout/src/admit-ticket.ts", "  const [admitted] = await tx\n", "ticketRead")],
  attemptRead: [before("packages/market/src/hear-of-attempt.ts", "  const next = await recordVerdict(tx, attempt, word, occasion);\n", "attemptRead")],
  refundRead: [before("packages/payments/src/refunds.ts", "  if (refund === undefined || refund.askAt === null || refund.askAt > now", "refundRead")],
  /** Money, and whoever calls off, know in which state the order is. */
  orderRead: [
    after("packages/market/src/hear-of-attempt.ts", "  const order = await lockOrder(tx, attempt.reference);\n", "orderRead"),
    after("packages/market/src/cancel.ts", "  const order = await lockOrder(tx, orderId);\n", "orderRead"),
  ],
  /** Money has confirmed the order; who calls off or sweeps knows in which state it was before. */
  orderMoved: [
    after("packages/checkout/src/confirm-order.ts", `await moveOrder(tx, orderId, ["awaiting_payment", "lapsed"], "confirmed", occasion);\n`, "orderMoved"),
    after("packages/market/src/cancel.ts", "  const order = await lockOrder(tx, orderId);\n", "orderMoved"),
    after("packages/checkout/src/lapse-orders.ts", `  if (hold?.state !== "open" || !isLapsed(hold, now)) return false;\n`, "orderMoved"),
  ],
} as const satisfies Record<string, readonly Change[]>;

function before(file: string, find: string, place: string): Change {
  return { file, find, replace: `  await meetOthers("${place}");\n${find}` };
}

function after(file: string, find: string, place: string): Change {
  return { file, find, replace: `${find}  await meetOthers("${place}");\n` };
}

export type Meeting = keyof typeof meetings;
