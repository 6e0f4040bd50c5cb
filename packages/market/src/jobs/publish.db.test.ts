import { expect, test } from "vitest";
import { aDraft, editor, writer } from "@xudong/content/testing";
import { eachDatabase } from "@xudong/database/testing";
import { hours, minutes, plus, slugOf } from "@xudong/domain";
import { aMarket } from "../../testing/a-market.ts";

eachDatabase("Pieces that wait for their hour", (database) => {
  test("are shown by the market when its clock has come to it, once, and not before", async () => {
    const { market, clock } = await aMarket(database.store);
    const draft = aDraft();
    const { id } = await market.content.draft(draft, writer);
    await market.content.submit(id, writer);
    await market.content.schedule(id, plus(clock.now(), hours(2)), editor);
    const seen = () => market.content.show("place", slugOf(draft.title.vi)).then(() => true, () => false);
    const published = async () => (await market.jobs.runDue()).find(({ name }) => name === "publish");

    expect(await published()).toMatchObject({ done: 0 });
    clock.move(hours(2) - minutes(1));
    expect([(await published())?.done, await seen()]).toEqual([0, false]);
    clock.move(minutes(1));
    expect([(await published())?.done, await seen()]).toEqual([1, true]);
    expect((await published())?.done).toBe(0);
    const { outbox, auditRows } = database.store.read.t;
    const news = await database.store.read.select({ topic: outbox.topic, subject: outbox.subject }).from(outbox);
    expect(news).toContainEqual({ topic: "piece.changed", subject: id });
    const audit = await database.store.read.select({ actor: auditRows.actor, verb: auditRows.verb, objectId: auditRows.objectId }).from(auditRows);
    expect(audit).toContainEqual({ actor: "system.job.publish", verb: "piece.publish", objectId: id });
    await market.close();
  });

  test("are shown once, though several markets look at the same time", async () => {
    const [one, two] = await Promise.all([aMarket(database.store), aMarket(database.store)]);
    const { id } = await one.market.content.draft(aDraft(), writer);
    await one.market.content.submit(id, writer);
    await one.market.content.schedule(id, plus(one.clock.now(), hours(1)), editor);
    for (const { clock } of [one, two]) clock.move(hours(1));
    const reports = await Promise.all([one, two].map(({ market }) => market.jobs.runDue()));
    const done = reports.flat().filter(({ name }) => name === "publish").reduce((sum, report) => sum + report.done, 0);
    expect(done).toBe(1);
    await Promise.all([one.market.close(), two.market.close()]);
  });
});
