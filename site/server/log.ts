import { randomBytes } from "node:crypto";

/** Where the shop writes what people who run it should know. */
export type Log = {
  /** One line about something worth knowing. */
  say(line: string): void;
  /** An error, once, with all it knows. Gives back the short reference that the person saw; one that was given out already may be handed in. */
  error(what: string, error: unknown, reference?: string): string;
};

const hidden = "•••";

/**
 * Makes a log that keeps secrets to itself: the ones in force, wherever they stand, and whatever a request carries as
 * an order's key, a cart's token, a cookie or a password.
 */
export function createLog({ secrets = [], write = (line: string) => void process.stderr.write(`${line}\n`) }: { secrets?: readonly string[]; write?: (line: string) => void } = {}): Log {
  const spellings = secrets.flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]).filter((secret) => secret.length >= 8);
  const clean = (text: string) => {
    let left = redact(text);
    for (const secret of spellings) left = left.replaceAll(secret, hidden);
    return left;
  };
  return {
    say: (line) => write(clean(line)),
    error(what, error, reference = randomBytes(4).toString("hex")) {
      write(clean(`${new Date().toISOString()} error ${reference} ${what}: ${described(error)}`));
      return reference;
    },
  };
}

/** A text without the keys, tokens, cookies and passwords it may carry. */
export function redact(text: string): string {
  return text
    .replace(/(?<![A-Za-z])((?:vnp_)?(?:key|token|secret|password|secure_?hash))(=|%3D)[^&\s"'#;,]+/gi, `$1$2${hidden}`)
    .replace(/(["']?\b(?:order-key|cart-token|authorization|cookie|set-cookie)["']?\s*[:,]\s*)(?:"[^"]*"|'[^']*'|[^\n,}\]]+)/gi, `$1${hidden}`)
    .replace(/(\/\/[^/:@\s]*):[^/@\s]*@/g, `$1:${hidden}@`);
}

/** An error with its stack and what caused it. */
function described(error: unknown): string {
  const parts: string[] = [];
  for (let at = error, depth = 0; at !== undefined && depth < 5; depth++) {
    parts.push(at instanceof Error ? spoken(at) : String(at));
    at = at instanceof Error ? at.cause : undefined;
  }
  return parts.join("\ncaused by ");
}

/** The stores keep values out of their errors; one that reached a database in another way may end in them or quote rows. */
function spoken({ message, stack = message }: Error): string {
  const said = message
    .replace(/\nparams: [^]*$/, `\nparams: ${hidden}`)
    .replace(/(\bKey \([^)]*\)=\(|\bFailing row contains \()[^]*\)/g, `$1${hidden})`);
  return stack.includes(message) ? stack.replace(message, () => said) : said;
}
