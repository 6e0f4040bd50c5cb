import type { LinkedPiece } from "@xudong/content";
import { from } from "../sources.ts";
import { drawn, inCommune, inWard, livingHeritage, nationalRelic, placesNamed, provincialSite, samples, villageOf } from "../words.ts";

/** The former city of Hải Dương and Nam Sách across the river. */
export const thanhDong: readonly LinkedPiece[] = [
  {
    links: [...samples("in-moc-ban"), ...placesNamed("lang-moc-ban-thanh-lieu")],
    draft: {
      key: "bao-tang-hai-duong",
      isSample: true,
      title: { vi: "Bảo tàng Hải Dương", en: "Hải Dương museum" },
      summary: {
        vi: "Hơn 50.000 tài liệu và hiện vật, nhà trưng bày gốm và khu ngoài trời rộng hơn 8.000 m², vào cửa miễn phí.",
        en: "More than 50,000 items, a hall of ceramics and an outdoor display of over 8,000 m², free of charge.",
      },
      body: [
        {
          text: {
            vi: "Bảo tàng ở số 11 Hồng Quang giữ hơn 50.000 tài liệu, hiện vật: đồ đồng Đông Sơn, gốm Chu Đậu và nhiều loại khác. Khu trưng bày ngoài trời và nhà gốm rộng hơn 8.000 m². Năm 2022 bảo tàng được công nhận là điểm du lịch.",
            en: "The museum at 11 Hồng Quang keeps more than 50,000 documents and objects, Đông Sơn bronzes and Chu Đậu ceramics among them. The ceramics hall and the outdoor display cover more than 8,000 m². It was recognised as a tourist site in 2022.",
          },
        },
        {
          text: {
            vi: "Nơi này có hoạt động cho học sinh, gồm cả in thử mộc bản. Vào cửa miễn phí. Giờ mở cửa thì hai nguồn nói khác nhau: trang du lịch ghi thứ Hai đến thứ Sáu, 8:00–16:30; trang bảo tàng năm 2021 ghi thứ Ba, thứ Năm, thứ Bảy. Vì thế nên hỏi trước khi đi.",
            en: "It holds activities for school classes, trying a woodblock print among them. Entry is free. Two sources disagree on the hours: a travel site says Monday to Friday, 8:00–16:30, while the museum's own page of 2021 says Tuesday, Thursday and Saturday. Please ask before you go.",
          },
        },
      ],
      facts: [{ label: { vi: "Địa chỉ", en: "Address" }, value: { vi: "Số 11 Hồng Quang", en: "11 Hồng Quang" } }],
      pictures: drawn("bronze-drum", "Hình vẽ mặt trống đồng với ngôi sao và đàn chim bay", "Drawing of a bronze drum's face, a star with birds flying round it"),
      sources: from("baotang", "baotang-gio", "baotang-t357"),
      detail: {
        kind: "place",
        placeKind: "museum",
        location: { unitCodes: ["10507"], address: inWard("Thành Đông", { vi: "Số 11 Hồng Quang", en: "11 Hồng Quang" }) },
        ranks: [provincialSite(2022)],
        isWorldHeritage: false,
        openingHours: { vi: "Các nguồn nói khác nhau (thứ Hai–thứ Sáu 8:00–16:30, hoặc thứ Ba, Năm, Bảy); mời hỏi trước", en: "Sources disagree (Monday–Friday 8:00–16:30, or Tuesday, Thursday and Saturday); please ask first" },
        ticket: { vi: "Miễn phí (theo trang du lịch, chưa rõ năm)", en: "Free (from a travel site, year unknown)" },
      },
    },
  },
  {
    links: placesNamed("cong-vien-hai-hung"),
    draft: {
      key: "cong-vien-xu-dong",
      isSample: true,
      title: { vi: "Công viên Xứ Đông", en: "Xứ Đông park" },
      summary: {
        vi: "Công viên hơn 3,4 ha cạnh Trung tâm Văn hoá Xứ Đông ở vùng Hải Tân cũ.",
        en: "A park of more than 3.4 hectares beside the Xứ Đông cultural centre, in the former Hải Tân.",
      },
      body: [
        {
          text: {
            vi: "Công viên rộng hơn 3,4 ha, nằm cạnh Trung tâm Văn hoá Xứ Đông. Tên gọi lấy từ một tên cũ của vùng: Xứ Đông là một trong bốn xứ quanh kinh thành Thăng Long, lấy Hải Dương làm lõi.",
            en: "The park covers more than 3.4 hectares beside the Xứ Đông cultural centre. It bears an old name of the region: Xứ Đông, the eastern land, was one of four round the capital Thăng Long, with Hải Dương at its heart.",
          },
        },
        {
          text: {
            vi: "Đây là chỗ đi dạo, đi cùng trẻ nhỏ giữa hai chặng thăm thú. Chợ không biết lịch biểu diễn của trung tâm văn hoá; ai muốn xem gì thì hỏi thẳng nơi ấy.",
            en: "A place to stroll, or to let small children run between two visits. We do not know the programme of the cultural centre: ask there if you want to see something.",
          },
        },
      ],
      facts: [{ label: { vi: "Diện tích", en: "Area" }, value: { vi: "Hơn 3,4 ha", en: "Over 3.4 hectares" } }],
      pictures: drawn("park-lake", "Hình vẽ ghế bên hồ dưới bóng cây", "Drawing of a bench by a lake under a tree"),
      sources: [...from("congvien"), { title: "Tỉnh nào ở Việt Nam được gọi là Xứ Đông (Ngôi Sao)", url: "https://m.ngoisao.vn/theo-dong-su-kien/kien-thuc/tinh-nao-o-viet-nam-duoc-goi-la-xu-dong-439955.htm", asOf: "12/2024" }],
      detail: { kind: "place", placeKind: "park", location: { unitCodes: ["10537"], address: inWard("Tân Hưng", { vi: "Vùng Hải Tân cũ", en: "The former Hải Tân" }) }, ranks: [], isWorldHeritage: false },
    },
  },
  {
    links: placesNamed("cong-vien-xu-dong"),
    draft: {
      key: "cong-vien-hai-hung",
      isSample: true,
      title: { vi: "Công viên Hải Hưng", en: "Hải Hưng park" },
      summary: {
        vi: "Công viên 7,4 ha trong khu Ecorivers, có hồ rộng 2,8 ha để đi dạo quanh bờ.",
        en: "A park of 7.4 hectares in the Ecorivers quarter, with a lake of 2.8 hectares to walk round.",
      },
      body: [
        {
          text: {
            vi: "Công viên nằm trong khu Ecorivers ở vùng Hải Tân cũ, rộng 7,4 ha, riêng mặt hồ 2,8 ha. Hải Hưng là tên tỉnh cũ thời Hải Dương và Hưng Yên nhập làm một.",
            en: "The park lies in the Ecorivers quarter of the former Hải Tân: 7.4 hectares, 2.8 of them lake. Hải Hưng was the name of the province when Hải Dương and Hưng Yên were one.",
          },
        },
        {
          text: {
            vi: "Buổi sớm và buổi chiều là lúc dễ chịu để đi bộ quanh hồ, tránh nắng giữa trưa hè. Đi cùng trẻ nhỏ thì người lớn để ý các em lúc gần mép nước.",
            en: "Early morning and late afternoon are pleasant for a walk round the lake; avoid the midday sun in summer. With small children, keep an eye on them near the water.",
          },
        },
      ],
      facts: [{ label: { vi: "Diện tích", en: "Area" }, value: { vi: "7,4 ha, mặt hồ 2,8 ha", en: "7.4 hectares, 2.8 of them lake" } }],
      pictures: drawn("park-lake", "Hình vẽ ghế bên hồ dưới bóng cây", "Drawing of a bench by a lake under a tree"),
      sources: from("congvien"),
      detail: { kind: "place", placeKind: "park", location: { unitCodes: ["10537"], address: inWard("Tân Hưng", { vi: "Vùng Hải Tân cũ", en: "The former Hải Tân" }) }, ranks: [], isWorldHeritage: false },
    },
  },
  {
    draft: {
      key: "den-suot",
      isSample: true,
      title: { vi: "Đền – đình Sượt", en: "Sượt temple and communal house" },
      summary: {
        vi: "Nơi thờ danh tướng Vũ Hựu (1472–1520), mở hội mồng 9–11 tháng Ba âm lịch, năm năm một lần có tục đuổi bệt.",
        en: "To the general Vũ Hựu (1472–1520): a festival on the 9th–11th of the third lunar month, a tiger hunt every five years.",
      },
      body: [
        {
          text: {
            vi: "Đền và đình Sượt thờ danh tướng Vũ Hựu (1472–1520). Di tích được xếp hạng quốc gia năm 1993, một nguồn khác ghi 1992. Lễ hội là di sản văn hoá phi vật thể quốc gia từ năm 2020, và năm 2022 nơi này thành điểm du lịch cấp tỉnh.",
            en: "The temple and communal house of Sượt honour the general Vũ Hựu (1472–1520). They were listed in 1993; another source says 1992. The festival has been national intangible heritage since 2020, and in 2022 the place became a provincial tourist site.",
          },
        },
        {
          text: {
            vi: "Hội mở từ mồng 9 đến 11 tháng Ba âm lịch: rước từ đền về đình, đua thuyền, giã bánh giầy. Năm năm một lần có tục đuổi bệt, nghĩa là đuổi bắt hổ; kỳ tới là năm 2027.",
            en: "From the 9th to the 11th of the third lunar month there is a procession from temple to communal house, a boat race and rice-cake pounding. Every five years comes “đuổi bệt”, the hunting of a tiger; the next is in 2027.",
          },
        },
      ],
      facts: [{ label: { vi: "Đuổi bệt", en: "Tiger hunt" }, value: { vi: "Năm năm một lần, kỳ tới 2027", en: "Every five years, next in 2027" } }],
      pictures: drawn("drum", "Hình vẽ trống hội và hai dùi trống", "Drawing of a festival drum and its two sticks"),
      sources: from("suot24", "suot23"),
      detail: {
        kind: "place",
        placeKind: "temple",
        location: { unitCodes: ["10532"], address: inWard("Lê Thanh Nghị", { vi: "Vùng Thanh Bình cũ", en: "The former Thanh Bình" }) },
        ranks: [nationalRelic(1993, { vi: "Một nguồn ghi 1992", en: "One source says 1992" }), livingHeritage(2020), provincialSite(2022)],
        isWorldHeritage: false,
      },
    },
  },
  {
    links: placesNamed("chua-giam"),
    draft: {
      key: "chua-dong-ngo",
      isSample: true,
      title: { vi: "Chùa Đồng Ngọ", en: "Đồng Ngọ pagoda" },
      summary: {
        vi: "Ngôi chùa có tháp Cửu phẩm liên hoa năm 1692 cao 5,3 m và bộ sưu tập khoảng 2.000 nông cụ bằng đá.",
        en: "A pagoda with a Nine-Lotus tower of 1692, 5.3 metres high, and a collection of about 2,000 stone farm tools.",
      },
      body: [
        {
          text: {
            vi: "Tương truyền chùa do thiền sư Khuông Việt dựng năm 971. Tháp Cửu phẩm liên hoa ở đây làm năm 1692, cao 5,3 m, mang 162 pho tượng; chùa vì thế còn gọi là chùa Cửu Phẩm.",
            en: "Tradition says the pagoda was founded by the monk Khuông Việt in 971. Its Nine-Lotus tower dates from 1692, stands 5.3 metres high and bears 162 statues; people therefore also call it the Nine-Lotus pagoda.",
          },
        },
        {
          text: {
            vi: "Nhà chùa còn gom được khoảng 2.000 nông cụ bằng đá. Đi cùng trẻ nhỏ thì đây là chỗ dễ kể chuyện nhà nông xưa, vì nhiều thứ các em chưa từng thấy.",
            en: "The pagoda has also gathered about 2,000 farm tools of stone. With children it is a good place to tell of farming in other days, for many of these things they will never have seen.",
          },
        },
      ],
      facts: [{ label: { vi: "Tháp Cửu phẩm liên hoa", en: "Nine-Lotus tower" }, value: { vi: "1692, cao 5,3 m, 162 tượng", en: "1692, 5.3 m, 162 statues" } }],
      pictures: drawn("lotus-tower", "Hình vẽ toà tháp gỗ nhiều tầng sen", "Drawing of a wooden tower of lotus tiers"),
      sources: from("dongngo", "dongngo2", "giam-nqs"),
      detail: { kind: "place", placeKind: "temple", location: { unitCodes: ["10837"], address: inWard("Nam Đồng", { vi: "Vùng Tiền Tiến cũ", en: "The former Tiền Tiến" }) }, ranks: [], isWorldHeritage: false },
    },
  },
  {
    links: [...samples("in-moc-ban"), ...placesNamed("bao-tang-hai-duong")],
    draft: {
      key: "lang-moc-ban-thanh-lieu",
      isSample: true,
      title: { vi: "Làng mộc bản Thanh Liễu", en: "Thanh Liễu woodblock village" },
      summary: {
        vi: "Làng khắc ván in hơn 500 năm, thờ tổ nghề Lương Như Hộc ở đình Liễu Tràng, nay còn bốn hộ làm nghề.",
        en: "More than 500 years of cutting printing blocks, its patron Lương Như Hộc honoured at Liễu Tràng; four households remain.",
      },
      body: [
        {
          text: {
            vi: "Nghề khắc ván in ở Thanh Liễu có hơn 500 năm. Tổ nghề là Thám hoa Lương Như Hộc (1420–1501), được thờ ở đình Liễu Tràng, một di tích quốc gia. Thợ vùng này khắc bộ “Đại Việt sử ký toàn thư” in năm 1697.",
            en: "Printing blocks have been cut at Thanh Liễu for more than 500 years. The patron of the craft, the laureate Lương Như Hộc (1420–1501), is honoured in the Liễu Tràng communal house, a national relic. Carvers from here cut the blocks of the chronicle “Đại Việt sử ký toàn thư”, printed in 1697.",
          },
        },
        {
          text: {
            vi: "Theo bài viết tháng 10/2025, cả làng còn bốn hộ giữ nghề, trong đó có thợ trẻ mở xưởng khắc, in và đón khách. Muốn cầm con dao khắc thì hẹn trước; xưởng nhỏ, mỗi lần chỉ nên đi ít người.",
            en: "An article of October 2025 counts four households still at it, among them a young artisan whose studio carves, prints and receives visitors. To hold a carving knife yourself, arrange it beforehand; the studio is small, so come in a small group.",
          },
        },
      ],
      facts: [{ label: { vi: "Còn làm nghề", en: "Still at work" }, value: { vi: "Bốn hộ (10/2025)", en: "Four households (October 2025)" } }],
      pictures: drawn("woodblock", "Hình vẽ tấm ván khắc và tờ tranh con gà in từ đó", "Drawing of a carved block and the rooster printed from it"),
      sources: from("mocban", "mocban-baoxuan", "mocban-bm", "lieutrang"),
      detail: {
        kind: "place",
        placeKind: "craft_village",
        location: { unitCodes: ["10537"], address: inWard("Tân Hưng", villageOf("Thanh Liễu")) },
        ranks: [nationalRelic(undefined, { vi: "Đình Liễu Tràng", en: "The Liễu Tràng communal house" })],
        isWorldHeritage: false,
      },
    },
  },
  {
    links: [...samples("ve-gom-chu-dau", "xem-xuong-gom", "bat-gom-chu-dau"), ...placesNamed("den-long-dong", "lang-gom-cay")],
    draft: {
      key: "lang-gom-chu-dau",
      isSample: true,
      title: { vi: "Làng gốm Chu Đậu", en: "Chu Đậu pottery village" },
      summary: {
        vi: "Làng gốm cao cấp thế kỷ 14–17, thất truyền rồi phục hồi năm 2001, nay có phòng trưng bày và xưởng đón khách.",
        en: "Fine pottery of the 14th to 17th centuries, lost and revived in 2001, now with a showroom and workshops for visitors.",
      },
      body: [
        {
          text: {
            vi: "Chu Đậu làm gốm cao cấp từ thế kỷ 14 đến thế kỷ 17, rồi nghề thất truyền. Năm 2001 gốm được phục hồi với men tro trấu, men ngọc và hoa lam. Di chỉ gốm trong làng là di tích quốc gia từ năm 1992.",
            en: "Chu Đậu made fine ceramics from the 14th to the 17th century, and then the craft was lost. In 2001 it was revived, with rice-husk ash glaze, jade glaze and blue-and-white. The kiln site in the village has been a national relic since 1992.",
          },
        },
        {
          heading: { vi: "Xem và thử tay", en: "See, and try your hand" },
          text: {
            vi: "Ở đây có phòng trưng bày và xưởng của một công ty gốm, khách được xem các bước, nặn hoặc vẽ, sản phẩm nung xong gửi bưu điện. Từ đầu năm đến 28/10/2024 có khoảng 10.000 lượt khách. Buổi vẽ gốm ở cuối trang là của một hợp tác xã mẫu, không phải của công ty ấy.",
            en: "A pottery company keeps a showroom and workshops here; visitors see the steps, shape or paint a piece, and have it posted once it is fired. From January to 28 October 2024 there were about 10,000 visits. The session at the foot of this page belongs to a sample cooperative, not to that company.",
          },
        },
      ],
      facts: [{ label: { vi: "Lượt khách", en: "Visits" }, value: { vi: "Khoảng 10.000 (đầu năm đến 28/10/2024)", en: "About 10,000 (January to 28 October 2024)" } }],
      pictures: drawn("bowl", "Hình vẽ chiếc bát men trắng có dây hoa lam", "Drawing of a white bowl with a trailing blue flower"),
      sources: from("chudau-vns", "chudau-10k", "chudau-2013"),
      detail: {
        kind: "place",
        placeKind: "craft_village",
        location: { unitCodes: ["10642"], address: inCommune("Thái Tân", villageOf("Chu Đậu")) },
        ranks: [nationalRelic(1992, { vi: "Di chỉ gốm Chu Đậu", en: "The Chu Đậu kiln site" })],
        isWorldHeritage: false,
      },
    },
  },
  {
    links: placesNamed("lang-gom-chu-dau"),
    draft: {
      key: "den-long-dong",
      isSample: true,
      title: { vi: "Đền Long Động", en: "Long Động temple" },
      summary: {
        vi: "Đền thờ Trạng nguyên Mạc Đĩnh Chi cùng Mạc Hiển Tích, Mạc Kiến Quan ở đất Nam Sách.",
        en: "A temple in Nam Sách to the first laureate Mạc Đĩnh Chi, with Mạc Hiển Tích and Mạc Kiến Quan.",
      },
      body: [
        {
          text: {
            vi: "Đền ở vùng Nam Tân cũ thờ ba người họ Mạc đỗ đạt: Mạc Đĩnh Chi, Mạc Hiển Tích và Mạc Kiến Quan. Lăng quan Trạng cách đền khoảng 500 m. Đền là di tích quốc gia năm 1995, một nguồn khác ghi 1992; năm 2022 thành điểm du lịch cấp tỉnh.",
            en: "The temple, in the former Nam Tân, honours three scholars of the Mạc family: Mạc Đĩnh Chi, Mạc Hiển Tích and Mạc Kiến Quan. The tomb lies about 500 metres away. It became a national relic in 1995, or 1992 by another source, and a provincial tourist site in 2022.",
          },
        },
        {
          text: {
            vi: "Lễ giỗ Mạc Đĩnh Chi mở hội từ mồng 9 đến 11 tháng Hai âm lịch, có cuộc thi trạng nguyên nhỏ tuổi và các gian hàng Nam Sách. Ai đi làng gốm Chu Đậu buổi sáng có thể ghé đền buổi chiều, cùng trong vùng Nam Sách.",
            en: "The memorial of Mạc Đĩnh Chi brings a festival from the 9th to the 11th of the second lunar month, with a contest of young laureates and stalls of Nam Sách. After a morning at the pottery village of Chu Đậu, the temple makes a good afternoon, in the same Nam Sách area.",
          },
        },
      ],
      facts: [{ label: { vi: "Lăng quan Trạng", en: "The laureate's tomb" }, value: { vi: "Cách đền khoảng 500 m", en: "About 500 m from the temple" } }],
      pictures: drawn("scholar-gate", "Hình vẽ cổng văn miếu ba lối, cây gạo nở hoa bên cạnh", "Drawing of a three-way temple gate with a kapok tree in flower"),
      sources: from("longdong", "longdong25", "longdong95"),
      detail: {
        kind: "place",
        placeKind: "temple",
        location: { unitCodes: ["10615"], address: inCommune("Hợp Tiến", { vi: "Vùng Nam Tân cũ", en: "The former Nam Tân" }) },
        ranks: [nationalRelic(1995, { vi: "Một nguồn ghi 1992", en: "One source says 1992" }), provincialSite(2022)],
        isWorldHeritage: false,
      },
    },
  },
];
