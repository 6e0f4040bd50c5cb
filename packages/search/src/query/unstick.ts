import type { Vocabulary } from "./vocabulary.ts";

const longestSyllable = 8;
const longestStuck = 40;
const pathsKept = 4;

type Path = { words: string[]; cost: number };

/**
 * The words of a text without spaces, as folded words the index knows: the cheapest ways to walk through it, of which only those
 * are believed whose words stand side by side somewhere. "banhdauxanh" is "banh dau xanh".
 */
export function unstuck(fold: string, vocabulary: Vocabulary, endsOpen = false): string[][] {
  if (fold.length < 4 || fold.length > longestStuck) return [];
  const documents = Math.max(1, vocabulary.documents());
  const costOf = (word: string, isLast: boolean): number | undefined => {
    const count = vocabulary.countOf(word) || (isLast && endsOpen && word.length > 1 ? vocabulary.countOfBeginning(word) : 0);
    // Each word costs, a rare one or a single letter more: few common words are likelier than many odd ones.
    return count === 0 ? undefined : 1 + Math.log(1 + documents / count) / 12 + (word.length === 1 ? 1.5 : word.length === 2 ? 0.3 : 0);
  };
  const best: Path[][] = Array.from({ length: fold.length + 1 }, () => []);
  best[0] = [{ words: [], cost: 0 }];
  for (let end = 1; end <= fold.length; end++) {
    const here: Path[] = [];
    for (let from = Math.max(0, end - longestSyllable); from < end; from++) {
      if (best[from]?.length === 0) continue;
      const word = fold.slice(from, end);
      const cost = costOf(word, end === fold.length);
      if (cost !== undefined) here.push(...(best[from] ?? []).map((path) => ({ words: [...path.words, word], cost: path.cost + cost })));
    }
    best[end] = here.sort((a, b) => a.cost - b.cost).slice(0, pathsKept);
  }
  return (best[fold.length] ?? []).map(({ words }) => words).filter((words) => words.length > 1 && standTogether(words, vocabulary, endsOpen));
}

/** All side by side, or each with its neighbour. */
function standTogether(words: readonly string[], vocabulary: Vocabulary, endsOpen: boolean): boolean {
  if (vocabulary.hasPhrase(words, endsOpen)) return true;
  return words.length > 2 && words.slice(1).every((word, at) => vocabulary.hasPhrase([words[at] ?? "", word], endsOpen && at === words.length - 2));
}
