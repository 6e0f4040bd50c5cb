import { expect, test } from "vitest";
import { hashPassword, isPassword } from "./index.ts";

test("a digest is argon2id of at least 19 MiB and two passes, and opens to its own password alone, however its marks are typed", async () => {
  const kept = await hashPassword("cây ổi sau nhà");
  const [, memory = 0, passes = 0] = (/^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/.exec(kept) ?? []).map(Number);
  expect([memory >= 19_456, passes >= 2]).toEqual([true, true]);
  expect([await isPassword(kept, "cây ổi sau nhà".normalize("NFD")), await isPassword(kept, "cây ổi sau vườn"), await isPassword(kept, "")]).toEqual([true, false, false]);
  for (const nothing of [null, undefined, "", "no digest"]) expect(await isPassword(nothing, "")).toBe(false);
  expect(await isPassword(kept, "x".repeat(1_000_000))).toBe(false);
});

test("a crowd at the door waits in a line that has an end, and the door opens again afterwards", async () => {
  const answers = await Promise.allSettled(Array.from({ length: 150 }, () => isPassword(undefined, "")));
  const refused = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
  expect(refused).toHaveLength(150 - 102);
  expect(refused[0]).toMatchObject({ code: "request.too_many", details: { retryAfterSeconds: 5 } });
  expect(await isPassword(await hashPassword("tám quả vải"), "tám quả vải")).toBe(true);
});
