import type { LinkedPiece } from "@xudong/content";
import { seasonGuides } from "./guides/seasons.ts";
import { wayGuides } from "./guides/ways.ts";

/** Things worth knowing before one comes or buys. */
export const guides: readonly LinkedPiece[] = [...seasonGuides, ...wayGuides];
