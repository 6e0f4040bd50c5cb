import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { isLoopback, loopbackNames } from "./client-address.ts";
import { largestOffsetMs, type MovableClock } from "./clock.ts";
import { comesFromUs, isUnsafe } from "./origin-check.ts";
import { refusals, refuse } from "./plain-answer.ts";
import { readTarget } from "./request-target.ts";
import type { DevRoutes } from "./serve.ts";
import { readBody } from "./web-request.ts";

const wish = z.object({ offsetMs: z.int().min(-largestOffsetMs).max(largestOffsetMs) });

/** `GET` and `POST /dev/clock`: reads and moves the time of the shop and of its simulator. For this computer only. */
export function devRoutes(clock: MovableClock, ownOrigins: ReadonlySet<string>, tellSimulator: (offsetMs: number) => Promise<void>): DevRoutes {
  const tell = (response: ServerResponse, status: number, body: unknown) => {
    const text = JSON.stringify(body);
    response.writeHead(status, { "content-type": "application/json; charset=utf-8", "cache-control": "no-store", "content-length": Buffer.byteLength(text) });
    response.end(text);
  };
  return async (request, response, path, address) => {
    if (path !== "/dev/clock" || !isLoopback(address) || !isAskedHere(request)) return false;
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
function isAskedHere(request: IncomingMessage): boolean {
  const { forwarded, "x-forwarded-for": forwardedFor } = request.headers;
  return forwarded === undefined && forwardedFor === undefined && loopbackNames.includes(readTarget(request)?.hostname ?? "");
}

function parsed(body: Buffer | undefined): unknown {
  try {
    return JSON.parse(body?.toString("utf8") ?? "");
  } catch {
    return undefined;
  }
}
