import type { Store } from "@xudong/database";
import { systemActor } from "@xudong/domain";
import type { TicketSigner } from "@xudong/checkout";
import { dongOf, ipnAnswers, isKnownNotice, keepNotice, lockAttempt, newsOf, readMessage, type IpnAnswer, type VnpayMessage, type VnpayTerminal } from "@xudong/payments";
import { hearOfAttempt, type Heard } from "./hear-of-attempt.ts";

export type NoticeParts = { store: Store; terminal: VnpayTerminal; signer: TicketSigner; now: () => Date };

const answers = {
  recorded: ipnAnswers.recorded,
  already_recorded: ipnAnswers.alreadyRecorded,
  // A notice that its customer is still at it ends nothing: the gateway is to call again.
  no_result: ipnAnswers.failed,
  wrong_amount: ipnAnswers.wrongAmount,
} as const satisfies Record<Heard, IpnAnswer>;

/**
 * Judges a VNPAY notice and does everything it means in ONE write: attempt, order, hold, tickets, ledger,
 * refund, outbox. Answers VNPAY's contract: 97, 01, 04, 02, 00, in this order of checks. Without a right
 * signature nothing is written, so that a forged call can never stand in a genuine one's way.
 *
 * @throws what the store throws; the caller answers 99, and VNPAY calls again
 */
export async function receiveNotice({ store, terminal, signer, now }: NoticeParts, rawQuery: string): Promise<IpnAnswer> {
  const read = readMessage(rawQuery, terminal);
  if ("refused" in read) return ipnAnswers.wrongSignature;
  const { message } = read;
  return store.write(async (tx) => {
    const occasion = { actor: systemActor("vnpay.ipn"), now: now() };
    const attempt = await lockAttempt(tx, "vnpay", message["vnp_TxnRef"] ?? "");
    // Only an attempt that has heard something can hear it again; of a repetition nothing is kept.
    if (attempt !== undefined && attempt.state !== "opened" && (await isKnownNotice(tx, attempt.id, message))) return ipnAnswers.alreadyRecorded;
    const answer = attempt === undefined ? ipnAnswers.unknownReference : answers[await hearOfAttempt(tx, attempt, wordOf(message), signer, occasion)];
    await keepNotice(
      tx,
      {
        attemptId: attempt?.id ?? null,
        method: "vnpay",
        channel: "ipn",
        isGenuine: true,
        answer: answer.RspCode,
        outcome: message["vnp_ResponseCode"] ?? null,
        fields: message,
      },
      occasion.now,
    );
    return answer;
  });
}

function wordOf(message: VnpayMessage) {
  const responseCode = message["vnp_ResponseCode"] ?? "";
  return {
    news: newsOf(responseCode, message["vnp_TransactionStatus"] ?? ""),
    amountDong: dongOf(message["vnp_Amount"]),
    responseCode,
    transactionNo: message["vnp_TransactionNo"] ?? null,
    bankCode: message["vnp_BankCode"] ?? null,
  };
}
