/** Laws: an older id sorts first; a code is read back as it was made; one wrong symbol or one swap of two is always noticed. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatCode, newCode, newId, parseCode } from "./id.ts";

const symbols = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
/** Codes of our own making: fast-check cannot steer the chance inside, so each run draws a fresh one. */
const codes = fc.constant(0).map(newCode);
const instants = fc.integer({ min: 0, max: 2 ** 48 - 1 });

test("of two ids the older one sorts first", () => {
  fc.assert(
    fc.property(instants, instants, (a, b) => {
      fc.pre(a !== b);
      expect(newId(new Date(a)) < newId(new Date(b))).toBe(a < b);
    }),
  );
});

test("a code is read back as it was made", () => {
  fc.assert(
    fc.property(codes, (code) => {
      expect(parseCode(formatCode(code))).toBe(code);
    }),
  );
});

test("every slip in a single symbol is noticed", () => {
  fc.assert(
    fc.property(codes, (code) => {
      for (const [at, right] of [...code].entries()) {
        for (const wrong of symbols) {
          if (wrong !== right) expect(parseCode(code.slice(0, at) + wrong + code.slice(at + 1))).toBeUndefined();
        }
      }
    }),
  );
});

test("every swap of two neighbours is noticed, and of any two symbols", () => {
  fc.assert(
    fc.property(codes, (code) => {
      for (let i = 0; i < code.length; i++) {
        for (let j = i + 1; j < code.length; j++) {
          const swapped = [...code];
          [swapped[i], swapped[j]] = [code.charAt(j), code.charAt(i)];
          if (code.charAt(i) !== code.charAt(j)) expect(parseCode(swapped.join(""))).toBeUndefined();
        }
      }
    }),
  );
});
