import { describe, expect, test } from "vitest";
import { attemptStates, moneyMeans, refundMoves, refundStates, settleAttempt, type AttemptOutcome, type AttemptState, type MoneyEffect } from "./attempt.ts";
import { mayMove } from "./moves.ts";
import { orderMoves, orderStates, type OrderState } from "./order.ts";

const outcomes: readonly AttemptOutcome[] = ["paid", "declined", "held"];

describe("a verified word about an attempt", () => {
  const table: Record<AttemptState, Record<AttemptOutcome, AttemptState | undefined>> = {
    opened: { paid: "paid", declined: "declined", held: "held" },
    unknown: { paid: "paid", declined: "declined", held: "held" },
    declined: { paid: "paid", declined: undefined, held: "held" },
    expired: { paid: "paid", declined: undefined, held: "held" },
    held: { paid: "paid", declined: "declined", held: undefined },
    paid: { paid: undefined, declined: undefined, held: undefined },
  };

  test.each(attemptStates.flatMap((state) => outcomes.map((outcome) => ({ state, outcome, next: table[state][outcome] }))))(
    "[P2] that says $outcome of one that is $state makes it $next",
    ({ state, outcome, next }) => {
      expect(settleAttempt(state, outcome)).toBe(next);
    },
  );

  test.each(outcomes)("[P2] that says %s changes nothing when it is repeated", (outcome) => {
    for (const state of attemptStates) {
      const once = settleAttempt(state, outcome);
      if (once !== undefined) expect(settleAttempt(once, outcome), `${state}, then ${outcome} twice`).toBeUndefined();
    }
  });

  test("[P2] that says declined after paid, or before it, leaves it paid", () => {
    const heard = (...words: AttemptOutcome[]) => words.reduce<AttemptState>((state, word) => settleAttempt(state, word) ?? state, "opened");
    expect(heard("paid", "declined")).toBe("paid");
    expect(heard("declined", "paid")).toBe("paid");
    expect(heard("held", "declined", "paid", "held")).toBe("paid");
  });

  test("[O1] that money has come is taken in every state but paid, so that no money is lost", () => {
    for (const state of attemptStates) expect(settleAttempt(state, "paid")).toBe(state === "paid" ? undefined : "paid");
  });
});

describe("money that has arrived", () => {
  const table: Record<OrderState, MoneyEffect> = {
    awaiting_payment: "confirm_or_refund",
    lapsed: "confirm_or_refund",
    confirmed: "refund_all",
    closed: "refund_all",
    cancelled: "refund_all",
  };

  test.each(orderStates)("[O1] for an order that is %s confirms it or goes back", (state) => {
    expect(moneyMeans[state]).toBe(table[state]);
  });

  test("[O1] means something for every state an order can have", () => {
    expect(Object.keys(moneyMeans).sort()).toEqual([...orderStates].sort());
  });

  test("[O1] may confirm exactly the orders that may become confirmed, or cancelled where their units are gone", () => {
    for (const state of orderStates) {
      expect(moneyMeans[state] === "confirm_or_refund", state).toBe(mayMove(orderMoves, state, "confirmed"));
      if (moneyMeans[state] === "confirm_or_refund") expect(mayMove(orderMoves, state, "cancelled"), state).toBe(true);
    }
  });
});

describe("a refund", () => {
  test("[P3] is written down before anybody is asked for it: it can only be sent once it was requested", () => {
    expect(refundStates[0]).toBe("requested");
    expect(refundStates.filter((state) => mayMove(refundMoves, state, "sent"))).toEqual(["requested", "unknown"]);
  });

  test("[P3] whose answer never came is a state of its own, wherever somebody was asked", () => {
    expect(refundStates.filter((state) => mayMove(refundMoves, state, "unknown"))).toEqual(["requested", "sent"]);
  });
});
