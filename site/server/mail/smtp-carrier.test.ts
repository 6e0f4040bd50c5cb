import { createServer, type AddressInfo } from "node:net";
import { once } from "node:events";
import { afterEach, describe, expect, test } from "vitest";
import type { Letter } from "@xudong/market";
import { smtpCarrier, type SmtpOptions } from "./smtp-carrier.ts";
import { postOffice, type Mood, type PostOffice } from "./testing/post-office.ts";

const from = { name: "Chợ Xứ Đông", address: "cho@cho.example" };
const letter: Letter = {
  id: "01KAQY0000000000000000MA11", locale: "vi", writtenAt: new Date("2026-11-23T03:00:00Z"),
  to: "hanh@example.com",
  subject: "Đơn đã xác nhận\r\nX-Forged: yes\r\nBcc: all@example.com", text: "Chào bạn,\n.\nmột dòng chỉ có dấu chấm", html: "<p>Chào bạn</p>", files: [{ fileName: "chuyến đi.ics", contentType: "text/calendar; charset=utf-8", content: "BEGIN:VCALENDAR" }],
};

let office: PostOffice | undefined;
afterEach(async () => {
  await office?.close();
  office = undefined;
});
const open = async (...moods: Mood[]): Promise<PostOffice> => {
  office = await postOffice();
  office.moods.push(...moods);
  return office;
};
const carry = (url: string, over: Partial<SmtpOptions> = {}) => smtpCarrier(url, { from, patienceMs: 5000, ...over }).carry(letter);

describe("A mail server", () => {
  test("that takes a mail has it whole, under its own id, whatever stands in its subject", async () => {
    const { url, taken } = await open();
    expect(await carry(url)).toEqual({ news: "accepted", answer: "250" });
    const [mail] = taken;
    expect(mail?.to).toBe("hanh@example.com");
    expect(mail?.message).toContain(`Message-ID: <${letter.id}@cho.example>`);
    expect(mail?.message).toContain("Auto-Submitted: auto-generated");
    const headers = mail?.message.split("\r\n\r\n")[0] ?? "";
    for (const forged of ["Bcc", "X-Forged"]) expect(headers).not.toMatch(new RegExp(`^${forged}:`, "m"));
    expect(await carry(url)).toEqual({ news: "accepted", answer: "250" });
    expect(taken[1]?.message).toBe(mail?.message); // composed again it is the same
  });

  test.each<[Mood, { news: string; answer: string }]>([
    [{ at: "RCPT", answer: 550 }, { news: "refused", answer: "550" }],
    [{ at: "RCPT", answer: 450 }, { news: "later", answer: "450" }],
    [{ at: "RCPT", answer: "cut" }, { news: "unreached", answer: "ECONNECTION" }],
    [{ at: "DATA", answer: 554 }, { news: "refused", answer: "554" }],
    [{ at: "DATA", answer: 451 }, { news: "later", answer: "451" }],
    [{ at: "DATA", answer: "cut" }, { news: "silent", answer: "ECONNECTION" }],
  ])("that says %j is heard as %j", async (mood, heard) => {
    const { url, taken } = await open(mood);
    expect(await carry(url)).toEqual(heard);
    expect(taken).toEqual([]);
  });

  test("that falls silent once it has the whole mail may have taken it; one that never says a word has not", async () => {
    const { url, read } = await open({ at: "DATA", answer: "never" });
    expect(await carry(url, { patienceMs: 300 })).toEqual({ news: "silent", answer: "ETIMEDOUT" });
    expect(read).toHaveLength(1);
    const mute = createServer().listen(0, "127.0.0.1");
    await once(mute, "listening");
    const { port } = mute.address() as AddressInfo;
    expect(await carry(`smtp://127.0.0.1:${port}`, { patienceMs: 300 })).toEqual({ news: "unreached", answer: "ETIMEDOUT" });
    mute.close();
    expect(await carry(`smtp://127.0.0.1:${port}`)).toEqual({ news: "unreached", answer: "ESOCKET" });
  });

  test("gets nothing in the clear where the line must be encrypted", async () => {
    const plain = await open();
    expect(await carry(`${plain.url}?tls=required`)).toMatchObject({ news: "unreached" });
    expect(plain.read).toEqual([]);
    await plain.close();
    office = await postOffice({ disabledCommands: [] });
    expect(await carry(`${office.url}?tls=required`)).toMatchObject({ news: "unreached" }); // whoever answers cannot prove who they are
    expect(office.read).toEqual([]);
    expect(await carry(`${office.url}?tls=required`, { tls: { rejectUnauthorized: false } })).toMatchObject({ news: "accepted" });
    expect(office.taken[0]?.isEncrypted).toBe(true);
  });

  test("that does not know us is not one that refuses the mail", async () => {
    office = await postOffice({ authOptional: false, allowInsecureAuth: true, onAuth: ({ username, password }, _session, done) => (username === "chợ" && password === "mật khẩu@" ? done(null, { user: username }) : done(new Error("no"))) });
    const as = (user: string, password: string) => `${office?.url.replace("//", `//${encodeURIComponent(user)}:${encodeURIComponent(password)}@`)}`;
    expect(await carry(as("chợ", "sai"))).toEqual({ news: "unreached", answer: "535" });
    expect(await carry(office.url)).toEqual({ news: "unreached", answer: "530" });
    expect(await carry(as("chợ", "mật khẩu@"))).toMatchObject({ news: "accepted" });
  });
});
