import { expect, test } from "vitest";
import { eachDatabase } from "@xudong/database/testing";
import { hours, minutes, plus, type Actor } from "@xudong/domain";
import { goodsOnSale, visitOnSale } from "@xudong/catalog/testing";
import { aBuyer, aCart, aKey, aMarket, anAttempt, aNotice } from "../testing/a-market.ts";
import { inspectMarket } from "./inspect-market.ts";

eachDatabase("The gate", (database) => {
  const atGate = (shopId: string, name = "gate"): Actor => ({ id: `${name} of ${shopId}`, grants: [{ permission: "ticket.admit", scope: shopId }] });

  /** A family of four who have paid for a visit that begins in half an hour, and a second time of the same shop. */
  async function aFamily() {
    const { market, clock } = await aMarket(database.store);
    const visit = await visitOnSale(database.store, clock.now(), { startsAt: plus(clock.now(), hours(3)) });
    const later = await visitOnSale(database.store, clock.now(), { shopId: visit.shopId, startsAt: plus(clock.now(), hours(30)) });
    const elsewhere = await visitOnSale(database.store, clock.now(), { startsAt: plus(clock.now(), hours(3)) });
    const buy = async (of: typeof visit, quantity: number, name: string, phone: string) => {
      const order = await market.placeOrder(await aCart(market, [{ variantId: of.variantIds[0] ?? "", slotId: of.slotId, quantity }]), aBuyer({ contact: { name, phone } }), aKey());
      await market.receiveNotice(aNotice(await anAttempt(market, order)));
      return { ...order, tickets: (await market.order(order)).tickets };
    };
    const family = await buy(visit, 4, "Nguyễn Thị Hạnh", "0912 345 678");
    const foreign = await buy(elsewhere, 1, "Nơi Khác", "0912 345 003");
    clock.set(plus(visit.startsAt, -minutes(30)));
    return { market, clock, visit, later, elsewhere, buy, family, foreign, gate: atGate(visit.shopId) };
  }

  const allIsWell = async () => {
    for (const finding of await inspectMarket(database.store)) expect(finding, finding.detail).toMatchObject({ ok: true });
  };

  test("finds a family by any of their codes, by what the QR says, and by their order", async () => {
    const { market, visit, family, gate } = await aFamily();
    const [ticket] = family.tickets;
    const typed = [ticket?.qrText, ticket?.code, ` ${ticket?.code.slice(0, 4).toLowerCase()}-${ticket?.code.slice(4)} `, family.code];
    for (const text of typed) {
      const { parties } = await market.gate.find(visit.shopId, text ?? "", gate);
      expect(parties, text).toMatchObject([{ orderCode: family.code, slotId: visit.slotId, name: "Nguyễn Thị Hạnh", phone: null, phoneEnds: "5678" }]);
      expect(parties[0]?.tickets.map(({ state }) => state)).toEqual(["issued", "issued", "issued", "issued"]);
    }
  });

  test("[O7] lets some in, then the rest, each once; the same key again answers the same, another hears when they came in", async () => {
    const { market, clock, visit, family, gate } = await aFamily();
    const codes = family.tickets.map(({ code }) => code);
    const first = await market.gate.admit(visit.shopId, codes.slice(0, 3), gate, "nonce-0001");
    expect(first).toMatchObject({ at: clock.now(), refused: [] });
    expect(first.letIn.toSorted()).toEqual(codes.slice(0, 3).toSorted());
    const cameAt = clock.now();
    clock.move(minutes(5));
    expect(await market.gate.admit(visit.shopId, codes.slice(0, 3), gate, "nonce-0001")).toEqual(first);
    const again = await market.gate.admit(visit.shopId, codes, gate, "nonce-0002");
    expect(again.letIn).toEqual([codes[3]]);
    expect(again.refused).toEqual(expect.arrayContaining(codes.slice(0, 3).map((code) => ({ code, why: "ticket.already_admitted", admittedAt: cameAt }))));
    expect(await market.gate.today(visit.shopId, gate)).toMatchObject([{ id: visit.slotId, expected: 4, admitted: 4 }]);
    await allIsWell();
  });

  test("[H4] [O7] two gates at once admit each guest once", async () => {
    const { market, visit, family } = await aFamily();
    const codes = family.tickets.map(({ code }) => code);
    const gates = Array.from({ length: 6 }, (_, at) => market.gate.admit(visit.shopId, at % 2 === 0 ? codes : codes.toReversed(), atGate(visit.shopId, `gate ${at}`), `nonce-gate-${at}`));
    const answers = await Promise.all(gates);
    expect(answers.flatMap(({ letIn }) => letIn).toSorted()).toEqual(codes.toSorted());
    expect(answers.flatMap(({ refused }) => refused.map(({ why }) => why))).toEqual(Array.from({ length: 20 }, () => "ticket.already_admitted"));
    const { auditRows } = database.store.read.t;
    const { tickets } = database.store.read.t;
    const ids = new Map((await database.store.read.select({ id: tickets.id, code: tickets.code }).from(tickets)).map(({ id, code }) => [id, code]));
    const admitted = (await database.store.read.select().from(auditRows)).filter(({ verb, objectId }) => verb === "ticket.admit" && codes.includes(ids.get(objectId) ?? ""));
    expect(admitted).toHaveLength(4);
    await allIsWell();
  });

  test("says what is of another day, cancelled, forged or nobody's here", async () => {
    const { market, clock, visit, later, buy, gate, family, foreign } = await aFamily();
    const tomorrow = await buy(later, 1, "Mai Sớm", "0912 345 001");
    expect(await market.gate.admit(visit.shopId, [tomorrow.tickets[0]?.code ?? ""], gate, "nonce-tomorrow")).toMatchObject({ letIn: [], refused: [{ why: "ticket.not_valid_now" }] });
    const undone = await buy(later, 1, "Đã Huỷ", "0912 345 002");
    await market.cancelOrder(undone);
    clock.set(plus(later.startsAt, -minutes(10)));
    expect(await market.gate.admit(visit.shopId, [undone.tickets[0]?.code ?? ""], gate, "nonce-undone")).toMatchObject({ letIn: [], refused: [{ why: "ticket.void" }] });
    expect((await market.gate.find(visit.shopId, undone.code, gate)).parties[0]?.tickets[0]?.state).toBe("void");
    // Whoever is expected is whoever may come.
    clock.set(plus(visit.startsAt, -minutes(30)));
    expect((await market.gate.today(visit.shopId, gate)).map(({ expected }) => expected)).toEqual([4]);

    for (const text of [foreign.tickets[0]?.code ?? "", foreign.tickets[0]?.qrText ?? "", foreign.code, "ABCD2345", "", "xin chào"]) {
      await expect(market.gate.find(visit.shopId, text, gate), text).rejects.toMatchObject({ code: "ticket.not_found", details: {} });
    }
    await expect(market.gate.find(visit.shopId, `${family.tickets[0]?.qrText.slice(0, -4)}AAAA`, gate)).rejects.toMatchObject({ code: "ticket.forged" });
    await expect(market.gate.admit(visit.shopId, [foreign.tickets[0]?.code ?? ""], gate, "nonce-foreign")).rejects.toMatchObject({ code: "ticket.not_found" });
  });

  test("finds who has forgotten their telephone by name and its last four digits, and nobody by one of them", async () => {
    const { market, visit, family, gate } = await aFamily();
    const find = async (name: string, phoneEnds: string) => (await market.gate.findForgetful(visit.shopId, visit.slotId, { name, phoneEnds }, gate)).map(({ orderCode }) => orderCode);
    for (const name of ["Hạnh", "nguyen thi hanh", "HANH NGUYEN"]) expect(await find(name, "5678"), name).toEqual([family.code]);
    for (const [name, digits] of [["Hạnh", "1234"], ["Hạ", "5678"], ["", "5678"], ["Hạnh", ""], ["Hạnh", "678"], ["%", "5678"]] as const) expect(await find(name, digits), `${name} ${digits}`).toEqual([]);
  });

  test("[S1] is that of the shop one stands at: at another there is nothing, whatever one has in hand", async () => {
    const { market, visit, elsewhere, family } = await aFamily();
    const stranger = atGate(elsewhere.shopId);
    const codes = family.tickets.map(({ code }) => code);
    const doings = [
      () => market.gate.today(visit.shopId, stranger), () => market.gate.find(visit.shopId, family.code, stranger), () => market.gate.admit(visit.shopId, codes, stranger, "nonce-stranger"),
      () => market.gate.findForgetful(visit.shopId, visit.slotId, { name: "Hạnh", phoneEnds: "5678" }, stranger),
    ];
    for (const doing of doings) await expect(doing()).rejects.toMatchObject({ code: "shop.not_found" });
    await expect(market.gate.admit(elsewhere.shopId, codes, stranger, "nonce-stranger-2")).rejects.toMatchObject({ code: "ticket.not_found" });
    expect(await market.gate.findForgetful(elsewhere.shopId, visit.slotId, { name: "Hạnh", phoneEnds: "5678" }, stranger)).toEqual([]);
    const { market: other } = await aMarket(database.store);
    const goods = await goodsOnSale(database.store, new Date());
    await expect(other.gate.today(goods.shopId, stranger)).rejects.toMatchObject({ code: "shop.not_found" });
  });
});
