import { describe, expect, test } from "vitest";
import { isBalanced, paymentReceived, saleConfirmed, type SellerPart } from "./ledger.ts";

const aPart = (override: Partial<SellerPart> = {}): SellerPart => ({ shopId: "orchard", itemsDong: 360_000, deliveryDong: 30_000, commissionBasisPoints: 500, ...override });

describe("a buyer's money", () => {
  test("[L1] stands at the gateway and is owed to a sale not yet named", () => {
    expect(paymentReceived(390_000)).toEqual([
      { account: "gateway", shopId: null, amountDong: 390_000 },
      { account: "unapplied", shopId: null, amountDong: -390_000 },
    ]);
  });

  test("[L1] finds its owners when the sale is confirmed: the seller, the carrier and us", () => {
    expect(saleConfirmed([aPart()])).toEqual([
      { account: "unapplied", shopId: null, amountDong: 390_000 },
      { account: "seller_payable", shopId: "orchard", amountDong: -342_000 },
      { account: "commission", shopId: "orchard", amountDong: -18_000 },
      { account: "delivery", shopId: "orchard", amountDong: -30_000 },
    ]);
  });

  test("[L1] is counted for each seller apart", () => {
    const postings = saleConfirmed([aPart(), aPart({ shopId: "island", itemsDong: 80_000, deliveryDong: 0 })]);
    const owed = postings.filter((posting) => posting.account === "seller_payable");
    expect(owed.map((posting) => [posting.shopId, posting.amountDong])).toEqual([["orchard", -342_000], ["island", -76_000]]);
  });

  test("[O2] pays commission at the rate frozen on each part, not at one rate for all", () => {
    const postings = saleConfirmed([aPart({ commissionBasisPoints: 0 }), aPart({ shopId: "kiln", commissionBasisPoints: 1_000 })]);
    expect(postings.filter((posting) => posting.account === "commission").map((posting) => [posting.shopId, posting.amountDong])).toEqual([["kiln", -36_000]]);
  });

  test("leaves no rows of nothing behind: a free order moves no money", () => {
    expect(saleConfirmed([aPart({ itemsDong: 0, deliveryDong: 0 })])).toEqual([]);
    expect(saleConfirmed([])).toEqual([]);
  });
});

describe("a movement", () => {
  test("[L1] that does not sum to zero is found out", () => {
    expect(isBalanced([{ account: "gateway", shopId: null, amountDong: 1 }])).toBe(false);
    expect(isBalanced([...paymentReceived(100), { account: "delivery", shopId: null, amountDong: -1 }])).toBe(false);
    expect(isBalanced([])).toBe(true);
  });
});
