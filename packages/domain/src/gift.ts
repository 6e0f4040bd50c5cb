import { cleanLine } from "./text.ts";

/**
 * Goods that go to somebody else: who opens the parcel, whom the courier calls, what its card says. No price goes into such a
 * parcel, and nobody is asked for money at its door.
 */
export type Gift = {
  recipient: string;
  /** In E.164 form; null where the courier calls the buyer. */
  phone: string | null;
  card: string | null;
};

/** How long its parts may be, in characters as people count them: what a seller can write on a card by hand. */
export const giftLengths = { recipient: 100, card: 300, cardLines: 12 } as const;

/** The words of a card as they are kept: clean lines, at most one empty one between two. */
export function cleanCard(typed: string): string {
  const lines = typed.split(/\r\n|\r|\n/u).map(cleanLine);
  return lines.filter((line, i) => line !== "" || (i > 0 && lines[i - 1] !== "")).join("\n").trim();
}
