import { z } from "zod";
import { cartLimits, deliveryServices, isDay, requiredConsents } from "@xudong/domain";
import type { FaultReason } from "./faults.ts";

/** What the API's description says of a validator beyond what it checks; `id` gives it a name of its own there. */
export type Note = { id?: string; description?: string; examples?: unknown[]; [keyword: string]: unknown };

/**
 * Notes on validators, in a registry of ours: zod's own is shared by everything in a process, and a
 * built site holds a second copy of this module.
 */
export const notes = z.registry<Note>();

export function noted<Validator extends z.ZodType>(validator: Validator, note: Note): Validator {
  notes.add(validator, note);
  return validator;
}

const because = (fault: FaultReason, more: Record<string, unknown> = {}) => ({ params: { fault, ...more } });

/** True for text that is one line and that every database can keep: no control characters, no half surrogates. */
const isPlain = (text: string): boolean => !/\p{Cc}/u.test(text) && text.isWellFormed();

/** One line of text as a person or program wrote it. */
export const line = (max: number) => z.string().max(max).refine(isPlain, because("control_characters"));

/** An id or a slug in an address or a body. */
export const name = () => line(200).min(1);

/** A secret in a header: visible ASCII, as we made it. */
export const secret = (description: string) => noted(z.string().regex(/^[\x21-\x7e]{1,200}$/), { description });

/** A day, YYYY-MM-DD, in Vietnam. Bounded, so that adding days to it stays a day. */
export const day = (description: string) =>
  noted(z.string().refine((text) => isDay(text) && text >= "2000-01-01" && text <= "2199-12-31", because("no_such_day")), { format: "date", description });

export const locale = noted(z.enum(["vi", "en"]).default("vi"), { description: "The language of every text in the answer. Vietnamese is the original; what is not translated yet stays Vietnamese and is named in `untranslated`." });

/** How many of a thing. Whether it is too many is the cart's own rule, told as `cart.quantity_out_of_range`. */
export const quantity = noted(z.int(), { minimum: 0, maximum: cartLimits.unitsPerLineMax, description: "How many; 0 takes the line out." });

export const consents = noted(z.array(z.enum(requiredConsents)).max(10), { description: "Both are needed, each given by a person: the terms of sale, and the use of these details for this order." });

/** The market refuses what it does not know, so that a misspelt optional field is not silently lost. */
export const body = z.strictObject;

/** An address as typed; whether it is needed depends on the cart. */
export const typedAddress = noted(
  body({
    line: z.exactOptional(line(200)),
    commune: z.exactOptional(line(200)),
    province: z.exactOptional(line(200)),
    communeCode: noted(z.exactOptional(line(20)), { description: "The code of the commune, from `GET /units` or from `candidates`: it says commune and province by itself." }),
    plusCode: noted(z.exactOptional(line(200)), { description: "A Plus Code (Open Location Code), full or short, for a place without a house number." }),
    note: noted(z.exactOptional(line(200)), { description: "What the courier should know." }),
  }),
  {
    id: "TypedAddress",
    description:
      "House and street or hamlet, then ward or commune, then province or city; names of before July 2025 are understood. Needed where something is sent. " +
      "A name that may mean several units is refused with `address.unit_ambiguous` and all `candidates`, one nobody knows with `address.unit_unknown` and those that are near.",
  },
);

export const contact = noted(body({ name: line(200), phone: z.exactOptional(line(40)), email: z.exactOptional(line(254)) }), {
  id: "Contact",
  description: "Who buys. A phone number or an e-mail is enough; a number from abroad begins with +.",
});

export const gift = noted(
  body({
    recipient: line(200),
    phone: noted(z.exactOptional(line(40)), { description: "Whom the courier calls; without it, the buyer." }),
    card: noted(z.exactOptional(z.string().max(1000).refine((typed) => isPlain(typed.replaceAll(/[\r\n]/g, " ")), because("control_characters"))), { description: "What the seller writes on the card; lines are kept." }),
  }),
  { id: "Gift", description: "Where the goods are for somebody else, at `address`: no price goes into the parcel, and it is paid in advance." },
);

const service = z.enum(deliveryServices);

/** How goods are to be sent: one way for all sellers, or one for each by the shop's id. */
export const delivery = noted(z.union([service, z.record(name(), service)]), {
  description:
    "How goods are to be sent, one of the cart's `deliveryWays`: one service for all, used wherever it can be had, or one for each shop by its id, refused where it cannot. " +
    "What is not chosen goes the cheapest way that brings it.",
  examples: ["standard", { "01K9Q4M0SH0P00000000000001": "pickup" }],
});

/** None exist so far; named already, so that clients may send them. */
export const vouchers = noted(z.array(line(40)).max(0), { description: "Voucher codes. None are issued yet, so the list is empty." });

/** Whole days from `from` to `to`, both included, that one question may cover. */
export const mostDays = 92;

// What answers are made of. Answers are not parsed in production; tests hold them against these.
export const dong = () => noted(z.int(), { description: "Whole Vietnamese đồng (VND), VAT included where it applies." });
export const count = () => z.int().min(0);
export const instant = () => z.iso.datetime();
export const text = () => z.string();
export const answer = z.strictObject;
export const untranslated = noted(z.array(z.string()), { description: "Paths of the texts above that are still Vietnamese although English was asked for." });
export const currency = noted(z.literal("VND"), { description: "Every amount is in this currency." });
