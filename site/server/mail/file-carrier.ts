import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { MailCarrier } from "@xudong/market";
import { compose, type Sender } from "./compose.ts";

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
      return { news: "accepted", answer: "file" };
    },
  };
}
