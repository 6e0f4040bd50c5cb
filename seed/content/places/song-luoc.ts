import type { LinkedPiece } from "@xudong/content";
import { from } from "../sources.ts";
import { drawn, inCommune, livingHeritage, nationalRelic, placesNamed, provincialSite, samples, villageOf } from "../words.ts";

/** The low country of the south: Thanh Miện, Ninh Giang, Tứ Kỳ and Gia Lộc, down to the Luộc river. */
export const songLuoc: readonly LinkedPiece[] = [
  {
    links: samples("thuyen-dao-co", "dap-xe-ho-an-duong"),
    draft: {
      key: "dao-co",
      isSample: true,
      title: { vi: "Đảo Cò", en: "Stork Island" },
      summary: {
        vi: "Hai đảo trên hồ An Dương, nơi khoảng 18.000 con cò và 8.000 con vạc đổi ca nhau lúc chiều xuống.",
        en: "Two islets in An Dương lake where some 18,000 egrets and 8,000 night herons change shifts at dusk.",
      },
      body: [
        {
          text: {
            vi: "Đảo Cò ở vùng Chi Lăng Nam cũ gồm hai đảo nhỏ giữa hồ An Dương. Ở đó có khoảng 18.000 con cò và 8.000 con vạc: cò đi ăn ban ngày, vạc đi ăn ban đêm, nên khoảng 17 đến 18 giờ đàn này về thì đàn kia đi. Chim đông từ tháng 9 đến tháng 4.",
            en: "Stork Island, in the former Chi Lăng Nam, is a pair of islets in An Dương lake. About 18,000 egrets and 8,000 night herons live there: egrets feed by day and night herons by night, so between five and six in the evening one flock comes home as the other leaves. Birds are many from September to April.",
          },
        },
        {
          text: {
            vi: "Năm 2025 nơi này được nâng cấp gần 9 tỷ đồng, làm lại bến thuyền và quầy vé. Đi thuyền thì ngồi yên, nói khẽ và đừng tới sát đảo. Ai thích đi chậm có thể đạp xe quanh đường làng ven hồ rồi lên thuyền chuyến chiều.",
            en: "In 2025 the site was improved for nearly 9 billion VND, with a new pier and ticket office. In a boat, sit still, speak low and keep some way off the islets. If you like to go slowly, cycle the lakeside lanes first and take the late boat.",
          },
        },
      ],
      facts: [
        { label: { vi: "Giờ chim đổi ca", en: "When the birds change over" }, value: { vi: "Khoảng 17:00–18:00", en: "About 5–6 pm" } },
        { label: { vi: "Mùa chim đông", en: "Months with many birds" }, value: { vi: "Tháng 9 đến tháng 4", en: "September to April" } },
      ],
      pictures: drawn("boat-storks", "Hình vẽ chiếc thuyền trên hồ, cò bay về lùm tre", "Drawing of a boat on a lake, with egrets flying home to the bamboo"),
      sources: from("daoco-nqs", "daoco-25", "daoco-rea"),
      detail: { kind: "place", placeKind: "nature", location: { unitCodes: ["11284"], address: inCommune("Nam Thanh Miện", villageOf("An Dương")) }, ranks: [], isWorldHeritage: false, bestMonths: [9, 10, 11, 12, 1, 2, 3, 4] },
    },
  },
  {
    links: [...samples("goi-banh-gai", "lam-banh-dau-xanh", "banh-gai"), ...placesNamed("roi-nuoc-hong-phong", "den-khuc-thua-du")],
    draft: {
      key: "den-tranh",
      isSample: true,
      title: { vi: "Đền Tranh", en: "Tranh temple" },
      summary: {
        vi: "Đền thờ Quan lớn Tuần Tranh ở Ninh Giang, rộng 2,9 ha với 34 gian.",
        en: "The temple of the Great Mandarin of Tranh in Ninh Giang, 34 bays on 2.9 hectares.",
      },
      body: [
        {
          text: {
            vi: "Đền Tranh thờ Quan lớn Tuần Tranh, vị quan thứ năm cai quản sông nước trong tín ngưỡng Tứ phủ. Đền rộng 2,9 ha với 34 gian, là di tích quốc gia năm 2009; lễ hội là di sản văn hoá phi vật thể quốc gia năm 2022, và năm 2024 đền thành điểm du lịch cấp tỉnh.",
            en: "Tranh temple honours the fifth of the Great Mandarins of the Four Palaces, lord of the rivers. Its 34 bays stand on 2.9 hectares; it has been a national relic since 2009, its festival national intangible heritage since 2022, and in 2024 it became a provincial tourist site.",
          },
        },
        {
          text: {
            vi: "Hội chính vào tháng Hai âm lịch: ngày 10 rước nước, ngày 14 là ngày đản sinh; hội có rối nước và pháo đất. Tháng Năm có Tiệc Quan ngày 25, tháng Tám có kỳ hội thứ hai từ 22. Đền nằm trên tuyến cùng phường rối Hồng Phong và đền Khúc Thừa Dụ, đi trọn trong một ngày.",
            en: "The great festival is in the second lunar month: the water procession on the 10th and the deity's birthday on the 14th, with water puppets and clay firecrackers. There is a feast on the 25th of the fifth month and a second festival on the 22nd of the eighth. The temple lies on a route with the Hồng Phong puppets and the temple of Khúc Thừa Dụ, enough for one day.",
          },
        },
      ],
      facts: [{ label: { vi: "Quy mô", en: "Size" }, value: { vi: "2,9 ha, 34 gian", en: "2.9 hectares, 34 bays" } }],
      pictures: drawn("temple", "Hình vẽ mái đền cong và lư hương trước sân", "Drawing of a curved temple roof and an incense urn before it"),
      sources: from("dentranh", "dentranh-ktdt", "dentranh-bm", "dentranh25", "roi-hp25"),
      detail: {
        kind: "place",
        placeKind: "temple",
        location: { unitCodes: ["11203"], address: inCommune("Ninh Giang", villageOf("Tranh Xuyên")) },
        ranks: [nationalRelic(2009), livingHeritage(2022), provincialSite(2024)],
        isWorldHeritage: false,
      },
    },
  },
  {
    links: [...samples("xem-roi-nuoc", "sau-man-roi-nuoc"), ...placesNamed("den-khuc-thua-du", "lang-cuc-bo")],
    draft: {
      key: "roi-nuoc-hong-phong",
      isSample: true,
      title: { vi: "Phường rối nước Hồng Phong", en: "Hồng Phong water puppets" },
      summary: {
        vi: "Phường rối diễn tại thuỷ đình Bồ Dương, mỗi buổi 35–40 phút, phải đặt trước.",
        en: "A troupe that plays on the water stage of Bồ Dương, 35 to 40 minutes a show, by appointment.",
      },
      body: [
        {
          text: {
            vi: "Phường rối nước Hồng Phong diễn tại thuỷ đình đình Bồ Dương, một buổi dài 35–40 phút, rồi khách vào xem nhà trưng bày con rối do nghệ nhân của phường tự tạc. Riêng tháng 11/2025 phường đón 40 đoàn với hơn 600 khách.",
            en: "The Hồng Phong troupe plays on the water stage of the Bồ Dương communal house, for 35 to 40 minutes, after which guests see the room of puppets that its artists carve themselves. In November 2025 alone it received 40 groups, more than 600 people.",
          },
        },
        {
          text: {
            vi: "Báo Nhân Dân năm 2024 ghi giá cả buổi là 1,2 triệu đồng cho 1–5 khách, 1,3 triệu cho 6–10 và 1,4 triệu cho 11–15; khách hẹn trước với phường. Chợ không bán vé của phường này. Buổi rối ở cuối trang là của một gian hàng mẫu.",
            en: "In 2024 Nhân Dân gave the price of a show as 1.2 million VND for 1–5 guests, 1.3 million for 6–10 and 1.4 million for 11–15, arranged with the troupe beforehand. We sell no tickets for it. The show at the foot of this page belongs to a sample shop.",
          },
        },
      ],
      facts: [{ label: { vi: "Một buổi", en: "A show" }, value: { vi: "35–40 phút", en: "35–40 minutes" } }],
      pictures: drawn("puppet", "Hình vẽ chú Tễu giơ tay chào trên mặt nước", "Drawing of Tễu, the puppet clown, waving above the water"),
      sources: from("roi-hp-nd", "roi-hp18", "roi-hp25", "roi-hp24"),
      detail: {
        kind: "place",
        placeKind: "entertainment",
        location: { unitCodes: ["11224"], address: inCommune("Khúc Thừa Dụ", villageOf("Bồ Dương")) },
        ranks: [provincialSite()],
        isWorldHeritage: false,
        ticket: { vi: "1,2–1,4 triệu đồng một buổi theo số khách (2024, theo báo Nhân Dân)", en: "1.2–1.4 million VND a show by number of guests (2024, as Nhân Dân reported)" },
      },
    },
  },
  {
    links: placesNamed("lang-cuc-bo", "den-tranh"),
    draft: {
      key: "den-khuc-thua-du",
      isSample: true,
      title: { vi: "Đền thờ Khúc Thừa Dụ", en: "Khúc Thừa Dụ temple" },
      summary: {
        vi: "Đền thờ họ Khúc, những người dựng nền tự chủ đầu thế kỷ 10, ở làng Cúc Bồ.",
        en: "The temple of the Khúc family, who founded self-rule early in the 10th century, in Cúc Bồ village.",
      },
      body: [
        {
          text: {
            vi: "Đầu thế kỷ 10, Khúc Thừa Dụ đứng lên giành quyền tự chủ sau nghìn năm phương Bắc cai trị; con cháu họ Khúc nối việc ấy. Đền thờ ở làng Cúc Bồ, vùng Kiến Quốc cũ của Ninh Giang, là di tích quốc gia; xã nay mang tên ông.",
            en: "Early in the 10th century Khúc Thừa Dụ took self-rule after a thousand years under the North, and his family carried it on. Their temple in Cúc Bồ, in the former Kiến Quốc of Ninh Giang, is a national relic; the commune now bears his name.",
          },
        },
        {
          text: {
            vi: "Lễ giỗ 23 tháng Bảy âm lịch mở hội ba ngày, có thi gói bánh chưng và pháo đất. Cùng trong làng Cúc Bồ còn những ngôi nhà gỗ lim cổ và nghề dựng đình chùa, nên có thể xem cả hai trong một buổi.",
            en: "His memorial on the 23rd of the seventh lunar month brings three days of festival, with a contest of cake wrapping and clay firecrackers. Cúc Bồ also keeps old ironwood houses and the craft of building temples, so both can be seen in one outing.",
          },
        },
      ],
      facts: [{ label: { vi: "Lễ hội", en: "Festival" }, value: { vi: "21–23 tháng Bảy âm lịch", en: "21st–23rd of the seventh lunar month" } }],
      pictures: drawn("drum", "Hình vẽ trống hội và hai dùi trống", "Drawing of a festival drum and its two sticks"),
      sources: from("khuc24"),
      detail: { kind: "place", placeKind: "temple", location: { unitCodes: ["11224"], address: inCommune("Khúc Thừa Dụ", villageOf("Cúc Bồ")) }, ranks: [nationalRelic()], isWorldHeritage: false },
    },
  },
  {
    links: placesNamed("den-khuc-thua-du"),
    draft: {
      key: "lang-cuc-bo",
      isSample: true,
      title: { vi: "Làng mộc Cúc Bồ", en: "Cúc Bồ, a village of carpenters" },
      summary: {
        vi: "Làng thợ chuyên dựng đình, chùa và nhà gỗ cổ, nghề truyền từ thế kỷ 17.",
        en: "Carpenters who build communal houses, pagodas and old-style wooden homes, a craft handed down since the 17th century.",
      },
      body: [
        {
          text: {
            vi: "Thợ Cúc Bồ đi khắp nơi dựng đình, dựng chùa và nhà gỗ cổ; nghề truyền từ thế kỷ 17. Trong làng còn những ngôi nhà gỗ lim năm gian của các cụ để lại.",
            en: "Carpenters of Cúc Bồ go far afield to raise communal houses, pagodas and old-style wooden homes; the craft has been handed down since the 17th century. The village still has five-bay houses of ironwood left by its forebears.",
          },
        },
        {
          text: {
            vi: "Đó là nhà người ta đang ở, nên hỏi chủ nhà trước khi vào và đừng chụp bàn thờ khi chưa được phép. Làng ở cùng xã với đền thờ Khúc Thừa Dụ và không xa phường rối Bồ Dương, tiện đi trong một buổi.",
            en: "People live in these houses: ask before you go in, and do not photograph an altar unasked. The village is in the same commune as the temple of Khúc Thừa Dụ and not far from the puppets of Bồ Dương, an easy half day together.",
          },
        },
      ],
      facts: [],
      pictures: drawn("carving", "Hình vẽ bông sen chạm trên tấm gỗ và lưỡi đục", "Drawing of a lotus carved in a board, with the chisel"),
      sources: from("cucbo-bhd", "cucbo"),
      detail: { kind: "place", placeKind: "craft_village", location: { unitCodes: ["11224"], address: inCommune("Khúc Thừa Dụ", villageOf("Cúc Bồ")) }, ranks: [], isWorldHeritage: false },
    },
  },
  {
    draft: {
      key: "den-quat",
      isSample: true,
      title: { vi: "Đền Quát", en: "Quát temple" },
      summary: {
        vi: "Đền thờ danh tướng thuỷ quân Yết Kiêu ở làng Hạ Bì, ven sông có bãi bơi chải.",
        en: "The temple of the naval commander Yết Kiêu in Hạ Bì village, with a river bank where boats are raced.",
      },
      body: [
        {
          text: {
            vi: "Yết Kiêu là vị tướng giỏi lặn, người làng Hạ Bì, theo Trần Hưng Đạo đánh giặc trên sông. Đền thờ ông là di tích quốc gia, gồm đền chính và bãi bơi ven sông, nơi dân làng bơi chải.",
            en: "Yết Kiêu, a son of Hạ Bì and a great diver, fought on the rivers under Trần Hưng Đạo. His temple is a national relic, made up of the main shrine and a stretch of river bank where the villagers race their boats.",
          },
        },
        {
          text: {
            vi: "Hội thu mở từ 14 đến 16 tháng Tám âm lịch với bơi chải; rằm tháng Giêng có hội xuân. Muốn xem bơi chải thì ra bãi sông từ sáng, chọn chỗ có bóng cây và đứng lùi mép nước vì bờ trơn.",
            en: "The autumn festival, from the 14th to the 16th of the eighth lunar month, has boat racing; there is a spring day on the 15th of the first. To watch the boats, be at the river in the morning, find some shade and stand back from the edge, which is slippery.",
          },
        },
      ],
      facts: [{ label: { vi: "Lễ hội", en: "Festival" }, value: { vi: "14–16 tháng Tám và rằm tháng Giêng âm lịch", en: "14th–16th of the eighth and 15th of the first lunar month" } }],
      pictures: drawn("dragon-boat", "Hình vẽ thuyền chải đầu rồng và bốn tay chèo", "Drawing of a dragon-headed racing boat and four rowers"),
      sources: from("denquat", "denquat23", "denquat-hnd"),
      detail: {
        kind: "place",
        placeKind: "temple",
        location: { unitCodes: ["11020", "10999"], address: { vi: "Làng Hạ Bì, vùng Yết Kiêu cũ của Gia Lộc, thành phố Hải Phòng", en: "Hạ Bì village, the former Yết Kiêu of Gia Lộc, Hải Phòng city" } },
        ranks: [nationalRelic()],
        isWorldHeritage: false,
      },
    },
  },
  {
    links: samples("theu-xuan-neo"),
    draft: {
      key: "lang-theu-xuan-neo",
      isSample: true,
      title: { vi: "Làng thêu Xuân Nẻo", en: "Xuân Nẻo embroidery village" },
      summary: {
        vi: "Làng thêu tay ở Tứ Kỳ từ khoảng những năm 1920, nay còn chừng 200 người cầm kim.",
        en: "A village of hand embroidery in Tứ Kỳ since about the 1920s, with some 200 needles still at work.",
      },
      body: [
        {
          text: {
            vi: "Xuân Nẻo thêu tay từ khoảng những năm 1920: tranh, khăn, áo dài. Bài báo năm 2024 ghi làng còn khoảng 200 thợ và hàng đi cả Nhật, Hàn Quốc; quà nhỏ có giá từ 150.000 đồng trở lên.",
            en: "Xuân Nẻo has embroidered by hand since about the 1920s: pictures, scarves, áo dài. An article of 2024 counts about 200 embroiderers, with work going to Japan and Korea, and small gifts from 150,000 VND.",
          },
        },
        {
          text: {
            vi: "Khách và học sinh tới làng được xem và cầm kim thêu thử. Xã cũ của làng nay chia cho hai xã, nên hẹn trước với người thợ và hỏi kỹ đường vào.",
            en: "Guests and school classes may watch and try a few stitches. The former commune of the village has been split between two new ones: arrange the visit with an embroiderer and ask for the way in.",
          },
        },
      ],
      facts: [{ label: { vi: "Số thợ", en: "Embroiderers" }, value: { vi: "Khoảng 200 (2024)", en: "About 200 (2024)" } }],
      pictures: drawn("needle", "Hình vẽ khung thêu tròn có bông hoa, mũi kim kéo theo sợi chỉ", "Drawing of a round frame with a flower, a needle trailing its thread"),
      sources: from("ruoi-tour", "theu-velang", "theu-bhd"),
      detail: {
        kind: "place",
        placeKind: "craft_village",
        location: { unitCodes: ["11086", "11113"], address: { vi: "Làng Xuân Nẻo, vùng Hưng Đạo cũ của Tứ Kỳ, thành phố Hải Phòng", en: "Xuân Nẻo village, the former Hưng Đạo of Tứ Kỳ, Hải Phòng city" } },
        ranks: [],
        isWorldHeritage: false,
      },
    },
  },
  {
    links: samples("vot-ruoi-an-thanh", "nau-com-que"),
    draft: {
      key: "vung-ruoi-an-thanh",
      isSample: true,
      title: { vi: "Bãi rươi An Thanh", en: "The rươi fields of An Thanh" },
      summary: {
        vi: "137 ha ruộng ngoài đê ở Tứ Kỳ, cấy một vụ lúa và đón rươi theo con nước cuối năm.",
        en: "137 hectares of fields outside the dyke in Tứ Kỳ: one crop of rice, and rươi with the tides at the end of the year.",
      },
      body: [
        {
          text: {
            vi: "Bãi rươi An Thanh rộng 137 ha ngoài đê, nước lợ lên xuống theo triều. Ruộng cấy một vụ lúa và không dùng thuốc trừ sâu, để rươi còn sống. Người ở đây nhớ ngày rươi bằng câu “tháng chín đôi mươi, tháng mười mùng năm” âm lịch.",
            en: "The An Thanh fields cover 137 hectares outside the dyke, where brackish water comes and goes with the tide. They grow one crop of rice and take no pesticide, so that the rươi, a small sea-worm, can live. People keep its days by the saying “tháng chín đôi mươi, tháng mười mùng năm”: the 20th of the ninth and the 5th of the tenth lunar month.",
          },
        },
        {
          text: {
            vi: "Mùa rươi, gia đình và học sinh từng được xuống ruộng cầm vợt; tính đến đầu năm 2025 địa phương đã bốn lần tổ chức đùa nơm bắt cá. Ruộng là của từng hộ, nên đi theo người nhà ruộng, đừng tự xuống bãi lúc nước lên.",
            en: "In season, families and school classes have been let in with nets; by early 2025 the locality had held four days of fishing with bamboo baskets. The fields belong to households: go with somebody who works there, and never alone when the tide is coming in.",
          },
        },
      ],
      facts: [{ label: { vi: "Mùa rươi", en: "Rươi season" }, value: { vi: "Quanh 20 tháng Chín và mùng 5 tháng Mười âm lịch", en: "Round 20/9 and 5/10 of the lunar year" } }],
      pictures: drawn("ruoi-net", "Hình vẽ chiếc vợt múc rươi trên mặt nước", "Drawing of a net dipping rươi from the water"),
      sources: from("ruoi-tour", "ruoi-lehoi", "ruoi-tt20"),
      detail: { kind: "place", placeKind: "nature", location: { unitCodes: ["11131"], address: inCommune("Chí Minh", { vi: "Vùng An Thanh cũ", en: "The former An Thanh" }) }, ranks: [], isWorldHeritage: false, bestMonths: [10, 11, 12] },
    },
  },
];
