import type { IncomingMessage, ServerResponse } from "node:http";
import type { Market } from "@xudong/market";
import { accepted, compressed, isKnown } from "./compressed.ts";
import type { KeptPage, KeptPages, Made, PageAddress } from "./kept-pages.ts";
import { RecordedAnswer, type Recorded } from "./recorded-answer.ts";
import type { PageLocals, RenderPage } from "./serve.ts";

/** Hears from the middleware what a page looks at while a copy of it is made. */
export type PageCopying = {
  /** It looked at this key of the query, or at all of it ("*"). */
  queryKey(name: string): void;
  /** It looked at something that belongs to who asks, such as a cookie. */
  spoil(): void;
};

type Parts = { kept: KeptPages; renderPage: RenderPage; market: Market };

/** Any of these says more than the page itself does, or to one visitor alone. */
const saysMore = ["set-cookie", "cache-control", "vary", "content-security-policy", "location"];
/** Somebody waits, and nobody else will have it. */
const quickQuality = 4;
const smallestWorthIt = 1000;

/** Answers a page that is asked for: from memory where it is the same for everybody, else made for who asks. */
export async function answerPage(parts: Parts, request: IncomingMessage, response: ServerResponse, target: { path: string; query: string }, locals: PageLocals): Promise<void> {
  const address: PageAddress = { origin: locals.publicUrl, path: target.path, query: target.query };
  if (request.method === "HEAD") {
    const page = await parts.kept.peek(address);
    return page === undefined ? parts.renderPage(request, response, locals) : sendKept(page, request, response);
  }
  const found = await parts.kept.find<Recorded>(address, () => makePage(parts, request, locals));
  if ("other" in found) await sendRecorded(found.other, request, response);
  else await sendKept(found, request, response);
}

async function makePage({ renderPage, market }: Parts, request: IncomingMessage, locals: PageLocals): Promise<Made<Recorded>> {
  const watched = market.copies.watch();
  const queryKeys = new Set<string>();
  let isForAll = false;
  const answer = new RecordedAnswer(request);
  await renderPage(request, answer, {
    ...locals,
    market: watched.market,
    keep: () => void (isForAll = true),
    copying: { queryKey: (name) => void queryKeys.add(name), spoil: watched.spoil },
  });
  const other = await answer.whole;
  const type = other.headers.get("content-type");
  const isPlain = other.status === 200 && typeof type === "string" && !saysMore.some((name) => other.headers.has(name));
  const reads = isForAll && isPlain ? await watched.reads() : undefined;
  return reads === undefined || typeof type !== "string" ? { other } : { page: { body: other.body, type: typed(type), reads, queryKeys } };
}

/** Pages carry their own charset, and some programs only read the header. */
const typed = (type: string): string => (type === "text/html" ? "text/html; charset=utf-8" : type);

async function sendKept(page: KeptPage, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const encoding = accepted(request.headers["accept-encoding"]);
  const headers = { vary: "Accept-Encoding", etag: page.etagFor(encoding), "cache-control": "no-cache" };
  if (isKnown(request.headers["if-none-match"], headers.etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const bytes = await page.bytesFor(encoding);
  response.writeHead(200, { ...headers, "content-type": page.type, "content-length": bytes.length, ...(encoding === "identity" ? {} : { "content-encoding": encoding }) });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

async function sendRecorded({ status, headers, body }: Recorded, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const isText = /^text\//.test(String(headers.get("content-type") ?? "")) && !headers.has("content-encoding");
  const encoding = isText && body.length >= smallestWorthIt ? accepted(request.headers["accept-encoding"]) : "identity";
  const bytes = await compressed(body, encoding, quickQuality);
  response.writeHead(status, {
    ...Object.fromEntries(headers),
    "content-length": bytes.length,
    ...(isText ? { vary: "Accept-Encoding" } : {}),
    ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
  });
  response.end(bytes);
}
