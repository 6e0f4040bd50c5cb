import { isDomainError, type DomainError, type ErrorCode, type Locale } from "@xudong/domain";
import { problemText } from "@xudong/market";
import type { Visit } from "./visit.ts";

/** What went wrong, for a page that shows itself again: a sentence for the whole and one per field. */
export type Refusal = { code: ErrorCode | undefined; title: string; detail: string; fields: Readonly<Record<string, string>> };

/** What a person can act on by another try is a conflict; the rest is a form that needs mending. */
const conflicts: readonly string[] = ["hold.sold_out", "slot.closed", "listing.not_on_sale", "listing.out_of_season", "order.price_changed", "order.too_many_open", "order.not_awaiting_payment", "order.under_review", "order.too_late_to_pay", "order.already_dispatched", "order.visit_begun", "order.move_not_allowed", "payment.not_for_visits", "cart.empty", "person.contact_unavailable", "person.link_spent"];

/** The refusal as a page tells it. Anything that is no refusal of the market goes on to the calm page of the edge. */
export function refusalOf(error: unknown, locale: Locale): Refusal & { error: DomainError } {
  if (!isDomainError(error)) throw error;
  const { title, detail } = problemText(error.code, error.details, locale);
  return { code: error.code, title, detail, fields: {}, error };
}

/** Says by the status what the page says in words. */
export function answerWith(visit: Visit, refusal: Refusal): void {
  if (refusal.code === "request.too_many") visit.response.status = 429;
  else visit.response.status = refusal.code !== undefined && conflicts.includes(refusal.code) ? 409 : 422;
}

/** The input of our forms that a verb's path means: "contact.phone" is the field called phone. */
export const inputOf = (path: string): string => path.split(".").at(-1) ?? path;
