import type { Market } from "@xudong/market";
import type { Visit } from "./visit.ts";

/** A visit as Astro hands it to a page, for tests: what was asked, and in `cookies` and `response` what the page answers. */
export function aVisit(market: Partial<Market>, path: string, { form, cookies = {}, params = {} }: { form?: Record<string, string>; cookies?: Record<string, string>; params?: Record<string, string> } = {}): Visit & { kept: ReadonlyMap<string, string>; /** How each cookie that was set is to be kept. */ keptHow: ReadonlyMap<string, object> } {
  const url = new URL(path, "http://shop.test");
  const kept = new Map(Object.entries(cookies));
  const keptHow = new Map<string, object>();
  const header = Object.entries(cookies).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("; ");
  const visit = {
    url,
    request: new Request(url, { headers: { cookie: header }, ...(form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) }) }),
    response: { status: 200, statusText: "", headers: new Headers() },
    params,
    cookies: {
      get: (name: string) => (kept.has(name) ? { value: kept.get(name) } : undefined),
      set: (name: string, value: string, how: object) => void (kept.set(name, value), keptHow.set(name, how)),
      delete: (name: string) => void kept.delete(name),
    },
    locals: { market, clientAddress: "203.0.113.7", publicUrl: url.origin, gatewayOrigin: "http://gateway.test", keep: () => undefined, drawCard: async () => undefined, isDemo: true },
  };
  return Object.assign(visit as unknown as Visit, { kept, keptHow }); // of Astro's own objects only what pages ask for
}
