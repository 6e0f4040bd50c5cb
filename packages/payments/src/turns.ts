import { minutes } from "@xudong/domain";

/** A question that nobody has written the answer of by then was lost in a crash, and is asked again. */
export const patience = minutes(5);

/**
 * So many questions are put before a person is called (P4). A market that was down for days has its whole schedule
 * behind it when it comes back, and one question that finds a dead line proves nothing.
 */
export const fewestQuestions = 3;

/** The first turn of a schedule that is still ahead. */
export function turnAfter(turn: (asked: number) => Date | null, now: Date): Date | undefined {
  for (let asked = 0; ; asked++) {
    const at = turn(asked);
    if (at === null || at > now) return at ?? undefined;
  }
}
