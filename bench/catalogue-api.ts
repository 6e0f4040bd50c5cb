import { load, type Load } from "./load.ts";
import { start, startRaw } from "./processes.ts";

/** Addresses of the API below its root, asked for in turn, and the least share of raw requests they should come to; without one the share is only told. */
export type SeriesOfApi = { name: string; least?: number; paths: readonly string[] };

const rounds = 5;

/** Lists and listings as JSON over HTTP beside a bare node:http server that sends the bytes of the first, in turns. */
export async function benchApi(databaseUrl: string, folder: string, series: readonly SeriesOfApi[], { seconds = 0.5 } = {}): Promise<void> {
  const shop = await start<{ url: string }>("catalogue-server.ts", [databaseUrl]);
  try {
    for (const { name, least, paths } of series) {
      const urls = paths.map((path) => `${shop.told.url}/api/v1${path}`);
      const raw = await startRaw(urls[0] ?? "", folder);
      await load(urls, { seconds });
      const turns: { ours: Load; bare: Load }[] = [];
      for (let round = 0; round < rounds; round++) turns.push({ bare: await load(raw.url, { seconds }), ours: await load(urls, { seconds }) });
      await raw.stop();
      sayBeside(name, turns, least);
    }
  } finally {
    await shop.stop();
  }
}

/** The middle one of the turns, by its ratio: the machine has moods. */
function sayBeside(name: string, turns: readonly { ours: Load; bare: Load }[], least = 0): void {
  const share = ({ ours, bare }: { ours: Load; bare: Load }) => ours.perSecond / bare.perSecond;
  const middle = turns.toSorted((a, b) => share(a) - share(b))[Math.floor(turns.length / 2)];
  if (middle === undefined) return;
  const failed = turns.reduce((sum, { ours }) => sum + ours.failed, 0);
  const isUnder = share(middle) < least;
  if (isUnder || failed > 0) process.exitCode = 1;
  const told = ({ perSecond, p50, p99 }: Load) => `${perSecond.toLocaleString("en")}/s p50 ${p50} p99 ${p99} ms`.padStart(34);
  console.log(`${`  ${name}`.padEnd(34)}${told(middle.ours)}  raw${told(middle.bare)}${`${(100 * share(middle)).toFixed(1)} %`.padStart(9)}${isUnder ? `  UNDER ${100 * least}` : ""}${failed > 0 ? `  ${failed} FAILED` : ""}`);
}
