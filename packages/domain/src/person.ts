import { cleanLine } from "./text.ts";
import { parsePhone } from "./phone.ts";

/** How somebody is reached and signs in: one of the two is always there. */
export type PersonContact = { phone: string | null; email: string | null };

export const personNameMax = 100;

/** What an account needs agreement to, and what it may be given or refused; each by its own unticked box. */
export const requiredAccountConsents = ["terms", "privacy"] as const;
export const optionalConsents = ["season_news"] as const;
export const consentPurposes = [...requiredAccountConsents, ...optionalConsents] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

export const isOptionalConsent = (purpose: string): boolean => optionalConsents.some((each) => each === purpose);

/** An e-mail as it is kept and compared, or undefined where it cannot be one. Only a message that arrives proves it. */
export function parseEmail(typed: string): string | undefined {
  const text = cleanLine(typed);
  return text.length <= 254 && /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@.,;<>"]{2,}$/.test(text) ? text.toLowerCase() : undefined;
}

/** What somebody typed to say who they are: their telephone or their e-mail; undefined where it is neither. */
export function parseContact(typed: string): { phone: string } | { email: string } | undefined {
  const text = cleanLine(typed);
  const email = text.includes("@") ? parseEmail(text) : undefined;
  if (email !== undefined) return { email };
  const phone = parsePhone(text);
  return phone === undefined ? undefined : { phone };
}

/** How often something may be tried in a window of time, by whom it is about and from where, before somebody has to wait. */
export const tryLimits = {
  signIn: { windowMinutes: 15, perSubject: 10, perNetwork: 60 },
  signUp: { windowMinutes: 60, perSubject: 5, perNetwork: 20 },
  recover: { windowMinutes: 60, perSubject: 3, perNetwork: 10 },
  useLink: { windowMinutes: 60, perSubject: 10, perNetwork: 30 },
  lookUp: { windowMinutes: 60, perSubject: 5, perNetwork: 5 },
  remind: { windowMinutes: 60, perSubject: 20, perNetwork: 60 },
} as const;
export type Tried = keyof typeof tryLimits;
