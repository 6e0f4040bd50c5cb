import { expect, test } from "vitest";
import { withAreas } from "@xudong/catalog/testing";
import { eachDatabase } from "@xudong/database/testing";
import type { Address, DomainError } from "@xudong/domain";
import { addressKey, readBuyer } from "./buyer.ts";
import { resolveAddress } from "./resolve-address.ts";

const now = new Date("2026-11-23T03:00:00Z");
const typed: Address = { line: "Số 5, thôn Đông", commune: "Xã Đồng Lúa", province: "Sông Lam" };
const contact = { name: "Nguyễn Thị Hạnh", phone: "0912 345 678" };
const consents = ["terms", "privacy"];

eachDatabase("An address", (database) => {
  const resolve = (over: Partial<Address>) => resolveAddress(database.store.read, { ...typed, ...over });
  const refused = async (over: Partial<Address>) => {
    const answer = await resolve(over).catch((error: unknown) => error as DomainError);
    if (!("code" in answer)) throw new Error(`It was taken: ${JSON.stringify(answer)}`);
    return answer;
  };
  const namesIn = ({ details }: DomainError) => (details["candidates"] as { commune: string; province: string }[]).map(({ commune, province }) => `${commune}, ${province}`);

  test("of a market that knows no units is taken as it was typed, and its Plus Code has to be whole", async () => {
    expect(await resolve({ commune: "Đâu đó", note: "Gọi trước" })).toEqual({ ...typed, commune: "Đâu đó", note: "Gọi trước" });
    expect(await resolve({ plusCode: "7pg8w852+22" })).toMatchObject({ plusCode: "7PG8W852+22" });
    expect(await refused({ plusCode: "W852+22" })).toMatchObject({ code: "address.plus_code_invalid", details: { field: "address.plusCode" } });
  });

  test("has the codes and official names of its units, and what was typed where that is another name", async () => {
    await withAreas(database.store, now); // for the tests after this one, too: the one before wants none
    expect(await resolve({})).toEqual({ line: typed.line, commune: "Xã Đồng Lúa", province: "Tỉnh Sông Lam", communeCode: "101", provinceCode: "01" });
    expect(await resolve({ commune: "dong lua", province: "SL" })).toMatchObject({ communeCode: "101", commune: "Xã Đồng Lúa" });
    expect(await resolve({ commune: "Xã Lúa Vàng, Đồng Xanh" })).toMatchObject({ communeCode: "101", oldText: "Xã Lúa Vàng, Đồng Xanh, Sông Lam" });
    expect(await resolve({ commune: "Đá Trắng", province: "Núi Xưa" })).toMatchObject({ communeCode: "104", province: "Tỉnh Sông Lam", oldText: "Đá Trắng, Núi Xưa" });
  });

  test("in a commune that was split is asked about, with every unit it went to and no guess", async () => {
    for (const commune of ["Xã Làng Ngang", "lang ngang", "Làng Ngang, huyện Đồng Xanh"]) {
      const refusal = await refused({ commune });
      expect(refusal).toMatchObject({ code: "address.unit_ambiguous", details: { field: "address.commune", isSplit: true, typed: commune } });
      expect(namesIn(refusal).sort()).toEqual(["Xã Bến Đò, Tỉnh Sông Lam", "Xã Đồng Lúa, Tỉnh Sông Lam"]);
      expect(refusal.details["candidates"]).toContainEqual({ communeCode: "102", commune: "Xã Bến Đò", provinceCode: "01", province: "Tỉnh Sông Lam", formerly: "Xã Làng Ngang, Huyện Đồng Xanh, Tỉnh Sông Lam" });
    }
    expect(await resolve({ commune: "Xã Làng Ngang", communeCode: "102" })).toMatchObject({ commune: "Xã Bến Đò", communeCode: "102", oldText: "Xã Làng Ngang, Sông Lam" });
  });

  test("whose name a unit has today and another had before is asked about, too", async () => {
    const refusal = await refused({ commune: "Phường Chợ Mới", province: "Biển Đông" });
    expect(refusal).toMatchObject({ code: "address.unit_ambiguous", details: { isSplit: false } });
    expect(namesIn(refusal)).toEqual(["Phường Chợ Mới, Thành phố Biển Đông", "Xã Cát Trắng, Thành phố Biển Đông"]);
    expect(await resolve({ commune: "Phường Chợ Mới" })).toMatchObject({ communeCode: "103" });
  });

  test("that nobody knows is refused with those that are near, at the field that is at fault", async () => {
    const misspelt = await refused({ commune: "Xã Đồng Lứa" });
    expect(misspelt).toMatchObject({ code: "address.unit_unknown", details: { field: "address.commune", issues: [{ reason: "unit_unknown" }] } });
    expect(namesIn(misspelt)[0]).toBe("Xã Đồng Lúa, Tỉnh Sông Lam");
    expect(namesIn(await refused({ commune: "Xã Cát Trắng" }))).toContain("Xã Cát Trắng, Thành phố Biển Đông");
    expect(await refused({ province: "Sông Nào" })).toMatchObject({ code: "address.unit_unknown", details: { field: "address.province" } });
    expect(await refused({ communeCode: "99999" })).toMatchObject({ code: "address.unit_unknown", details: { field: "address.communeCode", candidates: [] } });
    expect(await refused({ commune: "Xã Đồng Lúa, Biển Đông" })).toMatchObject({ code: "address.unit_unknown" });
  });

  test("may say its place by a Plus Code, short ones near the commune, none in another province", async () => {
    expect(await resolve({ plusCode: "w852+22" })).toMatchObject({ plusCode: "7PG8W852+22" });
    expect(await refused({ plusCode: "nhà cạnh đình" })).toMatchObject({ code: "address.plus_code_invalid" });
    const elsewhere = await refused({ plusCode: "7P28RP22+22" });
    expect(elsewhere).toMatchObject({ code: "address.plus_code_elsewhere", details: { field: "address.plusCode", liesIn: "Thành phố Biển Đông", province: "Tỉnh Sông Lam" } });
    expect(await refused({ plusCode: "8FVC9G8F+6X" })).toMatchObject({ code: "address.plus_code_elsewhere", details: { field: "address.plusCode" } });
    // Some kilometres off is nobody's fault: of a unit only its middle is known.
    expect(await resolve({ plusCode: "7PG8X862+22" })).toMatchObject({ communeCode: "101" });
  });

  test("[S2] is told together with whatever else is wrong", async () => {
    const answer = await readBuyer(database.store.read, { contact: { name: "", phone: "0166 123 4567" }, address: { ...typed, commune: "Làng Ngang" }, consents }, true).catch((error: unknown) => error);
    expect(answer).toMatchObject({
      code: "order.contact_invalid",
      details: {
        field: "contact.name",
        isSplit: true,
        candidates: [{ communeCode: "102" }, { communeCode: "101" }],
        issues: [{ field: "contact.name" }, { field: "contact.phone", reason: "phone_renumbered", became: "0361 234 567" }, { field: "address.commune", reason: "unit_ambiguous" }],
      },
    });
    await expect(readBuyer(database.store.read, { contact: { name: "Hạnh", phone: "1900 1234" }, consents }, false)).rejects.toMatchObject({ details: { issues: [{ field: "contact.phone", reason: "phone_hotline" }] } });
  });

  test("[H5] is one door under today's name, the old one and the code, also where the line says the commune again", async () => {
    const doors = await Promise.all(
      [{}, { commune: "Xã Lúa Vàng, Đồng Xanh" }, { commune: "", province: "", communeCode: "101" }, { line: "số 5 thôn Đông, Đồng Lúa" }, { line: "Số 5, Thôn Đông - xã Đồng Lúa, tỉnh Sông Lam" }].map(async (over) => {
        const { address } = await readBuyer(database.store.read, { contact, address: { ...typed, ...over }, consents }, true);
        return address === null ? "" : addressKey(address);
      }),
    );
    expect(new Set(doors)).toEqual(new Set(["so 5 thon dong 101"]));
    expect(addressKey({ ...typed, commune: "Xã Đồng Lúa", communeCode: "102" })).not.toBe(doors[0]);
    expect(addressKey({ ...typed, line: "Đồng Lúa", communeCode: "101" })).toBe("dong lua 101");
  });
});
