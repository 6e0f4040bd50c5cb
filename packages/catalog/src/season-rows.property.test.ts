/**
 * Laws:
 *  1. A listing is found by the rows of its season on exactly the days on which it is in season.
 *  2. A span finds what is in season on some day of it, and nothing else.
 */
import fc from "fast-check";
import { describe, test } from "vitest";
import { addDays, isInSeason, type LunarWindow, type Season } from "@xudong/domain";
import { seasonAsks, seasonRows } from "./season-rows.ts";

const lunarWindow: fc.Arbitrary<LunarWindow> = fc.record({ fromMonth: fc.integer({ min: 1, max: 12 }), fromDay: fc.integer({ min: 1, max: 30 }), toMonth: fc.integer({ min: 1, max: 12 }), toDay: fc.integer({ min: 1, max: 30 }) });
const season: fc.Arbitrary<Season> = fc.record({ months: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 12 }), lunar: fc.oneof(fc.constant(null), fc.array(lunarWindow, { maxLength: 3 })) });
const day = fc.integer({ min: 0, max: 365 * 40 }).map((ahead) => addDays("2010-01-01", ahead));

function isFound(of: Season, span: { from: string; to: string }): boolean {
  const { solar, moon } = seasonAsks(span);
  return seasonRows(of).some((row) => solar.includes(row.season) || moon.some((ask) => ask.season === row.season && row.fromDay <= ask.toDay && ask.fromDay <= row.toDay));
}

describe("The rows of a season", () => {
  test("[O3] find a listing on exactly the days of its season, by the sun and by the moon", () => {
    fc.assert(fc.property(season, day, (of, on) => isFound(of, { from: on, to: on }) === isInSeason(of, on)), { numRuns: 2000 });
  });

  test("[O3] find in a span what is in season on some day of it", () => {
    fc.assert(
      fc.property(season, day, fc.integer({ min: 0, max: 31 }), (of, from, length) => {
        const days = Array.from({ length: length + 1 }, (_, ahead) => addDays(from, ahead));
        return isFound(of, { from, to: addDays(from, length) }) === days.some((on) => isInSeason(of, on));
      }),
      { numRuns: 500 },
    );
  });

  test("are unique per listing, month and first day, as their key asks", () => {
    fc.assert(fc.property(season, (of) => new Set(seasonRows(of).map((row) => `${row.season} ${row.fromDay}`)).size === seasonRows(of).length), { numRuns: 500 });
  });
});
