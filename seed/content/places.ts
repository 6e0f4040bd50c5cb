import type { LinkedPiece } from "@xudong/content";

/** Places to see. Keys are those of the collected facts; what is said has a source, and what has none is left out. */
export const places: readonly LinkedPiece[] = [
  {
    draft: {
      key: "con-son",
      isSample: true,
      title: { vi: "Khu di tích Côn Sơn", en: "Côn Sơn relic site" },
      summary: {
        vi: "Ngôi chùa thế kỷ 14 giữa rừng thông, nơi Nguyễn Trãi lui về ở ẩn.",
        en: "A 14th-century pagoda in a pine forest, where the statesman and poet Nguyễn Trãi withdrew from court.",
      },
      body: [
        {
          text: {
            vi: "Chùa Côn Sơn có tên chữ là Thiên Tư Phúc tự, dân quanh vùng gọi là chùa Hun. Từ thế kỷ 14 chùa là một trung tâm của Thiền phái Trúc Lâm. Sau này Nguyễn Trãi chọn nơi đây để ở ẩn, và tên ông gắn với núi này từ đó.",
            en: "Côn Sơn pagoda is written Thiên Tư Phúc tự and known to people nearby as Hun pagoda. From the 14th century it was a centre of the Trúc Lâm school of Zen. Nguyễn Trãi later chose the place for his retreat, and his name has belonged to the mountain ever since.",
          },
        },
        {
          heading: { vi: "Đi bộ trong khu di tích", en: "Walking the grounds" },
          text: {
            vi: "Lối đi qua rừng thông và men theo suối, có cầu Thấu Ngọc, giếng Ngọc, rồi bậc đá lên Bàn Cờ Tiên. Nên đi giày bám tốt và mang theo nước uống.",
            en: "Paths lead through the pines and along the stream, past Thấu Ngọc bridge and the Jade well, then up stone steps to the Fairy Chessboard. Wear shoes with a good grip and bring drinking water.",
          },
        },
      ],
      facts: [
        { label: { vi: "Thuộc", en: "Part of" }, value: { vi: "Quần thể Yên Tử – Vĩnh Nghiêm – Côn Sơn, Kiếp Bạc, di sản thế giới", en: "The Yên Tử – Vĩnh Nghiêm – Côn Sơn, Kiếp Bạc complex, a world heritage property" } },
      ],
      pictures: [],
      sources: [
        { title: "Khu danh thắng Côn Sơn (CSDL Cục Du lịch)", url: "https://csdl.vietnamtourism.gov.vn/dest/?item=453" },
        { title: "Yen Tu - Vinh Nghiem - Con Son, Kiep Bac: new world heritage (Báo Hải Phòng Plus)", url: "https://news.baohaiphongplus.vn/print/416310.html", asOf: "2025" },
        { title: "Côn Sơn - Kiếp Bạc di tích quốc gia đặc biệt 2012", url: "https://laodongdongnai.vn/1675786470-2" },
        { title: "Côn Sơn - Kiếp Bạc: thu phí tham quan (GiadinhNet)", url: "https://giadinh.suckhoedoisong.vn/khu-di-tich-con-son-kiep-bac-hai-duong-khach-muon-bo-phi-tham-quan-tinh-van-thu-172170316094925813.htm", asOf: "3/2017" },
      ],
      detail: {
        kind: "place",
        placeKind: "relic",
        location: { unitCodes: ["10570"], address: { vi: "Phường Trần Hưng Đạo, thành phố Hải Phòng (Hải Dương cũ)", en: "Trần Hưng Đạo ward, Hải Phòng city (formerly Hải Dương)" } },
        ranks: [
          { level: { vi: "Di tích quốc gia", en: "National relic" }, year: 1962 },
          { level: { vi: "Di tích quốc gia đặc biệt", en: "Special national relic" }, year: 2012 },
          { level: { vi: "Di sản thế giới UNESCO", en: "UNESCO world heritage" }, year: 2025 },
        ],
        isWorldHeritage: true,
        ticket: { vi: "Năm 2017 có thu phí tham quan; mức hiện nay chưa có nguồn, mời bạn hỏi trước khi đi", en: "An entrance fee was collected in 2017; no source gives today's, so please ask before you go" },
      },
    },
  },
];
