import type { CertificateDraft } from "@xudong/catalog";
import type { ListingKey } from "./listings.ts";
import type { ShopKey } from "./shops.ts";

/** A paper of a shop, or of one of its listings by key. */
export type SampleCertificate = { shop: ShopKey; listing?: ListingKey; draft: Omit<CertificateDraft, "listingId"> };

const paper = { issuer: "Cơ quan mẫu, không có thật", sourceGrade: "mẫu", isSample: true } as const;

/** Papers that show what a badge looks like. Nobody issued them: each names a body that does not exist, and none has a number. */
export const certificates: readonly SampleCertificate[] = [
  { shop: "bep-bo-gieng", listing: "banh-gac", draft: { ...paper, kind: "ocop", stars: 4, productName: { vi: "Bánh gấc (giấy mẫu)", en: "Gấc cakes (sample paper)" }, holder: "Hộ kinh doanh mẫu Bếp bánh Bờ Giếng", issuedOn: "2025-12-15" } },
  { shop: "bai-phu-sa", listing: "ca-rot-duc-chinh", draft: { ...paper, kind: "ocop", stars: 3, productName: { vi: "Cà rốt tươi (giấy mẫu)", en: "Fresh carrots (sample paper)" }, holder: "Hợp tác xã mẫu Bãi Phù Sa", issuedOn: "2025-12-15" } },
  { shop: "nha-ben-trieu", listing: "chieu-coi-tien-kieu", draft: { ...paper, kind: "ocop", stars: 3, productName: { vi: "Chiếu cói (giấy mẫu)", en: "Sedge mats (sample paper)" }, holder: "Hộ kinh doanh mẫu Nhà Bến Triều", issuedOn: "2025-09-10" } },
  { shop: "vuon-cuoi-ngo", listing: "oi-thanh-ha", draft: { ...paper, kind: "growing_area", productName: { vi: "Vườn ổi (giấy mẫu)", en: "Guava orchard (sample paper)" }, holder: "Hộ kinh doanh mẫu Vườn Cuối Ngõ", issuedOn: "2025-08-01" } },
  { shop: "nha-lop-la", draft: { ...paper, kind: "food_safety", productName: { vi: "Bếp chế biến (giấy mẫu)", en: "Kitchen (sample paper)" }, holder: "Hộ kinh doanh mẫu Bếp Nhà Lợp Lá", issuedOn: "2025-10-01", validTo: "2028-09-30" } },
];
