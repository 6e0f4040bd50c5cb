import { describe, expect, test } from "vitest";
import { newId } from "./id.ts";
import { demand, guest, isAllowed, operatorActor, personOf, requirePerson, systemActor, type Actor } from "./actor.ts";

const gatekeeper: Actor = { id: "person", grants: [{ permission: "ticket.admit", scope: "island" }] };

describe("who may do what", () => {
  test("[S1] is decided by permission and place together", () => {
    expect(isAllowed(gatekeeper, "ticket.admit", "island")).toBe(true);
    expect(isAllowed(gatekeeper, "ticket.admit", "orchard")).toBe(false);
    expect(isAllowed(gatekeeper, "stock.edit", "island")).toBe(false);
  });

  test("[S1] gives guests and parts of the system nothing", () => {
    for (const actor of [guest, systemActor("vnpay.ipn")]) expect(isAllowed(actor, "ticket.admit", "island")).toBe(false);
  });

  test("[S1] lets the operator's hands do what they were given, everywhere, and nothing else", () => {
    const seed = operatorActor("seed", ["listing.edit"]);
    expect(isAllowed(seed, "listing.edit", "anywhere")).toBe(true);
    expect(isAllowed(seed, "order.decide", "anywhere")).toBe(false);
  });

  test("[S1] is a refusal that names the permission and not the place", () => {
    expect(() => demand(gatekeeper, "ticket.admit", "island")).not.toThrow();
    expect(() => demand(guest, "ticket.admit", "island")).toThrow(expect.objectContaining({ code: "actor.not_allowed", details: { permission: "ticket.admit" } }));
  });

  test("[S3] has a name that tells the audit a person, the operator and the system apart", () => {
    expect([guest.id, operatorActor("seed", []).id, systemActor("vnpay.ipn").id]).toEqual(["guest", "operator.seed", "system.vnpay.ipn"]);
  });

  test("[S1] is a person, or nobody whose own things could be asked for", () => {
    const person: Actor = { id: newId(new Date(0)), grants: [] };
    expect([personOf(person), requirePerson(person)]).toEqual([person.id, person.id]);
    for (const actor of [guest, systemActor("job.lapse"), operatorActor("seed", ["role.grant"])]) {
      expect(personOf(actor)).toBeNull();
      expect(() => requirePerson(actor)).toThrow(expect.objectContaining({ code: "actor.not_allowed" }));
    }
  });
});
