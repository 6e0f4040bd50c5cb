import { hours, isDomainError } from "@xudong/domain";
import { stagehand, visitOnSale, type VisitOnSale } from "@xudong/catalog/testing";
import { chanceOf, type Chance } from "./chance.ts";
import type { FuzzedShop } from "./fuzzed-shop.ts";
import { signedQuery } from "./gateway-words.ts";

/** What a series of altered tickets came to; `sameWord`: the same ticket written in another way that people write codes. */
export type TicketFigures = { shown: number; refused: number; sameWord: number };

/**
 * Shows altered tickets at the gate: nobody is let in on one, no alteration is a fault, and the genuine ticket still
 * lets in once. Two days before the visit a genuine ticket is `not_valid_now`, so that an altered one that were believed would
 * be told from it without being used up. In the end it is the day of the visit, for this shop and whoever comes after.
 */
export async function fuzzTickets(target: FuzzedShop, { seed, count, until = Infinity }: { seed: number; count: number; until?: number }): Promise<TicketFigures> {
  const chance = chanceOf(seed);
  const { shop } = target;
  const visit = await visitOnSale(shop.store, shop.clock.now());
  const [genuine, other] = [await aTicket(target, visit), await aTicket(target, visit)];
  const figures: TicketFigures = { shown: 0, refused: 0, sameWord: 0 };
  for (; figures.shown < count && Date.now() < until; figures.shown++) {
    const text = altered(genuine, other, chance);
    const complain = (what: string) => new Error(`Altered tickets, seed ${seed}, ticket ${figures.shown}: ${what}: ${JSON.stringify(text.slice(0, 500))}`);
    const heard = await atGate(target, text);
    if (heard === "ticket.not_valid_now") {
      if (!isSameTicket(text, genuine) && !isSameTicket(text, other)) throw complain("an altered ticket was believed");
      figures.sameWord += 1;
    } else if (heard === "ticket.forged" || heard === "ticket.not_found") figures.refused += 1;
    else throw complain(heard);
  }
  // Another process's look at the clock may cross the move, so that it holds from the second time on.
  let entry = "ticket.not_valid_now";
  for (let tries = 0; entry === "ticket.not_valid_now" && tries < 10; tries++) {
    await shop.moveClock(visit.startsAt.getTime() - Date.now() - hours(0.5));
    entry = await atGate(target, genuine);
  }
  const again = await atGate(target, genuine);
  if (entry !== "let in" || again !== "ticket.already_admitted") throw new Error(`Altered tickets, seed ${seed}: the genuine ticket, shown twice, heard ${entry} and ${again}`);
  return figures;
}

const atGate = ({ shop }: FuzzedShop, text: string): Promise<string> =>
  shop.market.admitTicket(text, stagehand).then(() => "let in", (error: unknown) => (isDomainError(error) ? error.code : String(error)));

async function aTicket(target: FuzzedShop, visit: VisitOnSale): Promise<string> {
  const guest = await target.aGuest(visit);
  const { tmnCode, secret, shop } = target;
  const notice = signedQuery([["vnp_Amount", guest.amount], ["vnp_ResponseCode", "00"], ["vnp_TmnCode", tmnCode], ["vnp_TransactionStatus", "00"], ["vnp_TxnRef", guest.gatewayRef]], secret);
  await shop.market.receiveNotice(notice);
  const [ticket] = (await shop.market.order(guest.order)).tickets;
  if (ticket === undefined) throw new Error("A paid visit has no ticket");
  return ticket.qrText;
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

function altered(genuine: string, other: string, chance: Chance): string {
  const parts = genuine.split(".");
  const others = other.split(".");
  const at = chance.below(genuine.length);
  return chance.pick<() => string>([
    () => genuine.slice(0, at) + chance.pick([...letters]) + genuine.slice(at + 1),
    () => genuine.slice(0, at) + String.fromCharCode(genuine.charCodeAt(at) ^ (1 << chance.below(8))) + genuine.slice(at + 1),
    () => genuine.slice(0, at) + genuine.slice(at + 1 + chance.below(20)),
    () => genuine.slice(0, at) + chance.pick([".", "..", "\0", "\n", " ", "é", "%00", "𝟙", "=".repeat(3), "A".repeat(50_000)]) + genuine.slice(at),
    // Half of one ticket and half of another: each half is genuine.
    () => parts.map((part, place) => (chance.once(3) ? (others[place] ?? "") : part)).join("."),
    () => parts.with(chance.below(parts.length), chance.pick(["", "T1", "T2", "t1", "0", "null", "__proto__", "constructor"])).join("."),
    () => chance.shuffled(parts).join("."),
    () => genuine.replace(/.$/, () => chance.pick([...letters])),
    () => (chance.once(2) ? genuine.toLowerCase() : genuine.toUpperCase()),
    () => chance.pick(["", " ", "T1", "T1....", ".".repeat(4), "null", "https://cho.example/ve/ABCD", genuine + genuine, `${genuine}.`, ` ${genuine}\n`]),
    () => parts.slice(0, 4).join("."),
    () => `${parts.slice(0, 4).join(".")}.${Buffer.alloc(64, chance.below(256)).toString("base64url")}`,
  ])();
}

/** True where only the spelling differs: spaces around it, the code in small letters, or the unused bits of the signature's last sign. */
function isSameTicket(text: string, genuine: string): boolean {
  const same = text.trim().split(".");
  const right = genuine.split(".");
  if (same.length !== 5 || same[0] !== right[0] || same[1] !== right[1] || same[3] !== right[3]) return false;
  const plain = (code = "") => code.toUpperCase().replace(/[\s-]/g, "");
  return plain(same[2]) === plain(right[2]) && Buffer.from(same[4] ?? "", "base64url").equals(Buffer.from(right[4] ?? "", "base64url"));
}
