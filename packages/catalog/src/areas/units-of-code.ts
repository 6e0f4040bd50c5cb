import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { keep, type Db } from "@xudong/database";
import { unitsByCode } from "./area-rows.ts";
import { candidateOf, type UnitCandidate } from "./find-units.ts";

/**
 * The unit of a code; of one that a later reform has ended, the units it went to. Nothing for a code nobody knows.
 */
export async function unitsOfCode(db: Db, code: string): Promise<UnitCandidate[]> {
  const [unit] = await unitsByCode(db, [code]);
  if (unit !== undefined) return [candidateOf(unit, "name")];
  const { units, formerUnits, unitSuccessors } = db.t;
  const [ended] = await db.select({ validTo: units.validTo }).from(units).where(and(eq(units.code, code), isNotNull(units.validTo)));
  if (ended?.validTo == null) return [];
  const next = await db
    .select({ code: unitSuccessors.unitCode, name: formerUnits.name, district: formerUnits.districtName, province: formerUnits.provinceName })
    .from(formerUnits)
    .innerJoin(unitSuccessors, eq(unitSuccessors.formerCode, formerUnits.code))
    .where(and(inArray(formerUnits.code, [code, `${code}@${ended.validTo}`]), eq(formerUnits.validTo, ended.validTo)));
  const rows = next.length === 0 ? [] : await unitsByCode(db, next.map((row) => row.code).sort());
  return rows.map((row) => {
    const { name = "", district = "", province = "" } = next.find((former) => former.code === row.code) ?? {};
    return { ...candidateOf(row, "former commune"), former: { name, district, province, isSplit: rows.length > 1 } };
  });
}

/** False for a market that was given no units: it takes addresses as they are typed. */
export async function knowsUnits(db: Db): Promise<boolean> {
  return (await anyUnit(db)).length > 0;
}

const anyUnit = keep((db: Db) => db.select({ code: db.t.units.code }).from(db.t.units).where(isNull(db.t.units.validTo)).limit(1));
