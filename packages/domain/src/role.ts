import type { PublicWords } from "./moves.ts";
import type { Permission } from "./actor.ts";

/** What somebody is on a shop, a place or a queue. */
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

/** What each role may do where it is held. */
export const rolePermissions = {
  shop_owner: ["shop.edit", "shop.staff", "listing.edit", "stock.edit", "order.fulfil", "ticket.admit", "order.read"],
  shop_staff: ["listing.edit", "stock.edit", "order.fulfil", "ticket.admit", "order.read"],
  gate_staff: ["ticket.admit"],
  helper: ["shop.edit", "listing.edit", "stock.edit"],
  curator: ["piece.edit"],
  editor_in_chief: ["piece.edit", "piece.publish"],
  reviewer: ["shop.review", "listing.review", "certificate.verify"],
  support: ["order.read", "person.help"],
  admin: ["shop.review", "listing.review", "certificate.verify", "piece.edit", "piece.publish", "order.read", "order.decide", "person.help", "role.grant", "setting.edit"],
} as const satisfies Readonly<Record<Role, readonly Permission[]>>;
