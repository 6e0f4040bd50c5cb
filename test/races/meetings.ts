import type { Change } from "./changes.ts";

/**
 * Places in the sources where contestants wait for each other, between reading and writing: there a race
 * is decided. They stand in the sources of every contestant, with the guard or without, and do nothing
 * unless a round names one. With the guard only one comes to the place at a time, and soon goes on alone.
 */
export const meetings = {
  /** Who wants units has touched the pool, who has paid knows the claims of the order, who sweeps knows that the hold is over. */
  atThePool: [
    after("packages/checkout/src/hold-units.ts", "  const before = await lockPool(tx, draw.poolId);\n", "atThePool"),
    before("packages/checkout/src/confirm-order.ts", "  for (const claim of own) {\n", "atThePool"),
    after("packages/checkout/src/lapse-orders.ts", `  if (hold?.state !== "open" || !isLapsed(hold, now)) return false;\n`, "atThePool"),
  ],
  /** The buyer has taken, the seller has read how much is taken. */
  unitsTaken: [
    before("packages/checkout/src/hold-units.ts", "  // Not before their pools are ours:", "unitsTaken"),
    after("packages/catalog/src/set-capacity.ts", "  const before = await lockPool(tx, poolId);\n", "unitsTaken"),
  ],
  cartRead: [after("packages/checkout/src/place-order.ts", "  const rows = await cartLineRows(tx, request.cartId);\n", "cartRead")],
  keyIsNew: [before("packages/market/src/idempotency.ts", "  const answer = await fn();\n", "keyIsNew")],
  ticketRead: [before("packages/checkout/src/admit-ticket.ts", "  const [admitted] = await tx\n", "ticketRead")],
  attemptRead: [before("packages/market/src/hear-of-attempt.ts", "  const next = await recordVerdict(tx, attempt, word, occasion);\n", "attemptRead")],
  orderRead: [
    after("packages/market/src/hear-of-attempt.ts", "  const order = await lockOrder(tx, attempt.reference);\n", "orderRead"),
    after("packages/market/src/cancel.ts", "  const order = await lockOrder(tx, orderId);\n", "orderRead"),
  ],
} as const satisfies Record<string, readonly Change[]>;

function before(file: string, find: string, place: string): Change {
  return { file, find, replace: `  await meetOthers("${place}");\n${find}` };
}

function after(file: string, find: string, place: string): Change {
  return { file, find, replace: `${find}  await meetOthers("${place}");\n` };
}

export type Meeting = keyof typeof meetings;
