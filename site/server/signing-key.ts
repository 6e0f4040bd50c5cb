import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";

/** What PKCS8 writes before the 32 bytes of an Ed25519 key (RFC 8410). */
const pkcs8Head = Buffer.from("302e020100300506032b657004220420", "hex");

/**
 * An Ed25519 private key in PEM, from PEM (line breaks may be written as \n, as env files do) or from its 32 bytes in
 * base64url; undefined where it is neither.
 */
export function pemOfSigningKey(text: string): string | undefined {
  try {
    const key = /^[\w-]{43}=?$/.test(text)
      ? createPrivateKey({ key: Buffer.concat([pkcs8Head, Buffer.from(text, "base64url")]), format: "der", type: "pkcs8" })
      : createPrivateKey(text.replaceAll("\\n", "\n"));
    return key.asymmetricKeyType === "ed25519" ? key.export({ type: "pkcs8", format: "pem" }).toString() : undefined;
  } catch {
    return undefined; // OpenSSL's words for it would only confuse
  }
}

/** A new key of that kind. */
export function newSigningKey(): string {
  return generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}

/** The short name of a key that tickets carry: it follows from the key, so every process calls it the same. */
export function keyIdOf(privateKeyPem: string): string {
  const publicKey = createPublicKey(privateKeyPem).export({ type: "spki", format: "der" });
  return createHash("sha256").update(publicKey).digest("hex").slice(0, 8);
}
