import { isDomainError, newCode, type ErrorDetails, type Locale } from "@xudong/domain";
import { isBusy } from "@xudong/database";
import { faultText } from "./api/faults.ts";
import { buying } from "./problems/buying.ts";
import { catalogue } from "./problems/catalogue.ts";
import { content } from "./problems/content.ts";
import { paying } from "./problems/paying.ts";
import { people } from "./problems/people.ts";
import type { Problem, ProblemCode, Told } from "./problems/problem.ts";
import { requests } from "./problems/requests.ts";
import { visits } from "./problems/visits.ts";

export type { ProblemCode } from "./problems/problem.ts";

/** What a person reads: what happened, in a line; why, and what to do next, in a sentence or two. */
export type ProblemText = { title: string; detail: string };

/**
 * Each refusal in words a grower and a guest from abroad understand: what happened, why, what to do next.
 * A new code does not compile until somebody has written them, in both languages, in the section of its noun.
 */
export const problems = { ...requests, ...people, ...catalogue, ...buying, ...paying, ...visits, ...content } as const satisfies Record<ProblemCode, Problem>;

/** A refusal in words: what happened, why, and what to do next. */
export function problemText(code: ProblemCode, details: ErrorDetails, locale: Locale): ProblemText {
  const { title, detail } = (problems[code] as Problem)[locale];
  return { title: tell(title, details), detail: tell(detail, details) };
}

const tell = (told: Told, details: ErrorDetails): string => (typeof told === "string" ? told : told(details));

/** The HTTP status of a refusal. */
export function problemStatus(code: ProblemCode): number {
  return problems[code].status;
}

/** A problem as RFC 9457 writes it; `code` is permanent, the words are for people and may change. */
export type ProblemBody = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ProblemCode;
  instance?: string;
  field?: string;
  errors?: { field: string; code: string; detail: string }[];
  [more: string]: unknown;
};

/** Where a problem's type is explained. The same for every market, so that a client needs no list of hosts. */
export const problemType = (code: ProblemCode): string => `/api/v1/problems/${code}`;

// Details are a verb's own notes, ids of rows among them; only what a person can act on leaves the house.
const publicDetails: Readonly<Record<string, string>> = {
  unitsLeft: "unitsLeft", variantId: "variantId", slotId: "slotId", min: "min", max: "max", retryAfterSeconds: "retryAfterSeconds", reference: "reference",
  totalDong: "total", opensAt: "opensAt", closesAt: "closesAt", admittedAt: "admittedAt",
};

/** A refusal as the API tells it. What an actor may not see is told as what does not exist. */
export function problemBody(given: ProblemCode, details: ErrorDetails, { locale, instance }: { locale: Locale; instance?: string | undefined }): ProblemBody {
  const isHidden = given === "actor.not_allowed";
  const code = isHidden ? "request.not_found" : given;
  const told = isHidden ? {} : details;
  const body: ProblemBody = { type: problemType(code), ...problemText(code, told, locale), status: problemStatus(code), code };
  if (instance !== undefined) body.instance = instance;
  if (told.field !== undefined) body.field = told.field;
  if (told["candidates"] !== undefined) body["candidates"] = told["candidates"];
  if (told.issues !== undefined) body.errors = told.issues.map((issue) => ({ field: issue.field, code: issue.reason, detail: faultText(issue, locale) }));
  for (const [name, shown] of Object.entries(publicDetails)) {
    const value = told[name];
    if (typeof value === "number" || typeof value === "string") body[shown] = value;
    if (value instanceof Date) body[shown] = value.toISOString();
  }
  return body;
}

/** Tells somebody who can mend it of a fault; the person who met it is given the same reference. */
export type ReportFault = (reference: string, error: unknown) => void;

/**
 * The answer to anything a verb threw: a refusal in words, or for a fault of ours a calm sentence with a
 * reference and nothing of what went wrong.
 */
export function problemResponse(
  error: unknown,
  { locale, instance, headers, report = (reference, fault) => console.error(reference, fault) }: { locale: Locale; instance?: string | undefined; headers?: Readonly<Record<string, string>>; report?: ReportFault },
): Response {
  const { code, details } = problemOf(error, report);
  const body = problemBody(code, details, { locale, instance });
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: {
      "content-type": "application/problem+json; charset=utf-8",
      "content-language": locale,
      "cache-control": "no-store",
      ...(code === "server.busy" ? { "retry-after": "5" } : {}),
      ...headers,
    },
  });
}

function problemOf(error: unknown, report: ReportFault): { code: ProblemCode; details: ErrorDetails } {
  if (isDomainError(error) && Object.hasOwn(problems, error.code)) return { code: error.code, details: error.details };
  if (isBusy(error)) return { code: "server.busy", details: {} };
  const reference = newCode();
  report(reference, error);
  return { code: "server.failed", details: { reference } };
}
