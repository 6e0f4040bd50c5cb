import type { LunarWindow } from "./lunar.ts";
import type { Localized } from "./localized.ts";
import type { Moves, PublicWords } from "./moves.ts";

/** What curators write. */
export const pieceKinds = ["place", "guide", "festival", "itinerary", "campaign"] as const;
export type PieceKind = (typeof pieceKinds)[number];

export const pieceStates = ["draft", "in_review", "scheduled", "published", "archived"] as const;
export type PieceState = (typeof pieceStates)[number];

/** A published piece changes by a new version that the old one outlives until it is published. */
export const pieceMoves = {
  draft: ["in_review", "archived"],
  in_review: ["draft", "scheduled", "published"],
  scheduled: ["published", "draft"],
  published: ["archived"],
  archived: ["draft"],
} as const satisfies Moves<PieceState>;

export const pieceWords = {
  draft: { vi: "Đang soạn", en: "Draft" },
  in_review: { vi: "Chờ duyệt", en: "In review" },
  scheduled: { vi: "Đã hẹn đăng", en: "Scheduled" },
  published: { vi: "Đã đăng", en: "Published" },
  archived: { vi: "Đã cất", en: "Archived" },
} as const satisfies PublicWords<PieceState>;

/** Where a statement of a piece comes from. */
export type PieceSource = { title: string; url?: string; date?: string };

/** Where a thing is: units it may lie in, and its own spot only where a source states one. */
export type PieceLocation = { unitCodes: readonly string[]; address?: Localized; coordinates?: { lat: number; lon: number } };

/** Days of a festival in the lunar or the solar year; `byHarvest` where no fixed day exists. */
export type FestivalDates =
  | { calendar: "lunar"; month: number; startDay: number; lengthDays: number; main?: { month: number; day: number }; alsoOn?: readonly LunarWindow[] }
  | { calendar: "solar"; months: readonly number[]; byHarvest: true };

/** What only its kind has. */
export type PieceDetail =
  | { kind: "place"; placeKind: string; location: PieceLocation; ranks: readonly { level: Localized; year?: number }[]; isWorldHeritage: boolean; openingHours?: Localized; ticket?: Localized }
  | { kind: "guide" }
  | { kind: "festival"; dates: FestivalDates; location: PieceLocation; placeKey?: string }
  | { kind: "itinerary"; days: number; stops: readonly { day: number; title: Localized; text: Localized; targetKind?: string; targetKey?: string }[] }
  | { kind: "campaign"; from: string; to: string };
