import { and, eq, gte, inArray, lte } from "drizzle-orm";
import { keep, type Db } from "@xudong/database";
import { addDays, dayOf, type Day, type Whereabouts } from "@xudong/domain";
import { findProvinces, findUnits } from "@xudong/catalog";

/** Where a parcel is to go, as far as it is known: by the codes of units, or as somebody typed it. */
export type Destination = { communeCode?: string | undefined; provinceCode?: string | undefined; commune?: string | undefined; province?: string | undefined };

/** Where an address lies; undefined where its province is not known, or could be several. */
export async function whereIs(db: Db, { communeCode, provinceCode, commune = "", province = "" }: Destination): Promise<Whereabouts | undefined> {
  const named = communeCode === undefined ? undefined : (await placesOfUnits(db, [communeCode]))[0];
  if (named !== undefined) return named;
  if (provinceCode !== undefined) return (await provincesByCode(db, provinceCode))[0];
  const said = province.trim() === "" ? undefined : province;
  const known = said === undefined ? undefined : onlyOne(await findProvinces(db, said));
  if (known !== undefined || commune.trim() === "") return known;
  return onlyOne((await findUnits(db, commune, { province: said })).map((candidate) => candidate.province));
}

/** The province that is meant, where it is one alone. */
function onlyOne(provinces: readonly { code: string; region: string }[]): Whereabouts | undefined {
  const [only, another] = new Map(provinces.map(({ code, region }) => [code, { provinceCode: code, region }])).values();
  return another === undefined ? only : undefined;
}

/** Where units lie, by their codes. */
export async function whereAre(db: Db, codes: readonly string[]): Promise<ReadonlyMap<string, Whereabouts>> {
  const rows = codes.length === 0 ? [] : await placesOfUnits(db, [...new Set(codes)].sort());
  return new Map(rows.map(({ code, provinceCode, region }) => [code, { provinceCode, region }]));
}

const placesOfUnits = keep((db: Db, codes: string[]) => {
  const { units, provinces } = db.t;
  return db
    .select({ code: units.code, provinceCode: units.provinceCode, region: provinces.region })
    .from(units)
    .innerJoin(provinces, eq(provinces.code, units.provinceCode))
    .where(inArray(units.code, codes));
});

const provincesByCode = keep((db: Db, code: string) => {
  const { provinces } = db.t;
  return db.select({ provinceCode: provinces.code, region: provinces.region }).from(provinces).where(eq(provinces.code, code));
});

/** How far ahead days off matter to a parcel that is ordered now: until it has left, and is there. */
const daysAhead = 120;

/** The public holidays that a parcel ordered now could meet. */
export async function holidaysAhead(db: Db, now: Date): Promise<ReadonlySet<Day>> {
  const today = dayOf(now);
  return new Set((await holidaysFrom(db, today, addDays(today, daysAhead))).map(({ day }) => day));
}

const holidaysFrom = keep((db: Db, from: Day, to: Day) => {
  const { publicHolidays } = db.t;
  return db.select({ day: publicHolidays.day }).from(publicHolidays).where(and(gte(publicHolidays.day, from), lte(publicHolidays.day, to)));
});
