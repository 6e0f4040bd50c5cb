import type { Locale } from "@xudong/domain";
import { en } from "./en.ts";
import { vi, type Text } from "./vi.ts";

export type { Text };

/** What the storefront says, in one language. */
export const textFor = (locale: Locale): Text => (locale === "en" ? en : vi);
