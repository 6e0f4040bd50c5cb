// npm run xudong -- <command>: what the people who run the market do by hand.
import { startFailure } from "./start-failure.ts";

/** One command: gives back the exit code. */
export type Command = { summary: string; help: string; run(args: readonly string[]): Promise<number> };

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  doctor: async () => (await import("./commands/doctor.ts")).doctor,
  migrate: async () => (await import("./commands/migrate.ts")).migrateCommand,
  order: async () => (await import("./commands/order.ts")).order,
};

async function main([name, ...args]: readonly string[]): Promise<number> {
  const wantsHelp = (word: string | undefined) => word === "--help" || word === "-h";
  if (name === undefined || wantsHelp(name)) {
    console.log(await list());
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    console.error(`There is no command "${name}".\n\n${await list()}`);
    return 2;
  }
  const command = await load();
  if (args.some(wantsHelp)) {
    console.log(command.help);
    return 0;
  }
  return command.run(args);
}

async function list(): Promise<string> {
  const known = await Promise.all(Object.entries(commands).map(async ([name, load]) => `  ${name.padEnd(10)}${(await load()).summary}`));
  return `npm run xudong -- <command> [--help]\n\n${known.join("\n")}`;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const sentence = startFailure(error);
  if (sentence === undefined) console.error(error);
  else console.error(`✘ ${sentence}`);
  process.exitCode = 1;
}
