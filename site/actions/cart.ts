import { isDomainError, type Locale } from "@xudong/domain";
import type { CartRef, OrderRef, PayableCart } from "@xudong/market";
import type { OrderView } from "@xudong/checkout";
import { paths } from "../paths.ts";
import { textFor } from "../text/index.ts";
import { cartKey, heldOrders, keepCartCount, keepCartKey } from "./keys.ts";
import { answerWith, refusalOf, type Refusal } from "./refusal.ts";
import { orderRef, signedIn } from "./session.ts";
import { formOf, keepPrivate, seeOther, typedIn, type Visit } from "./visit.ts";

export type CartPage = {
  locale: Locale;
  cart: PayableCart | undefined;
  /** Orders of this browser that hold things and wait for their money: whoever comes back from the gateway finds them here. */
  unpaid: readonly OrderView[];
  refusal?: Refusal;
  cameFrom?: string;
};

/** A browser keeps the keys of all its orders; only the latest few can still be waiting. */
const mostUnpaid = 5;

async function unpaidOrders(visit: Visit): Promise<OrderView[]> {
  const found: OrderView[] = [];
  const held = heldOrders(visit).slice(-mostUnpaid);
  for (const ref of [...held, ...(await ownUnpaid(visit, held))]) {
    const order = await visit.locals.market.order(ref).catch((error: unknown) => {
      if (isDomainError(error) && error.code === "order.not_found") return undefined;
      throw error;
    });
    if (order?.state === "awaiting_payment") found.push(order);
  }
  return found;
}

/** Orders of the account that wait for their money, besides those this browser holds the key of. */
async function ownUnpaid(visit: Visit, held: readonly OrderRef[]): Promise<OrderRef[]> {
  const who = await signedIn(visit);
  if (who === undefined) return [];
  const { items } = await visit.locals.market.people.myOrders(who.actor, { pageSize: mostUnpaid });
  const waiting = items.filter(({ code, state }) => state === "awaiting_payment" && held.every((ref) => ref.code !== code));
  return (await Promise.all(waiting.map(({ code }) => orderRef(visit, code)))).filter((ref) => ref !== undefined);
}

/** The basket of this browser; one that is gone is as good as none. */
export async function currentCart(visit: Visit): Promise<{ ref: CartRef; view: PayableCart } | undefined> {
  const ref = cartKey(visit);
  if (ref === undefined) return undefined;
  try {
    return { ref, view: await visit.locals.market.cart(ref) };
  } catch (error) {
    if (isDomainError(error) && error.code === "cart.not_found") return undefined;
    throw error;
  }
}

/** The lines a form asks for: `variantId` and `quantity` in pairs, all for one `slotId` where it is a visit. */
function linesOf(form: FormData): { variantId: string; slotId?: string; quantity: number }[] {
  const texts = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
  const [variants, quantities, slotId] = [texts("variantId"), texts("quantity"), texts("slotId")[0]];
  const isRemoval = form.get("remove") !== null;
  const pressed = texts("to")[0]; // one fewer or one more, of a line that stands alone
  return variants.map((variantId, i) => ({
    variantId,
    ...(slotId ? { slotId } : {}),
    quantity: isRemoval ? 0 : Number((pressed ?? quantities[i])?.trim() || "0"),
  }));
}

/** Where the person came from, on this site, to go back there after a refusal. */
function cameFrom(visit: Visit): string | undefined {
  const referer = visit.request.headers.get("referer");
  if (referer === null || !URL.canParse(referer)) return undefined;
  const { host, pathname, search } = new URL(referer);
  return host === visit.url.host && pathname !== visit.url.pathname ? pathname + search : undefined;
}

/** Another pack or another time in the place of a line, where the form names one. */
async function replaceLine(visit: Visit, form: FormData): Promise<number | undefined> {
  const [variantId, slotId, byVariantId, bySlotId] = ["variantId", "slotId", "byVariantId", "bySlotId"].map((name) => typedIn(form, name) || undefined);
  const cart = cartKey(visit);
  if (variantId === undefined || cart === undefined || (byVariantId === undefined && bySlotId === undefined)) return undefined;
  const slot = bySlotId ?? slotId;
  const quantity = Number(typedIn(form, "quantity") || "1");
  return (await visit.locals.market.replaceCartLine(cart, { variantId, slotId }, { variantId: byVariantId ?? variantId, slotId: slot, quantity })).count;
}

/** Sets the lines a form names, then shows the basket. Forms may be repeated: they set, they do not add. */
async function setLines(visit: Visit, locale: Locale): Promise<Response | Refusal> {
  const { market } = visit.locals;
  const form = await formOf(visit);
  const count = await replaceLine(visit, form);
  if (count !== undefined) {
    keepCartCount(visit, count);
    return seeOther(paths.cart(locale));
  }
  const all = linesOf(form);
  // of several ticket types those left at 0 are not wanted; a line that stands alone at 0 is to go
  const lines = all.length > 1 ? all.filter((line) => line.quantity !== 0) : all;
  if (lines.length === 0) return { code: undefined, title: textFor(locale).form.notDone, detail: textFor(locale).cart.chooseOne, fields: {} };
  const held = (await currentCart(visit))?.ref;
  const cart = held ?? (await market.createCart());
  for (const line of lines) {
    const { count } = await market.setCartLine(cart, line);
    if (held === undefined) keepCartKey(visit, cart); // not before: a refused line is no reason for a cookie
    keepCartCount(visit, count);
  }
  return seeOther(paths.cart(locale));
}

/** The basket's page: shows it, or does what a form asks of it. */
export async function cartPage(visit: Visit, locale: Locale): Promise<Response | CartPage> {
  keepPrivate(visit);
  let refusal: Refusal | undefined;
  if (visit.request.method === "POST") {
    try {
      const answer = await setLines(visit, locale);
      if (answer instanceof Response) return answer;
      refusal = answer;
    } catch (error) {
      refusal = refusalOf(error, locale);
    }
    answerWith(visit, refusal);
  }
  const cart = (await currentCart(visit))?.view;
  keepCartCount(visit, cart?.count ?? 0);
  const from = refusal === undefined ? undefined : cameFrom(visit);
  return { locale, cart, unpaid: await unpaidOrders(visit), ...(refusal ? { refusal } : {}), ...(from ? { cameFrom: from } : {}) };
}
