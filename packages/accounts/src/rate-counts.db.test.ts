import { minutes, plus, tryLimits } from "@xudong/domain";
import { eachDatabase } from "@xudong/database/testing";
import { expect, test } from "vitest";
import { now } from "../testing/people.ts";
import { countTry, forgetTries } from "./index.ts";

const { perSubject, perNetwork, windowMinutes } = tryLimits.signIn;

eachDatabase("Trying", (database) => {
  const tried = async (subject: string | undefined, network: string, at = now) => database.store.write(async (tx) => countTry(tx, { what: "signIn", subject, network }, at));

  test("is let go on so often for one person, whatever the network, and then asked to wait", async () => {
    for (let i = 0; i < perSubject; i++) expect(await tried("hanh", `10.0.0.${i}`)).toBe(0);
    const wait = await tried("hanh", "10.0.1.1");
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(windowMinutes * 60);
    expect(await tried("lan", "10.0.1.1")).toBe(0);
    expect(await tried("hanh", "10.0.1.1", plus(now, wait * 1000))).toBe(0);
  });

  test("is let go on so often from one network, whoever it is about", async () => {
    for (let i = 0; i < perNetwork; i++) expect(await tried(i % 2 === 0 ? undefined : `somebody ${i}`, "10.1.0.1")).toBe(0);
    expect(await tried("somebody else", "10.1.0.1")).toBeGreaterThan(0);
    expect(await tried("somebody else", "10.1.0.2")).toBe(0);
  });

  test("at the same moment counts each", async () => {
    const all = await Promise.all(Array.from({ length: perSubject + 5 }, (_, i) => tried("rush", `10.2.0.${i}`)));
    expect(all.filter((wait) => wait === 0)).toHaveLength(perSubject);
  });

  test("right forgets the person's tries and not the network's", async () => {
    for (let i = 0; i < perSubject; i++) await tried("linh", "10.3.0.1");
    await database.store.write(async (tx) => forgetTries(tx, "signIn", "linh", now));
    expect(await tried("linh", "10.3.0.1")).toBe(0);
    for (let i = perSubject + 1; i < perNetwork; i++) await tried(undefined, "10.3.0.1");
    expect(await tried(undefined, "10.3.0.1")).toBeGreaterThan(0);
  });

  test("leaves no telephone behind", async () => {
    await tried("+84912345678", "10.4.0.1", plus(now, minutes(60)));
    expect(JSON.stringify(await database.store.read.select().from(database.store.read.t.rateCounts))).not.toMatch(/912345678|10\.4\.0/);
  });
});
