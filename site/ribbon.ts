import type { Locale } from "@xudong/domain";
import type { SampleRole } from "@xudong/market";
import { consolePaths } from "./console-paths.ts";
import { paths } from "./paths.ts";

/** Whom the demo's ribbon offers to be, in its order, and where each of them begins. */
export const ribbonPlaces = {
  buyer: paths.home,
  shop_owner: consolePaths.sell,
  gate_staff: consolePaths.gate,
  editor_in_chief: paths.account,
  admin: paths.account,
} as const satisfies { readonly [R in SampleRole]?: (locale: Locale) => string };

export type RibbonRole = keyof typeof ribbonPlaces;
export const ribbonRoles = Object.keys(ribbonPlaces) as RibbonRole[]; // they are its own keys

export const isOnRibbon = (role: string): role is RibbonRole => Object.hasOwn(ribbonPlaces, role);

/** Where the ribbon's form is sent. */
export const ribbonPath = "/dev/see-as";

/** The cookie that tells a page's script whom one has chosen to be; it opens nothing. */
export const ribbonCookie = "see_as";
