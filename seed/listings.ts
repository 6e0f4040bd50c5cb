import { experiences } from "./experiences/index.ts";
import { cakes } from "./goods/cakes.ts";
import { ceramics } from "./goods/ceramics.ts";
import { crafts } from "./goods/crafts.ts";
import { drinks } from "./goods/drinks.ts";
import { food } from "./goods/food.ts";
import { fruit } from "./goods/fruit.ts";
import { vegetables } from "./goods/vegetables.ts";
import type { SampleListing } from "./sample.ts";

export type { SampleListing } from "./sample.ts";
export type ListingKey = SampleListing["key"];

/** The sample goods, one of each kind in turn, so that a first page shows the whole market. */
export const goods: readonly SampleListing[] = inTurn([fruit, cakes, ceramics, food, crafts, vegetables, drinks]);

/** The sample listings of a demo, in the order in which they are put on show. */
export const listings: readonly SampleListing[] = [...goods, ...experiences];

function inTurn<Thing>(kinds: readonly (readonly Thing[])[]): Thing[] {
  const longest = Math.max(...kinds.map((kind) => kind.length));
  return Array.from({ length: longest }, (_, turn) => kinds.flatMap((kind) => kind.slice(turn, turn + 1))).flat();
}
