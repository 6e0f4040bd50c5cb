/** Prints one figure as a line: what was measured, how often per second, how long, and how it stands to the raw one. */
export function say(what: string, { perSecond, p50, p99, failed }: { perSecond: number; p50?: number; p99?: number; failed?: number }, raw?: number): void {
  const parts = [
    what.padEnd(52),
    `${perSecond.toLocaleString("en")}/s`.padStart(10),
    p50 === undefined ? "" : `p50 ${p50} ms`.padStart(14),
    p99 === undefined ? "" : `p99 ${p99} ms`.padStart(15),
    raw === undefined ? "" : `${((100 * perSecond) / raw).toFixed(1)} % of raw`.padStart(16),
    failed ? `  ${failed} FAILED` : "",
  ];
  console.log(parts.join("").trimEnd());
}
