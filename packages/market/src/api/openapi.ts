import { z } from "zod";
import type { ErrorDetails } from "@xudong/domain";
import { problemBody, problems, problemStatus, type ProblemCode } from "../problems.ts";
import { faultReasons } from "./faults.ts";
import { apiRoot, type Route } from "./route.ts";
import { locale, noted, notes, text } from "./validators.ts";

type Json = { [key: string]: unknown };
/** The whole description. */
export type OpenApi = Json & { openapi: string };

const codes = Object.keys(problems) as ProblemCode[]; // the keys of a literal

/** Every refusal, as RFC 9457 writes it. */
export const problem = noted(
  z.object({
    type: noted(text(), { description: "Where the code is explained." }),
    title: text(),
    status: z.int(),
    detail: noted(text(), { description: "What happened, why, and what to do next, for a person." }),
    code: noted(z.enum(codes), { description: "Permanent: never renamed or reused." }),
    instance: z.exactOptional(text()),
    field: noted(z.exactOptional(text()), { description: "The input at fault, as the client spelled it: `contact.phone`, `page`, `Order-Key`." }),
    errors: noted(z.exactOptional(z.array(z.object({ field: text(), code: noted(text(), { examples: faultReasons }), detail: text() }))), { description: "Every field at fault." }),
    candidates: noted(
      z.exactOptional(z.array(z.object({ communeCode: text(), commune: text(), provinceCode: text(), province: text(), formerly: noted(z.exactOptional(text()), { description: "The old name that leads there." }) }))),
      { description: "With `address.unit_ambiguous` and `address.unit_unknown`: what may be meant. Send one's `communeCode`." },
    ),
    unitsLeft: noted(z.exactOptional(z.int()), { description: "With `hold.sold_out`: what is still free." }),
    min: z.exactOptional(z.int()),
    max: z.exactOptional(z.int()),
    total: noted(z.exactOptional(z.int()), { description: "With `order.price_changed`: the new total." }),
    retryAfterSeconds: z.exactOptional(z.int()),
    reference: noted(z.exactOptional(text()), { description: "With `server.failed`: what to tell us when asking about it." }),
  }),
  { id: "Problem", description: "A refusal or fault. `code` is for programs, `title` and `detail` for people, in the language of `?locale=`." },
);

/** What the examples of refusals tell besides their name. */
const exampleDetails: Partial<Record<ProblemCode, ErrorDetails>> = {
  "request.invalid": { field: "quantity", issues: [{ field: "quantity", reason: "missing" }] },
  "request.key_missing": { field: "Idempotency-Key", min: 8, max: 200 },
  "request.key_reused": { field: "Idempotency-Key" },
  "request.too_large": { max: 65_536 },
  "request.too_many": { retryAfterSeconds: 1 },
  "hold.sold_out": { unitsLeft: 3 },
  "cart.quantity_out_of_range": { field: "quantity", min: 0, max: 99 },
  "cart.too_many_lines": { max: 50 },
  "order.contact_invalid": { field: "contact.phone", issues: [{ field: "contact.phone", reason: "phone" }] },
  "order.address_required": { field: "address.line", issues: [{ field: "address.line", reason: "missing" }] },
  "address.unit_ambiguous": {
    field: "address.commune",
    typed: "Xã Mẫu Cũ",
    isSplit: true,
    issues: [{ field: "address.commune", reason: "unit_ambiguous" }],
    candidates: [
      { communeCode: "00001", commune: "Xã Mẫu", provinceCode: "00", province: "Tỉnh Mẫu", formerly: "Xã Mẫu Cũ, Huyện Mẫu, Tỉnh Mẫu" },
      { communeCode: "00002", commune: "Phường Mẫu", provinceCode: "00", province: "Tỉnh Mẫu", formerly: "Xã Mẫu Cũ, Huyện Mẫu, Tỉnh Mẫu" },
    ],
  },
  "order.price_changed": { totalDong: 265_000 },
  "order.too_many_open": { field: "contact.phone", max: 5 },
  "payment.method_unknown": { field: "payment.method", known: ["vnpay", "cod"] },
  "payment.amount_out_of_range": { field: "payment.method", max: 5_000_000 },
  "payment.not_for_visits": { field: "payment.method" },
  "payment.not_for_several_sellers": { field: "payment.method" },
  "payment.not_for_this_delivery": { field: "payment.method" },
  "payment.not_for_gifts": { field: "payment.method" },
  "order.gift_invalid": { field: "gift.recipient", issues: [{ field: "gift.recipient", reason: "missing" }] },
  "server.failed": { reference: "K7MP2QX5" },
};

const written = new Map<string, OpenApi>();

/** The API's description, OpenAPI 3.1, made from the validators that guard its routes. */
export function openapi(routes: readonly Route[], title: string): OpenApi {
  const known = written.get(title);
  if (known !== undefined) return known;
  const schemas: Json = {};
  schemaOf(problem, "output", schemas);
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route, schemas) };
  }
  const description: OpenApi = {
    openapi: "3.1.0",
    info: {
      title,
      version: "1",
      description:
        "Amounts are whole đồng (VND), times are instants in UTC, days are days in Vietnam. Errors are problem documents (RFC 9457) with a permanent `code`. " +
        "Carts and orders are opened by a secret in a header; cookies are never read. Unknown fields of a body are refused by name, unknown query keys are left alone.",
    },
    servers: [{ url: apiRoot }],
    paths,
    components: { schemas },
  };
  written.set(title, description);
  return description;
}

function operation(route: Route, schemas: Json): Json {
  return {
    operationId: route.name,
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    parameters: parametersOf(route, schemas),
    ...(route.body === undefined
      ? {}
      : {
          requestBody: {
            required: route.needsBody ?? true,
            content: { "application/json": { schema: schemaOf(route.body, "input", schemas), ...(route.bodyExample === undefined ? {} : { example: route.bodyExample }) } },
          },
        }),
    responses: responsesOf(route, schemas),
  };
}

function parametersOf(route: Route, schemas: Json): Json[] {
  const parameters = [...fields(route.params, "path", schemas), ...fields(route.query, "query", schemas), ...fields(route.headers, "header", schemas)];
  if (route.isLocalized) parameters.push({ name: "locale", in: "query", required: false, schema: schemaOf(locale, "input", schemas) });
  if (route.isRepeatable) {
    parameters.push({
      name: "Idempotency-Key",
      in: "header",
      required: true,
      description: "Chosen by the client, fresh for each thing it wants done. Repeating the request with the same key and body gives the first successful answer.",
      schema: { type: "string", minLength: 8, maxLength: 200 },
    });
  }
  return parameters;
}

function fields(validator: z.ZodObject | undefined, place: "path" | "query" | "header", schemas: Json): Json[] {
  const required: unknown = validator === undefined ? [] : schemaOf(validator, "input", {})["required"];
  return Object.entries(validator?.shape ?? {}).map(([name, field]) => ({
    name,
    in: place,
    required: Array.isArray(required) && required.includes(name),
    schema: schemaOf(field as z.ZodType, "input", schemas),
  }));
}

function responsesOf(route: Route, schemas: Json): Json {
  const headers: Json = {};
  if (route.isPublic) headers["ETag"] = { description: "Send it as If-None-Match to be told 304 where nothing has changed.", schema: { type: "string" } };
  if (route.status === 201 && !route.path.endsWith("/payments")) headers["Location"] = { description: "Where the new thing is.", schema: { type: "string" } };
  const responses: Json = {
    [String(route.status ?? 200)]: {
      description: route.status === 201 ? "Done" : "Found",
      ...(Object.keys(headers).length === 0 ? {} : { headers }),
      content: { [route.mediaType ?? "application/json"]: { schema: schemaOf(route.answer, "output", schemas), example: route.example } },
    },
  };
  if (route.isPublic) responses["304"] = { description: "Unchanged since the ETag sent" };
  if (mayHaveMoved(route)) responses["301"] = { description: "Moved for good", headers: { Location: { schema: { type: "string" } } } };
  for (const [status, own] of Map.groupBy(refusalsOf(route), problemStatus)) responses[String(status)] = refusal(status, own);
  return responses;
}

/** Things with a slug, which may be renamed. */
const mayHaveMoved = ({ path, isPublic }: Route): boolean => isPublic === true && /\{slug\}(\.\w+)?$/.test(path);

function refusal(status: number, own: readonly ProblemCode[]): Json {
  return {
    description: own.map((code) => `\`${code}\``).join(", "),
    ...(status === 429 ? { headers: { "Retry-After": { description: "Seconds to wait.", schema: { type: "integer" } } } } : {}),
    content: {
      "application/problem+json": {
        schema: { allOf: [{ $ref: "#/components/schemas/Problem" }, { type: "object", properties: { code: { enum: own } } }] },
        examples: Object.fromEntries(own.map((code) => [code, { value: problemBody(code, exampleDetails[code] ?? {}, { locale: "vi" }) }])),
      },
    },
  };
}

/** What a route's verb may refuse, and what every route of its form may. */
export function refusalsOf(route: Route): readonly ProblemCode[] {
  if (route.isNotice) return [];
  const may: ProblemCode[] = [...(route.refusals ?? [])];
  if (route.isRepeatable) may.push("request.key_missing", "request.key_reused");
  if (route.body !== undefined) may.push("request.not_json", "request.too_large");
  if (route.isLocalized || route.body !== undefined) may.push("request.invalid");
  if (route.params !== undefined) may.push(route.absent ?? "request.not_found");
  if (route.method === "GET") may.push("request.too_many");
  return [...new Set<ProblemCode>([...may, "server.busy", "server.failed"])];
}

/** A validator as JSON Schema; those with a name of their own go to `schemas` and are pointed at. */
function schemaOf(validator: z.ZodType, io: "input" | "output", schemas: Json): Json {
  const { $schema: _, $defs, ...schema } = z.toJSONSchema(validator, {
    io,
    metadata: notes,
    target: "draft-2020-12",
    override({ jsonSchema }) {
      // Answers may grow: a client must not refuse a field it does not know. Bodies may not.
      if (io === "output") delete jsonSchema.additionalProperties;
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  });
  for (const [id, named] of Object.entries($defs ?? {})) schemas[id] = pointed(named);
  return pointed(schema);
}

/** The same schema, pointing at where OpenAPI keeps named ones. */
function pointed(schema: unknown): Json {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/$defs/', '"$ref":"#/components/schemas/')) as Json;
}
