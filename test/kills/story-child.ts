// Tells the story in a process of its own, and kills itself (SIGKILL) at the moment it was given.
import { openStore, type Store } from "@xudong/database";
import { aTeller, tellStory, type Memory, type StorySpec } from "./story.ts";

/**
 * When to die: right after or right before the n-th durable commit, or with the n-th question to the gateway not yet
 * sent, or answered and the answer not yet written down.
 */
export type Death = { when: "after" | "before" | "calling" | "called"; at: number };
export type Order = { spec: StorySpec; memory: Memory; death?: Death };

/** What a telling that was not killed says at its end. */
export type Told = { commits: number; calls: number };

/** A death between a step's last commit and its word to us loses the word; so does one between commit and answer. */
function die(): never {
  process.kill(process.pid, "SIGKILL");
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

/** A store whose n-th commit is the last thing this process does, or the first thing it does not. */
function mortal(store: Store, death: Death | undefined, counted: Told): Store {
  return {
    ...store,
    async write(fn) {
      let mine = 0;
      const value = await store.write(async (tx) => {
        const result = await fn(tx);
        mine ||= counted.commits += 1;
        if (death?.when === "before" && death.at === mine) die();
        return result;
      });
      if (death?.when === "after" && death.at === mine) die();
      return value;
    },
  };
}

async function tell({ spec, memory, death }: Order): Promise<void> {
  const counted: Told = { commits: 0, calls: 0 };
  const store = await openStore(spec.databaseUrl, { durable: false, connections: 4 });
  const callOut: typeof fetch = async (...asked) => {
    const mine = (counted.calls += 1);
    if (death?.when === "calling" && death.at === mine) die();
    const answer = await fetch(...asked);
    if (death?.when === "called" && death.at === mine) die();
    return answer;
  };
  const teller = await aTeller(spec, mortal(store, death, counted), callOut);
  await tellStory(spec, teller, memory, (step, result) => process.send?.({ step, result }));
  await teller.close();
  await store.close();
  process.send?.({ told: counted });
  process.disconnect();
}

process.once("message", (order) => {
  tell(order as Order).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
process.send?.({ ready: true });
