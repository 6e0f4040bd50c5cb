export { readCalendar, type CalendarEvent } from "./read-calendar.ts";
import type { Store } from "@xudong/database";
import { newCode, operatorActor, type Actor, type Localized, type PieceDetail } from "@xudong/domain";
import { draftPiece, publishPiece, submitPiece, type PieceDraft } from "../src/index.ts";

/** Two people of an editorial office: one writes, one reads it and publishes. */
export const writer: Actor = { id: "person.writer", grants: ["place", "festival", "guide", "itinerary", "campaign"].map((scope) => ({ permission: "piece.edit", scope })) };
export const editor: Actor = operatorActor("editor", ["piece.edit", "piece.publish"]);

const both = (vi: string): Localized => ({ vi, en: `${vi} (English)` });

/** A place with everything a reader needs. */
export const aPlaceDetail: Extract<PieceDetail, { kind: "place" }> = {
  kind: "place",
  placeKind: "temple",
  location: { unitCodes: ["99001"], address: both("Xã Thử") },
  ranks: [{ level: both("Di tích quốc gia"), year: 1992 }],
  isWorldHeritage: false,
};

/** A draft that could be published, of a place unless `detail` says otherwise; its title is its own. */
export function aDraft(over: Partial<PieceDraft> = {}): PieceDraft {
  const code = newCode().toLowerCase();
  return {
    key: `thu-${code}`,
    isSample: true,
    title: both(`Nơi thử ${code}`),
    summary: both("Một câu."),
    body: [{ text: both("Một đoạn.") }, { heading: both("Đi lại"), text: both("Đoạn hai.") }],
    facts: [{ label: both("Thời gian"), value: both("Một giờ") }],
    pictures: [{ drawing: "bowl", alt: both("Hình thử") }],
    sources: [{ title: "Nguồn thử", url: "https://example.org/nguon" }],
    detail: aPlaceDetail,
    ...over,
  };
}

/** A published piece. */
export async function aPublishedPiece(store: Store, now: Date, over: Partial<PieceDraft> = {}): Promise<{ id: string; draft: PieceDraft }> {
  const draft = aDraft(over);
  const id = await store.write(async (tx) => {
    const made = await draftPiece(tx, draft, { actor: writer, now });
    await submitPiece(tx, made.id, { actor: writer, now });
    await publishPiece(tx, made.id, { actor: editor, now });
    return made.id;
  });
  return { id, draft };
}
