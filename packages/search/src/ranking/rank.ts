import type { Alternative, Segment, Understood } from "../query/understand.ts";
import type { WordCounts } from "../query/reading.ts";
import { textFields, type Folded } from "./folded.ts";
import { apart, begunWord, fieldWeights, otherTone, rankingWeights, tellingWeights } from "./weights.ts";

/** Something an engine has found, as the closer look takes it. */
export type Candidate = { folded: Folded; /** How dense the words are, from 0 to 1, as the engine has it. */ density: number; popularity: number };

export type Judged = {
  score: number;
  /** How much of what was asked for is in it at all, from 0 to 1. */
  covered: number;
  /** Some part that tells something is missing. */
  isPartial: boolean;
};

/** Judges candidates of one query; engines find, this orders, the same for all of them. */
export function judge({ segments }: Understood, vocabulary: WordCounts): (candidate: Candidate) => Judged {
  const weights = segments.map((segment) => tellingWeights[segment.telling] * rarityOf(segment, vocabulary));
  const whole = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return ({ folded, density, popularity }) => {
    const found = segments.map((segment) => bestPlace(segment, folded));
    const points = found.reduce((sum, worth, at) => sum + worth * (weights[at] ?? 0), 0) / whole;
    const covered = found.reduce((sum, worth, at) => sum + (worth > 0 ? (weights[at] ?? 0) : 0), 0) / whole;
    const { words, together, beginning, whole: wholeTitle, density: dense, popularity: popular } = rankingWeights;
    const head = titleHead(segments, folded);
    return {
      score: words * points + together * pairsOf(segments, folded) + beginning * head.begins + wholeTitle * head.isAll + dense * density + popular * Math.min(1, popularity),
      covered,
      isPartial: segments.some(({ telling, isHint }, at) => telling === "full" && !isHint && (found[at] ?? 0) <= otherTone),
    };
  };
}

/** In how many documents a part may be found, at most. */
export function countOf({ alternatives, isPrefix }: Segment, vocabulary: WordCounts): number {
  const ofOne = ({ folds }: Alternative) => Math.min(...folds.map((fold, at) => (isPrefix && at === folds.length - 1 ? vocabulary.countOfBeginning(fold) : vocabulary.countOf(fold))));
  return alternatives.reduce((sum, alternative) => sum + ofOne(alternative), 0);
}

/** A word that stands in every document tells them apart less than one that stands in few. */
function rarityOf(segment: Segment, vocabulary: WordCounts): number {
  const documents = Math.max(1, vocabulary.documents());
  return 0.2 + 0.8 * Math.min(1, Math.log(1 + documents / (1 + countOf(segment, vocabulary))) / Math.log(1 + documents));
}

function bestPlace(segment: Segment, { words, tones }: Folded): number {
  let best = 0;
  for (const [line, field] of textFields.entries()) {
    const most = fieldWeights[field];
    if (most <= best) continue;
    for (const alternative of segment.alternatives) {
      if (most * alternative.worth <= best) continue;
      best = Math.max(best, most * alternative.worth * fitOf(alternative, segment, words[line] ?? "", tones[line] ?? ""));
    }
  }
  return best;
}

/** How well a way of saying fits a line: 1 as it is said, less with another tone, begun only, or apart. */
function fitOf({ folds, tones }: Alternative, { isPrefix, isName }: Pick<Segment, "isPrefix" | "isName">, line: string, toneLine: string): number {
  const phrase = ` ${folds.join(" ")}`;
  const isWhole = line.includes(`${phrase} `);
  if (isWhole || (isPrefix && line.includes(phrase))) {
    const fit = isWhole ? 1 : begunWord;
    if (tones === undefined) return fit;
    const toned = ` ${tones.join(" ")}`;
    if (toneLine.includes(`${toned} `)) return fit;
    // The end of a word that is still being typed may change its tone: "ba" becomes "bánh".
    return isWhole ? otherTone : isPrefix && folds.length > 1 && !toneLine.includes(` ${tones.slice(0, -1).join(" ")} `) ? otherTone : begunWord;
  }
  if (folds.length < 2 || isName) return 0;
  const isThere = folds.every((fold, at) => line.includes(isPrefix && at === folds.length - 1 ? ` ${fold}` : ` ${fold} `));
  if (!isThere) return 0;
  return tones === undefined || tones.every((tone, at) => (isPrefix && at === tones.length - 1) || toneLine.includes(` ${tone} `)) ? apart : apart * otherTone;
}

/** The part of neighbours in the query that are neighbours in one line, with their tones where these are meant. */
function pairsOf(segments: readonly Segment[], folded: Folded): number {
  const [only] = segments;
  if (segments.length < 2) return only !== undefined && only.alternatives.some((one) => one.worth === 1 && one.folds.length > 1 && isBeside(one, undefined, false, folded)) ? 1 : 0;
  let found = 0;
  let all = 0;
  for (let at = 1; at < segments.length; at++) {
    const [first, second] = [segments[at - 1] as Segment, segments[at] as Segment];
    if (first.telling === "stop" && second.telling === "stop") continue;
    all += 1;
    if (first.alternatives.some((one) => second.alternatives.some((other) => isBeside(one, other, second.isPrefix, folded)))) found += 1;
  }
  return all === 0 ? 0 : found / all;
}

function isBeside(one: Alternative, other: Alternative | undefined, isPrefix: boolean, { words, tones }: Folded): boolean {
  const end = isPrefix ? "" : " ";
  const text = ` ${[...one.folds, ...(other?.folds ?? [])].join(" ")}${end}`;
  const line = words.findIndex((each) => each.includes(text));
  if (line < 0) return false;
  const isMeant = (alternative: Alternative | undefined) => alternative === undefined || alternative.tones !== undefined;
  if (isPrefix || !isMeant(one) || !isMeant(other)) return isPrefix || [one, other].every((each) => each?.tones === undefined || (tones[line] ?? "").includes(` ${each.tones.join(" ")} `));
  const toned = ` ${[...(one.tones ?? []), ...(other?.tones ?? [])].join(" ")} `;
  return tones.some((each) => each.includes(toned));
}

/** Vietnamese says first what a thing is: a title that begins with the query is about it. */
function titleHead(segments: readonly Segment[], { words, tones }: Folded): { begins: number; isAll: number } {
  const parts = segments.filter(({ telling }) => telling !== "stop");
  let best = { begins: 0, isAll: 0 };
  for (const line of [0, 1]) {
    const [text = "", toned = ""] = [words[line], tones[line]];
    let at = 0;
    let worth = 1;
    let told = 0;
    for (const { alternatives, isPrefix } of parts) {
      const next = alternatives.find(({ folds }) => text.startsWith(` ${folds.join(" ")}${isPrefix ? "" : " "}`, at));
      if (next === undefined) break;
      if (next.tones !== undefined && !isPrefix && !toned.includes(` ${next.tones.join(" ")} `)) worth *= otherTone;
      at += next.folds.join(" ").length + 1;
      worth *= next.worth;
      told += 1;
    }
    if (told === 0) continue;
    const begins = (worth * told) / parts.length;
    const isAll = told === parts.length && text.length <= at + 1 ? worth : 0;
    if (begins + isAll > best.begins + best.isAll) best = { begins, isAll };
  }
  return best;
}
