import { allYear, label, sold, type SampleListing } from "../sample.ts";

/** Cakes, crackers and sweets. */
export const cakes: readonly SampleListing[] = [
  {
    key: "banh-dau-xanh",
    shop: "bep-bo-gieng",
    draft: {
      kind: "goods",
      title: { vi: "Bánh đậu xanh Hải Dương", en: "Hải Dương mung bean cake" },
      summary: {
        vi: "Bánh đậu xanh mềm, ngọt, để dùng với trà; bếp mẫu ở xã Ninh Giang đóng hộp 250 g.",
        en: "Soft, sweet mung bean cake to have with tea, boxed in 250 g by a sample kitchen in Ninh Giang commune.",
      },
      body: [
        {
          vi: "Bánh làm từ đậu xanh, đường, mỡ hoặc dầu, thêm tinh dầu hoa bưởi; miếng bánh mềm và ngọt, hợp với chén trà. Ở Hải Dương có hiệu bánh bắt đầu bán từ năm 1922; còn chuyện vua Bảo Đại khen bánh thì chỉ là giai thoại.",
          en: "The cake is made of mung beans, sugar, lard or oil, and pomelo-flower essence; it is soft and sweet, and goes with a cup of tea. One maker in Hải Dương began selling it in 1922; the story that Emperor Bảo Đại praised it is a legend.",
        },
        {
          vi: "Bánh ở đây là của một bếp mẫu, không mang nhãn của hiệu nào. Bếp làm bánh bằng dầu thực vật thay cho mỡ và đóng hộp 250 g; mua một hộp hay bộ bốn hộp đều lấy từ cùng một số hộp có sẵn.",
          en: "The cakes shown here belong to a sample kitchen and carry no maker's label. The kitchen uses vegetable oil instead of lard and packs 250 g boxes; a single box and a set of four are taken from the same stock of boxes.",
        },
      ],
      facts: [
        {
          label: label.madeIn,
          value: { vi: "Xã Ninh Giang, thành phố Hải Phòng (bếp của gian hàng mẫu)", en: "Ninh Giang commune, Hải Phòng city (the sample shop's kitchen)" },
        },
        {
          label: label.recipe,
          value: { vi: "Đậu xanh, đường, dầu thực vật, tinh dầu hoa bưởi", en: "Mung beans, sugar, vegetable oil, pomelo-flower essence" },
        },
        { label: label.packs, value: { vi: "Hộp 250 g, bán lẻ hoặc theo bộ bốn hộp", en: "250 g box, singly or in a set of four" } },
      ],
      pictures: [
        {
          drawing: "mung-bean-cake",
          alt: { vi: "Hình vẽ mấy miếng bánh đậu xanh vuông bên chén trà", en: "Drawing of small square mung bean cakes beside a cup of tea" },
        },
      ],
      seasonMonths: allYear,
      category: "banh-keo",
      unitCode: "11203",
      provenance: {
        vi: "Nguyên liệu, năm 1922 và giai thoại lấy từ “Banh dau xanh, gift from the Eastern land” (Báo Hải Dương, bản tiếng Anh, 2022), “Bánh đậu xanh Hải Dương” (ASEAN Traveller, 2011) và “Hai Duong mung bean cake: how it is made”. Bếp, công thức, giá và số lượng là mẫu.",
        en: "The ingredients, the year 1922 and the legend come from “Banh dau xanh, gift from the Eastern land” (Báo Hải Dương, English edition, 2022), “Bánh đậu xanh Hải Dương” (ASEAN Traveller, 2011) and “Hai Duong mung bean cake: how it is made”. The kitchen, recipe, prices and quantities are samples.",
      },
      isSample: true,
      vatClass: "reduced",
      taxActivity: "goods",
      stocks: [{ key: "box", unit: "piece", capacity: 80 }],
      variants: [
        { title: { vi: "Một hộp 250 g", en: "One 250 g box" }, priceDong: 60_000, draws: [{ from: "box", units: 1 }], weightGrams: 320 },
        { title: { vi: "Bộ bốn hộp 250 g", en: "Set of four 250 g boxes" }, priceDong: 225_000, draws: [{ from: "box", units: 4 }], weightGrams: 1_250 },
      ],
    },
  },
  {
    key: "banh-gai",
    shop: "bep-bo-gieng",
    draft: {
      kind: "goods",
      title: { vi: "Bánh gai Ninh Giang", en: "Ninh Giang ramie-leaf cakes" },
      summary: {
        vi: "Bánh nếp lá gai gói lá chuối khô, bếp mẫu ở xã Ninh Giang bán theo chục.",
        en: "Glutinous-rice cakes dark with ramie leaf, wrapped in dried banana leaf and sold in tens by a sample kitchen in Ninh Giang commune.",
      },
      body: [
        {
          vi: "Vỏ bánh là gạo nếp với lá gai nên đen bóng; nhân có đậu xanh, dừa, mứt bí, hạt sen và vừng. Bên ngoài là lá chuối khô, bóc lớp lá ra mới thấy màu đen của vỏ bánh.",
          en: "The shell is glutinous rice with ramie leaf, which turns it a glossy black; inside are mung bean, coconut, candied winter melon, lotus seed and sesame. The wrapping is dried banana leaf: peel it away and the black of the cake appears.",
        },
        {
          vi: "Bếp mẫu bán gói 10 chiếc và gói 20 chiếc, cùng tính từ một số bánh đếm từng chiếc. Ai muốn tự tay gói thử thì cùng gian hàng này có buổi gói bánh gai, đặt chỗ trong cùng một giỏ.",
          en: "The sample kitchen sells packs of 10 and of 20, counted from one stock of single cakes. If you would like to wrap some yourself, the same shop holds a cake-wrapping session that can be booked in the same basket.",
        },
      ],
      facts: [
        {
          label: label.madeIn,
          value: { vi: "Xã Ninh Giang, thành phố Hải Phòng (bếp của gian hàng mẫu)", en: "Ninh Giang commune, Hải Phòng city (the sample shop's kitchen)" },
        },
        {
          label: label.recipe,
          value: { vi: "Gạo nếp, lá gai, đậu xanh, dừa, mứt bí, hạt sen, vừng, đường", en: "Glutinous rice, ramie leaf, mung beans, coconut, candied winter melon, lotus seeds, sesame, sugar" },
        },
        {
          label: label.keeping,
          value: {
            vi: "Để thường 4–5 ngày, ngăn mát 7–8 ngày rồi hấp lại khoảng 15 phút (theo một bài viết cá nhân, nhà làm bánh chưa xác nhận)",
            en: "4–5 days at room temperature, 7–8 days in the fridge, then steam for about 15 minutes (from one personal post, not confirmed by a maker)",
          },
        },
        { label: label.packs, value: { vi: "Gói 10 chiếc hoặc 20 chiếc", en: "Pack of 10 or 20" } },
      ],
      pictures: [
        { drawing: "gai-cake", alt: { vi: "Hình vẽ chiếc bánh gai đen bóc dở lớp lá chuối khô", en: "Drawing of a black ramie-leaf cake half unwrapped from its dried banana leaf" } },
      ],
      seasonMonths: allYear,
      category: "banh-keo",
      unitCode: "11203",
      shelfLifeHours: 96,
      provenance: {
        vi: "Vỏ, nhân và cách gói lấy từ “Ninh Giang ramie cake” (Báo Hải Dương, bản tiếng Anh) và “Bánh gai Ninh Giang” (VOV2, 2020); thời gian để bánh từ “Banh Gai Ninh Giang”, một bài viết cá nhân. Bếp, công thức, giá và số lượng là mẫu.",
        en: "Shell, filling and wrapping come from “Ninh Giang ramie cake” (Báo Hải Dương, English edition) and “Bánh gai Ninh Giang” (VOV2, 2020); keeping times from “Banh Gai Ninh Giang”, a personal blog post. The kitchen, recipe, prices and quantities are samples.",
      },
      isSample: true,
      vatClass: "reduced",
      taxActivity: "goods",
      stocks: [{ key: "cake", unit: "piece", capacity: 400 }],
      variants: [
        { title: { vi: "Gói 10 chiếc", en: "Pack of 10" }, priceDong: 90_000, draws: [{ from: "cake", units: 10 }], weightGrams: 1_100 },
        { title: { vi: "Gói 20 chiếc", en: "Pack of 20" }, priceDong: 170_000, draws: [{ from: "cake", units: 20 }], weightGrams: 2_150 },
      ],
    },
  },
  {
    key: "banh-gac",
    shop: "bep-bo-gieng",
    draft: sold({
      title: { vi: "Bánh gấc Ninh Giang", en: "Ninh Giang gấc cakes" },
      summary: {
        vi: "Bánh nếp nhuộm gấc nhân đậu xanh, bếp mẫu ở xã Ninh Giang bán theo chục.",
        en: "Sticky-rice cakes coloured with gấc fruit round a mung bean filling, sold in tens by a sample kitchen in Ninh Giang commune.",
      },
      body: [
        {
          vi: "Bánh gấc đi đôi với bánh gai ở Ninh Giang: cùng là nếp, nhưng vỏ nhuộm gấc nên đỏ cam thay vì đen. Một bài viết năm 2014 ghi ở thị trấn Ninh Giang cũ có gần 100 cơ sở làm hai thứ bánh này; bánh làm quanh năm, đông khách dịp Tết và hội xuân.",
          en: "In Ninh Giang the gấc cake goes with the ramie-leaf cake: both are sticky rice, but gấc fruit turns this shell orange-red instead of black. A text of 2014 counted nearly 100 makers of the two in the former township; they work all year, and are busiest at Tết and the spring festivals.",
        },
        {
          vi: "Bếp mẫu hấp bánh buổi sáng và gửi đi trong ngày. Nếp để lâu sẽ cứng lại: hấp năm bảy phút là bánh mềm trở lại; gói 10 chiếc và gói 20 chiếc cùng tính từ một số bánh.",
          en: "The sample kitchen steams in the morning and sends the same day. Sticky rice hardens as it stands: five to seven minutes of steam make it soft again. Packs of 10 and of 20 are counted from one stock of cakes.",
        },
      ],
      facts: [
        {
          label: label.madeIn,
          value: {
            vi: "Xã Ninh Giang, thành phố Hải Phòng (bếp của gian hàng mẫu)",
            en: "Ninh Giang commune, Hải Phòng city (the sample shop's kitchen)",
          },
        },
        { label: label.recipe, value: { vi: "Gạo nếp, gấc, đậu xanh, dừa, đường, vừng", en: "Glutinous rice, gấc fruit, mung beans, coconut, sugar, sesame" } },
        { label: label.packs, value: { vi: "Gói 10 chiếc hoặc 20 chiếc", en: "Pack of 10 or 20" } },
        { label: label.sampleKeeping, value: { vi: "Nơi mát 3 ngày, ngăn mát 5 ngày rồi hấp lại", en: "3 days in a cool place, 5 in the fridge; steam before eating" } },
      ],
      pictures: [{ drawing: "gac-cake", alt: { vi: "Hình vẽ ba chiếc bánh gấc đỏ rắc vừng trên lá, phía sau là quả gấc", en: "Drawing of three red gấc cakes with sesame on a leaf, a gấc fruit behind" } }],
      seasonMonths: allYear,
      category: "banh-keo",
      unitCode: "11203",
      shelfLifeHours: 72,
      provenance: {
        vi: "Cách làm, mùa đông khách và số cơ sở lấy từ “Bánh gấc Ninh Giang” (blog của một cửa hàng, 2014). Bếp, công thức, lời dặn, giá và số lượng là mẫu.",
        en: "The making, the busy seasons and the number of makers come from “Bánh gấc Ninh Giang” (a shop's blog, 2014). The kitchen, recipe, advice, prices and quantities are samples.",
      },
      vatClass: "reduced",
      stocks: [{ key: "cake", unit: "piece", capacity: 300 }],
      variants: [
        { title: { vi: "Gói 10 chiếc", en: "Pack of 10" }, priceDong: 85_000, draws: [{ from: "cake", units: 10 }], weightGrams: 1_000 },
        { title: { vi: "Gói 20 chiếc", en: "Pack of 20" }, priceDong: 160_000, draws: [{ from: "cake", units: 20 }], weightGrams: 1_950 },
      ],
    }),
  },
  {
    key: "banh-da-ke-sat",
    shop: "lo-banh-nia-phoi",
    draft: sold({
      title: { vi: "Bánh đa Kẻ Sặt", en: "Kẻ Sặt sweet rice crackers" },
      summary: {
        vi: "Bánh đa ngọt vừng lạc, dừa, gừng của một lò mẫu ở xã Kẻ Sặt, bán theo gói năm chiếc.",
        en: "Sweet rice crackers with sesame, peanut, coconut and ginger from a sample house in Kẻ Sặt commune, in packs of five.",
      },
      body: [
        {
          vi: "Bánh đa Kẻ Sặt tráng bằng gạo pha đường, rắc vừng, lạc, dừa, gừng; có loại thêm gấc cho đỏ. Bánh phơi nắng cho khô rồi mới nướng trên than, nên ngọt và giòn chứ không mặn như bánh đa nem; theo báo năm 2017, cả vùng chỉ còn sáu hộ giữ nghề.",
          en: "Kẻ Sặt crackers are spread from rice batter with sugar, then strewn with sesame, peanut, coconut and ginger; some take gấc for colour. They are dried in the sun and only then grilled over charcoal, so they come out sweet and crisp, unlike savoury rice paper; a report of 2017 found six households still making them.",
        },
        {
          vi: "Lò mẫu bán bánh đã nướng, đóng túi kín năm chiếc, mỗi chiếc rộng chừng 30 cm. Bánh giòn nên dễ vỡ khi gửi xa: lò lót bìa hai mặt, còn vụn bánh thì rắc lên chè hay sữa chua đều được.",
          en: "The sample house sells grilled crackers in sealed bags of five, each about 30 cm across. Crisp means fragile on a long way: they travel between boards, and crumbs are good over sweet soup or yoghurt.",
        },
      ],
      facts: [
        { label: label.madeIn, value: { vi: "Xã Kẻ Sặt, thành phố Hải Phòng (lò của gian hàng mẫu)", en: "Kẻ Sặt commune, Hải Phòng city (the sample shop's house)" } },
        {
          label: label.recipe,
          value: {
            vi: "Gạo tẻ, đường, vừng, lạc, dừa, gừng; loại gấc có thêm gấc",
            en: "Rice, sugar, sesame, peanut, coconut, ginger; the red kind with gấc",
          },
        },
        { label: label.making, value: { vi: "Tráng, phơi nắng, nướng than", en: "Spread, sun-dried, grilled over charcoal" } },
        { label: label.packs, value: { vi: "Gói 5 chiếc, lẻ hoặc bộ ba gói", en: "Pack of 5, singly or three packs" } },
        { label: label.sampleKeeping, value: { vi: "Buộc kín túi sau khi mở, dùng trong 10 ngày", en: "Close the bag after opening, eat within 10 days" } },
      ],
      pictures: [{ drawing: "rice-cracker", alt: { vi: "Hình vẽ chiếc bánh đa tròn rắc vừng đang nướng trên than", en: "Drawing of a round cracker with sesame over glowing charcoal" } }],
      seasonMonths: allYear,
      category: "banh-keo",
      unitCode: "10945",
      shelfLifeHours: 720,
      provenance: {
        vi: "Nguyên liệu và cách làm lấy từ “Bánh đa Kẻ Sặt” (Sở Khoa học và Công nghệ) và “5 món ăn Hải Dương” (diễn đàn); số hộ từ “Bánh đa gấc cuốn làng Sặt” (Thể thao Văn hóa, 2017). Lò, công thức, cỡ bánh, giá và số lượng là mẫu.",
        en: "Ingredients and making come from “Bánh đa Kẻ Sặt” (the provincial science department) and “5 món ăn Hải Dương” (a forum); the number of households from “Bánh đa gấc cuốn làng Sặt” (Thể thao Văn hóa, 2017). The house, recipe, sizes, prices and quantities are samples.",
      },
      vatClass: "reduced",
      stocks: [{ key: "pack", unit: "piece", capacity: 120 }],
      variants: [
        { title: { vi: "Một gói 5 chiếc", en: "One pack of 5" }, priceDong: 45_000, draws: [{ from: "pack", units: 1 }], weightGrams: 420 },
        { title: { vi: "Ba gói 5 chiếc", en: "Three packs of 5" }, priceDong: 128_000, draws: [{ from: "pack", units: 3 }], weightGrams: 1_250 },
      ],
    }),
  },
  {
    key: "banh-chung-tong-xa",
    shop: "gac-bep-an-phu",
    draft: sold({
      title: { vi: "Bánh chưng Tết Tống Xá", en: "Tống Xá chưng cakes for Tết" },
      summary: {
        vi: "Bánh chưng gói lá dong, hợp tác xã mẫu ở phường Trần Liễu nhận đặt trong tháng 1 và tháng 2.",
        en: "Chưng cakes in dong leaf, taken to order by a sample cooperative in Trần Liễu ward in January and February.",
      },
      body: [
        {
          vi: "Làng Tống Xá, nay thuộc phường Nguyễn Đại Năng, có nhà làm bánh chưng, bánh dày nhiều đời. Vùng Kinh Môn trồng nếp cái hoa vàng, hạt tròn và dẻo, nên nồi bánh ngày Tết ở đây có sẵn gạo nếp của mùa gặt tháng 10–11.",
          en: "In Tống Xá village, now part of Nguyễn Đại Năng ward, a family has made chưng and dày cakes for generations. The Kinh Môn area grows golden-flower sticky rice, round and soft when cooked, so the Tết pots are filled with the harvest of October and November.",
        },
        {
          vi: "Hợp tác xã mẫu gói bánh vuông chừng 1 kg, luộc qua đêm và gửi đi sáng hôm sau, chỉ nhận đặt trong hai tháng quanh Tết. Mua một chiếc hay một cặp đều trừ vào cùng một số bánh.",
          en: "The sample cooperative wraps square cakes of about 1 kg, boils them overnight and sends them in the morning, and takes orders only in the two months around Tết. A single cake and a pair are counted against the same stock.",
        },
      ],
      facts: [
        { label: label.madeIn, value: { vi: "Phường Trần Liễu, thành phố Hải Phòng (bếp của gian hàng mẫu)", en: "Trần Liễu ward, Hải Phòng city (the sample shop's kitchen)" } },
        {
          label: label.recipe,
          value: {
            vi: "Gạo nếp cái hoa vàng, đậu xanh, thịt lợn, hành, hạt tiêu, lá dong",
            en: "Golden-flower sticky rice, mung beans, pork, shallot, pepper, dong leaf",
          },
        },
        { label: label.sellingTime, value: { vi: "Tháng 1 và tháng 2", en: "January and February" } },
        { label: label.packs, value: { vi: "Một chiếc khoảng 1 kg hoặc một cặp", en: "One cake of about 1 kg or a pair" } },
        {
          label: label.sampleKeeping,
          value: {
            vi: "Nơi mát 3 ngày, ngăn mát 7 ngày; rán hoặc hấp lại trước khi ăn",
            en: "3 days in a cool place, 7 in the fridge; fry or steam before eating",
          },
        },
      ],
      pictures: [{ drawing: "banh-chung", alt: { vi: "Hình vẽ chiếc bánh chưng vuông buộc lạt đỏ", en: "Drawing of a square chưng cake tied with red strings" } }],
      seasonMonths: [1, 2],
      category: "banh-keo",
      unitCode: "10729",
      shelfLifeHours: 72,
      provenance: {
        vi: "Làng bánh lấy từ “Bánh chưng, bánh dày Tống Xá” (Dân Việt); nếp cái hoa vàng từ “Nếp cái hoa vàng Kinh Môn” (Sở Khoa học và Công nghệ). Bếp, công thức, lịch bán, giá và số lượng là mẫu.",
        en: "The village of the cakes comes from “Bánh chưng, bánh dày Tống Xá” (Dân Việt); the rice from “Nếp cái hoa vàng Kinh Môn” (the provincial science department). The kitchen, recipe, calendar, prices and quantities are samples.",
      },
      vatClass: "reduced",
      stocks: [{ key: "cake", unit: "piece", capacity: 80 }],
      variants: [
        { title: { vi: "Một chiếc", en: "One cake" }, priceDong: 85_000, draws: [{ from: "cake", units: 1 }], weightGrams: 1_100 },
        { title: { vi: "Một cặp", en: "A pair" }, priceDong: 160_000, draws: [{ from: "cake", units: 2 }], weightGrams: 2_150 },
      ],
    }),
  },
];
