/** The error a driver threw, below whatever Drizzle wrapped around it. */
function* causes(error: unknown): Generator<Record<string, unknown>> {
  for (let at = error, depth = 0; typeof at === 'object' && at !== null && depth < 8; depth++) {
    yield at as Record<string, unknown>; // an error may carry anything: each field is looked at before use
    at = 'cause' in at ? at.cause : undefined;
  }
}

function codesOf(error: unknown): string[] {
  return [...causes(error)].flatMap(({ code }) => (typeof code === 'string' ? [code] : []));
}

/** Another process holds the database; the same may succeed in a moment. */
export function isBusy(error: unknown): boolean {
  return codesOf(error).some((code) => code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED') || code === '55P03');
}

/** PostgreSQL gave up this transaction for the sake of another one: the same may succeed when run again. */
export function isRepeatable(error: unknown): boolean {
  return codesOf(error).some((code) => code === '40001' || code === '40P01');
}

/** A unique index or a primary key refused a second row of its kind. */
export function isDuplicate(error: unknown): boolean {
  return codesOf(error).some((code) => ['23505', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'].includes(code));
}
