// npm run soak: the large numbers, for as many minutes as there are. `node soak/run.ts --help` says more.
import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { databaseNames, makeDatabases, type DatabaseName, type Databases } from "./databases.ts";
import { parts, type Part } from "./parts.ts";

const help = `npm run soak [minutes]                  tests with large numbers and seeds of their own, 10 minutes unless said
npm run soak 60                         long enough for most of the full figures
npm run soak -- 20 --only kills,churn   only some parts; "fuzz" is notices and calls
npm run soak -- --database sqlite       only one database (sqlite or postgres)
npm run soak -- --seed N                the same seeds again, as a failure names them

The parts take turns:
${parts.map(({ name, what, full, unit, leastMinutes }) => `  ${name.padEnd(14)}${what}${leastMinutes === undefined ? "" : `, from ${leastMinutes} min on`}${full > 1 ? ` (${full.toLocaleString("en")} ${unit} on each database)` : ""}`).join("\n")}

Each turn prints its seed. It ends with the figures, and with code 1 where something broke.`;

type Wish = { minutes: number; only: readonly Part[]; /** Left to longer soaks. */ later: readonly Part[]; names: readonly DatabaseName[]; seed: number };

/** What was done of a part on a database so far. */
type Sum = { part: Part; name: DatabaseName; count: number; turns: number; words: string[]; seconds: number };

function readWish(args: readonly string[]): Wish | string {
  const { values, positionals } = parseArgs({ args: [...args], options: { only: { type: "string" }, seed: { type: "string" }, database: { type: "string" }, help: { type: "boolean", short: "h" } }, allowPositionals: true, strict: false });
  const known = Object.keys(values).find((name) => !["only", "seed", "database", "help"].includes(name));
  if (values["help"] === true) return help;
  if (known !== undefined) return `There is no --${known}: npm run soak -- --help says what there is.`;
  const [given = "10", more] = positionals;
  const minutes = Number(given);
  if (more !== undefined || !(minutes > 0 && minutes <= 24 * 60)) return `"${more ?? given}" is no number of minutes: npm run soak 10.`;
  const usual = parts.filter(({ leastMinutes = 0 }) => minutes >= leastMinutes);
  const words = (values["only"] === undefined ? usual.map(({ name }) => name) : String(values["only"]).split(",")).flatMap((word) => (word.trim() === "fuzz" ? ["notices", "calls"] : [word.trim()]));
  const stranger = words.find((word) => !parts.some(({ name }) => name === word));
  if (stranger !== undefined) return `There is no part "${stranger}": ${parts.map(({ name }) => name).join(", ")}.`;
  const names = databaseNames.filter((name) => values["database"] === undefined || name === values["database"]);
  if (names.length === 0) return `There is no database "${String(values["database"])}": ${databaseNames.join(", ")}.`;
  const seed = values["seed"] === undefined ? randomInt(2 ** 31) : Number(values["seed"]);
  if (!Number.isSafeInteger(seed) || seed < 0) return `"${String(values["seed"])}" is no seed: a whole number.`;
  const later = values["only"] === undefined ? parts.filter((part) => !usual.includes(part)) : [];
  return { minutes, only: parts.filter(({ name }) => words.includes(name)), later, names, seed };
}

const called: { readonly [D in DatabaseName]: string } = { sqlite: "SQLite", postgres: "PostgreSQL" };
const ms = (seconds: number) => seconds * 1000;
/** Turns after the first are no shorter than this, so that a part gets somewhere, and none is longer, so that each gets its turn. */
const [shortestTurn, longestTurn] = [ms(15), ms(240)];

const sharesOf = (sums: readonly Sum[]) => sums.reduce((all, { part }) => all + part.share, 0);

/** Of the first round: the least that a part can do something with, and its share of what the others do not need for theirs. */
function firstTurn(toCome: readonly Sum[], left: number): number {
  const [next] = toCome;
  if (next === undefined) return 0;
  const leasts = ms(toCome.reduce((all, { part }) => all + part.least, 0));
  return ms(next.part.least) * Math.min(1, left / leasts) + (Math.max(0, left - leasts) * next.part.share) / sharesOf(toCome);
}

async function soak({ minutes, only, later, names, seed }: Wish): Promise<number> {
  const began = Date.now();
  const until = began + ms(60 * minutes);
  console.log(`Soaking for ${minutes} min, seed ${seed}: ${only.map(({ name }) => name).join(", ")}, on ${names.map((name) => called[name]).join(" and ")}`);
  const databases = await makeDatabases(names);
  const sums: Sum[] = only.flatMap((part) => names.map((name): Sum => ({ part, name, count: 0, turns: 0, words: [], seconds: 0 })));
  const broken: string[] = [];
  const memory: number[] = [];
  try {
    for (let round = 0; Date.now() < until; round++) {
      const open = sums.filter(({ part, count }) => count < part.full);
      if (open.length === 0) break;
      for (const [at, sum] of open.entries()) {
        const left = until - Date.now();
        if (left <= 0) break;
        const mine = round === 0 ? firstTurn(open.slice(at), left) : ((until - began) * sum.part.share) / sharesOf(sums);
        const turn = Math.min(Math.max(mine, round === 0 ? 0 : shortestTurn), longestTurn, left);
        const fault = await takeTurn(databases, sum, (seed + round * 1_000_003) % 2 ** 31, Date.now() + turn, until);
        if (fault !== undefined) broken.push(fault);
      }
      memory.push(heapMegabytes());
      if (broken.length > 0) break;
    }
  } finally {
    await databases.close();
  }
  return tell(sums, broken, memory, { began, minutes, later });
}

/** Lets a part do what it can until its turn is over; gives what broke, with the command that breaks it again. */
async function takeTurn(databases: Databases, sum: Sum, seed: number, until: number, hardUntil: number): Promise<string | undefined> {
  const { part, name } = sum;
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  console.log(`… ${part.name} on ${called[name]}, seed ${seed}, for ${Math.round((until - began) / 1000)} s`);
  const waiting = setInterval(() => console.log(`… still ${part.name} on ${called[name]} (${seconds()} s)`), ms(60));
  waiting.unref();
  try {
    const { count, words } = await part.run({ fresh: () => databases.fresh(name), seed, most: part.full - sum.count, until: Math.min(until, hardUntil) });
    sum.count += count;
    sum.turns += 1;
    sum.words.push(words);
    sum.seconds += seconds();
    console.log(`${count > 0 ? "✔" : "–"} ${part.name} on ${called[name]}, seed ${seed}: ${count.toLocaleString("en")} ${part.unit} (${words}) in ${seconds()} s`);
    return undefined;
  } catch (error) {
    const command = `npm run soak -- ${Math.max(2, Math.ceil((Date.now() - began) / ms(60)) + 1)} --only ${part.name} --database ${name} --seed ${seed}`;
    console.log(`✘ ${part.name} on ${called[name]}, seed ${seed}, broke after ${seconds()} s:`);
    console.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    if (error instanceof AggregateError) for (const each of error.errors.slice(0, 3)) console.log(each);
    console.log(`  Again: ${command}`);
    return `${part.name} on ${called[name]}: ${command}`;
  } finally {
    clearInterval(waiting);
  }
}

/** What is in use once all that could be let go has been. */
function heapMegabytes(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  collect();
  return Math.round(process.memoryUsage().heapUsed / 1e6);
}

/** The first round loads and compiles; from then on nothing may pile up. */
const mayGrowMegabytes = 40;

function tell(sums: readonly Sum[], broken: string[], memory: readonly number[], { began, minutes, later }: { began: number; minutes: number; later: readonly Part[] }): number {
  console.log("");
  const hasBroken = ({ part, name }: Sum) => broken.some((line) => line.startsWith(`${part.name} on ${called[name]}`));
  // A turn that came to nothing has looked at nothing either.
  const unseen = sums.filter((sum) => sum.count === 0 && !hasBroken(sum));
  for (const sum of sums) {
    const { part, name, count, turns, seconds } = sum;
    if (unseen.includes(sum)) console.log(`  ${part.name.padEnd(14)}${called[name].padEnd(12)}no time for it`);
    else console.log(`  ${part.name.padEnd(14)}${called[name].padEnd(12)}${count.toLocaleString("en").padStart(10)} ${part.unit.padEnd(13)}${seconds} s in ${turns} ${turns === 1 ? "turn" : "turns"}: ${part.what}`);
  }
  const [first = 0] = memory;
  const last = memory.at(-1) ?? 0;
  if (memory.length > 1) console.log(`  memory after each round: ${memory.join(", ")} MB`);
  if (memory.length > 1 && last > first + mayGrowMegabytes) broken.push(`memory grew from ${first} to ${last} MB over ${memory.length} rounds`);
  console.log(`${Math.round((Date.now() - began) / 1000)} s in all.`);
  for (const line of broken) console.log(`✘ ${line}`);
  const missing = unseen.map(({ part, name }) => `${part.name} on ${called[name]}`).join(", ");
  const notLookedAt = `not looked at in ${minutes} ${minutes === 1 ? "minute" : "minutes"}: ${missing}; give it more: npm run soak ${Math.max(10, Math.ceil(minutes * 2))}`;
  if (broken.length > 0) console.log("✘ Something broke: the commands above show it again; please add the seed to its test.");
  else if (unseen.length === sums.length) console.log("✘ Nothing was looked at.");
  else if (unseen.length > 0) console.log("– Nothing broke in the parts that had a turn. The others are no pass.");
  else console.log("✔ Nothing was lost, doubled, oversold or stuck, and nothing hostile got through.");
  if (unseen.length > 0) console.log(`– ${notLookedAt}`);
  for (const { name, leastMinutes } of later) console.log(`– not part of ${minutes} ${minutes === 1 ? "minute" : "minutes"}: ${name}, from npm run soak ${leastMinutes} on`);
  return broken.length > 0 || unseen.length === sums.length ? 1 : 0;
}

const wish = readWish(process.argv.slice(2));
if (typeof wish === "string") {
  (wish === help ? console.log : console.error)(wish);
  process.exitCode = wish === help ? 0 : 2;
} else {
  process.exitCode = await soak(wish);
}
