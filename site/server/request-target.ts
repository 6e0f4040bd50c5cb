import type { IncomingMessage } from "node:http";

/** Where a request wants to go, once it is known to be well-formed. */
export type Target = { host: string; hostname: string; path: string; query: string };

const hostPattern = /^(?:(?<name>[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}))|(?<six>\[[0-9A-Fa-f:.]+\]))(?::(?<port>\d{1,5}))?$/;
/** `/`, then anything visible; a second slash would make the path a host for whoever parses it as a link. */
const targetPattern = /^\/(?![/\\])[\x21-\x7e]*$/;

/** Reads a request's host, path and query; undefined where it is not one a browser or a program in good faith sends. */
export function readTarget(request: Pick<IncomingMessage, "headers" | "url">): Target | undefined {
  const { host = "" } = request.headers;
  const { name, six } = hostPattern.exec(host)?.groups ?? {};
  const hostname = name ?? six;
  const url = originForm(request.url ?? "");
  if (hostname === undefined || url === undefined || !URL.canParse(`http://${host}/`)) return undefined;
  const mark = url.indexOf("?");
  const path = mark === -1 ? url : url.slice(0, mark);
  if (!isDecodable(path)) return undefined;
  return { host: host.toLowerCase(), hostname: hostname.toLowerCase(), path, query: mark === -1 ? "" : url.slice(mark) };
}

/** Proxies may send the whole address; only what follows the host counts. */
function originForm(url: string): string | undefined {
  const text = /^https?:\/\/[^/?#]+/i.test(url) ? url.replace(/^https?:\/\/[^/?#]+/i, "") || "/" : url;
  return targetPattern.test(text) && !text.includes("#") ? text : undefined;
}

function isDecodable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes("\0");
  } catch {
    return false;
  }
}
