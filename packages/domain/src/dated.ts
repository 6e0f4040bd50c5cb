import { DomainError } from "./error.ts";

/** A value that holds from one instant to another: a price, a fee, a rate, a legal text. `validTo` null means until further notice. */
export type Dated = { validFrom: Date; validTo: Date | null };

/** The row in force at an instant; of several, the one that began last. */
export function inForce<Row extends Dated>(rows: readonly Row[], at: Date): Row | undefined {
  let best: Row | undefined;
  for (const row of rows) {
    if (row.validFrom > at || (row.validTo !== null && row.validTo <= at)) continue;
    if (best === undefined || row.validFrom > best.validFrom) best = row;
  }
  return best;
}

/** As `inForce`, for a value nothing can go on without. @throws DomainError `rate.missing` naming what is missing. */
export function requireInForce<Row extends Dated>(rows: readonly Row[], at: Date, what: string): Row {
  const row = inForce(rows, at);
  if (row === undefined) throw new DomainError("rate.missing", { what });
  return row;
}
