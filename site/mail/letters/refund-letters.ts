import { formatCode, formatDong } from "@xudong/domain";
import { buyerFoot, codeOf, toOrder, type LetterOf } from "./room.ts";

/** Money came that belongs to no sale, and goes back. */
export const refundRequested: LetterOf<"refund_requested"> = ({ amountDong, reason, isCash, order, link }, room) => {
  const t = room.t.refundRequested;
  const amount = formatDong(amountDong, room.locale);
  const why = reason === "second_payment" || reason === "order_cancelled" ? t[reason](amount) : t.other(amount);
  return {
    subject: t.subject(formatCode(order.code), amount),
    glance: why,
    over: codeOf(link, room),
    title: t.title(amount),
    blocks: [{ is: "text", words: [room.t.hello, why, isCash ? t.whenCash : t.when] }, ...toOrder(link, room)],
    foot: buyerFoot(link, room),
  };
};

/** It has gone back: the gateway says so, or a person with a paper. */
export const refundDone: LetterOf<"refund_done"> = ({ amountDong, isCash, order, link }, room) => {
  const t = room.t.refundDone;
  const amount = formatDong(amountDong, room.locale);
  const said = isCash ? [t.cash(amount)] : [t.words(amount), t.where];
  return {
    subject: t.subject(formatCode(order.code), amount),
    glance: said[0] ?? "",
    over: codeOf(link, room),
    title: t.title(amount),
    blocks: [{ is: "text", words: [room.t.hello, ...said] }, ...toOrder(link, room)],
    foot: buyerFoot(link, room),
  };
};
