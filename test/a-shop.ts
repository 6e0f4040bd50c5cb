import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startShop, type Shop, type ShopOptions } from "../site/server/app.ts";

/** A whole shop with its simulator on ports of its own, over a database that is there already. */
export async function aShop(databaseUrl: string, over: Partial<ShopOptions> & { settings?: Record<string, string> } = {}): Promise<Shop> {
  const dataFolder = mkdtempSync(join(tmpdir(), "xudong-shop-"));
  const { settings, ...options } = over;
  const shop = await startShop({
    env: { XUDONG_MODE: "test", DATABASE_URL: databaseUrl, PORT: "0", VNPAY_SIMULATOR_PORT: "0", RATE_LIMITS: "off", ...settings },
    dataFolder,
    simulatorHost: "localhost",
    seeds: true,
    ...options,
  });
  return {
    ...shop,
    close: async () => {
      await shop.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Stands in for the pages where a test is about the API alone. */
export const noPages: NonNullable<ShopOptions["instead"]> = { renderPage: (_request, response) => void response.writeHead(404).end() };
