import { hash } from "node:crypto";
import { DomainError, isDomainError, type Locale } from "@xudong/domain";
import { problemResponse, type ReportFault } from "../problems.ts";
import type { KeptAnswers } from "./kept-answers.ts";
import { localeOf, readInput, readKey } from "./read-input.ts";
import { readLimits, type ReadLimits } from "./read-limits.ts";
import { apiRoot, type ApiMarket, type Reply, type Route } from "./route.ts";
import { routes } from "./routes.ts";

export type ApiOptions = {
  /** False lifts the limit on reads per address, for load tests. */
  rateLimits?: boolean;
  /** The market's name, as the API's description says it. */
  title?: string;
  /** Keeps the answers of routes that allow it; without it each is made anew. */
  kept?: KeptAnswers;
  /** Where faults are told; default: the console. */
  report?: ReportFault;
};

const json = "application/json; charset=utf-8";

/**
 * Answers everything below `/api/`, and the health of this process; undefined for any other address.
 * Never reads a cookie and never throws: a refusal is a problem document, a fault one with a reference.
 */
export async function handleApi(market: ApiMarket, request: Request, peer?: { address: string }, options: ApiOptions = {}): Promise<Response | undefined> {
  const { path, rawQuery } = targetOf(request.url);
  if (path === "/healthz" || path === "/readyz") return answerHealth(market, request, path, options);
  if (!path.startsWith("/api/")) return undefined;
  const query = new URLSearchParams(rawQuery);
  const locale = localeOf(query);
  try {
    const { route, params } = find(path, request.method);
    const address = peer?.address ?? "0.0.0.0";
    const isRead = route.method === "GET";
    if (isRead && !route.isNotice && options.rateLimits !== false) refuseFloods(limitsOf(market), address);
    const answer = async () => {
      const input = await readInput(route, request, { params, query });
      const repeat = { idempotencyKey: route.isRepeatable ? readKey(request) : "", clientAddress: address };
      const reply = await answerOf(route, () => route.handle(input, { market, locale, rawQuery, repeat, title: options.title ?? "Market API" }), options);
      return write(route, reply, locale);
    };
    const kept = route.isKept === true ? options.kept : undefined;
    return respond(request, kept === undefined ? await answer() : await kept(`${path}?${rawQuery}`, answer));
  } catch (error) {
    return withoutBody(request, problemOf(error, locale, options));
  }
}

/** Path and raw query of an address, without parsing it anew: what a gateway signed is passed on as it came. */
function targetOf(url: string): { path: string; rawQuery: string } {
  const start = url.indexOf("/", url.indexOf("//") + 2);
  const fragment = url.indexOf("#", start);
  const target = url.slice(start, fragment === -1 ? undefined : fragment);
  const mark = target.indexOf("?");
  return mark === -1 ? { path: target, rawQuery: "" } : { path: target.slice(0, mark), rawQuery: target.slice(mark + 1) };
}

// ── Which route ─────────────────────────────────────────────────────────────────────────────────────────

/** An address with everything that may be done at it. */
type Resource = { segments: readonly string[]; methods: ReadonlyMap<string, Route>; allow: string };

const resources: readonly Resource[] = [...Map.groupBy(routes, (each) => each.path)].map(([path, own]) => {
  const methods = new Map<string, Route>(own.map((each) => [each.method, each]));
  const read = methods.get("GET");
  // A notice acts, so asking for its head must not.
  if (read !== undefined && !read.isNotice) methods.set("HEAD", read);
  return { segments: path.slice(1).split("/"), methods, allow: [...methods.keys()].join(", ") };
});

const notAllowed = (allow: string) => new DomainError("request.method_not_allowed", { allow });

function find(path: string, method: string): { route: Route; params: Record<string, string> } {
  const segments = path.startsWith(`${apiRoot}/`) ? path.slice(apiRoot.length + 1).split("/") : [];
  for (const resource of resources) {
    const params = match(resource.segments, segments);
    if (params === undefined) continue;
    const route = resource.methods.get(method);
    if (route === undefined) throw notAllowed(resource.allow);
    return { route, params };
  }
  throw new DomainError("request.not_found");
}

/** The named parts of an address, or undefined where it is another one. */
function match(template: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (template.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, part] of template.entries()) {
    const given = segments[i] ?? "";
    if (!part.startsWith("{")) {
      if (part !== given) return undefined;
      continue;
    }
    const end = part.indexOf("}");
    const suffix = part.slice(end + 1);
    if (!given.endsWith(suffix)) return undefined;
    const decoded = decode(given.slice(0, given.length - suffix.length));
    if (decoded === undefined || decoded === "") return undefined;
    params[part.slice(1, end)] = decoded;
  }
  return params;
}

function decode(part: string): string | undefined {
  if (!part.includes("%")) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

// ── Limits ──────────────────────────────────────────────────────────────────────────────────────────────

const limits = new WeakMap<ApiMarket, ReadLimits>();

function limitsOf(market: ApiMarket): ReadLimits {
  const known = limits.get(market) ?? readLimits();
  limits.set(market, known);
  return known;
}

function refuseFloods(reads: ReadLimits, address: string): void {
  const retryAfterSeconds = reads.secondsToWait(address);
  if (retryAfterSeconds > 0) throw new DomainError("request.too_many", { retryAfterSeconds });
}

// ── Answers ─────────────────────────────────────────────────────────────────────────────────────────────

/** What the handler says. A gateway hears its own word for a fault, and calls again. */
async function answerOf(route: Route, handle: () => Promise<Reply> | Reply, { report = console.error }: ApiOptions): Promise<Reply> {
  if (!route.isNotice) return handle();
  try {
    return await handle();
  } catch (error) {
    report("A payment notice could not be answered", error);
    return { body: { RspCode: "99", Message: "Unknown error" } };
  }
}

/** An answer as it is sent, whoever asked. */
type Written = { status: number; headers: Record<string, string>; bytes?: Buffer<ArrayBuffer> };

function write(route: Route, reply: Reply, locale: Locale): Written {
  if ("movedTo" in reply) return { status: 301, headers: { location: reply.movedTo, "cache-control": "public, max-age=0, must-revalidate" } };
  const bytes = Buffer.from(route.mediaType === undefined ? JSON.stringify(reply.body) : String(reply.body)); // once: hashing and sending a string would each encode it anew
  const headers: Record<string, string> = { "content-type": route.mediaType === undefined ? json : `${route.mediaType}; charset=utf-8`, "cache-control": "no-store" };
  if (reply.fileName !== undefined) headers["content-disposition"] = `inline; filename="${reply.fileName.replace(/[^\w.-]/g, "")}"`;
  if (route.isLocalized) headers["content-language"] = locale;
  if (reply.location !== undefined) headers["location"] = reply.location;
  if (route.isPublic) {
    // Weak, because compressing on the way keeps the meaning and not the bytes.
    headers["cache-control"] = "public, max-age=0, must-revalidate";
    headers["etag"] = `W/"${hash("sha1", bytes, "base64url")}"`;
  }
  return { status: route.status ?? 200, headers, bytes };
}

function respond(request: Request, { status, headers, bytes }: Written): Response {
  if (bytes === undefined) return new Response(null, { status, headers });
  const { etag, "cache-control": cacheControl = "" } = headers;
  if (etag !== undefined && knows(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers: { etag, "cache-control": cacheControl } });
  return withoutBody(request, new Response(bytes, { status, headers }), bytes.length);
}

function knows(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  const strong = etag.slice(2);
  return ifNoneMatch.split(",").some((each) => each.trim() === "*" || each.trim().replace(/^W\//, "") === strong);
}

/** HEAD is told everything but the body itself. */
function withoutBody(request: Request, full: Response, length?: number): Response {
  if (request.method !== "HEAD") return full;
  const headers = new Headers(full.headers);
  if (length !== undefined) headers.set("content-length", String(length));
  return new Response(null, { status: full.status, headers });
}

function problemOf(error: unknown, locale: Locale, { report }: ApiOptions): Response {
  const { allow, retryAfterSeconds } = isDomainError(error) ? error.details : {};
  const headers: Record<string, string> = {};
  if (typeof allow === "string") headers["allow"] = allow;
  if (typeof retryAfterSeconds === "number") headers["retry-after"] = String(retryAfterSeconds);
  return problemResponse(error, { locale, headers, ...(report === undefined ? {} : { report }) });
}

// ── Health ──────────────────────────────────────────────────────────────────────────────────────────────

/** `/healthz`: this process answers. `/readyz`: so does its store. */
async function answerHealth(market: ApiMarket, request: Request, path: string, { report = console.error }: ApiOptions): Promise<Response> {
  if (request.method !== "GET" && request.method !== "HEAD") return problemOf(notAllowed("GET, HEAD"), "vi", {});
  const isWell = path === "/healthz" || (await market.isReady().then(() => true, (error: unknown) => (report("The store does not answer", error), false)));
  const text = JSON.stringify({ status: isWell ? "ok" : "unavailable" });
  return withoutBody(request, new Response(text, { status: isWell ? 200 : 503, headers: { "content-type": json, "cache-control": "no-store" } }), text.length);
}
