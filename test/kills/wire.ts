import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

export type Answer = { status: number; body: Record<string, unknown>; location: string };

/** HTTP as a client in a world of crashes has it: whatever is not answered is asked again, with the same words. */
export type Wire = {
  /** Asks until there is an answer. @throws where there is none for minutes, or where the answer is a fault */
  ask(method: "GET" | "POST" | "PUT" | "DELETE", url: string, headers?: Record<string, string>, body?: unknown): Promise<Answer>;
  readonly answered: number;
  /** Requests that had to be asked again. */
  readonly repeated: number;
  close(): void;
};

const patienceMs = 150_000;

export function aWire(heard: (answered: number) => void): Wire {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  let answered = 0;
  let repeated = 0;

  const once = (method: string, url: string, headers: Record<string, string>, text: string | undefined): Promise<Answer> =>
    new Promise((done, fail) => {
      const sent = request(url, { agent, method, headers: text === undefined ? headers : { "content-type": "application/json", "content-length": Buffer.byteLength(text), ...headers }, timeout: 20_000 }, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("error", fail);
        answer.on("end", () => {
          const said = Buffer.concat(parts).toString();
          const isJson = /json/.test(answer.headers["content-type"] ?? "");
          done({ status: answer.statusCode ?? 0, body: isJson ? (JSON.parse(said) as Record<string, unknown>) : { text: said }, location: answer.headers.location ?? "" });
        });
      });
      sent.on("timeout", () => sent.destroy(new Error("no answer for 20 s")));
      sent.on("error", fail);
      sent.end(text);
    });

  return {
    async ask(method, url, headers = {}, body) {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const until = Date.now() + patienceMs;
      for (let wait = 15; ; wait = Math.min(wait * 1.5, 200)) {
        try {
          const answer = await once(method, url, headers, text);
          if (answer.status === 500) throw new Fault(`${method} ${url} is a fault: ${JSON.stringify(answer.body)}`);
          // "In a moment" and "too many ask at once" are answers of a kind: come again.
          if (answer.status < 500) {
            heard((answered += 1));
            return answer;
          }
        } catch (error) {
          if (error instanceof Fault || Date.now() > until) throw error instanceof Fault ? error : new Error(`${method} ${url} was not answered for so long`, { cause: error });
        }
        if (Date.now() > until) throw new Error(`${method} ${url} was not served for so long`);
        repeated += 1;
        await pause(wait * (0.5 + Math.random()));
      }
    },
    get answered() {
      return answered;
    },
    get repeated() {
      return repeated;
    },
    close: () => agent.destroy(),
  };
}

class Fault extends Error {}
