import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { formatDong, locales } from "@xudong/domain";
import { colours } from "./colours.ts";
import { html, Markup } from "./html.ts";
import { mailKindsWritten, mailWriter } from "./mail-writer.ts";
import { aMail, everyAbout, typed } from "./testing/letters.ts";

const publicUrl = "https://cho.example";
const write = mailWriter({ name: "Chợ Xứ Đông", publicUrl, isDemo: false });
const demo = mailWriter({ name: "Chợ Xứ Đông", publicUrl, isDemo: true });
const each = mailKindsWritten.flatMap((kind) => locales.map((locale) => ({ kind, locale })));

/** What a reader sees of a page: its words, without its markup. */
const wordsOf = (page: string): string => page.replace(/<style>.*?<\/style>/gs, "").replace(/<[^>]*>/g, " ").replace(/&#39;/g, "'").replace(/&quot;/g, '"').replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
const linksOf = (page: string): string[] => [...page.matchAll(/href="([^"]*)"/g)].map(([, url = ""]) => url.replaceAll("&amp;", "&"));

describe("Every mail", () => {
  test.each(each)("[M3] $kind, $locale: nothing a seller wrote becomes markup or another line", ({ kind, locale }) => {
    const hostile = `"><img src=x onerror=alert(1)>'&amp;<b>\r\nBcc: all@example.com\u202Etxt`;
    const said = write(aMail(everyAbout((vi, en) => ({ vi: vi + hostile, en: en + hostile }))[kind], locale));
    expect(said.html).not.toMatch(/<img|<b>|onerror=alert\(1\)>|\u202E/);
    expect(said.subject).not.toMatch(/[\r\n\u202E]/);
    expect(said.text).not.toMatch(/^Bcc:|\u202E/m);
    const tags = (page: string) => [...page.matchAll(/<\/?([a-z0-9]+)/g)].map(([, name]) => name);
    expect(tags(said.html)).toEqual(tags(write(aMail(everyAbout()[kind], locale)).html));
  });

  test.each(each)("[M3] $kind, $locale: fetches nothing, leads nowhere but to the market, and says the same in plain words", ({ kind, locale }) => {
    const said = write(aMail(everyAbout()[kind], locale));
    expect(said.html).not.toMatch(/<(img|link|script|iframe|form|object|video)|src=|@import|url\(|javascript:/i);
    const links = linksOf(said.html);
    expect(links.length).toBeGreaterThan(0);
    for (const url of links) {
      expect(url.startsWith(`${publicUrl}/`)).toBe(true);
      expect(said.text).toContain(url);
    }
    for (const [amount] of wordsOf(said.html).matchAll(/[\d.,]+\u00A0(?:đ|VND)/g)) expect(said.text).toContain(amount);
    expect(said.text).not.toMatch(/<|&(?:amp|quot|#)|undefined|\[object/);
    expect(said.html).not.toMatch(/undefined|\[object|&amp;amp;/);
    expect(said.subject.length).toBeLessThan(100);
  });

  test.each(each)("[M3] $kind, $locale: repeats no word that whoever ordered has typed, and nobody's name", ({ kind, locale }) => {
    const said = write(aMail(everyAbout()[kind], locale));
    for (const part of [said.subject, said.html, said.text, ...said.files.map(({ content }) => content)]) expect(part).not.toContain(typed);
  });

  test.each(each)("$kind, $locale: is composed (NFC) from decomposed words, too", ({ kind, locale }) => {
    const said = write(aMail(everyAbout((vi, en) => ({ vi: vi.normalize("NFD"), en: en.normalize("NFD") }))[kind], locale));
    for (const part of [said.subject, said.html, said.text]) expect(part).toBe(part.normalize("NFC"));
  });

  test.each(mailKindsWritten)("%s is all Vietnamese in Vietnamese, and all English in English", (kind) => {
    const vietnamese = write(aMail(everyAbout((vi) => ({ vi: "…", en: vi }))[kind], "vi"));
    const seen = `${vietnamese.subject} ${wordsOf(vietnamese.html)} ${vietnamese.text.replace(/https:\S+/g, "")}`;
    expect(seen).not.toMatch(/\b(the|your|order|ticket|tickets|please|and|of|is|you|open|sent)\b/i);
    const english = write(aMail(everyAbout(() => ({ vi: "…", en: "Thing" }))[kind], "en"));
    const read = `${english.subject} ${wordsOf(english.html)} ${english.text.replace(/https:\S+/g, "")}`.replaceAll(/chợ xứ đông|Phường Hải Dương|Thành phố Hải Phòng/gi, "");
    expect(read).not.toMatch(/[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i);
    expect([vietnamese.html.includes('<html lang="vi">'), english.html.includes('<html lang="en">')]).toEqual([true, true]);
  });

  test("shows what has no translation as it is, in its own language", () => {
    const said = write(aMail(everyAbout((vi) => ({ vi })).order_confirmed, "en"));
    expect(said.html).toContain('<span lang="vi">Ổi Thanh Hà</span>');
    expect(said.text).toContain("Ổi Thanh Hà");
  });

  test.each(each)("$kind, $locale: says in a demo that it is a sample, and nowhere else", ({ kind, locale }) => {
    const about = everyAbout()[kind];
    const mark = { vi: /^\[(Đơn|Bản) mẫu\] /, en: /^\[(Sample order|Demo)\] / }[locale];
    expect(demo(aMail(about, locale)).subject).toMatch(mark);
    expect(write(aMail(about, locale)).subject).not.toMatch(mark);
  });
});

describe("A mail to a buyer", () => {
  const said = (kind: keyof ReturnType<typeof everyAbout>, locale: "vi" | "en" = "vi") => write(aMail(everyAbout()[kind], locale));

  test("says what was bought, when it is expected, what it cost, and opens the order wherever it is pressed", () => {
    const { html: page, text } = said("order_confirmed");
    const words = wordsOf(page);
    for (const part of ["Ổi Thanh Hà", "Thùng 5 kg", "gian hàng mẫu", "Dự kiến giao", "26–27/11", "8:00", formatDong(695_000, "vi"), "Phường Hải Dương"]) {
      expect(words).toContain(part);
      expect(text).toContain(part);
    }
    expect(linksOf(page)).toContain("https://cho.example/don-hang/K7MP2QX9?key=a-key-of-22-characters");
  });

  test("without a key leads to where an order is looked up", () => {
    const about = everyAbout().order_confirmed;
    const { html: page } = write(aMail({ ...about, link: { code: about.order.code } }, "en"));
    expect(linksOf(page)).toContain("https://cho.example/en/lookup");
    expect(page).not.toContain("key=");
  });

  test("brings each ticket by its own link, and the hour as a file for a calendar that opens nothing", () => {
    const { html: page, files, subject } = said("tickets");
    expect(subject).toBe("Vé: Nặn gốm ở lò Chu Đậu, 8:00, thứ 7, 28/11");
    expect(linksOf(page)).toContain("https://cho.example/don-hang/K7MP2QX9?key=a-key-of-22-characters&ve=B2B3C4D6");
    expect(wordsOf(page)).toContain("từ 7:00");
    const [file, ...more] = files;
    expect(more).toEqual([]);
    expect(file).toMatchObject({ fileName: "chuyen-di.ics", contentType: expect.stringContaining("text/calendar") });
    for (const line of ["DTSTART:20261128T010000Z", "DTEND:20261128T030000Z", "UID:ticket-A2B3C4D5"]) expect(file?.content).toContain(line);
    expect(file?.content).not.toContain("key");
    expect(said("order_confirmed").files).toEqual([]);
  });

  test("says what happens to money in each case", () => {
    const off = everyAbout().order_cancelled;
    const words = (order: Partial<typeof off.order>) => write(aMail({ ...off, order: { ...off.order, ...order } }, "vi")).text;
    expect(words({})).toContain(`hoàn toàn bộ ${formatDong(695_000, "vi")}`);
    expect(words({ refunds: [], attempts: [] })).toContain("chưa nhận khoản nào");
    expect(words({ refunds: [], attempts: off.order.attempts.map((attempt) => ({ ...attempt, state: "opened" as const })) })).toContain("Nếu sau này có khoản nào tới");
    expect(words({ refunds: [], attempts: [], totalDong: 0 })).not.toMatch(/hoàn/);
    const back = everyAbout().refund_requested;
    for (const [reason, part] of [["second_payment", "vẫn như cũ"], ["order_cancelled", "Đơn vẫn huỷ"], ["amount_differs", "không khớp"]] as const) expect(write(aMail({ ...back, reason }, "vi")).text).toContain(part);
    expect(said("cash_order").text).toContain(`chuẩn bị ${formatDong(335_000, "vi")}`);
  });
});

describe("A mail to a seller", () => {
  test("says what to prepare and by when, and not for whom", () => {
    const { text, subject } = write(aMail(everyAbout().seller_order, "vi"));
    expect(subject).toBe("Đơn mới K7MP-2QX9 cho Vườn nhà Mây");
    for (const part of ["Xong trước: 15:00, thứ Hai, 23/11/2026", "Ổi Thanh Hà", "Số lượng 2", "Khách sẽ tới", "https://cho.example/kenh-ban-hang"]) expect(text).toContain(part);
    expect(text).not.toMatch(/key=|Phường Hải Dương/);
  });
});

describe("Markup", () => {
  test("[M3] is made by html`…` alone", () => {
    expect(() => new Markup("<b>", Symbol("made by html`…`") as never)).toThrow();
    expect(html`<p title="${'"'}">${["<", undefined, html`<i>${"&"}</i>`, 5]}</p>`.toString()).toBe('<p title="&quot;">&lt;<i>&amp;</i>5</p>');
  });

  test("has the market's own colours", () => {
    const css = readFileSync(new URL("../styles/tokens.css", import.meta.url), "utf8").split("@media (prefers-contrast")[0] ?? "";
    for (const [name, [day, lamplight]] of Object.entries(colours)) {
      const said = new RegExp(`--${name}: (?:light-dark\\((#[\\da-f]{6}), (#[\\da-f]{6})\\)|(#[\\da-f]{6}));`).exec(css);
      expect([said?.[1] ?? said?.[3], said?.[2] ?? said?.[3]], name).toEqual([day, lamplight]);
    }
  });
});
