import type { LinkedPiece } from "@xudong/content";
import { from } from "../sources.ts";
import { drawn, placesNamed, samples } from "../words.ts";

/** When things grow, when they are celebrated, and what to take home at Tết. */
export const seasonGuides: readonly LinkedPiece[] = [
  {
    links: samples("vai-thieu-thanh-ha", "vai-u-hong", "na-chi-linh", "ca-rot-duc-chinh", "hanh-kinh-mon", "ruoi-tu-ky", "hai-vai-dong-man", "dap-xe-bai-ca-rot", "vot-ruoi-an-thanh"),
    draft: {
      key: "mua-nao-thuc-nay",
      isSample: true,
      title: { vi: "Mùa nào thức nấy: lịch một năm Xứ Đông", en: "A year in season around Hải Dương" },
      summary: {
        vi: "Tháng nào có vải, có na, có rươi, có hành tỏi, và vì sao mỗi năm xê dịch vài ngày.",
        en: "When lychee, custard apple, rươi, shallots and garlic come, and why each year shifts by some days.",
      },
      body: [
        {
          heading: { vi: "Tháng 1 đến tháng 3", en: "January to March" },
          text: {
            vi: "Đầu năm là mùa của củ. Hành tím và tỏi Kinh Môn thu rộ khoảng tháng 1: cả vùng trồng khoảng 4.000 ha, gần 100.000 tấn củ tươi mỗi năm. Cà rốt Đức Chính, gieo từ tháng 9, nhổ từ tháng 1 đến tháng 3 trên bãi phù sa sông Thái Bình.",
            en: "The year begins under the ground. Shallots and garlic of Kinh Môn are lifted mostly in January: about 4,000 hectares and nearly 100,000 tonnes of fresh bulbs a year. Carrots of Đức Chính, sown from September, come out of the silt of the Thái Bình river from January to March.",
          },
        },
        {
          heading: { vi: "Tháng 5 đến tháng 9", en: "May to September" },
          text: {
            vi: "Vải sớm khu Hà Đông của Thanh Hà hái từ cuối tháng 5; vải thiều chính vụ khoảng 10/6 đến cuối tháng 6. Cáy bãi triều bắt từ tháng 5 đến tháng 9. Na Chí Linh đầu vụ cuối tháng 7, rộ giữa tháng 8; năm 2022 cả vùng đồi có 890 ha na.",
            en: "Early lychee of the Hà Đông part of Thanh Hà is picked from late May, the main crop from about 10 June to the end of that month. Mud crabs of the tidal flats are caught from May to September. Custard apples of Chí Linh begin late in July and are at their height in mid-August; in 2022 the hills had 890 hectares of them.",
          },
        },
        {
          heading: { vi: "Tháng 10 đến tháng 12", en: "October to December" },
          text: {
            vi: "Nếp cái hoa vàng Kinh Môn gặt khoảng tháng 10, tháng 11. Rươi theo con nước: câu “tháng chín đôi mươi, tháng mười mùng năm” tính theo lịch âm, nên năm nào cũng phải tra lại ngày dương. Trên chợ, hàng hết mùa vẫn có trang để đọc nhưng không đặt được cho tới khi vào vụ.",
            en: "The golden-flower sticky rice of Kinh Môn is cut in about October and November. Rươi follow the tide: the saying “tháng chín đôi mươi, tháng mười mùng năm” counts by the moon, so the solar day has to be looked up each year. On this market, goods out of season keep their page to read but cannot be ordered until they are back.",
          },
        },
      ],
      facts: [
        { label: { vi: "Vải thiều chính vụ", en: "Main lychee crop" }, value: { vi: "10/6 đến cuối tháng 6", en: "10 June to the end of June" } },
        { label: { vi: "Na rộ", en: "Custard apple at its height" }, value: { vi: "Giữa tháng 8", en: "Mid-August" } },
        { label: { vi: "Rươi", en: "Rươi" }, value: { vi: "Quanh 20/9 và 5/10 âm lịch", en: "Round 20/9 and 5/10 of the lunar year" } },
      ],
      pictures: drawn("custard-apple", "Hình vẽ quả na, bên cạnh là một quả bổ đôi", "Drawing of a custard apple beside a halved one"),
      sources: from("km-dost", "km-vn", "carot-soha", "carot-ktdt", "vai-som23", "vai-vung", "vai-35", "cay-dost", "na-bhd", "na-ddk", "nep-dost", "ruoi-tour"),
      detail: { kind: "guide" },
    },
  },
  {
    links: samples("banh-dau-xanh", "banh-gai", "banh-gac", "hanh-kinh-mon", "bo-am-chen-chu-dau", "gao-bai-ruoi", "goi-banh-chung"),
    draft: {
      key: "goi-qua-tet",
      isSample: true,
      title: { vi: "Gói quà Tết từ đất Hải Dương", en: "Packing a Tết gift from Hải Dương" },
      summary: {
        vi: "Chọn gì cho một giỏ quà gửi xa, món nào để được lâu, và đặt trước bao nhiêu ngày.",
        en: "What travels in a Tết basket, what keeps and what does not, and how early to order.",
      },
      body: [
        {
          text: {
            vi: "Quà của vùng này chia làm hai loại. Loại để được: bánh đậu xanh đóng hộp, gạo, bún và bánh đa khô, hương, đồ gốm. Loại phải ăn sớm: bánh gai, bánh gấc; một bài viết cá nhân nói bánh gai để thường được 4–5 ngày, ngăn mát 7–8 ngày rồi hấp lại. Gửi chung hai loại vào một thùng thì phải tính theo loại mau hỏng.",
            en: "Gifts from here are of two kinds. Those that keep: boxed mung bean cake, rice, dried noodles, incense, pottery. Those to be eaten soon: ramie-leaf and gấc cakes; one personal post gives ramie-leaf cake 4–5 days at room temperature and 7–8 in the fridge, steamed again before eating. Send both in one box, and the shorter life decides.",
          },
        },
        {
          heading: { vi: "Món của ngày Tết", en: "Things that mean Tết" },
          text: {
            vi: "Bánh gấc Ninh Giang làm quanh năm nhưng đông khách vào Tết và hội đầu xuân. Hương Quốc Tuấn bán mạnh từ tháng Mười âm lịch; ba thôn làm hương là làng nghề từ năm 2006, khoảng 100 hộ. Hành tím Kinh Môn thu rộ khoảng tháng 1, kịp cho đĩa dưa hành ăn với bánh chưng.",
            en: "Gấc cake of Ninh Giang is made all year but sells at Tết and at the spring festivals. Incense of Quốc Tuấn sells from the tenth lunar month on; its three hamlets have been a craft village since 2006, with about 100 households. Shallots of Kinh Môn are lifted mostly in January, in time for the pickle that goes with bánh chưng.",
          },
        },
        {
          heading: { vi: "Đặt sớm, gửi gọn", en: "Order early, pack tight" },
          text: {
            vi: "Trước Tết đường thư đông, nên đặt sớm và xem ngày dự kiến tới nơi trên từng món; chợ không hứa ngày giao. Gửi thẳng cho người nhận thì ghi đủ tên và số điện thoại của họ. Đồ gốm đóng xốp gửi bưu điện được; ai ở gần có thể tự gói bánh chưng rồi mang về.",
            en: "Before Tết the post is busy: order early and look at the expected day of each item, which is an estimate and no promise. To send a gift straight to somebody, give their full name and telephone number. Pottery travels by post in foam; and if you live near, you can wrap your own bánh chưng and carry it home.",
          },
        },
      ],
      facts: [{ label: { vi: "Bánh gai để được", en: "Ramie-leaf cake keeps" }, value: { vi: "4–5 ngày để thường, 7–8 ngày ngăn mát (một bài viết cá nhân, nhà làm bánh chưa xác nhận)", en: "4–5 days, 7–8 in the fridge (a personal post, not confirmed by a maker)" } }],
      pictures: drawn("banh-chung", "Hình vẽ chiếc bánh chưng vuông buộc lạt, bên trên là lá dong", "Drawing of a square bánh chưng tied with strips, leaves above it"),
      sources: from("dx-en", "steem-banhgai", "blog-banhgac", "huong-tt", "huong-lnv", "km-dost"),
      detail: { kind: "guide", months: [12, 1, 2] },
    },
  },
  {
    links: placesNamed("con-son"),
    draft: {
      key: "di-hoi-theo-lich-am",
      isSample: true,
      title: { vi: "Đi hội theo lịch âm", en: "Going to festivals by the lunar calendar" },
      summary: {
        vi: "Vì sao ngày hội mỗi năm rơi vào một ngày dương khác, và xem lịch thế nào để khỏi đi hụt.",
        en: "Why a festival falls on another date each year, and how to read the calendar so as not to miss it.",
      },
      body: [
        {
          text: {
            vi: "Phần lớn hội làng, hội đền tính theo âm lịch: tháng bắt đầu vào ngày có trăng non, dài 29 hoặc 30 ngày. Một năm âm ngắn hơn năm dương khoảng 11 ngày, nên vài năm lại có một tháng nhuận.",
            en: "Most village and temple festivals follow the lunar calendar: a month begins on the day of the new moon and lasts 29 or 30 days. A lunar year is about 11 days shorter than a solar one, so every few years a leap month is put in.",
          },
        },
        {
          heading: { vi: "Tháng thiếu, tháng nhuận", en: "Short months and leap months" },
          text: {
            vi: "Hội mở ngày 30 mà tháng đó chỉ có 29 ngày thì bắt đầu từ ngày 29. Năm có hai tháng cùng số thì hội thường theo tháng đầu, không theo tháng nhuận. Chợ tính sẵn ngày dương cho từng năm ở trang mỗi lễ hội.",
            en: "A festival that opens on the 30th of a month with only 29 days begins on the 29th. In a year with two months of the same number it usually keeps to the first, not to the leap month. Each festival's page here gives the solar dates worked out for the year.",
          },
        },
        {
          heading: { vi: "Trước khi đi", en: "Before you set out" },
          text: {
            vi: "Ban tổ chức có năm dời chương trình một hai ngày. Mời bạn xem lại thông báo của địa phương trong tuần trước hội; trang lễ hội nào có ghi ngày đã công bố thì theo ngày ấy.",
            en: "In some years the organisers move the programme by a day or two. Please check the local announcement in the week before; where a festival page here gives announced days, go by those.",
          },
        },
      ],
      facts: [],
      pictures: drawn("bell", "Hình vẽ quả chuông đồng treo trên giá gỗ", "Drawing of a bronze bell in a wooden frame"),
      sources: [{ title: "Hồ Ngọc Đức: Thuật toán tính âm lịch (Computing the Vietnamese lunar calendar)", url: "https://www.informatik.uni-leipzig.de/~duc/amlich/calrules.html" }],
      detail: { kind: "guide" },
    },
  },
];
