import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Books } from "./books.ts";
import { Clock } from "./clock.ts";
import { Courier } from "./courier.ts";
import { decidePayment } from "./decide-payment.ts";
import type { Gateway } from "./gateway.ts";
import { Held } from "./held.ts";
import { readPayRequest } from "./pay-request.ts";
import { openPayment } from "./payment.ts";
import { signQuery } from "./signature.ts";
import { monday, payPairs, secret, tmnCode } from "./testing/test-shop.ts";

describe("the books", () => {
  it("write all of a transaction or none of it", () => {
    const books = new Books(":memory:");
    expect(() => books.together(() => {
      books.keepSetting("half", "written");
      throw new Error("power cut");
    })).toThrow("power cut");
    expect(books.setting("half")).toBeUndefined();
    books.close();
  });

  it("of an earlier version gain what has been added since, and keep what they hold", () => {
    const folder = mkdtempSync(join(tmpdir(), "vnpay-simulator-"));
    const file = join(folder, "books.sqlite");
    const older = new Books(file);
    older.run("insert into payments (token, tmnCode, txnRef, acceptedOn, requestHash, amount, createDate, expireAt, locale, orderInfo, orderType, ipAddr, returnUrl, openedAt) values ('t', 'T', 'OLD', '', '', '', '', 0, '', '', '', '', '', 0)");
    older.run("alter table payments drop column command");
    older.close();
    const newer = new Books(file);
    expect(newer.row("select txnRef, command from payments")).toEqual({ txnRef: "OLD", command: "pay" });
    newer.close();
    rmSync(folder, { recursive: true });
  });

  it("never give a TransactionNo twice, even within one moment", () => {
    const books = new Books(":memory:");
    const numbers = Array.from({ length: 50 }, () => books.nextTransactionNo());
    expect(new Set(numbers).size).toBe(50);
    expect(numbers.every((number) => /^\d{1,15}$/.test(number))).toBe(true);
    books.close();
  });

  it("keep the first outcome, also against someone who read the payment while it was open", async () => {
    const books = new Books(":memory:");
    const clock = new Clock(() => monday, 0);
    const terminals = new Map([[tmnCode, { tmnCode, secret }]]);
    const log = (): void => {};
    const gateway: Gateway = { books, clock, terminals, log, held: new Held(), courier: new Courier({ books, clock, terminals, log, timeoutMs: 1000 }) };
    const request = readPayRequest(signQuery(payPairs(), secret), terminals);
    if ("wrong" in request) throw new Error(request.code);
    const payment = openPayment(gateway, request);
    if (typeof payment === "string") throw new Error(payment);
    await decidePayment(gateway, payment, "success");
    expect(await decidePayment(gateway, payment, "cancel")).toMatchObject({ outcome: "success", responseCode: "00" });
    expect(books.rows("select id from notices")).toHaveLength(1);
    await gateway.courier.stop();
    books.close();
  });
});
