import { dab, dot, loop, painting, stroke, wash } from "./brush.ts";
import type { Rim } from "./rims.ts";

const drawn = {
  guava: { rim: "lotus", svg: painting({
    pale: [wash("150,170 190,158 228,180 240,225 222,272 180,292 138,274 118,230 126,192"), wash("243,168 276,160 300,182 304,216 288,246 258,254 236,236")],
    deep: [wash("204,176 232,200 236,236 216,272 184,288 204,256 214,222"), wash("284,176 302,204 296,236 268,252 284,222")],
    line: [
      loop("150,172 190,160 228,182 240,226 222,272 180,292 138,274 118,230 126,194", 9),
      stroke("246,172 276,162 300,184 304,218 288,246 256,254 240,240", 8),
      stroke("176,162 184,138 206,116 246,104 296,100", 10), stroke("262,164 258,140 262,106", 7),
      stroke("206,116 176,92 136,86 104,104 128,128 168,130 206,116", 7), stroke("110,104 146,106 196,115", 4), stroke("138,90 146,106 136,126", 3), stroke("160,90 170,109 162,129", 3),
      stroke("250,104 262,82 292,68 326,74 318,96 286,108 258,104", 7), stroke("262,98 290,88 320,78", 4),
      stroke("166,286 172,280 180,284 188,280 194,288", 5), stroke("142,206 136,230 146,254", 4), stroke("270,246 276,240 284,246", 4),
    ],
    accent: [wash("86,238 104,222 122,232 120,262 100,276 84,262")],
    accentLine: [dot(168, 150, 4)],
  }) },
} as const satisfies Record<string, { rim: Rim; svg: string }>;

export const motifs: Readonly<Record<string, { rim: Rim; svg: string }>> = drawn;
export const motifNames = Object.keys(drawn);

/** The motif as a symbol, to be drawn wherever a plate names it. */
export function symbolOf(name: string): string {
  const motif = motifs[name];
  return motif === undefined ? "" : `<symbol id="m-${name}" viewBox="0 0 400 400">${motif.svg}</symbol>`;
}

/** The border that a motif's plate has. */
export const rimOf = (name: string): Rim => motifs[name]?.rim ?? "waves";
