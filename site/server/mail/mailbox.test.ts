import { mkdtemp, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { days, hours, plus } from "@xudong/domain";
import type { Letter } from "@xudong/market";
import { mailKindsWritten, mailWriter } from "../../mail/mail-writer.ts";
import { aMail, everyAbout } from "../../mail/testing/letters.ts";
import { fileCarrier } from "./file-carrier.ts";
import { mailboxIn } from "./mailbox.ts";

const write = mailWriter({ name: "Chợ Xứ Đông", publicUrl: "https://cho.example", isDemo: true });
const from = { name: "Chợ Xứ Đông", address: "cho@demo.invalid" };
const writtenAt = new Date("2026-11-23T03:00:00Z");

describe("Mail that is laid in a folder", () => {
  let folder = "";
  beforeAll(async () => (folder = join(await mkdtemp(join(tmpdir(), "mailbox-")), "outbox")));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const letterOf = (kind: (typeof mailKindsWritten)[number], at: number): Letter => {
    const mail = { ...aMail(everyAbout()[kind], at % 2 === 0 ? "vi" : "en"), id: `01KAQY0000000000000000${String(1000 + at)}` };
    return { ...write(mail), id: mail.id, to: mail.to, locale: mail.locale, writtenAt };
  };

  test("is read back as it was sent: every kind, to the letter, the newest first", async () => {
    const box = mailboxIn(folder);
    expect(await box.list(10)).toEqual([]);
    const letters = mailKindsWritten.map(letterOf);
    for (const letter of [...letters, ...letters]) expect(await fileCarrier(folder, from).carry(letter)).toEqual({ news: "accepted", answer: "file" });
    expect((await box.list(100)).map(({ id, subject, to, at }) => ({ id, subject, to, at }))).toEqual(letters.map(({ id, subject }) => ({ id, subject, to: "hanh@example.com", at: writtenAt })).reverse());
    for (const letter of letters) {
      const eml = await box.open(letter.id);
      const part = (type: string) => eml?.parts.find(({ contentType, fileName }) => contentType.startsWith(type) && fileName === undefined)?.content;
      expect(part("text/plain")?.trim()).toBe(letter.text.trim());
      expect(part("text/html")?.trim()).toBe(letter.html.trim());
      expect(eml?.parts.filter(({ fileName }) => fileName !== undefined).map(({ fileName, content }) => ({ fileName, content: content.trim() }))).toEqual(letter.files.map(({ fileName, content }) => ({ fileName, content: content.replaceAll("\r\n", "\n").trim() })));
      expect(eml?.headers.get("from")).toBe("Chợ Xứ Đông <cho@demo.invalid>");
    }
  });

  test("goes after a month", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const carrier = fileCarrier(join(folder, "old"), from);
    const [first, second] = [letterOf("recover", 60), letterOf("recover", 61)];
    await carrier.carry(first);
    await utimes(join(folder, "old", `${first.id}.eml`), 0, plus(new Date(), -days(31)).getTime() / 1000);
    vi.setSystemTime(plus(new Date(), hours(2))); // it looks once an hour
    await carrier.carry(second);
    vi.useRealTimers();
    expect(await readdir(join(folder, "old"))).toEqual([`${second.id}.eml`]);
  });

  test("[S1] can be read by its owner alone, and no other file by its name", async () => {
    const [name = ""] = await readdir(folder);
    expect((await stat(join(folder, name))).mode & 0o077).toBe(0);
    await writeFile(join(folder, "..", "secret.eml"), "Subject: x\r\n\r\nx");
    for (const id of ["../secret", "..%2Fsecret", "", ".", "01KAQY00000000000000009999"]) expect(await mailboxIn(folder).open(id)).toBeUndefined();
  });
});
