import { expect, test } from "vitest";
import { wordFaults } from "./word-faults.ts";

const right = { vi: "Vườn ổi ở xã Thanh Hà, phường Tân Hưng cũng có.", en: "Guava from Thanh Hà commune and Tân Hưng ward." };

test("what may be said has no faults, and a title keeps its language and its names", () => {
  expect(wordFaults(right)).toEqual([]);
  expect(wordFaults({ vi: "Theo “Chuyện ở xã Liên Mạc” (2008), số 11 phố cũ.", en: "From “Chuyện của xã Liên Mạc” (2008), 11 old street." })).toEqual([]);
});

test.each([
  ["English missing", { vi: right.vi }, /lacks a language/],
  ["text that is not composed", { ...right, vi: right.vi.normalize("NFD") }, /not tidy/],
  ["stray spaces", { ...right, en: "Guava  from here." }, /not tidy/],
  ["a superlative", { ...right, vi: "Quả ngon nhất vùng." }, /says nhất/],
  ["a superlative in a title", { ...right, vi: "Theo “Vựa quả lớn nhất”." }, /says nhất/],
  ["a health claim", { ...right, en: "A healthy fruit." }, /says healthy/],
  ["a badge without its paper", { ...right, vi: "Hàng OCOP." }, /says OCOP/],
  ["holding other people's money", { ...right, en: "Your wallet." }, /says wallet/],
  ["Vietnamese in English", { ...right, en: "Guava và lychee." }, /Vietnamese in English/],
  ["a commune that is gone", { ...right, vi: "Vườn ở xã Liên Mạc." }, /no commune Liên Mạc/],
  ["a commune of no such name in English", { ...right, en: "Guava from Liên Mạc commune." }, /no commune Liên Mạc/],
  ["a ward that is gone", { ...right, vi: "Ở phường Sao Đỏ." }, /no ward Sao Đỏ/],
  ["a district", { ...right, vi: "Ở huyện Thanh Hà." }, /names a district/],
])("finds %s", (_, text, fault) => {
  expect(wordFaults(text).join("\n")).toMatch(fault);
});
