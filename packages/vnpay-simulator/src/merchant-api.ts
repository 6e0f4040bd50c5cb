import { randomBytes } from "node:crypto";
import { fromStamp, hanoiDay } from "./clock.ts";
import type { Gateway } from "./gateway.ts";
import { hmac, hashMatches, pipeText } from "./signature.ts";
import type { Terminal } from "./terminal.ts";

/** A message of the JSON API: every field is text once it is read. */
export type Fields = Readonly<Record<string, string | undefined>>;

/** Codes of querydr and refund. 00 means "your request was done", never by itself "paid". */
export type ApiCode = "00" | "02" | "03" | "91" | "94" | "95" | "97" | "99";

/** One kind of request: the order its values are signed in, their forms, and the order of the answer. */
export interface Message {
  readonly command: string;
  readonly requestOrder: readonly string[];
  readonly answerOrder: readonly string[];
  readonly forms: Readonly<Record<string, RegExp>>;
}

export const apiForms = {
  vnp_RequestId: /^[A-Za-z0-9]{1,32}$/,
  vnp_Version: /^2\.1\.0$/,
  vnp_TxnRef: /^[A-Za-z0-9._-]{1,100}$/,
  vnp_TransactionDate: /^\d{14}$/,
  vnp_CreateDate: /^\d{14}$/,
  vnp_IpAddr: /^[0-9A-Fa-f:.]{7,45}$/,
  vnp_OrderInfo: /^[^\p{Cc}]{1,255}$/u,
} as const;

/** The `vnp_` fields of a JSON body; null when it is not an object of plain values. Whole numbers count as their digits, as some clients send dates. */
export function readFields(body: string): Fields | null {
  let given: unknown;
  try {
    given = JSON.parse(body);
  } catch {
    return null;
  }
  if (typeof given !== "object" || given === null || Array.isArray(given)) return null;
  const fields = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(given)) {
    if (!name.startsWith("vnp_") || value === null) continue;
    if (typeof value === "string") fields[name] = value;
    else if (Number.isSafeInteger(value)) fields[name] = String(value);
    else return null;
  }
  return fields;
}

/** Who asks, in VNPAY's order: terminal known (02), signature right (97), form right (03). */
export function checkCaller({ terminals }: Gateway, message: Message, fields: Fields): Terminal | ApiCode {
  const terminal = terminals.get(fields["vnp_TmnCode"] ?? "");
  if (terminal === undefined) return "02";
  if (!hashMatches(pipeText(message.requestOrder, fields), terminal.secret, fields["vnp_SecureHash"])) return "97";
  const isWellFormed = Object.entries(message.forms).every(([name, form]) => form.test(fields[name] ?? ""));
  const hasDates = fromStamp(fields["vnp_TransactionDate"] ?? "") !== null && fromStamp(fields["vnp_CreateDate"] ?? "") !== null;
  return isWellFormed && hasDates ? terminal : "03";
}

/** Notes a RequestId; false when this terminal has used it today. Only a request that was signed rightly may use one up. */
export function useRequestId({ books, clock }: Gateway, terminal: Terminal, fields: Fields): boolean {
  const { changes } = books.run(
    "insert into apiRequests (tmnCode, requestId, receivedOn) values (?, ?, ?) on conflict do nothing",
    terminal.tmnCode, fields["vnp_RequestId"] ?? "", hanoiDay(clock.now()),
  );
  return changes === 1;
}

const wordsOf: Readonly<Record<ApiCode, string>> = {
  "00": "Success",
  "02": "Invalid terminal",
  "03": "Invalid data format",
  "91": "Transaction not found",
  "94": "Duplicate request",
  "95": "Transaction was not successful at VNPAY",
  "97": "Invalid signature",
  "99": "Other error",
};

/** An answer, signed when the terminal is known. Absent fields are signed as empty and not sent. */
export function answer(message: Message, terminal: Terminal | undefined, code: ApiCode, found: Fields, words = wordsOf[code]): Fields {
  const fields: Record<string, string | undefined> = {
    vnp_ResponseId: randomBytes(16).toString("hex"),
    vnp_Command: message.command,
    vnp_ResponseCode: code,
    vnp_Message: words,
    ...found,
  };
  const present = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  if (terminal === undefined) return present;
  return { ...present, vnp_SecureHash: hmac(pipeText(message.answerOrder, present), terminal.secret) };
}
