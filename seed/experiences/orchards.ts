import { guidedIn, type SampleListing } from "../sample.ts";
import { adult, child, family, together, visit } from "./sample-visit.ts";
import { label, lasting } from "./words.ts";

/** Orchards and fields, each in its own weeks of the year. */
export const orchardVisits: readonly SampleListing[] = [
  {
    key: "hai-vai-dong-man",
    shop: "vuon-song-huong",
    draft: visit({
      title: { vi: "Đi thuyền hái vải trên sông Đồng Mẩn", en: "Lychee picking by boat on the Đồng Mẩn river" },
      summary: {
        vi: "Ngồi thuyền len giữa hai bờ vườn vải Thanh Hà, với tay hái và ăn tại chỗ, chỉ có trong tháng 6.",
        en: "Drift between the lychee orchards of Thanh Hà, pick from the boat and eat on the spot, in June only.",
      },
      body: [
        {
          vi: "Đồng Mẩn là một nhánh của sông Hương ở Thanh Hà, chảy giữa hai bờ vườn vải. Ba, bốn tuần trong tháng 6 là lúc vải chín rộ: khách ngồi thuyền đi dọc vườn, tự hái và ăn ngay tại chỗ. Một bài báo năm 2018 ghi tiểu khu này có hơn 90 ha vườn; diện tích bây giờ có thể đã khác.",
          en: "The Đồng Mẩn is an arm of the Hương river of Thanh Hà, running between two banks of lychee. For three or four weeks in June the fruit is at its ripest, and visitors go along the orchards by boat, pick for themselves and eat there and then. An article of 2018 gives more than 90 hectares of orchard here; the area today may differ.",
        },
        {
          vi: "Gian hàng mẫu đi hai thuyền, mỗi thuyền 8 chỗ, bán theo từng chỗ hoặc bao trọn một thuyền. Vải hái ăn trên thuyền đã nằm trong giá mẫu; muốn mang về thì mua thêm tại vườn, hoặc đặt thùng vải tươi trên chợ. Chuyến sớm mát và đỡ nắng hơn, chuyến chiều về lúc nắng đã dịu.",
          en: "The sample shop runs two boats of 8 places, sold one by one or as a whole boat. Fruit eaten on the water is part of the sample price; to take some home, buy it at the orchard or order a box of fresh lychee here. The early trip is cooler, and the late one comes back when the sun is low.",
        },
      ],
      facts: [
        { label: label.duration, value: lasting(150) },
        { label: label.meeting, value: { vi: "Bến thuyền của gian hàng mẫu, xã Thanh Hà, thành phố Hải Phòng; sông Đồng Mẩn ở vùng Thanh Khê cũ", en: "The sample shop's landing, Thanh Hà commune, Hải Phòng city; the Đồng Mẩn flows in the former Thanh Khê" } },
        { label: label.language, value: guidedIn },
        { label: label.included, value: { vi: "Chỗ trên thuyền, người chèo thuyền, áo phao, nón lá và vải hái ăn tại chỗ", en: "A place in the boat, someone to row, a life jacket, a palm hat and the lychees you eat on the way" } },
        { label: label.bring, value: { vi: "Giày dễ cởi, khăn lau tay, nước uống", en: "Shoes that slip off, a cloth for sticky hands, water" } },
        { label: label.weather, value: { vi: "Có dông thì thuyền không đi; chuyến bị huỷ được hoàn tiền", en: "No boat goes out in a thunderstorm; a cancelled trip is refunded" } },
      ],
      pictures: [{ drawing: "lychee", alt: { vi: "Hình vẽ chùm vải còn lá, một quả đã bóc vỏ", en: "Drawing of a bunch of lychees with leaves, one of them peeled" } }],
      seasonMonths: [6],
      category: "song-nuoc",
      unitCode: "10813",
      provenance: {
        vi: "Chuyện đi thuyền hái vải và mấy tuần chín rộ lấy từ “Du khách ngồi ghe hái vải” (63Stravel) và “Hai Duong, the miniature Mekong Delta” (Vietnam Times, 2023); diện tích từ “Miệt vườn sông nước Thanh Khê” (Báo Hải Dương, 2018). Thuyền, giờ đi, thời lượng, giá và số chỗ là mẫu.",
        en: "The boat picking and the weeks of ripeness come from “Du khách ngồi ghe hái vải” (63Stravel) and “Hai Duong, the miniature Mekong Delta” (Vietnam Times, 2023); the area from “Miệt vườn sông nước Thanh Khê” (Báo Hải Dương, 2018). The boats, times, duration, prices and places are samples.",
      },
      variants: [
        adult(160_000),
        child(100_000, 5),
        family(480_000),
        together({ vi: "Bao một thuyền, 8 chỗ", en: "A whole boat, 8 places" }, 1_100_000, 8),
      ],
    }),
  },
  {
    key: "tham-cay-vai-to",
    shop: "vuon-song-huong",
    draft: visit({
      title: { vi: "Ra thăm cây vải tổ Thúy Lâm", en: "A walk to the ancestor lychee tree at Thúy Lâm" },
      summary: {
        vi: "Đi bộ trong làng Thúy Lâm, nghe chuyện cụ Cơm trồng cây vải tổ rồi nếm vải đầu mùa và chính vụ.",
        en: "Walk through Thúy Lâm village, hear how Mr Cơm planted the first lychee tree, and taste the fruit of the season.",
      },
      body: [
        {
          vi: "Ở làng Thúy Lâm, nay thuộc xã Thanh Hà, có cây vải do cụ Hoàng Văn Cơm trồng; tư liệu địa phương tính từ năm 1870. Năm 2016 cây được ghi nhận kỷ lục Việt Nam, và bên cạnh là nhà thờ cụ Cơm. Khách nước ngoài từng được đưa tới nghe chuyện cây tổ rồi nếm vải ngay quanh gốc.",
          en: "Thúy Lâm village, now in Thanh Hà commune, keeps the lychee tree planted by Hoàng Văn Cơm, dated by local records to 1870. It was entered as a Vietnam record in 2016, and a shrine to Mr Cơm stands beside it. Guests from abroad have been brought here to hear its story and to taste lychees in its shade.",
        },
        {
          vi: "Buổi đi bộ mẫu mở vào tháng 5 và tháng 6: tháng 5 nếm vải sớm, tháng 6 nếm vải thiều chính vụ. Người dẫn kể chuyện cây vải lan ra cả vùng, rồi mọi người ngồi lại trong vườn mẫu. Khách thắp hương ở nhà thờ cụ Cơm thì xin giữ yên lặng, ăn mặc kín đáo.",
          en: "The sample walk is held in May and June: early lychee in May, the main crop in June. The guide tells how one tree became a whole region of orchards, and everybody sits down afterwards in the sample orchard. If you step into the shrine, please keep quiet and cover your shoulders and knees.",
        },
      ],
      facts: [
        { label: label.duration, value: lasting(75) },
        { label: label.meeting, value: { vi: "Cổng vườn mẫu ở làng Thúy Lâm, xã Thanh Hà, thành phố Hải Phòng", en: "The gate of the sample orchard, Thúy Lâm village, Thanh Hà commune, Hải Phòng city" } },
        { label: label.language, value: guidedIn },
        { label: label.included, value: { vi: "Người dẫn đường, đĩa vải nếm tại vườn, trà xanh", en: "Somebody to walk with you, a plate of lychees in the orchard, green tea" } },
        { label: label.bring, value: { vi: "Mũ, giày đi bộ, áo mưa mỏng", en: "A hat, walking shoes, a light raincoat" } },
      ],
      pictures: [{ drawing: "lychee-tree", alt: { vi: "Hình vẽ cây vải già, tán tròn điểm quả chín", en: "Drawing of an old lychee tree, its round crown dotted with fruit" } }],
      seasonMonths: [5, 6],
      category: "vuon-mua-qua",
      unitCode: "10813",
      provenance: {
        vi: "Chuyện cây tổ và kỷ lục lấy từ “Cây vải tổ xác lập kỷ lục” (PLO); chuyện khách tới thăm từ “Du khách nước ngoài với cây vải tổ” (Báo Hải Dương). Vườn, giờ đi, thời lượng, giá và số chỗ là mẫu.",
        en: "The story of the tree and its record come from “Cây vải tổ xác lập kỷ lục” (PLO); the visits from “Du khách nước ngoài với cây vải tổ” (Báo Hải Dương). The orchard, times, duration, prices and places are samples.",
      },
      variants: [adult(90_000), child(50_000, 5), family(250_000)],
    }),
  },
  {
    key: "dap-xe-bai-ca-rot",
    shop: "bai-phu-sa",
    draft: visit({
      title: { vi: "Đạp xe ra bãi cà rốt Đức Chính", en: "Cycling to the carrot fields of Đức Chính" },
      summary: {
        vi: "Đạp xe men đê sông Thái Bình ra bãi phù sa, xuống ruộng nhổ cà rốt trong ba tháng đầu năm.",
        en: "Ride along the Thái Bình river dyke to the silt fields and pull carrots from the ground, January to March.",
      },
      body: [
        {
          vi: "Đức Chính, nay thuộc xã Tuệ Tĩnh, trồng cà rốt trên bãi phù sa sông Thái Bình: gieo từ đầu tháng 9 đến đầu tháng 10, thu từ tháng 1 đến tháng 3. Báo chí ghi riêng xã cũ có khoảng 360 ha, phần lớn củ đem xuất khẩu; nghề này đã hơn bốn thập kỷ (bài năm 2023).",
          en: "Đức Chính, now part of Tuệ Tĩnh commune, grows carrots on the silt banks of the Thái Bình river: sown from early September to early October, lifted from January to March. The press gives about 360 hectares in the former commune alone, most of the crop for export, and more than four decades of the trade (an article of 2023).",
        },
        {
          vi: "Chưa có nguồn nào nói nơi đây bán vé cho khách nhổ cà rốt, nên buổi này do chợ gợi ý và chỉ là mẫu. Cả nhóm đạp xe trên đê, xuống ruộng của hợp tác xã mẫu, mỗi người nhổ một túi nhỏ mang về. Ruộng ven sông hay ướt, hôm mưa to thì nghỉ.",
          en: "We have found no source for ticketed carrot pulling here, so this outing is the market's own suggestion and only a sample. The group cycles along the dyke, goes down to the sample cooperative's field, and everybody pulls a small bag to take home. The ground by the river is often wet; on days of heavy rain it does not take place.",
        },
      ],
      facts: [
        { label: label.duration, value: lasting(150) },
        { label: label.meeting, value: { vi: "Chân đê sông Thái Bình, vùng Đức Chính, xã Tuệ Tĩnh, thành phố Hải Phòng", en: "The foot of the Thái Bình dyke in the Đức Chính area, Tuệ Tĩnh commune, Hải Phòng city" } },
        { label: label.language, value: guidedIn },
        { label: label.included, value: { vi: "Xe đạp, mũ bảo hiểm, găng tay, túi cà rốt tự nhổ", en: "A bicycle, a helmet, gloves and the bag of carrots you pull" } },
        { label: label.bring, value: { vi: "Ủng hoặc giày không ngại bùn, áo gió", en: "Boots or shoes that may get muddy, a windproof jacket" } },
        { label: label.weather, value: { vi: "Mưa to thì nghỉ; buổi bị huỷ được hoàn tiền", en: "No ride in heavy rain; a cancelled outing is refunded" } },
      ],
      pictures: [{ drawing: "carrot", alt: { vi: "Hình vẽ hai củ cà rốt còn lá", en: "Drawing of two carrots with their leaves on" } }],
      seasonMonths: [1, 2, 3],
      category: "vuon-mua-qua",
      unitCode: "10909",
      provenance: {
        vi: "Mùa vụ, diện tích và thị trường lấy từ “Thủ phủ của cà rốt” (Kinh tế Đô thị), “Bội thu tại vùng cà rốt” (Soha, 1/2021) và “Cà rốt Cẩm Giàng hơn 4 thập kỷ” (Mekong ASEAN, 11/2023). Buổi đạp xe, giờ, thời lượng, giá và số chỗ là mẫu.",
        en: "The seasons, the area and the market come from “Thủ phủ của cà rốt” (Kinh tế Đô thị), “Bội thu tại vùng cà rốt” (Soha, January 2021) and “Cà rốt Cẩm Giàng hơn 4 thập kỷ” (Mekong ASEAN, November 2023). The outing, its times, duration, prices and places are samples.",
      },
      variants: [
        { title: { vi: "Người lớn, có xe đạp", en: "Adult, with a bicycle" }, priceDong: 130_000, draws: [{ from: "seat", units: 1 }, { from: "bicycle", units: 1 }], forWhom: { ageMin: 13 } },
        { title: { vi: "Người lớn, mang xe của mình", en: "Adult, on your own bicycle" }, priceDong: 90_000, draws: [{ from: "seat", units: 1 }], forWhom: { ageMin: 13 } },
        { title: { vi: "Trẻ em 8–12 tuổi, có xe nhỏ, đi cùng người lớn", en: "Child aged 8–12, with a small bicycle, with an adult" }, priceDong: 80_000, draws: [{ from: "seat", units: 1 }, { from: "bicycle", units: 1 }], forWhom: { ageMin: 8, ageMax: 12 } },
      ],
    }),
  },
  {
    key: "vot-ruoi-an-thanh",
    shop: "ruong-nuoc-lo",
    draft: visit({
      title: { vi: "Theo con nước đi vớt rươi An Thanh", en: "Netting rươi with the tide at An Thanh" },
      summary: {
        vi: "Cầm vợt xuống bãi rươi An Thanh cùng nông dân, chỉ mấy ngày quanh 20 tháng Chín và mùng 5 tháng Mười âm lịch.",
        en: "Step into the tidal fields of An Thanh with a net, on the few days round 20/9 and 5/10 of the lunar year.",
      },
      body: [
        {
          vi: "Rươi sống trong bãi nước lợ ven sông Thái Bình và sông Luộc. Người trong vùng nhớ ngày bằng câu “tháng chín đôi mươi, tháng mười mùng năm”, tính theo lịch âm. Vùng rươi An Thanh, nay thuộc xã Chí Minh, rộng 137 ha ngoài đê; ruộng rươi không dùng thuốc trừ sâu, và mấy năm nay có gia đình, học sinh tới xuống ruộng cầm vợt.",
          en: "Rươi, a small sea-worm of the tidal fields, lives along the Thái Bình and Luộc rivers. People here keep its days by a saying: “tháng chín đôi mươi, tháng mười mùng năm”, the twentieth of the ninth month and the fifth of the tenth, by the moon. The An Thanh fields, now in Chí Minh commune, cover 137 hectares outside the dyke; they take no pesticide, and in recent years families and school classes have come to wade in with nets.",
        },
        {
          vi: "Con nước quyết định tất cả: có chiều rươi nổi dày, có chiều chỉ lác đác. Giờ hẹn trên chợ là giờ mẫu, gian hàng nhắn lại theo con nước hôm ấy. Rươi vớt được thì cùng rán chả ăn tại bờ: rươi trộn thịt lợn, trứng, vỏ quýt, thì là và hành.",
          en: "The tide decides: some evenings the rươi rise thickly, on others there are only a few. The hour shown here is a sample, and the shop writes to you once it knows the tide of the day. What you net is fried on the bank into patties with pork, egg, tangerine peel, dill and onion.",
        },
      ],
      facts: [
        { label: label.duration, value: lasting(150) },
        { label: label.meeting, value: { vi: "Điếm canh đê vùng An Thanh, xã Chí Minh, thành phố Hải Phòng", en: "The dyke-watch hut of the An Thanh area, Chí Minh commune, Hải Phòng city" } },
        { label: label.language, value: guidedIn },
        { label: label.included, value: { vi: "Vợt, ủng, đèn đội đầu, suất chả rươi ăn tại bờ", en: "A net, boots, a head torch and a serving of rươi patties on the bank" } },
        { label: label.bring, value: { vi: "Quần áo thay, áo ấm, túi đựng đồ ướt", en: "A change of clothes, something warm, a bag for wet things" } },
        { label: label.weather, value: { vi: "Rươi không nổi vẫn được ăn chả rươi; gió to, mưa dông thì nghỉ và được hoàn tiền", en: "If no rươi rise, the patties are still served; in a storm it is called off and refunded" } },
      ],
      pictures: [{ drawing: "ruoi-net", alt: { vi: "Hình vẽ chiếc vợt múc rươi trên mặt nước", en: "Drawing of a net dipping rươi from the water" } }],
      seasonMonths: [],
      seasonLunar: [
        { fromMonth: 9, fromDay: 18, toMonth: 9, toDay: 22 },
        { fromMonth: 10, fromDay: 3, toMonth: 10, toDay: 7 },
      ],
      category: "song-nuoc",
      unitCode: "11131",
      provenance: {
        vi: "Diện tích, câu nói về ngày rươi và việc khách cầm vợt lấy từ “Một huyện của Hải Dương mời du khách về bắt rươi, đùa nơm” (Dân Việt, 1/2025), “Lễ hội lúa rươi Tứ Kỳ” (DĐDN, 9/2022) và “Mùa vàng ở vùng rươi Hải Dương” (Báo Tin tức, 12/2020); cách làm chả từ “Món ngon khi đến Hải Dương” (Ngày Nay). Buổi vớt, giờ, giá và số chỗ là mẫu.",
        en: "The area, the saying about the days and the visitors with nets come from “Một huyện của Hải Dương mời du khách về bắt rươi, đùa nơm” (Dân Việt, January 2025), “Lễ hội lúa rươi Tứ Kỳ” (DĐDN, September 2022) and “Mùa vàng ở vùng rươi Hải Dương” (Báo Tin tức, December 2020); the patties from “Món ngon khi đến Hải Dương” (Ngày Nay). The outing, its times, prices and places are samples.",
      },
      variants: [adult(280_000), child(180_000, 8), family(860_000)],
    }),
  },
];
