import { DomainError } from "@xudong/domain";
import type { PayableCart } from "@xudong/market";
import { expect, test } from "vitest";
import { aVisit } from "./a-visit.ts";
import { checkoutPage } from "./checkout.ts";

const cart = { count: 1, isOrderable: true } as PayableCart; // all that the action asks of one

/** The page after a buyer pressed the button and the market refused. */
async function afterRefusal(refusal: DomainError) {
  const market = { cart: async () => cart, placeOrder: () => Promise.reject(refusal) };
  const answer = await checkoutPage(aVisit(market, "/en/checkout", { form: { nonce: "abcdefgh", name: "Hạnh" }, cookies: { cart: "id.token" } }), "en");
  return answer instanceof Response ? undefined : answer.refusal;
}

test("what was filled in wrongly is told at each field, all at once", async () => {
  const issues = [{ field: "contact.phone", reason: "phone" }, { field: "address.line", reason: "missing" }];
  const refusal = await afterRefusal(new DomainError("order.contact_invalid", { field: "contact.phone", issues }));
  expect(refusal).toMatchObject({ title: "2 things need mending", fields: { phone: expect.stringContaining("does not look right"), line: expect.any(String) } });
});

test.each([
  [new DomainError("order.too_many_open", { field: "contact.phone", max: 5 })],
  [new DomainError("payment.method_unknown", { field: "payment.method", known: ["vnpay"] })],
  [new DomainError("hold.sold_out", { field: "lines.0.quantity", unitsLeft: 2 })],
])("%s is about a field that was filled in well: it keeps its own words", async (error) => {
  const refusal = await afterRefusal(error);
  expect(refusal?.fields).toEqual({});
  expect(refusal?.title).not.toContain("mending");
  expect(refusal?.detail).toMatch(/[Pp]lease/);
});

/** The page after the market asked which unit is meant, with what was sent and what it was asked to place. */
async function withUnits(form: Record<string, string>, refusal?: DomainError) {
  const asked: unknown[] = [];
  const market = {
    cart: async () => cart,
    units: async () => ({
      match: "meant" as const,
      candidates: ["101", "102"].map((code) => ({
        unit: { code, name: `Xã ${code}`, nameEn: null, centre: null },
        province: { code: "01", name: "Tỉnh Sông Lam", nameEn: "Song Lam", region: "north" },
        because: "former commune" as const,
        former: { name: "Xã Làng Ngang", district: "Huyện Đồng Xanh", province: "Tỉnh Sông Lam", isSplit: true },
      })),
    }),
    placeOrder: (_: unknown, input: { address?: unknown }) => {
      asked.push(input.address);
      return Promise.reject(refusal ?? new DomainError("hold.sold_out", { unitsLeft: 0 }));
    },
  };
  const typed = { nonce: "abcdefgh", name: "Hạnh", line: "Số 5", commune: "Xã Làng Ngang", province: "Sông Lam", ...form };
  const answer = await checkoutPage(aVisit(market, "/thanh-toan", { form: typed, cookies: { cart: "id.token" } }), "vi");
  if (answer instanceof Response) throw new Error("It went elsewhere");
  return { page: answer, address: asked[0] };
}

const candidates = [{ communeCode: "101", commune: "Xã 101", provinceCode: "01", province: "Tỉnh Sông Lam", formerly: "Xã Làng Ngang, Huyện Đồng Xanh, Tỉnh Sông Lam" }];

test("a commune that was split is asked about beside its field, and everything that was typed stands", async () => {
  const refusal = new DomainError("address.unit_ambiguous", { field: "address.commune", candidates, isSplit: true, issues: [{ field: "address.commune", reason: "unit_ambiguous" }] });
  const { page } = await withUnits({ note: "Cổng xanh" }, refusal);
  expect(page.question).toEqual({ about: "split", typed: "Xã Làng Ngang", choices: candidates });
  expect(page.refusal?.fields).toEqual({ commune: expect.stringContaining("chọn") });
  expect(page.typed).toMatchObject({ commune: "Xã Làng Ngang", province: "Sông Lam", note: "Cổng xanh", communeCode: "" });
});

test("a name nobody knows is asked about with those that are near", async () => {
  const refusal = new DomainError("address.unit_unknown", { field: "address.province", candidates, issues: [{ field: "address.province", reason: "unit_unknown" }] });
  const { page } = await withUnits({}, refusal);
  expect(page.question?.about).toBe("near");
  expect(page.refusal?.fields).toEqual({ province: expect.any(String) });
});

test("the answer counts as long as the words it was asked about stand, and survives another refusal", async () => {
  const answered = await withUnits({ communeCode: "102", asked: "Xã Làng Ngang | Sông Lam" });
  expect(answered.address).toEqual({ line: "Số 5", commune: "Xã Làng Ngang", province: "Sông Lam", communeCode: "102" });
  expect(answered.page.question).toMatchObject({ about: "split", choices: [{ communeCode: "101" }, { communeCode: "102" }] });
  expect(answered.page.typed.communeCode).toBe("102");
  const changed = await withUnits({ communeCode: "102", asked: "Xã Làng Ngang | Sông Lam", commune: "Xã Lúa Vàng" });
  expect(changed.address).toEqual({ line: "Số 5", commune: "Xã Lúa Vàng", province: "Sông Lam" });
  expect(changed.page.question).toBeUndefined();
});

test("a number of eleven digits is told what it has become", async () => {
  const issues = [{ field: "contact.phone", reason: "phone_renumbered", became: "0361 234 567" }];
  const { page } = await withUnits({}, new DomainError("order.contact_invalid", { field: "contact.phone", issues }));
  expect(page.refusal?.fields["phone"]).toContain("0361 234 567");
});
