import { systemActor } from "@xudong/domain";
import type { Store } from "@xudong/database";
import { importAreas, type AreaData } from "../src/index.ts";

/** A small country: a commune that was split, one that was not, a name that two places have, and a province made of two. */
export const someAreas: AreaData = {
  validFrom: "2025-07-01",
  provinces: [
    { code: "01", name: "Tỉnh Sông Lam", nameEn: "Song Lam", region: "north", alsoCalled: ["SL"] },
    { code: "02", name: "Thành phố Biển Đông", nameEn: "Bien Dong", region: "south" },
  ],
  units: [
    { code: "101", provinceCode: "01", name: "Xã Đồng Lúa", centre: [20.9, 106.3] },
    { code: "102", provinceCode: "01", name: "Xã Bến Đò", centre: [20.95, 106.35] },
    { code: "103", provinceCode: "01", name: "Phường Chợ Mới", centre: [20.92, 106.4] },
    { code: "104", provinceCode: "01", name: "Xã Núi Cao", centre: [20.85, 106.25] },
    { code: "201", provinceCode: "02", name: "Phường Chợ Mới", centre: [10.8, 106.7] },
    { code: "202", provinceCode: "02", name: "Xã Cát Trắng", centre: [10.85, 106.75] },
    { code: "203", provinceCode: "02", name: "Xã Cồn Nổi", centre: [10.75, 106.65] },
    { code: "204", provinceCode: "02", name: "Xã Rừng Dừa", centre: [10.7, 106.6] },
  ],
  formerProvinces: [
    { code: "1", name: "Tỉnh Sông Lam", provinceCode: "01" },
    { code: "9", name: "Tỉnh Núi Xưa", provinceCode: "01" },
    { code: "2", name: "Thành phố Biển Đông", provinceCode: "02" },
  ],
  formerDistricts: [
    { code: "11", name: "Huyện Đồng Xanh", formerProvinceCode: "1" },
    { code: "91", name: "Huyện Núi Cao", formerProvinceCode: "9" },
    { code: "21", name: "Quận Một", formerProvinceCode: "2" },
  ],
  formerUnits: [
    { code: "1001", name: "Xã Lúa Vàng", districtCode: "11", unitCodes: ["101"] },
    { code: "1002", name: "Xã Làng Ngang", districtCode: "11", unitCodes: ["101", "102"] },
    { code: "1003", name: "Thị trấn Chợ Cũ", districtCode: "11", unitCodes: ["103"] },
    { code: "9001", name: "Xã Đá Trắng", districtCode: "91", unitCodes: ["104"] },
    { code: "2001", name: "Phường 1", districtCode: "21", unitCodes: ["201"] },
    { code: "2002", name: "Phường Chợ Mới", districtCode: "21", unitCodes: ["202"] },
  ],
};

/** Gives a market the small country. */
export async function withAreas(store: Store, now: Date): Promise<void> {
  await store.write(async (tx) => importAreas(tx, someAreas, { actor: systemActor("test"), now }));
}
