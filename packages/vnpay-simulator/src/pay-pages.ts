import { banks } from "./banks.ts";
import { toStamp } from "./clock.ts";
import { isMethod } from "./decide-payment.ts";
import { type Html, html } from "./html.ts";
import { outcomeNames, outcomes } from "./outcomes.ts";
import type { Locale, PayRefusal } from "./pay-request.ts";
import type { Payment } from "./payment.ts";
import { type TestCard, testCards } from "./test-cards.ts";
import { amountWords, type Text, texts } from "./text.ts";

/** What every page about one payment needs to be drawn. */
export interface Scene {
  readonly payment: Payment;
  readonly merchantName: string;
  readonly locale: Locale;
  readonly now: number;
}

/** What the card form holds when it is drawn again or filled by a test card. */
export interface CardEntry {
  readonly number: string;
  readonly holder: string;
  readonly date: string;
  readonly cvv: string;
}

export const emptyCard: CardEntry = { number: "", holder: "", date: "", cvv: "" };

/** The frame of every page: the banner says first what this is. */
export function frame(text: Text, title: string, content: Html): string {
  return html`<!doctype html>
<html lang="${text.lang}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${text.banner}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/assets/simulator.css"><script src="/assets/countdown.js" defer></script>
</head>
<body>
<header><p class="banner">${text.banner}</p></header>
<main>${content}</main>
</body>
</html>`.text;
}

/** Links inside one payment keep the language the customer chose. */
export const payPath = ({ payment, locale }: Scene, step = "", more = ""): string =>
  `/paymentv2/pay/${payment.token}${step}?lang=${locale}${more}`;

function scenePage(scene: Scene, title: string, content: Html): string {
  const text = texts[scene.locale];
  const other: Locale = scene.locale === "vn" ? "en" : "vn";
  return frame(text, title, html`
<div class="top"><h1>${title}</h1><p><a href="${payPath({ ...scene, locale: other })}" lang="${texts[other].lang}" hreflang="${texts[other].lang}">${text.otherLanguage}</a></p></div>
<div class="columns"><div>${orderSection(scene)}</div><div>${content}</div></div>`);
}

function orderSection({ payment, merchantName, locale, now }: Scene): Html {
  const text = texts[locale];
  return html`<section aria-label="${text.order}">
<dl>
<div class="wide"><dt>${text.amount}</dt><dd class="amount">${amountWords(payment.amount, locale)}</dd></div>
<div class="wide"><dt>${text.order}</dt><dd>${payment.orderInfo}</dd></div>
<div class="wide"><dt>${text.merchant}</dt><dd>${merchantName}</dd></div>
<div><dt>${text.reference}</dt><dd>${payment.txnRef}</dd></div>
<div><dt>${text.terminal}</dt><dd>${payment.tmnCode}</dd></div>
</dl>
${payment.outcome === null && deadline(payment, text, now)}
</section>`;
}

function deadline(payment: Payment, text: Text, now: number): Html {
  const seconds = Math.max(0, Math.round((payment.expireAt - now) / 1000));
  const [, year = "", month = "", day = "", time = ""] = /^(....)(..)(..)(....)/.exec(toStamp(payment.expireAt)) ?? [];
  const at = `${time.slice(0, 2)}:${time.slice(2)}, ${day}/${month}/${year}`;
  const [before = "", after = ""] = text.deadline(at, "\n").split("\n");
  const words = text.left(Math.floor(seconds / 60), seconds % 60);
  const pattern = words.replace(/\d+/, "{m}").replace(/\d+/, "{s}");
  return html`<p class="deadline">${before}<span role="timer" data-seconds-left="${seconds}" data-words="${pattern}" data-over="${text.timeIsUp}">${words}</span>${after}</p>`;
}

/** The first page: choose how to pay, or, as a developer, how it shall end. */
export function payPage(scene: Scene): string {
  const text = texts[scene.locale];
  const { fixedBankCode } = scene.payment;
  const content = fixedBankCode === null ? methodSection(scene)
    : fixedBankCode === "VNPAYQR" ? qrSection(scene, "outcome-qr")
    : fixedBankCode === "VNBANK" ? bankSection(scene)
    : cardSection(scene, isMethod(fixedBankCode) ? null : fixedBankCode, emptyCard, null);
  return scenePage(scene, text.payTitle, html`${content}${cancelLink(scene)}${trySection(scene)}`);
}

function methodSection(scene: Scene): Html {
  const text = texts[scene.locale];
  const steps = { VNPAYQR: "/qr", VNBANK: "/bank", INTCARD: "/card" } as const;
  const choice = (method: keyof typeof steps): Html => {
    const [name, hint] = text.methods[method];
    return html`<li><a href="${payPath(scene, steps[method], method === "INTCARD" ? "&bank=INTCARD" : "")}" data-method="${method}"><b>${name}</b>${hint}</a></li>`;
  };
  return html`<section aria-labelledby="methods"><h2 id="methods">${text.chooseMethod}</h2>
<ul class="choices single">${choice("VNPAYQR")}${choice("VNBANK")}${choice("INTCARD")}</ul></section>`;
}

const cancelLink = (scene: Scene): Html =>
  html`<p><a class="button" href="${payPath(scene, "/cancel")}">${texts[scene.locale].cancel}</a></p>`;

function trySection(scene: Scene): Html {
  const text = texts[scene.locale];
  const button = (name: (typeof outcomeNames)[number]): Html =>
    html`<button name="outcome" value="${name}"${name === "success" && html` class="main"`}>${text.outcomes[name]}<code>${outcomes[name].responseCode}/${outcomes[name].transactionStatus}</code></button>`;
  return html`<section class="try" aria-labelledby="try"><h2 id="try">${text.tryTitle}</h2><p class="soft">${text.tryHint}</p>
<form method="post" action="${payPath(scene, "/outcome")}" class="outcomes">${outcomeNames.map(button)}</form></section>`;
}

export function qrPage(scene: Scene): string {
  return scenePage(scene, texts[scene.locale].qrTitle, html`${qrSection(scene, "outcome")}${stepBack(scene)}`);
}

/** On the first page the developer's box already has the one `button[name=outcome]` for success, so there this one posts elsewhere. */
function qrSection(scene: Scene, field: "outcome" | "outcome-qr"): Html {
  const text = texts[scene.locale];
  return html`<section aria-labelledby="qr"><h2 id="qr">${text.methods.VNPAYQR[0]}</h2><p>${text.qrHint}</p>
<form method="post" action="${payPath(scene, field === "outcome" ? "/outcome" : "/qr")}"><button class="main" name="${field}" value="success">${text.qrPaid}</button></form></section>`;
}

export function bankPage(scene: Scene): string {
  return scenePage(scene, texts[scene.locale].chooseBank, html`${bankSection(scene)}${stepBack(scene)}`);
}

function bankSection(scene: Scene): Html {
  const choices = banks.map(({ code, name }) => html`<li><a href="${payPath(scene, "/card", `&bank=${code}`)}" data-bank="${code}"><b>${code}</b>${name}</a></li>`);
  return html`<section aria-labelledby="banks"><h2 id="banks">${texts[scene.locale].methods.VNBANK[0]}</h2><ul class="choices">${choices}</ul></section>`;
}

export type CardProblem = "cardUnknown" | "cardMismatch" | "cardExpired";

export function cardPage(scene: Scene, bank: string | null, entry: CardEntry, problem: CardProblem | null): string {
  return scenePage(scene, texts[scene.locale].cardTitle, html`${cardSection(scene, bank, entry, problem)}${stepBack(scene)}`);
}

/** `bank` is null for an international card, where the customer names no bank. */
function cardSection(scene: Scene, bank: string | null, entry: CardEntry, problem: CardProblem | null): Html {
  const text = texts[scene.locale];
  const kind = bank === null ? "international" : "domestic";
  const query = `&bank=${encodeURIComponent(bank ?? "INTCARD")}`;
  const fill = (card: TestCard): Html =>
    html`<li><a href="${payPath(scene, "/card", `${query}&fill=${card.number}`)}" data-card="${card.number}"><b>${card.number}</b>${card.bank} · ${card.after === "refused_on_form" ? text.cardRefused : text.outcomes[card.outcome]}${card.after === "password" && html` · OTP ${card.otp}`}</a></li>`;
  return html`<section aria-labelledby="card"><h2 id="card">${bank ?? text.methods.INTCARD[0]}</h2>
${problem !== null && html`<p class="problem" role="alert">${text[problem]}</p>`}
<form method="post" action="${payPath(scene, "/card", query)}" autocomplete="off">
<label for="number">${text.cardNumber}</label><input id="number" name="number" inputmode="numeric" maxlength="23" required value="${entry.number}">
<label for="holder">${text.cardHolder}</label><input id="holder" name="holder" maxlength="60" required value="${entry.holder}">
<div class="fields"><div><label for="date">${bank === null ? text.cardDateForeign : text.cardDate}</label><input id="date" name="date" maxlength="5" required value="${entry.date}"></div>
${bank === null && html`<div><label for="cvv">${text.cvv}</label><input id="cvv" name="cvv" inputmode="numeric" maxlength="4" required value="${entry.cvv}"></div>`}</div>
<button class="main">${text.goOn}</button></form></section>
<section aria-labelledby="fill"><h2 id="fill">${text.fillTitle}</h2><p class="soft">${text.fillHint}</p>
<ul class="choices">${testCards.filter((card) => card.kind === kind).map(fill)}</ul></section>`;
}

export function otpPage(scene: Scene, card: TestCard, isWrong: boolean): string {
  const text = texts[scene.locale];
  return scenePage(scene, text.otpTitle, html`<section aria-label="${text.otpTitle}">
${isWrong && html`<p class="problem" role="alert">${text.otpWrong}</p>`}
<form method="post" action="${payPath(scene, "/otp")}" autocomplete="off">
<label for="otp">${text.otp}</label><input id="otp" name="otp" autocomplete="one-time-code" maxlength="20" required aria-describedby="otp-hint">
<p class="soft" id="otp-hint">${text.otpHint(card.otp)}</p>
<button class="main">${text.confirm}</button></form></section>${cancelLink(scene)}`);
}

export function cancelPage(scene: Scene): string {
  const text = texts[scene.locale];
  return scenePage(scene, text.cancelTitle, html`<section aria-label="${text.cancel}"><p>${text.cancelQuestion}</p>
<form method="post" action="${payPath(scene, "/outcome")}" class="row"><button class="main" name="outcome" value="cancel">${text.cancelYes}</button>
<a class="button" href="${payPath(scene)}">${text.back}</a></form></section>`);
}

const stepBack = (scene: Scene): Html =>
  html`<p class="row"><a class="button" href="${payPath(scene)}">${texts[scene.locale].back}</a><a class="button" href="${payPath(scene, "/cancel")}">${texts[scene.locale].cancel}</a></p>`;

/** Shown when a decided payment's page is opened again. */
export function endedPage(scene: Scene, returnAddress: string): string {
  const text = texts[scene.locale];
  const { outcome, responseCode, transactionStatus } = scene.payment;
  return scenePage(scene, text.endedTitle, html`<section aria-label="${text.endedTitle}">
<p><b>${outcome === null ? "" : text.outcomes[outcome]}</b> <code>${responseCode ?? ""}/${transactionStatus ?? ""}</code></p><p>${text.ended}</p>
<p><a class="button" href="${returnAddress}" rel="noreferrer">${text.toMerchant}</a></p></section>`);
}

export function tabClosedPage(scene: Scene): string {
  const text = texts[scene.locale];
  return scenePage(scene, text.tabClosedTitle, html`<section aria-label="${text.tabClosedTitle}"><p>${text.tabClosed}</p></section>`);
}

/** The error page speaks both languages at once: a refused request has no language we could trust. */
export function errorPage(code: PayRefusal | "99"): string {
  const part = (text: Text): Html => html`<section lang="${text.lang}"><h2>${text.errorTitle}</h2><p>${text.errors[code]}</p><p class="soft">${text.errorSilence}</p></section>`;
  return frame(texts.vn, `Lỗi ${code}`, html`<h1>Lỗi <span lang="en">/ Error</span> ${code}</h1><div class="halves">${part(texts.vn)}${part(texts.en)}</div>`);
}

export function notFoundPage(): string {
  const part = (text: Text): Html => html`<section lang="${text.lang}"><h2>${text.notFoundTitle}</h2><p>${text.notFound}</p></section>`;
  return frame(texts.vn, "404", html`<h1>404</h1><div class="halves">${part(texts.vn)}${part(texts.en)}</div>`);
}
