import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanLine, fold, slugOf } from "./text.ts";

describe("a line as it is stored", () => {
  test("has one spelling, whichever keyboard wrote it", () => {
    expect(cleanLine("Hải Dương".normalize("NFD"))).toBe("Hải Dương".normalize("NFC"));
  });

  test("has no outer spaces, runs of spaces, line breaks or control characters", () => {
    expect(cleanLine("  Nguyễn\t Thị\r\n\u0007 Hoa\u00A0\u3000 ")).toBe("Nguyễn Thị Hoa");
  });

  test("loses characters nobody sees without being torn where they stood", () => {
    expect(cleanLine("\uFEFFNguy\u200Bễn\u200D Hoà\u00ADng\u202C")).toBe("Nguyễn Hoàng");
    expect(cleanLine("ho\u200B\u0300a")).toBe("h\u00F2a");
  });

  test("stays as it is when it is cleaned again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        expect(cleanLine(cleanLine(typed))).toBe(cleanLine(typed));
      }),
    );
  });
});

describe("Vietnamese without its marks", () => {
  test.each([
    ["Gốm Chu Đậu", "gom chu dau"],
    ["Vải thiều Thanh Hà", "vai thieu thanh ha"],
    ["ẮẰẲẴẶ Ớờởỡợ Ưứừửữự Ỳỵ", "aaaaa ooooo uuuuuu yy"],
    ["đường Đ Ð ð", "duong d d d"],
    ["Côn Sơn – Kiếp Bạc", "con son – kiep bac"],
  ])("folds %s to %s", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test("is the same for composed and decomposed spellings", () => {
    const letters = fc.string({ unit: fc.constantFrom(...Array.from("aăâbcdđeêghiklmnoôơpqrstuưvxyÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬĐÐÉÈẺẼẸẾỀỂỄỆÍỎỐỒỔỖỘỚỜỞỠỢỨỪỬỮỰỲỴ ")) });
    fc.assert(
      fc.property(letters, (text) => {
        expect(fold(text.normalize("NFC"))).toBe(fold(text.normalize("NFD")));
        expect(fold(text)).toMatch(/^[a-z ]*$/);
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe("the address form of a title", () => {
  test.each([
    ["Bánh đậu xanh (hộp 300 g)", "banh-dau-xanh-hop-300-g"],
    ["  Vải thiều — Thanh Hà!  ", "vai-thieu-thanh-ha"],
    ["Rươi Tứ Kỳ, 1/2 kg", "ruoi-tu-ky-1-2-kg"],
    ["Đảo Cò", "dao-co"],
    ["Đảo Cò".normalize("NFD"), "dao-co"],
  ])("of %s is %s", (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  test("never begins or ends with a dash, never has two in a row, and is its own slug", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (title) => {
        const slug = slugOf(title);
        expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
        expect(slugOf(slug)).toBe(slug);
      }),
    );
  });
});
