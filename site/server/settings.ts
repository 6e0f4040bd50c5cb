import { BlockList, isIP } from "node:net";
import { createPrivateKey } from "node:crypto";
import { z } from "zod";
import { cleanLine, parseEmail } from "@xudong/domain";
import { loopbackNames } from "./client-address.ts";
import { demoMark, type Secrets } from "./demo-secrets.ts";
import { pemOfSigningKey } from "./signing-key.ts";

export const modes = ["demo", "production", "test"] as const;
export type Mode = (typeof modes)[number];

/** How the shop was told to run: every setting of the environment, read once, checked, with its defaults filled in. */
export type Settings = {
  mode: Mode;
  host: string;
  /** 0 takes any free port; the address is known once the shop listens. */
  port: number;
  /** Without a slash at its end. Absent: the address the shop listens at. */
  publicUrl: string | undefined;
  databaseUrl: string;
  /** Newest first: the first makes new keys, the others still recognise theirs. */
  appSecrets: readonly string[];
  /** Ed25519 private keys in PEM, newest first: the first signs, all verify. */
  ticketSigningKeys: readonly string[];
  vnpay: {
    tmnCode: string;
    hashSecret: string;
    previousHashSecrets: readonly string[];
    /** Absent: the simulator speaks for this terminal. */
    gateway: { payUrl: string; apiUrl: string } | undefined;
  };
  /** 0 takes any free port. */
  simulatorPort: number;
  mail: {
    /** Absent: mail is laid in a folder. */
    smtpUrl: string | undefined;
    /** Who mail comes from; its name may be empty. */
    from: { name: string; address: string } | undefined;
  };
  /** A search server that all hosts share. Absent: each host finds by an index of its own. */
  meilisearch: { url: string; key: string | undefined } | undefined;
  /** Where payment notices may come from; absent: from anywhere, because their signature is the proof. */
  ipnAllow: readonly string[] | undefined;
  /** Proxies between the internet and us, each of which adds one address to X-Forwarded-For. */
  trustProxy: number;
  rateLimits: boolean;
  logsAccess: boolean;
};

/** The environment, as `process.env` has it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Every setting that is wrong, each in one sentence with its cure. Never carries the value of a secret. */
export class SettingsError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    const [only] = problems;
    super(problems.length === 1 && only !== undefined ? only : `${problems.length} settings are wrong:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`);
    this.name = "SettingsError";
    this.problems = problems;
  }
}

/** What only the demo and the tests make up for themselves. */
export const demoTerminal = "XUDONG01";
const defaultPort = 4321;
const longEnough = 32;
const howToMakeASecret = "make one with: openssl rand -base64 32";
const howToMakeAKey = "make one with: openssl genpkey -algorithm ed25519";

/** "PORT is "abc": " – for a value that may be shown. */
const shown = (cure: string) => ({ error: (issue: { input?: unknown }) => `is "${withoutPassword(String(issue.input))}": ${cure}` });

const wholeNumber = (least: number, most: number, cure: string) =>
  z.string().regex(/^\d{1,6}$/, shown(cure)).transform(Number).refine((number) => number >= least && number <= most, shown(cure));
const port = (example: number) => wholeNumber(0, 65_535, `use a port from 1 to 65535, such as ${example}.`);
const list = (text: string): string[] => text.split(",").map((part) => part.trim()).filter((part) => part !== "");

/** A web address without anything after its path; `bare` allows no path either. */
function webAddress(cure: string, { bare }: { bare: boolean }) {
  return z.string().refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== "" || url.hash !== "" || url.search !== "") return false;
    return !bare || url.pathname === "/";
  }, shown(cure)).transform((text) => (bare ? new URL(text).origin : text));
}

/** Commas and nothing between them are a slip of the pen, and must not mean "none". */
const someOf = (cure: string) => z.string().transform(list).refine((parts) => parts.length > 0, `names nothing: ${cure}`);

const secretList = someOf(howToMakeASecret)
  .refine((secrets) => secrets.every((secret) => secret.length >= longEnough), `holds a secret of fewer than ${longEnough} characters: ${howToMakeASecret}`);

const signingKeys = z.string().transform((text, context) => {
  const pems = list(text).map(pemOfSigningKey);
  if (pems.length > 0 && pems.every((pem) => pem !== undefined)) return pems;
  context.addIssue({ code: "custom", message: `is not an Ed25519 key (PKCS8 PEM, or its 32 bytes in base64url): ${howToMakeAKey}` });
  return z.NEVER;
});

const howToListAddresses = "list addresses or networks with commas between them, such as 203.0.113.7,198.51.100.0/24.";
const addresses = someOf(howToListAddresses).refine((entries) => allowList(entries) !== undefined, shown(howToListAddresses));

const shortestVnpaySecret = 16;
const howToGetVnpaySecret = "is shorter than any secret VNPAY gives out: copy it whole from the merchant portal.";
const vnpaySecrets = someOf("leave it out where VNPAY changes no secret.").refine((secrets) => secrets.every((secret) => secret.length >= shortestVnpaySecret), howToGetVnpaySecret);

const howToNameAServer = "use the address of your mail server, such as smtps://user:password@mail.example:465 or smtp://user:password@mail.example:587; signs like @ or / in the password are written %40 or %2F.";
const smtpAddress = z.string().refine((text) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^smtps?:$/.test(url.protocol) && url.hostname !== "" && /^\/?$/.test(url.pathname) && url.hash === "" && (url.search === "" || url.search === "?tls=required") && isSpelled(url.username) && isSpelled(url.password);
}, shown(howToNameAServer));

function isSpelled(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

const howToNameASender = "use an address that may send, with or without a name before it, such as Chợ Quê <cho@cho.example>.";
const sender = z.string().transform((text, context) => {
  const [, name, inBrackets, bare] = /^(?:([^<>"]*?)\s*<([^<>\s]+)>|(\S+))$/.exec(text) ?? [];
  const address = parseEmail(inBrackets ?? bare ?? "");
  if (address !== undefined) return { name: cleanLine(name ?? ""), address };
  context.addIssue({ code: "custom", message: `is "${text}": ${howToNameASender}` });
  return z.NEVER;
});

const howToGetMeiliKey = "is shorter than any key of Meilisearch: copy one that may search, and write documents, settings, indexes and tasks.";

const given = z.object({
  PORT: port(defaultPort).optional(),
  HOST: z.string().refine((text) => isIP(text) !== 0 || /^[A-Za-z0-9.-]+$/.test(text), shown("use an address of this computer, such as 127.0.0.1 (only this computer) or 0.0.0.0 (everybody who reaches it).")).optional(),
  PUBLIC_URL: webAddress("use the address buyers type, without a path, such as https://chocua.example.", { bare: true }).optional(),
  DATABASE_URL: z.string().regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, shown("use file:data/xudong.sqlite or postgres://user:password@host/name.")).optional(),
  APP_SECRET: secretList.optional(),
  TICKET_SIGNING_KEY: signingKeys.optional(),
  VNPAY_TMN_CODE: z.string().regex(/^[A-Za-z0-9]{8}$/, shown("use the 8 letters and digits VNPAY gave your terminal.")).optional(),
  VNPAY_HASH_SECRET: z.string().min(shortestVnpaySecret, howToGetVnpaySecret).optional(),
  VNPAY_HASH_SECRET_PREVIOUS: vnpaySecrets.optional(),
  VNPAY_PAY_URL: webAddress("use the address of VNPAY's pay page, such as https://pay.vnpay.vn/vpcpay.html.", { bare: false }).optional(),
  VNPAY_API_URL: webAddress("use the address of VNPAY's merchant API, which ends in /merchant_webapi/api/transaction.", { bare: false }).optional(),
  VNPAY_SIMULATOR_PORT: port(defaultPort + 1).optional(),
  SMTP_URL: smtpAddress.optional(),
  MAIL_FROM: sender.optional(),
  MEILI_URL: webAddress("use the address of your Meilisearch, such as http://127.0.0.1:7700.", { bare: true }).optional(),
  MEILI_KEY: z.string().min(8, howToGetMeiliKey).optional(),
  IPN_ALLOW: addresses.optional(),
  TRUST_PROXY: wholeNumber(0, 10, "use the number of proxies in front of the shop, 0 to 10.").optional(),
  RATE_LIMITS: z.enum(["on", "off"], shown('use "on" or "off".')).optional(),
  LOG: z.enum(["access", "errors"], shown('use "access" to log every request, or "errors".')).optional(),
});
type Given = z.infer<typeof given>;

/** Reads the mode alone: whoever provides the demo's secrets must know it first. @throws SettingsError */
export function readMode(env: Environment): Mode {
  const mode = env["XUDONG_MODE"] || "demo";
  if (modes.some((known) => known === mode)) return mode as Mode; // just looked up
  throw new SettingsError([`XUDONG_MODE is "${mode}": use demo, production or test.`]);
}

/**
 * Reads every setting from the environment. An empty one counts as absent.
 *
 * `made` are the secrets this house made for itself (`demo-secrets.ts`): they fill in what a demo or test was not
 * given, and production is refused when it was given one of them.
 *
 * @throws SettingsError naming every setting that is wrong or missing
 */
export function readSettings(env: Environment, made: Secrets | undefined): Settings {
  const mode = readMode(env);
  const present = Object.fromEntries(Object.keys(given.shape).flatMap((name) => (env[name] ? [[name, env[name].trim()]] : [])));
  const parsed = given.safeParse(present);
  const problems = parsed.success ? [] : parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`);
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map((issue) => String(issue.path[0])));
  const values: Given = parsed.success ? parsed.data : {};
  if (mode === "production") problems.push(...missingInProduction(present, wrong), ...refusedInProduction(values, present, made));
  problems.push(...whatDoesNotFit(mode, present, values));
  if (problems.length > 0) throw new SettingsError(problems);

  const ourPort = values.PORT ?? defaultPort;
  const { VNPAY_PAY_URL: payUrl, VNPAY_API_URL: apiUrl } = values;
  return {
    mode,
    host: values.HOST ?? "127.0.0.1",
    port: ourPort,
    publicUrl: values.PUBLIC_URL,
    databaseUrl: values.DATABASE_URL ?? "file:data/xudong.sqlite",
    appSecrets: values.APP_SECRET ?? [required(made).appSecret],
    ticketSigningKeys: values.TICKET_SIGNING_KEY ?? [required(made).ticketSigningKey],
    vnpay: {
      tmnCode: values.VNPAY_TMN_CODE ?? demoTerminal,
      hashSecret: values.VNPAY_HASH_SECRET ?? required(made).vnpayHashSecret,
      previousHashSecrets: values.VNPAY_HASH_SECRET_PREVIOUS ?? [],
      gateway: payUrl !== undefined && apiUrl !== undefined ? { payUrl, apiUrl } : undefined,
    },
    simulatorPort: values.VNPAY_SIMULATOR_PORT ?? (ourPort === 0 ? 0 : ourPort + 1),
    mail: { smtpUrl: values.SMTP_URL, from: values.MAIL_FROM },
    meilisearch: values.MEILI_URL === undefined ? undefined : { url: values.MEILI_URL, key: values.MEILI_KEY },
    ipnAllow: values.IPN_ALLOW,
    trustProxy: values.TRUST_PROXY ?? 0,
    rateLimits: values.RATE_LIMITS !== "off",
    logsAccess: (values.LOG ?? (mode === "production" ? "access" : "errors")) === "access",
  };
}

function required(made: Secrets | undefined): Secrets {
  if (made === undefined) throw new Error("Only production runs without secrets of its own making, and it was checked for missing ones");
  return made;
}

const neededInProduction: Readonly<Record<string, string>> = {
  PUBLIC_URL: "set it to the address buyers type, such as https://chocua.example.",
  DATABASE_URL: "set it to file:/srv/xudong/xudong.sqlite or postgres://user:password@host/name.",
  APP_SECRET: howToMakeASecret,
  TICKET_SIGNING_KEY: howToMakeAKey,
  VNPAY_TMN_CODE: "set it to the code VNPAY gave your terminal.",
  VNPAY_HASH_SECRET: "copy it from VNPAY's merchant portal.",
  VNPAY_PAY_URL: "set it to VNPAY's pay page; the simulator does not run in production.",
  VNPAY_API_URL: "set it to VNPAY's merchant API; the simulator does not run in production.",
};

function missingInProduction(present: Record<string, unknown>, wrong: ReadonlySet<string>): string[] {
  return Object.entries(neededInProduction).flatMap(([name, cure]) => (name in present || wrong.has(name) ? [] : [`${name} is missing, and production needs it: ${cure}`]));
}

function refusedInProduction(values: Given, present: Record<string, string | undefined>, made: Secrets | undefined): string[] {
  const problems: string[] = [];
  const isDemo = (text: string) => text.startsWith(demoMark) || text === made?.appSecret || text === made?.vnpayHashSecret;
  if (values.PUBLIC_URL?.startsWith("http:")) problems.push(`PUBLIC_URL is "${values.PUBLIC_URL}": production is served over https, because it takes payments.`);
  if (values.APP_SECRET?.some(isDemo)) problems.push(`APP_SECRET is a demo's secret, which production refuses: ${howToMakeASecret}`);
  if (values.TICKET_SIGNING_KEY?.some((pem) => made !== undefined && isSameKey(pem, made.ticketSigningKey))) problems.push(`TICKET_SIGNING_KEY is a demo's key, which production refuses: ${howToMakeAKey}`);
  if (values.VNPAY_HASH_SECRET !== undefined && isDemo(values.VNPAY_HASH_SECRET)) problems.push("VNPAY_HASH_SECRET is a demo's secret, which production refuses: copy yours from VNPAY's merchant portal.");
  if (values.VNPAY_HASH_SECRET_PREVIOUS?.some(isDemo)) problems.push("VNPAY_HASH_SECRET_PREVIOUS holds a demo's secret, which production refuses: anybody who has seen the demo could sign notices with it. Take it out.");
  if (values.VNPAY_TMN_CODE === demoTerminal) problems.push(`VNPAY_TMN_CODE is "${demoTerminal}", the simulator's terminal, which production refuses: use the code VNPAY gave you.`);
  for (const name of ["VNPAY_PAY_URL", "VNPAY_API_URL"] as const) {
    const url = values[name] === undefined ? undefined : new URL(values[name]);
    if (url === undefined) continue;
    if (loopbackNames.includes(url.hostname)) problems.push(`${name} leads to this computer, where only the simulator answers, and production refuses it: use VNPAY's address.`);
    else if (url.protocol !== "https:") problems.push(`${name} is "${values[name]}": production pays over https only.`);
  }
  if ("VNPAY_SIMULATOR_PORT" in present) problems.push("VNPAY_SIMULATOR_PORT is set, but the simulator does not run in production: remove it.");
  if (values.RATE_LIMITS === "off") problems.push("RATE_LIMITS is off, which only load tests may do: remove it.");
  return problems;
}

/** Settings that are right alone and wrong together. */
function whatDoesNotFit(mode: Mode, present: Record<string, unknown>, values: Given): string[] {
  const problems: string[] = [];
  const [pay, api] = ["VNPAY_PAY_URL" in present, "VNPAY_API_URL" in present];
  if (pay !== api && mode !== "production") problems.push(`${pay ? "VNPAY_API_URL" : "VNPAY_PAY_URL"} is missing beside ${pay ? "VNPAY_PAY_URL" : "VNPAY_API_URL"}: set both, or neither to use the simulator.`);
  if ("MEILI_KEY" in present && !("MEILI_URL" in present)) problems.push("MEILI_KEY is set and no MEILI_URL: set the address of your Meilisearch too, or leave both out.");
  if (mode === "production" && "MEILI_URL" in present && !("MEILI_KEY" in present)) problems.push("MEILI_KEY is missing beside MEILI_URL, and production needs it: a Meilisearch without a key is open to whoever reaches it.");
  if (values.SMTP_URL !== undefined && values.MAIL_FROM === undefined) problems.push(`MAIL_FROM is missing beside SMTP_URL: ${howToNameASender}`);
  const { PORT: ours = defaultPort, VNPAY_SIMULATOR_PORT: theirs } = values;
  if (theirs !== undefined && theirs !== 0 && theirs === ours) problems.push(`VNPAY_SIMULATOR_PORT is ${theirs}, which is the shop's own PORT: choose another.`);
  if (ours === 65_535 && theirs === undefined && !pay) problems.push("PORT is 65535 and leaves no port after it for the simulator: choose a smaller one, or set VNPAY_SIMULATOR_PORT.");
  return problems;
}

function isSameKey(one: string, other: string): boolean {
  return createPrivateKey(one).export({ type: "pkcs8", format: "pem" }) === createPrivateKey(other).export({ type: "pkcs8", format: "pem" });
}

/** A list of addresses and networks to look addresses up in; undefined where an entry is neither. */
export function allowList(entries: readonly string[]): BlockList | undefined {
  const known = new BlockList();
  for (const entry of entries) {
    const [address = "", prefix, ...rest] = entry.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    const most = family === "ipv6" ? 128 : 32;
    if (isIP(address) === 0 || rest.length > 0) return undefined;
    if (prefix === undefined) known.addAddress(address, family);
    else if (/^\d{1,3}$/.test(prefix) && Number(prefix) <= most) known.addSubnet(address, Number(prefix), family);
    else return undefined;
  }
  return known;
}

/** A database's or gateway's address as it may be shown: whoever is named in it keeps their password. */
export function withoutPassword(text: string): string {
  return text.replace(/(\/\/[^/:@\s]*):[^/@\s]*@/g, "$1:•••@");
}

/** The secrets in force, so that a log can keep them out of itself. */
export function secretsOf(settings: Settings): string[] {
  return [...settings.appSecrets, ...settings.ticketSigningKeys, settings.vnpay.hashSecret, ...settings.vnpay.previousHashSecrets, ...passwordOf(settings.mail.smtpUrl), ...(settings.meilisearch?.key === undefined ? [] : [settings.meilisearch.key])];
}

const passwordOf = (url: string | undefined): string[] => (url === undefined || new URL(url).password === "" ? [] : [decodeURIComponent(new URL(url).password)]);
