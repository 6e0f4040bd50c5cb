import type { ProblemsOf } from "./problem.ts";
import { moment } from "./words.ts";

/** Tickets at the gate. */
export const visits = {
  "ticket.not_found": {
    status: 404,
    vi: { title: "Không tìm thấy vé này", detail: "Mã vé không khớp với vé nào ở đây. Mời bạn xem lại mã, hoặc mở vé từ trang đơn." },
    en: { title: "This ticket was not found", detail: "The code matches no ticket here. Please check it, or open the ticket from the order page." },
  },
  "ticket.forged": {
    status: 422,
    vi: { title: "Mã này không phải vé của chợ", detail: "Mã QR không do chợ cấp, hoặc quét chưa đủ. Mời bạn quét lại; nếu vẫn vậy, gõ mã vé in dưới hình." },
    en: { title: "This code is not one of our tickets", detail: "The QR code was not issued here, or was not read whole. Please scan it again; if that does not help, type the code printed under it." },
  },
  "ticket.already_admitted": {
    status: 409,
    vi: { title: "Vé này đã vào cửa", detail: ({ admittedAt }) => `Mỗi vé vào một lần${admittedAt instanceof Date ? `, và vé này đã vào lúc ${moment(admittedAt, "vi")}` : ""}. Nếu khách đi cùng đoàn, mời bạn xem vé khác của đơn.` },
    en: { title: "This ticket has already been used", detail: ({ admittedAt }) => `Each ticket lets one guest in once${admittedAt instanceof Date ? `; this one came in at ${moment(admittedAt, "en")}` : ""}. If the guest belongs to a group, please look at the order's other tickets.` },
  },
  "ticket.not_valid_now": {
    status: 409,
    vi: { title: "Chưa tới giờ, hoặc đã qua giờ của vé", detail: ({ opensAt, closesAt }) => `${opensAt instanceof Date && closesAt instanceof Date ? `Vé này vào cửa từ ${moment(opensAt, "vi")} tới ${moment(closesAt, "vi")}. ` : ""}Mời bạn xem ngày giờ ghi trên vé.` },
    en: { title: "It is not the time of this ticket", detail: ({ opensAt, closesAt }) => `${opensAt instanceof Date && closesAt instanceof Date ? `It lets in from ${moment(opensAt, "en")} to ${moment(closesAt, "en")}. ` : ""}Please look at the day and time on the ticket.` },
  },
  "ticket.void": {
    status: 409,
    vi: { title: "Vé này không còn giá trị", detail: "Chuyến đã huỷ hoặc đơn đã được hoàn tiền. Mời bạn mở trang đơn để xem." },
    en: { title: "This ticket is no longer valid", detail: "The visit was cancelled or the order refunded. Please open the order page to see." },
  },
} as const satisfies ProblemsOf<"ticket">;
