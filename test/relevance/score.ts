import { readFileSync } from "node:fs";
import { documentOf, type SetDocument } from "./engine.ts";
import type { SearchEngine } from "@xudong/search";

type Query = { id: string; type: string; query: string; grades: Readonly<Record<string, number>> };
export type Scored = Query & { ids: readonly string[]; ndcg: number };

const read = <T>(name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8")) as T;
export const documents = (): SetDocument[] => read("documents.json");

/** How well the first ten are ordered, beside the best order there could be: 1 where no other is better. */
export function ndcgOf(ids: readonly string[], grades: Query["grades"]): number {
  const sum = (all: readonly number[]) => all.slice(0, 10).reduce((points, grade, at) => points + (2 ** grade - 1) / Math.log2(at + 2), 0);
  const best = sum(Object.values(grades).sort((a, b) => b - a));
  return best === 0 ? 0 : sum(ids.map((id) => grades[id] ?? 0)) / best;
}

/** Asks an engine that holds nothing every query of the set. */
export async function scoreEngine(engine: SearchEngine): Promise<Scored[]> {
  await engine.index(documents().map(documentOf));
  const scored: Scored[] = [];
  for (const query of read<Query[]>("queries.json")) {
    const { hits } = await engine.search({ q: query.query, pageSize: 10 });
    const ids = hits.map(({ id }) => id);
    scored.push({ ...query, ids, ndcg: ndcgOf(ids, query.grades) });
  }
  return scored;
}

export const mean = (scored: readonly Scored[]): number => scored.reduce((sum, { ndcg }) => sum + ndcg, 0) / scored.length;
