import { allYear, label, sold, type SampleListing } from "../sample.ts";

/** Rice, noodles, what the flats and the sea give, and sauces. */
export const food: readonly SampleListing[] = [
  {
    key: "gao-bai-ruoi",
    shop: "ruong-nuoc-lo",
    draft: sold({
      title: { vi: "Gạo bãi rươi ST25", en: "ST25 rice from the ragworm fields" },
      summary: {
        vi: "Gạo ST25 cấy một vụ trên ruộng rươi, hợp tác xã mẫu ở xã Chí Minh bán túi 2 kg và 5 kg.",
        en: "ST25 rice grown once a year on ragworm fields, sold in 2 kg and 5 kg bags by a sample cooperative in Chí Minh commune.",
      },
      body: [
        {
          vi: "Ở vùng An Thanh, nay thuộc xã Chí Minh, lúa và rươi chung một thửa ruộng: cấy lúa ST25 một vụ, rồi giữ nước triều nuôi rươi. Vùng bãi ngoài đê rộng 137 ha (số liệu năm 2022), và ruộng rươi không dùng thuốc trừ sâu.",
          en: "Around An Thanh, now in Chí Minh commune, rice and ragworms share a field: one crop of ST25 rice a year, then tidal water for the worms. The flats outside the dyke measure 137 hectares (2022 figures), and the fields take no pesticide.",
        },
        {
          vi: "Hợp tác xã mẫu xay gạo theo từng đợt nhỏ, ghi tháng xay trên túi. Túi 2 kg và túi 5 kg cùng lấy từ một lượng gạo tính bằng gam; cơm ST25 dẻo và thơm, nên bớt nước hơn gạo tẻ thường một chút.",
          en: "The sample cooperative mills in small batches and writes the month on the bag. The 2 kg and 5 kg bags come from one stock counted in grams; ST25 cooks soft and fragrant, so use a little less water than for ordinary rice.",
        },
      ],
      facts: [
        { label: label.grownIn, value: { vi: "Xã Chí Minh, thành phố Hải Phòng (ruộng của gian hàng mẫu)", en: "Chí Minh commune, Hải Phòng city (the sample shop's fields)" } },
        { label: label.making, value: { vi: "Cấy một vụ mỗi năm trên ruộng rươi ngoài đê", en: "One crop a year on ragworm fields outside the dyke" } },
        { label: label.packs, value: { vi: "Túi 2 kg hoặc 5 kg", en: "2 kg or 5 kg bag" } },
        { label: label.sampleKeeping, value: { vi: "Nơi khô mát, dùng trong 6 tháng từ tháng xay", en: "Cool and dry; use within 6 months of milling" } },
      ],
      pictures: [{ drawing: "rice-bag", alt: { vi: "Hình vẽ bao gạo mở miệng và một bông lúa", en: "Drawing of an open bag of rice and an ear of rice" } }],
      seasonMonths: allYear,
      category: "gao-hat",
      unitCode: "11131",
      provenance: {
        vi: "Ruộng lúa – rươi, giống lúa và diện tích lấy từ “Lễ hội lúa rươi Tứ Kỳ” (Diễn đàn Doanh nghiệp, 9/2022) và “Tứ Kỳ - mùa xuân gọi” (Báo Hải Dương, 2023); việc không dùng thuốc từ “Mùa vàng ở vùng rươi Hải Dương” (Báo Tin tức, 12/2020). Túi gạo, lời dặn, giá và số lượng là mẫu.",
        en: "The rice-and-ragworm fields, the variety and the area come from “Lễ hội lúa rươi Tứ Kỳ” (Diễn đàn Doanh nghiệp, September 2022) and “Tứ Kỳ - mùa xuân gọi” (Báo Hải Dương, 2023); the absence of pesticide from “Mùa vàng ở vùng rươi Hải Dương” (Báo Tin tức, December 2020). Bags, advice, prices and quantities are samples.",
      },
      vatClass: "not_subject",
      stocks: [{ key: "rice", unit: "gram", capacity: 400_000 }],
      variants: [
        { title: { vi: "Túi 2 kg", en: "2 kg bag" }, priceDong: 84_000, draws: [{ from: "rice", units: 2_000 }], weightGrams: 2_050 },
        { title: { vi: "Túi 5 kg", en: "5 kg bag" }, priceDong: 200_000, draws: [{ from: "rice", units: 5_000 }], weightGrams: 5_100 },
      ],
    }),
  },
  {
    key: "ruoi-tu-ky",
    shop: "ruong-nuoc-lo",
    draft: sold({
      title: { vi: "Rươi Tứ Kỳ cấp đông", en: "Tứ Kỳ ragworms, frozen" },
      summary: {
        vi: "Rươi vớt đúng con nước tháng 10 đến tháng 12, hợp tác xã mẫu ở xã Chí Minh cấp đông theo khay 500 g.",
        en: "Ragworms netted on the tides of October to December and frozen in 500 g trays by a sample cooperative in Chí Minh commune.",
      },
      body: [
        {
          vi: "Rươi sống ở bãi nước lợ ven sông Thái Bình và sông Luộc, nổi lên theo con nước từ tháng 9 đến tháng 11 âm lịch. Người vùng này nhắc nhau “tháng chín đôi mươi, tháng mười mùng năm”: quanh hai ngày ấy rươi nổi dày; năm 2021 giá tại bãi vào khoảng 380.000–650.000 đồng một ki-lô-gam.",
          en: "Ragworms live in the brackish flats of the Thái Bình and Luộc rivers and rise with the tides of the ninth to eleventh lunar months. “The twentieth of the ninth, the fifth of the tenth”, people here remind each other: they swarm around those two days. In 2021 they cost about 380,000–650,000 đồng a kilogram at the fields.",
        },
        {
          vi: "Hợp tác xã mẫu vớt, nhặt rác, tráng nước sạch rồi cấp đông ngay trong buổi, mỗi khay 500 g. Khay đi trong thùng xốp có đá khô, chỉ nhận nơi gửi tới trong ngày; mua lẻ hay mua ba khay đều trừ vào cùng một số khay.",
          en: "The sample cooperative nets, picks over, rinses and freezes them the same morning, 500 g to a tray. Trays travel with dry ice in a foam box, and only to where they arrive the same day; a single tray and a set of three are counted against one stock.",
        },
      ],
      facts: [
        {
          label: label.caughtIn,
          value: {
            vi: "Bãi rươi xã Chí Minh, thành phố Hải Phòng (của gian hàng mẫu)",
            en: "The flats of Chí Minh commune, Hải Phòng city (the sample shop's)",
          },
        },
        { label: label.harvest, value: { vi: "Tháng 9–11 âm lịch, theo con nước", en: "Ninth to eleventh lunar month, with the tide" } },
        { label: label.packs, value: { vi: "Khay 500 g, lẻ hoặc ba khay", en: "500 g tray, singly or three" } },
        {
          label: label.sampleKeeping,
          value: {
            vi: "Giữ đông; rã trong ngăn mát, làm món ngay trong ngày, không cấp đông lại",
            en: "Keep frozen; thaw in the fridge, cook the same day, do not refreeze",
          },
        },
      ],
      pictures: [{ drawing: "ragworm", alt: { vi: "Hình vẽ rổ rươi và mấy nhánh thì là", en: "Drawing of a basket of ragworms with sprigs of dill" } }],
      seasonMonths: [10, 11, 12],
      seasonLunar: [{ fromMonth: 9, fromDay: 1, toMonth: 11, toDay: 30 }],
      category: "thuy-san",
      unitCode: "11131",
      needsCold: true,
      shelfLifeHours: 48,
      provenance: {
        vi: "Mùa, câu nói và giá tại bãi lấy từ “Mùa vàng ở vùng rươi Hải Dương” (Báo Tin tức, 12/2020), “Rươi Tứ Kỳ vào mùa” (CafeF, 11/2021) và “Mùa rươi ở xã An Thanh” (Sở Khoa học và Công nghệ). Khay, cách gửi, lời dặn, giá và số lượng là mẫu.",
        en: "Season, saying and prices come from “Mùa vàng ở vùng rươi Hải Dương” (Báo Tin tức, December 2020), “Rươi Tứ Kỳ vào mùa” (CafeF, November 2021) and “Mùa rươi ở xã An Thanh” (the provincial science department). Trays, sending, advice, prices and quantities are samples.",
      },
      vatClass: "not_subject",
      stocks: [{ key: "tray", unit: "piece", capacity: 60 }],
      variants: [
        { title: { vi: "Một khay 500 g", en: "One 500 g tray" }, priceDong: 285_000, draws: [{ from: "tray", units: 1 }], weightGrams: 900 },
        { title: { vi: "Ba khay 500 g", en: "Three 500 g trays" }, priceDong: 825_000, draws: [{ from: "tray", units: 3 }], weightGrams: 2_300 },
      ],
    }),
  },
  {
    key: "cha-ruoi",
    shop: "nha-lop-la",
    draft: sold({
      title: { vi: "Chả rươi cấp đông", en: "Ragworm patties, frozen" },
      summary: {
        vi: "Chả rươi trứng thịt, vỏ quýt, thì là, bếp mẫu ở xã Tứ Kỳ rán sẵn và cấp đông theo hộp sáu miếng.",
        en: "Ragworm patties with egg, pork, tangerine peel and dill, fried and frozen in boxes of six by a sample kitchen in Tứ Kỳ commune.",
      },
      body: [
        {
          vi: "Chả rươi đánh rươi với thịt lợn băm, trứng, vỏ quýt thái nhỏ, thì là và hành rồi rán nóng. Món này có theo mùa rươi: từ tháng 9 đến tháng 11 âm lịch, theo từng con nước.",
          en: "For the patties ragworms are beaten with minced pork, egg, shredded tangerine peel, dill and onion, then fried. The dish has the season of the worms: the ninth to eleventh lunar months, tide by tide.",
        },
        {
          vi: "Bếp mẫu làm từ tháng 10 đến tháng 12, rán sơ rồi cấp đông, mỗi hộp sáu miếng chừng 350 g. Về nhà không cần rã đông: để chảo nóng, rán nhỏ lửa mỗi mặt bốn năm phút.",
          en: "The sample kitchen makes them from October to December, fries them once and freezes them, six to a box of about 350 g. No need to thaw: warm the pan and fry gently for four or five minutes a side.",
        },
      ],
      facts: [
        { label: label.madeIn, value: { vi: "Xã Tứ Kỳ, thành phố Hải Phòng (bếp của gian hàng mẫu)", en: "Tứ Kỳ commune, Hải Phòng city (the sample shop's kitchen)" } },
        { label: label.recipe, value: { vi: "Rươi, thịt lợn, trứng, vỏ quýt, thì là, hành", en: "Ragworms, pork, egg, tangerine peel, dill, onion" } },
        { label: label.sellingTime, value: { vi: "Tháng 10 đến tháng 12, theo mùa rươi", en: "October to December, with the ragworms" } },
        { label: label.packs, value: { vi: "Hộp sáu miếng, lẻ hoặc hai hộp", en: "Box of six, singly or two boxes" } },
        { label: label.sampleKeeping, value: { vi: "Giữ đông, dùng trong 30 ngày; không cấp đông lại", en: "Keep frozen, use within 30 days; do not refreeze" } },
        { label: label.use, value: { vi: "Người từng dị ứng hải sản nên cẩn thận với rươi", en: "Take care with ragworms if you react to seafood" } },
      ],
      pictures: [{ drawing: "ragworm-patty", alt: { vi: "Hình vẽ đĩa ba miếng chả rươi bốc hơi", en: "Drawing of a plate with three steaming ragworm patties" } }],
      seasonMonths: [10, 11, 12],
      seasonLunar: [{ fromMonth: 9, fromDay: 1, toMonth: 11, toDay: 30 }],
      category: "thuy-san",
      unitCode: "11074",
      needsCold: true,
      shelfLifeHours: 48,
      provenance: {
        vi: "Nguyên liệu và cách làm lấy từ “Món ngon khi đến Hải Dương” (Ngày Nay) và “Đặc sản Hải Dương” (Kiến Thức); mùa rươi từ “Mùa vàng ở vùng rươi Hải Dương” (Báo Tin tức, 12/2020). Bếp, công thức, lời dặn, giá và số lượng là mẫu.",
        en: "Ingredients and making come from “Món ngon khi đến Hải Dương” (Ngày Nay) and “Đặc sản Hải Dương” (Kiến Thức); the season from “Mùa vàng ở vùng rươi Hải Dương” (Báo Tin tức, December 2020). The kitchen, recipe, advice, prices and quantities are samples.",
      },
      vatClass: "reduced",
      stocks: [{ key: "box", unit: "piece", capacity: 50 }],
      variants: [
        { title: { vi: "Một hộp sáu miếng", en: "One box of six" }, priceDong: 165_000, draws: [{ from: "box", units: 1 }], weightGrams: 700 },
        { title: { vi: "Hai hộp sáu miếng", en: "Two boxes of six" }, priceDong: 320_000, draws: [{ from: "box", units: 2 }], weightGrams: 1_300 },
      ],
    }),
  },
  {
    key: "cay-tuoi",
    shop: "nha-ben-trieu",
    draft: sold({
      title: { vi: "Cáy tươi Thanh Hà", en: "Live mud crabs from Thanh Hà" },
      summary: {
        vi: "Cáy bãi triều bắt từ tháng 5 đến tháng 9, hộ mẫu ở xã Hà Đông bán sống theo cân.",
        en: "Tidal-flat crabs caught from May to September, sold alive by weight by a sample household in Hà Đông commune.",
      },
      body: [
        {
          vi: "Cáy là loài cua nhỏ ở bãi nước lợ, bắt rộ từ tháng 5 đến tháng 9 để nấu canh, nấu riêu hoặc làm mắm. Vùng Thanh Hà có 236 hộ theo con cáy, mỗi năm khoảng 158 tấn, trị giá chừng 11,8 tỷ đồng; tính ra quãng 75.000 đồng một ki-lô-gam.",
          en: "The cáy is a small crab of brackish flats, caught mostly from May to September for soup, or for sauce. In the Thanh Hà area 236 households bring in about 158 tonnes a year, worth some 11.8 billion đồng, or around 75,000 đồng a kilogram.",
        },
        {
          vi: "Hộ mẫu bắt theo con nước, buộc túi lưới rồi ướp mát, gửi đi ngay buổi sáng. Giữ mát và ẩm thì cáy sống chừng một ngày rưỡi khỏi bãi, nên gian hàng chỉ gửi nơi tới được trong một ngày; túi 1 kg và 2 kg cùng tính bằng gam.",
          en: "The sample household catches with the tide, ties the crabs in net bags, keeps them cool and sends them the same morning. Cool and moist they live about a day and a half away from the flats, so the shop sends only where they arrive within a day; bags of 1 kg and 2 kg are counted in grams.",
        },
      ],
      facts: [
        {
          label: label.caughtIn,
          value: {
            vi: "Bãi triều xã Hà Đông, thành phố Hải Phòng (của gian hàng mẫu)",
            en: "Tidal flats of Hà Đông commune, Hải Phòng city (the sample shop's)",
          },
        },
        { label: label.harvest, value: { vi: "Tháng 5 đến tháng 9", en: "May to September" } },
        { label: label.packs, value: { vi: "Túi lưới 1 kg hoặc 2 kg", en: "1 kg or 2 kg net bag" } },
        { label: label.sampleKeeping, value: { vi: "Giữ mát 10–15 °C, không ngâm nước ngọt; nấu trong ngày", en: "Keep at 10–15 °C, not in fresh water; cook the same day" } },
      ],
      pictures: [{ drawing: "crab", alt: { vi: "Hình vẽ con cáy giơ hai càng đỏ", en: "Drawing of a mud crab with its red claws raised" } }],
      seasonMonths: [5, 6, 7, 8, 9],
      category: "thuy-san",
      unitCode: "10882",
      needsCold: true,
      shelfLifeHours: 36,
      provenance: {
        vi: "Mùa, số hộ, sản lượng và giá trị lấy từ “Nhãn hiệu tập thể cho con cáy Thanh Hà” (Sở Khoa học và Công nghệ); giá một ki-lô-gam do chợ chia ra. Hộ bán, lời dặn, giá và số lượng là mẫu.",
        en: "Season, households, output and value come from “Nhãn hiệu tập thể cho con cáy Thanh Hà” (the provincial science department); the price per kilogram is our division. The household, its advice, prices and quantities are samples.",
      },
      vatClass: "not_subject",
      stocks: [{ key: "crab", unit: "gram", capacity: 40_000 }],
      variants: [
        { title: { vi: "Túi 1 kg", en: "1 kg bag" }, priceDong: 75_000, draws: [{ from: "crab", units: 1_000 }], weightGrams: 1_300 },
        { title: { vi: "Túi 2 kg", en: "2 kg bag" }, priceDong: 148_000, draws: [{ from: "crab", units: 2_000 }], weightGrams: 2_500 },
      ],
    }),
  },
  {
    key: "nep-cai-hoa-vang",
    shop: "gac-bep-an-phu",
    draft: sold({
      title: { vi: "Gạo nếp cái hoa vàng Kinh Môn", en: "Kinh Môn golden-flower sticky rice" },
      summary: {
        vi: "Gạo nếp mới gặt tháng 10–11 của một hợp tác xã mẫu ở phường Trần Liễu, túi 2 kg hoặc 5 kg.",
        en: "Freshly harvested sticky rice of October and November from a sample cooperative in Trần Liễu ward, in 2 kg or 5 kg bags.",
      },
      body: [
        {
          vi: "Nếp cái hoa vàng hạt tròn, dẻo và thơm; vùng Kinh Môn dùng đồ xôi, gói bánh và làm cốm. Hiệp hội của người trồng từng ghi 363 thành viên với 23,5 ha ở ba xã cũ, gặt vào khoảng tháng 10 đến tháng 11.",
          en: "Golden-flower sticky rice is round, soft and fragrant; around Kinh Môn it is steamed for xôi, wrapped into cakes and made into young-rice flakes. The growers' association once recorded 363 members and 23.5 hectares in three former communes, harvested in October and November.",
        },
        {
          vi: "Hợp tác xã mẫu xay gạo sau khi phơi và bán gạo mới trong hai tháng ấy. Túi 2 kg và 5 kg cùng lấy từ một lượng gạo tính bằng gam; muốn gói bánh chưng thì ngâm gạo chừng tám tiếng.",
          en: "The sample cooperative dries, mills and sells the new rice in those two months. Bags of 2 kg and 5 kg come from one stock counted in grams; for chưng cakes soak the rice for about eight hours.",
        },
      ],
      facts: [
        {
          label: label.grownIn,
          value: {
            vi: "Phường Trần Liễu, thành phố Hải Phòng (ruộng của gian hàng mẫu)",
            en: "Trần Liễu ward, Hải Phòng city (the sample shop's fields)",
          },
        },
        { label: label.harvest, value: { vi: "Khoảng tháng 10 đến tháng 11", en: "About October to November" } },
        { label: label.packs, value: { vi: "Túi 2 kg hoặc 5 kg", en: "2 kg or 5 kg bag" } },
        { label: label.sampleKeeping, value: { vi: "Nơi khô mát, dùng trong 6 tháng", en: "Cool and dry; use within 6 months" } },
      ],
      pictures: [{ drawing: "rice", alt: { vi: "Hình vẽ mấy bông lúa nếp trĩu hạt", en: "Drawing of ears of sticky rice heavy with grain" } }],
      seasonMonths: [10, 11],
      category: "gao-hat",
      unitCode: "10729",
      provenance: {
        vi: "Hạt gạo, số thành viên, diện tích và mùa gặt lấy từ “Nếp cái hoa vàng Kinh Môn” (Sở Khoa học và Công nghệ) và “Phát triển thương hiệu nông sản Hải Dương” (Tạp chí Công Thương). Túi gạo, lời dặn, giá và số lượng là mẫu.",
        en: "The grain, membership, area and harvest come from “Nếp cái hoa vàng Kinh Môn” (the provincial science department) and “Phát triển thương hiệu nông sản Hải Dương” (Tạp chí Công Thương). Bags, advice, prices and quantities are samples.",
      },
      vatClass: "not_subject",
      stocks: [{ key: "rice", unit: "gram", capacity: 250_000 }],
      variants: [
        { title: { vi: "Túi 2 kg", en: "2 kg bag" }, priceDong: 96_000, draws: [{ from: "rice", units: 2_000 }], weightGrams: 2_050 },
        { title: { vi: "Túi 5 kg", en: "5 kg bag" }, priceDong: 230_000, draws: [{ from: "rice", units: 5_000 }], weightGrams: 5_100 },
      ],
    }),
  },
  {
    key: "banh-da-kho-lo-cuong",
    shop: "kho-hang-ben-do",
    draft: sold({
      title: { vi: "Bánh đa khô Lộ Cương", en: "Lộ Cương dried flat noodles" },
      summary: {
        vi: "Bánh đa gạo phơi khô của làng nghề Lộ Cương, cửa hàng mẫu ở phường Tân Hưng bán gói 500 g.",
        en: "Sun-dried flat rice noodles from the craft village of Lộ Cương, sold in 500 g packs by a sample store in Tân Hưng ward.",
      },
      body: [
        {
          vi: "Lộ Cương là làng làm bánh đa, bún khô ở phía tây thành phố Hải Dương cũ; từ tháng 7 năm 2025 vùng Tứ Minh được chia về hai phường Tứ Minh và Việt Hòa. Cuối năm 2023, bánh đa và bún khô của làng có tên trong danh mục sản vật của tỉnh Hải Dương trước đây.",
          en: "Lộ Cương, on the western side of the former Hải Dương city, makes flat noodles and dried vermicelli; in July 2025 the Tứ Minh area was divided between Tứ Minh ward and Việt Hòa ward. At the end of 2023 they stood on the former Hải Dương province's list of local products.",
        },
        {
          vi: "Cửa hàng mẫu đóng gói 500 g, mỗi gói ăn năm sáu bát. Ngâm nước nguội mười phút cho mềm rồi chần nước sôi nửa phút; nấu bánh đa cua hay bánh đa cá đều hợp.",
          en: "The sample store packs 500 g, enough for five or six bowls. Soak in cold water for ten minutes and blanch for half a minute; good with crab or with fish broth.",
        },
      ],
      facts: [
        {
          label: label.madeIn,
          value: {
            vi: "Làng Lộ Cương, vùng Tứ Minh trước đây (hàng mẫu do cửa hàng mẫu gom)",
            en: "Lộ Cương village in the former Tứ Minh area (collected by the sample store)",
          },
        },
        { label: label.recipe, value: { vi: "Gạo tẻ, nước, muối", en: "Rice, water, salt" } },
        { label: label.packs, value: { vi: "Gói 500 g, lẻ hoặc bốn gói", en: "500 g pack, singly or four" } },
        { label: label.sampleKeeping, value: { vi: "Nơi khô, dùng trong 6 tháng; buộc kín khi đã mở", en: "Dry; use within 6 months; close once opened" } },
      ],
      pictures: [{ drawing: "noodles", alt: { vi: "Hình vẽ bó sợi bánh đa khô buộc dải giấy đỏ", en: "Drawing of a bundle of dried noodles with a red paper band" } }],
      seasonMonths: allYear,
      category: "gia-vi-kho",
      unitCode: "10537",
      provenance: {
        vi: "Làng nghề và mặt hàng lấy từ một danh mục sản vật (Tuổi trẻ Thủ đô, 12/2023); việc chia địa giới theo Nghị quyết 1669/NQ-UBTVQH15 (2025). Gói hàng, cách nấu, giá và số lượng là mẫu.",
        en: "The village and its goods come from a list of local products (Tuổi trẻ Thủ đô, December 2023); the division of the area follows Resolution 1669/NQ-UBTVQH15 (2025). Packs, cooking, prices and quantities are samples.",
      },
      vatClass: "reduced",
      stocks: [{ key: "pack", unit: "piece", capacity: 200 }],
      variants: [
        { title: { vi: "Một gói 500 g", en: "One 500 g pack" }, priceDong: 32_000, draws: [{ from: "pack", units: 1 }], weightGrams: 540 },
        { title: { vi: "Bốn gói 500 g", en: "Four 500 g packs" }, priceDong: 120_000, draws: [{ from: "pack", units: 4 }], weightGrams: 2_150 },
      ],
    }),
  },
  {
    key: "bun-kho-nam-sach",
    shop: "kho-hang-ben-do",
    draft: sold({
      title: { vi: "Bún gạo khô Nam Sách", en: "Nam Sách dried rice vermicelli" },
      summary: {
        vi: "Bún gạo khô sợi nhỏ làm theo kiểu vùng Nam Sách, gói 400 g, của cửa hàng mẫu ở phường Tân Hưng.",
        en: "Fine dried vermicelli as made around Nam Sách, in 400 g packs from a sample store in Tân Hưng ward.",
      },
      body: [
        {
          vi: "Vùng Nam Chính của Nam Sách có hộ làm bún khô, phở khô; cuối năm 2023, bún và phở khô ở đây có tên trong danh mục sản vật của tỉnh Hải Dương trước đây. Bún khô là bún gạo ép sợi, hấp rồi phơi, nên để được lâu hơn bún tươi nhiều.",
          en: "In the Nam Chính area of Nam Sách households make dried vermicelli and phở; at the end of 2023 they stood on the former Hải Dương province's list of local products. The vermicelli is pressed, steamed and dried, and so keeps far longer than fresh.",
        },
        {
          vi: "Cửa hàng mẫu đóng gói 400 g sợi nhỏ. Luộc ba đến bốn phút, xả nước lạnh cho sợi rời rồi chan nước dùng; bốn gói một bộ, cùng tính vào một số gói.",
          en: "The sample store packs 400 g of fine strands. Boil for three to four minutes, rinse in cold water and ladle broth over; sets of four come from the same stock of packs.",
        },
      ],
      facts: [
        { label: label.madeIn, value: { vi: "Vùng Nam Sách (hàng mẫu do cửa hàng mẫu gom)", en: "The Nam Sách area (collected by the sample store)" } },
        { label: label.recipe, value: { vi: "Gạo tẻ, nước, muối", en: "Rice, water, salt" } },
        { label: label.packs, value: { vi: "Gói 400 g, lẻ hoặc bốn gói", en: "400 g pack, singly or four" } },
        { label: label.sampleKeeping, value: { vi: "Nơi khô, dùng trong 6 tháng", en: "Dry; use within 6 months" } },
      ],
      pictures: [{ drawing: "noodles", alt: { vi: "Hình vẽ bó bún khô buộc dải giấy đỏ", en: "Drawing of a bundle of dried vermicelli with a red paper band" } }],
      seasonMonths: allYear,
      category: "gia-vi-kho",
      unitCode: "10537",
      provenance: {
        vi: "Vùng làm bún và năm 2023 lấy từ một danh mục sản vật (Tuổi trẻ Thủ đô, 12/2023). Gói hàng, cách nấu, giá và số lượng là mẫu.",
        en: "The place and the year 2023 come from a list of local products (Tuổi trẻ Thủ đô, December 2023). Packs, cooking, prices and quantities are samples.",
      },
      vatClass: "reduced",
      stocks: [{ key: "pack", unit: "piece", capacity: 200 }],
      variants: [
        { title: { vi: "Một gói 400 g", en: "One 400 g pack" }, priceDong: 28_000, draws: [{ from: "pack", units: 1 }], weightGrams: 440 },
        { title: { vi: "Bốn gói 400 g", en: "Four 400 g packs" }, priceDong: 106_000, draws: [{ from: "pack", units: 4 }], weightGrams: 1_750 },
      ],
    }),
  },
  {
    key: "mam-cay-thanh-ha",
    shop: "nha-ben-trieu",
    draft: sold({
      title: { vi: "Mắm cáy Thanh Hà", en: "Thanh Hà crab sauce" },
      summary: {
        vi: "Mắm cáy ủ chum của một hộ mẫu ở xã Hà Đông, chai 500 ml, để chấm rau luộc.",
        en: "Crab sauce aged in crocks by a sample household in Hà Đông commune, in 500 ml bottles, for dipping boiled greens.",
      },
      body: [
        {
          vi: "Mắm cáy làm từ cáy bãi triều bắt trong tháng 5 đến tháng 9 rồi ủ muối; vùng Thanh Hà có 236 hộ theo con cáy, khoảng 158 tấn mỗi năm. Cáy tươi chỉ có nửa năm, còn mắm thì quanh năm bữa nào cũng dùng được.",
          en: "Crab sauce is made of tidal crabs caught from May to September and salted down; the Thanh Hà area counts 236 households in the trade and about 158 tonnes a year. Live crab is there for half the year, the sauce for all of it.",
        },
        {
          vi: "Hộ mẫu ủ trong chum sành chín tháng rồi lọc đóng chai. Khi ăn vắt quả chanh hoặc quất, thêm tỏi ớt, đánh cho sủi bọt; mắm mặn và nặng mùi, đã mở nên để ngăn mát.",
          en: "The sample household ages it in crocks for nine months, then strains and bottles it. To serve, add lime or kumquat, garlic and chilli and whisk until it froths; it is salty and strong, and belongs in the fridge once opened.",
        },
      ],
      facts: [
        { label: label.madeIn, value: { vi: "Xã Hà Đông, thành phố Hải Phòng (hộ của gian hàng mẫu)", en: "Hà Đông commune, Hải Phòng city (the sample shop's household)" } },
        { label: label.recipe, value: { vi: "Cáy, muối, thính gạo rang", en: "Crab, salt, roasted rice powder" } },
        { label: label.packs, value: { vi: "Chai 500 ml, lẻ hoặc ba chai", en: "500 ml bottle, singly or three" } },
        {
          label: label.sampleKeeping,
          value: {
            vi: "Nơi mát 12 tháng; mở rồi để ngăn mát, dùng trong 2 tháng",
            en: "12 months in a cool place; once opened, 2 months in the fridge",
          },
        },
        { label: label.use, value: { vi: "Có cáy: không dùng nếu dị ứng với cua", en: "Contains crab" } },
      ],
      pictures: [{ drawing: "jar", alt: { vi: "Hình vẽ hũ mắm bịt vải, buộc dây đỏ", en: "Drawing of a cloth-covered crock tied with a red string" } }],
      seasonMonths: allYear,
      category: "gia-vi-kho",
      unitCode: "10882",
      provenance: {
        vi: "Mùa cáy, số hộ và sản lượng lấy từ “Nhãn hiệu tập thể cho con cáy Thanh Hà” (Sở Khoa học và Công nghệ); cách đánh mắm từ “10 món ăn Hải Dương” (ruoituky.vn). Hộ làm, công thức, thời gian ủ, giá và số lượng là mẫu.",
        en: "The season, households and output come from “Nhãn hiệu tập thể cho con cáy Thanh Hà” (the provincial science department); the whisking from “10 món ăn Hải Dương” (ruoituky.vn). The household, recipe, ageing, prices and quantities are samples.",
      },
      vatClass: "reduced",
      stocks: [{ key: "bottle", unit: "piece", capacity: 150 }],
      variants: [
        { title: { vi: "Một chai 500 ml", en: "One 500 ml bottle" }, priceDong: 65_000, draws: [{ from: "bottle", units: 1 }], weightGrams: 850 },
        { title: { vi: "Ba chai 500 ml", en: "Three 500 ml bottles" }, priceDong: 185_000, draws: [{ from: "bottle", units: 3 }], weightGrams: 2_500 },
      ],
    }),
  },
  {
    key: "mam-ruoi",
    shop: "nha-lop-la",
    draft: sold({
      title: { vi: "Mắm rươi Tứ Kỳ", en: "Tứ Kỳ ragworm sauce" },
      summary: {
        vi: "Mắm rươi của một bếp mẫu ở xã Tứ Kỳ, chai 300 ml, ăn kèm thịt luộc và rau.",
        en: "Ragworm sauce from a sample kitchen in Tứ Kỳ commune, in 300 ml bottles, to go with boiled pork and greens.",
      },
      body: [
        {
          vi: "Mùa rươi đi theo con nước từ tháng 9 đến tháng 11 âm lịch, còn mắm thì để dành; các cửa hàng ở đây bày mắm rươi cạnh mắm cáy và mắm tép. Rươi đưa vào ủ là rươi của bãi nước lợ ven sông Thái Bình, sông Luộc.",
          en: "The ragworm season follows the tides of the ninth to eleventh lunar months, while the sauce keeps; shops in Tứ Kỳ set it beside crab and shrimp sauces. The worms come from the brackish flats of the Thái Bình and Luộc rivers.",
        },
        {
          vi: "Bếp mẫu ủ rươi với muối, thính và vỏ quýt, để nắng nửa năm rồi đóng chai 300 ml. Mắm sánh, màu vàng nâu; chấm thịt ba chỉ luộc, kèm rau cần, cải cúc, lát gừng.",
          en: "The sample kitchen ferments ragworms with salt, roasted rice and tangerine peel, gives them half a year of sun and bottles 300 ml. The sauce is thick and golden brown; dip boiled pork belly in it, with water dropwort, garland chrysanthemum and ginger.",
        },
      ],
      facts: [
        { label: label.madeIn, value: { vi: "Xã Tứ Kỳ, thành phố Hải Phòng (bếp của gian hàng mẫu)", en: "Tứ Kỳ commune, Hải Phòng city (the sample shop's kitchen)" } },
        { label: label.recipe, value: { vi: "Rươi, muối, thính gạo rang, vỏ quýt", en: "Ragworms, salt, roasted rice powder, tangerine peel" } },
        { label: label.packs, value: { vi: "Chai 300 ml, lẻ hoặc hai chai", en: "300 ml bottle, singly or two" } },
        {
          label: label.sampleKeeping,
          value: {
            vi: "Nơi mát 12 tháng; mở rồi để ngăn mát, dùng trong 2 tháng",
            en: "12 months in a cool place; once opened, 2 months in the fridge",
          },
        },
        { label: label.use, value: { vi: "Người từng dị ứng hải sản nên cẩn thận với rươi", en: "Take care with ragworms if you react to seafood" } },
      ],
      pictures: [{ drawing: "jar", alt: { vi: "Hình vẽ hũ mắm rươi bịt vải, buộc dây đỏ", en: "Drawing of a cloth-covered crock of ragworm sauce tied with a red string" } }],
      seasonMonths: allYear,
      category: "gia-vi-kho",
      unitCode: "11074",
      provenance: {
        vi: "Việc bán mắm rươi, mắm cáy, mắm tép lấy từ “Xây dựng thương hiệu rươi Tứ Kỳ” (Báo Hải Dương) và “Hai Duong heavenly fortune: ruoi” (Báo Hải Dương, bản tiếng Anh, 2022). Bếp, công thức, thời gian ủ, giá và số lượng là mẫu.",
        en: "The sauces sold in Tứ Kỳ come from “Xây dựng thương hiệu rươi Tứ Kỳ” (Báo Hải Dương) and “Hai Duong heavenly fortune: ruoi” (Báo Hải Dương, English edition, 2022). The kitchen, recipe, ageing, prices and quantities are samples.",
      },
      vatClass: "reduced",
      stocks: [{ key: "bottle", unit: "piece", capacity: 70 }],
      variants: [
        { title: { vi: "Một chai 300 ml", en: "One 300 ml bottle" }, priceDong: 120_000, draws: [{ from: "bottle", units: 1 }], weightGrams: 560 },
        { title: { vi: "Hai chai 300 ml", en: "Two 300 ml bottles" }, priceDong: 230_000, draws: [{ from: "bottle", units: 2 }], weightGrams: 1_100 },
      ],
    }),
  },
];
