import type { ProblemsOf } from "./problem.ts";
import { moneyRange } from "./words.ts";

/** Paying, what people decide about money, and amounts. */
export const paying = {
  "payment.method_unknown": {
    status: 422,
    vi: { title: "Chợ chưa có cách trả tiền này", detail: ({ known }) => `${Array.isArray(known) && known.length > 0 ? `Hiện dùng được: ${known.join(", ")}. ` : ""}Mời bạn chọn cách trả khác.` },
    en: { title: "The market does not have this way to pay", detail: ({ known }) => `${Array.isArray(known) && known.length > 0 ? `There is: ${known.join(", ")}. ` : ""}Please choose another way to pay.` },
  },
  "payment.amount_out_of_range": {
    status: 422,
    vi: { title: "Cách trả này không nhận số tiền như vậy", detail: ({ min, max }) => `${moneyRange(min, max, "vi")}Mời bạn chọn cách trả khác, bớt món hoặc chia làm nhiều đơn.` },
    en: { title: "This way to pay does not take that amount", detail: ({ min, max }) => `${moneyRange(min, max, "en")}Please choose another way to pay, take something out, or make several orders of it.` },
  },
  "payment.not_for_visits": {
    status: 409,
    vi: { title: "Vé và buổi tham quan cần trả trước", detail: "Trả tiền khi nhận hàng chỉ dùng cho hàng gửi tận nơi. Mời bạn chọn trả qua VNPAY, hoặc đặt hàng và vé thành hai đơn." },
    en: { title: "Visits are paid in advance", detail: "Cash on delivery is for goods that are sent. Please pay by VNPAY, or order goods and visits separately." },
  },
  "payment.not_for_several_sellers": {
    status: 409,
    vi: { title: "Trả khi nhận hàng chỉ dùng cho một gian hàng", detail: "Đơn này có hàng của nhiều gian hàng, mỗi nơi gửi một chuyến riêng. Mời bạn trả qua VNPAY, hoặc đặt riêng từng gian hàng." },
    en: { title: "Cash on delivery is for one seller", detail: "This order has goods of several sellers, each sent by itself. Please pay by VNPAY, or order from each seller separately." },
  },
  "payment.not_for_gifts": {
    status: 409,
    vi: { title: "Quà tặng cần trả trước", detail: "Người nhận quà không phải trả tiền ở cửa. Mời bạn chọn trả qua VNPAY." },
    en: { title: "Gifts are paid in advance", detail: "Nobody asks for money at the door of the person who is given something. Please pay by VNPAY." },
  },
  "payment.not_for_this_delivery": {
    status: 409,
    vi: { title: "Cách gửi này không thu tiền hộ", detail: "Hàng gửi lạnh và một số cách gửi khác cần trả trước. Mời bạn chọn trả qua VNPAY, hoặc chọn cách gửi khác." },
    en: { title: "This delivery takes no cash", detail: "Chilled goods and some other deliveries are paid in advance. Please pay by VNPAY, or choose another delivery." },
  },
  "attempt.not_found": {
    status: 404,
    vi: { title: "Không tìm thấy lần thanh toán này", detail: "Mã thanh toán không khớp với đơn nào. Mời bạn mở trang đơn để xem tiền đã tới chưa." },
    en: { title: "This payment was not found", detail: "Its reference matches no order. Please open the order page to see whether the money has arrived." },
  },
  "decision.nothing_waits": {
    status: 409,
    vi: { title: "Không có gì chờ quyết định", detail: "Đơn này không có khoản thanh toán hay hoàn tiền nào chờ quyết định như vậy; có thể vừa có người khác xử lý. Mời bạn xem lại dòng thời gian của đơn." },
    en: { title: "Nothing waits for this decision", detail: "No payment or refund of this order waits for it; somebody may just have dealt with it. Please look at the order's timeline." },
  },
  "decision.several_wait": {
    status: 409,
    vi: { title: "Có nhiều khoản đang chờ", detail: "Đơn này có nhiều khoản cùng chờ quyết định. Mời bạn nêu số tham chiếu của khoản cần xử lý." },
    en: { title: "Several payments wait", detail: "More than one payment of this order waits for a decision. Please name the one you mean by its reference." },
  },
  "decision.reference_missing": {
    status: 422,
    vi: { title: "Thiếu số chứng từ", detail: "Quyết định về tiền phải ghi số giao dịch hoặc chứng từ làm căn cứ. Mời bạn ghi số đó rồi gửi lại." },
    en: { title: "The paper it rests on is missing", detail: "A decision about money names the transaction number or document behind it. Please give it and try again." },
  },
  "money.not_whole_dong": {
    status: 422,
    vi: { title: "Số tiền phải là số đồng nguyên", detail: "Tiền đồng không có phần lẻ. Mời bạn ghi số tiền bằng chữ số, không dấu chấm, không dấu phẩy." },
    en: { title: "An amount is a whole number of VND", detail: "The currency has no fraction. Please write the amount in digits, without points or commas." },
  },
  "rate.missing": {
    status: 503,
    vi: { title: "Chợ chưa tính được tiền", detail: "Một bảng phí của chợ chưa được khai cho hôm nay; lỗi ở phía chợ, bạn chưa bị trừ tiền. Mời bạn thử lại sau." },
    en: { title: "The market cannot work out the price yet", detail: "One of the market's rates is not set for today; the fault is ours, and you have not been charged. Please try again later." },
  },
} as const satisfies ProblemsOf<"payment" | "attempt" | "decision" | "money" | "rate">;
