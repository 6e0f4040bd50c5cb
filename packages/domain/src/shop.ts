import type { Moves, PublicWords } from "./moves.ts";

/** Who sells. Tax follows the kind: only households and individuals are withheld from. */
export const shopKinds = ["enterprise", "cooperative", "household", "individual"] as const;
export type ShopKind = (typeof shopKinds)[number];

export const shopStates = ["draft", "submitted", "approved", "suspended", "rejected"] as const;
export type ShopState = (typeof shopStates)[number];

/** A rejected shop may be mended and submitted again; an approved one may be suspended and come back. */
export const shopMoves = {
  draft: ["submitted"],
  submitted: ["approved", "rejected"],
  approved: ["suspended"],
  suspended: ["approved"],
  rejected: ["submitted"],
} as const satisfies Moves<ShopState>;

export const shopWords = {
  draft: { vi: "Đang soạn", en: "Draft" },
  submitted: { vi: "Chờ duyệt", en: "Waiting for review" },
  approved: { vi: "Đang bán", en: "Selling" },
  suspended: { vi: "Tạm ngừng", en: "Suspended" },
  rejected: { vi: "Cần sửa", en: "Needs changes" },
} as const satisfies PublicWords<ShopState>;

/** What a reviewer asks to be mended, and where: a field as the form spells it, or none for the whole. */
export type ReviewReason = { field?: string; text: string };

/** Shops of one person that nobody has approved yet, at a time. */
export const shopsBegunMost = 3;
