import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { AstroIntegration } from "astro";
import { openMarket, settingsFrom, type OpenMarket } from "./app.ts";
import { clientAddress } from "./client-address.ts";
import { createLog, type Log } from "./log.ts";
import { comesFromUs, isUnsafe } from "./origin-check.ts";
import { pageContext } from "./page-context.ts";
import { refusals, refuse } from "./plain-answer.ts";
import { readTarget } from "./request-target.ts";
import { apiOf, mailLocals, pageLocals } from "./serve.ts";
import { secretsOf } from "./settings.ts";
import { startFailure } from "./start-failure.ts";

/** Outlives Astro's own restarts, which run this anew when its configuration changes. */
const kept = Symbol.for("xudong.marketInDev");

type Kept = { opening?: Promise<{ market: OpenMarket; log: Log }> };

/**
 * Under `astro dev`: opens the market with its simulator, answers API, notices and health beside Astro's pages, and
 * hands pages their locals through the middleware. A built site gets all of that from `app.ts`.
 */
export function devMarket(): AstroIntegration {
  return {
    name: "xudong:dev",
    hooks: {
      "astro:server:setup": ({ server, logger }) => {
        const house = keptHouse();
        // Not before Vite listens: the simulator must be told where notices go.
        const opening = new Promise<NonNullable<Kept["opening"]>>((done) => {
          const open = () => done((house.opening ??= openHere((server.httpServer?.address() as AddressInfo).port))); // it listens, and not on a pipe
          if (server.httpServer?.listening === true) open();
          else server.httpServer?.once("listening", open);
        }).then((opened) => opened);
        opening.catch((error: unknown) => logger.error(startFailure(error) ?? String(error)));

        server.middlewares.use((request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => {
          void (async () => {
            const { market, log } = await opening;
            const target = readTarget(request);
            if (target === undefined) return next(); // Vite's own addresses are not all like ours
            const address = clientAddress(request, 0);
            if (await apiOf(market, log)(request, response, target, address)) return;
            if (isUnsafe(request.method ?? "GET") && !comesFromUs(request.headers, market.ownOrigins)) return refuse(request, response, refusals.foreign);
            pageContext.run({ ...pageLocals(market, target, address, request.url ?? "", log), ...mailLocals(market, request, target.path, address) }, next);
          })().catch(next);
        });
      },
    },
  };
}

/** Stops what `astro dev` does not know of. */
export async function closeDevMarket(): Promise<void> {
  await (await keptHouse().opening)?.market.close();
}

function keptHouse(): Kept {
  const house = (Reflect.get(globalThis, kept) as Kept | undefined) ?? {};
  Reflect.set(globalThis, kept, house);
  return house;
}

async function openHere(port: number): Promise<{ market: OpenMarket; log: Log }> {
  const { settings } = settingsFrom(process.env, "data");
  const log = createLog({ secrets: secretsOf(settings) });
  return { market: await openMarket({ settings, log, port }), log };
}
