// npm run xudong -- <command>: what the people who run the market do by hand.
import "./fast-imports.ts";

/** One command: gives back the exit code. */
export type Command = { help: string; run(args: readonly string[]): Promise<number> };

const commands: Readonly<Record<string, { summary: string; load: () => Promise<Command> }>> = {
  "create-admin": { summary: "make an administrator, or give one a link to choose a password", load: async () => (await import("./commands/create-admin.ts")).createAdmin },
  decide: { summary: "list what about money waits for a person, or write down what one decided", load: async () => (await import("./commands/decide.ts")).decide },
  doctor: { summary: "look whether all is well, and say what to do where it is not", load: async () => (await import("./commands/doctor.ts")).doctor },
  import: { summary: "bring in the country's provinces and communes, or those of a file", load: async () => (await import("./commands/import.ts")).importCommand },
  migrate: { summary: "bring the database to the shape this version needs", load: async () => (await import("./commands/migrate.ts")).migrateCommand },
  order: { summary: "tell everything that happened to one order", load: async () => (await import("./commands/order.ts")).order },
  reconcile: { summary: "ask the gateway now, and tell where its books and ours differ", load: async () => (await import("./commands/reconcile.ts")).reconcile },
};

async function main([name, ...args]: readonly string[]): Promise<number> {
  const wantsHelp = (word: string | undefined) => word === "--help" || word === "-h";
  if (name === undefined || wantsHelp(name)) {
    console.log(list());
    return name === undefined ? 2 : 0;
  }
  const known = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (known === undefined) {
    console.error(`There is no command "${name}".\n\n${list()}`);
    return 2;
  }
  const command = await known.load();
  if (args.some(wantsHelp)) {
    console.log(command.help);
    return 0;
  }
  return command.run(args);
}

function list(): string {
  const known = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(14)}${summary}`);
  return `npm run xudong -- <command> [--help]\n\n${known.join("\n")}`;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const { startFailure } = await import("./start-failure.ts");
  const sentence = startFailure(error);
  if (sentence === undefined) console.error(error);
  else console.error(`✘ ${sentence}`);
  process.exitCode = 1;
}
