import { and, desc, eq, lte } from "drizzle-orm";
import { writeAudit, type Db, type Tx } from "@xudong/database";
import {
  cleanLine, collectionModes, demand, DomainError, newId, statementFactNames, statementKinds,
  type Occasion, type StatementFacts, type StatementKind, type StatementPart,
} from "@xudong/domain";

/** What the market is to say of itself from an instant on. */
export type StatementDraft = {
  kind: StatementKind;
  /** How people name what they agreed to: "2026-12". */
  version: string;
  parts: readonly StatementPart[];
  facts?: StatementFacts;
  isSample?: boolean;
  validFrom: Date;
};

/** What the market says of itself, as it is in force. */
export type StatementView = { kind: StatementKind; version: string; parts: readonly StatementPart[]; facts: StatementFacts; isSample: boolean; validFrom: Date };

/**
 * Says something of the market from an instant on. What was said before stays, and is what people agreed to until then: a
 * statement that follows another begins now or later.
 *
 * @throws DomainError `statement.invalid` naming every field at fault, `actor.not_allowed`
 */
export async function setStatement(tx: Tx, draft: StatementDraft, { actor, now }: Occasion): Promise<void> {
  demand(actor, "setting.edit", "*");
  const { statements } = tx.t;
  const { kind, parts, facts = {}, isSample = false, validFrom } = draft;
  const version = cleanLine(draft.version);
  const issues: { field: string; reason: string }[] = [];
  if (!statementKinds.includes(kind)) issues.push({ field: "kind", reason: "unknown" });
  if (version === "") issues.push({ field: "version", reason: "missing" });
  if (parts.length === 0) issues.push({ field: "parts", reason: "missing" });
  for (const [at, { title, text }] of parts.entries()) if (cleanLine(title.vi) === "" || cleanLine(text.vi) === "") issues.push({ field: `parts.${at}`, reason: "missing" });
  const known: readonly string[] = statementFactNames[kind] ?? [];
  for (const name of Object.keys(facts)) if (!known.includes(name)) issues.push({ field: `facts.${name}`, reason: "unknown" });
  if (kind === "collection" && !collectionModes.some((mode) => mode === facts.mode)) issues.push({ field: "facts.mode", reason: "missing" });
  if (kind === "collection" && cleanLine(facts.legal_basis ?? "") === "") issues.push({ field: "facts.legal_basis", reason: "missing" });
  const [before] = await tx.select({ validFrom: statements.validFrom }).from(statements).where(eq(statements.kind, kind)).orderBy(desc(statements.validFrom)).limit(1);
  if (before !== undefined && (validFrom < now || validFrom <= before.validFrom)) issues.push({ field: "validFrom", reason: "past" });
  if (issues.length > 0) throw new DomainError("statement.invalid", { issues });

  const id = newId(now);
  await tx.insert(statements).values({ id, kind, version, parts, facts, isSample, validFrom, writtenBy: actor.id, writtenAt: now });
  await writeAudit(tx, { actor: actor.id, verb: "statement.set", objectKind: "statement", objectId: id, at: now, detail: { kind, version, from: validFrom.toISOString() } });
}

/** The statement of a kind that is in force; undefined where there is none. */
export async function statementInForce(db: Db, kind: StatementKind, now: Date): Promise<StatementView | undefined> {
  const { statements: t } = db.t;
  const [row] = await db
    .select({ kind: t.kind, version: t.version, parts: t.parts, facts: t.facts, isSample: t.isSample, validFrom: t.validFrom })
    .from(t)
    .where(and(eq(t.kind, kind), lte(t.validFrom, now)))
    .orderBy(desc(t.validFrom))
    .limit(1);
  return row;
}
