import { textOf, type Block, type Sheet } from "./blocks.ts";
import { oneLine } from "./html.ts";
import type { Frame } from "./to-html.ts";

/**
 * The same mail in plain words: what a watch reads out, and who wants no HTML. Every line is made one line at the end, so that
 * nothing in it can look like another.
 */
export function toText(sheet: Sheet, { name, home, band }: Frame): string {
  const parts = [[name], ...(band === undefined ? [] : [[`* ${band}`]]), [...(sheet.over === undefined ? [] : [sheet.over]), textOf(sheet.title).toLocaleUpperCase("vi")], ...sheet.blocks.flatMap(spelled), ["--"], ...sheet.foot.map((line) => [line]), [home]];
  return `${parts.map((lines) => lines.map(indented).join("\n")).join("\n\n")}\n`;
}

const indented = (line: string): string => `${/^ */.exec(line)?.[0] ?? ""}${oneLine(line)}`;

/** A block as paragraphs of lines. */
function spelled(block: Block): string[][] {
  switch (block.is) {
    case "text":
      return block.words.map((words) => [textOf(words)]);
    case "heading":
      return [[`${textOf(block.words)}${block.mark === undefined ? "" : ` (${block.mark})`}`]];
    case "facts":
      return [block.facts.map(([label, value]) => `${label}: ${textOf(value)}`)];
    case "items":
      return [block.items.flatMap(({ title, under, amount }) => [`- ${textOf(title)}${amount === undefined ? "" : `: ${amount}`}`, ...under.map((words) => `  ${textOf(words)}`)])];
    case "sums":
      return [[...block.sums, ...(block.total === undefined ? [] : [block.total])].map(([label, amount]) => `${label}: ${amount}`)];
    case "action":
      return [[`${block.words}:`, block.url]];
    case "links":
      return block.links.map(({ words, url }) => [`${words}:`, url]);
    case "note":
      return block.words.map((words) => [words]);
  }
}
