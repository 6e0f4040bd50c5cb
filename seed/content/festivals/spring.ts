import type { LinkedPiece } from "@xudong/content";
import { from, named } from "../sources.ts";
import { drawn, inCommune, inWard, samples } from "../words.ts";

/** The festivals of the second to the fourth lunar month. */
export const spring: readonly LinkedPiece[] = [
  {
    links: [{ kind: "place", key: "den-tranh" }, { kind: "place", key: "roi-nuoc-hong-phong" }, ...samples("xem-roi-nuoc", "goi-banh-gai")],
    draft: {
      key: "le-hoi-den-tranh",
      isSample: true,
      title: { vi: "Lễ hội đền Tranh", en: "Tranh temple festival" },
      summary: {
        vi: "Hội chính tháng Hai âm lịch ở Ninh Giang, thêm Tiệc Quan tháng Năm và kỳ hội tháng Tám.",
        en: "The great festival of Ninh Giang in the second lunar month, with a feast in the fifth and another season in the eighth.",
      },
      body: [
        {
          text: {
            vi: "Đền Tranh thờ Quan lớn Tuần Tranh, vị quan thứ năm cai quản sông nước trong tín ngưỡng Tứ phủ. Hội chính mở từ mồng 8 tháng Hai âm lịch: mồng 10 rước nước, 14 là ngày đản sinh. Lễ hội là di sản văn hoá phi vật thể quốc gia từ năm 2022.",
            en: "Tranh temple honours the fifth Great Mandarin of the Four Palaces, lord of the rivers. The great festival begins on the 8th of the second lunar month: the water procession on the 10th, the deity's birthday on the 14th. It has been national intangible heritage since 2022.",
          },
        },
        {
          text: {
            vi: "Có rối nước, pháo đất và các gian hàng quê. Ngày 25 tháng Năm là Tiệc Quan, và từ 22 tháng Tám có kỳ hội thứ hai. Đến Ninh Giang dịp này có bánh gai, bánh gấc để mua về làm quà; bánh gấc đông khách vào Tết và các hội đầu xuân.",
            en: "There are water puppets, clay firecrackers and stalls. The 25th of the fifth month is the Mandarin's feast, and a second season begins on the 22nd of the eighth. Ninh Giang has ramie-leaf and gấc cakes to take home; the latter sell well at Tết and at the spring festivals.",
          },
        },
      ],
      facts: [],
      pictures: drawn("palanquin", "Hình vẽ cỗ kiệu do bốn người khênh", "Drawing of a palanquin on the shoulders of four"),
      sources: from("dentranh25", "dentranh", "dentranh-ktdt", "blog-banhgac"),
      detail: {
        kind: "festival",
        dates: {
          calendar: "lunar",
          month: 2,
          startDay: 8,
          lengthDays: 7,
          mainDays: [
            { month: 2, day: 10, what: { vi: "Rước nước", en: "Water procession" } },
            { month: 2, day: 14, what: { vi: "Ngày đản sinh", en: "Birthday of the deity" } },
          ],
          alsoOn: [
            { month: 5, day: 25, what: { vi: "Tiệc Quan", en: "The Mandarin's feast" } },
            { month: 8, day: 22, what: { vi: "Kỳ hội thứ hai", en: "Second festival" } },
          ],
          mayShift: true,
        },
        location: { unitCodes: ["11203"], address: inCommune("Ninh Giang", { vi: "Đền Tranh", en: "Tranh temple" }) },
        placeKey: "den-tranh",
        rank: { level: { vi: "Di sản văn hoá phi vật thể quốc gia", en: "National intangible heritage" }, year: 2022 },
      },
    },
  },
  {
    links: [{ kind: "place", key: "den-long-dong" }],
    draft: {
      key: "le-hoi-den-long-dong",
      isSample: true,
      title: { vi: "Lễ hội đền Long Động", en: "Long Động festival" },
      summary: {
        vi: "Mồng 9–11 tháng Hai âm lịch, giỗ Trạng nguyên Mạc Đĩnh Chi, có thi trạng nguyên nhỏ tuổi.",
        en: "The 9th–11th of the second lunar month, in memory of the first laureate Mạc Đĩnh Chi, with a contest of young laureates.",
      },
      body: [
        {
          text: {
            vi: "Hội mở ba ngày quanh mồng 10 tháng Hai âm lịch, ngày giỗ Mạc Đĩnh Chi. Đền ở vùng Nam Tân cũ thờ ông cùng Mạc Hiển Tích và Mạc Kiến Quan; lăng quan Trạng cách đền khoảng 500 m.",
            en: "Three days round the 10th of the second lunar month, the memorial of Mạc Đĩnh Chi. The temple, in the former Nam Tân, honours him with Mạc Hiển Tích and Mạc Kiến Quan; the tomb lies about 500 metres away.",
          },
        },
        {
          text: {
            vi: "Trẻ em trong vùng thi trạng nguyên nhỏ tuổi, quanh sân có gian hàng đặc sản Nam Sách. Làng gốm Chu Đậu cũng ở Nam Sách, nên có thể ghép vào cùng chuyến đi.",
            en: "Children compete to be the young laureate, and stalls show what Nam Sách grows and makes. The pottery village of Chu Đậu is in Nam Sách too and goes well with the same trip.",
          },
        },
      ],
      facts: [],
      pictures: drawn("calligraphy", "Hình vẽ tờ giấy viết chữ, bút lông và nghiên mực", "Drawing of a sheet of calligraphy, a brush and an inkstone"),
      sources: from("longdong25", "longdong"),
      detail: {
        kind: "festival",
        dates: { calendar: "lunar", month: 2, startDay: 9, lengthDays: 3, mainDays: [{ month: 2, day: 10, what: { vi: "Giỗ Mạc Đĩnh Chi", en: "Memorial of Mạc Đĩnh Chi" } }], mayShift: true },
        location: { unitCodes: ["10615"], address: inCommune("Hợp Tiến", { vi: "Vùng Nam Tân cũ", en: "The former Nam Tân" }) },
        placeKey: "den-long-dong",
      },
    },
  },
  {
    links: [{ kind: "place", key: "den-xua" }, { kind: "place", key: "chua-giam" }],
    draft: {
      key: "le-hoi-den-xua",
      isSample: true,
      title: { vi: "Lễ hội đền Xưa", en: "Xưa temple festival" },
      summary: {
        vi: "Ngày 14–16 tháng Hai âm lịch tưởng niệm Tuệ Tĩnh ở làng Nghĩa Phú, khai hội ngày rằm.",
        en: "The 14th–16th of the second lunar month in memory of Tuệ Tĩnh, in Nghĩa Phú village, opening at the full moon.",
      },
      body: [
        {
          text: {
            vi: "Nghĩa Phú là quê Đại danh y Tuệ Tĩnh. Từ 14 đến 16 tháng Hai âm lịch làng mở hội đền Xưa để tưởng niệm ông, khai hội ngày 15. Cụm đền Xưa – chùa Giám – đền Bia thành khu du lịch cấp tỉnh năm 2025.",
            en: "Nghĩa Phú is the home village of the physician-monk Tuệ Tĩnh. From the 14th to the 16th of the second lunar month it remembers him, the festival opening on the 15th. The group of Xưa temple, Giám pagoda and Bia temple became a provincial tourism area in 2025.",
          },
        },
        {
          text: {
            vi: "Hội đền Xưa và hội Văn miếu Mao Điền nối liền nhau: tan hội này thì hội kia bắt đầu. Ai ở xa có thể ghép hai nơi vào một chuyến cuối tuần, vì đều ở đất Cẩm Giàng.",
            en: "This festival and that of Mao Điền follow upon one another, the second beginning as the first ends. From far away, join the two in one weekend: both are in Cẩm Giàng country.",
          },
        },
      ],
      facts: [],
      pictures: drawn("drum", "Hình vẽ trống hội và hai dùi trống", "Drawing of a festival drum and its two sticks"),
      sources: from("denxua25", "tuetinh-cum"),
      detail: {
        kind: "festival",
        dates: { calendar: "lunar", month: 2, startDay: 14, lengthDays: 3, mainDays: [{ month: 2, day: 15, what: { vi: "Khai hội", en: "Opening" } }], mayShift: true },
        location: { unitCodes: ["10909"], address: inCommune("Tuệ Tĩnh", { vi: "Làng Nghĩa Phú", en: "Nghĩa Phú village" }) },
        placeKey: "den-xua",
      },
    },
  },
  {
    links: [{ kind: "place", key: "van-mieu-mao-dien" }, ...samples("di-bo-mao-dien")],
    draft: {
      key: "le-hoi-van-mieu-mao-dien",
      isSample: true,
      title: { vi: "Lễ hội Văn miếu Mao Điền", en: "Mao Điền temple of literature festival" },
      summary: {
        vi: "Ba ngày giữa tháng Hai âm lịch: tế Khổng Tử và các vị đại khoa, cho chữ và trưng bày.",
        en: "Three days in the middle of the second lunar month: rites for Confucius and the laureates, calligraphy and displays.",
      },
      body: [
        {
          text: {
            vi: "Văn miếu Mao Điền mở hội giữa tháng Hai âm lịch để tế Khổng Tử và các vị đại khoa của trấn Hải Dương xưa. Ngày mở hội xê dịch theo năm: năm 2025 là 15–17/3 dương lịch, tức 16–18 tháng Hai.",
            en: "In the middle of the second lunar month Mao Điền holds rites for Confucius and the laureates of old Hải Dương. The days move from year to year: in 2025 it was 15–17 March, the 16th to the 18th of the lunar month.",
          },
        },
        {
          text: {
            vi: "Sân văn miếu có người cho chữ, có trưng bày, và các trường đưa học sinh tới báo công. Ai đưa con đi xin chữ nên tới buổi sáng, mang theo ống đựng giấy để chữ khỏi nhàu.",
            en: "Calligraphers write in the yard, there are displays, and schools bring their pupils to report their marks. If you come to ask for a character, come in the morning and bring a tube, so that the paper does not crease.",
          },
        },
      ],
      facts: [],
      pictures: drawn("scholar-gate", "Hình vẽ cổng văn miếu ba lối, cây gạo nở hoa bên cạnh", "Drawing of a three-way temple gate with a kapok tree in flower"),
      sources: from("maodien-gdtd", "denxua25", "maodien-tt"),
      detail: {
        kind: "festival",
        dates: { calendar: "lunar", month: 2, startDay: 17, lengthDays: 3, mayShift: true, announced: [{ from: "2025-03-15", to: "2025-03-17", source: named("denxua25") }] },
        location: { unitCodes: ["10930"], address: inCommune("Mao Điền") },
        placeKey: "van-mieu-mao-dien",
      },
    },
  },
  {
    links: [{ kind: "place", key: "den-suot" }],
    draft: {
      key: "le-hoi-den-suot",
      isSample: true,
      title: { vi: "Lễ hội đền – đình Sượt", en: "Sượt temple festival" },
      summary: {
        vi: "Mồng 9–11 tháng Ba âm lịch: rước từ đền về đình, đua thuyền, và năm 2027 có tục đuổi bệt.",
        en: "The 9th–11th of the third lunar month: a procession, a boat race, and in 2027 the hunting of the tiger.",
      },
      body: [
        {
          text: {
            vi: "Hội tưởng nhớ danh tướng Vũ Hựu (1472–1520). Ngày chính là mồng 10 tháng Ba âm lịch: rước từ đền về đình, đua thuyền, giã bánh giầy. Lễ hội là di sản văn hoá phi vật thể quốc gia từ năm 2020.",
            en: "The festival remembers the general Vũ Hựu (1472–1520). On the main day, the 10th of the third lunar month, a procession goes from temple to communal house, boats race and rice cakes are pounded. It has been national intangible heritage since 2020.",
          },
        },
        {
          text: {
            vi: "Năm năm một lần hội có tục đuổi bệt, tức đuổi bắt hổ; kỳ tới là năm 2027. Đền nằm trong khu vực thành phố Hải Dương cũ, nay thuộc phường Lê Thanh Nghị.",
            en: "Every five years comes “đuổi bệt”, the hunting of a tiger; the next is in 2027. The temple lies within the former city of Hải Dương, today in Lê Thanh Nghị ward.",
          },
        },
      ],
      facts: [{ label: { vi: "Đuổi bệt", en: "Tiger hunt" }, value: { vi: "Năm năm một lần, kỳ tới 2027", en: "Every five years, next in 2027" } }],
      pictures: drawn("dragon-boat", "Hình vẽ thuyền chải đầu rồng và bốn tay chèo", "Drawing of a dragon-headed racing boat and four rowers"),
      sources: from("suot23", "suot24"),
      detail: {
        kind: "festival",
        dates: { calendar: "lunar", month: 3, startDay: 9, lengthDays: 3, mainDays: [{ month: 3, day: 10 }], mayShift: true },
        location: { unitCodes: ["10532"], address: inWard("Lê Thanh Nghị") },
        placeKey: "den-suot",
        rank: { level: { vi: "Di sản văn hoá phi vật thể quốc gia", en: "National intangible heritage" }, year: 2020 },
      },
    },
  },
  {
    links: [{ kind: "place", key: "den-bia" }],
    draft: {
      key: "le-hoi-den-bia",
      isSample: true,
      title: { vi: "Lễ hội đền Bia", en: "Bia temple festival" },
      summary: {
        vi: "Từ 30 tháng Ba đến mồng 1 tháng Tư âm lịch: xếp chữ “Nam Dược Thánh nhân” và phát lá thuốc nam.",
        en: "The 30th of the third to the 1st of the fourth lunar month: dancers form four characters and packs of herbs are given out.",
      },
      body: [
        {
          text: {
            vi: "Làng Văn Thai mở hội tưởng niệm Tuệ Tĩnh từ 30 tháng Ba đến mồng 1 tháng Tư âm lịch, ngày chính mồng 1. Đoàn người xếp thành bốn chữ “Nam Dược Thánh nhân”, người thánh của thuốc nam.",
            en: "Văn Thai village remembers Tuệ Tĩnh from the 30th of the third lunar month to the 1st of the fourth, the main day. Dancers form the four characters “Nam Dược Thánh nhân”, the saint of southern medicine.",
          },
        },
        {
          text: {
            vi: "Khách được phát gói lá thuốc nam, năm 2019 là 1.000 gói. Năm nào tháng Ba thiếu thì lịch trên chợ tính hội từ ngày 29. Chợ chỉ kể phong tục, không khuyên dùng lá thuốc vào việc gì.",
            en: "Visitors are given packs of herbs, 1,000 of them in 2019. When the third month is short, our calendar begins the festival on the 29th. We only tell of the custom and recommend no herb for any use.",
          },
        },
      ],
      facts: [],
      pictures: drawn("mortar", "Hình vẽ chiếc cối và chày bên nhánh lá", "Drawing of a mortar and pestle with a sprig"),
      sources: from("denbia19", "denbia25"),
      detail: {
        kind: "festival",
        dates: { calendar: "lunar", month: 3, startDay: 30, lengthDays: 2, mainDays: [{ month: 4, day: 1 }], mayShift: true },
        location: { unitCodes: ["10909"], address: inCommune("Tuệ Tĩnh", { vi: "Làng Văn Thai", en: "Văn Thai village" }) },
        placeKey: "den-bia",
      },
    },
  },
  {
    links: [{ kind: "place", key: "den-cao-an-phu" }, ...samples("kinh-chu-an-phu")],
    draft: {
      key: "le-hoi-den-cao-an-phu",
      isSample: true,
      title: { vi: "Lễ hội đền Cao An Phụ", en: "An Phụ temple festival" },
      summary: {
        vi: "Mồng 1 tháng Tư âm lịch, ngày giỗ An Sinh vương Trần Liễu trên đỉnh An Phụ.",
        en: "The 1st of the fourth lunar month, the memorial of Trần Liễu, Prince An Sinh, on the summit of An Phụ.",
      },
      body: [
        {
          text: {
            vi: "Mồng 1 tháng Tư âm lịch là ngày giỗ An Sinh vương Trần Liễu, người được thờ ở đền Cao trên đỉnh An Phụ 246 m. Trùng ngày này, hội đền Bia ở Cẩm Giàng cũng vào ngày chính.",
            en: "On the 1st of the fourth lunar month people commemorate Trần Liễu, Prince An Sinh, in the temple on the 246-metre summit of An Phụ. The same day is the main one of the Bia temple festival in Cẩm Giàng.",
          },
        },
        {
          text: {
            vi: "Khách lên núi rải từ tháng Giêng tới ngày giỗ, nên không cần chen vào đúng ngày giỗ. Trên đỉnh còn chùa Tường Vân và tượng đài Trần Hưng Đạo bằng đá cao 9,7 m.",
            en: "Pilgrims climb from the first month until the memorial, so there is no need to join the crowd of the day itself. The summit also has Tường Vân pagoda and a stone statue of Trần Hưng Đạo, 9.7 metres high.",
          },
        },
      ],
      facts: [],
      pictures: drawn("pine-steps", "Hình vẽ bậc đá lên núi giữa hai hàng thông", "Drawing of stone steps climbing a hill between pines"),
      sources: from("anphu-wiki", "anphu-vdh"),
      detail: {
        kind: "festival",
        dates: { calendar: "lunar", month: 4, startDay: 1, lengthDays: 1, mainDays: [{ month: 4, day: 1, what: { vi: "Giỗ Trần Liễu", en: "Memorial of Trần Liễu" } }] },
        location: { unitCodes: ["10726"], address: inWard("Phạm Sư Mạnh", { vi: "Núi An Phụ", en: "An Phụ mountain" }) },
        placeKey: "den-cao-an-phu",
      },
    },
  },
];
