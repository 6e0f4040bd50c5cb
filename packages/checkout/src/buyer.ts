import { addressPartMax, cleanLine, DomainError, fold, parsePhone, readAddress, requiredConsents, type Address, type ErrorCode } from "@xudong/domain";

/** What a buyer types before ordering, as typed. */
export type TypedBuyer = {
  contact: { name: string; phone?: string | undefined; email?: string | undefined };
  address?: { line?: string | undefined; commune?: string | undefined; province?: string | undefined } | undefined;
  consents: readonly string[];
};

export type Buyer = { name: string; phone: string | null; email: string | null; address: Address | null; consents: readonly string[] };

const nameMax = 100;

/**
 * Reads who buys and where it goes, checking everything at once so that a person mends a form in one go.
 * A phone number or an e-mail is enough; an address is asked for only where something is sent.
 *
 * @throws DomainError with the first problem's code, and `issues` naming every field at fault
 */
export function readBuyer(typed: TypedBuyer, needsAddress: boolean): Buyer {
  const issues: { code: ErrorCode; field: string; reason: string; max?: number }[] = [];
  const fault = (code: ErrorCode, field: string, reason: string, max?: number) => issues.push({ code, field, reason, ...(reason === "too_long" && max !== undefined ? { max } : {}) });

  const name = cleanLine(typed.contact.name);
  // Counted as people count: one sign may be two of JavaScript's units.
  if (name === "" || [...name].length > nameMax) fault("order.contact_invalid", "contact.name", name === "" ? "missing" : "too_long", nameMax);
  const phone = readPhone(typed.contact.phone);
  if (phone === undefined) fault("order.contact_invalid", "contact.phone", "phone");
  const email = readEmail(typed.contact.email);
  if (email === undefined) fault("order.contact_invalid", "contact.email", "email");
  if (phone === null && email === null) fault("order.contact_invalid", "contact.phone", "phone_or_email");

  let address: Address | null = null;
  if (needsAddress) {
    const read = readAddress(defined(typed.address ?? {}));
    if ("address" in read) address = read.address;
    else for (const { part, reason } of read.faults) fault("order.address_required", `address.${part}`, reason, addressPartMax);
  }
  for (const consent of requiredConsents) {
    if (!typed.consents.includes(consent)) fault("order.consent_required", `consents.${consent}`, "missing");
  }

  const [first] = issues;
  if (first !== undefined) throw new DomainError(first.code, { field: first.field, issues });
  const known = requiredConsents.filter((consent) => typed.consents.includes(consent));
  return { name, phone: phone ?? null, email: email ?? null, address, consents: known };
}

/** Null where nothing was typed, undefined where it cannot be a number. */
function readPhone(typed: string | undefined): string | null | undefined {
  const text = cleanLine(typed ?? "");
  return text === "" ? null : parsePhone(text);
}

/** Null where nothing was typed, undefined where it cannot be an address. Only a message that arrives proves an e-mail. */
function readEmail(typed: string | undefined): string | null | undefined {
  const text = cleanLine(typed ?? "");
  if (text === "") return null;
  return text.length <= 254 && /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@.,;<>"]{2,}$/.test(text) ? text.toLowerCase() : undefined;
}

function defined<T extends object>(value: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as { [K in keyof T]?: NonNullable<T[K]> };
}

/**
 * One text for one door, however it is spelled: accents, case, punctuation, spaces and which line a word stands in make no
 * other (H5). Signs between two numbers still part them: 12/3 is not 123.
 */
export function addressKey({ line, commune, province }: Address): string {
  return fold(`${line} ${commune} ${province}`.normalize("NFKC"))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
