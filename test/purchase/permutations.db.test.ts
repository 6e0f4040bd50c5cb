/** Every permutation of three events, done to the market: after each the database says what the model says. */
import { expect, test } from "vitest";
import { eachDatabase } from "@xudong/database/testing";
import { runPermutations } from "./drive.ts";

eachDatabase("A purchase in every order of three events", (database) => {
  test("[O1] [L1, L3] [H1, H3] is at each step what the tables say", { timeout: 300_000 }, async () => {
    const { permutations, events } = await runPermutations({ store: database.store, length: 3 });
    console.info(`${database.kind}: ${permutations} permutations, ${events} events`);
    expect(permutations).toBe(3608);
  });
});
