import { allYear, label, type SampleListing } from "../sample.ts";

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
      provenance: {
        vi: "Nguyên liệu, năm 1922 và giai thoại lấy từ “Banh dau xanh, gift from the Eastern land” (Báo Hải Dương, bản tiếng Anh, 2022), “Bánh đậu xanh Hải Dương” (ASEAN Traveller, 2011) và “Hai Duong mung bean cake: how it is made”. Bếp, công thức, giá và số lượng là mẫu.",
        en: "The ingredients, the year 1922 and the legend come from “Banh dau xanh, gift from the Eastern land” (Báo Hải Dương, English edition, 2022), “Bánh đậu xanh Hải Dương” (ASEAN Traveller, 2011) and “Hai Duong mung bean cake: how it is made”. The kitchen, recipe, prices and quantities are samples.",
      },
      isSample: true,
      vatClass: "reduced",
      taxActivity: "goods",
      stocks: [{ key: "box", unit: "piece", capacity: 80 }],
      variants: [
        { title: { vi: "Một hộp 250 g", en: "One 250 g box" }, priceDong: 60_000, draws: [{ from: "box", units: 1 }] },
        { title: { vi: "Bộ bốn hộp 250 g", en: "Set of four 250 g boxes" }, priceDong: 225_000, draws: [{ from: "box", units: 4 }] },
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
      provenance: {
        vi: "Vỏ, nhân và cách gói lấy từ “Ninh Giang ramie cake” (Báo Hải Dương, bản tiếng Anh) và “Bánh gai Ninh Giang” (VOV2, 2020); thời gian để bánh từ “Banh Gai Ninh Giang”, một bài viết cá nhân. Bếp, công thức, giá và số lượng là mẫu.",
        en: "Shell, filling and wrapping come from “Ninh Giang ramie cake” (Báo Hải Dương, English edition) and “Bánh gai Ninh Giang” (VOV2, 2020); keeping times from “Banh Gai Ninh Giang”, a personal blog post. The kitchen, recipe, prices and quantities are samples.",
      },
      isSample: true,
      vatClass: "reduced",
      taxActivity: "goods",
      stocks: [{ key: "cake", unit: "piece", capacity: 400 }],
      variants: [
        { title: { vi: "Gói 10 chiếc", en: "Pack of 10" }, priceDong: 90_000, draws: [{ from: "cake", units: 10 }] },
        { title: { vi: "Gói 20 chiếc", en: "Pack of 20" }, priceDong: 170_000, draws: [{ from: "cake", units: 20 }] },
      ],
    },
  },
];
