import type { Columns } from './columns-postgres.ts';
import { houseTables } from './tables/house.ts';

/** All tables, written once. Each owner's file is a function of the vocabulary and of the tables it points to. */
export function defineTables(columns: Columns) {
  const house = houseTables(columns);
  return { ...house };
}

/** Every table of the house, as a transaction sees them (`tx.t`). */
export type Tables = ReturnType<typeof defineTables>;
