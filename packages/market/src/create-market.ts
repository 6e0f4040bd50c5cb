import { dayOf, demand, DomainError, guest, parseCode, readDispatch, type Clock } from "@xudong/domain";
import { listListings, listShops, listSlots, showCategories, showListing, showShop } from "@xudong/catalog";
import { admitTicket, createCart, deliveryRatesAt, expectedArrival, replaceCartLine, requireCart, requireOrder, setCartLine, showCart, showOrder, ticketSigner } from "@xudong/checkout";
import type { Store } from "@xudong/database";
import { ipnAnswers } from "@xudong/payments";
import { embeddedIndexer, withFallback, type EmbeddedEngine, type Finder, type MeilisearchEngine } from "@xudong/search";
import { people } from "./accounts.ts";
import { listAddresses } from "./addresses.ts";
import { asAbsent } from "./authorisation.ts";
import { handleApi } from "./api/handle.ts";
import { keptAnswers } from "./api/kept-answers.ts";
import { buyCart, payOrder } from "./buy.ts";
import { cancelAnyOrder, cancelOwnOrder } from "./cancel.ts";
import { decide, waitingForPerson } from "./decide.ts";
import type { Market, OrderRef } from "./contract.ts";
import { content } from "./content.ts";
import { followNews } from "./copies/news.ts";
import { watchMarket } from "./copies/reads.ts";
import { desk } from "./desk.ts";
import { gate } from "./gate.ts";
import { home } from "./home.ts";
import type { Reader } from "./jobs/deliver.ts";
import { jobRunner } from "./jobs/job-runner.ts";
import { marketJobs } from "./jobs/market-jobs.ts";
import { reconcile } from "./jobs/reconcile.ts";
import type { Mailing } from "./mail/mail.ts";
import { openShop } from "./open-shop.ts";
import { orderView } from "./order-view.ts";
import { readPaymentReturn } from "./read-payment-return.ts";
import { receiveNotice } from "./receive-notice.ts";
import { forgetMyReminder, forgetReminder, myReminders, remindOfSeason } from "./reminders.ts";
import { find, suggest } from "./search.ts";
import { searchDocuments } from "./search-documents.ts";
import { selling } from "./selling.ts";
import { serverIndexer } from "./server-indexer.ts";
import { noteMiss, searching } from "./search-teaching.ts";
import { shipParcel } from "./ship-parcel.ts";
import type { MarketSettings, PaymentMethods } from "./settings.ts";
import { unitsFor } from "./units.ts";
import { browsing } from "./browsing.ts";
import { times } from "./times.ts";
import { withWaysToPay } from "./ways-to-pay.ts";

export type MarketParts = {
  store: Store;
  clock: Clock;
  settings: MarketSettings;
  methods: PaymentMethods;
  /** Finds things by words; without one the market has lists, and no search. */
  engine?: EmbeddedEngine;
  /** A search server that all hosts share: it is asked first, and the host's own engine where it is silent. */
  searchServer?: MeilisearchEngine;
  /** How gateways are called; default: the platform's own. */
  fetch?: typeof fetch;
  /** Says and sends what people are told; without it mail is written down and waits. */
  mailing?: Mailing;
  /** Who hears the news of the outbox, besides the operator. */
  readers?: readonly Reader[];
  /** Where a fault is told, with the reference its client was given where there is one; default: the console. */
  log?: (what: string, fault: unknown, reference?: string) => void;
  /** Where the operator is told, in one plain line, what they should know or look after; default: the console. */
  tell?: (line: string) => void;
};

const logToConsole: NonNullable<MarketParts["log"]> = (what, fault, reference = "") => console.error(what, reference, fault);

/**
 * Puts the packages together over one store. Whoever opened the store closes it.
 *
 * @throws Error where a setting it cannot work without is missing
 */
export function createMarket({ store, clock, settings, methods, engine, searchServer, fetch: callOut, mailing, readers = [], log = logToConsole, tell = console.warn }: MarketParts): Market {
  if (settings.appSecrets.length === 0) throw new Error("No secret for order keys is configured: set APP_SECRET");
  const signer = ticketSigner(settings.ticketKeys);
  const now = () => clock.now();
  const buying = { store, settings, methods, signer, now };
  const cancelling = { store, appSecrets: settings.appSecrets, now };
  const terminal = methods.vnpay;
  const caller = terminal && { terminal, ...(callOut === undefined ? {} : { fetch: callOut }) };
  const source = searchDocuments(store.read, now);
  const indexer = engine && embeddedIndexer({ engine, db: store.read, source });
  const finder = engine && searchServer ? withFallback(searchServer, engine, { tell: (line, fault) => (fault === undefined ? tell(line) : log(line, fault)) }) : engine;
  const finding = () => ({ db: store.read, engine: requireEngine(finder), now: now() });
  const jobs = jobRunner({ store, jobs: marketJobs({ store, now, tell, signer, caller, readers: searchServer === undefined ? readers : [...readers, serverIndexer(searchServer, source)], indexer, mailing, appSecrets: settings.appSecrets }), log, tell });

  const requireOwnOrder = (ref: OrderRef) => requireOrder(store.read, ref, settings.appSecrets);

  /** The API tells a fault by the reference its client was given, and one that no client hears of by a sentence. */
  const report = (what: string, fault: unknown) => (parseCode(what) === what ? log("API", fault, what) : log(what, fault));

  const kept = keptAnswers({ stamp: () => store.stamp(), now });

  const market: Market = {
    clock,
    handle: (request, peer) => handleApi(market, request, peer, { rateLimits: settings.hasLimits, kept, report, ...(settings.title === undefined ? {} : { title: settings.title }) }),

    home: () => home(store.read, now()),
    listings({ season, pageSize = 24, ...query }) {
      const today = dayOf(now());
      return listListings(store.read, { ...query, pageSize, season: season === "now" ? { from: today, to: today } : season }, now());
    },
    categories: () => showCategories(store.read),
    shops: ({ pageSize = 24, ...query }) => listShops(store.read, { ...query, pageSize }),
    openShop: (draft, actor) => openShop({ store, now }, draft, actor),
    shop: (slug) => showShop(store.read, slug, now()),
    listing: (slug, kind) => showListing(store.read, slug, now(), kind),
    slots: (slug, from, to) => listSlots(store.read, slug, { from, to }, now()),
    addresses: (kind, query) => listAddresses(store.read, kind, query),
    units: (query) => unitsFor(store.read, query),

    async find(input) {
      const found = await find(finding(), input);
      if (found.total === 0 && found.others.length === 0 && found.page === 1) await store.write(async (tx) => noteMiss(tx, input.q, now()));
      return found;
    },
    searching: searching({ store, now }),
    async reindex(tellProgress) {
      if (indexer === undefined) throw new Error("This market was put together without a search engine");
      return indexer.rebuild(tellProgress);
    },
    suggest: async (typed, limit = 8) => suggest(finding(), typed, limit),

    content: content({ store, now, rules: settings.editorial }),

    people: people({ store, now, settings }),
    times: times({ store, now }),
    browse: browsing({ store, now }),
    selling: selling({ store, now }),
    gate: gate({ store, signer, now }),
    desk: desk({ store, now }),

    remindOfSeason: (wish, origin, actor = guest) => remindOfSeason({ store, now, settings }, wish, origin, actor),
    forgetReminder: (ref) => forgetReminder({ store, now, settings }, ref, guest),
    myReminders: (actor) => myReminders(store.read, actor, now()),
    forgetMyReminder: (id, actor) => forgetMyReminder({ store, now, settings }, id, actor),

    expectedArrival: (listingId, to) => expectedArrival(store.read, listingId, to, now()),

    deliveryRates: () => deliveryRatesAt(store.read, now()),

    createCart: () => store.write(async (tx) => createCart(tx, now())),
    async setCartLine(cart, line) {
      await store.write(async (tx) => {
        await requireCart(tx, cart);
        await setCartLine(tx, cart.id, line, now());
      });
      return withWaysToPay(await showCart(store.read, cart.id, now()), methods);
    },
    async replaceCartLine(cart, line, by) {
      await store.write(async (tx) => {
        await requireCart(tx, cart);
        await replaceCartLine(tx, cart.id, line, by, now());
      });
      return withWaysToPay(await showCart(store.read, cart.id, now()), methods);
    },
    async cart(cart, { address, delivery } = {}) {
      await requireCart(store.read, cart);
      return withWaysToPay(await showCart(store.read, cart.id, now(), { to: address, delivery }), methods);
    },

    placeOrder: (cart, input, repeat, actor = guest) => buyCart(buying, cart, input, repeat, actor),
    openPayment: (ref, input, repeat) => payOrder(buying, ref, input, repeat),
    async order(ref) {
      const { id } = await requireOwnOrder(ref);
      return orderView(store.read, id, now());
    },
    async cancelOrder(ref) {
      await cancelOwnOrder(cancelling, ref);
      return market.order(ref);
    },
    cancelAnyOrder: (code, actor) => cancelAnyOrder(cancelling, code, actor),
    async waitingForPerson(actor) {
      demand(actor, "order.decide", "*");
      return waitingForPerson(store);
    },
    decide: (code, input, actor) => decide({ store, signer, now }, code, input, actor),
    async dispatchParcel(fulfilmentId, actor, sent) {
      const dispatch = sent && readDispatch(sent);
      await asAbsent("fulfilment.not_found", store.write(async (tx) => shipParcel(tx, fulfilmentId, { actor, now: now() }, dispatch)));
    },
    async readPaymentReturn(rawQuery) {
      return terminal === undefined ? { isGenuine: false } : readPaymentReturn({ store, terminal, now, log }, rawQuery);
    },
    async ticket(ticketCode, ref) {
      const { id } = await requireOwnOrder(ref);
      const ticket = (await showOrder(store.read, id, now())).tickets.find((candidate) => candidate.code === ticketCode);
      if (ticket === undefined) throw new DomainError("ticket.not_found");
      return ticket;
    },

    async receiveNotice(rawQuery) {
      if (terminal === undefined) return ipnAnswers.wrongSignature;
      try {
        return await receiveNotice({ store, terminal, signer, now }, rawQuery);
      } catch (error) {
        // 99 makes VNPAY call again: nothing was written, nothing is lost.
        log("A payment notice could not be recorded", error);
        return ipnAnswers.failed;
      }
    },
    admitTicket: (qrText, actor = guest) => asAbsent("ticket.not_found", store.write(async (tx) => admitTicket(tx, qrText, signer, { actor, now: now() }))),
    ticketKeys: () => signer.publicKeys(),
    async isReady() {
      await store.read.select().from(store.read.t.clock).limit(1);
    },
    copies: {
      watch: () => watchMarket(market, store.read),
      follow: (drop) => followNews(store, drop),
    },
    jobs,
    async reconcile(tellRow, actor) {
      demand(actor, "order.decide", "*");
      if (caller !== undefined) await reconcile({ store, now, signer, caller }, tellRow, actor);
    },
    close: () => jobs.stop(),
  };
  return market;
}

function requireEngine(engine: Finder | undefined): Finder {
  if (engine === undefined) throw new Error("This market was put together without a search engine");
  return engine;
}
