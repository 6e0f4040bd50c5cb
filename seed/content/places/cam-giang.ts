import type { LinkedPiece } from "@xudong/content";
import { from } from "../sources.ts";
import { drawn, inCommune, nationalRelic, nationalTreasure, placesNamed, samples, specialRelic, villageOf } from "../words.ts";

/** Scholars, a physician and craftsmen of Cẩm Giàng and Bình Giang. */
export const camGiang: readonly LinkedPiece[] = [
  {
    links: [...samples("di-bo-mao-dien"), ...placesNamed("den-xua", "mo-trach")],
    draft: {
      key: "van-mieu-mao-dien",
      isSample: true,
      title: { vi: "Văn miếu Mao Điền", en: "Mao Điền temple of literature" },
      summary: {
        vi: "Văn miếu của trấn Hải Dương xưa, thờ Khổng Tử và tám vị đại khoa trên khu đất 3,6 ha có cây gạo cổ.",
        en: "The temple of literature of old Hải Dương, to Confucius and eight laureates, on 3.6 hectares with an old kapok tree.",
      },
      body: [
        {
          text: {
            vi: "Văn miếu Mao Điền là nơi thờ Khổng Tử và tám vị đại khoa của trấn Hải Dương xưa, quy mô đứng sau Văn Miếu – Quốc Tử Giám ở miền Bắc. Khu đất rộng 3,6 ha, có cây gạo cổ trước sân. Nơi này là di tích quốc gia từ năm 1992, sau được nâng lên di tích quốc gia đặc biệt.",
            en: "Mao Điền honours Confucius and eight laureates of old Hải Dương; in the North only the temple in Hà Nội is larger. Its grounds cover 3.6 hectares, with an old kapok tree in the forecourt. It has been a national relic since 1992 and was later raised to a special one.",
          },
        },
        {
          heading: { vi: "Đi khi nào", en: "When to come" },
          text: {
            vi: "Hội mở giữa tháng Hai âm lịch; năm 2025 là 15–17/3 dương lịch, có tế lễ, cho chữ và trưng bày. Trường học quanh vùng hay đưa học sinh tới báo công, dâng hương. Người đi lễ thường xin một chữ mang về.",
            en: "The festival falls in the middle of the second lunar month; in 2025 it was on 15–17 March, with rites, calligraphy and displays. Schools bring their pupils to report their marks and burn incense. Many who come take a written character home.",
          },
        },
      ],
      facts: [{ label: { vi: "Diện tích", en: "Area" }, value: { vi: "3,6 ha", en: "3.6 hectares" } }],
      pictures: drawn("scholar-gate", "Hình vẽ cổng văn miếu ba lối, cây gạo nở hoa bên cạnh", "Drawing of a three-way temple gate with a kapok tree in flower"),
      sources: from("maodien-tt", "maodien-hue", "maodien-vtl", "maodien-gdtd", "denxua25"),
      detail: {
        kind: "place",
        placeKind: "relic",
        location: { unitCodes: ["10930"], address: inCommune("Mao Điền") },
        ranks: [nationalRelic(1992), specialRelic()],
        isWorldHeritage: false,
      },
    },
  },
  {
    links: placesNamed("den-bia", "chua-giam"),
    draft: {
      key: "den-xua",
      isSample: true,
      title: { vi: "Đền Xưa", en: "Xưa temple" },
      summary: {
        vi: "Đền thờ Đại danh y Tuệ Tĩnh tại quê ông, làng Nghĩa Phú, khai hội rằm tháng Hai âm lịch.",
        en: "The temple of the physician-monk Tuệ Tĩnh in his home village, Nghĩa Phú; its festival opens at the full moon of the second month.",
      },
      body: [
        {
          text: {
            vi: "Đền đứng giữa làng Nghĩa Phú, quê của Đại danh y Tuệ Tĩnh. Cùng chùa Giám và đền Bia, đền thuộc một cụm di tích quốc gia đặc biệt; năm 2025 cụm được công nhận là khu du lịch cấp tỉnh.",
            en: "The temple stands in Nghĩa Phú, the home village of Tuệ Tĩnh, a monk and physician of old. With Giám pagoda and Bia temple it forms a special national relic; in 2025 the group became a provincial tourism area.",
          },
        },
        {
          text: {
            vi: "Hội mở từ 14 đến 16 tháng Hai âm lịch, khai hội ngày rằm. Ba nơi trong cụm cùng ở đất Cẩm Giàng, có thể đi trọn một vòng trong ngày: đền Xưa, chùa Giám rồi đền Bia.",
            en: "The festival runs from the 14th to the 16th of the second lunar month and opens on the 15th. The three places of the group are all in Cẩm Giàng country and can be seen in a day: Xưa temple, Giám pagoda, then Bia temple.",
          },
        },
      ],
      facts: [{ label: { vi: "Cùng cụm", en: "In the same group" }, value: { vi: "Đền Xưa – chùa Giám – đền Bia", en: "Xưa temple – Giám pagoda – Bia temple" } }],
      pictures: drawn("mortar", "Hình vẽ chiếc cối và chày bên nhánh lá", "Drawing of a mortar and pestle with a sprig"),
      sources: from("denxua25", "tuetinh-cum"),
      detail: {
        kind: "place",
        placeKind: "temple",
        location: { unitCodes: ["10909"], address: inCommune("Tuệ Tĩnh", villageOf("Nghĩa Phú")) },
        ranks: [specialRelic(undefined, { vi: "Cụm đền Xưa – chùa Giám – đền Bia", en: "The group of Xưa, Giám and Bia" }), { level: { vi: "Khu du lịch cấp tỉnh", en: "Provincial tourism area" }, year: 2025 }],
        isWorldHeritage: false,
      },
    },
  },
  {
    links: [...samples("dap-xe-bai-ca-rot"), ...placesNamed("den-xua", "chua-giam")],
    draft: {
      key: "den-bia",
      isSample: true,
      title: { vi: "Đền Bia", en: "Bia temple" },
      summary: {
        vi: "Đền ở làng Văn Thai thờ Tuệ Tĩnh và tấm bia khắc lời nguyện của ông, ngày hội có phát thuốc nam.",
        en: "The temple of Văn Thai village to Tuệ Tĩnh and the stele that bears his wish; herbs are handed out at its festival.",
      },
      body: [
        {
          text: {
            vi: "Đền Bia thờ Đại danh y Tuệ Tĩnh cùng tấm bia khắc lời nguyện của ông. Đền là di tích quốc gia năm 1995, nay thuộc cụm di tích quốc gia đặc biệt đền Xưa – chùa Giám – đền Bia. Làng Văn Thai nằm trong xã Tuệ Tĩnh, xã mang tên ông.",
            en: "Bia temple honours the physician-monk Tuệ Tĩnh together with a stele on which his wish is carved. It became a national relic in 1995 and today belongs to the special national relic of Xưa, Giám and Bia. Văn Thai village lies in Tuệ Tĩnh, a commune that bears his name.",
          },
        },
        {
          text: {
            vi: "Hội mở từ 30 tháng Ba đến mồng 1 tháng Tư âm lịch. Người ta xếp thành bốn chữ “Nam Dược Thánh nhân”, và phát những gói lá thuốc nam cho khách; năm 2019 có 1.000 gói. Chợ chỉ kể chuyện lễ hội, không khuyên dùng lá thuốc vào việc gì.",
            en: "The festival runs from the 30th of the third lunar month to the first of the fourth. Dancers form the four characters “Nam Dược Thánh nhân”, and packs of herbs are given to visitors; in 2019 there were 1,000. We only tell of the custom and recommend no herb for any use.",
          },
        },
      ],
      facts: [{ label: { vi: "Lễ hội", en: "Festival" }, value: { vi: "30 tháng Ba – mồng 1 tháng Tư âm lịch", en: "30th of the third – 1st of the fourth lunar month" } }],
      pictures: drawn("mortar", "Hình vẽ chiếc cối và chày bên nhánh lá", "Drawing of a mortar and pestle with a sprig"),
      sources: from("denbia25", "denbia19", "tuetinh-cum"),
      detail: { kind: "place", placeKind: "temple", location: { unitCodes: ["10909"], address: inCommune("Tuệ Tĩnh", villageOf("Văn Thai")) }, ranks: [nationalRelic(1995), specialRelic()], isWorldHeritage: false },
    },
  },
  {
    links: placesNamed("den-xua", "den-bia", "chua-dong-ngo"),
    draft: {
      key: "chua-giam",
      isSample: true,
      title: { vi: "Chùa Giám", en: "Giám pagoda" },
      summary: {
        vi: "Ngôi chùa gắn với Tuệ Tĩnh, giữ toà Cửu phẩm liên hoa bằng gỗ sáu mặt quay được, cuối thế kỷ 17.",
        en: "A pagoda linked to Tuệ Tĩnh, with a revolving six-sided Nine-Lotus tower of wood from the late 17th century.",
      },
      body: [
        {
          text: {
            vi: "Trong chùa Giám, tên chữ Nghiêm Quang tự, có toà Cửu phẩm liên hoa: một cây tháp gỗ sáu mặt dựng cuối thế kỷ 17, mang 144 pho tượng và quay được quanh trục. Toà tháp là bảo vật quốc gia từ năm 2015. Chùa gắn với Đại danh y Tuệ Tĩnh.",
            en: "Inside Giám pagoda, written Nghiêm Quang tự, stands the Nine-Lotus tower: six wooden sides, made in the late 17th century, carrying 144 statues and turning on an axle. It has been a national treasure since 2015. The pagoda is linked to the physician-monk Tuệ Tĩnh.",
          },
        },
        {
          text: {
            vi: "Chùa là di tích quốc gia từ năm 1974, nay thuộc cụm di tích quốc gia đặc biệt cùng đền Xưa và đền Bia. Tháp là cổ vật, khách xin chỉ ngắm, đừng chạm tay. Ở vùng này còn một toà tháp cùng kiểu tại chùa Đồng Ngọ.",
            en: "It has been a national relic since 1974 and now forms a special national relic with Xưa and Bia temples. The tower is an antique: please look and do not touch. Another tower of this kind stands at Đồng Ngọ pagoda.",
          },
        },
      ],
      facts: [{ label: { vi: "Tháp Cửu phẩm liên hoa", en: "Nine-Lotus tower" }, value: { vi: "Gỗ, sáu mặt, 144 tượng, cuối thế kỷ 17", en: "Wood, six sides, 144 statues, late 17th century" } }],
      pictures: drawn("lotus-tower", "Hình vẽ toà tháp gỗ nhiều tầng sen", "Drawing of a wooden tower of lotus tiers"),
      sources: from("giam-bt", "giam-nqs", "tuetinh-cum"),
      detail: {
        kind: "place",
        placeKind: "temple",
        location: { unitCodes: ["10888"], address: inCommune("Cẩm Giang") },
        ranks: [nationalRelic(1974), nationalTreasure({ vi: "Toà Cửu phẩm liên hoa", en: "The Nine-Lotus tower" }, 2015), specialRelic()],
        isWorldHeritage: false,
      },
    },
  },
  {
    links: placesNamed("van-mieu-mao-dien"),
    draft: {
      key: "mo-trach",
      isSample: true,
      title: { vi: "Làng tiến sĩ Mộ Trạch", en: "Mộ Trạch, village of laureates" },
      summary: {
        vi: "Ngôi làng ở đất Bình Giang xưa có 36 tiến sĩ Nho học, trong đó 29 người họ Vũ.",
        en: "A village of old Bình Giang with 36 laureates of the Confucian examinations, 29 of them of the Vũ family.",
      },
      body: [
        {
          text: {
            vi: "Người ta gọi Mộ Trạch là làng tiến sĩ: qua các khoa thi Nho học, làng có 36 người đỗ tiến sĩ, riêng họ Vũ 29 người. Dân làng kể làng gắn với Vũ Hồn, được coi là thuỷ tổ họ Vũ ở đây.",
            en: "Mộ Trạch is called the village of laureates: in the old Confucian examinations it had 36 doctors, 29 of the Vũ family alone. Villagers trace themselves to Vũ Hồn, held to be the first ancestor of the Vũ here.",
          },
        },
        {
          text: {
            vi: "Xã cũ của làng nay chia cho hai xã, nên trước khi đi hãy hỏi người trong làng đường vào. Ai thích chuyện học hành ngày xưa có thể ghép Mộ Trạch với Văn miếu Mao Điền, nơi thờ tám vị đại khoa của trấn Hải Dương.",
            en: "The former commune of the village has been split between two new ones, so ask on the spot which road to take. Lovers of the old examinations may join Mộ Trạch with the temple of literature at Mao Điền, where eight laureates of Hải Dương are honoured.",
          },
        },
      ],
      facts: [{ label: { vi: "Tiến sĩ", en: "Laureates" }, value: { vi: "36 người, 29 người họ Vũ", en: "36, of whom 29 of the Vũ family" } }],
      pictures: drawn("calligraphy", "Hình vẽ tờ giấy viết chữ, bút lông và nghiên mực", "Drawing of a sheet of calligraphy, a brush and an inkstone"),
      sources: from("motrach", "camgiang2"),
      detail: {
        kind: "place",
        placeKind: "relic",
        location: { unitCodes: ["10972", "10993"], address: { vi: "Làng Mộ Trạch, vùng Tân Hồng cũ của Bình Giang, thành phố Hải Phòng", en: "Mộ Trạch village, the former Tân Hồng of Bình Giang, Hải Phòng city" } },
        ranks: [],
        isWorldHeritage: false,
      },
    },
  },
  {
    draft: {
      key: "lang-dong-giao",
      isSample: true,
      title: { vi: "Làng chạm khắc Đông Giao", en: "Đông Giao carving village" },
      summary: {
        vi: "Làng chạm khắc gỗ hơn 300 năm ở Cẩm Giàng, xem thợ làm và mua ngay tại xưởng.",
        en: "More than 300 years of wood carving in Cẩm Giàng; watch the carvers and buy at their workshops.",
      },
      body: [
        {
          text: {
            vi: "Đông Giao chạm gỗ đã hơn 300 năm. Một bài báo năm 2022 ghi làng có 1.030 hộ, khoảng nửa số dân làm nghề. Vùng Lương Điền cũ của làng nay nằm trong xã Cẩm Giàng, tên dễ lẫn với xã Cẩm Giang ngay gần đó.",
            en: "Đông Giao has carved wood for more than 300 years. An article of 2022 counts 1,030 households and about half the people living from the craft. The former Lương Điền, to which it belonged, is now part of Cẩm Giàng, not to be confused with the neighbouring Cẩm Giang.",
          },
        },
        {
          text: {
            vi: "Khách được vào xem thợ làm và mua tại xưởng. Xưởng là chỗ làm việc, nên hỏi trước khi chụp ảnh và để ý mảnh gỗ, dụng cụ trên lối đi. Đồ lớn có thể hỏi thợ về gỗ, ngày giao và cách đóng gói trước khi trả tiền.",
            en: "Visitors may watch the carvers and buy at the workshops. These are places of work: ask before you take a photograph, and mind the wood and tools underfoot. For a large piece, ask about the timber, the delivery day and the packing before you pay.",
          },
        },
      ],
      facts: [{ label: { vi: "Số hộ", en: "Households" }, value: { vi: "1.030 (2022)", en: "1,030 (2022)" } }],
      pictures: drawn("carving", "Hình vẽ bông sen chạm trên tấm gỗ và lưỡi đục", "Drawing of a lotus carved in a board, with the chisel"),
      sources: from("donggiao-vns", "donggiao-bhd"),
      detail: { kind: "place", placeKind: "craft_village", location: { unitCodes: ["10903"], address: inCommune("Cẩm Giàng", villageOf("Đông Giao")) }, ranks: [], isWorldHeritage: false },
    },
  },
  {
    draft: {
      key: "lang-chau-khe",
      isSample: true,
      title: { vi: "Làng kim hoàn Châu Khê", en: "Châu Khê, goldsmiths' village" },
      summary: {
        vi: "Quê của những người thợ dựng nên phố Hàng Bạc Hà Nội, có đình, chùa và quả chuông 800 kg.",
        en: "Home of the smiths who made Hàng Bạc street in Hà Nội, with a communal house, a pagoda and a bell of 800 kg.",
      },
      body: [
        {
          text: {
            vi: "Nghề kim hoàn ở Châu Khê có khoảng 550 năm, gốc từ việc đúc bạc nén thời Lê; tổ nghề là ông Lưu Xuân Tín. Thợ Châu Khê lên kinh thành mở xưởng, và phố Hàng Bạc của Hà Nội từ đó mà có.",
            en: "The goldsmiths of Châu Khê go back some 550 years, to the casting of silver ingots under the Lê kings; Lưu Xuân Tín is their patron. Smiths from here opened workshops in the capital, and Hàng Bạc, the silver street of Hà Nội, grew from them.",
          },
        },
        {
          text: {
            vi: "Làng còn đình, chùa và quả chuông nặng 800 kg. Hội làng 18–19 tháng Giêng âm lịch là ngày giỗ tổ nghề: múa lân, rước kiệu, hát trên thuyền, và các xưởng mở cửa cho khách xem. Chợ này không bán vàng bạc; ai muốn mua thì hỏi thợ trong làng.",
            en: "The village keeps its communal house, its pagoda and a bell of 800 kg. The festival of the 18th and 19th of the first lunar month honours the patron, with lion dances, palanquins, singing on boats and open workshops. This market sells no gold or silver; to buy some, ask the smiths in the village.",
          },
        },
      ],
      facts: [{ label: { vi: "Hội làng", en: "Village festival" }, value: { vi: "18–19 tháng Giêng âm lịch", en: "18th–19th of the first lunar month" } }],
      pictures: drawn("bell", "Hình vẽ quả chuông đồng treo trên giá gỗ", "Drawing of a bronze bell in a wooden frame"),
      sources: from("chaukhe-nd", "chaukhe-vd", "langnghe-hd"),
      detail: {
        kind: "place",
        placeKind: "craft_village",
        location: { unitCodes: ["10972", "10993"], address: { vi: "Làng Châu Khê, vùng Thúc Kháng cũ của Bình Giang, thành phố Hải Phòng", en: "Châu Khê village, the former Thúc Kháng of Bình Giang, Hải Phòng city" } },
        ranks: [],
        isWorldHeritage: false,
      },
    },
  },
  {
    links: placesNamed("lang-gom-chu-dau"),
    draft: {
      key: "lang-gom-cay",
      isSample: true,
      title: { vi: "Làng gốm Cậy", en: "Cậy pottery village" },
      summary: {
        vi: "Làng gốm gần 500 năm bên sông Kẻ Sặt, ngõ lát mảnh gốm, nay còn rất ít lò đỏ lửa.",
        en: "A pottery village of nearly 500 years on the Kẻ Sặt river, its lanes paved with shards, few of its kilns still lit.",
      },
      body: [
        {
          text: {
            vi: "Gốm Cậy có gần 500 năm: vuốt tay trên bàn xoay, hoa văn đắp nổi, men tro lam nhạt. Ngõ làng từng lát bằng mảnh gốm vỡ của các lò, đi dưới chân vẫn còn thấy.",
            en: "Cậy pottery is nearly 500 years old: thrown by hand, with patterns in relief under a pale blue ash glaze. The lanes of the village were paved with broken pieces from its kilns, and you can see them underfoot.",
          },
        },
        {
          text: {
            vi: "Nay trong làng chỉ còn rất ít lò. Nghệ nhân Vũ Xuân Năm vẫn giữ lửa, từng đón giảng viên và sinh viên mỹ thuật tới xem và làm cùng. Làng không phải điểm bán vé; muốn vào xem lò thì nên hỏi trước và mua một món gì đó của người thợ.",
            en: "Very few kilns are left. The potter Vũ Xuân Năm keeps his burning and has received art teachers and students who came to look and to work. There is no ticket office: ask before you visit a kiln, and think of buying something from the potter.",
          },
        },
      ],
      facts: [{ label: { vi: "Nhận ra gốm Cậy", en: "How to know it" }, value: { vi: "Vuốt tay, hoa văn đắp nổi, men tro lam nhạt", en: "Thrown by hand, patterns in relief, pale blue ash glaze" } }],
      pictures: drawn("kiln", "Hình vẽ lò gốm đang đỏ lửa", "Drawing of a lit kiln"),
      sources: from("gomcay", "gomcay2"),
      detail: { kind: "place", placeKind: "craft_village", location: { unitCodes: ["10966"], address: inCommune("Bình Giang", villageOf("Cậy")) }, ranks: [], isWorldHeritage: false },
    },
  },
  {
    draft: {
      key: "nha-tho-ke-sat",
      isSample: true,
      title: { vi: "Nhà thờ Kẻ Sặt", en: "Kẻ Sặt church" },
      summary: {
        vi: "Nhà thờ lớn của giáo xứ Kẻ Sặt, giáo xứ lập năm 1630 ở phía tây vùng.",
        en: "The large church of the parish of Kẻ Sặt, founded in 1630 in the west of the area.",
      },
      body: [
        {
          text: {
            vi: "Giáo xứ Kẻ Sặt lập năm 1630, thuộc số những giáo xứ lâu đời của giáo phận Hải Phòng. Nhà thờ lớn nằm ở vùng Tráng Liệt cũ, nơi cũng có những nhà còn làm bánh đa.",
            en: "The parish of Kẻ Sặt was founded in 1630 and is among the old ones of the diocese of Hải Phòng. Its large church stands in the former Tráng Liệt, where a few houses still make bánh đa, the local rice cracker.",
          },
        },
        {
          text: {
            vi: "Bánh đa Sặt là loại bánh ngọt tráng bằng gạo với đường, vừng, lạc, dừa, gừng, có loại gấc, phơi khô rồi nướng than; báo năm 2017 ghi chỉ còn sáu hộ làm. Ai vào nhà thờ xin giữ yên lặng và tránh giờ lễ nếu chỉ tới xem.",
            en: "Bánh đa of Sặt is a sweet cracker of rice, sugar, sesame, peanuts, coconut and ginger, some coloured with gấc, dried and grilled over charcoal; the press of 2017 counted only six households making it. In the church, please be quiet, and come outside the hours of mass if you only want to look.",
          },
        },
      ],
      facts: [{ label: { vi: "Giáo xứ lập", en: "Parish founded" }, value: { vi: "1630", en: "1630" } }],
      pictures: drawn("church", "Hình vẽ tháp chuông nhà thờ giữa hai hàng cau", "Drawing of a church's bell tower between areca palms"),
      sources: from("kesat", "kesat-ls", "banhda-ttvh"),
      detail: { kind: "place", placeKind: "relic", location: { unitCodes: ["10945"], address: inCommune("Kẻ Sặt") }, ranks: [], isWorldHeritage: false },
    },
  },
];
