import type { PoolUnit } from "@xudong/domain";

/** What weighs is counted in kilograms by people, and in grams by us. */
const gramsPerKilo = 1000;

/** A number of units as somebody types it, "12,5" kilograms with either mark; undefined where it is none. */
export function unitsTyped(typed: string, unit: PoolUnit): number | undefined {
  const text = typed.trim().replace(",", ".");
  if (!/^\d{1,7}(\.\d{1,3})?$/.test(text)) return undefined;
  const units = unit === "gram" ? Math.round(Number(text) * gramsPerKilo) : Number(text);
  return Number.isSafeInteger(units) ? units : undefined;
}

/** The same number as it stands in a field. */
export function unitsAsTyped(units: number, unit: PoolUnit, locale: "vi" | "en"): string {
  if (unit !== "gram") return String(units);
  const text = String(units / gramsPerKilo);
  return locale === "vi" ? text.replace(".", ",") : text;
}
