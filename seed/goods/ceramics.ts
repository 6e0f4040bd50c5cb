import { allYear, label, sold, type SampleListing } from "../sample.ts";

/** Wares of the two old kilns. */
export const ceramics: readonly SampleListing[] = [
  {
    key: "bat-gom-chu-dau",
    shop: "gom-net-co",
    draft: {
      kind: "goods",
      title: { vi: "Bát gốm vẽ tay ở Chu Đậu", en: "Hand-painted bowls from Chu Đậu" },
      summary: {
        vi: "Bát ăn cơm vẽ lam của hợp tác xã mẫu ở làng Chu Đậu, bán từng chiếc hoặc theo bộ bốn chiếc.",
        en: "Rice bowls painted in blue by a sample cooperative in Chu Đậu village, sold singly or in a set of four.",
      },
      body: [
        {
          vi: "Chu Đậu làm gốm cao cấp từ thế kỷ 14 đến thế kỷ 17, rồi nghề thất truyền và được phục hồi năm 2001. Gốm ở đây có men tro trấu, men ngọc và hoa lam; di chỉ gốm Chu Đậu được xếp hạng di tích quốc gia năm 1992.",
          en: "Chu Đậu made high-quality ceramics from the 14th to the 17th century; the craft was then lost, and revived in 2001. Its wares come in rice-husk ash glaze, jade glaze and blue-and-white, and the old kiln site was listed as a national monument in 1992.",
        },
        {
          vi: "Bát của hợp tác xã mẫu vẽ tay bằng màu lam, nên nét vẽ mỗi chiếc mỗi khác. Bán lẻ hay bán theo bộ bốn chiếc đều tính vào cùng một số bát có sẵn; bốn chiếc trong một bộ được chọn cùng kiểu hoa văn.",
          en: "The sample cooperative paints its bowls by hand in blue, so the brushwork varies from bowl to bowl. Single bowls and sets of four are counted against the same stock; a set is four bowls chosen in one pattern.",
        },
      ],
      facts: [
        {
          label: label.madeIn,
          value: { vi: "Làng Chu Đậu, xã Thái Tân, thành phố Hải Phòng (hợp tác xã mẫu)", en: "Chu Đậu village, Thái Tân commune, Hải Phòng city (sample cooperative)" },
        },
        { label: label.packs, value: { vi: "Một chiếc hoặc bộ bốn chiếc", en: "One bowl or a set of four" } },
        { label: label.posting, value: { vi: "Hàng dễ vỡ, đóng xốp, gửi bưu điện được", en: "Fragile; packed in foam, can be sent by post" } },
      ],
      pictures: [
        { drawing: "bowl", alt: { vi: "Hình vẽ chiếc bát men trắng có dây hoa lam", en: "Drawing of a white bowl with a trailing blue flower" } },
      ],
      seasonMonths: allYear,
      category: "gom",
      unitCode: "10642",
      provenance: {
        vi: "Lịch sử và loại men lấy từ “Chu Đậu pottery wows APEC guests” (Viet Nam News, 7/2025), “Các làng nghề truyền thống tại Hải Dương” (Làng nghề Việt) và “Chu Dau on the tourist map” (VNA, 2013). Hợp tác xã, mẫu bát, giá và số lượng là mẫu.",
        en: "The history and glazes come from “Chu Đậu pottery wows APEC guests” (Viet Nam News, July 2025), “Các làng nghề truyền thống tại Hải Dương” (Làng nghề Việt) and “Chu Dau on the tourist map” (VNA, 2013). The cooperative, the bowls, prices and quantities are samples.",
      },
      isSample: true,
      vatClass: "reduced",
      taxActivity: "goods",
      stocks: [{ key: "bowl", unit: "piece", capacity: 48 }],
      variants: [
        { title: { vi: "Một chiếc bát", en: "One bowl" }, priceDong: 120_000, draws: [{ from: "bowl", units: 1 }], weightGrams: 520 },
        { title: { vi: "Bộ bốn chiếc", en: "Set of four" }, priceDong: 450_000, draws: [{ from: "bowl", units: 4 }], weightGrams: 2_000 },
      ],
    },
  },
  {
    key: "binh-hoa-lam",
    shop: "gom-net-co",
    draft: sold({
      title: { vi: "Bình hoa lam Chu Đậu", en: "Blue-and-white vase from Chu Đậu" },
      summary: {
        vi: "Bình cắm hoa vẽ lam, cao 25 cm, hợp tác xã mẫu ở làng Chu Đậu vẽ từng chiếc.",
        en: "A 25 cm flower vase in blue and white, painted piece by piece by a sample cooperative in Chu Đậu village.",
      },
      body: [
        {
          vi: "Gốm Chu Đậu nổi bật ở thế kỷ 14–17 rồi thất truyền, đến năm 2001 mới được làm lại. Tháng 7 năm 2025, khách dự các cuộc họp APEC ở Hải Phòng đã được xem gốm này; hoa lam trên nền men trắng là dáng vẽ quen mặt của làng.",
          en: "Chu Đậu wares flourished in the 14th to 17th centuries, were lost, and have been made again only since 2001. In July 2025 guests of the APEC meetings in Hải Phòng were shown them; blue flowers on white glaze are the village's familiar manner.",
        },
        {
          vi: "Chiếc bình mẫu dáng thon, vai tròn, vẽ một đoá sen và dây hoa lam quanh thân. Nét vẽ tay nên hai bình đứng cạnh nhau giống mà không trùng; cặp bình được chọn cho cân hai bên.",
          en: "The sample vase is slender with round shoulders, a lotus and a blue scroll about its body. It is painted by hand, so two beside each other are alike without being the same; a pair is chosen to balance.",
        },
      ],
      facts: [
        {
          label: label.madeIn,
          value: {
            vi: "Làng Chu Đậu, xã Thái Tân, thành phố Hải Phòng (hợp tác xã mẫu)",
            en: "Chu Đậu village, Thái Tân commune, Hải Phòng city (sample cooperative)",
          },
        },
        { label: label.material, value: { vi: "Gốm, men trắng, vẽ lam dưới men", en: "Ceramic, white glaze, cobalt blue under the glaze" } },
        { label: label.size, value: { vi: "Cao 25 cm, rộng 14 cm", en: "25 cm high, 14 cm wide" } },
        { label: label.posting, value: { vi: "Hàng dễ vỡ, đóng xốp, gửi bưu điện được", en: "Fragile; packed in foam, can be sent by post" } },
      ],
      pictures: [{ drawing: "vase", alt: { vi: "Hình vẽ chiếc bình men trắng vẽ đoá sen và dây hoa lam", en: "Drawing of a white vase painted with a lotus and a blue scroll" } }],
      seasonMonths: allYear,
      category: "gom",
      unitCode: "10642",
      provenance: {
        vi: "Lịch sử, năm 2001 và chuyện khách APEC lấy từ “Chu Đậu pottery wows APEC guests” (Viet Nam News, 7/2025); loại men từ “Các làng nghề truyền thống tại Hải Dương” (Làng nghề Việt). Bình, kích thước, giá và số lượng là mẫu.",
        en: "The history, the year 2001 and the APEC guests come from “Chu Đậu pottery wows APEC guests” (Viet Nam News, July 2025); the glazes from “Các làng nghề truyền thống tại Hải Dương” (Làng nghề Việt). The vase, its size, prices and quantities are samples.",
      },
      vatClass: "reduced",
      stocks: [{ key: "vase", unit: "piece", capacity: 16 }],
      variants: [
        { title: { vi: "Một chiếc bình", en: "One vase" }, priceDong: 680_000, draws: [{ from: "vase", units: 1 }], weightGrams: 2_200 },
        { title: { vi: "Một cặp", en: "A pair" }, priceDong: 1_300_000, draws: [{ from: "vase", units: 2 }], weightGrams: 4_400 },
      ],
    }),
  },
  {
    key: "bo-am-chen-chu-dau",
    shop: "gom-net-co",
    draft: sold({
      title: { vi: "Bộ ấm chén Chu Đậu", en: "Chu Đậu tea set" },
      summary: {
        vi: "Ấm và chén trà men trắng vẽ lam của hợp tác xã mẫu ở làng Chu Đậu.",
        en: "A teapot and cups in white glaze with blue painting, from a sample cooperative in Chu Đậu village.",
      },
      body: [
        {
          vi: "Ở Chu Đậu có ba dòng men hay gặp: men tro trấu, men ngọc và hoa lam. Từ đầu năm đến ngày 28/10/2024 làng đón khoảng 10.000 lượt khách đến xem gốm; ấm chén nhỏ, dễ đóng gói nên hợp làm quà mang về.",
          en: "Three glazes are common in Chu Đậu: rice-husk ash, jade, and blue-and-white. From January to 28 October 2024 the village had about 10,000 visits from people who came to see the pottery, and a tea set, small and easy to pack, is a natural thing to take home.",
        },
        {
          vi: "Bộ mẫu gồm ấm 400 ml và sáu chén, vẽ một cành hoa nhỏ. Bán cả bộ, hoặc bán riêng hộp sáu chén cho nhà đã có ấm; bộ và hộp chén tính theo số lượng riêng.",
          en: "The sample set is a 400 ml pot and six cups with a small sprig of flowers. It is sold whole, or as a box of six cups for those who have a pot; sets and boxes are counted separately.",
        },
      ],
      facts: [
        {
          label: label.madeIn,
          value: {
            vi: "Làng Chu Đậu, xã Thái Tân, thành phố Hải Phòng (hợp tác xã mẫu)",
            en: "Chu Đậu village, Thái Tân commune, Hải Phòng city (sample cooperative)",
          },
        },
        { label: label.material, value: { vi: "Gốm men trắng, vẽ lam", en: "White-glazed ceramic painted in blue" } },
        { label: label.size, value: { vi: "Ấm 400 ml, chén 60 ml", en: "Pot 400 ml, cups 60 ml" } },
        { label: label.packs, value: { vi: "Ấm và sáu chén, hoặc hộp sáu chén", en: "Pot and six cups, or a box of six cups" } },
        { label: label.posting, value: { vi: "Hàng dễ vỡ, đóng xốp, gửi bưu điện được", en: "Fragile; packed in foam, can be sent by post" } },
      ],
      pictures: [{ drawing: "teapot", alt: { vi: "Hình vẽ ấm trà vẽ hoa và một chén trà bốc hơi", en: "Drawing of a painted teapot and a steaming cup" } }],
      seasonMonths: allYear,
      category: "gom",
      unitCode: "10642",
      provenance: {
        vi: "Số khách lấy từ “Gốm Chu Đậu đón khoảng 10.000 lượt khách” (Vietnam.vn, 2024); loại men từ “Các làng nghề truyền thống tại Hải Dương” (Làng nghề Việt). Bộ ấm chén, dung tích, giá và số lượng là mẫu.",
        en: "The visitor count comes from “Gốm Chu Đậu đón khoảng 10.000 lượt khách” (Vietnam.vn, 2024); the glazes from “Các làng nghề truyền thống tại Hải Dương” (Làng nghề Việt). The set, its measures, prices and quantities are samples.",
      },
      vatClass: "reduced",
      stocks: [{ key: "cups", unit: "piece", capacity: 24 }, { key: "set", unit: "piece", capacity: 18 }],
      variants: [
        { title: { vi: "Hộp sáu chén", en: "Box of six cups" }, priceDong: 210_000, draws: [{ from: "cups", units: 1 }], weightGrams: 900 },
        { title: { vi: "Ấm và sáu chén", en: "Pot and six cups" }, priceDong: 520_000, draws: [{ from: "set", units: 1 }], weightGrams: 2_100 },
      ],
    }),
  },
  {
    key: "dia-ve-ca-chep",
    shop: "gom-net-co",
    draft: sold({
      title: { vi: "Đĩa gốm vẽ cá chép", en: "Carp plate" },
      summary: {
        vi: "Đĩa treo vẽ cá chép bằng màu lam và đỏ, đường kính 22 cm, của hợp tác xã mẫu ở làng Chu Đậu.",
        en: "A 22 cm plate with a carp in blue and red, painted by a sample cooperative in Chu Đậu village.",
      },
      body: [
        {
          vi: "Di chỉ gốm Chu Đậu được xếp hạng di tích quốc gia năm 1992, chín năm trước khi nghề được làm lại. Nghề gốm ở đây kéo dài từ thế kỷ 14 đến thế kỷ 17, rồi đứt quãng hơn ba trăm năm trước khi có lại lò lửa.",
          en: "The old kilns of Chu Đậu were listed as a national monument in 1992, nine years before the craft was taken up again. Pottery was made here from the 14th to the 17th century, then not for more than three hundred years before the kilns were lit again.",
        },
        {
          vi: "Đĩa mẫu vẽ một con cá chép giữa hai vòng tròn, thêm chút son đỏ. Đĩa có chân đế để bày và lỗ dây để treo; bán từng chiếc hoặc cặp hai chiếc quay đầu vào nhau.",
          en: "The sample plate has a carp within two rings, with a touch of red. It comes with a stand and a hole for hanging, singly or as a pair whose fish face each other.",
        },
      ],
      facts: [
        {
          label: label.madeIn,
          value: {
            vi: "Làng Chu Đậu, xã Thái Tân, thành phố Hải Phòng (hợp tác xã mẫu)",
            en: "Chu Đậu village, Thái Tân commune, Hải Phòng city (sample cooperative)",
          },
        },
        { label: label.material, value: { vi: "Gốm men trắng, màu lam và đỏ", en: "White-glazed ceramic, blue and red" } },
        { label: label.size, value: { vi: "Đường kính 22 cm", en: "22 cm across" } },
        { label: label.use, value: { vi: "Để bày; rửa tay, không cho vào lò vi sóng", en: "For display; wash by hand, no microwave" } },
        { label: label.posting, value: { vi: "Hàng dễ vỡ, đóng xốp, gửi bưu điện được", en: "Fragile; packed in foam, can be sent by post" } },
      ],
      pictures: [{ drawing: "plate", alt: { vi: "Hình vẽ chiếc đĩa trên giá, giữa đĩa là con cá chép", en: "Drawing of a plate on a stand with a carp in its middle" } }],
      seasonMonths: allYear,
      category: "gom",
      unitCode: "10642",
      provenance: {
        vi: "Năm xếp hạng di chỉ và lịch sử lấy từ “Chu Dau on the tourist map” (VNA, 2013) và “Chu Đậu pottery wows APEC guests” (Viet Nam News, 7/2025). Đĩa, kích thước, giá và số lượng là mẫu.",
        en: "The listing of the site and the history come from “Chu Dau on the tourist map” (VNA, 2013) and “Chu Đậu pottery wows APEC guests” (Viet Nam News, July 2025). The plate, its size, prices and quantities are samples.",
      },
      vatClass: "reduced",
      stocks: [{ key: "plate", unit: "piece", capacity: 30 }],
      variants: [
        { title: { vi: "Một chiếc đĩa", en: "One plate" }, priceDong: 260_000, draws: [{ from: "plate", units: 1 }], weightGrams: 900 },
        { title: { vi: "Một cặp", en: "A pair" }, priceDong: 500_000, draws: [{ from: "plate", units: 2 }], weightGrams: 1_800 },
      ],
    }),
  },
  {
    key: "lo-gom-cay",
    shop: "lo-gom-men-tro",
    draft: sold({
      title: { vi: "Lọ gốm Cậy đắp hoa văn", en: "Cậy jar with relief decoration" },
      summary: {
        vi: "Lọ gốm vuốt tay, hoa văn đắp, men tro lam nhạt, của một lò mẫu ở làng Cậy.",
        en: "A hand-thrown jar with raised patterns under pale blue ash glaze, from a sample kiln in Cậy village.",
      },
      body: [
        {
          vi: "Làng Cậy ở xã Bình Giang làm gốm đã gần 500 năm. Gốm Cậy vuốt bằng tay trên bàn xoay, hoa văn đắp lên thân chứ không vẽ, phủ men tro ánh lam nhạt; bây giờ trong làng còn rất ít lò đỏ lửa.",
          en: "Cậy village in Bình Giang commune has made pottery for nearly 500 years. Cậy wares are thrown by hand on the wheel, their patterns raised on the body rather than painted, under an ash glaze with a pale blue cast; very few kilns in the village are still fired.",
        },
        {
          vi: "Lọ mẫu có hai quai nhỏ và một dải cánh hoa đắp quanh bụng. Vì vuốt tay, mỗi chiếc cao thấp chênh nhau vài mi-li-mét; lọ giữ nước, cắm hoa hay đựng chè khô đều được.",
          en: "The sample jar has two small ears and a band of raised petals about its belly. Thrown by hand, the pieces differ by a few millimetres; a jar holds water for flowers, or keeps dry tea.",
        },
      ],
      facts: [
        {
          label: label.madeIn,
          value: {
            vi: "Làng Cậy, xã Bình Giang, thành phố Hải Phòng (lò của gian hàng mẫu)",
            en: "Cậy village, Bình Giang commune, Hải Phòng city (the sample shop's kiln)",
          },
        },
        { label: label.making, value: { vi: "Vuốt tay, đắp hoa văn, tráng men tro, nung", en: "Thrown, decorated in relief, ash-glazed, fired" } },
        { label: label.size, value: { vi: "Cao 18 cm, miệng 9 cm", en: "18 cm high, 9 cm across the mouth" } },
        { label: label.posting, value: { vi: "Hàng dễ vỡ, đóng xốp hai lớp", en: "Fragile; packed in two layers of foam" } },
      ],
      pictures: [{ drawing: "relief-jar", alt: { vi: "Hình vẽ chiếc lọ gốm hai quai có dải cánh hoa đắp quanh bụng", en: "Drawing of a two-eared jar with a band of raised petals" } }],
      seasonMonths: allYear,
      category: "gom",
      unitCode: "10966",
      provenance: {
        vi: "Tuổi nghề, cách làm và loại men lấy từ “Gốm làng Cậy gần 500 tuổi” (Làng nghề Việt) và gomcay.com. Lò, lọ, kích thước, giá và số lượng là mẫu.",
        en: "The age of the craft, the making and the glaze come from “Gốm làng Cậy gần 500 tuổi” (Làng nghề Việt) and gomcay.com. The kiln, the jar, its size, prices and quantities are samples.",
      },
      vatClass: "reduced",
      stocks: [{ key: "jar", unit: "piece", capacity: 20 }],
      variants: [
        { title: { vi: "Một chiếc lọ", en: "One jar" }, priceDong: 320_000, draws: [{ from: "jar", units: 1 }], weightGrams: 1_500 },
      ],
    }),
  },
  {
    key: "chen-men-tro",
    shop: "lo-gom-men-tro",
    draft: sold({
      title: { vi: "Chén gốm Cậy men tro", en: "Cậy ash-glazed cups" },
      summary: {
        vi: "Chén uống trà men tro của một lò mẫu ở làng Cậy, bán theo bộ hai, bốn hoặc sáu chiếc.",
        en: "Ash-glazed tea cups from a sample kiln in Cậy village, in sets of two, four or six.",
      },
      body: [
        {
          vi: "Gốm làng Cậy phủ men tro ngả màu lam nhạt, vuốt bằng tay trên bàn xoay. Nghề ở đây gần 500 năm tuổi mà nay chỉ còn rất ít lò, nên chén bát của làng không thấy nhiều ngoài chợ.",
          en: "Cậy wares are thrown by hand on the wheel and covered in an ash glaze that turns a pale blue. The craft is nearly 500 years old, and with very few kilns left its cups and bowls are not often seen at market.",
        },
        {
          vi: "Chén mẫu dung tích 120 ml, men chảy chỗ dày chỗ mỏng, để mộc phần chân cho thấy màu đất. Bộ hai, bốn hay sáu chiếc cùng lấy từ một số chén; người bán chọn những chiếc gần màu nhau.",
          en: "The sample cup holds 120 ml; its glaze runs thick here and thin there, and the foot is left bare to show the clay. Sets of two, four or six come from one stock; the seller picks cups close in colour.",
        },
      ],
      facts: [
        {
          label: label.madeIn,
          value: {
            vi: "Làng Cậy, xã Bình Giang, thành phố Hải Phòng (lò của gian hàng mẫu)",
            en: "Cậy village, Bình Giang commune, Hải Phòng city (the sample shop's kiln)",
          },
        },
        { label: label.material, value: { vi: "Gốm, men tro", en: "Stoneware, ash glaze" } },
        { label: label.size, value: { vi: "Cao 7 cm, dung tích 120 ml", en: "7 cm high, 120 ml" } },
        { label: label.packs, value: { vi: "Bộ hai, bốn hoặc sáu chiếc", en: "Set of two, four or six" } },
        { label: label.posting, value: { vi: "Hàng dễ vỡ, đóng xốp hai lớp", en: "Fragile; packed in two layers of foam" } },
      ],
      pictures: [{ drawing: "cups", alt: { vi: "Hình vẽ hai chiếc chén men chảy, bốc hơi", en: "Drawing of two steaming cups with runs of glaze" } }],
      seasonMonths: allYear,
      category: "gom",
      unitCode: "10966",
      provenance: {
        vi: "Tuổi nghề và loại men lấy từ “Gốm làng Cậy gần 500 tuổi” (Làng nghề Việt) và gomcay.com. Chén, dung tích, giá và số lượng là mẫu.",
        en: "The age of the craft and the glaze come from “Gốm làng Cậy gần 500 tuổi” (Làng nghề Việt) and gomcay.com. The cups, their measure, prices and quantities are samples.",
      },
      vatClass: "reduced",
      stocks: [{ key: "cup", unit: "piece", capacity: 60 }],
      variants: [
        { title: { vi: "Bộ hai chén", en: "Set of two" }, priceDong: 110_000, draws: [{ from: "cup", units: 2 }], weightGrams: 500 },
        { title: { vi: "Bộ bốn chén", en: "Set of four" }, priceDong: 210_000, draws: [{ from: "cup", units: 4 }], weightGrams: 980 },
        { title: { vi: "Bộ sáu chén", en: "Set of six" }, priceDong: 300_000, draws: [{ from: "cup", units: 6 }], weightGrams: 1_450 },
      ],
    }),
  },
];
