import { expect, test } from "vitest";
import { parseContact, parseEmail } from "./person.ts";

test.each([
  ["0912 345 678", { phone: "+84912345678" }],
  ["+33 6 12 34 56 78", { phone: "+33612345678" }],
  [" Hanh.Nguyen@Example.COM ", { email: "hanh.nguyen@example.com" }],
  ["hạnh@vườn.example".normalize("NFD"), { email: "hạnh@vườn.example" }],
  ["hanh@", undefined],
  ["Hạnh", undefined],
  ["", undefined],
])("%s says who somebody is", (typed, contact) => {
  expect(parseContact(typed)).toEqual(contact);
});

test.each(["a@b", "a b@c.vn", "a@b.v", "<a@b.vn>", "a@b.vn, c@d.vn", `${"a".repeat(250)}@b.vn`])("%s is no e-mail", (typed) => {
  expect(parseEmail(typed)).toBeUndefined();
});
