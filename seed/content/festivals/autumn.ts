import type { LinkedPiece } from "@xudong/content";
import { from } from "../sources.ts";
import { drawn, inCommune, inWard } from "../words.ts";

/** The festivals of the seventh and the eighth lunar month. */
export const autumn: readonly LinkedPiece[] = [
  {
    links: [{ kind: "place", key: "den-khuc-thua-du" }, { kind: "place", key: "lang-cuc-bo" }],
    draft: {
      key: "le-hoi-den-khuc-thua-du",
      isSample: true,
      title: { vi: "Lễ hội đền Khúc Thừa Dụ", en: "Khúc Thừa Dụ festival" },
      summary: {
        vi: "Ngày 21–23 tháng Bảy âm lịch ở làng Cúc Bồ, giỗ người dựng nền tự chủ đầu thế kỷ 10.",
        en: "The 21st–23rd of the seventh lunar month in Cúc Bồ, in memory of the founder of self-rule in the 10th century.",
      },
      body: [
        {
          text: {
            vi: "Ngày 23 tháng Bảy âm lịch là ngày giỗ Khúc Thừa Dụ, người giành quyền tự chủ đầu thế kỷ 10. Hội mở ba ngày ở đền thờ họ Khúc, làng Cúc Bồ, nay thuộc xã mang tên ông.",
            en: "The 23rd of the seventh lunar month is the memorial of Khúc Thừa Dụ, who took self-rule early in the 10th century. The festival lasts three days at the temple of the Khúc family in Cúc Bồ, in the commune that now bears his name.",
          },
        },
        {
          text: {
            vi: "Hội có thi gói bánh chưng và pháo đất; năm 2024 báo địa phương viết rằng hội mở lớn hơn mọi năm trước. Trong làng còn nhà gỗ lim năm gian của thợ mộc Cúc Bồ; ghé xem thì xin phép chủ nhà.",
            en: "There is a contest of wrapping chưng cakes, and clay firecrackers; in 2024 the local press wrote that it was held on a larger scale than in any year before. The village also keeps the five-bay ironwood houses of its carpenters; ask the owners before you look in.",
          },
        },
      ],
      facts: [],
      pictures: drawn("banh-chung", "Hình vẽ chiếc bánh chưng vuông buộc lạt, bên trên là lá dong", "Drawing of a square bánh chưng tied with strips, leaves above it"),
      sources: from("khuc24"),
      detail: {
        kind: "festival",
        dates: { calendar: "lunar", month: 7, startDay: 21, lengthDays: 3, mainDays: [{ month: 7, day: 23, what: { vi: "Ngày giỗ", en: "Memorial" } }], mayShift: true },
        location: { unitCodes: ["11224"], address: inCommune("Khúc Thừa Dụ", { vi: "Làng Cúc Bồ", en: "Cúc Bồ village" }) },
        placeKey: "den-khuc-thua-du",
      },
    },
  },
  {
    links: [{ kind: "place", key: "kiep-bac" }, { kind: "place", key: "con-son" }],
    draft: {
      key: "le-hoi-mua-thu-con-son-kiep-bac",
      isSample: true,
      title: { vi: "Lễ hội mùa thu Côn Sơn – Kiếp Bạc", en: "Côn Sơn – Kiếp Bạc autumn festival" },
      summary: {
        vi: "Mười một ngày tháng Tám âm lịch tưởng niệm Hưng Đạo Đại vương, có hội quân trên sông Lục Đầu.",
        en: "Eleven days in the eighth lunar month in memory of Trần Hưng Đạo, with a muster of boats on the Lục Đầu river.",
      },
      body: [
        {
          text: {
            vi: "Ngày 20 tháng Tám âm lịch là ngày giỗ Hưng Đạo Đại vương Trần Quốc Tuấn, và là ngày chính của hội. Năm 2025 hội mở từ mồng 10 đến 20 tháng Tám âm lịch.",
            en: "The 20th of the eighth lunar month is the death day of Trần Quốc Tuấn, Prince Hưng Đạo, and the main day of the festival. In 2025 it ran from the 10th to the 20th of that month.",
          },
        },
        {
          heading: { vi: "Hội quân trên sông", en: "The muster on the river" },
          text: {
            vi: "Năm 2025 khoảng 5.000 người với hơn 50 thuyền tham gia hội quân trên sông Lục Đầu, vào ngày 22 tháng Tám âm lịch, sau ngày chính. Lịch này mỗi năm do ban tổ chức định.",
            en: "In 2025 about 5,000 people and more than 50 boats took part in the muster on the Lục Đầu river, on the 22nd of the eighth lunar month, after the main day. The organisers set this anew each year.",
          },
        },
      ],
      facts: [],
      pictures: drawn("dragon-boat", "Hình vẽ thuyền chải đầu rồng và bốn tay chèo", "Drawing of a dragon-headed racing boat and four rowers"),
      sources: from("hoiquan25", "hoiquan-bhd", "thu2025"),
      detail: {
        kind: "festival",
        dates: { calendar: "lunar", month: 8, startDay: 10, lengthDays: 11, mainDays: [{ month: 8, day: 20, what: { vi: "Ngày giỗ Hưng Đạo Đại vương", en: "Death day of Prince Hưng Đạo" } }], mayShift: true },
        location: { unitCodes: ["10570"], address: inWard("Trần Hưng Đạo") },
        placeKey: "kiep-bac",
      },
    },
  },
  {
    links: [{ kind: "place", key: "den-quat" }],
    draft: {
      key: "le-hoi-den-quat",
      isSample: true,
      title: { vi: "Lễ hội đền Quát", en: "Quát temple festival" },
      summary: {
        vi: "Ngày 14–16 tháng Tám âm lịch ở quê tướng Yết Kiêu, có bơi chải; rằm tháng Giêng có hội xuân.",
        en: "The 14th–16th of the eighth lunar month in the home of the commander Yết Kiêu, with boat racing; a spring day in the first.",
      },
      body: [
        {
          text: {
            vi: "Làng Hạ Bì mở hội đền Quát từ 14 đến 16 tháng Tám âm lịch, đúng dịp Trung thu, tưởng nhớ danh tướng thuỷ quân Yết Kiêu. Rằm tháng Giêng làng còn một ngày hội xuân.",
            en: "Hạ Bì village holds the festival of Quát temple from the 14th to the 16th of the eighth lunar month, at mid-autumn, in memory of the naval commander Yết Kiêu. On the 15th of the first month there is a spring day as well.",
          },
        },
        {
          text: {
            vi: "Phần được chờ đợi là bơi chải trên sông, trước bãi bơi của đền, hợp với chuyện vị tướng bơi lặn giỏi được thờ ở đây. Đi cùng trẻ nhỏ thì đứng lùi mép nước, chọn chỗ có bóng cây.",
            en: "What everybody waits for is the boat racing before the temple's stretch of bank, fitting for a commander famed as a swimmer and diver. With small children, stand back from the edge and choose some shade.",
          },
        },
      ],
      facts: [],
      pictures: drawn("dragon-boat", "Hình vẽ thuyền chải đầu rồng và bốn tay chèo", "Drawing of a dragon-headed racing boat and four rowers"),
      sources: from("denquat23", "denquat", "denquat-hnd"),
      detail: {
        kind: "festival",
        dates: {
          calendar: "lunar",
          month: 8,
          startDay: 14,
          lengthDays: 3,
          mainDays: [{ month: 8, day: 15 }],
          alsoOn: [{ month: 1, day: 15, what: { vi: "Hội xuân", en: "Spring day" } }],
          mayShift: true,
        },
        location: { unitCodes: ["11020", "10999"], address: { vi: "Làng Hạ Bì, vùng Yết Kiêu cũ của Gia Lộc, thành phố Hải Phòng", en: "Hạ Bì village, the former Yết Kiêu of Gia Lộc, Hải Phòng city" } },
        placeKey: "den-quat",
      },
    },
  },
];
