import type { Localized } from "@xudong/domain";

/** A month of the region: one sentence for its home page and the drawing in the middle of the season wheel. */
type Month = { sentence: Localized & { en: string }; drawing: string };

/** How many đồng one of a currency is worth from a day on. */
export type RoughRate = { currency: string; dong: number; from: string; isSample: boolean };

/** A day on which people give something. */
export type Occasion = { name: Localized & { en: string } } & ({ solar: string } | { lunar: { month: number; day: number } });

/** Something the season wheel shows, and the solar months it is there. */
type Season = { name: Localized & { en: string }; months: readonly number[]; ring: "outer" | "middle" | "inner" };

/**
 * What makes this market the market of this region: its name, its province and its year. The packages
 * know none of it, so another region writes its own file and its own seed.
 */
export const marketConfig = {
  name: "Chợ Xứ Đông",
  region: { vi: "Hải Dương – Hải Phòng", en: "Hải Dương – Hải Phòng, Vietnam" },
  /** Suggested in the address form: most parcels stay near. */
  province: "Thành phố Hải Phòng",
  /** Where else people may want a parcel sent, as an example of what that costs. */
  farther: ["Thành phố Hà Nội", "Thành phố Đà Nẵng", "Thành phố Hồ Chí Minh"],
  defaultPaymentMethod: "vnpay",
  /**
   * What a visitor's money is worth, for a rough price beside the one in đồng: rows by day, the newest that has begun counts.
   * Round figures made up for the demo, which pages say; whoever runs a market writes down its bank's.
   */
  roughRates: [
    { currency: "USD", dong: 25_000, from: "2026-01-01", isSample: true },
    { currency: "EUR", dong: 28_000, from: "2026-01-01", isSample: true },
    { currency: "GBP", dong: 33_000, from: "2026-01-01", isSample: true },
    { currency: "AUD", dong: 16_500, from: "2026-01-01", isSample: true },
    { currency: "JPY", dong: 170, from: "2026-01-01", isSample: true },
    { currency: "KRW", dong: 18, from: "2026-01-01", isSample: true },
    { currency: "CNY", dong: 3_500, from: "2026-01-01", isSample: true },
  ] satisfies readonly RoughRate[],
  /** Whether browsers keep the orders and tickets they have opened; false takes away what they kept, at the next one they open. */
  worksOffline: true as boolean,
  /** Days on which people here give something, by the sun or the moon. */
  occasions: [
    { name: { vi: "Tết", en: "Tết, the lunar new year" }, lunar: { month: 1, day: 1 } },
    { name: { vi: "ngày 8 tháng Ba", en: "Women's Day, 8 March" }, solar: "03-08" },
    { name: { vi: "rằm tháng Bảy, lễ Vu Lan", en: "Vu Lan, a day for one's parents" }, lunar: { month: 7, day: 15 } },
    { name: { vi: "Tết Trung thu", en: "the Mid-Autumn Festival" }, lunar: { month: 8, day: 15 } },
    { name: { vi: "ngày 20 tháng Mười", en: "Vietnamese Women's Day, 20 October" }, solar: "10-20" },
    { name: { vi: "ngày Nhà giáo 20 tháng Mười Một", en: "Teachers' Day, 20 November" }, solar: "11-20" },
  ] satisfies readonly Occasion[],
  /** Months as the press and the province's pages state them; things without a stated season are not on the wheel. */
  seasons: [
    { name: { vi: "cà rốt Đức Chính", en: "Đức Chính carrots" }, months: [1, 2, 3], ring: "outer" },
    { name: { vi: "vải Thanh Hà", en: "lychees" }, months: [5, 6], ring: "outer" },
    { name: { vi: "na Chí Linh", en: "Chí Linh custard apples" }, months: [7, 8, 9], ring: "outer" },
    { name: { vi: "rươi Tứ Kỳ", en: "Tứ Kỳ ragworms" }, months: [10, 11, 12], ring: "outer" },
    { name: { vi: "hành tỏi", en: "shallots" }, months: [1, 2], ring: "middle" },
    { name: { vi: "cáy tươi", en: "mud crabs" }, months: [5, 6, 7, 8, 9], ring: "middle" },
    { name: { vi: "nếp cái hoa vàng", en: "sticky rice" }, months: [10, 11], ring: "middle" },
    { name: { vi: "thuyền Đảo Cò", en: "boats among the storks" }, months: [9, 10, 11, 12, 1, 2, 3, 4], ring: "inner" },
    { name: { vi: "thăm vườn vải", en: "orchard visits" }, months: [5, 6], ring: "inner" },
  ] satisfies readonly Season[],
  months: [
    { sentence: { vi: "Cà rốt Đức Chính, hành tỏi Kinh Môn vào vụ thu.", en: "Carrots at Đức Chính, shallots and garlic at Kinh Môn are lifted." }, drawing: "carrot" },
    { sentence: { vi: "Cà rốt, hành tỏi vẫn đang thu; thuyền Đảo Cò vẫn chạy.", en: "Carrots and shallots are still coming in; boats still go out among the storks." }, drawing: "onion" },
    { sentence: { vi: "Tháng cuối của cà rốt Đức Chính.", en: "The last month of Đức Chính carrots." }, drawing: "carrot" },
    { sentence: { vi: "Tháng cuối của mùa thuyền Đảo Cò.", en: "The last month of boats among the storks of Đảo Cò." }, drawing: "boat-storks" },
    { sentence: { vi: "Vải sớm Thanh Hà bắt đầu chín.", en: "The early lychees of Thanh Hà begin to ripen." }, drawing: "lychee" },
    { sentence: { vi: "Vải thiều Thanh Hà chính vụ, rộ từ giữa tháng.", en: "The main lychee harvest of Thanh Hà, fullest from mid-month." }, drawing: "lychee" },
    { sentence: { vi: "Na Chí Linh vào đầu vụ cuối tháng.", en: "The first custard apples of Chí Linh, late in the month." }, drawing: "custard-apple" },
    { sentence: { vi: "Na Chí Linh rộ giữa tháng.", en: "Custard apples of Chí Linh are at their fullest mid-month." }, drawing: "custard-apple" },
    { sentence: { vi: "Na Chí Linh cuối vụ; thuyền Đảo Cò vào mùa.", en: "The last custard apples; the boats of Đảo Cò begin their season." }, drawing: "boat-storks" },
    { sentence: { vi: "Gặt nếp cái hoa vàng; rươi Tứ Kỳ đầu mùa.", en: "Golden-flower sticky rice is cut; the first ragworms of Tứ Kỳ." }, drawing: "rice" },
    { sentence: { vi: "Gặt nếp cái hoa vàng, rươi Tứ Kỳ đang mùa.", en: "Golden-flower sticky rice is cut and the ragworms of Tứ Kỳ are in season." }, drawing: "rice" },
    { sentence: { vi: "Tháng cuối của rươi; rừng phong chùa Thanh Mai đổi màu.", en: "The last month of ragworms; the maples of Thanh Mai pagoda turn." }, drawing: "pagoda" },
  ] satisfies readonly Month[],
} as const;
