import { describe, expect, test } from "vitest";
import { DomainError, errorCodes } from "@xudong/domain";
import type { Market } from "../contract.ts";
import { problems, type ProblemCode } from "../problems.ts";
import { openapi, problem, refusalsOf } from "./openapi.ts";
import { routes } from "./routes.ts";
import { aMarket, ask, keys, someContent, theCode } from "./testing/fake-market.ts";

type Json = { [key: string]: any };

const description = JSON.parse(JSON.stringify(openapi(routes, "Test market"))) as Json;
const operations = Object.entries<Json>(description["paths"]).flatMap(([path, item]) => Object.entries<Json>(item).map(([method, operation]) => ({ path, method, operation })));
const mayBe = (code: ProblemCode) => Object.hasOwn(problems, code);

/** Every object inside a document, with where it stands. */
function* within(value: unknown, path = "#"): Generator<{ path: string; node: Json }> {
  if (typeof value !== "object" || value === null) return;
  yield { path, node: value };
  for (const [key, part] of Object.entries(value)) yield* within(part, `${path}/${key.replaceAll("/", "~1")}`);
}

function resolve(ref: string): Json | undefined {
  return ref.slice(2).split("/").reduce<Json | undefined>((node, key) => node?.[key], description);
}

/** What a value breaks of a schema, for the keywords our validators produce; one it does not know is a complaint too. */
function complaints(schema: Json, value: any, path = "$"): string[] {
  const each: Record<string, (rule: any) => string[] | boolean> = {
    $ref: (ref) => complaints(resolve(ref) ?? {}, value, path),
    type: (type) => [type].flat().some((name) => isOfType(name, value)),
    enum: (values) => values.includes(value),
    const: (wanted) => wanted === value,
    properties: (properties) => (isOfType("object", value) ? Object.entries<Json>(properties).flatMap(([key, part]) => (key in value ? complaints(part, value[key], `${path}.${key}`) : [])) : true),
    required: (names) => !isOfType("object", value) || names.every((name: string) => name in value),
    additionalProperties: (more) => more !== false || !isOfType("object", value) || Object.keys(value).every((key) => key in schema["properties"]),
    items: (items) => (Array.isArray(value) ? value.flatMap((item, i) => complaints(items, item, `${path}.${i}`)) : true),
    anyOf: (options) => options.some((option: Json) => complaints(option, value).length === 0),
    allOf: (parts) => parts.flatMap((part: Json) => complaints(part, value, path)),
    minimum: (least) => typeof value !== "number" || value >= least,
    maximum: (most) => typeof value !== "number" || value <= most,
    minLength: (least) => typeof value !== "string" || value.length >= least,
    maxLength: (most) => typeof value !== "string" || value.length <= most,
    maxItems: (most) => !Array.isArray(value) || value.length <= most,
    pattern: (pattern) => typeof value !== "string" || new RegExp(pattern, "u").test(value),
    format: (format) => format !== "date-time" || value === null || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value),
    description: () => true, examples: () => true, default: () => true,
  };
  return Object.entries(schema).flatMap(([keyword, rule]) => {
    const verdict = each[keyword]?.(rule) ?? false;
    return Array.isArray(verdict) ? verdict : verdict ? [] : [`${path} breaks ${keyword} ${JSON.stringify(rule)}`];
  });
}

function isOfType(name: string, value: unknown): boolean {
  if (name === "integer") return Number.isSafeInteger(value);
  if (name === "null") return value === null;
  if (name === "array") return Array.isArray(value);
  if (name === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  return typeof value === name;
}

describe("the description is a valid OpenAPI 3.1 document", () => {
  test("has what every document needs", () => {
    expect(description["openapi"]).toBe("3.1.0");
    expect(description["info"]).toMatchObject({ title: "Test market", version: "1" });
    expect(description["servers"]).toEqual([{ url: "/api/v1" }]);
    expect(Object.keys(description).toSorted()).toEqual(["components", "info", "openapi", "paths", "servers"]);
  });

  test("every pointer leads somewhere, and nothing of 3.0 or of zod's own is left", () => {
    for (const { path, node } of within(description)) {
      if (typeof node["$ref"] === "string") expect(resolve(node["$ref"]), `${path} ${node["$ref"]}`).toBeDefined();
      for (const foreign of ["nullable", "$defs", "$schema", "id~standard"]) expect(Object.keys(node), path).not.toContain(foreign);
    }
  });

  test.each(operations)("$method $path is whole", ({ path, operation }) => {
    expect(operation["operationId"]).toMatch(/^[a-z]\w+$/);
    expect(operation["summary"]).not.toBe("");
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const parameters: Json[] = operation["parameters"];
    expect(parameters.filter((parameter) => parameter["in"] === "path").map(({ name }) => name)).toEqual(inPath);
    expect(new Set(parameters.map((parameter) => `${parameter["in"]} ${parameter["name"]}`)).size).toBe(parameters.length);
    for (const parameter of parameters) {
      expect(["path", "query", "header"]).toContain(parameter["in"]);
      expect(parameter["schema"]).toBeTypeOf("object");
      if (parameter["in"] === "path") expect(parameter["required"]).toBe(true);
    }
    for (const [status, response] of Object.entries<Json>(operation["responses"])) {
      expect(status).toMatch(/^[2-5]\d\d$/);
      expect(response["description"]).not.toBe("");
    }
  });

  test("operations have names of their own", () => {
    expect(new Set(operations.map(({ operation }) => operation["operationId"])).size).toBe(operations.length);
  });

  test("its examples obey its schemas", () => {
    for (const { path, node } of within(description["paths"], "#/paths")) {
      if (!("schema" in node)) continue;
      const given = [...("example" in node ? [node["example"]] : []), ...Object.values<Json>(node["examples"] ?? {}).map(({ value }) => value)];
      for (const example of given) expect(complaints(node["schema"], example), path).toEqual([]);
    }
  });
});

describe("it describes what the routes do", () => {
  test("every route is in it, and nothing else", () => {
    expect(operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`).toSorted()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).toSorted());
  });

  test("it is served, as it is", async () => {
    const { status, json, headers } = await ask("/api/v1/openapi.json", { options: { title: "Test market" } });
    expect([status, json]).toEqual([200, description]);
    expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
  });

  test("headers and keys are named where they are asked for", () => {
    const headersOf = (path: string, method: string) => description["paths"][path][method].parameters.filter((each: Json) => each["in"] === "header" && each["required"]).map(({ name }: Json) => name);
    expect(headersOf("/orders", "post")).toEqual(["Cart-Token", "Idempotency-Key"]);
    expect(headersOf("/orders/{code}/payments", "post")).toEqual(["Order-Key", "Idempotency-Key"]);
    expect(headersOf("/orders/{code}/cancel", "post")).toEqual(["Order-Key"]);
    expect(headersOf("/carts/{id}", "get")).toEqual(["Cart-Token"]);
    expect(headersOf("/payments/vnpay/ipn", "get")).toEqual([]);
  });

  test("days, limits and closed bodies are told", () => {
    const slots = description["paths"]["/listings/{slug}/slots"].get.parameters.find(({ name }: Json) => name === "from");
    expect(slots).toMatchObject({ required: false, schema: { type: "string", format: "date" } });
    const pageSize = description["paths"]["/listings"].get.parameters.find(({ name }: Json) => name === "pageSize");
    expect(pageSize).toMatchObject({ required: false, schema: { type: "integer", minimum: 1, maximum: 100, default: 24 } });
    expect(description["paths"]["/orders"].post.requestBody.content["application/json"].schema).toMatchObject({ additionalProperties: false, required: ["cartId", "contact", "payment", "consents"] });
    expect(JSON.stringify(description["components"].schemas.Order)).not.toContain("additionalProperties");
  });

  test("the problem schema knows every code", () => {
    expect(description["components"].schemas.Problem.properties.code.enum.toSorted()).toEqual([...errorCodes, "server.busy", "server.failed"].toSorted());
  });
});

describe("answers are as described", () => {
  const order = { cartId: "cart1", contact: { name: "Hoa" }, payment: { method: "vnpay" }, consents: [] };
  const requests = [
    ["get", "/listings", "/listings?kind=goods"],
    ["get", "/listings/{slug}", "/listings/thuyen-dao"],
    ["get", "/categories", "/categories"],
    ["get", "/shops", "/shops?pageSize=1"],
    ["get", "/shops/{slug}", "/shops/ben-do"],
    ["get", "/listings/{slug}/slots", "/listings/thuyen-dao/slots"],
    ["post", "/carts", "/carts", {}],
    ["put", "/carts/{id}/lines", "/carts/cart1/lines", { variantId: "adult", quantity: 1 }],
    ["get", "/carts/{id}", "/carts/cart1"],
    ["post", "/carts/{id}/quote", "/carts/cart1/quote", {}],
    ["post", "/orders", "/orders", order],
    ["get", "/orders/{code}", `/orders/${theCode}`],
    ["post", "/orders/{code}/cancel", `/orders/${theCode}/cancel`],
    ["post", "/orders/{code}/payments", `/orders/${theCode}/payments`, { method: "vnpay" }],
    ["get", "/payments/vnpay/ipn", "/payments/vnpay/ipn?vnp_TxnRef=1"],
    ["get", "/search", "/search?q=vai%20thieu&kind=goods&ocop=3,4&near=20.9,106.3&priceMax=200000"],
    ["get", "/suggest", "/suggest?q=vai"],
    ["get", "/units", "/units?q=xa%20mau&province="],
    ["get", "/places", "/places?kind=temple&unit=00001"],
    ["get", "/places/{slug}", "/places/hoi-mau"],
    ["get", "/festivals", "/festivals"],
    ["get", "/festivals/{slug}", "/festivals/hoi-mau"],
    ["get", "/festivals.ics", "/festivals.ics?year=2027"],
    ["get", "/festivals/{slug}.ics", "/festivals/hoi-mau.ics"],
    ["get", "/listings/{slug}/slots/{id}.ics", "/listings/thuyen-dao/slots/slot1.ics"],
    ["get", "/itineraries", "/itineraries"],
    ["get", "/itineraries/{slug}", "/itineraries/hoi-mau"],
    ["get", "/guides", "/guides"],
    ["get", "/guides/{slug}", "/guides/hoi-mau"],
    ["post", "/listings/{slug}/reminders", "/listings/thuyen-dao/reminders", { email: "hanh@example.com", consents: ["season_reminder"] }],
    ["post", "/reminders/{id}/forget", "/reminders/reminder1/forget", {}],
    ["get", "/problems/{code}", "/problems/cart.empty"],
    ["get", "/openapi.json", "/openapi.json"],
  ] as const;

  test("every route is asked", () => {
    expect(requests.map(([method, path]) => `${method} ${path}`).toSorted()).toEqual(operations.map(({ method, path }) => `${method} ${path}`).toSorted());
  });

  test.each(requests)("%s %s in both languages", async (method, path, address, json?: object) => {
    for (const locale of ["vi", "en"]) {
      const answer = await ask(`/api/v1${address}${address.includes("?") ? "&" : "?"}locale=${locale}`, { method: method.toUpperCase(), headers: keys, ...(json === undefined ? {} : { json }) });
      const described = description["paths"][path][method].responses[String(answer.status)];
      expect(described, `${answer.status} ${answer.text}`).toBeDefined();
      const route = routes.find((each) => each.path === path && each.method === method.toUpperCase());
      const said = route?.mediaType === undefined ? answer.json : answer.text;
      expect(complaints(described.content[route?.mediaType ?? "application/json"].schema, said)).toEqual([]);
      // Stricter than the published schema: here nothing may be there that is not described.
      expect(route?.answer.safeParse(said).error).toBeUndefined();
    }
  });

  test("refusals too: each code a route names comes with its status and shape", async () => {
    for (const [method, path, address, json] of requests) {
      const route = routes.find((each) => each.path === path && each.method === method.toUpperCase());
      for (const code of route?.refusals ?? []) {
        const refuse = async (): Promise<never> => {
          throw new DomainError(code);
        };
        const verbs = ["listings", "listing", "slots", "shops", "shop", "categories", "units", "find", "suggest", "createCart", "setCartLine", "cart", "placeOrder", "openPayment", "order", "cancelOrder", "remindOfSeason", "forgetReminder"] as const;
        const content = someContent({ show: refuse, calendarOfFestival: refuse, calendarOfSlot: refuse });
        const market = aMarket({ ...(Object.fromEntries(verbs.map((verb) => [verb, refuse])) as Partial<Market>), content });
        const answer = await ask(`/api/v1${address}`, { method: method.toUpperCase(), headers: keys, market, ...(json === undefined ? {} : { json }) });
        expect(answer.json.code).toBe(code);
        const described = description["paths"][path][method].responses[String(answer.status)];
        expect(complaints(described.content["application/problem+json"].schema, answer.json), `${path} ${code}`).toEqual([]);
        expect(problem.safeParse(answer.json).error).toBeUndefined();
      }
    }
  });

  test("every refusal a route may give is a known one, and those of its form are named", () => {
    for (const route of routes) for (const code of refusalsOf(route)) expect(mayBe(code)).toBe(true);
    const orders = Object.keys(description["paths"]["/orders"].post.responses);
    expect(orders).toEqual(expect.arrayContaining(["201", "400", "404", "409", "413", "415", "422", "500", "503"]));
  });
});
