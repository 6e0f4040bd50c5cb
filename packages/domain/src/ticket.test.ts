import { describe, expect, test } from "vitest";
import { formatCode, newCode } from "./id.ts";
import { parseTicketText, ticketMessage, ticketText, type TicketClaim } from "./ticket.ts";

const code = newCode();
const signature = `${"aZ09-_".repeat(14)}ab`;
const aClaim = (override: Partial<TicketClaim> = {}): TicketClaim => ({ code, slotId: "01KB2XJQ8Z3M4N5P6Q7R8S9T0V", keyId: "2026a", ...override });
const text = ticketText(aClaim(), signature);
const parts = text.split(".");
const withPart = (at: number, part: string) => parts.with(at, part).join(".");

describe("a ticket's QR", () => {
  test("says which ticket, for which slot, signed by which key, and nothing about the guest", () => {
    expect(ticketMessage(aClaim())).toBe(`T1.2026a.${code}.01KB2XJQ8Z3M4N5P6Q7R8S9T0V`);
  });

  test("is read back as it was written", () => {
    expect(parseTicketText(text)).toEqual({ claim: aClaim(), message: ticketMessage(aClaim()), signature });
  });

  test("may have been typed by hand at the gate", () => {
    for (const typed of [withPart(2, code.toLowerCase()), withPart(2, formatCode(code)), ` ${text}\n`]) {
      expect(parseTicketText(typed)).toEqual(parseTicketText(text));
    }
  });

  test("of another slot, key or ticket is another message, so that the signature of this one proves nothing for it", () => {
    const messages = [aClaim(), aClaim({ slotId: "other" }), aClaim({ keyId: "2027a" }), aClaim({ code: newCode() })].map(ticketMessage);
    expect(new Set(messages).size).toBe(4);
    expect(parseTicketText(withPart(3, "other"))?.message).toBe(ticketMessage(aClaim({ slotId: "other" })));
  });

  const slip = code.charAt(0) === "2" ? "3" : "2";
  test.each([
    ["nothing", ""],
    ["a web address", "https://example.org/t/1"],
    ["another version", withPart(0, "T2")],
    ["a version in other letters", withPart(0, "t1")],
    ["no key", withPart(1, "")],
    ["no code", withPart(2, "")],
    ["a slip in the code", withPart(2, slip + code.slice(1))],
    ["no slot", withPart(3, "")],
    ["no signature", withPart(4, "")],
    ["a signature too short", withPart(4, signature.slice(1))],
    ["a signature too long", withPart(4, `${signature}A`)],
    ["a signature in another alphabet", withPart(4, `+${signature.slice(1)}`)],
    ["a part too few", parts.slice(0, 4).join(".")],
    ["a part too many", `${text}.more`],
  ])("with %s is not one of ours", (_, forged) => {
    expect(parseTicketText(forged)).toBeUndefined();
  });
});
