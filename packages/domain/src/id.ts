const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

let lastTime = 0;
let lastTail = 0n;

/**
 * A new row's id: 48 bits of time, then 80 bits, as 26 characters that sort by age (a ULID). Neighbours
 * in time are neighbours in an index. Ids made in the same millisecond keep their order: each is the one
 * before plus a random step, so that the lines of a basket stay as they were put in.
 */
export function newId(now: Date): string {
  const time = now.getTime();
  lastTail = time === lastTime ? lastTail + 1n + randomBits(4) : randomBits(10) >> 1n;
  lastTime = time;
  return base32(BigInt(time), 10) + base32(lastTail, 16);
}

/** True for a text that can be one of our ids. Anything else names nothing, and no database need be asked. */
export function isId(text: string): boolean {
  return /^[0-9A-HJKMNP-TV-Z]{26}$/.test(text);
}

/** Random bytes in stock: the system takes as long to give four of them as to give a thousand. */
const stock = new Uint8Array(1024);
let used = stock.length;

function randomBits(bytes: number): bigint {
  let bits = 0n;
  for (let left = bytes; left > 0; left--) {
    if (used === stock.length) {
      crypto.getRandomValues(stock);
      used = 0;
    }
    bits = (bits << 8n) | BigInt(stock[used++] ?? 0);
  }
  return bits;
}

function base32(value: bigint, length: number): string {
  let text = "";
  for (let rest = value; text.length < length; rest >>= 5n) text = crockford.charAt(Number(rest & 31n)) + text;
  return text;
}

// 31 symbols, a prime: then the weighted sum below notices every wrong symbol and every swap of two.
const codeAlphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const codeLength = 8;

function checkSymbol(body: string): string {
  let sum = 0;
  for (const [position, symbol] of [...body].entries()) sum += codeAlphabet.indexOf(symbol) * (position + 2);
  return codeAlphabet.charAt(sum % codeAlphabet.length);
}

/**
 * A code a person can read over the phone: seven random symbols without 0/O, 1/I/L, and a check symbol.
 * Not sequential, so it tells nobody how much is sold. 31^7 ≈ 2.7 · 10^10 codes.
 */
export function newCode(): string {
  let body = "";
  while (body.length < codeLength - 1) {
    for (const byte of crypto.getRandomValues(new Uint8Array(16))) {
      // 248 = 8 · 31: a byte above it would favour the first symbols
      if (byte < 248 && body.length < codeLength - 1) body += codeAlphabet.charAt(byte % 31);
    }
  }
  return body + checkSymbol(body);
}

/** Reads a code as typed: case, spaces and dashes do not matter. Undefined where it cannot be a code (a slip is noticed). */
export function parseCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, "");
  if (code.length !== codeLength || [...code].some((symbol) => !codeAlphabet.includes(symbol))) return undefined;
  return checkSymbol(code.slice(0, -1)) === code.slice(-1) ? code : undefined;
}

/** A code in two groups of four, as printed: "K7MP-2QX9". */
export function formatCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
