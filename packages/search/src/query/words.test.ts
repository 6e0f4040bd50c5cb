import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldWord, isMarked, toneKey, wordsOf } from "./words.ts";

describe("Words", () => {
  it.each([
    ["thiều", "thieu"],
    ["Đậu", "dau"],
    ["ƯƠNG", "uong"],
    ["ｖải", "vai"],
  ])("%s folds to %s", (word, folded) => {
    expect(foldWord(word)).toBe(folded);
    expect(foldWord(word.normalize("NFD"))).toBe(folded);
  });

  it("a tone is the same wherever its mark stands, and another one is another word", () => {
    expect(toneKey("hoà")).toBe(toneKey("hòa"));
    expect(toneKey("thuỷ")).toBe(toneKey("thủy"));
    expect(toneKey("GAI")).toBe("gai0");
    expect(toneKey("gái")).not.toBe(toneKey("gai"));
    expect(toneKey("cò")).not.toBe(toneKey("có"));
    expect(toneKey("đường")).toBe("đương1");
  });

  it("a query is marked by a tone, a letter or a bar", () => {
    expect(isMarked("banh gai")).toBe(false);
    for (const q of ["bánh", "an", "cơm", "ĐO"].slice(0)) expect(isMarked(q)).toBe(q !== "an");
  });

  it("stand where they stand in the text", () => {
    const text = "Bánh gai, “Ninh Giang”: 300 g";
    expect(wordsOf(text).map(({ from, to }) => text.slice(from, to))).toEqual(["Bánh", "gai", "Ninh", "Giang", "300", "g"]);
  });

  it("folding knows no form of writing, and folding twice is folding once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(foldWord(text.normalize("NFC"))).toBe(foldWord(text.normalize("NFD")));
        expect(foldWord(foldWord(text))).toBe(foldWord(text));
      }),
    );
  });
});
