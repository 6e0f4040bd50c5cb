import { parseCode, type Locale } from "@xudong/domain";
import type { OrderView } from "@xudong/checkout";
import { paths } from "../paths.ts";
import { orderFor } from "./order.ts";
import { answerWith, refusalOf, type Refusal } from "./refusal.ts";
import { orderRef } from "./session.ts";
import { keepPrivate, seeOther, type Visit } from "./visit.ts";

export type CancelPage = { locale: Locale; code: string; order: OrderView; refusal?: Refusal };

/** The step before an order is called off: what comes back, and then a button. It works without scripts, and pressing twice cancels once. */
export async function cancelPage(visit: Visit, locale: Locale): Promise<Response | CancelPage> {
  keepPrivate(visit);
  const asked = visit.params["code"] ?? "";
  const code = parseCode(asked) ?? asked;
  const back = () => seeOther(paths.order(locale, code)); // its page says what is the case, also that it cannot be opened
  const ref = await orderRef(visit, code);
  if (ref === undefined) return back();

  let refusal: Refusal | undefined;
  if (visit.request.method === "POST") {
    try {
      await visit.locals.market.cancelOrder(ref);
      return back();
    } catch (error) {
      refusal = refusalOf(error, locale);
      answerWith(visit, refusal);
    }
  }
  const order = await orderFor(visit, code);
  if (order === undefined || (refusal === undefined && !order.mayCancel)) return back();
  return { locale, code, order, ...(refusal ? { refusal } : {}) };
}
