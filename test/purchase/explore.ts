// Walks everything that can become of a purchase: every event in every state, until no new state is found.
import { begin, eventsOf, keyOf, realTables, step, type Event, type EventName, type Purchase, type Scenario, type Tables } from "./model.ts";
import { brokenPromise, brokenRest, brokenStep, isSettled } from "./promises.ts";

/** A broken promise with the shortest story that leads there. */
export type Complaint = { readonly says: string; readonly story: readonly EventName[] };

export type Exploration = {
  readonly events: readonly Event[];
  readonly states: readonly Purchase[];
  /** Steps that change something; every other pair of state and event was tried too. */
  readonly transitions: number;
  /** Where an event leads from a state: `next[state * events.length + event]`. */
  readonly next: Int32Array;
  readonly complaints: readonly Complaint[];
};

/** Follows every event from every state and asks for every promise on the way; gives up after some complaints. */
export function explore(scenario: Scenario, tables: Tables = realTables, { most = 3, without }: { most?: number; /** Events left aside, by name. */ without?: RegExp } = {}): Exploration {
  const events = eventsOf(scenario).filter(({ name }) => without?.test(name) !== true);
  const width = events.length;
  const first = begin(scenario);
  const states: Purchase[] = [first];
  const found = new Map([[keyOf(first), 0]]);
  const cameFrom: { state: number; event: number }[] = [{ state: -1, event: -1 }];
  const complaints: Complaint[] = [];
  let next = new Int32Array(1024 * width);
  let transitions = 0;

  const storyOf = (at: number): EventName[] => {
    const from = cameFrom[at];
    return from === undefined || from.state < 0 ? [] : [...storyOf(from.state), events[from.event]?.name ?? ""];
  };
  const complain = (says: string | undefined, story: () => readonly EventName[]) => {
    if (says !== undefined && complaints.length < most) complaints.push({ says, story: story() });
  };

  for (let at = 0; at < states.length && complaints.length < most; at++) {
    const state = states[at];
    if (state === undefined) break;
    const wrong = brokenPromise(state);
    complain(wrong, () => storyOf(at));
    if ((at + 1) * width > next.length) {
      const larger = new Int32Array(next.length * 2);
      larger.set(next);
      next = larger;
    }
    for (let e = 0; e < width; e++) {
      const event = events[e];
      if (event === undefined || wrong !== undefined) continue;
      const after = step(state, event, tables);
      let to = at;
      if (after !== state) {
        const key = keyOf(after);
        to = found.get(key) ?? -1;
        if (to < 0) {
          to = states.push(after) - 1;
          found.set(key, to);
          cameFrom.push({ state: at, event: e });
        }
      }
      next[at * width + e] = to;
      if (to === at) continue;
      transitions += 1;
      complain(brokenStep(state, after), () => [...storyOf(at), event.name]);
    }
  }
  const walked = { events, states, transitions, next: next.subarray(0, states.length * width), complaints };
  if (complaints.length === 0) for (const { says, at } of brokenProgress(walked)) complain(says, () => storyOf(at));
  return walked;
}

/**
 * Once news stops, only the house's own steps are left. They must lead to rest from everywhere (no circle, so no house
 * that is busy for ever), and every rest must be a good one. And from everywhere some news leads to a full settlement.
 */
function brokenProgress({ events, states, next }: Exploration): { says: string; at: number }[] {
  const width = events.length;
  const own = events.flatMap((event, e) => (event.isOwn ? [e] : []));
  const ownStepsFrom = (at: number) => own.map((e) => next[at * width + e] ?? at).filter((to) => to !== at);

  const wrong: { says: string; at: number }[] = [];
  const mark = new Uint8Array(states.length); // 1 while on the path, 2 once every path from here is known to end
  for (let start = 0; start < states.length; start++) {
    if (mark[start] !== 0) continue;
    const path: { at: number; left: number[] }[] = [];
    const enter = (at: number) => {
      const left = ownStepsFrom(at);
      const state = states[at];
      const unrest = left.length === 0 && state !== undefined ? brokenRest(state) : undefined;
      if (unrest !== undefined) wrong.push({ says: unrest, at });
      mark[at] = 1;
      path.push({ at, left });
    };
    enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const to = top.left.pop();
      if (to === undefined) mark[path.pop()?.at ?? 0] = 2;
      else if (mark[to] === 0) enter(to);
      else if (mark[to] === 1) wrong.push({ says: "without news the house goes in circles", at: to });
    }
  }

  // Backwards from every settled state: who is not reached can never be settled.
  const before: number[][] = states.map(() => []);
  next.forEach((to, at) => {
    const from = Math.floor(at / width);
    if (to !== from) before[to]?.push(from);
  });
  const reaches = new Uint8Array(states.length);
  const open = states.flatMap((state, at) => (isSettled(state) ? [at] : []));
  for (const at of open) reaches[at] = 1;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const from of before[at] ?? []) {
      if (reaches[from] === 1) continue;
      reaches[from] = 1;
      open.push(from);
    }
  }
  reaches.forEach((does, at) => {
    if (does === 0) wrong.push({ says: "O1: money came, and no news leads to a sale or a refund done", at });
  });
  return wrong;
}

/**
 * Walks every permutation of different events up to a length and compares the end of each with what its story tells:
 * every payment heard of is in the state's books, and in no other case is one. Counts them.
 */
export function walkPermutations({ events, states, next }: Exploration, length: number): { count: number; wrong: number } {
  const width = events.length;
  const bit = (at: number) => 1 << at;
  const paidBy = events.map(({ name }) => (/^\d (decided )?paid$/.test(name) ? bit(Number(name.charAt(0)) - 1) : 0));
  /** What an event tells of money in a state: nothing of an attempt that was not opened yet, or where no person is asked. */
  const tellsOf = Uint8Array.from(next, (_, of) => (paidBy[of % width] !== 0 && events[of % width]?.may(states[Math.floor(of / width)] as Purchase) ? (paidBy[of % width] ?? 0) : 0));
  const came = Uint8Array.from(states, ({ attempts }) => attempts.reduce((mask, { hasCome }, at) => mask | (hasCome ? bit(at) : 0), 0));
  const tells = (at: number, e: number, told: number) => told | (tellsOf[at * width + e] ?? 0);
  const follow = (at: number, e: number) => next[at * width + e] ?? -1;
  /** True where every event's end is as told, so that the last events of a story need not be tried again each time. */
  const isHonest = states.map((_, at) => events.every((_event, e) => came[follow(at, e)] === tells(at, e, came[at] ?? 0)));

  const used = new Uint8Array(width);
  let count = 0;
  let wrong = 0;
  const walk = (at: number, told: number, left: number): void => {
    if (left === 1 && isHonest[at] && told === came[at]) {
      count += width - (length - left);
      return;
    }
    for (let e = 0; e < width; e++) {
      if (used[e] === 1) continue;
      const to = follow(at, e);
      count += 1;
      if (came[to] !== tells(at, e, told)) wrong += 1;
      if (left === 1) continue;
      used[e] = 1;
      walk(to, tells(at, e, told), left - 1);
      used[e] = 0;
    }
  };
  walk(0, 0, length);
  return { count, wrong };
}
