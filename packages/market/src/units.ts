import { findUnits, nearUnits, suggestUnits, type UnitCandidate } from "@xudong/catalog";
import type { Db } from "@xudong/database";

/** Units for a question, and how surely: all it may mean, names that begin so, or some that are near. */
export type FoundUnits = { match: "meant" | "begins" | "near"; candidates: readonly UnitCandidate[] };

/** More than these no form shows. */
const mostUnits = 50;

/** The units a question may mean; while somebody still types, those that begin like it; else those that are near. */
export async function unitsFor(db: Db, { q, province }: { q: string; province?: string }): Promise<FoundUnits> {
  const meant = await findUnits(db, q, { province });
  if (meant.length > 0) return { match: "meant", candidates: meant.slice(0, mostUnits) };
  const begins = province === undefined ? await suggestUnits(db, q) : [];
  if (begins.length > 0) return { match: "begins", candidates: begins };
  return { match: "near", candidates: await nearUnits(db, q, { province }) };
}
