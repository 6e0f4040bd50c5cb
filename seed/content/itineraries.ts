import type { LinkedPiece } from "@xudong/content";
import { from } from "./sources.ts";
import { drawn, placesNamed, sample, samples } from "./words.ts";

const place = (key: string) => ({ kind: "place", key }) as const;
const gettingAbout = { vi: "Đi lại", en: "Getting about" };

/** Journeys of half a day to two days. A stop names a place by its key and a thing to book by that of the sample. */
export const itineraries: readonly LinkedPiece[] = [
  {
    links: [...samples("bat-gom-chu-dau"), ...placesNamed("lang-gom-chu-dau", "den-long-dong")],
    draft: {
      key: "nua-ngay-nam-sach",
      isSample: true,
      title: { vi: "Nửa ngày ở Nam Sách: một chiếc bát, một vị Trạng", en: "Half a day in Nam Sách: a bowl and a laureate" },
      summary: {
        vi: "Sáng xem xưởng và vẽ một chiếc bát ở Chu Đậu, trưa ghé đền thờ Mạc Đĩnh Chi ở Long Động.",
        en: "Look round a workshop and paint a bowl at Chu Đậu, then stop at Long Động, the temple of Mạc Đĩnh Chi.",
      },
      body: [
        {
          text: {
            vi: "Chu Đậu và Long Động cùng ở đất Nam Sách, nên đây là chuyến gọn cho một buổi sáng cuối tuần. Từ thành phố Hải Dương cũ đi về phía bắc là tới; người ở Hà Nội có thể đi tàu tới ga Hải Dương rồi gọi xe.",
            en: "Chu Đậu and Long Động both lie in Nam Sách, which makes this an easy weekend morning. It is north of the former city of Hải Dương; from Hà Nội you can take the train to Hải Dương station and a car from there.",
          },
        },
        {
          text: {
            vi: "Nên đặt buổi vẽ trước vì xưởng mẫu có 16 chỗ mỗi buổi; lượt xem xưởng 0 đ cũng cần giữ chỗ. Bát phải nung nên không mang về ngay; nung xong gửi bưu điện, cước tính riêng.",
            en: "Book the painting session first: the sample workshop has 16 places each time, and the free look round asks for a reservation as well. A bowl has to be fired, so it does not come home with you; it follows by post, postage apart.",
          },
        },
      ],
      facts: [{ label: gettingAbout, value: { vi: "Ô tô, xe máy, hoặc tàu tới ga Hải Dương rồi gọi xe", en: "Car or motorbike, or train to Hải Dương station and a car from there" } }],
      pictures: drawn("plate", "Hình vẽ chiếc đĩa gốm vẽ con cá", "Drawing of a plate painted with a fish"),
      sources: from("chudau-vns", "chudau-10k", "longdong", "longdong95"),
      detail: {
        kind: "itinerary",
        days: 1,
        stops: [
          { day: 1, at: "09:00", title: { vi: "Một vòng xưởng gốm", en: "Round the workshop" }, text: { vi: "Xem từ bàn xoay tới cửa lò, giữ chỗ 0 đ.", en: "From the wheel to the kiln door, reserved free of charge." }, target: sample("xem-xuong-gom") },
          { day: 1, at: "10:00", title: { vi: "Vẽ một chiếc bát", en: "Paint a bowl" }, text: { vi: "Buổi vẽ của hợp tác xã mẫu; bát nung xong gửi bưu điện.", en: "The sample cooperative's session; your bowl is posted once fired." }, target: sample("ve-gom-chu-dau") },
          { day: 1, title: { vi: "Đền Long Động", en: "Long Động temple" }, text: { vi: "Thờ Mạc Đĩnh Chi cùng Mạc Hiển Tích và Mạc Kiến Quan; lăng cách đền khoảng 500 m.", en: "To Mạc Đĩnh Chi, Mạc Hiển Tích and Mạc Kiến Quan; the tomb is about 500 metres away." }, target: place("den-long-dong") },
        ],
      },
    },
  },
  {
    links: placesNamed("lang-gom-chu-dau", "dao-co"),
    draft: {
      key: "mot-ngay-gom-va-co",
      isSample: true,
      title: { vi: "Một ngày gốm và cò", en: "A day of pottery and storks" },
      summary: {
        vi: "Buổi sáng vẽ gốm ở Chu Đậu, buổi chiều đi thuyền xem cò về đảo ở Nam Thanh Miện.",
        en: "A morning painting pottery at Chu Đậu, and an afternoon boat among the storks of Nam Thanh Miện.",
      },
      body: [
        {
          text: {
            vi: "Hai nơi nằm ở hai đầu của vùng, Chu Đậu phía bắc và Đảo Cò phía nam, nên cần xe riêng và khởi hành sớm. Giờ ghi dưới đây lấy theo các buổi mẫu, mời bạn đối chiếu với giờ của buổi đã đặt.",
            en: "The two lie at opposite ends of the area, Chu Đậu in the north and Stork Island in the south, so you need a car of your own and an early start. The hours below follow the sample sessions; please check them against the times you have booked.",
          },
        },
        {
          text: {
            vi: "Đi từ tháng 9 đến tháng 4 để gặp mùa chim đông. Giữa trưa nghỉ ở khu vực thành phố Hải Dương cũ, nơi có bánh cuốn tráng mỏng và bún cá rô đồng.",
            en: "Come between September and April, when the birds are many. At midday, rest in the former city of Hải Dương, with its thin rice rolls and its perch noodle soup.",
          },
        },
      ],
      facts: [{ label: gettingAbout, value: { vi: "Ô tô riêng hoặc xe máy", en: "By your own car or motorbike" } }],
      pictures: drawn("boat-storks", "Hình vẽ chiếc thuyền trên hồ, cò bay về lùm tre", "Drawing of a boat on a lake, with egrets flying home to the bamboo"),
      sources: from("chudau-vns", "daoco-rea", "daoco-nqs", "kienthuc2"),
      detail: {
        kind: "itinerary",
        days: 1,
        bestMonths: [9, 10, 11, 12, 1, 2, 3, 4],
        stops: [
          { day: 1, at: "08:00", title: { vi: "Vẽ gốm ở làng Chu Đậu", en: "Painting pottery in Chu Đậu village" }, text: { vi: "Khách được tự tay vẽ; sản phẩm nung xong gửi bưu điện về nhà.", en: "Visitors paint a piece themselves; once fired it is posted home." }, target: sample("ve-gom-chu-dau") },
          { day: 1, title: { vi: "Nghỉ trưa ở thành phố Hải Dương cũ", en: "A rest in the former city of Hải Dương" }, text: { vi: "Ăn bánh cuốn hoặc bún cá rô đồng; ai còn giờ thì dạo công viên Xứ Đông.", en: "Eat rice rolls or perch noodle soup; with time to spare, stroll in Xứ Đông park." }, target: place("cong-vien-xu-dong") },
          { day: 1, at: "16:30", title: { vi: "Đảo Cò lúc cò về", en: "Stork Island as the birds come home" }, text: { vi: "Cò và vạc đổi ca trên hồ An Dương khoảng 17 đến 18 giờ.", en: "Egrets and night herons change over on An Dương lake between about five and six." }, target: sample("thuyen-dao-co") },
        ],
      },
    },
  },
  {
    links: placesNamed("con-son", "kiep-bac", "den-chu-van-an"),
    draft: {
      key: "mot-ngay-con-son-kiep-bac",
      isSample: true,
      title: { vi: "Một ngày Côn Sơn – Kiếp Bạc", en: "A day at Côn Sơn and Kiếp Bạc" },
      summary: {
        vi: "Sáng đi bộ qua rừng thông lên Bàn Cờ Tiên, chiều sang đền Kiếp Bạc bên sông Lục Đầu.",
        en: "Walk through the pines to the Fairy Chessboard in the morning, and on to Kiếp Bạc on the Lục Đầu river.",
      },
      body: [
        {
          text: {
            vi: "Côn Sơn và Kiếp Bạc nay cùng thuộc phường Trần Hưng Đạo, đi xe giữa hai nơi là đoạn ngắn. Ban quản lý gọi đây là một sản phẩm riêng, khám phá di sản thế giới Côn Sơn, Kiếp Bạc (2025). Ai còn sức thì thêm đền Chu Văn An ở phường bên.",
            en: "Côn Sơn and Kiếp Bạc are both in Trần Hưng Đạo ward today, a short drive apart. The site board has made the pair a product of its own (2025). With strength left, add the Chu Văn An temple in the next ward.",
          },
        },
        {
          text: {
            vi: "Buổi sáng dành cho bậc đá, hơn 900 bậc, lúc trời còn mát. Phí vào khu di tích năm nay chưa có nguồn, mời hỏi trước khi đi. Mùa hội, tháng Giêng và tháng Tám âm lịch, rất đông: muốn yên tĩnh thì đi tháng khác.",
            en: "Keep the morning for the steps, more than 900 of them, while it is cool. We found no source for this year's admission, so please ask first. In the festival seasons, the first and the eighth lunar month, it is crowded: for quiet, choose another.",
          },
        },
      ],
      facts: [{ label: gettingAbout, value: { vi: "Ô tô hoặc xe máy; trong khu di tích đi bộ", en: "Car or motorbike; on foot within the site" } }],
      pictures: drawn("pine-steps", "Hình vẽ bậc đá lên núi giữa hai hàng thông", "Drawing of stone steps climbing a hill between pines"),
      sources: from("conson-csdl", "thanhha-vt", "tamto", "hoiquan-bhd", "conson-phi"),
      detail: {
        kind: "itinerary",
        days: 1,
        stops: [
          { day: 1, at: "07:00", title: { vi: "Rừng thông và Bàn Cờ Tiên", en: "The pines and the Fairy Chessboard" }, text: { vi: "Đi bộ cùng người dẫn đường, hơn 900 bậc đá lên đỉnh gần 200 m.", en: "With a guide, more than 900 stone steps to a summit of nearly 200 metres." }, target: sample("di-bo-ban-co-tien") },
          { day: 1, title: { vi: "Chùa Côn Sơn, đền Nguyễn Trãi", en: "Côn Sơn pagoda and the Nguyễn Trãi temple" }, text: { vi: "Giếng Ngọc, cầu Thấu Ngọc và nơi Nguyễn Trãi về ở ẩn.", en: "The Jade well, Thấu Ngọc bridge and the retreat of Nguyễn Trãi." }, target: place("con-son") },
          { day: 1, title: { vi: "Đền Kiếp Bạc", en: "Kiếp Bạc temple" }, text: { vi: "Thờ Trần Hưng Đạo, nhìn ra sông Lục Đầu.", en: "To Trần Hưng Đạo, looking out over the Lục Đầu river." }, target: place("kiep-bac") },
        ],
      },
    },
  },
  {
    links: placesNamed("con-son", "kiep-bac", "chua-thanh-mai", "dong-kinh-chu", "chua-nham-duong"),
    draft: {
      key: "hai-ngay-nam-diem-di-san",
      isSample: true,
      title: { vi: "Hai ngày qua năm điểm di sản", en: "Two days through five heritage stops" },
      summary: {
        vi: "Côn Sơn, Kiếp Bạc, Thanh Mai ở Chí Linh rồi Kính Chủ, Nhẫm Dương ở Kinh Môn, ngủ lại một đêm giữa chừng.",
        en: "Côn Sơn, Kiếp Bạc and Thanh Mai in Chí Linh, then Kính Chủ and Nhẫm Dương in Kinh Môn, with a night between.",
      },
      body: [
        {
          text: {
            vi: "Năm điểm này cùng thuộc di sản thế giới Yên Tử – Vĩnh Nghiêm – Côn Sơn, Kiếp Bạc, ghi danh tháng 7/2025. Ban quản lý có tuyến “Một hành trình – 5 điểm đến di sản thế giới” và đã ký với năm hãng lữ hành (10/2025). Đi trong một ngày thì vội; hai ngày vừa sức hơn.",
            en: "All five belong to the world heritage Yên Tử – Vĩnh Nghiêm – Côn Sơn, Kiếp Bạc, inscribed in July 2025. The site board runs a route of “one journey, five world heritage stops” and has signed with five travel firms (October 2025). In one day it is a rush; two days are kinder.",
          },
        },
        {
          text: {
            vi: "Ngày đầu ở Chí Linh, ngày sau ở Kinh Môn. Ngủ lại ở khu Sao Đỏ hay Kinh Môn thì tự đặt, chợ không bán phòng. Tháng 12 và tháng 1 đi Thanh Mai gặp rừng phong đỏ.",
            en: "The first day is Chí Linh, the second Kinh Môn. Find a room for the night in the Sao Đỏ area or in Kinh Môn; this market sells none. In December and January the sweet-gums of Thanh Mai are red.",
          },
        },
      ],
      facts: [{ label: gettingAbout, value: { vi: "Ô tô, vì đường đồi và các điểm xa nhau", en: "By car: the roads are hilly and the places far apart" } }],
      pictures: drawn("pagoda", "Hình vẽ ngôi chùa hai tầng mái bên hàng cây", "Drawing of a pagoda of two roofs between trees"),
      sources: from("tamto", "unesco-bhd", "thanhmai-tp", "kinhchu-dost", "nhamduong-dt"),
      detail: {
        kind: "itinerary",
        days: 2,
        stops: [
          { day: 1, title: { vi: "Côn Sơn", en: "Côn Sơn" }, text: { vi: "Chùa thế kỷ 14 và rừng thông.", en: "The 14th-century pagoda and its pines." }, target: place("con-son") },
          { day: 1, title: { vi: "Kiếp Bạc", en: "Kiếp Bạc" }, text: { vi: "Đền thờ Trần Hưng Đạo bên sông Lục Đầu.", en: "The temple of Trần Hưng Đạo on the Lục Đầu river." }, target: place("kiep-bac") },
          { day: 1, title: { vi: "Thanh Mai", en: "Thanh Mai" }, text: { vi: "Chùa lập năm 1329 trên núi Tam Ban, mùa đông có rừng phong đỏ.", en: "A pagoda of 1329 on Tam Ban mountain, amid red sweet-gums in winter." }, target: place("chua-thanh-mai") },
          { day: 2, at: "07:30", title: { vi: "Kính Chủ và An Phụ", en: "Kính Chủ and An Phụ" }, text: { vi: "Bia trên vách động, rồi lên đỉnh 246 m, theo buổi đi mẫu.", en: "Inscriptions in the cave, then the 246-metre summit, on the sample outing." }, target: sample("kinh-chu-an-phu") },
          { day: 2, title: { vi: "Nhẫm Dương", en: "Nhẫm Dương" }, text: { vi: "Gần 30 hang quanh chùa, có hang giữ hoá thạch 27 loài.", en: "Nearly 30 caves round the pagoda, one of which held fossils of 27 species." }, target: place("chua-nham-duong") },
        ],
      },
    },
  },
  {
    links: [...samples("vai-thieu-thanh-ha"), ...placesNamed("cay-vai-to", "song-huong-thanh-ha")],
    draft: {
      key: "mot-ngay-mua-vai",
      isSample: true,
      title: { vi: "Một ngày mùa vải Thanh Hà", en: "A day in the Thanh Hà lychee season" },
      summary: {
        vi: "Sáng thăm cây vải tổ Thúy Lâm, chiều đi thuyền hái vải trên sông Đồng Mẩn, chỉ trong tháng 6.",
        en: "The ancestor tree of Thúy Lâm in the morning, picking by boat on the Đồng Mẩn in the afternoon, in June only.",
      },
      body: [
        {
          text: {
            vi: "Cả ngày nằm gọn trong đất Thanh Hà nên không phải đi xa giữa hai chặng. Vải chín rộ ba, bốn tuần trong tháng 6. Cuối tháng 5 đã có vải sớm để nếm ở Thúy Lâm, nhưng thuyền chỉ đi tháng 6.",
            en: "The whole day stays within Thanh Hà, so there is no long way between the two. The fruit is at its ripest for three or four weeks in June. In late May there is early lychee to taste at Thúy Lâm, but the boats go in June only.",
          },
        },
        {
          text: {
            vi: "Tháng 6 nắng gắt, hay có dông chiều: đi cây vải tổ lúc sáng, nghỉ trưa, lên thuyền khi nắng dịu. Vải hái ăn tại chỗ; muốn gửi về nhà thì đặt thùng vải tươi trên chợ, cùng một giỏ với vé thuyền.",
            en: "June is very warm, with storms late in the day: see the tree in the morning, rest at noon and take the boat when the sun is lower. What you pick you eat on the spot; to send some home, order a box of fresh lychee in the same basket as the boat.",
          },
        },
      ],
      facts: [{ label: gettingAbout, value: { vi: "Ô tô hoặc xe máy; xe đạp hợp cho ai ngủ lại trong vùng", en: "Car or motorbike; a bicycle if you stay nearby" } }],
      pictures: drawn("lychee-tree", "Hình vẽ cây vải già, tán tròn điểm quả chín", "Drawing of an old lychee tree, its round crown dotted with fruit"),
      sources: from("dongman-63", "thanhha-vt", "vaito-plo", "vai-35"),
      detail: {
        kind: "itinerary",
        days: 1,
        bestMonths: [6],
        stops: [
          { day: 1, at: "08:00", title: { vi: "Cây vải tổ Thúy Lâm", en: "The ancestor tree at Thúy Lâm" }, text: { vi: "Nghe chuyện cụ Cơm và nếm vải trong vườn mẫu.", en: "Hear the story of Mr Cơm and taste lychees in the sample orchard." }, target: sample("tham-cay-vai-to") },
          { day: 1, title: { vi: "Nghỉ trưa", en: "A rest at noon" }, text: { vi: "Tránh nắng giữa trưa; mang theo nước và mũ.", en: "Keep out of the midday sun; bring water and a hat." } },
          { day: 1, at: "15:30", title: { vi: "Thuyền hái vải trên sông Đồng Mẩn", en: "Picking by boat on the Đồng Mẩn" }, text: { vi: "Đi thuyền giữa hai bờ vườn, hái và ăn tại chỗ.", en: "By boat between two banks of orchard, picking and eating as you go." }, target: sample("hai-vai-dong-man") },
        ],
      },
    },
  },
  {
    links: [...samples("banh-gai"), ...placesNamed("dao-co", "roi-nuoc-hong-phong", "den-tranh", "lang-cuc-bo")],
    draft: {
      key: "cuoi-tuan-miet-song-luoc",
      isSample: true,
      title: { vi: "Cuối tuần vùng sông Luộc: cò, rối và bánh gai", en: "A weekend in the south: storks, puppets and cakes" },
      summary: {
        vi: "Thứ Bảy đạp xe và đi thuyền ở hồ An Dương, Chủ nhật xem rối nước, gói bánh gai và vào đền Tranh.",
        en: "Cycle and take the boat at An Dương lake on Saturday; puppets, cake wrapping and Tranh temple on Sunday.",
      },
      body: [
        {
          text: {
            vi: "Báo địa phương giới thiệu tuyến rối nước – đền Tranh – đền Khúc Thừa Dụ ở vùng Ninh Giang cũ (2025). Chúng tôi thêm Đảo Cò ở Nam Thanh Miện, ngay phía tây, cho thành hai ngày. Giờ lấy theo các buổi mẫu thứ Bảy, Chủ nhật.",
            en: "The local press describes a route of puppets, Tranh temple and the temple of Khúc Thừa Dụ in the former Ninh Giang (2025). We add Stork Island, just to the west, and make two days of it. The hours follow the sample sessions of Saturday and Sunday.",
          },
        },
        {
          text: {
            vi: "Sáng thứ Bảy đạp xe, chiều lên thuyền lúc chim đổi ca. Từ tháng 5 đến tháng 8 chim thưa và thuyền mẫu nghỉ, chỉ còn xe đạp. Buổi gói bánh và buổi rối nên đặt trước trong cùng một giỏ.",
            en: "On Saturday, ride in the morning and take the boat in the afternoon, when the birds change over. From May to August birds are few and the sample boat rests, so there is only the ride. Book the cake wrapping and the puppets beforehand, in one basket.",
          },
        },
      ],
      facts: [{ label: gettingAbout, value: { vi: "Ô tô hoặc xe máy; trong làng đi bộ và xe đạp", en: "Car or motorbike; on foot and by bicycle in the villages" } }],
      pictures: drawn("puppet", "Hình vẽ chú Tễu giơ tay chào trên mặt nước", "Drawing of Tễu, the puppet clown, waving above the water"),
      sources: from("roi-hp25", "roi-hp24", "roi-hp-nd", "daoco-rea", "dentranh"),
      detail: {
        kind: "itinerary",
        days: 2,
        bestMonths: [9, 10, 11, 12, 1, 2, 3, 4],
        stops: [
          { day: 1, at: "07:00", title: { vi: "Đạp xe quanh hồ An Dương", en: "Cycling round An Dương lake" }, text: { vi: "Đường làng bằng phẳng, có xe cho mượn.", en: "Flat village lanes, bicycles to lend." }, target: sample("dap-xe-ho-an-duong") },
          { day: 1, at: "16:30", title: { vi: "Thuyền lúc chim đổi ca", en: "On the water as the birds change over" }, text: { vi: "Cò về, vạc đi, khoảng 17 đến 18 giờ.", en: "Egrets come home and night herons leave, between about five and six." }, target: sample("thuyen-dao-co") },
          { day: 2, at: "09:00", title: { vi: "Gói bánh gai ở Ninh Giang", en: "Wrapping ramie-leaf cakes in Ninh Giang" }, text: { vi: "Nặn vỏ, đặt nhân, gói lá chuối khô.", en: "Shape the shell, add the filling, wrap it in dried banana leaf." }, target: sample("goi-banh-gai") },
          { day: 2, title: { vi: "Đền Tranh", en: "Tranh temple" }, text: { vi: "34 gian trên 2,9 ha, thờ vị quan cai quản sông nước.", en: "34 bays on 2.9 hectares, to the lord of the rivers." }, target: place("den-tranh") },
          { day: 2, at: "16:00", title: { vi: "Rối nước bên sân đình", en: "Water puppets by the communal house" }, text: { vi: "Buổi của phường mẫu ở xã Khúc Thừa Dụ.", en: "A show by the sample troupe in Khúc Thừa Dụ commune." }, target: sample("xem-roi-nuoc") },
        ],
      },
    },
  },
];
