// The whole shop in a process of its own, for whoever measures it from another.
import { startShop } from "../site/server/app.ts";

const shop = await startShop({ env: process.env, dataFolder: process.argv[2] ?? "data", seeds: true });
process.send?.({ url: shop.url });
process.on("message", () => process.send?.(Math.round((process.cpuUsage().user + process.cpuUsage().system) / 1000)));
process.on("disconnect", () => void shop.close().finally(() => process.exit()));
