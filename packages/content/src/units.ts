import { inArray } from "drizzle-orm";
import type { Db } from "@xudong/database";
import { splitUnitName } from "@xudong/domain";
import type { UnitName } from "./piece-view.ts";

/** Communes and wards by code, as people write them. */
export async function unitNames(db: Db, codes: readonly string[]): Promise<ReadonlyMap<string, UnitName>> {
  if (codes.length === 0) return new Map();
  const { units: t } = db.t;
  const rows = await db.select({ code: t.code, name: t.name }).from(t).where(inArray(t.code, [...new Set(codes)]));
  return new Map(rows.map(({ code, name }) => [code, { code, name: { vi: name, en: inEnglish(name) } }]));
}

/** "Xã Hợp Tiến" as English texts here have it: "Hợp Tiến commune". A name keeps its marks in every language. */
function inEnglish(official: string): string {
  const { kind, name } = splitUnitName(official);
  return kind === undefined ? name : `${name} ${kind}`;
}

/** The units whose centres are nearest to those of `codes`, themselves first, in the same provinces and no further than `withinKm`. */
export async function unitsNear(db: Db, codes: readonly string[], withinKm = 12): Promise<string[]> {
  if (codes.length === 0) return [];
  const { units: t } = db.t;
  const own = await db.select({ code: t.code, provinceCode: t.provinceCode, centre: t.centre }).from(t).where(inArray(t.code, [...codes]));
  const provinces = [...new Set(own.map(({ provinceCode }) => provinceCode))];
  const around = provinces.length === 0 ? [] : await db.select({ code: t.code, centre: t.centre }).from(t).where(inArray(t.provinceCode, provinces));
  const away = (centre: Point | null) => Math.min(...own.map((unit) => (unit.centre === null || centre === null ? Infinity : kilometres(unit.centre, centre))));
  const near = around
    .filter(({ code }) => !codes.includes(code))
    .map(({ code, centre }) => ({ code, km: away(centre) }))
    .filter(({ km }) => km <= withinKm)
    .toSorted((a, b) => a.km - b.km);
  return [...codes, ...near.map(({ code }) => code)];
}

type Point = readonly [number, number];

/** Over the sphere; good to half a percent. */
function kilometres([lat, lon]: Point, [lat2, lon2]: Point): number {
  const rad = Math.PI / 180;
  const a = Math.sin(((lat2 - lat) * rad) / 2) ** 2 + Math.cos(lat * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon) * rad) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(a));
}
