import { isDuplicate, type Store, type Tx } from "@xudong/database";
import { DomainError, formatCode, guest, networkOf, type Actor, type Occasion } from "@xudong/domain";
import { confirmOrder, hasVisits, lockOrder, orderKey, placeOrder, requireCart, requireOrder, secretId, sellerPartsOf, timeToPay, type TicketSigner } from "@xudong/checkout";
import { cashMethod, hasHeldAttempt, openCashAttempt, openVnpayAttempt, vnpayLargestDong, vnpayMethod } from "@xudong/payments";
import { rateInForce } from "@xudong/settlement";
import type { CartRef, OpenedPayment, OpenPaymentInput, OrderRef, PlacedOrder, PlaceOrderInput, Repeatable } from "./contract.ts";
import { once } from "./idempotency.ts";
import { mailConfirmed } from "./mail/queue-mail.ts";
import type { MarketSettings, PaymentMethods } from "./settings.ts";

/** What buying needs besides the store. */
export type BuyingParts = { store: Store; settings: MarketSettings; methods: PaymentMethods; signer: TicketSigner; now: () => Date };

type PlacedAnswer = { id: string; code: string; totalDong: number; state: PlacedOrder["state"]; lapsesAtMs: number | null; keySecretId: string; keyVersion: number };

/** Places the order of a cart, once per idempotency key; the order's key is computed again at every answer, never kept. */
export async function buyCart(parts: BuyingParts, cart: CartRef, input: PlaceOrderInput, repeat: Repeatable, actor: Actor): Promise<PlacedOrder> {
  const { store, settings, methods } = parts;
  if (!Object.hasOwn(methods, input.payment.method)) throw new DomainError("payment.method_unknown", { field: "payment.method", known: Object.keys(methods) });
  const [newest = ""] = settings.appSecrets;
  const place = () =>
    store.write(async (tx) => {
      const occasion = { actor, now: parts.now() };
      await requireCart(tx, cart);
      return once(tx, { scope: `cart ${cart.id} orders`, key: repeat.idempotencyKey, body: input, now: occasion.now }, () =>
        placeOnce(tx, parts, { cart, input, keySecretId: secretId(newest), placedFrom: networkOf(repeat.clientAddress) }, occasion),
      );
    });
  const placed = await place().catch((error: unknown) => {
    // Two orders drew the same code out of 2.7 · 10^10: draw again.
    if (isDuplicate(error, "orders_code")) return place();
    throw error;
  });
  const secret = settings.appSecrets.find((candidate) => secretId(candidate) === placed.keySecretId);
  if (secret === undefined) throw new Error("The secret that made this order's key is no longer configured: add it to APP_SECRET");
  return {
    code: placed.code,
    key: orderKey(secret, placed),
    total: placed.totalDong,
    state: placed.state,
    holdLapsesAt: placed.lapsesAtMs === null ? null : new Date(placed.lapsesAtMs),
  };
}

async function placeOnce(
  tx: Tx,
  { settings, signer, methods }: BuyingParts,
  request: { cart: CartRef; input: PlaceOrderInput; keySecretId: string; placedFrom: string },
  occasion: Occasion,
): Promise<PlacedAnswer> {
  const { input } = request;
  const isCash = input.payment.method === cashMethod;
  const order = await placeOrder(
    tx,
    {
      cartId: request.cart.id,
      buyer: { contact: input.contact, address: input.address, gift: input.gift, consents: input.consents },
      delivery: input.delivery,
      locale: input.locale,
      paymentMethod: input.payment.method,
      expectedTotalDong: input.expectedTotalDong,
      placedFrom: request.placedFrom,
      commissionBasisPoints: await rateInForce(tx, "commission", occasion.now),
      keySecretId: request.keySecretId,
      largestTotalDong: isCash ? (methods.cod?.largestDong ?? 0) : vnpayLargestDong,
      hasCaps: settings.hasLimits,
    },
    occasion,
  );
  if (isCash) await refuseWhatNoCourierBrings(tx, order);
  // A free order has nothing to pay and no attempt; cash is paid at the door: both are confirmed as they are placed.
  const isFree = order.totalDong === 0;
  const isConfirmed = isFree || isCash;
  if (isConfirmed && !(await confirmOrder(tx, order.id, signer, occasion)).isConfirmed) throw new Error(`An order lost the units it had just taken: ${order.id}`);
  if (isCash && !isFree) await openCashAttempt(tx, { reference: order.id, amountDong: order.totalDong }, occasion);
  if (isConfirmed) await mailConfirmed(tx, order.id, { isCash: isCash && !isFree }, occasion.now);
  return {
    id: order.id,
    code: order.code,
    totalDong: order.totalDong,
    state: isConfirmed ? "confirmed" : "awaiting_payment",
    lapsesAtMs: isConfirmed ? null : order.lapsesAt.getTime(),
    keySecretId: request.keySecretId,
    keyVersion: 1,
  };
}

/** Nobody collects at the door for a visit. Of several sellers each sends its own courier, and one payment cannot say whose cash came. */
async function refuseWhatNoCourierBrings(tx: Tx, { id: orderId, takesCash, isGift }: { id: string; takesCash: boolean; isGift: boolean }): Promise<void> {
  if (isGift) throw new DomainError("payment.not_for_gifts", { field: "payment.method" });
  if (await hasVisits(tx, orderId)) throw new DomainError("payment.not_for_visits", { field: "payment.method" });
  if ((await sellerPartsOf(tx, orderId)).length > 1) throw new DomainError("payment.not_for_several_sellers", { field: "payment.method" });
  if (!takesCash) throw new DomainError("payment.not_for_this_delivery", { field: "payment.method" });
}

/** Opens an attempt at paying for an order, once per idempotency key, and says where the browser goes. */
export async function payOrder({ store, settings, methods, now }: BuyingParts, ref: OrderRef, input: OpenPaymentInput, repeat: Repeatable): Promise<OpenedPayment> {
  const terminal = methods.vnpay;
  if (input.method !== vnpayMethod || terminal === undefined) throw new DomainError("payment.method_unknown", { field: "method", known: terminal === undefined ? [] : [vnpayMethod] });
  const opened = await store.write(async (tx) => {
    const occasion = { actor: guest, now: now() };
    const order = await requireOrder(tx, ref, settings.appSecrets);
    return once(tx, { scope: `order ${order.id} payments`, key: repeat.idempotencyKey, body: input, now: occasion.now }, async () => {
      const locked = await lockOrder(tx, order.id);
      if (locked?.state !== "awaiting_payment") throw new DomainError("order.not_awaiting_payment", { state: locked?.state });
      const time = await timeToPay(tx, order.id, occasion);
      // An order under review has no end to its hold, and so no time either: only then is it worth a look.
      if (time === undefined) throw new DomainError((await hasHeldAttempt(tx, order.id)) ? "order.under_review" : "order.too_late_to_pay");
      const attempt = await openVnpayAttempt(
        tx,
        { ...terminal, payUrl: input.payUrl ?? terminal.payUrl },
        {
          reference: order.id,
          amountDong: locked.totalDong,
          description: `Don hang ${formatCode(order.code)}`,
          expiresAt: time.expiresAt,
          returnUrl: input.returnUrl ?? settings.returnUrls[input.locale],
          clientAddress: repeat.clientAddress,
          locale: input.locale,
          ...(input.bank === undefined ? {} : { bank: input.bank }),
        },
        occasion,
      );
      return { attempt: attempt.id, redirectUrl: attempt.redirectUrl, expiresAtMs: time.expiresAt.getTime() };
    });
  });
  return { attempt: opened.attempt, redirectUrl: opened.redirectUrl, expiresAt: new Date(opened.expiresAtMs) };
}
