import { describe, expect, test } from "vitest";
import { eachDatabase } from "@xudong/database/testing";
import { days, hours, minutes, plus } from "@xudong/domain";
import { anAttempt, at, attemptRow, hear, monday, testTerminal, timesTold, told } from "../testing/fixtures.ts";
import { askSoon, attemptsToAsk, beginAsking, endAsking } from "./ask-attempts.ts";
import { closeAttemptCase } from "./cases.ts";
import { callPersonToAttempt } from "./settle-attempt.ts";
import { askVnpay, type VnpayTold } from "./vnpay/client.ts";

eachDatabase("Asking about attempts", (database) => {
  const due = async (now: Date) => (await attemptsToAsk(database.store.read, now, 100)).map(({ id }) => id);
  const begin = (id: string, now: Date) => database.store.write((tx) => beginAsking(tx, id, at(now)));
  const end = (id: string, word: VnpayTold, now: Date) => database.store.write((tx) => endAsking(tx, { id }, word, at(now)));
  /** One whole turn: asked, heard, ended. */
  async function turn(id: string, now: Date, word = told()): Promise<boolean> {
    const asked = await begin(id, now);
    if (asked === undefined) return false;
    await hear(database.store, asked.gatewayRef, word, now);
    await end(id, word, now);
    return true;
  }

  test("[P4] happens 1, 5, 15 and 60 minutes, 6 and 24 hours after the end, and then a person is called, once", async () => {
    const { id, expiresAt } = await anAttempt(database.store);
    for (const [asked, after] of [minutes(1), minutes(5), minutes(15), minutes(60), hours(6), hours(24)].entries()) {
      expect(await due(plus(expiresAt, after - 1))).not.toContain(id);
      expect(await turn(id, plus(expiresAt, after - 1))).toBe(false);
      expect(await due(plus(expiresAt, after))).toContain(id);
      expect((await attemptRow(database.store, id)).waitsFor).toBeNull();
      expect(await turn(id, plus(expiresAt, after))).toBe(true);
      expect(await attemptRow(database.store, id)).toMatchObject({ asked: asked + 1, state: "unknown" });
    }
    expect(await attemptRow(database.store, id)).toMatchObject({ askAt: null, waitsFor: "no_answer" });
    expect(await due(plus(expiresAt, days(400)))).not.toContain(id);
    expect(await turn(id, plus(expiresAt, days(2)))).toBe(false);
    expect(await timesTold(database.store, "payment.needs_person", id)).toBe(1);
  });

  test("[P4] gives the question what it must name, and the oldest first", async () => {
    const first = await anAttempt(database.store, plus(monday, -days(30)));
    const second = await anAttempt(database.store, plus(monday, -days(29)));
    const now = plus(monday, -days(28));
    expect((await due(now)).filter((id) => [first.id, second.id].includes(id))).toEqual([first.id, second.id]);
    expect(await attemptsToAsk(database.store.read, now, 1)).toEqual([{ id: first.id }]);
    const { gatewayCreatedOn } = await attemptRow(database.store, first.id);
    expect(await begin(first.id, now)).toEqual({ id: first.id, gatewayRef: first.gatewayRef, gatewayCreatedOn, terminal: testTerminal.tmnCode });
  });

  test("[P4] ends with a result: paid, declined, expired and held are asked about no more", async () => {
    for (const news of ["paid", "declined", "absent", "held"] as const) {
      const { id, expiresAt } = await anAttempt(database.store);
      await turn(id, plus(expiresAt, minutes(1)), told({ news }));
      expect((await attemptRow(database.store, id)).askAt).toBeNull();
      expect(await turn(id, plus(expiresAt, days(1)))).toBe(false);
      expect((await attemptRow(database.store, id)).waitsFor).toBe(news === "held" ? "suspected_fraud" : null);
    }
  });

  test("[P4] a notice that comes while we ask wins: the turn is over, and no person is called", async () => {
    const { id, gatewayRef, expiresAt } = await anAttempt(database.store);
    const now = plus(expiresAt, hours(24));
    expect(await begin(id, now)).toBeDefined();
    await hear(database.store, gatewayRef, told({ news: "paid" }), now);
    await hear(database.store, gatewayRef, told(), now);
    await end(id, told(), now);
    expect(await attemptRow(database.store, id)).toMatchObject({ state: "paid", askAt: null, waitsFor: null });
  });

  test("[P4] one that is still unfinished to the last waits for a person", async () => {
    const { id, expiresAt } = await anAttempt(database.store);
    for (const after of [hours(1), hours(6), hours(24)]) await turn(id, plus(expiresAt, after), told({ news: "unfinished" }));
    expect(await attemptRow(database.store, id)).toMatchObject({ state: "opened", askAt: null, waitsFor: "no_answer" });
  });

  test("[P3] a crash between asking and hearing loses nothing, not even at the last turn", async () => {
    const { id, expiresAt } = await anAttempt(database.store);
    expect(await begin(id, plus(expiresAt, minutes(1)))).toBeDefined();
    expect(await due(plus(expiresAt, minutes(5)))).toContain(id);
    const last = plus(expiresAt, hours(24));
    expect(await begin(id, last)).toBeDefined();
    expect(await due(last)).not.toContain(id);
    expect(await due(plus(last, minutes(5)))).toContain(id);
    expect(await turn(id, plus(last, minutes(5)))).toBe(true);
    expect(await attemptRow(database.store, id)).toMatchObject({ state: "unknown", asked: 3, askAt: null, waitsFor: "no_answer" });
  });

  test("[P4] two workers at once: one asks", async () => {
    const other = await database.open();
    for (let round = 0; round < 10; round++) {
      const { id, expiresAt } = await anAttempt(database.store);
      const now = plus(expiresAt, minutes(1));
      const both = await Promise.all([begin(id, now), other.write((tx) => beginAsking(tx, id, at(now)))]);
      expect(both.filter((asked) => asked !== undefined)).toHaveLength(1);
      expect((await attemptRow(database.store, id)).asked).toBe(1);
    }
  });

  test("[P4] a process that slept through several turns asks once, and goes on from the first one ahead", async () => {
    const { id, expiresAt } = await anAttempt(database.store);
    const woken = plus(expiresAt, minutes(20));
    expect(await turn(id, woken)).toBe(true);
    expect(await turn(id, woken)).toBe(false);
    expect(await attemptRow(database.store, id)).toMatchObject({ asked: 1, askAt: plus(expiresAt, minutes(60)) });
  });

  test("[P4] a process that slept through them all asks three times, minutes apart, before it calls a person", async () => {
    const ahead = await anAttempt(database.store);
    const nextYear = plus(ahead.expiresAt, days(365));
    for (const [asked, after] of [0, minutes(5), minutes(10)].entries()) {
      expect(await attemptRow(database.store, ahead.id)).toMatchObject({ asked, waitsFor: null });
      expect(await turn(ahead.id, plus(nextYear, after))).toBe(true);
      expect(await turn(ahead.id, plus(nextYear, after))).toBe(false);
    }
    expect(await attemptRow(database.store, ahead.id)).toMatchObject({ asked: 3, askAt: null, waitsFor: "no_answer" });
    expect(await turn(ahead.id, plus(nextYear, days(1)))).toBe(false);
    expect(await timesTold(database.store, "payment.needs_person", ahead.id)).toBe(1);
  });

  test("[P4] one hiccup after three days of sleep loses no money", async () => {
    const { id, expiresAt } = await anAttempt(database.store);
    const woken = plus(expiresAt, days(3));
    await turn(id, woken);
    expect(await due(plus(woken, minutes(5)))).toContain(id);
    expect(await turn(id, plus(woken, minutes(5)), told({ news: "paid" }))).toBe(true);
    expect(await attemptRow(database.store, id)).toMatchObject({ state: "paid", askAt: null, waitsFor: null });
  });

  test("[P4] a clock that falls back an hour asks nobody again", async () => {

    const back = await anAttempt(database.store);
    await turn(back.id, plus(back.expiresAt, minutes(5)));
    let questions = 0;
    for (let minute = 5 - 60; minute < 15; minute++) if (await turn(back.id, plus(back.expiresAt, minutes(minute)))) questions += 1;
    expect(questions).toBe(0);
    expect(await turn(back.id, plus(back.expiresAt, minutes(15)))).toBe(true);
  });

  test("[P4] a clock that falls back between asking and hearing at the last turn only puts the end off", async () => {
    const { id, expiresAt } = await anAttempt(database.store);
    const last = plus(expiresAt, hours(24));
    expect(await begin(id, last)).toBeDefined();
    await end(id, told(), plus(last, -hours(1)));
    expect((await attemptRow(database.store, id)).waitsFor).toBeNull();
    expect(await due(plus(last, minutes(5)))).toContain(id);
  });

  test("[P4] where VNPAY's word asks for a person, one is called at once, and it is asked about on", async () => {
    for (const needsPerson of ["reversed", "refunded_elsewhere"] as const) {
      const { id, expiresAt } = await anAttempt(database.store);
      await turn(id, plus(expiresAt, minutes(1)), told({ responseCode: "00", needsPerson }));
      expect(await attemptRow(database.store, id)).toMatchObject({ state: "unknown", waitsFor: needsPerson, askAt: plus(expiresAt, minutes(5)) });
      for (const after of [minutes(5), minutes(15), minutes(60), hours(6), hours(24)]) await turn(id, plus(expiresAt, after), told());
      expect(await attemptRow(database.store, id)).toMatchObject({ waitsFor: needsPerson, askAt: null });
      expect(await timesTold(database.store, "payment.needs_person", id)).toBe(1);
    }
  });

  test("[P4] a later word takes the call back", async () => {
    const { id, expiresAt } = await anAttempt(database.store);
    await turn(id, plus(expiresAt, minutes(1)), told({ needsPerson: "reversed" }));
    await turn(id, plus(expiresAt, minutes(5)), told({ news: "declined", responseCode: "00" }));
    expect(await attemptRow(database.store, id)).toMatchObject({ state: "declined", waitsFor: null, askAt: null });
  });

  test("[P4] what no news answers waits until a person has looked, whatever comes of the payment, and no lesser reason takes its place", async () => {
    for (const waitsFor of ["wrong_amount", "refunded_elsewhere"] as const) {
      for (const news of ["paid", "declined", "absent"] as const) {
        const { id, expiresAt } = await anAttempt(database.store);
        await database.store.write((tx) => callPersonToAttempt(tx, id, waitsFor));
        await turn(id, plus(expiresAt, minutes(1)), told({ needsPerson: "reversed" }));
        await turn(id, plus(expiresAt, minutes(5)), told({ news }));
        expect(await attemptRow(database.store, id)).toMatchObject({ state: news === "absent" ? "expired" : news, waitsFor, askAt: null });
        await database.store.write((tx) => closeAttemptCase(tx, id, at(monday)));
        expect((await attemptRow(database.store, id)).waitsFor).toBeNull();
      }
    }
  });

  test("[P4] a payment under suspicion waits for that and for nothing else, also where it had succeeded", async () => {
    for (const first of ["held", "paid"] as const) {
      const { id, gatewayRef } = await anAttempt(database.store);
      await hear(database.store, gatewayRef, told({ news: first }), monday);
      for (let round = 0; round < 2; round++) await hear(database.store, gatewayRef, told({ news: "held" }), monday);
      await database.store.write((tx) => callPersonToAttempt(tx, id, "wrong_amount"));
      expect(await attemptRow(database.store, id)).toMatchObject({ state: first, waitsFor: "suspected_fraud" });
      expect(await timesTold(database.store, "payment.needs_person", id)).toBe(1);
    }
  });

  test("[P4] an attempt of a terminal that is set up no more goes to a person, and nobody is asked about it", async () => {
    const { id, expiresAt } = await anAttempt(database.store, monday, { terminal: "FORMER01" });
    const now = plus(expiresAt, minutes(1));
    const asked = await begin(id, now);
    if (asked === undefined) throw new Error("It was to be asked about");
    const fetch = () => Promise.reject(new Error("must not be called"));
    const word = await askVnpay({ terminal: testTerminal, fetch }, { ...asked, now });
    expect(word).toMatchObject({ why: "not_our_terminal" });
    await end(id, word, now);
    expect((await attemptRow(database.store, id)).waitsFor).toBe("other_terminal");
  });

  describe("a browser that says it has paid", () => {
    const soon = (gatewayRef: string, now: Date) => database.store.write((tx) => askSoon(tx, gatewayRef, now));

    test("[P4] has the first question asked now, once, and loses no turn of the schedule", async () => {
      const { id, gatewayRef, expiresAt } = await anAttempt(database.store);
      const back = plus(monday, minutes(2));
      expect(await soon(gatewayRef, back)).toBe(true);
      expect(await due(back)).toContain(id);
      expect(await soon(gatewayRef, plus(back, 1))).toBe(false);
      expect(await turn(id, back)).toBe(true);
      expect(await soon(gatewayRef, plus(back, minutes(1)))).toBe(false);
      expect(await attemptRow(database.store, id)).toMatchObject({ asked: 1, askAt: plus(expiresAt, minutes(1)) });
    });

    test("[P4] is asked about no sooner than 5 seconds after opening, and no later than it would have been", async () => {
      const quick = await anAttempt(database.store);
      await soon(quick.gatewayRef, plus(monday, 100));
      expect((await attemptRow(database.store, quick.id)).askAt).toEqual(plus(monday, 5000));
      const late = await anAttempt(database.store);
      expect(await soon(late.gatewayRef, plus(late.expiresAt, minutes(2)))).toBe(false);
      expect((await attemptRow(database.store, late.id)).askAt).toEqual(plus(late.expiresAt, minutes(1)));
    });

    test("[P1] changes nothing where there is a result already, or no such payment", async () => {
      const { id, gatewayRef } = await anAttempt(database.store);
      await hear(database.store, gatewayRef, told({ news: "declined" }), monday);
      expect(await soon(gatewayRef, plus(monday, minutes(1)))).toBe(false);
      expect((await attemptRow(database.store, id)).askAt).toBeNull();
      expect(await soon("99999999", monday)).toBe(false);
    });
  });

  test("[P4] an attempt that does not exist is nobody's turn", async () => {
    expect(await begin("nobody", monday)).toBeUndefined();
    await end("nobody", told(), monday);
  });
});
