import { toStamp } from "./clock.ts";
import type { Control } from "./control.ts";
import { type ControlText, controlTexts } from "./control-text.ts";
import { noticeFaults } from "./faulty-notice.ts";
import { type Html, html } from "./html.ts";
import { apiFaults, ipnOrders, type Knobs, lapseWays, queryWays, refundWishes } from "./knobs.ts";
import { outcomeNames, reviewNames } from "./outcomes.ts";
import { frame, topOf } from "./pay-pages.ts";
import type { Locale } from "./pay-request.ts";
import { isLapsed, type Payment } from "./payment.ts";
import { type Refund, refundMoves } from "./refund.ts";
import { terminalStates } from "./terminal.ts";
import { amountWords, texts } from "./text.ts";

const rowsShown = 50;

/** What every part of the page is drawn from. */
interface Desk {
  readonly control: Control;
  readonly locale: Locale;
  readonly text: ControlText;
}

const options = (words: readonly string[], chosen: string): Html[] =>
  words.map((word) => html`<option${word === chosen && html` selected`}>${word}</option>`);

const when = (instant: number): string => toStamp(instant).replace(/^(....)(..)(..)(..)(..)(..)$/, "$4:$5:$6 $3/$2");

/** A form of this page: it says in which language to come back. */
const form = (locale: Locale, path: string, content: Html, more: Html | null = null): Html =>
  html`<form method="post" action="/control${path}"${more}><input type="hidden" name="lang" value="${locale}">${content}</form>`;

/** A small page for people; programs use the same addresses with JSON. */
export function controlPage(control: Control, locale: Locale, problem: string | null): string {
  const text = controlTexts[locale];
  const desk: Desk = { control, locale, text };
  return frame(texts[locale], text.title, html`${topOf(text.title, texts[locale], `/control?lang=${locale === "vn" ? "en" : "vn"}`)}
<p class="soft">${text.lead}</p>
${problem !== null && html`<p class="problem" role="alert">${problem}</p>`}
<div class="columns"><div>${clockSection(desk)}${terminalSection(desk)}</div><div>${knobSection(desk)}</div></div>
<div class="stack">${paymentSection(desk)}${refundSection(desk)}${deliverySection(desk)}</div>`, { isWide: true });
}

function clockSection({ control, locale, text }: Desk): Html {
  const { now, offsetMs } = control.clock();
  const by = `${offsetMs < 0 ? "−" : "+"}${duration(Math.round(Math.abs(offsetMs) / 1000))}`;
  return html`<section aria-labelledby="clock"><h2 id="clock">${text.clock}</h2>
<p><b>${text.inVietnam(when(Date.parse(now)))}</b>${offsetMs !== 0 && html`<br><span class="soft">${text.moved(by)}</span>`}</p>
${form(locale, "/clock", html`<button name="advanceMinutes" value="5">${text.minutes(5)}</button><button name="advanceMinutes" value="15">${text.minutes(15)}</button>
<button name="advanceMinutes" value="1440">${text.oneDay}</button><button name="offsetMs" value="0">${text.realTime}</button>`, html` class="row"`)}</section>`;
}

/** 1 d 02:03:04, the same in both languages. */
function duration(seconds: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  const days = Math.floor(seconds / 86_400);
  return `${days > 0 ? `${days} × 24:00:00 + ` : ""}${two((seconds % 86_400) / 3600)}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;
}

function terminalSection({ control, locale, text }: Desk): Html {
  const one = ({ tmnCode, ipnUrl, merchantName, state }: ReturnType<Control["terminals"]>[number]): Html => form(locale, `/terminals/${tmnCode}`, html`
<p><code>${tmnCode}</code> ${merchantName ?? ""}</p>
<label for="ipn-${tmnCode}">${text.ipnUrl}</label><input id="ipn-${tmnCode}" name="ipnUrl" type="url" value="${ipnUrl ?? ""}">
<div class="joined"><div><label for="state-${tmnCode}">${text.state}</label><select id="state-${tmnCode}" name="state">${options(terminalStates, state)}</select></div>
<button aria-label="${text.save}: ${tmnCode}">${text.save}</button></div>`);
  return html`<section aria-labelledby="terminals"><h2 id="terminals">${text.terminals}</h2>${control.terminals().map(one)}</section>`;
}

function knobSection(desk: Desk): Html {
  const { control, locale, text } = desk;
  const knobs = control.knobs();
  const choice = (name: "ipn" | "return" | "decide" | "lapse" | "refund" | "query" | "api", words: readonly string[]): Html =>
    html`<div><label for="${name}">${text.knobs[name]}</label><select id="${name}" name="${name}">${options(words, knobs[name])}</select></div>`;
  const number = (name: "ipnLateSeconds" | "apiDelayMs"): Html =>
    html`<div><label for="${name}">${text.knobs[name]}</label><input id="${name}" name="${name}" inputmode="numeric" value="${knobs[name]}"></div>`;
  const turn = form(locale, "/knobs", html`<div class="fields">
${choice("decide", ["by-hand", ...outcomeNames])}${choice("return", ["sent", "never"])}
${choice("ipn", ipnOrders)}${number("ipnLateSeconds")}
${choice("lapse", lapseWays)}${choice("refund", refundWishes)}
${choice("query", queryWays)}
${choice("api", apiFaults)}${number("apiDelayMs")}
<div class="wide"><label for="ref">${text.onlyFor}</label><input id="ref" name="txnRef" aria-describedby="ref-hint"><p class="soft" id="ref-hint">${text.onlyForHint}</p></div>
</div><button class="main">${text.set}</button>`);
  return html`<section aria-labelledby="knobs"><h2 id="knobs">${text.scenario}</h2>${turn}
<div class="row after">${form(locale, "/knobs/forget", html`<button>${text.usual}</button>`)}${form(locale, "/release", html`<button>${text.release}</button>`)}</div>
${turnedList(desk)}</section>`;
}

function turnedList({ control, locale, text }: Desk): Html | null {
  const turned = control.turnedRefs();
  if (turned.length === 0) return null;
  const forAll: Partial<Record<string, unknown>> = { ...control.knobs() };
  const words = (knobs: Partial<Knobs>): string =>
    Object.entries(knobs).filter(([name, value]) => value !== forAll[name]).map(([name, value]) => `${name} ${String(value)}`).join(", ") || "=";
  const one = ({ txnRef, knobs }: (typeof turned)[number]): Html => html`<li><code>${txnRef}</code> ${words(knobs)}
${form(locale, "/knobs/forget", html`<button name="txnRef" value="${txnRef}" aria-label="${text.forget}: ${txnRef}">${text.forget}</button>`)}</li>`;
  return html`<h3>${text.turnedRefs}</h3><ul class="turned">${turned.slice(0, rowsShown).map(one)}</ul>`;
}

function paymentSection(desk: Desk): Html {
  const { control, locale, text } = desk;
  const now = Date.parse(control.clock().now);
  const row = (payment: Payment): Row => [
    when(payment.openedAt),
    html`<code>${payment.txnRef}</code>${payment.command === "genqr" && html` <span class="tag">QR</span>`}<br>${payment.orderInfo}`,
    amountWords(payment.amount, locale),
    stateOf(payment, now, desk),
    paymentActions(payment, desk),
  ];
  return table("payments", text.payments, [text.opened, text.reference, text.amount, text.outcome, text.actions], control.payments().slice(0, rowsShown).map(row), text.noPayments);
}

function stateOf(payment: Payment, now: number, { locale, text }: Desk): Html {
  if (payment.outcome === null) return html`<span class="tag">${isLapsed(payment, now) ? text.lapsed : text.open}</span>`;
  return html`<span class="tag ${payment.outcome === "success" ? "good" : "bad"}">${texts[locale].outcomes[payment.outcome]}</span><br><code>${payment.responseCode}/${payment.transactionStatus}</code>`;
}

function paymentActions({ txnRef, token, outcome }: Payment, { locale, text }: Desk): Html {
  const base = `/payments/${encodeURIComponent(txnRef)}`;
  const first = outcome === null
    ? html`<p><a href="/paymentv2/pay/${token}?lang=${locale}">${text.openPage}</a></p>${form(locale, `${base}/outcome`, html`<select name="outcome" aria-label="${text.outcomeOf(txnRef)}">${options(outcomeNames, "success")}</select> <button>${text.decide}</button>`)}`
    : html`${outcome === "suspicious" && reviewForm(base, locale, text)}${form(locale, `${base}/ipn`, html`<button>${text.sendAgain}</button>`)}`;
  return html`${first}${form(locale, `${base}/ipn`, html`<select name="fault" aria-label="${text.faultOf(txnRef)}">${options(noticeFaults, "")}</select> <button>${text.sendFaulty}</button>`)}`;
}

const reviewForm = (base: string, locale: Locale, text: ControlText): Html =>
  form(locale, `${base}/review`, html`<p>${text.review}</p>${reviewNames.map((name) => html`<button name="review" value="${name}">${text.reviews[name]}</button> `)}`);

function refundSection({ control, locale, text }: Desk): Html {
  const button = (id: number) => (to: keyof typeof refundMoves): Html => form(locale, `/refunds/${id}`, html`<button name="status" value="${to}">${to} ${text.refundStates[to]}</button>`);
  const row = (refund: Refund & { txnRef: string }): Row => [
    when(refund.requestedAt),
    html`<code>${refund.txnRef}</code>`,
    amountWords(refund.amount, locale),
    `${refund.status} ${text.refundStates[refund.status]}`,
    refundMoves[refund.status].length === 0 ? text.final : html`${refundMoves[refund.status].map(button(refund.id))}`,
  ];
  return table("refunds", text.refunds, [text.asked, text.reference, text.amount, text.status, text.becomes], control.refunds().slice(0, rowsShown).map(row), text.noRefunds);
}

function deliverySection({ control, text }: Desk): Html {
  const rows = control.deliveries().slice(0, rowsShown).map((delivery): Row => [
    when(delivery.startedAt),
    html`<code>${delivery.txnRef ?? "-"}</code>`,
    text.call(delivery.kind, delivery.call),
    delivery.verdict,
    delivery.answer === null ? "" : html`<code class="long">${delivery.answer.slice(0, 200)}</code>`,
  ]);
  return table("deliveries", text.deliveries, [text.sent, text.reference, text.notice, text.verdict, text.answer], rows, text.noDeliveries);
}

type Row = readonly (string | Html)[];

/** Every cell knows its head, because on a phone a row becomes a list. */
function table(id: string, title: string, heads: readonly string[], rows: readonly Row[], nothing: string): Html {
  const drawn = (row: Row): Html => html`<tr>${row.map((cell, column) => html`<td data-label="${heads[column] ?? ""}">${cell}</td>`)}</tr>
`;
  const body = rows.length === 0 ? html`<p class="soft">${nothing}</p>`
    : html`<div class="scroll" tabindex="0" role="group" aria-labelledby="${id}"><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows.map(drawn)}</tbody></table></div>`;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${body}</section>`;
}
