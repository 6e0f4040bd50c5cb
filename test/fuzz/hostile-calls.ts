import { randomUUID } from "node:crypto";
import { chanceOf, type Chance } from "./chance.ts";
import type { FuzzedShop, PlacedGuest, Wire } from "./fuzzed-shop.ts";

/** What a series of hostile calls came to. */
export type CallFigures = { sent: number; refused: number; served: number };

/** One request of an honest client, to be spoiled. `opens`: what only its secret opens. */
type Call = { method: string; path: string; query: string; headers: Record<string, string>; body?: unknown; secret?: "Cart-Token" | "Order-Key" };

type Hostile = Call & { raw?: string | Buffer; how: string; mustRefuse: boolean };

const perRound = 50;

/**
 * Spoils the calls of an honest client in every place: secrets, keys, addresses, queries, headers and bodies. The answer is
 * never a 5xx; a refusal is a problem document that names its code; no altered secret opens anything. After each
 * round the honest client's own calls are answered as before, and its order is placed once, however often it was asked.
 */
export async function fuzzCalls(target: FuzzedShop, { seed, count, until = Infinity }: { seed: number; count: number; until?: number }): Promise<CallFigures> {
  const chance = chanceOf(seed);
  const figures: CallFigures = { sent: 0, refused: 0, served: 0 };
  for (let round = 0; figures.sent < count && Date.now() < until; round++) {
    const guest = await target.aGuest();
    const other = await target.aGuest();
    const calls = honestCalls(target, guest);
    const left = Array.from({ length: Math.min(perRound, count - figures.sent) }, () => spoil(chance.pick(calls), other, chance));
    figures.sent += left.length;
    try {
      await Promise.all(
        Array.from({ length: 4 }, async () => {
          for (let call = left.pop(); call !== undefined; call = left.pop()) {
            const answer = await send(target, call);
            judgeAnswer(call, answer);
            if (answer.status >= 400) figures.refused += 1;
            else figures.served += 1;
          }
        }),
      );
      await honestStillServed(target, guest);
    } catch (error) {
      throw new Error(`Hostile calls, seed ${seed}, round ${round}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  }
  return figures;
}

function honestCalls({ goods, visit }: FuzzedShop, { cart, order, orderBody }: PlacedGuest): Call[] {
  const json = { "content-type": "application/json" };
  const token = { "Cart-Token": cart.token };
  const key = { "Order-Key": order.key };
  return [
    { method: "GET", path: "/listings", query: "kind=goods&page=1&pageSize=24&locale=vi", headers: {} },
    { method: "GET", path: `/listings/${goods.slug}`, query: "locale=en", headers: {} },
    { method: "GET", path: `/listings/${visit.slug}/slots`, query: "from=2026-11-20&to=2026-12-10", headers: {} },
    { method: "POST", path: "/carts", query: "", headers: json, body: {} },
    { method: "PUT", path: `/carts/${cart.id}/lines`, query: "locale=vi", headers: { ...json, ...token }, body: { variantId: goods.variantIds[0], quantity: 2 }, secret: "Cart-Token" },
    { method: "PUT", path: `/carts/${cart.id}/lines`, query: "", headers: { ...json, ...token }, body: { variantId: visit.variantIds[0], slotId: visit.slotId, quantity: 1 }, secret: "Cart-Token" },
    { method: "GET", path: `/carts/${cart.id}`, query: "", headers: token, secret: "Cart-Token" },
    { method: "POST", path: `/carts/${cart.id}/quote`, query: "", headers: { ...json, ...token }, body: { delivery: "standard" }, secret: "Cart-Token" },
    { method: "POST", path: "/orders", query: "", headers: { ...json, ...token, "Idempotency-Key": randomUUID() }, body: JSON.parse(orderBody) as unknown, secret: "Cart-Token" },
    { method: "GET", path: `/orders/${order.code}`, query: "", headers: key, secret: "Order-Key" },
    { method: "POST", path: `/orders/${order.code}/payments`, query: "", headers: { ...json, ...key, "Idempotency-Key": randomUUID() }, body: { method: "vnpay" }, secret: "Order-Key" },
    { method: "GET", path: "/problems/cart.empty", query: "", headers: {} },
    { method: "GET", path: "/openapi.json", query: "", headers: {} },
  ];
}

const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** What a header can carry and a person would not send. */
const headerTexts = ["x", " ", "null", "undefined", "[object Object]", "0", "a".repeat(8_000), "a b", "a,b", "\u00e9\u00ff", "%00", "' or 1=1--", "__proto__", "{}", "\t"];
const texts = ["", " ", "\0", "null", "NaN", "-1", "1e99", "__proto__", "constructor", "'; drop table orders; --", "<script>alert(1)</script>", "\ud800", "\u202e", "𝟙", "é".repeat(3_000), "../../etc/passwd", "%00", "%"];
const values: readonly unknown[] = [...texts, null, true, false, 0, -1, 1.5, 1e308, -0, 9007199254740993, [], {}, [[]], [null], { a: { b: { c: {} } } }, ["terms", "terms"], { $gt: "" }, { length: 1 }, Array.from({ length: 2_000 }, () => 1)];
const pathParts = ["", ".", "..", "%2e%2e", "%00", "%", "%zz", "%2f", "a%2Fb", "__proto__", "constructor", "0", "01ARZ3NDEKTSV4RRFFQ69G5FAV", "a".repeat(3_000), "%F0%9F%8D%89", "'", "*", ";", "@", "undefined"];

function spoil(call: Call, other: PlacedGuest, chance: Chance): Hostile {
  const ways: (() => Partial<Hostile> & { how: string })[] = [
    () => ({ how: "another method", method: chance.pick(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) }),
    () => ({ how: "a part of the path", path: respelled(call.path, chance) }),
    () => ({ how: "a query repeated", query: `${call.query}&${call.query || "locale=vi&locale=vi"}` }),
    () => ({ how: "lists in the query", query: call.query.replaceAll("=", chance.pick(["[]=", "[0]=", "%5B%5D=", "[a]="])) }),
    () => ({ how: "foreign keys in the query", query: `${call.query}&${chance.pick(["utm_source=x", "__proto__=1", "constructor[prototype]=1", "key=abc", "=", "&&&", "%00=1", "%zz=1", "fbclid=%C3%A1"])}` }),
    () => ({ how: "values in the query", query: call.query.replace(/=[^&]*/g, (value) => (chance.once(2) ? `=${chance.pick(["", "%00", "%", "%zz", "-1", "0", "1.5", "1e3", "99999999999999999999", "%F0%9F%8D%89", "2026-02-30", "0000-00-00", "9999-12-31", "vi,en", "a".repeat(5_000)])}` : value)) }),
    () => ({ how: "a header no one sends", headers: { ...call.headers, [chance.pick(["accept-language", "if-none-match", "x-forwarded-for", "x-http-method-override", "cookie", "authorization", "origin", "referer", "content-encoding", "expect-ct", "range"])]: chance.pick(headerTexts) } }),
    () => ({ how: "a header left out", headers: without(call.headers, chance) }),
    () => ({ how: "an Idempotency-Key", headers: { ...call.headers, "Idempotency-Key": chance.pick([...headerTexts, "short", "a".repeat(201), "a".repeat(200), "key with spaces"]) } }),
    () => ({ how: "another type of content", headers: { ...call.headers, "content-type": chance.pick(["", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/json; charset=utf-16", "application/jsonp", "application/json/"]) } }),
  ];
  if (call.secret !== undefined) {
    const { secret } = call;
    const kept = call.headers[secret] ?? "";
    const forged = () => ({ how: `an altered ${secret}`, mustRefuse: true, headers: { ...call.headers, [secret]: alteredSecret(kept, other, secret, chance) } });
    ways.push(forged, forged, forged);
  }
  if (call.body !== undefined) {
    ways.push(
      () => ({ how: "a field of the body", body: withField(call.body, chance) }),
      () => ({ how: "a field of the body", body: withField(call.body, chance) }),
      () => ({ how: "a field of the body", body: withField(withField(call.body, chance), chance) }),
      () => ({ how: "a body of another kind", body: chance.pick(values) }),
      () => ({ how: "a body that is no JSON", raw: chance.pick<string | Buffer>(["", "{", "[]]", "{\"a\":1,}", "nul", "\ufeff{}", "a=b&c=d", "{\"__proto__\":{\"admin\":true}}", Buffer.from([0xff, 0xfe, 0x00]), Buffer.alloc(70_000, "["), `${"[".repeat(20_000)}${"]".repeat(20_000)}`, Buffer.alloc(300_000, " ")]) }),
      () => ({ how: "a key twice in the body", raw: JSON.stringify(call.body).replace(/^\{/, '{"quantity":5,"method":"x","cartId":"x",') }),
    );
  }
  const spoiledCall = chance.pick(ways)();
  return { mustRefuse: false, ...call, ...spoiledCall };
}

function respelled(path: string, chance: Chance): string {
  const parts = path.split("/");
  return chance.pick([
    () => parts.with(1 + chance.below(parts.length - 1), chance.pick(pathParts)).join("/"),
    () => `${path}/`,
    () => `${path}/${chance.pick(pathParts)}`,
    () => path.replace(/./g, (sign) => (chance.once(6) ? `%${sign.charCodeAt(0).toString(16)}` : sign)),
    () => path.toUpperCase(),
    () => parts.toSpliced(1 + chance.below(parts.length - 1), 1).join("/"),
  ])();
}

function without(headers: Record<string, string>, chance: Chance): Record<string, string> {
  const names = Object.keys(headers);
  if (names.length === 0) return headers;
  const gone = chance.pick(names);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== gone));
}

/** A secret that is not the right one: a sign changed, cut, grown, in another case, somebody else's, or nothing like it. */
function alteredSecret(secret: string, other: PlacedGuest, name: "Cart-Token" | "Order-Key", chance: Chance): string {
  const at = chance.below(secret.length);
  const made = chance.pick([
    () => secret.slice(0, at) + chance.pick([...signs]) + secret.slice(at + 1),
    () => secret.slice(0, -1) + chance.pick([...signs]),
    () => secret.slice(0, at),
    () => secret + chance.pick(["A", "=", secret, ".", "\u00e9"]),
    () => (chance.once(2) ? secret.toLowerCase() : secret.toUpperCase()),
    () => (name === "Cart-Token" ? other.cart.token : other.order.key),
    () => (name === "Cart-Token" ? other.order.key : other.cart.token),
    () => chance.pick(headerTexts),
    () => Array.from({ length: secret.length }, () => chance.pick([...signs])).join(""),
  ])();
  return made === secret ? `${made}x` : made;
}

function withField(body: unknown, chance: Chance): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return chance.pick(values);
  const entries = Object.entries(body);
  if (entries.length === 0 || chance.once(5)) return { ...body, [chance.pick(["__proto__", "extra", "", "quantity", "expectedTotal", "delivery", "vouchers", "locale", "id"])]: chance.pick(values) };
  const [name, value] = chance.pick(entries);
  if (typeof value === "object" && value !== null && !Array.isArray(value) && chance.once(2)) return { ...body, [name]: withField(value, chance) };
  if (chance.once(6)) return Object.fromEntries(entries.filter(([known]) => known !== name));
  return { ...body, [name]: chance.pick(values) };
}

async function send({ ask }: FuzzedShop, call: Hostile): Promise<Wire | { status: number; type: string; text: string }> {
  const query = call.query.replace(/^&/, "");
  const target = `/api/v1${call.path}${query === "" ? "" : `?${query}`}`;
  const hasBody = call.method !== "GET" && call.method !== "HEAD" && (call.raw !== undefined || call.body !== undefined);
  const headers = Object.fromEntries(Object.entries(call.headers).filter(([, value]) => /^[\t\x20-\x7e\x80-\xff]*$/.test(value)));
  return ask(call.method, encodeURI(target).replaceAll("%25", "%"), headers, hasBody ? (call.raw ?? JSON.stringify(call.body) ?? "") : undefined);
}

function judgeAnswer(call: Hostile, { status, type, text }: Wire): void {
  const complain = (what: string) => new Error(`${call.how}: ${what}, heard ${status} ${type} ${text.slice(0, 300)}; sent ${JSON.stringify({ ...call, raw: undefined }).slice(0, 1500)}`);
  if (status >= 500) throw complain("a fault");
  if (call.mustRefuse && status < 400) throw complain("an altered secret opened something");
  if (status < 400 || call.method === "HEAD") return;
  // What no client in good faith sends never reaches the API: the server tells it in plain words.
  const isMalformedTarget = status === 400 && type.startsWith("text/");
  const isTooLarge = status === 413 || status === 431;
  const isPage = (status === 404 || status === 403) && !type.includes("json") && !call.path.startsWith("/");
  if (isMalformedTarget || isTooLarge || isPage) return;
  if (!type.startsWith("application/problem+json")) {
    if (text === "" && status === 404) return; // an address outside of the API: this shop has no pages
    throw complain("no problem document");
  }
  const problem = JSON.parse(text) as Record<string, unknown>;
  if (problem["status"] !== status || typeof problem["code"] !== "string" || !/^[a-z]+\.[a-z_]+$/.test(problem["code"])) throw complain("a problem without its code");
}

/** The genuine calls of the guest whose secrets were guessed at. */
async function honestStillServed({ ask }: FuzzedShop, { cart, order, orderBody, idempotencyKey }: PlacedGuest): Promise<void> {
  const seen = await ask("GET", `/api/v1/carts/${cart.id}`, { "Cart-Token": cart.token });
  if (seen.status !== 200) throw new Error(`The cart of an honest guest answers ${seen.status} ${seen.text}`);
  const shown = await ask("GET", `/api/v1/orders/${order.code}`, { "Order-Key": order.key });
  if (shown.status !== 200 || (JSON.parse(shown.text) as Record<string, unknown>)["code"] !== order.code) throw new Error(`The order of an honest guest answers ${shown.status} ${shown.text}`);
  const again = await ask("POST", "/api/v1/orders", { "content-type": "application/json", "Cart-Token": cart.token, "Idempotency-Key": idempotencyKey }, orderBody);
  const placed = JSON.parse(again.text) as Record<string, unknown>;
  if (again.status !== 201 || placed["code"] !== order.code || placed["key"] !== order.key) throw new Error(`Ordering again with the same key gave ${again.status} ${again.text}`);
  const reused = await ask("POST", "/api/v1/orders", { "content-type": "application/json", "Cart-Token": cart.token, "Idempotency-Key": idempotencyKey }, orderBody.replace("Trần Văn Thử", "Somebody else"));
  if (reused.status !== 422 || (JSON.parse(reused.text) as Record<string, unknown>)["code"] !== "request.key_reused") throw new Error(`The same key with another body gave ${reused.status} ${reused.text}`);
}
