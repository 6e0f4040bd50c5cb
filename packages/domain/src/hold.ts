import { earlier, minutes, plus } from "./time.ts";
import type { Moves } from "./moves.ts";

export const holdStates = ["open", "consumed", "released", "lapsed"] as const;
export type HoldState = (typeof holdStates)[number];

/**
 * A hold lapses by time: no sweep has to run for its units to be free again. `lapsed` is written down
 * when somebody looks; money that comes after it may still consume what can be retaken.
 */
export const holdMoves = {
  open: ["consumed", "released", "lapsed"],
  lapsed: ["consumed", "released"],
  consumed: ["released"],
  released: [],
} as const satisfies Moves<HoldState>;

/** `held` blocks units until it lapses, `sold` for good; `freed` (lapsed and taken back) and `released` block nothing. */
export const claimStates = ["held", "sold", "freed", "released"] as const;
export type ClaimState = (typeof claimStates)[number];

export const claimMoves = {
  held: ["sold", "freed", "released"],
  freed: ["sold", "released"],
  sold: ["released"],
  released: [],
} as const satisfies Moves<ClaimState>;

/**
 * How long units are held, and by how much a second try at paying may lengthen it, in minutes. A hold that leaves few
 * units of a pool is shorter: nobody blocks the last places for long (H5).
 */
export const holdTerms = { firstMinutes: 30, longestMinutes: 60, scarceFirstMinutes: 15, scarceLongestMinutes: 30, attemptMinutes: 15, marginMinutes: 5 } as const;

/** When a hold taken now lapses. */
export function holdLapsesAt(placedAt: Date, isScarce = false): Date {
  return plus(placedAt, minutes(isScarce ? holdTerms.scarceFirstMinutes : holdTerms.firstMinutes));
}

/** True where the hold's units may be given to somebody else. A hold without an end waits for a person. */
export function isLapsed(claim: { lapsesAt: Date | null }, now: Date): boolean {
  return claim.lapsesAt !== null && claim.lapsesAt <= now;
}

/**
 * When an attempt opened now must expire: in 15 minutes, and always 5 before the hold lapses, so that
 * money can hardly arrive after the places are gone. Undefined where less than 5 minutes would remain.
 */
export function attemptExpiresAt(now: Date, lapsesAt: Date): Date | undefined {
  const expiresAt = earlier(plus(now, minutes(holdTerms.attemptMinutes)), plus(lapsesAt, -minutes(holdTerms.marginMinutes)));
  return expiresAt.getTime() - now.getTime() >= minutes(holdTerms.marginMinutes) ? expiresAt : undefined;
}

/** Where a hold may be lengthened to, once, or undefined where it has been lengthened or nothing would be won. */
export function extendedLapse(hold: { placedAt: Date; lapsesAt: Date; extendedAt: Date | null }, now: Date): Date | undefined {
  if (hold.extendedAt !== null || isLapsed(hold, now)) return undefined;
  const isScarce = hold.lapsesAt <= holdLapsesAt(hold.placedAt, true);
  const first = isScarce ? holdTerms.scarceFirstMinutes : holdTerms.firstMinutes;
  const longest = isScarce ? holdTerms.scarceLongestMinutes : holdTerms.longestMinutes;
  const wanted = earlier(plus(now, minutes(first)), plus(hold.placedAt, minutes(longest)));
  return wanted > hold.lapsesAt ? wanted : undefined;
}
