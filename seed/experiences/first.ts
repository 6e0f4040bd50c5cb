import { allYear, guidedIn, label, type SampleListing } from "../sample.ts";

/** The three with which the market began. */
export const first: readonly SampleListing[] = [
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
      category: "lang-nghe",
      unitCode: "10642",
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
      category: "song-nuoc",
      unitCode: "11284",
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
      category: "am-thuc",
      unitCode: "11203",
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
];
