import { allYear, label, type SampleListing } from "../sample.ts";

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
      provenance: {
        vi: "Chuyện cây ổi thay cây vải và số liệu năm 2008 lấy từ bài “Cây ổi trên đất vải (Liên Mạc)”; tên xã theo Nghị quyết 1669/NQ-UBTVQH15 (2025). Vườn, lịch bán, giá và số lượng là mẫu.",
        en: "The change from lychee to guava and the 2008 figures come from the article “Cây ổi trên đất vải (Liên Mạc)”; commune names follow Resolution 1669/NQ-UBTVQH15 (2025). The orchard, selling calendar, prices and quantities are samples.",
      },
      isSample: true,
      vatClass: "not_subject",
      taxActivity: "goods",
      stocks: [{ key: "guava", unit: "gram", capacity: 120_000 }],
      variants: [
        { title: { vi: "Túi 1 kg", en: "1 kg bag" }, priceDong: 28_000, draws: [{ from: "guava", units: 1_000 }] },
        { title: { vi: "Thùng 5 kg", en: "5 kg box" }, priceDong: 130_000, draws: [{ from: "guava", units: 5_000 }] },
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
      provenance: {
        vi: "Mùa vụ, giống vải và diện tích lấy từ “Main-season lychees at 35,000 VND/kg” (Báo Hải Dương, bản tiếng Anh, 11/6/2025), “Thanh Ha lychee harvest launched” (VNA, 30/5/2025) và “Vải thiều Thanh Hà nâng tầm” (2025); cây vải tổ từ “Cây vải tổ xác lập kỷ lục” (PLO). Vườn, giá và số lượng là mẫu.",
        en: "Season, fruit and areas come from “Main-season lychees at 35,000 VND/kg” (Báo Hải Dương, English edition, 11 June 2025), “Thanh Ha lychee harvest launched” (VNA, 30 May 2025) and “Vải thiều Thanh Hà nâng tầm” (2025); the ancestor tree from “Cây vải tổ xác lập kỷ lục” (PLO). The orchard, prices and quantities are samples.",
      },
      isSample: true,
      vatClass: "not_subject",
      taxActivity: "goods",
      stocks: [{ key: "lychee", unit: "gram", capacity: 200_000 }],
      variants: [
        { title: { vi: "Thùng 2 kg", en: "2 kg box" }, priceDong: 110_000, draws: [{ from: "lychee", units: 2_000 }] },
        { title: { vi: "Thùng 5 kg", en: "5 kg box" }, priceDong: 260_000, draws: [{ from: "lychee", units: 5_000 }] },
      ],
    },
  },
];
