import type { Dong } from "@xudong/domain";
import type { WhySilent } from "./codes.ts";
import { plainText, vnpayAddress, vnpayAmount, vnpayTime, type VnpayTerminal } from "./message.ts";
import { isSigned, pipeText, signatureOf } from "./signature.ts";

/** The messages of VNPAY's JSON interface, each with the order in which its values are signed. */
const orders = {
  querydr: {
    request: ["RequestId", "Version", "Command", "TmnCode", "TxnRef", "TransactionDate", "CreateDate", "IpAddr", "OrderInfo"],
    answer: [
      "ResponseId", "Command", "ResponseCode", "Message", "TmnCode", "TxnRef", "Amount", "BankCode", "PayDate", "TransactionNo",
      "TransactionType", "TransactionStatus", "OrderInfo", "PromotionCode", "PromotionAmount",
    ],
  },
  refund: {
    request: [
      "RequestId", "Version", "Command", "TmnCode", "TransactionType", "TxnRef", "Amount", "TransactionNo", "TransactionDate",
      "CreateBy", "CreateDate", "IpAddr", "OrderInfo",
    ],
    answer: [
      "ResponseId", "Command", "ResponseCode", "Message", "TmnCode", "TxnRef", "Amount", "BankCode", "PayDate", "TransactionNo",
      "TransactionType", "TransactionStatus", "OrderInfo",
    ],
  },
} as const;

export type ApiCommand = keyof typeof orders;

/** A question about a payment, or a wish to give one back, as the gateway is told of it. */
export type ApiRequest = {
  requestId: string;
  gatewayRef: string;
  /** The pay request's creation time, exactly as it was sent. */
  gatewayCreatedOn: string;
  now: Date;
  ipAddr: string;
  /** What it is for. */
  about: string;
  /** VNPAY's own number of what is meant. */
  transactionNo?: string | null | undefined;
};

/** The body of a question about a payment. The number of a transaction narrows it, and is not signed. */
export function querydrBody(tmnCode: string, secret: string, request: ApiRequest): string {
  const fields = commonFields("querydr", tmnCode, request);
  return signed("querydr", secret, isTransactionNo(request.transactionNo) ? { ...fields, vnp_TransactionNo: request.transactionNo } : fields);
}

/** The body of a wish to give a whole payment back. An unknown number of the payment is "0" in the body and in the signed text alike. */
export function refundBody(tmnCode: string, secret: string, request: ApiRequest & { amountDong: Dong; createdBy: string }): string {
  return signed("refund", secret, {
    ...commonFields("refund", tmnCode, request),
    vnp_TransactionType: "02",
    vnp_Amount: vnpayAmount(request.amountDong),
    vnp_TransactionNo: isTransactionNo(request.transactionNo) ? request.transactionNo : "0",
    vnp_CreateBy: plainText(request.createdBy).slice(0, 100),
  });
}

function commonFields(command: ApiCommand, tmnCode: string, request: ApiRequest): Record<string, string> {
  return {
    vnp_RequestId: request.requestId,
    vnp_Version: "2.1.0",
    vnp_Command: command,
    vnp_TmnCode: tmnCode,
    vnp_TxnRef: request.gatewayRef,
    vnp_TransactionDate: request.gatewayCreatedOn,
    vnp_CreateDate: vnpayTime(request.now),
    vnp_IpAddr: vnpayAddress(request.ipAddr),
    vnp_OrderInfo: plainText(request.about),
  };
}

function signed(command: ApiCommand, secret: string, fields: Readonly<Record<string, string>>): string {
  return JSON.stringify({ ...fields, vnp_SecureHash: signatureOf(textOf(orders[command].request, fields), secret) });
}

const textOf = (order: readonly string[], fields: Readonly<Record<string, string>>) => pipeText(order.map((name) => fields[`vnp_${name}`]));

/** True for VNPAY's number of a transaction; it writes 0 where none was made. */
export function isTransactionNo(text: string | null | undefined): text is string {
  return typeof text === "string" && /^\d{1,15}$/.test(text) && !/^0+$/.test(text);
}

/** An answer whose signature has been checked: it speaks for our terminal, of the reference that was asked about. */
export type VnpayAnswer = Readonly<Record<string, string>>;

/** What was not believed. The code is what it claims, for the log and for one more try with another secret. */
export type Disbelief = { refused: WhySilent; claimedCode: string };

/**
 * Reads the body of an answer and believes it only with a right signature, for our terminal, our question and our
 * reference. Whatever else arrives is no answer: a reason, never an error.
 */
export function readAnswer(body: string, command: ApiCommand, gatewayRef: string, terminal: VnpayTerminal): { answer: VnpayAnswer } | Disbelief {
  let given: unknown;
  try {
    given = JSON.parse(body);
  } catch {
    return { refused: "not_json", claimedCode: "" };
  }
  const fields = plainFields(given);
  if (fields === undefined || hasRepeatedName(body)) return { refused: "malformed", claimedCode: "" };
  const refused = whyNotBelieved(fields, command, gatewayRef, terminal);
  return refused === undefined ? { answer: fields } : { refused, claimedCode: fields["vnp_ResponseCode"] ?? "" };
}

function whyNotBelieved(fields: VnpayAnswer, command: ApiCommand, gatewayRef: string, terminal: VnpayTerminal): WhySilent | undefined {
  const hash = fields["vnp_SecureHash"] ?? "";
  if (hash === "") return "no_signature";
  const { answer: order } = orders[command];
  // The signed text does not say where a value with a "|" in it ends: the same text would sign other values, too.
  if (order.some((name) => fields[`vnp_${name}`]?.includes("|"))) return "malformed";
  if (!isSigned(textOf(order, fields), hash, terminal.hashSecrets)) return "wrong_signature";
  if (fields["vnp_TmnCode"] !== terminal.tmnCode) return "other_terminal";
  if (fields["vnp_TxnRef"] !== gatewayRef) return "other_reference";
  return (fields["vnp_Command"] ?? command) === command ? undefined : "other_command";
}

/**
 * The `vnp_` fields of an answer; foreign names are ignored. VNPAY sends texts; a whole number counts as its digits,
 * because the signature is checked over exactly what is then read. Null is absent. Anything else is no field.
 */
function plainFields(given: unknown): Record<string, string> | undefined {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return undefined;
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    if (!name.startsWith("vnp_") || value === null) continue;
    const text = typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? String(value) : value;
    if (!/^vnp_\w{1,60}$/.test(name) || typeof text !== "string" || /\p{Cc}/u.test(text) || !text.isWellFormed()) return undefined;
    fields[name] = text;
  }
  return fields;
}

/** JSON.parse takes the last of two fields of one name, other readers the first: such a body says nothing. */
function hasRepeatedName(body: string): boolean {
  const names = [...body.matchAll(/("(?:[^"\\]|\\.)*")\s*(:?)/g)]
    .filter(([, , colon]) => colon === ":")
    .map(([, quoted = '""']) => String(JSON.parse(quoted)))
    .filter((name) => name.startsWith("vnp_"));
  return new Set(names).size < names.length;
}
