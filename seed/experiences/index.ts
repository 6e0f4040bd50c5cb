import type { SampleListing } from "../sample.ts";
import { first } from "./first.ts";

/** Every sample experience, in the order in which they are put on show. */
export const experiences: readonly SampleListing[] = [...first];
