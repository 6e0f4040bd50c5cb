import { isAllowed, type Locale } from "@xudong/domain";
import type { SellerDay } from "@xudong/market";
import { consolePaths, withQuery } from "../console-paths.ts";
import { unitsTyped } from "../units-typed.ts";
import { textFor } from "../text/index.ts";
import { answerWith, refusalOf, type Refusal } from "./refusal.ts";
import { atWork, type AtWork } from "./workplace.ts";
import { formOf, keepPrivate, seeOther, typedIn, type Visit } from "./visit.ts";

type Selling = Visit["locals"]["market"]["selling"];
type Done = keyof ReturnType<typeof textFor>["console"]["sell"]["done"];

export type SellPage = {
  locale: Locale;
  work: AtWork;
  /** Absent for who may not read orders, such as a helper. */
  day: SellerDay | undefined;
  stall: Awaited<ReturnType<Selling["stall"]>> | undefined;
  owed: Awaited<ReturnType<Selling["owed"]>> | undefined;
  /** What was being filled in when something was wrong: of which thing, and what stood in its fields. */
  open: { id: string; carrier: string; trackingNumber: string; left: string } | undefined;
  done?: Done;
  refusal?: Refusal;
};

/** Part of the page each deed belongs to, to which the browser goes back. */
const places: Readonly<Record<Done, string>> = { ship: "sent", undo: "prepare", pause: "stall", resume: "stall", stock: "stall", close: "visits", reopen: "visits" };
const isDeed = (name: string): name is Done => Object.hasOwn(places, name);

/** A seller's day: what to pack, who comes, what is sold, what has left. Every button is a form that may be pressed twice. */
export async function sellPage(visit: Visit, locale: Locale): Promise<Response | SellPage> {
  keepPrivate(visit);
  const form = visit.request.method === "POST" ? await formOf(visit) : undefined;
  const work = await atWork(visit, locale, "sell", ["order.read", "stock.edit", "listing.edit"], form);
  if (work instanceof Response) return work;
  const { shop, who: { actor } } = work;
  if (shop === undefined) return { locale, work, day: undefined, stall: undefined, owed: undefined, open: undefined };

  let refusal: Refusal | undefined;
  const deed = form === undefined ? "" : typedIn(form, "do");
  if (form !== undefined && isDeed(deed)) {
    try {
      const fault = await doIt(visit, deed, form, work, locale);
      if (fault === undefined) return seeOther(`${withQuery(consolePaths.sell(locale), { shop: work.shops.length > 1 ? shop.id : undefined, done: deed })}#${places[deed]}`);
      refusal = fault;
    } catch (error) {
      refusal = refusedBy(error, typedIn(form, "id"), locale);
    }
    answerWith(visit, refusal);
  }
  const { selling } = visit.locals.market;
  const may = (permission: Parameters<typeof isAllowed>[1]) => isAllowed(actor, permission, shop.id);
  const said = visit.url.searchParams.get("done") ?? "";
  return {
    locale, work,
    day: may("order.read") ? await selling.today(shop.id, actor) : undefined,
    stall: may("stock.edit") ? await selling.stall(shop.id, actor) : undefined,
    owed: may("shop.staff") ? await selling.owed(shop.id, actor) : undefined,
    open: form === undefined ? undefined : { id: typedIn(form, "id"), carrier: typedIn(form, "carrier"), trackingNumber: typedIn(form, "trackingNumber"), left: typedIn(form, "left") },
    ...(refusal === undefined && isDeed(said) ? { done: said } : {}),
    ...(refusal ? { refusal } : {}),
  };
}

/** What a button does; gives back what is wrong with what was typed. */
async function doIt(visit: Visit, deed: Done, form: FormData, { who: { actor } }: AtWork, locale: Locale): Promise<Refusal | undefined> {
  const { market } = visit.locals;
  const id = typedIn(form, "id");
  if (deed === "ship") await market.dispatchParcel(id, actor, { carrier: typedIn(form, "carrier"), trackingNumber: typedIn(form, "trackingNumber") });
  else if (deed === "undo") await market.selling.undoDispatch(id, actor);
  else if (deed === "pause") await market.selling.pause(id, actor).catch(ifMoved);
  else if (deed === "resume") await market.selling.resume(id, actor).catch(ifMoved);
  else if (deed === "close") await market.selling.closeSlot(id, actor);
  else if (deed === "reopen") await market.selling.reopenSlot(id, actor);
  else {
    const t = textFor(locale);
    const unitsLeft = unitsTyped(typedIn(form, "left"), typedIn(form, "unit") === "gram" ? "gram" : "piece");
    if (unitsLeft === undefined) return { code: "request.invalid", title: t.form.problems(1), detail: "", fields: { [`left-${id}`]: t.console.sell.stockFault } };
    await market.selling.setStock(id, { unitsLeft, reason: "counted" }, actor);
  }
  return undefined;
}

/** Pressed twice, or on a page that is old: the page that comes says how it is. */
function ifMoved(error: unknown): void {
  if (!(typeof error === "object" && error !== null && "code" in error && error.code === "listing.move_not_allowed")) throw error;
}

function refusedBy(error: unknown, id: string, locale: Locale): Refusal {
  const { error: { code, details }, ...refusal } = refusalOf(error, locale);
  const t = textFor(locale);
  if (code !== "fulfilment.dispatch_invalid") return refusal;
  const faults = t.console.sell.faults;
  const fields = Object.fromEntries((details.issues ?? []).map(({ field, reason }) => [`${field}-${id}`, field === "carrier" ? faults.carrier : (faults[reason as keyof typeof faults] ?? faults.no_number)]));
  return { ...refusal, title: t.form.problems(Object.keys(fields).length), detail: "", fields };
}
