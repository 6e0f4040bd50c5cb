import type { Dong, Locale } from "@xudong/domain";
import type { TicketKey } from "@xudong/checkout";
import type { EditorialRules } from "@xudong/content";
import type { VnpayTerminal } from "@xudong/payments";

/** What a market needs to be told; everything else is rows. */
export type MarketSettings = {
  /** What the API's description is called. */
  title?: string;
  /** Secrets that make order keys, newest first; older ones open older orders. */
  appSecrets: readonly string[];
  /** Keys that sign tickets, newest first; older ones only verify. */
  ticketKeys: readonly TicketKey[];
  /** Where a gateway sends the browser back to, in each language. */
  returnUrls: { readonly [L in Locale]: string };
  /** How its editors work; without it no one person both writes and publishes. */
  editorial?: EditorialRules;
  /** False lifts rate limits and the caps on open orders, for load tests. */
  hasLimits: boolean;
  /** True in a demo alone, where anybody may look at the market as one of its sample people. */
  isDemo?: boolean;
};

/** Ways to pay that are set up, each by its own proof (P1). */
export type PaymentMethods = {
  vnpay?: VnpayTerminal;
  /** Cash on delivery, for goods alone: a courier carries no more than this, in đồng. */
  cod?: { largestDong: Dong };
};
