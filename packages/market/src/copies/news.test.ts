import { globSync, readFileSync } from "node:fs";
import type { Db } from "@xudong/database";
import { expect, test } from "vitest";
import { namesDroppedBy } from "./news.ts";

const packages = new URL("../../../", import.meta.url);
/** Every topic that some code speaks of; one made of a state is spoken of by its beginning. */
const topics = globSync("*/src/**/*.ts", { cwd: packages, exclude: ["**/*.test.ts"] }).flatMap((path) => [...readFileSync(new URL(path, packages), "utf8").matchAll(/topic: [`"]([a-z_]+\.[a-z_]*)/g)].map((found) => found[1] ?? ""));
const noDatabase = {} as Db; // only pools are asked for
const told = (topic: string) => namesDroppedBy(noDatabase, [{ topic, subject: "1" }]);

test("it is known of every topic of the house which kept pages it drops, if any", async () => {
  expect(topics.length).toBeGreaterThan(15);
  for (const topic of topics.filter((each) => each !== "pool.changed")) expect(await told(topic), topic).not.toBe("all");
});

test("what nobody has thought of drops everything, and an order nothing", async () => {
  expect(await told("weather.changed")).toBe("all");
  expect(await told("order.placed")).toEqual([]);
  expect(await told("listing.changed")).toEqual(["listing:1", "listings"]);
});
