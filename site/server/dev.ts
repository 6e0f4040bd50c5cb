// npm run dev: Astro's own server with every change at once, and behind it the market with API, notices and simulator.
import "./fast-imports.ts";
import { root } from "./root.ts";
import { stopWhenTold } from "./stop-when-told.ts";

const help = `npm run dev: serves the site while you change it.

Pages show each change at once; the market behind them (packages/) is the one of
the moment it started, so changes there need a new start. API, payment notices and
the payment simulator are included. PORT, HOST and the other settings of
docs/running.md hold here too.`;

if (process.argv.slice(2).some((argument) => argument === "--help" || argument === "-h")) {
  console.log(help);
} else {
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  const stopping = stopWhenTold();
  try {
    const { settingsFrom } = await import("./app.ts");
    const { settings } = settingsFrom(process.env, "data");
    const { dev } = await import("astro");
    // Vite would take the next port where ours is busy, and then notices would go astray.
    const server = await dev({ root, server: { port: settings.port, host: settings.host }, vite: { server: { strictPort: true } } });
    stopping.close = async () => {
      const { closeDevMarket } = await import("./dev-integration.ts");
      await server.stop();
      await closeDevMarket();
    };
  } catch (error) {
    const { startFailure } = await import("./start-failure.ts");
    const isBusy = error instanceof Error && /Port \d+ is already in use/.test(error.message);
    const sentence = isBusy ? `${error.message}: stop the program that uses it (perhaps npm start), or choose another, for example PORT=4331 npm run dev.` : startFailure(error);
    if (sentence === undefined) throw error;
    console.error(`✘ ${sentence}`);
    process.exit(1);
  }
}
