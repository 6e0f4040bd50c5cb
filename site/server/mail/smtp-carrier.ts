import { Readable } from "node:stream";
import type { ConnectionOptions } from "node:tls";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { MailNews } from "@xudong/domain";
import type { MailCarrier } from "@xudong/market";
import { loopbackNames } from "../client-address.ts";
import { compose, type ComposedMail, type Sender } from "./compose.ts";

type Heard = { news: MailNews; answer: string };

export type SmtpOptions = { from: Sender; /** How long is waited for a connection, and for each answer. */ patienceMs?: number; tls?: ConnectionOptions };

/**
 * Hands mails to the server of an address such as smtps://user:password@mail.example:465, one connection each. By smtp:// the line
 * must become encrypted before anything is said; to this computer itself only where the address ends in ?tls=required.
 */
export function smtpCarrier(url: string, { from, patienceMs = 30_000, tls = {} }: SmtpOptions): MailCarrier {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url);
  const secure = protocol === "smtps:";
  const mustEncrypt = searchParams.get("tls") === "required" || !loopbackNames.includes(hostname);
  const options: SMTPConnection.Options = {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port === "" ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && mustEncrypt,
    name: new URL(`http://${from.address.slice(from.address.lastIndexOf("@") + 1)}`).hostname,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    dnsTimeout: patienceMs,
    tls,
  };
  const login = username === "" ? undefined : { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  return { takesSamples: false, carry: async (letter) => handOver(options, login, await compose(letter, from)) };
}

/** Brings one message to its server, and says what was heard of it. */
function handOver(options: SMTPConnection.Options, login: SMTPConnection.Credentials | undefined, { envelope, bytes }: ComposedMail): Promise<Heard> {
  const connection = new SMTPConnection(options);
  // Read to its end only once the server has asked for it: from then on nobody can say that it did not arrive.
  const message = Readable.from([bytes], { objectMode: false });
  let isHandedOver = false;
  message.once("end", () => (isHandedOver = true));

  return new Promise((resolve) => {
    const end = (error: unknown) => {
      connection.close();
      resolve(error === undefined ? { news: "accepted", answer: "250" } : heardOf(error as SMTPConnection.SMTPError, isHandedOver));
    };
    const say = () => connection.send({ ...envelope, size: bytes.length }, message, (error) => end(error ?? undefined));
    connection.once("error", end);
    connection.on("error", () => undefined); // one that is closed may still complain
    connection.connect((error) => {
      if (error) end(error);
      else if (login === undefined) say();
      else connection.login({ credentials: login }, (refused) => (refused ? end(refused) : say()));
    });
  });
}

/** Only what a server says of the recipient or of the message itself is about the mail; all else is about the server, or about us. */
const aboutTheMail = new Set(["RCPT TO", "DATA"]);

function heardOf({ code, command = "", responseCode }: SMTPConnection.SMTPError, isHandedOver: boolean): Heard {
  const answer = String(responseCode ?? code ?? "unknown");
  if (responseCode === undefined) return { news: isHandedOver ? "silent" : "unreached", answer };
  if (!aboutTheMail.has(command)) return { news: isHandedOver ? "silent" : "unreached", answer };
  return { news: responseCode >= 500 ? "refused" : "later", answer };
}
