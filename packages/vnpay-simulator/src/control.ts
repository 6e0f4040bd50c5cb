import { largestOffsetMs } from "./clock.ts";
import { type Delivery, type Notice } from "./courier.ts";
import { decidePayment, resultPairs, reviewPayment } from "./decide-payment.ts";
import { type NoticeFault, scheduleFaultyNotice } from "./faulty-notice.ts";
import type { Gateway } from "./gateway.ts";
import { forgetKnobs, type Knobs, knobsFor, turnedRefs, turnKnobs } from "./knobs.ts";
import type { Lapses } from "./lapses.ts";
import type { OutcomeName, Review } from "./outcomes.ts";
import { type Payment, paymentWithRef } from "./payment.ts";
import { moveRefund, type Refund, type RefundStatus } from "./refund.ts";
import { type Pair, signQuery } from "./signature.ts";
import { checkTerminal, type Terminal, type TerminalState } from "./terminal.ts";

/** A delivery together with what it carried. */
export interface DeliveryView extends Delivery {
  readonly kind: string;
  readonly tmnCode: string;
  readonly txnRef: string | null;
}

/** A wish the control cannot grant; the message says why and what to do, and `vi` says it in Vietnamese. */
export class ControlError extends Error {
  override name = "ControlError";
  readonly vi: string;

  constructor(message: string, vi: string) {
    super(message);
    this.vi = vi;
  }
}

/** What the gateway knows of a terminal, without its secret. */
export type TerminalView = Pick<Terminal, "tmnCode" | "ipnUrl" | "merchantName"> & { readonly state: TerminalState };

export const noPayment = (txnRef: string): readonly [string, string] =>
  [`There is no payment with the reference "${txnRef}".`, `Không có giao dịch mang mã tham chiếu “${txnRef}”.`];

/**
 * What a test or a developer may do to a running gateway. The HTTP control API, the control page and
 * in-process tests all go through this one object.
 */
export class Control {
  readonly #gateway: Gateway;
  readonly #lapses: Lapses;

  constructor(gateway: Gateway, lapses: Lapses) {
    this.#gateway = gateway;
    this.#lapses = lapses;
  }

  /** The simulator's time and how far it is from the machine's. */
  clock(): { now: string; offsetMs: number } {
    const { clock } = this.#gateway;
    return { now: new Date(clock.now()).toISOString(), offsetMs: clock.offsetMs };
  }

  /** Moves the clock, ends payments whose time thereby runs out if a knob says so, and starts the calls that thereby fall due; `settled` tells when they are answered. A notice is called once per move, however far. */
  setClock(offsetMs: number): void {
    if (!Number.isSafeInteger(offsetMs) || Math.abs(offsetMs) > largestOffsetMs) {
      throw new ControlError("offsetMs must be a whole number of milliseconds, at most 50 years.", "offsetMs phải là số nguyên mili giây, nhiều nhất 50 năm.");
    }
    const { books, clock, courier } = this.#gateway;
    books.keepSetting("clockOffsetMs", String(offsetMs));
    clock.offsetMs = offsetMs;
    this.#lapses.look();
    courier.sendDue();
  }

  advanceClock(byMs: number): void {
    this.setClock(this.#gateway.clock.offsetMs + byMs);
  }

  /** The knobs in force: for one reference, or for every payment. */
  knobs(txnRef: string | null = null): Knobs {
    return knobsFor(this.#gateway.books, txnRef ?? "");
  }

  turnKnobs(turned: Partial<Knobs>, txnRef: string | null = null): void {
    turnKnobs(this.#gateway.books, txnRef, turned);
  }

  /** Back to the usual: for one reference, or everything. */
  forgetKnobs(txnRef: string | null = null): void {
    forgetKnobs(this.#gateway.books, txnRef);
  }

  /** The references that have knobs of their own, and those knobs. */
  turnedRefs(): { txnRef: string; knobs: Partial<Knobs> }[] {
    return turnedRefs(this.#gateway.books);
  }

  /** The newest payments first. */
  payments(): Payment[] {
    return this.#gateway.books.rows<Payment>("select * from payments order by id desc limit 500");
  }

  payment(txnRef: string): Payment | undefined {
    return paymentWithRef(this.#gateway, txnRef);
  }

  notices(): Notice[] {
    return this.#gateway.books.rows<Notice>("select * from notices order by id desc limit 500");
  }

  /** Every call of a notice, the newest first, with what the merchant answered. */
  deliveries(txnRef: string | null = null): DeliveryView[] {
    return this.#gateway.books.rows<DeliveryView>(
      `select deliveries.*, notices.kind, notices.tmnCode, payments.txnRef
       from deliveries join notices on notices.id = noticeId left join payments on payments.id = paymentId
       where ? is null or payments.txnRef = ? order by deliveries.id desc limit 500`,
      txnRef, txnRef,
    );
  }

  /** Ends a payment without a browser, even after its time: money does arrive late. Resolves like a press of the button. */
  decide(txnRef: string, outcome: OutcomeName): Promise<Payment> {
    const payment = this.#required(txnRef);
    const isHeld = payment.outcome === "suspicious";
    if (payment.outcome !== null) throw new ControlError(`Payment ${txnRef} has ended already, with "${payment.outcome}".${isHeld ? ` What VNPAY's review makes of it: /control/payments/${txnRef}/review.` : ""}`, `Giao dịch ${txnRef} đã kết thúc rồi, với “${payment.outcome}”.${isHeld ? ` VNPAY xem xét xong ra sao: /control/payments/${txnRef}/review.` : ""}`);
    return decidePayment(this.#gateway, payment, outcome);
  }

  /** Plays VNPAY's review of a suspicious payment (07). Resolves when the merchant has answered the new notice. */
  review(txnRef: string, review: Review): Promise<Payment> {
    const payment = this.#required(txnRef);
    if (payment.outcome !== "suspicious") throw new ControlError(`Payment ${txnRef} is not suspicious, so VNPAY has nothing to review.`, `Giao dịch ${txnRef} không bị nghi ngờ nên VNPAY không có gì để xem xét.`);
    return reviewPayment(this.#gateway, payment, review);
  }

  /** Sends the genuine result once more, one call. Resolves when it is answered. */
  async sendAgain(txnRef: string): Promise<void> {
    const payment = this.#required(txnRef);
    if (payment.outcome === null) throw new ControlError(`Payment ${txnRef} has no result yet, so there is no IPN to repeat.`, `Giao dịch ${txnRef} chưa có kết quả nên chưa có IPN để gửi lại.`);
    await this.#sendOnce(payment.tmnCode, "again", resultPairs(payment), payment.id);
  }

  /** Sends a notice that is wrong in one way. Resolves when it is answered. */
  async sendFaulty(txnRef: string, fault: NoticeFault): Promise<void> {
    const payment = this.#required(txnRef);
    const terminal = this.#terminal(payment.tmnCode);
    await this.#gateway.courier.send(scheduleFaultyNotice(this.#gateway, payment, terminal, fault));
  }

  /** Sends any parameters to a terminal's IPN address, signed rightly. */
  async sendParameters(tmnCode: string, parameters: Readonly<Record<string, string>>): Promise<void> {
    await this.#sendOnce(this.#terminal(tmnCode).tmnCode, "by hand", Object.entries(parameters), null);
  }

  refunds(): (Refund & { txnRef: string })[] {
    return this.#gateway.books.rows(
      "select refunds.*, payments.txnRef from refunds join payments on payments.id = paymentId order by refunds.id desc limit 500",
    );
  }

  /** Plays the bank: 05 → 06 → 00 or 09. */
  moveRefund(id: number, to: RefundStatus): Refund {
    const refund = moveRefund(this.#gateway, id, to);
    if (refund === undefined) throw new ControlError(`Refund ${id} does not exist or cannot become ${to}.`, `Không có lần hoàn tiền ${id}, hoặc nó không thể thành ${to}.`);
    return refund;
  }

  terminals(): TerminalView[] {
    return [...this.#gateway.terminals.values()].map(({ tmnCode, ipnUrl, merchantName, state = "open" }) => ({ tmnCode, ipnUrl, merchantName, state }));
  }

  /** Registers another IPN address for a terminal, or locks, disapproves or opens it, until the next start. */
  changeTerminal(tmnCode: string, change: Pick<Terminal, "ipnUrl" | "state">): void {
    this.#gateway.terminals.set(tmnCode, checkTerminal({ ...this.#terminal(tmnCode), ...change }));
  }

  registerIpn(tmnCode: string, ipnUrl: string): void {
    this.changeTerminal(tmnCode, { ipnUrl });
  }

  /** Lets go every answer of the JSON API that `apiDelayMs` holds back; says how many there were. */
  release(): number {
    return this.#gateway.held.release();
  }

  /** Resolves when no IPN call is under way. */
  settled(): Promise<void> {
    return this.#gateway.courier.settled();
  }

  async #sendOnce(tmnCode: string, kind: string, pairs: readonly Pair[], paymentId: number | null): Promise<void> {
    const { clock, courier } = this.#gateway;
    const query = signQuery(pairs, this.#terminal(tmnCode).secret);
    await courier.send(courier.schedule({ paymentId, tmnCode, kind, query, dueAt: clock.now(), mostCalls: 1 }));
  }

  #required(txnRef: string): Payment {
    const payment = this.payment(txnRef);
    if (payment === undefined) throw new ControlError(...noPayment(txnRef));
    return payment;
  }

  #terminal(tmnCode: string) {
    const terminal = this.#gateway.terminals.get(tmnCode);
    if (terminal === undefined) throw new ControlError(`There is no terminal "${tmnCode}" here.`, `Ở đây không có website mang mã “${tmnCode}”.`);
    return terminal;
  }
}
