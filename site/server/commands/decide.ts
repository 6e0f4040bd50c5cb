import { parseArgs } from "node:util";
import { formatCode, formatDong, isDomainError, operatorActor, parseCode, type DomainError } from "@xudong/domain";
import { decisions, waitingWords, type Decision, type WaitingCase } from "@xudong/market";
import type { Command } from "../xudong.ts";
import { inHanoi, withMarket } from "./house.ts";

export const decide: Command = {
  help: `npm run xudong -- decide
npm run xudong -- decide CODE DECISION --reference NUMBER --by NAME [--payment REF]

Alone it lists everything about money that waits for a person, the oldest first, with
what to do. With the code of an order and a decision it writes that down, and does
everything it means: order, tickets, ledger, refund.

  paid          the gateway or the courier has the money
  not_paid      there is no money, or the parcel came back unpaid
  looked_at     a person has looked at a payment that has its result already
  refund_again  a refund that was refused, or lost, is sent once more
  refunded      the money went back another way

  --reference   the paper it rests on: the number in VNPAY's portal, a courier's or a
                bank's document
  --by          who decides; kept with the decision
  --payment     which payment of the order, by its number at the gateway, where several wait

For example: npm run xudong -- decide K7MP-2QX9 paid --reference 14226112 --by Hạnh`,
  async run(args) {
    const wish = readWish(args);
    if (typeof wish === "string") {
      console.error(`✘ ${wish}\n\n${decide.help}`);
      return 2;
    }
    return withMarket(async (market) => {
      if (wish.decision === undefined) {
        const all = await market.waitingForPerson(operatorActor("desk", ["order.decide"]));
        console.log(listOf(wish.code === undefined ? all : all.filter(({ orderCode }) => orderCode === wish.code), wish.code));
        return 0;
      }
      const { code, decision, reference, by, gatewayRef } = wish;
      try {
        await market.decide(code, { decision, reference, ...(gatewayRef === undefined ? {} : { gatewayRef }) }, operatorActor(by, ["order.decide"]));
      } catch (error) {
        if (!isDomainError(error)) throw error;
        console.error(`✘ ${refusal(error, code)}`);
        return 1;
      }
      console.log(`✔ ${formatCode(code)}: ${decision}, on ${reference}, by ${by}. npm run xudong -- order ${formatCode(code)} tells what came of it.`);
      return 0;
    }, { signs: wish.decision !== undefined });
  },
};

type Wish = { code?: string; decision?: undefined } | { code: string; decision: Decision; reference: string; by: string; gatewayRef: string | undefined };

/** What was asked for, or in one sentence why it cannot be understood. */
function readWish(args: readonly string[]): Wish | string {
  let parsed;
  try {
    const text = { type: "string" } as const;
    parsed = parseArgs({ args: [...args], allowPositionals: true, options: { reference: text, by: text, payment: text } });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const [typed, decision, ...rest] = parsed.positionals;
  const { reference = "", by = "", payment } = parsed.values;
  if (typed === undefined) return Object.keys(parsed.values).length > 0 ? "Name the order a decision is about." : {};
  const code = parseCode(typed);
  if (code === undefined) return `"${typed}" is not an order code: it has eight signs, and a slip in one is noticed. Read it again.`;
  if (rest.length > 0) return `"${rest.join(" ")}" is too much: one order, one decision.`;
  if (decision === undefined) return Object.keys(parsed.values).length > 0 ? "Name the decision." : { code };
  if (!isDecision(decision)) return `"${decision}" is no decision: use ${decisions.join(", ")}.`;
  if (reference.trim() === "") return "--reference is missing: a decision about money names the paper it rests on.";
  if (!/^[\p{L}\p{M}\p{N} ._-]{1,60}$/u.test(by.trim())) return "--by is missing, or is not a name of up to 60 letters: a decision about money says who made it.";
  return { code, decision, reference, by: by.trim(), gatewayRef: payment };
}

const isDecision = (word: string): word is Decision => decisions.some((known) => known === word);

function listOf(cases: readonly WaitingCase[], code: string | undefined): string {
  if (cases.length === 0) return code === undefined ? "✔ Nothing waits for a person." : `✔ Nothing about ${formatCode(code)} waits for a person. Cash that a courier brings may be decided at any time.`;
  return cases.map(tellCase).join("\n\n");
}

function tellCase({ orderCode, kind, method, gatewayRef, amountDong, since, state, waitsFor, decisions: possible }: WaitingCase): string {
  const { what, todo } = waitingWords[waitsFor];
  const name = orderCode === null ? "no order" : formatCode(orderCode);
  const lines = [`${name}  ${kind === "attempt" ? "payment" : "refund"} ${gatewayRef} by ${method}, ${formatDong(amountDong, "en")}, ${state}, since ${inHanoi(since)}`, `  Why: ${what}.`, `  ${todo}`];
  if (orderCode !== null) lines.push(`  npm run xudong -- decide ${name} ${possible.join("|")} --reference NUMBER --by NAME`);
  return lines.join("\n");
}

function refusal({ code, details }: DomainError, order: string): string {
  const name = formatCode(order);
  switch (code) {
    case "order.not_found": return `No order has the code ${name}: compare it with the buyer's message, and DATABASE_URL with the market's.`;
    case "decision.nothing_waits": return `No payment or refund of ${name} waits for that decision; somebody may just have made it. npm run xudong -- decide ${name} tells what waits, npm run xudong -- order ${name} what happened.`;
    case "decision.several_wait": return `Several payments of ${name} wait for it. Name one with --payment: ${Array.isArray(details["known"]) ? details["known"].join(", ") : "npm run xudong -- decide lists them"}.`;
    case "decision.reference_missing": return "--reference is empty or longer than 200 signs.";
    default: return `It was refused: ${code}.`;
  }
}
