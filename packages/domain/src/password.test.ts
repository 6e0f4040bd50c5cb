import { describe, expect, test } from "vitest";
import { normalPassword, whyWeakPassword } from "./password.ts";

const hanh = { phone: "+84912345678", email: "hanh.nguyen@example.com" };

describe("a password", () => {
  test.each([
    ["ngắn", "too_short"],
    ["🥭🥭🥭🥭🥭🥭🥭", "too_short"],
    ["a".repeat(201), "too_long"],
    ["12345678", "too_common"],
    ["PassWord1", "too_common"],
    ["Mật khẩu 123", "too_common"],
    ["anh yêu em", "too_common"],
    ["aaaaaaaaaaaa", "too_common"],
    ["abababab", "too_common"],
    ["456789:;<", "too_common"],
    ["0912345678", "own_contact"],
    ["+84 912 345 678", "own_contact"],
    ["912.345.678", "own_contact"],
    ["hanh.nguyen@example.com", "own_contact"],
    ["Hanh.Nguyen", "own_contact"],
  ])("%s is %s", (typed, why) => {
    expect(whyWeakPassword(typed, hanh)).toBe(why);
  });

  test.each(["cây ổi sau nhà", "8 quả vải", "0987654320", "🥭🥭🥭🥭🍋🥭🍈🥭", "x7!kQ2zp", "ếếếếổổấấ", "a".repeat(100) + "bc"])("%s will do", (typed) => {
    expect(whyWeakPassword(typed, hanh)).toBeUndefined();
  });

  test("is the same however its marks were typed", () => {
    const [composed, apart] = ["cây ổi sau nhà".normalize("NFC"), "cây ổi sau nhà".normalize("NFD")];
    expect(apart).not.toBe(composed);
    expect(normalPassword(apart)).toBe(normalPassword(composed));
  });
});
