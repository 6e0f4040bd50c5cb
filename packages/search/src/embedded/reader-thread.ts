import { parentPort, workerData } from "node:worker_threads";
import type { SearchRequest } from "../engine.ts";
import { read } from "../query/reading.ts";
import { answer, suggest } from "./answer.ts";
import { openReader } from "./reader.ts";
import type { Asked, Told } from "./threads.ts";

// A thread that reads. What it holds is a connection that cannot write.
const { folder } = workerData as { folder: string };
const index = openReader(folder);

const answers: Readonly<Record<string, (question: never) => unknown>> = {
  search: (request: SearchRequest) => answer(index.now(), request),
  suggest: ({ prefix, limit }: { prefix: string; limit: number }) => suggest(index.now(), prefix, limit),
  read({ q, isTyping }: { q: string; isTyping: boolean }) {
    const reader = index.now();
    return read(q, { vocabulary: reader.vocabulary, phrases: reader.phrases(), isTyping });
  },
  stats: () => ({ documents: index.now().vocabulary.documents() }),
};

parentPort?.on("message", ({ id, ask, with: question }: Asked) => {
  parentPort?.postMessage(tell(id, () => answers[ask]?.(question as never)));
});

function tell(id: number, work: () => unknown): Told {
  try {
    return { id, answer: work() };
  } catch (error) {
    return { id, fault: error instanceof Error ? error : new Error(String(error)) };
  }
}
