import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { inChunks, keep, keepFact, readFact, rowsAtOnce, writeAudit, type Db, type Tx } from "@xudong/database";
import { DomainError, splitUnitName, unitKey, type Day, type Occasion } from "@xudong/domain";

/** Part of the country, by which delivery is priced. */
export const regions = ["north", "central", "south"] as const;
export type Region = (typeof regions)[number];

/** A country's units on the day a reform came into force, and what became of those before it. */
export type AreaData = {
  /** The first day of the new units and the first one without the former. */
  validFrom: Day;
  /** `alsoCalled`: short and older names people write, beside its own and those of former provinces. */
  provinces: readonly { code: string; name: string; nameEn: string; region: Region; alsoCalled?: readonly string[] }[];
  units: readonly { code: string; provinceCode: string; name: string; nameEn?: string | undefined; centre?: readonly [number, number] | undefined }[];
  formerProvinces: readonly { code: string; name: string; provinceCode: string }[];
  /** `unitCodes` for a district that had no communes: what it became itself. */
  formerDistricts: readonly { code: string; name: string; formerProvinceCode: string; unitCodes?: readonly string[] }[];
  /** Several unit codes: it was split. */
  formerUnits: readonly { code: string; name: string; districtCode: string; unitCodes: readonly string[] }[];
};

/** How many rows were written, and how many units and provinces were closed because the data no longer knows them. */
export type AreasImported = { written: number; closed: number };

/**
 * Brings the units of the country up to date with a whole set of them. Doing it again writes nothing. What the set no
 * longer has is closed on its day, never deleted: orders and shops name it, and where the set says what became of it,
 * its old name leads there. Give it on the day it comes into force or later.
 *
 * @throws DomainError `request.invalid` for a set without units, or with links to units it does not have
 */
export async function importAreas(tx: Tx, data: AreaData, { actor, now }: Occasion): Promise<AreasImported> {
  refuseHoles(data);
  const { validFrom } = data;
  let written = await bringProvinces(tx, data.provinces.map(({ code, name, nameEn, region }) => ({ code, name, nameEn, region, validFrom, validTo: null })));
  written += await bringProvinceNames(tx, namesOfProvinces(data));
  written += await bringUnits(
    tx,
    data.units.map(({ code, provinceCode, name, nameEn, centre }) => ({ code, provinceCode, name, nameEn: nameEn ?? null, searchKey: keyOf(name), centre: centre ?? null, validFrom, validTo: null })),
  );
  const { units, provinces } = tx.t;
  const closed = [...(await closeMissing(tx, units, data.units, validFrom)), ...(await closeMissing(tx, provinces, data.provinces, validFrom))];

  const former = formerRows(data, await codesOfFormer(tx, data));
  written += await bringFormerUnits(tx, former.map(({ unitCodes: _, ...row }) => row));
  written += await bringLinks(tx, await linksOf(tx, former, new Set(closed)));
  written += await dropWrongLinks(tx, former, data);
  if (written + closed.length > 0) {
    await writeAudit(tx, { actor: actor.id, verb: "areas.import", objectKind: "areas", objectId: validFrom, at: now, detail: { written, closed: closed.length } });
  }
  await keepFact(tx, "areas", nameOf(data));
  return { written, closed: closed.length };
}

/**
 * True where this set, or a later one, is what was imported last: comparing every row anew would hold SQLite's only writer
 * for nothing.
 */
export async function hasAreas(db: Db, data: AreaData): Promise<boolean> {
  const last = await readFact(db, "areas");
  return last !== undefined && (last === nameOf(data) || last.slice(0, data.validFrom.length) > data.validFrom);
}

/** One set of units, told from every other. */
const nameOf = (data: AreaData): string => `${data.validFrom} ${createHash("sha256").update(JSON.stringify(data)).digest("hex")}`;

const keyOf = (official: string): string => unitKey(splitUnitName(official).name);

function refuseHoles({ provinces, units, formerProvinces, formerDistricts, formerUnits }: AreaData): void {
  const has = (rows: readonly { code: string }[]) => new Set(rows.map(({ code }) => code));
  const [known, unitCodes, oldProvinces, districts] = [has(provinces), has(units), has(formerProvinces), has(formerDistricts)];
  const hole =
    units.length === 0 ? "units"
    : units.some(({ provinceCode }) => !known.has(provinceCode)) ? "units.provinceCode"
    : formerProvinces.some(({ provinceCode }) => !known.has(provinceCode)) ? "formerProvinces.provinceCode"
    : formerDistricts.some(({ formerProvinceCode }) => !oldProvinces.has(formerProvinceCode)) ? "formerDistricts.formerProvinceCode"
    : formerUnits.some(({ districtCode }) => !districts.has(districtCode)) ? "formerUnits.districtCode"
    : [...formerUnits, ...formerDistricts].some((former) => former.unitCodes?.some((code) => !unitCodes.has(code))) ? "unitCodes"
    : undefined;
  if (hole !== undefined) throw new DomainError("request.invalid", { field: hole, issues: [{ field: hole, reason: "missing" }] });
}

function namesOfProvinces({ provinces, formerProvinces }: AreaData) {
  const rows = [
    ...provinces.flatMap(({ code, name, nameEn, alsoCalled = [] }) => [name, nameEn, ...alsoCalled].map((said) => ({ searchKey: keyOf(said), provinceCode: code, name: said, formerCode: "" }))),
    ...formerProvinces.map(({ code, name, provinceCode }) => ({ searchKey: keyOf(name), provinceCode, name, formerCode: code })),
  ];
  return [...new Map(rows.map((row) => [Object.values(row).join("\n"), row])).values()];
}

type FormerRow = Row<"formerUnits"> & { unitCodes: readonly string[] };

/** Former communes with the names that were said after them; a district without communes stands for itself. */
function formerRows({ validFrom, formerProvinces, formerDistricts, formerUnits }: AreaData, codes: ReadonlyMap<string, string>): FormerRow[] {
  const provinces = new Map(formerProvinces.map(({ code, name }) => [code, { provinceName: name, provinceKey: keyOf(name) }]));
  const districts = new Map(formerDistricts.map(({ code, name, formerProvinceCode }) => [code, { districtName: name, districtKey: keyOf(name), formerProvinceCode }]));
  const whole = formerDistricts.flatMap(({ code, name, unitCodes }) => (unitCodes === undefined ? [] : [{ code: `D${code}`, name, districtCode: code, unitCodes }]));
  return [...formerUnits, ...whole].map(({ code, name, districtCode, unitCodes }) => {
    const district = districts.get(districtCode);
    const province = provinces.get(district?.formerProvinceCode ?? "");
    if (district === undefined || province === undefined) throw new Error(`A former unit without its district or province: ${code}`);
    const { districtName, districtKey } = district;
    return { code: codes.get(code) ?? code, name, searchKey: keyOf(name), districtCode, districtName, districtKey, ...province, validTo: validFrom, unitCodes };
  });
}

/** A code that an earlier reform has used up gets the day of this one after it. */
async function codesOfFormer(tx: Tx, { validFrom, formerUnits: given }: AreaData): Promise<ReadonlyMap<string, string>> {
  const used = new Set((await allFormerUnits(tx)).filter((row) => row.validTo !== validFrom).map(({ code }) => code));
  return new Map(given.filter(({ code }) => used.has(code)).map(({ code }) => [code, `${code}@${validFrom}`]));
}

/** What became of each former unit; and where a unit of an earlier reform has ended, what became of those that became it. */
async function linksOf(tx: Tx, former: readonly FormerRow[], closed: ReadonlySet<string>) {
  const links = former.flatMap(({ code, unitCodes }) => unitCodes.map((unitCode) => ({ formerCode: code, unitCode })));
  if (closed.size === 0) return links;
  const became = new Map(former.map(({ code, unitCodes }) => [code.replace(/@.*/, ""), unitCodes]));
  const older = (await allLinks(tx)).filter(({ unitCode }) => closed.has(unitCode));
  const chained = older.flatMap(({ formerCode, unitCode }) => (became.get(unitCode) ?? []).map((next) => ({ formerCode, unitCode: next })));
  return [...new Map([...links, ...chained].map((link) => [linkKey(link), link])).values()];
}

/** A corrected set takes back what an earlier one said wrongly of the same former units. */
async function dropWrongLinks(tx: Tx, former: readonly FormerRow[], { units }: AreaData): Promise<number> {
  const { unitSuccessors } = tx.t;
  const said = new Map(former.map(({ code, unitCodes }) => [code, new Set(unitCodes)]));
  const inForce = new Set(units.map(({ code }) => code));
  const wrong = (await allLinks(tx)).filter(({ formerCode, unitCode }) => said.get(formerCode)?.has(unitCode) === false && inForce.has(unitCode));
  for (const { formerCode, unitCode } of wrong) {
    await tx.delete(unitSuccessors).where(and(eq(unitSuccessors.formerCode, formerCode), eq(unitSuccessors.unitCode, unitCode)));
  }
  return wrong.length;
}

type Closable = Tx["t"]["units"] | Tx["t"]["provinces"];

async function closeMissing(tx: Tx, table: Closable, rows: readonly { code: string }[], on: Day): Promise<string[]> {
  const kept = new Set(rows.map(({ code }) => code));
  const missing = (await tx.select({ code: table.code }).from(table).where(isNull(table.validTo))).map(({ code }) => code).filter((code) => !kept.has(code));
  await inParts(missing, (part) => tx.update(table).set({ validTo: on }).where(inArray(table.code, part)));
  return missing;
}

type Row<Name extends "provinces" | "provinceNames" | "units" | "formerUnits" | "unitSuccessors"> = Tx["t"][Name]["$inferSelect"];

const allProvinces = keep((tx: Tx) => tx.select().from(tx.t.provinces));
const allProvinceNames = keep((tx: Tx) => tx.select().from(tx.t.provinceNames));
const allUnits = keep((tx: Tx) => tx.select().from(tx.t.units));
const allFormerUnits = keep((tx: Tx) => tx.select().from(tx.t.formerUnits));
const allLinks = keep((tx: Tx) => tx.select().from(tx.t.unitSuccessors));

const putProvinces = keep((tx: Tx, rows: Row<"provinces">[]) => {
  const set = { name: sql`excluded.name`, nameEn: sql`excluded.name_en`, region: sql`excluded.region`, validTo: sql`excluded.valid_to` };
  return tx.insert(tx.t.provinces).values(rows).onConflictDoUpdate({ target: tx.t.provinces.code, set });
});
const putProvinceNames = keep((tx: Tx, rows: Row<"provinceNames">[]) => tx.insert(tx.t.provinceNames).values(rows).onConflictDoNothing());
const putUnits = keep((tx: Tx, rows: Row<"units">[]) => {
  const set = {
    provinceCode: sql`excluded.province_code`, name: sql`excluded.name`, nameEn: sql`excluded.name_en`, searchKey: sql`excluded.search_key`, centre: sql`excluded.centre`, validTo: sql`excluded.valid_to`,
  };
  return tx.insert(tx.t.units).values(rows).onConflictDoUpdate({ target: tx.t.units.code, set });
});
const putFormerUnits = keep((tx: Tx, rows: Row<"formerUnits">[]) => {
  const set = {
    name: sql`excluded.name`, searchKey: sql`excluded.search_key`, districtCode: sql`excluded.district_code`, districtName: sql`excluded.district_name`, districtKey: sql`excluded.district_key`,
    provinceName: sql`excluded.province_name`, provinceKey: sql`excluded.province_key`, validTo: sql`excluded.valid_to`,
  };
  return tx.insert(tx.t.formerUnits).values(rows).onConflictDoUpdate({ target: tx.t.formerUnits.code, set });
});
const putLinks = keep((tx: Tx, rows: Row<"unitSuccessors">[]) => tx.insert(tx.t.unitSuccessors).values(rows).onConflictDoNothing());

const bringProvinces = async (tx: Tx, rows: readonly Row<"provinces">[]) =>
  inParts(differing(rows, await allProvinces(tx), ({ code }) => code, ["name", "nameEn", "region", "validTo"]), (part) => putProvinces(tx, part));
const bringProvinceNames = async (tx: Tx, rows: readonly Row<"provinceNames">[]) =>
  inParts(differing(rows, await allProvinceNames(tx), ({ searchKey, provinceCode, formerCode, name }) => `${searchKey} ${provinceCode} ${formerCode} ${name}`, []), (part) => putProvinceNames(tx, part));
const bringUnits = async (tx: Tx, rows: readonly Row<"units">[]) =>
  inParts(differing(rows, await allUnits(tx), ({ code }) => code, ["name", "nameEn", "provinceCode", "searchKey", "centre", "validTo"]), (part) => putUnits(tx, part));
const bringFormerUnits = async (tx: Tx, rows: readonly Row<"formerUnits">[]) =>
  inParts(differing(rows, await allFormerUnits(tx), ({ code }) => code, ["name", "searchKey", "districtCode", "districtName", "districtKey", "provinceName", "provinceKey", "validTo"]), (part) => putFormerUnits(tx, part));
const bringLinks = async (tx: Tx, rows: readonly Row<"unitSuccessors">[]) => inParts(differing(rows, await allLinks(tx), linkKey, []), (part) => putLinks(tx, part));

const linkKey = ({ formerCode, unitCode }: Row<"unitSuccessors">): string => `${formerCode} ${unitCode}`;

/** The rows that are new, or differ in one of these fields from the known one under the same key. */
function differing<T extends object>(rows: readonly T[], known: readonly T[], keyOfRow: (row: T) => string, fields: readonly (keyof T)[]): T[] {
  const there = new Map(known.map((row) => [keyOfRow(row), row]));
  return rows.filter((row) => {
    const other = there.get(keyOfRow(row));
    return other === undefined || fields.some((name) => row[name] !== other[name] && !isDeepStrictEqual(row[name], other[name]));
  });
}

async function inParts<T>(rows: readonly T[], write: (part: T[]) => PromiseLike<unknown>): Promise<number> {
  for (const part of inChunks(rows, rowsAtOnce)) await write(part);
  return rows.length;
}
