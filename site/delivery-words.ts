import { formatDayRange, type Day, type Locale } from "@xudong/domain";
import { textFor } from "./text/index.ts";

/** When goods are expected, or can be collected, in words; undefined where nothing is promised. */
export function arrivalWords({ service, arrivesFrom, arrivesTo }: { service: string; arrivesFrom: Day | null; arrivesTo: Day | null }, locale: Locale): string | undefined {
  const t = textFor(locale).delivery;
  if (arrivesFrom === null) return undefined;
  return service === "pickup" ? t.ready(formatDayRange(arrivesFrom, arrivesFrom, locale)) : t.arrives(formatDayRange(arrivesFrom, arrivesTo ?? arrivesFrom, locale));
}
