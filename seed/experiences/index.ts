import type { SampleListing } from "../sample.ts";
import { countrysideVisits } from "./countryside.ts";
import { craftVisits } from "./crafts.ts";
import { first } from "./first.ts";
import { heritageWalks } from "./heritage.ts";
import { kitchenVisits } from "./kitchens.ts";
import { orchardVisits } from "./orchards.ts";
import { stageVisits } from "./stage.ts";

/** Every sample experience, in the order in which they are put on show. */
export const experiences: readonly SampleListing[] = [...first, ...stageVisits, ...countrysideVisits, ...heritageWalks, ...craftVisits, ...kitchenVisits, ...orchardVisits];
