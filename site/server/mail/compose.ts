import MailComposer from "nodemailer/lib/mail-composer";
import type { Letter } from "@xudong/market";

/** Who mail comes from. */
export type Sender = { name: string; address: string };

/** What a mail server is given: from where to where, and the message itself. */
export type ComposedMail = { envelope: { from: string; to: string }; bytes: Buffer };

/**
 * A letter as a message (RFC 5322): plain text, the same in HTML, and its files. Its id is the letter's own, so that who gets one
 * twice sees it once, and its boundaries are, too: composed again it is the same to the byte.
 */
export async function compose({ id, to, locale, subject, text, html, files, writtenAt }: Letter, from: Sender): Promise<ComposedMail> {
  const bytes = await new MailComposer({
    from,
    to,
    subject,
    text,
    html,
    date: writtenAt,
    messageId: `<${id}@${domainOf(from.address)}>`,
    baseBoundary: id,
    // Machines do not answer it, and leave out their "I am away".
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All", "Content-Language": locale },
    attachments: files.map(({ fileName, contentType, content }) => ({ filename: fileName, contentType, content, contentDisposition: "attachment" as const })),
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile().build();
  return { envelope: { from: from.address, to }, bytes };
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1);
