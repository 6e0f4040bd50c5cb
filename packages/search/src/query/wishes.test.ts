import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWishes } from "./wishes.ts";

const today = "2026-11-23"; // a Monday

describe("Wishes in a query", () => {
  it.each([
    ["gốm dưới 100k", "gốm", { max: 100_000 }],
    ["quà dưới 1tr2", "quà", { max: 1_200_000 }],
    ["quà từ 50 đến 100 nghìn", "quà", { min: 50_000, max: 100_000 }],
    ["50k-100k bánh", "bánh", { min: 50_000, max: 100_000 }],
    ["bánh trên 1,5 triệu", "bánh", { min: 1_500_000 }],
    ["tầm 200.000đ quà biếu", "quà biếu", { min: 160_000, max: 240_000 }],
    ["vải 50 ngàn", "vải", { min: 40_000, max: 60_000 }],
    ["gift under 300,000 VND", "gift", { max: 300_000 }],
    ["quà 2 triệu rưỡi", "quà", { min: 2_000_000, max: 3_000_000 }],
    ["DƯỚI 100K", "", { max: 100_000 }],
    ["gốm không quá 500k", "gốm", { max: 500_000 }],
  ])("%j is a price", (q, text, price) => {
    const wishes = readWishes(q, today);
    expect(wishes.text).toBe(text);
    expect(wishes.price).toMatchObject(price);
  });

  it.each(["vải loại 1", "ocop 4 sao", "bánh 300 g", "tour 2 ngày 1 đêm", "hộp 12 cái", "homestay 3 phòng", "trên 3 sao", "từ 3 đến 5 sao", "24/7", "1/2 kg vải", "ngày mùa", "tết", "quà tết", "bán chạy"])("%j is none, nor a day, and stays as it is", (q) => {
    expect(readWishes(q, today)).toEqual({ text: q });
  });

  it.each([
    ["ngày 30/11 cho 4 người", "2026-11-30", "2026-11-30", ""],
    ["đi thuyền 30/11", "2026-11-30", "2026-11-30", "đi thuyền"],
    ["on 30 November for 4 people", "2026-11-30", "2026-11-30", ""],
    ["boat trip November 30", "2026-11-30", "2026-11-30", "boat trip"],
    ["ngày 5 tháng 1", "2027-01-05", "2027-01-05", ""],
    ["gốm 1/12/2026", "2026-12-01", "2026-12-01", "gốm"],
    ["hôm nay", "2026-11-23", "2026-11-23", ""],
    ["ngày mai có gì", "2026-11-24", "2026-11-24", "có gì"],
    ["đi đâu cuối tuần này", "2026-11-28", "2026-11-29", "đi đâu cuối tuần này"],
    ["cuoi tuan sau", "2026-12-05", "2026-12-06", "cuoi tuan sau"],
    ["chủ nhật này", "2026-11-29", "2026-11-29", "này"],
    ["thứ bảy tuần sau", "2026-12-05", "2026-12-05", ""],
    ["tuần sau", "2026-11-30", "2026-12-06", ""],
    ["tháng này", "2026-11-23", "2026-11-30", ""],
    ["rằm tháng Giêng", "2027-02-20", "2027-02-20", "rằm tháng Giêng"],
    ["mùng 3 Tết", "2027-02-08", "2027-02-08", "mùng 3 Tết"],
    ["lễ chùa 30 tết", "2027-02-05", "2027-02-05", "lễ chùa 30 tết"],
    ["hội 10/3 âm lịch", "2027-04-16", "2027-04-16", "hội"],
  ])("%j is from %s to %s", (q, from, to, text) => {
    const wishes = readWishes(q, today);
    expect(wishes.days).toMatchObject({ from, to });
    expect(wishes.text).toBe(text);
  });

  it("reads how many come, and all of it at once", () => {
    expect(readWishes("thuyền cho 4 người", today)).toEqual({ text: "thuyền", guests: 4 });
    expect(readWishes("pottery class for 2", today)).toEqual({ text: "pottery class", guests: 2 });
    expect(readWishes("thuyền ngày 30/11 cho 4 người dưới 200k", today)).toMatchObject({ text: "thuyền", guests: 4, price: { max: 200_000 }, days: { from: "2026-11-30", words: "ngày 30/11" } });
  });

  it("reads no day that does not exist", () => {
    for (const q of ["ngày 31/2", "ngày 99/99", "30 tháng 13", "rằm tháng 13"]) expect(readWishes(q, today).days, q).toBeUndefined();
  });

  it("has no fault whatever is typed, and makes no price below nothing", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.array(fc.constantFrom("dưới", "từ", "đến", "100", "k", "1tr2", "/", "30", "11", "ngày", "tháng", "giêng", "rằm", "-", ".", ","), { maxLength: 12 }).map((parts) => parts.join(" "))), (q) => {
        const { price, days } = readWishes(q, today);
        if (price !== undefined) expect(Math.min(price.min ?? 1, price.max ?? 1)).toBeGreaterThan(0);
        if (days !== undefined) expect(days.from <= days.to).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
