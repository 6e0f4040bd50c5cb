import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { DomainError, normalPassword, passwordLengths } from "@xudong/domain";

/**
 * The digest of a password as it is kept: argon2id. It takes some ten milliseconds and 19 MiB, so never inside a
 * transaction, which on SQLite would hold the only writer.
 *
 * @throws DomainError `request.too_many` where more people than a process can serve sign in at once
 */
export const hashPassword = (typed: string): Promise<string> => inTurn(() => hash(normalPassword(typed)));

// Digests are worked out on four threads that files and addresses need as well: half of them stay free, and memory is bounded.
const atOnce = 2;
const mostWaiting = 100;
const comeAgainAfterSeconds = 5;
let busy = 0;
const waiting: (() => void)[] = [];

/** A crowd that signs in, or somebody who tries passwords from a thousand networks, waits here, and slows down nobody who shops. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (busy < atOnce) busy += 1;
  else {
    if (waiting.length >= mostWaiting) throw new DomainError("request.too_many", { retryAfterSeconds: comeAgainAfterSeconds });
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) busy -= 1;
    else next();
  }
}

let standIn: Promise<string> | undefined;

/**
 * True where `typed` is the password of that digest. Somebody unknown, and somebody without a password, costs as much time
 * as a wrong one, so that the answer's time does not tell who has an account. Whatever the digest holds, that is no fault.
 *
 * @throws DomainError `request.too_many` like `hashPassword`
 */
export async function isPassword(kept: string | null | undefined, typed: string): Promise<boolean> {
  const nobodys = await (standIn ??= hash(randomBytes(18).toString("base64url")));
  const isTooLong = [...typed].length > passwordLengths.max;
  const isRight = await inTurn(() => verify(kept ?? nobodys, isTooLong ? "" : normalPassword(typed)).catch(() => false));
  return isRight && kept != null && !isTooLong;
}
