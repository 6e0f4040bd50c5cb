import { expect, test } from "vitest";
import { eachDatabase } from "@xudong/database/testing";
import { killBetweenWrites } from "./between-writes.ts";

eachDatabase("Killed between every pair of durable writes", (database) => {
  test("[O1] [P2] [P3] [H4] whoever takes over comes to the same end", { timeout: 900_000 }, async () => {
    const databases = [await database.another("migrated"), await database.another("migrated")];
    const figures = await killBetweenWrites({ databases });
    expect(figures.complaints).toEqual([]);
    expect(figures.commits).toBeGreaterThan(50);
    expect(figures.calls).toBeGreaterThan(5);
    expect(figures.kills + figures.notReached).toBe(figures.commits + figures.calls);
    expect(figures.notReached).toBeLessThan(figures.kills / 10);
    expect(figures.forPerson).toBeLessThanOrEqual(3);
  });
});
