import { fold } from "@xudong/domain";

/** A word of a text: where it stands, without its marks, and with its tone said apart. */
export type Word = { from: number; to: number; fold: string; tone: string };

const letters = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text, in order. Offsets are into the text as given. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(letters), ({ 0: word, index }) => ({ from: index, to: index + word.length, ...keysOf(word) })).filter((word) => word.fold !== "");
}

type Keys = { fold: string; tone: string };
const known = new Map<string, Keys>();
/** A language has some thousands of syllables; what nobody says again must not be kept for ever. */
const knownMax = 20_000;

function keysOf(word: string): Keys {
  let keys = known.get(word);
  if (keys === undefined) {
    if (known.size >= knownMax) known.clear();
    keys = { fold: foldWord(word), tone: toneKey(word) };
    if (word.length <= 24) known.set(word, keys);
  }
  return keys;
}

/** As words are compared: no marks, no case, no half or full width. */
export function foldWord(word: string): string {
  return fold(word.normalize("NFKC")).replace(noLetters, "");
}

/** What one sign becomes may hold others: "½" is a one, a stroke and a two. */
const noLetters = /[^\p{L}\p{M}\p{N}]/gu;

const tones = ["\u0300", "\u0301", "\u0309", "\u0303", "\u0323"];

/**
 * A syllable with its tone said by a digit behind it, wherever the mark stood: "hoà" and "hòa" are one, "gai" and "gái" are not.
 * Breve, circumflex, horn and đ belong to the letter and stay.
 */
export function toneKey(word: string): string {
  let tone = 0;
  const bare = Array.from(word.normalize("NFKC").toLowerCase().normalize("NFD"), (sign) => {
    const at = tones.indexOf(sign);
    if (at === -1) return sign;
    tone = at + 1;
    return "";
  });
  return `${bare.join("").normalize("NFC").replaceAll("ð", "đ").replace(noLetters, "")}${tone}`;
}

/** True where somebody has typed marks: then each word is meant as it is written, bare ones too. */
export function isMarked(text: string): boolean {
  return /[\p{M}đ]/u.test(text.toLowerCase().normalize("NFD"));
}
