import { describe, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { eachDatabase } from "@xudong/database/testing";
import { days, hours, minutes, plus } from "@xudong/domain";
import { aRefund, anAttempt, at, attemptRow, hear, monday, refundRow, testTerminal, timesTold, told } from "../testing/fixtures.ts";
import { casesForPerson, closeAttemptCase } from "./cases.ts";
import { beginRefundStep, hearOfRefund, recordRefundByHand, refundsDue, sendRefundAgain, type RefundStep } from "./refunds.ts";
import { callPersonToAttempt, requestRefund } from "./settle-attempt.ts";
import { askVnpayRefund, sendVnpayRefund, type RefundTold } from "./vnpay/client.ts";

const word = (over: Partial<RefundTold> = {}): RefundTold => ({ news: "silent", responseCode: null, transactionNo: null, fields: {}, ...over });

eachDatabase("Refunds", (database) => {
  const due = async (now: Date) => (await refundsDue(database.store.read, now, 100)).map(({ id }) => id);
  const begin = (id: string, now: Date) => database.store.write((tx) => beginRefundStep(tx, id, at(now)));
  const hearOf = (id: string, news: RefundTold, now: Date) => database.store.write((tx) => hearOfRefund(tx, id, news, at(now)));
  const row = (id: string) => refundRow(database.store, id);
  async function sent(now = monday, over: Parameters<typeof aRefund>[2] = {}): Promise<{ id: string; step: Extract<RefundStep, { kind: "send" }> }> {
    const { id } = await aRefund(database.store, now, over);
    const step = await begin(id, now);
    if (step?.kind !== "send") throw new Error("It was to be sent");
    return { id, step };
  }

  describe("sending", () => {
    test("[P3] is written down before the call: unknown, with a number of its own, asked about a minute later", async () => {
      const { id, attemptId, gatewayRef } = await aRefund(database.store);
      expect(await due(monday)).toContain(id);
      const step = await begin(id, monday);
      const { reference, gatewayCreatedOn } = await attemptRow(database.store, attemptId);
      expect(step).toEqual({
        kind: "send", id, attemptId, reference, terminal: "XUDONG01", gatewayRef, gatewayCreatedOn, amountDong: 120_000, transactionNo: "14226112", reason: "second_payment",
        requestId: expect.stringMatching(/^[0-9a-zA-Z]{32}$/),
      });
      expect(await row(id)).toMatchObject({ state: "unknown", tries: 1, asked: 0, sentAt: monday, askAt: plus(monday, minutes(1)), requestId: step?.kind === "send" && step.requestId });
      expect(await due(monday)).not.toContain(id);
      expect(await begin(id, monday)).toBeUndefined();
    });

    test("[P3] two workers at once: one sends", async () => {
      const other = await database.open();
      for (let round = 0; round < 10; round++) {
        const { id } = await aRefund(database.store);
        const both = await Promise.all([begin(id, monday), other.write((tx) => beginRefundStep(tx, id, at(monday)))]);
        expect(both.filter((step) => step !== undefined)).toHaveLength(1);
        expect((await row(id)).tries).toBe(1);
      }
    });

    test("[O1] a payment goes back once, however often that is asked for", async () => {
      const { id, attemptId } = await aRefund(database.store);
      await database.store.write((tx) => requestRefund(tx, { attemptId, amountDong: 120_000, reason: "order_cancelled" }, at(monday)));
      const { refunds } = database.store.read.t;
      expect(await database.store.read.select({ id: refunds.id, reason: refunds.reason }).from(refunds).where(eq(refunds.attemptId, attemptId))).toEqual([{ id, reason: "second_payment" }]);
    });

    test("[P3] a crash after it was written down is silence: it is asked about, not sent again", async () => {
      const { id } = await sent();
      expect(await due(plus(monday, minutes(1)))).toContain(id);
      expect(await begin(id, plus(monday, minutes(1)))).toMatchObject({ kind: "ask", id, refundTransactionNo: null, amountDong: 120_000 });
      expect(await row(id)).toMatchObject({ state: "unknown", tries: 1, asked: 1, askAt: plus(monday, minutes(5)) });
    });
  });

  describe("hearing", () => {
    test("[L3] says the new state once, so that its money is posted once", async () => {
      const { id } = await sent();
      expect(await hearOf(id, word({ news: "accepted", responseCode: "00", transactionNo: "15000001" }), monday)).toBe("sent");
      expect(await row(id)).toMatchObject({ state: "sent", transactionNo: "15000001", responseCode: "00", settledAt: null, askAt: plus(monday, minutes(1)) });
      const later = plus(monday, minutes(1));
      expect(await begin(id, later)).toMatchObject({ kind: "ask", refundTransactionNo: "15000001" });
      expect(await hearOf(id, word({ news: "done", responseCode: "00", transactionNo: "15000001" }), later)).toBe("done");
      expect(await hearOf(id, word({ news: "done", responseCode: "00" }), later)).toBeUndefined();
      expect(await row(id)).toMatchObject({ state: "done", settledAt: later, askAt: null, waitsFor: null, transactionNo: "15000001" });
      expect(await due(plus(monday, days(400)))).not.toContain(id);
      expect([await timesTold(database.store, "refund.sent", id), await timesTold(database.store, "refund.done", id)]).toEqual([1, 1]);
      const { auditRows } = database.store.read.t;
      const verbs = await database.store.read.select({ verb: auditRows.verb }).from(auditRows).where(eq(auditRows.objectId, id));
      expect(verbs.map(({ verb }) => verb)).toEqual(["refund.send", "refund.sent", "refund.done"]);
    });

    test("[L3] two answers at once: one of them makes it done", async () => {
      const other = await database.open();
      const { id } = await sent();
      const done = word({ news: "done", responseCode: "00" });
      const both = await Promise.all([hearOf(id, done, monday), other.write((tx) => hearOfRefund(tx, id, done, at(monday)))]);
      expect(both.filter((state) => state === "done")).toHaveLength(1);
    });

    test.each(["unknown", "sent"] as const)("[P3] silence about one that is %s sends nothing again: a person is called after a day, and it is asked about soon and then daily for 30 days", async (state) => {
      const { id } = await sent();
      expect(await hearOf(id, state === "sent" ? word({ news: "accepted", responseCode: "00", transactionNo: "15000001" }) : word(), monday)).toBe(state === "sent" ? "sent" : undefined);
      let now = monday;
      for (let questions = 0; ; questions++) {
        const { askAt } = await row(id);
        if (askAt === null) break;
        expect(questions).toBeLessThan(40);
        now = askAt;
        expect(await begin(id, now)).toMatchObject({ kind: "ask" });
        await hearOf(id, word(), now);
        expect((await row(id)).waitsFor, String(now)).toBe(now < plus(monday, days(1)) ? null : "no_answer");
      }
      expect(now).toEqual(plus(monday, days(30)));
      expect(await row(id)).toMatchObject({ state, tries: 1, asked: 35, waitsFor: "no_answer" });
      expect(await timesTold(database.store, "refund.needs_person", id)).toBe(1);
    });

    test("[P3] one on its way that is answered for is nobody's for 30 days; three questions in a row that are not call a person", async () => {
      const { id } = await sent();
      const accepted = word({ news: "accepted", responseCode: "00", transactionNo: "15000001" });
      await hearOf(id, accepted, monday);
      for (let day = 1; day <= 30; day++) {
        const now = plus(monday, days(day));
        expect((await row(id)).waitsFor).toBeNull();
        await begin(id, now);
        await hearOf(id, day % 3 === 0 ? accepted : word(), now);
      }
      expect(await row(id)).toMatchObject({ state: "sent", askAt: null, waitsFor: "no_answer" });

      const other = await sent();
      await hearOf(other.id, accepted, monday);
      for (let day = 1; day <= 5; day++) {
        await begin(other.id, plus(monday, days(day)));
        await hearOf(other.id, day <= 2 ? accepted : word(), plus(monday, days(day)));
        expect((await row(other.id)).waitsFor).toBe(day < 5 ? null : "no_answer");
      }
      expect((await row(other.id)).askAt).toEqual(plus(monday, days(6)));
    });

    test("[P3] a crash at the last question, or one hiccup after all turns were slept through, loses nothing", async () => {
      const { id } = await sent();
      const last = plus(monday, days(30));
      expect(await begin(id, last)).toMatchObject({ kind: "ask" });
      for (const [asked, after] of [minutes(5), minutes(10)].entries()) {
        expect(await row(id)).toMatchObject({ asked: asked + 1, waitsFor: null });
        expect(await due(plus(last, after))).toContain(id);
        await begin(id, plus(last, after));
        await hearOf(id, word(), plus(last, after));
      }
      expect(await row(id)).toMatchObject({ asked: 3, askAt: null, waitsFor: "no_answer" });
    });

    test("[P3] a clock that jumps asks once ahead, and nobody again when it falls back", async () => {
      const { id } = await sent();
      expect(await begin(id, plus(monday, days(365)))).toMatchObject({ kind: "ask" });
      expect(await begin(id, plus(monday, days(365)))).toBeUndefined();
      const back = await sent();
      await begin(back.id, plus(monday, minutes(5)));
      for (let minute = -55; minute < 15; minute++) expect(await begin(back.id, plus(monday, minutes(minute)))).toBeUndefined();
    });

    test("[P3] one the gateway knows nothing of is sent again under the same number, three times in all", async () => {
      const { id, step } = await sent();
      let now = plus(monday, minutes(1));
      for (const tries of [2, 3]) {
        expect(await hearOf(id, word({ news: "absent", responseCode: "00" }), now)).toBe("requested");
        expect(await begin(id, now)).toMatchObject({ kind: "send", requestId: step.requestId });
        expect(await row(id)).toMatchObject({ state: "unknown", tries, sentAt: now, asked: 0, askAt: plus(now, minutes(1)) });
        now = plus(now, minutes(1));
      }
      expect(await hearOf(id, word({ news: "absent", responseCode: "00" }), now)).toBeUndefined();
      expect(await row(id)).toMatchObject({ state: "unknown", tries: 3, waitsFor: "no_answer" });
      expect(await begin(id, plus(now, hours(1)))).toMatchObject({ kind: "ask" });
    });

    test("[P3] on another day in Vietnam its number names it no more: nothing is sent, a person is called", async () => {
      const evening = new Date("2026-11-23T16:59:30Z"); // 23:59:30 in Vietnam
      const { id } = await sent(evening);
      expect(await hearOf(id, word({ news: "absent", responseCode: "00" }), plus(evening, minutes(1)))).toBeUndefined();
      expect(await row(id)).toMatchObject({ state: "unknown", waitsFor: "no_answer" });
      expect(await begin(id, plus(evening, days(1)))).toMatchObject({ kind: "ask" });
      expect(await hearOf(id, word({ news: "done", responseCode: "00" }), plus(evening, days(1)))).toBe("done");
      expect((await row(id)).waitsFor).toBeNull();
    });

    test("[P3] one that was put off until another day is asked about instead of sent under a number of yesterday", async () => {
      const { id } = await sent();
      await hearOf(id, word({ news: "absent", responseCode: "00" }), plus(monday, minutes(1)));
      expect(await begin(id, plus(monday, days(1)))).toMatchObject({ kind: "ask" });
      expect(await row(id)).toMatchObject({ state: "unknown", tries: 1, waitsFor: "no_answer" });
      expect(await begin(id, plus(monday, days(1)))).toBeUndefined();
    });

    test("[P3] one the gateway took on and knows nothing of a day later waits for a person, and is asked about on", async () => {
      const { id } = await sent();
      await hearOf(id, word({ news: "accepted", responseCode: "94" }), monday);
      for (const after of [minutes(1), hours(6)]) {
        await begin(id, plus(monday, after));
        await hearOf(id, word({ news: "absent", responseCode: "00" }), plus(monday, after));
        expect((await row(id)).waitsFor).toBeNull();
      }
      await begin(id, plus(monday, days(1)));
      expect(await hearOf(id, word({ news: "absent", responseCode: "00" }), plus(monday, days(1)))).toBeUndefined();
      expect(await row(id)).toMatchObject({ state: "sent", waitsFor: "no_answer", askAt: plus(monday, days(2)) });
    });

    test("[O1] a refused one waits for a person, and may still turn out to be done", async () => {
      const { id } = await sent();
      expect(await hearOf(id, word({ news: "refused", responseCode: "95" }), monday)).toBe("refused");
      expect(await row(id)).toMatchObject({ state: "refused", waitsFor: "refused", askAt: null, responseCode: "95" });
      expect(await hearOf(id, word({ news: "refused", responseCode: "95" }), monday)).toBeUndefined();
      expect(await timesTold(database.store, "refund.needs_person", id)).toBe(1);
      expect(await hearOf(id, word({ news: "done", responseCode: "00" }), monday)).toBe("done");
      expect((await row(id)).waitsFor).toBeNull();
    });

    test("[O1] an answer of another sum calls a person, whatever it says", async () => {
      const { id } = await sent();
      expect(await hearOf(id, word({ needsPerson: "wrong_amount", why: "other_amount", responseCode: "00" }), monday)).toBeUndefined();
      expect(await row(id)).toMatchObject({ state: "unknown", waitsFor: "wrong_amount", askAt: plus(monday, minutes(1)) });
    });

    test("[P3] a payment of a terminal that is set up no more goes to a person, and nothing is sent", async () => {
      const { id, step } = await sent(monday, { terminal: "FORMER01" });
      const fetch = () => Promise.reject(new Error("must not be called"));
      const answer = await sendVnpayRefund({ terminal: testTerminal, fetch }, { ...step, now: monday, createdBy: "job" });
      await hearOf(id, answer, monday);
      expect((await row(id)).waitsFor).toBe("other_terminal");
      const ask = await begin(id, plus(monday, minutes(1)));
      if (ask?.kind !== "ask") throw new Error("It was to be asked about");
      expect(await askVnpayRefund({ terminal: testTerminal, fetch }, { ...ask, now: monday })).toMatchObject({ why: "not_our_terminal" });
    });

    test("[P3] a refund that does not exist is nobody's step", async () => {
      expect(await begin("nobody", monday)).toBeUndefined();
      expect(await hearOf("nobody", word({ news: "done" }), monday)).toBeUndefined();
    });
  });

  describe("by hand", () => {
    const again = (id: string) => database.store.write((tx) => sendRefundAgain(tx, id, at(monday)));
    const byHand = (id: string) => database.store.write((tx) => recordRefundByHand(tx, id, { reference: "FT26327000001" }, at(monday)));
    const refusal = { code: "decision.nothing_waits" };

    test("[O1] a refused one is sent anew, under another number", async () => {
      const { id, step } = await sent();
      await hearOf(id, word({ news: "refused", responseCode: "00", transactionNo: "15000001" }), monday);
      await again(id);
      expect(await row(id)).toMatchObject({ state: "requested", waitsFor: null, transactionNo: null, responseCode: null, tries: 0, askAt: monday });
      const anew = await begin(id, monday);
      expect(anew).toMatchObject({ kind: "send" });
      expect(anew?.kind === "send" && anew.requestId).not.toBe(step.requestId);
      await expect(again(id)).rejects.toMatchObject(refusal);
    });

    test("[O1] so is one that nobody could tell anything of, and none that is still under way or done", async () => {
      const { id } = await sent();
      await expect(again(id)).rejects.toMatchObject(refusal);
      for (const after of [minutes(1), minutes(5), days(1)]) {
        await begin(id, plus(monday, after));
        await hearOf(id, word(), plus(monday, after));
      }
      await again(id);
      expect((await row(id)).state).toBe("requested");
      const done = await sent();
      await hearOf(done.id, word({ news: "done" }), monday);
      await expect(again(done.id)).rejects.toMatchObject(refusal);
      await expect(again("nobody")).rejects.toMatchObject(refusal);
    });

    test("[P1] money given back by hand is done, with the paper that proves it", async () => {
      const { id } = await sent();
      await expect(byHand(id)).rejects.toMatchObject(refusal);
      await hearOf(id, word({ news: "refused", responseCode: "95" }), monday);
      expect(await byHand(id)).toBe("done");
      expect(await row(id)).toMatchObject({ state: "done", settledAt: monday, waitsFor: null, askAt: null });
      await expect(byHand(id)).rejects.toMatchObject(refusal);
      const { notices } = database.store.read.t;
      const { attemptId } = await row(id);
      expect(await database.store.read.select({ channel: notices.channel, fields: notices.fields }).from(notices).where(eq(notices.attemptId, attemptId))).toEqual([{ channel: "person", fields: { reference: "FT26327000001" } }]);
      expect(await hearOf(id, word({ news: "done", responseCode: "00" }), monday)).toBeUndefined();
    });

    test("[O1] cash goes back by hand from the beginning: it is never due, and never sent", async () => {
      const { id } = await aRefund(database.store, monday, { isCash: true });
      expect(await row(id)).toMatchObject({ state: "requested", askAt: null, waitsFor: "by_hand" });
      expect(await due(plus(monday, days(400)))).not.toContain(id);
      expect(await begin(id, plus(monday, days(1)))).toBeUndefined();
      // Even one that was given a turn before there was this rule.
      await database.store.write((tx) => tx.update(tx.t.refunds).set({ askAt: monday }).where(eq(tx.t.refunds.id, id)));
      expect(await due(monday)).not.toContain(id);
      expect(await begin(id, monday)).toBeUndefined();
      expect((await row(id)).state).toBe("requested");
      await expect(again(id)).rejects.toMatchObject(refusal);
      expect(await byHand(id)).toBe("done");
    });
  });

  test("[O1] whatever waits for a person is listed, the oldest first, and no longer once it is decided", async () => {
    const attempt = await anAttempt(database.store, plus(monday, -days(60)));
    await database.store.write((tx) => callPersonToAttempt(tx, attempt.id, "no_answer"));
    const refund = await aRefund(database.store, plus(monday, -days(59)), { isCash: true });
    const cases = await casesForPerson(database.store.read);
    expect(cases.slice(0, 2)).toMatchObject([
      { kind: "attempt", id: attempt.id, attemptId: attempt.id, gatewayRef: attempt.gatewayRef, amountDong: 120_000, state: "opened", since: plus(monday, -days(60)), waitsFor: "no_answer", method: "vnpay" },
      { kind: "refund", id: refund.id, attemptId: refund.attemptId, gatewayRef: refund.gatewayRef, amountDong: 120_000, state: "requested", since: plus(monday, -days(59)), waitsFor: "by_hand", method: "cod" },
    ]);
    for (const { reference } of cases) expect(reference).toMatch(/^reference \d+$/);

    await hear(database.store, attempt.gatewayRef, told({ news: "declined" }), monday);
    await database.store.write((tx) => recordRefundByHand(tx, refund.id, { reference: "x" }, at(monday)));
    expect((await casesForPerson(database.store.read)).filter(({ id }) => id === attempt.id || id === refund.id)).toEqual([]);
  });

  test("[O1] the case of a payment without a result is decided, never just closed", async () => {
    const { id, gatewayRef } = await anAttempt(database.store);
    const close = () => database.store.write((tx) => closeAttemptCase(tx, id, at(monday)));
    await database.store.write((tx) => callPersonToAttempt(tx, id, "wrong_amount"));
    await expect(close()).rejects.toMatchObject({ code: "decision.nothing_waits" });
    await hear(database.store, gatewayRef, told({ news: "paid" }), monday);
    await database.store.write((tx) => callPersonToAttempt(tx, id, "refunded_elsewhere"));
    await close();
    expect((await attemptRow(database.store, id)).waitsFor).toBeNull();
    await expect(close()).rejects.toMatchObject({ code: "decision.nothing_waits" });
  });
});
