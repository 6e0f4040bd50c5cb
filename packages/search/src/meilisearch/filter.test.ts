import fc from "fast-check";
import { expect, it } from "vitest";
import type { Filter } from "../engine.ts";
import { expressionOf, expressionOfChosen } from "./filter.ts";

it.each<[Filter, string]>([
  [{ eq: ["kind", "goods"] }, 'kind IN ["goods"]'],
  [{ eq: ["month", 9] }, 'months IN ["9"]'],
  [{ range: ["price", { min: 1, max: 2 }] }, "(price >= 1) AND (price <= 2) AND (price EXISTS)"],
  [{ range: ["price", { max: 1e21 }] }, "(price <= 1000000000000000000000) AND (price EXISTS)"],
  [{ not: { eq: ["ocop", 4] } }, 'NOT (ocop IN ["4"])'],
  [{ or: [] }, "id IN []"],
  [{ and: [] }, ""],
  [{ not: { and: [] } }, "id IN []"],
  [{ withinBox: { north: 21, west: 106, south: 20.5, east: 107 } }, "_geoBoundingBox([21, 107], [20.5000000, 106])"],
  [{ withinRadius: { lat: 20.88, lng: 106.4, metres: 5000 } }, "_geoRadius(20.8800000, 106.4000000, 5000)"],
])("%j is said as %s", (filter, expression) => {
  expect(expressionOf(filter)).toBe(expression);
});

it("leaves a facet's own choice out of its counts", () => {
  expect(expressionOfChosen({ kind: ["goods"], unit: ["1", "2"], ocop: [] })).toBe('(kind IN ["goods"]) AND (unit IN ["1", "2"])');
  expect(expressionOfChosen({ kind: ["goods"], unit: ["1"] }, "unit")).toBe('kind IN ["goods"]');
});

it("no value becomes part of the language", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (value) => {
      const inside = /^category IN \["((?:[^"\\]|\\["\\])*)"\]$/su.exec(expressionOf({ eq: ["category", value] }))?.[1];
      expect(inside?.replace(/\\(["\\])/g, "$1")).toBe(value.toWellFormed());
    }),
  );
});

it("knows no other field and no number that is none", () => {
  expect(() => expressionOf({ eq: ["colour" as "kind", "red"] })).toThrow("colour");
  expect(() => expressionOf({ range: ["price", { min: Number.NaN }] })).toThrow("NaN");
});
