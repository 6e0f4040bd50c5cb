import { DomainError } from "./error.ts";

/**
 * An amount in whole đồng. Đồng have no fraction, so an amount is a safe integer and nothing else;
 * every sum of a day's trade of a province stays far below 2^53.
 */
export type Dong = number;

/** Returns `value` as đồng. @throws DomainError `money.not_whole_dong` for fractions, NaN or unsafe sizes. */
export function dong(value: number): Dong {
  if (!Number.isSafeInteger(value)) throw new DomainError("money.not_whole_dong", { value });
  return value;
}

/** The sum of amounts, checked: a sum that is no whole đồng is a bug and is refused. */
export function sumDong(amounts: Iterable<Dong>): Dong {
  let total = 0;
  for (const amount of amounts) total += amount;
  return dong(total);
}

/** The price of `quantity` units. */
export function timesDong(price: Dong, quantity: number): Dong {
  return dong(price * quantity);
}

/**
 * The share of `amount` at a rate in basis points (1 % = 100), rounded to whole đồng. Half a đồng goes up, below
 * zero down, so that what a reversal takes back is the exact mirror of what was given.
 * Whoever needs the rest subtracts, so that the parts always re-add to the whole.
 */
export function shareOf(amount: Dong, basisPoints: number): Dong {
  const exact = BigInt(dong(amount)) * BigInt(dong(basisPoints));
  const half = exact < 0n ? -5_000n : 5_000n;
  return dong(Number((exact + half) / 10_000n));
}

/** VAT contained in a price that includes it, at a rate in basis points: g · r / (100 % + r), rounded once. */
export function vatInside(gross: Dong, basisPoints: number): Dong {
  const numerator = BigInt(dong(gross)) * BigInt(dong(basisPoints));
  const denominator = 10_000n + BigInt(basisPoints);
  const half = numerator < 0n ? -denominator / 2n : denominator / 2n;
  return dong(Number((numerator + half) / denominator));
}

const grouped = { vi: ".", en: "," } as const;

/**
 * A price as a person reads it: "120.000 đ" in Vietnamese, "120,000 VND" in English.
 * The space does not break, so that a line never ends between the number and its unit.
 */
export function formatDong(amount: Dong, locale: "vi" | "en"): string {
  const digits = Math.abs(dong(amount)).toString().replace(/\B(?=(\d{3})+(?!\d))/g, grouped[locale]);
  const sign = amount < 0 ? "−" : "";
  return `${sign}${digits}\u00A0${locale === "vi" ? "đ" : "VND"}`;
}
