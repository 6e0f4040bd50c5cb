import { beforeEach, expect, test } from "vitest";
import { eachDatabase } from "@xudong/database/testing";
import { days, guest, operatorActor, plus } from "@xudong/domain";
import { setStatement, statementInForce, type StatementDraft } from "./index.ts";

const now = new Date("2026-12-01T03:00:00Z");
const admin = operatorActor("test", ["setting.edit"]);
const terms = (over: Partial<StatementDraft> = {}): StatementDraft => ({ kind: "terms", version: "2026-12", parts: [{ title: { vi: "Giá" }, text: { vi: "Đã gồm thuế." } }], validFrom: now, ...over });

eachDatabase("What the market says of itself", (database) => {
  const set = (draft: StatementDraft, at = now, actor = admin) => database.store.write((tx) => setStatement(tx, draft, { actor, now: at }));
  beforeEach(() => database.store.write(async (tx) => void (await tx.delete(tx.t.statements))));

  test("[O5] is what was in force on the day: a later one follows it and changes nothing before", async () => {
    const later = plus(now, days(30));
    await set(terms({ validFrom: plus(now, -days(1)) }));
    await set(terms({ version: "2027-01", validFrom: later }));
    const versionAt = async (at: Date) => (await statementInForce(database.store.read, "terms", at))?.version;
    expect([await versionAt(plus(now, -days(2))), await versionAt(now), await versionAt(plus(later, -1)), await versionAt(later)]).toEqual([undefined, "2026-12", "2026-12", "2027-01"]);
  });

  test("[O5] nothing is said of days that are over, or twice from one instant on", async () => {
    await set(terms({ validFrom: plus(now, days(1)) }));
    for (const validFrom of [plus(now, -1), plus(now, days(1))]) await expect(set(terms({ validFrom }))).rejects.toMatchObject({ code: "statement.invalid", details: { issues: [{ field: "validFrom", reason: "past" }] } });
  });

  test("[S2] names everything at fault, and whoever collects money says on which law that rests", async () => {
    await expect(set(terms({ version: " ", parts: [] }))).rejects.toMatchObject({ details: { issues: [{ field: "version" }, { field: "parts" }] } });
    await expect(set(terms({ kind: "collection", facts: { phone: "1" } }))).rejects.toMatchObject({ details: { issues: [{ field: "facts.phone" }, { field: "facts.mode" }, { field: "facts.legal_basis" }] } });
    await set(terms({ kind: "collection", facts: { mode: "licensed_partner", legal_basis: "Nghị định 52/2024/NĐ-CP" } }));
  });

  test("[S1] is for the administration to say", async () => {
    await expect(set(terms(), now, guest)).rejects.toMatchObject({ code: "actor.not_allowed" });
  });
});
