/** One merchant terminal this gateway serves: what VNPAY's portal would hold about it. */
export interface Terminal {
  readonly tmnCode: string;
  readonly secret: string;
  /** Where notices go. Registered with the gateway, never taken from a request. */
  readonly ipnUrl?: string | undefined;
  readonly merchantName?: string | undefined;
  /** `open` unless said; the other two turn every pay request away, with 04 and 71. */
  readonly state?: TerminalState | undefined;
}

/** What the gateway's staff can do to a terminal: lock it (04), or not have approved it yet (71). */
export const terminalStates = ["open", "locked", "unapproved"] as const;
export type TerminalState = (typeof terminalStates)[number];

export const isTerminalState = (text: unknown): text is TerminalState => (terminalStates as readonly unknown[]).includes(text);

/** A setting the person who started the simulator can mend; its message is all they need to read. */
export class SettingError extends Error {
  override name = "SettingError";
}

export const isWebAddress = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && (url.protocol === "http:" || url.protocol === "https:");
};

/** @throws SettingError naming the terminal and what to change */
export function checkTerminal(terminal: Terminal): Terminal {
  if (!/^[A-Za-z0-9]{8}$/.test(terminal.tmnCode)) {
    throw new SettingError(`Terminal "${terminal.tmnCode}" must be exactly 8 letters or digits, for example XUDONG01.`);
  }
  if (terminal.secret === "") {
    throw new SettingError(`Terminal ${terminal.tmnCode} has no secret. Give the same secret your shop signs with.`);
  }
  if (terminal.state !== undefined && !isTerminalState(terminal.state)) {
    throw new SettingError(`The state of ${terminal.tmnCode} must be one of ${terminalStates.join(", ")}.`);
  }
  if (terminal.ipnUrl !== undefined && !isWebAddress(terminal.ipnUrl)) {
    throw new SettingError(`The IPN address of ${terminal.tmnCode}, "${terminal.ipnUrl}", must start with http:// or https://.`);
  }
  return terminal;
}
