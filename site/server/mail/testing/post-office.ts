import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** What a server does with the next mail: an answer of its own, a connection cut at some point, or nothing at all. */
export type Mood = { at: "RCPT" | "DATA"; answer: number | "cut" | "never" };

/** A mail server on this computer that takes what it is told to take, and keeps it. */
export type PostOffice = {
  url: string;
  /** Messages it has answered for with 250, and to whom. */
  taken: { to: string; message: string; isEncrypted: boolean }[];
  /** Messages it has read to the end, answered for or not. */
  read: string[];
  /** What it does with the next mails, one after the other; nothing left: it takes them. */
  moods: Mood[];
  /** Called while it has a whole message in hand and has not answered. */
  beforeAnswer: (() => Promise<void>) | undefined;
  close(): Promise<void>;
};

class Refusal extends Error {
  readonly responseCode: number;
  constructor(responseCode: number) {
    super(`Refused, as it was told to, ${responseCode}`);
    this.responseCode = responseCode;
  }
}

export async function postOffice(options: SMTPServerOptions = {}): Promise<PostOffice> {
  const office: Omit<PostOffice, "url" | "close"> = { taken: [], read: [], moods: [], beforeAnswer: undefined };
  const moodAt = (at: Mood["at"]) => (office.moods[0]?.at === at ? office.moods.shift()?.answer : undefined);
  const act = (mood: Mood["answer"] | undefined, sessionId: string, done: (error?: Error) => void) => {
    if (mood === undefined) done();
    else if (mood === "cut") socketOf(server, sessionId)?.destroy();
    else if (mood !== "never") done(new Refusal(mood));
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    closeTimeout: 100,
    ...options,
    onRcptTo: (_address, session, done) => act(moodAt("RCPT"), session.id, done),
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const message = Buffer.concat(parts).toString("utf8");
        office.read.push(message);
        void (office.beforeAnswer?.() ?? Promise.resolve()).then(() =>
          act(moodAt("DATA"), session.id, (error) => {
            if (error === undefined) office.taken.push({ to: session.envelope.rcptTo[0]?.address ?? "", message, isEncrypted: session.secure });
            done(error);
          }),
        );
      });
    },
  });
  server.on("error", () => undefined); // connections that are cut
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo; // it listens, and not on a pipe
  return Object.assign(office, { url: `smtp://127.0.0.1:${port}`, close: () => new Promise<void>((closed) => server.close(() => closed())) });
}

/** Its own sessions know no way to fall silent: the line under them is cut. */
function socketOf(server: SMTPServer, sessionId: string): Socket | undefined {
  type Connection = { id: string; _socket: Socket };
  return [...(server.connections as Set<Connection>)].find(({ id }) => id === sessionId)?._socket;
}
