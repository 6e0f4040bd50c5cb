import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { normalPassword, passwordLengths } from "@xudong/domain";

/**
 * The digest of a password as it is kept: argon2id. It takes some ten milliseconds and 19 MiB, so never inside a
 * transaction, which on SQLite would hold the only writer.
 */
export const hashPassword = (typed: string): Promise<string> => hash(normalPassword(typed));

let standIn: Promise<string> | undefined;

/**
 * True where `typed` is the password of that digest. Somebody unknown, and somebody without a password, costs as much time
 * as a wrong one, so that the answer's time does not tell who has an account. Never throws, whatever the digest holds.
 */
export async function isPassword(kept: string | null | undefined, typed: string): Promise<boolean> {
  const nobodys = await (standIn ??= hash(randomBytes(18).toString("base64url")));
  const isTooLong = [...typed].length > passwordLengths.max;
  const isRight = await verify(kept ?? nobodys, isTooLong ? "" : normalPassword(typed)).catch(() => false);
  return isRight && kept != null && !isTooLong;
}
