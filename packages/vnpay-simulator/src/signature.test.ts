import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { hashMatches, hmac, pipeText, queryText, signQuery } from "./signature.ts";

const secret = "BIMAT";

describe("the signed text", () => {
  it("sorts names by code unit, drops empty values and both hash fields, and encodes as a form", () => {
    expect(queryText([
      ["vnp_BankTranNo", "VNP1"], ["vnp_BankCode", "NCB"], ["vnp_Empty", ""], ["vnp_SecureHash", "x"], ["vnp_SecureHashType", "SHA512"],
      ["vnp_OrderInfo", "Vải thiều: 2 kg!"], ["vnp_Amount", "100"],
    ])).toBe("vnp_Amount=100&vnp_BankCode=NCB&vnp_BankTranNo=VNP1&vnp_OrderInfo=V%E1%BA%A3i+thi%E1%BB%81u%3A+2+kg%21");
  });

  it("of the JSON API is the values alone, absent ones empty", () => {
    expect(pipeText(["RequestId", "Version", "Missing", "TxnRef"], { vnp_RequestId: "1", vnp_Version: "2.1.0", vnp_TxnRef: "A|B" })).toBe("1|2.1.0||A|B");
  });

  it("is hashed with HMAC-SHA512 as 128 lower-case hex digits, last in the query", () => {
    const expected = createHmac("sha512", secret).update("vnp_Amount=100").digest("hex");
    expect(signQuery([["vnp_Amount", "100"]], secret)).toBe(`vnp_Amount=100&vnp_SecureHash=${expected}`);
    expect(expected).toMatch(/^[0-9a-f]{128}$/);
  });
});

describe("a hash matches", () => {
  const right = hmac("text", secret);

  it("when it is right, in lower or upper case", () => {
    expect(hashMatches("text", secret, right)).toBe(true);
    expect(hashMatches("text", secret, right.toUpperCase())).toBe(true);
  });

  it.each([undefined, "", "00", `${right}00`, right.slice(1), `g${right.slice(1)}`, hmac("text", "khac"), `${right}\n`])("never when it is %j", (given) => {
    expect(hashMatches("text", secret, given)).toBe(false);
  });
});
