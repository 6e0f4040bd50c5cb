import type { Localized } from "./localized.ts";

/** A wish to hear, once, that a thing is in season again: it waits, and then it has been told. */
export const reminderStates = ["waiting", "told"] as const;
export type ReminderState = (typeof reminderStates)[number];

export const reminderTerms = {
  /** One season at most is waited for: what comes round only after that was given up, or its asker has forgotten. */
  waitsAtMostDays: 400,
  /** Who was told may still look it up, and say that they never asked. */
  keptAfterTellingDays: 30,
  /** Wishes of one person or to one address that wait at a time. */
  waitingMost: 50,
} as const;

/**
 * What somebody agrees to who wants to be told, word for word as it stands beside the box. Words that change get another
 * version.
 */
export const reminderConsent = {
  purpose: "season_reminder",
  version: "1",
  words: {
    vi: "Tôi đồng ý để chợ giữ liên lạc này và báo cho tôi một lần khi món này vào vụ, rồi xoá.",
    en: "I agree that the market keeps this contact, tells me once when this is in season, and then deletes it.",
  } satisfies Localized,
} as const;
