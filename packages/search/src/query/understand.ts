import { meantInChat, soundingLike, unshortened } from "./chat.ts";
import { slipsAllowed, slipsBetween } from "./near-words.ts";
import { sayingOf, type Phrase, type Phrases, type Saying } from "./phrases.ts";
import { tellingOf } from "./stop-words.ts";
import { withoutTypingRemains } from "./typing.ts";
import { unstuck } from "./unstick.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { isMarked, wordsOf, type Word } from "./words.ts";

/** One of the ways in which a part of a query may be found in a text. */
export type Alternative = {
  folds: readonly string[];
  /** Where they are meant: then a word with another tone is another word. */
  tones?: readonly string[];
  /** 1 as it was typed; less for what only means the same, and less again for a guess. */
  worth: number;
  /** A guess at what was meant, not something that was said. */
  isRepair: boolean;
};

/** A part of a query: a word, or words that are read as one. */
export type Segment = {
  alternatives: readonly Alternative[];
  telling: "stop" | "weak" | "full";
  /** It may be the beginning of a word. */
  isPrefix: boolean;
  /** One letter of a word to come says too little to look for beside other words; it only helps to order. */
  isHint: boolean;
  /** The words only mean something side by side. */
  isName: boolean;
  typed: { from: number; to: number };
};

export type Understood = {
  segments: readonly Segment[];
  isMarked: boolean;
  /** Repairs of words the index does not know, in the place of what was typed; undefined where it knows them all. */
  corrected?: readonly string[];
};

export type Understanding = {
  vocabulary: Vocabulary;
  phrases: Phrases;
  /** Somebody is typing: one letter is a beginning. */
  isTyping?: boolean;
  /** Doubt known words as well: what was typed is hardly found anywhere. */
  isDeep?: boolean;
  /** Read words one by one, but for names: together they are hardly found anywhere. */
  isApart?: boolean;
};

const wordsMax = 16;
const lettersMax = 200;
const alternativesMax = 16;

const worths = { synonym: 0.85, chat: 0.8, split: 0.95, joined: 0.9, typing: 0.9, sound: 0.6, slip: 0.7 } as const;

/**
 * What a query asks for. Marks are taken at their word: in a query with some, a bare word is meant bare. Only a word that no
 * document holds is read as another; synonyms and doubts add ways in which a part may be found, and take none away.
 */
export function understand(q: string, { vocabulary, phrases, isTyping = false, isDeep = false, isApart = false }: Understanding): Understood {
  const text = q.slice(0, lettersMax).toWellFormed();
  const marked = isMarked(text);
  const typed = wordsOf(text).slice(0, wordsMax);
  const openAt = /[\p{L}\p{M}\p{N}]$/u.test(text) ? typed.length - 1 : -1;
  const words = mended({ words: typed, marked, vocabulary, openAt });
  const context: Context = { words, marked, vocabulary, phrases, isTyping, isDeep, isApart, openAt: openAt < 0 ? -1 : words.length - 1 };
  const segments: Segment[] = [];
  /** The query as it was read: with the first guess in the place of each word that needed one. */
  const corrected: string[] = [];
  for (let at = 0; at < words.length; ) {
    const [taken, segment] = starsAt(context, at) ?? phraseAt(context, at) ?? [1, wordAt(context, at)];
    const guess = segment.alternatives.find(({ isRepair }) => isRepair);
    corrected.push(...(guess?.folds ?? words.slice(at, at + taken).map(({ fold }) => fold)));
    segments.push(segment);
    at += taken;
  }
  const isGuessed = words.some(({ isGuess }) => isGuess) || segments.some(({ alternatives }) => alternatives.some(({ isRepair }) => isRepair));
  return { segments, isMarked: marked, ...(isGuessed ? { corrected } : {}) };
}

/** A word as it is read. */
type Read = {
  from: number;
  to: number;
  fold: string;
  /** Undefined where only its letters are known: any tone will do. */
  tone: string | undefined;
  worth: number;
  isGuess: boolean;
  /** What else it may have been. */
  others: readonly Alternative[];
};

type Context = { words: readonly Read[]; marked: boolean; vocabulary: Vocabulary; phrases: Phrases; isTyping: boolean; isDeep: boolean; isApart: boolean; openAt: number };
type Typed = { words: readonly Word[]; marked: boolean; vocabulary: Vocabulary; openAt: number };

/** The words, with those that no document holds read as what they were probably meant for. */
function mended(typed: Typed): Read[] {
  const { words, vocabulary, openAt } = typed;
  const read: Read[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    const asTyped = { ...word, worth: 1, isGuess: false, others: [] };
    const next = words[at + 1];
    if (next !== undefined && isTorn(word, next, vocabulary)) {
      read.push({ from: word.from, to: next.to, fold: word.fold + next.fold, tone: undefined, worth: worths.joined, isGuess: true, others: [] });
      at += 1;
      continue;
    }
    const isKnown = vocabulary.countOf(word.fold) > 0 || (at === openAt && word.fold.length > 1 && vocabulary.countOfBeginning(word.fold) > 0);
    const chat = meantInChat(word.fold).map((text) => alternativeOf(sayingOf(text), worths.chat));
    if (isKnown) {
      read.push({ ...asTyped, others: chat });
      continue;
    }
    const [best, ...others] = chat.length > 0 ? chat : repairsOf(typed, at);
    if (best === undefined) read.push(asTyped);
    else read.push(...best.folds.map((fold, here) => ({ from: word.from, to: word.to, fold, tone: best.tones?.[here], worth: best.worth, isGuess: chat.length === 0 || !isStopAlone(best), others: best.folds.length === 1 ? others.filter(({ folds }) => folds.length === 1) : [] })));
  }
  return read;
}

/** A word torn in two: "da u" for "dau", where the halves are not words that stand together. */
function isTorn(first: Word, second: Word, vocabulary: Vocabulary): boolean {
  const isOdd = vocabulary.countOf(first.fold) === 0 || vocabulary.countOf(second.fold) === 0 || second.fold.length === 1;
  // "ở" is a word, and whoever has marked both halves has written two.
  const areWords = tellingOf(second, false) === "stop" || (!isBare(first) && !isBare(second));
  return isOdd && !areWords && !/\d/.test(first.fold + second.fold) && vocabulary.countOf(first.fold + second.fold) > 0 && !vocabulary.hasPhrase([first.fold, second.fold]);
}

const isStopAlone = ({ folds, tones = [] }: Alternative) => folds.every((fold, at) => tellingOf({ fold, tone: tones[at] ?? "" }, true) === "stop");

const isBare = (word: Pick<Read, "fold" | "tone">) => word.tone === undefined || word.tone === `${word.fold}0`;

const spanOf = (words: readonly Read[]) => ({ from: words[0]?.from ?? 0, to: words.at(-1)?.to ?? 0 });

/** "ocop 4 sao", "4 sao", "4 stars": stars of a certificate stand so in the index. */
function starsAt({ words }: Context, at: number): [number, Segment] | undefined {
  const [first, second, third] = words.slice(at, at + 3).map(({ fold }) => fold);
  const isStar = (word: string | undefined) => word === "sao" || word === "star" || word === "stars";
  const isCount = (word: string | undefined) => word !== undefined && /^[1-5]$/.test(word);
  const taken = first === "ocop" && isCount(second) && isStar(third) ? 3 : isCount(first) && isStar(second) ? (third === "ocop" ? 3 : 2) : 0;
  if (taken === 0) return undefined;
  const stars = first === "ocop" ? second : first;
  const said = { folds: ["ocop", stars ?? "", "sao"], worth: 1, isRepair: false };
  const alternatives = taken === 2 ? [said, { ...said, folds: [stars ?? "", "sao"], worth: 0.9 }] : [said];
  return [taken, { alternatives, telling: "full", isPrefix: false, isHint: false, isName: true, typed: spanOf(words.slice(at, at + taken)) }];
}

/** The longest words from here that are known to be one thing. */
function phraseAt(context: Context, at: number): [number, Segment] | undefined {
  const { words, phrases, openAt, vocabulary, isApart } = context;
  for (let taken = Math.min(phrases.longest, words.length - at); taken > 0; taken--) {
    const said = words.slice(at, at + taken);
    const found = phrasesFor(context, said).filter(({ isPlace }) => !isApart || taken === 1 || isPlace);
    if (found.length === 0) continue;
    const isOpen = at + taken - 1 === openAt;
    // A beginning may be that of a longer word: "nho" of "nhon". Only what is a word by itself is read as one.
    if (taken === 1 && isOpen && context.isTyping && vocabulary.countOf(said[0]?.fold ?? "") === 0) continue;
    const typed = typedAlternative(context, said);
    const others = found.flatMap(({ others }) => others).map((other) => alternativeOf(other, typed.worth * worths.synonym * (found.length > 1 ? 0.9 : 1)));
    const telling = said.length === words.length ? "full" : tellingOfAll(said.map((word) => tellingOfRead(word, context.marked)));
    return [taken, { alternatives: distinct([typed, ...(taken === 1 ? (said[0]?.others ?? []) : []), ...others]), telling, isPrefix: isOpen, isHint: false, isName: found.every(({ isPlace }) => isPlace) && taken > 1, typed: spanOf(said) }];
  }
  return undefined;
}

/** With marks by tones; without by letters, in every reading. Several bare words in a query with marks are hardly meant bare. */
function phrasesFor({ marked, phrases }: Context, said: readonly Read[]): readonly Phrase[] {
  const exact = phrases.byTones.get(said.map(({ tone }) => tone ?? "").join(" "));
  if (exact !== undefined && said.every(({ tone }) => tone !== undefined) && (marked || said.every((word) => !isBare(word)))) return [exact];
  const loose = phrases.byFolds.get(said.map(({ fold }) => fold).join(" ")) ?? [];
  if (!marked) return loose;
  const fitting = loose.filter(({ saying }) => said.every((word, at) => (isBare(word) && (said.length > 1 || word.tone === undefined)) || word.tone === saying.tones[at]));
  return fitting;
}

/** What was typed. Its tones count where marks were typed and the index knows these tones at all. */
function typedAlternative({ marked, vocabulary, openAt, words }: Context, said: readonly Read[]): Alternative {
  const folds = said.map(({ fold }) => fold);
  const isOpen = said.at(-1) === words[openAt];
  const tones = said.flatMap(({ tone }) => tone ?? []);
  const isMeant = marked || said.every((word) => !isBare(word));
  const isKnownSo = tones.length === folds.length && tones.every((tone, here) => vocabulary.countOfTone(tone) > 0 || (isOpen && here === said.length - 1));
  const isHardlyBare = said.length > 1 && said.every(isBare);
  return { folds, ...(isMeant && isKnownSo && !isHardlyBare ? { tones } : {}), worth: Math.min(...said.map(({ worth }) => worth)), isRepair: false };
}

const alternativeOf = ({ folds, tones }: Saying, worth: number): Alternative => ({ folds, tones, worth, isRepair: false });

function wordAt(context: Context, at: number): Segment {
  const { words, marked, vocabulary, openAt, isTyping } = context;
  const word = words[at] as Read;
  const isOpen = at === openAt;
  const telling = words.length === 1 ? "full" : tellingOfRead(word, marked);
  const doubted = telling === "full" && !word.isGuess && vocabulary.countOf(word.fold) > 0 && (context.isDeep || isStrangeTone(context, word)) ? doubts(context, at) : [];
  return {
    alternatives: distinct([typedAlternative(context, [word]), ...word.others, ...doubted]),
    telling,
    isPrefix: isOpen && (isTyping || word.fold.length > 1 || words.length > 1),
    isHint: isOpen && word.fold.length === 1 && words.length > 1,
    isName: false,
    typed: { from: word.from, to: word.to },
  };
}

/** Words that say little by themselves say a little together: "bao giờ" asks for a season. */
const tellingOfAll = (each: readonly Segment["telling"][]): Segment["telling"] => (each.includes("full") ? "full" : each.length === 1 ? (each[0] ?? "full") : "weak");

const tellingOfRead = ({ fold, tone }: Read, marked: boolean): Segment["telling"] => tellingOf({ fold, tone: tone ?? "" }, tone !== undefined && (marked || tone !== `${fold}0`));

/** Typed with a tone nobody writes it with: "rươu". */
const isStrangeTone = ({ marked, vocabulary, openAt, words }: Context, word: Read) => marked && !isBare(word) && word !== words[openAt] && vocabulary.countOfTone(word.tone ?? "") === 0;

/** What a word may be that the index does not hold. The surest kinds come first, and where one has an answer the next is not asked. */
function repairsOf(context: Typed, at: number): Alternative[] {
  const { vocabulary, words, openAt } = context;
  const { fold } = words[at] as Word;
  const isKnown = (word: string) => vocabulary.countOf(word) > 0 || (at === openAt && word.length > 1 && vocabulary.countOfBeginning(word) > 0);
  const guess = (folds: readonly string[], worth: number): Alternative => ({ folds, worth, isRepair: true });
  // Whoever has typed marks has no keyboard that leaves letters in their place.
  const [likely, ...others] = isBare(words[at] as Word) ? withoutTypingRemains(fold) : [];
  if (likely !== undefined && isKnown(likely)) return [guess([likely], worths.typing)];
  const split = [fold, ...(likely === undefined ? [] : [likely])].flatMap((stuck) => unstuck(stuck, vocabulary, at === openAt));
  if (split.length > 0) return split.slice(0, 3).map((folds) => guess(folds, worths.split));
  const remains = others.filter(isKnown);
  if (remains.length > 0) return remains.map((word) => guess([word], worths.typing));
  if (/\d/.test(fold)) return [];
  const short = unshortened(fold).filter(isKnown);
  const beside = withNeighbours(context, at, slips(context, at));
  const candidates = [...short.map((word) => ({ fold: word, worth: worths.chat })), ...beside];
  return candidates.slice(0, 4).map(({ fold: word, worth }) => guess([word], worth));
}

/** What a known word may have been meant for, if that stands beside its neighbours and the word itself does not. */
function doubts(context: Context, at: number): Alternative[] {
  const { vocabulary, words } = context;
  const { fold } = words[at] as Read;
  if (/\d/.test(fold) || hasNeighbour(context, at, fold)) return [];
  const candidates = [...soundingLike(fold).filter((word) => vocabulary.countOf(word) > 0).map((word) => ({ fold: word, worth: worths.sound })), ...slips(context, at)];
  return candidates.filter(({ fold: word }) => hasNeighbour(context, at, word)).slice(0, 3).map(({ fold: word, worth }) => ({ folds: [word], worth: worth * 0.9, isRepair: true }));
}

type Candidate = { fold: string; worth: number };
type Around = { words: readonly { fold: string }[]; vocabulary: Vocabulary; openAt: number };

/** Words the index knows that a slip of the finger or the ear makes of this one, the nearest and commonest first. */
function slips({ vocabulary, words }: Around, at: number): Candidate[] {
  const fold = words[at]?.fold ?? "";
  const most = slipsAllowed(fold);
  if (most === 0) return [];
  const like = vocabulary.wordsLike(fold[0] ?? "", fold.length - most, fold.length + most);
  const near = like.flatMap(({ fold: word, count }) => {
    const slipped = word === fold ? undefined : slipsBetween(fold, word, most);
    return slipped === undefined || slipped === 0 ? [] : [{ fold: word, worth: worths.slip - 0.1 * (slipped - 1), count, slipped }];
  });
  const sounding = soundingLike(fold).flatMap((word) => (vocabulary.countOf(word) > 0 ? [{ fold: word, worth: worths.sound, count: vocabulary.countOf(word), slipped: 1 }] : []));
  return [...sounding, ...near].sort((a, b) => a.slipped - b.slipped || b.count - a.count).slice(0, 24);
}

/** Those that stand beside the words around, if any do. Else all, of a long word without marks: a short one is one letter away from too many. */
function withNeighbours(context: Typed, at: number, candidates: readonly Candidate[]): readonly Candidate[] {
  const beside = candidates.filter(({ fold }) => hasNeighbour(context, at, fold));
  if (beside.length > 0) return beside;
  const word = context.words[at] as Word;
  return word.fold.length >= 5 && isBare(word) ? candidates : [];
}

function hasNeighbour({ words, vocabulary, openAt }: Around, at: number, fold: string): boolean {
  const [before, after] = [words[at - 1], words[at + 1]];
  return (before !== undefined && vocabulary.hasPhrase([before.fold, fold], at === openAt)) || (after !== undefined && vocabulary.hasPhrase([fold, after.fold], at + 1 === openAt));
}

function distinct(alternatives: readonly Alternative[]): Alternative[] {
  const seen = new Set<string>();
  return alternatives
    .filter(({ folds, tones }) => {
      const key = `${folds.join(" ")}/${tones?.join(" ") ?? ""}`;
      return seen.has(key) ? false : (seen.add(key), true);
    })
    .slice(0, alternativesMax);
}
