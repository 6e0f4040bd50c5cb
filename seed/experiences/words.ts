import type { Localized } from "@xudong/domain";
import { label as common } from "../sample.ts";

/** The labels under which every sample experience says the same things. */
export const label = {
  ...common,
  weather: { vi: "Khi trời xấu (của gian hàng mẫu)", en: "In bad weather (the sample shop's own rule)" },
  notIncluded: { vi: "Chưa gồm", en: "Not included" },
} as const satisfies Record<string, Localized>;

/** How those are spoken that have a scarce guide for guests from abroad. */
export const guidedInBoth: Localized = {
  vi: "Đi chung bằng tiếng Việt; nhóm riêng có người nói tiếng Anh đi cùng",
  en: "Shared walks in Vietnamese; private groups go with somebody who speaks English",
};

/** An estimate of ours, which the times of the experience keep to. */
export function lasting(minutes: number): Localized {
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (minutes < 120) return { vi: `Khoảng ${minutes} phút (mẫu)`, en: `About ${minutes} minutes (sample)` };
  if (rest === 0) return { vi: `Khoảng ${whole} giờ (mẫu)`, en: `About ${whole} hours (sample)` };
  return { vi: `Khoảng ${whole} giờ ${rest} phút (mẫu)`, en: `About ${whole} hours ${rest} minutes (sample)` };
}
