import { createLog } from "./log.ts";

/** npm passes a Ctrl+C on that the terminal has already given us: two within this time are one. */
const sameWishMs = 1500;

/**
 * Ends the process in good order when it is told to: `close` finishes what runs. Somebody who asks a second time is in
 * a hurry and gets their way. Until `close` is set there is nothing to finish.
 */
export function stopWhenTold(): { close?: () => Promise<void> } {
  const stopping: { close?: () => Promise<void> } = {};
  const log = createLog();
  let toldAt: number | undefined;

  const stop = async (code: number) => {
    const { close } = stopping;
    if (close === undefined) process.exit(code === 0 ? 130 : code);
    try {
      await close();
    } catch (error) {
      log.error("closing", error);
      process.exit(1);
    }
    process.exit(code);
  };
  const told = () => {
    if (toldAt === undefined) {
      toldAt = performance.now();
      if (process.stdout.isTTY) console.log("\nClosing; requests under way are finished first.");
      void stop(0);
    } else if (performance.now() - toldAt > sameWishMs) process.exit(1);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, told);
  process.on("uncaughtException", (error) => {
    log.error("Something unforeseen happened outside of any request, so the market closes", error);
    void stop(1);
  });
  process.on("unhandledRejection", (error) => void log.error("A promise was left alone and failed", error));
  return stopping;
}
