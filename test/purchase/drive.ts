/**
 * The model's events done to a real market, one purchase after the other, each on pools of its own. After each event
 * the database must say what the model says, and no row may look as none ever should.
 */
import { createHmac } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import { dayOf, DomainError, guest, minutes, days, refundDone, attemptNews, refundNews, systemActor, type AttemptNews, type RefundNews, type RefundState, type SellerPart } from "@xudong/domain";
import type { Store } from "@xudong/database";
import { cancelOrder, confirmOrder, createCart, lapseOrder, placeOrder, setCartLine } from "@xudong/checkout";
import { inspectMarket, type CartRef, type Decision } from "@xudong/market";
import { aBuyer, aKey, anAttempt, aNotice } from "@xudong/market/testing";
import { beginRefundStep, hearOfRefund } from "@xudong/payments";
import { postMovement } from "@xudong/settlement";
import { begin, eventsOf, keyOf, realTables, set, step, type EventName, type Event, type Purchase, type Refund, type Scenario } from "./model.ts";
import { aStage, beginsAt, commissionBasisPoints, deliveryDong, desk, type Goods, type Stage, type Visit, visitLasts } from "./stage.ts";
import { differences, rowsOf, wordsOf, type Found } from "./rows.ts";

/** One purchase being played, the market's and the model's. */
type Play = {
  readonly stage: Stage;
  readonly scenario: Scenario;
  readonly events: ReadonlyMap<EventName, Event>;
  readonly cart: CartRef;
  readonly order: { code: string; key: string };
  readonly orderId: string;
  readonly parts: readonly { kind: "parcel" | "visit"; thing: Goods | Visit }[];
  readonly attempts: { id: string; gatewayRef: string; amount: string }[];
  readonly others: Map<number, string>;
  model: Purchase;
  found: Found;
  /** What has been done, and what each came to. */
  readonly story: string[];
};

/** A purchase in which the database and the model differ, or a promise is broken. */
export class Differs extends Error {
  readonly events: readonly EventName[];
  constructor(events: readonly EventName[], message: string) {
    super(message);
    this.events = events;
  }
}

const partOf = ({ parts }: Scenario): SellerPart => ({
  shopId: "shop",
  itemsDong: (parts.includes("parcel") ? 100_003 : 0) + (parts.includes("visit") ? 150_007 : 0),
  deliveryDong: parts.includes("parcel") ? deliveryDong : 0,
  commissionBasisPoints,
});

const actor = systemActor("test");
const occasionOf = ({ clock }: Stage) => ({ actor, now: clock.now() });

async function start(stage: Stage, scenario: Scenario): Promise<Play> {
  const { market, store, clock } = stage;
  clock.set(beginsAt);
  const parts: Play["parts"] = await Promise.all(scenario.parts.map(async (kind) => ({ kind, thing: kind === "parcel" ? await stage.goods() : await stage.visit() })));
  const cart = await cartOf(stage, parts.map(({ thing }) => thing));
  const order = await market.placeOrder(cart, aBuyer({ payment: { method: scenario.method } }), aKey());
  const { orders, attempts } = store.read.t;
  const [row] = await store.read.select({ id: orders.id }).from(orders).where(eq(orders.code, order.code));
  const orderId = row?.id ?? "";
  const opened: Play["attempts"] = [];
  if (scenario.method === "vnpay") {
    const attempt = await anAttempt(market, order);
    opened.push({ ...attempt, id: attempt.attempt });
  } else {
    const [cash] = await store.read.select({ id: attempts.id, gatewayRef: attempts.gatewayRef }).from(attempts).where(eq(attempts.reference, orderId));
    opened.push({ id: cash?.id ?? "", gatewayRef: cash?.gatewayRef ?? "", amount: "" });
  }
  const events = new Map(eventsOf(scenario).map((event) => [event.name, event]));
  const play: Play = { stage, scenario, events, cart, order, orderId, parts, attempts: opened, others: new Map(), model: begin(scenario), found: { words: {}, wrong: [], moments: { lapsesAt: null, attempts: [], refunds: [], fulfilments: [] } }, story: [] };
  await look(play);
  compare(play, "placed");
  return play;
}

function cartOf({ store, clock }: Stage, things: readonly (Goods | Visit)[]): Promise<CartRef> {
  return store.write(async (tx) => {
    const cart = await createCart(tx, clock.now());
    for (const thing of things) await setCartLine(tx, cart.id, { variantId: thing.variantId, quantity: 1, ...("slotId" in thing ? { slotId: thing.slotId } : {}) }, clock.now());
    return cart;
  });
}

// ── The market's side of each event ─────────────────────────────────────────────────────────────────────

const noticeCodes: Readonly<Record<string, readonly [responseCode: string, status: string]>> = {
  paid: ["00", "00"], declined: ["24", "02"], held: ["07", "07"], unfinished: ["00", "01"], silent: ["00", "02"],
};

const decisionsByName: Readonly<Record<string, Decision>> = { "decided paid": "paid", "decided not paid": "not_paid", "looked at": "looked_at" };

/** What is done to the market for an event; undefined where it has no meaning yet, such as news of a refund nobody asked for. */
type Deed = () => Promise<unknown>;

function deedOf(play: Play, name: EventName): Deed | undefined {
  const { stage, attempts, order, orderId, model } = play;
  const { market, store, clock } = stage;
  const words = name.split(" ");
  const [first = "", second = "", ...rest] = words;

  if (first === "house:") return houseDeed(play, heardBy(name));
  if (/^[12]$/.test(first)) return attemptDeed(play, Number(first) - 1, [second, ...rest].join(" "));
  if (first === "refund") return refundDeed(play, Number(second) - 1, rest.join(" "));
  if (first === "others") {
    const at = play.parts.findIndex(({ kind }) => words.includes(kind));
    const part = play.parts[at];
    const other = play.others.get(at);
    if (part === undefined) return undefined;
    if (second === "buy") return async () => play.others.set(at, await othersBuy(stage, part.thing));
    if (other === undefined || model.parts[at]?.isOthers !== true) return undefined;
    return () => store.write((tx) => cancelOrder(tx, other, "buyer", occasionOf(stage)));
  }
  switch (name) {
    case "pay again":
      if (attempts.length === play.scenario.attempts) return undefined;
      return async () => {
        const attempt = await anAttempt(market, order);
        attempts.push({ ...attempt, id: attempt.attempt });
      };
    case "time passes":
      return async () => clock.set(new Date(Math.max(clock.now().getTime() + minutes(1), play.found.moments.lapsesAt?.getTime() ?? 0)));
    case untilNextQuestion: {
      const due = [...play.found.moments.attempts, ...play.found.moments.refunds].flatMap(({ askAt }) => (askAt !== null && askAt > clock.now() ? [askAt.getTime()] : []));
      return due.length === 0 ? undefined : async () => clock.set(new Date(Math.min(...due)));
    }
    case aDay:
      return async () => clock.move(days(1));
    case "a month passes":
      return async () => clock.move(days(31));
    case "sweep":
      return () => store.write((tx) => lapseOrder(tx, orderId, occasionOf(stage)));
    case "visit begins":
      return async () => clock.set(new Date(Math.max(clock.now().getTime(), ...play.parts.map(({ thing }) => ("startsAt" in thing ? thing.startsAt.getTime() : 0)))));
    case "visit ends":
      return async () => clock.set(new Date(Math.max(clock.now().getTime(), ...play.parts.map(({ thing }) => ("startsAt" in thing ? thing.startsAt.getTime() + visitLasts : 0)))));
    case "slot cancelled":
      return () =>
        store.write(async (tx) => {
          const slotIds = play.parts.flatMap(({ thing }) => ("slotId" in thing ? [thing.slotId] : []));
          await tx.update(tx.t.slots).set({ state: "cancelled" }).where(inArray(tx.t.slots.id, slotIds));
        });
    case "parcel sent":
      return async () => {
        for (const { id, kind } of play.found.moments.fulfilments) if (kind === "parcel") await market.dispatchParcel(id, desk);
      };
    case "buyer cancels":
      // The one shows the order to its buyer, the other does not: the write is the same.
      return () => (play.story.length % 2 === 0 ? market.cancelOrder(order) : market.cancelAnyOrder(order.code, desk));
    default:
      return undefined; // nobody has built a verb for it yet
  }
}

function attemptDeed(play: Play, at: number, news: string): Deed | undefined {
  const { stage: { market }, order, model, scenario } = play;
  const attempt = play.attempts[at];
  const known = model.attempts[at];
  if (attempt === undefined || known === undefined) return undefined;
  if (scenario.method === "cod") return () => market.decide(order.code, { decision: news === "paid" ? "paid" : "not_paid", reference: "GHN 0071" }, desk);
  if (news === "wrong amount") return () => market.receiveNotice(aNotice({ ...attempt, amount: "100" }));
  const decision = decisionsByName[news];
  if (decision !== undefined) return () => market.decide(order.code, { decision, reference: "14226112", gatewayRef: attempt.gatewayRef }, desk);
  const codes = noticeCodes[news];
  // Only a question can end the asking, and only an answer can say that there is no such payment: the house asks for itself.
  if (codes === undefined || (known.isOver && (news === "silent" || news === "unfinished"))) return undefined;
  const [responseCode, status] = codes;
  return async () => {
    // Each a word of its own: the very same notice again is a repetition, whatever has happened since.
    const said = { vnp_ResponseCode: responseCode, vnp_TransactionStatus: status, vnp_PayDate: String(20261123000000 + play.story.length) };
    const answer = await market.receiveNotice(aNotice(attempt, said));
    // What ends nothing is to be called again (99); every result is recorded, or was before.
    const isResult = news !== "unfinished" && news !== "silent";
    if (isResult && answer.RspCode !== "00" && answer.RspCode !== "02") throw new Error(`The notice was answered ${answer.RspCode}`);
  };
}

function refundDeed(play: Play, at: number, what: string): Deed | undefined {
  const { stage, order, model, orderId } = play;
  const attempt = play.attempts[at];
  const known = model.attempts[at]?.refund;
  const refund = play.found.moments.refunds.find(({ attemptId }) => attemptId === attempt?.id);
  if (!known || refund === undefined || attempt === undefined) return undefined;
  if (what === "given back by hand") return () => stage.market.decide(order.code, { decision: "refunded", reference: "UNC 12", gatewayRef: attempt.gatewayRef }, desk);
  if (what === "sent again by a person") return () => stage.market.decide(order.code, { decision: "refund_again", reference: "14226112", gatewayRef: attempt.gatewayRef }, desk);
  if (what === "sent" || what === "put off") return known.state !== "requested" || isStale(known, refund, stage.clock.now()) !== (what === "put off") ? undefined : () => stage.store.write((tx) => beginRefundStep(tx, refund.id, occasionOf(stage)));
  if (what === "unanswered for a day") return undefined; // the clock and the questions that were put say so
  const news = what === "absent too often" ? "absent" : (what as RefundNews);
  // Whether it may be sent again is the market's to count; the event that does not fit is left out.
  if (news === "absent" && isLate(known.state, refund, stage.clock.now()) !== (what === "absent too often")) return undefined;
  return () =>
    stage.store.write(async (tx) => {
      // Whoever takes a refund on gives it a number.
      const transactionNo = news === "accepted" ? refundNumber : null;
      const next = await hearOfRefund(tx, refund.id, { news, responseCode: null, transactionNo, fields: {} }, occasionOf(stage));
      if (next !== "done") return;
      const { itemsDong, deliveryDong: fee } = partOf(play.scenario);
      await postMovement(tx, { kind: "refund_done", reference: orderId, cause: refund.id, postings: refundDone(itemsDong + fee) }, stage.clock.now());
    });
}

type KeptRefund = Found["moments"]["refunds"][number];
const isToday = ({ sentAt }: KeptRefund, now: Date) => sentAt !== null && dayOf(sentAt) === dayOf(now);

/** It would be sent under a number that names it no more. */
const isStale = (known: Refund, kept: KeptRefund, now: Date) => known.hasNumber && !isToday(kept, now);

/** That the gateway knows of none is no reason to send it again any more. */
function isLate(state: RefundState, kept: KeptRefund, now: Date): boolean {
  if (state === "unknown") return kept.tries >= 3 || !isToday(kept, now);
  return state === "sent" && kept.sentAt !== null && kept.sentAt.getTime() + days(1) <= now.getTime();
}

/** Somebody else places an order for the same units and gets it confirmed. */
async function othersBuy(stage: Stage, thing: Goods | Visit): Promise<string> {
  const cart = await cartOf(stage, [thing]);
  return stage.store.write(async (tx) => {
    const buyer = aBuyer({ contact: { name: "Người khác", phone: "0987654321" } });
    const request = { cartId: cart.id, buyer, locale: "vi" as const, paymentMethod: "vnpay", placedFrom: "203.0.113.8", commissionBasisPoints, keySecretId: "none", largestTotalDong: 1_000_000, hasCaps: false };
    const { id } = await placeOrder(tx, request, { actor: guest, now: stage.clock.now() });
    const { isConfirmed } = await confirmOrder(tx, id, stage.signer, { actor: guest, now: stage.clock.now() });
    if (!isConfirmed) throw new Error("Somebody else's order lost the units it had just taken");
    return id;
  });
}

// ── One event, on both sides ────────────────────────────────────────────────────────────────────────────

/** Does an event to the market and to the model, and compares. An event without a meaning here is left out. */
async function happen(play: Play, name: EventName): Promise<"changed" | "unchanged" | "left out"> {
  const { stage } = play;
  const deed = deedOf(play, name);
  if (deed === undefined) return "left out";
  const event = play.events.get(name);
  let refused = "";
  const before = keyOf(play.model);
  const heldUntil = play.found.moments.lapsesAt;
  const wasOver = isPastAt(heldUntil, stage.clock.now());
  const predicted = name.startsWith("house:") ? houseWorks(play, heardBy(name)) : event === undefined ? play.model : step(play.model, event, realTables);
  try {
    await deed();
  } catch (error) {
    // A refusal leaves everything as it was: that the model says so too is seen in what follows.
    if (!(error instanceof DomainError)) {
      play.story.push(name);
      const logged = stage.faults.splice(0).map((fault) => (fault instanceof Error ? `${fault.stack} ${String(fault.cause ?? "")}` : String(fault)));
      throw differs(play, name, [`${String(error)}`, ...logged]);
    }
    refused = `, refused: ${error.code}`;
  }
  play.story.push(`${name}${refused}`);
  await look(play);
  play.model = tellTime(predicted, play, !wasOver && isPastAt(heldUntil, stage.clock.now()));
  compare(play, name);
  return keyOf(play.model) === before ? "unchanged" : "changed";
}

const isPastAt = (at: Date | null | undefined, now: Date, after = 0) => at !== null && at !== undefined && at.getTime() + after <= now.getTime();

/** So many questions are put before a person is called. */
const fewestQuestions = 3;
/** A day has passed, and so many questions in a row went without an answer. */
const isUnanswered = (kept: KeptRefund | undefined, now: Date, more = 0) => isPastAt(kept?.sentAt, now, days(1)) && (kept?.asked ?? 0) + more >= fewestQuestions;

/** The model knows hours only as before and after: the clock and the moments that were kept say which. */
function tellTime(model: Purchase, { parts, found: { moments }, stage: { clock } }: Play, hasHoldRunOut: boolean): Purchase {
  const now = clock.now();
  return {
    ...model,
    hasBegun: parts.some(({ thing }) => "startsAt" in thing && thing.startsAt <= now),
    hasEnded: parts.some(({ thing }) => "startsAt" in thing && isPastAt(thing.startsAt, now, visitLasts)),
    lapse: model.lapse === "ahead" && hasHoldRunOut ? "past" : model.lapse,
    attempts: model.attempts.map((attempt, at) => {
      const kept = moments.attempts[at];
      const refund = moments.refunds.find(({ attemptId }) => attemptId === kept?.id);
      const isAsked = attempt.state === "opened" || attempt.state === "unknown";
      const isOnItsWay = attempt.refund?.state === "unknown" || attempt.refund?.state === "sent";
      const isOver = isAsked && isPastAt(kept?.expiresAt, now, days(1)) && (kept?.asked ?? 0) + 1 >= fewestQuestions;
      return { ...attempt, isOver, refund: attempt.refund && { ...attempt.refund, isOver: isOnItsWay && isPastAt(refund?.sentAt, now, days(30)), isUnanswered: isOnItsWay && isUnanswered(refund, now) } };
    }),
  };
}

// ── The house by itself ─────────────────────────────────────────────────────────────────────────────────

/** Time passes until something is to be asked about. */
export const untilNextQuestion = "until the next question";

const aDay = "a day passes";

/** What the gateway tells of each attempt and of every refund, while the market does all that is due. */
type Hears = { attempts: readonly AttemptNews[]; refunds: RefundNews };
/** "house: absent silent done": absent of the first attempt, silent of the second, done of refunds. */
const heardBy = (name: EventName): Hears => {
  const [, first, second, refunds] = name.split(" ");
  return { attempts: [first as AttemptNews, second as AttemptNews], refunds: refunds as RefundNews };
};

const queryStatus: Readonly<Record<string, string>> = { paid: "00", unfinished: "01", declined: "02", held: "07" };
const refundNumber = "99887766";
const refundStatus: Readonly<Record<string, string>> = { done: "00", accepted: "05", refused: "09" };
const signedOrder = "ResponseId Command ResponseCode Message TmnCode TxnRef Amount BankCode PayDate TransactionNo TransactionType TransactionStatus OrderInfo";

function houseDeed(play: Play, hears: Hears): Deed | undefined {
  const { stage, attempts, model } = play;
  const silence = () => Promise.reject(new Error("The gateway is silent"));
  const answer: typeof fetch = async (_url, init) => {
    const asked = JSON.parse(String(init?.body)) as Record<string, string>;
    const at = attempts.findIndex(({ gatewayRef }) => gatewayRef === asked["vnp_TxnRef"]);
    const command = asked["vnp_Command"] ?? "";
    const isOpen = ["opened", "unknown"].includes(model.attempts[at]?.state ?? "");
    const news = command === "querydr" && isOpen ? (hears.attempts[at] ?? "silent") : hears.refunds;
    if (news === "silent" || (command === "refund" && news === "absent")) return silence();
    const told: Record<string, string> = { ResponseId: "1", Command: command, ResponseCode: "00", Message: "ok", TmnCode: asked["vnp_TmnCode"] ?? "", TxnRef: asked["vnp_TxnRef"] ?? "", Amount: attempts[at]?.amount ?? "" };
    if (news === "absent") told["ResponseCode"] = "91";
    else if (command === "refund" && news === "refused") told["ResponseCode"] = "95";
    else if (command === "querydr" && isOpen) Object.assign(told, { TransactionType: "01", TransactionStatus: queryStatus[news], TransactionNo: "14226112" });
    else Object.assign(told, { TransactionType: "02", TransactionStatus: refundStatus[news], TransactionNo: refundNumber });
    const text = `${signedOrder}${command === "querydr" ? " PromotionCode PromotionAmount" : ""}`.split(" ").map((name) => told[name] ?? "").join("|");
    told["SecureHash"] = createHmac("sha512", "test-hash-secret").update(text).digest("hex");
    return new Response(JSON.stringify(Object.fromEntries(Object.entries(told).map(([name, value]) => [`vnp_${name}`, value]))));
  };
  return async () => {
    stage.gateway.answer = answer;
    const faults = (await stage.market.jobs.runDue()).flatMap(({ fault }) => (fault === undefined ? [] : [fault]));
    stage.gateway.answer = silence;
    if (faults.length > 0) throw new AggregateError(faults, String(faults[0]));
  };
}

/** What the house makes of it, from the model: it lets lapse, asks about what is due, sends what is to go back and asks about what was sent. */
function houseWorks({ model: before, events, found: { moments }, attempts, stage: { clock } }: Play, hears: Hears): Purchase {
  const now = clock.now();
  const isDue = (askAt: Date | null | undefined) => askAt !== null && askAt !== undefined && askAt <= now;
  let model = before;
  const happens = (name: EventName) => {
    const event = events.get(name);
    if (event !== undefined) model = step(model, event, realTables);
  };
  happens("sweep");
  attempts.forEach((_, at) => {
    const state = model.attempts[at]?.state;
    if ((state === "opened" || state === "unknown") && isDue(moments.attempts[at]?.askAt)) happens(`${at + 1} ${hears.attempts[at]}`);
  });
  attempts.forEach(({ id }, at) => {
    const kept = moments.refunds.find(({ attemptId }) => attemptId === id);
    const state = () => model.attempts[at]?.refund?.state;
    const refund = model.attempts[at]?.refund;
    const isPutOff = kept !== undefined && refund?.state === "requested" && isStale(refund, kept, now);
    if (isPutOff) {
      happens(`refund ${at + 1} put off`);
      set(model.attempts[at]?.refund, "isOver", isPastAt(kept.sentAt, now, days(30)));
    }
    const is = state();
    if (kept !== undefined && (is === "unknown" || is === "sent") && isDue(kept.askAt)) {
      // Where it knows the number of the refund, "knows of none" is no answer to that.
      set(model.attempts[at]?.refund, "isUnanswered", isUnanswered(kept, now, 1));
      const absent = is === "sent" ? "silent" : isLate(is, kept, now) ? "absent too often" : "absent";
      happens(`refund ${at + 1} ${hears.refunds === "absent" ? absent : hears.refunds}`);
    }
    if (state() === "requested" && model.method === "vnpay") {
      happens(`refund ${at + 1} sent`);
      happens(`refund ${at + 1} ${hears.refunds === "absent" ? "silent" : hears.refunds}`);
    }
  });
  return model;
}

async function look(play: Play): Promise<void> {
  const { stage, orderId, parts, attempts, others } = play;
  const poolIds = parts.map(({ kind, thing }) => ({ kind, id: thing.poolId }));
  play.found = await rowsOf(stage.store, { orderId, poolIds, attemptIds: attempts.map(({ id }) => id), otherIds: [...others.values()], now: stage.clock.now() });
}

function compare(play: Play, after: string): void {
  const { scenario } = play;
  const wrong = [...play.found.wrong, ...differences(play.found.words, wordsOf(play.model, partOf(scenario)))];
  if (wrong.length > 0) throw differs(play, after, wrong);
}

function differs(play: Play, after: string, wrong: readonly string[]): Differs {
  const { scenario } = play;
  const told = [
    `After "${after}" (${scenario.method}, ${scenario.parts.join(" and ")}, order ${play.order.code}):`,
    ...wrong.map((line) => `  ✗ ${line}`),
    "The story:",
    ...play.story.map((line, at) => `  ${at + 1}. ${line}`),
    "The database:",
    ...Object.entries(play.found.words).map(([key, value]) => `  ${key}: ${value}`),
    `The model: ${JSON.stringify(play.model)}`,
  ];
  return new Differs(play.story.map((line) => line.replace(/, refused: .*/, "")), told.join("\n"));
}

/** Lets nobody look after a purchase any more that has been played: the next one has the market to itself. */
async function putAway({ stage: { store }, orderId, attempts: opened }: Play): Promise<void> {
  await store.write(async (tx) => {
    const { attempts, refunds, holds } = tx.t;
    await tx.update(attempts).set({ askAt: null, waitsFor: null }).where(eq(attempts.reference, orderId));
    await tx.update(refunds).set({ askAt: null, waitsFor: null }).where(inArray(refunds.attemptId, opened.map(({ id }) => id)));
    await tx.update(holds).set({ lapsesAt: null }).where(eq(holds.orderId, orderId));
  });
}

// ── Many purchases ──────────────────────────────────────────────────────────────────────────────────────

export const scenarios: Readonly<Record<"parcel" | "visit" | "both" | "cash", Omit<Scenario, "attempts">>> = {
  parcel: { method: "vnpay", parts: ["parcel"] },
  visit: { method: "vnpay", parts: ["visit"] },
  both: { method: "vnpay", parts: ["parcel", "visit"] },
  cash: { method: "cod", parts: ["parcel"] },
};

const stages = new WeakMap<Store, Promise<Stage>>();
/** One market per store, however many batches are played on it. */
function stageOf(store: Store): Promise<Stage> {
  const known = stages.get(store) ?? aStage(store);
  stages.set(store, known);
  return known;
}

/** Everything in the database at once; after many purchases, because it reads them all. */
async function inspect(store: Store): Promise<void> {
  const faults = (await inspectMarket(store)).filter(({ ok }) => !ok);
  if (faults.length > 0) throw new Error(`The market's own inspection finds: ${faults.map(({ name, detail }) => `${name}: ${detail}`).join("; ")}`);
}

/** Plays the events given, in that order, and puts the purchase away. */
async function playAll(stage: Stage, scenario: Scenario, names: Iterable<EventName>): Promise<Play> {
  const play = await start(stage, scenario);
  try {
    for (const name of names) await happen(play, name);
  } finally {
    await putAway(play);
  }
  return play;
}

/** Plays one story, told by the names of its events. @throws Differs with both sides' states */
export async function playStory(store: Store, scenario: Scenario, names: readonly EventName[]): Promise<void> {
  await playAll(await stageOf(store), scenario, names);
}

/** Leaves out one event after the other while the story still fails, so that a person can read what is left. */
async function shrink(stage: Stage, scenario: Scenario, failed: Differs): Promise<Differs> {
  let shortest = failed;
  for (let at = 0; at < shortest.events.length; ) {
    const without = shortest.events.filter((_, other) => other !== at);
    try {
      await playAll(stage, scenario, without);
      at += 1;
    } catch (error) {
      if (!(error instanceof Differs)) throw error;
      shortest = error;
      at = 0;
    }
  }
  return shortest;
}

/** Chance that is the same for the same seed. */
function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The house does what is due, or time passes until something is. */
function houseEvent({ found: { moments }, model, stage: { clock } }: Play, chance: () => number): EventName {
  const pick = <T>(things: readonly T[]): T => things[Math.floor(chance() * things.length)] as T;
  const [first, second, refunds] = [pick(attemptNews), pick(attemptNews), pick(refundNews)];
  const due = moments.attempts.filter(({ askAt }, at) => askAt !== null && askAt <= clock.now() && ["opened", "unknown"].includes(model.attempts[at]?.state ?? ""));
  if (due.length === 0 && chance() < 0.5) return chance() < 0.7 ? untilNextQuestion : aDay;
  // Two answers at once come in either order: only one of them means anything.
  return `house: ${first} ${due.length > 1 ? "silent" : second} ${refunds}`;
}

export type Played = { readonly purchases: number; readonly events: number };

/**
 * Plays one purchase per seed, from `seed` on: a sequence of 5 to 12 events, mostly such as change something.
 *
 * @throws Error with the seed, the shortest story that still fails, and both sides' states
 */
export async function runSequences({ store, seed, count, attempts }: { store: Store; seed: number; count: number; attempts: 1 | 2 }): Promise<Played> {
  const stage = await stageOf(store);
  let events = 0;
  for (let own = seed; own < seed + count; own++) {
    const chance = chanceOf(own);
    const pick = <T>(things: readonly T[]): T | undefined => things[Math.floor(chance() * things.length)];
    const kind = pick(["parcel", "visit", "both", "both", "visit", "cash"] as const) ?? "both";
    const scenario: Scenario = { ...scenarios[kind], attempts };
    const length = 5 + Math.floor(chance() * 8);
    let begun: Play | undefined;
    try {
      const play = await start(stage, scenario);
      begun = play;
      for (let at = 0; at < length; at++) {
        const all = [...play.events.values()];
        const key = keyOf(play.model);
        const telling = all.filter((event) => keyOf(step(play.model, event)) !== key && deedOf(play, event.name) !== undefined);
        const name = chance() < 0.15 ? houseEvent(play, chance) : (telling.length > 0 && chance() < 0.75 ? pick(telling) : pick(all))?.name;
        if (name !== undefined && (await happen(play, name)) !== "left out") events += 1;
      }
      await putAway(play);
    } catch (error) {
      if (begun !== undefined) await putAway(begun);
      if (!(error instanceof Differs)) throw new Error(`XUDONG_SEED=${own} (${attempts} attempts): ${String(error)}`, { cause: error });
      const shortest = await shrink(stage, scenario, error);
      throw new Error(`XUDONG_SEED=${own} (${attempts} attempts) fails.\n${shortest.message}\nAs it was played first: ${error.events.join(", ")}`, { cause: shortest });
    }
  }
  await inspect(store);
  return { purchases: count, events };
}

/** What is permuted: everything that tells of money, units and time. The house's own work and a refund's life after it was asked for are in the sequences. */
const permuted: readonly { scenario: Scenario; events: RegExp }[] = [
  { scenario: { ...scenarios.both, attempts: 1 }, events: /^(1 (paid|declined|held|silent|wrong amount)|time passes|sweep|others buy|slot|visit begins|buyer cancels|parcel sent)/ },
  { scenario: { ...scenarios.visit, attempts: 2 }, events: /^([12] (paid|declined|held)|pay again|time passes|sweep|others buy|visit begins|buyer cancels)/ },
  { scenario: { ...scenarios.cash, attempts: 1 }, events: /^(1 |others|buyer|parcel|refund)/ },
];

/**
 * Plays every permutation of different events up to a length. An event that changes nothing, in the model and then in
 * the database, need not be followed up: what comes after it is the shorter story. So each story is played in which
 * every event changes something, and at its end every event that should change nothing is tried, one after the other.
 *
 * @throws Error with the story and both sides' states
 */
export async function runPermutations({ store, length }: { store: Store; length: number }): Promise<Played & { permutations: number }> {
  const stage = await stageOf(store);
  const played = { purchases: 0, events: 0, permutations: 0 };
  for (const { scenario, events } of permuted) {
    const all = eventsOf(scenario).filter(({ name }) => events.test(name));
    const goOn = async (story: readonly Event[], model: Purchase): Promise<void> => {
      const rest = all.filter((event) => !story.includes(event));
      const after = new Map(rest.map((event) => [event, step(model, event)]));
      const telling = story.length === length ? [] : rest.filter((event) => keyOf(after.get(event) ?? model) !== keyOf(model));
      const idle = story.length === length ? [] : rest.filter((event) => !telling.includes(event));
      const names = [...story, ...idle].map(({ name }) => name);
      try {
        await playAll(stage, scenario, names);
      } catch (error) {
        if (!(error instanceof Differs)) throw error;
        throw new Error(`A permutation fails.\n${(await shrink(stage, scenario, error)).message}`, { cause: error });
      }
      played.purchases += 1;
      played.events += names.length;
      for (const event of telling) await goOn([...story, event], after.get(event) ?? model);
    };
    await goOn([], begin(scenario));
    for (let taken = 1, ways = 1; taken <= length; taken++) played.permutations += ways *= all.length - taken + 1;
  }
  await inspect(store);
  return played;
}
