import { DomainError } from "./error.ts";
import type { PublicWords } from "./moves.ts";
import { minutes, plus } from "./time.ts";
import { cleanLine } from "./text.ts";

/** Who carries a parcel away. `own` is the seller themself, or a coach they hand it to: there is no number then. */
export const carriers = ["vnpost", "viettel_post", "ghn", "ghtk", "jt", "own"] as const;
export type Carrier = (typeof carriers)[number];

export const carrierWords = {
  vnpost: { vi: "Bưu điện Việt Nam", en: "Vietnam Post" },
  viettel_post: { vi: "Viettel Post", en: "Viettel Post" },
  ghn: { vi: "Giao Hàng Nhanh", en: "Giao Hàng Nhanh" },
  ghtk: { vi: "Giao Hàng Tiết Kiệm", en: "Giao Hàng Tiết Kiệm" },
  jt: { vi: "J&T Express", en: "J&T Express" },
  own: { vi: "Nhà tự đưa hoặc gửi xe", en: "The seller, or a coach" },
} as const satisfies PublicWords<Carrier>;

export const isCarrier = (name: string): name is Carrier => carriers.some((each) => each === name);

/** How a parcel left its seller, as it is frozen on it. */
export type Dispatch = { carrier: Carrier; /** As the carrier's slip has it; null where there is none. */ trackingNumber: string | null };

/** How long a seller may take back that a parcel has left. */
export const undoDispatchMinutes = 15;

/** Until when what was written down at `sentAt` may be taken back. */
export const undoDispatchUntil = (sentAt: Date): Date => plus(sentAt, minutes(undoDispatchMinutes));

const numberLengths = { min: 6, max: 40 };

/**
 * How a parcel left, as somebody typed it: spaces go, letters become large. A number of the post's international form must
 * have the check digit it says.
 *
 * @throws DomainError `fulfilment.dispatch_invalid`, whose `issues` name `carrier` and `trackingNumber` with why
 */
export function readDispatch(typed: { carrier: string; trackingNumber?: string }): Dispatch {
  const trackingNumber = cleanLine(typed.trackingNumber ?? "").replaceAll(/\s/g, "").toUpperCase();
  const carrier = isCarrier(typed.carrier) ? typed.carrier : undefined;
  const fault = carrier === "own" && trackingNumber === "" ? undefined : faultOfNumber(trackingNumber);
  const issues = [...(carrier === undefined ? [{ field: "carrier", reason: "missing" }] : []), ...(fault === undefined ? [] : [{ field: "trackingNumber", reason: fault }])];
  const [first] = issues;
  if (carrier === undefined || first !== undefined) throw new DomainError("fulfilment.dispatch_invalid", { field: first?.field ?? "carrier", issues, ...numberLengths });
  return { carrier, trackingNumber: trackingNumber === "" ? null : trackingNumber };
}

function faultOfNumber(number: string): "missing" | "no_number" | "check_digit" | undefined {
  if (number === "") return "missing";
  const looksRight = /^[A-Z\d][A-Z\d./-]*$/.test(number) && /\d/.test(number) && number.length >= numberLengths.min && number.length <= numberLengths.max;
  if (!looksRight) return "no_number";
  return postalNumber.test(number) && !hasItsCheckDigit(number) ? "check_digit" : undefined;
}

/** The form the world's posts agreed on (S10): two letters, eight digits and a check digit, the country. */
const postalNumber = /^[A-Z]{2}\d{9}[A-Z]{2}$/;
const postalWeights = [8, 6, 4, 2, 3, 5, 9, 7];

function hasItsCheckDigit(number: string): boolean {
  const sum = postalWeights.reduce((total, weight, at) => total + weight * Number(number[2 + at]), 0);
  const left = 11 - (sum % 11);
  return Number(number[10]) === (left === 10 ? 0 : left === 11 ? 5 : left);
}
