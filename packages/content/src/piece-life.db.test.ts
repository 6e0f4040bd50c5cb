import { and, asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { eachDatabase } from "@xudong/database/testing";
import { guest, hours, isDomainError, operatorActor, pieceMoves, pieceStates, plus, slugOf, type Actor, type PieceState } from "@xudong/domain";
import { aDraft, aPlaceDetail, aPublishedPiece, editor, writer } from "../testing/fixtures.ts";
import {
  archivePiece, draftPiece, listPieces, pieceInHand, piecesDue, piecesInHand, publishDuePiece, publishPiece, revisePiece, schedulePiece, sendBackPiece, showPiece, submitPiece, withdrawPiece,
  type PieceDraft,
} from "./index.ts";

const now = new Date("2026-11-23T03:00:00Z");
const later = plus(now, hours(2));

/** The code of a refusal, with the fields it names; anything else is a fault. */
const refused = async (promise: Promise<unknown>): Promise<string> => {
  try {
    await promise;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const fields = (error.details.issues ?? []).map(({ field, reason }) => `${field} ${reason}`);
    return [error.code, ...fields].join(", ");
  }
  return "nothing";
};

eachDatabase("The life of a piece", (database) => {
  const write: typeof database.store.write = (fn) => database.store.write(fn);
  const verbs = {
    submit: (id: string, actor: Actor = writer) => write((tx) => submitPiece(tx, id, { actor, now })),
    withdraw: (id: string, actor: Actor = writer) => write((tx) => withdrawPiece(tx, id, { actor, now })),
    send_back: (id: string, actor: Actor = editor) => write((tx) => sendBackPiece(tx, id, { reason: "Thiếu nguồn" }, { actor, now })),
    schedule: (id: string, actor: Actor = editor) => write((tx) => schedulePiece(tx, id, later, { actor, now })),
    publish: (id: string, actor: Actor = editor) => write((tx) => publishPiece(tx, id, { actor, now })),
    archive: (id: string, actor: Actor = editor) => write((tx) => archivePiece(tx, id, { actor, now })),
    revise: (id: string, actor: Actor = writer) => write(async (tx) => revisePiece(tx, id, draftOf.get(id) ?? aDraft(), { actor, now })),
  };
  type Verb = keyof typeof verbs;
  const draftOf = new Map<string, PieceDraft>();

  const draft = async (over: Partial<PieceDraft> = {}) => {
    const typed = aDraft(over);
    const { id } = await write((tx) => draftPiece(tx, typed, { actor: writer, now }));
    draftOf.set(id, typed);
    return id;
  };
  const stateOf = async (id: string) => (await pieceInHand(database.store.read, editor, id)).state;
  const shown = async (id: string, kind: "place" | "guide" = "place") => {
    const slug = slugOf(draftOf.get(id)?.title.vi ?? "");
    const found = await showPiece(database.store.read, kind, slug, now).catch(() => undefined);
    return found !== undefined && "piece" in found ? found.piece : undefined;
  };

  const ways: Record<PieceState, Verb[]> = {
    draft: [],
    in_review: ["submit"],
    scheduled: ["submit", "schedule"],
    published: ["submit", "publish"],
    archived: ["submit", "publish", "archive"],
  };
  /** Where each verb leads, and from where. */
  const moves: Record<Verb, { from: PieceState[]; to: PieceState }> = {
    submit: { from: ["draft"], to: "in_review" },
    withdraw: { from: ["in_review"], to: "draft" },
    send_back: { from: ["in_review", "scheduled"], to: "draft" },
    schedule: { from: ["in_review"], to: "scheduled" },
    publish: { from: ["in_review", "scheduled"], to: "published" },
    archive: { from: ["draft", "in_review", "scheduled", "published"], to: "archived" },
    revise: { from: ["draft", "published", "archived"], to: "draft" },
  };

  test.each(pieceStates.flatMap((state) => (Object.keys(moves) as Verb[]).map((verb) => ({ state, verb }))))("$verb from $state: as its table of moves has it", async ({ state, verb }) => {
    const id = await draft();
    for (const step of ways[state]) await verbs[step](id);
    expect(await stateOf(id)).toBe(state);
    const { from, to } = moves[verb];
    const answer = await refused(verbs[verb](id));
    if (from.includes(state)) {
      expect(answer).toBe("nothing");
      expect(await stateOf(id)).toBe(to);
      if (state !== to) expect(pieceMoves[state]).toContain(to);
    } else {
      expect(answer).toBe("piece.move_not_allowed");
      expect(await stateOf(id)).toBe(state);
    }
  });

  test("[S3] each step leaves who, what and when", async () => {
    const id = await draft();
    await verbs.submit(id);
    await verbs.send_back(id);
    await verbs.revise(id);
    await verbs.submit(id);
    await verbs.publish(id);
    await verbs.archive(id);
    const { auditRows: t } = database.store.read.t;
    const rows = await database.store.read.select({ verb: t.verb, actor: t.actor }).from(t).where(and(eq(t.objectKind, "piece"), eq(t.objectId, id))).orderBy(asc(t.id));
    expect(rows.map(({ verb, actor }) => `${verb} ${actor}`)).toEqual([
      "piece.draft person.writer", "piece.submit person.writer", "piece.send_back operator.editor", "piece.revise person.writer", "piece.submit person.writer",
      "piece.publish operator.editor", "piece.archive operator.editor",
    ]);
  });

  describe("versions", () => {
    test("what is published stays on its page until the next version is published", async () => {
      const { id, draft: first } = await aPublishedPiece(database.store, now);
      draftOf.set(id, first);
      const second = { ...first, summary: { vi: "Câu mới.", en: "A new sentence." } };
      const { number } = await write((tx) => revisePiece(tx, id, second, { actor: writer, now }));
      expect(number).toBe(2);
      expect((await shown(id))?.summary.vi).toBe("Một câu.");
      await verbs.submit(id);
      expect((await shown(id))?.summary.vi).toBe("Một câu.");
      await verbs.publish(id);
      expect(await shown(id)).toMatchObject({ summary: { vi: "Câu mới." }, version: 2 });
    });

    test("none is changed or lost", async () => {
      const id = await draft();
      for (const words of ["Hai.", "Ba."]) await write((tx) => revisePiece(tx, id, { ...(draftOf.get(id) ?? aDraft()), summary: { vi: words } }, { actor: writer, now }));
      const { pieceVersions: t } = database.store.read.t;
      const rows = await database.store.read.select({ number: t.number, words: t.words }).from(t).where(eq(t.pieceId, id)).orderBy(t.number);
      expect(rows.map(({ number, words }) => [number, words.summary.vi])).toEqual([[1, "Một câu."], [2, "Hai."], [3, "Ba."]]);
    });

    test("a reviewer's reason stands at the version, and a new version has none", async () => {
      const id = await draft();
      await verbs.submit(id);
      await verbs.send_back(id);
      expect(await pieceInHand(database.store.read, writer, id)).toMatchObject({ state: "draft", reason: "Thiếu nguồn", number: 1 });
      await verbs.revise(id);
      expect(await pieceInHand(database.store.read, writer, id)).toMatchObject({ reason: null, number: 2 });
    });

    test("two people who opened the same version do not write over each other", async () => {
      const id = await draft();
      const mine = draftOf.get(id) ?? aDraft();
      await write((tx) => revisePiece(tx, id, mine, { actor: writer, now }, 1));
      expect(await refused(write((tx) => revisePiece(tx, id, mine, { actor: editor, now }, 1)))).toBe("piece.revised_meanwhile");
      expect((await pieceInHand(database.store.read, writer, id)).number).toBe(2);
    });

    test("a piece keeps its key and its kind", async () => {
      const id = await draft();
      const mine = draftOf.get(id) ?? aDraft();
      expect(await refused(write((tx) => revisePiece(tx, id, { ...mine, key: "khac" }, { actor: writer, now })))).toBe("piece.incomplete, key not_one_of");
      expect(await refused(write((tx) => revisePiece(tx, id, { ...mine, detail: { kind: "guide" } }, { actor: writer, now })))).toBe("piece.incomplete, detail.kind not_one_of");
    });

    test("one archived is gone from pages, and comes back by being revised and published anew", async () => {
      const { id, draft: first } = await aPublishedPiece(database.store, now);
      draftOf.set(id, first);
      await verbs.archive(id);
      expect(await shown(id)).toBeUndefined();
      await verbs.revise(id);
      expect(await shown(id)).toBeUndefined();
      await verbs.submit(id);
      await verbs.publish(id);
      expect((await shown(id))?.version).toBe(2);
    });
  });

  describe("four eyes", () => {
    const alone = operatorActor("alone", ["piece.edit", "piece.publish"]);
    const byAlone = async () => {
      const { id } = await write((tx) => draftPiece(tx, aDraft(), { actor: alone, now }));
      await verbs.submit(id, alone);
      return id;
    };

    test("whoever wrote the last version neither publishes nor schedules it", async () => {
      const id = await byAlone();
      expect(await refused(verbs.publish(id, alone))).toBe("piece.own_work");
      expect(await refused(verbs.schedule(id, alone))).toBe("piece.own_work");
      expect(await stateOf(id)).toBe("in_review");
      await verbs.publish(id, editor);
      expect(await stateOf(id)).toBe("published");
    });

    test("an office of one may say that it is one", async () => {
      const id = await byAlone();
      await write((tx) => publishPiece(tx, id, { actor: alone, now }, { writersMayPublish: true }));
      expect(await stateOf(id)).toBe("published");
    });

    test("an editor who mends a comma has written it, too", async () => {
      const id = await draft();
      await verbs.revise(id, editor);
      await verbs.submit(id, editor);
      expect(await refused(verbs.publish(id, editor))).toBe("piece.own_work");
    });
  });

  describe("[S1] who may", () => {
    const of = (permission: "piece.edit" | "piece.publish", scope: string): Actor => ({ id: `person.${permission}.${scope}`, grants: [{ permission, scope }] });

    test("nobody writes without the permission for that kind", async () => {
      for (const actor of [guest, of("piece.edit", "festival"), of("piece.publish", "place")]) expect(await refused(write((tx) => draftPiece(tx, aDraft(), { actor, now })))).toBe("actor.not_allowed");
      await write((tx) => draftPiece(tx, aDraft(), { actor: of("piece.edit", "place"), now }));
    });

    test("every verb asks for its permission on that piece or its kind", async () => {
      const id = await draft();
      const needs: Record<Verb, "piece.edit" | "piece.publish"> = { submit: "piece.edit", withdraw: "piece.edit", revise: "piece.edit", send_back: "piece.publish", schedule: "piece.publish", publish: "piece.publish", archive: "piece.publish" };
      await verbs.submit(id);
      await verbs.publish(id);
      for (const [verb, need] of Object.entries(needs) as [Verb, "piece.edit" | "piece.publish"][]) {
        const other = need === "piece.edit" ? "piece.publish" : "piece.edit";
        for (const actor of [guest, of(other, "place"), of(need, "festival"), of(need, "another-piece")]) expect(await refused(verbs[verb](id, actor)), `${verb} by ${actor.id}`).toBe("actor.not_allowed");
        expect(await refused(verbs[verb](id, of(need, id))), verb).not.toBe("actor.not_allowed");
      }
    });

    test("a draft nobody has published is thrown away by who writes", async () => {
      const id = await draft();
      await verbs.archive(id, writer);
      expect(await stateOf(id)).toBe("archived");
    });

    test("nobody else ever sees a draft, by address, list or id", async () => {
      const place = await draft();
      const guide = await draft({ detail: { kind: "guide" } });
      for (const step of [[], ["submit"], ["schedule"]] as Verb[][]) {
        for (const verb of step) for (const id of [place, guide]) await verbs[verb](id);
        expect([await shown(place), await shown(guide, "guide")]).toEqual([undefined, undefined]);
        for (const kind of ["place", "guide"] as const) {
          const { items } = await listPieces(database.store.read, { kind, page: 1, pageSize: 100 }, now);
          expect(items.filter(({ id }) => id === place || id === guide)).toEqual([]);
        }
        const narrow = await listPieces(database.store.read, { kind: "place", unitCode: "99001", placeKind: "temple", page: 1, pageSize: 100 }, now);
        expect(narrow.items.filter(({ id }) => id === place)).toEqual([]);
        for (const actor of [guest, of("piece.edit", "festival")]) {
          expect(await refused(pieceInHand(database.store.read, actor, place))).toBe("piece.not_found");
          expect((await piecesInHand(database.store.read, actor)).filter(({ id }) => id === place || id === guide)).toEqual([]);
        }
        expect((await piecesInHand(database.store.read, of("piece.edit", "guide"))).map(({ id }) => id)).toContain(guide);
        expect((await piecesInHand(database.store.read, of("piece.edit", "guide"))).map(({ id }) => id)).not.toContain(place);
        expect((await piecesInHand(database.store.read, of("piece.publish", place))).map(({ id }) => id)).toEqual([place]);
      }
    });
  });

  describe("addresses", () => {
    const titled = (vi: string, en: string) => ({ title: { vi, en } });

    test("come with the first publication; a new title moves them, and the old ones lead on", async () => {
      const { id, draft: first } = await aPublishedPiece(database.store, now, titled("Chùa Cũ", "Old Pagoda"));
      const renamed = { ...first, ...titled("Chùa Mới", "New Pagoda") };
      await write((tx) => revisePiece(tx, id, renamed, { actor: writer, now }));
      await verbs.submit(id);
      expect(await showPiece(database.store.read, "place", "chua-cu", now)).toMatchObject({ piece: { slug: { vi: "chua-cu", en: "old-pagoda" } } });
      await verbs.publish(id);
      expect(await showPiece(database.store.read, "place", "chua-moi", now)).toMatchObject({ piece: { slug: { vi: "chua-moi", en: "new-pagoda" } } });
      expect(await showPiece(database.store.read, "place", "new-pagoda", now)).toMatchObject({ piece: { id } });
      for (const old of ["chua-cu", "old-pagoda"]) expect(await showPiece(database.store.read, "place", old, now)).toEqual({ movedTo: { vi: "chua-moi", en: "new-pagoda" } });
    });

    test("are one piece's alone among its kind, in either language, and free among the others", async () => {
      await aPublishedPiece(database.store, now, titled("Đền Trùng", "Same Temple"));
      const again = await draft(titled("Đền  trùng", "Another Temple"));
      expect(await refused(verbs.submit(again))).toBe("piece.slug_taken");
      const crossed = await draft(titled("Same temple", "Yet Another"));
      expect(await refused(verbs.submit(crossed))).toBe("piece.slug_taken");
      const guide = await draft({ ...titled("Đền Trùng", "Same Temple"), detail: { kind: "guide" } });
      expect(await refused(verbs.submit(guide))).toBe("nothing");
    });

    test("are kept for a title under review, so that publishing it cannot fail", async () => {
      const first = await draft(titled("Hồ Giữ Chỗ", "Kept Lake"));
      await verbs.submit(first);
      const second = await draft(titled("Hồ giữ chỗ", "Kept lake two"));
      expect(await refused(verbs.submit(second))).toBe("piece.slug_taken");
      await verbs.publish(first);
      expect(await shown(first)).toBeDefined();
    });

    test("lead nowhere that is not theirs", async () => {
      for (const slug of ["khong-co", "", "../x", "Chua-Cu", "a".repeat(201)]) expect(await refused(showPiece(database.store.read, "place", slug, now))).toBe("piece.not_found");
      const { draft: guide } = await aPublishedPiece(database.store, now, { ...titled("Cẩm nang riêng", "Own guide"), detail: { kind: "guide" } });
      expect(await refused(showPiece(database.store.read, "place", slugOf(guide.title.vi), now))).toBe("piece.not_found");
    });
  });

  describe("drafts are read", () => {
    const drafted = (over: Partial<PieceDraft>) => write((tx) => draftPiece(tx, aDraft(over), { actor: writer, now }));

    test("NFD, spaces and invisible characters are put right", async () => {
      const id = await draft({ title: { vi: `  ${"Đền Quát".normalize("NFD")}\u200b  làng `, en: " " }, summary: { vi: "Một\ncâu." } });
      const { words } = await pieceInHand(database.store.read, writer, id);
      expect([words.title, words.summary]).toEqual([{ vi: "Đền Quát làng" }, { vi: "Một câu." }]);
    });

    test("what cannot be is refused, every field by its name", async () => {
      const place = (over: object) => ({ detail: { ...aPlaceDetail, ...over } });
      expect(await refused(drafted({ title: { vi: "…" }, key: "Có dấu" }))).toBe("piece.incomplete, key bad_format, title missing");
      expect(await refused(drafted({ summary: { vi: "dài".repeat(200) } }))).toBe("piece.incomplete, summary too_long");
      expect(await refused(drafted({ sources: [{ title: "x", url: "javascript:alert(1)" }, { title: "y", url: "https://" }] }))).toBe("piece.incomplete, sources.0.url bad_format, sources.1.url bad_format");
      expect(await refused(drafted(place({ location: { unitCodes: ["x"], coordinates: { lat: 200, lon: 0 } } })))).toBe("piece.incomplete, detail.location.unitCodes.0 bad_format, detail.location.coordinates too_large");
      expect(await refused(drafted({ detail: { kind: "itinerary", days: 1, stops: [{ day: 2, at: "25:00", title: { vi: "a" }, text: { vi: "b" } }] } }))).toBe("piece.incomplete, detail.stops.0.day too_large, detail.stops.0.at bad_format");
      expect(await refused(drafted({ detail: { kind: "campaign", from: "2026-12-01", to: "2026-11-30" } }))).toBe("piece.incomplete, detail.to day_before_start");
      const dates = { calendar: "lunar", month: 13, startDay: 31, lengthDays: 1 } as const;
      expect(await refused(drafted({ detail: { kind: "festival", dates, location: aPlaceDetail.location } }))).toBe("piece.incomplete, detail.dates.month too_large, detail.dates.startDay too_large");
      expect(await refused(drafted({ key: "hai-lan" }))).toBe("nothing");
      expect(await refused(drafted({ key: "hai-lan" }))).toBe("piece.key_taken");
    });

    test("one that lacks something may be kept, not submitted; what lacks is named", async () => {
      const id = await draft({ summary: { vi: "" }, body: [{ text: { vi: "" } }], sources: [], detail: { ...aPlaceDetail, location: { unitCodes: [] } } });
      expect(await refused(verbs.submit(id))).toBe("piece.incomplete, summary missing, body.0.text missing, sources missing, detail.location missing");
      expect(await stateOf(id)).toBe("draft");
      const journey = await draft({ detail: { kind: "itinerary", days: 2, stops: [{ day: 1, title: { vi: "a" }, text: { vi: "" } }] } });
      expect(await refused(verbs.submit(journey))).toBe("piece.incomplete, detail.stops missing, detail.stops.0.text missing");
    });

    test("English may come later; whatever lacks it is told by name", async () => {
      const { draft: first, id } = await aPublishedPiece(database.store, now, { summary: { vi: "Chưa dịch." }, detail: { ...aPlaceDetail, ticket: { vi: "Miễn phí" } } });
      draftOf.set(id, first);
      expect((await shown(id))?.untranslated).toEqual(["summary", "detail.ticket"]);
    });

    test("a reason is needed to send something back, and an hour that is to come to schedule it", async () => {
      const id = await draft();
      await verbs.submit(id);
      expect(await refused(write((tx) => sendBackPiece(tx, id, { reason: " \n" }, { actor: editor, now })))).toBe("request.invalid, reason missing");
      for (const at of [now, new Date(Number.NaN)]) expect(await refused(write((tx) => schedulePiece(tx, id, at, { actor: editor, now })))).toBe("request.invalid, publishAt in_the_past");
    });
  });

  describe("an hour to be published at", () => {
    test("comes once: before it nothing is due, after it the market shows the piece, and a second time changes nothing", async () => {
      const id = await draft();
      await verbs.submit(id);
      await verbs.schedule(id);
      const due = async (at: Date) => (await piecesDue(database.store.read, at, 100)).filter((piece) => piece.id === id);
      const show = (at: Date) => write((tx) => publishDuePiece(tx, id, { actor: guest, now: at }));
      expect([await due(now), await show(now), await shown(id)]).toEqual([[], false, undefined]);
      expect(await due(later)).toHaveLength(1);
      expect([await show(later), await show(later)]).toEqual([true, false]);
      expect((await shown(id))?.publishedAt).toEqual(later);
      expect(await due(later)).toEqual([]);
    });

    test("is forgotten where the piece is sent back", async () => {
      const id = await draft();
      await verbs.submit(id);
      await verbs.schedule(id);
      await verbs.send_back(id);
      expect(await write((tx) => publishDuePiece(tx, id, { actor: guest, now: later }))).toBe(false);
      expect((await piecesDue(database.store.read, later, 100)).filter((piece) => piece.id === id)).toEqual([]);
    });

    test("two who publish and revise at once leave one of the two orders, never half of each", async () => {
      const id = await draft();
      await verbs.submit(id);
      await Promise.all([refused(verbs.publish(id)), refused(verbs.send_back(id))]);
      const piece = await pieceInHand(database.store.read, editor, id);
      expect([`published ${piece.isShown}`, `draft ${piece.isShown}`]).toContain(piece.state === "published" ? "published true" : "draft false");
      expect(piece.isShown).toBe(piece.state === "published");
    });
  });
});
