import { approveListing, rejectListing, waitingListings, type WaitingListing } from "@xudong/catalog";
import { countInt, sumInt, type Db, type Store } from "@xudong/database";
import { addDays, dayOf, demand, startOf, type Actor, type Dong, type ReviewReason } from "@xudong/domain";
import { and, eq, gte, inArray, lt, ne } from "drizzle-orm";

/** What is going on, counted from the rows at this moment. */
export type Indicators = {
  /** Of today, by the day in Vietnam. */
  placedToday: number;
  confirmedToday: number;
  confirmedTodayDong: Dong;
  guestsToday: number;
  admittedToday: number;
  parcelsToPrepare: number;
  /** Money on its way back, not yet there. */
  refundsUnderWay: number;
  refundsUnderWayDong: Dong;
};

/** What those do who look after the market. */
export type Desk = {
  /** What waits for review, the oldest first; empty for who may review nothing. */
  waitingListings(actor: Actor): Promise<readonly WaitingListing[]>;
  /** @throws `listing.not_found`, `listing.move_not_allowed`, `actor.not_allowed` */
  approveListing(listingId: string, actor: Actor): Promise<void>;
  /** Sends it back with what is to be mended. @throws as `approveListing`, and `request.invalid` without a reason */
  rejectListing(listingId: string, reasons: readonly ReviewReason[], actor: Actor): Promise<void>;
  /** @throws `actor.not_allowed` */
  indicators(actor: Actor): Promise<Indicators>;
};

export function desk({ store, now }: { store: Store; now: () => Date }): Desk {
  const by = (actor: Actor) => ({ actor, now: now() });
  return {
    waitingListings: (actor) => waitingListings(store.read, actor, now()),
    approveListing: (listingId, actor) => store.write(async (tx) => approveListing(tx, listingId, by(actor))),
    rejectListing: (listingId, reasons, actor) => store.write(async (tx) => rejectListing(tx, listingId, reasons, by(actor))),
    async indicators(actor) {
      demand(actor, "order.decide", "*");
      return indicatorsOf(store.read, now());
    },
  };
}

async function indicatorsOf(db: Db, now: Date): Promise<Indicators> {
  const { orders, fulfilments, tickets, slots, refunds } = db.t;
  const [from, to] = [startOf(dayOf(now)), startOf(addDays(dayOf(now), 1))];
  const [placed] = await db.select({ n: countInt() }).from(orders).where(and(gte(orders.placedAt, from), lt(orders.placedAt, to)));
  const [confirmed] = await db.select({ n: countInt(), dong: sumInt(orders.totalDong) }).from(orders).where(and(gte(orders.confirmedAt, from), lt(orders.confirmedAt, to), inArray(orders.state, ["confirmed", "closed"])));
  const guests = await db.select({ state: tickets.state, n: countInt() }).from(tickets).innerJoin(slots, eq(slots.id, tickets.slotId)).where(and(gte(slots.startsAt, from), lt(slots.startsAt, to), ne(tickets.state, "void"))).groupBy(tickets.state);
  const [parcels] = await db.select({ n: countInt() }).from(fulfilments).where(and(eq(fulfilments.kind, "parcel"), eq(fulfilments.state, "to_prepare")));
  const [back] = await db.select({ n: countInt(), dong: sumInt(refunds.amountDong) }).from(refunds).where(inArray(refunds.state, ["requested", "unknown", "sent", "refused"]));
  return {
    placedToday: placed?.n ?? 0,
    confirmedToday: confirmed?.n ?? 0,
    confirmedTodayDong: confirmed?.dong ?? 0,
    guestsToday: guests.reduce((sum, { n }) => sum + n, 0),
    admittedToday: guests.find(({ state }) => state === "admitted")?.n ?? 0,
    parcelsToPrepare: parcels?.n ?? 0,
    refundsUnderWay: back?.n ?? 0,
    refundsUnderWayDong: back?.dong ?? 0,
  };
}
