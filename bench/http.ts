import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { aShopper, fillCart, openPayment, orderCart } from "../test/shopper.ts";
import { load, percentiles } from "./load.ts";
import { start, startRaw } from "./processes.ts";
import { say } from "./say.ts";

/** Pages and API of the whole shop over HTTP, each beside a bare node:http server that sends the same bytes. */
export async function benchHttp({ seconds = 3 } = {}): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "xudong-bench-"));
  const shop = await start<{ url: string }>("shop-server.ts", [folder], {
    XUDONG_MODE: "demo",
    PORT: "0",
    VNPAY_SIMULATOR_PORT: "0",
    DATABASE_URL: `file:${join(folder, "market.sqlite")}`,
    RATE_LIMITS: "off",
  });
  try {
    const { url } = shop.told;
    const api = aShopper(url);
    const { body } = await api.get("/listings?pageSize=24");
    const listed = (body["items"] as { slug: string; kind: string }[] | undefined) ?? [];
    const goods = listed.find((listing) => listing.kind === "goods")?.slug ?? "";
    for (const [name, path] of [
      ["home", "/"],
      ["product page", `/san-pham/${goods}`],
      ["product list", "/san-pham"],
      ["API: list of 24", "/api/v1/listings?pageSize=24"],
      ["API: one listing", `/api/v1/listings/${goods}`],
    ] as const) {
      await load(`${url}${path}`, { seconds: 1 });
      const raw = await rawOf(`${url}${path}`, folder, seconds);
      say(name, await load(`${url}${path}`, { seconds }), raw);
    }
    await checkouts(url, goods);
  } finally {
    await shop.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function rawOf(url: string, folder: string, seconds: number): Promise<number> {
  const server = await startRaw(url, folder);
  const { perSecond } = await load(server.url, { seconds });
  await server.stop();
  return perSecond;
}

/** Whole checkouts over HTTP: cart, two lines, cart read, quote, order, payment. */
async function checkouts(url: string, slug: string, { count = 100, inFlight = 20 } = {}): Promise<void> {
  const api = aShopper(url);
  const { body } = await api.get(`/listings/${slug}`);
  const [variantId = ""] = ((body["variants"] as { id: string }[] | undefined) ?? []).map((variant) => variant.id);
  const took: number[] = [];
  let left = count;
  let failed = 0;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (left-- > 0) {
        const at = performance.now();
        const cart = await fillCart(api, [{ variantId, quantity: 1 }]);
        await api.get(`/carts/${cart.id}`, { "Cart-Token": cart.token });
        await api.send("POST", `/carts/${cart.id}/quote`, {}, { "Cart-Token": cart.token });
        const placed = await orderCart(api, cart);
        if (placed.status === 201) await openPayment(api, { code: String(placed.body["code"]), key: String(placed.body["key"]) });
        else failed += 1;
        took.push(performance.now() - at);
      }
    }),
  );
  if (failed > 0) process.exitCode = 1;
  say("whole checkouts over HTTP (6 requests)", { perSecond: Math.round(count / ((performance.now() - startedAt) / 1000)), ...percentiles(took), failed });
}
