/** A file of a mail, or one of its two bodies. */
export type EmlPart = { contentType: string; fileName: string | undefined; content: string };

/** A mail as its file has it: what stands on the envelope of what is read, and its parts. */
export type Eml = { headers: ReadonlyMap<string, string>; parts: readonly EmlPart[] };

/**
 * Reads a mail of our own making (`compose.ts`) back from its file, to show it as it was sent. It is no reader for mails of
 * others: whatever is not spelled as we spell it is shown as it stands.
 */
export function readEml(bytes: Buffer): Eml {
  const { headers, body } = split(bytes.toString("latin1"));
  return { headers: new Map([...headers].map(([name, value]) => [name, decodeWords(value)])), parts: partsOf(headers, body) };
}

type Raw = { headers: Map<string, string>; body: string };

function split(text: string): Raw {
  const end = text.indexOf("\r\n\r\n");
  const head = end < 0 ? text : text.slice(0, end);
  const lines = head.replace(/\r\n[ \t]+/g, " ").split("\r\n");
  const headers = new Map(lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]));
  return { headers, body: end < 0 ? "" : text.slice(end + 4) };
}

function partsOf(headers: ReadonlyMap<string, string>, body: string): EmlPart[] {
  const contentType = headers.get("content-type") ?? "text/plain";
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (contentType.startsWith("multipart/") && boundary !== undefined) {
    const inside = `\r\n${body}`.split(`\r\n--${boundary}`).slice(1).filter((part) => !part.startsWith("--"));
    return inside.flatMap((part) => {
      const raw = split(part.replace(/^\r\n/, ""));
      return partsOf(raw.headers, raw.body);
    });
  }
  const fileName = /filename="?([^";]+)"?/i.exec(headers.get("content-disposition") ?? "")?.[1];
  return [{ contentType, fileName: fileName === undefined ? undefined : decodeWords(fileName), content: decoded(body, headers.get("content-transfer-encoding") ?? "7bit").toString("utf8").replaceAll("\r\n", "\n") }];
}

function decoded(body: string, encoding: string): Buffer {
  if (encoding === "base64") return Buffer.from(body, "base64");
  return Buffer.from(encoding === "quoted-printable" ? unquoted(body.replace(/=\r\n/g, "")) : body, "latin1");
}

const unquoted = (text: string): string => text.replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Encoded words (RFC 2047) that follow each other are one run of bytes: a sign may begin in one and end in the next. */
function decodeWords(value: string): string {
  return value.replace(/=\?UTF-8\?[QB]\?[^?]*\?=(?:\s+=\?UTF-8\?[QB]\?[^?]*\?=)*/gi, (run) => {
    const bytes = [...run.matchAll(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi)].map(([, how = "", text = ""]) => (how.toUpperCase() === "B" ? Buffer.from(text, "base64") : Buffer.from(unquoted(text.replaceAll("_", " ")), "latin1")));
    return Buffer.concat(bytes).toString("utf8");
  });
}
