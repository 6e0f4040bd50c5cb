import { z } from "zod";
import type { Address } from "@xudong/domain";
import type { UnitCandidate } from "@xudong/catalog";
import type { FoundUnits } from "../units.ts";
import { answer, noted, text } from "./validators.ts";

const code = (what: string) => noted(text().nullable(), { description: `The code of its ${what}; null where the market knows no units, or did not yet.` });

/** Where an order goes, as it was when it was placed. */
export const address = noted(
  answer({
    line: text(),
    commune: text(),
    province: text(),
    communeCode: code("commune"),
    provinceCode: code("province"),
    oldText: noted(text().nullable(), { description: "Commune and province as they were typed, where they have other names today." }),
    plusCode: text().nullable(),
    note: text().nullable(),
  }).nullable(),
  { id: "Address" },
);

export function addressJson(view: Address | null): z.infer<typeof address> {
  if (view === null) return null;
  const { line, commune, province, communeCode = null, provinceCode = null, oldText = null, plusCode = null, note = null } = view;
  return { line, commune, province, communeCode, provinceCode, oldText, plusCode, note };
}

const unit = noted(
  answer({
    code: noted(text(), { description: "What an order's address takes as `communeCode`." }),
    name: text(),
    nameEn: text().nullable(),
    province: answer({ code: text(), name: text(), nameEn: text() }),
    because: noted(z.enum(["name", "former commune", "former district"]), { description: "What the question names: the unit itself, or something that became part of it." }),
    former: noted(answer({ name: text().nullable(), district: text(), province: text(), isSplit: z.boolean() }).nullable(), { description: "The old name that leads there; `isSplit` where its commune went to several units." }),
  }),
  { id: "Unit", description: "A ward, commune or special zone of today." },
);

export const unitList = noted(
  answer({
    match: noted(z.enum(["meant", "begins", "near"]), { description: "Whether the items are all that the words may mean, begin with them, or are only near." }),
    items: z.array(unit),
  }),
  { id: "UnitList" },
);

export const unitListJson = ({ match, candidates }: FoundUnits): z.infer<typeof unitList> => ({ match, items: candidates.map(unitJson) });

function unitJson({ unit: { code: unitCode, name, nameEn }, province, because, former }: UnitCandidate): z.infer<typeof unit> {
  return {
    code: unitCode,
    name,
    nameEn,
    province: { code: province.code, name: province.name, nameEn: province.nameEn },
    because,
    former: former === undefined ? null : { name: former.name ?? null, district: former.district, province: former.province, isSplit: former.isSplit },
  };
}
