import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { pageScript, stylesheet } from "./assets.ts";
import type { Control } from "./control.ts";
import { answerControl } from "./control-api.ts";
import { refuseStrangers } from "./control-guard.ts";
import type { Gateway } from "./gateway.ts";
import { answerBankList, answerMerchant } from "./merchant-site.ts";
import { notFoundPage } from "./pay-pages.ts";
import { arrive, explainError, walk } from "./pay-site.ts";
import { type Asked, json, page, redirect, type Reply } from "./reply.ts";

const mostBytes = 64 * 1024;

/** The door: reads requests, asks the right part of the gateway, writes its reply. */
export class Door {
  readonly #server: Server;
  readonly #underWay = new Set<Promise<void>>();

  constructor(gateway: Gateway, control: Control) {
    this.#server = createServer((request, response) => {
      const served = serve(gateway, control, request, response).finally(() => this.#underWay.delete(served));
      this.#underWay.add(served);
    });
  }

  /** Resolves with the port once the door is open. */
  open(port: number, host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(port, host, () => {
        const address = this.#server.address();
        resolve(typeof address === "object" && address !== null ? address.port : port);
      });
    });
  }

  /** Lets requests under way finish, then hangs up on whoever is left waiting. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    await Promise.all(this.#underWay);
    this.#server.closeAllConnections();
    await closed;
  }
}

async function serve(gateway: Gateway, control: Control, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const body = await readBody(request);
    const reply = body === null ? json(413, { error: "The body is larger than 64 kB." }) : await route(gateway, control, askedOf(request, body));
    if (reply === null) return;
    await gateway.held.wait(reply.holdMs ?? 0);
    write(response, reply);
  } catch (error) {
    if (request.destroyed && !request.complete) return; // the caller hung up: nobody is left to answer
    gateway.log(`A fault of the simulator itself: ${error instanceof Error ? error.stack : String(error)}`);
    if (!response.headersSent) write(response, json(500, { error: "The simulator has a fault; its log says more." }));
  }
}

function askedOf(request: IncomingMessage, body: string): Asked {
  const target = request.url ?? "/";
  const cut = target.indexOf("?");
  return {
    method: request.method === "HEAD" ? "GET" : (request.method ?? "GET"),
    path: cut < 0 ? target : target.slice(0, cut),
    query: cut < 0 ? "" : target.slice(cut + 1),
    body,
    headers: request.headers,
    peer: request.socket.remoteAddress ?? "",
  };
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes <= mostBytes) chunks.push(chunk);
  }
  return bytes > mostBytes ? null : Buffer.concat(chunks).toString("utf8");
}

const walkPath = /^\/paymentv2\/pay\/([0-9a-f]{32})(\/[a-z]+)?$/;

async function route(gateway: Gateway, control: Control, asked: Asked): Promise<Reply | null> {
  const { method, path } = asked;
  if (path === "/control" || path.startsWith("/control/")) return refuseStrangers(asked) ?? answerControl(control, asked);
  const isGet = method === "GET";
  switch (path) {
    case "/": return isGet ? redirect("/control") : wrongMethod("GET");
    case "/paymentv2/vpcpay.html": return isGet ? arrive(gateway, asked) : wrongMethod("GET");
    case "/paymentv2/Payment/Error.html": return isGet ? explainError(asked) : wrongMethod("GET");
    case "/merchant_webapi/api/transaction": return method === "POST" ? answerMerchant(gateway, asked) : wrongMethod("POST");
    case "/qrpayauth/api/merchant/get_bank_list": return method === "POST" ? answerBankList() : wrongMethod("POST");
    case "/assets/simulator.css": return asset("text/css", stylesheet);
    case "/assets/simulator.js": return asset("text/javascript", pageScript);
  }
  const [, token, step = ""] = walkPath.exec(path) ?? [];
  if (token === undefined) return page(404, notFoundPage());
  return isGet || method === "POST" ? walk(gateway, asked, token, step) : wrongMethod("GET, POST");
}

const wrongMethod = (allow: string): Reply => ({ ...json(405, { error: `Use ${allow}.` }), headers: { allow, "content-type": "application/json" } });

const asset = (type: string, body: string): Reply => ({ status: 200, headers: { "content-type": `${type}; charset=utf-8` }, body });

function write(response: ServerResponse, { status, headers, body, isCut }: Reply): void {
  response.writeHead(status, {
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    ...headers,
    "content-length": Buffer.byteLength(body),
  });
  if (isCut !== true) response.end(body);
  else response.write(body.slice(0, body.length / 2), () => response.destroy());
}
