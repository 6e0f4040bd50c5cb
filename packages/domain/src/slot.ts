import { isInSeason, type Season } from "./season.ts";
import { dayOf, hours, plus } from "./time.ts";
import type { ErrorCode } from "./error.ts";
import type { Moves, PublicWords } from "./moves.ts";

export const slotStates = ["open", "closed", "cancelled"] as const;
export type SlotState = (typeof slotStates)[number];

/** A closed slot sells no more but is kept; a cancelled one refunds everybody and never comes back. */
export const slotMoves = {
  open: ["closed", "cancelled"],
  closed: ["open", "cancelled"],
  cancelled: [],
} as const satisfies Moves<SlotState>;

export const slotWords = {
  open: { vi: "Còn nhận khách", en: "Open" },
  closed: { vi: "Ngừng nhận khách", en: "Closed" },
  cancelled: { vi: "Đã huỷ", en: "Cancelled" },
} as const satisfies PublicWords<SlotState>;

/** Why nothing more of a slot can be sold, or undefined where it can (O3): closed, past its cut-off, or outside the season. */
export function whySlotNotOnSale(
  slot: { state: SlotState; startsAt: Date; sellsUntil: Date },
  season: Season,
  now: Date,
): ErrorCode | undefined {
  if (slot.state !== "open" || now >= slot.sellsUntil || now >= slot.startsAt) return "slot.closed";
  if (!isInSeason(season, dayOf(slot.startsAt))) return "listing.out_of_season";
  return undefined;
}

/** True while money that came late may still be turned into a place: the slot stands and has not begun (H3). */
export function mayRetakeSlot(slot: { state: SlotState; startsAt: Date }, now: Date): boolean {
  return slot.state !== "cancelled" && now < slot.startsAt;
}

/** True while a place that is still held may be sold: its buyer may come late, but not to what was called off or is over (H3). */
export function mayKeepSlot(slot: { state: SlotState; endsAt: Date }, now: Date): boolean {
  return slot.state !== "cancelled" && now < slot.endsAt;
}

/** When guests of a slot may come in: from an hour before it starts until it ends. */
export function admissionWindow(slot: { startsAt: Date; endsAt: Date }): { opensAt: Date; closesAt: Date } {
  return { opensAt: plus(slot.startsAt, -hours(1)), closesAt: slot.endsAt };
}
