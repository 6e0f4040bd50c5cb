import type { Localized } from "@xudong/domain";

// The 64 units of former Hải Dương since 1 July 2025: Resolution 1669/NQ-UBTVQH15, clauses 25–45 and 70–112.
const communes = new Set(
  `Nam Sách, Hợp Tiến, Trần Phú, Thái Tân, An Phú, Nam An Phụ, Phú Thái, Lai Khê, An Thành, Kim Thành, Thanh Hà,
  Hà Bắc, Hà Nam, Hà Tây, Hà Đông, Cẩm Giang, Cẩm Giàng, Tuệ Tĩnh, Mao Điền, Kẻ Sặt, Bình Giang, Đường An, Thượng Hồng,
  Gia Lộc, Yết Kiêu, Gia Phúc, Trường Tân, Tứ Kỳ, Đại Sơn, Tân Kỳ, Chí Minh, Lạc Phượng, Nguyên Giáp, Vĩnh Lại, Tân An,
  Ninh Giang, Hồng Châu, Khúc Thừa Dụ, Thanh Miện, Nguyễn Lương Bằng, Bắc Thanh Miện, Hải Hưng, Nam Thanh Miện`.split(/,\s*/),
);
const wards = new Set(
  `Thành Đông, Hải Dương, Lê Thanh Nghị, Tân Hưng, Việt Hòa, Chí Linh, Chu Văn An, Nguyễn Trãi, Trần Hưng Đạo,
  Trần Nhân Tông, Lê Đại Hành, Ái Quốc, Kinh Môn, Bắc An Phụ, Nhị Chiểu, Phạm Sư Mạnh, Trần Liễu, Nguyễn Đại Năng,
  Nam Đồng, Tứ Minh, Thạch Khôi`.split(/,\s*/),
);

/** Whole words or phrases, in a language whose letters \b does not know. */
function anyOf(...phrases: string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.join("|")})(?![\\p{L}\\p{N}])`, "iu");
}

const forbidden = [
  // Superlatives and pressure
  anyOf("nhất", "duy nhất", "số một", "số 1", "hàng đầu", "tuyệt vời", "tuyệt hảo", "hot", "siêu", "sắp hết", "nhanh tay"),
  anyOf("best", "finest", "the most", "greatest", "number one", "unique", "world-class", "perfect", "amazing", "hurry", "unmissable"),
  // Health claims
  anyOf("chữa", "bổ dưỡng", "tốt cho sức khoẻ", "tốt cho sức khỏe", "thanh nhiệt", "giải độc", "an toàn tuyệt đối"),
  anyOf("healthy", "healing", "cures?", "detox", "nutritious", "superfood"),
  // Claims that need a certificate
  anyOf("ocop", "vietgap", "chỉ dẫn địa lý", "geographical indication", "hữu cơ", "organic", "chính hãng", "authentic"),
  // Promises, and words for holding other people's money
  anyOf("cam kết", "bảo đảm", "đảm bảo", "giao ngay", "guaranteed?", "ký quỹ", "ví", "giữ tiền hộ", "escrow", "wallet", "chống giả"),
];

const vietnameseOnly = anyOf("và", "của", "gian hàng", "bằng", "hoặc", "chiếc", "thành phố", "giá");
const capitals = "((?: \\p{Lu}\\p{L}*)+)";
const namesIn = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].map(([, name]) => name?.trim() ?? "");
const unquoted = (text: string) => text.replace(/“[^”]*”/g, "");

/**
 * What must not be said in a sample, and is: a language missing, text that is not composed (NFC) or has stray spaces, words of
 * design.md section 10, Vietnamese left standing in English, and communes, wards or districts that do not exist any more. What
 * stands between quotation marks is somebody's title: it keeps its language and its names, not forbidden words.
 */
export function wordFaults({ vi, en }: Localized): string[] {
  const faults: string[] = [];
  for (const words of [vi, en]) {
    if (words === undefined || words === "") return ["lacks a language"];
    if (words !== words.normalize("NFC").replace(/\s+/g, " ").trim()) faults.push(`is not tidy: ${words}`);
    for (const pattern of forbidden) if (pattern.test(words)) faults.push(`says ${pattern.exec(words)?.[0]}: ${words}`);
  }
  const english = unquoted(en ?? "");
  const vietnamese = unquoted(vi);
  if (vietnameseOnly.test(english)) faults.push(`is Vietnamese in English: ${english}`);
  for (const name of [...namesIn(new RegExp(`(?<!tác )(?<!\\p{L})[Xx]ã${capitals}`, "gu"), vietnamese), ...namesIn(new RegExp(`${capitals} commune`, "gu"), ` ${english}`)]) {
    if (!communes.has(name)) faults.push(`there is no commune ${name}`);
  }
  for (const name of [...namesIn(new RegExp(`(?<!\\p{L})[Pp]hường${capitals}`, "gu"), vietnamese), ...namesIn(new RegExp(`${capitals} ward`, "gu"), ` ${english}`)]) {
    if (!wards.has(name)) faults.push(`there is no ward ${name}`);
  }
  if (/(?<!\p{L})([Hh]uyện|[Tt]hị xã) \p{Lu}/u.test(vietnamese) || /\b[Dd]istrict\b/.test(english)) faults.push(`names a district: ${vietnamese} / ${english}`);
  return faults;
}
