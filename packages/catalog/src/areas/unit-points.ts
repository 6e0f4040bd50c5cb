import { and, asc, inArray, isNotNull } from "drizzle-orm";
import type { Db } from "@xudong/database";

/** Units of which the middle is known. */
export async function unitPoints(db: Db, codes: readonly string[]): Promise<{ code: string; name: string; nameEn: string | undefined; centre: readonly [number, number] }[]> {
  if (codes.length === 0) return [];
  const { units } = db.t;
  const rows = await db.select({ code: units.code, name: units.name, nameEn: units.nameEn, centre: units.centre }).from(units).where(and(inArray(units.code, [...codes]), isNotNull(units.centre))).orderBy(asc(units.code));
  return rows.flatMap(({ centre, nameEn, ...unit }) => (centre === null ? [] : [{ ...unit, nameEn: nameEn ?? undefined, centre }]));
}
