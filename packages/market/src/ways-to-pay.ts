import type { Dong, ErrorCode } from "@xudong/domain";
import type { CartView } from "@xudong/checkout";
import { cashMethod, vnpayLargestDong } from "@xudong/payments";
import type { PaymentMethods } from "./settings.ts";

/** A way of paying that this market has and a cart may not use, and the refusal its order would meet. */
export type ClosedWay = { method: string; code: ErrorCode; maxDong?: Dong };

/** A cart with the ways in which its order may be paid, the usual one first, so that nobody has to guess. */
export type PayableCart = CartView & { paymentMethods: readonly string[]; closedWays: readonly ClosedWay[] };

/** Says of each way of paying whether a cart may use it: the same limits that its order meets (`buyCart`), in the same order. */
export function withWaysToPay(cart: CartView, methods: PaymentMethods): PayableCart {
  const paymentMethods: string[] = [];
  const closedWays: ClosedWay[] = [];
  const offer = (method: string, closed: Omit<ClosedWay, "method"> | undefined) => void (closed === undefined ? paymentMethods.push(method) : closedWays.push({ method, ...closed }));
  const above = (maxDong: Dong) => (cart.totalDong > maxDong ? ({ code: "payment.amount_out_of_range", maxDong } as const) : undefined);
  if (methods.vnpay !== undefined) offer("vnpay", above(vnpayLargestDong));
  if (methods.cod !== undefined) offer(cashMethod, above(methods.cod.largestDong) ?? withoutCourier(cart));
  return { ...cart, paymentMethods, closedWays };
}

function withoutCourier(cart: CartView): Omit<ClosedWay, "method"> | undefined {
  if (hasVisits(cart)) return { code: "payment.not_for_visits" };
  if (cart.sellers.length > 1) return { code: "payment.not_for_several_sellers" };
  return cart.sellers.every(({ parcel }) => parcel === undefined || parcel.takesCash) ? undefined : { code: "payment.not_for_this_delivery" };
}

const hasVisits = (cart: CartView): boolean => cart.sellers.some((seller) => seller.lines.some((line) => line.kind === "experience"));
