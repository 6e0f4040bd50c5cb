import { describe, expect, test } from "vitest";
import { mailTerms, settleMail, type MailNews } from "./mail.ts";
import { days, minutes, plus } from "./time.ts";

const createdAt = new Date("2026-11-23T03:00:00Z");
const after = (news: MailNews, { attempts = 1, silences = 0, at = createdAt } = {}) => settleMail(news, { attempts, silences, createdAt }, at);
const waitOf = (news: MailNews, attempts: number, silences = 0) => {
  const next = after(news, { attempts, silences });
  return "dueAt" in next ? (next.dueAt.getTime() - createdAt.getTime()) / minutes(1) : next.state;
};

describe("A mail", () => {
  test("is sent where a server took it, and refused where it never will", () => {
    expect(after("accepted")).toEqual({ state: "sent" });
    expect(after("refused")).toEqual({ state: "refused" });
  });

  test("waits longer and longer for a server that may take it later, and knocks more often where none is there", () => {
    expect([1, 2, 3, 4, 5, 6, 7, 50].map((n) => waitOf("later", n))).toEqual([1, 5, 15, 60, 180, 360, 360, 360]);
    expect([1, 2, 3, 4, 5, 6, 50].map((n) => waitOf("unreached", n))).toEqual([1, 2, 5, 10, 15, 15, 15]);
  });

  test("is given up after three days, and not a moment sooner", () => {
    const end = plus(createdAt, days(mailTerms.triedForDays));
    for (const news of ["later", "unreached"] as const) {
      expect(after(news, { attempts: 40, at: plus(end, -1) }).state).toBe("queued");
      expect(after(news, { attempts: 40, at: end })).toEqual({ state: "refused" });
    }
  });

  test("that was handed over without an answer goes again twice, and then nobody knows", () => {
    expect([1, 2, 3].map((n) => waitOf("silent", 30 + n, n))).toEqual([10, 60, "unknown"]);
  });
});
