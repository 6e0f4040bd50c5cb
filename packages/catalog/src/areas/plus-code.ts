/// <reference path="./open-location-code.d.ts" />
import { eq, isNull } from "drizzle-orm";
import { OpenLocationCode } from "open-location-code";
import { keep, type Db } from "@xudong/database";

type Point = readonly [lat: number, lon: number];

/** A place by its Plus Code: the code in full, and its middle. */
export type PlusPlace = { code: string; at: Point };

const codes = new OpenLocationCode();

/**
 * The place of a Plus Code as people write and copy it, in small letters or with the town after it: a full one, or a short
 * one near the point given. Undefined where it is none, or short without a point; fewer than ten digits name no house.
 */
export function readPlusCode(typed: string, near?: Point): PlusPlace | undefined {
  const [written = ""] = /[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,7}(?![\p{L}\p{N}+])/u.exec(` ${typed.normalize("NFKC").toUpperCase()}`.replace(/\s*\+\s*/, "+")) ?? [];
  const full = codes.isFull(written) ? written : near !== undefined && codes.isShort(written) ? codes.recoverNearest(written, ...near) : undefined;
  if (full === undefined) return undefined;
  const { latitudeCenter, longitudeCenter } = codes.decode(full);
  return { code: full, at: [latitudeCenter, longitudeCenter] };
}

/** The unit that a point lies nearest to, by its middle. */
export type NearestUnit = { unit: string; province: string; provinceCode: string; kilometres: number };

/** Farther than this from every middle is the open sea or another country. */
const farthestKilometres = 150;

/**
 * Says where a point lies that cannot belong to a unit: in another province, or in none. Middles are all we know of a unit,
 * so that nothing is said of a point near a border: within twice the way to the unit's neighbours it may be its own.
 */
export async function pointElsewhere(db: Db, at: Point, unitCode: string): Promise<NearestUnit | "nowhere" | undefined> {
  const middles = (await middleRows(db)).flatMap(({ centre, ...unit }) => (centre === null ? [] : [{ ...unit, centre, kilometres: kilometresBetween(at, centre) }]));
  const own = middles.find(({ code }) => code === unitCode);
  if (own === undefined) return undefined;
  const nearest = middles.reduce((one, other) => (other.kilometres < one.kilometres ? other : one));
  if (nearest.kilometres > farthestKilometres) return "nowhere";
  const toNeighbours = middles.map(({ centre }) => kilometresBetween(own.centre, centre)).sort((a, b) => a - b)[3] ?? Infinity;
  if (nearest.provinceCode === own.provinceCode || own.kilometres <= 2 * toNeighbours) return undefined;
  return { unit: nearest.name, province: nearest.province, provinceCode: nearest.provinceCode, kilometres: nearest.kilometres };
}

const middleRows = keep((db: Db) => {
  const { units, provinces } = db.t;
  return db
    .select({ code: units.code, name: units.name, provinceCode: units.provinceCode, province: provinces.name, centre: units.centre })
    .from(units)
    .innerJoin(provinces, eq(provinces.code, units.provinceCode))
    .where(isNull(units.validTo));
});

const kilometresPerDegree = 111.2;

/** Flat enough for distances within a country. */
function kilometresBetween([lat, lon]: Point, [otherLat, otherLon]: Point): number {
  const shrink = Math.cos((((lat + otherLat) / 2) * Math.PI) / 180);
  return Math.hypot(lat - otherLat, (lon - otherLon) * shrink) * kilometresPerDegree;
}
