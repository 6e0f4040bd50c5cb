import type { Db } from "@xudong/database";
import { isBelowCommune, maySpeakOf, readUnitParts, saysLevel, splitUnitName, unitNameFit, type UnitKind, type UnitPart, type UnitReading, type UnitReadings } from "@xudong/domain";
import { formerByDistrict, formerByKey, formerOfUnits, provinceRows, unitsByKey, type FormerRow, type ProvinceRow, type UnitRow } from "./area-rows.ts";

/** Why a unit may be the one somebody means. */
export type UnitBecause = "name" | "former commune" | "former district";

/** A unit that may be meant, with its province, and the old name that leads there. */
export type UnitCandidate = {
  unit: { code: string; name: string; nameEn: string | null; centre: readonly [number, number] | null };
  province: { code: string; name: string; nameEn: string; region: string };
  because: UnitBecause;
  /** What it was: a former commune, or of a district alone. `isSplit` where that commune went to several units. */
  former?: { name?: string; district: string; province: string; isSplit: boolean };
};

/**
 * The units of today that a name may mean, best first: their own name, that of a former commune, or that of a former
 * district, with or without what each is, the district and the province of then or now after it, accented or not.
 *
 * Never a guess: a commune that was split gives every unit it went to, and of several places with one name all come,
 * unless what was typed tells them apart. Nothing where any part of it is not understood; see `nearUnits`.
 *
 * @param province of now or then, where it was typed apart from the rest
 */
export async function findUnits(db: Db, typed: string, { province }: { province?: string | undefined } = {}): Promise<UnitCandidate[]> {
  const { line, ending } = parted(typed, province);
  const groups = readUnitParts(line);
  const endings = ending === undefined ? undefined : readUnitParts(ending);
  if (groups.length === 0 || endings?.length === 0) return [];
  const within = endings === undefined ? undefined : await provincesOf(db, endings);
  if (within?.length === 0) return [];
  for (const group of groups) {
    const known = await look(db, group, within ?? []);
    const hits = group.readings.flatMap((parts) => hitsOf(parts, { ...group, ...(within && { within }) }, known));
    if (hits.length > 0) return candidatesOf(hits, known);
  }
  return [];
}

/** The provinces of today that a name may mean, with the name that said so. */
export async function findProvinces(db: Db, typed: string): Promise<readonly ProvinceRow[]> {
  const { ending = "" } = parted("", typed);
  return provincesOf(db, readUnitParts(ending));
}

/** Who writes a district into the field of the province has said more of the commune, too. */
function parted(typed: string, province: string | undefined): { line: string; ending?: string } {
  if (province === undefined) return { line: typed };
  const parts = province.split(/[,;]/).filter((part) => readUnitParts(part).length > 0);
  return { line: [typed, ...parts.slice(0, -1)].join(", "), ending: parts.at(-1) ?? "" };
}

async function provincesOf(db: Db, endings: readonly UnitReadings[]): Promise<ProvinceRow[]> {
  for (const { readings } of endings) {
    const parts = readings.flatMap((reading) => reading.slice(-1));
    const provinces = await provincesByKey(db, keysIn(parts.flat()));
    const meant = parts.flatMap((part) => provincesMeant(part, { provinces, districts: new Map() }));
    if (meant.length > 0) return meant;
  }
  return [];
}

type Known = {
  provinces: ReadonlyMap<string, ProvinceRow[]>;
  units: ReadonlyMap<string, UnitRow[]>;
  former: ReadonlyMap<string, FormerRow[]>;
  districts: ReadonlyMap<string, FormerRow[]>;
  /** What the units found were made of. */
  origins: ReadonlyMap<string, FormerRow[]>;
};

const keysIn = (readings: readonly UnitReading[]): string[] => [...new Set(readings.map(({ key }) => key))].filter((key) => key !== "").sort();

const provincesByKey = async (db: Db, keys: string[]) => Map.groupBy(keys.length === 0 ? [] : await provinceRows(db, keys), ({ key }) => key);

/** Everything known under any of the names, in few questions. */
async function look(db: Db, { readings }: UnitReadings, within: readonly ProvinceRow[]): Promise<Known> {
  const keys = keysIn(readings.flat(2));
  if (keys.length === 0) return { provinces: new Map(), units: new Map(), former: new Map(), districts: new Map(), origins: new Map() };
  const [provinces, units, former] = await Promise.all([provincesByKey(db, keys), unitsByKey(db, keys), formerByKey(db, keys)]);
  const districtKeys = keysIn(readings.flat(2).filter((reading) => maySpeakOf(reading, "district")));
  const isOldForm = readings.some((parts) => parts.length > 1) || within.some(({ formerCode }) => formerCode !== "");
  const [districts, origins] = await Promise.all([
    districtKeys.length === 0 ? [] : formerByDistrict(db, districtKeys),
    units.length === 0 || !isOldForm ? [] : formerOfUnits(db, [...new Set(units.map(({ code }) => code))].sort()),
  ]);
  return {
    provinces,
    units: Map.groupBy(units, ({ key }) => key),
    former: Map.groupBy(former, ({ formerKey }) => formerKey),
    districts: Map.groupBy(districts, ({ districtKey }) => districtKey),
    origins: Map.groupBy(origins, ({ code }) => code),
  };
}

type Hit = { row: UnitRow; because: UnitBecause; former?: FormerRow };
type Place = {
  district?: UnitPart;
  provinces?: readonly ProvinceRow[];
  /** What was said apart, in a field of its own. */
  within?: readonly ProvinceRow[];
  /** Something stood before the name that is neither understood nor plainly a house, a street or a hamlet. */
  isLoose?: boolean;
};

/** What a list of parts may mean: the smallest unit stands first, or after a house, a street or a hamlet. */
function hitsOf(parts: readonly UnitPart[], { hasSigns, within }: { hasSigns: boolean; within?: readonly ProvinceRow[] }, known: Known): Hit[] {
  let isLoose = false;
  for (const [at, part] of parts.entries()) {
    const hits: Hit[] = placesOf(parts.slice(at + 1), { ...(within && { within }), isLoose }, known).flatMap((place) => hitsIn(part, place, known));
    // What says that it is a commune or a district is no hamlet: the rest must not stand for it.
    if (hits.length > 0 || !hasSigns || part.every(({ kinds }) => kinds.length > 0)) return hits;
    isLoose ||= !isBelowCommune(part);
  }
  return [];
}

/** Where the rest says it lies: in a province, in a former district, or both. */
function placesOf(rest: readonly UnitPart[], inside: Place, known: Known): Place[] {
  const [first, second] = rest;
  if (rest.length > 2) return [];
  if (first === undefined) return [inside];
  const provinces = provincesMeant(second ?? first, known);
  const isDistrict = first.some((reading) => maySpeakOf(reading, "district"));
  if (second !== undefined) return provinces.length > 0 && isDistrict ? [{ district: first, provinces, ...inside }] : [];
  return [...(provinces.length > 0 ? [{ provinces, ...inside }] : []), ...(isDistrict ? [{ district: first, ...inside }] : [])];
}

function provincesMeant(part: UnitPart, { provinces, districts }: Pick<Known, "provinces" | "districts">): ProvinceRow[] {
  return part.flatMap((reading) => {
    if (!maySpeakOf(reading, "province")) return [];
    const rows = bestFit(reading, provinces.get(reading.key) ?? [], ({ said }) => said).map(({ row }) => row);
    // A city with the name of a province is the former district, where there was one.
    const isCity = reading.kinds.includes("city") && districts.has(reading.key);
    return isCity ? rows.filter(({ said, name }) => (splitUnitName(said).kind ?? splitUnitName(name).kind) === "city") : rows;
  });
}

/** All that one name may mean in one place. */
function hitsIn(part: UnitPart, place: Place, known: Known): Hit[] {
  const hits = part.flatMap((reading) => {
    if (!maySpeakOf(reading, "commune")) return [];
    const named = (known.units.get(reading.key) ?? []).filter((row) => liesIn(row, known.origins.get(row.code) ?? [], place)).map((row): Hit => ({ row, because: "name" }));
    const former = (known.former.get(reading.key) ?? []).filter((row) => liesIn(row, [row], place)).map((row): Hit => ({ row, because: "former commune", former: row }));
    return ofSaidKind(reading, bestFit(reading, [...named, ...former], saidBy).map(({ row }) => row));
  });
  const ofDistricts = part.flatMap((reading) => {
    if (!saysLevel(reading, "district") && (reading.kinds.length > 0 || (hits.length > 0 && !mayMeanDistrict(reading, place, known)))) return [];
    const rows = (known.districts.get(reading.key) ?? []).filter((row) => liesIn(row, [row], place));
    return ofSaidKind(reading, bestFit(reading, rows.map((row): Hit => ({ row, because: "former district", former: row })), saidBy).map(({ row }) => row));
  });
  return [...hits, ...ofDistricts];
}

const saidBy = ({ row, because, former }: Hit): string => (because === "name" ? row.name : because === "former commune" ? (former?.formerName ?? "") : (former?.districtName ?? ""));

/**
 * A name without its kind that a unit has, too: of a former district only where the address is not in today's form, or
 * where the name is that of a former province as well and so is used loosely.
 */
function mayMeanDistrict({ key }: UnitReading, { provinces, within, isLoose = false }: Place, known: Known): boolean {
  if (isLoose) return true;
  const today = [...(provinces ?? []), ...(within ?? [])];
  return !today.some(({ formerCode }) => formerCode === "") || (known.provinces.get(key) ?? []).some(({ formerCode }) => formerCode !== "");
}

/** True where a unit is in the place, itself or by what it was. */
function liesIn(row: UnitRow, origins: readonly FormerRow[], { district, provinces, within }: Place): boolean {
  const inProvince = (said: readonly ProvinceRow[] | undefined, origin?: FormerRow) =>
    said === undefined || said.some((province) => (province.formerCode === "" ? province.code === row.provinceCode : origin?.formerProvinceKey === province.key && province.code === row.provinceCode));
  const fits = (origin?: FormerRow) => inProvince(provinces, origin) && inProvince(within, origin) && (district === undefined || (origin !== undefined && isDistrict(district, origin)));
  return fits() || origins.some(fits);
}

function isDistrict(part: UnitPart, { districtKey, districtName }: FormerRow): boolean {
  const { name } = splitUnitName(districtName);
  return part.some((reading) => maySpeakOf(reading, "district") && reading.key === districtKey && unitNameFit(reading.name, name) !== undefined);
}

/** Of rows with the same key those that fit what was typed best: where marks were typed, mark for mark. */
function bestFit<Row>({ name, isMarked }: UnitReading, rows: readonly Row[], officialName: (row: Row) => string): { row: Row }[] {
  const ranks = rows.flatMap((row) => {
    const fit = unitNameFit(name, splitUnitName(officialName(row)).name);
    return fit === undefined ? [] : [{ row, rank: fit === "joined" ? 2 : fit === "weaker" && isMarked ? 1 : 0 }];
  });
  const best = Math.min(...ranks.map(({ rank }) => rank));
  return ranks.filter(({ rank }) => rank === best);
}

/** Where a kind was said and something is of that kind, the rest is not meant. Kinds changed, so that none may be. */
function ofSaidKind({ kinds }: UnitReading, hits: readonly Hit[]): Hit[] {
  const same = hits.filter((hit) => kindOf(saidBy(hit), kinds));
  return same.length > 0 ? same : [...hits];
}

function kindOf(official: string, kinds: readonly UnitKind[]): boolean {
  const { kind } = splitUnitName(official);
  return kind !== undefined && kinds.includes(kind);
}

const order: readonly UnitBecause[] = ["name", "former commune", "former district"];

/** Each unit once, by what speaks for it most, with the old name that leads there. */
function candidatesOf(hits: readonly Hit[], known: Known): UnitCandidate[] {
  const sorted = hits.toSorted((a, b) => order.indexOf(a.because) - order.indexOf(b.because) || compare(a.row.provinceName, b.row.provinceName) || compare(a.row.name, b.row.name) || compare(a.row.code, b.row.code));
  const found = new Map<string, UnitCandidate>();
  for (const { row, because, former } of sorted) {
    const there = found.get(row.code);
    const candidate = there ?? candidateOf(row, because);
    if (former !== undefined && candidate.former === undefined && (there === undefined || because === "former commune")) candidate.former = formerOf(former, because, known);
    found.set(row.code, candidate);
  }
  return [...found.values()];
}

export function candidateOf(row: UnitRow, because: UnitBecause): UnitCandidate {
  const { code, name, nameEn, centre, provinceCode, provinceName, provinceNameEn, region } = row;
  return { unit: { code, name, nameEn, centre }, province: { code: provinceCode, name: provinceName, nameEn: provinceNameEn, region }, because };
}

function formerOf(row: FormerRow, because: UnitBecause, known: Known): NonNullable<UnitCandidate["former"]> {
  const parts = (known.former.get(row.formerKey) ?? []).filter(({ formerCode }) => formerCode === row.formerCode);
  return { ...(because === "former commune" && row.formerName !== row.districtName && { name: row.formerName }), district: row.districtName, province: row.formerProvince, isSplit: because === "former commune" && parts.length > 1 };
}

const compare = (a: string, b: string): number => a.localeCompare(b, "vi");
