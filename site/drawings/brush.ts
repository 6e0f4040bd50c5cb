/**
 * A Chu Đậu painter's brush, as arithmetic: a stroke swells in its middle, thins at its ends, and is broader
 * when it runs one way than the other. Motifs are noted as the points a hand would pass through, on a field of
 * 400 × 400; what comes out are filled SVG paths.
 */
type Point = readonly [x: number, y: number];

const read = (points: string): Point[] =>
  points.trim().split(/\s+/).map((pair) => {
    const [x = 0, y = 0] = pair.split(",").map(Number);
    return [x, y];
  });

/** The neighbour that gives a curve its direction at an end: round again where it is closed, else the end itself. */
function at(points: readonly Point[], i: number, isClosed: boolean): Point {
  const n = points.length;
  const index = isClosed ? (i + n) % n : Math.min(Math.max(i, 0), n - 1);
  return points[index] ?? [0, 0];
}

/** Points along a Catmull–Rom curve through `points`, `perSpan` for every stretch. */
function along(points: readonly Point[], perSpan: number, isClosed: boolean): Point[] {
  const spans = isClosed ? points.length : points.length - 1;
  const found: Point[] = [];
  for (let span = 0; span < spans; span++) {
    const [a, b, c, d] = [at(points, span - 1, isClosed), at(points, span, isClosed), at(points, span + 1, isClosed), at(points, span + 2, isClosed)];
    for (let step = 0; step < perSpan; step++) {
      const t = step / perSpan;
      const on = (k: 0 | 1) =>
        0.5 * (2 * b[k] + (c[k] - a[k]) * t + (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t * t + (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t * t * t);
      found.push([on(0), on(1)]);
    }
  }
  if (!isClosed) found.push(at(points, points.length - 1, false));
  return found;
}

/** A smooth path through points, in whole units and relative steps: short to send, and it packs well. */
function smooth(points: readonly Point[], isClosed: boolean): string {
  const whole = points.map(([x, y]): Point => [Math.round(x), Math.round(y)]);
  const [startX, startY] = at(whole, 0, isClosed);
  const handle = (i: number): Point => {
    const [before, here, after] = [at(whole, i - 1, isClosed), at(whole, i, isClosed), at(whole, i + 1, isClosed)];
    return [here[0] - (after[0] - before[0]) / 6, here[1] - (after[1] - before[1]) / 6];
  };
  let path = `M${startX} ${startY}`;
  let [x, y] = [startX, startY];
  for (let i = 1; i < whole.length + (isClosed ? 1 : 0); i++) {
    const [toX, toY] = at(whole, i, isClosed);
    const [hx, hy] = handle(i);
    const steps = [hx - x, hy - y, toX - x, toY - y].map(Math.round);
    if (i === 1) {
      const [ax, ay] = handle(0);
      path += "c" + [2 * startX - ax - x, 2 * startY - ay - y].map(Math.round).concat(steps).join(" ");
    } else path += "s" + steps.join(" ");
    [x, y] = [toX, toY];
  }
  return (path + (isClosed ? "z" : "")).replaceAll(" -", "-");
}

/** How heavily the brush lies when it moves in a direction: a broad stroke downward to the right, a hairline across it. */
const pressure = (dx: number, dy: number) => 0.62 + 0.38 * Math.abs(Math.sin(Math.atan2(dy, dx) - Math.PI / 5));

function painted(points: string, width: number, isClosed: boolean): string {
  const through = read(points);
  // a stroke of few points is filled in, or its swelling would have corners
  const spine = along(through, through.length > 4 ? 1 : through.length > 2 ? 2 : 3, isClosed);
  const left: Point[] = [];
  const right: Point[] = [];
  for (const [i, [x, y]] of spine.entries()) {
    const [before, after] = [at(spine, i - 1, isClosed), at(spine, i + 1, isClosed)];
    const [dx, dy] = [after[0] - before[0], after[1] - before[1]];
    const length = Math.hypot(dx, dy) || 1;
    const t = i / (spine.length - 1);
    const lift = isClosed ? 1 : 0.12 + 0.88 * Math.sin(Math.PI * Math.min(1, t * 0.94 + 0.05)) ** 0.6;
    const half = (width / 2) * pressure(dx, dy) * lift;
    left.push([x - (dy / length) * half, y + (dx / length) * half]);
    right.push([x + (dy / length) * half, y - (dx / length) * half]);
  }
  if (isClosed) return smooth(left, true) + smooth(right.reverse(), true);
  return smooth([...left, ...right.reverse()], true);
}

/** A stroke through the points: thin where it begins and ends. */
export const stroke = (points: string, width = 9): string => painted(points, width, false);

/** An outline that closes: uneven, never tapered. */
export const loop = (points: string, width = 8): string => painted(points, width, true);

/** A pool of thinned colour. */
export const wash = (points: string): string => smooth(read(points), true);

/** A dab of the brush's tip: a drop pointed at (x, y) and at its other end, `length` long towards `degrees`. */
export function dab(x: number, y: number, length: number, degrees: number, width = length * 0.42): string {
  const angle = (degrees * Math.PI) / 180;
  const step = (ahead: number, aside: number) => `${Math.round(ahead * Math.cos(angle) - aside * Math.sin(angle))} ${Math.round(ahead * Math.sin(angle) + aside * Math.cos(angle))}`;
  return `M${Math.round(x)} ${Math.round(y)}q${step(length * 0.6, width)} ${step(length, 0)}q${step(-length * 0.4, -width)} ${step(-length, 0)}z`.replaceAll(" -", "-");
}

/** A full round dot, a little out of true. */
export const dot = (x: number, y: number, r: number): string => `M${x - r} ${y}a${r} ${Math.round(r * 0.94)} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0-${2 * r} 0z`;

/** One motif: four inks, from the palest to the accent. The page's stylesheet says what colour each is. */
export function painting(inks: { pale?: readonly string[]; deep?: readonly string[]; line: readonly string[]; accent?: readonly string[]; accentLine?: readonly string[] }): string {
  const layer = (ink: string, paths: readonly string[] | undefined) => (paths === undefined || paths.length === 0 ? "" : `<path class="${ink}" d="${paths.join("")}"/>`);
  return layer("pale", inks.pale) + layer("deep", inks.deep) + layer("accent", inks.accent) + layer("ink", inks.line) + layer("accent-ink", inks.accentLine);
}
