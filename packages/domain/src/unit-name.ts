import { cleanLine, fold } from "./text.ts";

/**
 * What a unit is: today's communes, wards and special zones below provinces and cities, and what people still say:
 * townships, urban and rural districts, towns. A city may be a province's equal or a former district.
 */
export const unitKinds = ["commune", "ward", "township", "special_zone", "urban_district", "rural_district", "town", "city", "province"] as const;
export type UnitKind = (typeof unitKinds)[number];
export type UnitLevel = "commune" | "district" | "province";

const levels: Readonly<Record<UnitKind, readonly UnitLevel[]>> = {
  commune: ["commune"],
  ward: ["commune"],
  township: ["commune"],
  special_zone: ["commune"],
  urban_district: ["district"],
  rural_district: ["district"],
  town: ["district"],
  city: ["district", "province"],
  province: ["province"],
};

/** A unit's name as somebody wrote it. No kind where none was said, several where the word means several. */
export type UnitReading = {
  kinds: readonly UnitKind[];
  name: string;
  /** Folded, for looking up: see `unitKey`. */
  key: string;
  /** True where marks were typed: then what has none was meant without. */
  isMarked: boolean;
};

/** One part of what was typed, between two commas: how it may be read, the surest first. */
export type UnitPart = readonly UnitReading[];

/** True where the name may be meant at that level: it says so, or says nothing. */
export const maySpeakOf = ({ kinds }: Pick<UnitReading, "kinds">, level: UnitLevel): boolean => kinds.length === 0 || saysLevel({ kinds }, level);

/** True where the name says a kind of that level. */
export const saysLevel = ({ kinds }: Pick<UnitReading, "kinds">, level: UnitLevel): boolean => kinds.some((kind) => levels[kind].includes(level));

type KindWords = { words: readonly string[]; kinds: readonly UnitKind[] };

const officialKinds: readonly KindWords[] = [
  { words: ["thị", "trấn"], kinds: ["township"] },
  { words: ["thị", "xã"], kinds: ["town"] },
  { words: ["thành", "phố"], kinds: ["city"] },
  { words: ["đặc", "khu"], kinds: ["special_zone"] },
  { words: ["phường"], kinds: ["ward"] },
  { words: ["xã"], kinds: ["commune"] },
  { words: ["quận"], kinds: ["urban_district"] },
  { words: ["huyện"], kinds: ["rural_district"] },
  { words: ["tỉnh"], kinds: ["province"] },
];
const shortKinds: Readonly<Record<string, readonly UnitKind[]>> = {
  tp: ["city"], tt: ["township"], tx: ["town"], dk: ["special_zone"], p: ["ward"], f: ["ward"], x: ["commune"], q: ["urban_district"], h: ["rural_district"], t: ["province"],
};
const englishKinds: Readonly<Record<string, readonly UnitKind[]>> = {
  commune: ["commune"], ward: ["ward"], township: ["township"], town: ["town", "township"], zone: ["special_zone"], district: ["urban_district", "rural_district"], city: ["city"], province: ["province"],
};
const remarks = new Set(["cu", "moi", "old", "new", "former", "formerly", "viet nam", "vietnam", "vn"]);

/** An official name taken apart: "Thị trấn Lai Cách" is the township Lai Cách. */
export function splitUnitName(official: string): { kind: UnitKind | undefined; name: string } {
  const words = cleanLine(official).split(" ");
  for (const { words: said, kinds } of officialKinds) {
    if (words.length > said.length && said.every((word, at) => words[at]?.toLowerCase() === word)) return { kind: kinds[0], name: words.slice(said.length).join(" ") };
  }
  return { kind: undefined, name: words.join(" ") };
}

/**
 * What a name without its kind is looked up by: letters and digits alone, no marks, no spaces, and one spelling where two
 * are in use (Kỳ and Kì, Đắk and Đắc, 01 and 1).
 */
export function unitKey(name: string): string {
  return wordsOf(name)
    .map((word) => lettersOf(word).letters.map(({ base }) => base).join("").replace(/^0+(?=\d)/, ""))
    .join("");
}

/**
 * How what was typed fits a name with the same key. `exact`: mark for mark, wherever a tone's mark is set. `weaker`: marks are
 * missing. `joined`: the spaces are others. Undefined where a mark that was typed says another name.
 */
export function unitNameFit(typed: string, name: string): "exact" | "weaker" | "joined" | undefined {
  const [ours, theirs] = [wordsOf(typed).map(lettersOf), wordsOf(name).map(lettersOf)];
  if (ours.length !== theirs.length) return lettersFit(ours.flatMap(({ letters }) => letters), theirs.flatMap(({ letters }) => letters)) === undefined ? undefined : "joined";
  let fit: "exact" | "weaker" = "exact";
  for (const [at, word] of ours.entries()) {
    const other = theirs[at];
    if (other === undefined) return undefined;
    const letters = lettersFit(word.letters, other.letters);
    if (letters === undefined || (word.tone !== "" && word.tone !== other.tone)) return undefined;
    if (letters === "weaker" || word.tone !== other.tone) fit = "weaker";
  }
  return fit;
}

/** Ways to read a line, each a list of parts from the smallest unit to the largest. False where nothing said where a name ends. */
export type UnitReadings = { readings: readonly (readonly UnitPart[])[]; hasSigns: boolean };

/**
 * Everything somebody may have meant by a line such as "xã Tân Lập, huyện Vũ Thư", "P.1 Q.3" or a name alone. The first of
 * these that means something is what was meant; within it each reading counts.
 */
export function readUnitParts(typed: string): readonly UnitReadings[] {
  const parts = partsOf(typed.split(/[,;\r\n|()[\]]+/));
  const dashed = partsOf(parts.flatMap((part) => part.split(/\s[-–—/]\s/)));
  const said = partsOf(dashed.flatMap((part) => splitAtKinds(part, "marked")));
  const meant = partsOf(dashed.flatMap((part) => splitAtKinds(part, "any")));
  const signed = [parts, dashed, said, meant].filter((texts, at, all) => texts.length > 0 && all.findIndex((other) => other.join() === texts.join()) === at);
  const cut = parts.length === 1 ? splitAnywhere(parts[0] ?? "") : [];
  return [
    ...signed.map((texts) => ({ readings: [texts.map(readUnitPart)], hasSigns: true })),
    ...(cut.length === 0 ? [] : [{ readings: cut.map((texts) => texts.map(readUnitPart)), hasSigns: false }]),
  ];
}

const belowCommune = /^(\d|(thôn|xóm|ấp|bản|làng|buôn|tổ|khu|khóm|đội|số|đường|phố|ngõ|ngách|hẻm|lô|tầng|toà|tòa|chung cư|kđt|kdc|thon|xom|ap|lang|to|duong|pho|ngo|so|village|hamlet|street|lane|alley|house|no)[ .\d])/iu;

/** True for a house, a street or a hamlet: what stands before a commune and is none. */
export const isBelowCommune = (part: UnitPart): boolean => part.some(({ name, kinds }) => kinds.length === 0 && belowCommune.test(name));

/** How one name with or without its kind may be read. */
export function readUnitPart(text: string): UnitPart {
  const words = textWords(text);
  const whole = readingOf(words, [], words);
  const readings = [...prefixReadings(words), ...suffixReadings(words)];
  if (readings.some(({ isSure }) => isSure)) return readings.filter(({ isSure }) => isSure).map(({ reading }) => reading);
  return [...readings.map(({ reading }) => reading), whole];
}

type Guess = { reading: UnitReading; isSure: boolean };

function prefixReadings(words: readonly string[]): Guess[] {
  for (const { words: said, kinds } of officialKinds) {
    const typed = words.slice(0, said.length).join(" ").toLowerCase();
    const isSure = typed === said.join(" ");
    if (words.length <= said.length || (!isSure && typed !== fold(said.join(" ")))) continue;
    return [{ reading: readingOf(words, kinds, words.slice(said.length)), isSure }];
  }
  const [first = "", second] = words;
  const kinds = shortKinds[fold(first).replace(".", "")];
  if (kinds !== undefined && second !== undefined) {
    const isSure = first.endsWith(".") || first.length > 1 || /^\d/.test(second);
    return [{ reading: readingOf(words, kinds, words.slice(1)), isSure }];
  }
  const english = englishKinds[first.toLowerCase()];
  return english !== undefined && second !== undefined && /^\d/.test(second) ? [{ reading: readingOf(words, english, words.slice(1)), isSure: true }] : [];
}

function suffixReadings(words: readonly string[]): Guess[] {
  const last = words.at(-1)?.toLowerCase() ?? "";
  const kinds = englishKinds[last];
  if (kinds === undefined || words.length < 2) return [];
  const end = last === "zone" && words.at(-2)?.toLowerCase() === "special" ? -2 : -1;
  return [{ reading: readingOf(words, kinds, words.slice(0, end)), isSure: true }];
}

function readingOf(all: readonly string[], kinds: readonly UnitKind[], words: readonly string[]): UnitReading {
  const name = words.join(" ");
  return { kinds, name, key: unitKey(name), isMarked: /[đ\p{M}]/iu.test(all.join(" ").normalize("NFD")) };
}

/** Words of a part: "P.1" and "TP.Vinh" are two each, "P1" is P. and 1, "N.T Phong" stays as it is. */
function textWords(text: string): string[] {
  return text
    .replace(/\b(tp|tt|tx|đk|[pfxqht])\.\s*/giu, "$1. ")
    .replace(/(^|\s)([pfq])(\d+)(?=\s|$)/giu, "$1$2. $3")
    .split(" ")
    .filter((word) => word !== "");
}

/** Parts worth reading: cleaned, without a postcode, the country and remarks such as "(cũ)". */
function partsOf(texts: readonly string[]): string[] {
  return texts
    .map((text) =>
      cleanLine(text.normalize("NFKC"))
        .replace(/\s+\d{5,6}$/, "")
        .replace(/\s+(cũ|trước đây)$/iu, "")
        .replace(/^(former(ly)?|old)\s+/i, "")
        .replace(/^[\s.\-–—/]+|[\s.\-–—/]+$/g, ""),
    )
    .filter((text) => text !== "" && !remarks.has(fold(text)) && !/^\d{5,6}$/.test(text));
}

/** Before each word that says a kind and has a name after it, a new part begins. */
function splitAtKinds(text: string, sureness: "marked" | "any"): string[] {
  const words = textWords(text);
  const parts: string[][] = [[]];
  for (let at = 0; at < words.length; at++) {
    const [guess] = prefixReadings(words.slice(at));
    // In "Xã Thượng Quận huyện Kinh Môn" the second word of the name is no kind: another follows at once.
    const isStart = guess !== undefined && (guess.isSure || sureness === "any") && !prefixReadings(guess.reading.name.split(" ")).some(({ isSure }) => isSure);
    if (isStart && parts.at(-1)?.length !== 0) parts.push([]);
    const take = isStart ? words.length - at - countWords(guess.reading.name) : 1;
    parts.at(-1)?.push(...words.slice(at, at + take));
    at += take - 1;
  }
  return parts.map((part) => part.join(" "));
}

const countWords = (text: string): number => text.split(" ").length;

const longestSplit = 9;

/** "Tan Lap Vu Thu Thai Binh" has no sign where a name ends: into two and three parts, wherever that may be. */
function splitAnywhere(text: string): string[][] {
  const words = textWords(text);
  if (words.length < 3 || words.length > longestSplit) return [];
  const cut = (from: number, to?: number) => words.slice(from, to).join(" ");
  const splits: string[][] = [];
  for (let first = 1; first < words.length; first++) {
    splits.push([cut(0, first), cut(first)]);
    for (let second = first + 1; second < words.length; second++) splits.push([cut(0, first), cut(first, second), cut(second)]);
  }
  return splits;
}

/** A word's letters with the marks that make them other letters, and the tone apart: it may be set on either of two vowels. */
type Letters = { letters: readonly { base: string; shape: string }[]; tone: string };

const tones = /[\u0300\u0301\u0303\u0309\u0323]/u;

function lettersOf(word: string): Letters {
  const letters: { base: string; shape: string }[] = [];
  let tone = "";
  for (const sign of word.toLowerCase().normalize("NFD")) {
    const last = letters.at(-1);
    if (tones.test(sign)) tone = sign;
    else if (/\p{M}/u.test(sign)) {
      if (last !== undefined) last.shape += sign;
    } else letters.push(sign === "đ" || sign === "ð" ? { base: "d", shape: "-" } : { base: sign, shape: "" });
  }
  // Kỳ and Kì, Quý and Quí are one syllable; so are Đắk and Đắc. Thuý and Thúi would not be, nor Khánh and Chánh.
  const bases = letters.map(({ base }) => base).join("").replace(/(?<=[bcdghklmnprstvx]|qu)y/g, "i").replace(/k(?!h)/g, "c");
  return { letters: letters.map(({ shape }, at) => ({ base: [...bases][at] ?? "", shape })), tone };
}

function lettersFit(typed: Letters["letters"], name: Letters["letters"]): "exact" | "weaker" | undefined {
  if (typed.length !== name.length) return undefined;
  let fit: "exact" | "weaker" = "exact";
  for (const [at, { base, shape }] of typed.entries()) {
    const other = name[at];
    if (other === undefined || base !== other.base || (shape !== "" && shape !== other.shape)) return undefined;
    if (shape !== other.shape) fit = "weaker";
  }
  return fit;
}

function wordsOf(name: string): string[] {
  return name
    .normalize("NFKC")
    .replace(/['’ʼ`´]/g, "")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "")
    .map((word) => word.replace(/^0+(?=\d)/, ""));
}
