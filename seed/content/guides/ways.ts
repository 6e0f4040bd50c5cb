import type { LinkedPiece } from "@xudong/content";
import { from } from "../sources.ts";
import { drawn, placesNamed, samples } from "../words.ts";

/** How to go, with whom, what to eat and what to look for. */
export const wayGuides: readonly LinkedPiece[] = [
  {
    links: [...samples("xem-roi-nuoc", "lam-banh-dau-xanh", "goi-banh-gai", "thuyen-dao-co", "in-moc-ban"), ...placesNamed("chua-dong-ngo", "bao-tang-hai-duong", "cong-vien-hai-hung")],
    draft: {
      key: "di-cung-tre-nho",
      isSample: true,
      title: { vi: "Đi cùng trẻ nhỏ", en: "Visiting with small children" },
      summary: {
        vi: "Những nơi và buổi trải nghiệm hợp với trẻ, tuổi nào đi được, và vài điều nên biết trước.",
        en: "Places and sessions that suit children, from what age, and a few things to know beforehand.",
      },
      body: [
        {
          heading: { vi: "Cho tay chân hoạt động", en: "Something for the hands" },
          text: {
            vi: "Trẻ 6–12 tuổi đi cùng người lớn có vé riêng ở phần lớn buổi mẫu: vẽ bát, in tranh mộc bản, gói bánh gai. Ép bánh đậu xanh thì hai người dùng chung một bộ khuôn, vừa đẹp cho một người lớn và một em. Thêu thì đợi các em lên 8 vì có kim.",
            en: "Children of 6 to 12 with an adult have a ticket of their own at most sample sessions: painting a bowl, pulling a woodblock print, wrapping ramie-leaf cakes. Two people share one set of moulds for mung bean cakes, which suits a parent and a child. Embroidery waits until they are 8, because of the needles.",
          },
        },
        {
          heading: { vi: "Nhìn và nghe", en: "Something to look at" },
          text: {
            vi: "Buổi rối nước mẫu dài khoảng một giờ tính cả lúc xem con rối; ở Bồ Dương, theo báo năm 2024, một buổi là 35–40 phút. Ở Đảo Cò, cảnh đổi ca khoảng 17–18 giờ: các em chỉ cần ngồi yên trong thuyền và mặc áo phao. Chùa Đồng Ngọ có khoảng 2.000 nông cụ bằng đá để kể chuyện làm ruộng ngày xưa.",
            en: "The sample puppet show takes about an hour with a look at the puppets; at Bồ Dương, the press of 2024 says, a show is 35 to 40 minutes. At Stork Island the birds change shifts at about five to six: children need only sit still in the boat with a life jacket on. Đồng Ngọ pagoda has about 2,000 stone farm tools, enough for many stories of farming in other days.",
          },
        },
        {
          heading: { vi: "Nên biết trước", en: "Worth knowing" },
          text: {
            vi: "Ao, hồ và bờ sông ở đây gần như chỗ nào cũng có: giữ các em xa mép nước. Bảo tàng miễn phí nhưng các nguồn nói khác nhau về ngày mở cửa, nên hỏi trước. Lên Bàn Cờ Tiên là hơn 900 bậc đá, hợp với trẻ đã quen đi bộ; trẻ nhỏ hơn thì dừng ở rừng thông quanh chùa Côn Sơn.",
            en: "There is water nearly everywhere here: keep children away from the edge. The museum is free, but sources disagree on its days, so ask first. The Fairy Chessboard is more than 900 stone steps up and suits children used to walking; with smaller ones, stay in the pines round Côn Sơn pagoda.",
          },
        },
      ],
      facts: [],
      pictures: drawn("puppet", "Hình vẽ chú Tễu giơ tay chào trên mặt nước", "Drawing of Tễu, the puppet clown, waving above the water"),
      sources: from("roi-hp-nd", "daoco-rea", "dongngo2", "baotang-gio", "baotang-t357", "thanhha-vt"),
      detail: { kind: "guide" },
    },
  },
  {
    links: [...samples("ve-gom-chu-dau", "xem-xuong-gom", "bat-gom-chu-dau", "binh-hoa-lam", "dia-ve-ca-chep", "lo-gom-cay"), ...placesNamed("lang-gom-chu-dau", "lang-gom-cay")],
    draft: {
      key: "gom-chu-dau",
      isSample: true,
      title: { vi: "Gốm Chu Đậu: mất, rồi tìm lại", en: "Chu Đậu pottery, lost and found again" },
      summary: {
        vi: "Từ dòng gốm cao cấp thế kỷ 14–17 tới xưởng gốm hôm nay, và cách nhìn một chiếc bát.",
        en: "From the fine ware of the 14th to 17th centuries to the workshops of today, and how to look at a bowl.",
      },
      body: [
        {
          text: {
            vi: "Từ thế kỷ 14 đến thế kỷ 17, Chu Đậu ở Nam Sách làm gốm cao cấp. Rồi nghề thất truyền. Di chỉ được xếp hạng di tích quốc gia năm 1992; năm 2001 gốm được phục hồi, và tháng 7/2025 báo chí kể chuyện khách APEC ở Hải Phòng xem gốm này.",
            en: "From the 14th to the 17th century Chu Đậu in Nam Sách made fine ceramics; then the craft was lost. The old kiln site became a national relic in 1992, the pottery was revived in 2001, and in July 2025 the press told of APEC guests in Hải Phòng looking at it.",
          },
        },
        {
          heading: { vi: "Nhìn một chiếc bát", en: "Looking at a bowl" },
          text: {
            vi: "Ba loại men thường gặp là men tro trấu, men ngọc và hoa lam, tức nét vẽ lam dưới lớp men trong. Nét vẽ tay không đều như in: chỗ đậm là lúc bút dừng, chỗ nhạt là lúc bút lướt. Đặt hai chiếc cùng mẫu cạnh nhau sẽ thấy mỗi chiếc một khác.",
            en: "Three glazes are common: rice-husk ash, jade, and blue-and-white, which is blue drawn under a clear glaze. A hand-drawn line is not even as print is: it is dark where the brush rested and pale where it ran. Put two of one pattern side by side and you will see that they differ.",
          },
        },
        {
          heading: { vi: "Xem, vẽ, mua", en: "See, paint, buy" },
          text: {
            vi: "Trong làng có phòng trưng bày và xưởng đón khách; từ đầu năm đến 28/10/2024 có khoảng 10.000 lượt người tới. Khách nặn hoặc vẽ, đồ nung xong gửi bưu điện. Cách đó không gần, ở Bình Giang, còn gốm Cậy gần 500 năm với men tro lam nhạt và hoa văn đắp nổi, nay chỉ còn rất ít lò.",
            en: "A showroom and workshops in the village receive visitors, about 10,000 of them from January to 28 October 2024. You shape or paint, and the fired piece is posted. Some way off, in Bình Giang, Cậy pottery of nearly 500 years has a pale blue ash glaze and patterns in relief; very few of its kilns remain.",
          },
        },
      ],
      facts: [{ label: { vi: "Phục hồi", en: "Revived" }, value: { vi: "Năm 2001", en: "2001" } }],
      pictures: drawn("vase", "Hình vẽ bình gốm hoa lam có bông sen", "Drawing of a blue-and-white vase with a lotus"),
      sources: from("chudau-vns", "chudau-10k", "chudau-2013", "langnghe-hd", "gomcay"),
      detail: { kind: "guide" },
    },
  },
  {
    links: [...samples("banh-da-ke-sat", "mam-cay-thanh-ha", "cha-ruoi", "nau-com-que", "goi-banh-gai"), ...placesNamed("nha-tho-ke-sat", "vung-ruoi-an-thanh")],
    draft: {
      key: "an-gi-o-hai-duong",
      isSample: true,
      title: { vi: "Ăn gì ở Hải Dương", en: "What to eat in Hải Dương" },
      summary: {
        vi: "Món ăn tại chỗ, món theo con nước và món mang về, với mùa của từng thứ.",
        en: "Dishes to eat on the spot, dishes of the tide, and things to take home, each with its season.",
      },
      body: [
        {
          heading: { vi: "Ăn tại chỗ", en: "On the spot" },
          text: {
            vi: "Bánh cuốn ở đây tráng rất mỏng; báo chí hay nhắc hàng ở phố Bắc Sơn. Bún cá rô đồng nước dùng trong, cá rô chiên hoặc gỡ thịt. Hai món này phải ăn nóng, không gửi đi đâu được, nên chợ không bán.",
            en: "Bánh cuốn, steamed rice rolls, are spread very thin here; the press often names a shop in Bắc Sơn street. Bún cá rô đồng is noodles in a clear broth with climbing perch, fried or off the bone. Both are eaten as soon as they are made and travel nowhere, so this market does not sell them.",
          },
        },
        {
          heading: { vi: "Theo con nước", en: "With the tide" },
          text: {
            vi: "Từ tháng 5 đến tháng 9 là mùa cáy: canh cáy, mắm cáy chấm rau. Một đề tài của Sở KH&CN ghi vùng Thanh Hà cũ khai thác khoảng 158 tấn cáy mỗi năm từ 236 hộ. Cuối năm là rươi: rươi trộn thịt lợn, trứng, vỏ quýt, thì là, hành, rán thành chả.",
            en: "From May to September come mud crabs: in soup, or salted as mắm cáy for dipping greens. A project of the science department counts about 158 tonnes a year from 236 households in the Thanh Hà area. Late in the year come rươi, mixed with pork, egg, tangerine peel, dill and onion and fried into patties.",
          },
        },
        {
          heading: { vi: "Mang về", en: "To take home" },
          text: {
            vi: "Bánh đậu xanh uống với trà, bánh gai và bánh gấc Ninh Giang, bánh đa Kẻ Sặt nướng than. Bánh đa Sặt là loại bánh ngọt có vừng, lạc, dừa, gừng; báo năm 2017 ghi chỉ còn sáu hộ làm. Ai muốn biết tự làm ra sao thì có buổi gói bánh gai và buổi nấu cơm quê mẫu.",
            en: "Mung bean cake to have with tea, ramie-leaf and gấc cakes of Ninh Giang, and bánh đa of Kẻ Sặt grilled over charcoal: a sweet cracker with sesame, peanuts, coconut and ginger, made by only six households in 2017. To learn how it is done, there are sample sessions of cake wrapping and country cooking.",
          },
        },
      ],
      facts: [],
      pictures: drawn("ragworm-patty", "Hình vẽ đĩa chả rươi đang bốc hơi", "Drawing of a steaming plate of rươi patties"),
      sources: from("kienthuc2", "thoidai5", "cay-dost", "ngaynay-monngon", "dx-en", "banhda-ttvh", "blog-banhgac"),
      detail: { kind: "guide" },
    },
  },
  {
    links: [...samples("dap-xe-ho-an-duong", "dap-xe-bai-ca-rot", "in-moc-ban"), ...placesNamed("dao-co", "bao-tang-hai-duong", "van-mieu-mao-dien")],
    draft: {
      key: "di-bang-tau-va-xe-dap",
      isSample: true,
      title: { vi: "Đi bằng tàu, bằng xe đạp", en: "By train and by bicycle" },
      summary: {
        vi: "Ga nào dừng ở Hải Dương, chỗ nào đạp được xe, và vì sao nơi xa thì nên gọi xe.",
        en: "Which stations serve the area, where a bicycle will do, and why the far places want a car.",
      },
      body: [
        {
          heading: { vi: "Tàu Hà Nội – Hải Phòng", en: "The Hà Nội – Hải Phòng line" },
          text: {
            vi: "Đường sắt Hà Nội – Hải Phòng chạy qua vùng này; theo báo tháng 6/2021, tàu khách dừng ở ga Cẩm Giàng, ga Hải Dương và ga Phú Thái, có nhận chở hành lý và xe máy. Từ 22/9/2025 còn một đôi tàu Hải Dương – Hải Phòng mỗi ngày cho người đi làm: đi 6:00, về 17:15, khoảng 1 giờ 15 phút; giờ này có thể đã đổi, mời xem lịch của đường sắt.",
            en: "The railway from Hà Nội to Hải Phòng crosses the area; in June 2021 the press listed stops at Cẩm Giàng, Hải Dương and Phú Thái, with luggage and motorbikes carried. Since 22 September 2025 a daily pair of trains between Hải Dương and Hải Phòng has served commuters: out at 6:00, back at 17:15, about an hour and a quarter. Times may have changed, so look at the railway's own timetable.",
          },
        },
        {
          heading: { vi: "Xuống ga Hải Dương", en: "From Hải Dương station" },
          text: {
            vi: "Trong lòng thành phố cũ có bảo tàng ở số 11 Hồng Quang, đền – đình Sượt, hai công viên ở vùng Hải Tân cũ và làng mộc bản Thanh Liễu ở phường Tân Hưng. Đó là phần hợp với xe đạp và xe buýt; đường nội thành đông xe, đạp sát lề và tránh giờ tan tầm.",
            en: "Within the former city lie the museum at 11 Hồng Quang, the temple of Sượt, two parks in the former Hải Tân and the woodblock village of Thanh Liễu in Tân Hưng ward. This is the part for bicycles and buses; town roads are busy, so keep to the side and avoid the evening rush.",
          },
        },
        {
          heading: { vi: "Xe đạp ở làng quê", en: "Bicycles in the villages" },
          text: {
            vi: "Quanh hồ An Dương, khách nước ngoài từng đạp xe trong làng ven hồ; buổi đạp xe mẫu có xe cho mượn và ghế trẻ nhỏ. Mùa cà rốt, từ tháng 1 đến tháng 3, có buổi đạp men đê ra bãi Đức Chính. Chí Linh và Kinh Môn là vùng đồi núi, các điểm cách xa nhau: nên thuê ô tô hoặc đi theo xe của buổi đã đặt.",
            en: "Round An Dương lake, guests from abroad have cycled through the village; the sample ride lends bicycles and has child seats. In the carrot months, January to March, another follows the dyke to the fields of Đức Chính. Chí Linh and Kinh Môn are hills, and their places lie far apart: hire a car there, or go with the minibus of the outing you book.",
          },
        },
      ],
      facts: [{ label: { vi: "Ga có tàu khách dừng (6/2021)", en: "Stations with passenger trains (June 2021)" }, value: { vi: "Cẩm Giàng, Hải Dương, Phú Thái", en: "Cẩm Giàng, Hải Dương, Phú Thái" } }],
      pictures: drawn("bicycle", "Hình vẽ chiếc xe đạp dựng bên bờ ruộng, xa xa có cò bay", "Drawing of a bicycle leaning by a rice field, egrets flying beyond"),
      sources: [
        { title: "Tàu Hà Nội - Hải Phòng chạy trở lại (Thời Mới)", url: "https://thoimoi.vn/stores/tau-ha-noi-hai-phong-chay-tro-lai-sau-khi-tam-dung-vi-covid-19-251463.html", asOf: "6/2021" },
        { title: "Vận hành tàu khách đưa đón công chức ở Hải Phòng (VnExpress)", url: "https://vnexpress.net/van-hanh-tau-khach-dua-don-cong-chuc-o-hai-phong-4940055.html", asOf: "9/2025" },
        ...from("dongque", "baotang-gio"),
      ],
      detail: { kind: "guide" },
    },
  },
];
