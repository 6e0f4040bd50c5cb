import { describe, expect, test } from "vitest";
import { deliveryFeeOf, parcelOf, zoneBetween, type DeliveryRate, type ParcelLine } from "./delivery.ts";
import { dispatchDays, nextCutOff } from "./delivery-days.ts";
import { deliveryOffers, usualOffer, type ParcelJourney } from "./delivery-offer.ts";
import { addDays, instantAt } from "./time.ts";

const aRate = (over: Partial<DeliveryRate> = {}): DeliveryRate => ({
  service: "standard", zone: "local", isChilled: false, feeDong: 20_000, firstGrams: 1_000, stepGrams: 500, stepDong: 3_000,
  promiseMinHours: 24, promiseMaxHours: 48, takesCash: true, isSample: true, validFrom: new Date(0), validTo: null, ...over,
});
const chilled = (over: Partial<DeliveryRate> = {}) => aRate({ service: "chilled", isChilled: true, feeDong: 35_000, stepDong: 5_000, promiseMinHours: 0, promiseMaxHours: 24, takesCash: false, ...over });
const aBox = (over: Partial<ParcelLine> = {}): ParcelLine => ({ key: "box", quantity: 1, weightGrams: 1_000, needsCold: false, shelfLifeHours: null, ...over });

/** Tuesday 1 December 2026, far from any holiday. */
const tuesday = instantAt("2026-12-01", "10:00");
const aJourney = (over: Partial<ParcelJourney> = {}): ParcelJourney => ({ zone: "local", orderedAt: tuesday, sender: { cutOffMinute: null, restWeekdays: null }, holidays: new Set(), ...over });
/** The public holidays of Tết 2027, from the last day of the old year. */
const tet = new Set(Array.from({ length: 5 }, (_, at) => addDays("2027-02-05", at)));

describe("A zone", () => {
  const haiPhong = { provinceCode: "31", region: "north" };
  test("is local within a province, regional within a region, national beyond", () => {
    expect(zoneBetween(haiPhong, haiPhong)).toBe("local");
    expect(zoneBetween(haiPhong, { provinceCode: "01", region: "north" })).toBe("regional");
    expect(zoneBetween(haiPhong, { provinceCode: "79", region: "south" })).toBe("national");
  });
  test("is the nearest where either end is unknown", () => {
    expect(zoneBetween(undefined, haiPhong)).toBe("local");
    expect(zoneBetween(haiPhong, undefined)).toBe("local");
  });
});

describe("A fee", () => {
  test("is that of the first kilogram up to its last gram, and of each half kilogram begun after it", () => {
    const fees = [1, 1_000, 1_001, 1_500, 1_501, 5_400].map((grams) => deliveryFeeOf(aRate(), grams));
    expect(fees).toEqual([20_000, 20_000, 23_000, 23_000, 26_000, 47_000]);
  });
  test("without steps is the same for any weight", () => {
    expect(deliveryFeeOf(aRate({ feeDong: 30_000, firstGrams: null, stepGrams: null, stepDong: null }), 90_000)).toBe(30_000);
  });
});

describe("A parcel", () => {
  test("weighs its goods, of which an unknown one counts as half a kilogram", () => {
    expect(parcelOf([aBox({ weightGrams: 1_100, quantity: 3 }), aBox({ weightGrams: null, quantity: 2 })]).weightGrams).toBe(4_300);
  });
  test("goes cold where one thing must, and keeps as long as what keeps least", () => {
    expect(parcelOf([aBox({ shelfLifeHours: 500 }), aBox({ needsCold: true }), aBox({ shelfLifeHours: 72 })])).toMatchObject({ needsCold: true, shelfLifeHours: 72 });
    expect(parcelOf([aBox()])).toEqual({ weightGrams: 1_000, needsCold: false, shelfLifeHours: null });
  });
});

describe("The day a parcel leaves", () => {
  const first = (at: Date, over: Partial<ParcelJourney["sender"]> = {}, holidays: ReadonlySet<string> = new Set()) => dispatchDays(at, { cutOffMinute: null, restWeekdays: null, ...over }, holidays).next().value;

  test("is the same one before 15:00, and the next after it", () => {
    expect(first(instantAt("2026-12-01", "14:59"))).toBe("2026-12-01");
    expect(first(instantAt("2026-12-01", "15:00"))).toBe("2026-12-02");
  });
  test("is by the seller's own hour, where they have one", () => {
    expect(first(instantAt("2026-12-01", "10:00"), { cutOffMinute: 600 })).toBe("2026-12-02");
    expect(first(instantAt("2026-12-01", "09:59"), { cutOffMinute: 600 })).toBe("2026-12-01");
  });
  test("is no Sunday, unless the seller rests on another day", () => {
    const saturday = instantAt("2026-12-05", "16:00");
    expect(first(saturday)).toBe("2026-12-07");
    expect(first(saturday, { restWeekdays: [1] })).toBe("2026-12-06");
    expect(first(saturday, { restWeekdays: [] })).toBe("2026-12-06");
  });
  test("is no public holiday, and after Tết not before people are back", () => {
    expect(first(instantAt("2026-11-23", "16:00"), {}, new Set(["2026-11-24"]))).toBe("2026-11-25");
    expect(first(instantAt("2027-02-04", "16:00"), {}, tet)).toBe("2027-02-10");
  });
  test("never comes from a seller who rests every day", () => {
    expect(first(tuesday, { restWeekdays: [0, 1, 2, 3, 4, 5, 6] })).toBeUndefined();
  });
  test("holds until the next cut-off", () => {
    expect(nextCutOff(tuesday, { cutOffMinute: null })).toEqual(instantAt("2026-12-01", "15:00"));
    expect(nextCutOff(instantAt("2026-12-01", "15:00"), { cutOffMinute: null })).toEqual(instantAt("2026-12-02", "15:00"));
  });
});

describe("The ways a parcel can go", () => {
  const ways = (rates: readonly DeliveryRate[], lines: readonly ParcelLine[], over: Partial<ParcelJourney> = {}) => deliveryOffers(rates, lines, aJourney(over));
  const table = [
    aRate(), aRate({ zone: "regional", feeDong: 28_000, promiseMinHours: 48, promiseMaxHours: 72 }), aRate({ zone: "national", feeDong: 34_000, promiseMinHours: 72, promiseMaxHours: 120 }),
    chilled(), chilled({ zone: "regional", feeDong: 55_000, promiseMinHours: 12 }), chilled({ zone: "national", feeDong: 95_000, promiseMinHours: 24, promiseMaxHours: 48 }),
    aRate({ service: "pickup", feeDong: 0, stepDong: 0, promiseMinHours: null, promiseMaxHours: null }),
  ];
  const services = (answer: ReturnType<typeof ways>) => answer.offers.map(({ service }) => service);

  test("are those of its zone, the cheapest first, and the usual one brings it", () => {
    const found = ways(table, [aBox()]);
    expect(services(found)).toEqual(["pickup", "standard", "chilled"]);
    expect(usualOffer(found.offers)).toEqual({ service: "standard", zone: "local", feeDong: 20_000, takesCash: true, isSample: true, leavesOn: "2026-12-01", arrivesFrom: "2026-12-02", arrivesTo: "2026-12-03" });
    expect(usualOffer(ways(table, [aBox()], { zone: "national" }).offers)).toMatchObject({ feeDong: 34_000, arrivesFrom: "2026-12-04", arrivesTo: "2026-12-06" });
  });
  test("include collecting it wherever its buyer lives, from the day it is ready and without an end", () => {
    expect(ways(table, [aBox()], { zone: "national" }).offers[0]).toMatchObject({ service: "pickup", zone: "local", feeDong: 0, arrivesFrom: "2026-12-01", arrivesTo: null });
  });
  test("are by the rate that began last", () => {
    const dearer = aRate({ feeDong: 25_000, validFrom: instantAt("2026-12-01", "10:00") });
    expect(usualOffer(ways([dearer, ...table], [aBox()]).offers)?.feeDong).toBe(25_000);
    expect(usualOffer(ways([dearer, ...table], [aBox()], { orderedAt: instantAt("2026-12-01", "09:59") }).offers)?.feeDong).toBe(20_000);
  });
  test("are the one fee for everywhere only where there is none by zone", () => {
    const flat = aRate({ service: "flat", zone: null, feeDong: 1_000, firstGrams: null, stepGrams: null, stepDong: null, promiseMinHours: null, promiseMaxHours: null });
    expect(ways([flat], [aBox({ needsCold: true, shelfLifeHours: 24 })], { zone: "national" })).toEqual({ offers: [{ service: "flat", zone: null, feeDong: 1_000, takesCash: true, isSample: true, leavesOn: null, arrivesFrom: null, arrivesTo: null }] });
    expect(services(ways([flat, ...table], [aBox()]))).toEqual(["pickup", "standard", "chilled"]);
    expect(services(ways([flat, aRate()], [aBox()], { zone: "national" }))).toEqual([]);
  });
  test("keep cold what needs it", () => {
    expect(services(ways(table, [aBox(), aBox({ key: "milk", needsCold: true })]))).toEqual(["pickup", "chilled"]);
    const onlyWarm = ways([aRate()], [aBox(), aBox({ key: "milk", needsCold: true })]);
    expect(onlyWarm).toEqual({ offers: [], refused: { code: "delivery.not_offered", keys: ["milk"] } });
  });

  test("leave fresh goods their half day: what would come too late is refused, by its own name", () => {
    expect(usualOffer(ways(table, [aBox({ shelfLifeHours: 84 })], { zone: "regional" }).offers)?.service).toBe("standard");
    expect(usualOffer(ways(table, [aBox({ shelfLifeHours: 83 })], { zone: "regional" }).offers)?.service).toBe("chilled");
    const far = ways(table, [aBox(), aBox({ key: "lychee", shelfLifeHours: 59 })], { zone: "national" });
    expect(far.refused).toEqual({ code: "delivery.too_far_for_fresh", keys: ["lychee"] });
    expect(services(far)).toEqual(["pickup"]);
  });
  test("do not let fresh goods lie over a Sunday on the way to another province", () => {
    const lychee = [aBox({ needsCold: true, shelfLifeHours: 72 })];
    const leaves = (day: string, zone: ParcelJourney["zone"]) => usualOffer(ways(table, lychee, { zone, orderedAt: instantAt(day, "10:00") }).offers);
    expect(leaves("2026-12-03", "national")).toMatchObject({ leavesOn: "2026-12-03", arrivesTo: "2026-12-05" });
    expect(leaves("2026-12-04", "national")).toMatchObject({ leavesOn: "2026-12-07", arrivesFrom: "2026-12-08", arrivesTo: "2026-12-09" });
    expect(leaves("2026-12-04", "regional")).toMatchObject({ leavesOn: "2026-12-04", arrivesTo: "2026-12-05" });
    expect(leaves("2026-12-05", "regional")).toMatchObject({ leavesOn: "2026-12-07" });
    expect(leaves("2026-12-05", "local")).toMatchObject({ leavesOn: "2026-12-05", arrivesTo: "2026-12-06" });
  });
  test("wait for people to be back from Tết: fresh goods at their seller's, others on the way", () => {
    const orderedAt = instantAt("2027-02-04", "10:00");
    const before = { orderedAt, holidays: tet };
    expect(usualOffer(ways(table, [aBox()], before).offers)).toMatchObject({ leavesOn: "2027-02-04", arrivesFrom: "2027-02-10", arrivesTo: "2027-02-11" });
    expect(usualOffer(ways(table, [aBox({ needsCold: true, shelfLifeHours: 48 })], before).offers)).toMatchObject({ leavesOn: "2027-02-10", arrivesFrom: "2027-02-10", arrivesTo: "2027-02-11" });
    // What keeps for some days more may lie, as long as it does not spoil.
    const standard = table.filter(({ service }) => service === "standard");
    const jars = (shelfLifeHours: number) => usualOffer(ways(standard, [aBox({ shelfLifeHours })], { ...before, zone: "regional" }).offers);
    expect(jars(204)).toMatchObject({ leavesOn: "2027-02-04", arrivesTo: "2027-02-12" });
    expect(jars(203)).toMatchObject({ leavesOn: "2027-02-10", arrivesTo: "2027-02-13" });
  });
  test("are none where the seller never sends, and all its goods say so", () => {
    const never = ways(table, [aBox(), aBox({ key: "jar" })], { sender: { cutOffMinute: null, restWeekdays: [0, 1, 2, 3, 4, 5, 6] } });
    expect(never).toEqual({ offers: [], refused: { code: "delivery.not_offered", keys: ["box", "jar"] } });
  });
});
