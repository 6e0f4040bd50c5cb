import type { Columns } from "../columns-postgres.ts";

/** Administrative units as rows: two levels since July 2025, and the three levels people still say and write. */
export const areaTables = ({ table, id, ref, text, day, json, index, primaryKey }: Columns) => {
  const provinces = table("provinces", {
    code: id(),
    name: text().notNull(),
    nameEn: text().notNull(),
    /** Part of the country, by which delivery is priced. */
    region: text().notNull(),
    validFrom: day().notNull(),
    validTo: day(),
  });

  /** Every name by which a province of today is or was called: its own, those it was made of, and the short ones people write. */
  const provinceNames = table(
    "province_names",
    {
      searchKey: text().notNull(),
      provinceCode: ref().notNull().references(() => provinces.code),
      name: text().notNull(),
      /** The code of the province that went into it; empty for a name of today. */
      formerCode: text().notNull(),
    },
    (t) => [primaryKey({ name: "province_names_pk", columns: [t.searchKey, t.provinceCode, t.formerCode, t.name] })],
  );

  /** Communes, wards and special zones. */
  const units = table(
    "units",
    {
      code: id(),
      provinceCode: ref().notNull().references(() => provinces.code),
      name: text().notNull(),
      nameEn: text(),
      /** Folded, without its kind: what is typed is compared with it. */
      searchKey: text().notNull(),
      /** Its computed centre, `[lat, lon]`: good for "near", never for a pin. */
      centre: json<readonly [number, number]>(),
      validFrom: day().notNull(),
      validTo: day(),
    },
    (t) => [index("units_search").on(t.searchKey), index("units_province").on(t.provinceCode, t.code)],
  );

  /**
   * Communes as they were called before, with the district and province said after them. A district that had no communes
   * stands here under its own name.
   */
  const formerUnits = table(
    "former_units",
    {
      /** As it was; where a later reform ends a unit whose code stands here already, with the day after it: `10507@2027-07-01`. */
      code: id(),
      name: text().notNull(),
      searchKey: text().notNull(),
      districtCode: text().notNull(),
      districtName: text().notNull(),
      districtKey: text().notNull(),
      provinceName: text().notNull(),
      provinceKey: text().notNull(),
      validTo: day().notNull(),
    },
    (t) => [index("former_units_search").on(t.searchKey), index("former_units_district").on(t.districtKey)],
  );

  /** What became of a former unit: one row where it moved whole, several where it was split. */
  const unitSuccessors = table(
    "unit_successors",
    {
      formerCode: ref().notNull().references(() => formerUnits.code),
      unitCode: ref().notNull().references(() => units.code),
    },
    (t) => [primaryKey({ name: "unit_successors_pk", columns: [t.formerCode, t.unitCode] }), index("unit_successors_unit").on(t.unitCode)],
  );

  return { provinces, provinceNames, units, formerUnits, unitSuccessors };
};

export type AreaTables = ReturnType<typeof areaTables>;
