import { randomInt } from "node:crypto";
import { keep, writeAudit, type Tx } from "@xudong/database";
import { newId, nextAskAt, type Dong, type Locale, type Occasion } from "@xudong/domain";
import { vnpayMethod } from "./settle-attempt.ts";
import { payUrl, vnpayTime, type GatewayWay, type VnpayTerminal } from "./vnpay/message.ts";

export type AttemptRequest = {
  /** What the money is for: opaque here. */
  reference: string;
  amountDong: Dong;
  description: string;
  expiresAt: Date;
  returnUrl: string;
  clientAddress: string;
  locale: Locale;
  /** Which of the gateway's ways its page begins with. */
  bank?: GatewayWay;
};

/**
 * Opens an attempt at paying through VNPAY and makes the address its browser goes to. Nothing is sent
 * anywhere: the buyer's browser carries the request (P3).
 *
 * @throws DomainError `payment.amount_out_of_range`
 */
export async function openVnpayAttempt(tx: Tx, terminal: VnpayTerminal, request: AttemptRequest, { actor, now }: Occasion): Promise<{ id: string; gatewayRef: string; redirectUrl: string }> {
  const attempt = { id: newId(now), gatewayRef: newGatewayRef(now), createdOn: vnpayTime(now) };
  const redirectUrl = payUrl(terminal, { ...request, gatewayRef: attempt.gatewayRef, createdOn: attempt.createdOn });
  await addAttempt(tx, {
    id: attempt.id,
    reference: request.reference,
    method: vnpayMethod,
    gatewayRef: attempt.gatewayRef,
    terminal: terminal.tmnCode,
    amountDong: request.amountDong,
    state: "opened",
    openedAt: now,
    expiresAt: request.expiresAt,
    gatewayCreatedOn: attempt.createdOn,
    settledAt: null,
    responseCode: null,
    transactionNo: null,
    bankCode: null,
    askAt: nextAskAt(request.expiresAt, 0),
  });
  await writeAudit(tx, { actor: actor.id, verb: "attempt.open", objectKind: "attempt", objectId: attempt.id, at: now });
  return { id: attempt.id, gatewayRef: attempt.gatewayRef, redirectUrl };
}

const addAttempt = keep((tx: Tx, attempt: Tx["t"]["attempts"]["$inferInsert"]) => tx.insert(tx.t.attempts).values(attempt));

/** Day and fourteen random digits: letters and digits only, never used twice. The table's unique index stands behind it. */
function newGatewayRef(now: Date): string {
  const half = () => String(randomInt(10_000_000)).padStart(7, "0");
  return `${vnpayTime(now).slice(0, 8)}${half()}${half()}`;
}
