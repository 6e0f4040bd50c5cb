import type { MarketSettings, PaymentMethods } from "@xudong/market";
import { paths } from "../paths.ts";
import type { Gateway } from "./gateway.ts";
import type { Settings } from "./settings.ts";
import { keyIdOf } from "./signing-key.ts";

/** What the market must know of our settings, and nothing else of them. */
export function marketSettings(settings: Settings, publicUrl: string): MarketSettings {
  return {
    appSecrets: settings.appSecrets,
    ticketKeys: settings.ticketSigningKeys.map((privateKeyPem) => ({ keyId: keyIdOf(privateKeyPem), privateKeyPem })),
    // The pages a gateway sends the browser back to. The market knows no page; this server does.
    returnUrls: { vi: publicUrl + paths.paymentResult("vi"), en: publicUrl + paths.paymentResult("en") },
    hasLimits: settings.rateLimits,
    isDemo: settings.mode === "demo",
  };
}

const largestCashDong = 5_000_000; // sample: what couriers here take depends on the contract with them

/** The ways to pay that are set up. */
export function paymentMethods({ vnpay: { tmnCode, hashSecret, previousHashSecrets } }: Settings, publicUrl: string, gateway: Gateway): PaymentMethods {
  return {
    cod: { largestDong: largestCashDong },
    vnpay: { tmnCode, hashSecrets: [hashSecret, ...previousHashSecrets], payUrl: gateway.payUrlFor(new URL(publicUrl).hostname), apiUrl: gateway.apiUrl },
  };
}
