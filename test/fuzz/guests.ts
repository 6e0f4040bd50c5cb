import { randomUUID } from "node:crypto";
import type { FuzzedShop } from "./fuzzed-shop.ts";

/** A guest who has ordered and was sent to the gateway. */
export type PlacedGuest = {
  cart: { id: string; token: string };
  order: { code: string; key: string };
  orderBody: string;
  idempotencyKey: string;
  gatewayRef: string;
  /** As the gateway was told: đồng × 100. */
  amount: string;
};

type Line = { variantId: string; slotId?: string; quantity: number };

/** Does what a buyer does up to the gateway's door. */
export async function newGuestAnswers(ask: FuzzedShop["ask"], lines: readonly Line[]): Promise<PlacedGuest> {
  const json = { "content-type": "application/json" };
  const send = async (method: string, path: string, headers: Record<string, string>, body: string) => {
    const answer = await ask(method, `/api/v1${path}`, { ...json, ...headers }, body);
    if (answer.status >= 300) throw new Error(`A guest was refused: ${method} ${path} ${answer.status} ${answer.text}`);
    return JSON.parse(answer.text) as Record<string, unknown>;
  };
  const made = await send("POST", "/carts", {}, "{}");
  const cart = { id: String(made["id"]), token: String(made["token"]) };
  for (const line of lines) await send("PUT", `/carts/${cart.id}/lines`, { "Cart-Token": cart.token }, JSON.stringify(line));
  const idempotencyKey = randomUUID();
  const orderBody = JSON.stringify({
    cartId: cart.id,
    contact: { name: "Trần Văn Thử", phone: "0912345678" },
    address: { line: "Số 1, ngõ 2", commune: "Phường Lê Thanh Nghị", province: "Thành phố Hải Phòng" },
    payment: { method: "vnpay" },
    consents: ["terms", "privacy"],
  });
  const placed = await send("POST", "/orders", { "Cart-Token": cart.token, "Idempotency-Key": idempotencyKey }, orderBody);
  const order = { code: String(placed["code"]), key: String(placed["key"]) };
  const opened = await send("POST", `/orders/${order.code}/payments`, { "Order-Key": order.key, "Idempotency-Key": randomUUID() }, JSON.stringify({ method: "vnpay" }));
  const query = new URL(String(opened["redirectUrl"])).searchParams;
  return { cart, order, orderBody, idempotencyKey, gatewayRef: query.get("vnp_TxnRef") ?? "", amount: query.get("vnp_Amount") ?? "" };
}
