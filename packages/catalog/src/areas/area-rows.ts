import { and, asc, eq, gte, inArray, isNull, lte } from "drizzle-orm";
import { keep, type Db } from "@xudong/database";

/** A name somebody may call a province by, and the province of today it means. */
export type ProvinceRow = { key: string; said: string; formerCode: string; code: string; name: string; nameEn: string; region: string };

/** Provinces in force that are or were called so. */
export const provinceRows = keep((db: Db, keys: string[]) => {
  const { provinceNames: said, provinces } = db.t;
  return db
    .select({ key: said.searchKey, said: said.name, formerCode: said.formerCode, code: provinces.code, name: provinces.name, nameEn: provinces.nameEn, region: provinces.region })
    .from(said)
    .innerJoin(provinces, eq(provinces.code, said.provinceCode))
    .where(and(inArray(said.searchKey, keys), isNull(provinces.validTo)));
});

const unitColumns = ({ units, provinces }: Db["t"]) => ({
  code: units.code,
  name: units.name,
  nameEn: units.nameEn,
  key: units.searchKey,
  centre: units.centre,
  provinceCode: provinces.code,
  provinceName: provinces.name,
  provinceNameEn: provinces.nameEn,
  region: provinces.region,
});

/** A unit in force with its province. */
export type UnitRow = {
  code: string; name: string; nameEn: string | null; key: string; centre: readonly [number, number] | null;
  provinceCode: string; provinceName: string; provinceNameEn: string; region: string;
};

export const unitsByKey = keep((db: Db, keys: string[]) => {
  const { units, provinces } = db.t;
  return db.select(unitColumns(db.t)).from(units).innerJoin(provinces, eq(provinces.code, units.provinceCode)).where(and(inArray(units.searchKey, keys), isNull(units.validTo)));
});

export const unitsByCode = keep((db: Db, codes: string[]) => {
  const { units, provinces } = db.t;
  return db.select(unitColumns(db.t)).from(units).innerJoin(provinces, eq(provinces.code, units.provinceCode)).where(and(inArray(units.code, codes), isNull(units.validTo)));
});

/** A former commune with one of the units it became. */
export type FormerRow = UnitRow & { formerCode: string; formerName: string; formerKey: string; districtName: string; districtKey: string; formerProvince: string; formerProvinceKey: string };

const formerColumns = (t: Db["t"]) => ({
  ...unitColumns(t),
  formerCode: t.formerUnits.code,
  formerName: t.formerUnits.name,
  formerKey: t.formerUnits.searchKey,
  districtName: t.formerUnits.districtName,
  districtKey: t.formerUnits.districtKey,
  formerProvince: t.formerUnits.provinceName,
  formerProvinceKey: t.formerUnits.provinceKey,
});

function formerUnits(db: Db) {
  const { formerUnits: former, unitSuccessors, units, provinces } = db.t;
  return db
    .select(formerColumns(db.t))
    .from(former)
    .innerJoin(unitSuccessors, eq(unitSuccessors.formerCode, former.code))
    .innerJoin(units, eq(units.code, unitSuccessors.unitCode))
    .innerJoin(provinces, eq(provinces.code, units.provinceCode));
}

export const formerByKey = keep((db: Db, keys: string[]) => formerUnits(db).where(and(inArray(db.t.formerUnits.searchKey, keys), isNull(db.t.units.validTo))));
export const formerByDistrict = keep((db: Db, keys: string[]) => formerUnits(db).where(and(inArray(db.t.formerUnits.districtKey, keys), isNull(db.t.units.validTo))));
/** The former communes of which these units were made. */
export const formerOfUnits = keep((db: Db, codes: string[]) => formerUnits(db).where(and(inArray(db.t.units.code, codes), isNull(db.t.units.validTo))));

// For what is found by likeness or by its first letters: rarer questions, and each with a bound.
export const unitsOfProvinces = async (db: Db, codes: readonly string[]): Promise<UnitRow[]> =>
  db.select(unitColumns(db.t)).from(db.t.units).innerJoin(db.t.provinces, eq(db.t.provinces.code, db.t.units.provinceCode)).where(and(inArray(db.t.units.provinceCode, [...codes]), isNull(db.t.units.validTo)));
export const formerOfProvinces = async (db: Db, codes: readonly string[]): Promise<FormerRow[]> => formerUnits(db).where(and(inArray(db.t.units.provinceCode, [...codes]), isNull(db.t.units.validTo)));

/** Keys hold small letters and digits alone, so that this end stands behind them in every collation. */
const endOf = (prefix: string): string => `${prefix}zzzzzzzz`;

export const unitsByPrefix = async (db: Db, prefix: string, most: number): Promise<UnitRow[]> => {
  const { units, provinces } = db.t;
  return db
    .select(unitColumns(db.t))
    .from(units)
    .innerJoin(provinces, eq(provinces.code, units.provinceCode))
    .where(and(gte(units.searchKey, prefix), lte(units.searchKey, endOf(prefix)), isNull(units.validTo)))
    .orderBy(asc(units.searchKey), asc(units.code))
    .limit(most);
};
export const formerByPrefix = async (db: Db, prefix: string, most: number): Promise<FormerRow[]> => {
  const { formerUnits: former, units } = db.t;
  return formerUnits(db)
    .where(and(gte(former.searchKey, prefix), lte(former.searchKey, endOf(prefix)), isNull(units.validTo)))
    .orderBy(asc(former.searchKey), asc(former.code))
    .limit(most);
};
