import { isId, type Locale } from "@xudong/domain";
import { keepPrivate, notFound, type Visit } from "../actions/visit.ts";

/** A mail as it was sent: what stands above it, its words, its files. */
type Opened = { id: string; subject: string; headers: readonly (readonly [name: string, value: string])[]; text: string; files: readonly { name: string; content: string }[] };

export type OutboxPage = { locale: Locale; /** Undefined where mail is not to be seen. */ mails: readonly { id: string; subject: string; to: string; at: Date }[] | undefined };
export type OutboxMailPage = { locale: Locale; mail: Opened | undefined };

const shown = 100;
const told = ["From", "To", "Subject", "Date", "Message-ID", "Content-Language", "Auto-Submitted", "Content-Type"];

const localeOf = (visit: Visit): Locale => (visit.url.searchParams.get("lang") === "en" ? "en" : "vi");

/** A demo's mail, for whoever sits at its computer; nobody else learns more than that it is not shown. */
export async function outboxPage(visit: Visit): Promise<Response | OutboxPage> {
  if (!visit.locals.isDemo) return notFound();
  keepPrivate(visit);
  const mails = await visit.locals.mailbox?.list(shown);
  if (mails === undefined) visit.response.status = 404;
  return { locale: localeOf(visit), mails };
}

export async function outboxMailPage(visit: Visit): Promise<Response | OutboxMailPage> {
  if (!visit.locals.isDemo) return notFound();
  keepPrivate(visit);
  const locale = localeOf(visit);
  const id = visit.params["id"] ?? "";
  const { mailbox } = visit.locals;
  if (mailbox !== undefined && !isId(id)) return notFound();
  const eml = await mailbox?.open(id);
  if (mailbox !== undefined && eml === undefined) return notFound();
  if (eml === undefined) {
    visit.response.status = 404;
    return { locale, mail: undefined };
  }
  const { headers, parts } = eml;
  return {
    locale,
    mail: {
      id,
      subject: headers.get("subject") ?? "",
      headers: told.flatMap((name) => (headers.has(name.toLowerCase()) ? [[name, headers.get(name.toLowerCase()) ?? ""] as const] : [])),
      text: parts.find(({ contentType, fileName }) => contentType.startsWith("text/plain") && fileName === undefined)?.content ?? "",
      files: parts.flatMap(({ fileName, content }) => (fileName === undefined ? [] : [{ name: fileName, content }])),
    },
  };
}
