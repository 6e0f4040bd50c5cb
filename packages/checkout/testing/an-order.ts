import type { Store } from "@xudong/database";
import { guest, operatorActor } from "@xudong/domain";
import { createCart, placeOrder, setCartLine, setDeliveryFee, type OrderRequest } from "../src/index.ts";

/** A Monday in November. */
export const now = new Date("2026-11-23T03:00:00Z");
let people = 0;

type Requested = Partial<OrderRequest> & { phone?: string; email?: string; door?: string };

/** An order of somebody else every time: another telephone, door and network, unless they are named. */
export function aRequest(cartId: string, { phone, email, door, ...over }: Requested = {}): OrderRequest {
  people += 1;
  return {
    cartId,
    buyer: {
      contact: { name: "Nguyễn Thị Hạnh", phone: phone ?? `09${String(20_000_000 + people)}`, email },
      address: { line: door ?? `${people} Phố Thử`, commune: "Xã Thử", province: "Tỉnh Thử" },
      consents: ["terms", "privacy"],
    },
    locale: "vi",
    paymentMethod: "vnpay",
    placedFrom: `203.0.113.${people}`,
    commissionBasisPoints: 500,
    keySecretId: "secret",
    largestTotalDong: 1_000_000_000_000,
    hasCaps: true,
    ...over,
  };
}

export type Wanted = { variantId: string | undefined; slotId?: string; quantity?: number };

/** The id of a cart with these lines in it. */
export async function aCart(store: Store, lines: readonly Wanted[]): Promise<string> {
  return store.write(async (tx) => {
    const cart = await createCart(tx, now);
    for (const { variantId = "", slotId, quantity = 1 } of lines) await setCartLine(tx, cart.id, { variantId, slotId, quantity }, now);
    return cart.id;
  });
}

/** Fills a cart and places its order. */
export async function place(store: Store, lines: readonly Wanted[], over: Requested = {}, at = now): ReturnType<typeof placeOrder> {
  const cartId = await aCart(store, lines);
  return store.write(async (tx) => placeOrder(tx, aRequest(cartId, over), { actor: guest, now: at }));
}

/** What has to be set before anything can be sent. */
export async function aDeliveryFee(store: Store): Promise<void> {
  await store.write(async (tx) => setDeliveryFee(tx, { feeDong: 30_000, validFrom: new Date(0), source: "test" }, { actor: operatorActor("test", ["setting.edit"]), now }));
}
