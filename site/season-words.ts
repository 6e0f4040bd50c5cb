import type { LunarWindow } from "@xudong/domain";
import type { Text } from "./text/index.ts";

/** Months as a person says them: runs, also over New Year. September to April is one run, not eight months. Lunar windows follow them. */
export function seasonWords(months: readonly number[], t: Text, lunar: readonly LunarWindow[] = []): string {
  if (months.length === 12) return t.listing.allYear;
  const isIn = (month: number) => months.includes(((month + 11) % 12) + 1);
  const starts = Array.from({ length: 12 }, (_, i) => i + 1).filter((month) => isIn(month) && !isIn(month - 1));
  const runs = starts.map((first) => {
    let last = first;
    while (isIn(last + 1)) last += 1;
    return last === first ? t.month(first) : `${t.month(first)} – ${t.month(((last + 11) % 12) + 1)}`;
  });
  const windows = lunar.map((window) => t.listing.lunarWindow(window));
  const said = [...runs, ...windows].join(", ");
  return said.charAt(0).toUpperCase() + said.slice(1);
}
