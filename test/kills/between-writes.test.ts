import { expect, test } from "vitest";
import { eachDatabase } from "@xudong/database/testing";
import { everyMoment, killBetweenWrites } from "./between-writes.ts";

// A death costs most of a second, and there are some two hundred and fifty of them. The rules they guard are the same code
// on both databases, so here each database dies at every second moment: SQLite at the even ones, PostgreSQL at the odd
// ones. `npm run soak` lets both die at all of them, and from both sides.

eachDatabase("Killed between every pair of durable writes", (database) => {
  test("[O1] [P2] [P3] [H4] whoever takes over comes to the same end", { timeout: 900_000 }, async () => {
    const databases = [await database.another("migrated"), await database.another("migrated")];
    const parity = database.kind === "sqlite" ? 0 : 1;
    let moments = 0;
    const figures = await killBetweenWrites({
      databases,
      deathsOf: (told) => {
        const deaths = everyMoment(told).filter(({ at }) => at % 2 === parity);
        moments += deaths.length;
        return deaths;
      },
    });
    expect(figures.complaints).toEqual([]);
    expect(figures.commits).toBeGreaterThan(50);
    expect(figures.calls).toBeGreaterThan(5);
    expect(figures.kills + figures.notReached).toBe(moments);
    expect(figures.notReached).toBeLessThan(figures.kills / 10);
    expect(figures.forPerson).toBeLessThanOrEqual(3);
  });
});
