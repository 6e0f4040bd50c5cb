import type { Db } from "@xudong/database";
import { addressPartMax, cleanCard, cleanLine, DomainError, fold, giftLengths, isDomainError, parseEmail, parsePhone, phoneFault, readAddress, requiredConsents, splitUnitName, type Address, type ErrorCode, type ErrorDetails, type Gift, type TypedAddress } from "@xudong/domain";
import { resolveAddress } from "./resolve-address.ts";

/** What a buyer types before ordering, as typed. */
export type TypedBuyer = {
  contact: { name: string; phone?: string | undefined; email?: string | undefined };
  address?: TypedAddress | undefined;
  gift?: TypedGift | undefined;
  consents: readonly string[];
};

/** For whom it is and what its card says, as typed. */
export type TypedGift = { recipient: string; phone?: string | undefined; card?: string | undefined };

export type Buyer = { name: string; phone: string | null; email: string | null; address: Address | null; gift: Gift | null; consents: readonly string[] };

const nameMax = 100;

/**
 * Reads who buys and where it goes, checking everything at once so that a person mends a form in one go.
 * A phone number or an e-mail is enough; an address is asked for only where something is sent.
 *
 * @throws DomainError with the first problem's code, and `issues` naming every field at fault
 */
export async function readBuyer(db: Db, typed: TypedBuyer, needsAddress: boolean): Promise<Buyer> {
  const issues: { code: ErrorCode; field: string; reason: string; max?: number; became?: string }[] = [];
  let choices: ErrorDetails = {};
  const fault = (code: ErrorCode, field: string, reason: string, max?: number) => issues.push({ code, field, reason, ...(reason === "too_long" && max !== undefined ? { max } : {}) });

  const name = cleanLine(typed.contact.name);
  // Counted as people count: one sign may be two of JavaScript's units.
  if (name === "" || [...name].length > nameMax) fault("order.contact_invalid", "contact.name", name === "" ? "missing" : "too_long", nameMax);
  const phone = readPhone(typed.contact.phone);
  if (phone === undefined) issues.push({ code: "order.contact_invalid", field: "contact.phone", ...(phoneFault(cleanLine(typed.contact.phone ?? "")) ?? { reason: "phone" }) });
  const email = readEmail(typed.contact.email);
  if (email === undefined) fault("order.contact_invalid", "contact.email", "email");
  if (phone === null && email === null) fault("order.contact_invalid", "contact.phone", "phone_or_email");

  let address: Address | null = null;
  if (needsAddress) {
    const read = readAddress(typed.address ?? {});
    if ("faults" in read) for (const { part, reason } of read.faults) fault("order.address_required", `address.${part}`, reason, addressPartMax);
    else {
      const resolved = await resolveAddress(db, read.address).catch(refused);
      if (!("refusal" in resolved)) address = resolved;
      else {
        const { code, details } = resolved.refusal;
        choices = details;
        for (const issue of details.issues ?? []) fault(code, issue.field, issue.reason);
      }
    }
  }
  const gift = readGift(typed.gift, needsAddress, (part, reason, max) => fault("order.gift_invalid", `gift.${part}`, reason, max));
  for (const consent of requiredConsents) {
    if (!typed.consents.includes(consent)) fault("order.consent_required", `consents.${consent}`, "missing");
  }

  const [first] = issues;
  if (first !== undefined) throw new DomainError(first.code, { ...choices, field: first.field, issues });
  const known = requiredConsents.filter((consent) => typed.consents.includes(consent));
  return { name, phone: phone ?? null, email: email ?? null, address, gift, consents: known };
}

/** Null where it is for the buyer. A gift is something that a courier brings: what is fetched, or visited, is handed over by oneself. */
function readGift(typed: TypedGift | undefined, isSent: boolean, fault: (part: string, reason: string, max?: number) => void): Gift | null {
  if (typed === undefined) return null;
  if (!isSent) fault("recipient", "nothing_sent");
  const recipient = cleanLine(typed.recipient);
  if (recipient === "" || [...recipient].length > giftLengths.recipient) fault("recipient", recipient === "" ? "missing" : "too_long", giftLengths.recipient);
  const phone = readPhone(typed.phone);
  if (phone === undefined) fault("phone", "phone");
  const card = cleanCard(typed.card ?? "");
  if ([...card].length > giftLengths.card || card.split("\n").length > giftLengths.cardLines) fault("card", "too_long", giftLengths.card);
  return { recipient, phone: phone ?? null, card: card === "" ? null : card };
}

/** Null where nothing was typed, undefined where it cannot be a number. */
function readPhone(typed: string | undefined): string | null | undefined {
  const text = cleanLine(typed ?? "");
  return text === "" ? null : parsePhone(text);
}

/** Null where nothing was typed, undefined where it cannot be an address. */
function readEmail(typed: string | undefined): string | null | undefined {
  const text = cleanLine(typed ?? "");
  return text === "" ? null : parseEmail(text);
}

/** A refused address is told together with whatever else is wrong. */
function refused(error: unknown): { refusal: DomainError } {
  if (isDomainError(error)) return { refusal: error };
  throw error;
}

/**
 * One text for one door, however it is spelled: accents, case, punctuation, spaces and which line a word stands in make no
 * other (H5). Where the commune has a code, its code stands for it, whatever it was called, and is not told twice. Signs
 * between two numbers still part them: 12/3 is not 123.
 */
export function addressKey({ line, commune, province, communeCode }: Address): string {
  if (communeCode === undefined) return wordsOf(`${line} ${commune} ${province}`);
  const said = [commune, province].flatMap((name) => [wordsOf(name), wordsOf(splitUnitName(name).name)]).filter((words) => words !== "");
  let door = wordsOf(line);
  for (let ending = endingOf(door, said); ending !== undefined; ending = endingOf(door, said)) door = door.slice(0, door.length - ending.length).trimEnd();
  return `${door} ${communeCode}`;
}

/** The name of the commune or province that a line ends with, unless it is all of it. */
const endingOf = (door: string, names: readonly string[]): string | undefined => names.find((name) => door.endsWith(` ${name}`));

function wordsOf(text: string): string {
  return fold(text.normalize("NFKC"))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
