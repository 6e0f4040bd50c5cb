import { expect, test } from "vitest";
import { changed } from "./changes.ts";

const without = (find: string) => [{ file: "a.ts", find, replace: "" }];

test("a guard is taken out of the one place where it stands", () => {
  expect(changed("lock(); take();", without("lock(); "))).toBe("take();");
});

test("a guard that stands elsewhere by now, or twice, is not passed over in silence", () => {
  expect(() => changed("take();", without("lock(); "))).toThrow("a.ts no longer has exactly one place");
  expect(() => changed("lock(); lock(); take();", without("lock(); "))).toThrow("a.ts no longer has exactly one place");
});
