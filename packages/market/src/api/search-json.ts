import { z } from "zod";
import type { Locale } from "@xudong/domain";
import type { FindAnswer, Found, FoundOther } from "../search.ts";
import { listingCard, listingCardJson } from "./listings-json.ts";
import { answer, count, noted, text } from "./validators.ts";
import { wordsIn, type Words } from "./words.ts";

const mark = noted(answer({ from: count(), to: count() }), { id: "Mark", description: "A part of the text that was asked for, by its offsets." });

const facet = (description: string) => noted(z.array(answer({ value: text(), label: text(), count: count(), isChosen: z.boolean() })), { description });

export const searchAnswer = noted(
  answer({
    hits: z.array(noted(answer({ listing: listingCard, title: answer({ text: text(), marks: z.array(mark) }), distance: noted(z.int().min(0).nullable(), { description: "Metres from `near`." }) }), { id: "SearchHit" })),
    others: noted(z.array(noted(answer({ kind: z.enum(["shop", "place", "festival", "guide", "itinerary"]), slug: text(), title: text(), summary: text().nullable(), isSample: z.boolean() }), { id: "OtherHit" })), {
      description: "The few best of who sells and what there is to read, on the first page of words that are not narrowed down.",
    }),
    total: count(),
    totalIsExact: z.boolean(),
    facets: noted(
      answer({
        kind: facet("Goods or experiences."),
        category: facet("Categories by key."),
        place: facet("Communes and wards by code."),
        ocop: facet("Stars of certificates in force."),
        month: facet("Solar months it can be had in."),
      }),
      { description: "How many results each value would give beside what is chosen of the other fields." },
    ),
    page: z.int().min(1),
    pageSize: z.int().min(1),
    pages: noted(z.int().min(1), { description: "The last page there is; only so many results can be paged through." }),
    engine: noted(text(), { description: "Which engine spoke." }),
    corrected: noted(text().nullable(), { description: "What was probably meant, where a word is nowhere to be found; it has been looked for as well." }),
    understood: noted(
      answer({ priceMin: count().nullable(), priceMax: count().nullable(), from: text().nullable(), to: text().nullable(), guests: count().nullable() }),
      { description: "What of the words was read as a price, days or a number of guests." },
    ),
  }),
  { id: "SearchAnswer" },
);

export const suggestions = noted(answer({ items: z.array(answer({ listing: listingCard })) }), { id: "Suggestions" });

/** What was found, in one language. */
function otherJson(found: FoundOther, words: Words): z.infer<typeof searchAnswer>["others"] {
  if ("shop" in found) return [{ kind: "shop", slug: found.shop.slug[words.locale], title: words.say(found.shop.name, found.shop.id), summary: null, isSample: found.shop.isSample }];
  const { kind, slug, title, summary, isSample } = found.piece;
  return kind === "campaign" ? [] : [{ kind, slug: slug[words.locale], title: words.say(title, slug.vi), summary: words.say(summary, slug.vi), isSample }];
}

export function searchJson({ hits, others, facets, understood: { price, days, guests }, corrected, ...rest }: FindAnswer, locale: Locale): z.infer<typeof searchAnswer> {
  const words = wordsIn(locale);
  const values = (field: FindAnswer["facets"][keyof FindAnswer["facets"]]) => field.map(({ value, label, count: many, isChosen }) => ({ value, label: words.say(label, value), count: many, isChosen }));
  return {
    hits: hits.map(({ listing, title, distance }) => ({ listing: listingCardJson(listing, locale), title: { text: title.text, marks: [...title.marks] }, distance: distance ?? null })),
    others: others.flatMap((found) => otherJson(found, words)),
    facets: { kind: values(facets.kind), category: values(facets.category), place: values(facets.unit), ocop: values(facets.ocop), month: values(facets.month) },
    ...rest,
    corrected: corrected ?? null,
    understood: { priceMin: price?.min ?? null, priceMax: price?.max ?? null, from: days?.from ?? null, to: days?.to ?? null, guests: guests ?? null },
  };
}

export function suggestionsJson(found: readonly Found[], locale: Locale): z.infer<typeof suggestions> {
  return { items: found.map(({ listing }) => ({ listing: listingCardJson(listing, locale) })) };
}
