import { allYear, guidedIn, type SampleListing } from "../sample.ts";
import { adult, child, family, together, visit } from "./sample-visit.ts";
import { label, lasting } from "./words.ts";

/** Sessions with flour on the hands, and what comes of them on the table. */
export const kitchenVisits: readonly SampleListing[] = [
  {
    key: "lam-banh-dau-xanh",
    shop: "bep-bo-gieng",
    draft: visit({
      title: { vi: "Buổi làm bánh đậu xanh", en: "Making mung bean cakes" },
      summary: {
        vi: "Rây bột đậu, trộn đường và dầu, ép khuôn từng miếng bánh rồi ngồi uống trà cùng bếp mẫu.",
        en: "Sift the bean flour, work in sugar and oil, press each small cake and sit down to tea with the sample kitchen.",
      },
      body: [
        {
          vi: "Bánh đậu xanh là quà của đất Hải Dương: bột đậu xanh, đường, mỡ hoặc dầu, thêm tinh dầu hoa bưởi, ép thành miếng nhỏ, mềm và ngọt, hợp với chén trà. Có hiệu bánh ở đây bán từ năm 1922; chuyện vua Bảo Đại khen bánh thì chỉ là giai thoại.",
          en: "Mung bean cake is what people bring home from Hải Dương: bean flour, sugar, lard or oil and pomelo-flower essence, pressed into small, soft, sweet pieces to have with tea. One maker here has sold it since 1922; the story that Emperor Bảo Đại praised it is only a legend.",
        },
        {
          vi: "Thành phố Hải Dương cũ có nhiều xưởng bánh, nhưng chưa có nguồn nào nói xưởng nào bán vé cho khách vào làm thử; buổi này do chợ gợi ý và chỉ là mẫu. Bếp mẫu rang và xay đậu sẵn, dùng dầu thực vật; mỗi người ép một hộp nhỏ mang về. Khuôn gỗ có tám bộ, nên vé cho hai người dùng chung một bộ.",
          en: "The former city of Hải Dương has many bakeries, but we have found no source for one that sells tickets to a class; this session is the market's own suggestion and only a sample. The sample kitchen roasts and mills the beans beforehand and uses vegetable oil; everybody presses a small box to take home. There are eight sets of wooden moulds, so a ticket for two shares one.",
        },
      ],
      facts: [
        { label: label.duration, value: lasting(75) },
        { label: label.meeting, value: { vi: "Bếp của gian hàng mẫu, xã Ninh Giang, thành phố Hải Phòng", en: "The sample shop's kitchen, Ninh Giang commune, Hải Phòng city" } },
        { label: label.language, value: guidedIn },
        { label: label.included, value: { vi: "Bột đậu, khuôn, tạp dề, hộp giấy và trà", en: "Bean flour, moulds, an apron, a paper box and tea" } },
        { label: label.recipe, value: { vi: "Đậu xanh, đường, dầu thực vật, tinh dầu hoa bưởi", en: "Mung beans, sugar, vegetable oil, pomelo-flower essence" } },
        { label: label.bring, value: { vi: "Không cần mang gì; ai dị ứng đậu thì báo trước", en: "Nothing; please say beforehand if you are allergic to beans" } },
      ],
      pictures: [{ drawing: "mung-bean-cake", alt: { vi: "Hình vẽ mấy miếng bánh đậu xanh vuông bên chén trà", en: "Drawing of small square mung bean cakes beside a cup of tea" } }],
      seasonMonths: allYear,
      category: "am-thuc",
      unitCode: "11203",
      provenance: {
        vi: "Nguyên liệu, năm 1922 và giai thoại lấy từ “Banh dau xanh, gift from the Eastern land” (Báo Hải Dương, bản tiếng Anh, 2022) và “Hai Duong mung bean cake: how it is made”. Buổi làm bánh, công thức, giờ, thời lượng, giá và số chỗ là mẫu.",
        en: "The ingredients, the year 1922 and the legend come from “Banh dau xanh, gift from the Eastern land” (Báo Hải Dương, English edition, 2022) and “Hai Duong mung bean cake: how it is made”. The session, recipe, times, duration, prices and places are samples.",
      },
      variants: [
        { title: { vi: "Một người, một bộ khuôn", en: "One person, one set of moulds" }, priceDong: 110_000, draws: [{ from: "seat", units: 1 }, { from: "mould", units: 1 }] },
        { title: { vi: "Hai người chung một bộ khuôn", en: "Two people sharing a set of moulds" }, priceDong: 190_000, draws: [{ from: "seat", units: 2 }, { from: "mould", units: 1 }] },
      ],
    }),
  },
  {
    key: "nau-com-que",
    shop: "nha-lop-la",
    draft: visit({
      title: { vi: "Nấu một mâm cơm quê ở Tứ Kỳ", en: "Cooking a country meal in Tứ Kỳ" },
      summary: {
        vi: "Hái rau, nhóm bếp củi và nấu mâm cơm theo mùa cùng bếp mẫu ở xã Tứ Kỳ, rồi ngồi ăn chung.",
        en: "Pick greens, light a wood fire and cook a meal of the season with the sample kitchen in Tứ Kỳ commune, then eat together.",
      },
      body: [
        {
          vi: "Món quê của vùng này theo con nước và theo mùa. Từ tháng 5 đến tháng 9 có cáy, nấu canh hoặc ủ mắm để chấm rau luộc; cuối năm có rươi, rán thành chả với thịt lợn, trứng, vỏ quýt, thì là và hành. Ngày hội lúa, rươi Tứ Kỳ mở từ năm 2022 có cả thi nấu mâm cơm đặc sản.",
          en: "Country cooking here follows the tide and the months. From May to September there is cáy, a small mud crab, for soup or for a salted dip with boiled greens; late in the year come rươi, fried into patties with pork, egg, tangerine peel, dill and onion. The rice and rươi day of Tứ Kỳ, held since 2022, has a contest for the table of local dishes.",
        },
        {
          vi: "Buổi mẫu nấu bốn món tuỳ tháng; người ăn chay báo trước thì bếp đổi món. Khách làm cùng từ lúc hái rau tới lúc bưng mâm, trẻ em lo nhặt rau và giã lạc. Nhà lợp lá chỉ có ba bếp củi, mỗi bếp bốn người, nên mỗi buổi nhận 12 khách; nhà nào đi bốn người thì lấy trọn một bếp.",
          en: "The sample session cooks four dishes, which change with the month; tell the kitchen beforehand and it cooks without meat. You share the work from the vegetable bed to the table, and children clean the greens and pound the peanuts. The thatched house has three wood stoves of four people each, so a session takes 12; a family of four has a stove to itself.",
        },
      ],
      facts: [
        { label: label.duration, value: lasting(210) },
        { label: label.meeting, value: { vi: "Nhà lợp lá của gian hàng mẫu, xã Tứ Kỳ, thành phố Hải Phòng", en: "The sample shop's thatched house, Tứ Kỳ commune, Hải Phòng city" } },
        { label: label.language, value: guidedIn },
        { label: label.included, value: { vi: "Nguyên liệu, tạp dề, bữa ăn và trà; công thức in ra giấy", en: "Ingredients, an apron, the meal and tea; the recipes on paper" } },
        { label: label.bring, value: { vi: "Áo không ngại ám khói bếp", en: "Clothes that may smell of wood smoke" } },
      ],
      pictures: [{ drawing: "pot", alt: { vi: "Hình vẽ nồi cơm trên bếp lửa đang bốc hơi", en: "Drawing of a pot steaming over a fire" } }],
      seasonMonths: allYear,
      category: "am-thuc",
      unitCode: "11074",
      provenance: {
        vi: "Mùa cáy lấy từ “Nhãn hiệu tập thể cho con cáy Thanh Hà” (Sở KH&CN); chả rươi từ “Món ngon khi đến Hải Dương” (Ngày Nay); cuộc thi nấu ăn từ “Lễ hội lúa rươi Tứ Kỳ” (DĐDN, 9/2022). Bếp, thực đơn, giờ, thời lượng, giá và số chỗ là mẫu.",
        en: "The season of the crab comes from “Nhãn hiệu tập thể cho con cáy Thanh Hà” (Sở KH&CN); the patties from “Món ngon khi đến Hải Dương” (Ngày Nay); the contest from “Lễ hội lúa rươi Tứ Kỳ” (DĐDN, September 2022). The kitchen, menu, times, duration, prices and places are samples.",
      },
      variants: [adult(260_000), child(160_000, 6), together({ vi: "Trọn một bếp, 4 người", en: "A stove for 4" }, 900_000, 4)],
    }),
  },
  {
    key: "goi-banh-chung",
    shop: "nha-lop-la",
    draft: visit({
      title: { vi: "Gói bánh chưng, canh nồi bánh trước Tết", en: "Wrapping bánh chưng and minding the pot before Tết" },
      summary: {
        vi: "Rửa lá dong, gói bánh chưng và ngồi bên nồi bánh, chỉ từ ngày 20 đến 28 tháng Chạp âm lịch.",
        en: "Wash the dong leaves, wrap bánh chưng and sit by the pot, only from the 20th to the 28th of the last lunar month.",
      },
      body: [
        {
          vi: "Tết ở vùng này không thiếu bánh chưng. Làng Tống Xá, nay thuộc phường Nguyễn Đại Năng, có gia đình nghệ nhân làm bánh chưng, bánh dày qua nhiều đời; ở hội đền Cao, đền Sượt, người ta còn thi giã bánh dày. Nếp cái hoa vàng Kinh Môn hạt tròn, dẻo và thơm, gặt vào khoảng tháng 10, tháng 11, vừa kịp cho nồi bánh cuối năm.",
          en: "No Tết here goes without bánh chưng, the square cake of sticky rice. At Tống Xá, now in Nguyễn Đại Năng ward, one family has made chưng and dày cakes for generations, and at the Cao and Sượt festivals people still compete at pounding the rice. The golden-flower sticky rice of Kinh Môn, round, soft and fragrant, is cut in about October and November, just in time for the pot at the end of the year.",
        },
        {
          vi: "Buổi gói mẫu của nhà lợp lá ở xã Tứ Kỳ mở chín ngày trước Tết. Mỗi người gói hai chiếc có đánh dấu tên; nồi bánh luộc qua đêm, hôm sau tới lấy hoặc nhờ gửi, cước gửi tính riêng. Trong lúc nồi sôi, mọi người ngồi quanh bếp nướng khoai và nghe kể chuyện Tết xưa.",
          en: "The sample session at the thatched house in Tứ Kỳ is held on the nine days before Tết. Everybody wraps two cakes and marks them with a name; the pot boils through the night, and you fetch your cakes the next day or have them sent, postage apart. While it boils, people roast sweet potatoes by the fire and tell of Tết in other years.",
        },
      ],
      facts: [
        { label: label.duration, value: lasting(180) },
        { label: label.meeting, value: { vi: "Nhà lợp lá của gian hàng mẫu, xã Tứ Kỳ, thành phố Hải Phòng", en: "The sample shop's thatched house, Tứ Kỳ commune, Hải Phòng city" } },
        { label: label.language, value: guidedIn },
        { label: label.included, value: { vi: "Lá dong, lạt, gạo nếp, đậu, thịt, khuôn gói, khoai nướng; hai chiếc bánh đã luộc", en: "Leaves, ties, sticky rice, beans, pork, a frame, roast sweet potatoes; your two cakes, boiled" } },
        { label: label.bring, value: { vi: "Áo ấm và túi đựng bánh", en: "Something warm, and a bag for the cakes" } },
      ],
      pictures: [{ drawing: "banh-chung", alt: { vi: "Hình vẽ chiếc bánh chưng vuông buộc lạt, bên trên là lá dong", en: "Drawing of a square bánh chưng tied with strips, leaves above it" } }],
      seasonMonths: [],
      seasonLunar: [{ fromMonth: 12, fromDay: 20, toMonth: 12, toDay: 28 }],
      category: "am-thuc",
      unitCode: "11074",
      provenance: {
        vi: "Chuyện làng Tống Xá lấy từ “Bánh chưng, bánh dày Tống Xá” (Dân Việt); thi giã bánh từ bài của Dân trí và Báo Hải Dương (2023); nếp Kinh Môn từ “Nếp cái hoa vàng Kinh Môn” (Sở KH&CN). Buổi gói, giờ, thời lượng, giá và số chỗ là mẫu.",
        en: "Tống Xá comes from “Bánh chưng, bánh dày Tống Xá” (Dân Việt); the contests from articles of Dân trí and Báo Hải Dương (2023); the rice from “Nếp cái hoa vàng Kinh Môn” (Sở KH&CN). The session, its times, duration, prices and places are samples.",
      },
      variants: [adult(220_000), child(140_000, 6), family(640_000)],
    }),
  },
];
