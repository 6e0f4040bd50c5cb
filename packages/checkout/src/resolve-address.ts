import { findProvinces, findUnits, knowsUnits, nearUnits, pointElsewhere, readPlusCode, unitsOfCode, type UnitCandidate } from "@xudong/catalog";
import type { Db } from "@xudong/database";
import { DomainError, splitUnitName, unitKey, type Address, type ErrorCode, type UnitChoice } from "@xudong/domain";

/** More than these nobody reads; the district or the province tells them apart. */
const mostChoices = 30;

/**
 * An address with the codes and official names of its units, and a Plus Code in full. Commune and province may be said by
 * today's names or by old ones, or by the code of the commune, which then says both. Where a market knows no units they are
 * taken as they are typed.
 *
 * Never a guess: where a commune was split, or several places share the name, the person is asked.
 *
 * @throws DomainError `address.unit_ambiguous` with all `candidates`, and whether one commune `isSplit` between them;
 *   `address.unit_unknown` with those that are near; `address.plus_code_invalid`; `address.plus_code_elsewhere`
 */
export async function resolveAddress(db: Db, address: Address): Promise<Address> {
  if (!(await knowsUnits(db))) {
    const { communeCode: _, ...typed } = address;
    return typed.plusCode === undefined ? typed : { ...typed, plusCode: readFull(typed.plusCode) };
  }
  const candidate = address.communeCode === undefined ? await unitMeant(db, address) : await unitOfCode(db, address.communeCode);
  const { unit, province } = candidate;
  const oldText = oldTextOf(address, candidate);
  const plusCode = address.plusCode === undefined ? undefined : await plusCodeIn(db, address.plusCode, candidate);
  return {
    line: address.line,
    commune: unit.name,
    province: province.name,
    communeCode: unit.code,
    provinceCode: province.code,
    ...(oldText !== undefined && { oldText }),
    ...(plusCode !== undefined && { plusCode }),
    ...(address.note !== undefined && { note: address.note }),
  };
}

/** A unit as a choice that can be sent back. */
export function choiceOf({ unit, province, because, former }: UnitCandidate): UnitChoice {
  const formerly = former === undefined || (because === "name" && !former.isSplit) ? undefined : [former.name, former.district, former.province].filter((name) => name !== undefined).join(", ");
  return { communeCode: unit.code, commune: unit.name, provinceCode: province.code, province: province.name, ...(formerly !== undefined && { formerly }) };
}

async function unitMeant(db: Db, { commune, province }: Address): Promise<UnitCandidate> {
  const found = await findUnits(db, commune, { province });
  const [only, another] = found;
  if (only !== undefined && another === undefined) return only;
  if (only !== undefined) throw ambiguous("address.commune", commune, found);
  const isProvinceKnown = (await findProvinces(db, province)).length > 0;
  throw unknown(isProvinceKnown ? "address.commune" : "address.province", isProvinceKnown ? commune : province, await nearUnits(db, commune, { province }));
}

async function unitOfCode(db: Db, code: string): Promise<UnitCandidate> {
  const found = await unitsOfCode(db, code);
  const [only, another] = found;
  if (only !== undefined && another === undefined) return only;
  throw only === undefined ? unknown("address.communeCode", code, []) : ambiguous("address.communeCode", code, found);
}

function ambiguous(field: string, typed: string, found: readonly UnitCandidate[]): DomainError {
  const splits = found.filter(({ former }) => former?.isSplit === true);
  return refusal("address.unit_ambiguous", field, typed, found, { isSplit: splits.length === found.length });
}

const unknown = (field: string, typed: string, near: readonly UnitCandidate[]): DomainError => refusal("address.unit_unknown", field, typed, near, {});

function refusal(code: ErrorCode, field: string, typed: string, candidates: readonly UnitCandidate[], more: { isSplit?: boolean }): DomainError {
  return new DomainError(code, { field, typed, candidates: candidates.slice(0, mostChoices).map(choiceOf), issues: [{ field, reason: code === "address.unit_unknown" ? "unit_unknown" : "unit_ambiguous" }], ...more });
}

/** What was typed, unless it is what the unit is called today. */
function oldTextOf({ commune, province, communeCode }: Address, { unit, because }: UnitCandidate): string | undefined {
  const typed = [commune, province].filter((part) => part !== "").join(", ");
  const isTodays = commune === "" || (communeCode === undefined ? because === "name" : unitKey(splitUnitName(commune).name) === unitKey(splitUnitName(unit.name).name));
  return isTodays ? undefined : typed;
}

function readFull(typed: string, near?: readonly [number, number]): string {
  const place = readPlusCode(typed, near);
  if (place === undefined) throw new DomainError("address.plus_code_invalid", { field: "address.plusCode", issues: [{ field: "address.plusCode", reason: "plus_code" }] });
  return place.code;
}

async function plusCodeIn(db: Db, typed: string, { unit, province }: UnitCandidate): Promise<string> {
  const code = readFull(typed, unit.centre ?? undefined);
  const at = readPlusCode(code)?.at;
  const elsewhere = at === undefined ? undefined : await pointElsewhere(db, at, unit.code);
  if (elsewhere === undefined) return code;
  const lies = elsewhere === "nowhere" ? {} : { liesIn: elsewhere.province };
  throw new DomainError("address.plus_code_elsewhere", { field: "address.plusCode", ...lies, province: province.name, issues: [{ field: "address.plusCode", reason: "plus_code_elsewhere" }] });
}
