import { foldWord } from "./words.ts";

/** How people write to each other: what is typed, folded, and what it stands for. */
const chatWords: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    ko: "không", k: "không", hk: "không", khong: "không", kg: "không", hok: "không", dc: "được", dk: "được", đc: "được", j: "gì", g: "gì", z: "vậy", v: "vậy", vs: "với", wa: "quà|quá|qua", wá: "quá",
    mun: "muốn", mún: "muốn", bik: "biết", bit: "biết", bít: "biết", bh: "bây giờ|bao giờ", bn: "bao nhiêu|bạn", nhiu: "nhiêu", bnhiu: "bao nhiêu", trc: "trước", ntn: "như thế nào", mn: "mọi người", mng: "mọi người",
    ng: "người", nk: "nhé", nhaa: "nha", iu: "yêu", thik: "thích", thjk: "thích", lun: "luôn", rùi: "rồi", r: "rồi", oy: "rồi", ms: "mới", cx: "cũng", nx: "nữa", ck: "chồng", vk: "vợ", sn: "sinh nhật", bday: "sinh nhật",
    ks: "khách sạn", dl: "du lịch", dul: "du lịch", sp: "sản phẩm", tp: "thành phố", tx: "thị xã", q: "quận", h: "huyện", vn: "việt nam", hn: "hà nội", nc: "nước", ah: "à", fai: "phải", ngta: "người ta", kids: "trẻ em",
    tgian: "thời gian", cty: "công ty", đt: "điện thoại", tr: "triệu", mk: "mình", mjk: "mình", mih: "mình", cho: "cho", ăn: "ăn", an: "ăn", bx: "bến xe", tk: "tiệc", lm: "làm", ik: "đi", di: "đi", qà: "quà", qua: "quà", oki: "được",
    cute: "dễ thương", hot: "nổi tiếng", sale: "giảm giá", ship: "giao hàng", order: "đặt hàng", check: "xem", fast: "nhanh", sịn: "xịn", xin: "xịn", nhìu: "nhiều", nhiu2: "nhiều", dth: "dễ thương", ny: "người yêu", hs: "học sinh", sv: "sinh viên", gđ: "gia đình", gd: "gia đình", bme: "bố mẹ",
  }).map(([typed, meant]) => [foldWord(typed), meant.split("|")]),
);

/** Everyday words that only look like chat: they are read as they stand. */
const plain = new Set(["cho", "an", "di", "qua", "khong", "xin", "ng", "check", "order", "hot", "bit", "fast", "kids"]);

/** What a word of chat stands for, with marks. */
export function meantInChat(fold: string): readonly string[] {
  return plain.has(fold) ? [] : (chatWords.get(fold) ?? []);
}

const swaps: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^f/, ["ph"]],
  [/^w/, ["qu"]],
  [/^z/, ["d", "gi", "v", "r"]],
  [/^j/, ["gi", "ch", "d"]],
  [/^k(?![hieyl])/, ["c"]],
  [/^c(?=[ieyê])/, ["k"]],
  [/^q(?!u)/, ["qu"]],
  [/^dz/, ["d"]],
  [/^ngh(?![ieê])/, ["ng"]],
  [/^ng(?=[ie])/, ["ngh"]],
  [/^gh(?![ie])/, ["g"]],
  [/^g(?=[e])/, ["gh"]],
  [/g$/, ["ng"]],
  [/j/, ["i"]],
  [/k$/, ["ch", "c"]],
  [/x$/, ["ch"]],
  [/h$/, ["nh", "ch"]],
  [/y/, ["i"]],
  [/i/, ["y"]],
  [/w/, ["u"]],
];

/** Folded words that somebody may have shortened to this one: "wa" for "qua", "fo" for "pho". */
export function unshortened(fold: string): string[] {
  return swaps.flatMap(([short, longs]) => (short.test(fold) ? longs.map((long) => fold.replace(short, long)) : [])).filter((word) => word !== fold);
}

/** Consonants at the beginning that parts of the country say alike. */
const alike: readonly (readonly string[])[] = [["d", "gi", "r", "v"], ["s", "x"], ["tr", "ch"], ["l", "n"], ["c", "k", "q"], ["ng", "ngh"], ["g", "gh"], ["qu", "w"]];

/** Folded words that sound like this one to many: "duoi" and "ruoi", "xen" and "sen". */
export function soundingLike(fold: string): string[] {
  const initial = /^(ngh|ng|gh|gi|qu|tr|ch|th|ph|nh|kh|[bcdghklmnpqrstvx])/.exec(fold)?.[0] ?? "";
  const rest = fold.slice(initial.length);
  if (initial === "" || rest === "") return [];
  return alike.filter((group) => group.includes(initial)).flatMap((group) => group.filter((other) => other !== initial).map((other) => other + rest));
}
