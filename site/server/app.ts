import { once } from "node:events";
import { mkdirSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { databaseProblem, migrate, openStore, type Store } from "@xudong/database";
import type { Clock } from "@xudong/domain";
import type { Market } from "@xudong/market";
import type { EmbeddedEngine, MeilisearchEngine } from "@xudong/search";
import { buildIfStale, builtEntry, builtFiles } from "./build.ts";
import { movableClock, systemClock } from "./clock.ts";
import { demoSecrets, findDemoSecrets, makeSecrets } from "./demo-secrets.ts";
import { devRoutes } from "./dev-routes.ts";
import { reachableHost, remoteGateway, simulatedGateway, type Gateway } from "./gateway.ts";
import { keptPages } from "./kept-pages.ts";
import { createLog, type Log } from "./log.ts";
import { mailboxIn } from "./mail/mailbox.ts";
import { outboxIn } from "./mail/outbox.ts";
import { marketSettings, paymentMethods } from "./market-settings.ts";
import { ownOrigins } from "./origin-check.ts";
import { pageContext } from "./page-context.ts";
import { createShopServer, type Backstage, type PageLocals, type RenderPage } from "./serve.ts";
import { readMode, readSettings, secretsOf, type Environment, type Settings } from "./settings.ts";
import { startSimulator, type SimulatorProcess } from "./simulator-process.ts";
import { DatabaseError, PlainError } from "./start-failure.ts";
import { staticFiles } from "./static.ts";

/** The market and what it needs, open, with nobody in front of it yet. */
export type OpenMarket = Backstage & {
  readonly settings: Settings;
  readonly store: Store;
  readonly clock: Clock;
  /** Where the simulated gateway is, as programs on this computer reach it; undefined with a real one. */
  readonly simulatorUrl: string | undefined;
  /** Moves the time of the shop and its simulator. Not in production. */
  moveClock(offsetMs: number): Promise<void>;
  close(): Promise<void>;
};

/** A shop that serves. `close` finishes what runs, then stops everything. */
export type Shop = Pick<OpenMarket, "settings" | "market" | "store" | "clock" | "simulatorUrl" | "moveClock" | "close"> & {
  /** Where browsers find it, without a final slash. */
  readonly url: string;
  /** True where this start made the demo's secrets. */
  readonly madeSecrets: boolean;
};

/** Runs one part of starting, so that whoever watches can say what happens and how long it took. */
export type Step = <T>(number: 2 | 3 | 4 | 5, doing: string, work: () => Promise<{ value: T; done: string }>) => Promise<T>;

export type ShopOptions = {
  env: Environment;
  /** Where secrets, the simulator's books and by default the database are kept. */
  dataFolder?: string;
  /** The name under which browsers reach the simulator, where it must differ from the shop's (cookies ignore ports). */
  simulatorHost?: string;
  /** Moves the clock before anything is seeded. */
  offsetMs?: number;
  /** Fills the market with samples. Default: in a demo. */
  seeds?: boolean;
  log?: Log;
  step?: Step;
  /** For tests of this server that need neither the real site nor the real market. */
  instead?: { market?: (store: Store) => Market; renderPage?: RenderPage; simulatorMain?: string };
};

const quietly: Step = async (_number, _doing, work) => (await work()).value;

/** Reads the settings, with the secrets a demo or a test makes for itself. */
export function settingsFrom(env: Environment, dataFolder: string): { settings: Settings; madeSecrets: boolean } {
  const mode = readMode(env);
  if (mode === "production") return { settings: readSettings(env, findDemoSecrets(dataFolder)), madeSecrets: false };
  if (mode === "test") return { settings: readSettings(env, makeSecrets()), madeSecrets: false };
  readSettings(env, makeSecrets()); // a wrong setting is told before anything is written
  const { secrets, areNew } = demoSecrets(dataFolder);
  return { settings: readSettings(env, secrets), madeSecrets: areNew };
}

/** The same for whoever only looks: nothing is written, and missing demo secrets are replaced by passing ones. */
export function settingsToLookWith(env: Environment, dataFolder: string): Settings {
  return readSettings(env, findDemoSecrets(dataFolder) ?? (readMode(env) === "production" ? undefined : makeSecrets()));
}

/**
 * The same for whoever writes into a market without being its shop: never with passing secrets, for nobody could verify
 * the tickets, and the gateway would answer no question.
 *
 * @throws SettingsError, PlainError where the shop's secrets are neither in the environment nor in its data folder
 */
export function settingsToWriteWith(env: Environment, dataFolder: string): Settings {
  const settings = settingsToLookWith(env, dataFolder);
  if (settings.mode === "production" || (settings.mode === "demo" && findDemoSecrets(dataFolder) !== undefined)) return settings;
  const needed = ["APP_SECRET", "TICKET_SIGNING_KEY", "VNPAY_HASH_SECRET"];
  const missing = needed.filter((name) => !env[name]);
  if (missing.length === 0) return settings;
  const cure = settings.mode === "demo" ? "start the shop here first, which makes them, or set" : "set";
  throw new PlainError(`The shop's secrets are not here, and a ticket signed with others would open no gate: ${cure} ${missing.join(", ")} to what the shop has.`);
}

/** Runs `work`; if it fails, whatever it had opened is closed again, last first. */
async function orUndo<T>(work: (undo: (stop: () => unknown) => void) => Promise<T>): Promise<T> {
  const stops: (() => unknown)[] = [];
  try {
    return await work((stop) => void stops.push(stop));
  } catch (error) {
    for (const stop of stops.reverse()) await stop();
    throw error;
  }
}

/**
 * Starts the whole shop: the one place where things are put together.
 *
 * The port is taken first: a busy one is told at once, and whoever asks early hears "in a moment".
 */
export async function startShop(options: ShopOptions): Promise<Shop> {
  const { dataFolder = "data", step = quietly, instead = {} } = options;
  const { settings, madeSecrets } = settingsFrom(options.env, dataFolder);
  const log = options.log ?? createLog({ secrets: secretsOf(settings) });

  return orUndo(async (undo) => {
    const front = createShopServer(log);
    front.server.listen(settings.port, settings.host);
    await once(front.server, "listening");
    undo(() => front.stop(0));
    const { port } = front.server.address() as AddressInfo; // it listens, and not on a pipe

    await step(2, "building the site", async () => {
      if (instead.renderPage !== undefined) return { value: undefined, done: "site left out" };
      return { value: undefined, done: (await buildIfStale()) ? "site built" : "site is up to date" };
    });
    const backstage = await openMarket({ ...options, settings, port, log });
    undo(() => backstage.close());

    await step(5, "opening the doors", async () => {
      const [files, renderPage] = await Promise.all([staticFiles(builtFiles()), instead.renderPage ?? importPages()]);
      const { market, clock } = backstage;
      const kept = instead.market === undefined ? { kept: keptPages({ follow: market.copies.follow, now: () => clock.now() }) } : {};
      front.open({ ...backstage, ...kept, files, renderPage, logsAccess: settings.logsAccess });
      return { value: undefined, done: backstage.isSimulated ? "open, with the payment simulator" : "open" };
    });

    let closing: Promise<void> | undefined;
    const close = async () => {
      await Promise.all([front.stop(), backstage.market.close()]); // requests and jobs under way are finished side by side
      await backstage.close();
    };
    const { market, store, clock, simulatorUrl, moveClock, publicUrl } = backstage;
    return { settings, madeSecrets, market, store, clock, simulatorUrl, moveClock, url: publicUrl, close: () => (closing ??= close()) };
  });
}

type OpenMarketOptions = Omit<ShopOptions, "env" | "log"> & { settings: Settings; log: Log; /** Where the shop in front listens. */ port: number };

/** Opens everything that stands behind the doors: database, clock, simulator, market. */
export async function openMarket({ settings, log, port, dataFolder = "data", step = quietly, simulatorHost, offsetMs, seeds, instead = {} }: OpenMarketOptions): Promise<OpenMarket> {
  return orUndo(async (undo) => {
    const publicUrl = publicUrlOf(settings, port);
    // A process of its own: it starts while we migrate.
    const starting = settings.vnpay.gateway === undefined ? beginSimulator(settings, dataFolder, port, log, instead.simulatorMain) : undefined;
    if (starting !== undefined) undo(() => starting.then((simulator) => simulator.stop(), () => undefined));

    const store = await step(3, "opening the database", async () => {
      const opened = await openMigrated(settings.databaseUrl, log);
      return { value: opened.store, done: opened.steps === 0 ? "database is up to date" : "database migrated" };
    });
    undo(() => store.close());

    const moved = settings.mode === "production" ? undefined : await asDatabaseError(settings, () => movableClock(store, (error) => log.error("reading the clock", error)));
    undo(() => moved?.stop());
    if (offsetMs !== undefined) await moved?.move(offsetMs);
    const clock = moved ?? systemClock;

    await step(4, "filling the market with samples", async () => {
      if (!(seeds ?? settings.mode === "demo")) return { value: undefined, done: "nothing to seed" };
      return { value: undefined, done: await asDatabaseError(settings, () => seed(store, clock)) };
    });

    const simulator = await starting;
    await simulator?.setClock(moved?.offsetMs ?? 0).catch((error: unknown) => log.error("telling the simulator the time", error));
    const gateway = gatewayFor(settings, publicUrl, simulator?.port ?? settings.simulatorPort, simulatorHost);
    const engine = instead.market === undefined ? await openSearch(dataFolder) : undefined;
    undo(() => engine?.close());
    const market = instead.market?.(store) ?? (await createOurMarket({ store, clock, settings, publicUrl, gateway, log, dataFolder, ...(engine === undefined ? {} : { engine }) }));
    market.jobs.start();
    undo(() => market.close());
    const mailbox = settings.mode === "demo" && settings.mail.smtpUrl === undefined ? mailboxIn(outboxIn(dataFolder)) : undefined;
    const origins = ownOrigins(publicUrl, settings.mode === "production" ? undefined : port);

    return {
      settings, store, clock, market, publicUrl, gateway,
      ownOrigins: origins,
      dev: moved === undefined ? undefined : devRoutes(moved, origins, async (to) => simulator?.setClock(to), mailbox),
      mailbox,
      isDemo: settings.mode === "demo",
      isSimulated: simulator !== undefined,
      trustProxy: settings.trustProxy,
      ipnAllow: settings.ipnAllow,
      simulatorUrl: simulator?.url,
      async moveClock(to) {
        if (moved === undefined) throw new Error("In production time passes by itself");
        await moved.move(to);
        await simulator?.setClock(to);
      },
      async close() {
        await market.close();
        await engine?.close();
        await simulator?.stop();
        moved?.stop();
        await store.close();
      },
    };
  });
}

/** A market that nobody visits: it does its jobs and what it is told, and reaches the same gateway as the shop. */
export type Backroom = { market: Market; close(): Promise<void> };

/** Opens the market for a process without doors. Starts neither jobs nor a simulator; whoever opened the store closes it. */
export async function openBackroom(store: Store, settings: Settings, log: Log, dataFolder = "data"): Promise<Backroom> {
  const moved = settings.mode === "production" ? undefined : await asDatabaseError(settings, () => movableClock(store, (error) => log.error("reading the clock", error)));
  const publicUrl = publicUrlOf(settings, settings.port);
  const market = await createOurMarket({ store, clock: moved ?? systemClock, settings, publicUrl, gateway: gatewayFor(settings, publicUrl, settings.simulatorPort), log, dataFolder });
  return {
    market,
    async close() {
      await market.close();
      moved?.stop();
    },
  };
}

/** Starts what `npm run worker` runs: the jobs of the market, and nothing that listens. Its secrets are the shop's: it makes none. */
export async function startWorker({ env, dataFolder = "data", log: given }: Pick<ShopOptions, "env" | "dataFolder" | "log">): Promise<Backroom & { settings: Settings; store: Store }> {
  const settings = settingsToWriteWith(env, dataFolder);
  const log = given ?? createLog({ secrets: secretsOf(settings) });
  const { store } = await openMigrated(settings.databaseUrl, log);
  return orUndo(async (undo) => {
    undo(() => store.close());
    const backroom = await openBackroom(store, settings, log, dataFolder);
    backroom.market.jobs.start();
    const close = async () => {
      await backroom.close();
      await store.close();
    };
    return { ...backroom, settings, store, close };
  });
}

const publicUrlOf = (settings: Settings, port: number): string => settings.publicUrl ?? `http://${reachableHost(settings.host)}:${port}`;

function gatewayFor(settings: Settings, publicUrl: string, simulatorPort: number, simulatorHost?: string): Gateway {
  const { gateway } = settings.vnpay;
  return gateway === undefined ? simulatedGateway(settings, publicUrl, simulatorPort, simulatorHost) : remoteGateway(gateway);
}

function beginSimulator({ host, simulatorPort, vnpay }: Settings, dataFolder: string, shopPort: number, log: Log, main?: string): Promise<SimulatorProcess> {
  mkdirSync(dataFolder, { recursive: true });
  const starting = startSimulator({
    host,
    port: simulatorPort,
    file: join(dataFolder, "vnpay-simulator.sqlite"),
    tmnCode: vnpay.tmnCode,
    secret: vnpay.hashSecret,
    ipnUrl: `http://${reachableHost(host)}:${shopPort}/api/v1/payments/vnpay/ipn`,
    name: "Chợ Xứ Đông",
  }, log, main);
  starting.catch(() => undefined); // whoever awaits it later hears of it
  return starting;
}

/** Opens the database at its newest shape. @throws DatabaseError */
export async function openMigrated(databaseUrl: string, log: Log): Promise<{ store: Store; steps: number }> {
  let store: Store | undefined;
  try {
    store = await openStore(databaseUrl, { log: (message, detail) => (detail === undefined ? log.say(message) : void log.error(message, detail)) });
    const steps = await migrate(store);
    // Lists are read from what verbs keep beside the rows, and rows from before have none of it.
    if (steps > 0) {
      const { mendListsOnce } = await import("@xudong/market");
      await mendListsOnce(store, { actor: { id: "system.migrate" }, now: new Date() });
    }
    return { store, steps };
  } catch (error) {
    await store?.close();
    throw new DatabaseError(databaseUrl, error);
  }
}

/** What a full disk or a locked file does to work that only speaks with the database. */
async function asDatabaseError<T>({ databaseUrl }: Settings, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw databaseProblem(error) === undefined ? error : new DatabaseError(databaseUrl, error);
  }
}

/** The index of this host: a copy that whoever serves pages keeps for itself. */
async function openSearch(dataFolder: string): Promise<EmbeddedEngine> {
  const { openEmbeddedEngine } = await import("@xudong/search");
  return openEmbeddedEngine(join(dataFolder, "search"));
}

/** The search server that all hosts share. Queries are read by this host's index; a worker, which has none, only writes. */
async function openSearchServer(address: NonNullable<Settings["meilisearch"]>, engine: EmbeddedEngine | undefined): Promise<MeilisearchEngine> {
  const { openMeilisearchEngine } = await import("@xudong/search");
  const onlyWrites = async () => Promise.reject(new Error("This process has no index of its own, and searches nothing"));
  return openMeilisearchEngine(address, engine ?? { read: onlyWrites, teach: onlyWrites });
}

type OurParts = { dataFolder: string; store: Store; clock: Clock; settings: Settings; publicUrl: string; gateway: Gateway; log: Log; engine?: EmbeddedEngine };

/** The market over a store. */
async function createOurMarket({ settings, publicUrl, gateway, log, dataFolder, ...parts }: OurParts): Promise<Market> {
  const [{ createMarket }, { mailingFor }] = await Promise.all([import("@xudong/market"), import("./mail/mailing.ts")]);
  return createMarket({
    ...parts,
    mailing: mailingFor(settings, { dataFolder, publicUrl }),
    settings: marketSettings(settings, publicUrl),
    methods: paymentMethods(settings, publicUrl, gateway),
    ...(settings.meilisearch === undefined ? {} : { searchServer: await openSearchServer(settings.meilisearch, parts.engine) }),
    log: log.error,
    tell: log.say,
  });
}

async function seed(store: Store, clock: Clock): Promise<string> {
  const { seedMarket } = await import("../../seed/run.ts");
  const { listings, slots } = await seedMarket(store, { now: clock.now() });
  if (listings > 0) return `market seeded: ${listings} listings, ${slots} times to come`;
  return slots > 0 ? `market has samples; ${slots} new times opened` : "market has its samples";
}

async function importPages(): Promise<RenderPage> {
  type Handler = (request: IncomingMessage, response: ServerResponse, next: undefined, locals: PageLocals) => Promise<void>;
  const { handler }: { handler: Handler } = await import(pathToFileURL(builtEntry()).href);
  return (request, response, locals) => pageContext.run(locals, () => handler(request, response, undefined, locals));
}
