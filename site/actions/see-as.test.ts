import { DomainError } from "@xudong/domain";
import type { Market } from "@xudong/market";
import { expect, test } from "vitest";
import { ribbonRoles } from "../ribbon.ts";
import { aVisit } from "./a-visit.ts";
import { seeAs } from "./see-as.ts";

const until = new Date("2026-12-31T00:00:00Z");

/** A market that knows its sample people, and remembers who was signed in and out. */
function aDemo() {
  const told: string[] = [];
  const people = {
    signInAsSample: async (role: string) => (told.push(`in ${role}`), { token: `token-of-${role}`, expiresAt: until }),
    signOut: async (token: string) => void told.push(`out ${token}`),
  } as unknown as Market["people"]; // of all it does about people only what the ribbon asks for
  return { told, market: { people, clock: { now: () => new Date("2026-12-01T00:00:00Z") } } };
}

test.each(ribbonRoles)("the ribbon signs in as the sample person of that place: %s", async (role) => {
  const { told, market } = aDemo();
  const visit = aVisit(market, "/dev/see-as", { form: { as: role, locale: "en" }, cookies: { session: "old" } });
  const answer = await seeAs(visit);
  expect([answer.status, answer.headers.get("location")?.startsWith("/en")]).toEqual([303, true]);
  expect(told).toEqual([`in ${role}`, "out old"]);
  expect([visit.kept.get("session"), visit.kept.get("see_as")]).toEqual([`token-of-${role}`, role]);
});

test("[S1] the ribbon offers nobody else, and nobody at all outside a demo", async () => {
  const { told, market } = aDemo();
  for (const as of ["", "reviewer", "support", "__proto__", "nobody"]) expect((await seeAs(aVisit(market, "/dev/see-as", { form: { as } }))).status, as).toBe(404);
  const inEarnest = aVisit(market, "/dev/see-as", { form: { as: "admin" } });
  inEarnest.locals.isDemo = false;
  expect((await seeAs(inEarnest)).status).toBe(404);
  expect([told, inEarnest.kept.size]).toEqual([[], 0]);
  // The market refuses by itself, too, whatever the page believes.
  const refusing = { ...market, people: { ...market.people, signInAsSample: async () => Promise.reject(new DomainError("request.not_found")) } };
  await expect(seeAs(aVisit(refusing, "/dev/see-as", { form: { as: "admin" } }))).rejects.toMatchObject({ code: "request.not_found" });
});
