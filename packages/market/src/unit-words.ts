import { eq, inArray } from "drizzle-orm";
import type { Db } from "@xudong/database";
import type { Localized } from "@xudong/domain";

/** A text in every language it has. */
export const both = ({ vi, en }: Localized): string[] => (en === undefined || en === "" ? [vi] : [vi, en]);

export type Place = { names: readonly string[]; at: { lat: number; lng: number } | undefined };

/** Units by their new names and by those people still say. */
export async function placesOf(db: Db, codes: readonly string[]): Promise<ReadonlyMap<string, Place>> {
  if (codes.length === 0) return new Map();
  const { units, unitSuccessors, formerUnits } = db.t;
  const wanted = [...new Set(codes)];
  const rows = await db.select({ code: units.code, name: units.name, nameEn: units.nameEn, centre: units.centre }).from(units).where(inArray(units.code, wanted));
  const former = Map.groupBy(
    await db
      .select({ code: unitSuccessors.unitCode, name: formerUnits.name, district: formerUnits.districtName })
      .from(unitSuccessors)
      .innerJoin(formerUnits, eq(formerUnits.code, unitSuccessors.formerCode))
      .where(inArray(unitSuccessors.unitCode, wanted)),
    ({ code }) => code,
  );
  return new Map(
    rows.map(({ code, name, nameEn, centre }) => {
      const old = former.get(code) ?? [];
      const names = new Set([name, ...(nameEn === null ? [] : [nameEn]), ...old.flatMap((unit) => [unit.name, unit.district])]);
      return [code, { names: [...names], at: centre === null ? undefined : { lat: centre[0], lng: centre[1] } }];
    }),
  );
}
