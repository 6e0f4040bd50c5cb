import { Worker } from "node:worker_threads";

/** A question to a thread and what came of it; faults come back as faults. */
export type Asked = { id: number; ask: string; with: unknown };
export type Told = { id: number; answer?: unknown; fault?: Error };

export type Threads = { ask<Answer>(ask: string, question: unknown, signal?: AbortSignal): Promise<Answer>; close(): Promise<void> };

type Waiting = { ask: string; question: unknown; settle(told: Omit<Told, "id">): void };
type Thread = { worker: Worker; busy: Waiting | undefined };

/** More than these do not wait: whoever comes then is told so at once. */
const waitingMax = 500;

/**
 * Some threads that answer one question at a time, so that the one that serves pages never waits for SQLite. One that dies
 * takes its question with it, and another takes its place. They are started when first asked, and keep no process alive.
 *
 * @param name of the file beside this one that they run
 */
export function openThreads(name: "reader-thread" | "writer-thread", folder: string, count: number, settings: object = {}): Threads {
  const own = import.meta.url;
  const file = new URL(`./${name}${own.slice(own.lastIndexOf("."))}`, own);
  const threads: Thread[] = [];
  const queue: Waiting[] = [];
  let isClosed = false;
  let number = 0;

  function start(): Thread {
    const worker = new Worker(file, { workerData: { folder, ...settings }, execArgv: [] });
    worker.unref();
    const thread: Thread = { worker, busy: undefined };
    const end = (fault: Error) => {
      threads.splice(threads.indexOf(thread), 1);
      const lost = thread.busy;
      thread.busy = undefined;
      lost?.settle({ fault });
      next();
    };
    worker.on("message", ({ answer, fault }: Told) => {
      const done = thread.busy;
      thread.busy = undefined;
      worker.unref();
      done?.settle({ answer, ...(fault === undefined ? {} : { fault }) });
      next();
    });
    worker.once("error", (fault) => end(fault instanceof Error ? fault : new Error(String(fault))));
    worker.once("exit", () => threads.includes(thread) && end(new Error("A thread of the index has ended")));
    threads.push(thread);
    return thread;
  }

  function next(): void {
    while (queue.length > 0 && !isClosed) {
      const thread = threads.find(({ busy }) => busy === undefined) ?? (threads.length < count ? start() : undefined);
      if (thread === undefined) return;
      const waiting = queue.shift() as Waiting;
      thread.busy = waiting;
      thread.worker.ref();
      thread.worker.postMessage({ id: (number += 1), ask: waiting.ask, with: waiting.question } satisfies Asked);
    }
  }

  return {
    ask<Answer>(ask: string, question: unknown, signal?: AbortSignal) {
      return new Promise<Answer>((resolve, reject) => {
        if (signal?.aborted === true) return reject(signal.reason as Error);
        if (isClosed) return reject(new Error("The index has been closed"));
        if (queue.length >= waitingMax) return reject(new Error("The index is asked too much at once"));
        const callOff = () => {
          // What nobody waits for any more is not looked for; what a thread has begun it ends, and nobody hears of it.
          const at = queue.indexOf(waiting);
          if (at >= 0) queue.splice(at, 1);
          reject(signal?.reason as Error);
        };
        const waiting: Waiting = {
          ask,
          question,
          settle({ answer, fault }) {
            signal?.removeEventListener("abort", callOff);
            if (fault === undefined) resolve(answer as Answer); // what the thread of that name answers to this question
            else reject(fault);
          },
        };
        signal?.addEventListener("abort", callOff, { once: true });
        queue.push(waiting);
        next();
      });
    },
    async close() {
      isClosed = true;
      for (const waiting of queue.splice(0)) waiting.settle({ fault: new Error("The index has been closed") });
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}
