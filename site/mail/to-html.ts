import type { Locale } from "@xudong/domain";
import type { Block, Item, Sheet, Words } from "./blocks.ts";
import { colours, darkRules, type Colour } from "./colours.ts";
import { html, type Markup } from "./html.ts";

/** What stands around every mail. */
export type Frame = { name: string; home: string; locale: Locale; /** Said above all of it where everything is a sample. */ band: string | undefined };

const sans = "-apple-system, Segoe UI, Roboto, Noto Sans, Helvetica Neue, Arial, sans-serif";
const day = (name: Colour): string => colours[name][0];

/**
 * A mail as mail programs read it: tables, styles in place, nothing fetched from anywhere. It is 600 px wide at most and as narrow as
 * a phone; without its style sheet, which some programs throw away, it is the same by day.
 */
export function toHtml(sheet: Sheet, { name, home, locale, band }: Frame): string {
  return `<!doctype html>\n${html`<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${sheet.subject}</title><style>:root{color-scheme:light dark;supported-color-schemes:light dark}body{margin:0;padding:0}a{text-decoration:underline}@media(prefers-color-scheme:dark){${darkSheet}}@media(max-width:480px){.pad{padding-left:20px!important;padding-right:20px!important}.do{width:100%!important}.do a{display:block!important;text-align:center}}</style></head>
<body class="ground-paper" style="margin:0;padding:0;background-color:${day("paper")};">
<div style="display:none;max-height:0;overflow:hidden;">${sheet.glance}${padding}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="ground-paper" style="background-color:${day("paper")};"><tr><td align="center" style="padding:24px 12px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;">
<tr><td class="pad" style="padding:0 32px 16px;font-family:${sans};font-size:20px;line-height:28px;font-weight:600;"><a href="${home}" class="text-cobalt" style="color:${day("cobalt")};text-decoration:none;">${name}</a></td></tr>
${band === undefined ? undefined : html`<tr><td class="pad ground-ochre-wash text-ink edge-ochre" style="padding:10px 32px;background-color:${day("ochre-wash")};color:${day("ink")};border-left:4px solid ${day("ochre")};font-family:${sans};font-size:15px;line-height:23px;">${band}</td></tr>
<tr><td style="height:12px;font-size:0;line-height:0;">&nbsp;</td></tr>
`}<tr><td class="pad ground-card" style="padding:32px 32px 12px;background-color:${day("card")};border-radius:12px;">
${sheet.over === undefined ? undefined : html`<p class="text-ink-soft" style="margin:0 0 4px;${small}color:${day("ink-soft")};">${sheet.over}</p>
`}<h1 class="text-ink" style="margin:0 0 16px;font-family:${sans};font-size:24px;line-height:32px;font-weight:600;color:${day("ink")};">${spoken(sheet.title)}</h1>
${sheet.blocks.map((block) => painted(block))}</td></tr>
<tr><td class="pad" style="padding:20px 32px;">${sheet.foot.map((line) => html`<p class="text-ink-soft" style="margin:0 0 8px;font-family:${sans};font-size:14px;line-height:21px;color:${day("ink-soft")};">${line}</p>`)}</td></tr>
</table></td></tr></table></body></html>
`.toString()}`;
}

/** It is made of our own colours alone, whose names and values are in no need of escaping. */
const darkSheet = darkRules;

/** Keeps a list of mails from going on reading where the glance ends. */
const padding = html`&#8199;&#847;&#8199;&#847;&#8199;&#847;&#8199;&#847;&#8199;&#847;&#8199;&#847;&#8199;&#847;&#8199;&#847;&#8199;&#847;&#8199;&#847;`;

const spoken = (words: Words): Markup => (typeof words === "string" ? html`${words}` : html`<span lang="${words.lang}">${words.text}</span>`);

const body = `font-family:${sans};font-size:17px;line-height:27px;`;
const small = `font-family:${sans};font-size:15px;line-height:23px;`;

function painted(block: Block): Markup {
  switch (block.is) {
    case "text":
      return html`${block.words.map((words) => html`<p class="text-ink" style="margin:0 0 16px;${body}color:${day("ink")};">${spoken(words)}</p>`)}
`;
    case "heading":
      return html`<h2 class="text-ink" style="margin:12px 0 8px;font-family:${sans};font-size:18px;line-height:26px;font-weight:600;color:${day("ink")};">${spoken(block.words)}${block.mark === undefined ? undefined : html` <span class="text-ink-soft" style="font-size:14px;font-weight:400;white-space:nowrap;color:${day("ink-soft")};">(${block.mark})</span>`}</h2>
`;
    case "facts":
      return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="ground-celadon" style="margin:0 0 20px;background-color:${day("celadon")};border-radius:8px;">${block.facts.map(([label, value], at) => html`<tr><td style="padding:${at === 0 ? 14 : 2}px 18px ${at === block.facts.length - 1 ? 14 : 6}px;"><span class="text-ink-soft" style="display:block;${small}color:${day("ink-soft")};">${label}</span><span class="text-ink" style="display:block;${body}color:${day("ink")};">${spoken(value)}</span></td></tr>`)}</table>
`;
    case "items":
      return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 12px;">${block.items.map(itemRow)}</table>
`;
    case "sums":
      return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px;">${block.sums.map(([label, amount]) => sumRow(label, amount, "400"))}${block.total === undefined ? undefined : sumRow(block.total[0], block.total[1], "600")}</table>
`;
    case "action":
      return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" class="do" style="margin:4px 0 20px;"><tr><td class="ground-lychee" bgcolor="${day("lychee")}" style="border-radius:8px;background-color:${day("lychee")};"><a href="${block.url}" class="text-on-lychee" style="display:inline-block;padding:13px 26px;${body}font-weight:600;color:${day("on-lychee")};text-decoration:none;">${block.words}</a></td></tr></table>
`;
    case "links":
      return html`${block.links.map(({ words, url }) => html`<p style="margin:0 0 10px;${body}"><a href="${url}" class="text-cobalt" style="color:${day("cobalt")};">${words}</a></p>`)}
`;
    case "note":
      return html`${block.words.map((words) => html`<p class="text-ink-soft" style="margin:0 0 12px;${small}color:${day("ink-soft")};">${words}</p>`)}
`;
  }
}

const rule = (): string => `border-top:1px solid ${day("line")};`;

function itemRow({ title, under, amount }: Item): Markup {
  return html`<tr><td class="edge-line" style="padding:10px 12px 10px 0;${rule()}" valign="top"><span class="text-ink" style="display:block;${body}color:${day("ink")};">${spoken(title)}</span>${under.map((words) => html`<span class="text-ink-soft" style="display:block;${small}color:${day("ink-soft")};">${spoken(words)}</span>`)}</td>${amount === undefined ? undefined : html`<td class="edge-line text-ink" align="right" valign="top" style="padding:10px 0;${rule()}${body}white-space:nowrap;color:${day("ink")};">${amount}</td>`}</tr>`;
}

function sumRow(label: string, amount: string, weight: string): Markup {
  return html`<tr><td class="edge-line text-ink" style="padding:6px 12px 6px 0;${weight === "600" ? rule() : ""}${body}font-weight:${weight};color:${day("ink")};">${label}</td><td class="edge-line text-ink" align="right" style="padding:6px 0;${weight === "600" ? rule() : ""}${body}font-weight:${weight};white-space:nowrap;color:${day("ink")};">${amount}</td></tr>`;
}
