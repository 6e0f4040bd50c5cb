import { z } from "zod";
import { addDays, dayOf, DomainError, parseCode } from "@xudong/domain";
import { gatewayWays } from "@xudong/payments";
import { problems, problemStatus, problemText } from "../problems.ts";
import { areaRoutes } from "./area-routes.ts";
import { catalogueRoutes } from "./catalogue-routes.ts";
import { contentRoutes } from "./content-routes.ts";
import { cart, cartJson, cartRef, quote, quoteJson } from "./carts-json.ts";
import { examples } from "./examples.ts";
import { slotList, slotListJson } from "./listings-json.ts";
import { openapi } from "./openapi.ts";
import { openedPayment, openedPaymentJson, order, orderJson, placedOrder, placedOrderJson } from "./orders-json.ts";
import { reminderRoutes } from "./reminder-routes.ts";
import { searchRoutes } from "./search-routes.ts";
import { apiRoot, route, type Route } from "./route.ts";
import {
  answer, body, consents, contact, count, day, delivery, gift, line, mostDays, name, noted, quantity, secret, text, typedAddress, vouchers,
} from "./validators.ts";

const slug = z.object({ slug: noted(name(), { description: "The slug of either language." }) });
const cartId = z.object({ id: name() });
const orderCode = z.object({ code: noted(z.string().transform((typed, told) => parseCode(typed) ?? (told.addIssue("code"), z.NEVER)), { description: "As printed; case, spaces and dashes do not matter." }) });
const cartToken = z.object({ "Cart-Token": secret("The token that came with the cart.") });
const orderKey = z.object({ "Order-Key": secret("The key that came with the order.") });

const lineRefusals = [
  "variant.not_found", "listing.not_on_sale", "listing.out_of_season", "slot.required", "slot.not_for_goods", "slot.not_found", "slot.closed",
] as const;

/** Every address of the API: what it reads, what it answers, what it may refuse, which verb it says. */
export const routes: readonly Route[] = [
  ...catalogueRoutes,
  route({
    method: "GET",
    path: "/listings/{slug}/slots",
    name: "listSlots",
    summary: "The times of an experience",
    description: `Times that begin on the days from \`from\` to \`to\`, both included; without them the coming 30 days. One question covers ${mostDays} days at most. Goods have none.`,
    isPublic: true,
    isLocalized: true,
    params: slug,
    absent: "listing.not_found",
    query: z.object({ from: z.exactOptional(day("The first day, in Vietnam. Today where it is left out.")), to: z.exactOptional(day("The last day. 30 days after the first where it is left out.")) }),
    refusals: ["listing.not_found"],
    answer: slotList,
    example: examples.slotList,
    async handle({ params, query }, { market, locale }) {
      const from = query.from ?? dayOf(market.clock.now());
      const to = query.to ?? addDays(from, 30);
      refuseRange(from, to);
      return { body: slotListJson(await market.slots(params.slug, from, to), locale) };
    },
  }),
  ...searchRoutes,
  ...areaRoutes,
  ...contentRoutes,
  ...reminderRoutes,
  route({
    method: "POST",
    path: "/carts",
    name: "createCart",
    summary: "Start an empty cart",
    status: 201,
    body: body({}),
    needsBody: false,
    answer: cartRef,
    example: examples.cartRef,
    async handle(_, { market }) {
      const { id, token } = await market.createCart();
      return { body: { id, token }, location: `${apiRoot}/carts/${encodeURIComponent(id)}` };
    },
  }),
  route({
    method: "PUT",
    path: "/carts/{id}/lines",
    name: "setCartLine",
    summary: "Set how many of a thing are in the cart",
    description: "Sets the quantity, so that repeating it changes nothing; 0 removes the line. A cart holds nothing: more than is left may be asked for, and the line then says so.",
    isLocalized: true,
    params: cartId,
    absent: "cart.not_found",
    headers: cartToken,
    body: body({ variantId: name(), slotId: noted(z.exactOptional(name()), { description: "The time, for an experience; goods have none." }), quantity }),
    bodyExample: { variantId: "01K9Q4M0V1AR1ANT0000000001", quantity: 2 },
    refusals: ["cart.not_found", "cart.quantity_out_of_range", "cart.too_many_lines", ...lineRefusals, "rate.missing"],
    answer: cart,
    example: examples.cart,
    handle: async ({ params, headers, body: typed }, { market, locale }) => ({
      body: cartJson(await market.setCartLine({ id: params.id, token: headers["Cart-Token"] }, typed), locale),
    }),
  }),
  route({
    method: "GET",
    path: "/carts/{id}",
    name: "getCart",
    summary: "A cart with prices and fees",
    isLocalized: true,
    params: cartId,
    absent: "cart.not_found",
    headers: cartToken,
    refusals: ["cart.not_found", "rate.missing"],
    answer: cart,
    example: examples.cart,
    handle: async ({ params, headers }, { market, locale }) => ({ body: cartJson(await market.cart({ id: params.id, token: headers["Cart-Token"] }), locale) }),
  }),
  route({
    method: "POST",
    path: "/carts/{id}/quote",
    name: "quoteCart",
    summary: "What the cart costs in all",
    description:
      "Nothing is written or held. Each seller sends one parcel, priced by its weight, by how far it goes and by whether it has to stay cold. Without an address, or where its province is not known, " +
      "the fee is that within the seller's own province and `isEstimate` says so; an order is charged by its address. `problems` says what cannot be sent there and why.",
    isLocalized: true,
    params: cartId,
    absent: "cart.not_found",
    headers: cartToken,
    body: body({ address: z.exactOptional(typedAddress), delivery: z.exactOptional(delivery), vouchers: z.exactOptional(vouchers) }),
    needsBody: false,
    bodyExample: { address: { province: "Tỉnh Mẫu" }, delivery: "standard" },
    refusals: ["cart.not_found", "delivery.service_unavailable", "rate.missing"],
    answer: quote,
    example: examples.quote,
    handle: async ({ params, headers, body: { address, delivery: wish } }, { market, locale }) => ({
      body: quoteJson(await market.cart({ id: params.id, token: headers["Cart-Token"] }, { ...(address && { address }), delivery: wish }), locale),
    }),
  }),
  route({
    method: "POST",
    path: "/orders",
    name: "placeOrder",
    summary: "Order a cart",
    description:
      "Freezes prices and holds everything, all of it or nothing, until `holdLapsesAt`: 30 minutes, or 15 where few units are left. Sold out is 409 `hold.sold_out` with the units still free. " +
      "`vnpay` is then paid at `POST /orders/{code}/payments`. `cod`, cash on delivery, is confirmed as it is placed: for goods alone, up to what a courier carries. " +
      "A cart names the ways it may be paid in `paymentMethods`.",
    status: 201,
    isLocalized: true,
    isRepeatable: true,
    headers: cartToken,
    body: body({
      cartId: name(),
      contact,
      address: z.exactOptional(typedAddress),
      gift: z.exactOptional(gift),
      delivery: z.exactOptional(delivery),
      payment: body({ method: noted(line(40), { description: "A way to pay of this market, one of the cart's `paymentMethods`.", examples: ["vnpay", "cod"] }) }),
      consents,
      expectedTotal: noted(z.exactOptional(count()), { description: "The total the buyer saw: another one is refused with `order.price_changed` rather than charged." }),
    }),
    bodyExample: {
      cartId: "01K9Q4M0CART00000000000001",
      contact: { name: "Nguyễn Thị Hoa", phone: "0912 345 678" },
      address: { line: "Số 5, thôn Đông", commune: "Xã Mẫu", province: "Tỉnh Mẫu" },
      payment: { method: "vnpay" },
      consents: ["terms", "privacy"],
    },
    refusals: [
      "cart.not_found", "cart.empty", "hold.sold_out", "listing.not_on_sale", "listing.out_of_season", "slot.closed", "order.contact_invalid", "order.address_required",
      "address.unit_unknown", "address.unit_ambiguous", "address.plus_code_invalid", "address.plus_code_elsewhere", "order.gift_invalid", "order.consent_required", "order.price_changed", "order.too_many_open", "delivery.too_far_for_fresh", "delivery.not_offered", "delivery.service_unavailable",
      "payment.method_unknown", "payment.not_for_visits", "payment.not_for_several_sellers", "payment.not_for_this_delivery", "payment.not_for_gifts", "payment.amount_out_of_range", "rate.missing",
    ],
    answer: placedOrder,
    example: examples.placedOrder,
    async handle({ headers, body: { cartId: id, contact: buyer, address, gift: present, delivery: wish, payment, consents: given, expectedTotal } }, { market, locale, repeat }) {
      const placed = await market.placeOrder(
        { id, token: headers["Cart-Token"] },
        {
          contact: buyer,
          ...(address === undefined ? {} : { address }),
          ...(present === undefined ? {} : { gift: present }),
          ...(wish === undefined ? {} : { delivery: wish }),
          payment,
          consents: given,
          locale,
          ...(expectedTotal === undefined ? {} : { expectedTotalDong: expectedTotal }),
        },
        repeat,
      );
      return { body: placedOrderJson(placed, locale), location: `${apiRoot}/orders/${placed.code}` };
    },
  }),
  route({
    method: "GET",
    path: "/orders/{code}",
    name: "getOrder",
    summary: "An order, its payments and tickets",
    isLocalized: true,
    params: orderCode,
    absent: "order.not_found",
    headers: orderKey,
    refusals: ["order.not_found"],
    answer: order,
    example: examples.order,
    handle: async ({ params, headers }, { market, locale }) => ({ body: orderJson(await market.order({ code: params.code, key: headers["Order-Key"] }), locale) }),
  }),
  route({
    method: "POST",
    path: "/orders/{code}/cancel",
    name: "cancelOrder",
    summary: "Call an order off",
    description:
      "Whole, with all its sellers, before anything of it is sent and before a visit of it begins; `mayCancel` says whether it can be. Whatever was paid goes back, all of it, by the way it came: `refunds` says how far. " +
      "No Idempotency-Key is needed: cancelling an order that is cancelled already changes nothing and answers with the order as it is. It cannot be undone.",
    isLocalized: true,
    params: orderCode,
    absent: "order.not_found",
    headers: orderKey,
    body: body({}),
    needsBody: false,
    refusals: ["order.not_found", "order.already_dispatched", "order.visit_begun", "order.move_not_allowed"],
    answer: order,
    example: examples.cancelledOrder,
    handle: async ({ params, headers }, { market, locale }) => ({ body: orderJson(await market.cancelOrder({ code: params.code, key: headers["Order-Key"] }), locale) }),
  }),
  route({
    method: "POST",
    path: "/orders/{code}/payments",
    name: "openPayment",
    summary: "Open an attempt at paying",
    description: "Answers with the gateway's page. The browser's way back proves nothing: only the gateway's own word to us confirms the order. Should two payments of one order succeed, the second goes back whole.",
    status: 201,
    isLocalized: true,
    isRepeatable: true,
    params: orderCode,
    absent: "order.not_found",
    headers: orderKey,
    body: body({ method: line(40), bank: noted(z.exactOptional(z.enum(gatewayWays)), { description: "Which of VNPAY's ways its page begins with: QR, a domestic card or account, a card from abroad. Without it VNPAY asks." }) }),
    bodyExample: { method: "vnpay", bank: "INTCARD" },
    refusals: ["order.not_found", "order.not_awaiting_payment", "order.under_review", "order.too_late_to_pay", "payment.method_unknown", "payment.amount_out_of_range"],
    answer: openedPayment,
    example: examples.openedPayment,
    handle: async ({ params, headers, body: { method, bank } }, { market, locale, repeat }) => ({
      body: openedPaymentJson(await market.openPayment({ code: params.code, key: headers["Order-Key"] }, { method, locale, ...(bank && { bank }) }, repeat)),
    }),
  }),
  route({
    method: "GET",
    path: "/payments/vnpay/ipn",
    name: "receiveVnpayNotice",
    summary: "VNPAY's notice of a payment",
    description: "VNPAY's own contract: the signed query as it came, and always HTTP 200 with its two fields. 00 and 02 end it; after anything else VNPAY calls again.",
    isNotice: true,
    answer: noted(answer({ RspCode: text(), Message: text() }), { id: "VnpayReply" }),
    example: { RspCode: "00", Message: "Confirm Success" },
    handle: async (_, { market, rawQuery }) => ({ body: await market.receiveNotice(rawQuery) }),
  }),
  route({
    method: "GET",
    path: "/problems/{code}",
    name: "explainProblem",
    summary: "What a problem's code means, in both languages",
    isPublic: true,
    params: z.object({ code: z.enum(Object.keys(problems) as (keyof typeof problems)[]) }), // the keys of a literal
    answer: noted(answer({ code: text(), status: z.int(), vi: answer({ title: text(), detail: text() }), en: answer({ title: text(), detail: text() }) }), { id: "ProblemMeaning" }),
    example: problemMeaning("cart.empty"),
    handle: ({ params }) => ({ body: problemMeaning(params.code) }),
  }),
  route({
    method: "GET",
    path: "/openapi.json",
    name: "describeApi",
    summary: "This description",
    isPublic: true,
    answer: z.looseObject({ openapi: text() }),
    example: { openapi: "3.1.0" },
    handle: (_, { title }) => ({ body: openapi(routes, title) }),
  }),
];

function problemMeaning(code: keyof typeof problems) {
  return { code, status: problemStatus(code), vi: problemText(code, {}, "vi"), en: problemText(code, {}, "en") };
}

function refuseRange(from: string, to: string): void {
  const invalid = (reason: string) => new DomainError("request.invalid", { field: "to", issues: [{ field: "to", reason, ...(reason === "too_many_days" ? { max: mostDays } : {}) }] });
  if (to < from) throw invalid("day_before_start");
  if (addDays(from, mostDays - 1) < to) throw invalid("too_many_days");
}
