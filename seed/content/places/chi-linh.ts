import type { LinkedPiece } from "@xudong/content";
import { from } from "../sources.ts";
import { drawn, inWard, nationalRelic, nationalTreasure, placesNamed, samples, specialRelic, worldHeritage } from "../words.ts";

/** The hills of Chí Linh, from the Lục Đầu river to Tam Ban mountain. */
export const chiLinh: readonly LinkedPiece[] = [
  {
    links: [...samples("di-bo-ban-co-tien"), ...placesNamed("kiep-bac", "den-chu-van-an")],
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
            vi: "Lối đi qua rừng thông và men theo suối, có cầu Thấu Ngọc, giếng Ngọc, rồi hơn 900 bậc đá lên Bàn Cờ Tiên trên đỉnh cao gần 200 m. Nên đi giày bám tốt và mang theo nước uống. Muốn có người dẫn đường thì xem buổi đi bộ mẫu ở cuối trang.",
            en: "Paths lead through the pines and along the stream, past Thấu Ngọc bridge and the Jade well, then up more than 900 stone steps to the Fairy Chessboard, on a summit of nearly 200 metres. Wear shoes with a good grip and bring drinking water. For company on the way, see the sample walk at the foot of this page.",
          },
        },
      ],
      facts: [
        { label: { vi: "Thuộc", en: "Part of" }, value: { vi: "Quần thể Yên Tử – Vĩnh Nghiêm – Côn Sơn, Kiếp Bạc, di sản thế giới", en: "The Yên Tử – Vĩnh Nghiêm – Côn Sơn, Kiếp Bạc complex, a world heritage property" } },
        { label: { vi: "Lễ hội", en: "Festivals" }, value: { vi: "Hội xuân tháng Giêng và hội thu tháng Tám âm lịch", en: "Spring, in the first lunar month, and autumn, in the eighth" } },
      ],
      pictures: drawn("pine-steps", "Hình vẽ bậc đá lên núi giữa hai hàng thông", "Drawing of stone steps climbing a hill between pines"),
      sources: from("conson-csdl", "consonkb-63", "thanhha-vt", "unesco-bhd", "conson-rank", "conson-phi"),
      detail: {
        kind: "place",
        placeKind: "relic",
        location: { unitCodes: ["10570"], address: inWard("Trần Hưng Đạo") },
        ranks: [nationalRelic(1962), specialRelic(2012), worldHeritage],
        isWorldHeritage: true,
        ticket: { vi: "Năm 2017 có thu phí tham quan; mức hiện nay chưa có nguồn, mời bạn hỏi trước khi đi", en: "An entrance fee was collected in 2017; no source gives today's, so please ask before you go" },
      },
    },
  },
  {
    links: placesNamed("con-son"),
    draft: {
      key: "kiep-bac",
      isSample: true,
      title: { vi: "Đền Kiếp Bạc", en: "Kiếp Bạc temple" },
      summary: {
        vi: "Đền thờ Hưng Đạo Đại vương Trần Quốc Tuấn bên sông Lục Đầu, ngày giỗ 20 tháng Tám âm lịch.",
        en: "The temple of Trần Quốc Tuấn, Prince Hưng Đạo, on the Lục Đầu river, his memorial on the 20th of the eighth lunar month.",
      },
      body: [
        {
          text: {
            vi: "Đền nhìn ra sông Lục Đầu, thờ Hưng Đạo Đại vương Trần Quốc Tuấn, người được dân gian gọi là Đức Thánh Trần. Cùng với Côn Sơn, nơi đây là di tích quốc gia đặc biệt từ năm 2012 và thuộc di sản thế giới được ghi danh năm 2025.",
            en: "The temple looks out over the Lục Đầu river and honours Trần Quốc Tuấn, Prince Hưng Đạo, whom people call Saint Trần. Together with Côn Sơn it has been a special national relic since 2012, and it belongs to the world heritage inscribed in 2025.",
          },
        },
        {
          heading: { vi: "Mùa hội", en: "Festival days" },
          text: {
            vi: "Ngày chính hội là 20 tháng Tám âm lịch, ngày giỗ Ngài. Hội có hội quân trên sông: năm 2025 khoảng 5.000 người tham gia. Những ngày ấy đường vào đền rất đông, nên đi sớm và gửi xe từ xa; ngày thường thì yên tĩnh hơn nhiều.",
            en: "The main day is the 20th of the eighth lunar month, the day of his death. There is a muster of boats on the river: about 5,000 people took part in 2025. On those days the road in is crowded, so come early and park well before it; on other days it is a quiet place.",
          },
        },
      ],
      facts: [{ label: { vi: "Lễ hội", en: "Festival" }, value: { vi: "Hội thu Côn Sơn – Kiếp Bạc, tháng Tám âm lịch", en: "Côn Sơn – Kiếp Bạc autumn festival, eighth lunar month" } }],
      pictures: drawn("temple", "Hình vẽ mái đền cong và lư hương trước sân", "Drawing of a curved temple roof and an incense urn before it"),
      sources: from("hoiquan25", "hoiquan-bhd", "unesco-nd", "conson-rank"),
      detail: {
        kind: "place",
        placeKind: "temple",
        location: { unitCodes: ["10570"], address: inWard("Trần Hưng Đạo") },
        ranks: [specialRelic(2012, { vi: "Cụm Côn Sơn – Kiếp Bạc", en: "The Côn Sơn – Kiếp Bạc group" }), worldHeritage],
        isWorldHeritage: true,
      },
    },
  },
  {
    links: [...samples("rung-phong-thanh-mai"), ...placesNamed("rung-phong-thanh-mai")],
    draft: {
      key: "chua-thanh-mai",
      isSample: true,
      title: { vi: "Chùa Thanh Mai", en: "Thanh Mai pagoda" },
      summary: {
        vi: "Chùa do Nhị tổ Pháp Loa lập năm 1329 trên núi Tam Ban, giữa rừng phong đổi màu cuối năm.",
        en: "Founded in 1329 by the patriarch Pháp Loa on Tam Ban mountain, in a forest that turns red at the end of the year.",
      },
      body: [
        {
          text: {
            vi: "Pháp Loa, tổ thứ hai của Thiền phái Trúc Lâm, lập chùa năm 1329 ở lưng núi Tam Ban, độ cao khoảng 200 m. Chùa giữ tấm bia “Thanh Mai Viên Thông tháp”, một bảo vật quốc gia, và được xếp hạng di tích quốc gia năm 1992. Năm 2025 chùa vào danh mục di sản thế giới cùng Côn Sơn và Kiếp Bạc.",
            en: "Pháp Loa, second patriarch of the Trúc Lâm school, founded the pagoda in 1329 on the flank of Tam Ban, at about 200 metres. It keeps the stele “Thanh Mai Viên Thông tháp”, a national treasure, and was listed as a national relic in 1992. In 2025 it entered the world heritage list with Côn Sơn and Kiếp Bạc.",
          },
        },
        {
          text: {
            vi: "Sở Văn hoá, Thể thao và Du lịch Hải Phòng đưa chùa vào tuyến theo dấu ba vị tổ Trúc Lâm (2025). Ai muốn xem lá đỏ thì lên vào khoảng giữa tháng 12 đến tháng 1, khi rừng phong quanh chùa đổi màu. Chùa ở trên núi, nên đi giày bám tốt.",
            en: "The tourism department of Hải Phòng has made the pagoda part of a route in the steps of the three Trúc Lâm patriarchs (2025). For the red leaves come between mid-December and January, when the sweet-gums round it turn. The pagoda is on a mountain, so wear shoes with a good grip.",
          },
        },
      ],
      facts: [{ label: { vi: "Đi khi nào", en: "When to come" }, value: { vi: "Giữa tháng 12 đến tháng 1 để xem lá đỏ", en: "Mid-December to January for the red leaves" } }],
      pictures: drawn("sweet-gum", "Hình vẽ cành phong ba thuỳ lá đỏ, xa xa mái chùa", "Drawing of a sweet-gum branch with red three-lobed leaves and a pagoda roof beyond"),
      sources: from("thanhmai-tp", "thanhmai-pl", "thanhmai-phong", "unesco-nd", "tamto"),
      detail: {
        kind: "place",
        placeKind: "temple",
        location: { unitCodes: ["10552"], address: inWard("Nguyễn Trãi") },
        ranks: [nationalRelic(1992), nationalTreasure({ vi: "Bia “Thanh Mai Viên Thông tháp”", en: "The stele “Thanh Mai Viên Thông tháp”" }), worldHeritage],
        isWorldHeritage: true,
      },
    },
  },
  {
    links: [...samples("rung-phong-thanh-mai"), ...placesNamed("chua-thanh-mai")],
    draft: {
      key: "rung-phong-thanh-mai",
      isSample: true,
      title: { vi: "Rừng phong Thanh Mai", en: "Thanh Mai sweet-gum forest" },
      summary: {
        vi: "Rừng cây sau sau quanh chùa Thanh Mai, chuyển vàng rồi đỏ từ giữa tháng 12 đến tháng 1.",
        en: "A forest of sweet-gum round Thanh Mai pagoda, turning yellow and then red from mid-December into January.",
      },
      body: [
        {
          text: {
            vi: "Cây mà người ta quen gọi là phong ở đây chính là cây sau sau, người trong vùng còn gọi là táo hậu. Rừng mọc quanh chùa Thanh Mai trên núi Tam Ban; lá có ba thuỳ, vào đông chuyển vàng, cam rồi đỏ trước khi rụng.",
            en: "The tree that visitors call maple is the sweet-gum, sau sau in Vietnamese and táo hậu to people of these hills. It grows all round Thanh Mai pagoda on Tam Ban mountain; in winter its three-lobed leaves go yellow, orange and then red before they fall.",
          },
        },
        {
          text: {
            vi: "Lá đẹp vào khoảng giữa tháng 12 đến tháng 1, nhưng mỗi năm sớm muộn một khác, tuỳ đợt rét. Đi buổi sáng nắng xiên qua tán lá dễ chụp ảnh. Rừng ở ngay quanh chùa, xin đừng bẻ cành và đừng đốt lửa.",
            en: "The colour comes between mid-December and January, but the weeks shift from year to year with the cold. In the morning the light falls through the crowns, which is kind to photographs. The forest stands round a pagoda: please break no branches and light no fires.",
          },
        },
      ],
      facts: [],
      pictures: drawn("sweet-gum", "Hình vẽ cành phong ba thuỳ lá đỏ, xa xa mái chùa", "Drawing of a sweet-gum branch with red three-lobed leaves and a pagoda roof beyond"),
      sources: from("thanhmai-blog", "thanhmai-phong", "thanhmai-tp"),
      detail: { kind: "place", placeKind: "nature", location: { unitCodes: ["10552"], address: inWard("Nguyễn Trãi") }, ranks: [], isWorldHeritage: false, bestMonths: [12, 1] },
    },
  },
  {
    links: [...samples("di-bo-mao-dien"), ...placesNamed("con-son", "van-mieu-mao-dien")],
    draft: {
      key: "den-chu-van-an",
      isSample: true,
      title: { vi: "Đền thờ nhà giáo Chu Văn An", en: "Chu Văn An temple" },
      summary: {
        vi: "Đền thờ người thầy Chu Văn An (1292–1370) trên núi Phượng Hoàng, nơi ông về ở ẩn dạy học.",
        en: "The temple of the teacher Chu Văn An (1292–1370) on Phượng Hoàng mountain, where he retired and taught.",
      },
      body: [
        {
          text: {
            vi: "Chu Văn An dạy học ở kinh thành, rồi lui về núi Phượng Hoàng, tiếp tục dạy học trò tới cuối đời. Ngôi đền ngày nay xây lại trong những năm 2004–2008, lên đền qua hơn 100 bậc đá. Mộ thầy cách đền khoảng 600 m.",
            en: "Chu Văn An taught in the capital, then withdrew to Phượng Hoàng mountain and went on teaching to the end of his life. The temple of today was rebuilt between 2004 and 2008; more than 100 stone steps lead up to it. His tomb lies about 600 metres away.",
          },
        },
        {
          text: {
            vi: "Học sinh, sinh viên hay mang bút, sách tới dâng cầu học và xin chữ mang về. Vào đền xin mặc kín đáo, nói khẽ; ai đi cùng trẻ nhỏ thì leo bậc thong thả, nghỉ dọc đường.",
            en: "Pupils and students bring pens and books to offer as they pray for their studies, and ask for a written character to take home. Please dress modestly and keep your voice down; with small children, take the steps slowly and rest on the way.",
          },
        },
      ],
      facts: [],
      pictures: drawn("calligraphy", "Hình vẽ tờ giấy viết chữ, bút lông và nghiên mực", "Drawing of a sheet of calligraphy, a brush and an inkstone"),
      sources: from("chuvanan-csdl", "chuvanan-home"),
      detail: { kind: "place", placeKind: "temple", location: { unitCodes: ["10549"], address: inWard("Chu Văn An", { vi: "Núi Phượng Hoàng", en: "Phượng Hoàng mountain" }) }, ranks: [], isWorldHeritage: false },
    },
  },
  {
    draft: {
      key: "den-cao-an-lac",
      isSample: true,
      title: { vi: "Quần thể đền Cao An Lạc", en: "The Cao temples of An Lạc" },
      summary: {
        vi: "Các đền thờ năm anh em họ Vương giúp vua Lê Đại Hành đánh Tống năm 981, giữa rừng lim cổ.",
        en: "Temples of the five Vương siblings who helped King Lê Đại Hành against the Song in 981, in a grove of old ironwood.",
      },
      body: [
        {
          text: {
            vi: "Đền Cao, đền Cả, đền Bến Tràng và đền Bến Cả cùng thờ năm anh em họ Vương, những người theo Lê Đại Hành đánh quân Tống năm 981. Các đền cùng ở vùng An Lạc cũ, quanh đó còn rừng lim cổ thụ. Quần thể đã được xếp hạng di tích quốc gia.",
            en: "Cao, Cả, Bến Tràng and Bến Cả are the temples of five brothers and sisters of the Vương family who followed Lê Đại Hành against the Song army in 981. They all lie in the former An Lạc, with a grove of old ironwood about them, and are listed as a national relic.",
          },
        },
        {
          text: {
            vi: "Ngày hội 23 tháng Giêng âm lịch có đám rước 13 kiệu từ đền Cả về đình Hội Đồng, thi giã bánh giầy, nấu chè kho và đấu vật. Ngày thường, đi bộ giữa bốn ngôi đền dưới bóng lim là một buổi sáng thong thả.",
            en: "On the 23rd of the first lunar month thirteen palanquins go in procession from Cả temple to the Hội Đồng communal house, and people compete at pounding rice cakes, cooking sweet beans and wrestling. On other days a walk from one to the next under the ironwoods makes an unhurried morning.",
          },
        },
      ],
      facts: [{ label: { vi: "Lễ hội", en: "Festival" }, value: { vi: "21–25 tháng Giêng âm lịch, ngày chính 23", en: "21st–25th of the first lunar month, main day the 23rd" } }],
      pictures: drawn("temple", "Hình vẽ mái đền cong và lư hương trước sân", "Drawing of a curved temple roof and an incense urn before it"),
      sources: from("dencao-cl", "dencao-dt", "dencao-rank"),
      detail: { kind: "place", placeKind: "temple", location: { unitCodes: ["10603"], address: inWard("Lê Đại Hành", { vi: "Vùng An Lạc cũ", en: "The former An Lạc" }) }, ranks: [nationalRelic()], isWorldHeritage: false },
    },
  },
];
