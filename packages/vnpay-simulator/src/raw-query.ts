import type { Pair } from "./signature.ts";

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return null; // a lone % or bytes that are not UTF-8: the sender's mistake, not ours
  }
}

/** Every pair of a raw query, in order; null when an escape is broken, because then nothing in it can be trusted. */
export function readPairs(raw: string): Pair[] | null {
  const pairs: Pair[] = [];
  for (const part of raw.split("&")) {
    if (part === "") continue;
    const cut = part.indexOf("=");
    const name = decoded(cut < 0 ? part : part.slice(0, cut));
    const value = decoded(cut < 0 ? "" : part.slice(cut + 1));
    if (name === null || value === null) return null;
    pairs.push([name, value]);
  }
  return pairs;
}

/**
 * The `vnp_` parameters of a query, each exactly once.
 *
 * A repeated or bracketed name could be read in two ways by two programs, and a signature over an
 * ambiguous text proves nothing: such a query is null. Foreign parameters are left out.
 */
export function readVnpParameters(raw: string): Map<string, string> | null {
  const pairs = readPairs(raw);
  if (pairs === null) return null;
  const parameters = new Map<string, string>();
  for (const [name, value] of pairs) {
    if (!name.startsWith("vnp_")) continue;
    if (!/^vnp_[A-Za-z0-9_]+$/.test(name) || parameters.has(name)) return null;
    parameters.set(name, value);
  }
  return parameters;
}

/** A form or a plain query as a map where the last value of a name wins: for our own forms, where nothing is signed. */
export function readForm(raw: string): Map<string, string> {
  return new Map(readPairs(raw) ?? []);
}
