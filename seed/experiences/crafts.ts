import { allYear, guidedIn, type SampleListing } from "../sample.ts";
import { adult, child, family, reservation, together, visit } from "./sample-visit.ts";
import { label, lasting } from "./words.ts";

/** Hands at work: a kiln to look at, a needle and a carved block to try. */
export const craftVisits: readonly SampleListing[] = [
  {
    key: "xem-xuong-gom",
    shop: "gom-net-co",
    draft: visit({
      title: { vi: "Xem xưởng gốm Chu Đậu, giữ chỗ trước", en: "A look round a Chu Đậu pottery workshop" },
      summary: {
        vi: "Đi một vòng xưởng của hợp tác xã mẫu ở làng Chu Đậu, từ bàn xoay tới cửa lò, giữ chỗ không mất tiền.",
        en: "A round of the sample cooperative's workshop in Chu Đậu village, from the wheel to the kiln door, reserved free of charge.",
      },
      body: [
        {
          vi: "Gốm Chu Đậu được làm từ thế kỷ 14 đến thế kỷ 17, thất truyền rồi phục hồi năm 2001; di chỉ gốm trong làng là di tích quốc gia từ năm 1992. Ngày nay trong làng có phòng trưng bày kể chuyện phục hồi ấy, và từ đầu năm 2024 đến ngày 28/10/2024 có khoảng 10.000 lượt khách tới xem gốm.",
          en: "Chu Đậu ware was made from the 14th to the 17th century, lost, and revived in 2001; the kiln site in the village has been a national monument since 1992. A showroom in the village tells the story of that revival, and from January to 28 October 2024 about 10,000 visits were made to see the pottery.",
        },
        {
          vi: "Xưởng của hợp tác xã mẫu nhỏ, đông người thì thợ khó làm việc, nên mỗi lượt chỉ nhận 15 khách và cần giữ chỗ. Giữ chỗ là 0 đ, bạn không phải mua gì. Ai muốn tự tay vẽ một chiếc bát thì đặt buổi vẽ gốm trong cùng một giỏ, ngay sau lượt xem.",
          en: "The sample cooperative's workshop is small and a crowd gets in the potters' way, so each round takes 15 visitors and asks you to reserve. A place costs 0 VND and you need not buy anything. To paint a bowl yourself, add the painting session to the same basket and stay on.",
        },
      ],
      facts: [
        { label: label.duration, value: lasting(45) },
        { label: label.meeting, value: { vi: "Cổng xưởng của hợp tác xã mẫu, làng Chu Đậu, xã Thái Tân, thành phố Hải Phòng", en: "The gate of the sample cooperative's workshop, Chu Đậu village, Thái Tân commune, Hải Phòng city" } },
        { label: label.language, value: guidedIn },
        { label: label.included, value: { vi: "Một người thợ đi cùng và giải thích từng bước", en: "A potter who goes round with you and explains each step" } },
        { label: label.bring, value: { vi: "Không cần mang gì; xin đừng chạm vào hàng đang phơi", en: "Nothing; please leave drying pieces untouched" } },
      ],
      pictures: [{ drawing: "kiln", alt: { vi: "Hình vẽ lò gốm đang đỏ lửa", en: "Drawing of a lit kiln" } }],
      seasonMonths: allYear,
      category: "lang-nghe",
      unitCode: "10642",
      provenance: {
        vi: "Lịch sử và số khách lấy từ “Chu Đậu pottery wows APEC guests” (Viet Nam News, 7/2025), “Gốm Chu Đậu đón khoảng 10.000 lượt khách” (Vietnam.vn, 2024) và “Chu Dau on the tourist map” (VNA, 2013). Xưởng, giờ, thời lượng và số chỗ là mẫu.",
        en: "The history and the number of visits come from “Chu Đậu pottery wows APEC guests” (Viet Nam News, July 2025), “Gốm Chu Đậu đón khoảng 10.000 lượt khách” (Vietnam.vn, 2024) and “Chu Dau on the tourist map” (VNA, 2013). The workshop, times, duration and places are samples.",
      },
      variants: [reservation({ vi: "Giữ một chỗ, 0 đ", en: "One place reserved, 0 VND" })],
    }),
  },
  {
    key: "theu-xuan-neo",
    shop: "theu-khung-tre",
    draft: visit({
      title: { vi: "Buổi học thêu ở Xuân Nẻo", en: "An embroidery lesson at Xuân Nẻo" },
      summary: {
        vi: "Ngồi bên khung thêu ở làng Xuân Nẻo, tập ba mũi cơ bản và thêu một nhành hoa lên khăn tay.",
        en: "Sit down at a frame in Xuân Nẻo village, practise three stitches and embroider a spray of flowers on a handkerchief.",
      },
      body: [
        {
          vi: "Xuân Nẻo thêu tay từ khoảng những năm 1920: tranh, khăn, áo dài. Một bài viết năm 2024 cho biết làng còn khoảng 200 thợ, hàng bán cả sang Nhật và Hàn Quốc. Khách và học sinh tới đây từng được ngồi vào khung, cầm kim thêu thử một chiếc khăn.",
          en: "Xuân Nẻo has embroidered by hand since about the 1920s: pictures, scarves, áo dài. An article of 2024 counts some 200 embroiderers, whose work also goes to Japan and Korea. Guests and school classes who come here have been let sit at a frame and try their needle on a scarf.",
        },
        {
          vi: "Buổi học mẫu nhận tối đa 10 người vì mỗi khung chỉ hai người ngồi đối diện. Thợ của gian hàng mẫu căng sẵn vải, in sẵn nét hoa; bạn thêu phần hoa, phần còn dở mang về thêu tiếp. Trẻ dưới 8 tuổi chưa cầm kim được nên xin đi lúc lớn hơn.",
          en: "The sample lesson takes at most 10 people, since two sit facing each other at every frame. The sample shop stretches the cloth and prints the outline beforehand; you stitch the flowers and take home what is unfinished. Needles are not for children under 8, so please come when they are older.",
        },
      ],
      facts: [
        { label: label.duration, value: lasting(120) },
        { label: label.meeting, value: { vi: "Nhà thêu của gian hàng mẫu, làng Xuân Nẻo, xã Đại Sơn, thành phố Hải Phòng (vùng Hưng Đạo cũ, nay thuộc hai xã)", en: "The sample shop's embroidery house, Xuân Nẻo village, Đại Sơn commune, Hải Phòng city (the former Hưng Đạo now lies in two communes)" } },
        { label: label.language, value: guidedIn },
        { label: label.included, value: { vi: "Khăn tay vải cotton, chỉ, kim, khung và người chỉ từng mũi", en: "A cotton handkerchief, thread, a needle, the frame and somebody to show each stitch" } },
        { label: label.bring, value: { vi: "Kính đọc nếu bạn hay dùng", en: "Reading glasses, if you use them" } },
      ],
      pictures: [{ drawing: "needle", alt: { vi: "Hình vẽ khung thêu tròn có bông hoa, mũi kim kéo theo sợi chỉ", en: "Drawing of a round frame with a flower, a needle trailing its thread" } }],
      seasonMonths: allYear,
      category: "lang-nghe",
      unitCode: "11086",
      provenance: {
        vi: "Lịch sử, số thợ và việc khách cầm kim lấy từ “Thêu ren Tứ Kỳ làm quà 8/3” (Báo Hải Dương, 2024), “Làng thêu ren Xuân Nẻo” (Về Làng) và bài của Dân Việt (1/2025). Buổi học, giờ, thời lượng, giá và số chỗ là mẫu.",
        en: "The history, the number of embroiderers and the visitors with needles come from “Thêu ren Tứ Kỳ làm quà 8/3” (Báo Hải Dương, 2024), “Làng thêu ren Xuân Nẻo” (Về Làng) and an article of Dân Việt (January 2025). The lesson, its times, duration, prices and places are samples.",
      },
      variants: [adult(180_000), child(140_000, 8), together({ vi: "Một khung cho hai người", en: "One frame for two" }, 330_000, 2)],
    }),
  },
  {
    key: "in-moc-ban",
    shop: "kho-hang-ben-do",
    draft: visit({
      title: { vi: "In một tờ tranh mộc bản Thanh Liễu", en: "Pull a woodblock print at Thanh Liễu" },
      summary: {
        vi: "Xem người thợ khắc ván gỗ, tự quét mực, phủ giấy dó và in một tờ mang về ở làng Thanh Liễu.",
        en: "Watch a block being cut, then ink it, lay on the paper and pull a print to take home, in Thanh Liễu village.",
      },
      body: [
        {
          vi: "Thanh Liễu khắc ván in hơn 500 năm; tổ nghề là Thám hoa Lương Như Hộc (1420–1501). Thợ vùng này từng khắc bộ “Đại Việt sử ký toàn thư” in năm 1697. Bài viết tháng 10/2025 cho biết nghề chỉ còn bốn hộ; có thợ trẻ mở buổi khắc, in cho khách, và bảo tàng cũng cho khách in thử.",
          en: "Thanh Liễu has cut printing blocks for more than 500 years; its patron is the laureate Lương Như Hộc (1420–1501). Carvers from here cut the blocks of “Đại Việt sử ký toàn thư”, the chronicle printed in 1697. An article of October 2025 counts only four households left in the craft; young carvers hold sessions for visitors, and the museum lets people try a print too.",
        },
        {
          vi: "Trong buổi mẫu bạn xem khắc trước, rồi tự in: quét mực lên ván, phủ giấy, xoa đều tay, gỡ tờ giấy lên. Mỗi người in hai tờ, một tờ tập, một tờ mang về; trẻ em in ván nhỏ hình con giống. Ván dùng trong buổi là ván mẫu của gian hàng, không phải ván cổ.",
          en: "In the sample session you watch first, then print: brush ink on the block, lay the paper, rub it evenly and peel it off. Each person pulls two sheets, one for practice and one to keep; children use small blocks of animals. The blocks are the sample shop's own, not old ones.",
        },
      ],
      facts: [
        { label: label.duration, value: lasting(90) },
        { label: label.meeting, value: { vi: "Xưởng của gian hàng mẫu, làng Thanh Liễu, phường Tân Hưng, thành phố Hải Phòng", en: "The sample shop's studio, Thanh Liễu village, Tân Hưng ward, Hải Phòng city" } },
        { label: label.language, value: guidedIn },
        { label: label.included, value: { vi: "Giấy, mực, ván in, tạp dề và ống giấy đựng tranh", en: "Paper, ink, the blocks, an apron and a tube for your print" } },
        { label: label.bring, value: { vi: "Áo tay ngắn hoặc tay áo xắn được", en: "Short sleeves, or sleeves that roll up" } },
      ],
      pictures: [{ drawing: "woodblock", alt: { vi: "Hình vẽ tấm ván khắc và tờ tranh con gà in từ đó", en: "Drawing of a carved block and the rooster printed from it" } }],
      seasonMonths: allYear,
      category: "lang-nghe",
      unitCode: "10537",
      provenance: {
        vi: "Lịch sử và số hộ lấy từ “Nghề mộc bản Thanh Liễu” (10/2025) và “Lương Như Hộc, tổ nghề khắc ván in” (Báo xuân 2025, Sở VHTTDL); việc mở buổi khắc, in cho khách từ trang tổng hợp tin Liễu Tràng (Báo Mới). Buổi in, giờ, thời lượng, giá và số chỗ là mẫu.",
        en: "The history and the number of households come from “Nghề mộc bản Thanh Liễu” (October 2025) and “Lương Như Hộc, tổ nghề khắc ván in” (Báo xuân 2025, Sở VHTTDL); the sessions for visitors from a news page on Liễu Tràng (Báo Mới). The session, its times, duration, prices and places are samples.",
      },
      variants: [adult(140_000), child(90_000), family(400_000)],
    }),
  },
];
