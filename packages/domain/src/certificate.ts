import type { PublicWords } from "./moves.ts";
import type { Day } from "./time.ts";

/** Papers a badge may rest on. */
export const certificateKinds = ["ocop", "geographical_indication", "food_safety", "growing_area", "tour_licence", "other"] as const;
export type CertificateKind = (typeof certificateKinds)[number];

export const certificateWords = {
  ocop: { vi: "OCOP", en: "OCOP" },
  geographical_indication: { vi: "Quyền sử dụng chỉ dẫn địa lý", en: "Right to use a geographical indication" },
  food_safety: { vi: "An toàn thực phẩm", en: "Food safety" },
  growing_area: { vi: "Mã số vùng trồng", en: "Growing-area code" },
  tour_licence: { vi: "Giấy phép kinh doanh lữ hành", en: "Tour operator licence" },
  other: { vi: "Giấy tờ khác", en: "Other paper" },
} as const satisfies PublicWords<CertificateKind>;

/** True while a badge may be shown: somebody has verified the paper, it is in date, and nobody has revoked it. */
export function isBadgeShown(certificate: { issuedOn: Day; validTo: Day | null; verifiedAt: Date | null; revokedAt: Date | null }, today: Day): boolean {
  const { issuedOn, validTo, verifiedAt, revokedAt } = certificate;
  return verifiedAt !== null && revokedAt === null && issuedOn <= today && (validTo === null || today <= validTo);
}

/** Stars a product may have on its badge. One and two are the district's own business and no badge. */
export const ocopStars = { min: 3, max: 5 } as const;

const ocopMonths = 36;

/** The last day of a paper that names none: OCOP holds for 36 months, anything else until further notice. */
export function certificateEndsOn(kind: CertificateKind, issuedOn: Day): Day | null {
  if (kind !== "ocop") return null;
  const [year = 0, month = 1, day = 1] = issuedOn.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + ocopMonths, 0));
  const inThatMonth = new Date(Date.UTC(year, month - 1 + ocopMonths, Math.min(day, lastOfMonth.getUTCDate())));
  return inThatMonth.toISOString().slice(0, 10);
}

/**
 * True for papers that may stand as a badge beside a thing. A geographical indication may not: whether its sign may be
 * used is decided elsewhere, so that a paper about it is kept and told in words.
 */
export function isBadgeKind(kind: CertificateKind): boolean {
  return kind !== "geographical_indication";
}
