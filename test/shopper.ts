import { randomUUID } from "node:crypto";

/** An answer of the API as a shopper's program sees it. */
export type Answer = { status: number; body: Record<string, unknown> };

/** What one shopper sends: everything a program needs to buy over `/api/v1`, and nothing the server knows. */
export type Shopper = {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  send(method: "POST" | "PUT", path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
};

/** A shopper at a shop's address. */
export function aShopper(url: string): Shopper {
  const ask = async (method: string, path: string, headers: Record<string, string>, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  return { get: (path, headers = {}) => ask("GET", path, headers), send: (method, path, body, headers = {}) => ask(method, path, headers, body) };
}

export type Line = { variantId: string; slotId?: string; quantity: number };

/** A cart with these lines in it. */
export async function fillCart(shopper: Shopper, lines: readonly Line[]): Promise<{ id: string; token: string }> {
  const { body } = await shopper.send("POST", "/carts", {});
  const cart = { id: String(body["id"]), token: String(body["token"]) };
  for (const line of lines) {
    const set = await shopper.send("PUT", `/carts/${cart.id}/lines`, line, { "Cart-Token": cart.token });
    if (set.status !== 200) throw new Error(`The cart refused a line: ${JSON.stringify(set.body)}`);
  }
  return cart;
}

/** Orders a cart. */
export function orderCart(shopper: Shopper, cart: { id: string; token: string }, more: Record<string, unknown> = {}): Promise<Answer> {
  return shopper.send(
    "POST",
    "/orders",
    {
      cartId: cart.id,
      contact: { name: "Trần Văn Thử", phone: "0912345678" },
      address: { line: "Số 1, ngõ 2", commune: "Phường Lê Thanh Nghị", province: "Thành phố Hải Phòng" },
      payment: { method: "vnpay" },
      consents: ["terms", "privacy"],
      ...more,
    },
    { "Cart-Token": cart.token, "Idempotency-Key": randomUUID() },
  );
}

/** Calls an order off. Twice is the same as once. */
export function cancelOrder(shopper: Shopper, order: { code: string; key: string }): Promise<Answer> {
  return shopper.send("POST", `/orders/${order.code}/cancel`, {}, { "Order-Key": order.key });
}

/** Opens a payment for an order and gives the address of the gateway's page. */
export async function openPayment(shopper: Shopper, order: { code: string; key: string }): Promise<string> {
  const { status, body } = await shopper.send("POST", `/orders/${order.code}/payments`, { method: "vnpay" }, { "Order-Key": order.key, "Idempotency-Key": randomUUID() });
  if (status >= 300) throw new Error(`No payment was opened: ${JSON.stringify(body)}`);
  return String(body["redirectUrl"]);
}
