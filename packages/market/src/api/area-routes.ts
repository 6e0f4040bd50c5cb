import { z } from "zod";
import { unitList, unitListJson } from "./areas-json.ts";
import { route, type Route } from "./route.ts";
import { line, noted } from "./validators.ts";

/** The units of the country, for whoever fills in an address. */
export const areaRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/units",
    name: "findUnits",
    summary: "The ward or commune a name means",
    description:
      "Takes a name as people write it: with or without its kind, with or without marks, of today or of before July 2025, with the former district and the province of then or now after it. " +
      "A former commune that was split gives every unit it went to.",
    isPublic: true,
    query: z.object({
      q: noted(line(200).min(1), { description: "The name, and what comes after it in an address.", examples: ["xã Tân Lập, huyện Vũ Thư"] }),
      province: noted(z.exactOptional(line(200)), { description: "The province, of today or former, where it stands in a field of its own." }),
    }),
    answer: unitList,
    example: {
      match: "meant" as const,
      items: [
        {
          code: "00001",
          name: "Xã Mẫu",
          nameEn: null,
          province: { code: "00", name: "Tỉnh Mẫu", nameEn: "Mau" },
          because: "former commune" as const,
          former: { name: "Xã Mẫu Cũ", district: "Huyện Mẫu", province: "Tỉnh Mẫu", isSplit: false },
        },
      ],
    },
    handle: async ({ query }, { market }) => ({ body: unitListJson(await market.units(query)) }),
  }),
];
