import type { Dong, Locale, Localized, MailKind, MailNews, Role } from "@xudong/domain";
import type { OrderView, SellerTask, TicketView } from "@xudong/checkout";

/** How a buyer finds their order again: by its key, where the secret that made it is still in use. */
export type OrderLink = { code: string; key?: string };

/** Whatever is told of an order comes with all of it, and with what opens it. */
export type AboutOrder = { order: OrderView; link: OrderLink };

/** One kind of mail each, with what it tells. */
type Telling<Kind extends MailKind, Told> = Kind extends MailKind ? Told & { kind: Kind } : never;

/** What a mail tells, as it is at the moment of telling. */
export type MailAbout =
  | Telling<"order_confirmed" | "cash_order" | "order_cancelled" | "payment_not_kept", AboutOrder>
  /** The tickets of one visit; `entryFrom` is when guests are let in. */
  | Telling<"tickets", AboutOrder & { tickets: readonly [TicketView, ...TicketView[]]; entryFrom: Date; asOf: Date }>
  | Telling<"parcel_shipped", AboutOrder & { seller: OrderView["sellers"][number] }>
  | Telling<"refund_requested" | "refund_done", AboutOrder & { amountDong: Dong; reason: string; isCash: boolean }>
  | Telling<"seller_order" | "seller_cancelled", { task: SellerTask }>
  | Telling<"recover", { token: string; expiresAt: Date }>
  | Telling<"password_changed", { at: Date }>
  | Telling<"role_granted" | "role_ended", { role: Role; shopName: Localized | undefined }>;

/** A mail whose recipient and content have been looked up: only here do an address and a key stand together. */
export type MailToWrite = {
  id: string;
  /** The address alone: a name beside it was typed by whoever ordered, and it may be a stranger's address. */
  to: string;
  locale: Locale;
  /** Its recipient is one of the sample people, whose address leads nowhere. */
  isToSample: boolean;
  about: MailAbout;
};

/** A file that goes with a mail. */
export type MailFile = { fileName: string; contentType: string; content: string };

/** A mail in words. */
export type WrittenMail = { subject: string; html: string; text: string; files: readonly MailFile[] };

/** Puts a mail into words: the market knows what is told, whoever runs it how it is said and what its pages are called. */
export type MailWriter = (mail: MailToWrite) => WrittenMail;

/** A mail as it is carried. `id` names it for good, so that whoever gets it twice can tell. */
export type Letter = WrittenMail & Pick<MailToWrite, "id" | "to" | "locale"> & { writtenAt: Date };

/** Brings mails to a server, or lays them where somebody finds them. */
export type MailCarrier = {
  /** Where mail to the sample people of a demo is to be seen; anywhere else their addresses lead nowhere. */
  takesSamples: boolean;
  /** Says what was heard, and its number, or a word where there was none. It throws nothing that is to be expected. */
  carry(letter: Letter): Promise<{ news: MailNews; answer: string }>;
};

/** What is needed to send mail. Without it mails are written down, and nobody sends them. */
export type Mailing = { write: MailWriter; carrier: MailCarrier };
