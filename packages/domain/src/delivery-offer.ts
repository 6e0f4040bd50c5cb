import { inForce } from "./dated.ts";
import { carriedOn, daysBetween, dispatchDays, type SenderHabits } from "./delivery-days.ts";
import { deliveryFeeOf, deliveryServices, parcelOf, type DeliveryRate, type DeliveryService, type DeliveryZone, type Parcel, type ParcelLine } from "./delivery.ts";
import type { Dong } from "./money.ts";
import { addDays, weekdayOf, type Day } from "./time.ts";

/** Goods that keep no longer than this, and all that needs cold, are fresh: they do not wait on the way. */
export const freshHours = 7 * 24;
/** What spoils arrives with at least so long left to use it. */
export const freshMarginHours = 12;

const isFresh = ({ needsCold, shelfLifeHours }: Parcel): boolean => needsCold || (shelfLifeHours !== null && shelfLifeHours <= freshHours);

/** From where to where, when it is ordered, and when its seller and the carriers rest. */
export type ParcelJourney = { zone: DeliveryZone; orderedAt: Date; sender: SenderHabits; holidays: ReadonlySet<Day> };

/** A way in which a parcel can go. */
export type DeliveryOffer = {
  service: DeliveryService;
  zone: DeliveryZone | null;
  feeDong: Dong;
  takesCash: boolean;
  isSample: boolean;
  /** The day it leaves its seller or waits there to be collected; null where nothing is promised. */
  leavesOn: Day | null;
  arrivesFrom: Day | null;
  /** Null where nothing is promised, and where the buyer comes for it. */
  arrivesTo: Day | null;
};

/** The ways in which a parcel can go, the cheapest first; and where nobody can bring it, why, and which of its lines stand in the way. */
export type DeliveryOffers = { offers: readonly DeliveryOffer[]; refused?: { code: "delivery.too_far_for_fresh" | "delivery.not_offered"; keys: readonly string[] } };

export function deliveryOffers(rates: readonly DeliveryRate[], lines: readonly ParcelLine[], journey: ParcelJourney): DeliveryOffers {
  const { offers, isTooFar } = waysFor(rates, parcelOf(lines), journey);
  if (offers.some(({ service }) => service !== "pickup")) return { offers };
  const alone = lines.filter((line) => !waysFor(rates, parcelOf([line]), journey).offers.some(({ service }) => service !== "pickup"));
  return { offers, refused: { code: isTooFar ? "delivery.too_far_for_fresh" : "delivery.not_offered", keys: (alone.length > 0 ? alone : lines).map(({ key }) => key) } };
}

/** The offer that is taken where nobody chooses: the cheapest that brings it. */
export const usualOffer = (offers: readonly DeliveryOffer[]): DeliveryOffer | undefined => offers.find(({ service }) => service !== "pickup");

function waysFor(rates: readonly DeliveryRate[], parcel: Parcel, journey: ParcelJourney): { offers: DeliveryOffer[]; isTooFar: boolean } {
  const ways = ratesIn(rates, journey).map((rate) => wayOf(rate, parcel, journey));
  const offers = ways.filter((way) => typeof way === "object");
  const service = ({ service: name }: DeliveryOffer) => deliveryServices.indexOf(name);
  offers.sort((a, b) => a.feeDong - b.feeDong || (a.arrivesTo ?? "").localeCompare(b.arrivesTo ?? "") || service(a) - service(b));
  return { offers, isTooFar: ways.includes("too far") };
}

/** Of each service the rate in force for the zone. The fee that is the same everywhere is for markets without any by zone; what is collected never leaves its province. */
function ratesIn(rates: readonly DeliveryRate[], { zone, orderedAt }: ParcelJourney): DeliveryRate[] {
  const current = [...Map.groupBy(rates, (rate) => `${rate.service} ${rate.zone ?? ""}`).values()].flatMap((rows) => inForce(rows, orderedAt) ?? []);
  const byZone = current.filter((rate) => rate.zone !== null);
  return byZone.length === 0 ? current : byZone.filter((rate) => rate.zone === (rate.service === "pickup" ? "local" : zone));
}

function wayOf(rate: DeliveryRate, parcel: Parcel, journey: ParcelJourney): DeliveryOffer | "too far" | "not carried" {
  // A fee without a zone promises nothing, about cold either: it is for a market's first days, and carries what is sold.
  if (parcel.needsCold && !rate.isChilled && rate.zone !== null && rate.service !== "pickup") return "not carried";
  const { service, zone, takesCash, isSample, promiseMinHours: min, promiseMaxHours: max } = rate;
  const offer = { service, zone, takesCash, isSample, feeDong: deliveryFeeOf(rate, parcel.weightGrams) };
  const days = () => dispatchDays(journey.orderedAt, journey.sender, journey.holidays);
  if (service === "pickup") {
    const ready = days().next().value;
    return ready === undefined ? "not carried" : { ...offer, leavesOn: ready, arrivesFrom: ready, arrivesTo: null };
  }
  if (max === null) return { ...offer, leavesOn: null, arrivesFrom: null, arrivesTo: null };

  const mostDays = Math.ceil(max / 24);
  const leavesOn = firstOf(days(), (day) => (!isFresh(parcel) || goesThrough(day, mostDays, journey)) && keepsUntilThere(day, max, parcel, journey));
  if (leavesOn === undefined) return days().next().done === true ? "not carried" : "too far";
  return { ...offer, leavesOn, arrivesFrom: carriedOn(leavesOn, Math.ceil((min ?? max) / 24), journey.holidays), arrivesTo: carriedOn(leavesOn, mostDays, journey.holidays) };
}

/** True where what leaves that day still keeps for a while when it is there, days off on the way counted. */
function keepsUntilThere(day: Day, hours: number, { shelfLifeHours }: Parcel, { holidays }: ParcelJourney): boolean {
  if (shelfLifeHours === null) return true;
  const mostDays = Math.ceil(hours / 24);
  const daysOff = daysBetween(day, carriedOn(day, mostDays, holidays)) - mostDays;
  return hours + daysOff * 24 + freshMarginHours <= shelfLifeHours;
}

/** True where nothing makes a parcel wait before it is there: no public holiday, and out of its province no Sunday, when fewer hands are about. */
function goesThrough(day: Day, mostDays: number, { zone, holidays }: ParcelJourney): boolean {
  return Array.from({ length: mostDays }, (_, at) => addDays(day, at + 1)).every((on) => !holidays.has(on) && (zone === "local" || weekdayOf(on) !== 0));
}

function firstOf(days: Iterable<Day>, fits: (day: Day) => boolean): Day | undefined {
  for (const day of days) if (fits(day)) return day;
  return undefined;
}
