import { randomBytes } from "node:crypto";
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { newSigningKey, pemOfSigningKey } from "./signing-key.ts";

/** What a market signs with. */
export type Secrets = { appSecret: string; ticketSigningKey: string; vnpayHashSecret: string };

/** A demo's secrets say so themselves, wherever somebody may have copied them. */
export const demoMark = "DEMO";

const kept = z.object({
  appSecret: z.string().min(32),
  ticketSigningKey: z.string().refine((text) => pemOfSigningKey(text) !== undefined),
  vnpayHashSecret: z.string().min(16),
});

export const secretsFile = (dataFolder: string): string => join(dataFolder, "secrets.json");

/** The secrets a demo made for itself earlier; undefined where there are none. @throws where the file is damaged */
export function findDemoSecrets(dataFolder: string): Secrets | undefined {
  let text: string;
  try {
    text = readFileSync(secretsFile(dataFolder), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  const read = kept.safeParse(parsed(text));
  if (!read.success) throw new DemoSecretsError(`${secretsFile(dataFolder)} is damaged: delete it to get new demo secrets (links to orders placed so far and their tickets then stop working).`);
  return read.data;
}

/** A file of secrets nobody can read any more. */
export class DemoSecretsError extends Error {
  override name = "DemoSecretsError";
}

/** The demo's secrets, made on its first start and kept in a file only its owner may read. */
export function demoSecrets(dataFolder: string): { secrets: Secrets; areNew: boolean } {
  const earlier = findDemoSecrets(dataFolder);
  if (earlier !== undefined) return { secrets: earlier, areNew: false };
  const secrets = makeSecrets();
  const file = secretsFile(dataFolder);
  mkdirSync(dirname(file), { recursive: true });
  // Linked into place whole: of two processes that start together, the second takes the first one's.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    return { secrets: findDemoSecrets(dataFolder) ?? secrets, areNew: false };
  } finally {
    rmSync(draft, { force: true });
  }
  return { secrets, areNew: true };
}

/** Fresh secrets that are kept nowhere, for a test. */
export function makeSecrets(): Secrets {
  return {
    appSecret: `${demoMark}-${randomBytes(32).toString("base64url")}`,
    ticketSigningKey: newSigningKey(),
    vnpayHashSecret: `${demoMark}${randomBytes(14).toString("hex").toUpperCase()}`,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
