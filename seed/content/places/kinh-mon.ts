import type { LinkedPiece } from "@xudong/content";
import { from } from "../sources.ts";
import { drawn, inCommune, inWard, nationalRelic, nationalTreasure, placesNamed, samples, specialRelic, worldHeritage } from "../words.ts";

/** Limestone and temples round Kinh Môn and Kim Thành. */
export const kinhMon: readonly LinkedPiece[] = [
  {
    links: [...samples("kinh-chu-an-phu"), ...placesNamed("dong-kinh-chu")],
    draft: {
      key: "den-cao-an-phu",
      isSample: true,
      title: { vi: "Đền Cao An Phụ", en: "An Phụ mountain temple" },
      summary: {
        vi: "Đền thờ An Sinh vương Trần Liễu trên đỉnh An Phụ 246 m, bên tượng đài đá Trần Hưng Đạo.",
        en: "The temple of Trần Liễu, Prince An Sinh, on the 246-metre summit of An Phụ, beside a stone statue of Trần Hưng Đạo.",
      },
      body: [
        {
          text: {
            vi: "Đền thờ An Sinh vương Trần Liễu, thân phụ của Trần Hưng Đạo, nằm trên đỉnh núi An Phụ cao 246 m. Gần đền có chùa Tường Vân và tượng đài Trần Hưng Đạo bằng đá, cao 9,7 m. Đền là di tích quốc gia từ năm 1992; năm 2016 quần thể An Phụ – Kính Chủ – Nhẫm Dương thành di tích quốc gia đặc biệt.",
            en: "The temple honours Trần Liễu, Prince An Sinh and father of Trần Hưng Đạo, on the summit of An Phụ at 246 metres. Near it stand Tường Vân pagoda and a stone statue of Trần Hưng Đạo, 9.7 metres high. It has been a national relic since 1992; in 2016 An Phụ, Kính Chủ and Nhẫm Dương together became a special national relic.",
          },
        },
        {
          text: {
            vi: "Ngày giỗ Trần Liễu là mồng 1 tháng Tư âm lịch, nhưng khách đã lên núi từ tháng Giêng. Trời quang, từ đỉnh nhìn thấy cả vùng đồng bằng với sông uốn khúc. Mùa đông trên đỉnh có gió, nên mang áo ấm.",
            en: "Trần Liễu is commemorated on the first of the fourth lunar month, but people climb from the first month on. On a clear day the whole plain lies below, rivers winding through it. In winter the summit is windy, so bring something warm.",
          },
        },
      ],
      facts: [{ label: { vi: "Độ cao", en: "Height" }, value: { vi: "246 m", en: "246 m" } }],
      pictures: drawn("pine-steps", "Hình vẽ bậc đá lên núi giữa hai hàng thông", "Drawing of stone steps climbing a hill between pines"),
      sources: from("anphu-wiki", "anphu-vdh", "anphu-ndt"),
      detail: {
        kind: "place",
        placeKind: "temple",
        location: { unitCodes: ["10726"], address: inWard("Phạm Sư Mạnh", { vi: "Núi An Phụ", en: "An Phụ mountain" }), coordinates: { lat: 21.014192, lon: 106.492662 } },
        ranks: [nationalRelic(1992), specialRelic(2016, { vi: "Quần thể An Phụ – Kính Chủ – Nhẫm Dương", en: "The An Phụ – Kính Chủ – Nhẫm Dương group" })],
        isWorldHeritage: false,
      },
    },
  },
  {
    links: [...samples("kinh-chu-an-phu"), ...placesNamed("den-cao-an-phu", "chua-nham-duong")],
    draft: {
      key: "dong-kinh-chu",
      isSample: true,
      title: { vi: "Động Kính Chủ", en: "Kính Chủ cave" },
      summary: {
        vi: "“Nam thiên đệ lục động” với chùa trong hang và 47 bia khắc trên vách đá còn đọc được.",
        en: "The sixth cave under the southern sky, with a pagoda inside and 47 inscriptions on the rock that can still be read.",
      },
      body: [
        {
          text: {
            vi: "Ba mươi sáu bậc đá dẫn lên cửa động, bên trong là chùa. Trên vách còn 47 bia ma nhai đọc được, xưa từng có 54; năm 2017 hệ thống bia này được công nhận là bảo vật quốc gia. Người khắc phần lớn là thợ đá làng Kính Chủ ngay dưới chân núi, nghề đã có từ thời Trần.",
            en: "Thirty-six stone steps lead up to the mouth of the cave and the pagoda within. On its walls 47 inscriptions can still be read, of 54 there once were; in 2017 they were recognised together as a national treasure. Most were cut by the masons of Kính Chủ village at the foot of the hill, a craft that goes back to the Trần dynasty.",
          },
        },
        {
          text: {
            vi: "Động là di tích quốc gia từ năm 1962, di tích quốc gia đặc biệt năm 2016, và năm 2025 thuộc di sản thế giới Yên Tử – Vĩnh Nghiêm – Côn Sơn, Kiếp Bạc. Trong hang có chỗ tối và trơn, nên mang đèn nhỏ và đi giày bám tốt; xin đừng chạm tay vào mặt bia.",
            en: "The cave has been a national relic since 1962, a special national relic since 2016, and in 2025 it became part of the world heritage of Yên Tử – Vĩnh Nghiêm – Côn Sơn, Kiếp Bạc. Parts of it are dark and slippery: bring a small torch and shoes with a good grip, and please keep your hands off the inscriptions.",
          },
        },
      ],
      facts: [{ label: { vi: "Bia trên vách", en: "Inscriptions" }, value: { vi: "47 bia đọc được, xưa có 54", en: "47 legible, of 54 there once were" } }],
      pictures: drawn("cave", "Hình vẽ cửa động đá, bậc lên và bia khắc trên vách", "Drawing of a cave mouth with steps and an inscription on its wall"),
      sources: from("kinhchu-dost", "kinhchu-py", "unesco-nd"),
      detail: {
        kind: "place",
        placeKind: "relic",
        location: { unitCodes: ["10726"], address: inWard("Phạm Sư Mạnh") },
        ranks: [nationalRelic(1962), specialRelic(2016), nationalTreasure({ vi: "Hệ thống bia ma nhai", en: "The inscriptions on the rock" }, 2017), worldHeritage],
        isWorldHeritage: true,
      },
    },
  },
  {
    links: placesNamed("dong-kinh-chu"),
    draft: {
      key: "chua-nham-duong",
      isSample: true,
      title: { vi: "Chùa Nhẫm Dương", en: "Nhẫm Dương pagoda" },
      summary: {
        vi: "Tổ đình phái Tào Động ở Kinh Môn, quanh chùa gần 30 hang đá, có hang giữ hoá thạch của 27 loài.",
        en: "The mother pagoda of the Tào Động Zen school, amid nearly 30 caves, one of which held fossils of 27 species.",
      },
      body: [
        {
          text: {
            vi: "Chùa có tên chữ là Thánh Quang tự, là tổ đình của Thiền phái Tào Động với thiền sư Thuỷ Nguyệt. Quanh chùa có gần 30 hang động. Ở hang Thánh Hoá người ta tìm thấy hoá thạch của 27 loài, nên nơi đây vừa là đất Phật vừa là chỗ của người yêu khảo cổ.",
            en: "The pagoda, written Thánh Quang tự, is where the Tào Động (Sōtō) school of Zen began in this country with the master Thuỷ Nguyệt. Nearly 30 caves lie round it. In one of them, Thánh Hoá, fossils of 27 species were found, so that the place belongs to pilgrims and to lovers of archaeology alike.",
          },
        },
        {
          text: {
            vi: "Chùa được xếp hạng di tích quốc gia năm 2003, di tích quốc gia đặc biệt năm 2016 và thuộc di sản thế giới năm 2025. Ban quản lý Côn Sơn – Kiếp Bạc đã ghép chùa vào tuyến năm điểm di sản cùng Côn Sơn, Kiếp Bạc, Thanh Mai và Kính Chủ (2025). Vào hang nên theo người trong chùa chỉ lối.",
            en: "It was listed as a national relic in 2003 and a special one in 2016, and became world heritage in 2025. The board of Côn Sơn – Kiếp Bạc has joined it to a route of five heritage stops with Côn Sơn, Kiếp Bạc, Thanh Mai and Kính Chủ (2025). In the caves, let somebody of the pagoda show you the way.",
          },
        },
      ],
      facts: [],
      pictures: drawn("cave", "Hình vẽ cửa động đá, bậc lên và bia khắc trên vách", "Drawing of a cave mouth with steps and an inscription on its wall"),
      sources: from("nhamduong-dt", "nhamduong-pg", "unesco-nd", "tamto"),
      detail: {
        kind: "place",
        placeKind: "temple",
        location: { unitCodes: ["10714"], address: inWard("Nhị Chiểu"), coordinates: { lat: 21.03906, lon: 106.53844 } },
        ranks: [nationalRelic(2003), specialRelic(2016), worldHeritage],
        isWorldHeritage: true,
      },
    },
  },
  {
    draft: {
      key: "chua-muong",
      isSample: true,
      title: { vi: "Chùa Muống", en: "Muống pagoda" },
      summary: {
        vi: "Chùa Quang Khánh ở đất Kim Thành, gắn với sư Tuệ Nhẫn, mở hội 24–27 tháng Giêng âm lịch.",
        en: "Quang Khánh pagoda in Kim Thành, linked to the monk Tuệ Nhẫn, with a festival on the 24th–27th of the first lunar month.",
      },
      body: [
        {
          text: {
            vi: "Chùa Muống có tên chữ là Quang Khánh tự, gắn với nhà sư Tuệ Nhẫn. Chùa nằm ở vùng Ngũ Phúc cũ của Kim Thành, nay thuộc xã An Thành. Hội chùa là một trong những hội khép lại tháng Giêng ở vùng này.",
            en: "Muống pagoda, written Quang Khánh tự, is linked to the monk Tuệ Nhẫn. It lies in the former Ngũ Phúc of Kim Thành, today part of An Thành commune. Its festival is among those that close the first lunar month here.",
          },
        },
        {
          text: {
            vi: "Hội chùa kéo dài từ 24 đến 27 tháng Giêng âm lịch, ngày trọng là 27. Dân làng rước bánh dầy và rước tượng qua đường làng. Tư liệu về chùa còn ít, giờ mở cửa ngày thường chưa có nguồn; ai tới ngoài ngày hội nên hỏi người trong làng trước.",
            en: "The festival runs from the 24th to the 27th of the first lunar month, the 27th being the main day. Villagers carry rice cakes and statues in procession along the lanes. Little is written about the pagoda and no source gives its hours on other days, so please ask in the village first.",
          },
        },
      ],
      facts: [{ label: { vi: "Lễ hội", en: "Festival" }, value: { vi: "24–27 tháng Giêng âm lịch", en: "24th–27th of the first lunar month" } }],
      pictures: drawn("pagoda", "Hình vẽ ngôi chùa hai tầng mái bên hàng cây", "Drawing of a pagoda of two roofs between trees"),
      sources: from("chuamuong"),
      detail: { kind: "place", placeKind: "temple", location: { unitCodes: ["10792"], address: inCommune("An Thành", { vi: "Vùng Ngũ Phúc cũ", en: "The former Ngũ Phúc" }) }, ranks: [], isWorldHeritage: false },
    },
  },
];
