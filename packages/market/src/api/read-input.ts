import type { z } from "zod";
import { DomainError, locales, type Locale } from "@xudong/domain";
import type { Fault } from "./faults.ts";
import type { Route } from "./route.ts";

/** More than any body of ours needs. */
export const mostBodyBytes = 64 * 1024;

/** The language asked for; Vietnamese where the question is unclear, which `readInput` then refuses. */
export function localeOf(query: URLSearchParams): Locale {
  return locales.find((locale) => locale === query.get("locale")) ?? "vi";
}

/**
 * Reads everything a route declares, with its own validators, and names every field at fault at once.
 * Query keys nobody knows are left alone: links are decorated on their way and a read can do no harm.
 *
 * @throws DomainError `request.invalid`, `request.key_missing`, `request.not_json`, `request.too_large`, or what an impossible address means
 */
export async function readInput(route: Route, request: Request, target: { params: Record<string, string>; query: URLSearchParams }) {
  const params = route.params?.safeParse(target.params);
  if (params?.success === false) throw new DomainError(route.absent ?? "request.not_found");
  const faults: Fault[] = [];
  const query = check(route.query, wordsOf(target.query, route, faults), faults, "query");
  const headers = check(route.headers, headersOf(request, route), faults, "headers");
  const typed = route.body === undefined ? undefined : await readBody(request, route);
  const body = check(route.body, typed, faults, "body");
  const [first] = faults;
  if (first !== undefined) throw new DomainError("request.invalid", { field: first.field, issues: faults });
  return { params: params?.data ?? {}, query, headers, body };
}

function check(validator: z.ZodType | undefined, value: unknown, faults: Fault[], whole: string): unknown {
  if (validator === undefined) return {};
  const read = validator.safeParse(value);
  if (read.success) return read.data;
  // Asked once more for the values at fault, which tell a missing field from a wrong one.
  const told = validator.safeParse(value, { reportInput: true });
  for (const issue of told.error?.issues ?? []) faults.push(...faultsOf(issue, whole));
  return undefined;
}

/** Each known key once, empty ones as absent, those of number validators as numbers. */
function wordsOf(query: URLSearchParams, { query: validator, isNotice }: Route, faults: Fault[]): Record<string, unknown> {
  const words: Record<string, unknown> = {};
  if (isNotice) return words;
  const asked = query.getAll("locale");
  if (asked.length > 1) faults.push({ field: "locale", reason: "repeated" });
  else if (asked[0] !== undefined && asked[0] !== "" && !locales.some((locale) => locale === asked[0])) faults.push({ field: "locale", reason: "not_one_of", allowed: locales });
  for (const key of Object.keys(validator?.shape ?? {})) {
    const values = query.getAll(key);
    if (values.length > 1) faults.push({ field: key, reason: "repeated" });
    const [value] = values;
    if (values.length === 1 && value !== undefined && value !== "") words[key] = isNumber(validator?.shape[key]) && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  }
  return words;
}

function isNumber(validator: unknown): boolean {
  const { def } = validator as z.ZodType;
  if (def.type === "default" || def.type === "optional") return isNumber((def as unknown as { innerType: unknown }).innerType);
  return def.type === "number";
}

function headersOf(request: Request, { headers: validator, isRepeatable }: Route): Record<string, string> {
  if (isRepeatable) readKey(request);
  const given: Record<string, string> = {};
  for (const name of Object.keys(validator?.shape ?? {})) {
    const value = request.headers.get(name);
    if (value !== null && value !== "") given[name] = value;
  }
  return given;
}

/** The key under which a request may be repeated. @throws DomainError `request.key_missing` */
export function readKey(request: Request): string {
  const key = request.headers.get("Idempotency-Key") ?? "";
  if (!/^[\x21-\x7e]{8,200}$/.test(key)) throw new DomainError("request.key_missing", { field: "Idempotency-Key", min: 8, max: 200 });
  return key;
}

/** The body as JSON says it; `{}` for one that was left out where it may be. */
async function readBody(request: Request, { needsBody = true }: Route): Promise<unknown> {
  const bytes = await readBytes(request);
  if (bytes.length === 0 && !needsBody) return {};
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "")) throw new DomainError("request.not_json", { field: "Content-Type" });
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new DomainError("request.not_json");
  }
}

async function readBytes(request: Request): Promise<Uint8Array> {
  const tooLarge = () => new DomainError("request.too_large", { max: mostBodyBytes });
  if (Number(request.headers.get("content-length") ?? 0) > mostBodyBytes) throw tooLarge();
  if (request.body === null) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    // A body that breaks off is half a document.
    const { done, value } = await reader.read().catch(() => {
      throw new DomainError("request.not_json");
    });
    if (done) break;
    size += value.length;
    if (size > mostBodyBytes) {
      await reader.cancel();
      throw tooLarge();
    }
    parts.push(value);
  }
  return Buffer.concat(parts, size);
}

type Issue = z.core.$ZodIssue;

/** Our words for what a validator found: which field, as the client spelled it, and what would mend it. */
function faultsOf(issue: Issue, whole: string): Fault[] {
  const path = issue.path.map(String).join(".");
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({ field: path === "" ? key : `${path}.${key}`, reason: "unknown_field" }));
  if (issue.code === "invalid_union") return nearest(issue.errors).flatMap((each) => faultsOf({ ...each, path: [...issue.path, ...each.path] }, whole));
  return [{ field: path === "" ? whole : path, ...reasonOf(issue) }];
}

/** Of several forms that a value may have the one it comes closest to: whose fault lies deepest, or is no matter of type. */
function nearest(forms: readonly Issue[][]): Issue[] {
  const closeness = ([first]: Issue[]) => (first === undefined ? -1 : first.path.length * 2 + (first.code === "invalid_type" ? 0 : 1));
  return [...forms].sort((a, b) => closeness(b) - closeness(a))[0] ?? [];
}

function reasonOf(issue: Issue): Omit<Fault, "field"> {
  if (issue.input === undefined) return { reason: "missing" };
  switch (issue.code) {
    case "invalid_type":
      return { reason: "wrong_type", wanted: issue.expected };
    case "too_small":
      return { reason: sizes.too_small[issue.origin] ?? "too_small", min: Number(issue.minimum) };
    case "too_big":
      return { reason: sizes.too_big[issue.origin] ?? "too_large", max: Number(issue.maximum) };
    case "invalid_value":
      return { reason: "not_one_of", allowed: issue.values.map(String) };
    case "custom":
      return { reason: String(issue.params?.["fault"] ?? "bad_format") };
    default:
      return { reason: "bad_format" };
  }
}

const sizes: Readonly<Record<"too_small" | "too_big", Readonly<Record<string, string>>>> = {
  too_small: { string: "too_short", array: "too_few" },
  too_big: { string: "too_long", array: "too_many" },
};
