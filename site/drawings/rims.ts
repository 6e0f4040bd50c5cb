import { dab, stroke } from "./brush.ts";

/** The border of a plate tells what it shows: lotus for what grows, brick for what is baked, scroll for what is made by hand, waves for where one goes. */
export const rims = ["waves", "lotus", "scroll", "brick"] as const;
export type Rim = (typeof rims)[number];

/** What is painted in the middle of a plate, and the border that goes with it. */
export type Motif = { rim: Rim; svg: string };

const turns = (count: number, d: string) => {
  let all = "";
  for (let i = 0; i < count; i++) all += `<use href="#rp" transform="rotate(${Math.round((i * 36000) / count) / 100} 200 200)"/>`;
  return { d, all };
};

const patterns: Record<Rim, { count: number; d: string }> = {
  waves: { count: 18, d: stroke("172,35 180,18 194,16 202,27 196,33", 6) + stroke("186,38 200,36 216,30 228,34", 4) },
  lotus: { count: 16, d: stroke("168,38 176,22 200,12 224,22 232,38", 5) + stroke("184,38 190,28 200,22 210,28 216,38", 4) + dab(200, 38, 11, -90, 6) },
  scroll: { count: 12, d: stroke("146,31 166,17 186,20 190,32 180,36 174,29", 6) + stroke("188,22 214,37 234,36 250,27", 6) + dab(205, 27, 14, -60, 7) + dab(218, 27, 12, -20, 6) },
  brick: { count: 24, d: stroke("178,16 178,38", 6) + stroke("184,34 196,34 196,22 204,22", 4) },
};

/** The rims as symbols: one repeated figure each, turned round the plate. */
export function rimSymbol(rim: Rim): string {
  const { count, d } = patterns[rim];
  const { all } = turns(count, d);
  const uses = all.replaceAll("#rp", `#rp-${rim}`);
  return `<symbol id="rim-${rim}" viewBox="0 0 400 400"><defs><path id="rp-${rim}" class="ink" d="${d}"/></defs>${uses}</symbol>`;
}
