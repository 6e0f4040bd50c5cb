/** "100.000", "100k" or "1,2tr" in đồng; undefined where nothing was typed, null where it is no price. */
export function readPrice(typed: string): number | undefined | null {
  const text = typed.trim().toLowerCase().replace(/\s|đ|vnd|₫/g, "");
  if (text === "") return undefined;
  const short = /^(\d+)(?:[.,](\d))?(k|n|tr)$/.exec(text);
  if (short !== null) return Math.round((Number(short[1]) + Number(short[2] ?? 0) / 10) * (short[3] === "tr" ? 1_000_000 : 1_000));
  const digits = text.replace(/[.,](?=\d{3}\b)/g, "");
  return /^\d{1,12}$/.test(digits) ? Number(digits) : null;
}
