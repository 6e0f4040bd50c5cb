import { isDomainError, parseCode } from "@xudong/domain";
import type { Command } from "../xudong.ts";
import { inHanoi, withStore } from "./house.ts";

export const order: Command = {
  help: `npm run xudong -- order CODE

Tells what happened to the order with that code, in the order it happened: placing,
payment attempts, what the gateway said by itself and when asked, what people decided,
refunds, movements of money, tickets, mail, and who did what. Spaces and dashes in the code do not matter.`,
  async run([typed, ...rest]) {
    if (typed === undefined || rest.length > 0) {
      console.error(`${order.help}\n\nName one order, for example: npm run xudong -- order K7MP-2QX9`);
      return 2;
    }
    if (parseCode(typed) === undefined) {
      console.error(`✘ "${typed}" is not an order code: it has eight signs, and a slip in one is noticed. Read it again.`);
      return 1;
    }
    const { orderTimeline } = await import("@xudong/market");
    return withStore(async (store) => {
      try {
        for (const { at, what, detail } of await orderTimeline(store, typed)) console.log(`${inHanoi(at)}  ${what}  ${detail}`);
        return 0;
      } catch (error) {
        if (!isDomainError(error) || error.code !== "order.not_found") throw error;
        console.error(`✘ No order has the code ${typed}: compare it with the buyer's message, and DATABASE_URL with the market's.`);
        return 1;
      }
    });
  },
};
