import { describe, expect, test, vi } from "vitest";
import { DomainError, errorCodes, locales, type ErrorDetails } from "@xudong/domain";
import { faultReasons, faultText } from "./api/faults.ts";
import { problemBody, problemResponse, problems, problemStatus, problemText, type ProblemCode } from "./problems.ts";

const codes = Object.keys(problems) as ProblemCode[];
const full: ErrorDetails = {
  field: "contact.phone", unitsLeft: 4, min: 2, max: 65_536, retryAfterSeconds: 3, allow: "GET, HEAD", totalDong: 265_000, known: ["vnpay"], reference: "K7MP2QX5",
  opensAt: new Date("2026-11-28T00:30:00Z"), closesAt: new Date("2026-11-28T03:00:00Z"), admittedAt: new Date("2026-11-28T01:00:00Z"),
};

/** What the house never says: superlatives, pressure, words for holding others' money, emoji. `\b` knows no Vietnamese letter. */
const word = (pattern: string) => new RegExp(`(?<![\\p{L}])(?:${pattern})(?![\\p{L}])`, "iu");
const never = {
  superlatives: word("nhất|duy nhất|số một|best|number one|only ever"),
  pressure: word("hot|nhanh lên|nhanh tay|gấp|sắp hết hàng|hurry|last chance|act now"),
  "holding others' money": word("escrow|wallet|ký quỹ|ví(?! dụ)|giữ tiền hộ"),
  emoji: /\p{Extended_Pictographic}/u,
  "holes in the sentence": /undefined|null|NaN|\{|\}|\[object/,
};

describe("every refusal is told in words", () => {
  test("no code is left out", () => {
    expect(codes.toSorted()).toEqual([...errorCodes, "server.busy", "server.failed"].toSorted());
  });

  test.each(codes)("%s: what happened and what to do next, in both languages, with and without details", (code) => {
    for (const details of [{}, full, { unitsLeft: 0 }, { unitsLeft: 1 }]) {
      for (const locale of locales) {
        const { title, detail } = problemText(code, details, locale);
        expect(title).toMatch(/^\p{Lu}.{4,60}[^.!]$/u);
        expect(detail).toMatch(/^\p{Lu}.{20,}\.$/u);
        expect(detail).toMatch(locale === "vi" ? /Mời bạn|Nếu|Chợ/ : /[Pp]lease/);
        for (const [what, pattern] of Object.entries(never)) expect(`${title} ${detail}`, what).not.toMatch(pattern);
        if (locale === "en") expect(`${title} ${detail}`).not.toMatch(/[ăâêôơưđ\u1ea0-\u1ef9]/i);
      }
    }
  });

  test.each(faultReasons)("a field's fault %s has a sentence in both languages", (reason) => {
    const [vietnamese, english] = locales.map((locale) => faultText({ field: "x", reason, min: 1, max: 9, allowed: ["a", "b"], wanted: "string" }, locale));
    expect(vietnamese).toMatch(/\.$/);
    expect(english).toMatch(/\.$/);
    expect(vietnamese).not.toBe(english);
    for (const [what, pattern] of Object.entries(never)) if (reason !== "wrong_type") expect(`${vietnamese} ${english}`, what).not.toMatch(pattern);
  });

  test("sold out reads differently where some are left, and in the unit people know", () => {
    expect(problemText("hold.sold_out", { unitsLeft: 0 }, "vi").title).toBe("Đã hết");
    expect(problemText("hold.sold_out", { unitsLeft: 4 }, "vi").detail).toContain("Còn 4,");
    expect(problemText("hold.sold_out", { unitsLeft: 1 }, "en").detail).toContain("There is 1 left");
  });

  test("a ticket used before says when", () => {
    expect(problemText("ticket.already_admitted", full, "vi").detail).toContain("8:00, Thứ Bảy, 28/11/2026");
  });
});

describe("statuses", () => {
  test.each([
    ["hold.sold_out", 409],
    ["request.key_reused", 422],
    ["request.key_missing", 400],
    ["order.too_late_to_pay", 409],
    ["order.price_changed", 409],
    ["request.too_many", 429],
    ["request.forbidden_origin", 403],
    ["actor.not_allowed", 404],
  ] as const)("%s is %i", (code, status) => {
    expect(problemStatus(code)).toBe(status);
  });

  test("what is not found is 404, and only a fault of ours or a crowd is 5xx", () => {
    for (const code of codes) {
      if (code.endsWith(".not_found")) expect(problemStatus(code)).toBe(404);
      expect([400, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503]).toContain(problemStatus(code));
    }
    expect(codes.filter((code) => problemStatus(code) >= 500).toSorted()).toEqual(["rate.missing", "server.busy", "server.failed"]);
  });
});

describe("a problem document", () => {
  test("tells name, words, field and numbers, and no note of the house's own", async () => {
    const response = problemResponse(new DomainError("hold.sold_out", { unitsLeft: 4, poolId: "row", field: "lines.0" }), { locale: "en", instance: "/api/v1/orders" });
    expect([response.status, response.headers.get("content-type"), response.headers.get("cache-control")]).toEqual([409, "application/problem+json; charset=utf-8", "no-store"]);
    const { detail, ...rest } = await response.json();
    expect(detail).toContain("4 left");
    expect(rest).toEqual({ type: "/api/v1/problems/hold.sold_out", title: "Not enough left", status: 409, code: "hold.sold_out", instance: "/api/v1/orders", field: "lines.0", unitsLeft: 4 });
  });

  test("writes instants as instants and money without its unit", () => {
    expect(problemBody("ticket.not_valid_now", full, { locale: "vi" })).toMatchObject({ opensAt: "2026-11-28T00:30:00.000Z", total: 265_000 });
  });

  test("[S1] what an actor may not do looks like what is not there", () => {
    const permission = { permission: "order.decide", field: "id" };
    expect(problemBody("actor.not_allowed", permission, { locale: "vi" })).toEqual(problemBody("request.not_found", {}, { locale: "vi" }));
  });

  test("recognises a refusal from another copy of the module, and nothing that only looks like one", async () => {
    const report = vi.fn();
    const other = Object.assign(new Error("cart.empty"), { [Symbol.for("xudong.DomainError")]: true, code: "cart.empty", details: {} });
    expect(problemResponse(other, { locale: "vi", report }).status).toBe(409);
    for (const fault of [new Error("boom"), "boom", undefined, { code: "cart.empty" }, Object.assign(new Error("x"), { [Symbol.for("xudong.DomainError")]: true, code: "toString", details: {} })]) {
      const response = problemResponse(fault, { locale: "vi", report });
      expect([response.status, (await response.json()).code]).toEqual([500, "server.failed"]);
    }
    expect(report).toHaveBeenCalledTimes(5);
  });
});

test("a crowd at the database is told apart from a fault, and asks to come back in a moment", async () => {
  const reported: unknown[] = [];
  const crowded = new Error("timeout exceeded when trying to connect");
  const answer = problemResponse(crowded, { locale: "en", report: (_, error) => reported.push(error) });
  expect([answer.status, answer.headers.get("retry-after"), ((await answer.json()) as { code: string }).code]).toEqual([503, "5", "server.busy"]);
  expect(reported).toEqual([]);
});
