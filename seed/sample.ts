import type { ListingDraft } from "@xudong/catalog";
import type { ShopKey } from "./shops.ts";

/** A sample listing: its draft, the shop it belongs to, and a key by which tests and other samples name it. */
export type SampleListing = { key: string; shop: ShopKey; draft: ListingDraft };

/** What every sample of goods has in common. */
export const sold = (words: Omit<ListingDraft, "kind" | "isSample" | "taxActivity">): ListingDraft => ({ kind: "goods", isSample: true, taxActivity: "goods", ...words });

export const allYear = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/**
 * What is said about a speciality or a place has a source, named in `provenance`; what only the seller
 * could know (recipe, duration, meeting place) is invented, and its label says that it is the sample's own.
 */
export const label = {
  grownIn: { vi: "Nơi trồng", en: "Grown in" },
  madeIn: { vi: "Nơi làm", en: "Made in" },
  caughtIn: { vi: "Nơi bắt", en: "Caught in" },
  packs: { vi: "Quy cách", en: "Sizes" },
  harvest: { vi: "Mùa vụ", en: "Harvest" },
  sellingTime: { vi: "Lịch bán (của gian hàng mẫu)", en: "On sale (the sample shop's own calendar)" },
  recipe: { vi: "Thành phần (công thức mẫu)", en: "Ingredients (sample recipe)" },
  material: { vi: "Chất liệu", en: "Material" },
  making: { vi: "Cách làm", en: "How it is made" },
  size: { vi: "Kích thước (của hàng mẫu)", en: "Measurements (of the sample)" },
  keeping: { vi: "Bảo quản", en: "Keeping" },
  sampleKeeping: { vi: "Bảo quản (lời dặn của gian hàng mẫu)", en: "Keeping (the sample shop's advice)" },
  posting: { vi: "Gửi hàng", en: "Posting" },
  use: { vi: "Cách dùng", en: "How to use it" },
  duration: { vi: "Thời lượng (của gian hàng mẫu)", en: "Duration (the sample shop's own offer)" },
  included: { vi: "Giá gồm (của gian hàng mẫu)", en: "Included (the sample shop's own offer)" },
  meeting: { vi: "Điểm hẹn (mẫu)", en: "Meeting place (sample)" },
  language: { vi: "Ngôn ngữ (của gian hàng mẫu)", en: "Language (the sample shop's own offer)" },
  bring: { vi: "Nên mang theo", en: "What to bring" },
} as const;

export const guidedIn = {
  vi: "Hướng dẫn bằng tiếng Việt, có tờ giới thiệu bằng tiếng Anh",
  en: "Guided in Vietnamese, with a printed introduction in English",
} as const;
