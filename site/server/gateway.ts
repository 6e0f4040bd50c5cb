import { loopbackNames } from "./client-address.ts";
import type { Settings } from "./settings.ts";

/** Where the gateway is: for a browser, and for our own questions to it. */
export type Gateway = {
  apiUrl: string;
  /** The pay page for a browser that knows us by `hostname`, and the origins its forms may lead to. */
  payUrlFor(hostname: string): string;
};

export const payPath = "/paymentv2/vpcpay.html";
export const apiPath = "/merchant_webapi/api/transaction";

/** A real gateway has one address for everybody. */
export function remoteGateway({ payUrl, apiUrl }: { payUrl: string; apiUrl: string }): Gateway {
  return { apiUrl, payUrlFor: () => payUrl };
}

/**
 * The simulator is reached under the name by which the browser reached us: a phone that opened the demo at its public
 * address cannot reach "localhost". Any other name was made up by whoever sent it and gets the public one.
 */
export function simulatedGateway(settings: Pick<Settings, "host">, publicUrl: string, simulatorPort: number, alwaysHost?: string): Gateway {
  const publicHost = new URL(publicUrl).hostname;
  return {
    apiUrl: `http://${reachableHost(settings.host)}:${simulatorPort}${apiPath}`,
    payUrlFor(hostname) {
      const host = alwaysHost ?? (loopbackNames.includes(hostname) || hostname === publicHost ? hostname : publicHost);
      return `http://${host}:${simulatorPort}${payPath}`;
    },
  };
}

/** How a process on this computer reaches something that listens on `host`. */
export function reachableHost(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}
