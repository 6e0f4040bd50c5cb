import { describe, expect, test } from "vitest";
import { askAfterMinutes, attemptHears, attemptMoves, attemptNews, attemptStates, cashHears, nextAskAt, orderHears, settleAttempt, type AttemptNews, type AttemptState } from "./attempt.ts";
import { mayMove } from "./moves.ts";
import { orderMoves, orderStates } from "./order.ts";

const money: readonly AttemptNews[] = ["paid", "declined", "held"];

describe("news of an attempt", () => {
  test.each(attemptStates.flatMap((state) => attemptNews.map((news) => ({ state, news }))))("[P2] that says $news of one that is $state makes a move its table knows, or none", ({ state, news }) => {
    const next = settleAttempt(state, news);
    expect(next).toBe(attemptHears[state][news]);
    if (next !== undefined) expect(mayMove(attemptMoves, state, next)).toBe(true);
  });

  test("[P2] is the only thing that moves an attempt: every move of the table is made by some news", () => {
    for (const state of attemptStates) {
      const made = new Set(attemptNews.map((news) => settleAttempt(state, news)).filter((next) => next !== undefined));
      expect([...made].sort(), state).toEqual([...attemptMoves[state]].sort());
    }
  });

  test.each(attemptNews)("[P2] that says %s changes nothing when it is repeated", (news) => {
    for (const state of attemptStates) {
      const once = settleAttempt(state, news);
      if (once !== undefined) expect(settleAttempt(once, news), `${state}, then ${news} twice`).toBeUndefined();
    }
  });

  test("[P2] that says declined after paid, or before it, leaves it paid", () => {
    const heard = (...words: AttemptNews[]) => words.reduce<AttemptState>((state, word) => settleAttempt(state, word) ?? state, "opened");
    expect(heard("paid", "declined")).toBe("paid");
    expect(heard("declined", "paid")).toBe("paid");
    expect(heard("held", "declined", "paid", "held")).toBe("paid");
    expect(heard("silent", "absent", "declined", "paid")).toBe("paid");
  });

  test("[O1] that money has come is taken in every state but paid, so that no money is lost", () => {
    for (const state of attemptStates) expect(settleAttempt(state, "paid")).toBe(state === "paid" ? undefined : "paid");
  });

  test("[P4] silence is never a refusal: it moves only an attempt nothing is known of, and every word on the money still counts after it", () => {
    expect(attemptStates.filter((state) => settleAttempt(state, "silent") !== undefined)).toEqual(["opened"]);
    for (const news of money) expect(settleAttempt("unknown", news)).toBe(news);
  });
});

describe("the attempt × order table", () => {
  test("[O1] money confirms exactly the orders that may become confirmed, and goes back from every other", () => {
    for (const state of orderStates) {
      expect(orderHears.paid[state], state).toBe(mayMove(orderMoves, state, "confirmed") ? "confirm_or_refund" : "refund_all");
      // Where its units are gone, the order is cancelled.
      if (orderHears.paid[state] === "confirm_or_refund") expect(mayMove(orderMoves, state, "cancelled"), state).toBe(true);
    }
  });

  test("[O1] cash is somebody's in every state: its sale's, or on its way back", () => {
    for (const state of orderStates) expect(["collect", "refund_all"], state).toContain(cashHears.paid[state]);
  });

  test("[O1] only money confirms or refunds: nothing else an attempt becomes does", () => {
    for (const attempt of attemptStates.filter((state) => state !== "paid")) {
      for (const effect of [...Object.values(orderHears[attempt]), ...Object.values(cashHears[attempt])]) expect(["confirm_or_refund", "refund_all", "collect"]).not.toContain(effect);
    }
  });
});

describe("asking about silence", () => {
  test("[P4] happens 1, 5, 15 and 60 minutes, 6 and 24 hours after expiry, and then by a person", () => {
    const expiresAt = new Date("2026-11-23T03:00:00Z");
    const asks = Array.from({ length: askAfterMinutes.length + 1 }, (_, asked) => nextAskAt(expiresAt, asked));
    expect(asks.map((at) => at && (at.getTime() - expiresAt.getTime()) / 60_000)).toEqual([1, 5, 15, 60, 360, 1440, null]);
  });
});
