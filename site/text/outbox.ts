import type { Locale } from "@xudong/domain";

/** What the page says that shows a demo's mail. */
const vi = {
  title: "Thư bản mẫu đã viết",
  lead: "Bản mẫu không gửi thư đi đâu: mỗi thư là một tệp trong data/outbox/ trên máy này.",
  none: "Chưa có thư nào. Mời bạn đặt một đơn có ghi e-mail, rồi mở lại trang này.",
  toHome: "Về trang đầu",
  closedTitle: "Không xem được thư ở đây",
  closed: "Thư mở được đơn và tài khoản, nên chỉ xem được trên chính máy đang chạy bản mẫu, và khi không đặt máy chủ thư (SMTP_URL).",
  to: "Gửi",
  all: "Mọi thư",
  headers: "Đầu thư",
  html: "Bản HTML",
  htmlAlone: "Mở riêng bản HTML",
  text: "Bản chữ",
  files: "Tệp đính kèm",
  raw: "Tải cả thư (.eml)",
  look: (subject: string) => `Thư: ${subject}`,
};

const en: typeof vi = {
  title: "Mail the demo has written",
  lead: "The demo sends nothing anywhere: each mail is a file in data/outbox/ on this computer.",
  none: "There is none yet. Place an order with an e-mail address, then open this page again.",
  toHome: "To the first page",
  closedTitle: "Mail cannot be seen here",
  closed: "Mail opens orders and accounts. It is shown only on the computer the demo runs on, and where no mail server (SMTP_URL) is set.",
  to: "To",
  all: "All mail",
  headers: "Headers",
  html: "As HTML",
  htmlAlone: "Open the HTML by itself",
  text: "In plain words",
  files: "Files",
  raw: "Save the whole mail (.eml)",
  look: (subject) => `Mail: ${subject}`,
};

export const outboxText = (locale: Locale): typeof vi => (locale === "en" ? en : vi);
