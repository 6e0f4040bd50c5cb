import { holidaysBetween, setPublicHolidays } from "@xudong/catalog";
import type { Tx } from "@xudong/database";
import { addDays, weekdayOf, yearlyLunarDay, type Day, type Holiday, type HolidayCertainty, type Localized, type Occasion } from "@xudong/domain";

/** Years whose public holidays a demo knows. */
export const holidayYears = [2026, 2027, 2028] as const;

const labourCode = (point: string) => `Bộ luật Lao động 45/2019/QH14, Điều 112, khoản 1, điểm ${point}`;
const replaced = "Bộ luật Lao động 45/2019/QH14, Điều 111, khoản 3";
const cultureDay = "Nghị quyết 28/2026/QH16 ngày 24/4/2026, có hiệu lực từ 1/7/2026";

/** Where the Government's notice for the year was not found, the days it chooses are what law and calendar suggest. */
const tetAnnounced: ReadonlyMap<number, { from: Day; legalBasis: string }> = new Map([
  [2026, { from: "2026-02-16", legalBasis: `${labourCode("b")}; lịch nghỉ Tết 2026 của công chức, chín ngày liền từ 14 đến 22/2 (VnEconomy, 13/1/2026)` }],
]);

type Statutory = { days: readonly Day[]; name: Localized; legalBasis: string; certainty: HolidayCertainty };

/**
 * The public holidays of a year: those the law dates, those of the lunar calendar, and the next working day for each that falls
 * on a Saturday or Sunday. The five days of Tết and the second of National Day are the Government's choice: `expected` until
 * its notice is found, then the eve of Tết and four days, and the day that makes the longer weekend.
 */
export function holidaysOf(year: number): Holiday[] {
  const tet = yearlyLunarDay(year, { month: 1, day: 1 }) ?? "";
  const announced = tetAnnounced.get(year);
  const statutory: Statutory[] = [
    { days: [`${year}-01-01`], name: { vi: "Tết Dương lịch", en: "New Year's Day" }, legalBasis: labourCode("a"), certainty: "law" },
    { days: fiveFrom(announced?.from ?? addDays(tet, -1)), name: { vi: "Tết Nguyên đán", en: "Lunar New Year (Tết)" }, legalBasis: announced?.legalBasis ?? labourCode("b"), certainty: announced === undefined ? "expected" : "announced" },
    { days: [yearlyLunarDay(year, { month: 3, day: 10 }) ?? ""], name: { vi: "Giỗ Tổ Hùng Vương (10/3 âm lịch)", en: "Hùng Kings' Commemoration Day" }, legalBasis: labourCode("e"), certainty: "law" },
    { days: [`${year}-04-30`], name: { vi: "Ngày Chiến thắng", en: "Victory Day" }, legalBasis: labourCode("c"), certainty: "law" },
    { days: [`${year}-05-01`], name: { vi: "Ngày Quốc tế Lao động", en: "Labour Day" }, legalBasis: labourCode("d"), certainty: "law" },
    { days: [`${year}-09-02`], name: { vi: "Quốc khánh", en: "National Day" }, legalBasis: labourCode("đ"), certainty: "law" },
    { days: [besideNationalDay(year)], name: { vi: "Nghỉ liền kề Quốc khánh", en: "The day beside National Day" }, legalBasis: labourCode("đ"), certainty: "expected" },
    { days: [`${year}-11-24`], name: { vi: "Ngày Văn hóa Việt Nam", en: "Vietnam Culture Day" }, legalBasis: cultureDay, certainty: "law" },
  ];
  const own = statutory.flatMap(({ days, ...rest }) => days.map((day) => ({ day, ...rest })));
  return withReplacements(own.toSorted(byDay));
}

const isWeekend = (day: Day): boolean => [0, 6].includes(weekdayOf(day));
const byDay = (a: Holiday, b: Holiday) => (a.day < b.day ? -1 : 1);
const fiveFrom = (first: Day): Day[] => [0, 1, 2, 3, 4].map((ahead) => addDays(first, ahead));

/** The day before or after 2 September: the one that touches a weekend, else the one before. */
function besideNationalDay(year: number): Day {
  const after = `${year}-09-03`;
  return weekdayOf(after) === 5 || weekdayOf(after) === 1 ? after : `${year}-09-01`;
}

/** For a day that falls on the weekly rest, the next working day that is not a holiday itself. */
function withReplacements(own: readonly Holiday[]): Holiday[] {
  const taken = new Set(own.map(({ day }) => day));
  const extra = own.filter(({ day }) => isWeekend(day)).map(({ day: fallsOn, name, certainty }): Holiday => {
    let day = fallsOn;
    while (isWeekend(day) || taken.has(day)) day = addDays(day, 1);
    taken.add(day);
    return { day, name: { vi: `Nghỉ bù ${name.vi}`, en: `In lieu of ${name.en ?? name.vi}` }, certainty, legalBasis: replaced };
  });
  return [...own, ...extra].toSorted(byDay);
}

/** Sets the public holidays of the years a demo knows, where nobody has set any. */
export async function addHolidays(tx: Tx, occasion: Occasion): Promise<void> {
  for (const year of holidayYears) {
    const known = await holidaysBetween(tx, `${year}-01-01`, `${year}-12-31`);
    if (known.length === 0) await setPublicHolidays(tx, year, holidaysOf(year), occasion);
  }
}
