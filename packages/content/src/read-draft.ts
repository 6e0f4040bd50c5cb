import { cleanLine, DomainError, faultsOfFestivalDates, isDay, placeKinds, slugOf, type Localized, type PieceDetail } from "@xudong/domain";
import type { PieceDraft } from "./piece-draft.ts";

/** What is wrong with one field of a draft, by the reasons every form of the market knows. */
export type DraftFault = { field: string; reason: string; min?: number; max?: number };

const longest = { title: 120, summary: 300, text: 5_000, entries: 60 } as const;

/**
 * A draft as it is kept: every text composed (NFC), without control characters and stray spaces, empty translations left out.
 * It may still lack much; what it has must be possible.
 *
 * @throws DomainError `piece.incomplete` naming every field at fault
 */
export function readDraft(typed: PieceDraft): PieceDraft {
  const draft: PieceDraft = {
    key: typed.key,
    isSample: typed.isSample,
    title: clean(typed.title),
    summary: clean(typed.summary),
    body: typed.body.map(({ heading, text }) => ({ ...cleaned("heading", heading), text: clean(text) })),
    facts: typed.facts.map(({ label, value }) => ({ label: clean(label), value: clean(value) })),
    pictures: typed.pictures.map(({ drawing, alt }) => ({ drawing: cleanLine(drawing), alt: clean(alt) })),
    sources: typed.sources.map(({ title, url, asOf }) => ({ title: cleanLine(title), ...(url === undefined ? {} : { url: url.trim() }), ...(asOf === undefined ? {} : { asOf: cleanLine(asOf) }) })),
    detail: cleanDetail(typed.detail),
  };
  refuse([...faultsOfWords(draft), ...faultsOfDetail(draft.detail)]);
  return draft;
}

/** @throws DomainError `piece.incomplete` naming each field, where there is one */
export function refuse(faults: readonly DraftFault[]): void {
  const [first] = faults;
  if (first !== undefined) throw new DomainError("piece.incomplete", { field: first.field, issues: faults });
}

function clean({ vi, en }: Localized): Localized {
  const english = en === undefined ? "" : cleanLine(en);
  return { vi: cleanLine(vi), ...(english === "" ? {} : { en: english }) };
}

function cleaned<Name extends string>(name: Name, text: Localized | undefined): { [N in Name]?: Localized } {
  const read = text === undefined ? undefined : clean(text);
  return (read === undefined || (read.vi === "" && read.en === undefined) ? {} : { [name]: read }) as { [N in Name]?: Localized };
}

function cleanDetail(detail: PieceDetail): PieceDetail {
  switch (detail.kind) {
    case "place": {
      const { openingHours, ticket, location, ranks, ...rest } = detail;
      return {
        ...rest,
        location: { ...location, ...cleaned("address", location.address) },
        ranks: ranks.map(({ level, note, ...rank }) => ({ ...rank, level: clean(level), ...cleaned("note", note) })),
        ...cleaned("openingHours", openingHours),
        ...cleaned("ticket", ticket),
      };
    }
    case "festival": {
      const { location, dates, rank, ...rest } = detail;
      return { ...rest, dates: cleanDates(dates), location: { ...location, ...cleaned("address", location.address) }, ...(rank === undefined ? {} : { rank: { ...rank, level: clean(rank.level) } }) };
    }
    case "itinerary":
      return { ...detail, stops: detail.stops.map((stop) => ({ ...stop, title: clean(stop.title), text: clean(stop.text) })) };
    default:
      return detail;
  }
}

type Dates = Extract<PieceDetail, { kind: "festival" }>["dates"];

function cleanDates(dates: Dates): Dates {
  if (dates.calendar === "harvest") return dates;
  const named = <Day extends { what?: Localized }>({ what, ...day }: Day) => ({ ...day, ...cleaned("what", what) });
  return {
    ...dates,
    ...(dates.mainDays === undefined ? {} : { mainDays: dates.mainDays.map(named) }),
    ...(dates.alsoOn === undefined ? {} : { alsoOn: dates.alsoOn.map(named) }),
  };
}

function faultsOfWords({ key, title, summary, body, facts, pictures, sources }: PieceDraft): DraftFault[] {
  const faults: DraftFault[] = [];
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key) || key.length > 100) faults.push({ field: "key", reason: key === "" ? "missing" : "bad_format" });
  // A title without a single Latin letter or digit gives no address.
  if (slugOf(title.vi) === "") faults.push({ field: "title", reason: "missing" });
  else if (title.en !== undefined && slugOf(title.en) === "") faults.push({ field: "title.en", reason: "bad_format" });
  const tooLong = (field: string, text: Localized, max: number) => {
    if (text.vi.length > max || (text.en?.length ?? 0) > max) faults.push({ field, reason: "too_long", max });
  };
  tooLong("title", title, longest.title);
  tooLong("summary", summary, longest.summary);
  for (const [i, { heading, text }] of body.entries()) {
    if (heading !== undefined) tooLong(`body.${i}.heading`, heading, longest.title);
    tooLong(`body.${i}.text`, text, longest.text);
  }
  for (const [field, list] of Object.entries({ body, facts, pictures, sources })) if (list.length > longest.entries) faults.push({ field, reason: "too_many", max: longest.entries });
  for (const [i, { url }] of sources.entries()) if (url !== undefined && !isWebAddress(url)) faults.push({ field: `sources.${i}.url`, reason: "bad_format" });
  return faults;
}

/** Only what a browser may follow from a page of ours. */
function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url);
}

function faultsOfDetail(detail: PieceDetail): DraftFault[] {
  switch (detail.kind) {
    case "place":
      return [
        ...(placeKinds.includes(detail.placeKind) ? [] : [{ field: "detail.placeKind", reason: "not_one_of" }]),
        ...faultsOfLocation(detail.location),
        ...faultsOfMonths("detail.bestMonths", detail.bestMonths),
      ];
    case "festival":
      return [...faultsOfFestivalDates(detail.dates).map((fault) => ({ ...fault, field: `detail.dates.${fault.field}` })), ...faultsOfLocation(detail.location)];
    case "itinerary":
      return [
        ...(Number.isInteger(detail.days) && detail.days >= 1 ? [] : [{ field: "detail.days", reason: "too_small", min: 1 }]),
        ...detail.stops.flatMap(({ day, at }, i) => [
          ...(Number.isInteger(day) && day >= 1 && day <= detail.days ? [] : [{ field: `detail.stops.${i}.day`, reason: "too_large", max: detail.days }]),
          ...(at === undefined || /^([01]\d|2[0-3]):[0-5]\d$/.test(at) ? [] : [{ field: `detail.stops.${i}.at`, reason: "bad_format" }]),
        ]),
        ...faultsOfMonths("detail.bestMonths", detail.bestMonths),
      ];
    case "guide":
      return faultsOfMonths("detail.months", detail.months);
    case "campaign":
      if (!isDay(detail.from)) return [{ field: "detail.from", reason: "no_such_day" }];
      if (!isDay(detail.to)) return [{ field: "detail.to", reason: "no_such_day" }];
      return detail.to < detail.from ? [{ field: "detail.to", reason: "day_before_start" }] : [];
    default:
      return [{ field: "detail.kind", reason: "not_one_of" }];
  }
}

function faultsOfMonths(field: string, months: readonly number[] | undefined): DraftFault[] {
  return (months ?? []).every((month) => Number.isInteger(month) && month >= 1 && month <= 12) ? [] : [{ field, reason: "too_large", max: 12 }];
}

function faultsOfLocation({ unitCodes, coordinates }: { unitCodes: readonly string[]; coordinates?: { lat: number; lon: number } }): DraftFault[] {
  const faults: DraftFault[] = unitCodes.flatMap((code, i) => (/^\d{5}$/.test(code) ? [] : [{ field: `detail.location.unitCodes.${i}`, reason: "bad_format" }]));
  if (coordinates !== undefined && !(Math.abs(coordinates.lat) <= 90 && Math.abs(coordinates.lon) <= 180)) faults.push({ field: "detail.location.coordinates", reason: "too_large", max: 180 });
  return faults;
}

/** What a reader would miss: the fields a piece needs before anybody is asked to publish it. English may come later. */
export function missingFrom(draft: Omit<PieceDraft, "key" | "isSample">): DraftFault[] {
  const { detail } = draft;
  const missing: string[] = [];
  const need = (field: string, text: Localized) => {
    if (text.vi === "") missing.push(field);
  };
  need("title", draft.title);
  need("summary", draft.summary);
  if (draft.body.length === 0) missing.push("body");
  for (const [i, { text, heading }] of draft.body.entries()) {
    need(`body.${i}.text`, text);
    if (heading !== undefined) need(`body.${i}.heading`, heading);
  }
  for (const [i, { label, value }] of draft.facts.entries()) {
    need(`facts.${i}.label`, label);
    need(`facts.${i}.value`, value);
  }
  for (const [i, { drawing, alt }] of draft.pictures.entries()) {
    if (drawing === "") missing.push(`pictures.${i}.drawing`);
    need(`pictures.${i}.alt`, alt);
  }
  for (const [i, { title }] of draft.sources.entries()) if (title === "") missing.push(`sources.${i}.title`);
  // What is told as a fact names where it comes from.
  if (draft.sources.length === 0 && (detail.kind === "place" || detail.kind === "festival")) missing.push("sources");
  if ((detail.kind === "place" || detail.kind === "festival") && detail.location.unitCodes.length === 0 && detail.location.address === undefined) missing.push("detail.location");
  if (detail.kind === "itinerary") {
    for (let day = 1; day <= detail.days; day++) if (!detail.stops.some((stop) => stop.day === day)) missing.push("detail.stops");
    for (const [i, stop] of detail.stops.entries()) {
      need(`detail.stops.${i}.title`, stop.title);
      need(`detail.stops.${i}.text`, stop.text);
    }
  }
  return [...new Set(missing)].map((field) => ({ field, reason: "missing" }));
}

/** The texts that are not in English yet, each by where it stands. While there is one, English pages show the whole piece in Vietnamese. */
export function untranslated(words: Omit<PieceDraft, "key" | "isSample">): string[] {
  const paths: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null) return;
    if ("vi" in value) {
      if (!("en" in value)) paths.push(path);
      return;
    }
    for (const [name, part] of Object.entries(value)) visit(part, path === "" ? name : `${path}.${name}`);
  };
  const { title, summary, body, facts, pictures, detail } = words;
  visit({ title, summary, body, facts, pictures, detail }, "");
  return paths;
}
