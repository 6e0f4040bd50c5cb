import { inArray } from "drizzle-orm";
import { keep, type Db } from "@xudong/database";
import type { PlaceView } from "./listing-view.ts";

/** Communes by code, as pages name them. */
export async function placeViews(db: Db, unitCodes: readonly (string | null)[]): Promise<ReadonlyMap<string, PlaceView>> {
  const codes = [...new Set(unitCodes.filter((code) => code !== null))];
  if (codes.length === 0) return new Map();
  return new Map((await unitsByCode(db, codes)).map(({ code, name, nameEn }) => [code, { code, name, nameEn: nameEn ?? undefined }]));
}

const unitsByCode = keep((db: Db, codes: string[]) => {
  const { units } = db.t;
  return db.select({ code: units.code, name: units.name, nameEn: units.nameEn }).from(units).where(inArray(units.code, codes));
});
