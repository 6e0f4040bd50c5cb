import { Books } from "./books.ts";
import { Clock } from "./clock.ts";
import { Control } from "./control.ts";
import { Courier } from "./courier.ts";
import type { Gateway } from "./gateway.ts";
import { Held } from "./held.ts";
import { Lapses } from "./lapses.ts";
import { Door } from "./server.ts";
import { checkTerminal, SettingError, type Terminal } from "./terminal.ts";

/** How a simulator is started. Only the terminals have no default. */
export interface SimulatorOptions {
  readonly terminals: readonly Terminal[];
  /** 4322 unless said; 0 takes any free port. */
  readonly port?: number | undefined;
  /** 127.0.0.1 unless said. */
  readonly host?: string | undefined;
  /** Where payments and notices are kept; in memory unless said, and then forgotten on close. */
  readonly file?: string | undefined;
  /** The machine's clock in milliseconds, for tests that bring their own. */
  readonly machineClock?: (() => number) | undefined;
  /** How long a merchant may take to answer an IPN, in real time: 15 s unless said. */
  readonly ipnTimeoutMs?: number | undefined;
  /** Hears one plain line per event. */
  readonly log?: ((line: string) => void) | undefined;
}

/** A running gateway. */
export interface Simulator {
  readonly url: string;
  readonly port: number;
  /** Where a shop sends its customers. */
  readonly payUrl: string;
  /** Where a shop asks for querydr and refund. */
  readonly apiUrl: string;
  readonly control: Control;
  /** Stops taking requests, breaks off notices under way (they stay due) and closes the books. */
  readonly close: () => Promise<void>;
}

export const usualPort = 4322;

/**
 * Starts an offline VNPAY gateway in this process and resolves once it listens.
 *
 * Notices that an earlier run left unsent in the same file go out at once.
 *
 * @throws SettingError when the port is taken, the file cannot be written or a terminal is incomplete;
 * its message says what to do
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { port = usualPort, host = "127.0.0.1", file = ":memory:", machineClock = Date.now, ipnTimeoutMs = 15_000, log = () => {} } = options;
  if (options.terminals.length === 0) throw new SettingError("Name at least one terminal: a code, its secret and its IPN address.");
  const terminals = new Map(options.terminals.map((terminal) => [terminal.tmnCode, checkTerminal(terminal)]));
  const books = new Books(file);
  const clock = new Clock(machineClock, Number(books.setting("clockOffsetMs") ?? 0));
  const courier = new Courier({ books, clock, terminals, log, timeoutMs: ipnTimeoutMs });
  const held = new Held();
  const gateway: Gateway = { books, clock, courier, held, terminals, log };
  const lapses = new Lapses(gateway);
  const control = new Control(gateway, lapses);
  const door = new Door(gateway, control);
  const openPort = await door.open(port, host).catch((cause: unknown) => {
    books.close();
    throw cannotListen(cause, port, host);
  });
  courier.sendDue();
  lapses.start();

  const url = `http://${shownHost(host)}:${openPort}`;
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    lapses.stop();
    held.stop();
    await Promise.all([courier.stop(), door.close()]);
    books.close();
  };
  return {
    url,
    port: openPort,
    payUrl: `${url}/paymentv2/vpcpay.html`,
    apiUrl: `${url}/merchant_webapi/api/transaction`,
    control,
    close: () => (closing ??= close()),
  };
}

/** An address a browser on this machine can open, also when we listen on every interface. */
const shownHost = (host: string): string => (host === "0.0.0.0" || host === "::" ? "localhost" : host.includes(":") ? `[${host}]` : host);

function cannotListen(cause: unknown, port: number, host: string): Error {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  const says = code === "EADDRINUSE" ? `Port ${port} is taken. Stop the program that uses it, or choose another with --port.`
    : code === "EACCES" ? `Port ${port} needs special rights. Choose one above 1024 with --port.`
    : `Cannot listen on ${host}:${port} (${cause instanceof Error ? cause.message : String(cause)}). Choose another --host or --port.`;
  return new SettingError(says, { cause });
}
