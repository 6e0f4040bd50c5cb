import type { Locale } from "@xudong/domain";
import { mailEn } from "./mail-en.ts";
import { mailVi, type MailText } from "./mail-vi.ts";

export type { MailText };

/** What mails say, in one language. Pages do not carry these words with them. */
export const mailTextFor = (locale: Locale): MailText => (locale === "en" ? mailEn : mailVi);
