import type { LinkedPiece } from "@xudong/content";

/** Festivals of the year. Lunar days as sources give them; a year that organisers announced otherwise goes under `announced`. */
export const festivals: readonly LinkedPiece[] = [
  {
    links: [{ kind: "place", key: "con-son" }],
    draft: {
      key: "le-hoi-mua-thu-con-son-kiep-bac",
      isSample: true,
      title: { vi: "Lễ hội mùa thu Côn Sơn – Kiếp Bạc", en: "Côn Sơn – Kiếp Bạc autumn festival" },
      summary: {
        vi: "Mười một ngày tháng tám âm lịch tưởng niệm Hưng Đạo Đại vương, có hội quân trên sông Lục Đầu.",
        en: "Eleven days in the eighth lunar month in memory of Trần Hưng Đạo, with a muster of boats on the Lục Đầu river.",
      },
      body: [
        {
          text: {
            vi: "Ngày 20 tháng tám âm lịch là ngày giỗ Hưng Đạo Đại vương Trần Quốc Tuấn, và là ngày chính của hội. Năm 2025 hội mở từ mồng 10 đến 20 tháng tám âm lịch.",
            en: "The 20th of the eighth lunar month is the death day of Trần Quốc Tuấn, Prince Hưng Đạo, and the main day of the festival. In 2025 it ran from the 10th to the 20th of that month.",
          },
        },
        {
          heading: { vi: "Hội quân trên sông", en: "The muster on the river" },
          text: {
            vi: "Năm 2025 khoảng 5.000 người với hơn 50 thuyền tham gia hội quân trên sông Lục Đầu, vào ngày 22 tháng tám âm lịch, sau ngày chính. Lịch này mỗi năm do ban tổ chức định.",
            en: "In 2025 about 5,000 people and more than 50 boats took part in the muster on the Lục Đầu river, on the 22nd of the eighth lunar month, after the main day. The organisers set this anew each year.",
          },
        },
      ],
      facts: [],
      pictures: [],
      sources: [
        { title: "Hội quân trên sông Lục Đầu, lễ hội mùa thu 2025 (UBND phường Trần Hưng Đạo)", url: "http://tranhungdao.haiphong.gov.vn/tin-tuc-su-kien/hoi-quan-tren-song-luc-dau-le-hoi-mua-thu-con-son-kiep-bac-nam-2025-794985", asOf: "2025" },
        { title: "Dòng sông dậy sóng, bài 3 (Báo Hải Dương)", url: "https://baohaiduong.vn/dong-song-day-song-bai-3-hung-khi-luu-truyen-369771.html", asOf: "2/2024" },
        { title: "Dư địa rộng mở của du lịch Hải Phòng (VnEconomy)", url: "https://vneconomy.vn/du-dia-rong-mo-cua-du-lich-hai-phong.htm", asOf: "10/2025" },
      ],
      detail: {
        kind: "festival",
        dates: { calendar: "lunar", month: 8, startDay: 10, lengthDays: 11, mainDays: [{ month: 8, day: 20, what: { vi: "Ngày giỗ Hưng Đạo Đại vương", en: "Death day of Prince Hưng Đạo" } }], mayShift: true },
        location: { unitCodes: ["10570"], address: { vi: "Phường Trần Hưng Đạo, thành phố Hải Phòng (Hải Dương cũ)", en: "Trần Hưng Đạo ward, Hải Phòng city (formerly Hải Dương)" } },
        placeKey: "kiep-bac",
      },
    },
  },
];
