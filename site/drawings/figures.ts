import { dab, loop, stroke, wash } from "./brush.ts";

/** Figures that several motifs are made of. */

/** A leaf between two points with its rib, as one turn of the brush on each side. */
export function leaf(x1: number, y1: number, x2: number, y2: number, belly: number, width = 6, hasRib = true): { line: string; wash: string } {
  const [mx, my] = [(x1 + x2) / 2, (y1 + y2) / 2];
  const length = Math.hypot(x2 - x1, y2 - y1);
  const [nx, ny] = [(-(y2 - y1) / length) * belly, ((x2 - x1) / length) * belly];
  const [ux, uy] = [mx + nx, my + ny];
  const [lx, ly] = [mx - nx * 0.8, my - ny * 0.8];
  return {
    line: stroke(`${x1},${y1} ${ux},${uy} ${x2},${y2}`, width) + stroke(`${x1},${y1} ${lx},${ly} ${x2},${y2}`, width * 0.8) + (hasRib ? stroke(`${x1},${y1} ${mx + nx * 0.1},${my + ny * 0.1} ${x1 + (x2 - x1) * 0.86},${y1 + (y2 - y1) * 0.86}`, width * 0.5) : ""),
    wash: wash(`${x1},${y1} ${ux},${uy} ${x2},${y2} ${mx},${my}`),
  };
}

/** A round outline, a little out of true. */
export const ring = (x: number, y: number, r: number, width = 7): string => loop(`${x},${y - r} ${x + r * 0.87},${y - r * 0.5} ${x + r * 0.88},${y + r * 0.5} ${x},${y + r} ${x - r * 0.88},${y + r * 0.48} ${x - r * 0.86},${y - r * 0.5}`, width);

/** A lying oval's outline: the mouth of a jar, a bowl's rim, a tray. */
export const rimmed = (x: number, y: number, rx: number, ry: number, width = 6): string => loop(`${x},${y - ry} ${x + rx * 0.72},${y - ry * 0.7} ${x + rx},${y} ${x + rx * 0.72},${y + ry * 0.7} ${x},${y + ry} ${x - rx * 0.72},${y + ry * 0.7} ${x - rx},${y} ${x - rx * 0.72},${y - ry * 0.7}`, width);

/** A lying oval filled with one colour. */
export const pool = (x: number, y: number, rx: number, ry: number): string => `M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0-${2 * rx} 0z`;

/** The shaded side of something round. */
export const shade = (x: number, y: number, r: number): string => wash(`${x + r * 0.35},${y - r * 0.75} ${x + r * 0.85},${y - r * 0.2} ${x + r * 0.8},${y + r * 0.45} ${x + r * 0.2},${y + r * 0.9} ${x - r * 0.25},${y + r * 0.88} ${x + r * 0.35},${y + r * 0.45} ${x + r * 0.5},${y - r * 0.1}`);

/** A flat shape with corners. */
export const sheet = (points: string): string => `M${points.trim().split(/\s+/).join("L").replaceAll(",", " ")}z`;

/** Straight edges between points, one stroke each. */
export function edges(points: string, width = 6, isClosed = true): string {
  const corners = points.trim().split(/\s+/);
  return (isClosed ? [...corners, corners[0] ?? ""] : corners).slice(1).map((to, i) => stroke(`${corners[i]} ${to}`, width)).join("");
}

/** Steam or smoke that rises from a point. */
export const steam = (x: number, y: number): string => stroke(`${x},${y} ${x - 9},${y - 14} ${x + 4},${y - 28} ${x - 5},${y - 44}`, 5);

/** A small flower of five dabs round a point. */
export const flower = (x: number, y: number, length = 18): string => [-90, -18, 54, 126, 198].map((turn) => dab(x, y, length, turn, length * 0.6)).join("");
