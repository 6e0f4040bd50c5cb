import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { isId } from "@xudong/domain";
import { readEml, type Eml } from "./read-eml.ts";

/** A mail as a list shows it. */
export type MailGlance = { id: string; subject: string; to: string; at: Date };

/** The mails that were laid down on this computer: a demo shows them. */
export type Mailbox = {
  /** The latest, the newest first. */
  list(limit: number): Promise<readonly MailGlance[]>;
  /** Undefined where there is none of that id, whatever was asked for. */
  open(id: string): Promise<Eml | undefined>;
  raw(id: string): Promise<Buffer | undefined>;
};

export function mailboxIn(folder: string): Mailbox {
  /** An id is no path: nothing else in the folder can be named. */
  const raw = async (id: string) => (isId(id) ? readFile(join(folder, `${id}.eml`)).catch(absent) : undefined);
  const open = async (id: string) => {
    const bytes = await raw(id);
    return bytes && readEml(bytes);
  };
  return {
    raw,
    open,
    async list(limit) {
      const names = (await readdir(folder).catch(absent)) ?? [];
      const ids = names.filter((name) => name.endsWith(".eml")).map((name) => name.slice(0, -4)).filter(isId).sort().reverse().slice(0, limit);
      const found = await Promise.all(ids.map(async (id) => ({ id, eml: await open(id) })));
      return found.flatMap(({ id, eml }) => (eml === undefined ? [] : [{ id, subject: eml.headers.get("subject") ?? "", to: eml.headers.get("to") ?? "", at: new Date(eml.headers.get("date") ?? 0) }]));
    },
  };
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === "ENOENT") return undefined;
  throw error;
}
