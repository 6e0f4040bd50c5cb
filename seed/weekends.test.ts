import { describe, expect, it } from "vitest";
import { addDays, collidingRules, dayOf, isInSeason, seasonOf, slotRuleFaults, slotsOfRules, weekdayOf, type Day, type RuleSlot } from "@xudong/domain";
import { experiences } from "./experiences/index.ts";
import { holidaysOf, holidayYears } from "./holidays.ts";
import { goods } from "./listings.ts";
import { sampleRules } from "./rules.ts";

const holidays = new Set(holidayYears.flatMap((year) => holidaysOf(year).map(({ day }) => day)));

/** The times of a sample experience on `days` days from the first, as its rules make them. */
function slotsFor(key: string, firstDay: Day, days: number): RuleSlot[] {
  const sample = experiences.find((experience) => experience.key === key);
  return sample === undefined ? [] : slotsOfRules(sampleRules[key] ?? [], { exceptions: [], holidays, season: seasonOf(sample.draft) }, firstDay, addDays(firstDay, days - 1));
}

/** The Saturday and Sunday that come next: the ones going on, on a weekend. */
function nextWeekend(day: Day): readonly Day[] {
  const weekday = weekdayOf(day);
  if (weekday === 0) return [day];
  const saturday = addDays(day, 6 - weekday);
  return [saturday, addDays(saturday, 1)];
}

const onOffer = (days: readonly Day[]) => experiences.filter(({ key }) => days.some((day) => slotsFor(key, day, 1).length > 0));

describe("the next weekend", () => {
  // Three years on the 1st and the 20th of each month, as a demo may begin on any of them.
  const starts = [2026, 2027, 2028].flatMap((year) => Array.from({ length: 12 }, (_, month) => ["01", "20"].map((day) => `${year}-${String(month + 1).padStart(2, "0")}-${day}`))).flat();

  it.each(starts)("has eight things to do or more after %s, of four kinds or more", (day) => {
    const found = onOffer(nextWeekend(day));
    expect(found.length).toBeGreaterThanOrEqual(8);
    expect(new Set(found.map(({ draft }) => draft.category)).size).toBeGreaterThanOrEqual(4);
  });

  it("has eight things to do or more whatever week of a year it is", () => {
    for (let ahead = 0; ahead < 366; ahead += 7) expect(onOffer(nextWeekend(addDays("2026-11-23", ahead))).length, addDays("2026-11-23", ahead)).toBeGreaterThanOrEqual(8);
  });

  it("shows what its month alone has", () => {
    expect(onOffer(nextWeekend("2027-06-10")).map(({ key }) => key)).toContain("hai-vai-dong-man");
    expect(onOffer(nextWeekend("2027-02-10")).map(({ key }) => key)).toContain("dap-xe-bai-ca-rot");
    expect(onOffer(nextWeekend("2026-12-20")).map(({ key }) => key)).toContain("rung-phong-thanh-mai");
    expect(onOffer(nextWeekend("2027-07-10")).map(({ key }) => key)).not.toContain("hai-vai-dong-man");
  });
});

describe("the rules of the samples", () => {
  it("belong to every experience and to nothing else", () => {
    expect(Object.keys(sampleRules).toSorted()).toEqual(experiences.map(({ key }) => key).toSorted());
    for (const { key } of goods) expect(sampleRules[key], key).toBeUndefined();
  });

  it("can stand, and never collide", () => {
    for (const [key, rules] of Object.entries(sampleRules)) {
      expect(slotRuleFaults(rules), key).toEqual([]);
      expect(collidingRules(rules), key).toBeUndefined();
    }
  });

  it("make times in every year, and only in season", () => {
    for (const { key, draft } of experiences) {
      for (const year of [2026, 2027, 2028]) {
        const slots = slotsFor(key, `${year}-01-01`, 365);
        expect(slots.length, `${key} ${year}`).toBeGreaterThan(0);
        for (const { startsAt } of slots) expect(isInSeason(seasonOf(draft), dayOf(startsAt)), key).toBe(true);
      }
    }
  });

  it("follow the moon where the season does", () => {
    // In 2026 the 20th of the ninth lunar month is 29 October; before Tết on 6 February 2027 the 20th of the twelfth is 27 January.
    expect([...new Set(slotsFor("vot-ruoi-an-thanh", "2026-01-01", 365).map(({ startsAt }) => dayOf(startsAt)))]).toContain("2026-10-29");
    expect(slotsFor("goi-banh-chung", "2027-01-01", 60).map(({ startsAt }) => dayOf(startsAt)).at(0)).toBe("2027-01-27");
  });

  it("have every role that a ticket draws on, and enough of it for one", () => {
    for (const { key, draft } of experiences) {
      const [slot] = slotsFor(key, "2026-11-23", 400);
      for (const { title, draws } of draft.variants) {
        for (const { from, units } of draws) expect(slot?.capacities[from]?.capacity ?? 0, `${key}: ${title.vi}`).toBeGreaterThanOrEqual(units);
      }
      // And no role that nobody draws on.
      for (const role of Object.keys(slot?.capacities ?? {})) expect(draft.variants.some(({ draws }) => draws.some(({ from }) => from === role)), `${key}: ${role}`).toBe(true);
    }
  });
});
