/**
 * When the moon is new and how far the sun has come, after Jean Meeus, "Astronomical Algorithms" (2nd edition, chapters 25
 * and 49): a new moon is right to about 20 seconds, the sun's longitude to a few thousandths of a degree, between 1900 and
 * 2200. Days are counted from 1970-01-01 00:00 UTC, with their fraction.
 */
const dayOfJulian = (julianDay: number): number => julianDay - 2_440_587.5;
const julianOfDay = (day: number): number => day + 2_440_587.5;

const sin = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);

/** The mean length of a month of the moon, in days. */
export const meanMonthDays = 29.530588861;

/** Of which mean new moon a day is the nearest, counted from the first of the year 2000. */
export function moonNear(day: number): number {
  return Math.round((julianOfDay(day) - 2_451_550.09766) / meanMonthDays);
}

/** Size in days, and how often the sun's anomaly, the moon's anomaly and the moon's argument of latitude enter. */
const moonTerms: readonly (readonly [days: number, sun: number, moon: number, latitude: number])[] = [
  [-0.4072, 0, 1, 0], [0.17241, 1, 0, 0], [0.01608, 0, 2, 0], [0.01039, 0, 0, 2], [0.00739, -1, 1, 0], [-0.00514, 1, 1, 0],
  [0.00208, 2, 0, 0], [-0.00111, 0, 1, -2], [-0.00057, 0, 1, 2], [0.00056, 1, 2, 0], [-0.00042, 0, 3, 0], [0.00042, 1, 0, 2],
  [0.00038, 1, 0, -2], [-0.00024, -1, 2, 0], [-0.00007, 2, 1, 0], [0.00004, 0, 2, -2], [0.00004, 3, 0, 0], [0.00003, 1, 1, -2],
  [0.00003, 0, 2, 2], [-0.00003, 1, 1, 2], [0.00003, -1, 1, 2], [-0.00002, -1, 1, -2], [-0.00002, 1, 3, 0], [0.00002, 0, 4, 0],
];

/** What Venus, Jupiter and the others add: size in days, phase at the first new moon of 2000 and step per month, in degrees. */
const planetTerms: readonly (readonly [days: number, phase: number, step: number])[] = [
  [0.000325, 299.77, 0.107408], [0.000165, 251.88, 0.016321], [0.000164, 251.83, 26.651886], [0.000126, 349.42, 36.412478],
  [0.00011, 84.66, 18.206239], [0.000062, 141.74, 53.303771], [0.00006, 207.14, 2.453732], [0.000056, 154.84, 7.30686],
  [0.000047, 34.52, 27.261239], [0.000042, 207.19, 0.121824], [0.00004, 291.34, 1.844379], [0.000037, 161.72, 24.198154],
  [0.000035, 239.56, 25.513099], [0.000023, 331.55, 3.592518],
];

/** The instant of a new moon, by its number from the first of the year 2000. */
export function newMoon(number: number): number {
  const t = number / 1236.85;
  const mean = 2_451_550.09766 + meanMonthDays * number + t * t * (0.00015437 - 0.00000015 * t);
  const sun = 2.5534 + 29.1053567 * number - t * t * (0.0000014 + 0.00000011 * t);
  const moon = 201.5643 + 385.81693528 * number + t * t * (0.0107582 + 0.00001238 * t);
  const latitude = 160.7108 + 390.67050284 * number - t * t * (0.0016118 + 0.00000227 * t);
  const node = 124.7746 - 1.56375588 * number + 0.0020672 * t * t;
  const eccentricity = 1 - t * (0.002516 + 0.0000074 * t);

  let julianDay = mean - 0.00017 * sin(node);
  for (const [days, ofSun, ofMoon, ofLatitude] of moonTerms) {
    julianDay += days * eccentricity ** Math.abs(ofSun) * sin(ofSun * sun + ofMoon * moon + ofLatitude * latitude);
  }
  for (const [days, phase, step] of planetTerms) julianDay += days * sin(phase + step * number);
  return toClock(dayOfJulian(julianDay));
}

/** What the moon and the planets add to the sun's longitude: size in degrees, phase in 2000 and step per century. */
const sunTerms: readonly (readonly [degrees: number, phase: number, step: number])[] = [
  [0.00201, 247.23, 32_964.4678], [0.00191, 260.87, -19.441], [0.0018, 297.82, 445_267.1117], [0.00154, 343.14, 45_036.884], [0.00134, 81.53, 22_518.4434],
];

/** The sun's apparent longitude at an instant, in degrees from 0 (spring) over 270 (winter solstice) to 360. */
export function sunLongitude(day: number): number {
  const t = (julianOfDay(toUniform(day)) - 2_451_545) / 36_525;
  const anomaly = 357.52911 + t * (35_999.05029 - 0.0001537 * t);
  let degrees = 280.46646 + t * (36_000.76983 + 0.0003032 * t);
  degrees += (1.914602 - 0.004817 * t) * sin(anomaly) + (0.019993 - 0.000101 * t) * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly);
  for (const [size, phase, step] of sunTerms) degrees += size * sin(phase + step * t);
  degrees -= 0.00569 + 0.00478 * sin(125.04 - 1934.136 * t);
  return ((degrees % 360) + 360) % 360;
}

/**
 * By how many seconds the turning earth has fallen behind uniform time: measured up to 2020, after that as foretold by
 * F. Espenak and J. Meeus (2006). Nobody can know the latter to a minute in the 22nd century.
 */
const secondsBehind: readonly (readonly [year: number, seconds: number])[] = [
  [1890, -5.9], [1900, -2.7], [1910, 10.4], [1920, 21.2], [1930, 24], [1940, 24.3], [1950, 29.1], [1960, 33.1], [1970, 40.2], [1980, 50.5],
  [1990, 56.9], [2000, 63.8], [2010, 66.1], [2020, 69.4], [2050, 93], [2100, 202.7], [2150, 328.5], [2210, 466.7],
];

function daysBehind(day: number): number {
  const year = 1970 + day / 365.2425;
  const next = Math.max(1, secondsBehind.findIndex(([from]) => from > year));
  const [[fromYear, from], [toYear, to]] = [secondsBehind[next - 1] ?? [0, 0], secondsBehind[next] ?? [1, 0]];
  return (from + ((to - from) * (year - fromYear)) / (toYear - fromYear)) / 86_400;
}

const toClock = (uniform: number): number => uniform - daysBehind(uniform);
const toUniform = (clock: number): number => clock + daysBehind(clock);
