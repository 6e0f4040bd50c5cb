import { toneKey } from "./words.ts";

/**
 * Words that say little, with their marks: by its fold alone "có" (to have) would take "cò" (stork) away, and "là" would take
 * "lá" (leaf). Such a word need not be found; where it is, it helps.
 */
const stopWords = new Set(
  `ở và là của cho có đi đâu gì nào những các một với thì mà này được bị ra vào trong ngoài về từ đến khi để tôi mình bạn
  the a an of in on at to for and or with is are where what which how can i my near`
    .split(/\s+/)
    .map(toneKey),
);

/** True where a word may be left out, if it was typed with its marks or never has any. */
export function isOptional(tone: string): boolean {
  return stopWords.has(tone);
}
