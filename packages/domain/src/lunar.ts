/** A day of the Vietnamese lunar calendar (UTC+7): month 1–12, day 1–30. */
export type LunarDate = { year: number; month: number; day: number; isLeapMonth: boolean };

/** A part of every lunar year, both ends included; it may run over the turn of the year. */
export type LunarWindow = { fromMonth: number; fromDay: number; toMonth: number; toDay: number };
