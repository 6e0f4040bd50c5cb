import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { isLoopback, loopbackNames } from "./client-address.ts";
import { largestOffsetMs, type MovableClock } from "./clock.ts";
import type { Mailbox } from "./mail/mailbox.ts";
import { comesFromUs, isUnsafe } from "./origin-check.ts";
import { refusals, refuse } from "./plain-answer.ts";
import { readTarget } from "./request-target.ts";
import type { DevRoutes } from "./serve.ts";
import { readBody } from "./web-request.ts";

const wish = z.object({ offsetMs: z.int().min(-largestOffsetMs).max(largestOffsetMs) });

/**
 * `GET` and `POST /dev/clock`: reads and moves the time of the shop and of its simulator. `GET /dev/mail/ID.html` and `.eml`: a mail
 * that was laid down, as it was sent; its page shows it in a frame. For this computer only.
 */
export function devRoutes(clock: MovableClock, ownOrigins: ReadonlySet<string>, tellSimulator: (offsetMs: number) => Promise<void>, mailbox?: Mailbox): DevRoutes {
  const tell = (response: ServerResponse, status: number, body: unknown) => {
    const text = JSON.stringify(body);
    response.writeHead(status, { "content-type": "application/json; charset=utf-8", "cache-control": "no-store", "content-length": Buffer.byteLength(text) });
    response.end(text);
  };
  return async (request, response, path, address) => {
    if (!isAskedHere(request, address)) return false;
    const [, id, form] = /^\/dev\/mail\/([0-9A-Z]+)\.(html|eml)$/.exec(path) ?? [];
    if (id !== undefined && mailbox !== undefined && !isUnsafe(request.method ?? "GET")) return form === "eml" ? sendMail(response, mailbox, id) : showMail(response, mailbox, id);
    if (path !== "/dev/clock") return false;
    if (!isUnsafe(request.method ?? "GET")) {
      tell(response, 200, { offsetMs: clock.offsetMs, now: clock.now().toISOString() });
      return true;
    }
    // A program says nothing about where it comes from; a browser on a foreign page does, and is refused.
    const isBrowser = request.headers.origin !== undefined || request.headers["sec-fetch-site"] !== undefined || request.headers.referer !== undefined;
    if (isBrowser && !comesFromUs(request.headers, ownOrigins)) {
      refuse(request, response, refusals.foreign);
      return true;
    }
    const asked = wish.safeParse(parsed(await readBody(request, 1024)));
    if (!asked.success) {
      tell(response, 422, { status: 422, code: "request.invalid", title: `Send {"offsetMs": <whole milliseconds, at most fifty years>}.` });
      return true;
    }
    await clock.move(asked.data.offsetMs);
    await tellSimulator(asked.data.offsetMs);
    tell(response, 200, { offsetMs: clock.offsetMs, now: clock.now().toISOString() });
    return true;
  };
}

/** Behind a proxy on this computer every socket is local; then the name that was asked for, or what the proxy adds, gives it away. */
export function isAskedHere(request: IncomingMessage, address: string): boolean {
  const { forwarded, "x-forwarded-for": forwardedFor } = request.headers;
  return isLoopback(address) && forwarded === undefined && forwardedFor === undefined && loopbackNames.includes(readTarget(request)?.hostname ?? "");
}

const privately = { "cache-control": "no-store", "referrer-policy": "no-referrer" };

/** A mail's HTML in a frame of ours: with its own styles, and nothing else of what a page may do. Its links open beside it. */
async function showMail(response: ServerResponse, mailbox: Mailbox, id: string): Promise<boolean> {
  const html = (await mailbox.open(id))?.parts.find(({ contentType, fileName }) => contentType.startsWith("text/html") && fileName === undefined)?.content;
  if (html === undefined) return false;
  response.writeHead(200, {
    ...privately,
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
  });
  response.end(html.replace("<head>", '<head><base target="_blank">'));
  return true;
}

async function sendMail(response: ServerResponse, mailbox: Mailbox, id: string): Promise<boolean> {
  const bytes = await mailbox.raw(id);
  if (bytes === undefined) return false;
  response.writeHead(200, { ...privately, "content-type": "message/rfc822", "content-disposition": `attachment; filename="${id}.eml"` });
  response.end(bytes);
  return true;
}

function parsed(body: Buffer | undefined): unknown {
  try {
    return JSON.parse(body?.toString("utf8") ?? "");
  } catch {
    return undefined;
  }
}
