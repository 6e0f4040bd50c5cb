import { expect, test } from "vitest";
import { eachDatabase } from "@xudong/database/testing";
import { listPieces, nextFestivals, showPiece } from "@xudong/content";
import { pieceKinds, slugOf } from "@xudong/domain";
import { samplePieces as all, seedContent } from "./content.ts";
import { festivals } from "./content/festivals.ts";

const now = new Date("2026-11-23T03:00:00Z");

eachDatabase("The sample places, festivals, journeys and guides", (database) => {
  test("are published through the verbs, each at its address, and a second seeding changes nothing", async () => {
    const first = await seedContent(database.store, { now });
    expect(first.pieces).toBe(all.length);
    const { auditRows, pieceLinks, pieceVersions } = database.store.read.t;
    const rows = () => Promise.all([auditRows, pieceLinks, pieceVersions].map((table) => database.store.read.$count(table)));
    const before = await rows();
    expect(await seedContent(database.store, { now })).toEqual({ pieces: 0, missing: first.missing });
    expect(await rows()).toEqual(before);
    for (const kind of pieceKinds) {
      const { total } = await listPieces(database.store.read, { kind, page: 1, pageSize: 1 }, now);
      expect(total).toBe(all.filter(({ draft }) => draft.detail.kind === kind).length);
    }
    for (const { draft } of all) expect(await showPiece(database.store.read, draft.detail.kind, slugOf(draft.title.vi), now)).toHaveProperty("piece.title", draft.title);
  }, 60_000);

  test("name no piece that does not exist", async () => {
    const { missing } = await seedContent(database.store, { now });
    // Listings and shops come with another part of the seed.
    expect(missing.filter((target) => !/^(goods|experience|shop) /.test(target))).toEqual([]);
  });

  test("say something in both languages, everywhere", async () => {
    for (const { draft } of all) {
      const found = await showPiece(database.store.read, draft.detail.kind, slugOf(draft.title.vi), now);
      if ("piece" in found) expect(found.piece.untranslated, draft.key).toEqual([]);
    }
  });

  test("hold every festival again within a year and a half", async () => {
    const next = await nextFestivals(database.store.read, now, 100);
    expect(next).toHaveLength(festivals.length);
    for (const { time } of next) expect(time.from < "2028-06-01").toBe(true);
  });
});
