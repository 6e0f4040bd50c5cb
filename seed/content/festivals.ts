import type { LinkedPiece } from "@xudong/content";
import { autumn } from "./festivals/autumn.ts";
import { firstMonth } from "./festivals/first-month.ts";
import { harvest } from "./festivals/harvest.ts";
import { spring } from "./festivals/spring.ts";

/** Festivals of the year. Lunar days as sources give them; a year that organisers announced otherwise goes under `announced`. */
export const festivals: readonly LinkedPiece[] = [...firstMonth, ...spring, ...autumn, ...harvest];
