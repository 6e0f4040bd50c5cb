// What `npm run worker` runs, as a process that may be killed and says when it is ready: `worker.ts <data folder>`.
import "../../site/server/fast-imports.ts";

const { startWorker } = await import("../../site/server/app.ts");
const { close } = await startWorker({ env: process.env, dataFolder: process.argv[2] ?? "data" });
process.send?.({ ready: true });
process.on("SIGTERM", () => void close().finally(() => process.exit()));
process.on("disconnect", () => process.exit());
