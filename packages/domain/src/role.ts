import type { PublicWords } from "./moves.ts";
import type { Permission } from "./actor.ts";

/** What somebody is at a shop, or in the house of the market. */
export const roles = ["shop_owner", "shop_staff", "gate_staff", "helper", "curator", "editor_in_chief", "reviewer", "support", "admin"] as const;
export type Role = (typeof roles)[number];

export const roleWords = {
  shop_owner: { vi: "Chủ gian hàng", en: "Shop owner" },
  shop_staff: { vi: "Người bán hàng", en: "Shop staff" },
  gate_staff: { vi: "Người soát vé", en: "Gate staff" },
  helper: { vi: "Tổ công nghệ số", en: "Digital helper" },
  curator: { vi: "Biên tập viên", en: "Curator" },
  editor_in_chief: { vi: "Người duyệt bài", en: "Editor in chief" },
  reviewer: { vi: "Người duyệt gian hàng", en: "Shop reviewer" },
  support: { vi: "Chăm sóc khách", en: "Support" },
  admin: { vi: "Quản trị", en: "Administrator" },
} as const satisfies PublicWords<Role>;

/** Roles that are held at one shop. The others are held in the house: everywhere ("*"), or at one place or queue. */
export const shopRoles = ["shop_owner", "shop_staff", "gate_staff", "helper"] as const satisfies readonly Role[];

/** Roles a shop's owner gives at their own shop; who owns a shop and who helps there is for the market to say. */
export const staffRoles = ["shop_staff", "gate_staff"] as const satisfies readonly Role[];

export const isShopRole = (role: Role): boolean => shopRoles.some((each) => each === role);
export const isStaffRole = (role: Role): boolean => staffRoles.some((each) => each === role);

/** True for the name of a role. */
export const isRole = (name: string): name is Role => roles.some((each) => each === name);

/**
 * What each role may do where it is held. A helper writes for a grower whose shop they look after, and opens their door
 * again when a password is forgotten; they see no buyer's name. Money is decided by the administration alone.
 */
export const rolePermissions = {
  shop_owner: ["shop.edit", "shop.staff", "listing.edit", "stock.edit", "order.read", "order.fulfil", "ticket.admit"],
  shop_staff: ["listing.edit", "stock.edit", "order.read", "order.fulfil", "ticket.admit"],
  gate_staff: ["ticket.admit"],
  helper: ["shop.edit", "listing.edit", "stock.edit", "person.help"],
  curator: ["piece.edit"],
  editor_in_chief: ["piece.edit", "piece.publish"],
  reviewer: ["shop.review", "listing.review", "certificate.verify"],
  support: ["order.read", "person.help"],
  admin: ["shop.review", "listing.review", "certificate.verify", "piece.edit", "piece.publish", "order.read", "order.decide", "person.help", "role.grant", "setting.edit"],
} as const satisfies Readonly<Record<Role, readonly Permission[]>>;

/** What roles allow, each at its own place: the grants of an actor. */
export function permissionsOf(held: readonly { role: Role; scope: string }[]): { permission: Permission; scope: string }[] {
  return held.flatMap(({ role, scope }) => rolePermissions[role].map((permission) => ({ permission, scope })));
}
