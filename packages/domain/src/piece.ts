import type { ListingKind } from "./listing.ts";
import type { Localized } from "./localized.ts";
import type { Moves, PublicWords } from "./moves.ts";
import type { Day } from "./time.ts";

/** What curators write. */
export const pieceKinds = ["place", "guide", "festival", "itinerary", "campaign"] as const;
export type PieceKind = (typeof pieceKinds)[number];

export const pieceStates = ["draft", "in_review", "scheduled", "published", "archived"] as const;
export type PieceState = (typeof pieceStates)[number];

/**
 * Where the newest version of a piece stands. A published piece goes back to `draft` when somebody revises it, while pages
 * show the version before until the new one is published; only `archived` takes it away from them.
 */
export const pieceMoves = {
  draft: ["in_review", "archived"],
  in_review: ["draft", "scheduled", "published", "archived"],
  scheduled: ["draft", "published", "archived"],
  published: ["draft", "archived"],
  archived: ["draft"],
} as const satisfies Moves<PieceState>;

export const pieceWords = {
  draft: { vi: "Đang soạn", en: "Draft" },
  in_review: { vi: "Chờ duyệt", en: "In review" },
  scheduled: { vi: "Đã hẹn đăng", en: "Scheduled" },
  published: { vi: "Đã đăng", en: "Published" },
  archived: { vi: "Đã cất", en: "Archived" },
} as const satisfies PublicWords<PieceState>;

/** What a place is. */
export const placeKinds = ["relic", "temple", "museum", "craft_village", "nature", "park", "entertainment", "sport", "market"] as const;
export type PlaceKind = (typeof placeKinds)[number];

export const placeKindWords = {
  relic: { vi: "Khu di tích", en: "Historic site" },
  temple: { vi: "Đền, chùa", en: "Temple or pagoda" },
  museum: { vi: "Bảo tàng", en: "Museum" },
  craft_village: { vi: "Làng nghề", en: "Craft village" },
  nature: { vi: "Cảnh thiên nhiên", en: "Nature" },
  park: { vi: "Công viên, quảng trường", en: "Park or square" },
  entertainment: { vi: "Nơi vui chơi, biểu diễn", en: "Shows and leisure" },
  sport: { vi: "Thể thao", en: "Sport" },
  market: { vi: "Chợ", en: "Market" },
} as const satisfies PublicWords<PlaceKind>;

/** Where a statement of a piece comes from; `asOf` as the source dates itself: "2025", "10/2025". */
export type PieceSource = { title: string; url?: string; asOf?: string };

/** Where a thing is: communes or wards it may lie in, and its own spot only where a source states one. */
export type PieceLocation = {
  /** Codes of units. One where it is known; several where its former commune was split and any of them may be it; none where it is unknown. */
  unitCodes: readonly string[];
  /** As a person would say where it is, former names included. */
  address?: Localized;
  coordinates?: { lat: number; lon: number };
};

/** What a piece may lead to: something to buy or book, whoever sells it, or another piece. */
export type PieceTargetKind = ListingKind | "shop" | PieceKind;

/** The same by a name that survives: the key of a piece, the Vietnamese slug of anything else. */
export type PieceTarget = { kind: PieceTargetKind; key: string };

/** A day of the lunar year; in a leap year that of the first of two months of its number. Day 30 is the 29th where the month is short. */
export type LunarFestivalDay = { month: number; day: number; what?: Localized };

/** Days that the organisers announced for one year, which then count instead of those that the rule gives. */
export type AnnouncedDays = { from: Day; to: Day; mainDay?: Day; source: PieceSource };

/** When a festival is held: by the lunar calendar, or with the harvest, for which only months are known ahead. */
export type FestivalDates =
  | {
      calendar: "lunar";
      month: number;
      startDay: number;
      lengthDays: number;
      /** The days that matter most, within the festival. */
      mainDays?: readonly LunarFestivalDay[];
      /** Shorter ones of the same festival at other times of the year. */
      alsoOn?: readonly (LunarFestivalDay & { lengthDays?: number })[];
      /** Organisers are known to move it by a day or two. */
      mayShift?: boolean;
      announced?: readonly AnnouncedDays[];
    }
  | {
      calendar: "harvest";
      /** Solar months 1–12. */
      months: readonly number[];
      announced?: readonly AnnouncedDays[];
    };

/** A part of an itinerary: where one is when, and what there is to do. */
export type ItineraryStop = {
  /** Day of the journey, from 1. */
  day: number;
  /** About when, `HH:MM`. */
  at?: string;
  title: Localized;
  text: Localized;
  target?: PieceTarget;
};

/** What only its kind has. */
export type PieceDetail =
  | {
      kind: "place";
      placeKind: PlaceKind;
      location: PieceLocation;
      /** Ranks a state gave it, oldest first: `level` as the decision calls it. */
      ranks: readonly { level: Localized; year?: number; note?: Localized }[];
      isWorldHeritage: boolean;
      openingHours?: Localized;
      /** What entry costs, or what is known of it, with its year. */
      ticket?: Localized;
      /** Solar months in which to come; left out where any will do. */
      bestMonths?: readonly number[];
    }
  | { kind: "guide"; /** Solar months it is about; left out where it holds all year. */ months?: readonly number[] }
  | { kind: "festival"; dates: FestivalDates; location: PieceLocation; /** The key of the place where it is held. */ placeKey?: string; /** Intangible heritage of the nation, and since when. */ rank?: { level: Localized; year?: number } }
  | { kind: "itinerary"; days: number; stops: readonly ItineraryStop[]; /** Solar months in which to go; left out where any will do. */ bestMonths?: readonly number[] }
  | { kind: "campaign"; from: Day; to: Day };
