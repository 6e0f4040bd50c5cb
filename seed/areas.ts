import { readFileSync } from "node:fs";
import { hasAreas, importAreas, type AreaData, type AreasImported, type Region } from "@xudong/catalog";
import type { Store } from "@xudong/database";
import { operatorActor } from "@xudong/domain";

/** Rows as `data/areas.json` lists them; its `meta.columns` names them. */
type AreasFile = {
  validFrom: string;
  provinces: [code: string, name: string, nameEn: string, region: Region, alsoCalled?: string[]][];
  units: [code: string, name: string, provinceCode: string, lat: number, lon: number, nameEn?: string][];
  formerProvinces: [code: string, name: string, provinceCode: string][];
  formerDistricts: [code: string, name: string, formerProvinceCode: string, unitCodes?: string[]][];
  formerUnits: [code: string, name: string, districtCode: string, units: string | string[]][];
};

/** The country's units since July 2025 and those before them, as the file beside this one has them, or another of its form. */
export function readAreas(path?: string): AreaData {
  const file = JSON.parse(readFileSync(path ?? new URL("./data/areas.json", import.meta.url), "utf8")) as AreasFile; // holes in it are refused where it is imported
  return {
    validFrom: file.validFrom,
    provinces: file.provinces.map(([code, name, nameEn, region, alsoCalled = []]) => ({ code, name, nameEn, region, alsoCalled })),
    units: file.units.map(([code, name, provinceCode, lat, lon, nameEn]) => ({ code, name, provinceCode, centre: [lat, lon], nameEn })),
    formerProvinces: file.formerProvinces.map(([code, name, provinceCode]) => ({ code, name, provinceCode })),
    formerDistricts: file.formerDistricts.map(([code, name, formerProvinceCode, unitCodes]) => ({ code, name, formerProvinceCode, ...(unitCodes && { unitCodes }) })),
    formerUnits: file.formerUnits.map(([code, name, districtCode, units]) => ({ code, name, districtCode, unitCodes: [units].flat() })),
  };
}

/** Fills in the country's provinces, communes and the names they had. Doing it again writes nothing, nor where an operator has imported a later set. */
export async function seedAreas(store: Store, { now }: { now: Date }): Promise<AreasImported> {
  const data = readAreas();
  if (await hasAreas(store.read, data)) return { written: 0, closed: 0 };
  return importAreasFrom(store, data, { name: "seed", now });
}

/** Brings a set in, as the operator's hands of that name. */
export async function importAreasFrom(store: Store, data: AreaData, { name, now }: { name: string; now: Date }): Promise<AreasImported> {
  return store.write(async (tx) => importAreas(tx, data, { actor: operatorActor(name, []), now }));
}
