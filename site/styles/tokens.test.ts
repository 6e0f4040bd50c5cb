import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const [usual = "", more = ""] = css.split("@media (prefers-contrast: more)");

type Theme = "light" | "dark";

/** The colours a part of the file names, as one theme shows them. */
function colours(part: string, theme: Theme): Map<string, string> {
  const both = [...part.matchAll(/--([a-z-]+): (?:light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)|(#[\da-f]{6}));/g)];
  return new Map(both.map(([, name = "", light = "", dark = "", always]) => [name, always ?? (theme === "light" ? light : dark)]));
}

/** WCAG 2.2's relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ["paper", "paper-deep", "celadon", "card", "cobalt-wash"];

/** What text stands on what, anywhere in the market. */
const texts: readonly (readonly [text: string, grounds: readonly string[]])[] = [
  ["ink", [...grounds, "leaf-wash", "ochre-wash"]],
  ["ink-soft", grounds],
  ["cobalt", grounds],
  ["leaf", ["paper", "card", "leaf-wash"]],
  ["lychee-ink", ["paper", "card", "celadon"]],
  ["on-deep", ["deep", "deep-line"]],
  ["deep", ["on-deep"]],
  ["on-deep-soft", ["deep"]],
  ["on-cobalt", ["cobalt"]],
  ["on-lychee", ["lychee", "lychee-deep"]],
  ["glaze", ["clay", "clay-well"]],
  ["glaze-red", ["clay", "clay-well"]],
];

/** Edges that have to be seen: of a field, of what is chosen, of a fault. */
const edges: readonly (readonly [edge: string, grounds: readonly string[]])[] = [["field-line", ["paper", "card"]], ["cobalt", ["paper", "card"]]];

describe.each(["light", "dark"] as const)("Colours, %s", (theme) => {
  const plain = colours(usual, theme);
  const palettes = { usual: plain, "more contrast": new Map([...plain, ...colours(more, theme)]) };

  for (const [name, palette] of Object.entries(palettes)) {
    const of = (token: string) => palette.get(token) ?? expect.fail(`tokens.css names no ${token}`);
    const below = (least: number, pairs: typeof texts) => pairs.flatMap(([over, unders]) => unders.map((under) => ({ over, under, ratio: contrast(of(over), of(under)) }))).filter(({ ratio }) => ratio < least);

    it(`let every text be read on what it stands on: ${name}`, () => expect(below(4.5, texts)).toEqual([]));
    it(`let every edge that means something be seen: ${name}`, () => expect(below(3, edges)).toEqual([]));
  }
});
