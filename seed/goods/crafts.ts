import { allYear, label, sold, type SampleListing } from "../sample.ts";

/** What is carved, woven, sewn, rolled and printed. */
export const crafts: readonly SampleListing[] = [
  {
    key: "khan-theu-xuan-neo",
    shop: "theu-khung-tre",
    draft: sold({
      title: { vi: "Khăn thêu tay Xuân Nẻo", en: "Xuân Nẻo embroidered scarf" },
      summary: {
        vi: "Khăn lụa thêu hoa bằng tay của một người thêu mẫu ở xã Đại Sơn, dài 160 cm.",
        en: "A 160 cm silk scarf with hand-embroidered flowers, by a sample embroiderer in Đại Sơn commune.",
      },
      body: [
        {
          vi: "Làng Xuân Nẻo ở vùng Hưng Đạo của Tứ Kỳ thêu tay từ khoảng những năm 1920; vùng này nay chia về hai xã Đại Sơn và Tân Kỳ. Báo năm 2024 ghi làng còn khoảng 200 thợ, hàng bán cả sang Nhật Bản và Hàn Quốc, giá từ 150.000 đến 2.000.000 đồng một món.",
          en: "Xuân Nẻo village, in the Hưng Đạo area of Tứ Kỳ, has embroidered by hand since about the 1920s; the area is now divided between Đại Sơn and Tân Kỳ communes. A report of 2024 counts some 200 embroiderers still at work, selling as far as Japan and South Korea, at 150,000 to 2,000,000 đồng a piece.",
        },
        {
          vi: "Chiếc khăn mẫu thêu một cành hoa ở hai đầu, mỗi chiếc mất chừng hai ngày. Có hai màu nền, kem và lam, tính số lượng riêng; khăn thêu giặt tay bằng nước mát, ủi mặt trái.",
          en: "The sample scarf carries a sprig of flowers at each end, about two days' work. It comes on cream or on blue, counted separately; wash by hand in cool water and iron on the reverse.",
        },
      ],
      facts: [
        { label: label.madeIn, value: { vi: "Xã Đại Sơn, thành phố Hải Phòng (người thêu mẫu)", en: "Đại Sơn commune, Hải Phòng city (sample embroiderer)" } },
        { label: label.material, value: { vi: "Lụa tơ tằm, chỉ tơ", en: "Mulberry silk, silk thread" } },
        { label: label.size, value: { vi: "Dài 160 cm, rộng 50 cm", en: "160 cm long, 50 cm wide" } },
        { label: label.packs, value: { vi: "Một chiếc, nền kem hoặc nền lam", en: "One scarf, cream or blue" } },
        { label: label.use, value: { vi: "Giặt tay nước mát, không vắt, ủi mặt trái", en: "Wash by hand in cool water, do not wring, iron on the reverse" } },
      ],
      pictures: [{ drawing: "scarf", alt: { vi: "Hình vẽ chiếc khăn gấp có cành hoa thêu và tua ở mép", en: "Drawing of a folded scarf with an embroidered sprig and a fringe" } }],
      seasonMonths: allYear,
      category: "thu-cong",
      unitCode: "11086",
      provenance: {
        vi: "Tuổi nghề, số thợ, nơi bán và khoảng giá lấy từ “Thêu ren Tứ Kỳ làm quà 8/3” (Báo Hải Dương, 2024) và “Làng thêu ren Xuân Nẻo” (Về Làng). Khăn, chất liệu, giá và số lượng là mẫu.",
        en: "The age of the craft, the embroiderers, markets and price range come from “Thêu ren Tứ Kỳ làm quà 8/3” (Báo Hải Dương, 2024) and “Làng thêu ren Xuân Nẻo” (Về Làng). The scarf, its material, prices and quantities are samples.",
      },
      vatClass: "reduced",
      stocks: [{ key: "cream", unit: "piece", capacity: 12 }, { key: "blue", unit: "piece", capacity: 12 }],
      variants: [
        { title: { vi: "Nền kem", en: "On cream" }, priceDong: 350_000, draws: [{ from: "cream", units: 1 }], weightGrams: 250 },
        { title: { vi: "Nền lam", en: "On blue" }, priceDong: 350_000, draws: [{ from: "blue", units: 1 }], weightGrams: 250 },
      ],
    }),
  },
  {
    key: "tranh-theu",
    shop: "theu-khung-tre",
    draft: sold({
      title: { vi: "Tranh thêu tay làng quê", en: "Embroidered picture of the village" },
      summary: {
        vi: "Tranh thêu tay cảnh làng của người thêu mẫu ở xã Đại Sơn, có khung, cỡ 20 × 30 cm hoặc 40 × 60 cm.",
        en: "A framed hand-embroidered village scene by a sample embroiderer in Đại Sơn commune, 20 × 30 cm or 40 × 60 cm.",
      },
      body: [
        {
          vi: "Ngoài khăn và áo dài, thợ Xuân Nẻo thêu tranh. Nghề có ở làng từ khoảng những năm 1920; khách và học sinh đến đây được ngồi bên khung, cầm kim thử vài mũi.",
          en: "Besides scarves and áo dài, the embroiderers of Xuân Nẻo make pictures. The craft has been in the village since about the 1920s; visitors and pupils may sit at a frame and try a few stitches.",
        },
        {
          vi: "Tranh mẫu thêu cây đa, giếng nước và một con đò, cỡ nhỏ mất chừng một tuần, cỡ lớn gần một tháng. Mỗi cỡ tính số lượng riêng; treo tránh nắng rọi thẳng để chỉ không phai.",
          en: "The sample picture shows a banyan, a well and a ferry boat; the small size takes about a week, the large nearly a month. Each size is counted separately; hang it out of direct sun to keep the threads from fading.",
        },
      ],
      facts: [
        { label: label.madeIn, value: { vi: "Xã Đại Sơn, thành phố Hải Phòng (người thêu mẫu)", en: "Đại Sơn commune, Hải Phòng city (sample embroiderer)" } },
        { label: label.material, value: { vi: "Vải lanh, chỉ tơ, khung gỗ", en: "Linen, silk thread, wooden frame" } },
        { label: label.size, value: { vi: "20 × 30 cm hoặc 40 × 60 cm, chưa kể khung", en: "20 × 30 cm or 40 × 60 cm without the frame" } },
        { label: label.posting, value: { vi: "Lót bìa cứng và xốp hai mặt", en: "Packed between board and foam" } },
      ],
      pictures: [{ drawing: "needle", alt: { vi: "Hình vẽ khung thêu tròn có bông hoa đỏ và cây kim", en: "Drawing of an embroidery hoop with a red flower and a needle" } }],
      seasonMonths: allYear,
      category: "thu-cong",
      unitCode: "11086",
      provenance: {
        vi: "Tuổi nghề, mặt hàng và việc khách thử thêu lấy từ “Thêu ren Tứ Kỳ làm quà 8/3” (Báo Hải Dương, 2024) và một bài của Dân Việt (1/2025). Tranh, thời gian thêu, giá và số lượng là mẫu.",
        en: "The age of the craft, its wares and the visitors' stitches come from “Thêu ren Tứ Kỳ làm quà 8/3” (Báo Hải Dương, 2024) and an article in Dân Việt (January 2025). The picture, working times, prices and quantities are samples.",
      },
      vatClass: "reduced",
      stocks: [{ key: "small", unit: "piece", capacity: 8 }, { key: "large", unit: "piece", capacity: 3 }],
      variants: [
        { title: { vi: "Cỡ 20 × 30 cm", en: "20 × 30 cm" }, priceDong: 480_000, draws: [{ from: "small", units: 1 }], weightGrams: 900 },
        { title: { vi: "Cỡ 40 × 60 cm", en: "40 × 60 cm" }, priceDong: 1_650_000, draws: [{ from: "large", units: 1 }], weightGrams: 2_400 },
      ],
    }),
  },
  {
    key: "phu-dieu-dong-giao",
    shop: "xuong-cham-goc-da",
    draft: sold({
      title: { vi: "Phù điêu hoa sen Đông Giao", en: "Đông Giao lotus carving" },
      summary: {
        vi: "Tấm phù điêu gỗ chạm hoa sen của một xưởng mẫu ở làng Đông Giao, xã Cẩm Giàng.",
        en: "A wooden panel carved with a lotus, by a sample workshop in Đông Giao village, Cẩm Giàng commune.",
      },
      body: [
        {
          vi: "Làng Đông Giao chạm khắc gỗ đã trên 300 năm. Năm 2022 làng có 1.030 hộ và khoảng nửa dân số làm nghề; khách đến có thể xem thợ đục ngay tại xưởng và mua hàng ở đó.",
          en: "Đông Giao has carved wood for over 300 years. In 2022 the village counted 1,030 households, and about half its people worked in the craft; visitors can watch the carvers in their workshops and buy there.",
        },
        {
          vi: "Tấm mẫu chạm một đoá sen và hai lá trong khung vuông, gỗ mít, đánh sáp ong cho nổi vân. Có hai cỡ, mỗi cỡ tính riêng; vân gỗ mỗi tấm một khác nên màu có thể đậm nhạt hơn hình.",
          en: "The sample panel shows a lotus and two leaves in a square frame, jackfruit wood rubbed with beeswax. There are two sizes, counted separately; the grain varies from piece to piece, and so does the colour.",
        },
      ],
      facts: [
        {
          label: label.madeIn,
          value: {
            vi: "Làng Đông Giao, xã Cẩm Giàng, thành phố Hải Phòng (xưởng mẫu)",
            en: "Đông Giao village, Cẩm Giàng commune, Hải Phòng city (sample workshop)",
          },
        },
        { label: label.material, value: { vi: "Gỗ mít, sáp ong", en: "Jackfruit wood, beeswax" } },
        { label: label.making, value: { vi: "Đục và chạm tay, mài, đánh sáp", en: "Cut and carved by hand, sanded, waxed" } },
        { label: label.size, value: { vi: "25 × 25 cm hoặc 40 × 40 cm, dày 3 cm", en: "25 × 25 cm or 40 × 40 cm, 3 cm thick" } },
        { label: label.posting, value: { vi: "Bọc xốp, đóng thùng", en: "Wrapped in foam, boxed" } },
      ],
      pictures: [{ drawing: "carving", alt: { vi: "Hình vẽ tấm gỗ chạm hoa sen và chiếc đục", en: "Drawing of a panel carved with a lotus, and a chisel" } }],
      seasonMonths: allYear,
      category: "thu-cong",
      unitCode: "10903",
      provenance: {
        vi: "Tuổi nghề, số hộ và tỷ lệ người làm nghề lấy từ “Dong Giao fine art woodwork” (Báo Hải Dương, bản tiếng Anh, 2022) và “Đông Giao, where wood comes to life” (Viet Nam News, 2025). Xưởng, mẫu chạm, giá và số lượng là mẫu.",
        en: "The age of the craft, households and share of carvers come from “Dong Giao fine art woodwork” (Báo Hải Dương, English edition, 2022) and “Đông Giao, where wood comes to life” (Viet Nam News, 2025). The workshop, the piece, prices and quantities are samples.",
      },
      vatClass: "reduced",
      stocks: [{ key: "small", unit: "piece", capacity: 14 }, { key: "large", unit: "piece", capacity: 6 }],
      variants: [
        { title: { vi: "Cỡ 25 × 25 cm", en: "25 × 25 cm" }, priceDong: 420_000, draws: [{ from: "small", units: 1 }], weightGrams: 1_400 },
        { title: { vi: "Cỡ 40 × 40 cm", en: "40 × 40 cm" }, priceDong: 890_000, draws: [{ from: "large", units: 1 }], weightGrams: 3_300 },
      ],
    }),
  },
  {
    key: "khay-go-dong-giao",
    shop: "xuong-cham-goc-da",
    draft: sold({
      title: { vi: "Khay trà gỗ Đông Giao", en: "Đông Giao wooden tea tray" },
      summary: {
        vi: "Khay trà chạm dây hoa của một xưởng mẫu ở làng Đông Giao, gỗ xoan hoặc gỗ mít.",
        en: "A tea tray carved with a trailing flower, by a sample workshop in Đông Giao village, in chinaberry or jackfruit wood.",
      },
      body: [
        {
          vi: "Nghề chạm khắc ở Đông Giao có trên 300 năm; năm 2022 làng có 1.030 hộ, khoảng nửa dân số theo nghề. Cũng năm ấy, một bài báo viết rằng đồ gỗ của làng vẫn đứng vững ở thị trường trong nước.",
          en: "Đông Giao has carved wood for over 300 years; in 2022 the village had 1,030 households, and about half its people followed the craft. A report of the same year says that its woodwork holds its ground in the home market.",
        },
        {
          vi: "Khay mẫu dài 38 cm, đáy phẳng, mép chạm một dây hoa. Gỗ mít vàng, gỗ xoan ngả hồng; mỗi loại tính số lượng riêng. Lau bằng khăn ẩm, đừng ngâm nước.",
          en: "The sample tray is 38 cm long and flat, with a trailing flower along the rim. Jackfruit wood is yellow, chinaberry has a touch of pink; each is counted separately. Wipe with a damp cloth and do not soak.",
        },
      ],
      facts: [
        {
          label: label.madeIn,
          value: {
            vi: "Làng Đông Giao, xã Cẩm Giàng, thành phố Hải Phòng (xưởng mẫu)",
            en: "Đông Giao village, Cẩm Giàng commune, Hải Phòng city (sample workshop)",
          },
        },
        { label: label.material, value: { vi: "Gỗ mít hoặc gỗ xoan", en: "Jackfruit or chinaberry wood" } },
        { label: label.size, value: { vi: "38 × 24 cm, cao 4 cm", en: "38 × 24 cm, 4 cm high" } },
        { label: label.use, value: { vi: "Lau khăn ẩm, tránh nắng và nước đọng", en: "Wipe with a damp cloth; keep from sun and standing water" } },
      ],
      pictures: [{ drawing: "carving", alt: { vi: "Hình vẽ tấm gỗ chạm hoa và chiếc đục bên cạnh", en: "Drawing of carved wood with a flower, a chisel beside it" } }],
      seasonMonths: allYear,
      category: "thu-cong",
      unitCode: "10903",
      provenance: {
        vi: "Tuổi nghề và thị trường lấy từ “Dong Giao fine art woodwork” (Báo Hải Dương, bản tiếng Anh, 2022) và “Các làng nghề truyền thống tại Hải Dương” (Làng nghề Việt). Khay, chất liệu, giá và số lượng là mẫu.",
        en: "The age of the craft and its market come from “Dong Giao fine art woodwork” (Báo Hải Dương, English edition, 2022) and “Các làng nghề truyền thống tại Hải Dương” (Làng nghề Việt). The tray, its wood, prices and quantities are samples.",
      },
      vatClass: "reduced",
      stocks: [{ key: "jackfruit", unit: "piece", capacity: 15 }, { key: "chinaberry", unit: "piece", capacity: 8 }],
      variants: [
        { title: { vi: "Gỗ mít", en: "Jackfruit wood" }, priceDong: 280_000, draws: [{ from: "jackfruit", units: 1 }], weightGrams: 1_300 },
        { title: { vi: "Gỗ xoan", en: "Chinaberry wood" }, priceDong: 300_000, draws: [{ from: "chinaberry", units: 1 }], weightGrams: 1_350 },
      ],
    }),
  },
  {
    key: "luoc-bi-vac",
    shop: "kho-hang-ben-do",
    draft: sold({
      title: { vi: "Lược bí làng Vạc", en: "Fine bamboo comb of Vạc village" },
      summary: {
        vi: "Lược tre hai hàng răng dày kiểu làng Vạc, bán ở cửa hàng mẫu tại phường Tân Hưng.",
        en: "A double-edged fine comb of bamboo as made in Vạc village, sold by a sample store in Tân Hưng ward.",
      },
      body: [
        {
          vi: "Làng Vạc, tên chữ Hoạch Trạch, làm lược bí: lược tre hai hàng răng rất dày. Tương truyền tiến sĩ Nhữ Đình Hiền và vợ là bà Lý Thị Hiệu học nghề khi đi sứ năm 1697 rồi dạy lại cho làng; đền thờ họ Nhữ được xếp hạng di tích quốc gia năm 1993.",
          en: "Vạc village, Hoạch Trạch by its formal name, makes the lược bí, a bamboo comb with very fine teeth on both edges. Tradition has it that Dr Nhữ Đình Hiền and his wife Lý Thị Hiệu learnt the craft on an embassy in 1697 and taught the village; the Nhữ shrine was listed as a national monument in 1993.",
        },
        {
          vi: "Lược mẫu dài 9 cm, chải tóc ướt hay chải gầu đều được, bỏ vừa túi. Cửa hàng mẫu bán từng chiếc hoặc hộp ba chiếc, cùng tính vào một số lược.",
          en: "The sample comb is 9 cm long, works on wet hair and fits a pocket. The sample store sells it singly or three to a box, from one stock.",
        },
      ],
      facts: [
        {
          label: label.madeIn,
          value: {
            vi: "Làng Vạc (Hoạch Trạch); vùng này nay chia về xã Đường An và xã Thượng Hồng",
            en: "Vạc village (Hoạch Trạch), an area now divided between Đường An commune and Thượng Hồng commune",
          },
        },
        { label: label.material, value: { vi: "Tre, dây gai", en: "Bamboo, ramie cord" } },
        { label: label.size, value: { vi: "Dài 9 cm, rộng 5 cm", en: "9 cm long, 5 cm wide" } },
        { label: label.packs, value: { vi: "Một chiếc hoặc hộp ba chiếc", en: "One comb or a box of three" } },
      ],
      pictures: [{ drawing: "comb", alt: { vi: "Hình vẽ chiếc lược bí hai hàng răng dày", en: "Drawing of a fine comb with teeth on both edges" } }],
      seasonMonths: allYear,
      category: "thu-cong",
      unitCode: "10537",
      provenance: {
        vi: "Tổ nghề, năm 1697 và năm xếp hạng lấy từ “Sự tích chiếc lược bí” (Vietnam.vn, 3/2025). Lược, kích thước, giá và số lượng là mẫu.",
        en: "The founders, the year 1697 and the listing come from “Sự tích chiếc lược bí” (Vietnam.vn, March 2025). The comb, its size, prices and quantities are samples.",
      },
      vatClass: "reduced",
      stocks: [{ key: "comb", unit: "piece", capacity: 60 }],
      variants: [
        { title: { vi: "Một chiếc", en: "One comb" }, priceDong: 60_000, draws: [{ from: "comb", units: 1 }], weightGrams: 80 },
        { title: { vi: "Hộp ba chiếc", en: "Box of three" }, priceDong: 170_000, draws: [{ from: "comb", units: 3 }], weightGrams: 240 },
      ],
    }),
  },
  {
    key: "chieu-coi-tien-kieu",
    shop: "nha-ben-trieu",
    draft: sold({
      title: { vi: "Chiếu cói Tiên Kiều", en: "Tiên Kiều sedge mats" },
      summary: {
        vi: "Chiếu cói dệt tay kiểu Tiên Kiều của một hộ mẫu ở xã Hà Đông, khổ 140 cm hoặc 160 cm.",
        en: "Hand-woven sedge mats in the Tiên Kiều manner, from a sample household in Hà Đông commune, 140 or 160 cm wide.",
      },
      body: [
        {
          vi: "Tiên Kiều, nay thuộc xã Hà Đông, dệt chiếu bằng cói cơm mọc ở bãi triều, cắt hai vụ: tháng 5–6 và tháng 10–11. Chiếu tốt dùng được trên mười năm.",
          en: "Tiên Kiều, now in Hà Đông commune, weaves mats of the sedge that grows on the tidal flats, cut twice a year: in May and June, and in October and November. A good mat lasts over ten years.",
        },
        {
          vi: "Hộ mẫu dệt tay hai khổ, trơn có đường viền và một bông hoa giữa. Chiếu cuộn lại gửi đi, mở ra phơi trong bóng râm nửa ngày cho phẳng; mỗi khổ tính số lượng riêng.",
          en: "The sample household weaves two widths, plain with a border and one flower in the middle. Mats travel rolled; lay them out in the shade for half a day to flatten. Each width is counted separately.",
        },
      ],
      facts: [
        { label: label.madeIn, value: { vi: "Xã Hà Đông, thành phố Hải Phòng (hộ của gian hàng mẫu)", en: "Hà Đông commune, Hải Phòng city (the sample shop's household)" } },
        { label: label.material, value: { vi: "Cói bãi triều, sợi đay", en: "Tidal sedge, jute yarn" } },
        { label: label.harvest, value: { vi: "Cói cắt tháng 5–6 và tháng 10–11, chiếu bán quanh năm", en: "Sedge cut in May–June and October–November, mats sold all year" } },
        { label: label.size, value: { vi: "1,4 × 2 m hoặc 1,6 × 2 m", en: "1.4 × 2 m or 1.6 × 2 m" } },
        { label: label.use, value: { vi: "Lau khăn ẩm, phơi trong bóng râm", en: "Wipe with a damp cloth, dry in the shade" } },
      ],
      pictures: [{ drawing: "mat", alt: { vi: "Hình vẽ tấm chiếu cói đang mở ra từ cuộn", en: "Drawing of a sedge mat unrolling" } }],
      seasonMonths: allYear,
      category: "thu-cong",
      unitCode: "10882",
      provenance: {
        vi: "Vật liệu, mùa cắt và tuổi chiếu lấy từ “Làng nghề dệt chiếu Tiên Kiều” và “Chiếu Tiên Kiều - Hà Đông” (Sở Khoa học và Công nghệ). Hộ dệt, khổ chiếu, giá và số lượng là mẫu.",
        en: "The material, cutting seasons and the life of a mat come from “Làng nghề dệt chiếu Tiên Kiều” and “Chiếu Tiên Kiều - Hà Đông” (the provincial science department). The household, widths, prices and quantities are samples.",
      },
      vatClass: "reduced",
      stocks: [{ key: "narrow", unit: "piece", capacity: 10 }, { key: "wide", unit: "piece", capacity: 6 }],
      variants: [
        { title: { vi: "Khổ 1,4 m", en: "1.4 m wide" }, priceDong: 380_000, draws: [{ from: "narrow", units: 1 }], weightGrams: 2_600 },
        { title: { vi: "Khổ 1,6 m", en: "1.6 m wide" }, priceDong: 450_000, draws: [{ from: "wide", units: 1 }], weightGrams: 3_100 },
      ],
    }),
  },
  {
    key: "huong-quoc-tuan",
    shop: "kho-hang-ben-do",
    draft: sold({
      title: { vi: "Hương thảo mộc Quốc Tuấn", en: "Quốc Tuấn herbal incense" },
      summary: {
        vi: "Hương que thảo mộc của làng nghề Quốc Tuấn, cửa hàng mẫu bán bó 50 nén và hộp 200 nén.",
        en: "Herbal incense sticks of the Quốc Tuấn craft village, in a bundle of 50 or a box of 200 from a sample store.",
      },
      body: [
        {
          vi: "Ba thôn ở vùng Quốc Tuấn, nay thuộc xã Trần Phú, được công nhận làng nghề từ năm 2006 và có khoảng 100 hộ làm hương (báo năm 2018). Hương lăn bằng bột thảo mộc, bán đều cả năm và mạnh từ tháng 10 âm lịch đến Tết.",
          en: "Three hamlets around Quốc Tuấn, now in Trần Phú commune, have been recognised as craft villages since 2006, with about 100 households making incense (a report of 2018). The sticks are rolled in herb powder and sell all year, with the strongest demand from the tenth lunar month to Tết.",
        },
        {
          vi: "Cửa hàng mẫu bán hương thẻ dài 38 cm, tăm tre không nhuộm phẩm. Đốt nơi thoáng, đặt xa rèm và giấy; bó 50 nén và hộp 200 nén cùng lấy từ một số nén.",
          en: "The sample store sells 38 cm sticks on undyed bamboo. Burn them in an airy room, away from curtains and paper; bundles of 50 and boxes of 200 come from one stock of sticks.",
        },
      ],
      facts: [
        {
          label: label.madeIn,
          value: {
            vi: "Vùng Quốc Tuấn, nay thuộc xã Trần Phú (hàng mẫu do cửa hàng mẫu gom)",
            en: "The Quốc Tuấn area, now in Trần Phú commune (collected by the sample store)",
          },
        },
        { label: label.material, value: { vi: "Bột thảo mộc, tăm tre", en: "Herb powder, bamboo" } },
        { label: label.size, value: { vi: "Dài 38 cm, cháy khoảng 45 phút", en: "38 cm long, burns about 45 minutes" } },
        { label: label.packs, value: { vi: "Bó 50 nén hoặc hộp 200 nén", en: "Bundle of 50 or box of 200" } },
        { label: label.use, value: { vi: "Đốt nơi thoáng, xa vật dễ cháy, ngoài tầm tay trẻ em", en: "Burn in an airy place, away from what catches fire and from children" } },
      ],
      pictures: [{ drawing: "incense", alt: { vi: "Hình vẽ bát hương cắm mấy nén hương đang bốc khói", en: "Drawing of a bowl with smoking incense sticks" } }],
      seasonMonths: allYear,
      category: "thu-cong",
      unitCode: "10537",
      provenance: {
        vi: "Làng nghề, năm 2006, số hộ và mùa bán lấy từ “Làng nghề sản xuất hương Quốc Tuấn” (Báo Tin tức, 2018) và “Làng hương sạch Quốc Tuấn” (Làng nghề Việt). Hương, kích thước, giá và số lượng là mẫu.",
        en: "The villages, the year 2006, households and selling season come from “Làng nghề sản xuất hương Quốc Tuấn” (Báo Tin tức, 2018) and “Làng hương sạch Quốc Tuấn” (Làng nghề Việt). The incense, its size, prices and quantities are samples.",
      },
      vatClass: "reduced",
      stocks: [{ key: "stick", unit: "piece", capacity: 10_000 }],
      variants: [
        { title: { vi: "Bó 50 nén", en: "Bundle of 50" }, priceDong: 45_000, draws: [{ from: "stick", units: 50 }], weightGrams: 250 },
        { title: { vi: "Hộp 200 nén", en: "Box of 200" }, priceDong: 160_000, draws: [{ from: "stick", units: 200 }], weightGrams: 950 },
      ],
    }),
  },
  {
    key: "tranh-moc-ban",
    shop: "kho-hang-ben-do",
    draft: sold({
      title: { vi: "Tranh in mộc bản Thanh Liễu", en: "Thanh Liễu woodblock print" },
      summary: {
        vi: "Bản in tay từ ván gỗ trên giấy dó, hình gà, khổ 20 × 28 cm, bán ở cửa hàng mẫu tại phường Tân Hưng.",
        en: "A rooster printed by hand from a woodblock on dó paper, 20 × 28 cm, sold by a sample store in Tân Hưng ward.",
      },
      body: [
        {
          vi: "Thanh Liễu, nay thuộc phường Tân Hưng, khắc ván in hơn 500 năm; tổ nghề là Thám hoa Lương Như Hộc (1420–1501). Bộ Đại Việt sử ký toàn thư in năm 1697 do thợ vùng này khắc; theo bài viết tháng 10 năm 2025, làng còn bốn hộ giữ nghề.",
          en: "Thanh Liễu, now in Tân Hưng ward, has cut printing blocks for more than 500 years; its patron is the laureate Lương Như Hộc (1420–1501). Carvers from here cut the Đại Việt sử ký toàn thư, the chronicle printed in 1697; an article of October 2025 counts four households still at the craft.",
        },
        {
          vi: "Tranh mẫu khắc trên một tấm ván, in mực đen rồi điểm son bằng tay, nên tờ đậm tờ nhạt. Bán tờ rời hoặc tờ có khung gỗ, mỗi loại tính riêng; giấy dó ưa khô, đừng ép ni-lông.",
          en: "The sample print is cut on one block, printed in black and touched with red by hand, so that each sheet differs. It comes loose or framed, counted separately; dó paper likes to be dry and should not be laminated.",
        },
      ],
      facts: [
        {
          label: label.madeIn,
          value: {
            vi: "Phường Tân Hưng, thành phố Hải Phòng (hàng mẫu do cửa hàng mẫu gom)",
            en: "Tân Hưng ward, Hải Phòng city (collected by the sample store)",
          },
        },
        { label: label.material, value: { vi: "Giấy dó, mực đen, son", en: "Dó paper, black ink, vermilion" } },
        { label: label.making, value: { vi: "Khắc ván, in tay, điểm màu bằng bút", en: "Cut in wood, printed by hand, coloured with a brush" } },
        { label: label.size, value: { vi: "20 × 28 cm", en: "20 × 28 cm" } },
        { label: label.posting, value: { vi: "Tờ rời gửi trong ống; tờ có khung lót xốp", en: "Loose sheets in a tube; framed ones in foam" } },
      ],
      pictures: [{ drawing: "woodblock", alt: { vi: "Hình vẽ tờ tranh in hình gà và tấm ván khắc", en: "Drawing of a rooster print and its carved block" } }],
      seasonMonths: allYear,
      category: "thu-cong",
      unitCode: "10537",
      provenance: {
        vi: "Tuổi nghề, tổ nghề, bộ sử năm 1697 và số hộ lấy từ “Nghề mộc bản Thanh Liễu” (10/2025) và “Lương Như Hộc, tổ nghề khắc ván in” (Báo xuân 2025, Sở Văn hóa, Thể thao và Du lịch). Tranh, khổ giấy, giá và số lượng là mẫu.",
        en: "The age of the craft, its patron, the chronicle of 1697 and the households come from “Nghề mộc bản Thanh Liễu” (October 2025) and “Lương Như Hộc, tổ nghề khắc ván in” (spring 2025 issue, provincial culture department). The print, its size, prices and quantities are samples.",
      },
      vatClass: "reduced",
      stocks: [{ key: "loose", unit: "piece", capacity: 40 }, { key: "framed", unit: "piece", capacity: 12 }],
      variants: [
        { title: { vi: "Tờ rời", en: "Loose sheet" }, priceDong: 120_000, draws: [{ from: "loose", units: 1 }], weightGrams: 150 },
        { title: { vi: "Có khung gỗ", en: "In a wooden frame" }, priceDong: 290_000, draws: [{ from: "framed", units: 1 }], weightGrams: 1_100 },
      ],
    }),
  },
  {
    key: "con-roi-nuoc",
    shop: "roi-nuoc-san-dinh",
    draft: sold({
      title: { vi: "Con rối gỗ chú Tễu", en: "Chú Tễu wooden puppet" },
      summary: {
        vi: "Con rối nhỏ tạc gỗ, sơn tay, cao 18 cm, của một phường rối mẫu ở xã Khúc Thừa Dụ.",
        en: "A small carved and hand-painted puppet, 18 cm high, from a sample troupe in Khúc Thừa Dụ commune.",
      },
      body: [
        {
          vi: "Phường rối nước ở làng Bồ Dương, nay thuộc xã Khúc Thừa Dụ, diễn trên thủy đình mỗi buổi 35–40 phút; nghệ nhân tự tạc lấy con rối gỗ và bày ở nhà trưng bày của phường. Riêng tháng 11 năm 2025, nơi đây đón 40 đoàn với hơn 600 khách.",
          en: "The water-puppet troupe of Bồ Dương village, now in Khúc Thừa Dụ commune, plays on its water stage for 35–40 minutes at a time; its artisans carve their own wooden puppets and show them in the troupe's room. In November 2025 alone, 40 groups and over 600 visitors came.",
        },
        {
          vi: "Chưa có nguồn nào cho biết phường ở đây bán con rối, nên món này do chợ gợi ý và chỉ là mẫu. Con rối bày kệ, không thả nước; bán một con hoặc cặp đôi, cùng tính vào một số con.",
          en: "We have found no source for puppets on sale there, so this piece is the market's own suggestion and only a sample. It is for the shelf rather than the water, sold singly or as a couple from one stock.",
        },
      ],
      facts: [
        { label: label.madeIn, value: { vi: "Xã Khúc Thừa Dụ, thành phố Hải Phòng (phường rối mẫu)", en: "Khúc Thừa Dụ commune, Hải Phòng city (sample troupe)" } },
        { label: label.material, value: { vi: "Gỗ nhẹ, sơn màu", en: "Light wood, paint" } },
        { label: label.size, value: { vi: "Cao 18 cm", en: "18 cm high" } },
        { label: label.packs, value: { vi: "Một con hoặc một cặp", en: "One puppet or a couple" } },
        { label: label.use, value: { vi: "Để bày; không phải đồ chơi cho trẻ dưới 3 tuổi", en: "For display; not a toy for children under 3" } },
      ],
      pictures: [{ drawing: "puppet", alt: { vi: "Hình vẽ con rối chú Tễu cười, giơ hai tay trên mặt nước", en: "Drawing of the puppet Chú Tễu laughing with raised arms above the water" } }],
      seasonMonths: allYear,
      category: "thu-cong",
      unitCode: "11224",
      provenance: {
        vi: "Việc tạc và bày con rối lấy từ “Khách nước ngoài xem rối nước Hồng Phong tăng 30%” (Báo Hải Dương, 2018); buổi diễn và số khách từ tin của báo chí về phường rối ở Bồ Dương (2024, 2025). Con rối, kích thước, giá và số lượng là mẫu.",
        en: "The carving and showing of puppets come from “Khách nước ngoài xem rối nước Hồng Phong tăng 30%” (Báo Hải Dương, 2018); the show and visitor numbers from press reports on the Hồng Phong troupe (2024, 2025). The puppet, its size, prices and quantities are samples.",
      },
      vatClass: "reduced",
      stocks: [{ key: "puppet", unit: "piece", capacity: 24 }],
      variants: [
        { title: { vi: "Một con", en: "One puppet" }, priceDong: 190_000, draws: [{ from: "puppet", units: 1 }], weightGrams: 450 },
        { title: { vi: "Một cặp", en: "A couple" }, priceDong: 370_000, draws: [{ from: "puppet", units: 2 }], weightGrams: 880 },
      ],
    }),
  },
  {
    key: "coi-da-kinh-chu",
    shop: "gac-bep-an-phu",
    draft: sold({
      title: { vi: "Cối đá Kính Chủ", en: "Kính Chủ stone mortar" },
      summary: {
        vi: "Cối đá nhỏ kèm chày của vùng Kính Chủ, đường kính 14 cm, bán ở hợp tác xã mẫu tại phường Trần Liễu.",
        en: "A small stone mortar and pestle from the Kính Chủ area, 14 cm across, sold by a sample cooperative in Trần Liễu ward.",
      },
      body: [
        {
          vi: "Nghề đá ở làng Dương Nham, nay thuộc phường Phạm Sư Mạnh, có từ thời Trần hoặc sớm hơn. Thợ của làng khắc hầu hết những tấm bia trong động Kính Chủ; bia ma nhai ở động đã được công nhận bảo vật quốc gia.",
          en: "Stone has been worked in Dương Nham village, now in Phạm Sư Mạnh ward, at least since the Trần. Its masons cut most of the inscriptions in Kính Chủ cave, and the rock-face steles there are a national treasure.",
        },
        {
          vi: "Cối mẫu đục từ một khối đá, lòng để nhám cho dễ giã. Lần đầu dùng, giã một nắm gạo với nước rồi rửa sạch bột đá; cối nặng, đặt trên khăn ẩm để khỏi trượt.",
          en: "The sample mortar is cut from one block, its hollow left rough for pounding. Before first use pound a handful of rice with water and rinse away the stone dust; it is heavy, so set it on a damp cloth.",
        },
      ],
      facts: [
        {
          label: label.madeIn,
          value: {
            vi: "Vùng Kính Chủ, phường Phạm Sư Mạnh, thành phố Hải Phòng (hàng mẫu)",
            en: "The Kính Chủ area, Phạm Sư Mạnh ward, Hải Phòng city (sample)",
          },
        },
        { label: label.material, value: { vi: "Đá xanh nguyên khối", en: "Solid grey stone" } },
        { label: label.size, value: { vi: "Đường kính 14 cm, cao 11 cm, nặng khoảng 3,2 kg", en: "14 cm across, 11 cm high, about 3.2 kg" } },
        { label: label.packs, value: { vi: "Một cối và một chày", en: "One mortar and pestle" } },
        { label: label.posting, value: { vi: "Hàng nặng; đóng thùng gỗ mỏng", en: "Heavy; sent in a light wooden crate" } },
      ],
      pictures: [{ drawing: "mortar", alt: { vi: "Hình vẽ chiếc cối đá có chày và mấy quả ớt", en: "Drawing of a stone mortar with its pestle and some chillies" } }],
      seasonMonths: allYear,
      category: "thu-cong",
      unitCode: "10726",
      provenance: {
        vi: "Tuổi nghề và bia động Kính Chủ lấy từ “Bia ma nhai động Kính Chủ - bảo vật quốc gia” (Sở Khoa học và Công nghệ). Cối, kích thước, giá và số lượng là mẫu.",
        en: "The age of the craft and the steles come from “Bia ma nhai động Kính Chủ - bảo vật quốc gia” (the provincial science department). The mortar, its size, prices and quantities are samples.",
      },
      vatClass: "reduced",
      stocks: [{ key: "mortar", unit: "piece", capacity: 12 }],
      variants: [
        { title: { vi: "Cối và chày", en: "Mortar and pestle" }, priceDong: 240_000, draws: [{ from: "mortar", units: 1 }], weightGrams: 3_700 },
      ],
    }),
  },
  {
    key: "dep-da-hoang-dieu",
    shop: "kho-hang-ben-do",
    draft: sold({
      title: { vi: "Dép da Hoàng Diệu", en: "Hoàng Diệu leather slippers" },
      summary: {
        vi: "Dép da đi trong nhà và đi phố, cỡ 38 đến 42, của làng nghề Hoàng Diệu, bán ở cửa hàng mẫu.",
        en: "Leather slippers for house and street, sizes 38 to 42, of the Hoàng Diệu craft villages, from a sample store.",
      },
      body: [
        {
          vi: "Bốn làng Phong Lâm, Văn Lâm, Trúc Lâm và Nghĩa Hy ở vùng Hoàng Diệu, nay thuộc xã Gia Phúc, là quê tổ nghề giày da, nghề đã hơn 500 năm. Bây giờ làng làm giày dép phổ thông; năm 2020 giá tại xưởng từ vài chục nghìn đến hơn 100.000 đồng một đôi.",
          en: "The four villages of Phong Lâm, Văn Lâm, Trúc Lâm and Nghĩa Hy in the Hoàng Diệu area, now in Gia Phúc commune, are the home of the patrons of shoe-making, a craft over 500 years old. Today they make everyday footwear; in 2020 a pair cost from a few tens of thousands to over 100,000 đồng at the workshop.",
        },
        {
          vi: "Đôi dép mẫu hai quai bản rộng, đế cao su may viền. Chọn theo cỡ chân đang đi; mỗi cỡ tính số lượng riêng, và da mới hơi chật sẽ giãn ra sau vài ngày.",
          en: "The sample pair has two broad straps and a stitched rubber sole. Choose the size you usually wear; sizes are counted separately, and new leather that feels tight gives after a few days.",
        },
      ],
      facts: [
        {
          label: label.madeIn,
          value: {
            vi: "Vùng Hoàng Diệu, nay thuộc xã Gia Phúc (hàng mẫu do cửa hàng mẫu gom)",
            en: "The Hoàng Diệu area, now in Gia Phúc commune (collected by the sample store)",
          },
        },
        { label: label.material, value: { vi: "Da bò, đế cao su", en: "Cowhide, rubber sole" } },
        { label: label.size, value: { vi: "Cỡ 38, 40 và 42", en: "Sizes 38, 40 and 42" } },
        { label: label.use, value: { vi: "Lau khăn ẩm, phơi nơi thoáng, tránh nắng gắt", en: "Wipe with a damp cloth, dry in the shade" } },
      ],
      pictures: [{ drawing: "sandal", alt: { vi: "Hình vẽ đôi dép da hai quai", en: "Drawing of a pair of leather slippers with two straps" } }],
      seasonMonths: allYear,
      category: "thu-cong",
      unitCode: "10537",
      provenance: {
        vi: "Các làng, tuổi nghề và giá năm 2020 lấy từ “Làng nghề giày da Hoàng Diệu 500 tuổi” (VTV, 2024) và “Nghề làm giày da ở Hoàng Diệu” (Báo Hải Dương, 9/2020). Đôi dép, giá và số lượng là mẫu.",
        en: "The villages, the age of the craft and the prices of 2020 come from “Làng nghề giày da Hoàng Diệu 500 tuổi” (VTV, 2024) and “Nghề làm giày da ở Hoàng Diệu” (Báo Hải Dương, September 2020). The slippers, prices and quantities are samples.",
      },
      vatClass: "reduced",
      stocks: [{ key: "size-38", unit: "piece", capacity: 8 }, { key: "size-40", unit: "piece", capacity: 8 }, { key: "size-42", unit: "piece", capacity: 8 }],
      variants: [
        { title: { vi: "Cỡ 38", en: "Size 38" }, priceDong: 110_000, draws: [{ from: "size-38", units: 1 }], weightGrams: 600 },
        { title: { vi: "Cỡ 40", en: "Size 40" }, priceDong: 110_000, draws: [{ from: "size-40", units: 1 }], weightGrams: 650 },
        { title: { vi: "Cỡ 42", en: "Size 42" }, priceDong: 110_000, draws: [{ from: "size-42", units: 1 }], weightGrams: 700 },
      ],
    }),
  },
];
