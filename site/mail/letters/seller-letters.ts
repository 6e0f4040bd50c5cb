import { deliveryServiceWords, formatCode, formatDay, formatDong, formatTime } from "@xudong/domain";
import { consolePaths } from "../../console-paths.ts";
import { wordsIn, type Block, type Item } from "../blocks.ts";
import { codeOf, lowered, momentOf, nameOf, shopHeading, type About, type LetterOf, type Room } from "./room.ts";

type Task = About<"seller_order">["task"];

/** What is to be made ready for an order, and by when. Whose it is stands at the shop's desk, and in no mail. */
export const sellerOrder: LetterOf<"seller_order"> = ({ task }, room) => {
  const { t, locale, url } = room;
  const shop = nameOf(task.shopName, locale);
  return {
    subject: t.sellerOrder.subject(formatCode(task.orderCode), shop),
    glance: task.lines.map((line) => `${line.quantity} × ${nameOf(line.listingTitle, locale)}`).join(", "),
    over: codeOf({ code: task.orderCode }, room),
    title: t.sellerOrder.title,
    blocks: [
      shopHeading({ name: task.shopName, isSample: task.isSample }, locale),
      { is: "text", words: [t.sellerOrder.prepare(shop)] },
      ...work(task, room),
      { is: "action", words: t.sellerOrder.open, url: url(consolePaths.sell(locale)) },
      ...(task.parcel === undefined ? [] : [{ is: "note" as const, words: [t.sellerOrder.address] }]),
    ],
    foot: [t.foot.seller(shop), t.foot.auto],
  };
};

export const sellerCancelled: LetterOf<"seller_cancelled"> = ({ task }, room) => {
  const { t, locale, url } = room;
  const shop = nameOf(task.shopName, locale);
  return {
    subject: t.sellerCancelled.subject(formatCode(task.orderCode), shop),
    glance: t.sellerCancelled.words(shop),
    over: codeOf({ code: task.orderCode }, room),
    title: t.sellerCancelled.title,
    blocks: [
      shopHeading({ name: task.shopName, isSample: task.isSample }, locale),
      { is: "text", words: [t.sellerCancelled.words(shop), ...(task.states.includes("returned") ? [t.sellerCancelled.back] : [])] },
      ...lists(task, room),
      { is: "action", words: t.sellerOrder.open, url: url(consolePaths.sell(locale)) },
    ],
    foot: [t.foot.seller(shop), t.foot.auto],
  };
};

function work(task: Task, room: Room): Block[] {
  const { t, locale } = room;
  const { parcel } = task;
  const facts = [
    ...(parcel?.readyBy == null ? [] : [[t.sellerOrder.readyBy, momentOf(room, parcel.readyBy)] as const]),
    ...(parcel?.service == null ? [] : [[t.sellerOrder.how, deliveryServiceWords[parcel.service][locale]] as const]),
    [t.sellerOrder.value, formatDong(task.itemsDong, locale)] as const,
  ];
  return [{ is: "facts", facts }, ...lists(task, room)];
}

/** Goods to pack, and guests by their hour. */
function lists({ lines }: Task, { t, locale }: Room): Block[] {
  const item = (line: Task["lines"][number]): Item => ({
    title: wordsIn(line.listingTitle, locale),
    under: [...(line.startsAt === null ? [] : [t.at(formatTime(line.startsAt, locale), lowered(formatDay(line.startsAt, locale), locale))]), wordsIn(line.variantTitle, locale), t.quantity(line.quantity)],
  });
  const [goods, visits] = [lines.filter(({ startsAt }) => startsAt === null), lines.filter(({ startsAt }) => startsAt !== null)];
  return [
    ...(goods.length === 0 ? [] : [{ is: "heading" as const, words: t.sellerOrder.goods }, { is: "items" as const, items: goods.map(item) }]),
    ...(visits.length === 0 ? [] : [{ is: "heading" as const, words: t.sellerOrder.visits }, { is: "items" as const, items: visits.map(item) }]),
  ];
}
