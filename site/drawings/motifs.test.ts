import { describe, expect, it } from "vitest";
import { marketConfig } from "../../market.config.ts";
import { samplePieces } from "../../seed/content.ts";
import { listings } from "../../seed/listings.ts";
import { motifNames, rimOf, symbolOf } from "./motifs.ts";
import { rims } from "./rims.ts";

describe("the drawings", () => {
  it("exist for every sample listing, every sample piece and every month", () => {
    const named = [...[...listings, ...samplePieces].flatMap(({ draft }) => draft.pictures.map(({ drawing }) => drawing)), ...marketConfig.months.map(({ drawing }) => drawing)];
    expect(named.filter((name) => !motifNames.includes(name))).toEqual([]);
  });

  it("stay on their plate, and are light enough to send two dozen at a time", () => {
    for (const name of motifNames) {
      const symbol = symbolOf(name);
      expect(symbol, name).toMatch(/^<symbol id="m-[a-z-]+" viewBox="0 0 400 400"><path class="(pale|deep|accent|ink)" d="M[^"]*"\/>/);
      expect(symbol, name).not.toContain("NaN");
      expect(symbol.length, name).toBeLessThan(5_000);
      expect(rims, name).toContain(rimOf(name));
    }
  });
});
