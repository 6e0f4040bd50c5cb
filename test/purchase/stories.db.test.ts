/** Stories that once went wrong, or that everybody asks about, told in the model's words. */
import { test } from "vitest";
import { eachDatabase } from "@xudong/database/testing";
import { playStory, scenarios } from "./drive.ts";

eachDatabase("The story of", (database) => {
  test.each<[string, keyof typeof scenarios, 1 | 2, readonly string[]]>([
    ["money that comes after everybody had given up: units taken again", "both", 1, ["1 silent", "a month passes", "sweep", "house: unfinished silent silent", "1 paid"]],
    ["money that comes when others have one of the two: all goes back and is asked about to its end", "both", 1, ["time passes", "others buy the visit", "1 paid", "house: silent silent silent", "until the next question", "house: silent silent absent", "house: silent silent accepted", "a day passes", "house: silent silent done"]],
    ["two payments under suspicion, one of them cleared by a person, the other refused", "visit", 2, ["pay again", "1 held", "2 held", "a month passes", "others buy the visit", "2 declined", "1 paid"]],
    ["two payments, the order called off between them", "parcel", 2, ["pay again", "1 paid", "buyer cancels", "2 paid", "house: silent silent accepted", "a month passes", "house: silent silent refused", "refund 1 sent again by a person", "refund 2 given back by hand", "house: silent silent done"]],
    ["a parcel that comes back unpaid, and one that is called off", "cash", 1, ["parcel sent", "buyer cancels", "1 declined", "others buy the parcel", "1 paid"]],
    ["a refund that waits for a person, and is told as accepted at the last question: it waits for a person still", "parcel", 1, ["1 paid", "buyer cancels", "house: paid paid silent", "a day passes", "house: paid paid absent", "a month passes", "house: paid paid accepted"]],
    ["money under suspicion that turns out good when the visit is over: it goes back", "visit", 1, ["1 held", "visit begins", "visit ends", "1 paid"]],
    ["money under suspicion that turns out good for a visit that was called off: it goes back", "visit", 1, ["1 held", "slot cancelled", "1 paid"]],
    ["a refund that nobody knew of on another day, told to the end", "parcel", 1, ["1 paid", "buyer cancels", "house: paid paid silent", "a day passes", "house: paid paid absent", "a month passes", "house: paid paid silent", "refund 1 given back by hand"]],
  ])("[O1] %s", async (_, kind, attempts, story) => {
    await playStory(database.store, { ...scenarios[kind], attempts }, story);
  });
});
