import { expect, test } from "vitest";
import { createLog, redact } from "./log.ts";

test.each([
  ["GET /don-hang/K7MP2QX9?key=abcDEF123 200", "abcDEF123"],
  ["GET /?a=1&key=abcDEF123&b=2", "abcDEF123"],
  ["order-key: abcDEF123", "abcDEF123"],
  ["{ 'Order-Key': 'abcDEF123', host: 'x' }", "abcDEF123"],
  ['{"cart-token":"abcDEF123"}', "abcDEF123"],
  ["Cookie: order=abcDEF123; other=abcDEF123", "abcDEF123"],
  ["?vnp_Amount=1&vnp_SecureHash=abcDEF123", "abcDEF123"],
  ["connect postgres://me:abcDEF123@db/x failed", "abcDEF123"],
  ["order_key=abcDEF123", "abcDEF123"],
])("%s is logged without what opens an order", (text, hidden) => {
  expect(redact(text)).not.toContain(hidden);
});

test("what is no secret stays readable", () => {
  expect(redact("GET /tim-kiem?q=monkey&page=2 200 3 ms")).toBe("GET /tim-kiem?q=monkey&page=2 200 3 ms");
});

test("a secret in force is hidden wherever it stands, also inside an error and its cause", () => {
  const lines: string[] = [];
  const log = createLog({ secrets: ["s3cret-value-of-ours"], write: (line) => void lines.push(line) });
  log.say("we sign with s3cret-value-of-ours today");
  log.error("GET /", new Error("outer s3cret-value-of-ours", { cause: new Error("inner s3cret-value-of-ours") }));
  expect(lines.join("\n")).not.toContain("s3cret");
  expect(lines.join("\n")).toContain("caused by Error: inner");
});

test("an error that carries a query's values or quotes a row is logged without them", () => {
  const lines: string[] = [];
  const log = createLog({ write: (line) => void lines.push(line) });
  log.error("POST /thanh-toan", new Error("Failed query: insert into orders values ($1, $2)\nparams: Nguyễn Bí Mật,1 Phố Kín\n    at Ngõ Vắng", { cause: new Error("Key (contact_phone)=(0912345678) already exists.") }));
  log.error("POST /thanh-toan", new Error("Failing row contains (Nguyễn Bí Mật, 1 Phố (Kín))."));
  expect(lines.join("\n")).not.toMatch(/Bí Mật|Kín|Vắng|0912345678/);
  expect(lines.join("\n")).toMatch(/insert into orders[^]*log\.test\.ts[^]*Key \(contact_phone\)=\(•••\) already exists/);
});

test("a reference that somebody has been told already is the only one", () => {
  const lines: string[] = [];
  createLog({ write: (line) => void lines.push(line) }).error("API", new Error("x"), "T8UDS43B");
  expect(lines[0]).toMatch(/ error T8UDS43B API: Error: x/);
});

test("the reference a person sees is in the log", () => {
  const lines: string[] = [];
  const reference = createLog({ write: (line) => void lines.push(line) }).error("GET /", new Error("x"));
  expect(reference).toMatch(/^[0-9a-f]{8}$/);
  expect(lines[0]).toContain(reference);
});
