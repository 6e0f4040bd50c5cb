import { allYear, label, type SampleListing } from "../sample.ts";

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
      provenance: {
        vi: "Lịch sử và loại men lấy từ “Chu Đậu pottery wows APEC guests” (Viet Nam News, 7/2025), “Các làng nghề truyền thống tại Hải Dương” (Làng nghề Việt) và “Chu Dau on the tourist map” (VNA, 2013). Hợp tác xã, mẫu bát, giá và số lượng là mẫu.",
        en: "The history and glazes come from “Chu Đậu pottery wows APEC guests” (Viet Nam News, July 2025), “Các làng nghề truyền thống tại Hải Dương” (Làng nghề Việt) and “Chu Dau on the tourist map” (VNA, 2013). The cooperative, the bowls, prices and quantities are samples.",
      },
      isSample: true,
      vatClass: "reduced",
      taxActivity: "goods",
      stocks: [{ key: "bowl", unit: "piece", capacity: 48 }],
      variants: [
        { title: { vi: "Một chiếc bát", en: "One bowl" }, priceDong: 120_000, draws: [{ from: "bowl", units: 1 }] },
        { title: { vi: "Bộ bốn chiếc", en: "Set of four" }, priceDong: 450_000, draws: [{ from: "bowl", units: 4 }] },
      ],
    },
  },
];
