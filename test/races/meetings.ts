import type { Change } from "./changes.ts";

/**
 * Places in the sources where contestants wait for each other, between reading and writing: there a race
 * is decided. They stand in the sources of every contestant, with the guard or without, and do nothing
 * unless a round names one. With the guard only one comes to the place at a time, and soon goes on alone.
 */
export const meetings = {
  /** Who wants units has the pool, who has paid knows what claims the order had, who sweeps or counts knows what is taken. */
  atThePool: [
    after("packages/checkout/src/hold-units.ts", "  const before = await lockPool(tx, draw.poolId);\n", "atThePool"),
    before("packages/checkout/src/confirm-order.ts", "  for (const claim of own) {\n", "atThePool"),
    before("packages/checkout/src/lapse-orders.ts", "  for (const claim of own) {\n", "atThePool"),
    after("packages/catalog/src/set-capacity.ts", "  const before = await lockPool(tx, poolId);\n", "atThePool"),
  ],
  cartRead: [after("packages/checkout/src/place-order.ts", "  const rows = await cartLineRows(tx, request.cartId);\n", "cartRead")],
  keyIsNew: [before("packages/market/src/idempotency.ts", "  const answer = await fn();\n", "keyIsNew")],
  ticketRead: [before("packages/checkout/src/admit-ticket.ts", "  const [admitted] = await tx\n", "ticketRead")],
  attemptRead: [before("packages/market/src/hear-of-attempt.ts", "  const next = await recordVerdict(tx, attempt, word, occasion);\n", "attemptRead")],
  orderRead: [after("packages/market/src/hear-of-attempt.ts", "  const order = await lockOrder(tx, attempt.reference);\n", "orderRead")],
} as const satisfies Record<string, readonly Change[]>;

function before(file: string, find: string, place: string): Change {
  return { file, find, replace: `  await meetOthers("${place}");\n${find}` };
}

function after(file: string, find: string, place: string): Change {
  return { file, find, replace: `${find}  await meetOthers("${place}");\n` };
}

export type Meeting = keyof typeof meetings;
