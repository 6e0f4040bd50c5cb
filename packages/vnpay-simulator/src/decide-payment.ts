import { toStamp } from "./clock.ts";
import { callsOfAResult } from "./courier.ts";
import type { Gateway } from "./gateway.ts";
import { knobsFor, type Knobs } from "./knobs.ts";
import { outcomes, type OutcomeName, type Review, reviews } from "./outcomes.ts";
import { type Payment, paymentWithToken, requiredPayment } from "./payment.ts";
import { type Pair, signQuery } from "./signature.ts";
import type { Terminal } from "./terminal.ts";

/** Long enough for a browser to arrive before the notice that was told to come second. */
const afterReturnMs = 2000;

/**
 * Ends a payment: the outcome and its notices become rows in one transaction, then the notices go out.
 *
 * Resolves when the calls that must precede the customer's return are answered. A payment that is
 * already decided keeps its first outcome, and nothing is sent again: buttons are pressed twice.
 */
export async function decidePayment(gateway: Gateway, payment: Payment, outcome: OutcomeName, knobs = knobsFor(gateway.books, payment.txnRef)): Promise<Payment> {
  await recordAndTell(gateway, payment, knobs, outcome, () => recordOutcome(gateway, payment, outcome));
  return requiredPayment(paymentWithToken(gateway, payment.token));
}

/** VNPAY's review of a suspicious payment has come to its end: the merchant is told anew, as the knobs say. Any other payment stays as it is. */
export async function reviewPayment(gateway: Gateway, payment: Payment, review: Review): Promise<Payment> {
  await recordAndTell(gateway, payment, knobsFor(gateway.books, payment.txnRef), `review ${review}`, () => recordReview(gateway, payment, review));
  return requiredPayment(paymentWithToken(gateway, payment.token));
}

async function recordAndTell(gateway: Gateway, payment: Payment, knobs: Knobs, what: string, record: () => boolean): Promise<void> {
  const { books, courier, log } = gateway;
  const noticeIds = books.together(() => {
    if (!record()) return null;
    return scheduleNotices(gateway, requiredPayment(paymentWithToken(gateway, payment.token)), knobs);
  });
  if (noticeIds === null) return;
  log(`Payment ${payment.txnRef}: ${what}`);
  await sendNow(gateway, noticeIds, knobs);
  courier.sendDue();
}

function recordOutcome({ books, clock }: Gateway, payment: Payment, outcome: OutcomeName): boolean {
  const { responseCode, transactionStatus, reachedBank, debited } = outcomes[outcome];
  const transactionNo = reachedBank ? books.nextTransactionNo() : "0";
  const way = usualWay(payment, reachedBank);
  const { changes } = books.run(
    `update payments set outcome = ?, responseCode = ?, transactionStatus = ?, transactionNo = ?, bankTranNo = ?,
       payDate = ?, decidedAt = ?, bankCode = coalesce(bankCode, ?), cardType = coalesce(cardType, ?)
     where id = ? and outcome is null`,
    outcome, responseCode, transactionStatus, transactionNo, debited ? `VNP${transactionNo}` : null,
    toStamp(clock.now()), clock.now(), way.bankCode, way.cardType, payment.id,
  );
  return changes === 1;
}

/** The customer paid when they paid, so numbers and PayDate stay. A notice of 07 that is still to be repeated would be a lie by now. */
function recordReview({ books }: Gateway, payment: Payment, review: Review): boolean {
  const outcome = reviews[review];
  const { responseCode, transactionStatus } = outcomes[outcome];
  const { changes } = books.run(
    "update payments set outcome = ?, responseCode = ?, transactionStatus = ? where id = ? and outcome = 'suspicious'",
    outcome, responseCode, transactionStatus, payment.id,
  );
  if (changes === 1) books.run("update notices set state = 'given_up' where paymentId = ? and kind = 'result' and state = 'waiting'", payment.id);
  return changes === 1;
}

/** Bank and card type for a payment decided before the customer chose any: the ones a test most often expects. */
function usualWay({ fixedBankCode }: Payment, reachedBank: boolean): { bankCode: string; cardType: string } {
  if (!reachedBank && (fixedBankCode === null || isMethod(fixedBankCode))) return { bankCode: "VNPAY", cardType: "QRCODE" };
  if (fixedBankCode === "VNPAYQR") return { bankCode: "NCB", cardType: "QRCODE" };
  if (fixedBankCode === "INTCARD") return { bankCode: "VISA", cardType: "VISA" };
  if (fixedBankCode === null || fixedBankCode === "VNBANK") return { bankCode: "NCB", cardType: "ATM" };
  return { bankCode: fixedBankCode, cardType: "ATM" };
}

export const isMethod = (bankCode: string | null): boolean =>
  bankCode === "VNPAYQR" || bankCode === "VNBANK" || bankCode === "INTCARD";

function scheduleNotices({ clock, courier, terminals }: Gateway, payment: Payment, knobs: Knobs): number[] {
  const terminal = terminals.get(payment.tmnCode);
  if (terminal === undefined || knobs.ipn === "never") return [];
  const at = (delayMs: number): number => courier.schedule({
    paymentId: payment.id, tmnCode: payment.tmnCode, kind: "result",
    query: signQuery(resultPairs(payment), terminal.secret), dueAt: clock.now() + delayMs, mostCalls: callsOfAResult,
  });
  switch (knobs.ipn) {
    case "before-return": return [at(0)];
    case "return-first": return [at(afterReturnMs)];
    case "late": return [at(knobs.ipnLateSeconds * 1000)];
    case "twice-at-once": return [at(0), at(0)];
    case "twice": return [at(0), at(afterReturnMs)]; // sent as soon as the first is answered; the delay only covers a crash in between
  }
}

async function sendNow({ courier }: Gateway, noticeIds: readonly number[], { ipn }: Knobs): Promise<void> {
  if (ipn === "before-return" || ipn === "twice-at-once") await Promise.all(noticeIds.map((id) => courier.send(id)));
  if (ipn === "twice") for (const id of noticeIds) await courier.send(id);
}

/** What Return and IPN both say. Absent values are left out of the text, as VNPAY leaves them out. */
export function resultPairs(payment: Payment): Pair[] {
  const pairs: [string, string | null][] = [
    ["vnp_Amount", payment.amount],
    ["vnp_BankCode", payment.bankCode],
    ["vnp_BankTranNo", payment.bankTranNo],
    ["vnp_CardType", payment.cardType],
    ["vnp_OrderInfo", payment.orderInfo],
    ["vnp_PayDate", payment.payDate],
    ["vnp_ResponseCode", payment.responseCode],
    ["vnp_TmnCode", payment.tmnCode],
    ["vnp_TransactionNo", payment.transactionNo],
    ["vnp_TransactionStatus", payment.transactionStatus],
    ["vnp_TxnRef", payment.txnRef],
  ];
  return pairs.flatMap(([name, value]): Pair[] => (value === null ? [] : [[name, value]]));
}

/** Where the customer's browser goes: the merchant's address with its own parameters kept and ours added, before any fragment. */
export function returnAddress(payment: Payment, terminal: Terminal): string {
  const [address = "", ...fragment] = payment.returnUrl.split("#");
  const added = `${address}${address.includes("?") ? "&" : "?"}${signQuery(resultPairs(payment), terminal.secret)}`;
  return [added, ...fragment].join("#");
}
