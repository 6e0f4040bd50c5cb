import { stroke, wash } from "./brush.ts";
import { paintedOf } from "./motifs.ts";

/**
 * The province as a Chu Đậu jar's belly, unrolled: hills in the north, villages, the river and its boats. It is one file
 * that every page shares, so it knows its own colours, by day and by lamplight.
 */
const width = 2400;
const ground = 262;

/** Who stands where along the scroll: the middle of each, how large, and how far above the ground its foot is. */
const stands: readonly (readonly [drawing: string, x: number, scale: number, up?: number])[] = [
  ["sweet-gum", 90, 0.5, 34],
  ["pine-steps", 262, 0.78],
  ["scholar-gate", 486, 0.66],
  ["lychee-tree", 672, 0.8],
  ["kiln", 858, 0.52],
  ["temple", 1034, 0.68],
  ["lychee-tree", 1194, 0.5],
  ["bicycle", 1310, 0.46],
  ["boat-storks", 1500, 0.86, -8],
  ["dragon-boat", 1762, 0.7, -14],
  ["ruoi-net", 1968, 0.56, -4],
  ["rice", 2130, 0.6],
  ["church", 2290, 0.72],
];

const hills = [
  wash(`0,${ground} 40,176 130,120 210,150 300,88 420,150 520,182 640,210 760,${ground}`),
  wash(`700,${ground} 820,214 960,190 1080,214 1190,200 1300,236 1380,${ground}`),
  wash(`1960,${ground} 2060,220 2180,206 2300,190 2420,216 2440,${ground}`),
];
const water = Array.from({ length: 26 }, (_, i) => {
  const [x, y] = [1360 + ((i * 277) % 700), ground + 4 + ((i * 13) % 30)];
  return stroke(`${x},${y} ${x + 22},${y - 5} ${x + 44},${y + 1} ${x + 66},${y - 4} ${x + 84},${y}`, 4);
});
const soil = [[0, 620], [600, 1360], [2010, 2420]].map(([from = 0, to = 0]) => stroke(`${from},${ground + 4} ${(from * 2 + to) / 3},${ground} ${(from + to * 2) / 3},${ground + 5} ${to},${ground + 2}`, 5));
const grass = Array.from({ length: 30 }, (_, i) => {
  const x = i < 20 ? 20 + ((i * 193) % 1310) : 2030 + ((i * 97) % 360);
  const y = ground + 10 + ((i * 7) % 18);
  return stroke(`${x},${y} ${x + 5},${y - 8} ${x + 12},${y - 11}`, 3) + stroke(`${x + 2},${y} ${x - 3},${y - 6} ${x - 9},${y - 8}`, 3);
});

const place = ([drawing, x, scale, up = 0]: (typeof stands)[number]) => `<g transform="translate(${x - 200 * scale} ${ground - up - 316 * scale}) scale(${scale})">${paintedOf(drawing)}</g>`;

/** The scroll as an SVG file. */
export const scrollSvg = (): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 300">
<style>.ink{fill:#1b3a6b}.pale{fill:#1b3a6b;fill-opacity:.14}.deep{fill:#1b3a6b;fill-opacity:.4}.accent{fill:#b3261e;fill-opacity:.88}.accent-ink{fill:#b3261e}.hill{fill:#1b3a6b;fill-opacity:.07}
@media(prefers-color-scheme:dark){.ink,.pale,.deep,.hill{fill:#93b6ea}.accent,.accent-ink{fill:#e8776c}}</style>
<path class="hill" d="${hills.join("")}"/><path class="ink" d="${soil.join("")}${grass.join("")}${water.join("")}"/>
${stands.map(place).join("\n")}
</svg>`;
