import { motifNames } from "./drawings/motifs.ts";

type Drawn = { picture?: { drawing: string } | undefined };

/** The drawings that things on a page need, each that the house has. */
export function drawingsOf(...things: readonly (readonly Drawn[])[]): string[] {
  return things.flat().flatMap(({ picture }) => (picture !== undefined && motifNames.includes(picture.drawing) ? [picture.drawing] : []));
}
