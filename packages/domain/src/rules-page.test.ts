import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { attemptHears, attemptMoves, attemptNews, attemptWords, cashHears, orderHears } from "./attempt.ts";
import { cartLimits } from "./cart.ts";
import { claimMoves, holdMoves, holdTerms } from "./hold.ts";
import { listingMoves, listingWords, revisionMoves } from "./listing.ts";
import { mailMoves, mailTerms } from "./mail.ts";
import type { Moves, PublicWords } from "./moves.ts";
import { fulfilmentMoves, fulfilmentWords, orderMoves, orderWords } from "./order.ts";
import { pieceMoves, pieceWords } from "./piece.ts";
import { tryLimits } from "./person.ts";
import { fewUnits } from "./pool.ts";
import { reminderTerms } from "./reminder.ts";
import { refundHears, refundMoves, refundNews, refundWords } from "./refund.ts";
import { shopMoves, shopWords } from "./shop.ts";
import { slotMoves, slotWords } from "./slot.ts";
import { ticketMoves, ticketWords } from "./ticket.ts";

const page = readFileSync(new URL("../../../docs/rules.md", import.meta.url), "utf8");

const lives: { noun: string; moves: Moves; words?: PublicWords<string> }[] = [
  { noun: "Shop", moves: shopMoves, words: shopWords },
  { noun: "Listing", moves: listingMoves, words: listingWords },
  { noun: "Revision", moves: revisionMoves },
  { noun: "Slot", moves: slotMoves, words: slotWords },
  { noun: "Order", moves: orderMoves, words: orderWords },
  { noun: "Fulfilment", moves: fulfilmentMoves, words: fulfilmentWords },
  { noun: "Ticket", moves: ticketMoves, words: ticketWords },
  { noun: "Attempt", moves: attemptMoves, words: attemptWords },
  { noun: "Refund", moves: refundMoves, words: refundWords },
  { noun: "Piece", moves: pieceMoves, words: pieceWords },
  { noun: "Hold", moves: holdMoves },
  { noun: "Claim", moves: claimMoves },
  { noun: "Mail", moves: mailMoves },
];

/** The table of a noun as the page has it: every state, what it may become, and what people are told. */
function tableOf(moves: Moves, words?: PublicWords<string>): string {
  const head = words === undefined ? ["state", "may become"] : ["state", "may become", "Vietnamese", "English"];
  const rows = Object.entries(moves).map(([state, next]) => {
    const told = words === undefined ? [] : [words[state]?.vi, words[state]?.en];
    return [state, next.length === 0 ? "nothing: an end" : next.join(", "), ...told];
  });
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

describe("docs/rules.md", () => {
  test.each(lives)("tells every state of a $noun, what it may become and its public words, as the code has them", ({ noun, moves, words }) => {
    expect(page).toContain(`**${noun}**\n\n${tableOf(moves, words)}\n`);
  });

  test.each([
    ["attempt", attemptNews, attemptHears],
    ["refund", refundNews, refundHears],
  ] as const)("tells what news makes of every state of an %s, as the code has it", (noun, news, hears) => {
    const cell = (next: string | undefined) => next ?? "–";
    const rows = Object.entries(hears as Record<string, Record<string, string | undefined>>).map(([state, next]) => [state, ...news.map((heard) => cell(next[heard]))]);
    const table = [[`${noun} is`, ...news], ["---", ...news.map(() => "---")], ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
    expect(page).toContain(`${table}\n`);
  });

  test.each([
    ["attempt becomes", orderHears],
    ["cash becomes", cashHears],
  ] as const)("tells what an order does when its %s, as the code has it", (head, hears) => {
    const orders = Object.keys(orderMoves);
    const rows = Object.entries(hears as Record<string, Record<string, string>>).map(([state, effect]) => [state, ...orders.map((order) => (effect[order] === "nothing" ? "–" : effect[order]))]);
    const table = [[head, ...orders], ["---", ...orders.map(() => "---")], ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
    expect(page).toContain(`${table}\n`);
  });

  test.each([
    ["a hold first lasts", `${holdTerms.firstMinutes} min`],
    ["a hold lasts at most, from placing", `${holdTerms.longestMinutes} min`],
    ["a hold that leaves few units first lasts", `${holdTerms.scarceFirstMinutes} min`],
    ["such a hold lasts at most, from placing", `${holdTerms.scarceLongestMinutes} min`],
    ["an attempt lasts at most", `${holdTerms.attemptMinutes} min`],
    ["an attempt ends before its hold by", `${holdTerms.marginMinutes} min`],
    ["an attempt needs at least", `${holdTerms.marginMinutes} min`],
    ["lines in a cart at most", String(cartLimits.linesMax)],
    ["units of one line at most", String(cartLimits.unitsPerLineMax)],
    ["open unpaid orders of one contact at most", String(cartLimits.openOrdersPerContactMax)],
    ["open unpaid orders to one delivery address at most", String(cartLimits.openOrdersPerAddressMax)],
    ["open unpaid orders from one network address at most", String(cartLimits.openOrdersPerNetworkMax)],
    ["units left that are told as a number, at most", String(fewUnits)],
    ["tries to sign in as one person", `${tryLimits.signIn.perSubject} in ${tryLimits.signIn.windowMinutes} min`],
    ["tries to sign in from one network", `${tryLimits.signIn.perNetwork} in ${tryLimits.signIn.windowMinutes} min`],
    ["tries to look up one order", `${tryLimits.lookUp.perSubject} in ${tryLimits.lookUp.windowMinutes} min`],
    ["tries to look up orders from one network", `${tryLimits.lookUp.perNetwork} in ${tryLimits.lookUp.windowMinutes} min`],
    ["a mail is tried for", `${mailTerms.triedForDays} days`],
    ["times a mail is handed over without an answer, at most", String(mailTerms.silencesMost)],
    ["season reminders that wait, of one person at most", `${reminderTerms.waitingMost}`],
    ["season reminders asked for by one person", `${tryLimits.remind.perSubject} in ${tryLimits.remind.windowMinutes} min`],
    ["season reminders asked for from one network", `${tryLimits.remind.perNetwork} in ${tryLimits.remind.windowMinutes} min`],
    ["a season reminder waits at most", `${reminderTerms.waitsAtMostDays} days`],
    ["a contact is kept after telling", `${reminderTerms.keptAfterTellingDays} days`],
    ["recovery mails to one address", `${tryLimits.recover.perSubject} in ${tryLimits.recover.windowMinutes} min`],
  ])("says how much the code allows where %s", (what, figure) => {
    expect(page).toContain(`| ${what} | ${figure} |`);
  });
});
