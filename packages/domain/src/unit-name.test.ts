import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "./text.ts";
import { isBelowCommune, readUnitPart, readUnitParts, splitUnitName, unitKey, unitNameFit } from "./unit-name.ts";

/** The first thing a line may mean, as "kind:name" from the smallest part to the largest. */
const read = (typed: string, group = 0) => readUnitParts(typed)[group]?.readings[0]?.map((part) => `${part[0]?.kinds.join("|") ?? ""}:${part[0]?.name ?? ""}`);

describe("an official name", () => {
  test.each([
    ["Xã Tứ Xã", "commune", "Tứ Xã"],
    ["Phường Phường Đúc", "ward", "Phường Đúc"],
    ["Thị trấn N.T Phong Hải", "township", "N.T Phong Hải"],
    ["Thị Xã Buôn Hồ", "town", "Buôn Hồ"],
    ["Thành phố Huế".normalize("NFD"), "city", "Huế"],
    ["Đặc khu Lý Sơn", "special_zone", "Lý Sơn"],
    ["Phường 1", "ward", "1"],
    ["Xã", undefined, "Xã"],
  ])("%s is a %s called %s", (official, kind, name) => {
    expect(splitUnitName(official)).toEqual({ kind, name });
  });
});

describe("what a name is looked up by", () => {
  test.each([
    ["Tứ Kỳ", "Tứ Kì", "tuci"],
    ["Quý Hoà", "Quí Hòa", "quihoa"],
    ["Đắk Lắk", "Đắc Lắc", "daclac"],
    ["Cư M'gar", "Cư M’Gar", "cumgar"],
    ["Văn Miếu - Quốc Tử Giám", "văn miếu–quốc tử giám", "vanmieuquoctugiam"],
    ["01", "1", "1"],
    ["Thuỷ Nguyên", "thuy nguyen", "thuynguyen"],
    ["N.T Phong Hải", "NT PHONG HAI", "ntphonghai"],
  ])("is the same for %s and %s", (one, other, key) => {
    expect([unitKey(one), unitKey(other), unitKey(one.normalize("NFD"))]).toEqual([key, key, key]);
  });

  test("is its own key, and letters and digits alone", () => {
    const names = fc.string({ unit: fc.constantFrom(...Array.from("aăâbcdđeêghiklmnoôơpqrstuưvxyÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬĐÉÈẺẼẸẾỀỂỄỆÍỎỐỒỔỖỘỚỜỞỠỢỨỪỬỮỰỲỴ '-.019")) });
    fc.assert(
      fc.property(names, (name) => {
        expect(unitKey(name)).toMatch(/^[a-z0-9]*$/);
        expect(unitKey(name.normalize("NFD"))).toBe(unitKey(name));
        expect(unitKey(fold(name))).toBe(unitKey(name));
      }),
    );
  });
});

describe("what was typed and a name", () => {
  test.each([
    ["Hoà Bình", "Hòa Bình", "exact"],
    ["hoà bình".normalize("NFD"), "Hòa Bình", "exact"],
    ["Tứ Kì", "Tứ Kỳ", "exact"],
    ["thanh hà", "Thanh Hà", "exact"],
    ["Thanh Ha", "Thanh Hà", "weaker"],
    ["Câm Giang", "Cẩm Giàng", "weaker"],
    ["Dong Tien", "Đông Tiến", "weaker"],
    ["Tuky", "Tứ Kỳ", "joined"],
    ["cư m gar", "Cư M'gar", "joined"],
    ["Thành Hà", "Thanh Hà", undefined],
    ["Đồng Tiến", "Đông Tiến", undefined],
    ["Đam", "Dam", undefined],
  ])("%s fits %s: %s", (typed, name, fit) => {
    expect(unitNameFit(typed, name)).toBe(fit);
  });
});

describe("a line of an address", () => {
  test.each([
    ["Xã Tân Lập, huyện Vũ Thư, tỉnh Thái Bình", ["commune:Tân Lập", "rural_district:Vũ Thư", "province:Thái Bình"]],
    ["P.1, Q.3, TP.HCM", ["ward:1", "urban_district:3", "city:HCM"]],
    ["P1; Q. 3", ["ward:1", "urban_district:3"]],
    ["tt Diêm Điền (Thái Thụy cũ)", ["township:Diêm Điền", ":Thái Thụy"]],
    ["Tx. Sơn Tây / Hà Nội", ["town:Sơn Tây / Hà Nội"]],
    ["Tan Lap commune, Vu Thu district, Thai Binh province, Vietnam", ["commune:Tan Lap", "urban_district|rural_district:Vu Thu", "province:Thai Binh"]],
    ["Côn Đảo special zone", ["special_zone:Côn Đảo"]],
    ["Ward 5, District 10", ["ward:5", "urban_district|rural_district:10"]],
    ["Tân Lập, Thái Bình 410000, Việt Nam", [":Tân Lập", ":Thái Bình"]],
    ["Đặc khu Lý Sơn\nQuảng Ngãi", ["special_zone:Lý Sơn", ":Quảng Ngãi"]],
    ["Thái Bình cũ", [":Thái Bình"]],
    ["H' Neng", [":H' Neng"]],
    ["Tịnh Sơn", [":Tịnh Sơn"]],
  ])("%s", (typed, parts) => {
    expect(read(typed)).toEqual(parts);
    expect(read(typed.normalize("NFD"))).toEqual(parts);
  });

  test("of which nothing is left is nothing", () => {
    for (const typed of ["", " , ;", "(cũ)", "Việt Nam", "\u200b", "10000"]) expect(readUnitParts(typed)).toEqual([]);
  });

  test("is read again where a dash or a kind parts the names", () => {
    expect(read("Tân Lập - Vũ Thư – Thái Bình", 1)).toEqual([":Tân Lập", ":Vũ Thư", ":Thái Bình"]);
    expect(read("thôn 3 xã Tân Lập huyện Vũ Thư", 1)).toEqual([":thôn 3", "commune:Tân Lập", "rural_district:Vũ Thư"]);
    expect(read("xã Thượng Quận huyện Kinh Môn", 1)).toEqual(["commune:Thượng Quận", "rural_district:Kinh Môn"]);
    expect(read("xa Tan Lap huyen Vu Thu", 1)).toEqual(["commune:Tan Lap", "rural_district:Vu Thu"]);
  });

  test("without any sign is cut wherever a name may end, and said to be", () => {
    const groups = readUnitParts("tan lap vu thu");
    expect(groups.at(-1)).toMatchObject({ hasSigns: false });
    expect(groups.at(-1)?.readings.map((parts) => parts.map((part) => part[0]?.name).join("|"))).toContain("tan lap|vu thu");
    expect(readUnitParts("a ".repeat(40)).every(({ hasSigns }) => hasSigns)).toBe(true);
  });

  test("a word without marks may be a kind or the beginning of a name", () => {
    expect(readUnitPart("Phuong Liet").map(({ kinds, name }) => [kinds.join(), name])).toEqual([["ward", "Liet"], ["", "Phuong Liet"]]);
    expect(readUnitPart("Phường Liệt").map(({ name }) => name)).toEqual(["Liệt"]);
    expect(readUnitPart("Phương Liệt").map(({ kinds, name }) => [kinds.join(), name])).toEqual([["", "Phương Liệt"]]);
  });

  test.each([["thôn Đông", true], ["12/3 ngõ Chợ", true], ["Số 5", true], ["Đường Lê Lợi", true], ["Đông Sơn", false], ["Xã Số", false], ["Thống Nhất", false], ["To", false]])("%s stands before a commune: %s", (text, expected) => {
    expect(isBelowCommune(readUnitPart(text))).toBe(expected);
  });

  test("never fails, whatever was typed", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), (typed) => void readUnitParts(typed)));
  });
});
