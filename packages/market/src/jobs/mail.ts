import type { Store } from "@xudong/database";
import { mailTerms, systemActor, type MailNews } from "@xudong/domain";
import type { Mailing } from "../mail/mail.ts";
import { endTry, mailsDue, queuedMail, takeMail, withdrawMail, type MailMoment, type MailRow } from "../mail/mail-rows.ts";
import { readMail } from "../mail/read-mail.ts";
import { workOff, type Job } from "./job.ts";

export type MailingParts = { store: Store; now: () => Date; appSecrets: readonly string[]; mailing: Mailing; tell: (line: string) => void; wallClock?: () => Date };

/** A mail server that answers slowly holds up one of so many. */
const serverLanes = 4;

/** Sends mail that was written down (M1). What it says is looked up now, and told to nobody but its recipient. */
export function mailJob({ store, now, appSecrets, mailing: { write, carrier }, tell, wallClock = () => new Date() }: MailingParts): Job {
  const actor = systemActor("job.mail");
  const moment = (): MailMoment => ({ now: now(), wallNow: wallClock() });
  const occasion = () => ({ actor, now: now() });
  const withdraw = (mail: MailRow, why: string) => store.write((tx) => withdrawMail(tx, mail.id, why, occasion()));
  const due = ({ now: at, wallNow }: MailMoment, limit: number) => mailsDue(store.read, at, wallNow, limit);

  /** A server that is not there is told once, and so is its return: each mail tries it by itself, for days. */
  let isAway = false;
  function tellOfServer({ news, answer }: { news: MailNews; answer: string }): void {
    const wasAway = isAway;
    isAway = news === "unreached";
    if (isAway && !wasAway) tell(`No mail server takes our mail (${answer}). It is tried again for ${mailTerms.triedForDays} days: look at SMTP_URL.`);
    if (wasAway && !isAway) tell("The mail server takes our mail again");
  }

  return {
    name: "mail",
    everyMs: 2000,
    isDue: async () => (await due(moment(), 1)).length > 0,
    work: workOff({
      lanes: serverLanes,
      next: async (limit) => (await due(moment(), limit)).map(({ id }) => id),
      async one(id) {
        const mail = await queuedMail(store.read, id);
        if (mail === undefined) return false;
        const found = await readMail({ db: store.read, appSecrets, now: now() }, mail);
        if ("moot" in found) return withdraw(mail, found.moot);
        if (found.isToSample && !carrier.takesSamples) return withdraw(mail, "sample");
        const letter = { ...write(found), id, to: found.to, locale: found.locale, writtenAt: now() };
        // That somebody is at it is kept before it is handed over; no transaction is open while a server is waited for (P3).
        if (!(await store.write((tx) => takeMail(tx, mail, moment(), actor.id)))) return false;
        const heard = await carrier.carry(letter).catch((fault: unknown) => ({ news: "silent" as const, answer: "fault", fault }));
        await store.write((tx) => endTry(tx, id, heard, occasion()));
        if ("fault" in heard) throw heard.fault;
        tellOfServer(heard);
        return true;
      },
    }),
  };
}
