import type { MailAbout, MailFile, MailWriter } from "@xudong/market";
import { paths } from "../paths.ts";
import type { Sheet } from "./blocks.ts";
import { oneLine } from "./html.ts";
import { passwordChanged, recover, roleEnded, roleGranted } from "./letters/account-letters.ts";
import { cashOrder, orderCancelled, orderConfirmed, paymentNotKept } from "./letters/order-letters.ts";
import { parcelShipped } from "./letters/parcel-letters.ts";
import { refundDone, refundRequested } from "./letters/refund-letters.ts";
import { roomFor, type LetterOf, type Room } from "./letters/room.ts";
import { sellerCancelled, sellerOrder } from "./letters/seller-letters.ts";
import { tickets, ticketsFile } from "./letters/visit-letters.ts";
import { toHtml } from "./to-html.ts";
import { toText } from "./to-text.ts";

/** Every mail there is: one that is not written does not compile. */
const letters: { readonly [K in MailAbout["kind"]]: LetterOf<K> } = {
  order_confirmed: orderConfirmed,
  cash_order: cashOrder,
  tickets,
  order_cancelled: orderCancelled,
  payment_not_kept: paymentNotKept,
  parcel_shipped: parcelShipped,
  refund_requested: refundRequested,
  refund_done: refundDone,
  seller_order: sellerOrder,
  seller_cancelled: sellerCancelled,
  recover,
  password_changed: passwordChanged,
  role_granted: roleGranted,
  role_ended: roleEnded,
};

export const mailKindsWritten = Object.keys(letters) as readonly MailAbout["kind"][];

/** What mails say, and what the pages are called that they lead to. A demo says in each that it is one. */
export function mailWriter({ name, publicUrl, isDemo }: { name: string; publicUrl: string; isDemo: boolean }): MailWriter {
  return ({ about, locale }) => {
    const room = roomFor(locale, publicUrl);
    const letter = letters[about.kind] as (about: MailAbout, room: Room) => Sheet; // its own letter, just looked up
    const isAccount = !("order" in about) && !("task" in about);
    const { t } = room;
    const sheet = marked(letter(about, room), isDemo ? (isAccount ? t.sampleAccountSubject : t.sampleSubject) : (subject) => subject);
    const frame = { name, home: room.url(paths.home(locale)), locale, band: isDemo ? (isAccount ? t.sampleAccount : t.sampleOrder) : undefined };
    return { subject: sheet.subject, html: toHtml(sheet, frame), text: toText(sheet, frame), files: filesOf(about, room) };
  };
}

const marked = (sheet: Sheet, mark: (subject: string) => string): Sheet => ({ ...sheet, subject: oneLine(mark(sheet.subject)) });

const filesOf = (about: MailAbout, room: Room): MailFile[] => (about.kind === "tickets" ? [ticketsFile(about, room)] : []);
