import { label, sold, type SampleListing } from "../sample.ts";

/** What is lifted and cut in the fields. */
export const vegetables: readonly SampleListing[] = [
  {
    key: "ca-rot-duc-chinh",
    shop: "bai-phu-sa",
    draft: sold({
      title: { vi: "Cà rốt Đức Chính", en: "Đức Chính carrots" },
      summary: {
        vi: "Cà rốt bãi sông Thái Bình, hợp tác xã mẫu ở xã Tuệ Tĩnh thu từ tháng 1 đến tháng 3.",
        en: "Carrots from the silt of the Thái Bình river, lifted from January to March by a sample cooperative in Tuệ Tĩnh commune.",
      },
      body: [
        {
          vi: "Vùng Đức Chính, nay thuộc xã Tuệ Tĩnh, có khoảng 360 ha bãi phù sa trồng cà rốt; người ở đây theo cây cà rốt đã hơn bốn mươi năm. Hạt gieo từ đầu tháng 9 đến đầu tháng 10, củ thu tháng 1 đến tháng 3; năm 2021 giá tại ruộng 3.000–8.000 đồng một ki-lô-gam và phần lớn đem xuất khẩu.",
          en: "The Đức Chính area, now in Tuệ Tĩnh commune, grows carrots on about 360 hectares of river silt, and has for more than forty years. Seed goes in from early September to early October, the crop comes out from January to March; in 2021 it fetched 3,000–8,000 đồng a kilogram in the field, and most was exported.",
        },
        {
          vi: "Hợp tác xã mẫu nhổ buổi sáng, rửa sạch đất, để ráo rồi đóng túi 3 kg hoặc thùng 10 kg. Củ còn tươi thì cắt lá ngay khi nhận, để ngăn mát trong túi hở miệng sẽ giữ được lâu.",
          en: "The sample cooperative lifts them in the morning, rinses off the soil, lets them dry and packs a 3 kg bag or a 10 kg box. Cut off any tops when they arrive and keep them in an open bag in the fridge.",
        },
      ],
      facts: [
        { label: label.grownIn, value: { vi: "Xã Tuệ Tĩnh, thành phố Hải Phòng (bãi của gian hàng mẫu)", en: "Tuệ Tĩnh commune, Hải Phòng city (the sample shop's flats)" } },
        { label: label.harvest, value: { vi: "Tháng 1 đến tháng 3", en: "January to March" } },
        { label: label.packs, value: { vi: "Túi 3 kg hoặc thùng 10 kg", en: "3 kg bag or 10 kg box" } },
        { label: label.sampleKeeping, value: { vi: "Ngăn mát, túi hở miệng, 2–3 tuần", en: "In the fridge in an open bag, 2–3 weeks" } },
      ],
      pictures: [{ drawing: "carrot", alt: { vi: "Hình vẽ hai củ cà rốt còn lá", en: "Drawing of two carrots with their tops" } }],
      seasonMonths: [1, 2, 3],
      category: "rau-cu",
      unitCode: "10909",
      shelfLifeHours: 240,
      provenance: {
        vi: "Diện tích, mùa và giá tại ruộng lấy từ “Bội thu tại vùng cà rốt” (Soha, 1/2021) và một bài của Trang trại Việt; số năm từ “Cà rốt Cẩm Giàng hơn 4 thập kỷ” (Mekong ASEAN, 11/2023). Túi, lời dặn, giá và số lượng là mẫu.",
        en: "Area, season and field prices come from “Bội thu tại vùng cà rốt” (Soha, January 2021) and an article in Trang trại Việt; the forty years from “Cà rốt Cẩm Giàng hơn 4 thập kỷ” (Mekong ASEAN, November 2023). Bags, advice, prices and quantities are samples.",
      },
      vatClass: "not_subject",
      stocks: [{ key: "carrot", unit: "gram", capacity: 600_000 }],
      variants: [
        { title: { vi: "Túi 3 kg", en: "3 kg bag" }, priceDong: 24_000, draws: [{ from: "carrot", units: 3_000 }], weightGrams: 3_100 },
        { title: { vi: "Thùng 10 kg", en: "10 kg box" }, priceDong: 70_000, draws: [{ from: "carrot", units: 10_000 }], weightGrams: 10_500 },
      ],
    }),
  },
  {
    key: "hanh-kinh-mon",
    shop: "gac-bep-an-phu",
    draft: sold({
      title: { vi: "Hành củ Kinh Môn", en: "Kinh Môn shallots" },
      summary: {
        vi: "Hành tím vụ đông của một hợp tác xã mẫu ở phường Trần Liễu, thu tháng 1 và tháng 2, túm 1 kg.",
        en: "Purple winter shallots from a sample cooperative in Trần Liễu ward, lifted in January and February, in 1 kg bunches.",
      },
      body: [
        {
          vi: "Mỗi vụ đông vùng Kinh Môn trồng khoảng 4.000 ha hành và tỏi, thu gần 100.000 tấn củ tươi, rộ quanh tháng 1. Củ hành ở đây nhỏ, vỏ tím, thái ra cay và thơm; đầu năm 2024 ở đây mở ngày hội thu hoạch hành, tỏi.",
          en: "Every winter the Kinh Môn area plants about 4,000 hectares of shallot and garlic and lifts nearly 100,000 tonnes of fresh bulbs, most of it around January. The shallots are small, purple-skinned, sharp and fragrant; early in 2024 a harvest festival was held for them.",
        },
        {
          vi: "Hợp tác xã mẫu để củ khô vỏ ngay trên luống rồi buộc túm, bán túm 1 kg và túi 3 kg từ cùng một lượng hành. Treo túm hành nơi thoáng gió thì dùng dần được; đừng bọc kín ni-lông.",
          en: "The sample cooperative lets the skins dry on the ridge and ties them into bunches, sold as 1 kg or 3 kg from one stock. Hung where the air moves they last well; do not seal them in plastic.",
        },
      ],
      facts: [
        {
          label: label.grownIn,
          value: {
            vi: "Phường Trần Liễu, thành phố Hải Phòng (ruộng của gian hàng mẫu)",
            en: "Trần Liễu ward, Hải Phòng city (the sample shop's fields)",
          },
        },
        { label: label.harvest, value: { vi: "Tháng 1 và tháng 2, rộ khoảng tháng 1", en: "January and February, fullest about January" } },
        { label: label.packs, value: { vi: "Túm 1 kg hoặc túi 3 kg", en: "1 kg bunch or 3 kg bag" } },
        { label: label.sampleKeeping, value: { vi: "Treo nơi thoáng, 2–3 tháng", en: "Hang in an airy place, 2–3 months" } },
      ],
      pictures: [{ drawing: "onion", alt: { vi: "Hình vẽ hai củ hành còn lá buộc lạt đỏ", en: "Drawing of two shallots with their leaves tied by a red string" } }],
      seasonMonths: [1, 2],
      category: "rau-cu",
      unitCode: "10729",
      shelfLifeHours: 720,
      provenance: {
        vi: "Diện tích, sản lượng và mùa lấy từ “Hành tỏi Kinh Môn - thương hiệu vàng” (Vietnam.vn) và “Hành và tỏi Kinh Môn” (Báo Dân tộc, 6/2025); ngày hội từ “Kinh Môn tổ chức lễ hội thu hoạch hành, tỏi” (Sở Khoa học và Công nghệ, 1/2024). Túm hành, lời dặn, giá và số lượng là mẫu.",
        en: "Area, output and season come from “Hành tỏi Kinh Môn - thương hiệu vàng” (Vietnam.vn) and “Hành và tỏi Kinh Môn” (Báo Dân tộc, June 2025); the festival from “Kinh Môn tổ chức lễ hội thu hoạch hành, tỏi” (the provincial science department, January 2024). Bunches, advice, prices and quantities are samples.",
      },
      vatClass: "not_subject",
      stocks: [{ key: "shallot", unit: "gram", capacity: 200_000 }],
      variants: [
        { title: { vi: "Túm 1 kg", en: "1 kg bunch" }, priceDong: 55_000, draws: [{ from: "shallot", units: 1_000 }], weightGrams: 1_050 },
        { title: { vi: "Túi 3 kg", en: "3 kg bag" }, priceDong: 156_000, draws: [{ from: "shallot", units: 3_000 }], weightGrams: 3_120 },
      ],
    }),
  },
  {
    key: "toi-kinh-mon",
    shop: "gac-bep-an-phu",
    draft: sold({
      title: { vi: "Tỏi Kinh Môn", en: "Kinh Môn garlic" },
      summary: {
        vi: "Tỏi củ nhỏ, tép chắc, hợp tác xã mẫu ở phường Trần Liễu bán theo túm 500 g trong tháng 1 và tháng 2.",
        en: "Small, firm garlic sold in 500 g bunches in January and February by a sample cooperative in Trần Liễu ward.",
      },
      body: [
        {
          vi: "Tỏi Kinh Môn củ nhỏ, tép chắc, thơm cay, trồng cùng vụ đông với hành ở các vùng Hiệp Hòa, Thăng Long. Hành và tỏi chiếm khoảng 4.000 ha mỗi vụ, thu gần 100.000 tấn củ tươi, rộ quanh tháng 1.",
          en: "Kinh Môn garlic has small heads and firm, pungent cloves, and grows with the shallots in the winter fields of Hiệp Hòa and Thăng Long. The two take about 4,000 hectares and give nearly 100,000 tonnes of fresh bulbs, most of it around January.",
        },
        {
          vi: "Hợp tác xã mẫu phơi cả cây cho củ se vỏ, cắt rễ rồi buộc túm 500 g. Một túm hay bốn túm đều trừ vào cùng một số túm; treo nơi khô thoáng, đừng để tủ lạnh kẻo tỏi nảy mầm.",
          en: "The sample cooperative dries the whole plants, trims the roots and ties 500 g bunches. One bunch or four are counted against the same stock; hang them dry and airy, not in the fridge, where they sprout.",
        },
      ],
      facts: [
        {
          label: label.grownIn,
          value: {
            vi: "Phường Trần Liễu, thành phố Hải Phòng (ruộng của gian hàng mẫu)",
            en: "Trần Liễu ward, Hải Phòng city (the sample shop's fields)",
          },
        },
        { label: label.harvest, value: { vi: "Tháng 1 và tháng 2", en: "January and February" } },
        { label: label.packs, value: { vi: "Túm 500 g, lẻ hoặc bốn túm", en: "500 g bunch, singly or four" } },
        { label: label.sampleKeeping, value: { vi: "Treo nơi khô thoáng, 3–4 tháng", en: "Hang dry and airy, 3–4 months" } },
      ],
      pictures: [{ drawing: "garlic", alt: { vi: "Hình vẽ củ tỏi buộc dây đỏ và một tép tỏi", en: "Drawing of a garlic bulb tied with a red string, and one clove" } }],
      seasonMonths: [1, 2],
      category: "rau-cu",
      unitCode: "10729",
      shelfLifeHours: 720,
      provenance: {
        vi: "Củ tỏi và vùng trồng lấy từ “Hành và tỏi Kinh Môn” (Báo Dân tộc, 6/2025) và “Hành tỏi Kinh Môn - thương hiệu vàng” (Vietnam.vn). Túm tỏi, lời dặn, giá và số lượng là mẫu.",
        en: "The bulbs and fields come from “Hành và tỏi Kinh Môn” (Báo Dân tộc, June 2025) and “Hành tỏi Kinh Môn - thương hiệu vàng” (Vietnam.vn). Bunches, advice, prices and quantities are samples.",
      },
      vatClass: "not_subject",
      stocks: [{ key: "bunch", unit: "piece", capacity: 200 }],
      variants: [
        { title: { vi: "Một túm 500 g", en: "One 500 g bunch" }, priceDong: 48_000, draws: [{ from: "bunch", units: 1 }], weightGrams: 530 },
        { title: { vi: "Bốn túm 500 g", en: "Four 500 g bunches" }, priceDong: 184_000, draws: [{ from: "bunch", units: 4 }], weightGrams: 2_100 },
      ],
    }),
  },
];
