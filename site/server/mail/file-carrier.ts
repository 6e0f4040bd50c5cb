import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { MailCarrier } from "@xudong/market";
import { days, plus } from "@xudong/domain";
import { compose, type Sender } from "./compose.ts";

/** What lies there for longer is of no use to anybody who looks, and of some to whoever should not. */
const keptMs = days(30);
const swept = new Map<string, number>();

/** Deletes what is too old, at most once an hour of the wall clock. */
async function sweep(folder: string, now: Date): Promise<void> {
  if (now.getTime() - (swept.get(folder) ?? -Infinity) < 3_600_000) return;
  swept.set(folder, now.getTime());
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    // Another mail may be taking its whole name at this moment: then it is young.
    const file = await stat(path).catch(() => undefined);
    if (file !== undefined && /\.eml(\.part)?$/.test(name) && file.mtime < plus(now, -keptMs)) await rm(path, { force: true });
  }
}

/**
 * Lays mails in a folder, each a file that any mail program opens: where no mail server is set, nothing leaves this computer. What
 * they hold opens orders and accounts, so only their owner may read them.
 */
export function fileCarrier(folder: string, from: Sender): MailCarrier {
  return {
    takesSamples: true,
    async carry(letter) {
      const { bytes } = await compose(letter, from);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, `${letter.id}.eml`);
      // Whoever looks meanwhile sees all of it or nothing; laid down twice it is there once.
      await writeFile(`${path}.part`, bytes, { mode: 0o600 });
      await rename(`${path}.part`, path);
      await sweep(folder, new Date());
      return { news: "accepted", answer: "file" };
    },
  };
}
