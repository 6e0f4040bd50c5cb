import type { StatementView } from "@xudong/content";
import type { DeliveryRate, Locale, StatementKind } from "@xudong/domain";
import type { Visit } from "../actions/visit.ts";
import type { TrustPage } from "../trust-paths.ts";

/** What each page tells, by the kinds of statements it is made of. */
const told: Readonly<Record<TrustPage, readonly StatementKind[]>> = {
  operator: ["operator", "collection"],
  payment: ["payment", "collection"],
  delivery: [],
  returns: ["returns"],
  complaints: ["complaints"],
  food_safety: ["food_safety"],
};

export type TrustPageProps = { locale: Locale; page: TrustPage; statements: readonly StatementView[]; rates: readonly DeliveryRate[] };

/** A page about the market itself, from what is in force today. */
export async function trustPage({ locals: { market } }: Pick<Visit, "locals">, page: TrustPage, locale: Locale): Promise<TrustPageProps> {
  const [statements, rates] = await Promise.all([Promise.all(told[page].map((kind) => market.content.statement(kind))), page === "delivery" ? market.deliveryRates() : []]);
  return { locale, page, statements: statements.filter((statement) => statement !== undefined), rates };
}
