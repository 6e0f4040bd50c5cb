import type { LinkedPiece } from "@xudong/content";
import { from } from "../sources.ts";
import { drawn, inCommune, inWard, samples } from "../words.ts";

/** The festivals of the first lunar month, when the year is opened. */
export const firstMonth: readonly LinkedPiece[] = [
  {
    links: [{ kind: "place", key: "chua-bach-hao" }],
    draft: {
      key: "le-hoi-chua-bach-hao",
      isSample: true,
      title: { vi: "Lễ hội chùa Bạch Hào", en: "Bạch Hào pagoda festival" },
      summary: {
        vi: "Mồng 4 đến mồng 6 tháng Giêng ở Thanh Hà: rước sắc, bơi chải và thi nấu cơm trên thuyền.",
        en: "The 4th to the 6th of the first lunar month in Thanh Hà: processions, boat races and rice cooking afloat.",
      },
      body: [
        {
          text: {
            vi: "Khi nhiều nhà còn chưa hoá vàng, người vùng Thanh Xá cũ đã mở hội chùa Bạch Hào, từ mồng 4 đến mồng 6 tháng Giêng âm lịch. Chùa dựng năm 1011, gắn với vua Trần Nhân Tông; lễ hội là di sản văn hoá phi vật thể quốc gia.",
            en: "While many homes are still keeping Tết, the people of the former Thanh Xá open the festival of Bạch Hào, from the 4th to the 6th of the first lunar month. The pagoda dates from 1011 and is linked to King Trần Nhân Tông; the festival is national intangible heritage.",
          },
        },
        {
          heading: { vi: "Nấu cơm giữa làn nước té", en: "Cooking rice under splashing water" },
          text: {
            vi: "Phần lễ có rước sắc. Phần hội diễn ra dưới nước: bơi chải, bắt vịt, và thi nấu cơm trên thuyền trong lúc người ta té nước vào bếp lửa. Đứng gần là ướt, nên mang áo mưa và cất điện thoại cho kỹ.",
            en: "The rites include a procession of royal decrees. The games are on the water: boat racing, duck catching, and a contest to cook rice in a boat while others splash the fire. Stand near and you will get wet: bring a raincoat and put your telephone away.",
          },
        },
      ],
      facts: [],
      pictures: drawn("dragon-boat", "Hình vẽ thuyền chải đầu rồng và bốn tay chèo", "Drawing of a dragon-headed racing boat and four rowers"),
      sources: from("bachhao-dl", "bachhao-bm"),
      detail: {
        kind: "festival",
        dates: { calendar: "lunar", month: 1, startDay: 4, lengthDays: 3, mainDays: [{ month: 1, day: 6 }], mayShift: true },
        location: { unitCodes: [], address: { vi: "Vùng Thanh Xá cũ của Thanh Hà, thành phố Hải Phòng", en: "The former Thanh Xá of Thanh Hà, Hải Phòng city" } },
        placeKey: "chua-bach-hao",
        rank: { level: { vi: "Di sản văn hoá phi vật thể quốc gia", en: "National intangible heritage" } },
      },
    },
  },
  {
    links: [{ kind: "place", key: "lang-moc-ban-thanh-lieu" }, ...samples("in-moc-ban")],
    draft: {
      key: "le-hoi-dinh-lieu-trang",
      isSample: true,
      title: { vi: "Lễ hội đình Liễu Tràng", en: "Liễu Tràng festival" },
      summary: {
        vi: "Ngày 13 tháng Giêng tưởng niệm Lương Như Hộc, tổ nghề khắc ván in của làng Thanh Liễu.",
        en: "On the 13th of the first lunar month, in memory of Lương Như Hộc, patron of the woodblock carvers of Thanh Liễu.",
      },
      body: [
        {
          text: {
            vi: "Đình Liễu Tràng thờ Thám hoa Lương Như Hộc (1420–1501), người được thợ in coi là tổ nghề. Ngày 13 tháng Giêng âm lịch làng mở hội tưởng niệm ông.",
            en: "The Liễu Tràng communal house honours the laureate Lương Như Hộc (1420–1501), whom printers hold to be the patron of their craft. On the 13th of the first lunar month the village holds a festival in his memory.",
          },
        },
        {
          text: {
            vi: "Một nguồn khác ghi ngày giỗ là 13–15 tháng Chín âm lịch, nên ai muốn dự nên hỏi làng trước. Ngoài ngày hội vẫn có thể tới xem nghề: cả làng còn bốn hộ khắc, in (10/2025).",
            en: "Another source gives the memorial as the 13th–15th of the ninth month, so ask the village before you come. The craft can be seen on other days too: four households still carve and print (October 2025).",
          },
        },
      ],
      facts: [],
      pictures: drawn("woodblock", "Hình vẽ tấm ván khắc và tờ tranh con gà in từ đó", "Drawing of a carved block and the rooster printed from it"),
      sources: from("lieutrang", "mocban"),
      detail: {
        kind: "festival",
        dates: { calendar: "lunar", month: 1, startDay: 13, lengthDays: 1, mayShift: true },
        location: { unitCodes: ["10537"], address: inWard("Tân Hưng", { vi: "Đình Liễu Tràng", en: "Liễu Tràng communal house" }) },
        placeKey: "lang-moc-ban-thanh-lieu",
      },
    },
  },
  {
    links: [{ kind: "place", key: "con-son" }, { kind: "place", key: "kiep-bac" }, ...samples("di-bo-ban-co-tien")],
    draft: {
      key: "le-hoi-mua-xuan-con-son",
      isSample: true,
      title: { vi: "Lễ hội mùa xuân Côn Sơn – Kiếp Bạc", en: "Côn Sơn – Kiếp Bạc spring festival" },
      summary: {
        vi: "Khai hội 16 tháng Giêng ở chùa Côn Sơn, tưởng niệm Đệ tam tổ Trúc Lâm Huyền Quang.",
        en: "Opening on the 16th of the first lunar month at Côn Sơn pagoda, in memory of the third Trúc Lâm patriarch, Huyền Quang.",
      },
      body: [
        {
          text: {
            vi: "Hằng năm lễ khai hội là ngày 16 tháng Giêng âm lịch, tại chùa Côn Sơn, nơi Huyền Quang, tổ thứ ba của Thiền phái Trúc Lâm, về trụ trì lúc cuối đời. Nghi lễ có rước nước và đàn Mông Sơn thí thực; phần hội có thi gói bánh chưng và giã bánh giầy.",
            en: "The festival opens each year on the 16th of the first lunar month at Côn Sơn pagoda, where Huyền Quang, third patriarch of the Trúc Lâm school, was abbot late in his life. Its rites include a water procession and the Mông Sơn offering; there are contests of wrapping chưng cakes and pounding dày cakes.",
          },
        },
        {
          text: {
            vi: "Năm 2026 hội kéo dài từ 26/2 đến 11/3 dương lịch, kèm Tuần Văn hoá, Du lịch và Xúc tiến thương mại và ngày hội sách di sản. Số ngày mỗi năm một khác; ngày khai hội rất đông, ai muốn đi bộ lên Bàn Cờ Tiên thong thả nên chọn ngày khác trong tuần.",
            en: "In 2026 it ran from 26 February to 11 March, together with a week of culture, tourism and trade and a heritage book fair. The number of days differs from year to year. The opening is crowded; to climb to the Fairy Chessboard in peace, choose another day of the week.",
          },
        },
      ],
      facts: [],
      pictures: drawn("pagoda", "Hình vẽ ngôi chùa hai tầng mái bên hàng cây", "Drawing of a pagoda of two roofs between trees"),
      sources: [
        { title: "Dâng hương khai hội mùa Xuân Côn Sơn - Kiếp Bạc (SGGP)", url: "https://www.sggp.org.vn/dang-huong-khai-hoi-mua-xuan-con-son-kiep-bac-post840004.html", asOf: "26/2/2026" },
        { title: "Lễ dâng hương ở khu di tích Côn Sơn - Kiếp Bạc (Báo Mới)", url: "https://baomoi.net.vn/le-dang-huong-dac-biet-o-khu-di-tich-con-son-kiep-bac-c38061586.epi", asOf: "2/2021" },
        ...from("haiphong24h", "ocop900"),
      ],
      detail: {
        kind: "festival",
        dates: {
          calendar: "lunar",
          month: 1,
          startDay: 16,
          lengthDays: 8,
          mainDays: [{ month: 1, day: 16, what: { vi: "Khai hội", en: "Opening" } }],
          mayShift: true,
          announced: [{ from: "2026-02-26", to: "2026-03-11", source: { title: "Dâng hương khai hội mùa Xuân Côn Sơn - Kiếp Bạc (SGGP)", url: "https://www.sggp.org.vn/dang-huong-khai-hoi-mua-xuan-con-son-kiep-bac-post840004.html", asOf: "26/2/2026" } }],
        },
        location: { unitCodes: ["10570"], address: inWard("Trần Hưng Đạo") },
        placeKey: "con-son",
      },
    },
  },
  {
    links: [{ kind: "place", key: "lang-chau-khe" }],
    draft: {
      key: "hoi-chau-khe",
      isSample: true,
      title: { vi: "Hội làng Châu Khê", en: "Châu Khê village festival" },
      summary: {
        vi: "Ngày 18–19 tháng Giêng giỗ tổ nghề kim hoàn, có múa lân, rước kiệu và hát trên thuyền.",
        en: "On the 18th and 19th of the first lunar month the goldsmiths honour their patron, with lion dances and singing on boats.",
      },
      body: [
        {
          text: {
            vi: "Hai ngày 18 và 19 tháng Giêng âm lịch, làng Châu Khê giỗ tổ nghề Lưu Xuân Tín. Sân đình có múa lân, đường làng có rước kiệu, và có hát trên thuyền.",
            en: "On the 18th and 19th of the first lunar month Châu Khê honours Lưu Xuân Tín, patron of its goldsmiths. There are lion dances, palanquins are carried through the lanes, and people sing on boats.",
          },
        },
        {
          text: {
            vi: "Dịp này các xưởng chế tác mở cửa cho khách vào xem. Làng còn quả chuông nặng 800 kg. Xã cũ nay chia cho hai xã, nên hỏi đường tới đình Châu Khê ở đất Bình Giang.",
            en: "During the festival workshops open their doors to visitors. The village also keeps a bell of 800 kg. The former commune has been split between two new ones: ask in Bình Giang for the communal house of Châu Khê.",
          },
        },
      ],
      facts: [],
      pictures: drawn("bell", "Hình vẽ quả chuông đồng treo trên giá gỗ", "Drawing of a bronze bell in a wooden frame"),
      sources: from("chaukhe-nd"),
      detail: {
        kind: "festival",
        dates: { calendar: "lunar", month: 1, startDay: 18, lengthDays: 2, mainDays: [{ month: 1, day: 19, what: { vi: "Giỗ tổ nghề", en: "Patron's day" } }], mayShift: true },
        location: { unitCodes: ["10972", "10993"], address: { vi: "Làng Châu Khê, vùng Thúc Kháng cũ của Bình Giang, thành phố Hải Phòng", en: "Châu Khê village, the former Thúc Kháng of Bình Giang, Hải Phòng city" } },
        placeKey: "lang-chau-khe",
      },
    },
  },
  {
    links: [{ kind: "place", key: "den-cao-an-lac" }],
    draft: {
      key: "le-hoi-den-cao",
      isSample: true,
      title: { vi: "Lễ hội đền Cao An Lạc", en: "Cao temple festival, An Lạc" },
      summary: {
        vi: "Từ 21 đến 25 tháng Giêng ở An Lạc, Chí Linh: đám rước 13 kiệu, thi giã bánh giầy và nấu chè kho.",
        en: "The 21st to the 25th of the first lunar month at An Lạc: thirteen palanquins, rice-cake pounding and sweet-bean cooking.",
      },
      body: [
        {
          text: {
            vi: "Hội tưởng nhớ năm anh em họ Vương giúp Lê Đại Hành đánh Tống năm 981. Ngày chính 23 tháng Giêng âm lịch, đám rước 13 kiệu đi từ đền Cả về đình Hội Đồng.",
            en: "The festival remembers the five Vương siblings who helped Lê Đại Hành against the Song in 981. On the main day, the 23rd of the first lunar month, thirteen palanquins go from Cả temple to the Hội Đồng communal house.",
          },
        },
        {
          text: {
            vi: "Quanh đám rước có thi giã bánh giầy, thi nấu chè kho và đấu vật. Muốn xem trọn đám rước thì tới từ sáng sớm và đứng ở sân đình; đường giữa các đền dưới rừng lim đi bộ được.",
            en: "Round the procession people compete at pounding dày cakes, cooking chè kho, a sweet bean paste, and wrestling. To see it all, come early and stand in the yard of the communal house; the way between the temples, under the ironwoods, can be walked.",
          },
        },
      ],
      facts: [],
      pictures: drawn("palanquin", "Hình vẽ cỗ kiệu do bốn người khênh", "Drawing of a palanquin on the shoulders of four"),
      sources: from("dencao-dt", "dencao-cl"),
      detail: {
        kind: "festival",
        dates: { calendar: "lunar", month: 1, startDay: 21, lengthDays: 5, mainDays: [{ month: 1, day: 23, what: { vi: "Rước kiệu", en: "Procession" } }], mayShift: true },
        location: { unitCodes: ["10603"], address: inWard("Lê Đại Hành", { vi: "Vùng An Lạc cũ", en: "The former An Lạc" }) },
        placeKey: "den-cao-an-lac",
      },
    },
  },
  {
    links: [{ kind: "place", key: "chua-muong" }],
    draft: {
      key: "le-hoi-chua-muong",
      isSample: true,
      title: { vi: "Hội chùa Muống", en: "Muống pagoda festival" },
      summary: {
        vi: "Từ 24 đến 27 tháng Giêng ở Kim Thành: rước bánh dầy, rước tượng, ngày trọng 27.",
        en: "The 24th to the 27th of the first lunar month in Kim Thành: cakes and statues in procession, the 27th the main day.",
      },
      body: [
        {
          text: {
            vi: "Chùa Muống, tên chữ Quang Khánh tự, gắn với sư Tuệ Nhẫn. Hội mở bốn ngày cuối tháng Giêng âm lịch, từ 24 đến 27, khi nhiều hội khác trong vùng đã tan.",
            en: "Muống pagoda, written Quang Khánh tự, is linked to the monk Tuệ Nhẫn. Its festival takes four days late in the first lunar month, the 24th to the 27th, when others in the area are over.",
          },
        },
        {
          text: {
            vi: "Dân làng rước bánh dầy và rước tượng; ngày trọng là 27. Chùa ở vùng Ngũ Phúc cũ, nay thuộc xã An Thành. Tư liệu viết về hội này còn ít, nên hỏi làng về giờ rước trước khi tới.",
            en: "Villagers carry rice cakes and statues in procession; the 27th is the main day. The pagoda lies in the former Ngũ Phúc, today part of An Thành commune. Little is written about this festival, so ask the village for the hour of the procession.",
          },
        },
      ],
      facts: [],
      pictures: drawn("pagoda", "Hình vẽ ngôi chùa hai tầng mái bên hàng cây", "Drawing of a pagoda of two roofs between trees"),
      sources: from("chuamuong"),
      detail: {
        kind: "festival",
        dates: { calendar: "lunar", month: 1, startDay: 24, lengthDays: 4, mainDays: [{ month: 1, day: 27 }], mayShift: true },
        location: { unitCodes: ["10792"], address: inCommune("An Thành", { vi: "Vùng Ngũ Phúc cũ", en: "The former Ngũ Phúc" }) },
        placeKey: "chua-muong",
      },
    },
  },
];
