/**
 * How a payment can end, and the two codes the merchant hears.
 *
 * `reachedBank` decides the shape of the notice: a payment that never reached a bank has
 * TransactionNo 0, as VNPAY's own cancel has. `debited` payments carry the bank's number.
 */
export const outcomes = {
  success: { responseCode: "00", transactionStatus: "00", reachedBank: true, debited: true },
  cancel: { responseCode: "24", transactionStatus: "02", reachedBank: false, debited: false },
  insufficient: { responseCode: "51", transactionStatus: "02", reachedBank: true, debited: false },
  otp: { responseCode: "13", transactionStatus: "02", reachedBank: true, debited: false },
  locked: { responseCode: "12", transactionStatus: "02", reachedBank: true, debited: false },
  limit: { responseCode: "65", transactionStatus: "02", reachedBank: true, debited: false },
  maintenance: { responseCode: "75", transactionStatus: "02", reachedBank: true, debited: false },
  details: { responseCode: "10", transactionStatus: "02", reachedBank: true, debited: false },
  unregistered: { responseCode: "09", transactionStatus: "02", reachedBank: true, debited: false },
  password: { responseCode: "79", transactionStatus: "02", reachedBank: true, debited: false },
  expired: { responseCode: "11", transactionStatus: "02", reachedBank: false, debited: false },
  suspicious: { responseCode: "07", transactionStatus: "07", reachedBank: true, debited: true },
  reversed: { responseCode: "99", transactionStatus: "04", reachedBank: true, debited: true }, // the bank took the money, VNPAY failed: it goes back by itself
  other: { responseCode: "99", transactionStatus: "02", reachedBank: true, debited: false },
} as const satisfies Record<string, Outcome>;

export interface Outcome {
  readonly responseCode: string;
  readonly transactionStatus: string;
  readonly reachedBank: boolean;
  readonly debited: boolean;
}

/**
 * What VNPAY's own review may make of a suspicious payment: let through, it is paid as any other; turned down, it is not.
 * Which ResponseCode VNPAY then sends is not published; 07 again would mean that it is still held.
 */
export const reviews = { passed: "success", "turned-down": "other" } as const satisfies Record<string, OutcomeName>;

export type Review = keyof typeof reviews;

export const reviewNames = Object.keys(reviews) as Review[];

export const isReview = (text: unknown): text is Review => typeof text === "string" && Object.hasOwn(reviews, text);

export type OutcomeName = keyof typeof outcomes;

export const outcomeNames = Object.keys(outcomes) as OutcomeName[];

export const isOutcomeName = (text: unknown): text is OutcomeName =>
  typeof text === "string" && Object.hasOwn(outcomes, text);
