import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { isBusy } from "@xudong/database";
import type { Market } from "@xudong/market";
import { cardPainter, type PaintCard } from "./card-painter.ts";
import { clientAddress } from "./client-address.ts";
import { answerPage, type PageCopying } from "./answer-page.ts";
import { isAskedHere } from "./dev-routes.ts";
import type { Gateway } from "./gateway.ts";
import type { KeptPages } from "./kept-pages.ts";
import { redact, type Log } from "./log.ts";
import type { Mailbox } from "./mail/mailbox.ts";
import { comesFromUs, isUnsafe } from "./origin-check.ts";
import { plainResponse, refusals, refuse } from "./plain-answer.ts";
import { readTarget, type Target } from "./request-target.ts";
import { securityHeaders } from "./security-headers.ts";
import { allowList } from "./settings.ts";
import type { StaticFiles } from "./static.ts";
import { readBody, sendWebResponse, toWebRequest } from "./web-request.ts";

/**
 * What pages receive. The last three are for the middleware alone: `copying` hears what a page looks at; `busyAnswer` answers where the database had no room for
 * a page, which is no fault; `reportError` gives a fault the reference that the 500 page tells.
 */
export type PageLocals = {
  market: Market;
  clientAddress: string;
  publicUrl: string;
  gatewayOrigin: string;
  isDemo: boolean;
  simulatorPayUrl?: string;
  /** Mail that was laid down here, for a page of a demo that was asked for on this computer. */
  mailbox?: Mailbox;
  /** Says that the page is the same for everybody, so that it may be kept until something changes of what it asked the market. */
  keep: () => void;
  drawCard: PaintCard;
  copying?: PageCopying;
  busyAnswer: (error: unknown) => Response | undefined;
  reportError: (error: unknown) => string;
};

/** Renders the page of an address, also where there is none. */
export type RenderPage = (request: IncomingMessage, response: ServerResponse, locals: PageLocals) => Promise<void> | void;

/** Answers what belongs to the demo's and the tests' own workings; false where it does not. */
export type DevRoutes = (request: IncomingMessage, response: ServerResponse, path: string, address: string) => Promise<boolean>;

/** What is asked before any page: the market with its API, and what pages must know of the house. */
export type Backstage = {
  market: Market;
  dev?: DevRoutes | undefined;
  /** Where a demo without a mail server lays its mail. */
  mailbox?: Mailbox | undefined;
  publicUrl: string;
  ownOrigins: ReadonlySet<string>;
  gateway: Gateway;
  isDemo: boolean;
  isSimulated: boolean;
  trustProxy: number;
  ipnAllow?: readonly string[] | undefined;
};

/** All that answers requests, in the order in which it is asked. */
export type Answerers = Backstage & { files: StaticFiles; /** Absent where none are kept. */ kept?: KeptPages; renderPage: RenderPage; logsAccess: boolean };

/** A server that listens at once, says "in a moment" until it is opened, and stops without breaking off a request. */
export type ShopServer = { readonly server: Server; open(answerers: Answerers): void; stop(hardStopMs?: number): Promise<void> };

const isMailPage = (path: string): boolean => path === "/dev/mail" || path.startsWith("/dev/mail/");
const marketPaths = /^\/(?:api\/|healthz$|readyz$|metrics$)/;
// What neither a page nor the API knows; the Fetch API would not even carry TRACE or CONNECT.
const knownMethods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const ipnPath = /^\/api\/v1\/payments\/vnpay\/ipn$/;

export function createShopServer(log: Log): ShopServer {
  let answer: ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | undefined;
  let isStopping = false;

  const server = createServer({ maxHeaderSize: 16 * 1024, headersTimeout: 15_000, requestTimeout: 60_000, keepAliveTimeout: 65_000, connectionsCheckingInterval: 5000 }, (request, response) => {
    if (isStopping) response.setHeader("connection", "close");
    response.once("close", () => {
      if (isStopping) setImmediate(() => server.closeIdleConnections());
    });
    if (answer === undefined) {
      refuse(request, response, refusals.starting);
      return;
    }
    if (!knownMethods.has(request.method ?? "")) {
      refuse(request, response, refusals.method);
      return;
    }
    answer(request, response).catch((error: unknown) => {
      if (isGone(request, error)) return;
      const what = `${request.method} ${redact(request.url ?? "")}`;
      if (isBusy(error)) refuse(request, response, sayingBusy(what, log));
      else refuse(request, response, refusals.unavailable, log.error(what, error));
    });
  });
  server.on("clientError", answerBrokenRequest);

  return {
    server,
    open(answerers) {
      answer = answering(answerers, log);
    },
    async stop(hardStopMs = 10_000) {
      if (isStopping) return;
      isStopping = true;
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeIdleConnections();
      // Not unref'd: while it runs the process stays, and somebody's order gets its answer.
      const hardStop = setTimeout(() => {
        log.say("Some requests did not end in time and were broken off.");
        server.closeAllConnections();
      }, hardStopMs);
      await closed;
      clearTimeout(hardStop);
    },
  };
}

function answering(parts: Answerers, log: Log): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const isHttps = parts.publicUrl.startsWith("https:");
  const headersFor = remembered((hostname) => securityHeaders({ gatewayOrigins: [gatewayOrigin(parts, hostname)], isHttps, isDemo: parts.isDemo }));
  const answerApi = apiOf(parts, log);

  return async (request, response) => {
    const target = readTarget(request);
    const headers = headersFor(target?.hostname ?? "");
    for (const name in headers) response.setHeader(name, headers[name] ?? "");
    if (parts.logsAccess) logWhenDone(request, response, log);
    if (target === undefined) return refuse(request, response, refusals.malformed);

    const { path } = target;
    if (await parts.files(request, response, path)) return;
    const address = clientAddress(request, parts.trustProxy);
    if (await answerApi(request, response, target, address)) return;
    await askPages(parts, request, response, target, address, log);
  };
}

/** The API, payment notices, health, and in a demo its own workings; false for what is none of these. */
export function apiOf(parts: Backstage, log: Log): (request: IncomingMessage, response: ServerResponse, target: Target, address: string) => Promise<boolean> {
  const ipnAllow = parts.ipnAllow === undefined ? undefined : allowList(parts.ipnAllow);
  return async (request, response, { path, query }, address) => {
    if (parts.dev !== undefined && path.startsWith("/dev/")) return parts.dev(request, response, path, address);
    if (!marketPaths.test(path)) return false;
    if (ipnAllow !== undefined && ipnPath.test(path) && !ipnAllow.check(address, address.includes(":") ? "ipv6" : "ipv4")) {
      refuseNotice(response, address, log);
      return true;
    }
    const body = await bodyOf(request);
    if (body === undefined) {
      refuse(request, response, refusals.tooLarge);
      return true;
    }
    const answer = await parts.market.handle(toWebRequest(request, `${parts.publicUrl}${path}${query}`, body.bytes), { address });
    if (answer === undefined) return false;
    await sendWebResponse(answer, response, request.method === "HEAD");
    return true;
  };
}

async function askPages(parts: Answerers, request: IncomingMessage, response: ServerResponse, target: Target, address: string, log: Log): Promise<void> {
  if (isUnsafe(request.method ?? "GET")) {
    if (!comesFromUs(request.headers, parts.ownOrigins)) return refuse(request, response, refusals.foreign);
    const body = await bodyOf(request);
    if (body === undefined) return refuse(request, response, refusals.tooLarge);
    if (body.bytes !== undefined) Object.assign(request, { body: body.bytes }); // where Astro looks for a body somebody has read
  }
  const what = `${request.method} ${redact(request.url ?? "")}`;
  mendPageHeaders(response);
  if (isMailPage(target.path)) response.setHeader("content-security-policy", `${response.getHeader("content-security-policy")}; frame-src 'self'`);
  const locals = { ...pageLocals(parts, target, address, what, log), ...mailLocals(parts, request, target.path, address) };
  const isToBeRead = request.method === "GET" || request.method === "HEAD";
  if (parts.kept === undefined || !isToBeRead) return parts.renderPage(request, response, locals);
  await answerPage({ kept: parts.kept, renderPage: parts.renderPage, market: parts.market }, request, response, target, locals);
}

/** Whoever reads mail that was laid down holds the keys of orders and accounts: it is shown to nobody who came from elsewhere. */
export function mailLocals({ mailbox }: Backstage, request: IncomingMessage, path: string, address: string): Pick<PageLocals, "mailbox"> {
  return mailbox !== undefined && isMailPage(path) && isAskedHere(request, address) ? { mailbox } : {};
}

/** A line is enough: where every request waits, a page of each would hide what the log is read for. */
function sayingBusy(what: string, log: Log): typeof refusals.busy {
  log.say(`${new Date().toISOString()} busy ${what}: the database, or every connection to it, was taken`);
  return refusals.busy;
}

const drawCard = cardPainter();

/** What a page is handed with each request. */
export function pageLocals(parts: Backstage, { host, hostname }: Pick<Target, "host" | "hostname">, address: string, what: string, log: Log): PageLocals {
  return {
    market: parts.market,
    clientAddress: address,
    publicUrl: addressFor(parts, host),
    gatewayOrigin: gatewayOrigin(parts, hostname),
    isDemo: parts.isDemo,
    ...(parts.isSimulated ? { simulatorPayUrl: parts.gateway.payUrlFor(hostname) } : {}),
    keep: () => undefined,
    drawCard,
    busyAnswer: (error) => (isBusy(error) ? plainResponse(sayingBusy(what, log)) : undefined),
    reportError: (error) => log.error(what, error),
  };
}

/** The body, where the method has one; undefined where it is larger than we take. */
async function bodyOf(request: IncomingMessage): Promise<{ bytes: Buffer | undefined } | undefined> {
  if (!isUnsafe(request.method ?? "GET")) return { bytes: undefined };
  const bytes = await readBody(request);
  return bytes === undefined ? undefined : { bytes };
}

const gatewayOrigin = ({ gateway }: Backstage, hostname: string): string => new URL(gateway.payUrlFor(hostname)).origin;

/**
 * Our address as the asking browser knows it: "localhost" and "127.0.0.1" do not share cookies, so one that came by the
 * former must return by it. Only origins of our own pass; any other Host was made up, and gets PUBLIC_URL.
 */
function addressFor({ publicUrl, ownOrigins }: Backstage, host: string): string {
  return ownOrigins.has(`http://${host}`) ? `http://${host}` : publicUrl;
}

/** Whoever sends many made-up hosts must not fill our memory. */
function remembered<T>(make: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const made = make(name);
    if (known.size < 100) known.set(name, made);
    return made;
  };
}

/**
 * Astro sends its headers at once, by `writeHead`, which replaces ours of the same name. A page's own policy must add to
 * ours instead (a browser obeys both), and its type must say what its bytes are.
 */
function mendPageHeaders(response: ServerResponse): void {
  const { writeHead } = response;
  const ours = response.getHeader("content-security-policy");
  response.writeHead = function (this: ServerResponse, ...given: Parameters<ServerResponse["writeHead"]>) {
    const headers: unknown = given.at(-1);
    if (typeof headers === "object" && headers !== null && !Array.isArray(headers)) {
      const named = headers as Record<string, unknown>; // Node's own type for it
      for (const name of Object.keys(named)) {
        if (/^content-security-policy$/i.test(name) && named[name] !== ours) named[name] = [ours, named[name]].flat();
        if (/^content-type$/i.test(name) && named[name] === "text/html") named[name] = "text/html; charset=utf-8";
      }
    }
    return writeHead.apply(this, given);
  } as ServerResponse["writeHead"];
}

/** VNPAY's own word for it; a notice that was ours is sent again, and then `IPN_ALLOW` had better be mended. */
function refuseNotice(response: ServerResponse, address: string, log: Log): void {
  log.say(`A payment notice came from ${address}, which IPN_ALLOW does not list.`);
  response.writeHead(200, { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" });
  response.end(JSON.stringify({ RspCode: "03", Message: "IP prohibited" }));
}

function logWhenDone(request: IncomingMessage, response: ServerResponse, log: Log): void {
  const began = performance.now();
  response.once("close", () => {
    const state = response.writableFinished ? String(response.statusCode) : "broken off";
    log.say(`${new Date().toISOString()} ${request.method} ${redact(request.url ?? "")} ${state} ${Math.round(performance.now() - began)} ms`);
  });
}

function isGone(request: IncomingMessage, error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return request.destroyed && (code === "ECONNRESET" || code === "ERR_STREAM_PREMATURE_CLOSE" || code === "ABORT_ERR");
}

/** What cannot even be parsed gets its number and nothing else. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = error.code === "HPE_HEADER_OVERFLOW" ? "431 Request Header Fields Too Large" : error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? "408 Request Timeout" : "400 Bad Request";
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
