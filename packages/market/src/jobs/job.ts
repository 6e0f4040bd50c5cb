/** Work that nobody asks for: it is due because time has passed, or because something was written that has a sequel. */
export type Job = {
  /** Also the name of its turn, and in the audit of who did it: "job.lapse". */
  name: string;
  /** How often it looks whether something is due, in milliseconds of the wall clock. */
  everyMs: number;
  /** A cheap look that writes nothing: an idle market must not keep a disk busy. */
  isDue(): Promise<boolean>;
  /** Does what is due in small steps, each kept by itself, and each right by itself where another process does the same. */
  work(turn: Turn): Promise<void>;
};

/** What a job holds while it works. It only spares two processes the same work: what is right, the rows decide. */
export type Turn = {
  /** Asked before each step. False once another process may have the turn, or this one stops: nothing more is begun. */
  goesOn(): Promise<boolean>;
  /** Counts what was done, for whoever reads the report. */
  did(things: number): void;
};

/** What came of looking after one job once. */
export type JobReport = {
  name: string;
  done: number;
  /** Another process has the turn and does the work. */
  isElsewhere: boolean;
  /** What went wrong; whatever was done before stays done, and what is left is still due. */
  fault?: unknown;
};

export type Pieces = {
  /** The ids of what is due, the longest due first. */
  next(limit: number): Promise<readonly string[]>;
  /** Does one; false where there was nothing to do (any more). */
  one(id: string): Promise<boolean>;
  /** How many are done side by side; for work that waits for others. */
  lanes?: number;
};

const piecesAtOnce = 100;
/** So many faults in a row are no longer a matter of single pieces. */
const mostFaults = 20;

/**
 * Work that is done piece by piece, until all that is due has been looked at. A piece that fails, or has nothing to do, is
 * left aside until the next look, and one that failed comes last then, whatever its age: it holds up nothing behind it.
 *
 * The work throws what its pieces threw, once the others are done.
 */
export function workOff({ next, one, lanes = 1 }: Pieces): Job["work"] {
  /** What failed when it was last tried, the longest ago first. Another process learns it for itself. */
  const failed = new Set<string>();

  /** What is to be tried now: all that is due and has not failed before, and after that whatever has. */
  async function nextOf(left: ReadonlySet<string>): Promise<readonly string[]> {
    const limit = piecesAtOnce + left.size + failed.size;
    const due = await next(limit);
    const open = new Set(due.filter((id) => !left.has(id)));
    const fresh = [...open].filter((id) => !failed.has(id));
    if (fresh.length > 0) return fresh;
    // All that is due is in sight: whatever failed and is not there was seen to by somebody else.
    for (const id of failed) if (!open.has(id) && !left.has(id)) failed.delete(id);
    return [...failed].filter((id) => open.has(id));
  }

  return async (turn) => {
    const left = new Set<string>();
    const faults: unknown[] = [];
    let inARow = 0;
    let goesOn = true;
    const work = async (id: string) => {
      goesOn &&= inARow < mostFaults && (await turn.goesOn());
      if (!goesOn) return;
      try {
        if (await one(id)) turn.did(1);
        else left.add(id);
        failed.delete(id);
        inARow = 0;
      } catch (error) {
        left.add(id);
        failed.delete(id);
        failed.add(id); // behind those that failed before it
        faults.push(error);
        inARow += 1;
      }
    };
    while (goesOn) {
      const due = await nextOf(left);
      if (due.length === 0) break;
      await inLanes(lanes, due, work);
    }
    throwAll(faults);
  };
}

/**
 * So many side by side, each taking the next when it has done one: a slow one holds up nobody but its lane, and one that
 * fails holds up nobody.
 *
 * @throws what they threw, once all are done
 */
export async function inLanes<T>(lanes: number, things: readonly T[], work: (thing: T) => Promise<void>): Promise<void> {
  const faults: unknown[] = [];
  const waiting = things.values();
  const lane = async () => {
    for (const thing of waiting) await work(thing).catch((fault: unknown) => faults.push(fault));
  };
  await Promise.all(Array.from({ length: Math.min(lanes, things.length) }, lane));
  throwAll(faults);
}

function throwAll(faults: readonly unknown[]): void {
  if (faults.length > 1) throw new AggregateError(faults, `${faults.length} pieces of work failed, the first with the cause below`, { cause: faults[0] });
  if (faults.length === 1) throw faults[0];
}
