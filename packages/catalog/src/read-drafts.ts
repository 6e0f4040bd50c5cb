import { cleanLine, DomainError, isDay, poolUnits, seasonFaults, shopKinds, slugOf, type ErrorCode, type Localized } from "@xudong/domain";
import type { RevisionWords } from "@xudong/database";
import type { ListingDraft, ListingText, ShopDraft, VariantDraft } from "./listing-draft.ts";

/** How long each text may be, in characters as people count them, and how many of a kind there may be. */
export const draftLimits = {
  title: 120, summary: 300, paragraph: 3000, paragraphs: 20, label: 100, value: 500, facts: 30, alt: 300, pictures: 12, provenance: 2000,
  variantTitle: 120, variants: 30, stocks: 30, draws: 12, shopName: 80, place: 160, about: 1500, identity: 200,
} as const;

/** Money and units that both databases and JavaScript count exactly. */
const mostDong = 1_000_000_000;
const mostUnits = 1_000_000_000;

/** What is wrong with a draft, field by field. */
export type DraftFault = { field: string; reason: string; min?: number; max?: number; allowed?: readonly string[] };

/** Reads a form: every text comes out in NFC without stray spaces, every fault is noted at its own field (S2). */
export class DraftReader {
  readonly faults: DraftFault[] = [];

  fault(field: string, reason: string, more: Omit<DraftFault, "field" | "reason"> = {}): void {
    this.faults.push({ field, reason, ...more });
  }

  /** One line in one language. */
  line(field: string, typed: string | undefined, max: number): string {
    const text = cleanLine(typed ?? "");
    if (text === "") this.fault(field, "missing");
    if ([...text].length > max) this.fault(field, "too_long", { max });
    return text;
  }

  /** A text in both languages; English may be missing, Vietnamese may not. */
  text(field: string, typed: Localized | undefined, max: number): Localized {
    const vi = cleanLine(typed?.vi ?? "");
    const en = cleanLine(typed?.en ?? "");
    if (vi === "") this.fault(field, "missing");
    if ([...vi].length > max) this.fault(`${field}.vi`, "too_long", { max });
    if ([...en].length > max) this.fault(`${field}.en`, "too_long", { max });
    return en === "" ? { vi } : { vi, en };
  }

  /** A title, from which an address is made: without a Latin letter or digit there is none. */
  title(field: string, typed: Localized | undefined, max: number): Localized {
    const title = this.text(field, typed, max);
    if (title.vi !== "" && slugOf(title.vi) === "") this.fault(field, "bad_format");
    return title;
  }

  list<T, R>(field: string, all: readonly T[] | undefined, { min = 0, max }: { min?: number; max: number }, read: (each: T, field: string) => R): R[] {
    const list = all ?? [];
    if (list.length < min) this.fault(field, "missing");
    if (list.length > max) this.fault(field, "too_many", { max });
    return list.slice(0, max).map((each, at) => read(each, `${field}.${at}`));
  }

  whole(field: string, value: number, { min, max }: { min: number; max: number }): number {
    if (!Number.isSafeInteger(value)) this.fault(field, "bad_format");
    else if (value < min) this.fault(field, "too_small", { min });
    else if (value > max) this.fault(field, "too_large", { max });
    return value;
  }

  /** @throws DomainError of this code, naming everything that is wrong */
  refuse(code: ErrorCode): void {
    const [first] = this.faults;
    if (first !== undefined) throw new DomainError(code, { field: first.field, issues: this.faults });
  }
}

/** What a listing says, cleaned: its words, and its claims with the category still by key. */
export function readListingText(form: DraftReader, draft: ListingText): { words: RevisionWords; text: ListingText } {
  const words: RevisionWords = {
    title: form.title("title", draft.title, draftLimits.title),
    summary: form.text("summary", draft.summary, draftLimits.summary),
    body: form.list("body", draft.body, { min: 1, max: draftLimits.paragraphs }, (each, field) => form.text(field, each, draftLimits.paragraph)),
    facts: form.list("facts", draft.facts, { max: draftLimits.facts }, (each, field) => ({
      label: form.text(`${field}.label`, each.label, draftLimits.label),
      value: form.text(`${field}.value`, each.value, draftLimits.value),
    })),
    pictures: form.list("pictures", draft.pictures, { min: 1, max: draftLimits.pictures }, (each, field) => ({
      ...each,
      drawing: form.line(`${field}.drawing`, each.drawing, 100),
      alt: form.text(`${field}.alt`, each.alt, draftLimits.alt),
    })),
    provenance: form.text("provenance", draft.provenance, draftLimits.provenance),
  };
  for (const field of seasonFaults({ months: draft.seasonMonths, lunar: draft.seasonLunar })) {
    form.fault(field, draft.seasonMonths.length === 0 && field === "seasonMonths" ? "missing" : "bad_format");
  }
  if (draft.shelfLifeHours !== undefined) form.whole("shelfLifeHours", draft.shelfLifeHours, { min: 1, max: 87_600 });
  if (draft.plusCode !== undefined && !/^[23456789CFGHJMPQRVWX]{8}\+[23456789CFGHJMPQRVWX]{2,3}$/.test(draft.plusCode)) form.fault("plusCode", "bad_format");
  return { words, text: { ...draft, ...words, seasonMonths: [...new Set(draft.seasonMonths)].sort((a, b) => a - b) } };
}

/** Ways of buying and what they draw on. @param known pools or slot roles they may name besides the draft's own stocks */
export function readVariants(form: DraftReader, kind: ListingDraft["kind"], variants: readonly VariantDraft[], stocks: ListingDraft["stocks"], known: readonly string[] = []): VariantDraft[] {
  const sources = new Set([...stocks.map((stock) => stock.key), ...known]);
  return variants.map((variant, at) => {
    const field = `variants.${at}`;
    form.whole(`${field}.priceDong`, variant.priceDong, { min: 0, max: mostDong });
    form.list(`${field}.draws`, variant.draws, { min: 1, max: draftLimits.draws }, (draw, drawField) => {
      form.whole(`${drawField}.units`, draw.units, { min: 1, max: mostUnits });
      // Of an experience the pools come with each slot: there a name is a role.
      if (!sources.has(draw.from) && (kind === "goods" || cleanLine(draw.from) === "")) form.fault(`${drawField}.from`, "not_one_of", { allowed: [...sources] });
    });
    if (variant.weightGrams !== undefined) form.whole(`${field}.weightGrams`, variant.weightGrams, { min: 1, max: 1_000_000 });
    const { forWhom } = variant;
    for (const bound of ["ageMin", "ageMax"] as const) if (forWhom?.[bound] !== undefined) form.whole(`${field}.forWhom.${bound}`, forWhom[bound], { min: 0, max: 120 });
    if (forWhom?.ageMin !== undefined && forWhom.ageMax !== undefined && forWhom.ageMax < forWhom.ageMin) form.fault(`${field}.forWhom.ageMax`, "too_small", { min: forWhom.ageMin });
    return {
      ...variant,
      title: form.text(`${field}.title`, variant.title, draftLimits.variantTitle),
      ...(forWhom === undefined ? {} : { forWhom: { ...forWhom, ...(forWhom.proof === undefined ? {} : { proof: form.text(`${field}.forWhom.proof`, forWhom.proof, draftLimits.value) }) } }),
    };
  });
}

/** Stocks with keys of their own. */
export function readStocks(form: DraftReader, kind: ListingDraft["kind"], stocks: ListingDraft["stocks"]): void {
  form.list("stocks", stocks, { max: draftLimits.stocks }, (stock, field) => {
    form.whole(`${field}.capacity`, stock.capacity, { min: 0, max: mostUnits });
    if (!poolUnits.includes(stock.unit)) form.fault(`${field}.unit`, "not_one_of", { allowed: poolUnits });
    if (stocks.filter((other) => other.key === stock.key).length > 1) form.fault(`${field}.key`, "repeated");
  });
  // What an experience has is seats, and they belong to its times.
  if (kind === "experience" && stocks.length > 0) form.fault("stocks", "too_many", { max: 0 });
}

/** What a shop says of itself, cleaned. */
export function readShopDraft(form: DraftReader, draft: ShopDraft): ShopDraft {
  if (!shopKinds.includes(draft.kind)) form.fault("kind", "not_one_of", { allowed: shopKinds });
  if (draft.cutOffMinute !== undefined) form.whole("cutOffMinute", draft.cutOffMinute, { min: 0, max: 1439 });
  form.list("restWeekdays", draft.restWeekdays, { max: 6 }, (weekday, field) => form.whole(field, weekday, { min: 0, max: 6 }));
  const { identity } = draft;
  const registration = identity?.registration;
  if (registration !== undefined && !isDay(registration.issuedOn)) form.fault("identity.registration.issuedOn", "no_such_day");
  return {
    ...draft,
    name: form.title("name", draft.name, draftLimits.shopName),
    place: form.text("place", draft.place, draftLimits.place),
    about: form.text("about", draft.about, draftLimits.about),
    ...(draft.restWeekdays === undefined ? {} : { restWeekdays: [...new Set(draft.restWeekdays)].sort() }),
    ...(identity === undefined
      ? {}
      : {
          identity: {
            legalName: form.line("identity.legalName", identity.legalName, draftLimits.identity),
            addressLine: form.line("identity.addressLine", identity.addressLine, draftLimits.identity),
            phone: form.line("identity.phone", identity.phone, 40),
            ...(registration === undefined
              ? {}
              : {
                  registration: {
                    number: form.line("identity.registration.number", registration.number, 60),
                    issuer: form.line("identity.registration.issuer", registration.issuer, draftLimits.identity),
                    issuedOn: registration.issuedOn,
                  },
                }),
          },
        }),
  };
}
