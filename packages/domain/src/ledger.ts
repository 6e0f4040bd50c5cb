import { shareOf, sumDong, type Dong } from "./money.ts";

/**
 * Accounts of the ledger. Money we can point at is positive, what we owe is negative, so every movement
 * sums to zero and a balance is a plain sum (L1).
 */
export const ledgerAccounts = [
  "gateway", // money received at a payment gateway, not yet at the bank
  "courier", // cash a carrier has collected and owes us
  "unapplied", // received, but not (or not yet) belonging to any sale
  "seller_payable", // owed to a seller for what was sold
  "delivery", // owed for carrying parcels
  "commission", // ours
  "commission_vat", // VAT on our commission, owed to the state
  "withheld_vat", // VAT withheld from a household, owed to the state
  "withheld_pit", // income tax withheld from a household, owed to the state
] as const;
export type LedgerAccount = (typeof ledgerAccounts)[number];

/** Why money moved; each kind in one sentence says who paid whom. */
export const movementKinds = [
  "payment_received", // a buyer paid through a gateway or a courier: it owes us, and we owe it to a sale not yet named
  "sale_confirmed", // the unapplied money became the sellers', the carrier's and ours
  "sale_reversed", // a sale was undone: what was owed for it is unapplied again
  "refund_done", // unapplied money has gone back to the buyer the way it came
] as const;
export type MovementKind = (typeof movementKinds)[number];

export type Posting = { account: LedgerAccount; shopId: string | null; amountDong: Dong };

/** The part of a sale that one seller has in it, with the commission rate frozen when it was placed. */
export type SellerPart = { shopId: string; itemsDong: Dong; deliveryDong: Dong; commissionBasisPoints: number };

/** Where money comes in and goes out again. */
export type MoneyPlace = Extract<LedgerAccount, "gateway" | "courier">;

/** A buyer's money has come in. */
export function paymentReceived(amountDong: Dong, place: MoneyPlace = "gateway"): Posting[] {
  return [
    { account: place, shopId: null, amountDong },
    { account: "unapplied", shopId: null, amountDong: -amountDong },
  ];
}

/** A buyer's money has gone back: the mirror of its coming in. */
export function refundDone(amountDong: Dong, place: MoneyPlace = "gateway"): Posting[] {
  return mirrored(paymentReceived(amountDong, place));
}

/** The order's money finds its owners: each seller the items less commission, the carrier the fees, the rest ours. */
export function saleConfirmed(parts: readonly SellerPart[]): Posting[] {
  const total = sumDong(parts.map((part) => part.itemsDong + part.deliveryDong));
  const postings: Posting[] = [{ account: "unapplied", shopId: null, amountDong: total }];
  for (const part of parts) {
    const commission = shareOf(part.itemsDong, part.commissionBasisPoints);
    postings.push({ account: "seller_payable", shopId: part.shopId, amountDong: commission - part.itemsDong });
    postings.push({ account: "commission", shopId: part.shopId, amountDong: -commission });
    postings.push({ account: "delivery", shopId: part.shopId, amountDong: -part.deliveryDong });
  }
  return postings.filter((posting) => posting.amountDong !== 0);
}

/** The sale is undone and its money belongs to nobody yet: the mirror of its confirmation (L2). */
export function saleReversed(parts: readonly SellerPart[]): Posting[] {
  return mirrored(saleConfirmed(parts));
}

const mirrored = (postings: readonly Posting[]): Posting[] => postings.map((posting) => ({ ...posting, amountDong: -posting.amountDong }));

/** True where a movement sums to zero (L1). The store refuses to write one that does not. */
export function isBalanced(postings: readonly Posting[]): boolean {
  return sumDong(postings.map((posting) => posting.amountDong)) === 0;
}
