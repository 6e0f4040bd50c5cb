import { databaseProblem } from "@xudong/database";
import { BuildError } from "./build.ts";
import { DemoSecretsError } from "./demo-secrets.ts";
import { withoutPassword, SettingsError } from "./settings.ts";
import { SimulatorError } from "./simulator-process.ts";

/** The database did not open; `databaseUrl` says which. */
export class DatabaseError extends Error {
  readonly databaseUrl: string;

  constructor(databaseUrl: string, cause: unknown) {
    super("The database did not open", { cause });
    this.name = "DatabaseError";
    this.databaseUrl = databaseUrl;
  }
}

/** Something a person can mend; its message is all they need to read. */
export class PlainError extends Error {
  override name = "PlainError";
}

/** What stopped the shop from starting and what to do about it, in plain words; undefined for what we did not foresee. */
export function startFailure(error: unknown): string | undefined {
  if (error instanceof SettingsError || error instanceof DemoSecretsError || error instanceof BuildError || error instanceof SimulatorError || error instanceof PlainError) return error.message;
  if (error instanceof DatabaseError) {
    const problem = databaseProblem(error.cause, error.databaseUrl);
    if (problem !== undefined) return `${problem.what} ${problem.cure}`;
    const said = error.cause instanceof Error ? error.cause.message : String(error.cause);
    return `The database ${withoutPassword(error.databaseUrl)} does not work: ${withoutPassword(said)}`;
  }
  return error instanceof Error ? systemFailure(error) : undefined;
}

function systemFailure({ code, syscall, path, port, address }: NodeJS.ErrnoException & { port?: number; address?: string }): string | undefined {
  if (syscall === "listen" || syscall === "getaddrinfo") {
    if (code === "EADDRINUSE") return `Port ${port} is taken: stop the program that uses it (perhaps another start of this market), or choose another, for example PORT=${(port ?? 4321) + 10} npm start.`;
    if (code === "EACCES") return `Port ${port} may not be used by this user: choose one above 1023 with PORT.`;
    return `HOST is ${address ?? "an address"}, which this computer does not have: use 127.0.0.1 (only this computer) or 0.0.0.0 (everybody who reaches it).`;
  }
  if (code === "ENOSPC" || code === "EDQUOT") return "The disk is full: free some space, then run the same command again.";
  if (code === "EROFS" || code === "EACCES" || code === "EPERM") return `Nothing can be written to ${path ?? "the data folder"}: give this user the right to write there, or start from a folder of your own.`;
  if (code === "ENOTDIR" || code === "EEXIST") return `${path ?? "data"} is in the way: a folder is needed there.`;
  return undefined;
}
