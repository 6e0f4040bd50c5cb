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

/** Demos and the sample request leave vnp_ExpireDate out; a payment then has the fifteen minutes the demos use. */
const usualWindowMs = 15 * 60 * 1000;
const noControlCharacters = /^[^\p{Cc}]{1,255}$/u;

/** TxnRef is "alphanumeric" on paper; the three joining marks are let through because many shops use them. */
const forms: Readonly<Record<string, RegExp>> = {
  vnp_Version: /^2\.1\.0$/,
  vnp_Command: /^(pay|genqr)$/,
  vnp_Amount: /^(?=.*[1-9])\d{1,12}$/,
  vnp_CreateDate: /^\d{14}$/,
  vnp_CurrCode: /^VND$/,
  vnp_IpAddr: /^[0-9A-Fa-f:.]{7,45}$/,
  vnp_Locale: /^(vn|en)$/,
  vnp_OrderInfo: noControlCharacters,
  vnp_OrderType: /^[A-Za-z0-9_-]{1,100}$/,
  vnp_ReturnUrl: /^[\x21-\x7e]{10,255}$/,
  vnp_TxnRef: /^[A-Za-z0-9._-]{1,100}$/,
};
const optionalForms: Readonly<Record<string, RegExp>> = {
  vnp_BankCode: /^[A-Za-z0-9]{3,20}$/,
  vnp_ExpireDate: /^\d{14}$/,
};

/**
 * Checks a raw query in VNPAY's order: signature (70), terminal (72, 04, 71), form and lengths (03).
 *
 * A terminal we do not know has no secret to check with, so 72 is all that can be said of it.
 */
export function readPayRequest(rawQuery: string, terminals: ReadonlyMap<string, Terminal>): PayRequest | PayRefusal {
  const parameters = readVnpParameters(rawQuery);
  if (parameters === null) return "70";
  const hash = parameters.get(hashName);
  if (hash === undefined || hash === "") return "70";
  const terminal = terminals.get(parameters.get("vnp_TmnCode") ?? "");
  if (terminal === undefined) return "72";
  if (!hashMatches(queryText([...parameters]), terminal.secret, hash)) return "70";
  if (terminal.state === "locked") return "04";
  if (terminal.state === "unapproved") return "71";
  return readSigned(parameters, terminal, hash.toLowerCase());
}

/** Whether a request wants JSON for an answer, told before anything of it is believed: a refusal too has a form. */
export const asksForQr = (rawQuery: string): boolean => readVnpParameters(rawQuery)?.get("vnp_Command") === "genqr";

function readSigned(parameters: ReadonlyMap<string, string>, terminal: Terminal, hash: string): PayRequest | "03" {
  const text = (name: string): string => parameters.get(name) ?? "";
  if (Object.entries(forms).some(([name, form]) => !form.test(text(name)))) return "03";
  if (Object.entries(optionalForms).some(([name, form]) => text(name) !== "" && !form.test(text(name)))) return "03";
  const createdAt = fromStamp(text("vnp_CreateDate"));
  if (createdAt === null) return "03";
  const expireAt = text("vnp_ExpireDate") === "" ? createdAt + usualWindowMs : fromStamp(text("vnp_ExpireDate"));
  if (expireAt === null || !isWebAddress(text("vnp_ReturnUrl"))) return "03";
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
