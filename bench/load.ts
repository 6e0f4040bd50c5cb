import { connect } from "node:net";

/** What a series of requests came to. Times in ms. */
export type Load = { perSecond: number; p50: number; p99: number; failed: number };

/**
 * Asks for one address, or for several of one server in turn, over `connections` kept-open connections for `seconds`, one request at a time on
 * each. Written on bare sockets, because an HTTP client on the same cores would be the slowest part.
 */
export async function load(url: string | readonly string[], { connections = 32, seconds = 3 } = {}): Promise<Load> {
  const urls = [url].flat().map((each) => new URL(each));
  const [{ hostname, port } = new URL("http://127.0.0.1")] = urls;
  const requests = urls.map(({ pathname, search, host }) => Buffer.from(`GET ${pathname}${search} HTTP/1.1\r\nhost: ${host}\r\naccept-encoding: gzip\r\n\r\n`));
  let asked = 0;
  const took: number[] = [];
  let failed = 0;
  const until = performance.now() + seconds * 1000;

  await Promise.all(
    Array.from({ length: connections }, () => {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const socket = connect({ host: hostname, port: Number(port) });
      let sentAt = 0;
      let pending = Buffer.alloc(0);
      const ask = () => {
        if (performance.now() > until) {
          socket.end();
          resolve();
          return;
        }
        sentAt = performance.now();
        socket.write(requests[asked++ % requests.length] ?? "");
      };
      socket.on("connect", ask);
      socket.on("error", reject);
      socket.on("data", (chunk) => {
        pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
        if (!isWhole(pending)) return;
        if (pending.subarray(9, 12).toString("latin1") !== "200") failed += 1;
        took.push(performance.now() - sentAt);
        pending = Buffer.alloc(0);
        ask();
      });
      return promise;
    }),
  );
  return { perSecond: Math.round(took.length / seconds), ...percentiles(took), failed };
}

/** One answer has arrived to its end: by its length, or by its last chunk. */
function isWhole(answer: Buffer): boolean {
  const end = answer.indexOf("\r\n\r\n");
  if (end < 0) return false;
  const head = answer.subarray(0, end).toString("latin1").toLowerCase();
  const length = /content-length: (\d+)/.exec(head);
  if (length !== null) return answer.length >= end + 4 + Number(length[1]);
  return answer.subarray(-5).toString("latin1") === "0\r\n\r\n";
}

export function percentiles(took: number[]): { p50: number; p99: number } {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) => Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1));
  return { p50: at(0.5), p99: at(0.99) };
}
