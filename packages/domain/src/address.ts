import { cleanLine } from "./text.ts";

/** Where a parcel goes: house and street, then the two levels that Vietnam has had since July 2025. */
export type Address = { line: string; commune: string; province: string };

/** The address as it is stored, or the fields that are empty or too long (at most 200 characters each). */
export function readAddress(typed: { line?: string; commune?: string; province?: string }): { address: Address } | { missing: (keyof Address)[] } {
  const address = { line: cleanLine(typed.line ?? ""), commune: cleanLine(typed.commune ?? ""), province: cleanLine(typed.province ?? "") };
  const missing = (["line", "commune", "province"] as const).filter((part) => address[part] === "" || address[part].length > 200);
  return missing.length === 0 ? { address } : { missing };
}
