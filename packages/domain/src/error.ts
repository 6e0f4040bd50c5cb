/**
 * Every refusal of the market, by permanent name. A code is never reused or renamed: clients and
 * pages depend on it. `noun.reason` says what was refused and why in two words.
 */
export const errorCodes = [
  "request.invalid", // a field is missing or has the wrong shape: `issues` names each
  "request.key_missing", // a write that may be repeated came without Idempotency-Key
  "request.key_reused", // the same Idempotency-Key with another body
  "request.not_found",
  "request.method_not_allowed",
  "request.too_large",
  "request.not_json",
  "request.forbidden_origin",
  "actor.not_allowed",
  "request.too_many", // more requests than one address may send; `retryAfterSeconds`
  "person.details_invalid", // `issues` names every field at fault
  "person.contact_unavailable", // another account has it; whose, and which of the two, is not told
  "person.wrong_credentials", // unknown person and wrong password alike
  "person.locked",
  "person.link_spent", // a one-time link that was used, is over, or never was
  "person.not_found",
  "session.not_found",
  "role.not_found",
  "role.place_invalid", // a shop's role needs a shop
  "role.last_admin", // somebody must be able to give roles
  "role.last_owner", // a shop is not left to nobody
  "consent.required", // it ends with the account, not alone
  "shop.not_found",
  "shop.move_not_allowed",
  "shop.incomplete", // `issues` names what is missing or wrong
  "shop.slug_taken",
  "shop.too_many_begun", // nobody has approved those yet: `max`
  "shop.under_review", // nothing of it is changed while reviewers look at it
  "category.not_found",
  "category.in_use", // listings stand in it
  "certificate.not_found",
  "certificate.incomplete",
  "certificate.move_not_allowed",
  "listing.not_found",
  "listing.move_not_allowed",
  "listing.not_on_sale", // not published, paused or archived
  "listing.out_of_season",
  "listing.incomplete",
  "listing.slug_taken", // `takenBy` is the other's title, where everybody may see it
  "listing.under_review",
  "variant.not_found",
  "variant.last_one", // a listing on sale keeps one thing that can be bought
  "slot.not_found",
  "slot.required", // an experience needs a date, goods must not have one
  "slot.not_for_goods",
  "slot.closed", // closed, cancelled, or past its cut-off
  "slot.rules_invalid", // `issues` names each part of a rule that cannot stand
  "slot.rules_collide", // two rules would begin at the same instant: `rules` and `time` say which
  "slot.too_many_a_day", // `day` and `max`
  "slot.exception_invalid", // a day that is over or none, hours that are none: `issues` names each
  "slot.no_rule", // a day's own times need a rule in force that says how long and for how many
  "holiday.invalid", // `issues` names each
  "reminder.not_found",
  "reminder.details_invalid", // `issues` names every field at fault
  "reminder.already_in_season", // it can be had now: `title` names it
  "reminder.too_many", // so many wishes wait already: `max`
  "pool.not_found",
  "pool.below_taken",
  "hold.sold_out", // `unitsLeft` says what is still free
  "cart.not_found",
  "cart.empty",
  "cart.quantity_out_of_range",
  "cart.too_many_lines",
  "delivery.too_far_for_fresh", // it would spoil before it is there: `titles` names the goods
  "delivery.not_offered", // no service brings such goods there
  "delivery.service_unavailable", // the chosen one does not go there, or not with these goods
  "delivery.rate_invalid", // `issues` names every field at fault
  "order.not_found",
  "order.contact_invalid",
  "order.address_required",
  "address.unit_unknown", // no unit of that name there: `candidates` are near
  "address.unit_ambiguous", // a former commune was split, or several share the name: one of `candidates` is chosen
  "address.plus_code_invalid",
  "address.plus_code_elsewhere", // it lies in another province than the commune
  "order.consent_required",
  "order.gift_invalid", // `issues` names each: who it is for, their telephone, the card, or that nothing is sent
  "order.price_changed",
  "order.too_many_open",
  "order.not_awaiting_payment",
  "order.too_late_to_pay",
  "order.under_review", // its money is there, and the gateway looks at it
  "order.move_not_allowed",
  "order.already_dispatched", // a parcel of it is on its way: it can be refused or sent back, not cancelled
  "order.visit_begun",
  "fulfilment.not_found",
  "fulfilment.move_not_allowed",
  "fulfilment.dispatch_invalid", // `issues` names the carrier, the number, or both
  "fulfilment.undo_too_late", // `undoUntil` was the last moment
  "payment.method_unknown",
  "payment.amount_out_of_range",
  "payment.not_for_visits", // cash on delivery has a courier, a visit has none
  "payment.not_for_several_sellers", // one courier brings one seller's cash
  "payment.not_for_this_delivery", // whoever brings it takes no cash
  "payment.not_for_gifts", // nobody asks for money at the door of who is given something
  "attempt.not_found",
  "decision.nothing_waits", // no payment or refund of this order waits for that decision
  "decision.several_wait", // more than one payment of the order waits for it: `known` names them
  "decision.reference_missing", // a decision about money names the paper it rests on
  "ticket.not_found",
  "ticket.forged",
  "ticket.already_admitted",
  "ticket.not_valid_now",
  "ticket.void",
  "piece.not_found",
  "piece.move_not_allowed",
  "piece.incomplete", // `issues` names what is missing or does not fit together
  "piece.key_taken",
  "piece.slug_taken",
  "piece.own_work", // whoever wrote the last version does not publish it
  "piece.revised_meanwhile", // somebody wrote a version after the one this one is based on
  "piece.target_not_found", // a link to what does not exist
  "statement.invalid", // what the market says of itself: `issues` names every field at fault
  "festival.dates_unknown", // it goes by the harvest, and no days are announced
  "money.not_whole_dong",
  "rate.missing",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What a refusal tells besides its name: the field it is about, and numbers a person can act on. */
export type ErrorDetails = {
  /** Path of the input at fault, as the client spelled it: `contact.phone`, `lines.0.quantity`. */
  field?: string;
  unitsLeft?: number;
  max?: number;
  min?: number;
  /** Every field at fault, where a whole form was checked at once. */
  issues?: readonly { field: string; reason: string }[];
  [more: string]: unknown;
};

const brand = Symbol.for("xudong.DomainError");

/**
 * A refusal a person can understand and act on. Thrown by a verb, so that its transaction rolls back.
 *
 * Recognise it with `isDomainError`, never `instanceof`: a built site holds its own copy of this class.
 */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  readonly [brand] = true;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(code);
    this.name = "DomainError";
    this.code = code;
    this.details = details;
  }
}

/** True for a refusal from any copy of this module. */
export function isDomainError(value: unknown): value is DomainError {
  return typeof value === "object" && value !== null && brand in value;
}
