import type { Db } from "@xudong/database";
import { readUnitPart, readUnitParts, saysLevel, splitUnitName, unitNameFit, type UnitReading } from "@xudong/domain";
import { formerByPrefix, formerOfProvinces, unitsByPrefix, unitsOfProvinces, type FormerRow, type UnitRow } from "./area-rows.ts";
import { candidateOf, findProvinces, findUnits, type UnitCandidate } from "./find-units.ts";

const mostSuggested = 8;
/** Of a name's first letters this many rows are looked at. */
const mostLookedAt = 200;

/**
 * The units whose names begin like this, or whose former communes did: for a form that helps while somebody types. Units by
 * their own name come first.
 */
export async function suggestUnits(db: Db, prefix: string, { most = mostSuggested }: { most?: number } = {}): Promise<UnitCandidate[]> {
  const found = new Map<string, { candidate: UnitCandidate; rank: number }>();
  for (const reading of readUnitPart(prefix.split(",")[0]?.trim() ?? "")) {
    if (reading.key === "") continue;
    const [units, former] = await Promise.all([unitsByPrefix(db, reading.key, mostLookedAt), formerByPrefix(db, reading.key, mostLookedAt)]);
    for (const { candidate, name } of [...units.map(namedSo), ...former.map(oncePartOf)]) {
      const rank = rankOfBeginning(reading, name) + (candidate.because === "name" ? 0 : 1);
      if (Number.isFinite(rank) && rank < (found.get(candidate.unit.code)?.rank ?? Infinity)) found.set(candidate.unit.code, { candidate, rank });
    }
  }
  return [...found.values()]
    .sort((a, b) => a.rank - b.rank || a.candidate.unit.name.localeCompare(b.candidate.unit.name, "vi"))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** Better where the beginning is also right mark for mark, and where a said kind is the unit's own; none where marks contradict. */
function rankOfBeginning({ name, kinds, isMarked }: UnitReading, official: string): number {
  const { kind, name: bare } = splitUnitName(official);
  const begun = [...bare.normalize("NFC")].slice(0, [...name.normalize("NFC")].length).join("");
  const fit = unitNameFit(name, begun);
  if (isMarked && fit === undefined) return Infinity;
  const isKind = kinds.length === 0 || (kind !== undefined && kinds.includes(kind));
  return (isMarked && fit !== "exact" ? 4 : 0) + (isKind ? 0 : 2);
}

/**
 * Units that may have been meant by a name nobody knows there: those of that name elsewhere, and those in the province,
 * today's and former, whose names are a letter or a mark away. Suggestions, never an answer.
 */
export async function nearUnits(db: Db, typed: string, { province, most = mostSuggested }: { province?: string | undefined; most?: number } = {}): Promise<UnitCandidate[]> {
  const [parts = []] = readUnitParts(typed)[0]?.readings ?? [];
  const part = parts.find((readings) => readings.some((reading) => saysLevel(reading, "commune"))) ?? parts[0];
  const [reading] = part ?? [];
  if (reading === undefined || reading.key === "") return [];
  const elsewhere = (await findUnits(db, reading.name)).filter(({ because }) => because !== "former district");
  // Names that went before 2025 are known to nobody here: their district's units are the next best.
  const rest = parts.filter((other) => other !== part).map((other) => other[0]?.name ?? "");
  const ofDistrict = (await Promise.all(rest.map(async (name) => findUnits(db, `huyện ${name}`, { province })))).flat();
  const said = province ?? typed.split(/[,;]/).at(-1) ?? "";
  const codes = [...new Set((await findProvinces(db, said)).map(({ code }) => code))];
  const start = reading.key.slice(0, 3);
  const [units, former] = await Promise.all(
    codes.length > 0 ? [unitsOfProvinces(db, codes), formerOfProvinces(db, codes)] : [unitsByPrefix(db, start, mostLookedAt), formerByPrefix(db, start, mostLookedAt)],
  );
  const farthest = Math.max(1, Math.floor(reading.key.length / 4));
  const alike = [...units.map(namedSo), ...former.map(oncePartOf)]
    .map((other) => ({ ...other, distance: distanceOf(reading.key, other.key) }))
    .filter(({ distance }) => distance <= farthest)
    .sort((a, b) => a.distance - b.distance || Number(a.candidate.because !== "name") - Number(b.candidate.because !== "name"))
    .map(({ candidate }) => candidate);
  const near = new Map<string, UnitCandidate>();
  for (const candidate of codes.length > 0 ? [...ofDistrict, ...alike, ...elsewhere] : [...elsewhere, ...alike]) {
    if (!near.has(candidate.unit.code)) near.set(candidate.unit.code, candidate);
  }
  return [...near.values()].slice(0, most);
}

type Named = { candidate: UnitCandidate; name: string; key: string };

const namedSo = (row: UnitRow): Named => ({ candidate: candidateOf(row, "name"), name: row.name, key: row.key });
const oncePartOf = (row: FormerRow): Named => ({
  // Whether it was split is for `findUnits` to say, which sees all of its parts.
  candidate: { ...candidateOf(row, "former commune"), former: { name: row.formerName, district: row.districtName, province: row.formerProvince, isSplit: false } },
  name: row.formerName,
  key: row.formerKey,
});

/** How many letters must be put in, taken out, changed or swapped with their neighbour to make one word the other. */
function distanceOf(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 4) return Infinity;
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, at) => at)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Infinity;
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row.push(Math.min(at(i - 1, j) + 1, (row[j - 1] ?? Infinity) + 1, at(i - 1, j - 1) + (isSame ? 0 : 1), isSwap ? at(i - 2, j - 2) + 1 : Infinity));
    }
  }
  return at(one.length, other.length);
}
