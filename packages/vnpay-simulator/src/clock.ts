const hanoiOffsetMs = 7 * 60 * 60 * 1000;
/** Far enough for any test, near enough that every date still has a year of four digits. */
export const largestOffsetMs = 50 * 365 * 24 * 60 * 60 * 1000;

/** The simulator's own time: the machine's, moved by an offset that tests and developers set. */
export class Clock {
  readonly #machine: () => number;
  offsetMs: number;

  constructor(machine: () => number, offsetMs: number) {
    this.#machine = machine;
    this.offsetMs = offsetMs;
  }

  now(): number {
    return this.#machine() + this.offsetMs;
  }
}

/** yyyyMMddHHmmss as a clock in Hà Nội shows it. Worked out by hand, so that the machine's own zone never matters. */
export function toStamp(instant: number): string {
  return new Date(instant + hanoiOffsetMs).toISOString().replace(/\D/g, "").slice(0, 14);
}

/** The instant of a yyyyMMddHHmmss; null for the thirtieth of February and its like. */
export function fromStamp(stamp: string): number | null {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(stamp);
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  const instant = Date.UTC(year, month - 1, day, hour, minute, second) - hanoiOffsetMs;
  return toStamp(instant) === stamp ? instant : null;
}

/** The day in Hà Nội, yyyyMMdd: "used today" and "unique per day" are counted by it. */
export const hanoiDay = (instant: number): string => toStamp(instant).slice(0, 8);
