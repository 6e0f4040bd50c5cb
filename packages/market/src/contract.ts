import type { Actor, Clock, Day, DeliveryRate, Dong, ListingKind, Locale, Localized, OrderState } from "@xudong/domain";
import type { CategoryView, ListingCard, ListingView, Page, ShopCard, ShopDraft, ShopPageView, SlotView } from "@xudong/catalog";
import type { ArrivalView, CartRef, DeliveryWish, LineName, OrderRef, OrderView, TicketView } from "@xudong/checkout";
import type { Origin, People } from "./accounts.ts";
import type { AddressKind, AddressPage } from "./addresses.ts";
import type { Content } from "./content.ts";
import type { Drop } from "./copies/news.ts";
import type { WatchedMarket } from "./copies/reads.ts";
import type { Desk } from "./desk.ts";
import type { Gate } from "./gate.ts";
import type { JobRunner } from "./jobs/job-runner.ts";
import type { Reconciled } from "./jobs/reconcile.ts";
import type { MyReminder, Reminder, ReminderRef, ReminderWish } from "./reminders.ts";
import type { Selling } from "./selling.ts";
import type { FindAnswer, FindInput, Found } from "./search.ts";
import type { FoundUnits } from "./units.ts";
import type { Browsing } from "./browsing.ts";
import type { Progress } from "@xudong/search";
import type { Searching } from "./search-teaching.ts";
import type { Times } from "./times.ts";
import type { PayableCart } from "./ways-to-pay.ts";
import type { GatewayWay } from "@xudong/payments";

import type { DecisionInput, WaitingCase } from "./decide.ts";

export type { OpenedSession, Origin, People, SampleRole, SignedIn } from "./accounts.ts";
export type { CartRef, OrderRef } from "@xudong/checkout";
export type { FoundUnits } from "./units.ts";
export type { ClosedWay, PayableCart } from "./ways-to-pay.ts";
export type { JobReport } from "./jobs/job.ts";
export type { Reconciled } from "./jobs/reconcile.ts";
export type { MyReminder, Reminder, ReminderRef, ReminderWish } from "./reminders.ts";

/** What a buyer sends to place an order. Texts as typed: the verb cleans and checks them. */
export type PlaceOrderInput = {
  contact: { name: string; phone?: string; email?: string };
  /** Units by their names of today or of old, or by the commune's code. */
  address?: { line?: string; commune?: string; province?: string; communeCode?: string; plusCode?: string; note?: string };
  /** Where it is for somebody else: no price goes with it, and it is paid in advance. */
  gift?: { recipient: string; phone?: string; card?: string };
  payment: { method: string };
  /** How things are to be sent: one service wherever it can be had, or one for each shop by its id. */
  delivery?: DeliveryWish;
  consents: readonly string[];
  locale: Locale;
  /** The total the buyer saw: where it has changed since, the order is refused rather than placed at another price. */
  expectedTotalDong?: number;
};

/** Where and how a cart's goods are to be sent, as far as a buyer has said. */
export type SendingInput = { address?: PlaceOrderInput["address"]; delivery?: DeliveryWish | undefined };

export type PlacedOrder = { code: string; key: string; total: Dong; state: OrderState; holdLapsesAt: Date | null };

/** How a buyer wants to pay. Addresses are given only by pages: the API uses the configured ones. */
export type OpenPaymentInput = { method: string; locale: Locale; /** Which of the gateway's ways to begin with; without it the gateway asks. */ bank?: GatewayWay; returnUrl?: string; payUrl?: string };

export type OpenedPayment = { attempt: string; redirectUrl: string; expiresAt: Date };

/** What a page knows of a request that a verb needs: when repeated the same key gives the same answer (H4). */
export type Repeatable = { idempotencyKey: string; clientAddress: string };

/** What the gateway's browser return says. It proves nothing (P1); `isGenuine` is false for a forged or altered one. */
export type PaymentReturn =
  | { isGenuine: false }
  | { isGenuine: true; orderCode: string; state: OrderState; attemptState: string; saysPaid: boolean; responseCode: string };

/** Which page of a list: by its number, or by the key it comes after, which `next` of the page before says, or before. */
export type PagingQuery = { page?: number | undefined; after?: string | undefined; before?: string | undefined; pageSize?: number };

/** Which listings: by the slugs of a category and a shop, the code of a commune, and what is in season now or on some of these days. */
export type ListingsQuery = PagingQuery & { kind?: ListingKind; category?: string; shop?: string; unit?: string; season?: "now" | { from: Day; to: Day } };

/** The market: every verb that crosses packages, every view, and the HTTP API, over one store. */
export type Market = {
  readonly clock: Clock;

  /** Answers `/api/v1/…`, the IPN and health; undefined for any other address. */
  handle(request: Request, peer?: { address: string }): Promise<Response | undefined>;

  home(): Promise<{ inSeason: readonly ListingCard[]; thisWeekend: readonly ListingCard[]; outOfSeason: readonly ListingCard[] }>;
  /** What is on show, oldest first, 24 to a page unless said. @throws `category.not_found`, `shop.not_found`, `request.invalid` */
  listings(query: ListingsQuery): Promise<Page<ListingCard>>;
  /** By the slug of either language, of that kind or of any; an old slug answers with where it moved. @throws `listing.not_found` */
  listing(slug: string, kind?: ListingKind): Promise<{ listing: ListingView } | { movedTo: { readonly [L in Locale]: string } }>;
  /** What listings are sorted by, with how many each shows. */
  categories(): Promise<readonly CategoryView[]>;
  /** Who sells, oldest first. */
  shops(query: PagingQuery): Promise<Page<ShopCard>>;
  /** Begins a shop for whoever is signed in, and makes them its owner. @throws `actor.not_allowed`, `shop.incomplete`, `shop.slug_taken`, `shop.too_many_begun` */
  openShop(draft: ShopDraft, actor: Actor): Promise<{ id: string }>;
  /** By the slug of either language; an old slug answers with where it moved. @throws `shop.not_found` */
  shop(slug: string): Promise<{ shop: ShopPageView } | { movedTo: { readonly [L in Locale]: string } }>;
  /** Slots that begin on the days from…to inclusive, sold-out ones included. @throws `listing.not_found` */
  slots(slug: string, from: Day, to: Day): Promise<readonly SlotView[]>;
  /** Where everything of a kind is to be read, by key, up to 5,000 at once: for lists that only machines read. */
  addresses(kind: AddressKind, query?: { after?: string; limit?: number }): Promise<AddressPage>;
  /** The wards and communes of today that a name may mean, begin like it, or are near it. */
  units(query: { q: string; province?: string }): Promise<FoundUnits>;

  /** Goods and experiences by words, with what else could be chosen. */
  find(input: FindInput): Promise<FindAnswer>;
  /** What somebody may mean who has begun to type. */
  suggest(typed: string, limit?: number): Promise<readonly Found[]>;
  /** What search is taught: words that mean the same, what stands first, what is asked for in vain. */
  readonly searching: Searching;
  /** Builds this host's index anew while the old one answers. @returns how much is in it */
  reindex(tell?: (progress: Progress) => void): Promise<number>;

  /** Places, festivals, journeys and guides: read, written and published. */
  readonly content: Content;

  /** When experiences take place, for those who keep their times. */
  readonly times: Times;

  /** What pages ask for people who look round. */
  readonly browse: Browsing;

  /** A shop's day, for those who sell there. */
  readonly selling: Selling;

  /** A shop's gate, for those who stand at it. */
  readonly gate: Gate;

  /** What waits for those who look after the market. */
  readonly desk: Desk;

  /** Accounts: signing in, where one is signed in, roles, consents, and one's own orders. */
  readonly people: People;

  /**
   * Writes down that somebody wants to be told once when a thing is in season again, with their agreement (`reminderConsent` has its
   * words). The same wish again is the same wish. @param actor who is signed in, where somebody is: then the e-mail may be left out
   * @throws `reminder.details_invalid`, `listing.not_found`, `reminder.already_in_season`, `reminder.too_many`, `request.too_many`
   */
  remindOfSeason(wish: ReminderWish, origin: Origin, actor?: Actor): Promise<Reminder>;
  /** Takes a wish back by its token; again changes nothing. @throws `reminder.not_found` */
  forgetReminder(ref: ReminderRef): Promise<void>;
  myReminders(actor: Actor): Promise<readonly MyReminder[]>;
  /** @throws `reminder.not_found` */
  forgetMyReminder(id: string, actor: Actor): Promise<void>;

  /** When goods would be at a place if ordered now, and for what fee; undefined for what is not sent, or not there. */
  expectedArrival(listingId: string, to: { province: string }): Promise<ArrivalView | undefined>;

  /** What bringing goods costs today, by service and zone. */
  deliveryRates(): Promise<readonly DeliveryRate[]>;

  createCart(): Promise<CartRef>;
  /** Sets the quantity of a line; 0 removes it. Safe to repeat. */
  setCartLine(cart: CartRef, line: { variantId: string; slotId?: string; quantity: number }): Promise<PayableCart>;
  /** Puts another pack or another time in the place of a line. Safe to repeat. */
  replaceCartLine(cart: CartRef, line: LineName, by: LineName & { quantity: number }): Promise<PayableCart>;
  /** With where and how it is to be sent its fees are exact; without that they are estimates. @throws `cart.not_found`, `delivery.service_unavailable` */
  cart(cart: CartRef, sending?: SendingInput): Promise<PayableCart>;

  /** @param actor who is signed in, where somebody is: the order is theirs then */
  placeOrder(cart: CartRef, input: PlaceOrderInput, repeat: Repeatable, actor?: Actor): Promise<PlacedOrder>;
  openPayment(order: OrderRef, input: OpenPaymentInput, repeat: Repeatable): Promise<OpenedPayment>;
  order(order: OrderRef): Promise<OrderView>;
  /** Calls an order off, whole, and sends back what was paid; again changes nothing. @throws `order.already_dispatched`, `order.visit_begun`, `order.move_not_allowed` */
  cancelOrder(order: OrderRef): Promise<OrderView>;
  /** The same by who may decide about orders. @throws also `actor.not_allowed` */
  cancelAnyOrder(code: string, actor: Actor): Promise<void>;
  /** Everything about money that waits for a person, the oldest first. @throws `actor.not_allowed` */
  waitingForPerson(actor: Actor): Promise<readonly WaitingCase[]>;
  /** Writes down what a person decided about money, on the paper they name. @throws `decision.nothing_waits`, `decision.reference_missing`, `order.not_found`, `actor.not_allowed` */
  decide(code: string, input: DecisionInput, actor: Actor): Promise<void>;
  /**
   * Writes down that a parcel has left its seller, with carrier and number as they were typed; the same again changes nothing.
   * @throws `fulfilment.not_found`, also for another shop's, `fulfilment.move_not_allowed`, `fulfilment.dispatch_invalid`
   */
  dispatchParcel(fulfilmentId: string, actor: Actor, sent?: { carrier: string; trackingNumber?: string }): Promise<void>;
  /** The order's public state for somebody who came back from the gateway without the order's key: no personal data. */
  readPaymentReturn(rawQuery: string): Promise<PaymentReturn>;
  /** A ticket by its code, for the holder of its order's key. */
  ticket(ticketCode: string, order: OrderRef): Promise<TicketView>;

  /** Judges a gateway notice (IPN) and does everything it means in one write. Answers exactly to the gateway's contract. */
  receiveNotice(rawQuery: string): Promise<{ RspCode: string; Message: string }>;
  /** Lets a guest in, once. @throws `ticket.forged`, `ticket.not_found`, also where the actor may not admit there, `ticket.already_admitted`, `ticket.not_valid_now`, `ticket.void` */
  admitTicket(qrText: string, actor: Actor): Promise<{ ticketCode: string; listingTitle: Localized; admittedAt: Date }>;
  /** Public keys of tickets, for a gate that verifies offline. */
  ticketKeys(): readonly { keyId: string; publicKey: string }[];

  /** For whoever keeps what is the same for everybody. */
  readonly copies: {
    /** The market for making one copy, which notes what is read. */
    watch(): WatchedMarket;
    /** Tells what changes from the first `catchUp` on. After each, every copy that was not dropped is true: on PostgreSQL as of a tenth of a second ago, of what other processes write. */
    follow(drop: Drop): { catchUp(): Promise<void> };
  };

  /** What nobody asks for: holds that lapse, gateways to be asked, money to be sent back, news to be passed on. */
  readonly jobs: JobRunner;
  /** Asks the gateway now about every payment that is over without a result and every refund on its way, and gives each to `tell`. @throws `actor.not_allowed` */
  reconcile(tell: (row: Reconciled) => void, actor: Actor): Promise<void>;

  /** Resolves where the store answers. @throws what the store throws */
  isReady(): Promise<void>;
  /** Stops its jobs. Whoever opened the store closes it. */
  close(): Promise<void>;
};
