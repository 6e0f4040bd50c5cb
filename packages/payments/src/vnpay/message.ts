import { dong, DomainError, fold, wallClock, type Dong, type Locale } from "@xudong/domain";
import { isSigned, signatureOf, signedText } from "./signature.ts";

/** A terminal as VNPAY gave it to us. Secrets: the present one first, then those still accepted while it is being changed. */
export type VnpayTerminal = { tmnCode: string; hashSecrets: readonly string[]; payUrl: string; apiUrl: string };

/** VNPAY's clock text "yyyyMMddHHmmss" in GMT+7, whatever zone this process runs in. */
export function vnpayTime(at: Date): string {
  const clock = wallClock(at);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${clock.year}${two(clock.month)}${two(clock.day)}${two(clock.hour)}${two(clock.minute)}${two(clock.second)}`;
}

/** VNPAY writes amounts × 100 and takes twelve digits; that factor exists in this file and nowhere else. */
export const vnpayLargestDong: Dong = 9_999_999_999;

/** An amount as VNPAY writes it. @throws DomainError `payment.amount_out_of_range` */
export function vnpayAmount(amount: Dong): string {
  if (dong(amount) < 1 || amount > vnpayLargestDong) throw new DomainError("payment.amount_out_of_range", { min: 1, max: vnpayLargestDong });
  return String(amount * 100);
}

/** The amount of a message in đồng, or undefined where it is no whole amount. */
export function dongOf(amount: string | undefined): Dong | undefined {
  if (amount === undefined || !/^\d{1,14}00$/.test(amount)) return undefined;
  return Number(amount.slice(0, -2));
}

/** The gateway's ways to pay that may be asked for: QR of a bank's app, a domestic card or account, a card from abroad. */
export const gatewayWays = ["VNPAYQR", "VNBANK", "INTCARD"] as const;
export type GatewayWay = (typeof gatewayWays)[number];

export const isGatewayWay = (name: string): name is GatewayWay => gatewayWays.some((way) => way === name);

export type PayRequest = {
  gatewayRef: string;
  amountDong: Dong;
  /** What it is for: marks are taken off and everything but letters, digits and spaces is dropped, as VNPAY asks. */
  description: string;
  createdOn: string;
  expiresAt: Date;
  clientAddress: string;
  returnUrl: string;
  locale: Locale;
  /** Where the gateway begins; without it, its customer chooses there. */
  bank?: GatewayWay;
};

/** The address to send the buyer's browser to: the signed text and its signature, not to be re-encoded by anybody. */
export function payUrl(terminal: VnpayTerminal, request: PayRequest): string {
  const text = signedText({
    vnp_Version: "2.1.0",
    vnp_Command: "pay",
    vnp_TmnCode: terminal.tmnCode,
    vnp_Amount: vnpayAmount(request.amountDong),
    vnp_BankCode: request.bank ?? "",
    vnp_CreateDate: request.createdOn,
    vnp_ExpireDate: vnpayTime(request.expiresAt),
    vnp_CurrCode: "VND",
    vnp_IpAddr: vnpayAddress(request.clientAddress),
    vnp_Locale: request.locale === "en" ? "en" : "vn",
    vnp_OrderInfo: plainText(request.description),
    vnp_OrderType: "other",
    vnp_ReturnUrl: request.returnUrl,
    vnp_TxnRef: request.gatewayRef,
  });
  const [secret = ""] = terminal.hashSecrets;
  return `${terminal.payUrl}?${text}&vnp_SecureHash=${signatureOf(text, secret)}`;
}

/** Letters, digits and single spaces: no encoder and no separator of any signed text can come between. */
export function plainText(text: string): string {
  const plain = fold(text)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  return plain.slice(0, 255) || "thanh toan";
}

/** VNPAY wants 7 to 45 characters: "::1" is too short, so loopback is written the old way. */
export function vnpayAddress(address: string): string {
  const plain = address.replace(/^::ffff:/, "");
  return plain.length >= 7 && plain.length <= 45 && /^[0-9a-fA-F:.]+$/.test(plain) ? plain : "127.0.0.1";
}

/** A return or notice whose signature has been checked against our terminal. */
export type VnpayMessage = Readonly<Record<string, string>>;

/** Why a query is not a genuine message of this terminal. */
export type NotGenuine = "malformed" | "wrong_signature" | "other_terminal";

/**
 * Reads the raw query of a return or an IPN and checks its signature. Foreign parameters are ignored and
 * not hashed; a `vnp_` name that repeats, or is not one plain value, and malformed escapes are refused.
 */
export function readMessage(rawQuery: string, terminal: VnpayTerminal): { message: VnpayMessage } | { refused: NotGenuine } {
  const fields: Record<string, string> = {};
  for (const pair of rawQuery.replace(/^\?/, "").split("&")) {
    if (pair === "") continue;
    const cut = pair.indexOf("=");
    const name = decodeOnce(cut < 0 ? pair : pair.slice(0, cut));
    const value = decodeOnce(cut < 0 ? "" : pair.slice(cut + 1));
    if (name === undefined || value === undefined) return { refused: "malformed" };
    if (!name.startsWith("vnp_")) continue;
    if (!/^vnp_\w{1,60}$/.test(name) || /\p{Cc}/u.test(value) || Object.hasOwn(fields, name)) return { refused: "malformed" };
    fields[name] = value;
  }
  if (!isSigned(signedText(fields), fields["vnp_SecureHash"] ?? "", terminal.hashSecrets)) return { refused: "wrong_signature" };
  if (fields["vnp_TmnCode"] !== terminal.tmnCode) return { refused: "other_terminal" };
  return { message: fields };
}

function decodeOnce(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}
