import { listingOrigins, slugsOf, unitPoints, type Slugs } from "@xudong/catalog";
import { placesOfUnits } from "@xudong/content";
import type { Db } from "@xudong/database";

/** A commune in which there is something, with the middle of it: good for a map without roads, never for a way there. */
export type RegionUnit = {
  code: string;
  name: string;
  nameEn: string | undefined;
  centre: readonly [lat: number, lon: number];
  goods: number;
  experiences: number;
  places: number;
  /** One of its places, where it has any with a page. */
  place: Slugs | undefined;
};

/** Every commune where something is sold, takes place or is to be seen. */
export async function region(db: Db): Promise<readonly RegionUnit[]> {
  const [goods, experiences, places] = await Promise.all([listingOrigins(db, "goods"), listingOrigins(db, "experience"), placesOfUnits(db)]);
  const counts = new Map<string, { goods: number; experiences: number }>();
  for (const { code, shown } of goods.units) counts.set(code, { goods: shown, experiences: 0 });
  for (const { code, shown } of experiences.units) counts.set(code, { goods: counts.get(code)?.goods ?? 0, experiences: shown });
  const codes = [...new Set([...counts.keys(), ...places.keys()])].sort();
  const [units, slugs] = await Promise.all([unitPoints(db, codes), slugsOf(db, [...places.values()].flatMap(([first]) => first ?? []))]);
  return units.map(({ code, name, nameEn, centre }) => {
    const own = places.get(code) ?? [];
    return { code, name, nameEn, centre, goods: 0, experiences: 0, ...counts.get(code), places: own.length, place: slugs.get(own[0] ?? "") };
  });
}
