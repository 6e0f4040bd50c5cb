import { longestKeptList } from "./keep.ts";

/** Rows of one statement whose text is built once: for thousands of rows building costs more than writing them. */
export const rowsAtOnce = longestKeptList;

/** Parts of a list that one statement can carry: databases take only so many values at a time. */
export function inChunks<T>(all: readonly T[], size = 500): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}
