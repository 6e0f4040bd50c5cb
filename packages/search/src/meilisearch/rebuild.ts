import type { SearchDocument } from "../engine.ts";
import { keptOf, type KeptDocument } from "./documents.ts";
import { done, type Server } from "./server.ts";
import { indexSettings } from "./settings.ts";

/** What was written while everything is built anew: the last word on each id. */
export type Meanwhile = ReadonlyMap<string, KeptDocument | "gone">;

const atOnce = 1000;
/** A server that takes in a whole market is asked seldom, and for as long as it takes. */
const patient = { timeout: 0, interval: 50 };

/** An index of its own name, with its settings before its first document. */
export async function makeIndex({ client, index }: Server, uid: string): Promise<void> {
  await done(client.createIndex(uid, { primaryKey: "id" }));
  await done(index(uid).updateSettings(indexSettings), patient);
}

/** Fills a new index beside the one that answers. @returns its name, for `exchange` or `drop` */
export async function fillBeside(server: Server, documents: AsyncIterable<SearchDocument>, tell: (read: number) => void): Promise<string> {
  const uid = `${server.live}_${Date.now().toString(36)}_${Math.random().toString(36).slice(2, 6)}`;
  try {
    await makeIndex(server, uid);
    let read = 0;
    let some: KeptDocument[] = [];
    const send = async () => {
      if (some.length > 0) await done(server.index(uid).addDocuments(some), patient);
      tell((read += some.length));
      some = [];
    };
    for await (const document of documents) if (some.push(keptOf(document)) === atOnce) await send();
    await send();
    return uid;
  } catch (error) {
    await drop(server, uid);
    throw error;
  }
}

/** Adds what was written meanwhile, and lets the new index answer in the place of the old: in one task, so that nobody finds neither. */
export async function exchange(server: Server, uid: string, meanwhile: Meanwhile): Promise<void> {
  const late = [...meanwhile.values()].filter((written) => written !== "gone");
  const gone = [...meanwhile].flatMap(([id, written]) => (written === "gone" ? [id] : []));
  if (late.length > 0) await done(server.index(uid).addDocuments(late), patient);
  if (gone.length > 0) await done(server.index(uid).deleteDocuments(gone), patient);
  await done(server.client.swapIndexes([{ indexes: [server.live, uid], rename: false }]), patient);
  await drop(server, uid);
}

/** What cannot be thrown away now is swept with the next rebuild. */
export async function drop({ client }: Server, uid: string): Promise<void> {
  await done(client.deleteIndex(uid)).catch(() => undefined);
}

/** Indexes that a rebuild left behind when its process died. */
export async function sweep(server: Server): Promise<void> {
  const { results } = await server.client.getRawIndexes({ limit: 100 });
  for (const { uid } of results) if (uid.startsWith(`${server.live}_`)) await drop(server, uid);
}
