import { bankNamed, banks } from "./banks.ts";
import { toStamp } from "./clock.ts";
import { isMethod } from "./decide-payment.ts";
import { type Html, html } from "./html.ts";
import { outcomeNames, outcomes } from "./outcomes.ts";
import type { Locale, PayRefusal, Wrong } from "./pay-request.ts";
import type { Payment } from "./payment.ts";
import { type TestCard, testCards } from "./test-cards.ts";
import { amountWords, type Text, texts, wrongWords } from "./text.ts";

/** What every page about one payment needs to be drawn. */
export interface Scene {
  readonly payment: Payment;
  readonly merchantName: string;
  readonly locale: Locale;
  readonly now: number;
  readonly place: Place;
}

/** The steps a customer may be at besides the first page and its end. */
export const steps = ["/qr", "/bank", "/card", "/otp"] as const;

/** Where the customer is, so that another language, or a cancel thought better of, leads back to the same step. */
export interface Place {
  readonly step: (typeof steps)[number] | "";
  /** The bank whose card form is open. */
  readonly bank: string | undefined;
  readonly isCancelling: boolean;
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
export function frame(text: Text, title: string, content: Html, more: { readonly head?: Html; readonly isWide?: boolean } = {}): string {
  return html`<!doctype html>
<html lang="${text.lang}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${text.banner}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/assets/simulator.css"><script src="/assets/simulator.js" defer></script>
${more.head ?? null}</head>
<body>
<header class="banner"><p>${text.banner}</p></header>
<main${more.isWide === true && html` class="wide-page"`}>${content}</main>
</body>
</html>`.text;
}

/** A title with the other language beside it. */
export const topOf = (title: string, text: Text, otherPath: string): Html => html`
<div class="top"><h1>${title}</h1><p><a class="language" href="${otherPath}" lang="${text.otherLang}" hreflang="${text.otherLang}">${text.otherLanguage}</a></p></div>`;

/** Links inside one payment keep the language the customer chose. */
export const payPath = ({ payment, locale }: Scene, step = "", more = ""): string =>
  `/paymentv2/pay/${payment.token}${step}?lang=${locale}${more}`;

const bankQuery = ({ bank }: Place): string => (bank === undefined ? "" : `&bank=${encodeURIComponent(bank)}`);

/** The step the customer is at, or was at before thinking of cancelling. */
const stepPath = (scene: Scene): string => payPath(scene, scene.place.step, bankQuery(scene.place));

const cancelPath = (scene: Scene): string =>
  payPath(scene, "/cancel", scene.place.step === "" ? "" : `&from=${scene.place.step.slice(1)}${bankQuery(scene.place)}`);

const placePath = (scene: Scene): string => (scene.place.isCancelling ? cancelPath(scene) : stepPath(scene));

function scenePage(scene: Scene, title: string, content: Html): string {
  const { payment, locale } = scene;
  const text = texts[locale];
  const isOpen = payment.outcome === null;
  return frame(text, title, html`${topOf(title, text, placePath({ ...scene, locale: locale === "vn" ? "en" : "vn" }))}
<div class="columns"><div>${orderSection(scene)}</div><div>${content}</div></div>${isOpen && !scene.place.isCancelling && cancelDialog(scene)}`, { head: isOpen ? leaveInTime(scene) : html`` });
}

function orderSection({ payment, merchantName, locale, now }: Scene): Html {
  const text = texts[locale];
  return html`<section class="order" aria-label="${text.order}">
<dl>
<div class="wide"><dt>${text.amount}</dt><dd class="amount">${amountWords(payment.amount, locale)}</dd></div>
<div class="wide"><dt>${text.order}</dt><dd>${payment.orderInfo}</dd></div>
<div><dt>${text.merchant}</dt><dd>${merchantName}</dd></div>
<div><dt>${text.terminal}</dt><dd>${payment.tmnCode}</dd></div>
<div class="wide"><dt>${text.reference}</dt><dd>${payment.txnRef}</dd></div>
</dl>
${payment.outcome === null && deadline(payment, text, now)}
</section>`;
}

const timeIsUpPath = "/paymentv2/Payment/Error.html?code=15";

/** Rounded up, so that whoever is sent away at zero is really late. */
const secondsLeft = (payment: Payment, now: number): number => Math.max(0, Math.ceil((payment.expireAt - now) / 1000));

/** Without script the browser itself leaves when the time is up; a day is as far as anybody waits. */
function leaveInTime({ payment, now }: Scene): Html {
  const seconds = secondsLeft(payment, now);
  return seconds > 24 * 3600 ? html`` : html`<noscript><meta http-equiv="refresh" content="${seconds};url=${timeIsUpPath}"></noscript>
`;
}

function deadline(payment: Payment, text: Text, now: number): Html {
  const seconds = secondsLeft(payment, now);
  const [, year = "", month = "", day = "", time = ""] = /^(....)(..)(..)(....)/.exec(toStamp(payment.expireAt)) ?? [];
  const at = `${time.slice(0, 2)}:${time.slice(2)}, ${day}/${month}/${year}`;
  const words = text.left(Math.floor(seconds / 60), seconds % 60);
  const pattern = words.replace(/\d+/, "{m}").replace(/\d+/, "{s}");
  return html`<p class="deadline">${text.timeLeft} <b role="timer" data-seconds-left="${seconds}" data-words="${pattern}" data-over="${text.timeIsUp}" data-over-path="${timeIsUpPath}">${words}</b><br><span class="soft">${text.payBefore(at)}</span></p>`;
}

/** The first page: choose how to pay, or, as a developer, how it shall end. */
export function payPage(scene: Scene): string {
  const text = texts[scene.locale];
  const { fixedBankCode } = scene.payment;
  const hasForm = fixedBankCode !== null && fixedBankCode !== "VNPAYQR" && fixedBankCode !== "VNBANK";
  const content = fixedBankCode === null ? methodSection(scene)
    : fixedBankCode === "VNPAYQR" ? qrSection(scene, "outcome-qr")
    : fixedBankCode === "VNBANK" ? bankSection(scene)
    : cardSection(scene, isMethod(fixedBankCode) ? null : fixedBankCode, emptyCard, null);
  return scenePage(scene, text.payTitle, html`${content}${!hasForm && html`<p>${cancelLink(scene)}</p>`}${trySection(scene)}`);
}

const firstSteps = { VNPAYQR: "/qr", VNBANK: "/bank", INTCARD: "/card" } as const;

const icon = (shape: Html): Html => html`<svg viewBox="0 0 24 24" width="28" height="28" fill="none" stroke="currentColor" stroke-width="1.75" aria-hidden="true">${shape}</svg>`;

const icons: Readonly<Record<keyof typeof firstSteps, Html>> = {
  VNPAYQR: icon(html`<path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 14h2M14 18v2M18 18h2v2h-2z"/>`),
  VNBANK: icon(html`<path d="M3 10 12 4l9 6zM5 10v8M9.5 10v8M14.5 10v8M19 10v8M3 20h18"/>`),
  INTCARD: icon(html`<rect x="3" y="5" width="18" height="14" rx="2"/><path d="M3 10h18M6.5 15h4"/>`),
};

function methodSection(scene: Scene): Html {
  const text = texts[scene.locale];
  const choice = (method: keyof typeof firstSteps): Html => {
    const [name, hint] = text.methods[method];
    return html`<li><a href="${payPath(scene, firstSteps[method], method === "INTCARD" ? "&bank=INTCARD" : "")}" data-method="${method}">${icons[method]}<span><b>${name}</b>${hint}</span></a></li>`;
  };
  return html`<section aria-labelledby="methods"><h2 id="methods">${text.chooseMethod}</h2>
<ul class="choices ways">${choice("VNPAYQR")}${choice("VNBANK")}${choice("INTCARD")}</ul></section>`;
}

/** A page of its own where there is no script; with script the same question in a dialog. */
const cancelLink = (scene: Scene): Html =>
  html`<a class="button" href="${cancelPath(scene)}" data-opens="cancel-dialog">${texts[scene.locale].cancel}</a>`;

function cancelDialog(scene: Scene): Html {
  const text = texts[scene.locale];
  return html`<dialog id="cancel-dialog" aria-labelledby="cancel-title"><h2 id="cancel-title">${text.cancelTitle}</h2><p>${text.cancelQuestion}</p>
<form method="post" action="${payPath(scene, "/cancel")}" class="row"><button class="main">${text.cancelYes}</button><button type="button" data-closes="cancel-dialog">${text.cancelNo}</button></form></dialog>`;
}

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
  return scenePage(scene, texts[scene.locale].cardTitle, cardSection(scene, bank, entry, problem));
}

/** `bank` is null for an international card, where the customer names no bank. */
function cardSection(scene: Scene, bank: string | null, entry: CardEntry, problem: CardProblem | null): Html {
  const text = texts[scene.locale];
  const kind = bank === null ? "international" : "domestic";
  const query = `&bank=${encodeURIComponent(bank ?? "INTCARD")}`;
  const fill = (card: TestCard): Html =>
    html`<li><a href="${payPath(scene, "/card", `${query}&fill=${card.number}`)}" data-card="${card.number}"><b>${card.number}</b>${card.bank} · ${card.after === "refused_on_form" ? text.cardRefused : text.outcomes[card.outcome]}${card.after === "password" && html` · OTP ${card.otp}`}</a></li>`;
  return html`<section aria-labelledby="card"><h2 id="card">${bank === null ? text.methods.INTCARD[0] : (bankNamed(bank)?.name ?? bank)}</h2>
${problem !== null && html`<p class="problem" role="alert">${text[problem]}</p>`}
<form method="post" action="${payPath(scene, "/card", query)}" autocomplete="off" class="details">
<label for="number">${text.cardNumber}</label><input id="number" name="number" inputmode="numeric" maxlength="23" required value="${entry.number}">
<label for="holder">${text.cardHolder}</label><input id="holder" name="holder" maxlength="60" required value="${entry.holder}">
<div class="fields"><div><label for="date">${bank === null ? text.cardDateForeign : text.cardDate}</label><input id="date" name="date" maxlength="5" required value="${entry.date}"></div>
${bank === null && html`<div><label for="cvv">${text.cvv}</label><input id="cvv" name="cvv" inputmode="numeric" maxlength="4" required value="${entry.cvv}"></div>`}</div>
<div class="row"><button class="main">${text.goOn}</button>${wayOut(scene)}</div></form></section>
<section aria-labelledby="fill"><h2 id="fill">${text.fillTitle}</h2><p class="soft">${text.fillHint}</p>
<ul class="choices">${testCards.filter((card) => card.kind === kind).map(fill)}</ul></section>`;
}

export function otpPage(scene: Scene, card: TestCard, isWrong: boolean): string {
  const text = texts[scene.locale];
  return scenePage(scene, text.otpTitle, html`<section aria-label="${text.otpTitle}">
${isWrong && html`<p class="problem" role="alert">${text.otpWrong}</p>`}
<form method="post" action="${payPath(scene, "/otp")}" autocomplete="off" class="details">
<label for="otp">${text.otp}</label><input id="otp" name="otp" autocomplete="one-time-code" maxlength="20" required aria-describedby="otp-hint">
<p class="soft" id="otp-hint">${text.otpHint(card.otp)}</p>
<div class="row"><button class="main">${text.confirm}</button>${cancelLink(scene)}</div></form></section>`);
}

export function cancelPage(scene: Scene): string {
  const text = texts[scene.locale];
  return scenePage(scene, text.cancelTitle, html`<section aria-label="${text.cancel}"><p>${text.cancelQuestion}</p>
<form method="post" action="${payPath(scene, "/outcome")}" class="row"><button class="main" name="outcome" value="cancel">${text.cancelYes}</button>
<a class="button" href="${stepPath(scene)}">${text.cancelNo}</a></form></section>`);
}

/** Back to the first page, where there is one before this, or out of the payment. */
const wayOut = (scene: Scene): Html =>
  html`${scene.place.step !== "" && html`<a class="button" href="${payPath(scene)}">${texts[scene.locale].back}</a>`}${cancelLink(scene)}`;

const stepBack = (scene: Scene): Html => html`<p class="row">${wayOut(scene)}</p>`;

/** Shown when a decided payment's page is opened again. */
export function endedPage(scene: Scene, returnAddress: string | null): string {
  const text = texts[scene.locale];
  const { outcome, responseCode, transactionStatus } = scene.payment;
  return scenePage(scene, text.endedTitle, html`<section aria-label="${text.endedTitle}">
<p><b>${outcome === null ? "" : text.outcomes[outcome]}</b> <code>${responseCode ?? ""}/${transactionStatus ?? ""}</code></p><p>${text.ended}</p>
${returnAddress !== null && html`<p><a class="button" href="${returnAddress}" rel="noreferrer">${text.toMerchant}</a></p>`}</section>`);
}

export function tabClosedPage(scene: Scene): string {
  const text = texts[scene.locale];
  return scenePage(scene, text.tabClosedTitle, html`<section aria-label="${text.tabClosedTitle}"><p>${text.tabClosed}</p></section>`);
}

/** After a merchant-hosted QR code: the customer's browser never was here, so there is nowhere to go back to. */
export function appDonePage(scene: Scene): string {
  const text = texts[scene.locale];
  return scenePage(scene, text.appDoneTitle, html`<section aria-label="${text.appDoneTitle}"><p>${text.appDone}</p></section>`);
}

/** The error page speaks both languages at once: a refused request has no language we could trust. */
export function errorPage(code: PayRefusal | "02" | "99", wrong: readonly Wrong[]): string {
  const part = (locale: Locale): Html => {
    const text = texts[locale];
    const hint = wrong.length > 0 && html`<div class="problem"><p>${text.errorHint}</p><ul>${wrong.map((one) => html`<li>${wrongWords(one, locale)}</li>`)}</ul></div>`;
    return html`<section lang="${text.lang}"><h2>${text.errorTitle}</h2><p>${text.errors[code]}</p>${hint}<p class="soft">${text.errorSilence}</p></section>`;
  };
  return frame(texts.vn, `Lỗi ${code}`, html`<h1>Lỗi <span lang="en">/ Error</span> ${code}</h1><div class="halves">${part("vn")}${part("en")}</div>`);
}

export function notFoundPage(): string {
  const part = (text: Text): Html => html`<section lang="${text.lang}"><h2>${text.notFoundTitle}</h2><p>${text.notFound}</p></section>`;
  return frame(texts.vn, "404", html`<h1>404</h1><div class="halves">${part(texts.vn)}${part(texts.en)}</div>`);
}
