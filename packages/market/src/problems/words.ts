import { formatDay, formatDong, formatTime, textIn, type ErrorDetails, type Locale, type Localized } from "@xudong/domain";

export const isTitle = (value: unknown): value is Localized => typeof value === "object" && value !== null && "vi" in value;

/** The goods a refusal is about, in their language; where none is named, what they are called together. */
export function goodsNamed({ titles }: ErrorDetails, locale: Locale, unnamed = locale === "vi" ? "Hàng trong giỏ" : "Some of these goods"): string {
  const named = Array.isArray(titles) ? titles.filter(isTitle).map((title) => textIn(title, locale).text) : [];
  return named.length === 0 ? unnamed : named.join(", ");
}

export const kilobytes = (bytes: number): number => Math.floor(bytes / 1024);
export const seconds = (count: number): string => (count === 1 ? "1 second" : `${count} seconds`);

/** What somebody typed, as a sentence names it. */
export function quoted(typed: unknown, locale: Locale): string {
  if (typeof typed !== "string" || typed === "") return locale === "vi" ? "nơi bạn ghi" : "what was written";
  return locale === "vi" ? `“${typed}”` : `“${plain(typed)}”`;
}

/** In English sentences names stand without marks. */
export const plain = (name: string): string => name.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function moment(at: Date, locale: Locale): string {
  return `${formatTime(at, locale)}, ${formatDay(at, locale)}`;
}

export function range(min: number | undefined, max: number | undefined, locale: Locale): string {
  if (min === undefined || max === undefined) return "";
  return locale === "vi" ? ` từ ${min} đến ${max}` : ` from ${min} to ${max}`;
}

export function moneyRange(min: number | undefined, max: number | undefined, locale: Locale): string {
  if (max === undefined) return "";
  if (min === undefined) return locale === "vi" ? `Mỗi đơn trả được tối đa ${formatDong(max, locale)}. ` : `One order is ${formatDong(max, locale)} at most. `;
  const [from, to] = [formatDong(min, locale), formatDong(max, locale)];
  return locale === "vi" ? `Mỗi lần trả được từ ${from} đến ${to}. ` : `One payment is from ${from} to ${to}. `;
}
