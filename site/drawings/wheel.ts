import { addDays, lunarOf, type Day } from "@xudong/domain";

/** The geometry of the season wheel: January begins at the top, the year runs clockwise, the middle is (320, 320). */
const centre = 320;
const rings = { outer: 231, middle: 193, inner: 155 } as const;
const halfWidth = 17;

/** The wheel's circles, from its edge inwards: months between `edge` and `months`, the moon's months down to `moons`, then what grows, then the well. */
export const circles = { edge: 314, months: 274, moons: 252, well: 132 } as const;

const point = (turns: number, radius: number) => {
  const angle = (turns - 0.25) * 2 * Math.PI;
  return { x: Math.round((centre + radius * Math.cos(angle)) * 10) / 10, y: Math.round((centre + radius * Math.sin(angle)) * 10) / 10 };
};

const begins = (month: number) => (month - 1) / 12;

/** The middle of a month at a distance from the centre. */
export const radiusOf = (month: number, radius: number) => point(begins(month) + 1 / 24, radius);

/** The line at which a month begins. */
export function spoke(month: number, from: number, to: number): string {
  const [a, b] = [point(begins(month), from), point(begins(month), to)];
  return `M${a.x} ${a.y}L${b.x} ${b.y}`;
}

const daysIn = (day: Day) => new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();

/** How far round the year a day begins, every month being as wide as another. */
const turnOf = (day: Day): number => begins(Number(day.slice(5, 7))) + (Number(day.slice(8)) - 1) / daysIn(day) / 12;

/** The line of a day between two circles. */
export function ray(day: Day, from: number, to: number): string {
  const [a, b] = [point(turnOf(day), from), point(turnOf(day), to)];
  return `M${a.x} ${a.y}L${b.x} ${b.y}`;
}

/** A month of the moon on the wheel: where it begins, and how its name is moved to where it stands and turned along the rim. */
export type Moon = { month: number; isTet: boolean; spoke: string; name: string };

let known: { year: number; moons: readonly Moon[] } | undefined;

/** The moon's months that begin in a solar year, in their places beside the sun's. */
export function moonsOf(year: number): readonly Moon[] {
  if (known?.year === year) return known.moons;
  const first: Day = `${year}-01-01`;
  const newMoons = Array.from({ length: 366 }, (_, i) => addDays(first, i)).filter((day) => day.startsWith(String(year)) && lunarOf(day).day === 1);
  const moons = newMoons.map((day): Moon => {
    const { month, isLeapMonth } = lunarOf(day);
    const middle = Math.min(turnOf(day) + 14.7 / 365, 0.985);
    const at = point(middle, (circles.moons + circles.months) / 2);
    const turned = Math.round(middle * 360) + (middle > 0.25 && middle < 0.75 ? 180 : 0);
    return { month, isTet: month === 1 && !isLeapMonth, spoke: ray(day, circles.moons, circles.months), name: `translate(${at.x} ${at.y}) rotate(${turned})` };
  });
  known = { year, moons };
  return moons;
}

function band(from: number, to: number, inside: number, outside: number): string {
  const large = to - from > 0.5 ? 1 : 0;
  const [a, b, c, d] = [point(from, outside), point(to, outside), point(to, inside), point(from, inside)];
  return `M${a.x} ${a.y}A${outside} ${outside} 0 ${large} 1 ${b.x} ${b.y}L${c.x} ${c.y}A${inside} ${inside} 0 ${large} 0 ${d.x} ${d.y}z`;
}

/** A sector from the beginning of one month to the end of another. */
export const arc = (first: number, last: number, inside: number, outside: number): string => band(begins(first), begins(last) + 1 / 12, inside, outside);

/** Where a season's words stand: on the upper half they run clockwise, on the lower half the other way, so that nobody reads upside down. */
function wordsLine(from: number, to: number, radius: number): string {
  const middle = ((from + to) / 2 + 1) % 1;
  const isUpsideDown = middle > 0.27 && middle < 0.73;
  const large = to - from > 0.5 ? 1 : 0;
  const [a, b] = [point(from, radius), point(to, radius)];
  return isUpsideDown ? `M${b.x} ${b.y}A${radius} ${radius} 0 ${large} 0 ${a.x} ${a.y}` : `M${a.x} ${a.y}A${radius} ${radius} 0 ${large} 1 ${b.x} ${b.y}`;
}

/** First and last month of a season that may run over New Year, and its band and line of words on each ring. */
export function spanOf(months: readonly number[]) {
  const first = months.find((month) => !months.includes(month === 1 ? 12 : month - 1)) ?? 1;
  const last = months.find((month) => !months.includes((month % 12) + 1)) ?? 12;
  const from = begins(first) + 0.004;
  const to = begins(last) + 1 / 12 - 0.004 + (last < first ? 1 : 0);
  const on = <Made>(make: (radius: number) => Made) => ({ outer: make(rings.outer), middle: make(rings.middle), inner: make(rings.inner) });
  return { first, last, band: on((radius) => band(from, to, radius - halfWidth, radius + halfWidth)), line: on((radius) => wordsLine(from, to, radius + (isLower(from, to) ? 6 : -6))) };
}

const isLower = (from: number, to: number) => {
  const middle = ((from + to) / 2 + 1) % 1;
  return middle > 0.27 && middle < 0.73;
};
