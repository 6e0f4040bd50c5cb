import { openEmbeddedEngine } from "@xudong/search";
import { marketKnowledge } from "./engine.ts";
import { mean, scoreEngine } from "./score.ts";

const engine = openEmbeddedEngine(":memory:", { threads: 1 });
await engine.teach(marketKnowledge);
const scored = await scoreEngine(engine);
await engine.close();
for (const { ndcg, type, query, ids, grades } of scored.filter(({ ndcg }) => ndcg < 0.7)) console.log(ndcg.toFixed(2), type, JSON.stringify(query), ids.slice(0, 6).map((id) => `${id}:${grades[id] ?? 0}`).join(" "));
for (const [type, some] of Map.groupBy(scored, ({ type }) => type)) console.log(type.padEnd(10), mean(some).toFixed(3), `(${some.length})`);
console.log("all".padEnd(10), mean(scored).toFixed(4), `without an answer: ${scored.filter(({ ids }) => ids.length === 0).length}`);
