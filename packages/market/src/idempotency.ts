import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { keep, type Tx } from "@xudong/database";
import { DomainError } from "@xudong/domain";

/**
 * Does something once for a key: whoever repeats the request gets the first successful answer (H4). The
 * key's row is written first, so that a second request at the same time waits for the first and then
 * reads its answer; a refusal rolls the row back with everything else, so that a later try may succeed.
 *
 * @param scope whose key it is (cart or order) and for which route
 * @returns the answer as JSON keeps it: no `Date`s, no secrets
 * @throws DomainError `request.key_missing`, `request.key_reused` where the same key comes with another body
 */
export async function once<Answer extends Record<string, unknown>>(
  tx: Tx,
  request: { scope: string; key: string; body: unknown; now: Date },
  fn: () => Promise<Answer>,
): Promise<Answer> {
  const { scope, key, now } = request;
  if (!/^[\x21-\x7e]{8,200}$/.test(key)) throw new DomainError("request.key_missing", { field: "Idempotency-Key", min: 8, max: 200 });
  const bodyHash = createHash("sha256").update(canonical(request.body)).digest("hex");
  const [fresh] = await addKey(tx, { scope, key, bodyHash, answer: {}, createdAt: now });
  if (fresh === undefined) {
    const { idempotencyKeys } = tx.t;
    const [first] = await tx
      .select({ bodyHash: idempotencyKeys.bodyHash, answer: idempotencyKeys.answer })
      .from(idempotencyKeys)
      .where(and(eq(idempotencyKeys.scope, scope), eq(idempotencyKeys.key, key)));
    if (first === undefined || first.bodyHash !== bodyHash) throw new DomainError("request.key_reused", { field: "Idempotency-Key" });
    return first.answer as Answer;
  }
  const answer = await fn();
  await keepAnswer(tx, scope, key, { answer });
  return answer;
}

const addKey = keep((tx: Tx, row: Tx["t"]["idempotencyKeys"]["$inferInsert"]) =>
  tx.insert(tx.t.idempotencyKeys).values(row).onConflictDoNothing().returning({ key: tx.t.idempotencyKeys.key }),
);

const keepAnswer = keep((tx: Tx, scope: string, key: string, row: { answer: Record<string, unknown> }) => {
  const { idempotencyKeys } = tx.t;
  return tx
    .update(idempotencyKeys)
    .set(row)
    .where(and(eq(idempotencyKeys.scope, scope), eq(idempotencyKeys.key, key)));
});

/** JSON with sorted keys: the same body in another order is the same body. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}
