import { describe, expect, test } from "vitest";
import { mayMove } from "./moves.ts";
import { nextRefundAskAt, refundHears, refundMoves, refundNews, refundStates, settleRefund } from "./refund.ts";

describe("a refund", () => {
  test("[P3] is written down before anybody is asked for it, and is unknown from then until the answer is written", () => {
    expect(refundStates[0]).toBe("requested");
    expect(refundMoves.requested).toEqual(["unknown", "done"]);
    for (const news of refundNews) expect(settleRefund("requested", news), news).toBeUndefined();
  });

  test("[P3] moves by news only as its table of moves knows", () => {
    for (const state of refundStates) {
      for (const news of refundNews) {
        const next = settleRefund(state, news);
        expect(next).toBe(refundHears[state][news]);
        if (next !== undefined) expect(mayMove(refundMoves, state, next), `${state} to ${next}`).toBe(true);
      }
    }
  });

  test("[P3] is never sent again on silence: only a gateway that knows of none lets it be sent once more", () => {
    for (const state of refundStates) expect(settleRefund(state, "silent"), state).toBeUndefined();
    expect(refundStates.filter((state) => settleRefund(state, "absent") === "requested")).toEqual(["unknown"]);
  });

  test("[O1] that is refused is no end: a person sends it again or gives the money back by hand", () => {
    expect(refundMoves.refused).toEqual(["requested", "done"]);
  });

  test("[P4] is asked about soon, then daily for 30 days, then a person is asked", () => {
    const sentAt = new Date("2026-11-23T03:00:00Z");
    const minutes = Array.from({ length: 36 }, (_, asked) => nextRefundAskAt(sentAt, asked)).map((at) => at && (at.getTime() - sentAt.getTime()) / 60_000);
    expect(minutes.slice(0, 8)).toEqual([1, 5, 15, 60, 360, 1440, 2 * 1440, 3 * 1440]);
    expect(minutes[34]).toBe(30 * 1440);
    expect(minutes[35]).toBeNull();
  });
});
