import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aDocument } from "../search-engine.contract.ts";
import { phrasesOf } from "./phrases.ts";
import { understand, type Understood } from "./understand.ts";
import { unstuck } from "./unstick.ts";
import { vocabularyOf } from "./vocabulary.ts";

const vocabulary = vocabularyOf([
  aDocument("1", "Bánh đậu xanh", { tags: ["bánh đậu xanh", "quà biếu"] }),
  aDocument("2", "Bánh gai Ninh Giang"),
  aDocument("3", "Vải thiều Thanh Hà", { body: "Cùi dày, ở vườn, có quanh năm là nói quá." }),
  aDocument("4", "Đảo Cò Chi Lăng Nam"),
  aDocument("5", "Chả rươi Tứ Kỳ"),
  aDocument("6", "Lá sen, lá dong", { body: "Chợ họp dưới cầu." }),
  aDocument("7", "Mứt dứa, kẹo dừa, dưa hấu"),
]);
const phrases = phrasesOf({ synonyms: [{ words: ["trái thơm", "dứa"] }], places: [{ name: "Thanh Hà", also: ["Hà Đông"] }], pinned: [] });
const read = (q: string, more: object = {}): Understood => understand(q, { vocabulary, phrases, ...more });
const said = (q: string, more?: object) => read(q, more).segments.map(({ alternatives }) => alternatives.map(({ folds }) => folds.join(" ")));
const tellings = (q: string) => read(q).segments.map(({ telling }) => telling);

describe("Understanding a query", () => {
  it.each([
    ["banhdauxanh", ["banh", "dau", "xanh"]],
    ["BÁNHĐẬUXANH", ["banh", "dau", "xanh"]],
    ["vaithieeuf", ["vai", "thieu"]],
    ["banhs ddaaauj xanh", ["banh", "dau", "xanh"]],
    ["va3i thie6u2", ["vai", "thieu"]],
    ["vai thi eu", ["vai", "thieu"]],
    ["vai thieuu", ["vai", "thieu"]],
    ["vai thyeu", ["vai", "thieu"]],
  ])("reads %j as %j", (q, words) => {
    expect(read(q).corrected).toEqual(words);
  });

  it("leaves alone what the index knows, and what it cannot guess", () => {
    for (const q of ["banh gai", "vải thiều", "xyzzy", "A4B5C6"]) expect(read(q).corrected, q).toBeUndefined();
    expect(said("xyzzy")).toEqual([["xyzzy"]]);
  });

  it("believes a split only where its words stand side by side", () => {
    expect(unstuck("banhthieu", vocabulary)).toEqual([]);
    expect(unstuck("vaithieu", vocabulary)).toEqual([["vai", "thieu"]]);
  });

  it("doubts known words only when asked to, by their neighbours", () => {
    expect(said("cha duoi")[1]).toEqual(["duoi"]);
    expect(said("cha duoi", { isDeep: true })[1]).toEqual(["duoi", "ruoi"]);
  });

  it("tells stop words from words that only look like them: Đảo Cò and lá survive", () => {
    expect(tellings("đảo cò ở đâu")).toEqual(["full", "full", "stop", "stop"]);
    expect(tellings("có lá không")).toEqual(["stop", "full", "stop"]);
    expect(tellings("vải là gì")).toEqual(["full", "stop", "stop"]);
    // Without marks it may be either: then it need not be found, and is looked for all the same.
    expect(said("dao co")).toEqual([["dao"], ["co"]]);
  });

  it("reads words that mean the same with their own tones, and names as one", () => {
    const [segment] = read("trai thom").segments;
    expect(segment?.alternatives.map(({ folds, tones }) => [folds.join(" "), tones?.join(" ")])).toEqual([["trai thom", undefined], ["dua", "dưa2"]]);
    expect(read("thanh ha").segments).toHaveLength(1);
    expect(read("thanh hà").segments[0]?.isName).toBe(true);
  });

  it("takes marks at their word", () => {
    expect(read("bánh gai").segments.map(({ alternatives }) => alternatives[0]?.tones)).toEqual([["banh2"], ["gai0"]]);
    expect(read("banh gai").segments.every(({ alternatives }) => alternatives[0]?.tones === undefined)).toBe(true);
  });

  it("reads stars as the index writes them", () => {
    for (const q of ["ocop 4 sao", "4 sao ocop", "4 stars", "OCOP 4 SAO"]) expect(said(q)[0]?.[0], q).toBe("ocop 4 sao");
  });

  it("has no fault whatever is typed, and never says more than was typed for each part", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.boolean(), (q, isDeep) => {
        const { segments } = understand(q, { vocabulary, phrases, isDeep });
        for (const { alternatives, typed } of segments) {
          expect(typed.from).toBeLessThan(typed.to);
          expect(alternatives.length).toBeGreaterThan(0);
          for (const { folds } of alternatives) for (const fold of folds) expect(fold).toMatch(/^[\p{L}\p{M}\p{N}]+$/u);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("reads the same in every form of writing", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("bánh", "đậu", "xanh", "vải", "thiều", "ở", "đâu", "quà", "hoà", "Thanh", "Hà", "xyz"), { minLength: 1, maxLength: 8 }), (words) => {
        const q = words.join(" ");
        expect(said(q.normalize("NFD"))).toEqual(said(q.normalize("NFC")));
        expect(said(q.toUpperCase())).toEqual(said(q));
      }),
      { numRuns: 200 },
    );
  });
});
