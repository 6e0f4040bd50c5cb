export { openStore } from "./open-store.ts";
export { type DatabaseKind, type Db, type RunStatement, type Store, type StoreOptions, type Tx } from "./store.ts";
export { keep } from "./keep.ts";
export { inChunks, rowsAtOnce } from "./in-chunks.ts";
export { migrate } from "./migrate.ts";
export { type Tables } from "./tables.ts";
export { type ListingClaims, type ListingFace, type RevisedVariant, type RevisionChanges, type RevisionWords, type ShopIdentity } from "./tables/catalog.ts";
export { type PieceWords } from "./tables/content.ts";
export { type Columns } from "./columns-postgres.ts";
export { databaseProblem, isBusy, isDuplicate, type DatabaseProblem } from "./faults.ts";
export {
  moveOutboxCursor,
  purgeOutbox,
  readOutbox,
  readOutboxCursor,
  restartOutbox,
  speak,
  speakAll,
  type News,
  type OutboxCursor,
  type OutboxReading,
  type ToldNews,
} from "./outbox.ts";
export { releaseLease, renewLease, takeLease, type LeaseRequest } from "./leases.ts";
export { writeAudit, writeAudits, type AuditEntry } from "./audit.ts";
export { moveClock, readClockOffset } from "./clock.ts";
export { keepFact, readFact } from "./facts.ts";
export { countInt, sumInt } from "./sql.ts";
