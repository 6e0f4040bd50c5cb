import { eq } from "drizzle-orm";
import { guest, isDomainError, type DomainError } from "@xudong/domain";
import { eachDatabase } from "@xudong/database/testing";
import { describe, expect, test } from "vitest";
import { aPerson, now } from "../testing/people.ts";
import { addPerson, changeConsent, consentsOf, deviceOf, findPerson, hashPassword, isPassword, readPerson, type TypedPerson } from "./index.ts";

const policyVersion = "test-1";
const ticked = [{ purpose: "terms", text: "Tôi đồng ý với điều khoản.", policyVersion }, { purpose: "privacy", text: "Tôi đồng ý.", policyVersion }] as const;
const typed = (over: Partial<TypedPerson> = {}): TypedPerson => ({ name: "Nguyễn Thị Hạnh", phone: "0912 345 678", password: "cây ổi sau nhà", consents: ticked, locale: "vi", ...over });

/** Which field is refused for what. */
function faults(over: Partial<TypedPerson>): string[] {
  try {
    readPerson(typed(over));
    return [];
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return (error as DomainError).details.issues?.map(({ field, reason }) => `${field} ${reason}`) ?? [];
  }
}

describe("what somebody types for an account", () => {
  test("is kept in one form, however it was typed", () => {
    const read = readPerson(typed({ name: "  Nguyễn Thị Hạnh ".normalize("NFD"), phone: "+84 912.345.678", email: " Hanh@Example.COM " }));
    expect(read).toMatchObject({ name: "Nguyễn Thị Hạnh".normalize("NFC"), phone: "+84912345678", email: "hanh@example.com" });
    expect(readPerson(typed({ phone: "", email: "an@example.com" }))).toMatchObject({ phone: null, email: "an@example.com" });
  });

  test("[S2] is refused with everything that is wrong with it, each at its field", () => {
    expect(faults({ name: " ", phone: "0112", email: "x@", password: "ngắn", consents: [] })).toEqual(["name missing", "phone phone", "email email", "password too_short", "consents.terms missing", "consents.privacy missing"]);
    expect(faults({ phone: "", email: "" })).toEqual(["phone phone_or_email"]);
    expect(faults({ password: "0912345678" })).toEqual(["password own_contact"]);
    expect(faults({ name: "ạ".repeat(101), password: "12345678" })).toEqual(["name too_long", "password too_common"]);
    expect(faults({ name: "ạ".repeat(100).normalize("NFD") })).toEqual([]);
  });
});

test.each([
  ["Mozilla/5.0 (Linux; Android 14; SM-A146P) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36", "Chrome · Android"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1", "Safari · iPhone"],
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0", "Edge · Windows"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Mobile/15E148 Zalo iOS/500", "Zalo · iPhone"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0", "Firefox · Linux"],
  ["curl/8", ""],
  ["", ""],
])("%s is %s", (userAgent, device) => {
  expect(deviceOf(userAgent)).toBe(device);
});

describe("a password", () => {
  test("is kept as argon2id, and opens for itself alone", async () => {
    const kept = await hashPassword("cây ổi sau nhà".normalize("NFD"));
    expect(kept).toMatch(/^\$argon2id\$/);
    expect(await isPassword(kept, "cây ổi sau nhà".normalize("NFC"))).toBe(true);
    for (const wrong of ["", "cây ổi sau nha", "x".repeat(5000), "\0", "\u{d800}"]) expect(await isPassword(kept, wrong)).toBe(false);
  });

  test("of nobody is never right, and a broken digest is no fault", async () => {
    for (const kept of [undefined, null, "", "not a digest", "$argon2id$v=19$m=19456,t=2,p=1$AAAA$"]) expect(await isPassword(kept, "cây ổi sau nhà")).toBe(false);
  });

  test("[S1] takes as much work where there is nobody as where it is wrong", async () => {
    const kept = await hashPassword("cây ổi sau nhà");
    await isPassword(undefined, "x"); // the stand-in is made once
    const time = async (of: string | undefined) => {
      const began = performance.now();
      for (let i = 0; i < 5; i++) await isPassword(of, "sai mật khẩu");
      return performance.now() - began;
    };
    const [wrong, nobody] = [await time(kept), await time(undefined)];
    // Without the stand-in it is a hundredth: the bound is wide because the machine has others to serve.
    expect(nobody).toBeGreaterThan(wrong / 10);
  });
});

eachDatabase("People", (database) => {
  const add = async (over: Partial<TypedPerson>) => database.store.write(async (tx) => addPerson(tx, { ...readPerson(typed(over)), passwordHash: "x" }, { actor: guest, now }, "web"));

  test("[S1] share neither telephone nor e-mail, and who has one is told to nobody", async () => {
    await add({ phone: "0987 000 001", email: "mot@example.com" });
    const refusals = await Promise.all([{ phone: "0987000001" }, { phone: "0987000002", email: "MOT@example.com" }, { phone: "0987000001", email: "mot@example.com" }].map((over) => add(over).then(() => undefined, (error: unknown) => error)));
    for (const refusal of refusals) expect(refusal).toMatchObject({ code: "person.contact_unavailable", details: {} });
  });

  test("are found by either, as typed", async () => {
    const { id } = await add({ phone: "0987 000 003", email: "ba@example.com" });
    for (const contact of ["0987000003", "+84 987 000 003", "BA@example.com "]) expect((await findPerson(database.store.read, contact))?.id).toBe(id);
    for (const contact of ["0987000009", "ba", "", "\0", "%@example.com"]) expect(await findPerson(database.store.read, contact)).toBeUndefined();
  });

  test("[S3] leave a trace that holds no telephone and no name", async () => {
    const { id } = await add({ phone: "0987 000 004" });
    const { auditRows, outbox } = database.store.read.t;
    const traces = await database.store.read.select().from(auditRows).where(eq(auditRows.objectId, id));
    expect(traces).toMatchObject([{ verb: "person.add", actor: "guest", objectKind: "person" }]);
    const news = await database.store.read.select().from(outbox).where(eq(outbox.subject, id));
    expect(JSON.stringify([traces, news])).not.toMatch(/987000004|Nguyễn/);
  });

  test("agree purpose by purpose, take back what they like, and the past stays provable", async () => {
    const { id } = await add({ phone: "0987 000 005", consents: [...ticked, { purpose: "season_news", text: "Nhắc tôi khi vào vụ.", policyVersion }] });
    const given = async () => (await consentsOf(database.store.read, id)).filter(({ isGiven }) => isGiven).map(({ purpose }) => purpose);
    expect(await given()).toEqual(["terms", "privacy", "season_news"]);
    const change = async (purpose: "terms" | "season_news", isGiven: boolean, minutesOn: number) =>
      database.store.write(async (tx) => changeConsent(tx, id, { purpose, text: "Nhắc tôi khi vào vụ.", policyVersion, isGiven }, { actor: { id, grants: [] }, now: new Date(now.getTime() + minutesOn * 60_000) }, "web"));
    await change("season_news", false, 1);
    await change("season_news", false, 2);
    expect(await given()).toEqual(["terms", "privacy"]);
    await change("season_news", true, 3);
    expect(await given()).toEqual(["terms", "privacy", "season_news"]);
    await expect(change("terms", false, 4)).rejects.toMatchObject({ code: "consent.required" });
    const { consents } = database.store.read.t;
    const rows = await database.store.read.select().from(consents).where(eq(consents.subject, id));
    expect(rows.filter(({ purpose }) => purpose === "season_news").map(({ isGiven }) => isGiven)).toEqual([true, false, true]);
    for (const row of rows) expect(row.textHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test("who exist twice in a rush exist once", async () => {
    const all = await Promise.allSettled(Array.from({ length: 6 }, () => add({ phone: "0987 000 006" })));
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await aPerson(database.store)).toHaveProperty("id");
  });
});
