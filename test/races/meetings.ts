import type { Change } from "./changes.ts";

/**
 * Places in the sources where contestants wait for each other, between reading and writing: there a race
 * is decided. They stand in the sources of every contestant, with the guard or without, and do nothing
 * unless a round names one. With the guard only one comes to the place at a time, and soon goes on alone.
 */
export const meetings = {
  poolTouched: {
    file: "packages/checkout/src/hold-units.ts",
    find: `  const before = await lockPool(tx, draw.poolId);\n`,
    replace: `  const before = await lockPool(tx, draw.poolId);\n  await meetOthers("poolTouched");\n`,
  },
  cartRead: {
    file: "packages/checkout/src/place-order.ts",
    find: `  const rows = await cartLineRows(tx, request.cartId);\n`,
    replace: `  const rows = await cartLineRows(tx, request.cartId);\n  await meetOthers("cartRead");\n`,
  },
  keyIsNew: {
    file: "packages/market/src/idempotency.ts",
    find: `  const answer = await fn();\n`,
    replace: `  await meetOthers("keyIsNew");\n  const answer = await fn();\n`,
  },
} as const satisfies Record<string, Change>;

export type Meeting = keyof typeof meetings;
