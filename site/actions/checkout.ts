import { formatDong, formatPhone, isDomainError, requiredConsents, type DomainError, type Locale, type UnitChoice } from "@xudong/domain";
import type { CartRef, OrderRef, PayableCart, PlaceOrderInput } from "@xudong/market";
import { marketConfig } from "../../market.config.ts";
import { paths } from "../paths.ts";
import { textFor } from "../text/index.ts";
import { currentCart } from "./cart.ts";
import { keepCartCount, keepOrderKey } from "./keys.ts";
import { answerWith, inputOf, refusalOf, type Refusal } from "./refusal.ts";
import { signedIn } from "./session.ts";
import { formOf, keepPrivate, seeOther, typedIn, type Visit } from "./visit.ts";

/** The inputs of the form that hold text, in the order they stand. */
export const checkoutFields = ["name", "phone", "email", "line", "commune", "province", "plusCode", "note", "recipient", "recipientPhone", "card"] as const;
export type CheckoutField = (typeof checkoutFields)[number];

export type CheckoutPage = {
  locale: Locale;
  cart: PayableCart;
  /** The key under which this order is placed: pressing twice places one order. */
  nonce: string;
  /** `communeCode` answers the question which unit is meant, as long as the words it was asked about stand. */
  typed: Readonly<Record<CheckoutField, string>> & { communeCode: string; isGift: boolean; payment: string; consents: readonly string[]; /** By the shop's id, where another way than the usual one was chosen. */ delivery: Readonly<Record<string, string>> };
  refusal?: Refusal;
  /** Nothing was ordered: the fees were worked out anew for the address as typed, or the page was asked for in the other language. */
  shownAgain?: "recounted" | "other_language";
  question?: UnitQuestion;
};

/** Which unit somebody means: of a commune that was split, of several with the name, or of some that are near. */
export type UnitQuestion = { about: "split" | "several" | "near"; typed: string; choices: readonly UnitChoice[] };

/** The words a choice of unit was offered for: where they have been changed since, it is no answer any more. */
export const askedAbout = ({ commune, province }: Pick<Typed, "commune" | "province">): string => `${commune} | ${province}`;

type Typed = CheckoutPage["typed"];

function typedOf(form: FormData): Typed {
  const texts = Object.fromEntries(checkoutFields.map((name) => [name, typedIn(form, name)])) as Record<CheckoutField, string>;
  const communeCode = typedIn(form, "asked") === askedAbout(texts) ? typedIn(form, "communeCode") : "";
  return { ...texts, communeCode, isGift: form.get("gift") !== null, payment: typedIn(form, "payment"), consents: requiredConsents.filter((consent) => form.get(consent) !== null), delivery: chosenServices(form) };
}

/** The input that says how one shop's goods are sent. */
export const deliveryInput = (shopId: string): string => `delivery-${shopId}`;

/** Whoever leaves the usual way chooses nothing, and so keeps it to any address. */
function chosenServices(form: FormData): Record<string, string> {
  const prefix = deliveryInput("");
  return Object.fromEntries([...form.keys()].filter((name) => name.startsWith(prefix)).map((name) => [name.slice(prefix.length), typedIn(form, name)]).filter(([, service]) => service !== ""));
}

/**
 * What the verb refused, told at our fields: it names all of them at once, so nobody mends a form one field at a time.
 * Only `issues` say that a field was filled in wrongly; a lone `field` says what a refusal is about, and its own words are better.
 */
function refusedBy(error: unknown, locale: Locale): Refusal & { error: DomainError } {
  const refusal = refusalOf(error, locale);
  const { form, checkout, buying } = textFor(locale);
  const saysOfGift: Readonly<Record<string, string>> = buying.checkout.problems;
  const say: Readonly<Record<string, unknown>> = checkout.problems;
  const { issues = [] } = refusal.error.details;
  const fields: Record<string, string> = {};
  for (const issue of issues) {
    const input = issue.field.startsWith("gift.") ? giftInputs[inputOf(issue.field)] ?? "recipient" : inputOf(issue.field);
    const words = issue.reason === "nothing_sent" ? buying.checkout.problems.nothingSent : (saysOfGift[input] ?? ofReason(issue, checkout.problems) ?? say[input]);
    if (typeof words === "string") fields[input === "communeCode" ? "commune" : input] = words;
  }
  const count = Object.keys(fields).length;
  return count === 0 ? refusal : { ...refusal, title: form.problems(count), detail: "", fields };
}

/** The inputs of a gift: the buyer has a telephone of their own on the same page. */
const giftInputs: Readonly<Record<string, string>> = { recipient: "recipient", phone: "recipientPhone", card: "card" };

/** Where the reason says more than that a field is wrong. */
function ofReason({ reason, became }: { reason: string; became?: unknown }, problems: ReturnType<typeof textFor>["checkout"]["problems"]): string | undefined {
  switch (reason) {
    case "phone_or_email": return problems.contact;
    case "phone_renumbered": return typeof became === "string" ? problems.phoneRenumbered(became) : undefined;
    case "phone_hotline": return problems.phoneHotline;
    case "too_long": return problems.tooLong;
    case "unit_unknown": return problems.unitUnknown;
    case "unit_ambiguous": return problems.unitAmbiguous;
    case "plus_code_elsewhere": return problems.plusCodeElsewhere;
    default: return undefined;
  }
}

/** What the page asks beside the commune: what the refusal offers, or what was chosen of before, if something else went wrong. */
async function questionOf(visit: Visit, typed: Typed, { details }: DomainError): Promise<UnitQuestion | undefined> {
  const { candidates, isSplit, issues = [] } = details;
  const choices = (candidates ?? []) as readonly UnitChoice[]; // as resolveAddress lists them
  if (choices.length > 0) {
    const isNear = issues.some(({ reason }) => reason === "unit_unknown");
    return { about: isNear ? "near" : isSplit === true ? "split" : "several", typed: typed.commune, choices };
  }
  if (typed.communeCode === "") return undefined;
  const { match, candidates: found } = await visit.locals.market.units({ q: typed.commune, province: typed.province });
  const again = found.map(({ unit, province, former }) => ({
    communeCode: unit.code, commune: unit.name, provinceCode: province.code, province: province.name,
    ...(former && { formerly: [former.name, former.district, former.province].filter((name) => name !== undefined).join(", ") }),
  }));
  const isOffered = again.some(({ communeCode }) => communeCode === typed.communeCode);
  return isOffered ? { about: match === "meant" ? (found.every(({ former }) => former?.isSplit) ? "split" : "several") : "near", typed: typed.commune, choices: again } : undefined;
}

function orderOf(typed: Typed, form: FormData, locale: Locale): PlaceOrderInput {
  const { name, phone, email, line, commune, province, communeCode, plusCode, note, recipient, recipientPhone, card, consents, delivery } = typed;
  const given = Object.fromEntries(Object.entries({ communeCode, plusCode, note }).filter(([, text]) => text.trim() !== ""));
  return {
    contact: { name, ...(phone.trim() ? { phone } : {}), ...(email.trim() ? { email } : {}) },
    ...(form.has("line") ? { address: { line, commune, province, ...given } } : {}),
    ...(Object.keys(delivery).length > 0 ? { delivery } : {}),
    ...(typed.isGift && form.has("line") ? { gift: { recipient, ...(recipientPhone.trim() && { phone: recipientPhone }), ...(card.trim() && { card }) } } : {}),
    payment: { method: wayOf(typed.payment).method },
    consents,
    locale,
    expectedTotalDong: Number(typedIn(form, "total")),
  };
}

/** What the form calls a card from abroad: the same gateway, which then begins at such cards. */
export const foreignCard = "vnpay-intcard";

/** The method, and where its gateway begins, of a way to pay as our forms name it. */
export function wayOf(payment: string): { method: string; bank?: "INTCARD" } {
  return payment === foreignCard ? { method: "vnpay", bank: "INTCARD" } : { method: payment || marketConfig.defaultPaymentMethod };
}

/** The basket with its fees to the address as typed; a way of delivery that cannot be had there gives way to the usual one. */
async function cartAsTyped({ locals: { market } }: Visit, ref: CartRef, typed: Typed): Promise<{ cart: PayableCart; typed: Typed }> {
  const { communeCode, commune, province } = typed;
  const address = { commune, province, ...(communeCode && { communeCode }) };
  try {
    return { cart: await market.cart(ref, { address, delivery: typed.delivery }), typed };
  } catch (error) {
    if (!isDomainError(error) || error.code !== "delivery.service_unavailable") throw error;
    return { cart: await market.cart(ref, { address }), typed: { ...typed, delivery: {} } };
  }
}

/** Where the page could only estimate what delivery costs, that is why the total is another one. */
function withReason(refusal: Refusal & { error: DomainError }, form: FormData, locale: Locale): Refusal & { error: DomainError } {
  const total = refusal.error.details["totalDong"];
  if (refusal.code !== "order.price_changed" || typedIn(form, "estimate") === "" || typeof total !== "number") return refusal;
  const { changedTitle, changed } = textFor(locale).delivery;
  return { ...refusal, title: changedTitle, detail: changed(formatDong(total, locale)) };
}

/** Opens a payment for an order and leads to the gateway. The way back carries no key: a gateway's log is no place for one. */
export async function goToGateway(visit: Visit, order: OrderRef, way: ReturnType<typeof wayOf>, nonce: string, locale: Locale): Promise<Response> {
  const { market, publicUrl, simulatorPayUrl, clientAddress } = visit.locals;
  const { redirectUrl } = await market.openPayment(
    order,
    { ...way, returnUrl: publicUrl + paths.paymentResult(locale), locale, ...(simulatorPayUrl ? { payUrl: simulatorPayUrl } : {}) },
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
  const typed = isSent ? typedOf(form) : { name, phone: phone === null ? "" : formatPhone(phone), email: email ?? "", line: "", commune: "", province: marketConfig.province, plusCode: "", note: "", recipient: "", recipientPhone: "", card: "", communeCode: "", isGift: false, payment: "", consents: [], delivery: {} };
  const nonce = typedIn(form, "nonce") || crypto.randomUUID();
  if (found === undefined) return seeOther(paths.cart(locale));
  // a repeated press arrives with the basket already emptied by the first one: the verb answers it from its memory
  if (!isSent && (found.view.count === 0 || !found.view.isOrderable)) return seeOther(paths.cart(locale));
  if (!isSent) return { locale, cart: found.view, nonce, typed };

  const again = async ({ error, ...refusal }: Refusal & { error: DomainError }, nextNonce = nonce): Promise<CheckoutPage> => {
    answerWith(visit, refusal);
    const question = await questionOf(visit, typed, error);
    return { locale, ...(await cartAsTyped(visit, found.ref, typed)), nonce: nextNonce, refusal, ...(question && { question }) };
  };

  const shownAgain = typedIn(form, "recount") !== "" ? "recounted" : typedIn(form, "language") !== "" ? "other_language" : undefined;
  if (shownAgain !== undefined) return found.view.count === 0 ? seeOther(paths.cart(locale)) : { locale, ...(await cartAsTyped(visit, found.ref, typed)), nonce, shownAgain };
  const input = orderOf(typed, form, locale);
  let placed;
  try {
    placed = await market.placeOrder(found.ref, input, { idempotencyKey: nonce, clientAddress }, who?.actor);
  } catch (error) {
    const refusal = withReason(refusedBy(error, locale), form, locale);
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
    return await goToGateway(visit, placed, wayOf(typed.payment), nonce, locale);
  } catch (error) {
    refusalOf(error, locale);
    return seeOther(paths.order(locale, placed.code)); // placed and held: its page offers to pay
  }
}
