import { formatPhone, requiredConsents, type Locale } from "@xudong/domain";
import type { OrderRef, PayableCart, PlaceOrderInput } from "@xudong/market";
import { marketConfig } from "../../market.config.ts";
import { paths } from "../paths.ts";
import { textFor } from "../text/index.ts";
import { currentCart } from "./cart.ts";
import { keepCartCount, keepOrderKey } from "./keys.ts";
import { answerWith, inputOf, refusalOf, type Refusal } from "./refusal.ts";
import { signedIn } from "./session.ts";
import { formOf, keepPrivate, seeOther, typedIn, type Visit } from "./visit.ts";

/** The inputs of the form that hold text, in the order they stand. */
export const checkoutFields = ["name", "phone", "email", "line", "commune", "province"] as const;
export type CheckoutField = (typeof checkoutFields)[number];

export type CheckoutPage = {
  locale: Locale;
  cart: PayableCart;
  /** The key under which this order is placed: pressing twice places one order. */
  nonce: string;
  typed: Readonly<Record<CheckoutField, string>> & { payment: string; consents: readonly string[] };
  refusal?: Refusal;
};

type Typed = CheckoutPage["typed"];

function typedOf(form: FormData): Typed {
  const texts = Object.fromEntries(checkoutFields.map((name) => [name, typedIn(form, name)])) as Record<CheckoutField, string>;
  return { ...texts, payment: typedIn(form, "payment"), consents: requiredConsents.filter((consent) => form.get(consent) !== null) };
}

/**
 * What the verb refused, told at our fields: it names all of them at once, so nobody mends a form one field at a time.
 * Only `issues` say that a field was filled in wrongly; a lone `field` says what a refusal is about, and its own words are better.
 */
function refusedBy(error: unknown, locale: Locale): Refusal {
  const refusal = refusalOf(error, locale);
  const { form, checkout } = textFor(locale);
  const say: Readonly<Record<string, string>> = checkout.problems;
  const { issues = [] } = refusal.error.details;
  const fields: Record<string, string> = {};
  for (const issue of issues) {
    const input = inputOf(issue.field);
    const words = issue.reason === "phone_or_email" ? checkout.problems.contact : issue.reason === "too_long" ? checkout.problems.tooLong : say[input];
    if (words !== undefined) fields[input] = words;
  }
  const count = Object.keys(fields).length;
  return count === 0 ? refusal : { ...refusal, title: form.problems(count), detail: "", fields };
}

function orderOf(typed: Typed, form: FormData, locale: Locale): PlaceOrderInput {
  const { name, phone, email, line, commune, province, payment, consents } = typed;
  return {
    contact: { name, ...(phone.trim() ? { phone } : {}), ...(email.trim() ? { email } : {}) },
    ...(form.has("line") ? { address: { line, commune, province } } : {}),
    payment: { method: payment || marketConfig.defaultPaymentMethod },
    consents,
    locale,
    expectedTotalDong: Number(typedIn(form, "total")),
  };
}

/** Opens a payment for an order and leads to the gateway. The way back carries no key: a gateway's log is no place for one. */
export async function goToGateway(visit: Visit, order: OrderRef, method: string, nonce: string, locale: Locale): Promise<Response> {
  const { market, publicUrl, simulatorPayUrl, clientAddress } = visit.locals;
  const { redirectUrl } = await market.openPayment(
    order,
    { method, returnUrl: publicUrl + paths.paymentResult(locale), locale, ...(simulatorPayUrl ? { payUrl: simulatorPayUrl } : {}) },
    { idempotencyKey: nonce, clientAddress },
  );
  return seeOther(redirectUrl);
}

/** The checkout's page: one form, then the gateway. What was typed survives every refusal (S2). */
export async function checkoutPage(visit: Visit, locale: Locale): Promise<Response | CheckoutPage> {
  keepPrivate(visit);
  const { market, clientAddress } = visit.locals;
  const found = await currentCart(visit);
  const isSent = visit.request.method === "POST";
  const form = isSent ? await formOf(visit) : new FormData();
  const who = await signedIn(visit);
  const { name = "", phone = null, email = null } = who?.person ?? {};
  const typed = isSent ? typedOf(form) : { name, phone: phone === null ? "" : formatPhone(phone), email: email ?? "", line: "", commune: "", province: marketConfig.province, payment: "", consents: [] };
  const nonce = typedIn(form, "nonce") || crypto.randomUUID();
  if (found === undefined) return seeOther(paths.cart(locale));
  // a repeated press arrives with the basket already emptied by the first one: the verb answers it from its memory
  if (!isSent && (found.view.count === 0 || !found.view.isOrderable)) return seeOther(paths.cart(locale));
  if (!isSent) return { locale, cart: found.view, nonce, typed };

  const again = async (refusal: Refusal, nextNonce = nonce): Promise<CheckoutPage> => {
    answerWith(visit, refusal);
    return { locale, cart: await market.cart(found.ref), nonce: nextNonce, typed, refusal };
  };

  const input = orderOf(typed, form, locale);
  let placed;
  try {
    placed = await market.placeOrder(found.ref, input, { idempotencyKey: nonce, clientAddress }, who?.actor);
  } catch (error) {
    const refusal = refusedBy(error, locale);
    // the basket has become an order meanwhile, in another tab or before the Back button: its page names the order
    if (refusal.code === "cart.empty" || found.view.count === 0) return seeOther(paths.cart(locale));
    // the same key with other words was an order of its own: the next press gets a new key
    return again(refusal, refusal.code === "request.key_reused" ? crypto.randomUUID() : nonce);
  }
  if (who === undefined) keepOrderKey(visit, placed); // an account opens its orders itself, and signing out closes them
  keepCartCount(visit, (await market.cart(found.ref)).count);
  // free orders are confirmed already; one that comes back by the browser's Back button may be paid, or its attempt over
  const { state, attempts } = await market.order(placed);
  if (state !== "awaiting_payment" || attempts.some((attempt) => attempt.state !== "opened")) return seeOther(paths.order(locale, placed.code));
  try {
    return await goToGateway(visit, placed, input.payment.method, nonce, locale);
  } catch (error) {
    refusalOf(error, locale);
    return seeOther(paths.order(locale, placed.code)); // placed and held: its page offers to pay
  }
}
