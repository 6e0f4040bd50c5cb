import { isDomainError, parseCode, type Locale } from "@xudong/domain";
import type { OrderView } from "@xudong/checkout";
import { paths, ticketKey } from "../paths.ts";
import { goToGateway, wayOf } from "./checkout.ts";
import { keepOrderKey } from "./keys.ts";
import { answerWith, refusalOf, type Refusal } from "./refusal.ts";
import { orderRef } from "./session.ts";
import { formOf, keepPrivate, movedTo, seeOther, typedIn, type Visit } from "./visit.ts";

export type OrderPage = { locale: Locale; code: string; order: OrderView | undefined; nonce: string; /** The address that opens the order in any browser. */ ownLink?: string; refusal?: Refusal };

/** The order, for whoever holds its key or is signed in as its buyer; to anybody else it looks as if there were none (S1). */
export async function orderFor(visit: Visit, code: string, key?: string): Promise<OrderView | undefined> {
  const ref = key ? { code, key } : await orderRef(visit, code);
  if (ref === undefined) return undefined;
  try {
    return await visit.locals.market.order(ref);
  } catch (error) {
    if (isDomainError(error) && error.code === "order.not_found") return undefined;
    throw error;
  }
}

/** An order's page: opens by its link once, then by cookie; and takes "pay again". */
export async function orderPage(visit: Visit, locale: Locale): Promise<Response | OrderPage> {
  keepPrivate(visit);
  const asked = visit.params["code"] ?? "";
  const code = parseCode(asked);
  const closed = (): OrderPage => {
    visit.response.status = 404;
    return { locale, code: asked, order: undefined, nonce: "" };
  };
  if (code === undefined) return closed();

  const key = visit.url.searchParams.get("key");
  if (key !== null) {
    if ((await orderFor(visit, code, key)) === undefined) return closed();
    keepOrderKey(visit, { code, key });
    const ticket = parseCode(visit.url.searchParams.get(ticketKey(locale)) ?? "");
    return seeOther(ticket === undefined ? paths.order(locale, code) : paths.ticket(locale, ticket, code));
  }
  if (code !== asked) return movedTo(paths.order(locale, code));

  let refusal: Refusal | undefined;
  const ref = await orderRef(visit, code);
  if (visit.request.method === "POST" && ref !== undefined) {
    const form = await formOf(visit);
    try {
      return await goToGateway(visit, ref, wayOf(typedIn(form, "payment")), typedIn(form, "nonce") || crypto.randomUUID(), locale);
    } catch (error) {
      refusal = refusalOf(error, locale);
      if (refusal.code === "order.not_found") return closed();
      answerWith(visit, refusal);
    }
  }
  const order = await orderFor(visit, code);
  if (order === undefined || ref === undefined) return closed();
  const ownLink = `${visit.locals.publicUrl}${paths.order(locale, code)}?key=${ref.key}`;
  return { locale, code, order, ownLink, nonce: crypto.randomUUID(), ...(refusal ? { refusal } : {}) };
}
