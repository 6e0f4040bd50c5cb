import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** What was asked of the double, in order. */
export type Asked = { method: string; path: string; body: unknown };

/**
 * Speaks Meilisearch's HTTP as far as a client's manners show: tasks that wait, work and fail. It finds nothing; what a server finds, a
 * live one must show.
 */
export async function meilisearchDouble() {
  const asked: Asked[] = [];
  const tasks = new Map<number, { type: string; indexUid: string | null; looks: number }>();
  const indexes = new Set<string>();
  /** Tasks of these kinds fail, with this code. */
  const fails = new Map<string, string>();
  let isSilent = false;
  const ended: string[] = [];

  function enqueue(type: string, indexUid: string | null, work: () => void = () => undefined): object {
    const uid = tasks.size;
    tasks.set(uid, { type, indexUid, looks: 0 });
    if (!fails.has(type)) work();
    return { taskUid: uid, indexUid, status: "enqueued", type, enqueuedAt: new Date(0).toISOString() };
  }

  function taskOf(uid: number): object {
    const task = tasks.get(uid) ?? { type: "unknown", indexUid: null, looks: 0 };
    task.looks += 1;
    const code = fails.get(task.type);
    const status = task.looks < 2 ? "enqueued" : task.looks < 3 ? "processing" : code === undefined ? "succeeded" : "failed";
    const error = status === "failed" ? { message: "as told", code, type: "internal", link: "" } : null;
    return { uid, batchUid: null, canceledBy: null, enqueuedAt: "", startedAt: null, finishedAt: null, duration: null, ...task, status, error };
  }

  const answers: readonly [string, RegExp, (found: RegExpExecArray, body: unknown) => object][] = [
    ["GET", /^\/health$/, () => ({ status: "available" })],
    ["GET", /^\/tasks\/(\d+)$/, ([, uid]) => taskOf(Number(uid))],
    ["GET", /^\/indexes$/, () => ({ results: [...indexes].map((uid) => ({ uid, primaryKey: "id", createdAt: "", updatedAt: "" })), total: indexes.size, offset: 0, limit: 20 })],
    ["POST", /^\/indexes$/, (_, body) => enqueue("indexCreation", (body as { uid: string }).uid, () => indexes.add((body as { uid: string }).uid))],
    ["DELETE", /^\/indexes\/([^/]+)$/, ([, uid = ""]) => enqueue("indexDeletion", uid, () => indexes.delete(uid))],
    ["PATCH", /^\/indexes\/([^/]+)\/settings$/, ([, uid = ""]) => enqueue("settingsUpdate", uid)],
    ["POST", /^\/indexes\/([^/]+)\/documents$/, ([, uid = ""]) => enqueue("documentAdditionOrUpdate", uid)],
    ["POST", /^\/indexes\/([^/]+)\/documents\/delete-batch$/, ([, uid = ""]) => enqueue("documentDeletion", uid)],
    ["POST", /^\/swap-indexes$/, () => enqueue("indexSwap", null)],
    ["POST", /^\/multi-search$/, () => ({ hits: [], processingTimeMs: 0, limit: 0, offset: 0, estimatedTotalHits: 0, facetsByIndex: {} })],
  ];

  const server = createServer(async (request, response) => {
    const path = (request.url ?? "").replace(/\?.*/, "");
    const body = await bodyOf(request);
    if (!path.startsWith("/tasks")) asked.push({ method: request.method ?? "", path, body });
    response.once("close", () => response.writableEnded || ended.push(path));
    if (isSilent) return;
    for (const [method, form, tell] of answers) {
      const found = form.exec(path);
      if (found !== null && method === request.method) return void response.setHeader("content-type", "application/json").end(JSON.stringify(tell(found, body)));
    }
    response.statusCode = 404;
    response.setHeader("content-type", "application/json").end(JSON.stringify({ message: `No ${request.method} ${path} here`, code: "not_found", type: "invalid_request", link: "" }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // it listens, and not on a pipe

  return {
    url: `http://127.0.0.1:${port}`,
    asked, indexes, fails,
    /** Requests that ended without an answer because whoever asked hung up. */
    ended,
    fallSilent: () => void (isSilent = true),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const part of request) text += String(part);
  return text === "" ? undefined : JSON.parse(text);
}
