/**
 * Laws: a payment and a sale always balance; what was received for an order is fully applied when it is confirmed;
 * until then, and for every payment too many, it stays unapplied and can go back whole.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { isBalanced, paymentReceived, saleConfirmed, type LedgerAccount, type Posting, type SellerPart } from "./ledger.ts";

const amounts = fc.nat(1_000_000_000);
const sales = fc
  .array(fc.record({ itemsDong: amounts, deliveryDong: fc.nat(200_000), commissionBasisPoints: fc.integer({ min: 0, max: 10_000 }) }), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.map((part, at): SellerPart => ({ shopId: `shop ${at}`, ...part })));

const totalOf = (parts: readonly SellerPart[]) => parts.reduce((sum, part) => sum + part.itemsDong + part.deliveryDong, 0);
const balance = (postings: readonly Posting[], account: LedgerAccount, shopId?: string) =>
  postings.filter((posting) => posting.account === account && (shopId === undefined || posting.shopId === shopId)).reduce((sum, posting) => sum + posting.amountDong, 0);

test("[L1] a payment received and a sale confirmed always sum to zero", () => {
  fc.assert(
    fc.property(amounts, sales, (amount, parts) => {
      expect(isBalanced(paymentReceived(amount))).toBe(true);
      expect(isBalanced(saleConfirmed(parts))).toBe(true);
    }),
  );
});

test("[L3] nothing stays unapplied where the buyer paid the total of the sale", () => {
  fc.assert(
    fc.property(sales, (parts) => {
      const order = [...paymentReceived(totalOf(parts)), ...saleConfirmed(parts)];
      expect(balance(order, "unapplied")).toBe(0);
      expect(balance(order, "gateway")).toBe(totalOf(parts));
    }),
  );
});

test("[L3] a second payment stays unapplied to the last đồng, so that it can go back", () => {
  fc.assert(
    fc.property(sales, (parts) => {
      const total = totalOf(parts);
      const order = [...paymentReceived(total), ...saleConfirmed(parts), ...paymentReceived(total)];
      expect(balance(order, "unapplied")).toBe(0 - total);
      expect(balance(order, "gateway")).toBe(2 * total);
    }),
  );
});

test("[L3] what was received is what sellers, carriers and we are owed together", () => {
  fc.assert(
    fc.property(sales, (parts) => {
      const order = [...paymentReceived(totalOf(parts)), ...saleConfirmed(parts)];
      const owed = (["seller_payable", "commission", "delivery", "unapplied"] as const).reduce((sum, account) => sum - balance(order, account), 0);
      expect(owed).toBe(balance(order, "gateway"));
    }),
  );
});

test("[L1] each seller is owed the items without the commission, never less than nothing and never more than the items", () => {
  fc.assert(
    fc.property(sales, (parts) => {
      const postings = saleConfirmed(parts);
      for (const part of parts) {
        const owed = 0 - balance(postings, "seller_payable", part.shopId);
        const commission = 0 - balance(postings, "commission", part.shopId);
        expect(owed + commission).toBe(part.itemsDong);
        expect(owed).toBeGreaterThanOrEqual(0);
        expect(owed).toBeLessThanOrEqual(part.itemsDong);
      }
    }),
  );
});
