import type { ShopDraft } from "@xudong/catalog";

/** Names of our own: each says in both languages that it is a sample, and none is or resembles a real seller. */
export type ShopKey = "vuon-cuoi-ngo" | "bep-bo-gieng" | "gom-net-co" | "thuyen-bo-tre";

export type SampleShop = { key: ShopKey; draft: ShopDraft };

/** The sample shops of a demo, by keys that `listings.ts` refers to. */
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
    },
  },
];
