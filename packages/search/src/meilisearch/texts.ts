import type { WordCounts } from "../query/reading.ts";
import type { Alternative, Segment, Understood } from "../query/understand.ts";
import { countOf } from "../ranking/rank.ts";

/** A way to say a query to Meilisearch, and how near it is to what was typed. */
export type Text = { q: string; weight: number };

/** Meilisearch hears ten words of a query. */
const wordsHeard = 10;
const textsMax = 12;

/** One letter of a word to come is not looked for. */
export const looked = ({ segments }: Understood): readonly Segment[] => segments.filter(({ isHint }) => !isHint);

/** What to look for, the strictest first: all of it; without what says nothing; without what says little. */
export function setsOf(asked: Understood): (readonly Segment[])[] {
  const all = looked(asked);
  const telling = (least: "weak" | "full") => all.filter((segment) => segment.telling === "full" || (least === "weak" && segment.telling === "weak"));
  return [all, telling("weak"), telling("full")].filter((set, at, each) => set.length > 0 && set.length !== each[at - 1]?.length);
}

/** Every way to say all of some parts: as typed, and with each part said otherwise. */
export function textsOf(segments: readonly Segment[]): Text[] {
  const [first, ...others] = segments.map(({ alternatives }) => alternatives[0]).filter((alternative) => alternative !== undefined);
  if (first === undefined) return [{ q: "", weight: 1 }];
  const typed = [first, ...others];
  const texts = new Map<string, number>();
  const add = (said: readonly Alternative[]) => {
    const q = said.map((alternative, at) => saying(alternative, segments[at] as Segment)).join(" ").split(" ").slice(0, wordsHeard).join(" ");
    const closed = segments.at(-1)?.isPrefix === true ? balanced(q) : `${balanced(q)} `; // a blank at the end says that the last word is whole
    if (!texts.has(closed)) texts.set(closed, Math.min(...said.map(({ worth }) => worth)));
  };
  add(typed);
  const changes = segments.flatMap(({ alternatives }, at) => alternatives.slice(1).map((alternative) => ({ alternative, at })));
  for (const { alternative, at } of changes.toSorted((a, b) => b.alternative.worth - a.alternative.worth).slice(0, textsMax - 1)) add(typed.with(at, alternative));
  return [...texts].map(([q, weight]) => ({ q, weight }));
}

/** Any way to say any of the rarest parts: what has some of a query. */
export function textsOfAny(asked: Understood, counts: WordCounts): Text[] {
  const counted = looked(asked).map((segment) => ({ segment, count: countOf(segment, counts) }));
  const telling = counted.filter(({ segment }) => segment.telling === "full");
  const parts = (telling.length > 0 ? telling : counted).filter(({ count }) => count > 0).sort((a, b) => a.count - b.count);
  return parts.slice(0, 5).flatMap(({ segment }) => textsOf([segment])).slice(0, 2 * textsMax);
}

/** Folded letters and digits, in quotation marks where they only mean something side by side: nothing else of what was typed. */
function saying({ folds, worth }: Alternative, { isName, isPrefix }: Segment): string {
  const words = folds.map((fold) => fold.replace(/[^\p{L}\p{M}\p{N}]/gu, "")).filter(Boolean);
  const mustTouch = words.length > 1 && (isName || worth < 1) && !(isPrefix && worth === 1);
  return mustTouch ? `"${words.join(" ")}"` : words.join(" ");
}

/** A phrase that was cut off ends where the text does. */
const balanced = (q: string): string => ((q.match(/"/g)?.length ?? 0) % 2 === 0 ? q : `${q}"`);
