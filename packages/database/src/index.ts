export { defineTables, type Tables } from './tables.ts';
export { type Columns } from './columns-postgres.ts';
export { openStore } from './open-store.ts';
export { type DatabaseKind, type Db, type Store, type StoreOptions, type Tx } from './store.ts';
export { migrate } from './migrate.ts';
export { isBusy, isDuplicate } from './faults.ts';
