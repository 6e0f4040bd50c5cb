import { formatCode, formatDong, operatorActor } from "@xudong/domain";
import type { Reconciled } from "@xudong/market";
import type { Command } from "../xudong.ts";
import { withMarket } from "./house.ts";

export const reconcile: Command = {
  help: `npm run xudong -- reconcile

Asks the gateway now, whatever the schedule says, about every payment that is over and
has no result or came to nothing within the last week, and about every refund on its way.
What it answers is heard as any answer is, and each place where its books differed from
ours is printed as it is found. Ends with exit code 1 where the gateway gave no answer to
some of it.`,
  async run(args) {
    if (args.length > 0) {
      console.error(`✘ reconcile takes nothing more.\n\n${reconcile.help}`);
      return 2;
    }
    return withMarket(async (market) => {
      const counted: Record<Reconciled["outcome"], number> = { agrees: 0, differed: 0, unanswered: 0 };
      await market.reconcile((row) => {
        if (row.outcome !== "agrees" && counted.differed + counted.unanswered === 0) console.log(line(["order", "what", "our number", "amount", "our books", "gateway", "our books now"]));
        counted[row.outcome] += 1;
        if (row.outcome !== "agrees") console.log(lineOf(row));
      }, operatorActor("reconcile", ["order.decide"]));
      const asked = counted.agrees + counted.differed + counted.unanswered;
      const { agrees, differed, unanswered } = counted;
      console.log(asked === 0 ? "✔ No payment is in doubt, and no refund is on its way: there was nothing to ask." : `${unanswered === 0 ? "✔" : "✘"} ${asked} asked about: ${agrees} agree, ${differed} differed and were set right or wait for a person, ${unanswered} without an answer.`);
      if (unanswered > 0) console.log("    See npm run xudong -- doctor for the gateway, and ask again; the jobs go on asking by their schedule.");
      return unanswered === 0 ? 0 : 1;
    }, { signs: true });
  },
};

const widths = [9, 7, 22, 14, 9, 28];

const line = (cells: readonly string[]) => cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  ").trimEnd();

function lineOf({ orderCode, kind, gatewayRef, amountDong, ours, gateway, now }: Reconciled): string {
  return line([orderCode === null ? "none" : formatCode(orderCode), kind, gatewayRef, formatDong(amountDong, "en"), ours, gateway, now]);
}
