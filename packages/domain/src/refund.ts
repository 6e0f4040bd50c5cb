import { askAfterMinutes } from "./attempt.ts";
import type { Moves, PublicWords } from "./moves.ts";

export const refundStates = ["requested", "sent", "done", "refused", "unknown"] as const;
export type RefundState = (typeof refundStates)[number];

/**
 * Money on its way back. It is `unknown` from the moment before the gateway is told until it has answered: a refund it
 * did not answer for is asked about, never sent again blindly. `sent`: the gateway has taken it on, the bank has not yet.
 */
export const refundMoves = {
  requested: ["unknown", "done"], // at once done where a person gave it back by hand
  unknown: ["sent", "done", "refused", "requested"],
  sent: ["done", "refused"],
  refused: ["requested", "done"],
  done: [],
} as const satisfies Moves<RefundState>;

export const refundWords = {
  requested: { vi: "Sẽ hoàn tiền", en: "Refund requested" },
  sent: { vi: "Đang hoàn tiền", en: "Refund on its way" },
  done: { vi: "Đã hoàn tiền", en: "Refunded" },
  refused: { vi: "Cần người xem lại", en: "Needs a person" },
  unknown: { vi: "Đang hỏi lại", en: "Being checked" },
} as const satisfies PublicWords<RefundState>;

/**
 * What is heard of a refund: the gateway took it on, paid it out, refused it, knows of none, or said nothing that can
 * be believed.
 */
export const refundNews = ["accepted", "done", "refused", "absent", "silent"] as const;
export type RefundNews = (typeof refundNews)[number];

/** What news makes of a refund; nothing where it changes nothing. A refund that the gateway never got is sent once more under the same number. */
export const refundHears = {
  requested: { accepted: undefined, done: undefined, refused: undefined, absent: undefined, silent: undefined },
  unknown: { accepted: "sent", done: "done", refused: "refused", absent: "requested", silent: undefined },
  sent: { accepted: undefined, done: "done", refused: "refused", absent: undefined, silent: undefined },
  refused: { accepted: undefined, done: "done", refused: undefined, absent: undefined, silent: undefined },
  done: { accepted: undefined, done: undefined, refused: undefined, absent: undefined, silent: undefined },
} as const satisfies { readonly [S in RefundState]: { readonly [N in RefundNews]: RefundState | undefined } };

/** What happens to a refund when news of it arrives. */
export function settleRefund(state: RefundState, news: RefundNews): RefundState | undefined {
  return refundHears[state][news];
}

/** Banks take days to pay back: a refund on its way is asked about daily for so long, then a person is asked. */
const daysOnItsWay = 30;

/** When to ask about a refund that was asked about `asked` times since it was sent; null where only a person can tell. */
export function nextRefundAskAt(sentAt: Date, asked: number): Date | null {
  const soon = askAfterMinutes[asked];
  const day = asked - askAfterMinutes.length + 2; // the last of the soon ones is a day after sending
  const after = soon ?? (day <= daysOnItsWay ? day * 24 * 60 : undefined);
  return after === undefined ? null : new Date(sentAt.getTime() + after * 60_000);
}
