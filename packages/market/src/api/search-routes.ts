import { z } from "zod";
import { searchSorts } from "@xudong/search";
import { examples } from "./examples.ts";
import { route, type Route } from "./route.ts";
import { searchAnswer, searchJson, suggestions, suggestionsJson } from "./search-json.ts";
import { line, noted } from "./validators.ts";

/** More than anybody types, and no more than an engine should read. */
const queryMax = 10_000;
const valuesMax = 20;

const q = noted(z.string().max(queryMax).default(""), { description: "What to look for, as typed: with or without Vietnamese marks. Empty finds everything." });

/** Several values of one field, between commas. */
const values = (description: string) =>
  noted(
    line(400)
      .transform((typed) => typed.split(",").map((value) => value.trim()).filter((value) => value !== ""))
      .pipe(z.array(z.string()).max(valuesMax)),
    { description: `${description} Several between commas mean any of them.` },
  );

const numbers = (description: string, min: number, max: number) => noted(values(description).pipe(z.array(z.string().transform(Number).pipe(z.int().min(min).max(max)))), { description: `${description} Several between commas mean any of them.` });

const point = noted(
  line(60).transform((typed, told) => {
    const [lat = NaN, lng = NaN, more] = typed.split(",").map(Number);
    const isThere = more === undefined && Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
    return isThere ? { lat, lng } : (told.addIssue({ code: "custom", params: { fault: "bad_format" } }), z.NEVER);
  }),
  { description: "A place, `lat,lng` in degrees: results say how far they are from it, and `sort=near` begins with the nearest.", examples: ["20.88,106.42"] },
);

/** Looking for things by words. */
export const searchRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/search",
    name: "search",
    summary: "Find goods and experiences",
    description: "Finds by words with or without marks and counts what else could be chosen. What is shown comes from the catalogue as it is now; what can be bought for a day is answered by the slots of an experience.",
    isPublic: true,
    isLocalized: true,
    query: z.object({
      q,
      kind: z.exactOptional(values("`goods` or `experience`.")),
      category: z.exactOptional(values("Keys of categories.")),
      place: z.exactOptional(values("Codes of communes and wards.")),
      ocop: z.exactOptional(numbers("Stars, 3 to 5.", 3, 5)),
      month: z.exactOptional(numbers("Solar months, 1 to 12.", 1, 12)),
      priceMin: z.exactOptional(noted(z.int().min(0), { description: "The least price, in đồng." })),
      priceMax: z.exactOptional(noted(z.int().min(0), { description: "The highest price, in đồng." })),
      near: z.exactOptional(point),
      sort: z.enum(searchSorts).default("relevance"),
      page: z.int().min(1).max(1000).default(1),
      pageSize: z.int().min(1).max(100).default(24),
    }),
    answer: searchAnswer,
    example: examples.searchAnswer,
    async handle({ query: { priceMin, priceMax, ...query } }, { market, locale }) {
      const found = await market.find({ ...query, locale, ...(priceMin === undefined ? {} : { priceMinDong: priceMin }), ...(priceMax === undefined ? {} : { priceMaxDong: priceMax }) });
      return { body: searchJson(found, locale) };
    },
  }),
  route({
    method: "GET",
    path: "/suggest",
    name: "suggest",
    summary: "What somebody may mean who has begun to type",
    isPublic: true,
    isLocalized: true,
    query: z.object({ q }),
    answer: suggestions,
    example: examples.suggestions,
    handle: async ({ query }, { market, locale }) => ({ body: suggestionsJson(await market.suggest(query.q), locale) }),
  }),
];
