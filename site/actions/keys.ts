import type { CartRef, OrderRef } from "@xudong/market";
import type { Visit } from "./visit.ts";

const days = 24 * 60 * 60;
const kept = (visit: Visit, maxAge: number) => ({ path: "/", sameSite: "lax" as const, secure: visit.locals.publicUrl.startsWith("https:"), maxAge });

/** The basket this browser holds the secret of, if any. */
export function cartKey(visit: Visit): CartRef | undefined {
  const [id, token, ...rest] = visit.cookies.get("cart")?.value.split(".") ?? [];
  return id && token && rest.length === 0 ? { id, token } : undefined;
}

export function keepCartKey(visit: Visit, cart: CartRef): void {
  visit.cookies.set("cart", `${cart.id}.${cart.token}`, { ...kept(visit, 30 * days), httpOnly: true });
}

/** How many things are in the basket, for the script of pages that are the same for everybody. */
export function keepCartCount(visit: Visit, count: number): void {
  visit.cookies.set("cart_count", String(count), { ...kept(visit, 30 * days), httpOnly: false });
}

/** The order's key, if this browser placed the order or has opened its link. */
export function orderKey(visit: Visit, code: string): OrderRef | undefined {
  const key = visit.cookies.get(`order_${code}`)?.value;
  return key ? { code, key } : undefined;
}

/** Every order whose key this browser holds. */
export function heldOrders(visit: Visit): OrderRef[] {
  const names = visit.request.headers.get("cookie")?.matchAll(/(?:^|; )order_([0-9A-Z]+)=/g) ?? [];
  return [...names].flatMap(([, code = ""]) => orderKey(visit, code) ?? []);
}

export function keepOrderKey(visit: Visit, order: OrderRef): void {
  visit.cookies.set(`order_${order.code}`, order.key, { ...kept(visit, 400 * days), httpOnly: true });
}
