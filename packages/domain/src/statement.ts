import type { Localized } from "./localized.ts";

/**
 * What the market says of itself where law or money are concerned: dated, so that it can be told what was in force when
 * somebody agreed to it, and the same for everybody.
 */
export const statementKinds = ["operator", "collection", "terms", "privacy", "payment", "returns", "complaints", "food_safety"] as const;
export type StatementKind = (typeof statementKinds)[number];

export type StatementPart = { title: Localized; text: Localized };

/** Who takes the money that buyers pay: to hold others' money needs a licence, so it is one of these and never a wallet of ours. */
export const collectionModes = ["own_terminals", "licensed_partner", "seller_of_record"] as const;
export type CollectionMode = (typeof collectionModes)[number];

export const collectionModeWords = {
  own_terminals: { vi: "Mỗi gian hàng nhận tiền qua tài khoản của mình tại cổng thanh toán", en: "Each shop is paid into its own account at the payment gateway" },
  licensed_partner: { vi: "Một đơn vị trung gian thanh toán được cấp phép thu rồi chuyển cho từng gian hàng", en: "A licensed payment intermediary collects and passes it on to each shop" },
  seller_of_record: { vi: "Đơn vị vận hành chợ là người bán và nhận tiền", en: "The operator of the market is the seller and is paid" },
} as const satisfies Readonly<Record<CollectionMode, Localized>>;

/** What is stated besides sentences: a text each, under a name that its kind has. */
export type StatementFacts = { readonly [Name in StatementFactName]?: string };
export const statementFactNames = {
  operator: ["name", "address", "phone", "email", "tax_code"],
  collection: ["mode", "legal_basis"],
  terms: [], privacy: [], payment: [], returns: [], complaints: ["phone", "email", "answer_days"], food_safety: [],
} as const satisfies Readonly<Record<StatementKind, readonly string[]>>;
export type StatementFactName = (typeof statementFactNames)[StatementKind][number];
