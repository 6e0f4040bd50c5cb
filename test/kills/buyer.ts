import { randomUUID } from "node:crypto";
import type { Chance } from "../fuzz/chance.ts";
import type { Answer, Wire } from "./wire.ts";

/** What a buyer does at the gateway. */
export const plans = [
  "pays", "pays", "pays", "pays", "pays", "pays",
  "pays, told twice", "pays, told twice at once", "pays, never told", "pays late", "pays after the hold is over",
  "gives up, then pays", "gives up", "leaves", "is suspected", "pays twice", "pays, then calls it off", "calls it off unpaid",
] as const;
export type Plan = (typeof plans)[number];

/** What a buyer knows at the end: every request has been answered. */
export type Bought = {
  plan: Plan;
  /** Absent where the units were gone. */
  order?: { code: string; key: string };
  refs: string[];
  /** Payments the gateway's customer completes only after the hold is over. */
  lateRefs: string[];
};

export type Market = { shopUrl: string; gatewayUrl: string; lines: readonly { variantId: string; slotId?: string; quantity: number }[] };

/** One whole checkout over HTTP, each request repeated with the same key until it is answered. */
export async function buy(wire: Wire, { shopUrl, gatewayUrl, lines }: Market, plan: Plan, chance: Chance): Promise<Bought> {
  const bought: Bought = { plan, refs: [], lateRefs: [] };
  const api = (method: "GET" | "POST" | "PUT", path: string, headers: Record<string, string>, body?: unknown) => wire.ask(method, `${shopUrl}/api/v1${path}`, headers, body);
  const keyOf = () => randomUUID();

  const { body: made } = await wanted(201, api("POST", "/carts", {}, {}));
  const cart = { id: String(made["id"]), token: String(made["token"]) };
  for (const line of lines) await wanted(200, api("PUT", `/carts/${cart.id}/lines`, { "Cart-Token": cart.token }, line));
  const placed = await api("POST", "/orders", { "Cart-Token": cart.token, "Idempotency-Key": keyOf() }, {
    cartId: cart.id,
    contact: { name: "Trần Văn Thử", phone: "0912345678" },
    address: { line: "Số 1, ngõ 2", commune: "Phường Lê Thanh Nghị", province: "Thành phố Hải Phòng" },
    payment: { method: "vnpay" },
    consents: ["terms", "privacy"],
  });
  if (placed.status === 409 && placed.body["code"] === "hold.sold_out") return bought;
  await wanted(201, Promise.resolve(placed));
  const order = { code: String(placed.body["code"]), key: String(placed.body["key"]) };
  bought.order = order;

  const open = async () => {
    const { body } = await wanted(201, api("POST", `/orders/${order.code}/payments`, { "Order-Key": order.key, "Idempotency-Key": keyOf() }, { method: "vnpay" }));
    const url = String(body["redirectUrl"]);
    const ref = new URL(url).searchParams.get("vnp_TxnRef") ?? "";
    bought.refs.push(ref);
    await wire.ask("GET", url); // the browser arrives
    return ref;
  };
  const turn = (txnRef: string, knobs: Record<string, unknown>) => wanted(200, wire.ask("POST", `${gatewayUrl}/control/knobs`, {}, { txnRef, ...knobs }));
  const end = (ref: string, outcome: string) => endPayment(wire, gatewayUrl, ref, outcome);
  const callOff = () => api("POST", `/orders/${order.code}/cancel`, { "Order-Key": order.key });

  switch (plan) {
    case "pays":
      await end(await open(), "success");
      break;
    case "pays, told twice":
    case "pays, told twice at once":
    case "pays, never told":
    case "pays late": {
      const ref = await open();
      await turn(ref, { ipn: { "pays, told twice": "twice", "pays, told twice at once": "twice-at-once", "pays, never told": "never", "pays late": "late" }[plan], ipnLateSeconds: 60 * (5 + chance.below(40)) });
      await end(ref, "success");
      break;
    }
    case "pays after the hold is over":
      bought.lateRefs.push(await open());
      break;
    case "gives up, then pays":
      await end(await open(), "cancel");
      await end(await open(), "success");
      break;
    case "gives up":
      await end(await open(), chance.pick(["cancel", "insufficient", "otp", "expired"]));
      break;
    case "leaves":
      if (chance.once(2)) await open();
      break;
    case "is suspected":
      await end(await open(), "suspicious");
      break;
    case "pays twice": {
      const [first, second] = [await open(), await open()];
      await Promise.all([end(first, "success"), end(second, "success")]);
      break;
    }
    case "pays, then calls it off":
      await end(await open(), "success");
      await wanted(200, callOff());
      break;
    case "calls it off unpaid":
      bought.lateRefs.push(await open()); // and pays in the other tab, later
      await wanted(200, callOff());
      break;
  }
  return bought;
}

/** Ends a payment at the gateway. That it has ended already is what somebody hears whose first answer was lost. */
export async function endPayment(wire: Wire, gatewayUrl: string, ref: string, outcome: string): Promise<void> {
  const { status, body } = await wire.ask("POST", `${gatewayUrl}/control/payments/${ref}/outcome`, {}, { outcome });
  if (status !== 200 && !/has ended already/.test(String(body["error"]))) throw new Error(`The gateway did not end ${ref}: ${status} ${JSON.stringify(body)}`);
}

async function wanted(status: number, asked: Promise<Answer>): Promise<Answer> {
  const answer = await asked;
  if (answer.status !== status) throw new Error(`Wanted ${status}, heard ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}
