// Runs in an empty folder that has the packed packages and nothing else of ours: what a stranger would write first.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, openStore } from "@xudong/database";
import { dong, formatDong } from "@xudong/domain";

const folder = mkdtempSync(join(tmpdir(), "packed-"));
const store = await openStore(`file:${join(folder, "market.sqlite")}`);
await migrate(store);
const shops = await store.read.$count(store.read.t.shops);
console.log(`a market with ${shops} shops, where a box may cost ${formatDong(dong(120_000), "vi")}`);
await store.close();
rmSync(folder, { recursive: true });
