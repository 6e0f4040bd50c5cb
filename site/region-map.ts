/** A commune on the map: where its middle is, how much there is, what to say of it, where it leads. */
export type MapUnit = { code: string; short: string; centre: readonly [lat: number, lon: number]; weight: number; words: string; href: string | undefined };

export type MapDot = { unit: MapUnit; x: number; y: number; r: number; isHere: boolean; hasName: boolean; side: 1 | -1 };

const margin = { x: 96, y: 44 };
const across = 720;
const kilometresPerDegree = 111.2;

/** Places communes on a sheet, north up, true to scale; the heaviest, and the one spoken of, are named where there is room. */
export function regionMap(units: readonly MapUnit[], { here, names }: { here?: string | undefined; names: number }): { dots: readonly MapDot[]; width: number; height: number; scale: number } {
  if (units.length === 0) return { dots: [], width: across, height: across / 2, scale: 0 };
  const [lats, lons] = [units.map(({ centre }) => centre[0]), units.map(({ centre }) => centre[1])];
  const [south, north, west, east] = [Math.min(...lats), Math.max(...lats), Math.min(...lons), Math.max(...lons)];
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const perDegree = (across - 2 * margin.x) / Math.max((east - west) * shrink, (north - south) * 0.9, 0.05);
  const height = Math.round((north - south) * perDegree + 2 * margin.y);
  const middle = (across - 2 * margin.x - (east - west) * shrink * perDegree) / 2;
  const round = (value: number) => Math.round(value * 10) / 10;
  const dots = units.map((unit): MapDot => {
    const x = round(margin.x + middle + (unit.centre[1] - west) * shrink * perDegree);
    return { unit, x, y: round(margin.y + (north - unit.centre[0]) * perDegree), r: round(5 + 2.4 * Math.sqrt(unit.weight)), isHere: unit.code === here, hasName: false, side: x > across * 0.62 ? -1 : 1 };
  });
  const taken: [number, number, number, number][] = [];
  const order = dots.toSorted((a, b) => Number(b.isHere) - Number(a.isHere) || b.unit.weight - a.unit.weight);
  for (const dot of order.slice(0, Math.max(names, here === undefined ? 0 : 1))) {
    const tried = new Set<number>();
    const sides = [dot.side, dot.side === 1 ? -1 : 1] as const;
    for (const side of dot.isHere ? ([...sides, dot.side] as const) : sides) {
      const length = dot.unit.short.length * 8.6 + 4;
      const from = side === 1 ? dot.x + dot.r + 4 : dot.x - dot.r - 4 - length;
      const box: [number, number, number, number] = [from, dot.y - 10, from + length, dot.y + 10];
      const isFree = !taken.some(([l, t, r, b]) => box[0] < r && box[2] > l && box[1] < b && box[3] > t) && !dots.some((other) => other !== dot && other.x + other.r > box[0] && other.x - other.r < box[2] && Math.abs(other.y - dot.y) < 8 + other.r);
      // The one spoken of is named in any case, and where there is room if there is.
      const isLast = dot.isHere && dot.side === side && tried.has(side);
      tried.add(side);
      if (!isFree && !isLast) continue;
      Object.assign(dot, { hasName: true, side });
      taken.push(box);
      break;
    }
  }
  return { dots, width: across, height, scale: Math.round((10 / kilometresPerDegree) * perDegree) };
}
