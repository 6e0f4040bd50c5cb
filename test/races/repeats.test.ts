import { eq } from "drizzle-orm";
import { goodsOnSale, visitOnSale } from "@xudong/catalog/testing";
import { aBuyer, aCart, aKey, anAttempt, aNotice } from "@xudong/market/testing";
import type { Market } from "@xudong/market";
import type { Store } from "@xudong/database";
import { noTransaction } from "./guards.ts";
import { counted, eachRace, unless } from "./races.ts";

/** Asks first whether the key is known, and writes it down with the answer. */
const keyWrittenLast = [
  {
    file: "packages/market/src/idempotency.ts",
    find: "  const [fresh] = await addKey(tx, { scope, key, bodyHash, answer: {}, createdAt: now });\n",
    replace: `
  const { idempotencyKeys: keys } = tx.t;
  const [known] = await tx.select().from(keys).where(and(eq(keys.scope, scope), eq(keys.key, key)));
  const fresh = known === undefined ? { key } : undefined;
`,
  },
  { file: "packages/market/src/idempotency.ts", find: "  await keepAnswer(tx, scope, key, { answer });\n", replace: "  await addKey(tx, { scope, key, bodyHash, answer, createdAt: now });\n" },
];

const noCartTouch = [{ file: "packages/checkout/src/carts.ts", find: "  await touchCart(tx, cartId, { touchedAt: now });\n", replace: "" }];

/** Looks whether the ticket was used, and then writes that it is. */
const ticketReadFirst = [
  { file: "packages/checkout/src/admit-ticket.ts", find: "      id: tickets.id,\n", replace: "      id: tickets.id,\n      state: tickets.state,\n" },
  { file: "packages/checkout/src/admit-ticket.ts", find: "  const refusal = await letIn(tx, ticket, occasion);\n", replace: `  if (ticket.state !== "issued") throw await whyNotAdmitted(tx, ticket.id);\n  const refusal = await letIn(tx, ticket, occasion);\n` },
  { file: "packages/checkout/src/admit-ticket.ts", find: `.where(and(eq(tickets.id, ticket.id), eq(tickets.state, "issued")))`, replace: ".where(eq(tickets.id, ticket.id))" },
];

eachRace("The same thing twice", {
  "[H4] one key from two processes is one order, and both are told of it": {
    meetAt: "keyIsNew",
    without: {
      sqlite: [{ guard: "one writer and the key written first", changes: [...keyWrittenLast, ...noTransaction], shows: /2 orders|cart.empty/ }],
      // The cart's row keeps it from becoming two orders; but the second is told of an empty cart, as if it had bought nothing.
      postgres: [{ guard: "the key written first", changes: keyWrittenLast, shows: /cart.empty/ }],
    },
    async round({ store, market, clock, start }) {
      const guava = await goodsOnSale(store, clock.now());
      const cart = await aCart(market, [{ variantId: guava.variantIds[0] ?? "", quantity: 1 }]);
      const key = aKey();
      const { answers } = await start([1, 2].map(() => ({ verb: "placeOrder", args: [cart, aBuyer(), key] })));
      const [first, second] = answers;
      const orders = await ordersOf(store, cart.id);
      return [...unless(JSON.stringify(first) === JSON.stringify(second), `told ${JSON.stringify(counted(answers))}`), ...unless(orders === 1, `${orders} orders`)];
    },
  },

  "[H4] one key from two processes is one attempt at paying": {
    meetAt: "keyIsNew",
    without: {
      sqlite: [{ guard: "one writer and the key written first", changes: [...keyWrittenLast, ...noTransaction], shows: /2 attempts/ }],
      postgres: [{ guard: "the key written first", changes: keyWrittenLast, shows: /2 attempts/ }],
    },
    async round({ store, market, clock, start }) {
      const guava = await goodsOnSale(store, clock.now());
      const order = await market.placeOrder(await aCart(market, [{ variantId: guava.variantIds[0] ?? "", quantity: 1 }]), aBuyer(), aKey());
      const key = aKey();
      const { answers } = await start([1, 2].map(() => ({ verb: "openPayment", args: [order, { method: "vnpay", locale: "vi" }, key] })));
      const { attempts } = await market.order(order);
      return [...unless(counted(answers)["served"] === 2, `told ${JSON.stringify(counted(answers))}`), ...unless(attempts.length === 1, `${attempts.length} attempts`)];
    },
  },

  "[H4] two tabs that order one cart get one order": {
    meetAt: "cartRead",
    without: {
      sqlite: [{ guard: "one writer", changes: noTransaction, shows: /2 orders/ }],
      postgres: [{ guard: "touching the cart's row", changes: noCartTouch, shows: /2 orders/ }],
    },
    async round({ store, market, clock, start }) {
      const guava = await goodsOnSale(store, clock.now());
      const cart = await aCart(market, [{ variantId: guava.variantIds[0] ?? "", quantity: 1 }]);
      const { answers } = await start([1, 2].map(() => ({ verb: "placeOrder", args: [cart, aBuyer(), aKey()] })));
      const { served = 0, "cart.empty": told = 0 } = counted(answers);
      const orders = await ordersOf(store, cart.id);
      return [...unless(served === 1 && told === 1, `served ${served}, told ${told}`), ...unless(orders === 1, `${orders} orders`)];
    },
  },

  "[O1] one ticket at two gates lets one person in": {
    meetAt: "ticketRead",
    without: {
      sqlite: [{ guard: "one writer and the condition inside the statement", changes: [...ticketReadFirst, ...noTransaction], shows: /2 people/ }],
      postgres: [{ guard: "the condition inside the statement", changes: ticketReadFirst, shows: /2 people/ }],
    },
    async round({ store, market, clock, start }) {
      const boat = await visitOnSale(store, clock.now());
      const order = await market.placeOrder(await aCart(market, [{ variantId: boat.variantIds[0] ?? "", slotId: boat.slotId, quantity: 1 }]), aBuyer(), aKey());
      await market.receiveNotice(aNotice(await anAttempt(market, order)));
      const qrText = await ticketOf(market, order);
      clock.set(boat.startsAt);
      const { answers } = await start(["north gate", "south gate"].map((gate) => ({ verb: "admitTicket", args: [qrText, gate] })));
      const { served = 0, "ticket.already_admitted": told = 0 } = counted(answers);
      return unless(served === 1 && told === 1, `${served} people let in, ${told} told`);
    },
  },
});

async function ordersOf(store: Store, cartId: string): Promise<number> {
  const { orders } = store.read.t;
  return (await store.read.select({ id: orders.id }).from(orders).where(eq(orders.cartId, cartId))).length;
}

async function ticketOf(market: Market, order: Parameters<Market["order"]>[0]): Promise<string> {
  const [ticket] = (await market.order(order)).tickets;
  if (ticket === undefined) throw new Error("There is no ticket");
  return ticket.qrText;
}
