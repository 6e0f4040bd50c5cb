import { closeSlot, pauseListing, reopenSlot, resumeListing, setStock, showStall, type StallListing } from "@xudong/catalog";
import { parcelOfShop, parcelsSent, parcelsToPrepare, undoDispatch, visitsOf, type GateSlot, type SellerParcel } from "@xudong/checkout";
import type { Store } from "@xudong/database";
import { addDays, dayOf, days, DomainError, isAllowed, plus, type Actor, type Dong, type Localized, type Permission } from "@xudong/domain";
import { owedTo } from "@xudong/settlement";
import { eq } from "drizzle-orm";
import { asAbsent } from "./authorisation.ts";

/** A shop as those who work there know it. */
export type Workplace = { id: string; name: Localized; place: Localized; isSample: boolean };

/** What a seller has to do today: parcels to pack, what has left in the last days, who comes today and tomorrow. */
export type SellerDay = { toPrepare: readonly SellerParcel[]; sent: readonly SellerParcel[]; visits: readonly GateSlot[] };

/** What those do who sell: only at shops where their role allows it; anything of another shop is not there (S1). */
export type Selling = {
  /** @throws `shop.not_found` also where the actor does not work there */
  shop(shopId: string, actor: Actor): Promise<Workplace>;
  /** @throws `shop.not_found` */
  today(shopId: string, actor: Actor): Promise<SellerDay>;
  /** @throws `fulfilment.not_found`, `shop.not_found` */
  parcel(shopId: string, fulfilmentId: string, actor: Actor): Promise<SellerParcel>;
  /** What is sold, with what is left of it. @throws `shop.not_found` */
  stall(shopId: string, actor: Actor): Promise<readonly StallListing[]>;
  /** What the ledger owes the shop, for its owner. @throws `shop.not_found` */
  owed(shopId: string, actor: Actor): Promise<{ owedDong: Dong; orders: number }>;
  /** Takes back, for a few minutes, that a parcel has left. Again changes nothing. @throws `fulfilment.not_found`, `fulfilment.move_not_allowed`, `fulfilment.undo_too_late` */
  undoDispatch(fulfilmentId: string, actor: Actor): Promise<void>;
  /** Stops selling something for a while, and sells it again. Again changes nothing. @throws `listing.not_found`, `listing.move_not_allowed`, `actor.not_allowed` */
  pause(listingId: string, actor: Actor): Promise<void>;
  resume(listingId: string, actor: Actor): Promise<void>;
  /** Sets how many are on the shelf. @throws `pool.not_found`, `request.invalid` */
  setStock(poolId: string, change: { unitsLeft: number; reason: string }, actor: Actor): Promise<void>;
  /** Sells no more of one time, and sells again. Again changes nothing. @throws `slot.not_found`, `slot.closed`, `actor.not_allowed` */
  closeSlot(slotId: string, actor: Actor): Promise<void>;
  reopenSlot(slotId: string, actor: Actor): Promise<void>;
};

const sentDays = 7;

export function selling({ store, now }: { store: Store; now: () => Date }): Selling {
  const { read } = store;
  const by = (actor: Actor) => ({ actor, now: now() });
  return {
    shop: (shopId, actor) => requireWorkplace(store, shopId, actor, ["order.read", "listing.edit", "stock.edit", "ticket.admit"]),
    async today(shopId, actor) {
      await requireWorkplace(store, shopId, actor, ["order.read"]);
      const at = now();
      const today = dayOf(at);
      const [toPrepare, sent, visits] = [await parcelsToPrepare(read, shopId, at), await parcelsSent(read, shopId, plus(at, -days(sentDays)), at), await visitsOf(read, shopId, { from: today, to: addDays(today, 1) }, at)];
      return { toPrepare, sent, visits };
    },
    async parcel(shopId, fulfilmentId, actor) {
      await requireWorkplace(store, shopId, actor, ["order.read"]);
      const parcel = await parcelOfShop(read, shopId, fulfilmentId, now());
      if (parcel === undefined) throw new DomainError("fulfilment.not_found");
      return parcel;
    },
    async stall(shopId, actor) {
      await requireWorkplace(store, shopId, actor, ["stock.edit"]);
      return showStall(read, shopId, now());
    },
    async owed(shopId, actor) {
      await requireWorkplace(store, shopId, actor, ["shop.staff"]);
      return owedTo(read, shopId);
    },
    undoDispatch: (fulfilmentId, actor) => asAbsent("fulfilment.not_found", store.write(async (tx) => undoDispatch(tx, fulfilmentId, by(actor)))),
    pause: (listingId, actor) => store.write(async (tx) => pauseListing(tx, listingId, by(actor))),
    resume: (listingId, actor) => store.write(async (tx) => resumeListing(tx, listingId, by(actor))),
    setStock: (poolId, change, actor) => asAbsent("pool.not_found", store.write(async (tx) => setStock(tx, poolId, change, by(actor)))),
    closeSlot: (slotId, actor) => store.write(async (tx) => closeSlot(tx, slotId, by(actor))),
    reopenSlot: (slotId, actor) => store.write(async (tx) => reopenSlot(tx, slotId, by(actor))),
  };
}

/** @throws DomainError `shop.not_found`, also where the actor may do none of it there: whose shop it is, is nobody's business (S1) */
export async function requireWorkplace({ read }: Store, shopId: string, actor: Actor, permissions: readonly Permission[]): Promise<Workplace> {
  if (!permissions.some((permission) => isAllowed(actor, permission, shopId))) throw new DomainError("shop.not_found");
  const { shops: t } = read.t;
  const [shop] = await read.select({ id: t.id, name: t.name, place: t.place, isSample: t.isSample }).from(t).where(eq(t.id, shopId));
  if (shop === undefined) throw new DomainError("shop.not_found");
  return shop;
}
