import { cleanLine } from "./text.ts";

/** Where a parcel goes: house and street, then the two levels that Vietnam has had since July 2025. */
export type Address = { line: string; commune: string; province: string };

/** How long each part may be, in characters as people count them. */
export const addressPartMax = 200;

/** The address as it is stored, or what is wrong with which field: empty, or too long. */
export function readAddress(typed: { line?: string; commune?: string; province?: string }): { address: Address } | { faults: { part: keyof Address; reason: "missing" | "too_long" }[] } {
  const address = { line: cleanLine(typed.line ?? ""), commune: cleanLine(typed.commune ?? ""), province: cleanLine(typed.province ?? "") };
  const faults: { part: keyof Address; reason: "missing" | "too_long" }[] = [];
  for (const part of ["line", "commune", "province"] as const) {
    if (address[part] === "") faults.push({ part, reason: "missing" });
    else if ([...address[part]].length > addressPartMax) faults.push({ part, reason: "too_long" });
  }
  return faults.length === 0 ? { address } : { faults };
}
