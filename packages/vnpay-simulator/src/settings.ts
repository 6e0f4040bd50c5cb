import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { SimulatorOptions } from "./simulator.ts";
import { isTerminalState, SettingError, type Terminal, terminalStates } from "./terminal.ts";

export const help = `vnpay-simulator: an offline VNPAY gateway. No real money, no network.
Cổng thanh toán VNPAY giả lập, chạy ngoại tuyến. Không có tiền thật.

  vnpay-simulator --secret SECRET --ipn http://127.0.0.1:4321/payments/vnpay/ipn

  --terminal CODE   terminal code, 8 letters or digits (XUDONG01)
  --secret SECRET   the secret your shop signs with; needed
  --ipn URL         your shop's IPN address; without it every notice fails
  --merchant NAME   name shown to the customer
  --port PORT       4322; 0 takes any free port
  --host HOST       127.0.0.1
  --file FILE       keep payments and notices in this SQLite file (in memory)
  --config FILE     JSON with several terminals:
                    {"terminals":[{"tmnCode":"","secret":"","ipnUrl":"","merchantName":"",
                    "state":"open"}]}; the others are locked (04) and unapproved (71)
  --quiet           print nothing but problems
  --help, --version

The addresses of pay page, API and control page are printed at the start; the README
says how to use them. Each setting but --quiet may also come from the environment, for
example VNPAY_SIMULATOR_SECRET.`;

export const flags = {
  terminal: { type: "string" }, secret: { type: "string" }, ipn: { type: "string" }, merchant: { type: "string" },
  port: { type: "string" }, host: { type: "string" }, file: { type: "string" }, config: { type: "string" },
  quiet: { type: "boolean" }, help: { type: "boolean" }, version: { type: "boolean" },
} as const;

export type Wish =
  | { readonly kind: "help" }
  | { readonly kind: "version" }
  | { readonly kind: "start"; readonly isQuiet: boolean; readonly options: SimulatorOptions };

/**
 * Reads what the person wants from flags, then from the environment.
 *
 * @throws SettingError in one sentence with the cure
 */
export function readWish(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): Wish {
  const given = parse(args);
  if (given.help === true) return { kind: "help" };
  if (given.version === true) return { kind: "version" };
  const from = (name: "terminal" | "secret" | "ipn" | "merchant" | "port" | "host" | "file" | "config"): string | undefined =>
    given[name] ?? (environment[`VNPAY_SIMULATOR_${name.toUpperCase()}`] || undefined);
  const config = from("config");
  return {
    kind: "start",
    isQuiet: given.quiet === true,
    options: {
      port: readPort(from("port")),
      host: from("host"),
      file: from("file"),
      terminals: config === undefined
        ? [oneTerminal(from("terminal"), from("secret"), from("ipn"), from("merchant"))]
        : readTerminals(config),
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, allowPositionals: false }).values;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split("\n")[0] : String(cause);
    throw new SettingError(`${reason ?? ""} See vnpay-simulator --help.`, { cause });
  }
}

function readPort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65535) throw new SettingError(`Port "${text}" must be a whole number from 0 to 65535.`);
  return Number(text);
}

function oneTerminal(tmnCode = "XUDONG01", secret: string | undefined, ipnUrl: string | undefined, merchantName: string | undefined): Terminal {
  if (secret === undefined) {
    throw new SettingError("A secret is missing. Start with --secret SECRET or set VNPAY_SIMULATOR_SECRET, the same one your shop signs with.");
  }
  return { tmnCode, secret, ipnUrl, merchantName };
}

function readTerminals(file: string): Terminal[] {
  const wrong = (reason: string, cause?: unknown): SettingError =>
    new SettingError(`Cannot use "${file}": ${reason} It needs {"terminals":[{"tmnCode","secret","ipnUrl","merchantName"}]}.`, { cause });
  let config: unknown;
  try {
    config = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw wrong(`${cause instanceof Error ? cause.message : String(cause)}.`, cause);
  }
  const listed = typeof config === "object" && config !== null && "terminals" in config ? config.terminals : undefined;
  if (!Array.isArray(listed)) throw wrong("there is no list of terminals.");
  return listed.map((given: unknown): Terminal => {
    const fields = typeof given === "object" && given !== null ? (given as Readonly<Record<string, unknown>>) : {};
    const text = (name: string): string | undefined => {
      const value = fields[name];
      if (value !== undefined && typeof value !== "string") throw wrong(`${name} must be text.`);
      return value;
    };
    const state = text("state");
    if (state !== undefined && !isTerminalState(state)) throw wrong(`state must be one of ${terminalStates.join(", ")}.`);
    return { tmnCode: text("tmnCode") ?? "", secret: text("secret") ?? "", ipnUrl: text("ipnUrl"), merchantName: text("merchantName"), state };
  });
}
