import { type Asked, json, type Reply } from "./reply.ts";

const isLoopback = (address: string): boolean => /^(::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/.test(address);
const isLoopbackName = (host: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i.test(host);

/**
 * The control API moves clocks and forges notices, so only this machine may use it: the peer must be
 * loopback, the Host must name loopback (a foreign name can be made to point here), and a browser
 * must be on one of our own pages.
 */
export function refuseStrangers({ peer, headers }: Asked): Reply | null {
  const host = String(headers["host"] ?? "");
  const origin = headers["origin"];
  const isOurs = isLoopback(peer) && isLoopbackName(host) && (origin === undefined || origin === `http://${host}`);
  return isOurs ? null : json(403, { error: "The control API answers only programs and pages on this machine." });
}
