import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { makeSecrets } from "./demo-secrets.ts";
import { readSettings, secretsOf, SettingsError, withoutPassword, type Environment } from "./settings.ts";
import { newSigningKey, pemOfSigningKey, keyIdOf } from "./signing-key.ts";

const made = makeSecrets();
const secret = () => randomBytes(32).toString("base64url");

/** A production environment in which nothing is wrong. */
const production = (told: Environment = {}): Environment => ({
  XUDONG_MODE: "production",
  PUBLIC_URL: "https://cho.example",
  DATABASE_URL: "postgres://xudong:hunter2hunter2@db.example/xudong",
  APP_SECRET: secret(),
  TICKET_SIGNING_KEY: newSigningKey(),
  VNPAY_TMN_CODE: "ABCD1234",
  VNPAY_HASH_SECRET: "Q7RZP2MXW8TKD4HNB6VYJ3CFLGAS5E91",
  VNPAY_PAY_URL: "https://pay.vnpay.example/vpcpay.html",
  VNPAY_API_URL: "https://pay.vnpay.example/merchant_webapi/api/transaction",
  ...told,
});

function problemsOf(env: Environment): readonly string[] {
  try {
    readSettings(env, made);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
}

test("an empty environment is a demo on this computer, with the simulator one port further", () => {
  const settings = readSettings({}, made);
  expect(settings).toMatchObject({ mode: "demo", host: "127.0.0.1", port: 4321, simulatorPort: 4322, databaseUrl: "file:data/xudong.sqlite", trustProxy: 0, rateLimits: true, logsAccess: false });
  expect(settings.vnpay).toMatchObject({ tmnCode: "XUDONG01", hashSecret: made.vnpayHashSecret, gateway: undefined });
});

test("an empty setting counts as absent", () => {
  expect(readSettings({ PORT: "", PUBLIC_URL: "" }, made)).toMatchObject({ port: 4321, publicUrl: undefined });
});

test("a mail server and who mail comes from are read, with the server's password kept out of sight", () => {
  const settings = readSettings({ SMTP_URL: "smtps://ch%E1%BB%A3:m%40t%20kh%E1%BA%A9u@mail.example:465", MAIL_FROM: "Chợ  Quê <Cho@Cho.example>" }, made);
  expect(settings.mail).toEqual({ smtpUrl: "smtps://ch%E1%BB%A3:m%40t%20kh%E1%BA%A9u@mail.example:465", from: { name: "Chợ Quê", address: "cho@cho.example" } });
  expect(secretsOf(settings)).toContain("m@t khẩu");
  expect(readSettings({ MAIL_FROM: "cho@cho.example" }, made).mail).toEqual({ smtpUrl: undefined, from: { name: "", address: "cho@cho.example" } });
});

test("a public address loses its final slash", () => {
  expect(readSettings({ PUBLIC_URL: "https://cho.example/" }, made).publicUrl).toBe("https://cho.example");
});

test.each([
  ["PORT", "four", "PORT is \"four\""],
  ["PORT", "70000", "use a port"],
  ["HOST", "http://x", "HOST is"],
  ["PUBLIC_URL", "cho.example", "PUBLIC_URL is"],
  ["PUBLIC_URL", "https://cho.example/shop", "without a path"],
  ["DATABASE_URL", "mysql://x", "DATABASE_URL is"],
  ["VNPAY_TMN_CODE", "ABC", "8 letters and digits"],
  ["TRUST_PROXY", "true", "number of proxies"],
  ["RATE_LIMITS", "none", "\"on\" or \"off\""],
  ["LOG", "all", "LOG is"],
  ["IPN_ALLOW", "203.0.113.0/99", "networks"],
  ["SMTP_URL", "mail.example:25", "the address of your mail server"],
  ["SMTP_URL", "https://user:hunter2hunter2@mail.example", "SMTP_URL is \"https://user:•••@mail.example\""],
  ["SMTP_URL", "smtp://mail.example/?tls=none", "the address of your mail server"],
  ["SMTP_URL", "smtps://mail.example", "MAIL_FROM is missing beside SMTP_URL"],
  ["MEILI_URL", "meili:7700", "use the address of your Meilisearch"],
  ["MEILI_KEY", "a long enough key", "MEILI_KEY is set and no MEILI_URL"],
  ["MAIL_FROM", "Chợ Quê", "an address that may send"],
  ["MAIL_FROM", "Chợ <cho@cho.example>, b@cho.example", "an address that may send"],
  ["APP_SECRET", "short", "fewer than 32"],
  ["TICKET_SIGNING_KEY", "not a key", "Ed25519"],
  ["VNPAY_HASH_SECRET_PREVIOUS", "Q7RZP2MXW8TKD4HNB6VYJ3CFLGAS5E91,short", "shorter than any secret VNPAY gives out"],
  ["APP_SECRET", ",", "openssl rand"],
  ["TICKET_SIGNING_KEY", " , ", "openssl genpkey"],
  ["IPN_ALLOW", ",", "203.0.113.7"],
  ["VNPAY_HASH_SECRET_PREVIOUS", ",", "leave it out"],
  ["XUDONG_MODE", "staging", "demo, production or test"],
])("a wrong %s (%s) is named with its cure", (name, value, sentence) => {
  const problems = problemsOf({ [name]: value });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(name);
  expect(problems[0]).toContain(sentence);
});

test("all wrong settings are told at once", () => {
  expect(problemsOf({ PORT: "x", TRUST_PROXY: "y", LOG: "z" })).toHaveLength(3);
});

test("the shop and its simulator cannot share a port", () => {
  expect(problemsOf({ PORT: "5000", VNPAY_SIMULATOR_PORT: "5000" })[0]).toContain("the shop's own PORT");
});

test("half a gateway is no gateway", () => {
  expect(problemsOf({ VNPAY_PAY_URL: "https://pay.vnpay.example/vpcpay.html" })).toEqual([expect.stringContaining("VNPAY_API_URL is missing beside VNPAY_PAY_URL")]);
});

test("production starts where nothing is missing, and logs requests", () => {
  expect(readSettings(production(), made)).toMatchObject({ mode: "production", publicUrl: "https://cho.example", logsAccess: true });
});

test("production names each setting it misses", () => {
  const problems = problemsOf({ XUDONG_MODE: "production" });
  for (const name of ["PUBLIC_URL", "DATABASE_URL", "APP_SECRET", "TICKET_SIGNING_KEY", "VNPAY_TMN_CODE", "VNPAY_HASH_SECRET", "VNPAY_PAY_URL", "VNPAY_API_URL"])
    expect(problems.filter((problem) => problem.startsWith(`${name} is missing`))).toHaveLength(1);
});

test.each([
  ["a demo's secret", { APP_SECRET: made.appSecret }, "APP_SECRET is a demo's secret"],
  ["a demo's secret behind a new one", { APP_SECRET: `${secret()},${made.appSecret}` }, "APP_SECRET is a demo's secret"],
  ["a secret of some other demo", { APP_SECRET: makeSecrets().appSecret }, "APP_SECRET is a demo's secret"],
  ["a demo's ticket key", { TICKET_SIGNING_KEY: made.ticketSigningKey }, "TICKET_SIGNING_KEY is a demo's key"],
  ["a demo's gateway secret", { VNPAY_HASH_SECRET: made.vnpayHashSecret }, "VNPAY_HASH_SECRET is a demo's secret"],
  ["a demo's gateway secret as the previous one", { VNPAY_HASH_SECRET_PREVIOUS: made.vnpayHashSecret }, "VNPAY_HASH_SECRET_PREVIOUS holds a demo's secret"],
  ["the simulator's terminal", { VNPAY_TMN_CODE: "XUDONG01" }, "the simulator's terminal"],
  ["the simulator's address", { VNPAY_PAY_URL: "http://localhost:4322/paymentv2/vpcpay.html" }, "only the simulator answers"],
  ["a gateway without https", { VNPAY_API_URL: "http://pay.example/api" }, "https only"],
  ["a simulator's port", { VNPAY_SIMULATOR_PORT: "4322" }, "remove it"],
  ["no rate limits", { RATE_LIMITS: "off" }, "only load tests"],
  ["an address without https", { PUBLIC_URL: "http://cho.example" }, "served over https"],
])("production refuses %s", (_, told, sentence) => {
  const problems = problemsOf(production(told));
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(sentence);
});

test("secrets rotate: the newest comes first, older ones stay known", () => {
  const [newest, older] = [secret(), secret()];
  const settings = readSettings(production({ APP_SECRET: `${newest}, ${older}`, VNPAY_HASH_SECRET_PREVIOUS: "AAAABBBBCCCCDDDD1111222233334444" }), made);
  expect(settings.appSecrets).toEqual([newest, older]);
  expect(settings.vnpay.previousHashSecrets).toEqual(["AAAABBBBCCCCDDDD1111222233334444"]);
});

test("a ticket key may be written in PEM, on one line, or as its 32 bytes, and is the same key", () => {
  const pem = newSigningKey();
  const seed = Buffer.from(pem.split("\n")[1] ?? "", "base64").subarray(-32).toString("base64url");
  const readings = [pem, pem.replaceAll("\n", "\\n"), seed].map((text) => pemOfSigningKey(text));
  expect(new Set(readings.map((reading) => keyIdOf(reading ?? ""))).size).toBe(1);
});

test("no problem carries a secret's value", () => {
  const values = { APP_SECRET: "tooshort-but-mine", TICKET_SIGNING_KEY: "my-private-thing", VNPAY_HASH_SECRET: "mine-too", DATABASE_URL: "mysql://me:mypassword@db/x" };
  const text = new SettingsError(problemsOf(values)).message;
  for (const hidden of ["tooshort-but-mine", "my-private-thing", "mine-too", "mypassword"]) expect(text).not.toContain(hidden);
});

test("an address is shown without its password", () => {
  expect(withoutPassword("postgres://me:pa%2Fss@db.example/x")).toBe("postgres://me:•••@db.example/x");
});

test("the log is told every secret in force", () => {
  const settings = readSettings(production(), made);
  expect(secretsOf(settings)).toEqual([...settings.appSecrets, ...settings.ticketSigningKeys, settings.vnpay.hashSecret]);
});
