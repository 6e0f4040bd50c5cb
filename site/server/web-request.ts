import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";

/** More than any form or API request of ours needs; photographs will have a way of their own. */
export const mostBodyBytes = 256 * 1024;

/** Reads a request's whole body; undefined where it is larger than we take. */
export async function readBody(request: IncomingMessage, most = mostBodyBytes): Promise<Buffer | undefined> {
  if (Number(request.headers["content-length"] ?? 0) > most) return undefined;
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts, size);
}

/** A request as the Fetch API knows it, for those who must not depend on Node's server. */
export function toWebRequest(request: IncomingMessage, url: string, body: Buffer | undefined): Request {
  const headers = new Headers();
  for (let i = 0; i + 1 < request.rawHeaders.length; i += 2) {
    const [name = "", value = ""] = request.rawHeaders.slice(i, i + 2);
    headers.append(name, value);
  }
  const method = request.method ?? "GET";
  return new Request(url, { method, headers, ...(body !== undefined && body.length > 0 ? { body: new Uint8Array(body) } : {}) });
}

/** Sends an answer of the Fetch API. */
export async function sendWebResponse(answer: Response, response: ServerResponse, isHead: boolean): Promise<void> {
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) if (name !== "set-cookie") response.setHeader(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader("set-cookie", cookies);
  if (answer.body === null || isHead) {
    await answer.body?.cancel();
    response.end();
    return;
  }
  if (answer.headers.has("content-length") || !isTextual(answer)) {
    await pipeline(Readable.fromWeb(answer.body as ReadableStream), response); // the DOM's type and Node's are the same stream
    return;
  }
  response.end(Buffer.from(await answer.arrayBuffer())); // whole, so that it gets a length
}

const isTextual = (answer: Response): boolean => /json|^text\/plain/.test(answer.headers.get("content-type") ?? "");
