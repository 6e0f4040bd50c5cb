import type { IncomingHttpHeaders } from "node:http";
import { loopbackNames } from "./client-address.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS", "TRACE"]);

export const isUnsafe = (method: string): boolean => !safeMethods.has(method);

/**
 * True where a write comes from one of our own pages, so that no other site can make a visitor's browser write with
 * the visitor's cookies.
 *
 * A browser says where a write comes from in Origin; one that keeps it to itself ("null", or nothing) is believed by
 * Sec-Fetch-Site, which no page can forge, then by Referer. A request that says nothing at all is refused.
 */
export function comesFromUs(headers: IncomingHttpHeaders, ownOrigins: ReadonlySet<string>): boolean {
  const { origin, referer } = headers;
  if (origin !== undefined && origin !== "null") return ownOrigins.has(origin);
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  if (origin !== undefined || referer === undefined || !URL.canParse(referer)) return false;
  return ownOrigins.has(new URL(referer).origin);
}

/** The origins a visitor's browser may know us by: PUBLIC_URL's, and where `port` is given this computer's own names too. */
export function ownOrigins(publicUrl: string, loopbackPort?: number): Set<string> {
  const origins = new Set([new URL(publicUrl).origin]);
  if (loopbackPort !== undefined) for (const name of loopbackNames) origins.add(new URL(`http://${name}:${loopbackPort}`).origin);
  return origins;
}
