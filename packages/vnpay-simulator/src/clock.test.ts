import { describe, expect, it } from "vitest";
import { fromStamp, hanoiDay, toStamp } from "./clock.ts";
import { amountWords } from "./text.ts";

describe("time in Hà Nội", () => {
  it("is seven hours ahead of UTC, whatever zone the machine keeps", () => {
    expect(toStamp(Date.UTC(2026, 10, 23, 17, 30, 5))).toBe("20261124003005");
    expect(hanoiDay(Date.UTC(2026, 11, 31, 17))).toBe("20270101");
    expect(fromStamp("20261124003005")).toBe(Date.UTC(2026, 10, 23, 17, 30, 5));
  });

  it.each(["20260229000000", "20261301000000", "20260132000000", "20260101240000", "20260101006000", "2026010100000", "00500101000000", "abcdefghijklmn"])(
    "refuses %s, which is no moment", (stamp) => expect(fromStamp(stamp)).toBeNull(),
  );
});

describe("an amount", () => {
  it("is read from its digits, so the largest is exact", () => {
    expect(amountWords("999999999999", "vn")).toBe("9.999.999.999,99\u00a0đ");
    expect(amountWords("12000000", "en")).toBe("120,000\u00a0VND");
    expect(amountWords("000100", "vn")).toBe("1\u00a0đ");
  });
});
