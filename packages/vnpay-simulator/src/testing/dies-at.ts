// A simulator for one test: it is the real program, and kills itself right after a given number of durable writes.
//
//   node dies-at.ts COMMITS [--flags of the program]
//
// COMMITS 0 never dies. The parent may ask for the number of writes so far, and set another end: that many writes from then.
import { Books } from "../books.ts";

const [, , commits = "0", ...flags] = process.argv;
let lastCommit = Number(commits);
let counted = 0;
let isTogether = false;

/** Counts one write that has reached the disk (the books are `synchronous = full`), and dies if it was the last one. */
function committed(): void {
  counted += 1;
  if (counted === lastCommit) process.kill(process.pid, "SIGKILL");
}

const { run, rows, together } = Books.prototype;

Books.prototype.run = function (sql, ...values) {
  const result = run.call(this, sql, ...values);
  if (!isTogether) committed();
  return result;
};

Books.prototype.rows = function <Row>(sql: string, ...values: Parameters<typeof rows>[1][]): Row[] {
  const result = rows.call(this, sql, ...values) as Row[];
  if (!isTogether && /^\s*(insert|update|delete)/i.test(sql)) committed();
  return result;
};

Books.prototype.together = function <Result>(work: () => Result): Result {
  isTogether = true;
  let result: Result;
  try {
    result = together.call(this, work) as Result;
  } finally {
    isTogether = false;
  }
  committed();
  return result;
};

process.on("message", ({ diesAfter }: { diesAfter?: number }) => {
  if (diesAfter !== undefined) lastCommit = counted + diesAfter;
  process.send?.({ counted });
});
process.argv.splice(2, process.argv.length, ...flags);
await import("../main.ts");
