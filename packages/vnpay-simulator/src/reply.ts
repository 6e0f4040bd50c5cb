/** What the server writes back; handlers return one and never touch the socket. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Held back that long, in real time, or until somebody lets it go. */
  readonly holdMs?: number;
  /** Hung up on after half of the body. */
  readonly isCut?: boolean;
}

/** A request as handlers see it: already read in full and cut at a limit. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly peer: string;
}

export function json(status: number, value: unknown): Reply {
  return { status, headers: { "content-type": "application/json; charset=utf-8" }, body: JSON.stringify(value) };
}

export function redirect(to: string, status: 302 | 303 = 302): Reply {
  return { status, headers: { location: to }, body: "" };
}

/**
 * A page under a strict policy: our own stylesheet and script, nothing else.
 *
 * Chromium applies `form-action` to the redirect after a form too, so the merchant's own origins must
 * be named or the customer would be stuck on the way back.
 */
export function page(status: number, body: string, formTargets: readonly string[] = []): Reply {
  const policy = [
    "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src data:", "base-uri 'none'", "frame-ancestors 'none'",
    `form-action ${["'self'", ...formTargets].join(" ")}`,
  ].join("; ");
  return { status, headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": policy }, body };
}

/** The origins a return address may lead to. A shop on this machine is often reached by two names, so both are named. */
export function returnOrigins(returnUrl: string): string[] {
  const { origin, hostname, protocol, port } = new URL(returnUrl);
  const twin = hostname === "localhost" ? "127.0.0.1" : hostname === "127.0.0.1" ? "localhost" : null;
  return twin === null ? [origin] : [origin, `${protocol}//${twin}${port === "" ? "" : `:${port}`}`];
}
