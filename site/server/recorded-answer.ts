import { ServerResponse, type IncomingMessage, type OutgoingHttpHeader } from "node:http";

/** What a page answered, whole. */
export type Recorded = { status: number; headers: ReadonlyMap<string, OutgoingHttpHeader>; body: Buffer };

/**
 * Stands in for the way to a browser while a page is made: who asked may hang up, and others who wait for the same page
 * still get it. Knows what Astro does with an answer, and nothing else.
 */
export class RecordedAnswer extends ServerResponse {
  readonly #parts: Buffer[] = [];
  readonly #done = Promise.withResolvers<Recorded>();

  constructor(request: IncomingMessage) {
    super(request);
    this.#done.promise.catch(() => undefined); // whoever waits for it hears of it
  }

  /** The answer, once it is whole. Rejects where the page broke off. */
  get whole(): Promise<Recorded> {
    return this.#done.promise;
  }

  override writeHead(status: number, ...given: unknown[]): this {
    this.statusCode = status;
    const headers = given.at(-1);
    if (typeof headers === "object" && headers !== null) for (const [name, value] of Object.entries(headers)) if (value !== undefined) this.setHeader(name, value as OutgoingHttpHeader); // Node's own type for it
    return this;
  }

  override write(part: unknown, ...rest: unknown[]): boolean {
    this.#parts.push(Buffer.from(part as Uint8Array | string)); // what a stream may give
    const written = rest.at(-1);
    if (typeof written === "function") queueMicrotask(() => written() as void);
    return true;
  }

  override end(part?: unknown): this {
    if (part !== undefined && typeof part !== "function") this.write(part);
    this.#done.resolve({ status: this.statusCode, headers: new Map(this.getHeaderNames().map((name) => [name, this.getHeader(name) ?? ""])), body: Buffer.concat(this.#parts) });
    this.emit("finish");
    this.emit("close");
    return this;
  }

  override destroy(error?: Error): this {
    this.#done.reject(error ?? new Error("The page broke off"));
    this.emit("close");
    return this;
  }
}
