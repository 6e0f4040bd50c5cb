// What does the market's jobs and nothing else, as a process that may be killed: `worker.ts <data folder>`.
import "../../site/server/fast-imports.ts";

const { openMarket, settingsFrom } = await import("../../site/server/app.ts");
const { createLog } = await import("../../site/server/log.ts");
const dataFolder = process.argv[2] ?? "data";
const { settings } = settingsFrom(process.env, dataFolder);
const { market, close } = await openMarket({ settings, log: createLog({ secrets: [] }), port: settings.port, dataFolder, seeds: false });
market.jobs.start();
process.send?.({ ready: true });
process.on("SIGTERM", () => void close().finally(() => process.exit()));
process.on("disconnect", () => process.exit());
