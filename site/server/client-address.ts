import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/**
 * The address of whoever sent a request, as far as it can be believed.
 *
 * Each trusted proxy adds the address it saw to the right of X-Forwarded-For, so with one proxy the last entry counts,
 * with two the one before it. Everything further left was written by the client and proves nothing.
 */
export function clientAddress(request: Pick<IncomingMessage, "headers" | "socket">, trustedHops: number): string {
  const socket = plainAddress(request.socket.remoteAddress ?? "") ?? "0.0.0.0"; // a socket that is already gone has none
  if (trustedHops === 0) return socket;
  const seen = [request.headers["x-forwarded-for"] ?? []].flat().join(",").split(",").filter((entry) => entry.trim() !== "");
  let believed = socket;
  for (const entry of seen.reverse().slice(0, trustedHops)) {
    const address = plainAddress(entry);
    if (address === undefined) break; // a proxy that hides its client ("unknown") is the nearest we know
    believed = address;
  }
  return believed;
}

/** One spelling per address: no port, no brackets, no zone, IPv4 never dressed as IPv6, lower case; undefined for anything else. */
export function plainAddress(text: string): string | undefined {
  const trimmed = text.trim();
  const bare = /^\[(.+)\](?::\d+)?$/.exec(trimmed)?.[1] ?? /^([\d.]+):\d+$/.exec(trimmed)?.[1] ?? trimmed;
  const address = bare.replace(/%.*$/, "").toLowerCase();
  if (isIP(address) === 4) return address;
  if (isIP(address) !== 6) return undefined;
  const inside = /^(?:::ffff:|0:0:0:0:0:ffff:)(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  return inside ?? new URL(`http://[${address}]`).hostname.slice(1, -1);
}

/** The names under which this computer's own browsers and programs reach it. */
export const loopbackNames: readonly string[] = ["127.0.0.1", "localhost", "[::1]"];

/** True for this computer's own addresses. */
export function isLoopback(address: string): boolean {
  return address === "::1" || address.startsWith("127.");
}
