import { describe, expect, test } from "vitest";
import { textIn } from "./localized.ts";

describe("a text in two languages", () => {
  const boat = { vi: "Thuyền ra đảo", en: "Boat to the island" };

  test("is read in the reader's own", () => {
    expect(textIn(boat, "vi")).toEqual({ text: "Thuyền ra đảo", lang: "vi" });
    expect(textIn(boat, "en")).toEqual({ text: "Boat to the island", lang: "en" });
  });

  test("without English is given in Vietnamese, and says so", () => {
    expect(textIn({ vi: "Thuyền ra đảo" }, "en")).toEqual({ text: "Thuyền ra đảo", lang: "vi" });
    expect(textIn({ vi: "Thuyền ra đảo", en: "" }, "en")).toEqual({ text: "Thuyền ra đảo", lang: "vi" });
  });
});
