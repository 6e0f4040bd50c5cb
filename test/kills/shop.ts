// A whole shop without its pages, as a process that may be killed: `shop.ts <data folder>`, its settings in the environment.
import "../../site/server/fast-imports.ts";

const { startShop } = await import("../../site/server/app.ts");
const shop = await startShop({
  env: process.env,
  dataFolder: process.argv[2] ?? "data",
  seeds: false,
  instead: { renderPage: (_request, response) => void response.writeHead(404).end() },
});
process.send?.({ ready: true });
process.on("SIGTERM", () => void shop.close().finally(() => process.exit()));
process.on("disconnect", () => process.exit());
