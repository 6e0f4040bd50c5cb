import { describe, expect, test } from "vitest";
import { isAllowed, permissions } from "./actor.ts";
import { isShopRole, isStaffRole, permissionsOf, rolePermissions, roles, shopRoles, staffRoles, type Role } from "./role.ts";

const mayAt = (role: Role, permission: (typeof permissions)[number]) => rolePermissions[role].some((each) => each === permission);

describe("roles", () => {
  test("[S1] together reach every permission there is, and a role at a shop reaches none of the house's", () => {
    expect(new Set(roles.flatMap((role) => [...rolePermissions[role]]))).toEqual(new Set(permissions));
    for (const role of shopRoles) for (const house of ["role.grant", "order.decide", "shop.review", "listing.review", "certificate.verify", "piece.edit", "piece.publish"] as const) expect(mayAt(role, house), `${role} ${house}`).toBe(false);
  });

  test("[S1] give staff nothing that their owner lacks, so that inviting somebody raises nobody", () => {
    for (const role of staffRoles) for (const permission of rolePermissions[role]) expect(mayAt("shop_owner", permission)).toBe(true);
    expect(staffRoles.every(isShopRole)).toBe(true);
    expect(isStaffRole("shop_owner") || isStaffRole("helper")).toBe(false);
  });

  test("[S1] keep buyers' names from helpers and the gate, and money from everybody but the administration", () => {
    expect(roles.filter((role) => mayAt(role, "order.read"))).toEqual(["shop_owner", "shop_staff", "support", "admin"]);
    expect(roles.filter((role) => mayAt(role, "order.decide"))).toEqual(["admin"]);
    expect(roles.filter((role) => mayAt(role, "role.grant"))).toEqual(["admin"]);
  });

  test("[S1] allow what they allow where they are held, and nowhere else", () => {
    const actor = { id: "x", grants: permissionsOf([{ role: "shop_staff", scope: "orchard" }, { role: "gate_staff", scope: "island" }]) };
    expect(isAllowed(actor, "stock.edit", "orchard")).toBe(true);
    expect(isAllowed(actor, "stock.edit", "island")).toBe(false);
    expect(isAllowed(actor, "ticket.admit", "island")).toBe(true);
    expect(isAllowed(actor, "ticket.admit", "*")).toBe(false);
  });
});
