import { createHash } from "node:crypto";
import { join } from "node:path";
import { paintedOf, rimOf } from "../drawings/motifs.ts";
import { rimSymbol } from "../drawings/rims.ts";
import type { ShareCard } from "../share-cards.ts";
import { root } from "./root.ts";

/** Draws a share card of 1200 × 630 as PNG; undefined where too many others wait. */
export type PaintCard = (card: ShareCard) => Promise<Buffer | undefined>;

/** Cards have some 60 kB. */
const mostKept = 300;
const mostWaiting = 12;
const [width, height] = [1200, 630];
const font = join(root, "site/fonts/be-vietnam-pro-600.ttf");

/**
 * Cards are drawn one at a time, off this process's only thread, and kept by what they show: a price that changes draws none
 * anew. Their letters come from our own font, so that no computer needs another.
 */
export function cardPainter(): PaintCard {
  const kept = new Map<string, Promise<Buffer>>();
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return async (card) => {
    const name = createHash("sha256").update(JSON.stringify(card)).digest("base64url");
    const known = kept.get(name);
    if (known !== undefined) {
      kept.delete(name);
      kept.set(name, known);
      return known;
    }
    if (waiting >= mostWaiting) return undefined;
    waiting += 1;
    const painting = last.then(() => paint(card)).finally(() => (waiting -= 1));
    last = painting.catch(() => undefined);
    kept.set(name, painting);
    painting.catch(() => kept.delete(name));
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return painting;
  };
}

const style =
  ".clay{fill:#fffefa}.well{fill:#f7f6ee}.band{fill:none;stroke:#1b3a6b;stroke-width:3}.ink{fill:#1b3a6b}.pale{fill:#1b3a6b;fill-opacity:.14}.deep,.deep-wash{fill:#1b3a6b;fill-opacity:.4}.accent{fill:#b3261e;fill-opacity:.88}.accent-ink{fill:#b3261e}";

/** Celadon, a band of glaze at the foot, and the plate at the right, as on the pages. */
const ground = ({ drawing }: ShareCard): string => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><style>${style}</style>
<defs>${rimSymbol(rimOf(drawing))}</defs>
<rect width="${width}" height="${height}" fill="#d9e6de"/><rect y="598" width="${width}" height="32" fill="#14294d"/><rect y="590" width="${width}" height="3" fill="#c98a2b"/>
<g transform="translate(712 85) scale(1.1)"><circle cx="206" cy="210" r="199" fill="#14233b" fill-opacity=".16"/><circle class="clay" cx="200" cy="200" r="199"/><circle class="well" cx="200" cy="200" r="150"/><circle class="band" cx="200" cy="200" r="195"/><circle class="band" cx="200" cy="200" r="154"/><use href="#rim-${rimOf(drawing)}" width="400" height="400"/>${paintedOf(drawing)}</g></svg>`;

async function paint(card: ShareCard): Promise<Buffer> {
  const { default: sharp } = await import("sharp"); // only where somebody asks for a card
  const line = async (text: string, size: number, colour: string, most: number) => {
    const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    const made = await sharp({ text: { text: `<span foreground="${colour}">${escaped}</span>`, font: `Be Vietnam Pro SemiBold, ${size}`, fontfile: font, rgba: true, width: 600, wrap: "word", spacing: Math.round(size / 5) } }).png().toBuffer({ resolveWithObject: true });
    return made.info.height > most ? undefined : { input: made.data, height: made.info.height };
  };
  const fitting = async (text: string, sizes: readonly number[], colour: string, most: number) => {
    for (const size of sizes) {
      const made = await line(text, size, colour, most);
      if (made !== undefined) return made;
    }
    return line(`${text.slice(0, 60)}…`, sizes.at(-1) ?? 30, colour, height);
  };
  const [above, title, below] = await Promise.all([
    fitting(card.above, [30], "#465364", 100),
    fitting(card.title, [72, 60, 50, 42], "#14233b", 300),
    fitting(card.below, [32, 26], "#1b3a6b", 100),
  ]);
  const parts = [above, title, below].filter((part) => part !== undefined);
  const gap = 28;
  let top = Math.round((590 - parts.reduce((sum, part) => sum + part.height, 0) - gap * (parts.length - 1)) / 2);
  const placed = parts.map((part) => {
    const at = { input: part.input, left: 72, top };
    top += part.height + gap;
    return at;
  });
  return sharp(Buffer.from(ground(card))).composite(placed).png({ compressionLevel: 9, palette: true, quality: 90 }).toBuffer();
}
