import { bankList } from "./banks.ts";
import type { Gateway } from "./gateway.ts";
import { type ApiFault, knobsFor } from "./knobs.ts";
import { type Fields, readFields } from "./merchant-api.ts";
import { answerQuery, querydrMessage } from "./querydr.ts";
import { answerRefund, refundMessage } from "./refund.ts";
import { type Asked, json, type Reply } from "./reply.ts";
import { hmac, pipeText, spoiled } from "./signature.ts";

/** POST /merchant_webapi/api/transaction. Null means that nothing is answered at all, on a developer's wish. */
export function answerMerchant(gateway: Gateway, { body }: Asked): Reply | null {
  const fields = readFields(body);
  const command = fields?.["vnp_Command"];
  if (fields === null || (command !== "querydr" && command !== "refund")) {
    return json(200, { vnp_ResponseCode: "03", vnp_Message: "Invalid data format" });
  }
  const answered = command === "querydr" ? answerQuery(gateway, fields) : answerRefund(gateway, fields);
  gateway.log(`${command} of ${fields["vnp_TxnRef"] ?? "?"}: ${answered["vnp_ResponseCode"]}/${answered["vnp_TransactionStatus"] ?? "-"}`);
  const { api, apiDelayMs } = knobsFor(gateway.books, fields["vnp_TxnRef"] ?? "");
  const reply = withFault(gateway, answered, api);
  return reply === null ? null : { ...reply, holdMs: apiDelayMs };
}

/** 1,000 đồng more, as in a notice with a wrong amount. A refusal may repeat what was no amount at all. */
const spoiledAmount = (amount = ""): string => String((/^\d{1,12}$/.test(amount) ? BigInt(amount) : 0n) + 1000n * 100n);

/** The request has been worked on either way: a client that hears nonsense must not conclude that nothing happened. */
function withFault({ terminals }: Gateway, answered: Fields, fault: ApiFault): Reply | null {
  const { vnp_SecureHash: hash = "", ...unsigned } = answered;
  const lie = (changed: Fields): Reply => {
    const { answerOrder } = unsigned["vnp_Command"] === "refund" ? refundMessage : querydrMessage;
    const secret = terminals.get(unsigned["vnp_TmnCode"] ?? "")?.secret ?? "";
    const told = { ...unsigned, ...changed };
    return json(200, { ...told, vnp_SecureHash: hmac(pipeText(answerOrder, told), secret) });
  };
  const whole = json(200, answered);
  switch (fault) {
    case "none": return whole;
    case "no-answer": return null;
    case "http-500": return { status: 500, headers: { "content-type": "text/plain" }, body: "Internal Server Error" };
    case "html": return { status: 200, headers: { "content-type": "text/html" }, body: "<html><body>Bảo trì hệ thống</body></html>" };
    case "no-hash": return json(200, unsigned);
    case "wrong-hash": return json(200, { ...unsigned, vnp_SecureHash: spoiled(hash) });
    case "half": return { ...whole, body: whole.body.slice(0, whole.body.length / 2) };
    case "cut": return { ...whole, isCut: true };
    case "other-ref": return lie({ vnp_TxnRef: `${unsigned["vnp_TxnRef"] ?? ""}0` });
    case "other-terminal": return lie({ vnp_TmnCode: unsigned["vnp_TmnCode"] === "OTHER001" ? "OTHER002" : "OTHER001" });
    case "other-amount": return lie({ vnp_Amount: spoiledAmount(unsigned["vnp_Amount"]) });
  }
}

/** POST /qrpayauth/api/merchant/get_bank_list. VNPAY asks for no signature here, and neither do we. */
export const answerBankList = (): Reply => json(200, bankList);
