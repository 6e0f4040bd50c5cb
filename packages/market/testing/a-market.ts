import { createHmac, generateKeyPairSync } from "node:crypto";
import { operatorActor, startOf, type Clock } from "@xudong/domain";
import type { Store } from "@xudong/database";
import { setDeliveryFee } from "@xudong/checkout";
import { setRate } from "@xudong/settlement";
import { createMarket, type CartRef, type Market, type MarketParts, type OrderRef, type PlaceOrderInput } from "../src/index.ts";

export { mailJob } from "../src/jobs/mail.ts";

export const testTerminal = { tmnCode: "XUDONG01", hashSecrets: ["test-hash-secret"], payUrl: "http://gateway.test/pay", apiUrl: "http://gateway.test/api" };

/** A clock that stands until it is moved. */
export type StandingClock = Clock & { set(at: Date): void; move(ms: number): void };

export function standingClock(at: Date): StandingClock {
  let now = at;
  return {
    now: () => now,
    set: (to) => {
      now = to;
    },
    move: (ms) => {
      now = new Date(now.getTime() + ms);
    },
  };
}

export const testTicketKey = {
  keyId: "test-key",
  privateKeyPem: generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
};

export type MarketOver = Pick<MarketParts, "engine" | "searchServer" | "fetch" | "mailing" | "readers" | "log" | "tell"> & { hasLimits?: boolean; commissionBasisPoints?: number };

/** A market over a store, with a standing clock (a Monday in November) and a terminal whose secret the test knows. */
export async function aMarket(store: Store, at = new Date("2026-11-23T03:00:00Z"), over: MarketOver = {}): Promise<{ market: Market; clock: StandingClock }> {
  const clock = standingClock(at);
  await store.write(async (tx) => {
    const occasion = { actor: operatorActor("test", ["setting.edit"]), now: at };
    await tx.delete(tx.t.rates);
    await tx.delete(tx.t.deliveryRates);
    await setRate(tx, { name: "commission", basisPoints: over.commissionBasisPoints ?? 0, validFrom: startOf("2025-07-01"), legalBasis: "test" }, occasion);
    await setDeliveryFee(tx, { feeDong: 30_000, validFrom: startOf("2025-07-01"), source: "test" }, occasion);
  });
  const { hasLimits = false, commissionBasisPoints: _, ...parts } = over;
  const market = createMarket({
    ...parts,
    store,
    clock,
    settings: { appSecrets: ["test-app-secret"], ticketKeys: [testTicketKey], returnUrls: { vi: "http://shop.test/ve", en: "http://shop.test/back" }, hasLimits },
    methods: { vnpay: testTerminal, cod: { largestDong: 5_000_000 } },
  });
  return { market, clock };
}

/** A guest who agrees to everything that has to be agreed to. */
export function aBuyer(over: Partial<PlaceOrderInput> = {}): PlaceOrderInput {
  return {
    contact: { name: "Nguyễn Thị Hạnh", phone: "0912 345 678" },
    address: { line: "12 Trần Hưng Đạo", commune: "Phường Hải Dương", province: "Thành phố Hải Phòng" },
    payment: { method: "vnpay" },
    consents: ["terms", "privacy"],
    locale: "vi",
    ...over,
  };
}

let keys = 0;
export const aKey = (): { idempotencyKey: string; clientAddress: string } => ({ idempotencyKey: `test-key-${(keys += 1)}`, clientAddress: "203.0.113.7" });

/** A cart with these lines in it. */
export async function aCart(market: Market, lines: readonly { variantId: string; slotId?: string; quantity: number }[]): Promise<CartRef> {
  const cart = await market.createCart();
  for (const line of lines) await market.setCartLine(cart, line);
  return cart;
}

/** An attempt as the gateway was told of it: read from the address the browser was sent to. */
export async function anAttempt(market: Market, order: OrderRef): Promise<{ gatewayRef: string; amount: string; attempt: string; redirectUrl: string }> {
  const opened = await market.openPayment(order, { method: "vnpay", locale: "vi" }, aKey());
  const query = new URL(opened.redirectUrl).searchParams;
  return { gatewayRef: query.get("vnp_TxnRef") ?? "", amount: query.get("vnp_Amount") ?? "", attempt: opened.attempt, redirectUrl: opened.redirectUrl };
}

/** The raw query of a notice, signed as VNPAY signs; written a second time here so that one mistake cannot hide in both. */
export function aNotice(attempt: { gatewayRef: string; amount: string }, over: Record<string, string> = {}, secret = "test-hash-secret"): string {
  const fields: Record<string, string> = {
    vnp_Amount: attempt.amount,
    vnp_BankCode: "NCB",
    vnp_BankTranNo: "VNP14226112",
    vnp_CardType: "ATM",
    vnp_OrderInfo: "Don hang thu",
    vnp_PayDate: "20261123101500",
    vnp_ResponseCode: "00",
    vnp_TmnCode: "XUDONG01",
    vnp_TransactionNo: "14226112",
    vnp_TransactionStatus: "00",
    vnp_TxnRef: attempt.gatewayRef,
    ...over,
  };
  const text = Object.keys(fields)
    .sort()
    .filter((name) => fields[name] !== "")
    .map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(fields[name] ?? "").replaceAll("%20", "+")}`)
    .join("&");
  return `${text}&vnp_SecureHash=${createHmac("sha512", secret).update(text).digest("hex")}`;
}
