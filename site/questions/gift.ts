import { addDays, dayOf, nextLunarDay, type Day, type Localized } from "@xudong/domain";
import type { ListingCard } from "@xudong/catalog";
import { marketConfig, type Occasion } from "../../market.config.ts";
import { rimOf } from "../drawings/motifs.ts";
import type { Visit } from "../actions/visit.ts";

/** Something to give, on which day, how many days that is from now, and until when it can be ordered for it. */
export type Gift = { listing: ListingCard; occasion: { name: Localized; day: Day; inDays: number }; orderBy: Day };

const dayMs = 86_400_000;

/** The days on which people give something next, the soonest first. */
export function occasionsAhead(today: Day): Gift["occasion"][] {
  return marketConfig.occasions
    .flatMap((occasion) => {
      const day = nextDay(occasion, today);
      return day === undefined ? [] : [{ name: occasion.name, day, inDays: Math.round((Date.parse(day) - Date.parse(today)) / dayMs) }];
    })
    .toSorted((a, b) => a.inDays - b.inDays);
}

function nextDay(occasion: Occasion, today: Day): Day | undefined {
  if ("lunar" in occasion) return nextLunarDay(occasion.lunar, addDays(today, 1));
  const day = `${today.slice(0, 4)}-${occasion.solar}`;
  return day > today ? day : `${Number(today.slice(0, 4)) + 1}-${occasion.solar}`;
}

/** What is made by hand and kept is fit to be given: the first of what is sold now that does not spoil and can still be there in time. */
export async function giftOf(visit: Visit, goods: readonly ListingCard[]): Promise<Gift | undefined> {
  const { market } = visit.locals;
  const lasting = goods.filter(({ kind, isInSeason, shelfLifeHours, needsCold, picture }) => kind === "goods" && isInSeason && shelfLifeHours === undefined && !needsCold && rimOf(picture.drawing) === "scroll");
  for (const occasion of occasionsAhead(dayOf(market.clock.now())).slice(0, 2)) {
    const listing = lasting[Number(occasion.day.slice(5, 7)) % Math.max(1, lasting.length)];
    const orderBy = listing && (await market.browse.lastOrderDay(listing.id, { province: marketConfig.province }, addDays(occasion.day, -1)));
    if (listing !== undefined && orderBy !== undefined) return { listing, occasion, orderBy };
  }
  return undefined;
}
