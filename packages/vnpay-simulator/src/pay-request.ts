import { fromStamp } from "./clock.ts";
import { readVnpParameters } from "./raw-query.ts";
import { hashMatches, hashName, queryText } from "./signature.ts";
import { isWebAddress, type Terminal } from "./terminal.ts";

export type Locale = "vn" | "en";

/** `pay` shows our page; `genqr` is a QR code on the merchant's own page, so no browser ever comes to us. */
export type Command = "pay" | "genqr";

/** A signed wish to be paid, its signature and form already checked. */
export interface PayRequest {
  readonly terminal: Terminal;
  readonly command: Command;
  readonly hash: string;
  readonly txnRef: string;
  readonly amount: string;
  readonly bankCode: string | null;
  readonly createDate: string;
  readonly expireAt: number;
  readonly locale: Locale;
  readonly orderInfo: string;
  readonly orderType: string;
  readonly ipAddr: string;
  readonly returnUrl: string;
}

/** Codes of the pay error page. The merchant never hears of them, except as the answer to its own genqr. */
export type PayRefusal = "01" | "03" | "04" | "15" | "70" | "71" | "72";

/** What is wrong with one parameter of a request that is refused with 03. VNPAY itself does not say. */
export interface Wrong {
  readonly parameter: string;
  readonly fault: "missing" | "length" | "format";
}

/** Why a request is refused, and as much of it as a developer needs to find it again. */
export interface Refused {
  readonly code: PayRefusal;
  /** Null where there is none, or none that could stand in a line of a log. */
  readonly txnRef: string | null;
  readonly wrong: readonly Wrong[];
}

/** Demos and the sample request leave vnp_ExpireDate out; a payment then has the fifteen minutes the demos use. */
const usualWindowMs = 15 * 60 * 1000;
const isDate = (text: string): boolean => /^\d{14}$/.test(text) && fromStamp(text) !== null;
const isAddress = (text: string): boolean => /^[\x21-\x7e]+$/.test(text) && isWebAddress(text);
const looksLike = (pattern: RegExp) => (text: string): boolean => pattern.test(text);

/** How a parameter must look: VNPAY's lengths and form, and one that is right, for whoever has it wrong. */
export interface Form {
  readonly lengths: readonly [shortest: number, longest: number];
  readonly fits: (text: string) => boolean;
  readonly example: string;
  readonly isOptional?: true;
}

/** TxnRef is "alphanumeric" on paper; the three joining marks are let through because many shops use them. */
export const forms: Readonly<Record<string, Form>> = {
  vnp_Version: { lengths: [1, 8], fits: looksLike(/^2\.1\.0$/), example: "2.1.0" },
  vnp_Command: { lengths: [1, 16], fits: looksLike(/^(pay|genqr)$/), example: "pay" },
  vnp_Amount: { lengths: [1, 12], fits: looksLike(/^(?=.*[1-9])\d+$/), example: "12000000" },
  vnp_CreateDate: { lengths: [14, 14], fits: isDate, example: "20261123100000" },
  vnp_CurrCode: { lengths: [3, 3], fits: looksLike(/^VND$/), example: "VND" },
  vnp_IpAddr: { lengths: [7, 45], fits: looksLike(/^[0-9A-Fa-f:.]+$/), example: "203.0.113.7" },
  vnp_Locale: { lengths: [2, 5], fits: looksLike(/^(vn|en)$/), example: "vn" },
  vnp_OrderInfo: { lengths: [1, 255], fits: looksLike(/^\P{Cc}+$/u), example: "Thanh toan don A1" },
  vnp_OrderType: { lengths: [1, 100], fits: looksLike(/^[A-Za-z0-9_-]+$/), example: "other" },
  vnp_ReturnUrl: { lengths: [10, 255], fits: isAddress, example: "https://shop.example/return" },
  vnp_TxnRef: { lengths: [1, 100], fits: looksLike(/^[A-Za-z0-9._-]+$/), example: "A1" },
  vnp_BankCode: { lengths: [3, 20], fits: looksLike(/^[A-Za-z0-9]+$/), example: "NCB", isOptional: true },
  vnp_ExpireDate: { lengths: [14, 14], fits: isDate, example: "20261123101500", isOptional: true },
};

/**
 * Checks a raw query in VNPAY's order: signature (70), terminal (72, 04, 71), form and lengths (03).
 *
 * A terminal we do not know has no secret to check with, so 72 is all that can be said of it.
 */
export function readPayRequest(rawQuery: string, terminals: ReadonlyMap<string, Terminal>): PayRequest | Refused {
  const parameters = readVnpParameters(rawQuery);
  const refused = (code: PayRefusal, wrong: readonly Wrong[] = []): Refused => ({ code, txnRef: referenceIn(parameters), wrong });
  if (parameters === null) return refused("70");
  const hash = parameters.get(hashName);
  if (hash === undefined || hash === "") return refused("70");
  const terminal = terminals.get(parameters.get("vnp_TmnCode") ?? "");
  if (terminal === undefined) return refused("72");
  if (!hashMatches(queryText([...parameters]), terminal.secret, hash)) return refused("70");
  if (terminal.state === "locked") return refused("04");
  if (terminal.state === "unapproved") return refused("71");
  const wrong = wrongIn(parameters);
  return wrong.length > 0 ? refused("03", wrong) : readSigned(parameters, terminal, hash.toLowerCase());
}

function referenceIn(parameters: ReadonlyMap<string, string> | null): string | null {
  const txnRef = parameters?.get("vnp_TxnRef") ?? "";
  return faultOf(txnRef, forms["vnp_TxnRef"]) === null ? txnRef : null;
}

function wrongIn(parameters: ReadonlyMap<string, string>): Wrong[] {
  return Object.entries(forms).flatMap(([parameter, form]) => {
    const fault = faultOf(parameters.get(parameter) ?? "", form);
    return fault === null ? [] : [{ parameter, fault }];
  });
}

/** An empty value counts as none, as it does in the signature. */
function faultOf(text: string, form: Form | undefined): Wrong["fault"] | null {
  if (form === undefined) return null;
  if (text === "") return form.isOptional === true ? null : "missing";
  if (!form.fits(text)) return "format";
  const [shortest, longest] = form.lengths;
  const { length } = [...text];
  return length < shortest || length > longest ? "length" : null;
}

/** Whether a request wants JSON for an answer, told before anything of it is believed: a refusal too has a form. */
export const asksForQr = (rawQuery: string): boolean => readVnpParameters(rawQuery)?.get("vnp_Command") === "genqr";

function readSigned(parameters: ReadonlyMap<string, string>, terminal: Terminal, hash: string): PayRequest {
  const text = (name: string): string => parameters.get(name) ?? "";
  const expireAt = fromStamp(text("vnp_ExpireDate")) ?? (fromStamp(text("vnp_CreateDate")) ?? 0) + usualWindowMs;
  return {
    terminal,
    command: text("vnp_Command") === "genqr" ? "genqr" : "pay",
    hash,
    expireAt,
    txnRef: text("vnp_TxnRef"),
    amount: text("vnp_Amount"),
    bankCode: text("vnp_Command") === "genqr" ? "VNPAYQR" : text("vnp_BankCode") || null,
    createDate: text("vnp_CreateDate"),
    locale: text("vnp_Locale") === "en" ? "en" : "vn",
    orderInfo: text("vnp_OrderInfo"),
    orderType: text("vnp_OrderType"),
    ipAddr: text("vnp_IpAddr"),
    returnUrl: text("vnp_ReturnUrl"),
  };
}
