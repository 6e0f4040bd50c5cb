import { cleanLine } from "./text.ts";

/**
 * Where a parcel goes: house and street, then the two levels that Vietnam has had since July 2025. An address of a market
 * that knows the country's units has their codes and official names.
 */
export type Address = {
  line: string;
  commune: string;
  province: string;
  communeCode?: string;
  provinceCode?: string;
  /** Commune and province as typed, where they have other names today: couriers know the old ones, too. */
  oldText?: string;
  /** A full Plus Code, for farms and lanes without a number. */
  plusCode?: string;
  /** What the courier should know. */
  note?: string;
};

/** What somebody typed of an address. A code says commune and province by itself. */
export type TypedAddress = { [Part in AddressPart]?: string | undefined };
export type AddressPart = "line" | "commune" | "province" | "communeCode" | "plusCode" | "note";
export type AddressFault = { part: AddressPart; reason: "missing" | "too_long" };

/** A unit that an address may mean, where it does not say which. */
export type UnitChoice = {
  communeCode: string;
  commune: string;
  provinceCode: string;
  province: string;
  /** The old name that leads there, as it was said in full. */
  formerly?: string;
};

/** How long each part may be, in characters as people count them. */
export const addressPartMax = 200;

/** The address as it is stored, or what is wrong with which field: empty, or too long. */
export function readAddress(typed: TypedAddress): { address: Address } | { faults: AddressFault[] } {
  const parts = {
    line: cleanLine(typed.line ?? ""),
    commune: cleanLine(typed.commune ?? ""),
    province: cleanLine(typed.province ?? ""),
    communeCode: cleanLine(typed.communeCode ?? ""),
    plusCode: cleanLine(typed.plusCode ?? ""),
    note: cleanLine(typed.note ?? ""),
  } satisfies Record<AddressPart, string>;
  const needed: readonly AddressPart[] = parts.communeCode === "" ? ["line", "commune", "province"] : ["line"];
  const faults: AddressFault[] = [];
  for (const part of ["line", "commune", "province", "communeCode", "plusCode", "note"] as const) {
    if (parts[part] === "" && needed.includes(part)) faults.push({ part, reason: "missing" });
    else if ([...parts[part]].length > addressPartMax) faults.push({ part, reason: "too_long" });
  }
  if (faults.length > 0) return { faults };
  const { line, commune, province, communeCode, plusCode, note } = parts;
  return { address: { line, commune, province, ...(communeCode && { communeCode }), ...(plusCode && { plusCode }), ...(note && { note }) } };
}
