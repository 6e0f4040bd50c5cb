import type { CategoryDraft } from "@xudong/catalog";

/** What the market is sorted by. Keys are permanent, names may change; a listing's draft names its category by key. */
export const categories: readonly CategoryDraft[] = [
  { key: "trai-cay", kind: "goods", name: { vi: "Trái cây", en: "Fruit" } },
  { key: "rau-cu", kind: "goods", name: { vi: "Rau củ", en: "Vegetables" } },
  { key: "banh-keo", kind: "goods", name: { vi: "Bánh kẹo", en: "Cakes and sweets" } },
  {
    key: "thuc-pham-gia-vi",
    kind: "goods",
    name: { vi: "Thực phẩm và gia vị", en: "Larder and seasoning" },
    children: [
      { key: "gao-hat", name: { vi: "Gạo và các loại hạt", en: "Rice, beans and seeds" } },
      { key: "thuy-san", name: { vi: "Thuỷ sản và món chế biến", en: "From the water" } },
      { key: "gia-vi-kho", name: { vi: "Gia vị và đồ khô", en: "Seasoning and dried foods" } },
    ],
  },
  { key: "do-uong", kind: "goods", name: { vi: "Đồ uống", en: "Drinks" } },
  { key: "gom", kind: "goods", name: { vi: "Gốm", en: "Pottery" } },
  { key: "thu-cong", kind: "goods", name: { vi: "Thủ công", en: "Crafts" } },

  { key: "song-nuoc", kind: "experience", name: { vi: "Thuyền và sông nước", en: "Boats and water" } },
  { key: "vuon-mua-qua", kind: "experience", name: { vi: "Vườn và mùa quả", en: "Orchards and harvests" } },
  { key: "lang-nghe", kind: "experience", name: { vi: "Làng nghề", en: "Craft villages" } },
  { key: "le-di-tich", kind: "experience", name: { vi: "Lễ hội và di tích", en: "Festivals and old places" } },
  { key: "am-thuc", kind: "experience", name: { vi: "Ẩm thực", en: "Cooking and eating" } },
  { key: "van-nghe", kind: "experience", name: { vi: "Văn nghệ dân gian", en: "Folk performance" } },
  { key: "thien-nhien", kind: "experience", name: { vi: "Thiên nhiên", en: "Nature" } },
];
