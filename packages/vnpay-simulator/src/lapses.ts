import { decidePayment } from "./decide-payment.ts";
import type { Gateway } from "./gateway.ts";
import { knobsFor } from "./knobs.ts";
import type { Payment } from "./payment.ts";

const lookEveryMs = 1000;

/**
 * Ends payments whose time has run out, where a developer wants the merchant to hear of it (11 by IPN).
 *
 * Whether VNPAY sends an IPN for a customer who just leaves is not published, so by default nothing
 * happens. The knob is read in the moment the time runs out: turned later, it wakes no old payment.
 */
export class Lapses {
  readonly #gateway: Gateway;
  #timer: NodeJS.Timeout | undefined;

  constructor(gateway: Gateway) {
    this.#gateway = gateway;
  }

  /** Looks now, which covers the time we were not running, and from then on every second. */
  start(): void {
    this.look();
    this.#timer = setInterval(() => this.look(), lookEveryMs);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Ends what ran out since the last look. The calls this starts are counted by the courier. */
  look(): void {
    const { books, clock, log } = this.#gateway;
    const now = clock.now();
    const known = books.setting("lapsesLookedAt");
    const lookedAt = Number(known ?? now);
    const over = books.rows<Payment>("select * from payments where outcome is null and expireAt > ? and expireAt <= ? order by expireAt", lookedAt, now);
    for (const payment of over) {
      if (knobsFor(books, payment.txnRef).lapse !== "ipn") continue;
      decidePayment(this.#gateway, payment, "expired").catch((error: unknown) => log(`Payment ${payment.txnRef} could not be ended: ${String(error)}`));
    }
    if (known === undefined || over.length > 0 || lookedAt > now) books.keepSetting("lapsesLookedAt", String(now));
  }
}
