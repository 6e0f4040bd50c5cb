import { expect, test, vi } from "vitest";
import { purgeOutbox, speak, type ToldNews } from "@xudong/database";
import { eachDatabase } from "@xudong/database/testing";
import { goodsOnSale } from "@xudong/catalog/testing";
import { formatCode } from "@xudong/domain";
import { aBuyer, aCart, aKey, aMarket, anAttempt, aNotice } from "../../testing/a-market.ts";
import { alerts } from "./alerts.ts";
import { deliverJob, type Reader } from "./deliver.ts";
import { jobRunner } from "./job-runner.ts";

eachDatabase("News that is passed on", (database) => {
  let readers = 0;
  /** A reader of its own name, so that no test reads on from another's place. */
  function aReader(over: Partial<Reader> = {}) {
    const heard: string[] = [];
    const hear = async (news: readonly ToldNews[]) => void heard.push(...news.map(({ subject }) => subject));
    return { heard, reader: { name: `reader ${(readers += 1)}`, hear, ...over } satisfies Reader };
  }
  const runner = (reader: Reader, store = database.store) => jobRunner({ store, jobs: [deliverJob({ store }, reader)], log: () => {}, tell: () => {} });
  async function tell(...subjects: string[]) {
    await database.store.write(async (tx) => {
      for (const subject of subjects) await speak(tx, { topic: "test.told", subject });
    });
    await database.newsSettled();
  }

  test("is heard once, in order, from the oldest there is, and then only what is new", async () => {
    await tell("a", "b");
    const { reader, heard } = aReader();
    const { runDue } = runner(reader);
    await runDue();
    expect(heard.slice(-2)).toEqual(["a", "b"]);
    heard.length = 0;
    await tell("c");
    expect(await runDue()).toMatchObject([{ done: 1 }]);
    expect(await runDue()).toMatchObject([{ done: 0 }]);
    expect(heard).toEqual(["c"]);
  });

  test("comes again where dealing with it failed, and nothing after it is lost", async () => {
    const heard: string[] = [];
    let isBroken = true;
    const hear = async (news: readonly ToldNews[]) => {
      heard.push(...news.map(({ subject }) => subject));
      if (isBroken) throw new Error("the mail server is away");
    };
    const { reader } = aReader({ hear });
    const { runDue } = runner(reader);
    await tell("d");
    expect(await runDue()).toMatchObject([{ done: 0, fault: expect.any(Error) }]);
    await tell("e");
    isBroken = false;
    heard.length = 0;
    await runDue();
    expect(heard.slice(-2)).toEqual(["d", "e"]);
  });

  test("a backlog is read in pieces, each kept before the next", async () => {
    const { reader } = aReader();
    const { runDue } = runner(reader);
    await runDue();
    await tell(...Array.from({ length: 450 }, (_, at) => `n${at}`));
    const pieces: number[] = [];
    await jobRunner({ store: database.store, jobs: [deliverJob({ store: database.store }, { ...reader, hear: async (news) => void pieces.push(news.length) })], log: () => {}, tell: () => {} }).runDue();
    expect(pieces).toEqual([200, 200, 50]);
  });

  test("one who keeps a copy builds it anew where the way back is gone", async () => {
    const rebuild = vi.fn(async () => {});
    const { reader, heard } = aReader({ rebuild });
    const { runDue } = runner(reader);
    await runDue();
    expect([rebuild.mock.calls.length, heard]).toEqual([1, []]);
    await tell("f", "g");
    await database.store.write((tx) => purgeOutbox(tx, new Date(Date.now() + 1000)));
    await tell("h");
    await runDue();
    expect([rebuild.mock.calls.length, heard]).toEqual([2, []]);
    await tell("i");
    await runDue();
    expect([rebuild.mock.calls.length, heard]).toEqual([2, ["i"]]);
  });

  test("two processes hear it once between them, and a slow one does not push the place back", async () => {
    const { reader, heard } = aReader();
    const other = await database.open();
    await tell("j", "k");
    await Promise.all([runner(reader).runDue(), runner(reader, other).runDue(), runner(reader, other).runDue()]);
    expect(heard.filter((subject) => subject === "j")).toHaveLength(1);

    const untilIdle = { goesOn: async () => true, did() {} };
    await tell("l");
    const slow: Reader = {
      ...reader,
      async hear() {
        if (heard.includes("m")) return;
        await tell("m"); // and while it deals with "l", another who took its turn deals with both
        await deliverJob({ store: other }, reader).work(untilIdle);
      },
    };
    const places: unknown[] = [];
    const watched: Reader = { ...slow, hear: async (news) => (places.push(news.map(({ subject }) => subject)), slow.hear(news)) };
    await deliverJob({ store: database.store }, watched).work(untilIdle);
    expect(places).toEqual([["l"]]);
    expect(heard.slice(-2)).toEqual(["l", "m"]);
  });

  test("the operator is told in one line what a person must look at, with the command to run and nobody's name", async () => {
    const lines: string[] = [];
    const { market, clock } = await aMarket(database.store);
    const guava = await goodsOnSale(database.store, clock.now());
    const place = async () => market.placeOrder(await aCart(market, [{ variantId: guava.variantIds[0] ?? "", quantity: 1 }]), aBuyer(), aKey());
    const [held, wrong, paid] = [await place(), await place(), await place()];
    await market.receiveNotice(aNotice(await anAttempt(market, held), { vnp_ResponseCode: "07", vnp_TransactionStatus: "07" }));
    const wrongAmount = aNotice(await anAttempt(market, wrong), { vnp_Amount: "100" });
    for (let at = 0; at < 10; at++) await market.receiveNotice(wrongAmount); // VNPAY repeats what was answered 04
    const attempt = await anAttempt(market, paid);
    await market.receiveNotice(aNotice(attempt));
    for (let at = 0; at < 3; at++) await market.receiveNotice(aNotice(attempt, { vnp_Amount: "100" }));
    await database.newsSettled();
    await runner(alerts(database.store, (line) => void lines.push(line))).runDue();
    // Suspected fraud is told where payments record it; each other matter in one line, however often it was said.
    expect(lines.filter((line) => !line.includes("suspects fraud"))).toEqual([
      expect.stringMatching(new RegExp(`names another sum than ours.*decide ${formatCode(wrong.code)}$`)),
      expect.stringContaining(`were paid for payment ${attempt.gatewayRef} of order ${formatCode(paid.code)}`),
    ]);
    expect(lines.join()).not.toMatch(/Nguyễn|0912/);
  });
});
