import { isDomainError, type Locale } from "@xudong/domain";
import type { GateSlot, Party } from "@xudong/checkout";
import type { GateAnswer } from "@xudong/market";
import { atWork, type AtWork } from "./workplace.ts";
import { formOf, keepPrivate, typedIn, type Visit } from "./visit.ts";

/** What the gate says, largest: who is in, who stands outside and may come in, or why nobody may. */
export type Said =
  | { of: "in"; answer: GateAnswer; party: Party | undefined }
  | { of: "party"; party: Party; /** The ticket that was shown has been used, at this time. */ shownAt: Date | undefined; nobodyPicked: boolean }
  | { of: "already"; at: Date; party: Party | undefined }
  | { of: "early"; opensAt: Date; party: Party }
  | { of: "otherTime"; party: Party; isToday: boolean }
  | { of: "late" | "void" | "forged" | "none" | "empty" | "notFound" };

export type GatePage = {
  locale: Locale;
  work: AtWork;
  slots: readonly GateSlot[];
  chosen: GateSlot | undefined;
  said: Said | undefined;
  /** What stood in the fields, where it was of no use. */
  typed: { code: string; name: string; digits: string };
  /** The key of the next admission: pressed twice, it is one. */
  nonce: string;
};

/** The gate: one field for whatever a guest shows. It works by typing, by a scanner that types, and without scripts. */
export async function gatePage(visit: Visit, locale: Locale): Promise<Response | GatePage> {
  keepPrivate(visit);
  const form = visit.request.method === "POST" ? await formOf(visit) : undefined;
  const work = await atWork(visit, locale, "gate", ["ticket.admit"], form);
  if (work instanceof Response) return work;
  const typed = form === undefined ? { code: "", name: "", digits: "" } : { code: typedIn(form, "code"), name: typedIn(form, "name"), digits: typedIn(form, "digits") };
  const page = (slots: readonly GateSlot[], slot: GateSlot | undefined, said?: Said): GatePage => ({ locale, work, slots, chosen: slot, said, typed: said?.of === "none" || said?.of === "notFound" ? typed : { code: "", name: "", digits: "" }, nonce: crypto.randomUUID() });
  if (work.shop === undefined) return page([], undefined);

  const { gate, clock } = visit.locals.market;
  const { shop, who: { actor } } = work;
  const now = clock.now();
  const asked = form === undefined ? visit.url.searchParams.get("slot") : typedIn(form, "slot");
  const slots = await gate.today(shop.id, actor);
  const slot = slots.find(({ id }) => id === asked) ?? slotNow(slots, now);
  if (form === undefined || slot === undefined) return page(slots, slot);
  const said = await hear({ visit, shopId: shop.id, actor, slot, slots, form, now });
  // What has just happened is counted, too.
  const after = said.of === "in" ? await gate.today(shop.id, actor) : slots;
  return page(after, after.find(({ id }) => id === slot.id), said);
}

/** The time at which guests come now: the first that is not over. */
function slotNow(slots: readonly GateSlot[], now: Date): GateSlot | undefined {
  return slots.find(({ endsAt, state }) => now < endsAt && state !== "cancelled") ?? slots.at(-1);
}

type Asked = { visit: Visit; shopId: string; actor: AtWork["who"]["actor"]; slot: GateSlot; slots: readonly GateSlot[]; form: FormData; now: Date };

async function hear(asked: Asked): Promise<Said> {
  const { visit, shopId, actor, slot, form } = asked;
  const { gate } = visit.locals.market;
  const [deed, code, nonce] = [typedIn(form, "do"), typedIn(form, "code").trim(), typedIn(form, "nonce")];
  const picked = form.getAll("ticket").filter((value): value is string => typeof value === "string");
  if (deed === "find") {
    const [party] = await gate.findForgetful(shopId, slot.id, { name: typedIn(form, "name"), phoneEnds: typedIn(form, "digits").trim() }, actor);
    return party === undefined ? { of: "notFound" } : look(asked, party, undefined);
  }
  try {
    // Enter in the empty field, beneath a party: let them in. A new code there is another guest's.
    if (deed === "admit" || (code === "" && picked.length > 0)) return await admit(asked, picked, nonce);
    if (code === "" && typedIn(form, "party") === "") return { of: "empty" };
    const found = await gate.find(shopId, code === "" ? typedIn(form, "party") : code, actor);
    const shown = found.parties.find((party) => party.tickets.some((ticket) => ticket.code === found.code));
    const party = shown ?? found.parties.find(({ slotId }) => slotId === slot.id) ?? found.parties[0];
    if (party === undefined) return { of: "none" };
    const said = look(asked, party, found.code, code === "");
    const [only] = party.tickets;
    return said.of === "party" && party.tickets.length === 1 && only !== undefined ? await admit(asked, [only.code], nonce, party) : said;
  } catch (error) {
    if (isDomainError(error) && error.code === "ticket.forged") return { of: "forged" };
    if (isDomainError(error) && error.code === "ticket.not_found") return { of: "none" };
    throw error;
  }
}

/** What is to be said of a party before anybody of it is let in. */
function look({ slot, slots, now }: Asked, party: Party, shownCode: string | undefined, nobodyPicked = false): Said {
  const shown = party.tickets.find(({ code }) => code === shownCode);
  const valid = party.tickets.filter(({ state }) => state !== "void");
  if (shown?.state === "void" || valid.length === 0) return { of: "void" };
  if (party.slotId !== slot.id) return { of: "otherTime", party, isToday: slots.some(({ id }) => id === party.slotId) };
  const lastIn = valid.map(({ admittedAt }) => admittedAt).filter((at) => at !== null).toSorted((a, b) => b.getTime() - a.getTime())[0];
  if (valid.every(({ state }) => state === "admitted")) return { of: "already", at: shown?.admittedAt ?? lastIn ?? now, party };
  if (now < slot.opensAt) return { of: "early", opensAt: slot.opensAt, party };
  if (now >= slot.endsAt) return { of: "late" };
  return { of: "party", party, shownAt: shown?.admittedAt ?? undefined, nobodyPicked };
}

async function admit({ visit, shopId, actor, now, slots }: Asked, codes: readonly string[], nonce: string, known?: Party): Promise<Said> {
  if (codes.length === 0) return { of: "empty" };
  const { gate } = visit.locals.market;
  const answer = await gate.admit(shopId, codes, actor, nonce || crypto.randomUUID());
  const party = known ?? slots.flatMap(({ parties }) => parties).find(({ tickets }) => tickets.some(({ code }) => code === codes[0]));
  if (answer.letIn.length > 0) return { of: "in", answer, party };
  const [first] = answer.refused;
  if (first?.why === "ticket.already_admitted") return { of: "already", at: first.admittedAt ?? now, party };
  if (first?.why === "ticket.void") return { of: "void" };
  return { of: "late" };
}
