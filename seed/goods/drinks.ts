import { allYear, label, sold, type SampleListing } from "../sample.ts";

/** What is stirred into a glass. */
export const drinks: readonly SampleListing[] = [
  {
    key: "bot-san-day",
    shop: "gac-bep-an-phu",
    draft: sold({
      title: { vi: "Bột sắn dây Kinh Môn", en: "Kinh Môn kudzu starch" },
      summary: {
        vi: "Bột sắn dây lọc nước, hợp tác xã mẫu ở phường Trần Liễu làm từ tháng 12 đến tháng 3, túi 300 g hoặc 1 kg.",
        en: "Water-washed kudzu starch made from December to March by a sample cooperative in Trần Liễu ward, in 300 g or 1 kg bags.",
      },
      body: [
        {
          vi: "Bãi ven sông vùng Thượng Quận của Kinh Môn trồng sắn dây lấy củ, có củ nặng trên 20 kg. Củ được lọc lấy tinh bột, phơi khô để pha nước uống; một bài báo gọi vụ này là mùa củ vàng.",
          en: "The riverside flats of the Thượng Quận area in Kinh Môn grow kudzu for its root, some weighing over 20 kg. Starch is washed out of the root and dried, to be stirred into a drink; an article calls this harvest the season of the golden root.",
        },
        {
          vi: "Hợp tác xã mẫu mài củ, lọc nước nhiều lần, để lắng rồi phơi, từ tháng 12 đến tháng 3, và bán trong mấy tháng ấy. Pha hai thìa bột với nước nguội cho tan rồi mới thêm nước, đường, lát quất; quấy trên bếp thì thành chè sánh.",
          en: "From December to March the sample cooperative grates, washes, settles and dries, and sells in those months. Stir two spoonfuls into cold water first, then add more water, sugar and a slice of kumquat; cooked on the stove it thickens into a sweet soup.",
        },
      ],
      facts: [
        { label: label.madeIn, value: { vi: "Phường Trần Liễu, thành phố Hải Phòng (hợp tác xã mẫu)", en: "Trần Liễu ward, Hải Phòng city (sample cooperative)" } },
        { label: label.sellingTime, value: { vi: "Tháng 12 đến tháng 3", en: "December to March" } },
        { label: label.recipe, value: { vi: "Tinh bột củ sắn dây", en: "Kudzu root starch" } },
        { label: label.packs, value: { vi: "Túi 300 g hoặc 1 kg", en: "300 g or 1 kg bag" } },
        { label: label.sampleKeeping, value: { vi: "Hộp kín, nơi khô, 12 tháng", en: "Airtight and dry, 12 months" } },
      ],
      pictures: [{ drawing: "kudzu", alt: { vi: "Hình vẽ củ sắn dây và bát bột trắng", en: "Drawing of a kudzu root and a bowl of starch" } }],
      seasonMonths: [12, 1, 2, 3],
      category: "do-uong",
      unitCode: "10729",
      provenance: {
        vi: "Bãi trồng và cỡ củ lấy từ “Mùa củ vàng ở Kinh Môn” (Vietnam.vn). Cách lọc, lịch bán, cách pha, giá và số lượng là mẫu.",
        en: "The fields and the size of the roots come from “Mùa củ vàng ở Kinh Môn” (Vietnam.vn). The washing, calendar, mixing, prices and quantities are samples.",
      },
      vatClass: "reduced",
      stocks: [{ key: "starch", unit: "gram", capacity: 50_000 }],
      variants: [
        { title: { vi: "Túi 300 g", en: "300 g bag" }, priceDong: 54_000, draws: [{ from: "starch", units: 300 }], weightGrams: 330 },
        { title: { vi: "Túi 1 kg", en: "1 kg bag" }, priceDong: 170_000, draws: [{ from: "starch", units: 1_000 }], weightGrams: 1_050 },
      ],
    }),
  },
  {
    key: "bot-dau-xanh",
    shop: "bep-bo-gieng",
    draft: sold({
      title: { vi: "Bột đậu xanh rang", en: "Roasted mung bean powder" },
      summary: {
        vi: "Bột đậu xanh rang xay mịn để pha uống, bếp mẫu ở xã Ninh Giang đóng hũ 250 g.",
        en: "Finely ground roasted mung beans to stir into a drink, in 250 g jars from a sample kitchen in Ninh Giang commune.",
      },
      body: [
        {
          vi: "Hạt đậu xanh ở Hải Dương gắn với bánh: miếng bánh đậu xanh dùng với trà có người bán ở đây từ năm 1922. Cũng hạt đậu ấy, rang vàng rồi xay mịn, pha với nước nóng thành thức uống thơm bùi.",
          en: "Hải Dương knows the mung bean through its cake, sold here to go with tea since 1922. The same bean, roasted golden and ground fine, makes a warm, nutty drink with boiling water.",
        },
        {
          vi: "Bếp mẫu đãi vỏ, rang lửa nhỏ rồi xay, không thêm đường sữa. Hai thìa bột pha một cốc, thêm đường tuỳ ý; pha với sữa nóng hay rắc lên chè đều được. Hũ lẻ và bộ ba hũ cùng lấy từ một số hũ.",
          en: "The sample kitchen hulls, roasts over a low fire and grinds, adding neither sugar nor milk. Two spoonfuls make a cup, with sugar to taste; it also goes into warm milk or over sweet soup. Single jars and sets of three come from one stock.",
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
        { label: label.recipe, value: { vi: "Đậu xanh tách vỏ rang", en: "Hulled mung beans, roasted" } },
        { label: label.packs, value: { vi: "Hũ 250 g, lẻ hoặc ba hũ", en: "250 g jar, singly or three" } },
        { label: label.sampleKeeping, value: { vi: "Đậy kín, nơi khô, 6 tháng; mở rồi dùng trong 1 tháng", en: "Closed and dry, 6 months; once opened, 1 month" } },
      ],
      pictures: [{ drawing: "mung-bean", alt: { vi: "Hình vẽ bát bột đậu xanh có thìa và hai quả đậu", en: "Drawing of a bowl of mung bean powder with a spoon, and two bean pods" } }],
      seasonMonths: allYear,
      category: "do-uong",
      unitCode: "11203",
      provenance: {
        vi: "Năm 1922 lấy từ “Banh dau xanh, gift from the Eastern land” (Báo Hải Dương, bản tiếng Anh, 2022). Bột, công thức, cách pha, giá và số lượng là mẫu.",
        en: "The year 1922 comes from “Banh dau xanh, gift from the Eastern land” (Báo Hải Dương, English edition, 2022). The powder, recipe, mixing, prices and quantities are samples.",
      },
      vatClass: "reduced",
      stocks: [{ key: "jar", unit: "piece", capacity: 90 }],
      variants: [
        { title: { vi: "Một hũ 250 g", en: "One 250 g jar" }, priceDong: 58_000, draws: [{ from: "jar", units: 1 }], weightGrams: 420 },
        { title: { vi: "Ba hũ 250 g", en: "Three 250 g jars" }, priceDong: 165_000, draws: [{ from: "jar", units: 3 }], weightGrams: 1_250 },
      ],
    }),
  },
];
