import type { ErrorCode, ErrorDetails } from "@xudong/domain";

/** Every refusal of the market, and what is no refusal: a fault of ours, and a crowd. */
export type ProblemCode = ErrorCode | "server.failed" | "server.busy";

/** Words, or how they are made of what the refusal tells besides its name. */
export type Told = string | ((details: ErrorDetails) => string);

/** A refusal as people read it, in both languages, with its HTTP status. */
export type Problem = { status: number; vi: { title: Told; detail: Told }; en: { title: Told; detail: Told } };

/** Every code that begins with one of these nouns: a section that lacks one, or tells one of another section, does not compile. */
export type ProblemsOf<Noun extends string> = Readonly<Record<Extract<ProblemCode, `${Noun}.${string}`>, Problem>>;

/** An absent thing and one that somebody may not see read alike, or the answer would tell which it is (S1). */
export const absent = {
  status: 404,
  vi: { title: "Không có gì ở địa chỉ này", detail: "Địa chỉ có thể đã đổi hoặc gõ nhầm. Mời bạn xem lại địa chỉ." },
  en: { title: "There is nothing at this address", detail: "The address may have changed or been mistyped. Please check it." },
} as const satisfies Problem;
