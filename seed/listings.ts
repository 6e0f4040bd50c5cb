import type { ListingDraft } from "@xudong/catalog";
import type { ShopKey } from "./shops.ts";

export type ListingKey =
  | "oi-thanh-ha"
  | "banh-dau-xanh"
  | "bat-gom-chu-dau"
  | "banh-gai"
  | "vai-thieu-thanh-ha"
  | "ve-gom-chu-dau"
  | "thuyen-dao-co"
  | "goi-banh-gai";

export type SampleListing = { key: ListingKey; shop: ShopKey; draft: ListingDraft };

const allYear = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/**
 * What is said about a speciality or a place has a source, named in `provenance`; what only the seller
 * could know (recipe, duration, meeting place) is invented, and its label says that it is the sample's own.
 */
const label = {
  grownIn: { vi: "Nơi trồng", en: "Grown in" },
  madeIn: { vi: "Nơi làm", en: "Made in" },
  packs: { vi: "Quy cách", en: "Sizes" },
  harvest: { vi: "Mùa vụ", en: "Harvest" },
  sellingTime: { vi: "Lịch bán (của gian hàng mẫu)", en: "On sale (the sample shop's own calendar)" },
  recipe: { vi: "Thành phần (công thức mẫu)", en: "Ingredients (sample recipe)" },
  keeping: { vi: "Bảo quản", en: "Keeping" },
  posting: { vi: "Gửi hàng", en: "Posting" },
  duration: { vi: "Thời lượng (của gian hàng mẫu)", en: "Duration (the sample shop's own offer)" },
  included: { vi: "Giá gồm (của gian hàng mẫu)", en: "Included (the sample shop's own offer)" },
  meeting: { vi: "Điểm hẹn (mẫu)", en: "Meeting place (sample)" },
  language: { vi: "Ngôn ngữ (của gian hàng mẫu)", en: "Language (the sample shop's own offer)" },
  bring: { vi: "Nên mang theo", en: "What to bring" },
} as const;

const guidedIn = {
  vi: "Hướng dẫn bằng tiếng Việt, có tờ giới thiệu bằng tiếng Anh",
  en: "Guided in Vietnamese, with a printed introduction in English",
} as const;

/** The sample listings of a demo, in the order in which they are put on show. */
export const listings: readonly SampleListing[] = [
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
  {
    key: "ve-gom-chu-dau",
    shop: "gom-net-co",
    draft: {
      kind: "experience",
      title: { vi: "Buổi vẽ gốm ở làng Chu Đậu", en: "Pottery painting in Chu Đậu village" },
      summary: {
        vi: "Xem các bước làm gốm rồi tự tay vẽ một chiếc bát cùng hợp tác xã mẫu ở xã Thái Tân.",
        en: "See how the pottery is made, then paint a bowl yourself with a sample cooperative in Thái Tân commune.",
      },
      body: [
        {
          vi: "Gốm Chu Đậu có từ thế kỷ 14, từng thất truyền và được phục hồi năm 2001. Từ đầu năm 2024 đến ngày 28/10/2024, có khoảng 10.000 lượt khách đến xem gốm ở đây; họ xem các bước làm gốm, thử nặn hoặc vẽ, rồi để sản phẩm lại chờ nung.",
          en: "Chu Đậu pottery goes back to the 14th century, was lost, and was revived in 2001. From January to 28 October 2024 about 10,000 visits were made to see it here; people watch how the pottery is made, try shaping or painting, and leave their piece to be fired.",
        },
        {
          vi: "Trong buổi mẫu này mỗi người vẽ một chiếc bát mộc, có người hướng dẫn cách cầm bút và đi nét. Vé gia đình lấy bốn chỗ trong cùng một giờ. Bát còn phải nung nên không mang về ngay được; ở Chu Đậu, bát nung xong thường gửi qua bưu điện, cước gửi không nằm trong giá mẫu.",
          en: "In this sample session each person paints one unglazed bowl, with someone at hand to show how to hold the brush and draw the line. A family ticket takes four places at the same time. The bowl still has to be fired, so it cannot go home with you; in Chu Đậu fired pieces are usually posted, and postage is not part of the sample price.",
        },
      ],
      facts: [
        { label: label.duration, value: { vi: "90 phút", en: "90 minutes" } },
        {
          label: label.meeting,
          value: { vi: "Xưởng của hợp tác xã mẫu, làng Chu Đậu, xã Thái Tân, thành phố Hải Phòng", en: "The sample cooperative's workshop, Chu Đậu village, Thái Tân commune, Hải Phòng city" },
        },
        { label: label.language, value: guidedIn },
        { label: label.included, value: { vi: "Một chiếc bát mộc cho mỗi người, màu vẽ, bút và công nung", en: "One unglazed bowl each, colours, brushes and firing" } },
        { label: label.bring, value: { vi: "Quần áo không ngại dính màu", en: "Clothes you don't mind getting paint on" } },
      ],
      pictures: [
        { drawing: "brush", alt: { vi: "Hình vẽ bàn tay cầm bút lông vẽ một nét lam", en: "Drawing of a hand painting one blue line with a brush" } },
      ],
      seasonMonths: allYear,
      provenance: {
        vi: "Số khách và việc nặn, vẽ, gửi bưu điện lấy từ “Gốm Chu Đậu đón khoảng 10.000 lượt khách” (Vietnam.vn, 2024); lịch sử làng gốm từ “Chu Đậu pottery wows APEC guests” (Viet Nam News, 7/2025). Buổi vẽ, giờ, giá và số chỗ là mẫu.",
        en: "The visitor count and the shaping, painting and posting come from “Gốm Chu Đậu đón khoảng 10.000 lượt khách” (Vietnam.vn, 2024); the history of the pottery from “Chu Đậu pottery wows APEC guests” (Viet Nam News, July 2025). The session, its times, prices and places are samples.",
      },
      isSample: true,
      vatClass: "reduced",
      taxActivity: "services",
      stocks: [],
      variants: [
        { title: { vi: "Người lớn", en: "Adult" }, priceDong: 150_000, draws: [{ from: "seat", units: 1 }] },
        { title: { vi: "Trẻ em 6–12 tuổi, đi cùng người lớn", en: "Child aged 6–12, with an adult" }, priceDong: 100_000, draws: [{ from: "seat", units: 1 }] },
        { title: { vi: "Vé gia đình, 4 người", en: "Family ticket for 4" }, priceDong: 440_000, draws: [{ from: "seat", units: 4 }] },
      ],
    },
  },
  {
    key: "thuyen-dao-co",
    shop: "thuyen-bo-tre",
    draft: {
      kind: "experience",
      title: { vi: "Đi thuyền ngắm Đảo Cò", en: "Boat trip round Stork Island" },
      summary: {
        vi: "Một vòng thuyền trên hồ An Dương, quanh hai đảo có cò và vạc ở, từ tháng 9 đến tháng 4.",
        en: "A boat trip on An Dương lake, round two islets where egrets and night herons live, from September to April.",
      },
      body: [
        {
          vi: "Đảo Cò gồm hai đảo giữa hồ An Dương, nơi có khoảng 18.000 con cò và 8.000 con vạc. Chim đông từ tháng 9 đến tháng 4; khoảng 17–18 giờ là lúc cò và vạc đổi ca, đàn về đàn đi. Bến thuyền và quầy vé ở đây được làm lại năm 2025.",
          en: "Stork Island is in fact two islets in An Dương lake, with about 18,000 egrets and 8,000 night herons. Birds are plentiful from September to April; between five and six in the evening the egrets and the night herons change shifts, one coming home as the other leaves. The pier and the ticket office were redone in 2025.",
        },
        {
          vi: "Thuyền mẫu có 12 chỗ, bán theo từng chỗ hoặc bao cả thuyền; chỉ bao được khi chuyến ấy chưa bán chỗ nào. Chuyến chiều đi từ 16:30 để ở trên mặt nước lúc chim đổi ca. Vé tham quan của điểm đến, nếu có, không nằm trong giá mẫu.",
          en: "The sample boat has 12 places, sold one by one or as a whole boat; the whole boat can be had only while no place on that trip has been sold. The afternoon trip leaves at 16:30 so as to be on the water when the birds change over. Admission to the site, if charged, is not part of the sample price.",
        },
      ],
      facts: [
        { label: label.duration, value: { vi: "75 phút", en: "75 minutes" } },
        {
          label: label.meeting,
          value: { vi: "Bến thuyền hồ An Dương, xã Nam Thanh Miện, thành phố Hải Phòng", en: "The boat pier on An Dương lake, Nam Thanh Miện commune, Hải Phòng city" },
        },
        { label: label.language, value: guidedIn },
        { label: label.included, value: { vi: "Chỗ trên thuyền, người lái thuyền và áo phao", en: "A place in the boat, someone to steer it and a life jacket" } },
        { label: label.bring, value: { vi: "Mũ, áo khoác mỏng, ống nhòm nếu có", en: "A hat, a light jacket, and binoculars if you have them" } },
      ],
      pictures: [
        { drawing: "boat-storks", alt: { vi: "Hình vẽ chiếc thuyền trên hồ, cò bay về lùm tre", en: "Drawing of a boat on a lake, with egrets flying home to the bamboo" } },
      ],
      seasonMonths: [9, 10, 11, 12, 1, 2, 3, 4],
      provenance: {
        vi: "Số chim lấy từ bài “Đảo Cò” (Người Quan Sát), mùa và giờ chim đổi ca từ “Khám phá xứ Đông: bãi Rễ và Đảo Cò” (Reatimes, 2019), bến thuyền từ “Diện mạo mới ở Đảo Cò Nam Thanh Miện” (8/2025). Thuyền, giờ đi, giá và số chỗ là mẫu.",
        en: "The bird numbers come from “Đảo Cò” (Người Quan Sát), the season and the hour of the change from “Khám phá xứ Đông: bãi Rễ và Đảo Cò” (Reatimes, 2019), the pier from “Diện mạo mới ở Đảo Cò Nam Thanh Miện” (August 2025). The boat, its times, prices and places are samples.",
      },
      isSample: true,
      vatClass: "reduced",
      taxActivity: "services",
      stocks: [],
      variants: [
        { title: { vi: "Một chỗ", en: "One place" }, priceDong: 70_000, draws: [{ from: "seat", units: 1 }] },
        { title: { vi: "Bao cả thuyền, 12 chỗ", en: "Whole boat, 12 places" }, priceDong: 780_000, draws: [{ from: "seat", units: 12 }] },
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
  {
    key: "goi-banh-gai",
    shop: "bep-bo-gieng",
    draft: {
      kind: "experience",
      title: { vi: "Buổi gói bánh gai ở Ninh Giang", en: "Wrapping ramie-leaf cakes in Ninh Giang" },
      summary: {
        vi: "Nặn vỏ, đặt nhân và gói lá chuối khô cùng bếp mẫu ở xã Ninh Giang.",
        en: "Shape the shell, add the filling and wrap it in dried banana leaf with a sample kitchen in Ninh Giang commune.",
      },
      body: [
        {
          vi: "Theo số liệu năm 2014, thị trấn Ninh Giang cũ có gần 100 cơ sở làm bánh gai và bánh gấc. Chiếc bánh gai gồm vỏ nếp lá gai đen bóng, nhân đậu xanh, dừa, mứt bí, hạt sen, vừng, và lớp lá chuối khô bên ngoài.",
          en: "In 2014 the former township of Ninh Giang had nearly 100 makers of ramie-leaf and gấc cakes. A ramie-leaf cake has a glossy black shell of glutinous rice, a filling of mung bean, coconut, candied winter melon, lotus seed and sesame, and a wrapping of dried banana leaf.",
        },
        {
          vi: "Chưa có nguồn nào cho biết nơi nào ở Ninh Giang bán vé lớp gói bánh, nên buổi này do chợ gợi ý và chỉ là mẫu. Mỗi người gói vài chiếc từ bột và nhân đã chuẩn bị sẵn rồi nếm bánh đã hấp; vé gia đình lấy bốn chỗ trong cùng một giờ.",
          en: "We have found no source for a ticketed wrapping class in Ninh Giang, so this session is the market's own suggestion and only a sample. Each person wraps a few cakes from dough and filling made beforehand, then tastes some that have been steamed; a family ticket takes four places at the same time.",
        },
      ],
      facts: [
        { label: label.duration, value: { vi: "75 phút", en: "75 minutes" } },
        {
          label: label.meeting,
          value: { vi: "Bếp của gian hàng mẫu, xã Ninh Giang, thành phố Hải Phòng", en: "The sample shop's kitchen, Ninh Giang commune, Hải Phòng city" },
        },
        { label: label.language, value: guidedIn },
        { label: label.included, value: { vi: "Bột, nhân, lá gói, tạp dề và bánh nếm", en: "Dough, filling, leaves, an apron and cakes to taste" } },
        { label: label.bring, value: { vi: "Hộp đựng nếu muốn mang bánh về", en: "A box, if you would like to take cakes home" } },
      ],
      pictures: [
        { drawing: "cake-making", alt: { vi: "Hình vẽ hai bàn tay gói bánh trong lá chuối khô", en: "Drawing of two hands wrapping a cake in dried banana leaf" } },
      ],
      seasonMonths: allYear,
      provenance: {
        vi: "Số cơ sở làm bánh lấy từ “Bánh gấc Ninh Giang” (blog của một cửa hàng, 2014); vỏ, nhân và lá gói từ “Bánh gai Ninh Giang” (VOV2, 2020). Buổi gói bánh, giờ, giá và số chỗ là mẫu.",
        en: "The number of makers comes from “Bánh gấc Ninh Giang” (a shop's blog, 2014); shell, filling and wrapping from “Bánh gai Ninh Giang” (VOV2, 2020). The session, its times, prices and places are samples.",
      },
      isSample: true,
      vatClass: "reduced",
      taxActivity: "services",
      stocks: [],
      variants: [
        { title: { vi: "Người lớn", en: "Adult" }, priceDong: 120_000, draws: [{ from: "seat", units: 1 }] },
        { title: { vi: "Trẻ em 6–12 tuổi, đi cùng người lớn", en: "Child aged 6–12, with an adult" }, priceDong: 80_000, draws: [{ from: "seat", units: 1 }] },
        { title: { vi: "Vé gia đình, 4 người", en: "Family ticket for 4" }, priceDong: 350_000, draws: [{ from: "seat", units: 4 }] },
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
