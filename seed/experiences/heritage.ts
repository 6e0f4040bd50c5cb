import { allYear, guidedIn, type SampleListing } from "../sample.ts";
import { adult, child, reservation, visit, withGuide } from "./sample-visit.ts";
import { guidedInBoth, label, lasting } from "./words.ts";

/** Walks with somebody who knows the way; nobody's admission is sold here. */
export const heritageWalks: readonly SampleListing[] = [
  {
    key: "di-bo-ban-co-tien",
    shop: "dan-loi-rung-thong",
    draft: visit({
      title: { vi: "Đi bộ qua rừng thông lên Bàn Cờ Tiên", en: "Through the pines to the Fairy Chessboard" },
      summary: {
        vi: "Từ chùa Côn Sơn qua rừng thông, leo hơn 900 bậc đá lên Bàn Cờ Tiên cùng người dẫn đường.",
        en: "From Côn Sơn pagoda through the pine forest and up more than 900 stone steps to the Fairy Chessboard, with a guide.",
      },
      body: [
        {
          vi: "Chùa Côn Sơn có từ thế kỷ 14, là một trung tâm của Thiền phái Trúc Lâm và là nơi Nguyễn Trãi lui về ở ẩn. Từ chùa, hơn 900 bậc đá dẫn lên Bàn Cờ Tiên trên đỉnh cao gần 200 m. Năm 2025 Côn Sơn được ghi vào danh mục di sản thế giới, trong quần thể Yên Tử – Vĩnh Nghiêm – Côn Sơn, Kiếp Bạc.",
          en: "Côn Sơn pagoda goes back to the 14th century; it was a centre of the Trúc Lâm school of Zen and the retreat of the statesman and poet Nguyễn Trãi. From the pagoda more than 900 stone steps climb to the Fairy Chessboard, on a summit of nearly 200 metres. In 2025 Côn Sơn was inscribed as world heritage, in the complex Yên Tử – Vĩnh Nghiêm – Côn Sơn, Kiếp Bạc.",
        },
        {
          vi: "Buổi đi bộ mẫu đi chậm, nghỉ ba chặng, vừa đi vừa kể chuyện rừng thông, con suối và cầu Thấu Ngọc. Ai muốn đi riêng một nhóm tới 6 người thì có người dẫn nói tiếng Anh; mỗi buổi chỉ có hai người dẫn như vậy. Phí vào khu di tích, nếu có, khách tự mua ở cổng.",
          en: "The sample walk goes slowly and rests three times, with stories of the pines, the stream and Thấu Ngọc bridge along the way. A private group of up to six goes with an English-speaking guide, of whom there are two on each walk. Admission to the site, if charged, is bought at the gate.",
        },
      ],
      facts: [
        { label: label.duration, value: lasting(150) },
        { label: label.meeting, value: { vi: "Sân trước lối vào chùa Côn Sơn, phường Trần Hưng Đạo, thành phố Hải Phòng", en: "The yard before the way in to Côn Sơn pagoda, Trần Hưng Đạo ward, Hải Phòng city" } },
        { label: label.language, value: guidedInBoth },
        { label: label.included, value: { vi: "Người dẫn đường, bản đồ vẽ tay, một chai nước", en: "A guide, a hand-drawn map, a bottle of water" } },
        { label: label.notIncluded, value: { vi: "Phí vào khu di tích và tiền gửi xe, nếu có", en: "Admission and parking, if charged" } },
        { label: label.bring, value: { vi: "Giày bám tốt, gậy nếu đầu gối yếu, áo mưa mỏng", en: "Shoes with a good grip, a stick if your knees are weak, a light raincoat" } },
      ],
      pictures: [{ drawing: "pine-steps", alt: { vi: "Hình vẽ bậc đá lên núi giữa hai hàng thông", en: "Drawing of stone steps climbing a hill between pines" } }],
      seasonMonths: allYear,
      category: "le-di-tich",
      unitCode: "10570",
      provenance: {
        vi: "Số bậc và độ cao lấy từ “Hai Duong, the miniature Mekong Delta” (Vietnam Times, 2023) và “Khu danh thắng Côn Sơn” (CSDL Cục Du lịch); lịch sử từ “Con Son - Kiep Bac relic site” (63Stravel); di sản thế giới từ Báo Hải Phòng Plus (2025). Buổi đi bộ, giờ, thời lượng, giá và số chỗ là mẫu.",
        en: "The steps and the height come from “Hai Duong, the miniature Mekong Delta” (Vietnam Times, 2023) and “Khu danh thắng Côn Sơn” (CSDL Cục Du lịch); the history from “Con Son - Kiep Bac relic site” (63Stravel); the world heritage from Báo Hải Phòng Plus (2025). The walk, its times, duration, prices and places are samples.",
      },
      variants: [
        adult(110_000),
        child(70_000, 7),
        withGuide({ vi: "Nhóm riêng tới 6 người, người dẫn nói tiếng Anh", en: "Private group of up to 6, English-speaking guide" }, 900_000, 6),
      ],
    }),
  },
  {
    key: "di-bo-mao-dien",
    shop: "dan-loi-rung-thong",
    draft: visit({
      title: { vi: "Một vòng Văn miếu Mao Điền, giữ chỗ 0 đ", en: "A round of Mao Điền temple of literature, reserved free" },
      summary: {
        vi: "Đi bộ chung một nhóm nhỏ trong Văn miếu Mao Điền, nghe chuyện tám vị đại khoa, giữ chỗ không mất tiền.",
        en: "Walk round Mao Điền temple of literature in a small group and hear of its eight laureates, reserved free of charge.",
      },
      body: [
        {
          vi: "Văn miếu Mao Điền là văn miếu của trấn Hải Dương xưa, quy mô đứng sau Văn Miếu – Quốc Tử Giám ở miền Bắc. Khu đất rộng 3,6 ha có cây gạo cổ; bên trong thờ Khổng Tử và tám vị đại khoa. Nơi này là di tích quốc gia từ năm 1992. Học sinh hay tới đây báo công, dâng hương, và mùa hội có người cho chữ.",
          en: "Mao Điền was the temple of literature of old Hải Dương, second in size in the North to the one in Hà Nội. Its 3.6 hectares hold an old kapok tree; the halls honour Confucius and eight laureates. It has been a national monument since 1992. School classes come to report their marks and burn incense, and at the festival calligraphers write for visitors.",
        },
        {
          vi: "Người dẫn của gian hàng mẫu đi cùng nhóm tới 15 khách, kể chuyện khoa cử ngày xưa và chỉ cách đọc vài chữ trên hoành phi. Giữ chỗ là 0 đ để biết có bao nhiêu người tới; đây không phải vé của di tích, và lễ của ai người ấy tự sắm.",
          en: "A guide of the sample shop walks with up to 15 visitors, tells of the old examinations and shows how to read a few of the characters on the boards. A place costs 0 VND and only tells the guide how many to expect; it is not the site's ticket, and offerings are each visitor's own.",
        },
      ],
      facts: [
        { label: label.duration, value: lasting(75) },
        { label: label.meeting, value: { vi: "Cổng Văn miếu, xã Mao Điền, thành phố Hải Phòng", en: "The gate of the temple, Mao Điền commune, Hải Phòng city" } },
        { label: label.language, value: guidedIn },
        { label: label.included, value: { vi: "Người dẫn và tờ chữ mẫu để tập đọc", en: "A guide and a sheet of characters to practise on" } },
        { label: label.bring, value: { vi: "Quần áo kín đáo khi vào nơi thờ", en: "Clothes that cover shoulders and knees" } },
      ],
      pictures: [{ drawing: "scholar-gate", alt: { vi: "Hình vẽ cổng văn miếu ba lối, cây gạo nở hoa bên cạnh", en: "Drawing of a three-way temple gate with a kapok tree in flower" } }],
      seasonMonths: allYear,
      category: "le-di-tich",
      unitCode: "10930",
      provenance: {
        vi: "Diện tích, nơi thờ và cây gạo lấy từ “Thăm Văn miếu Mao Điền” (Huế ngày nay, 2/2025) và “Văn miếu Mao Điền, xã Phúc Điền” (Vietnam Travel Log); chuyện học sinh và cho chữ từ “Lễ hội Văn miếu Mao Điền 2019” (GD&TĐ). Buổi đi, giờ, thời lượng và số chỗ là mẫu.",
        en: "The area, the halls and the tree come from “Thăm Văn miếu Mao Điền” (Huế ngày nay, February 2025) and “Văn miếu Mao Điền, xã Phúc Điền” (Vietnam Travel Log); the school classes and the calligraphy from “Lễ hội Văn miếu Mao Điền 2019” (GD&TĐ). The walk, its times, duration and places are samples.",
      },
      variants: [reservation({ vi: "Giữ một chỗ, 0 đ", en: "One place reserved, 0 VND" })],
    }),
  },
  {
    key: "kinh-chu-an-phu",
    shop: "dan-loi-rung-thong",
    draft: visit({
      title: { vi: "Một buổi ở động Kính Chủ và đỉnh An Phụ", en: "Half a day at Kính Chủ cave and the An Phụ summit" },
      summary: {
        vi: "Đọc bia khắc trên vách động Kính Chủ rồi lên đỉnh An Phụ 246 m, cùng người dẫn đường.",
        en: "Read the inscriptions on the walls of Kính Chủ cave, then go up to the 246-metre summit of An Phụ, with a guide.",
      },
      body: [
        {
          vi: "Động Kính Chủ được gọi là “Nam thiên đệ lục động”. Lên 36 bậc đá là tới chùa trong động; trên vách còn 47 bia ma nhai đọc được, xưa từng có 54, và hệ thống bia này là bảo vật quốc gia từ năm 2017. Thợ làng Kính Chủ khắc hầu hết số bia ấy. Động nằm trong di sản thế giới được ghi danh năm 2025.",
          en: "Kính Chủ is called the sixth cave under the southern sky. Thirty-six stone steps lead to a pagoda inside it; 47 inscriptions on the rock can still be read, of 54 there once were, and together they have been a national treasure since 2017. Masons of Kính Chủ village cut nearly all of them. The cave is part of the world heritage inscribed in 2025.",
        },
        {
          vi: "Từ động, cả nhóm đi xe lên núi An Phụ. Trên đỉnh 246 m có đền Cao thờ An Sinh vương Trần Liễu, chùa Tường Vân và tượng đài Trần Hưng Đạo bằng đá cao 9,7 m. Xe của gian hàng mẫu có 14 chỗ; mỗi buổi chỉ một người dẫn nói tiếng Anh, dành cho nhóm riêng. Vé các điểm, nếu có, không nằm trong giá mẫu.",
          en: "From the cave the group rides up An Phụ. On the 246-metre summit stand the temple of Trần Liễu, Prince An Sinh, Tường Vân pagoda and a stone statue of Trần Hưng Đạo, 9.7 metres high. The sample shop's minibus has 14 places; each outing has one English-speaking guide, for a private group. Admission, if charged, is not part of the sample price.",
        },
      ],
      facts: [
        { label: label.duration, value: lasting(240) },
        { label: label.meeting, value: { vi: "Bãi xe dưới chân động Kính Chủ, phường Phạm Sư Mạnh, thành phố Hải Phòng", en: "The car park below Kính Chủ cave, Phạm Sư Mạnh ward, Hải Phòng city" } },
        { label: label.language, value: guidedInBoth },
        { label: label.included, value: { vi: "Người dẫn đường, chỗ trên xe giữa hai điểm, nước uống", en: "A guide, a seat in the minibus between the two, drinking water" } },
        { label: label.notIncluded, value: { vi: "Vé vào các điểm, nếu có, và bữa trưa", en: "Admission, if charged, and lunch" } },
        { label: label.bring, value: { vi: "Giày bám tốt, đèn pin nhỏ, áo khoác mỏng trên đỉnh núi", en: "Shoes with a good grip, a small torch, a light jacket for the summit" } },
      ],
      pictures: [{ drawing: "cave", alt: { vi: "Hình vẽ cửa động đá, bậc lên và bia khắc trên vách", en: "Drawing of a cave mouth with steps and an inscription on its wall" } }],
      seasonMonths: allYear,
      category: "le-di-tich",
      unitCode: "10726",
      provenance: {
        vi: "Số bậc, bia và nghề đá lấy từ “Bia ma nhai động Kính Chủ - bảo vật quốc gia” (Sở KH&CN) và “Khám phá Nam thiên đệ lục động” (Báo Phú Yên); đỉnh An Phụ từ “Đền Cao An Phụ” (Wikipedia tiếng Việt) và “Về Hải Dương chiêm bái đền Cao An Phụ” (Người Đưa Tin, 2023). Buổi đi, xe, giờ, thời lượng, giá và số chỗ là mẫu.",
        en: "The steps, the inscriptions and the masons come from “Bia ma nhai động Kính Chủ - bảo vật quốc gia” (Sở KH&CN) and “Khám phá Nam thiên đệ lục động” (Báo Phú Yên); the summit from “Đền Cao An Phụ” (Vietnamese Wikipedia) and “Về Hải Dương chiêm bái đền Cao An Phụ” (Người Đưa Tin, 2023). The outing, minibus, times, duration, prices and places are samples.",
      },
      variants: [
        adult(220_000),
        child(150_000, 7),
        withGuide({ vi: "Nhóm riêng tới 7 người, người dẫn nói tiếng Anh", en: "Private group of up to 7, English-speaking guide" }, 1_900_000, 7),
      ],
    }),
  },
  {
    key: "rung-phong-thanh-mai",
    shop: "dan-loi-rung-thong",
    draft: visit({
      title: { vi: "Ngắm rừng phong đỏ quanh chùa Thanh Mai", en: "The red sweet-gum forest round Thanh Mai pagoda" },
      summary: {
        vi: "Đi bộ trong rừng phong núi Tam Ban khi lá đổi màu, từ giữa tháng 12 đến tháng 1.",
        en: "Walk in the sweet-gum forest of Tam Ban mountain while its leaves turn, from mid-December into January.",
      },
      body: [
        {
          vi: "Chùa Thanh Mai do Nhị tổ Pháp Loa lập năm 1329 trên núi Tam Ban, độ cao khoảng 200 m. Chùa giữ bia “Thanh Mai Viên Thông tháp”, một bảo vật quốc gia, và thuộc di sản thế giới được ghi danh năm 2025. Quanh chùa là rừng phong, người trong vùng gọi là cây sau sau hay táo hậu; lá chuyển vàng rồi đỏ từ giữa tháng 12.",
          en: "Thanh Mai pagoda was founded in 1329 by Pháp Loa, the second Trúc Lâm patriarch, at about 200 metres on Tam Ban mountain. It keeps the stele “Thanh Mai Viên Thông tháp”, a national treasure, and belongs to the world heritage inscribed in 2025. Around it grows a forest of sweet-gum, known here as sau sau or táo hậu, whose leaves turn yellow and then red from the middle of December.",
        },
        {
          vi: "Buổi đi bộ mẫu vào rừng theo lối mòn, dừng ở những gốc phong già, rồi vào thăm chùa. Năm lá đỏ sớm, năm lá đỏ muộn: trước ngày đi gian hàng nhắn cho khách biết lá đã tới đâu. Ai đi nhóm riêng thì có người dẫn nói tiếng Anh, mỗi buổi một người.",
          en: "The sample walk follows a path into the forest, stops by the old trees and then visits the pagoda. Some years the red comes early, some years late: before the day the shop writes to say how far the leaves have turned. A private group goes with an English-speaking guide, one on each walk.",
        },
      ],
      facts: [
        { label: label.duration, value: lasting(180) },
        { label: label.meeting, value: { vi: "Chân dốc lên chùa Thanh Mai, phường Nguyễn Trãi, thành phố Hải Phòng", en: "The foot of the slope to Thanh Mai pagoda, Nguyễn Trãi ward, Hải Phòng city" } },
        { label: label.language, value: guidedInBoth },
        { label: label.included, value: { vi: "Người dẫn đường, trà gừng nóng, một chiếc bánh ăn đường", en: "A guide, warm ginger tea, a cake for the way" } },
        { label: label.bring, value: { vi: "Áo ấm, giày bám tốt; xin đừng bẻ cành, nhặt lá rụng thì được", en: "Something warm, shoes with a good grip; please break no branches, fallen leaves are yours" } },
      ],
      pictures: [{ drawing: "sweet-gum", alt: { vi: "Hình vẽ cành phong ba thuỳ lá đỏ, xa xa mái chùa", en: "Drawing of a sweet-gum branch with red three-lobed leaves and a pagoda roof beyond" } }],
      seasonMonths: [12, 1],
      category: "thien-nhien",
      unitCode: "10552",
      provenance: {
        vi: "Năm lập chùa và tấm bia lấy từ “Theo dấu chân Phật hoàng: chùa Thanh Mai” (Tiền Phong, 9/2025); mùa lá và tên cây từ “Rừng phong chùa Thanh Mai” và “Rực rỡ rừng phong chùa Thanh Mai” (2017). Buổi đi bộ, giờ, thời lượng, giá và số chỗ là mẫu.",
        en: "The founding and the stele come from “Theo dấu chân Phật hoàng: chùa Thanh Mai” (Tiền Phong, September 2025); the season and the names of the tree from “Rừng phong chùa Thanh Mai” and “Rực rỡ rừng phong chùa Thanh Mai” (2017). The walk, its times, duration, prices and places are samples.",
      },
      variants: [
        adult(130_000),
        child(80_000, 7),
        withGuide({ vi: "Nhóm riêng tới 6 người, người dẫn nói tiếng Anh", en: "Private group of up to 6, English-speaking guide" }, 980_000, 6),
      ],
    }),
  },
];
