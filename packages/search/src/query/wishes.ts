import { addDays, dayOfLunar, fold, isDay, lunarOf, nextLunarDay, weekdayOf, type Day } from "@xudong/domain";
import { readPrices, type PriceWish } from "./prices.ts";

export type DayWish = { from: Day; to: Day; /** As it was typed. */ words: string };

/** What of a query is not about words: a price, days, a number of guests. */
export type Wishes = {
  /** What is left to look for by words. */
  text: string;
  price?: PriceWish & { words: string };
  days?: DayWish;
  guests?: number;
};

/**
 * Reads prices, days and guests out of a query; what has been read is no longer looked for as words, except days that people write
 * about as well ("cuối tuần", "rằm tháng Giêng"). What it cannot read stays text: nothing is refused here.
 */
export function readWishes(typed: string, today: Day): Wishes {
  const text = typed.slice(0, longest).normalize("NFC");
  const flat = flatten(text);
  const wishes: Omit<Wishes, "text"> = {};
  const taken: { from: number; to: number }[] = [];
  const price = readPrices(flat);
  if (price !== undefined) {
    taken.push(price);
    wishes.price = { ...(price.min === undefined ? {} : { min: price.min }), ...(price.max === undefined ? {} : { max: price.max }), words: text.slice(price.from, price.to).trim() };
  }
  const isFree = (span: { from: number; to: number }) => taken.every(({ from, to }) => span.to <= from || span.from >= to);
  const guests = guestWords.exec(flat);
  const count = Number(guests?.[1] ?? guests?.[2]);
  if (guests !== null && count >= 1 && count <= 99 && isFree(spanOf(guests))) {
    wishes.guests = count;
    taken.push(spanOf(guests));
  }
  for (const { pattern, read, isAlsoText } of dayForms) {
    const found = pattern.exec(flat);
    if (found === null || !isFree(spanOf(found))) continue;
    const days = read(found, today);
    if (days === undefined) continue;
    const span = spanOf(found);
    wishes.days = { ...days, words: text.slice(span.from, span.to).trim() };
    if (isAlsoText !== true) taken.push(span);
    break;
  }
  return { text: without(text, taken), ...wishes };
}

const longest = 400;

/** Without marks and case, letter for letter, so that places in it are places in the text. */
function flatten(text: string): string {
  return Array.from(text, (sign) => {
    const flat = fold(sign);
    return flat.length === sign.length ? flat : sign.length === 1 ? (flat[0] ?? " ") : " ".repeat(sign.length);
  }).join("");
}

const spanOf = (found: RegExpExecArray) => ({ from: found.index, to: found.index + found[0].length });

function without(text: string, spans: readonly { from: number; to: number }[]): string {
  const rest = [...spans].sort((a, b) => b.from - a.from).reduce((left, { from, to }) => `${left.slice(0, from)} ${left.slice(to)}`, text);
  return spans.length === 0 ? text : rest.replace(/\s+/g, " ").replace(/^\s*(cho|vao|vào|on|for|in|,|;)\s*$/i, "").trim();
}

const guestWords = /(?:\bcho |\bdoan |\bnhom |\bfor )?\b(\d{1,2}) ?(?:nguoi lon|nguoi|khach|people|persons?|guests?|adults|pax)\b|\bfor (\d{1,2})\b(?! ?(?:k|ngan|nghin|days?|dong|vnd|night))/;

type Read = Omit<DayWish, "words">;
type DayForm = { pattern: RegExp; read(found: RegExpExecArray, today: Day): Read | undefined; isAlsoText?: true };

const one = (day: Day | undefined): Read | undefined => (day === undefined ? undefined : { from: day, to: day });
const two = (n: number) => String(n).padStart(2, "0");

/** A day of this year, or of the next where it is over. */
function dayNamed(today: Day, month: number, day: number, year?: number): Day | undefined {
  if (year !== undefined) {
    const named = `${year < 100 ? 2000 + year : year}-${two(month)}-${two(day)}`;
    return isDay(named) ? named : undefined;
  }
  const thisYear = Number(today.slice(0, 4));
  return [thisYear, thisYear + 1, thisYear + 2, thisYear + 3].map((each) => `${each}-${two(month)}-${two(day)}`).find((each) => isDay(each) && each >= today);
}

const lunarNumbers: Readonly<Record<string, number>> = { gieng: 1, mot: 11, chap: 12, hai: 2, ba: 3, tu: 4, nam: 5, sau: 6, bay: 7, tam: 8, chin: 9, muoi: 10 };
const lunarMonthOf = (word: string): number | undefined => {
  const month = /^\d/.test(word) ? Number(word) : lunarNumbers[word];
  return month !== undefined && month >= 1 && month <= 12 ? month : undefined;
};

const englishMonths = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthWord = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const englishMonth = (word = "") => englishMonths.indexOf(word.slice(0, 3)) + 1;

const weekdays: Readonly<Record<string, number>> = { "chu nhat": 0, "thu hai": 1, "thu ba": 2, "thu tu": 3, "thu nam": 4, "thu sau": 5, "thu bay": 6, sunday: 0, monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6 };
const weekdayWord = (word: string): number | undefined => weekdays[word.replace(/^(thu|t) ?([2-7])$/, (_, __, n: string) => ["", "", "thu hai", "thu ba", "thu tu", "thu nam", "thu sau", "thu bay"][Number(n)] ?? "")];

const monday = (day: Day) => addDays(day, -((weekdayOf(day) + 6) % 7));
const weekOf = (day: Day, today: Day): Read => ({ from: monday(day) < today ? today : monday(day), to: addDays(monday(day), 6) });
function weekendOf(today: Day, weeks: number): Read {
  const saturday = addDays(monday(today), 5 + 7 * weeks);
  return { from: saturday < today ? today : saturday, to: addDays(saturday, 1) };
}
function monthFrom(first: Day, today: Day): Read {
  const to = addDays(`${addDays(`${first.slice(0, 8)}28`, 4).slice(0, 8)}01`, -1);
  return { from: first < today ? today : first, to };
}
const firstOfNext = (day: Day) => `${addDays(`${day.slice(0, 8)}28`, 4).slice(0, 8)}01`;

/** The surest forms first: what is read by one is not read again by another. */
const dayForms: readonly DayForm[] = [
  { pattern: /\b(?:ngay |hom |on )?(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4}|\d{2})\b/, read: ([, day, month, year], today) => one(dayNamed(today, Number(month), Number(day), Number(year))) },
  { pattern: /\b(?:ngay |on )?(\d{4})-(\d{2})-(\d{2})\b/, read: ([, year, month, day], today) => one(dayNamed(today, Number(month), Number(day), Number(year))) },
  { pattern: /\bram (?:thang )?(gieng|chap|hai|ba|tu|nam|sau|bay|tam|chin|muoi mot|muoi|\d{1,2})(?: am(?: lich)?)?\b/, isAlsoText: true, read: ([, month = ""], today) => lunarDay(today, month === "muoi mot" ? 11 : lunarMonthOf(month), 15) },
  { pattern: /\b(?:mung|mong) (\d{1,2}|mot|hai|ba|tu|nam|sau|bay|tam|chin|muoi)(?: thang (gieng|chap|hai|ba|tu|nam|sau|bay|tam|chin|muoi|\d{1,2})| tet)\b/, isAlsoText: true, read: ([, day = "", month = "gieng"], today) => lunarDay(today, lunarMonthOf(month), /^\d/.test(day) ? Number(day) : day === "mot" ? 1 : (lunarNumbers[day] ?? 0)) },
  { pattern: /\b(?:ngay )?(\d{1,2}) (?:thang )(gieng|chap)\b/, isAlsoText: true, read: ([, day, month = ""], today) => lunarDay(today, lunarMonthOf(month), Number(day)) },
  { pattern: /\b(?:ngay )?(\d{1,2})[/.](\d{1,2}) am(?: lich)?\b/, read: ([, day, month], today) => lunarDay(today, Number(month), Number(day)) },
  { pattern: /\b(?:30|29) tet\b|\bgiao thua\b/, isAlsoText: true, read: (_, today) => one(eveOfTet(today)) },
  { pattern: /\b(?:ngay |hom |mung )?(\d{1,2}) thang (\d{1,2})(?: nam (\d{4}))?\b/, read: ([, day, month, year], today) => one(dayNamed(today, Number(month), Number(day), year === undefined ? undefined : Number(year))) },
  { pattern: new RegExp(`\\b(?:on )?(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${monthWord}\\b(?: (\\d{4}))?`), read: ([, day, month, year], today) => one(dayNamed(today, englishMonth(month), Number(day), year === undefined ? undefined : Number(year))) },
  { pattern: new RegExp(`\\b(?:on )?${monthWord} (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4}))?`), read: ([, month, day, year], today) => one(dayNamed(today, englishMonth(month), Number(day), year === undefined ? undefined : Number(year))) },
  { pattern: /\b(?:ngay|hom|on) (\d{1,2}) ?[/.-] ?(\d{1,2})\b/, read: ([, day, month], today) => one(dayNamed(today, Number(month), Number(day))) },
  { pattern: /(?<![\d/.,])\b(\d{1,2})\/(\d{1,2})\b(?![\d/.,]| ?(?:kg|g|lit|l|con|qua|hop)\b)/, read: ([all, day, month], today) => (/^(?:24\/7|1\/2|1\/4|3\/4)$/.test(all) ? undefined : one(dayNamed(today, Number(month), Number(day)))) },
  { pattern: /\b(?:hom nay|toi nay|today|tonight)\b/, read: (_, today) => one(today) },
  { pattern: /\b(?:ngay kia|day after tomorrow)\b/, read: (_, today) => one(addDays(today, 2)) },
  { pattern: /\b(?:ngay mai|sang mai|tomorrow)\b/, read: (_, today) => one(addDays(today, 1)) },
  { pattern: /\b(?:cuoi tuan (?:sau|toi)|next weekend)\b/, isAlsoText: true, read: (_, today) => weekendOf(today, 1) },
  { pattern: /\b(?:cuoi tuan(?: nay)?|(?:this |the )?weekend)\b/, isAlsoText: true, read: (_, today) => weekendOf(today, 0) },
  { pattern: /\b(thu [2-7]|t[2-7]|thu (?:hai|ba|tu|nam|sau|bay)|chu nhat|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b( (?:tuan )?(?:sau|toi))?/, read([, word = "", later], today) {
    const weekday = weekdayWord(word);
    if (weekday === undefined) return undefined;
    const next = addDays(today, (weekday - weekdayOf(today) + 7) % 7);
    return one(later === undefined ? next : addDays(monday(today), 7 + ((weekday + 6) % 7)));
  } },
  { pattern: /\b(?:tuan (?:sau|toi)|next week)\b/, read: (_, today) => weekOf(addDays(today, 7), today) },
  { pattern: /\b(?:tuan nay|this week)\b/, read: (_, today) => weekOf(today, today) },
  { pattern: /\b(?:thang (?:sau|toi)|next month)\b/, read: (_, today) => monthFrom(firstOfNext(today), today) },
  { pattern: /\b(?:thang nay|this month)\b/, read: (_, today) => monthFrom(`${today.slice(0, 8)}01`, today) },
];

function lunarDay(today: Day, month: number | undefined, day: number): Read | undefined {
  return month === undefined || month < 1 || month > 12 || day < 1 || day > 30 ? undefined : one(nextLunarDay({ month, day }, today));
}

/** The last day of the lunar year, which has 29 days in its last month or 30. */
function eveOfTet(today: Day): Day | undefined {
  const { year } = lunarOf(today);
  const tet = dayOfLunar({ year: year + 1, month: 1, day: 1, isLeapMonth: false });
  return tet === undefined ? undefined : addDays(tet, -1);
}
