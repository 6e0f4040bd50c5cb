import { hours, minutes, type SlotCapacities, type SlotRule, type SlotRuleTimes } from "@xudong/domain";

/** Recurring times by the key of the sample experience they belong to. */
export type SampleRules = Readonly<Record<string, readonly SlotRule[]>>;

const [sunday, wednesday, thursday, friday, saturday] = [0, 3, 4, 5, 6] as const;
const weekend = [saturday, sunday] as const;
const everyDay = [0, 1, 2, 3, 4, 5, 6] as const;

/** What a rule has besides its hours; sample rules hold since the area got its present communes. */
type Terms = { lastsMinutes: number; cutOffHours: number; capacities: Readonly<Record<string, number>>; lunarDays?: SlotRuleTimes["lunarDays"]; onHolidays?: SlotRuleTimes["onHolidays"] };

function rule(weekdays: readonly number[], at: readonly string[], { lastsMinutes, cutOffHours, capacities, lunarDays, onHolidays = "as_usual" }: Terms): SlotRule {
  return {
    times: { departures: { at }, weekdays, onHolidays, ...(lunarDays !== undefined && { lunarDays }) },
    validFrom: "2025-07-01",
    lastsMinutes,
    cutOffMinutes: hours(cutOffHours) / minutes(1),
    capacities: seats(capacities),
  };
}

/** Whatever is scarce on a visit is counted like seats: bicycles, moulds, people who can guide. */
const seats = (capacities: Readonly<Record<string, number>>): SlotCapacities => Object.fromEntries(Object.entries(capacities).map(([role, capacity]) => [role, { unit: "seat", capacity }]));

const daysOfMonth = (month: number, from: number, to: number) => Array.from({ length: to - from + 1 }, (_, ahead) => ({ month, day: from + ahead }));

const painting = { lastsMinutes: 90, cutOffHours: 2, capacities: { seat: 16 } } as const;
const wrapping = { lastsMinutes: 75, cutOffHours: 2, capacities: { seat: 12 } } as const;
const kilnRound = { lastsMinutes: 45, cutOffHours: 1, capacities: { seat: 15 }, onHolidays: "closed" } as const;
const embroidery = { lastsMinutes: 120, cutOffHours: 4, capacities: { seat: 10 }, onHolidays: "closed" } as const;
const printing = { lastsMinutes: 90, cutOffHours: 4, capacities: { seat: 12 }, onHolidays: "closed" } as const;
const lakeRide = { lastsMinutes: 120, cutOffHours: 2, capacities: { seat: 16, bicycle: 10, childSeat: 2 } } as const;
const puppets = { lastsMinutes: 60, cutOffHours: 1, capacities: { seat: 40 } } as const;

/** When each sample experience takes place; outside its season it never does, whatever its rules say. */
export const sampleRules: SampleRules = {
  "ve-gom-chu-dau": [rule(weekend, ["08:00", "10:00", "14:00"], painting), rule([wednesday], ["09:00"], painting)],
  "goi-banh-gai": [rule(weekend, ["09:00", "14:30"], wrapping), rule([friday], ["09:00"], wrapping)],
  // From 16:30 to 17:45, because the birds change over between 17:00 and 18:00.
  "thuyen-dao-co": [rule(everyDay, ["07:00", "16:30"], { lastsMinutes: 75, cutOffHours: 1, capacities: { seat: 12 } })],

  "hai-vai-dong-man": [rule(everyDay, ["06:00", "15:30"], { lastsMinutes: 150, cutOffHours: 10, capacities: { seat: 16 } })],
  "tham-cay-vai-to": [rule([...weekend, wednesday], ["08:00", "10:00"], { lastsMinutes: 75, cutOffHours: 3, capacities: { seat: 20 } })],
  "dap-xe-bai-ca-rot": [rule(weekend, ["08:00", "14:00"], { lastsMinutes: 150, cutOffHours: 4, capacities: { seat: 16, bicycle: 12 } })],
  "vot-ruoi-an-thanh": [
    rule(everyDay, ["17:00"], { lastsMinutes: 150, cutOffHours: 24, capacities: { seat: 20 }, lunarDays: [...daysOfMonth(9, 18, 22), ...daysOfMonth(10, 3, 7)] }),
  ],

  "xem-xuong-gom": [rule(weekend, ["09:00", "11:00", "15:30"], kilnRound), rule([thursday], ["15:00"], kilnRound)],
  "theu-xuan-neo": [rule(weekend, ["09:00", "14:00"], embroidery), rule([friday], ["09:00"], embroidery)],
  "in-moc-ban": [rule(weekend, ["09:00", "14:30"], printing), rule([thursday], ["14:30"], printing)],

  "di-bo-ban-co-tien": [rule(weekend, ["07:00", "14:00"], { lastsMinutes: 150, cutOffHours: 12, capacities: { seat: 24, guide: 2 } })],
  "di-bo-mao-dien": [rule(weekend, ["08:30", "15:00"], { lastsMinutes: 75, cutOffHours: 2, capacities: { seat: 15 } })],
  "kinh-chu-an-phu": [rule(weekend, ["07:30"], { lastsMinutes: 240, cutOffHours: 12, capacities: { seat: 14, guide: 1 } })],
  "rung-phong-thanh-mai": [rule(weekend, ["08:00", "13:30"], { lastsMinutes: 180, cutOffHours: 12, capacities: { seat: 18, guide: 1 } })],

  "dap-xe-ho-an-duong": [rule(weekend, ["07:00", "14:00"], lakeRide), rule([wednesday], ["14:00"], lakeRide)],
  "xem-roi-nuoc": [rule(weekend, ["10:00", "16:00"], puppets), rule([wednesday], ["16:00"], puppets)],
  "sau-man-roi-nuoc": [rule(weekend, ["08:30", "14:00"], { lastsMinutes: 60, cutOffHours: 4, capacities: { seat: 8 } })],

  // Between the wrapping sessions of the same kitchen.
  "lam-banh-dau-xanh": [rule(weekend, ["10:45", "16:15"], { lastsMinutes: 75, cutOffHours: 4, capacities: { seat: 16, mould: 8 } })],
  "nau-com-que": [rule(weekend, ["08:30"], { lastsMinutes: 210, cutOffHours: 15, capacities: { seat: 12 } })],
  "goi-banh-chung": [rule(everyDay, ["14:00"], { lastsMinutes: 180, cutOffHours: 24, capacities: { seat: 12 }, lunarDays: daysOfMonth(12, 20, 28) })],
};
