import type { LinkedPiece } from "@xudong/content";
import { from } from "../sources.ts";
import { drawn, inCommune, livingHeritage, placesNamed, samples, villageOf } from "../words.ts";

/** Lychee country between the Hương and the Thái Bình. */
export const thanhHa: readonly LinkedPiece[] = [
  {
    links: [...samples("hai-vai-dong-man", "vai-thieu-thanh-ha"), ...placesNamed("cay-vai-to")],
    draft: {
      key: "song-huong-thanh-ha",
      isSample: true,
      title: { vi: "Sông Hương và vườn vải Đồng Mẩn", en: "The Hương river and the Đồng Mẩn orchards" },
      summary: {
        vi: "Nhánh sông chảy giữa hơn 90 ha vườn vải ở Thanh Hà, mùa quả chín rộ trong tháng 6.",
        en: "A river arm among more than 90 hectares of lychee in Thanh Hà, at its ripest in June.",
      },
      body: [
        {
          text: {
            vi: "Sông Hương của Thanh Hà tách một nhánh nhỏ là sông Đồng Mẩn, chảy giữa hai bờ vườn vải. Một bài báo năm 2018 ghi tiểu khu này có hơn 90 ha vườn. Có người gọi nơi đây là miền Tây thu nhỏ, vì khách đi thuyền len trong vườn mà hái quả.",
            en: "A small arm of Thanh Hà's Hương river, the Đồng Mẩn, runs between two banks of lychee. An article of 2018 gives more than 90 hectares of orchard here. Some call it a little Mekong delta, because visitors go by boat among the trees and pick from it.",
          },
        },
        {
          text: {
            vi: "Vải chín rộ ba, bốn tuần trong tháng 6, đó là lúc nên tới. Ngoài mùa, sông và vườn vẫn xanh, nhưng không có quả để hái. Vùng Thanh Khê cũ đã nhập vào đơn vị mới và nguồn chưa nói rõ bến thuyền nay thuộc xã nào, nên hỏi người bán vé trước khi đi.",
            en: "The fruit is at its ripest for three or four weeks in June, and that is when to come. In other months river and orchards are green, but there is nothing to pick. The former Thanh Khê has been merged and no source says plainly which commune the landing lies in now: ask whoever sells you the trip.",
          },
        },
      ],
      facts: [{ label: { vi: "Mùa hái", en: "Picking season" }, value: { vi: "Tháng 6", en: "June" } }],
      pictures: drawn("lychee", "Hình vẽ chùm vải còn lá, một quả đã bóc vỏ", "Drawing of a bunch of lychees with leaves, one of them peeled"),
      sources: from("dongman-63", "dongman-bhd", "thanhha-vt"),
      detail: {
        kind: "place",
        placeKind: "nature",
        location: { unitCodes: [], address: { vi: "Vùng Thanh Khê cũ của Thanh Hà, thành phố Hải Phòng", en: "The former Thanh Khê of Thanh Hà, Hải Phòng city" } },
        ranks: [],
        isWorldHeritage: false,
        bestMonths: [6],
      },
    },
  },
  {
    links: [...samples("tham-cay-vai-to", "vai-thieu-thanh-ha"), ...placesNamed("song-huong-thanh-ha")],
    draft: {
      key: "cay-vai-to",
      isSample: true,
      title: { vi: "Cây vải tổ Thúy Lâm", en: "The ancestor lychee tree of Thúy Lâm" },
      summary: {
        vi: "Cây vải do cụ Hoàng Văn Cơm trồng, kể từ năm 1870 theo tư liệu địa phương, bên nhà thờ cụ.",
        en: "The lychee tree that Hoàng Văn Cơm planted, from 1870 by local records, beside the shrine to him.",
      },
      body: [
        {
          text: {
            vi: "Ở làng Thúy Lâm, vùng Thanh Sơn cũ, cụ Hoàng Văn Cơm trồng một cây vải mà tư liệu địa phương tính từ năm 1870; từ cây ấy nghề vải lan ra cả Thanh Hà. Năm 2016 cây được ghi nhận kỷ lục Việt Nam. Nhà thờ cụ Cơm ở ngay bên cạnh.",
            en: "At Thúy Lâm, in the former Thanh Sơn, Hoàng Văn Cơm planted a lychee tree that local records date to 1870, and from it the orchards spread over all Thanh Hà. It was entered as a Vietnam record in 2016. The shrine to Mr Cơm stands beside it.",
          },
        },
        {
          text: {
            vi: "Khách nước ngoài từng được đưa tới đây nghe chuyện cụ Cơm và nếm vải quanh gốc. Tháng 5 có vải sớm, tháng 6 vải thiều chính vụ; ngoài mùa vẫn vào thăm được, chỉ là không có quả. Cây già, xin đừng trèo và đừng bẻ cành lấy quà.",
            en: "Guests from abroad have been brought here to hear the story and to taste lychees in its shade. Early fruit comes in May and the main crop in June; in other months you can visit, only without fruit. The tree is old: please do not climb it or break off a twig.",
          },
        },
      ],
      facts: [{ label: { vi: "Kỷ lục Việt Nam", en: "Vietnam record" }, value: { vi: "2016", en: "2016" } }],
      pictures: drawn("lychee-tree", "Hình vẽ cây vải già, tán tròn điểm quả chín", "Drawing of an old lychee tree, its round crown dotted with fruit"),
      sources: from("vaito-plo", "vaito-bhd"),
      detail: { kind: "place", placeKind: "nature", location: { unitCodes: ["10813"], address: inCommune("Thanh Hà", villageOf("Thúy Lâm")) }, ranks: [], isWorldHeritage: false, bestMonths: [5, 6] },
    },
  },
  {
    draft: {
      key: "chua-bach-hao",
      isSample: true,
      title: { vi: "Chùa Bạch Hào", en: "Bạch Hào pagoda" },
      summary: {
        vi: "Chùa dựng năm 1011 ở Thanh Hà, mở hội bơi chải và thi nấu cơm trên thuyền mồng 4–6 tháng Giêng âm lịch.",
        en: "A pagoda of 1011 in Thanh Hà; boat races and rice cooking afloat on the 4th–6th of the first lunar month.",
      },
      body: [
        {
          text: {
            vi: "Chùa Bạch Hào, còn gọi là chùa Hào Xá, dựng năm 1011 và gắn với vua Trần Nhân Tông. Hội chùa là di sản văn hoá phi vật thể quốc gia, và là một trong những hội đầu năm của vùng này: mồng 4 đến mồng 6 tháng Giêng âm lịch.",
            en: "Bạch Hào, also called Hào Xá pagoda, was founded in 1011 and is linked to King Trần Nhân Tông. Its festival is national intangible heritage and one of the first of the year here: from the 4th to the 6th of the first lunar month.",
          },
        },
        {
          text: {
            vi: "Ngày hội có rước sắc, bơi chải, bắt vịt, và một cuộc thi lạ: nấu cơm trên thuyền trong lúc người ta té nước vào bếp. Vùng Thanh Xá cũ đã nhập vào đơn vị mới, nguồn chưa nói rõ chùa nay thuộc xã nào; bạn cứ hỏi đường tới chùa Hào Xá ở Thanh Hà.",
            en: "There are processions, boat races, duck catching and a contest of its own kind: cooking rice in a boat while others splash water at the fire. The former Thanh Xá has been merged and no source says plainly which commune the pagoda is in now; ask in Thanh Hà for Hào Xá pagoda.",
          },
        },
      ],
      facts: [{ label: { vi: "Năm dựng", en: "Founded" }, value: { vi: "1011", en: "1011" } }],
      pictures: drawn("dragon-boat", "Hình vẽ thuyền chải đầu rồng và bốn tay chèo", "Drawing of a dragon-headed racing boat and four rowers"),
      sources: from("bachhao-dl", "bachhao-bm", "bachhao-tgds"),
      detail: {
        kind: "place",
        placeKind: "temple",
        location: { unitCodes: [], address: { vi: "Vùng Thanh Xá cũ của Thanh Hà, thành phố Hải Phòng", en: "The former Thanh Xá of Thanh Hà, Hải Phòng city" } },
        ranks: [livingHeritage()],
        isWorldHeritage: false,
      },
    },
  },
  {
    draft: {
      key: "den-ngoc-hoa",
      isSample: true,
      title: { vi: "Đền Ngọc Hoa", en: "Ngọc Hoa temple" },
      summary: {
        vi: "Ngôi đền ở làng Văn Tảo thờ nàng Ngọc Hoa trong truyện thơ “Phạm Tải – Ngọc Hoa”.",
        en: "A temple in Văn Tảo village to Ngọc Hoa, heroine of the verse tale “Phạm Tải – Ngọc Hoa”.",
      },
      body: [
        {
          text: {
            vi: "“Phạm Tải – Ngọc Hoa” là một truyện thơ Nôm nói về mối tình chung thuỷ giữa người con gái nhà khá giả và chàng học trò nghèo. Ở làng Văn Tảo, vùng Thanh An cũ của Thanh Hà, có đền thờ nàng Ngọc Hoa.",
            en: "“Phạm Tải – Ngọc Hoa” is a tale in verse, written in the old Nôm script, of faithful love between a girl of good family and a poor student. In Văn Tảo, a village of the former Thanh An in Thanh Hà, there is a temple to Ngọc Hoa.",
          },
        },
        {
          text: {
            vi: "Xã cũ của làng nay chia cho hai xã nên chợ chưa ghi địa chỉ mới. Chưa có nguồn nói giờ mở cửa; ai tìm tới thì hỏi người trong làng Văn Tảo và thắp nén hương như khách tới nhà.",
            en: "The former commune has been split between two new ones, so we give no new address yet. No source gives its hours: ask in Văn Tảo, and behave as a guest would in somebody's house.",
          },
        },
      ],
      facts: [],
      pictures: drawn("calligraphy", "Hình vẽ tờ giấy viết chữ, bút lông và nghiên mực", "Drawing of a sheet of calligraphy, a brush and an inkstone"),
      sources: from("ngocnhoa"),
      detail: {
        kind: "place",
        placeKind: "temple",
        location: { unitCodes: ["10756", "10843"], address: { vi: "Làng Văn Tảo, vùng Thanh An cũ của Thanh Hà, thành phố Hải Phòng", en: "Văn Tảo village, the former Thanh An of Thanh Hà, Hải Phòng city" } },
        ranks: [],
        isWorldHeritage: false,
      },
    },
  },
  {
    links: [...samples("sau-man-roi-nuoc"), ...placesNamed("roi-nuoc-hong-phong")],
    draft: {
      key: "roi-nuoc-thanh-hai",
      isSample: true,
      title: { vi: "Phường rối nước Thanh Hải", en: "Thanh Hải water puppets" },
      summary: {
        vi: "Phường rối hơn 300 năm ở làng An Liệt, khôi phục năm 1999, đón khách đi tàu trên sông Thái Bình.",
        en: "A troupe more than 300 years old in An Liệt village, revived in 1999, that plays for boats on the Thái Bình river.",
      },
      body: [
        {
          text: {
            vi: "Phường rối nước Thanh Hải ở làng An Liệt có hơn 300 năm, từng ngừng diễn và khôi phục năm 1999. Chương trình có chín tiết mục. Mùa du lịch, tàu đi sông Thái Bình ghé đây; các đoàn từng tới có 15 đến 20 khách.",
            en: "The Thanh Hải troupe of An Liệt village is more than 300 years old; it had stopped playing and was revived in 1999. Its programme has nine scenes. In season, boats on the Thái Bình river call here; groups that came had 15 to 20 guests.",
          },
        },
        {
          text: {
            vi: "Giá và lịch diễn chưa có nguồn, phải hỏi thẳng phường. Về địa chỉ, các nguồn nói khác nhau: đài VOV (7/2025) ghi làng thuộc xã Thanh Hà, còn nghị quyết sắp xếp chia vùng Thanh Hải cũ cho xã Hà Tây và xã Đại Sơn.",
            en: "No source gives prices or days; ask the troupe directly. Sources disagree on the address: VOV (July 2025) puts the village in the new Thanh Hà, while the resolution divides the former Thanh Hải between Hà Tây and Đại Sơn.",
          },
        },
      ],
      facts: [{ label: { vi: "Chương trình", en: "Programme" }, value: { vi: "Chín tiết mục", en: "Nine scenes" } }],
      pictures: drawn("puppet", "Hình vẽ chú Tễu giơ tay chào trên mặt nước", "Drawing of Tễu, the puppet clown, waving above the water"),
      sources: from("roi-th", "roi-th23"),
      detail: {
        kind: "place",
        placeKind: "entertainment",
        location: { unitCodes: ["10846", "11086"], address: { vi: "Làng An Liệt, vùng Thanh Hải cũ của Thanh Hà, thành phố Hải Phòng", en: "An Liệt village, the former Thanh Hải of Thanh Hà, Hải Phòng city" } },
        ranks: [],
        isWorldHeritage: false,
      },
    },
  },
];
