import { describe, expect, it } from "vitest";
import type { SearchAnswer, SearchRequest } from "./engine.ts";
import { failuresMax, restMs, withFallback, type Finder } from "./with-fallback.ts";

const answer = (engine: string): SearchAnswer => ({ hits: [], total: 0, totalIsExact: true, facets: {}, tookMs: 1, engine });

/** An engine that does as it is told, and counts how often it was asked. */
function anEngine(name: string) {
  const engine = {
    asked: 0,
    does: async (_request: SearchRequest): Promise<SearchAnswer> => answer(name),
    async search(request: SearchRequest) {
      engine.asked += 1;
      return engine.does(request);
    },
    suggest: async () => {
      await engine.search({ q: "" });
      return [{ id: name, kind: "goods" as const, title: name }];
    },
  };
  return engine satisfies Finder;
}

function aPair({ budget = 50 } = {}) {
  const clock = { now: 0 };
  const told: string[] = [];
  const [server, host] = [anEngine("server"), anEngine("host")];
  const finder = withFallback(server, host, { now: () => clock.now, budget, tell: (line) => told.push(line) });
  const spoke = async () => (await finder.search({ q: "vải" })).engine;
  return { clock, told, server, host, finder, spoke };
}

const down = async (): Promise<never> => Promise.reject(new Error("ECONNREFUSED"));

describe("An engine with another behind it", () => {
  it("asks the first alone while that answers", async () => {
    const { spoke, host } = aPair();
    expect([await spoke(), await spoke()]).toEqual(["server", "server"]);
    expect(host.asked).toBe(0);
  });

  it("answers from the second where the first is down, and from the first again the next time it is not", async () => {
    const { spoke, server } = aPair();
    server.does = down;
    expect(await spoke()).toBe("host");
    server.does = async () => answer("server");
    expect(await spoke()).toBe("server");
  });

  it("does not wait for a first that neither answers nor listens to its signal", async () => {
    const { spoke, server } = aPair({ budget: 10 });
    server.does = () => new Promise(() => undefined);
    expect(await spoke()).toBe("host");
  });

  it("tells the first when its time is over, so that its call ends", async () => {
    const { finder, server } = aPair({ budget: 10 });
    const ended = Promise.withResolvers<unknown>();
    server.does = ({ signal }) => new Promise((_, reject) => signal?.addEventListener("abort", () => (ended.resolve(signal.reason), reject(signal.reason))));
    await finder.search({ q: "vải" });
    expect(await ended.promise).toMatchObject({ name: "TimeoutError" });
  });

  it("leaves a first that keeps failing alone for a while, says so once, and lets one question try it again", async () => {
    const { spoke, server, clock, told } = aPair();
    server.does = down;
    for (let at = 0; at < 10; at++) expect(await spoke()).toBe("host");
    expect(server.asked).toBe(failuresMax);
    expect(told).toHaveLength(1);
    clock.now += restMs;
    await Promise.all([spoke(), spoke(), spoke()]);
    expect(server.asked).toBe(failuresMax + 1);
    clock.now += restMs;
    server.does = async () => answer("server");
    expect([await spoke(), await spoke()]).toEqual(["server", "server"]);
    expect(told).toHaveLength(2);
  });

  it("asks nobody else where the caller has called it off", async () => {
    const { finder, server, host } = aPair();
    server.does = ({ signal }) => new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
    const call = new AbortController();
    const asked = finder.search({ q: "vải", signal: call.signal });
    call.abort(new Error("gone"));
    await expect(asked).rejects.toThrow("gone");
    expect(host.asked).toBe(0);
  });

  it("suggests in the same way", async () => {
    const { finder, server } = aPair();
    expect((await finder.suggest("va"))[0]?.id).toBe("server");
    server.does = down;
    expect((await finder.suggest("va"))[0]?.id).toBe("host");
  });
});
