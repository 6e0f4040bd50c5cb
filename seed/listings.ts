import { experiences } from "./experiences/index.ts";
import { cakes } from "./goods/cakes.ts";
import { ceramics } from "./goods/ceramics.ts";
import { fruit } from "./goods/fruit.ts";
import type { SampleListing } from "./sample.ts";

export type { SampleListing } from "./sample.ts";
export type ListingKey = SampleListing["key"];

export const goods: readonly SampleListing[] = [...fruit, ...cakes, ...ceramics];

/** The sample listings of a demo, in the order in which they are put on show. */
export const listings: readonly SampleListing[] = [...goods, ...experiences];
