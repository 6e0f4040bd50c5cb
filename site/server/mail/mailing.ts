import type { Mailing } from "@xudong/market";
import { marketConfig } from "../../../market.config.ts";
import { mailWriter } from "../../mail/mail-writer.ts";
import type { Settings } from "../settings.ts";
import { fileCarrier } from "./file-carrier.ts";
import { outboxIn } from "./outbox.ts";
import { smtpCarrier } from "./smtp-carrier.ts";

/** Addresses of this domain lead nowhere, by its own definition: a demo writes to and from nobody. */
const nobody = { name: marketConfig.name, address: "cho@demo.invalid" };

/** How mail is worded and who carries it: the server that is set, or else a folder of this computer. */
export function mailingFor({ mode, mail }: Settings, { dataFolder, publicUrl }: { dataFolder: string; publicUrl: string }): Mailing {
  const from = mail.from === undefined ? nobody : { ...mail.from, name: mail.from.name || marketConfig.name };
  return {
    write: mailWriter({ name: marketConfig.name, publicUrl, isDemo: mode === "demo" }),
    carrier: mail.smtpUrl === undefined ? fileCarrier(outboxIn(dataFolder), from) : smtpCarrier(mail.smtpUrl, { from }),
  };
}
