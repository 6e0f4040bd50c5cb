import type { ShopDraft } from "@xudong/catalog";

/** Names of our own: each says in both languages that it is a sample, and none is or resembles a real seller. */
export type ShopKey =
  | "vuon-cuoi-ngo"
  | "bep-bo-gieng"
  | "gom-net-co"
  | "thuyen-bo-tre"
  | "vuon-song-huong"
  | "xe-dap-duong-lang"
  | "roi-nuoc-san-dinh"
  | "nha-lop-la"
  | "ruong-nuoc-lo"
  | "theu-khung-tre"
  | "vuon-doi-na"
  | "bai-phu-sa"
  | "gac-bep-an-phu"
  | "lo-banh-nia-phoi"
  | "lo-gom-men-tro"
  | "xuong-cham-goc-da"
  | "nha-ben-trieu"
  | "kho-hang-ben-do"
  | "dan-loi-rung-thong";

export type SampleShop = { key: ShopKey; draft: ShopDraft };

/** A paper trail that nobody can mistake for a real one: the phone number and the registration cannot exist. */
const sampleIdentity = (n: number, legalName: string, addressLine: string): NonNullable<ShopDraft["identity"]> => ({
  legalName,
  addressLine,
  phone: `0000 000 0${String(n).padStart(2, "0")}`,
  registration: { number: `MẪU-${String(n).padStart(6, "0")}`, issuer: "Cơ quan mẫu, không có thật", issuedOn: "2025-07-01" },
});

/** The sample shops of a demo, by keys that the listings refer to. A cut-off is in minutes after midnight. */
export const shops: readonly SampleShop[] = [
  {
    key: "vuon-cuoi-ngo",
    draft: {
      name: { vi: "Vườn Cuối Ngõ – gian hàng mẫu", en: "Cuối Ngõ Orchard – sample shop" },
      kind: "household",
      place: { vi: "Xã Thanh Hà, thành phố Hải Phòng (Hải Dương cũ)", en: "Thanh Hà commune, Hải Phòng city (formerly Hải Dương)" },
      about: {
        vi: "Gian hàng mẫu, dựng lên để cho thấy một hộ trồng ổi và vải ở xã Thanh Hà có thể bán hàng trên chợ ra sao. Tên vườn, giá và số lượng đều là mẫu, không có người bán thật đứng sau.",
        en: "A sample shop, made to show how a household growing guava and lychee in Thanh Hà commune might sell here. Its name, prices and quantities are samples, and there is no real seller behind them.",
      },
      isSample: true,
      unitCode: "10813",
      identity: sampleIdentity(1, "Hộ kinh doanh mẫu Vườn Cuối Ngõ", "Đường mẫu số 1, xã Thanh Hà, thành phố Hải Phòng"),
      cutOffMinute: 900,
    },
  },
  {
    key: "bep-bo-gieng",
    draft: {
      name: { vi: "Bếp bánh Bờ Giếng – gian hàng mẫu", en: "Bờ Giếng Cake Kitchen – sample shop" },
      kind: "household",
      place: { vi: "Xã Ninh Giang, thành phố Hải Phòng (Hải Dương cũ)", en: "Ninh Giang commune, Hải Phòng city (formerly Hải Dương)" },
      about: {
        vi: "Gian hàng mẫu của một bếp bánh gia đình do chợ đặt ra ở xã Ninh Giang, bán bánh gai, bánh đậu xanh và mở buổi gói bánh. Bếp không phải là hiệu bánh nào đang có thật và không dùng công thức của hiệu nào.",
        en: "A sample shop: a family cake kitchen imagined by the market in Ninh Giang commune, selling ramie-leaf and mung bean cakes and holding a cake-wrapping session. It is not any existing bakery and uses no bakery's recipe.",
      },
      isSample: true,
      unitCode: "11203",
      identity: sampleIdentity(2, "Hộ kinh doanh mẫu Bếp bánh Bờ Giếng", "Đường mẫu số 2, xã Ninh Giang, thành phố Hải Phòng"),
      cutOffMinute: 600,
    },
  },
  {
    key: "gom-net-co",
    draft: {
      name: { vi: "Hợp tác xã gốm Nét Cọ – gian hàng mẫu", en: "Nét Cọ Pottery Cooperative – sample shop" },
      kind: "cooperative",
      place: { vi: "Xã Thái Tân, thành phố Hải Phòng (Hải Dương cũ)", en: "Thái Tân commune, Hải Phòng city (formerly Hải Dương)" },
      about: {
        vi: "Gian hàng mẫu của một hợp tác xã do chợ đặt ra ở làng Chu Đậu, bán bát vẽ tay và mở buổi vẽ gốm. Hợp tác xã này không có thật và không liên quan đến doanh nghiệp gốm nào đang hoạt động trong làng.",
        en: "A sample shop: a cooperative imagined by the market in Chu Đậu village, selling hand-painted bowls and holding a painting workshop. It does not exist and has no connection with any pottery business working in the village.",
      },
      isSample: true,
      unitCode: "10642",
      identity: sampleIdentity(3, "Hợp tác xã mẫu gốm Nét Cọ", "Đường mẫu số 3, xã Thái Tân, thành phố Hải Phòng"),
      restWeekdays: [0],
    },
  },
  {
    key: "thuyen-bo-tre",
    draft: {
      name: { vi: "Hợp tác xã thuyền Bờ Tre – gian hàng mẫu", en: "Bờ Tre Boat Cooperative – sample shop" },
      kind: "cooperative",
      place: { vi: "Xã Nam Thanh Miện, thành phố Hải Phòng (Hải Dương cũ)", en: "Nam Thanh Miện commune, Hải Phòng city (formerly Hải Dương)" },
      about: {
        vi: "Gian hàng mẫu của một hợp tác xã do chợ đặt ra bên hồ An Dương, đưa khách đi thuyền ngắm Đảo Cò. Hợp tác xã này không có thật, không thay mặt ban quản lý hay quầy vé của điểm đến.",
        en: "A sample shop: a cooperative imagined by the market beside An Dương lake, taking visitors round Stork Island by boat. It does not exist and does not speak for the site's management or its ticket office.",
      },
      isSample: true,
      unitCode: "11284",
      identity: sampleIdentity(4, "Hợp tác xã mẫu thuyền Bờ Tre", "Đường mẫu số 4, xã Nam Thanh Miện, thành phố Hải Phòng"),
    },
  },
  {
    key: "vuon-song-huong",
    draft: {
      name: { vi: "Vườn vải Sông Hương – gian hàng mẫu", en: "Sông Hương Lychee Orchard – sample shop" },
      kind: "household",
      place: { vi: "Xã Thanh Hà, thành phố Hải Phòng (Hải Dương cũ)", en: "Thanh Hà commune, Hải Phòng city (formerly Hải Dương)" },
      about: {
        vi: "Gian hàng mẫu của một hộ làm vườn do chợ đặt ra ở xã Thanh Hà, mở vườn đón khách vào mùa vải và đi thuyền giữa các vườn. Hộ này không có thật và không thay mặt điểm tham quan nào ở Đồng Mẩn.",
        en: "A sample shop: an orchard household imagined by the market in Thanh Hà commune, opening its garden to visitors in the lychee season, with boats between the orchards. It does not exist and speaks for no site at Đồng Mẩn.",
      },
      isSample: true,
      unitCode: "10813",
      identity: sampleIdentity(5, "Hộ kinh doanh mẫu Vườn Sông Hương", "Đường mẫu số 5, xã Thanh Hà, thành phố Hải Phòng"),
    },
  },
  {
    key: "xe-dap-duong-lang",
    draft: {
      name: { vi: "Xe đạp Đường Làng – gian hàng mẫu", en: "Đường Làng Bicycles – sample shop" },
      kind: "individual",
      place: { vi: "Xã Nam Thanh Miện, thành phố Hải Phòng (Hải Dương cũ)", en: "Nam Thanh Miện commune, Hải Phòng city (formerly Hải Dương)" },
      about: {
        vi: "Gian hàng mẫu của một người dẫn đường do chợ đặt ra ở xã Nam Thanh Miện, cho thuê xe và đưa khách đạp qua đường làng ven hồ. Người này không có thật; xe, giờ đi và giá đều là mẫu.",
        en: "A sample shop: a guide imagined by the market in Nam Thanh Miện commune, lending bicycles and riding with visitors along the lanes by the lake. The guide does not exist; bicycles, times and prices are samples.",
      },
      isSample: true,
      unitCode: "11284",
      identity: sampleIdentity(6, "Người bán mẫu Đường Làng", "Đường mẫu số 6, xã Nam Thanh Miện, thành phố Hải Phòng"),
    },
  },
  {
    key: "roi-nuoc-san-dinh",
    draft: {
      name: { vi: "Phường rối Sân Đình – gian hàng mẫu", en: "Sân Đình Puppet Troupe – sample shop" },
      kind: "cooperative",
      place: { vi: "Xã Khúc Thừa Dụ, thành phố Hải Phòng (Hải Dương cũ)", en: "Khúc Thừa Dụ commune, Hải Phòng city (formerly Hải Dương)" },
      about: {
        vi: "Gian hàng mẫu của một phường rối do chợ đặt ra ở xã Khúc Thừa Dụ, diễn rối nước và bán con rối gỗ nhỏ. Phường này không có thật và không thay mặt phường rối nào đang diễn ở Bồ Dương.",
        en: "A sample shop: a puppet troupe imagined by the market in Khúc Thừa Dụ commune, playing on the water stage and selling small wooden puppets. It does not exist and speaks for no troupe that plays at Bồ Dương.",
      },
      isSample: true,
      unitCode: "11224",
      identity: sampleIdentity(7, "Hợp tác xã mẫu phường rối Sân Đình", "Đường mẫu số 7, xã Khúc Thừa Dụ, thành phố Hải Phòng"),
      restWeekdays: [1],
    },
  },
  {
    key: "nha-lop-la",
    draft: {
      name: { vi: "Bếp Nhà Lợp Lá – gian hàng mẫu", en: "Nhà Lợp Lá Kitchen – sample shop" },
      kind: "household",
      place: { vi: "Xã Tứ Kỳ, thành phố Hải Phòng (Hải Dương cũ)", en: "Tứ Kỳ commune, Hải Phòng city (formerly Hải Dương)" },
      about: {
        vi: "Gian hàng mẫu của một bếp nhà do chợ đặt ra ở xã Tứ Kỳ, nấu món quê cùng khách và bán chả rươi, mắm rươi. Bếp này không có thật, công thức là của bếp mẫu.",
        en: "A sample shop: a home kitchen imagined by the market in Tứ Kỳ commune, cooking country dishes with visitors and selling ragworm patties and sauce. It does not exist, and the recipes are the sample kitchen's own.",
      },
      isSample: true,
      unitCode: "11074",
      identity: sampleIdentity(8, "Hộ kinh doanh mẫu Bếp Nhà Lợp Lá", "Đường mẫu số 8, xã Tứ Kỳ, thành phố Hải Phòng"),
      cutOffMinute: 480,
      restWeekdays: [0],
    },
  },
  {
    key: "ruong-nuoc-lo",
    draft: {
      name: { vi: "Hợp tác xã Ruộng Nước Lợ – gian hàng mẫu", en: "Ruộng Nước Lợ Cooperative – sample shop" },
      kind: "cooperative",
      place: { vi: "Xã Chí Minh, thành phố Hải Phòng (Hải Dương cũ)", en: "Chí Minh commune, Hải Phòng city (formerly Hải Dương)" },
      about: {
        vi: "Gian hàng mẫu của một hợp tác xã do chợ đặt ra ở xã Chí Minh, bán gạo, rươi và chuối của vùng bãi ven sông. Hợp tác xã này không có thật và không dùng nhãn của nơi nào.",
        en: "A sample shop: a cooperative imagined by the market in Chí Minh commune, selling rice, ragworms and bananas from the riverside flats. It does not exist and uses nobody's label.",
      },
      isSample: true,
      unitCode: "11131",
      identity: sampleIdentity(9, "Hợp tác xã mẫu Ruộng Nước Lợ", "Đường mẫu số 9, xã Chí Minh, thành phố Hải Phòng"),
      cutOffMinute: 780,
      restWeekdays: [0],
    },
  },
  {
    key: "theu-khung-tre",
    draft: {
      name: { vi: "Thêu Khung Tre – gian hàng mẫu", en: "Khung Tre Embroidery – sample shop" },
      kind: "individual",
      place: { vi: "Xã Đại Sơn, thành phố Hải Phòng (Hải Dương cũ)", en: "Đại Sơn commune, Hải Phòng city (formerly Hải Dương)" },
      about: {
        vi: "Gian hàng mẫu của một người thêu do chợ đặt ra ở xã Đại Sơn, bán khăn và tranh thêu tay. Người thêu không có thật; hàng, giá và số lượng đều là mẫu.",
        en: "A sample shop: an embroiderer imagined by the market in Đại Sơn commune, selling scarves and pictures worked by hand. The embroiderer does not exist; goods, prices and quantities are samples.",
      },
      isSample: true,
      unitCode: "11086",
      identity: sampleIdentity(10, "Người bán mẫu Thêu Khung Tre", "Đường mẫu số 10, xã Đại Sơn, thành phố Hải Phòng"),
    },
  },
  {
    key: "vuon-doi-na",
    draft: {
      name: { vi: "Vườn Đồi Na – gian hàng mẫu", en: "Đồi Na Hill Orchard – sample shop" },
      kind: "household",
      place: { vi: "Phường Trần Nhân Tông, thành phố Hải Phòng (Hải Dương cũ)", en: "Trần Nhân Tông ward, Hải Phòng city (formerly Hải Dương)" },
      about: {
        vi: "Gian hàng mẫu của một hộ làm vườn đồi do chợ đặt ra ở phường Trần Nhân Tông, bán na và thanh long theo mùa. Vườn này không có thật; giá và số lượng là mẫu.",
        en: "A sample shop: a hill orchard imagined by the market in Trần Nhân Tông ward, selling custard apples and dragon fruit in season. It does not exist; prices and quantities are samples.",
      },
      isSample: true,
      unitCode: "10573",
      identity: sampleIdentity(11, "Hộ kinh doanh mẫu Vườn Đồi Na", "Đường mẫu số 11, phường Trần Nhân Tông, thành phố Hải Phòng"),
      cutOffMinute: 960,
    },
  },
  {
    key: "bai-phu-sa",
    draft: {
      name: { vi: "Hợp tác xã Bãi Phù Sa – gian hàng mẫu", en: "Bãi Phù Sa Cooperative – sample shop" },
      kind: "cooperative",
      place: { vi: "Xã Tuệ Tĩnh, thành phố Hải Phòng (Hải Dương cũ)", en: "Tuệ Tĩnh commune, Hải Phòng city (formerly Hải Dương)" },
      about: {
        vi: "Gian hàng mẫu của một hợp tác xã do chợ đặt ra ở xã Tuệ Tĩnh, trồng cà rốt trên bãi sông Thái Bình. Hợp tác xã này không có thật và không liên quan đến hợp tác xã nào trong vùng.",
        en: "A sample shop: a cooperative imagined by the market in Tuệ Tĩnh commune, growing carrots on the flats of the Thái Bình river. It does not exist and has no connection with any cooperative of the area.",
      },
      isSample: true,
      unitCode: "10909",
      identity: sampleIdentity(12, "Hợp tác xã mẫu Bãi Phù Sa", "Đường mẫu số 12, xã Tuệ Tĩnh, thành phố Hải Phòng"),
      cutOffMinute: 840,
      restWeekdays: [0],
    },
  },
  {
    key: "gac-bep-an-phu",
    draft: {
      name: { vi: "Hợp tác xã Gác Bếp – gian hàng mẫu", en: "Gác Bếp Cooperative – sample shop" },
      kind: "cooperative",
      place: { vi: "Phường Trần Liễu, thành phố Hải Phòng (Hải Dương cũ)", en: "Trần Liễu ward, Hải Phòng city (formerly Hải Dương)" },
      about: {
        vi: "Gian hàng mẫu của một hợp tác xã do chợ đặt ra ở phường Trần Liễu, bán hành, tỏi, gạo nếp, bột sắn dây và bánh chưng ngày Tết. Hợp tác xã này không có thật.",
        en: "A sample shop: a cooperative imagined by the market in Trần Liễu ward, selling shallots, garlic, sticky rice, kudzu starch and chưng cakes at Tết. It does not exist.",
      },
      isSample: true,
      unitCode: "10729",
      identity: sampleIdentity(13, "Hợp tác xã mẫu Gác Bếp", "Đường mẫu số 13, phường Trần Liễu, thành phố Hải Phòng"),
      cutOffMinute: 720,
      restWeekdays: [0],
    },
  },
  {
    key: "lo-banh-nia-phoi",
    draft: {
      name: { vi: "Lò bánh Nia Phơi – gian hàng mẫu", en: "Nia Phơi Cracker House – sample shop" },
      kind: "household",
      place: { vi: "Xã Kẻ Sặt, thành phố Hải Phòng (Hải Dương cũ)", en: "Kẻ Sặt commune, Hải Phòng city (formerly Hải Dương)" },
      about: {
        vi: "Gian hàng mẫu của một lò bánh đa do chợ đặt ra ở xã Kẻ Sặt. Lò không phải là hộ nào đang làm bánh trong vùng; công thức, giá và số lượng là mẫu.",
        en: "A sample shop: a rice-cracker house imagined by the market in Kẻ Sặt commune. It is none of the households that make crackers there; recipe, prices and quantities are samples.",
      },
      isSample: true,
      unitCode: "10945",
      identity: sampleIdentity(14, "Hộ kinh doanh mẫu Lò bánh Nia Phơi", "Đường mẫu số 14, xã Kẻ Sặt, thành phố Hải Phòng"),
      cutOffMinute: 660,
    },
  },
  {
    key: "lo-gom-men-tro",
    draft: {
      name: { vi: "Lò gốm Men Tro – gian hàng mẫu", en: "Men Tro Kiln – sample shop" },
      kind: "household",
      place: { vi: "Xã Bình Giang, thành phố Hải Phòng (Hải Dương cũ)", en: "Bình Giang commune, Hải Phòng city (formerly Hải Dương)" },
      about: {
        vi: "Gian hàng mẫu của một lò gốm nhỏ do chợ đặt ra ở làng Cậy, xã Bình Giang. Lò này không có thật và không thay mặt nghệ nhân nào trong làng.",
        en: "A sample shop: a small kiln imagined by the market in Cậy village, Bình Giang commune. It does not exist and speaks for no potter of the village.",
      },
      isSample: true,
      unitCode: "10966",
      identity: sampleIdentity(15, "Hộ kinh doanh mẫu Lò gốm Men Tro", "Đường mẫu số 15, xã Bình Giang, thành phố Hải Phòng"),
      restWeekdays: [0, 6],
    },
  },
  {
    key: "xuong-cham-goc-da",
    draft: {
      name: { vi: "Xưởng chạm Gốc Đa – gian hàng mẫu", en: "Gốc Đa Carving Workshop – sample shop" },
      kind: "enterprise",
      place: { vi: "Xã Cẩm Giàng, thành phố Hải Phòng (Hải Dương cũ)", en: "Cẩm Giàng commune, Hải Phòng city (formerly Hải Dương)" },
      about: {
        vi: "Gian hàng mẫu của một xưởng chạm gỗ do chợ đặt ra ở làng Đông Giao, xã Cẩm Giàng. Xưởng này không có thật; mẫu hàng, giá và số lượng đều là mẫu.",
        en: "A sample shop: a wood-carving workshop imagined by the market in Đông Giao village, Cẩm Giàng commune. It does not exist; pieces, prices and quantities are all samples.",
      },
      isSample: true,
      unitCode: "10903",
      identity: sampleIdentity(16, "Công ty mẫu Xưởng chạm Gốc Đa", "Đường mẫu số 16, xã Cẩm Giàng, thành phố Hải Phòng"),
      cutOffMinute: 1020,
      restWeekdays: [0],
    },
  },
  {
    key: "nha-ben-trieu",
    draft: {
      name: { vi: "Nhà Bến Triều – gian hàng mẫu", en: "Nhà Bến Triều Household – sample shop" },
      kind: "household",
      place: { vi: "Xã Hà Đông, thành phố Hải Phòng (Hải Dương cũ)", en: "Hà Đông commune, Hải Phòng city (formerly Hải Dương)" },
      about: {
        vi: "Gian hàng mẫu của một hộ do chợ đặt ra ở xã Hà Đông, bán vải sớm, cáy và mắm cáy, chiếu cói. Hộ này không có thật; vườn, bãi, khung dệt và giá đều là mẫu.",
        en: "A sample shop: a household imagined by the market in Hà Đông commune, selling early lychees, mud crabs and crab sauce, and sedge mats. It does not exist; orchard, flats, loom and prices are samples.",
      },
      isSample: true,
      unitCode: "10882",
      identity: sampleIdentity(17, "Hộ kinh doanh mẫu Nhà Bến Triều", "Đường mẫu số 17, xã Hà Đông, thành phố Hải Phòng"),
      cutOffMinute: 540,
      restWeekdays: [0],
    },
  },
  {
    key: "kho-hang-ben-do",
    draft: {
      name: { vi: "Kho hàng Bến Đò – gian hàng mẫu", en: "Bến Đò Storehouse – sample shop" },
      kind: "enterprise",
      place: { vi: "Phường Tân Hưng, thành phố Hải Phòng (Hải Dương cũ)", en: "Tân Hưng ward, Hải Phòng city (formerly Hải Dương)" },
      about: {
        vi: "Gian hàng mẫu của một cửa hàng do chợ đặt ra ở phường Tân Hưng, gom hàng khô và đồ thủ công của các làng nghề. Cửa hàng này không có thật và không bán hộ nhãn hàng nào.",
        en: "A sample shop: a store imagined by the market in Tân Hưng ward, bringing together dry goods and handicrafts of the craft villages. It does not exist and sells nobody's brand.",
      },
      isSample: true,
      unitCode: "10537",
      identity: sampleIdentity(18, "Công ty mẫu Kho hàng Bến Đò", "Đường mẫu số 18, phường Tân Hưng, thành phố Hải Phòng"),
      cutOffMinute: 1020,
    },
  },
  {
    key: "dan-loi-rung-thong",
    draft: {
      name: { vi: "Nhóm dẫn lối Rừng Thông – gian hàng mẫu", en: "Rừng Thông Walking Guides – sample shop" },
      kind: "household",
      place: { vi: "Phường Trần Hưng Đạo, thành phố Hải Phòng (Hải Dương cũ)", en: "Trần Hưng Đạo ward, Hải Phòng city (formerly Hải Dương)" },
      about: {
        vi: "Gian hàng mẫu của một nhóm dẫn đường do chợ đặt ra ở phường Trần Hưng Đạo, đi bộ cùng khách ở rừng, động và nơi thờ. Nhóm này không có thật, không bán vé và không thay mặt ban quản lý di tích nào.",
        en: "A sample shop: walking guides imagined by the market in Trần Hưng Đạo ward, who go with visitors through forests, caves and places of worship. They do not exist, sell no admission and speak for no site's management.",
      },
      isSample: true,
      unitCode: "10570",
      identity: sampleIdentity(19, "Hộ kinh doanh mẫu Dẫn lối Rừng Thông", "Đường mẫu số 19, phường Trần Hưng Đạo, thành phố Hải Phòng"),
    },
  },
];
