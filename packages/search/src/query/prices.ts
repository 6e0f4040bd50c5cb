export type PriceWish = { min?: number; max?: number };

const number = "(\\d{1,3}(?:[.,]\\d{3})+|\\d+(?:[.,]\\d{1,2})?)";
const unit = "(tr(?:ieu)?|m|cu|k|nghin|ngan|ng|n|xi|lit(?= ))?";
/** "1tr2", "1,5 trieu", "100k", "100.000d": a number, what it counts in, and what comes behind the millions. */
const amount = `${number} ?${unit}(\\d{1,3})?(?: ?(ruoi))? ?(d|dong|vnd|vnđ|₫)?\\b`;
const between = "(?: ?(?:-|–|den|toi|to|and|va) ?)";

const range = new RegExp(`(?:\\b(?:tu|khoang|tam|gia|from|between) )?${amount}${between}${amount}`, "g");
const most = new RegExp(`(?:\\b(?:gia )?(?:duoi|khong qua|toi da|it hon|re hon|nho hon|under|below|less than|at most|up to|max|cheaper than)|<=?) ?${amount}`, "g");
const least = new RegExp(`(?:\\b(?:gia )?(?:tren|it nhat|toi thieu|hon|over|above|more than|at least|min|from|tu)|>=?) ?${amount}(?: (?:tro len|do len))?`, "g");
const about = new RegExp(`\\b(?:gia )?(?:tam|khoang|co|around|about) ?${amount}`, "g");
const bare = new RegExp(amount, "g");

/** A price in words, and where it stands: "dưới 100k", "từ 50 đến 100 nghìn", "1tr2". Folded text in. */
export function readPrices(flat: string): (PriceWish & { from: number; to: number }) | undefined {
  for (const found of flat.matchAll(range)) {
    const [low, high] = [found.slice(1, 6), found.slice(6, 11)];
    // "từ 50 đến 100 nghìn": what the second counts in, the first counts in.
    const max = dong(high);
    const min = dong(low) ?? (max === undefined ? undefined : dong([low[0], high[1], low[2], low[3], high[4]]));
    if (min !== undefined && max !== undefined && min <= max) return { min, max, ...spanOf(found) };
  }
  for (const [pattern, wish] of forms) {
    for (const found of flat.matchAll(pattern)) {
      const value = dong(found.slice(1, 6));
      if (value !== undefined) return { ...wish(value), ...spanOf(found) };
    }
  }
  return undefined;
}

const nearly = (value: number): PriceWish => ({ min: Math.round(value * 0.8), max: Math.round(value * 1.2) });
const forms: readonly (readonly [RegExp, (value: number) => PriceWish])[] = [[most, (max) => ({ max })], [least, (min) => ({ min })], [about, nearly], [bare, nearly]];

const spanOf = (found: RegExpExecArray) => ({ from: found.index, to: found.index + found[0].length });

/** In whole đồng; undefined where nothing says that it is money: "loại 1", "4 sao", "300 g". */
function dong([digits = "", counted, behind, half, sign]: readonly (string | undefined)[]): number | undefined {
  const isGrouped = /^\d{1,3}([.,]\d{3})+$/.test(digits);
  const value = isGrouped ? Number(digits.replace(/[.,]/g, "")) : Number(digits.replace(",", "."));
  const times = counted === undefined ? 1 : /^(tr|m|cu)/.test(counted) ? 1_000_000 : /^(xi|lit)/.test(counted) ? 100_000 : 1_000;
  if (behind !== undefined && times < 1_000_000) return undefined;
  const more = behind === undefined ? 0 : Number(behind) * 10 ** (6 - behind.length);
  const whole = Math.round(value * times + more + (half === undefined ? 0 : times / 2));
  const isMoney = (counted !== undefined && counted !== "lit" && counted !== "m") || sign !== undefined || (isGrouped && value >= 1_000) || (behind === undefined && counted === undefined && value >= 10_000);
  return isMoney && Number.isSafeInteger(whole) && whole >= 500 && whole <= 100_000_000_000 ? whole : undefined;
}
