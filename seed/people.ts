import type { Tx } from "@xudong/database";
import { addSamplePerson, grantRole } from "@xudong/accounts";
import { isShopRole, operatorActor, roles, roleWords, type Occasion } from "@xudong/domain";
import { sampleEmail, type SampleRole } from "@xudong/market";
import type { ShopKey } from "./shops.ts";

/** The shop at which the sample people of a shop work. */
export const demoShop: ShopKey = "vuon-cuoi-ngo";

/** Where the sample person at the gate stands: boats leave every day, so that there is something to see. */
export const demoGate: ShopKey = "thuyen-bo-tre";

/** One sample person for each role, and a buyer who has none: their names say what they are, their e-mails reach nobody. */
export const demoPeople: readonly { role: SampleRole; name: string; email: string }[] = [
  { role: "buyer", name: "Người mua mẫu", email: sampleEmail("buyer") },
  ...roles.map((role) => ({ role, name: `${roleWords[role].vi} mẫu`, email: sampleEmail(role) })),
];

/** Adds the sample people with their roles; whoever is there already stays as they are. */
export async function addPeople(tx: Tx, shopIds: ReadonlyMap<ShopKey, string>, { now }: Occasion): Promise<void> {
  const occasion = { actor: operatorActor("seed", ["role.grant"]), now };
  for (const { role, name, email } of demoPeople) {
    const { id } = await addSamplePerson(tx, { name, email, locale: "vi" }, occasion);
    if (role !== "buyer") await grantRole(tx, { personId: id, role, scope: isShopRole(role) ? (shopIds.get(role === "gate_staff" ? demoGate : demoShop) ?? "") : "*" }, occasion);
  }
}
