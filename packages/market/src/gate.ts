import { admitTickets, findForgetful, findParty, gateSlots, type GateSlot, type Party, type TicketSigner } from "@xudong/checkout";
import type { Store } from "@xudong/database";
import { dayOf, type Actor, type ErrorCode } from "@xudong/domain";
import { once } from "./idempotency.ts";
import { requireWorkplace } from "./selling.ts";

/** What became of a party at the gate: who is in now, and who is not and why. */
export type GateAnswer = { at: Date; letIn: readonly string[]; refused: readonly { code: string; why: ErrorCode; /** When it was let in before. */ admittedAt: Date | null }[] };

/** What those do who stand at a shop's gate; at any other shop there is nothing for them (S1). */
export type Gate = {
  /** The times of today with who has a ticket and who is in. @throws `shop.not_found` also where the actor does not admit there */
  today(shopId: string, actor: Actor): Promise<readonly GateSlot[]>;
  /** Who comes with a QR, a ticket's code or an order's, for every time they have there. @throws `ticket.not_found`, `ticket.forged`, `shop.not_found` */
  find(shopId: string, typed: string, actor: Actor): Promise<{ code: string; parties: readonly Party[] }>;
  /** Who has forgotten their telephone: by name and its last four digits, among the guests of one time. @throws `shop.not_found` */
  findForgetful(shopId: string, slotId: string, typed: { name: string; phoneEnds: string }, actor: Actor): Promise<readonly Party[]>;
  /** Lets a party in, each guest once. With the same key it answers as it did before (H4). @throws `ticket.not_found`, `shop.not_found`, `request.key_missing`, `request.key_reused` */
  admit(shopId: string, codes: readonly string[], actor: Actor, key: string): Promise<GateAnswer>;
};

/** The answer as it is kept for whoever asks again. */
type Kept = { at: string; letIn: string[]; refused: { code: string; why: ErrorCode; admittedAt: string | null }[] };

export function gate({ store, signer, now }: { store: Store; signer: TicketSigner; now: () => Date }): Gate {
  const { read } = store;
  const admitsAt = (shopId: string, actor: Actor) => requireWorkplace(store, shopId, actor, ["ticket.admit"]);
  return {
    async today(shopId, actor) {
      await admitsAt(shopId, actor);
      const today = dayOf(now());
      return gateSlots(read, shopId, { from: today, to: today }, now());
    },
    async find(shopId, typed, actor) {
      await admitsAt(shopId, actor);
      return findParty(read, shopId, typed, signer);
    },
    async findForgetful(shopId, slotId, typed, actor) {
      await admitsAt(shopId, actor);
      return findForgetful(read, shopId, slotId, typed);
    },
    async admit(shopId, codes, actor, key) {
      await admitsAt(shopId, actor);
      const kept = await store.write(async (tx) => {
        const at = now();
        return once<Kept>(tx, { scope: `gate ${shopId} ${actor.id}`, key, body: { codes: codes.toSorted() }, now: at }, async () => {
          const admitted = await admitTickets(tx, shopId, codes, { actor, now: at });
          return {
            at: at.toISOString(),
            letIn: admitted.flatMap(({ code, refusal }) => (refusal === undefined ? [code] : [])),
            refused: admitted.flatMap(({ code, refusal }) => {
              const before = refusal?.details["admittedAt"];
              return refusal === undefined ? [] : [{ code, why: refusal.code, admittedAt: before instanceof Date ? before.toISOString() : null }];
            }),
          };
        });
      });
      return { at: new Date(kept.at), letIn: kept.letIn, refused: kept.refused.map((each) => ({ ...each, admittedAt: each.admittedAt === null ? null : new Date(each.admittedAt) })) };
    },
  };
}
