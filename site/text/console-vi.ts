/** What the ribbon of a demo and the places of those who work at the market say in Vietnamese. */
export const consoleVi = {
  ribbon: {
    label: "Bản mẫu: xem chợ như một người khác",
    demo: "Bản mẫu",
    seeAs: "· Xem như:",
    roles: { buyer: "Khách", shop_owner: "Nhà vườn", gate_staff: "Soát vé", editor_in_chief: "Biên tập", admin: "Quản trị" },
  },
};

export type ConsoleText = typeof consoleVi;
