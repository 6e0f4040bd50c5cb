import { beforeAll, describe, expect, test } from "vitest";
import { findUnits, hasAreas, importAreas, suggestUnits, type UnitCandidate } from "@xudong/catalog";
import { eachDatabase } from "@xudong/database/testing";
import { fold, operatorActor, splitUnitName, systemActor } from "@xudong/domain";
import { readAreas, seedAreas } from "./areas.ts";

const data = readAreas();
const now = new Date("2026-11-23T03:00:00Z");
const districts = new Map(data.formerDistricts.map((row) => [row.code, row]));
const formerProvinces = new Map(data.formerProvinces.map((row) => [row.code, row]));
const units = new Map(data.units.map((row) => [row.code, row]));

const former = data.formerUnits.map((row) => {
  const district = districts.get(row.districtCode);
  const province = formerProvinces.get(district?.formerProvinceCode ?? "");
  return { ...row, district: district?.name ?? "", province: province?.name ?? "", provinceCode: province?.code ?? "" };
});
const area = former.filter(({ provinceCode }) => provinceCode === "30");
/** Every 25th former commune of the country, and every split one. */
const sample = former.filter(({ unitCodes }, at) => at % 25 === 0 || unitCodes.length > 1);

const codes = (found: readonly UnitCandidate[]) => found.map(({ unit }) => unit.code).sort();
const bare = (name: string) => splitUnitName(name).name;
const spellings: Record<string, (text: string) => string> = { "as it was": (text) => text, "without marks": fold, "in two parts a letter": (text) => text.normalize("NFD"), "in capitals": (text) => text.toUpperCase() };

describe("the country's units", () => {
  test("are all there, each former one leads to units of one province, and the file has its licence beside it", async () => {
    expect([data.provinces.length, data.units.length, data.formerProvinces.length, data.formerDistricts.length, data.formerUnits.length]).toEqual([34, 3321, 63, 696, 10_047]);
    expect(area).toHaveLength(207);
    expect(new Set(data.provinces.map(({ region }) => region)).size).toBe(3);
    for (const { unitCodes } of former) expect(new Set(unitCodes.map((code) => units.get(code)?.provinceCode)).size).toBe(1);
    const { readFileSync } = await import("node:fs");
    expect(readFileSync(new URL("./data/LICENCES-vn-admin.txt", import.meta.url), "utf8").match(/MIT License/g)).toHaveLength(3);
  });
});

eachDatabase("The country's units", (database) => {
  const find = (typed: string, province?: string) => findUnits(database.store.read, typed, { province });
  beforeAll(async () => {
    await seedAreas(database.store, { now });
    // PostgreSQL does so by itself within a minute of such an import.
    await database.store.reshape(async (run) => void (await run("analyze")));
  });

  test("seeding twice writes nothing", async () => {
    expect(await seedAreas(database.store, { now })).toEqual({ written: 0, closed: 0 });
    expect(await database.store.write((tx) => importAreas(tx, data, { actor: operatorActor("test", []), now }))).toEqual({ written: 0, closed: 0 });
    expect(await hasAreas(database.store.read, data)).toBe(true);
    // Another set of that day is not the same, one that came before is; a later one is another.
    const other = { ...data, units: data.units.map((unit, at) => (at === 0 ? { ...unit, name: "Xã Khác" } : unit)) };
    expect([await hasAreas(database.store.read, other), await hasAreas(database.store.read, { ...other, validFrom: "2025-06-30" }), await hasAreas(database.store.read, { ...data, validFrom: "2099-01-01" })]).toEqual([false, true, false]);
  });

  test.each(Object.entries(spellings))("the 207 former communes of the area with their district, %s, give the listed units and no other", async (_, spelled) => {
    for (const { name, district, province, unitCodes } of area) {
      expect(codes(await find(spelled(`${name}, ${district}, ${province}`))), name).toEqual([...unitCodes].sort());
    }
  });

  test("nor do they with the new province after the old district, or with the old one in a field of its own", async () => {
    for (const { name, district, unitCodes } of area) {
      const expected = [...unitCodes].sort();
      expect(codes(await find(`${name}, ${district}`, "Hải Phòng")), name).toEqual(expected);
      // The name of one district is that of its province as well, and then says no more than that.
      if (bare(district) !== "Hải Dương") expect(codes(await find(`${name}, ${bare(district)}`, "Hải Dương")), name).toEqual(expected);
    }
  });

  test("each of the split ones says so at every unit it went to", async () => {
    const split = area.filter(({ unitCodes }) => unitCodes.length > 1);
    expect(split).toHaveLength(34);
    for (const { name, district, province, unitCodes } of split) {
      const found = await find(`${name}, ${district}, ${province}`);
      expect(found.length, name).toBe(unitCodes.length);
      expect(found.every((candidate) => candidate.former?.isSplit === true && candidate.former.name === name), name).toBe(true);
    }
  });

  test("without their district too, where no other unit, former or of today, shares the name there", async () => {
    let unique = 0;
    for (const { code, name, unitCodes } of area) {
      const key = fold(bare(name)).replace(/y\b/g, "i");
      const sameName = (other: { name: string }) => fold(bare(other.name)).replace(/y\b/g, "i") === key;
      const others = area.filter((other) => other.code !== code && sameName(other));
      const today = data.units.filter((unit) => unit.provinceCode === "31" && sameName(unit) && !unitCodes.includes(unit.code));
      const homonyms = [...others.flatMap((other) => other.unitCodes), ...today.map((unit) => unit.code)];
      const found = codes(await find(bare(name), "Tỉnh Hải Dương"));
      for (const expected of unitCodes) expect(found, name).toContain(expected);
      // The name of a former district as well: said alone with a province that is no more, it may mean the district.
      if (homonyms.length > 0 || data.formerDistricts.some((district) => district.formerProvinceCode === "30" && sameName(district))) continue;
      unique += 1;
      expect(found, name).toEqual([...unitCodes].sort());
      expect(codes(await find(fold(bare(name)), "hai duong")), name).toEqual([...unitCodes].sort());
    }
    expect(unique).toBeGreaterThan(150);
  });

  test("over the whole country the same: every split commune and each 25th other", async () => {
    expect(sample.length).toBeGreaterThan(800);
    for (const { name, district, province, districtCode, unitCodes } of sample) {
      const ofDistrict = former.filter((other) => other.districtCode === districtCode);
      const twins = ofDistrict.filter((other) => fold(other.name) === fold(name)).flatMap((other) => other.unitCodes);
      // Where a unit of today took the name elsewhere in that district, it is asked about, too.
      const today = ofDistrict.flatMap((other) => other.unitCodes).filter((code) => fold(bare(units.get(code)?.name ?? "")) === fold(bare(name)));
      const found = codes(await find(`${name}, ${district}, ${province}`));
      for (const code of unitCodes) expect(found, `${name}, ${district}`).toContain(code);
      for (const code of found) expect([...unitCodes, ...twins, ...today], `${name}, ${district}`).toContain(code);
    }
  }, 60_000);

  test("units of today are found by their official name and province, and most of them without a question", async () => {
    const provinces = new Map(data.provinces.map(({ code, name }) => [code, name]));
    const some = data.units.filter(({ provinceCode }, at) => provinceCode === "31" || at % 15 === 0);
    let alone = 0;
    for (const unit of some) {
      const found = codes(await find(`${unit.name}, ${provinces.get(unit.provinceCode)}`));
      expect(found, unit.name).toContain(unit.code);
      if (found.length === 1) alone += 1;
    }
    // Of the others a former commune with the same name went elsewhere, or to several: they ask.
    expect(alone).toBeGreaterThan(some.length * 0.85);
  }, 60_000);

  test("a former district gives all its units, a split one among them once", async () => {
    const expected = [...new Set(area.filter(({ district }) => district === "Huyện Tứ Kỳ").flatMap(({ unitCodes }) => unitCodes))].sort();
    for (const typed of ["huyện Tứ Kỳ", "Huyện Tứ Kì, Hải Dương", "h. tu ky, tinh hai duong", "Tu Ky district, Hai Phong"]) {
      const found = await find(typed);
      expect(codes(found), typed).toEqual(expected);
      expect(found.every(({ because }) => because === "former district"), typed).toBe(true);
    }
    expect((await find("Côn Đảo", "Bà Rịa - Vũng Tàu")).map(({ unit }) => unit.name)).toEqual(["Đặc khu Côn Đảo"]);
  });

  test.each([
    ["xã Thanh Sơn huyện Thanh Hà tỉnh Hải Dương", undefined, ["Xã Thanh Hà"]],
    ["thanh son thanh ha hai duong", undefined, ["Xã Thanh Hà"]],
    ["Thanh Sơn - Thanh Hà - Hải Dương", undefined, ["Xã Thanh Hà"]],
    ["thôn Đông, xã Thanh Sơn, Thanh Hà", "Hải Dương", ["Xã Thanh Hà"]],
    ["Thanh Sơn", "Thanh Hà, Hải Dương", ["Xã Thanh Hà"]],
    ["P. Trần Phú, TP Hải Dương", undefined, ["Phường Lê Thanh Nghị", "Phường Tân Hưng"]],
    ["P1 Q3 TP.HCM", undefined, ["Phường Bàn Cờ"]],
    ["Thanh Ha commune", "Hai Phong city", ["Xã Thanh Hà"]],
    ["Xã Hà Bắc", "Hải Dương", ["Xã Hà Bắc"]],
    ["Xã Hà Bắc, Thanh Hà", "Hải Phòng", ["Xã Hà Bắc"]],
    ["Cẩm Giang", "Hải Phòng", ["Xã Cẩm Giang"]],
    ["cam giang", "hai phong", ["Xã Cẩm Giang", "Xã Cẩm Giàng"]],
    ["Xã Yết Kiêu", "Thành phố Hải Phòng", ["Xã Yết Kiêu", "Xã Gia Lộc"]],
    ["Phường Nguyễn Trãi", "Hải Phòng", ["Phường Nguyễn Trãi", "Phường Thành Đông"]],
    ["Phường Nguyễn Trãi, Chí Linh", "Hải Dương", ["Phường Nguyễn Trãi"]],
    ["Phường Hải Dương", "Hải Phòng", ["Phường Hải Dương"]],
    ["Thạnh An", "TP HCM", ["Xã Thạnh An"]],
    ["Xã Thanh Thủy, Thanh Hà", "Hải Phòng", []],
    ["Xã Thanh Sơn, Hà Nội", "Hải Phòng", []],
    ["Xã Thanh Sơn", "Hải Dươn", []],
    ["Thành Hà", "Hải Phòng", []],
    ["", "Hải Phòng", []],
  ])("%s + %s", async (typed, province, expected) => {
    expect((await find(typed, province)).map(({ unit }) => unit.name)).toEqual(expected);
  });

  test("homonyms of several provinces all come, and a province, new or old, tells them apart", async () => {
    const all = await find("Xã Tân Lập");
    expect(new Set(all.map(({ province }) => province.code)).size).toBeGreaterThan(5);
    const [one] = all;
    expect((await find("Xã Tân Lập", one?.province.name)).every(({ province }) => province.code === one?.province.code)).toBe(true);
    expect((await find("Thanh Hà", "Hải Phòng")).map(({ unit }) => unit.name)).toEqual(["Xã Thanh Hà"]);
    // Said loosely, or with a province that is no more, it may also mean the whole district that had the name.
    expect((await find("Thanh Hà", "Hải Dương")).length).toBeGreaterThan(5);
    expect((await find("Hải Dương", "Hải Phòng"))[0]?.unit.name).toBe("Phường Hải Dương");
    expect((await find("Hải Dương", "Hải Phòng")).length).toBeGreaterThan(5);
  });

  test("the first letters suggest units, their own names first", async () => {
    const found = await suggestUnits(database.store.read, "Thanh Miện");
    expect(found[0]).toMatchObject({ unit: { name: "Xã Thanh Miện" }, because: "name" });
    const begun = await suggestUnits(database.store.read, "lai c");
    expect(begun.map(({ former: old }) => old?.name)).toContain("Thị trấn Lai Cách");
    expect(await suggestUnits(database.store.read, " , ")).toEqual([]);
    expect((await suggestUnits(database.store.read, "t", { most: 3 })).length).toBe(3);
  });

  // Last: it changes the rows.
  test("a later reform closes what it ends, and every older name leads on to what there is then", async () => {
    const ended = "11242"; // Xã Nguyễn Lương Bằng, of which two former communes went in part
    const later = {
      ...data,
      validFrom: "2027-07-01",
      units: [...data.units.filter(({ code }) => code !== ended), { code: "99901", provinceCode: "31", name: "Xã Mới Một" }, { code: "99902", provinceCode: "31", name: "Xã Mới Hai" }],
      formerProvinces: [{ code: "31", name: "Thành phố Hải Phòng", provinceCode: "31" }],
      formerDistricts: [{ code: "-", name: "Không có", formerProvinceCode: "31" }],
      formerUnits: [{ code: ended, name: "Xã Nguyễn Lương Bằng", districtCode: "-", unitCodes: ["99901", "99902"] }],
    };
    const occasion = { actor: systemActor("test"), now };
    const { closed } = await database.store.write(async (tx) => importAreas(tx, later, occasion));
    expect(closed).toBe(1);
    const { units: rows } = database.store.read.t;
    expect((await database.store.read.select().from(rows)).find(({ code }) => code === ended)).toMatchObject({ name: "Xã Nguyễn Lương Bằng", validTo: "2027-07-01" });
    expect((await find("Xã Nguyễn Lương Bằng", "Hải Phòng")).map(({ unit }) => unit.name)).toEqual(expect.arrayContaining(["Xã Mới Hai", "Xã Mới Một"]));
    expect((await find("Xã Thanh Tùng, Thanh Miện", "Hải Dương")).map(({ unit }) => unit.name).sort()).toEqual(["Xã Mới Hai", "Xã Mới Một", "Xã Thượng Hồng"]);
    expect(await database.store.write(async (tx) => importAreas(tx, later, occasion))).toEqual({ written: 0, closed: 0 });
  });

  test("a set with holes is refused whole", async () => {
    const broken = { ...data, formerUnits: [{ code: "1", name: "Xã Lạc", districtCode: "001", unitCodes: ["nowhere"] }] };
    await expect(database.store.write(async (tx) => importAreas(tx, broken, { actor: systemActor("test"), now }))).rejects.toMatchObject({ code: "request.invalid", details: { field: "unitCodes" } });
    await expect(database.store.write(async (tx) => importAreas(tx, { ...data, units: [] }, { actor: systemActor("test"), now }))).rejects.toMatchObject({ details: { field: "units" } });
  });
});
