// One purchase as a pure machine: an order, its hold, its units, one or two attempts, their refunds, its ledger.
//
// What news does is read from the tables of the domain and from nowhere else: they are an argument, so that a test can
// hand over a broken one and see that it is noticed. What the verbs do around the tables (consume or retake, reverse and
// send back) is written here a second time, so that one mistake cannot hide in both.
import {
  attemptHears, attemptMoves, cashHears, claimMoves, fulfilmentMoves, holdMoves, mayMove, mayKeepSlot, mayRetakeSlot, orderHears, orderMoves, refundHears, refundMoves, whyNotCancellable,
  type AttemptNews, type AttemptState, type CancelReason, type ClaimState, type FulfilmentKind, type FulfilmentState, type HoldState, type Moves, type OrderEffect, type OrderState, type RefundNews, type RefundState,
} from "@xudong/domain";

/** The tables that say what happens, as data. */
export type Tables = {
  readonly attemptHears: { readonly [S in AttemptState]: { readonly [N in AttemptNews]: AttemptState | undefined } };
  readonly orderHears: { readonly [A in AttemptState]: { readonly [S in OrderState]: OrderEffect } };
  readonly cashHears: { readonly [A in AttemptState]: { readonly [S in OrderState]: OrderEffect } };
  readonly refundHears: { readonly [S in RefundState]: { readonly [N in RefundNews]: RefundState | undefined } };
  readonly attemptMoves: Moves<AttemptState>;
  readonly orderMoves: Moves<OrderState>;
  readonly holdMoves: Moves<HoldState>;
  readonly claimMoves: Moves<ClaimState>;
  readonly fulfilmentMoves: Moves<FulfilmentState>;
  readonly refundMoves: Moves<RefundState>;
};

/** The tables as the market uses them. */
export const realTables: Tables = { attemptHears, orderHears, cashHears, refundHears, attemptMoves, orderMoves, holdMoves, claimMoves, fulfilmentMoves, refundMoves };

/** What is bought and how: each part is one parcel or one visit, with a pool of its own that has room for this order alone. */
export type Scenario = { readonly method: "vnpay" | "cod"; readonly parts: readonly FulfilmentKind[]; /** How many attempts there may be. */ readonly attempts: 1 | 2 };

/** Why somebody must look: money under suspicion, of another amount, or nothing heard to the last. */
export type AttemptWait = "suspected_fraud" | "wrong_amount" | "no_answer";
export type RefundWait = "refused" | "no_answer" | "by_hand";
export type RefundReason = "order_not_kept" | "second_payment" | "order_cancelled";

export type Refund = {
  state: RefundState;
  reason: RefundReason;
  waitsFor: RefundWait | null;
  /** It was sent, and would be sent again under the same number. */
  hasNumber: boolean;
  /** The gateway may have it: it was sent, and nobody has said that it is unknown there or refused. */
  mayBeOut: boolean;
  /** The last turn at asking about it is over. */
  isOver: boolean;
  /** A day has passed since it was sent, and with the next silence a few questions in a row went without an answer. */
  isUnanswered: boolean;
};

export type Attempt = {
  state: AttemptState;
  waitsFor: AttemptWait | null;
  /** The last turn at asking about it is over, and with the next question a few have been put. */
  isOver: boolean;
  /** The gateway, or a person, has said that this money came: true for ever after. */
  hasCome: boolean;
  /** The ledger's movements with this cause. */
  isReceived: boolean;
  sale: "none" | "confirmed" | "reversed";
  isGivenBack: boolean;
  refund: Refund | null;
};

export type Part = { readonly kind: FulfilmentKind; claim: ClaimState; /** Somebody else has bought the pool's units. */ isOthers: boolean; fulfilment: FulfilmentState; /** A visit's ticket. */ ticket: "none" | "issued" | "void" };

export type Purchase = {
  readonly method: "vnpay" | "cod";
  order: OrderState;
  cancelReason: CancelReason | null;
  hold: HoldState;
  /** Whether the hold's end is still to come; none while a person decides, and once nothing is held. */
  lapse: "ahead" | "past" | "none";
  isSlotCancelled: boolean;
  hasBegun: boolean;
  hasEnded: boolean;
  readonly parts: readonly Part[];
  attempts: readonly Attempt[];
  /** What no table allows and was done all the same. */
  fault: string | null;
};

const startsAt = new Date("2026-11-25T03:00:00Z");
/** The model's clock knows three moments: before the visit, in the midst of it, and when it is over. */
const endsAt = new Date("2026-11-25T05:00:00Z");
const nowOf = ({ hasBegun, hasEnded }: Purchase) => (hasEnded ? new Date(endsAt.getTime() + 1) : new Date(startsAt.getTime() + (hasBegun ? 1 : -1)));

const anAttempt = (): Attempt => ({ state: "opened", waitsFor: null, isOver: false, hasCome: false, isReceived: false, sale: "none", isGivenBack: false, refund: null });

/** The purchase as it begins: placed, its units held, a first attempt opened. Cash is confirmed as it is placed. */
export function begin({ method, parts }: Scenario): Purchase {
  const isCash = method === "cod";
  return {
    method,
    order: isCash ? "confirmed" : "awaiting_payment",
    cancelReason: null,
    hold: isCash ? "consumed" : "open",
    lapse: isCash ? "none" : "ahead",
    isSlotCancelled: false,
    hasBegun: false,
    hasEnded: false,
    parts: parts.map((kind) => ({ kind, claim: isCash ? "sold" : "held", isOthers: false, fulfilment: kind === "parcel" ? "to_prepare" : "due", ticket: "none" })),
    attempts: [anAttempt()],
    fault: null,
  };
}

// ── Events ──────────────────────────────────────────────────────────────────────────────────────────────

/** An event by its name, such as "1 paid" (news of the first attempt) or "refund 2 done". */
export type EventName = string;

export type Event = {
  readonly name: EventName;
  /** True where the house itself does it sooner or later, without any news from outside. */
  readonly isOwn: boolean;
  /** A quick look whether it can change anything at all. */
  readonly may: (state: Purchase) => boolean;
  /** Changes a copy. */
  readonly happen: (state: Purchase, tables: Tables) => void;
};

const attemptWords = ["paid", "declined", "held", "absent", "unfinished", "silent"] as const satisfies readonly AttemptNews[];
const refundWords = ["accepted", "done", "refused", "absent", "silent"] as const satisfies readonly RefundNews[];
/** What a courier can bring. */
const cashWords = ["paid", "declined"] as const satisfies readonly AttemptNews[];

/** Everything that can happen to such a purchase, in any order and any number of times. */
export function eventsOf({ method, parts, attempts }: Scenario): readonly Event[] {
  const isCash = method === "cod";
  const events: Event[] = [];
  const add = (name: EventName, may: Event["may"], happen: Event["happen"], isOwn = false) => events.push({ name, may, happen, isOwn });

  for (let i = 0; i < (isCash ? 1 : attempts); i++) {
    const no = i + 1;
    const attempt = (state: Purchase): Attempt | undefined => state.attempts[i];
    const refund = (state: Purchase): Refund | null => state.attempts[i]?.refund ?? null;
    for (const news of isCash ? cashWords : attemptWords) {
      add(`${no} ${news}`, (state) => attempt(state) !== undefined, (state, tables) => hear(state, tables, i, news), news === "silent");
    }
    if (!isCash) {
      // A suspicion is the graver reason.
      add(`${no} wrong amount`, (state) => attempt(state) !== undefined && attempt(state)?.waitsFor !== "suspected_fraud", (state) => set(attempt(state), "waitsFor", "wrong_amount"));
      add(`${no} decided paid`, (state) => mayBeDecided(attempt(state)) || hasComeToNothing(attempt(state)), (state, tables) => decide(state, tables, i, "paid"));
      add(`${no} decided not paid`, (state) => mayBeDecided(attempt(state)) || isOpenWithWrongSum(attempt(state)), (state, tables) => decide(state, tables, i, "declined"));
      add(`${no} looked at`, (state) => mayBeClosed(attempt(state)), (state) => set(attempt(state), "waitsFor", null));
      add(`refund ${no} sent`, (state) => refund(state)?.state === "requested", (state, tables) => sendRefund(state, tables, i), true);
      for (const news of refundWords) add(`refund ${no} ${news}`, (state) => refund(state) !== null, (state, tables) => hearOfRefund(state, tables, i, news), news === "silent");
      add(`refund ${no} unanswered for a day`, (state) => refund(state) !== null && isOnItsWay(refund(state)?.state ?? "done"), (state) => set(refund(state), "isUnanswered", true), true);
      add(`refund ${no} put off`, (state) => refund(state)?.state === "requested" && refund(state)?.hasNumber === true, (state, tables) => putOff(state, tables, i));
      add(`refund ${no} absent too often`, (state) => refund(state) !== null, (state, tables) => hearOfRefund(state, tables, i, "absent", "too often"));
      add(`refund ${no} sent again by a person`, (state) => maySendAgain(refund(state)), (state, tables) => sendAgain(state, tables, i));
    }
    add(`refund ${no} given back by hand`, (state) => refund(state) !== null && refund(state)?.waitsFor !== null, (state, tables) => giveBack(state, tables, i));
  }
  if (attempts === 2 && !isCash) {
    const mayOpen = (state: Purchase) => state.attempts.length < 2 && state.order === "awaiting_payment" && state.hold === "open" && state.lapse === "ahead";
    add("pay again", mayOpen, (state) => set(state, "attempts", [...state.attempts, anAttempt()]));
  }
  if (!isCash) {
    add("time passes", ({ lapse }) => lapse === "ahead", (state) => set(state, "lapse", "past"), true);
    add("a month passes", () => true, passMonth, true);
    add("sweep", ({ order, hold, lapse }) => order === "awaiting_payment" && hold === "open" && lapse === "past", sweep, true);
  }
  parts.forEach((kind, at) => {
    add(`others buy the ${kind}`, (state) => othersMayBuy(state, at), (state, tables) => othersBuy(state, tables, at));
    const mayGiveBack = (state: Purchase) => state.parts[at]?.isOthers === true && !(kind === "visit" && state.hasBegun);
    add(`others give the ${kind} back`, mayGiveBack, (state) => set(state.parts[at], "isOthers", false));
  });
  if (parts.includes("visit")) {
    add("slot cancelled", ({ isSlotCancelled }) => !isSlotCancelled, (state) => set(state, "isSlotCancelled", true));
    add("visit begins", ({ hasBegun }) => !hasBegun, beginVisit, true);
    add("visit ends", ({ hasBegun, hasEnded }) => hasBegun && !hasEnded, (state) => set(state, "hasEnded", true), true);
  }
  if (parts.includes("parcel")) add("parcel sent", ({ order, parts: all }) => order === "confirmed" && all.some(({ fulfilment }) => fulfilment === "to_prepare"), dispatch);
  add("order closed", mayClose, (state, tables) => move(state, state, "order", "closed", tables.orderMoves));
  add("buyer cancels", (state) => whyNotCancellable(underWay(state), nowOf(state)) === undefined, cancel);
  return events;
}

/** What an event makes of a purchase: the same object where it changes nothing. */
export function step(state: Purchase, event: Event, tables: Tables = realTables): Purchase {
  if (!event.may(state)) return state;
  const next = copyOf(state);
  event.happen(next, tables);
  return next;
}

/** Sets one thing of what may be there. */
export function set<T extends object, K extends keyof T>(thing: T | null | undefined, key: K, value: T[K]): void {
  if (thing) thing[key] = value;
}

const copyOf = (state: Purchase): Purchase => ({
  ...state,
  parts: state.parts.map((part) => ({ ...part })),
  attempts: state.attempts.map((attempt) => ({ ...attempt, refund: attempt.refund === null ? null : { ...attempt.refund } })),
});

// ── A state as a key ────────────────────────────────────────────────────────────────────────────────────

const words = [
  ...Object.keys(attemptMoves), ...Object.keys(refundMoves), ...Object.keys(orderMoves), ...Object.keys(holdMoves), ...Object.keys(claimMoves), ...Object.keys(fulfilmentMoves),
  ...["buyer", "operator", "units_gone", "cash_refused"], ...["order_not_kept", "second_payment", "order_cancelled"], ...["suspected_fraud", "wrong_amount", "no_answer", "refused", "by_hand"],
  ...["ahead", "past", "none", "reversed", "issued", "void"],
];
/** Every word a state can hold, as one letter. */
const letters = new Map<string | null, string>([[null, "-"], ...[...new Set(words)].map((word, at) => [word, String.fromCharCode(0x41 + at)] as const)]);
const letter = (word: string | null): string => letters.get(word) ?? `(${word})`;
const flags = (a: boolean, b: boolean, c = false): string => "01234567".charAt(Number(a) + 2 * Number(b) + 4 * Number(c));

/** A state in a few letters, the same for equal states and for no others. */
export function keyOf(state: Purchase): string {
  let key = letter(state.order) + letter(state.cancelReason) + letter(state.hold) + letter(state.lapse) + flags(state.isSlotCancelled, state.hasBegun, state.hasEnded);
  for (const part of state.parts) key += letter(part.claim) + letter(part.fulfilment) + letter(part.ticket) + flags(part.isOthers, false);
  for (const { state: is, waitsFor, isOver, sale, hasCome, isReceived, isGivenBack, refund } of state.attempts) {
    key += letter(is) + letter(waitsFor) + letter(sale) + flags(hasCome, isReceived, isGivenBack) + flags(isOver, false);
    key += refund === null ? "....." : letter(refund.state) + letter(refund.reason) + letter(refund.waitsFor) + flags(refund.mayBeOut, refund.isOver, refund.hasNumber) + flags(refund.isUnanswered, false);
  }
  return state.fault === null ? key : `${key} ${state.fault}`;
}

// ── What the verbs do ───────────────────────────────────────────────────────────────────────────────────

/** Moves something, and writes down where no table allows that. */
function move<S extends string, K extends string>(state: Purchase, thing: { [key in K]: S }, key: K, to: S, moves: Moves<S>): void {
  const from = thing[key];
  if (!mayMove(moves, from, to)) state.fault ??= `${key} moved from ${from} to ${to}`;
  thing[key] = to;
}

function hear(state: Purchase, tables: Tables, at: number, news: AttemptNews): void {
  const attempt = state.attempts[at];
  if (attempt === undefined) return;
  if (news === "paid") attempt.hasCome = true;
  const next = tables.attemptHears[attempt.state][news];
  if (next !== undefined) takeVerdict(state, tables, attempt, next);
  // It had succeeded, and is suspected afterwards.
  if (next === undefined && attempt.state === "paid" && news === "held") attempt.waitsFor = "suspected_fraud";
  // The answer to the last question: whatever is still open then is a person's.
  const isAnswer = news === "unfinished" || news === "silent";
  if (isAnswer && attempt.isOver) attempt.waitsFor ??= "no_answer";
}

/** A person was called to it, and may say what it came to. Money of another sum is no payment of this order. */
const mayBeDecided = (attempt: Attempt | undefined) => attempt?.state === "held" || (attempt !== undefined && isAsked(attempt.state) && attempt.waitsFor === "no_answer");
const isOpenWithWrongSum = (attempt: Attempt | undefined) => attempt !== undefined && isAsked(attempt.state) && attempt.waitsFor === "wrong_amount";
/** Nobody waits for its money any more; if it has come all the same, a person says so. */
const hasComeToNothing = (attempt: Attempt | undefined) => (attempt?.state === "declined" || attempt?.state === "expired") && attempt.waitsFor !== "wrong_amount";
const mayBeClosed = (attempt: Attempt | undefined) => attempt !== undefined && attempt.waitsFor !== null && ["paid", "declined", "expired"].includes(attempt.state);

/** A person has looked: whatever else waited is answered by what they decide. */
function decide(state: Purchase, tables: Tables, at: number, news: "paid" | "declined"): void {
  hear(state, tables, at, news);
  set(state.attempts[at], "waitsFor", null);
}

const isAsked = (state: AttemptState) => state === "opened" || state === "unknown";

function takeVerdict(state: Purchase, tables: Tables, attempt: Attempt, next: AttemptState): void {
  move(state, attempt, "state", next, tables.attemptMoves);
  if (next !== "unknown") attempt.waitsFor = next === "held" ? "suspected_fraud" : attempt.waitsFor === "wrong_amount" ? "wrong_amount" : null;
  if (!isAsked(next)) attempt.isOver = false;
  if (next === "paid") attempt.isReceived = true;
  const effect = (state.method === "cod" ? tables.cashHears : tables.orderHears)[next][state.order];
  effects[effect](state, tables, attempt);
}

const effects: { readonly [E in OrderEffect]: (state: Purchase, tables: Tables, attempt: Attempt) => void } = {
  nothing() {},
  confirm_or_refund(state, tables, attempt) {
    if (confirm(state, tables)) attempt.sale = "confirmed";
    else sendBack(state, attempt, "order_not_kept");
  },
  refund_all: (state, _tables, attempt) => sendBack(state, attempt, state.order === "cancelled" ? "order_cancelled" : "second_payment"),
  keep_units(state) {
    if (state.hold === "open") state.lapse = "none";
  },
  let_lapse(state) {
    const isSuspected = state.attempts.some((attempt) => attempt.state === "held");
    if (!isSuspected && state.hold === "open" && state.lapse === "none") state.lapse = "ahead";
  },
  collect(state, tables, attempt) {
    attempt.sale = "confirmed";
    // Paid for at the door, they had left, even where nobody wrote that down.
    dispatch(state, tables);
    for (const part of state.parts) if (part.fulfilment === "shipped") move(state, part, "fulfilment", "delivered", tables.fulfilmentMoves);
  },
  cancel: (state, tables) => undo(state, tables, "cash_refused"),
};

/** True where a unit that the order once had can be had again. */
function canHave(state: Purchase, part: Part): boolean {
  const slot = { state: state.isSlotCancelled ? ("cancelled" as const) : ("open" as const), startsAt, endsAt };
  if (part.claim === "held") return part.kind !== "visit" || mayKeepSlot(slot, nowOf(state));
  const stands = part.kind !== "visit" || mayRetakeSlot(slot, nowOf(state));
  return part.claim === "freed" && stands && !part.isOthers;
}

/** True where the order could be confirmed if its money came now. */
export const canHaveAll = (state: Purchase): boolean => state.parts.every((part) => canHave(state, part));

/** All claims or none (H3). */
function confirm(state: Purchase, tables: Tables): boolean {
  if (!canHaveAll(state)) {
    undo(state, tables, "units_gone");
    return false;
  }
  for (const part of state.parts) {
    move(state, part, "claim", "sold", tables.claimMoves);
    if (part.kind === "visit") part.ticket = "issued";
  }
  move(state, state, "hold", "consumed", tables.holdMoves);
  state.lapse = "none";
  move(state, state, "order", "confirmed", tables.orderMoves);
  return true;
}

function undo(state: Purchase, tables: Tables, reason: CancelReason): void {
  move(state, state, "order", "cancelled", tables.orderMoves);
  state.cancelReason = reason;
  const hasLeft = state.parts.some(({ fulfilment }) => fulfilment === "shipped" || fulfilment === "delivered");
  move(state, state, "hold", "released", tables.holdMoves);
  state.lapse = "none";
  for (const part of state.parts) {
    if (part.claim !== "sold" || !hasLeft) move(state, part, "claim", "released", tables.claimMoves);
    if (part.ticket === "issued") part.ticket = "void";
    if (part.fulfilment === "to_prepare" || part.fulfilment === "due") move(state, part, "fulfilment", "cancelled", tables.fulfilmentMoves);
    else if (part.fulfilment === "shipped") move(state, part, "fulfilment", "returned", tables.fulfilmentMoves);
  }
}

/** A payment goes back once. Cash goes back by hand and no other way. */
function sendBack(state: Purchase, attempt: Attempt, reason: RefundReason): void {
  attempt.refund ??= { state: "requested", reason, waitsFor: state.method === "cod" ? "by_hand" : null, hasNumber: false, mayBeOut: false, isOver: false, isUnanswered: false };
}

const underWay = (state: Purchase) => ({
  state: state.order,
  fulfilments: state.parts.map(({ kind, fulfilment }) => ({ state: fulfilment, startsAt: kind === "visit" ? startsAt : null })),
});

function cancel(state: Purchase, tables: Tables): void {
  const was = state.order;
  undo(state, tables, "buyer");
  for (const attempt of state.attempts) {
    if (state.method === "cod" && attempt.state === "opened") move(state, attempt, "state", "declined", tables.attemptMoves); // no courier is to collect any more
    if (was !== "confirmed" || attempt.sale !== "confirmed") continue;
    attempt.sale = "reversed";
    sendBack(state, attempt, "order_cancelled");
  }
}

function sweep(state: Purchase, tables: Tables): void {
  move(state, state, "hold", "lapsed", tables.holdMoves);
  move(state, state, "order", "lapsed", tables.orderMoves);
  for (const part of state.parts) if (part.claim === "held") move(state, part, "claim", "freed", tables.claimMoves);
}

/** Others get units that nobody blocks, by time alone (H3): the claim of a hold that is over is freed as they take. */
function othersMayBuy({ parts, hold, lapse, isSlotCancelled, hasBegun }: Purchase, at: number): boolean {
  const part = parts[at];
  if (part === undefined || part.isOthers || part.claim === "sold") return false;
  if (part.kind === "visit" && (isSlotCancelled || hasBegun)) return false;
  return part.claim !== "held" || (hold === "open" && lapse === "past");
}

function othersBuy(state: Purchase, tables: Tables, at: number): void {
  const part = state.parts[at];
  if (part === undefined) return;
  if (part.claim === "held") move(state, part, "claim", "freed", tables.claimMoves);
  part.isOthers = true;
}

/** A month: every hold with an end is over, and so is all asking about what was opened or sent before. */
function passMonth(state: Purchase): void {
  if (state.lapse === "ahead") state.lapse = "past";
  for (const attempt of state.attempts) {
    if (isAsked(attempt.state)) attempt.isOver = true;
    if (attempt.refund !== null && isOnItsWay(attempt.refund.state)) Object.assign(attempt.refund, { isOver: true, isUnanswered: true } satisfies Partial<Refund>);
  }
}

/** A visit lies months ahead. */
function beginVisit(state: Purchase): void {
  passMonth(state);
  state.hasBegun = true;
}

function dispatch(state: Purchase, tables: Tables): void {
  for (const part of state.parts) if (part.fulfilment === "to_prepare") move(state, part, "fulfilment", "shipped", tables.fulfilmentMoves);
}

/** All was paid for and received: the order can be put away. */
const mayClose = ({ order, attempts, parts, hasBegun }: Purchase) =>
  order === "confirmed" && attempts.some(({ sale }) => sale === "confirmed") && parts.every(({ kind, fulfilment }) => (kind === "visit" ? hasBegun : fulfilment === "shipped" || fulfilment === "delivered"));

// ── Refunds ─────────────────────────────────────────────────────────────────────────────────────────────

/** The intent is written before anybody is told (P3): from here on the gateway may have it. */
function sendRefund(state: Purchase, tables: Tables, at: number): void {
  const refund = state.attempts[at]?.refund;
  if (!refund) return;
  if (refund.mayBeOut) state.fault ??= "a refund the gateway may have was sent again";
  move(state, refund, "state", "unknown", tables.refundMoves);
  Object.assign(refund, { mayBeOut: true, hasNumber: true, isUnanswered: false } satisfies Partial<Refund>);
}

/** It was to be sent again, and that came to another day: its number names it no more, so that a person decides. */
function putOff(state: Purchase, tables: Tables, at: number): void {
  const refund = state.attempts[at]?.refund;
  if (!refund) return;
  move(state, refund, "state", "unknown", tables.refundMoves);
  refund.waitsFor ??= "no_answer";
}

/** A gateway that knows of none gets it once more; one that goes on saying so, or says so on another day, leaves it to a person. */
function hearOfRefund(state: Purchase, tables: Tables, at: number, news: RefundNews, often: "seldom" | "too often" = "seldom"): void {
  const attempt = state.attempts[at];
  if (!attempt?.refund) return;
  const { refund } = attempt;
  const next = tables.refundHears[refund.state][news];
  const isLate = often === "too often" || refund.isOver;
  const isStuck = isLate && (next === "requested" || (refund.state === "sent" && news === "absent"));
  if (next !== undefined && !isStuck) {
    move(state, refund, "state", next, tables.refundMoves);
    refund.waitsFor = next === "refused" ? "refused" : null;
    if (news === "absent" || news === "refused") refund.mayBeOut = false;
    if (!isOnItsWay(next)) refund.isOver = false;
    if (next === "refused" || next === "done") refund.hasNumber = false;
    if (next === "done") settle(state, attempt);
  }
  const isPersons = news === "silent" ? refund.isUnanswered : refund.isOver;
  if (isOnItsWay(refund.state) && (isStuck || isPersons)) refund.waitsFor ??= "no_answer";
  if (news !== "silent" && !refund.isOver) refund.isUnanswered = false; // once all is over, nothing but the end is looked at
}

const isOnItsWay = (state: RefundState) => state === "unknown" || state === "sent";

/** A person has looked: it was refused, or nobody can tell anything of it. */
const maySendAgain = (refund: Refund | null) => refund?.state === "refused" || (refund?.state === "unknown" && refund.waitsFor !== null);

function sendAgain(state: Purchase, tables: Tables, at: number): void {
  const refund = state.attempts[at]?.refund;
  if (!refund) return;
  move(state, refund, "state", "requested", tables.refundMoves);
  Object.assign(refund, { waitsFor: null, hasNumber: false, mayBeOut: false, isOver: false, isUnanswered: false } satisfies Partial<Refund>);
}

/** A person has given the money back by another way, where it waited for one. */
function giveBack(state: Purchase, tables: Tables, at: number): void {
  const attempt = state.attempts[at];
  if (!attempt?.refund) return;
  move(state, attempt.refund, "state", "done", tables.refundMoves);
  Object.assign(attempt.refund, { waitsFor: null, hasNumber: false, mayBeOut: false, isOver: false, isUnanswered: false } satisfies Partial<Refund>);
  settle(state, attempt);
}

function settle(state: Purchase, attempt: Attempt): void {
  if (attempt.isGivenBack) state.fault ??= "a payment was given back twice";
  attempt.isGivenBack = true;
}
