/**
 * Laws: a share and its rest re-add to the whole; a share is never further than half a đồng from the exact one;
 * what a reversal takes back mirrors what was given; the VAT inside a price is the VAT on what is left of it.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { dong, formatDong, shareOf, vatInside } from "./money.ts";

const amounts = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
const rates = fc.integer({ min: 0, max: 10_000 });
const size = (n: bigint) => (n < 0n ? -n : n);

test("a share and what is left of it re-add to the whole, and neither is larger than it", () => {
  fc.assert(
    fc.property(amounts, rates, (amount, rate) => {
      const share = shareOf(amount, rate);
      const rest = dong(amount - share);
      expect(share + rest).toBe(amount);
      expect(Math.abs(share)).toBeLessThanOrEqual(Math.abs(amount));
      expect(Math.abs(rest)).toBeLessThanOrEqual(Math.abs(amount));
    }),
  );
});

test("a share is at most half a đồng from the exact one", () => {
  fc.assert(
    fc.property(amounts, rates, (amount, rate) => {
      const away = BigInt(shareOf(amount, rate)) * 10_000n - BigInt(amount) * BigInt(rate);
      expect(size(away) <= 5_000n).toBe(true);
    }),
  );
});

test("exactly half a đồng goes up, and mirrored below zero", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (whole) => {
      expect(shareOf(2 * whole + 1, 5_000)).toBe(whole + 1);
      expect(shareOf(-(2 * whole + 1), 5_000)).toBe(-(whole + 1));
    }),
  );
});

test("[L2] what a reversal takes back is the exact mirror of what was given", () => {
  fc.assert(
    fc.property(amounts, rates, (amount, rate) => {
      expect(shareOf(amount, rate) + shareOf(-amount, rate)).toBe(0);
      expect(vatInside(amount, rate) + vatInside(-amount, rate)).toBe(0);
    }),
  );
});

test("the VAT inside a price and the net price re-add, and the VAT is that on the net price", () => {
  fc.assert(
    fc.property(amounts, rates, (gross, rate) => {
      const vat = vatInside(gross, rate);
      const net = dong(gross - vat);
      expect(vat + net).toBe(gross);
      const away = BigInt(vat) * (10_000n + BigInt(rate)) - BigInt(gross) * BigInt(rate);
      expect(2n * size(away) <= 10_000n + BigInt(rate)).toBe(true);
      expect(Math.abs(vat - shareOf(net, rate))).toBeLessThanOrEqual(1);
    }),
  );
});

test("a price as a person reads it still says the amount", () => {
  fc.assert(
    fc.property(amounts, fc.constantFrom("vi", "en"), (amount, locale) => {
      const said = formatDong(amount, locale);
      expect(Number(said.replace("−", "-").replace(/[^\d-]/g, ""))).toBe(amount);
      expect(said).toMatch(/^−?\d{1,3}([.,]\d{3})*\u00A0(đ|VND)$/);
    }),
  );
});
