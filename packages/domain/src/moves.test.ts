import { describe, expect, test } from "vitest";
import { attemptMoves, attemptStates, attemptWords } from "./attempt.ts";
import { claimMoves, claimStates, holdMoves, holdStates } from "./hold.ts";
import { listingMoves, listingStates, listingWords, revisionMoves, revisionStates } from "./listing.ts";
import { mayMove, type Moves, type PublicWords } from "./moves.ts";
import { fulfilmentMoves, fulfilmentStates, fulfilmentWords, orderMoves, orderStates, orderWords } from "./order.ts";
import { pieceMoves, pieceStates, pieceWords } from "./piece.ts";
import { refundMoves, refundStates, refundWords } from "./refund.ts";
import { shopMoves, shopStates, shopWords } from "./shop.ts";
import { slotMoves, slotStates, slotWords } from "./slot.ts";
import { ticketMoves, ticketStates, ticketWords } from "./ticket.ts";

type Life = { noun: string; states: readonly string[]; moves: Moves; firsts: readonly string[]; ends: readonly string[] };
type PublicLife = { noun: string; states: readonly string[]; words: PublicWords<string> };

const lives: Life[] = [
  { noun: "shop", states: shopStates, moves: shopMoves, firsts: ["draft"], ends: [] },
  { noun: "listing", states: listingStates, moves: listingMoves, firsts: ["draft"], ends: ["archived"] },
  { noun: "revision", states: revisionStates, moves: revisionMoves, firsts: ["draft"], ends: ["replaced"] },
  { noun: "slot", states: slotStates, moves: slotMoves, firsts: ["open"], ends: ["cancelled"] },
  { noun: "hold", states: holdStates, moves: holdMoves, firsts: ["open"], ends: ["released"] },
  { noun: "claim", states: claimStates, moves: claimMoves, firsts: ["held"], ends: ["released"] },
  { noun: "order", states: orderStates, moves: orderMoves, firsts: ["awaiting_payment"], ends: ["closed", "cancelled"] },
  { noun: "fulfilment", states: fulfilmentStates, moves: fulfilmentMoves, firsts: ["to_prepare", "due"], ends: ["delivered", "returned", "used", "cancelled"] },
  { noun: "attempt", states: attemptStates, moves: attemptMoves, firsts: ["opened"], ends: ["paid"] },
  { noun: "refund", states: refundStates, moves: refundMoves, firsts: ["requested"], ends: ["done"] },
  { noun: "ticket", states: ticketStates, moves: ticketMoves, firsts: ["issued"], ends: ["admitted", "void"] },
  { noun: "piece", states: pieceStates, moves: pieceMoves, firsts: ["draft"], ends: [] },
];

/** A revision, a hold and a claim are told by the listing, the order and the pool they belong to. */
const publicLives: PublicLife[] = [
  { noun: "shop", states: shopStates, words: shopWords },
  { noun: "listing", states: listingStates, words: listingWords },
  { noun: "slot", states: slotStates, words: slotWords },
  { noun: "order", states: orderStates, words: orderWords },
  { noun: "fulfilment", states: fulfilmentStates, words: fulfilmentWords },
  { noun: "attempt", states: attemptStates, words: attemptWords },
  { noun: "refund", states: refundStates, words: refundWords },
  { noun: "ticket", states: ticketStates, words: ticketWords },
  { noun: "piece", states: pieceStates, words: pieceWords },
];

function reachedFrom(moves: Moves, firsts: readonly string[]): Set<string> {
  const reached = new Set(firsts);
  for (const state of reached) for (const next of moves[state] ?? []) reached.add(next);
  return reached;
}

describe.each(lives)("the life of a $noun", ({ states, moves, firsts, ends }) => {
  test("knows every state once, and nothing else", () => {
    expect(Object.keys(moves).sort()).toEqual([...states].sort());
    expect(new Set(states).size).toBe(states.length);
  });

  test("reaches every state from its first", () => {
    expect([...reachedFrom(moves, firsts)].sort()).toEqual([...states].sort());
  });

  test("ends where it should and nowhere else", () => {
    expect(states.filter((state) => moves[state]?.length === 0)).toEqual(ends);
  });

  test("never moves to where it is", () => {
    expect(states.filter((state) => moves[state]?.includes(state))).toEqual([]);
  });
});

describe.each(publicLives)("a $noun", ({ states, words }) => {
  test("has a public word for every state, in both languages", () => {
    expect(Object.keys(words).sort()).toEqual([...states].sort());
    for (const state of states) {
      expect(words[state]?.vi.trim(), state).not.toBe("");
      expect(words[state]?.en.trim(), state).not.toBe("");
      expect(words[state]?.vi, `${state} is spelled composed`).toBe(words[state]?.vi.normalize("NFC"));
    }
  });

  test("says different things of different states", () => {
    for (const locale of ["vi", "en"] as const) expect(new Set(states.map((state) => words[state]?.[locale])).size).toBe(states.length);
  });
});

describe("a move", () => {
  test("is allowed where the table has it and nowhere else", () => {
    expect(mayMove(orderMoves, "awaiting_payment", "confirmed")).toBe(true);
    expect(mayMove(orderMoves, "lapsed", "confirmed")).toBe(true);
    expect(mayMove(orderMoves, "confirmed", "awaiting_payment")).toBe(false);
  });

  test("never leads a cancelled order, slot or ticket back to life", () => {
    for (const to of orderStates) expect(mayMove(orderMoves, "cancelled", to)).toBe(false);
    for (const to of slotStates) expect(mayMove(slotMoves, "cancelled", to)).toBe(false);
    for (const to of ticketStates) expect(mayMove(ticketMoves, "void", to)).toBe(false);
  });
});
