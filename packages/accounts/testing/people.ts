import type { Store } from "@xudong/database";
import { operatorActor, type Locale, type Role } from "@xudong/domain";
import { actorOf, addPerson, grantRole } from "../src/index.ts";
import type { Actor } from "@xudong/domain";

/** A Monday in November. */
export const now = new Date("2026-11-23T03:00:00Z");
export const grantor = operatorActor("test", ["role.grant"]);
let made = 0;

/** Somebody with an account, and with roles where they are named. */
export async function aPerson(store: Store, over: { name?: string; phone?: string | null; email?: string | null; passwordHash?: string | null; roles?: readonly { role: Role; scope: string }[]; locale?: Locale } = {}): Promise<{ id: string; phone: string; email: string; actor: Actor }> {
  made += 1;
  const { roles = [], ...telling } = over;
  const person = { name: "Nguyễn Thị Hạnh", phone: `+849${30_000_000 + made}`, email: `hanh${made}@example.com`, passwordHash: null, locale: "vi" as const, consents: [], ...telling };
  const id = await store.write(async (tx) => {
    const added = await addPerson(tx, person, { actor: grantor, now }, "test");
    for (const { role, scope } of roles) await grantRole(tx, { personId: added.id, role, scope }, { actor: grantor, now });
    return added.id;
  });
  return { id, phone: person.phone ?? "", email: person.email ?? "", actor: await actorOf(store.read, id) };
}
