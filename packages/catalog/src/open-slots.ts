import { inArray } from "drizzle-orm";
import { inChunks, keep, rowsAtOnce, speakAll, writeAudits, type Tx } from "@xudong/database";
import { demand, DomainError, newId, type Occasion } from "@xudong/domain";
import type { SlotDraft } from "./listing-draft.ts";

/**
 * Opens times at which an experience can be visited, each with a pool of its own per role. A time that
 * exists already is left as it is, so that opening the same weeks again changes nothing.
 *
 * @returns how many were new
 * @throws DomainError `listing.not_found`, `slot.not_for_goods`, `actor.not_allowed`
 */
export async function openSlots(tx: Tx, listingId: string, drafts: readonly SlotDraft[], occasion: Occasion): Promise<number> {
  return openAllSlots(tx, [{ listingId, drafts }], occasion);
}

/** The same for many experiences at once: all of them or none. @returns how many were new altogether */
export async function openAllSlots(tx: Tx, wishes: readonly { listingId: string; drafts: readonly SlotDraft[] }[], { actor, now }: Occasion): Promise<number> {
  const listings = await listingsById(tx, wishes.map(({ listingId }) => listingId));
  const wanted = wishes.flatMap(({ listingId, drafts }) => {
    const listing = listings.get(listingId);
    if (listing === undefined) throw new DomainError("listing.not_found");
    demand(actor, "listing.edit", listing.shopId);
    if (listing.kind !== "experience") throw new DomainError("slot.not_for_goods");
    return drafts.map((draft) => ({ ...draft, id: newId(now), listingId, shopId: listing.shopId }));
  });

  const openedOf = new Map<string, number>();
  for (const some of inChunks(wanted, rowsAtOnce)) {
    const rows = some.map(({ id, listingId, startsAt, endsAt, sellsUntil }) => ({ id, listingId, startsAt, endsAt, sellsUntil, state: "open" as const }));
    const opened = new Set((await addSlots(tx, rows)).map(({ id }) => id));
    const fresh = some.filter(({ id }) => opened.has(id));
    for (const { listingId } of fresh) openedOf.set(listingId, (openedOf.get(listingId) ?? 0) + 1);
    await addSeats(tx, fresh.flatMap(({ id, shopId, capacities }) => Object.entries(capacities).map(([role, size]) => ({ slotId: id, shopId, role, poolId: newId(now), ...size }))));
  }
  await speakAll(tx, [...openedOf.keys()].map((listingId) => ({ topic: "listing.changed", subject: listingId })));
  await writeAudits(tx, [...openedOf].map(([listingId, count]) => ({ actor: actor.id, verb: "slot.open", objectKind: "listing", objectId: listingId, at: now, detail: { count } })));
  return [...openedOf.values()].reduce((sum, count) => sum + count, 0);
}

async function listingsById(tx: Tx, ids: readonly string[]) {
  const { listings } = tx.t;
  const rows = await Promise.all(inChunks(ids).map((some) => tx.select({ id: listings.id, shopId: listings.shopId, kind: listings.kind }).from(listings).where(inArray(listings.id, some))));
  return new Map(rows.flat().map((row) => [row.id, row]));
}

type Seat = { slotId: string; shopId: string; role: string; poolId: string } & SlotDraft["capacities"][string];

async function addSeats(tx: Tx, seats: readonly Seat[]): Promise<void> {
  for (const some of inChunks(seats, rowsAtOnce)) {
    await addPools(tx, some.map(({ poolId, shopId, unit, capacity }) => ({ id: poolId, shopId, unit, capacity, taken: 0 })));
    await linkPools(tx, some.map(({ slotId, role, poolId }) => ({ slotId, role, poolId })));
  }
}

const addSlots = keep((tx: Tx, rows: Tx["t"]["slots"]["$inferInsert"][]) => tx.insert(tx.t.slots).values(rows).onConflictDoNothing().returning({ id: tx.t.slots.id }));
const addPools = keep((tx: Tx, rows: Tx["t"]["pools"]["$inferInsert"][]) => tx.insert(tx.t.pools).values(rows));
const linkPools = keep((tx: Tx, rows: Tx["t"]["slotPools"]["$inferInsert"][]) => tx.insert(tx.t.slotPools).values(rows));
