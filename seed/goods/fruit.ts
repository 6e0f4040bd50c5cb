import { allYear, label, sold, type SampleListing } from "../sample.ts";

/** What grows on trees and stems. */
export const fruit: readonly SampleListing[] = [
  {
    key: "oi-thanh-ha",
    shop: "vuon-cuoi-ngo",
    draft: {
      kind: "goods",
      title: { vi: "Ổi Thanh Hà", en: "Thanh Hà guava" },
      summary: {
        vi: "Ổi tươi bán theo cân từ một vườn mẫu ở xã Thanh Hà, túi 1 kg hoặc thùng 5 kg.",
        en: "Fresh guava sold by weight from a sample orchard in Thanh Hà commune, in a 1 kg bag or a 5 kg box.",
      },
      body: [
        {
          vi: "Thanh Hà là đất vải, nhưng ở vùng Liên Mạc, nay thuộc xã Hà Nam, cây ổi đã thế chỗ cây vải trên phần lớn đất trồng. Số liệu năm 2008 ghi 350 ha ổi trong 480 ha đất nông nghiệp của vùng này; diện tích bây giờ có thể đã khác.",
          en: "Thanh Hà is lychee country, yet around Liên Mạc, now part of Hà Nam commune, guava has taken the place of lychee on most of the farmland. Figures from 2008 give 350 hectares of guava out of 480 hectares farmed there; the area today may differ.",
        },
        {
          vi: "Vườn mẫu bán ổi theo hai cỡ: túi 1 kg cho bữa ăn trong nhà, thùng 5 kg để chia cho nhiều người. Cả hai cùng lấy từ một lượng ổi, tính bằng gam, nên ai mua thùng lớn thì số túi nhỏ còn lại cũng bớt đi.",
          en: "The sample orchard sells its guava in two sizes: a 1 kg bag for the table at home, and a 5 kg box to share out. Both come from one stock counted in grams, so a large box sold leaves fewer small bags.",
        },
      ],
      facts: [
        {
          label: label.grownIn,
          value: { vi: "Xã Thanh Hà, thành phố Hải Phòng (vườn của gian hàng mẫu)", en: "Thanh Hà commune, Hải Phòng city (the sample shop's orchard)" },
        },
        { label: label.sellingTime, value: { vi: "Cả mười hai tháng", en: "All twelve months" } },
        { label: label.packs, value: { vi: "Túi 1 kg hoặc thùng 5 kg", en: "1 kg bag or 5 kg box" } },
      ],
      pictures: [
        { drawing: "guava", alt: { vi: "Hình vẽ hai quả ổi, một quả bổ đôi, còn lá", en: "Drawing of two guavas with a leaf, one of them cut in half" } },
      ],
      seasonMonths: allYear,
      category: "trai-cay",
      unitCode: "10813",
      shelfLifeHours: 168,
      provenance: {
        vi: "Chuyện cây ổi thay cây vải và số liệu năm 2008 lấy từ bài “Cây ổi trên đất vải (Liên Mạc)”; tên xã theo Nghị quyết 1669/NQ-UBTVQH15 (2025). Vườn, lịch bán, giá và số lượng là mẫu.",
        en: "The change from lychee to guava and the 2008 figures come from the article “Cây ổi trên đất vải (Liên Mạc)”; commune names follow Resolution 1669/NQ-UBTVQH15 (2025). The orchard, selling calendar, prices and quantities are samples.",
      },
      isSample: true,
      vatClass: "not_subject",
      taxActivity: "goods",
      stocks: [{ key: "guava", unit: "gram", capacity: 120_000 }],
      variants: [
        { title: { vi: "Túi 1 kg", en: "1 kg bag" }, priceDong: 28_000, draws: [{ from: "guava", units: 1_000 }], weightGrams: 1_100 },
        { title: { vi: "Thùng 5 kg", en: "5 kg box" }, priceDong: 130_000, draws: [{ from: "guava", units: 5_000 }], weightGrams: 5_400 },
      ],
    },
  },
  {
    key: "vai-thieu-thanh-ha",
    shop: "vuon-cuoi-ngo",
    draft: {
      kind: "goods",
      title: { vi: "Vải thiều Thanh Hà", en: "Thanh Hà lychee" },
      summary: {
        vi: "Vải thiều chính vụ tháng 6 của một vườn mẫu ở xã Thanh Hà, thùng 2 kg hoặc 5 kg.",
        en: "Main-season June lychee from a sample orchard in Thanh Hà commune, in a 2 kg or a 5 kg box.",
      },
      body: [
        {
          vi: "Vải thiều Thanh Hà hạt nhỏ, ngọt đậm, chính vụ từ khoảng ngày 10 đến cuối tháng 6. Năm 2025 cả tỉnh Hải Dương trước đây có khoảng 8.800 ha vải, riêng vùng Thanh Hà gần 3.300 ha. Ở thôn Thúy Lâm, nay thuộc xã Thanh Hà, còn cây vải tổ do cụ Hoàng Văn Cơm trồng; tư liệu địa phương tính từ năm 1870.",
          en: "Thanh Hà lychee has a small stone and a deep sweetness; the main harvest runs from about 10 June to the end of the month. In 2025 the former Hải Dương province had about 8,800 hectares of lychee, nearly 3,300 of them around Thanh Hà. At Thúy Lâm, now in Thanh Hà commune, stands the ancestor tree planted by Hoàng Văn Cơm, dated by local records to 1870.",
        },
        {
          vi: "Vườn mẫu bán trong tháng 6; ngoài mùa, trang này vẫn mở để xem nhưng chưa đặt mua được. Thùng 2 kg và thùng 5 kg cùng lấy từ một lượng vải, tính bằng gam.",
          en: "The sample orchard sells in June; out of season this page stays open to read, but nothing can be ordered. The 2 kg and 5 kg boxes come from one stock, counted in grams.",
        },
      ],
      facts: [
        {
          label: label.grownIn,
          value: { vi: "Xã Thanh Hà, thành phố Hải Phòng (vườn của gian hàng mẫu)", en: "Thanh Hà commune, Hải Phòng city (the sample shop's orchard)" },
        },
        { label: label.harvest, value: { vi: "Chính vụ khoảng 10/6 đến cuối tháng 6", en: "Main season about 10 June to the end of June" } },
        { label: label.packs, value: { vi: "Thùng 2 kg hoặc 5 kg", en: "2 kg or 5 kg box" } },
      ],
      pictures: [
        { drawing: "lychee", alt: { vi: "Hình vẽ chùm vải còn lá, một quả đã bóc vỏ", en: "Drawing of a bunch of lychees with leaves, one of them peeled" } },
      ],
      seasonMonths: [6],
      category: "trai-cay",
      unitCode: "10813",
      shelfLifeHours: 72,
      provenance: {
        vi: "Mùa vụ, giống vải và diện tích lấy từ “Main-season lychees at 35,000 VND/kg” (Báo Hải Dương, bản tiếng Anh, 11/6/2025), “Thanh Ha lychee harvest launched” (VNA, 30/5/2025) và “Vải thiều Thanh Hà nâng tầm” (2025); cây vải tổ từ “Cây vải tổ xác lập kỷ lục” (PLO). Vườn, giá và số lượng là mẫu.",
        en: "Season, fruit and areas come from “Main-season lychees at 35,000 VND/kg” (Báo Hải Dương, English edition, 11 June 2025), “Thanh Ha lychee harvest launched” (VNA, 30 May 2025) and “Vải thiều Thanh Hà nâng tầm” (2025); the ancestor tree from “Cây vải tổ xác lập kỷ lục” (PLO). The orchard, prices and quantities are samples.",
      },
      isSample: true,
      vatClass: "not_subject",
      taxActivity: "goods",
      stocks: [{ key: "lychee", unit: "gram", capacity: 200_000 }],
      variants: [
        { title: { vi: "Thùng 2 kg", en: "2 kg box" }, priceDong: 110_000, draws: [{ from: "lychee", units: 2_000 }], weightGrams: 2_300 },
        { title: { vi: "Thùng 5 kg", en: "5 kg box" }, priceDong: 260_000, draws: [{ from: "lychee", units: 5_000 }], weightGrams: 5_500 },
      ],
    },
  },
  {
    key: "vai-u-hong",
    shop: "nha-ben-trieu",
    draft: sold({
      title: { vi: "Vải sớm U hồng", en: "U Hồng early lychee" },
      summary: {
        vi: "Vải sớm của một hộ mẫu ở xã Hà Đông, bán từ cuối tháng 5, thùng 2 kg hoặc 5 kg.",
        en: "Early lychee from a sample household in Hà Đông commune, sold from late May in a 2 kg or a 5 kg box.",
      },
      body: [
        {
          vi: "Khu Hà Đông của vùng Thanh Hà, nay là xã Hà Đông, trồng vải sớm trên khoảng 90% diện tích vườn. Vải U hồng thu từ cuối tháng 5, trước vải thiều chính vụ chừng hai tuần; đầu vụ năm 2025, thương lái mua tại vườn với giá 30.000–50.000 đồng một ki-lô-gam.",
          en: "The Hà Đông part of the Thanh Hà area, now Hà Đông commune, grows early lychee on about 90% of its orchards. U Hồng is picked from late May, some two weeks before the main-season fruit; early in the 2025 season traders bought it at the orchard for 30,000–50,000 đồng a kilogram.",
        },
        {
          vi: "Hộ mẫu bẻ vải từ sáng sớm, để nguyên cành lá rồi đóng thùng trong ngày. Hai cỡ thùng lấy từ một lượng vải tính bằng gam; vải để thường mau xuống màu, nên hộ mẫu khuyên ăn trong ba ngày.",
          en: "The sample household picks early in the morning, leaves the fruit on its twigs and boxes it the same day. Both box sizes come from one stock counted in grams; the skin soon loses its colour at room temperature, so the household suggests eating the fruit within three days.",
        },
      ],
      facts: [
        { label: label.grownIn, value: { vi: "Xã Hà Đông, thành phố Hải Phòng (vườn của gian hàng mẫu)", en: "Hà Đông commune, Hải Phòng city (the sample shop's orchard)" } },
        { label: label.harvest, value: { vi: "Từ cuối tháng 5 sang tháng 6", en: "From late May into June" } },
        { label: label.packs, value: { vi: "Thùng 2 kg hoặc 5 kg, còn cành lá", en: "2 kg or 5 kg box, on the twig" } },
        { label: label.sampleKeeping, value: { vi: "Bọc giấy, để ngăn mát; ăn trong 3 ngày", en: "Wrap in paper and keep in the fridge; eat within 3 days" } },
      ],
      pictures: [{ drawing: "lychee", alt: { vi: "Hình vẽ chùm vải còn lá, một quả đã bóc vỏ", en: "Drawing of a bunch of lychees with leaves, one of them peeled" } }],
      seasonMonths: [5, 6],
      category: "trai-cay",
      unitCode: "10882",
      shelfLifeHours: 72,
      provenance: {
        vi: "Mùa vụ, giá thu mua và tỷ lệ vải sớm lấy từ “Hai Duong farmers harvesting lychees” (DTiNews, 2/6/2025), “Where Thanh Ha lychee grows” (Báo Hải Dương, bản tiếng Anh) và “Vải thiều Thanh Hà nâng tầm” (2025). Hộ bán, lời dặn, giá và số lượng là mẫu.",
        en: "Season, trader prices and the share of early lychee come from “Hai Duong farmers harvesting lychees” (DTiNews, 2 June 2025), “Where Thanh Ha lychee grows” (Báo Hải Dương, English edition) and “Vải thiều Thanh Hà nâng tầm” (2025). The household, its advice, prices and quantities are samples.",
      },
      vatClass: "not_subject",
      stocks: [{ key: "lychee", unit: "gram", capacity: 150_000 }],
      variants: [
        { title: { vi: "Thùng 2 kg", en: "2 kg box" }, priceDong: 100_000, draws: [{ from: "lychee", units: 2_000 }], weightGrams: 2_300 },
        { title: { vi: "Thùng 5 kg", en: "5 kg box" }, priceDong: 240_000, draws: [{ from: "lychee", units: 5_000 }], weightGrams: 5_500 },
      ],
    }),
  },
  {
    key: "vai-u-trung-trang",
    shop: "nha-ben-trieu",
    draft: sold({
      title: { vi: "Vải U trứng trắng", en: "White egg lychee (U trứng trắng)" },
      summary: {
        vi: "Giống vải sớm trồng ít ở khu Hà Đông, hộ mẫu bán theo hộp 1 kg và thùng 3 kg.",
        en: "An early lychee grown in small numbers around Hà Đông, sold by a sample household in a 1 kg and a 3 kg box.",
      },
      body: [
        {
          vi: "U trứng trắng là một giống vải sớm của vùng Thanh Quang, nay thuộc xã Hà Đông. Năm 2025 thương lái mua giống này tại vườn với giá 70.000–80.000 đồng một ki-lô-gam, trong khi vải U hồng cùng lúc được 30.000–50.000 đồng.",
          en: "U trứng trắng is an early lychee of the Thanh Quang area, now part of Hà Đông commune. In 2025 traders paid 70,000–80,000 đồng a kilogram for it at the orchard, while U Hồng fetched 30,000–50,000 at the same time.",
        },
        {
          vi: "Vườn mẫu có ít cây giống này, nên bán theo hộp nhỏ và dừng khi hết lượng đã ghi. Hộp 1 kg và thùng 3 kg cùng tính bằng gam từ một lượng vải; quả được xếp cả cuống, lót lá.",
          en: "The sample orchard has few trees of this kind, so it sells small boxes and stops when the stated quantity is gone. The 1 kg and 3 kg boxes are counted in grams from one stock; the fruit is packed on the stalk between leaves.",
        },
      ],
      facts: [
        { label: label.grownIn, value: { vi: "Xã Hà Đông, thành phố Hải Phòng (vườn của gian hàng mẫu)", en: "Hà Đông commune, Hải Phòng city (the sample shop's orchard)" } },
        { label: label.harvest, value: { vi: "Cuối tháng 5 và đầu tháng 6, cùng vụ vải sớm", en: "Late May and early June, with the early lychees" } },
        { label: label.packs, value: { vi: "Hộp 1 kg hoặc thùng 3 kg", en: "1 kg or 3 kg box" } },
        { label: label.sampleKeeping, value: { vi: "Bọc giấy, để ngăn mát; ăn trong 3 ngày", en: "Wrap in paper and keep in the fridge; eat within 3 days" } },
      ],
      pictures: [{ drawing: "white-lychee", alt: { vi: "Hình vẽ ba quả vải vỏ sáng màu, má hơi hồng", en: "Drawing of three pale lychees with a touch of red on the skin" } }],
      seasonMonths: [5, 6],
      category: "trai-cay",
      unitCode: "10882",
      shelfLifeHours: 72,
      provenance: {
        vi: "Vùng trồng, mùa và giá thu mua lấy từ “Hai Duong farmers harvesting lychees” (DTiNews, 2/6/2025) và “Vải sớm Thanh Hà mất mùa được giá” (CafeF, 5/2023). Vườn, lời dặn, giá và số lượng là mẫu.",
        en: "The growing area, season and trader prices come from “Hai Duong farmers harvesting lychees” (DTiNews, 2 June 2025) and “Vải sớm Thanh Hà mất mùa được giá” (CafeF, May 2023). The orchard, its advice, prices and quantities are samples.",
      },
      vatClass: "not_subject",
      stocks: [{ key: "lychee", unit: "gram", capacity: 40_000 }],
      variants: [
        { title: { vi: "Hộp 1 kg", en: "1 kg box" }, priceDong: 80_000, draws: [{ from: "lychee", units: 1_000 }], weightGrams: 1_200 },
        { title: { vi: "Thùng 3 kg", en: "3 kg box" }, priceDong: 228_000, draws: [{ from: "lychee", units: 3_000 }], weightGrams: 3_400 },
      ],
    }),
  },
  {
    key: "na-chi-linh",
    shop: "vuon-doi-na",
    draft: sold({
      title: { vi: "Na Chí Linh", en: "Chí Linh custard apples" },
      summary: {
        vi: "Na dai vùng đồi Chí Linh, bán từ cuối tháng 7 đến tháng 9 theo hộp 2 kg hoặc thùng 5 kg.",
        en: "Custard apples from the hills of Chí Linh, sold from late July to September in a 2 kg or a 5 kg box.",
      },
      body: [
        {
          vi: "Năm 2022 vùng Chí Linh có 890 ha na, trồng tập trung ở khu Hoàng Tiến, nay thuộc phường Trần Nhân Tông. Na chín lứa đầu vào cuối tháng 7 và rộ giữa tháng 8; giá tại vườn năm ấy từ 20.000 đồng lúc rộ đến 70.000 đồng một ki-lô-gam lúc đầu vụ.",
          en: "In 2022 the Chí Linh area had 890 hectares of custard apple, much of it around Hoàng Tiến, now part of Trần Nhân Tông ward. The first fruit ripens in late July and the harvest is fullest in mid-August; that year the orchard price ran from 20,000 đồng at the height to 70,000 đồng a kilogram at the start.",
        },
        {
          vi: "Vườn mẫu hái na khi mắt quả đã mở và còn cứng, để quả chín dần trên đường đi. Na chín mềm rất dễ dập: mở hộp ra, quả nào mềm thì ăn trước, quả còn cứng để nơi thoáng thêm một hai ngày.",
          en: "The sample orchard picks when the segments have opened and the fruit is still firm, so that it ripens on the way. A ripe custard apple bruises easily: eat the soft ones first, and leave the firm ones in an airy place for another day or two.",
        },
      ],
      facts: [
        {
          label: label.grownIn,
          value: {
            vi: "Phường Trần Nhân Tông, thành phố Hải Phòng (vườn của gian hàng mẫu)",
            en: "Trần Nhân Tông ward, Hải Phòng city (the sample shop's orchard)",
          },
        },
        { label: label.harvest, value: { vi: "Đầu vụ cuối tháng 7, rộ giữa tháng 8, hết trong tháng 9", en: "First fruit late July, fullest mid-August, over in September" } },
        { label: label.packs, value: { vi: "Hộp 2 kg hoặc thùng 5 kg, lót xốp từng quả", en: "2 kg or 5 kg box, each fruit in a foam sleeve" } },
        {
          label: label.sampleKeeping,
          value: {
            vi: "Để nơi thoáng cho chín; quả đã mềm để ngăn mát, ăn trong 3 ngày",
            en: "Leave to ripen in an airy place; once soft, keep in the fridge and eat within 3 days",
          },
        },
      ],
      pictures: [{ drawing: "custard-apple", alt: { vi: "Hình vẽ quả na mắt to còn lá, bên cạnh là nửa quả có hạt", en: "Drawing of a knobbly custard apple with its leaf, and half of one showing seeds" } }],
      seasonMonths: [7, 8, 9],
      category: "trai-cay",
      unitCode: "10573",
      shelfLifeHours: 72,
      provenance: {
        vi: "Diện tích, mùa và giá tại vườn lấy từ “Giá na Chí Linh đầu vụ tăng gấp đôi” (Báo Hải Dương, 7/2022) và “Chí Linh mùa na chín” (Đại Đoàn Kết). Vườn, lời dặn, giá và số lượng là mẫu.",
        en: "Areas, season and orchard prices come from “Giá na Chí Linh đầu vụ tăng gấp đôi” (Báo Hải Dương, July 2022) and “Chí Linh mùa na chín” (Đại Đoàn Kết). The orchard, its advice, prices and quantities are samples.",
      },
      vatClass: "not_subject",
      stocks: [{ key: "na", unit: "gram", capacity: 180_000 }],
      variants: [
        { title: { vi: "Hộp 2 kg", en: "2 kg box" }, priceDong: 110_000, draws: [{ from: "na", units: 2_000 }], weightGrams: 2_400 },
        { title: { vi: "Thùng 5 kg", en: "5 kg box" }, priceDong: 260_000, draws: [{ from: "na", units: 5_000 }], weightGrams: 5_700 },
      ],
    }),
  },
  {
    key: "thanh-long-ruot-do",
    shop: "vuon-doi-na",
    draft: sold({
      title: { vi: "Thanh long ruột đỏ Chí Linh", en: "Chí Linh red dragon fruit" },
      summary: {
        vi: "Thanh long ruột đỏ vùng Hoàng Hoa Thám, vườn mẫu bán từ tháng 6 đến tháng 10.",
        en: "Red-fleshed dragon fruit from the Hoàng Hoa Thám area, sold by a sample orchard from June to October.",
      },
      body: [
        {
          vi: "Vùng đồi Hoàng Hoa Thám, nay thuộc phường Nguyễn Trãi, có vườn thanh long ruột đỏ bên cạnh na. Quả vỏ đỏ, ruột đỏ sẫm lấm tấm hạt đen; bổ dọc rồi dùng thìa múc là gọn tay.",
          en: "The hills of Hoàng Hoa Thám, now in Nguyễn Trãi ward, grow red-fleshed dragon fruit beside custard apple. Skin and flesh are red, dotted with black seeds; cut lengthwise and scoop with a spoon.",
        },
        {
          vi: "Vườn mẫu bán theo lịch riêng từ tháng 6 đến tháng 10, mỗi lứa vài chục ki-lô-gam. Túi 2 kg và thùng 6 kg cùng lấy từ một lượng quả tính bằng gam; số quả trong túi tuỳ cỡ, thường bốn đến sáu quả.",
          en: "The sample orchard sells by its own calendar from June to October, a few dozen kilograms at a time. The 2 kg bag and the 6 kg box come from one stock counted in grams; how many fruit a bag holds depends on their size, usually four to six.",
        },
      ],
      facts: [
        {
          label: label.grownIn,
          value: {
            vi: "Phường Nguyễn Trãi, thành phố Hải Phòng (vườn của gian hàng mẫu)",
            en: "Nguyễn Trãi ward, Hải Phòng city (the sample shop's orchard)",
          },
        },
        { label: label.sellingTime, value: { vi: "Tháng 6 đến tháng 10", en: "June to October" } },
        { label: label.packs, value: { vi: "Túi 2 kg hoặc thùng 6 kg", en: "2 kg bag or 6 kg box" } },
        { label: label.sampleKeeping, value: { vi: "Nơi thoáng 4–5 ngày", en: "4–5 days in an airy place" } },
      ],
      pictures: [{ drawing: "dragon-fruit", alt: { vi: "Hình vẽ quả thanh long vỏ đỏ có tai và một nửa quả lấm tấm hạt", en: "Drawing of a red dragon fruit with its scales, and half of one dotted with seeds" } }],
      seasonMonths: [6, 7, 8, 9, 10],
      category: "trai-cay",
      unitCode: "10552",
      shelfLifeHours: 120,
      provenance: {
        vi: "Vùng trồng lấy từ một bài của Báo Hải Dương, bản tiếng Anh, về sản vật trong tỉnh (2024); tên phường theo Nghị quyết 1669/NQ-UBTVQH15 (2025). Lịch bán, cỡ túi, giá và số lượng là mẫu.",
        en: "The growing area comes from an article on the province's products in Báo Hải Dương, English edition (2024); ward names follow Resolution 1669/NQ-UBTVQH15 (2025). The selling calendar, bag sizes, prices and quantities are samples.",
      },
      vatClass: "not_subject",
      stocks: [{ key: "fruit", unit: "gram", capacity: 90_000 }],
      variants: [
        { title: { vi: "Túi 2 kg", en: "2 kg bag" }, priceDong: 70_000, draws: [{ from: "fruit", units: 2_000 }], weightGrams: 2_200 },
        { title: { vi: "Thùng 6 kg", en: "6 kg box" }, priceDong: 198_000, draws: [{ from: "fruit", units: 6_000 }], weightGrams: 6_500 },
      ],
    }),
  },
  {
    key: "chuoi-tu-ky",
    shop: "ruong-nuoc-lo",
    draft: sold({
      title: { vi: "Chuối vùng bãi Tứ Kỳ", en: "Bananas from the Tứ Kỳ flats" },
      summary: {
        vi: "Chuối trồng bãi ven sông, hợp tác xã mẫu ở xã Chí Minh bán theo nải.",
        en: "Bananas from the riverside flats, sold by the hand by a sample cooperative in Chí Minh commune.",
      },
      body: [
        {
          vi: "Bãi ven sông vùng Tứ Kỳ không chỉ có lúa và rươi: theo số liệu năm 2022, vùng này thu khoảng 780 tấn chuối mỗi năm. Đất phù sa ngoài đê, nước sông lên xuống theo con triều.",
          en: "The riverside flats of the Tứ Kỳ area grow more than rice and ragworms: figures from 2022 give about 780 tonnes of bananas a year. The soil is river silt outside the dyke, and the water rises and falls with the tide.",
        },
        {
          vi: "Hợp tác xã mẫu bán chuối xanh già theo nải, chừng 1,5 kg một nải, để người mua tự cho chín. Mua một nải hay thùng bốn nải đều trừ vào cùng một số nải đang có.",
          en: "The sample cooperative sells full-grown green bananas by the hand, about 1.5 kg each, to ripen at home. A single hand and a box of four are counted against the same stock.",
        },
      ],
      facts: [
        { label: label.grownIn, value: { vi: "Xã Chí Minh, thành phố Hải Phòng (bãi của gian hàng mẫu)", en: "Chí Minh commune, Hải Phòng city (the sample shop's flats)" } },
        { label: label.sellingTime, value: { vi: "Cả mười hai tháng", en: "All twelve months" } },
        { label: label.packs, value: { vi: "Một nải khoảng 1,5 kg hoặc thùng bốn nải", en: "One hand of about 1.5 kg or a box of four" } },
        {
          label: label.sampleKeeping,
          value: {
            vi: "Treo nơi thoáng 3–5 ngày cho chín, đừng để ngăn lạnh khi còn xanh",
            en: "Hang in an airy place for 3–5 days to ripen; do not chill while green",
          },
        },
      ],
      pictures: [{ drawing: "banana", alt: { vi: "Hình vẽ một nải chuối buộc sợi lạt đỏ", en: "Drawing of a hand of bananas tied with a red string" } }],
      seasonMonths: allYear,
      category: "trai-cay",
      unitCode: "11131",
      shelfLifeHours: 96,
      provenance: {
        vi: "Sản lượng và vùng trồng lấy từ “Lễ hội lúa rươi Tứ Kỳ” (Diễn đàn Doanh nghiệp, 9/2022) và “Tứ Kỳ - mùa xuân gọi” (Báo Hải Dương, 2023). Lịch bán, cỡ nải, giá và số lượng là mẫu.",
        en: "Output and area come from “Lễ hội lúa rươi Tứ Kỳ” (Diễn đàn Doanh nghiệp, September 2022) and “Tứ Kỳ - mùa xuân gọi” (Báo Hải Dương, 2023). The selling calendar, sizes, prices and quantities are samples.",
      },
      vatClass: "not_subject",
      stocks: [{ key: "hand", unit: "piece", capacity: 60 }],
      variants: [
        { title: { vi: "Một nải", en: "One hand" }, priceDong: 30_000, draws: [{ from: "hand", units: 1 }], weightGrams: 1_700 },
        { title: { vi: "Thùng bốn nải", en: "Box of four hands" }, priceDong: 112_000, draws: [{ from: "hand", units: 4 }], weightGrams: 6_700 },
      ],
    }),
  },
];
