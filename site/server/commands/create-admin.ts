import { parseArgs } from "node:util";
import { isDomainError, operatorActor, passwordLengths, type DomainError } from "@xudong/domain";
import { paths } from "../../paths.ts";
import { reachableHost } from "../gateway.ts";
import type { Command } from "../xudong.ts";
import { inHanoi, withMarket } from "./house.ts";

export const createAdmin: Command = {
  help: `npm run xudong -- create-admin CONTACT --name NAME [--link]

Makes an administrator, who may give every role. CONTACT is the telephone number or
e-mail they sign in with. Where there is such an account already it keeps its name and
password, and becomes an administrator's.

At a terminal it asks for a password, which is not shown as it is typed. With --link, or
where nobody types, it prints a link instead, by which one person chooses a password
once, within an hour; for somebody who has lost theirs it does the same.

For example: npm run xudong -- create-admin hanh@example.com --name "Nguyễn Thị Hạnh"`,
  async run(args) {
    const wish = readWish(args);
    if (typeof wish === "string") {
      console.error(`✘ ${wish}\n\n${createAdmin.help}`);
      return 2;
    }
    const { contact, name } = wish;
    const password = wish.link || !process.stdin.isTTY ? undefined : await askTwice();
    if (password === false) {
      console.error("✘ The two passwords differ; nothing was changed.");
      return 1;
    }
    return withMarket(async (market, settings) => {
      try {
        const { isNew, link } = await market.people.createAdmin({ contact, name, ...(password === undefined ? {} : { password }) }, operatorActor("create-admin", ["role.grant"]));
        console.log(`✔ ${contact} ${isNew ? "has an account and" : "had an account, and"} is an administrator.${isNew || link !== undefined ? "" : " The password stays as it was."}`);
        if (link !== undefined) {
          const publicUrl = settings.publicUrl ?? `http://${reachableHost(settings.host)}:${settings.port}`;
          console.log(`  A password is chosen once, before ${inHanoi(link.expiresAt)}, at\n  ${publicUrl}${paths.newPassword("vi")}?token=${link.token}`);
        }
        return 0;
      } catch (error) {
        if (!isDomainError(error)) throw error;
        console.error(`✘ ${refusal(error)}`);
        return 1;
      }
    }, { signs: true });
  },
};

/** What was asked for, or in one sentence why it cannot be understood. */
function readWish(args: readonly string[]): { contact: string; name: string; link: boolean } | string {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], allowPositionals: true, options: { name: { type: "string" }, link: { type: "boolean" } } });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const [contact, ...rest] = parsed.positionals;
  if (contact === undefined) return "Say who: their telephone number or e-mail.";
  if (rest.length > 0) return `"${rest.join(" ")}" is too much: one contact, and the name after --name in quotation marks.`;
  return { contact, name: parsed.values.name ?? "", link: parsed.values.link ?? false };
}

function refusal({ code, details }: DomainError): string {
  const { field, reason } = details.issues?.[0] ?? {};
  if (code !== "person.details_invalid") return `It was refused: ${code}.`;
  if (field === "contact") return "That is neither a telephone number nor an e-mail.";
  if (field === "name") return reason === "missing" ? "--name is missing, and there is no account with that contact yet." : "--name is longer than 100 letters.";
  const why: Readonly<Record<string, string>> = { too_short: `has fewer than ${passwordLengths.min} characters`, too_common: "is among those that are tried first", own_contact: "is the contact itself", too_long: "is too long" };
  return `The password ${why[reason ?? ""] ?? "cannot be used"}; nothing was changed.`;
}

/** Twice the same, or false. */
async function askTwice(): Promise<string | false> {
  const first = await askUnseen("Password: ");
  return (await askUnseen("Once more: ")) === first ? first : false;
}

/** Reads a line at the terminal without showing it. Ctrl-C ends the command. */
function askUnseen(prompt: string): Promise<string> {
  const { stdin, stdout } = process;
  stdout.write(prompt);
  stdin.setRawMode(true);
  stdin.setEncoding("utf8").resume();
  return new Promise((answer) => {
    let typed = "";
    const hear = (text: string) => {
      for (const sign of text) {
        if (sign === "\u0003") {
          stdin.setRawMode(false);
          stdout.write("\n");
          process.exit(130);
        }
        if (sign === "\r" || sign === "\n") {
          stdin.off("data", hear).setRawMode(false);
          stdin.pause();
          stdout.write("\n");
          answer(typed);
          return;
        }
        typed = sign === "\u007f" || sign === "\b" ? [...typed].slice(0, -1).join("") : typed + sign;
      }
    };
    stdin.on("data", hear);
  });
}
