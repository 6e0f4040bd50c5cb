import { toStamp } from "./clock.ts";
import type { Control } from "./control.ts";
import { noticeFaults } from "./faulty-notice.ts";
import { type Html, html } from "./html.ts";
import { apiFaults, ipnOrders } from "./knobs.ts";
import { outcomeNames } from "./outcomes.ts";
import { frame } from "./pay-pages.ts";
import type { Payment } from "./payment.ts";
import { type Refund, refundMoves } from "./refund.ts";
import { amountWords, texts } from "./text.ts";

const rowsShown = 50;

const options = (words: readonly string[], chosen: string): Html[] =>
  words.map((word) => html`<option${word === chosen && html` selected`}>${word}</option>`);

const when = (instant: number): string => toStamp(instant).replace(/^(....)(..)(..)(..)(..)(..)$/, "$4:$5:$6 $3/$2");

/** A small page for people; programs use the same addresses with JSON. */
export function controlPage(control: Control, problem: string | null): string {
  return frame(texts.en, "Simulator control", html`<h1>Simulator control</h1>
${problem !== null && html`<p class="problem" role="alert">${problem}</p>`}
<div class="columns"><div>${clockSection(control)}</div><div>${knobSection(control)}</div></div>
<div class="stack">${paymentSection(control)}${refundSection(control)}${deliverySection(control)}</div>`);
}

function clockSection(control: Control): Html {
  const { now, offsetMs } = control.clock();
  return html`<section aria-labelledby="clock"><h2 id="clock">Clock</h2>
<p>${when(Date.parse(now))} in Vietnam${offsetMs !== 0 && html`, moved by ${Math.round(offsetMs / 1000)} s`}</p>
<form method="post" action="/control/clock" class="row">
<button name="advanceMinutes" value="5">+ 5 min</button><button name="advanceMinutes" value="15">+ 15 min</button>
<button name="advanceMinutes" value="1440">+ 1 day</button><button name="offsetMs" value="0">Real time</button></form></section>`;
}

function knobSection(control: Control): Html {
  const knobs = control.knobs();
  return html`<section aria-labelledby="knobs"><h2 id="knobs">Scenario</h2><form method="post" action="/control/knobs">
<div class="fields">
<div><label for="ipn">IPN</label><select id="ipn" name="ipn">${options(ipnOrders, knobs.ipn)}</select></div>
<div><label for="late">Seconds late</label><input id="late" name="ipnLateSeconds" inputmode="numeric" value="${knobs.ipnLateSeconds}"></div>
<div><label for="return">Return</label><select id="return" name="return">${options(["sent", "never"], knobs.return)}</select></div>
<div><label for="decide">Outcome</label><select id="decide" name="decide">${options(["by-hand", ...outcomeNames], knobs.decide)}</select></div>
<div><label for="api">querydr and refund</label><select id="api" name="api">${options(apiFaults, knobs.api)}</select></div>
<div><label for="ref">Only for vnp_TxnRef</label><input id="ref" name="txnRef" aria-describedby="ref-hint"></div>
</div><p class="soft" id="ref-hint">Without a reference it holds for every payment.</p><button class="main">Set</button></form></section>`;
}

function paymentSection(control: Control): Html {
  const row = (payment: Payment): Html => html`<tr><td>${when(payment.openedAt)}</td><td><code>${payment.txnRef}</code><br>${payment.orderInfo}</td>
<td>${amountWords(payment.amount, "en")}</td><td>${payment.outcome ?? "open"} ${payment.responseCode}</td><td>${paymentActions(payment)}</td></tr>`;
  return table("payments", "Payments", ["Opened", "Reference", "Amount", "Outcome", "Do"], control.payments().slice(0, rowsShown).map(row), "No shop has sent a customer yet.");
}

function paymentActions({ txnRef, outcome }: Payment): Html {
  const base = `/control/payments/${encodeURIComponent(txnRef)}`;
  const first = outcome === null
    ? html`<form method="post" action="${base}/outcome"><select name="outcome" aria-label="Outcome of ${txnRef}">${options(outcomeNames, "success")}</select> <button>Decide</button></form>`
    : html`<form method="post" action="${base}/ipn"><button>Send IPN again</button></form>`;
  return html`${first}<form method="post" action="${base}/ipn"><select name="fault" aria-label="Fault for ${txnRef}">${options(noticeFaults, "")}</select> <button>Send faulty IPN</button></form>`;
}

function refundSection(control: Control): Html {
  const button = (id: number, to: string): Html => html`<form method="post" action="/control/refunds/${id}"><button name="status" value="${to}">${to}</button></form>`;
  const row = (refund: Refund & { txnRef: string }): Html => html`<tr><td>${when(refund.requestedAt)}</td><td><code>${refund.txnRef}</code></td>
<td>${amountWords(refund.amount, "en")}</td><td>${refund.status}</td><td>${refundMoves[refund.status].map((to) => button(refund.id, to))}</td></tr>`;
  return table("refunds", "Refunds", ["Asked", "Reference", "Amount", "Status", "Becomes"], control.refunds().slice(0, rowsShown).map(row), "None.");
}

function deliverySection(control: Control): Html {
  const rows = control.deliveries().slice(0, rowsShown).map((delivery) => html`<tr><td>${when(delivery.startedAt)}</td><td><code>${delivery.txnRef ?? "-"}</code></td>
<td>${delivery.kind}, call ${delivery.call}</td><td>${delivery.verdict}</td><td><code>${(delivery.answer ?? "").slice(0, 200)}</code></td></tr>`);
  return table("deliveries", "IPN calls", ["Sent", "Reference", "Notice", "Verdict", "Answer"], rows, "None yet.");
}

function table(id: string, title: string, heads: readonly string[], rows: readonly Html[], nothing: string): Html {
  const body = rows.length === 0 ? html`<p class="soft">${nothing}</p>`
    : html`<div class="scroll" tabindex="0" role="group" aria-labelledby="${id}"><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${body}</section>`;
}
