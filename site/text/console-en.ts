import type { ConsoleText } from "./console-vi.ts";

/** What the ribbon of a demo and the places of those who work at the market say in English. */
export const consoleEn: ConsoleText = {
  ribbon: {
    label: "Demo: see the market as somebody else",
    demo: "Demo",
    seeAs: "· See it as:",
    roles: { buyer: "Shopper", shop_owner: "Grower", gate_staff: "Gate", editor_in_chief: "Editor", admin: "Admin" },
  },
};
