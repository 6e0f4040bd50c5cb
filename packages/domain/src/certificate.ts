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
