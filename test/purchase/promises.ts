// What must be true of a purchase in every state it can come to, of every step, and once nothing more is heard.
import { paymentReceived, refundDone, saleConfirmed, saleReversed, sumDong, type LedgerAccount, type MoneyPlace, type Posting, type SellerPart } from "@xudong/domain";
import { canHaveAll, type Attempt, type Purchase } from "./model.ts";

/** The sale that the model counts with: one seller, odd amounts, a commission that rounds. */
const parts: readonly SellerPart[] = [{ shopId: "shop", itemsDong: 100_003, deliveryDong: 30_000, commissionBasisPoints: 725 }];
const totalDong = 130_003;

/** Every posting of a purchase's movements, made by the functions that the market posts with. */
function postingsOf(state: Purchase): readonly Posting[] {
  const place: MoneyPlace = state.method === "cod" ? "courier" : "gateway";
  return state.attempts.flatMap((attempt) => [
    ...(attempt.isReceived ? paymentReceived(totalDong, place) : []),
    ...(attempt.sale !== "none" ? saleConfirmed(parts) : []),
    ...(attempt.sale === "reversed" ? saleReversed(parts) : []),
    ...(attempt.isGivenBack ? refundDone(totalDong, place) : []),
  ]);
}

const balance = (postings: readonly Posting[], ...accounts: readonly LedgerAccount[]) => sumDong(postings.filter(({ account }) => accounts.includes(account)).map(({ amountDong }) => amountDong));

const memory = new Map<string, string | undefined>();
/** The ledger's promises depend on the attempts' movements alone, of which there are few. */
function brokenBooks(state: Purchase): string | undefined {
  const key = `${state.method}${state.attempts.map(({ isReceived, sale, isGivenBack }) => ` ${isReceived} ${sale} ${isGivenBack}`).join()}`;
  if (!memory.has(key)) memory.set(key, readBooks(state));
  return memory.get(key);
}

function readBooks(state: Purchase): string | undefined {
  const postings = postingsOf(state);
  const there = balance(postings, "gateway", "courier");
  const owed = balance(postings, "unapplied", "seller_payable", "delivery", "commission", "commission_vat", "withheld_vat", "withheld_pit");
  const moved = state.attempts.filter(({ isReceived }) => isReceived).length - state.attempts.filter(({ isGivenBack }) => isGivenBack).length;
  if (there !== moved * totalDong) return "L3: received less refunded is not what stands at the gateway";
  if (there + owed !== 0) return "L1: the balances do not sum to zero";
  const unapplied = balance(postings, "unapplied");
  if (unapplied > 0) return "L3: more money was applied or given back than had come";
  const sales = state.attempts.filter(({ sale }) => sale === "confirmed").length;
  if (owed - unapplied !== -sales * totalDong) return "L3: sellers, carrier and market are not owed exactly the sales in force";
  return undefined;
}

const isSold = ({ order }: Purchase) => order === "confirmed" || order === "closed";
const hasSale = (state: Purchase, attempt: Attempt) => attempt.sale === "confirmed" && isSold(state);

/** What is wrong with a state, or undefined: the promises that hold at every moment. */
export function brokenPromise(state: Purchase): string | undefined {
  if (state.fault !== null) return `a move no table allows: ${state.fault}`;
  for (const part of state.parts) {
    if (part.isOthers && (part.claim === "held" || part.claim === "sold")) return `H1: the ${part.kind} is sold to others and ${part.claim} here`;
  }
  const claims = state.parts.map(({ claim }) => claim);
  const { attempts } = state;
  for (const [at, attempt] of attempts.entries()) {
    if (attempt.hasCome && !(attempt.state === "paid" && attempt.isReceived)) return `O1: money of attempt ${at + 1} came and is not recorded`;
    if (attempt.isReceived && !attempt.hasCome) return `L3: attempt ${at + 1} was booked and never came`;
    if (attempt.isReceived && attempt.state !== "paid") return `L3: attempt ${at + 1} was booked and is ${attempt.state}`;
    if (attempt.isReceived && hasSale(state, attempt) === (attempt.refund !== null)) return `O1: attempt ${at + 1} is paid and has ${attempt.refund === null ? "neither a sale nor a refund" : "a sale and a refund"}`;
    if (attempt.refund !== null && !attempt.isReceived) return `O1: attempt ${at + 1} is given back and was never received`;
    if (attempt.isGivenBack !== (attempt.refund?.state === "done")) return `L3: the books and the refund of attempt ${at + 1} differ`;
    if (attempt.state === "held" && attempt.waitsFor === null) return `O1: attempt ${at + 1} is under suspicion and nobody is asked to look`;
  }
  const books = brokenBooks(state);
  if (books !== undefined) return books;
  const sales = attempts.filter(({ sale }) => sale === "confirmed").length;
  if (sales > 1) return "L3: an order was sold twice";

  const isSuspected = attempts.some((attempt) => attempt.state === "held");
  if (state.order === "awaiting_payment") {
    if (isSuspected && state.lapse !== "none") return "O1: money is under suspicion and its units may lapse";
    if (!isSuspected && state.lapse === "none") return "H5: a hold has no end and nobody is to decide";
    if (state.hold !== "open" || sales > 0) return "an order awaits payment without an open hold, or is sold";
  }
  if (state.order === "lapsed" && (state.hold !== "lapsed" || claims.includes("held"))) return "H3: a lapsed order holds units";
  if ((state.order === "awaiting_payment" || state.order === "lapsed") && claims.includes("sold")) return "H3: an order that is not confirmed has sold units";
  if (isSold(state)) {
    if (state.hold !== "consumed" || claims.some((claim) => claim !== "sold")) return "H3: an order is confirmed without all of its units";
    if (state.method === "vnpay" ? sales !== 1 : sales === 0 && attempts.every((attempt) => attempt.state !== "opened")) return "O1: an order is confirmed and its money neither came nor is on its way";
    if (state.method === "vnpay" && state.parts.some((part) => part.kind === "visit" && part.ticket !== "issued")) return "a confirmed visit has no ticket";
  }
  if (state.order === "cancelled") {
    if (sales > 0) return "O1: a cancelled order has a sale";
    const hasLeft = state.parts.some(({ fulfilment }) => fulfilment === "returned" || fulfilment === "delivered");
    if (state.hold !== "released" || claims.includes("held") || (claims.includes("sold") && !hasLeft)) return "H1: a cancelled order keeps units";
    if (state.parts.some(({ ticket }) => ticket === "issued")) return "a cancelled order has a ticket that opens the gate";
  }
  return undefined;
}

/** What is wrong with a step, or undefined: the promises that compare before and after. */
export function brokenStep(before: Purchase, after: Purchase): string | undefined {
  if (before.order === "cancelled" && after.order !== "cancelled") return "O1: a cancelled order was revived";
  for (const [at, was] of before.attempts.entries()) {
    const is = after.attempts[at];
    if (is === undefined) return `P2: attempt ${at + 1} is gone`;
    if (was.isReceived && !is.isReceived) return `L2: the receipt of attempt ${at + 1} is gone`;
    if ((was.sale !== "none" && is.sale === "none") || (was.sale === "reversed" && is.sale !== "reversed")) return `L2: the sale of attempt ${at + 1} was rewritten`;
    if (was.isGivenBack && !is.isGivenBack) return `L2: the refund of attempt ${at + 1} was rewritten`;
    const isOpen = before.order === "awaiting_payment" || before.order === "lapsed";
    if (!was.isReceived && is.isReceived && isOpen && canHaveAll(before) && after.order !== "confirmed") return "H3: money came, every unit could be had, and the order was not confirmed";
  }
  return undefined;
}

/** True where all money that came has found its end: a sale in force, or back with the buyer (O1). */
export const isSettled = (state: Purchase): boolean => state.attempts.every((attempt) => !attempt.hasCome || hasSale(state, attempt) || attempt.refund?.state === "done");

/** What is left undone in a state in which nothing happens by itself any more; undefined where all is settled or waits for a person, who is told why. */
export function brokenRest(state: Purchase): string | undefined {
  for (const [at, attempt] of state.attempts.entries()) {
    if (attempt.hasCome && !hasSale(state, attempt) && attempt.refund?.state !== "done" && (attempt.refund?.waitsFor ?? null) === null) return `O1: attempt ${at + 1} is paid, and nothing and nobody will give the buyer a sale or the money back`;
    const isOpen = attempt.state === "opened" || attempt.state === "unknown";
    if (state.method === "vnpay" && isOpen && attempt.waitsFor === null) return `P4: attempt ${at + 1} is ${attempt.state} and nobody is asked to look`;
  }
  if (state.order === "awaiting_payment" && state.lapse !== "none") return "H3: an order awaits payment for ever";
  return undefined;
}
