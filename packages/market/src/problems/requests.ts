import { absent, type ProblemsOf } from "./problem.ts";
import { kilobytes, seconds } from "./words.ts";

/** How somebody asked, what is not for them to see, and what went wrong on our side. */
export const requests = {
  "request.invalid": {
    status: 422,
    vi: { title: "Có chỗ cần sửa", detail: "Có ô còn thiếu hoặc chưa đúng. Mời bạn xem ô được nêu tên, sửa rồi gửi lại." },
    en: { title: "Something needs mending", detail: "Something is missing or not in the right form. Please look at what is named, mend it and send it again." },
  },
  "request.key_missing": {
    status: 400,
    vi: { title: "Thiếu mã chống làm hai lần", detail: "Yêu cầu này có thể lỡ gửi hai lần, nên cần tiêu đề Idempotency-Key từ 8 đến 200 ký tự để chợ chỉ làm một lần. Mời bạn thêm một mã mới rồi gửi lại." },
    en: { title: "The key that prevents doing it twice is missing", detail: "This request might get sent twice, so it needs an Idempotency-Key header of 8 to 200 characters; the market then does it once. Please add a fresh key and send it again." },
  },
  "request.key_reused": {
    status: 422,
    vi: { title: "Nội dung này khác với lần gửi trước", detail: "Để khỏi làm hai lần, chợ chưa làm gì thêm. Mời bạn xem lại rồi gửi lần nữa; chương trình gọi API thì dùng Idempotency-Key mới." },
    en: { title: "This differs from what was sent before", detail: "So that nothing happens twice, the market left everything as it was. Please check and send it again; a program calling the API uses a new Idempotency-Key." },
  },
  "request.not_found": absent,
  "request.method_not_allowed": {
    status: 405,
    vi: { title: "Địa chỉ này không nhận kiểu yêu cầu đó", detail: ({ allow }) => `${typeof allow === "string" ? `Ở đây chỉ dùng được ${allow}. ` : ""}Mời bạn đổi kiểu yêu cầu rồi gửi lại.` },
    en: { title: "This address does not take that kind of request", detail: ({ allow }) => `${typeof allow === "string" ? `It takes ${allow}. ` : ""}Please change the method and send it again.` },
  },
  "request.too_large": {
    status: 413,
    vi: { title: "Nội dung gửi lên quá dài", detail: ({ max }) => `Chợ không đọc hết được nội dung dài như vậy${max === undefined ? "" : `, giới hạn là ${kilobytes(max)} kB`}. Mời bạn rút ngắn rồi gửi lại.` },
    en: { title: "What was sent is too long", detail: ({ max }) => `The market does not read that much at once${max === undefined ? "" : `; the limit is ${kilobytes(max)} kB`}. Please shorten it and send it again.` },
  },
  "request.not_json": {
    status: 415,
    vi: { title: "Nội dung không phải JSON", detail: "Chợ đọc nội dung viết bằng JSON, mã UTF-8, kèm tiêu đề Content-Type: application/json. Mời bạn sửa rồi gửi lại." },
    en: { title: "The content is not JSON", detail: "The market reads content written as JSON in UTF-8, with the header Content-Type: application/json. Please mend it and send it again." },
  },
  "request.forbidden_origin": {
    status: 403,
    vi: { title: "Yêu cầu đến từ một trang khác", detail: "Để không ai thay bạn bấm nút, chợ chỉ nhận biểu mẫu gửi từ trang của chợ. Mời bạn mở trang của chợ rồi làm lại từ đó." },
    en: { title: "The request came from another site", detail: "So that nobody presses buttons in your name, the market takes forms from its own pages only. Please open the market's page and do it from there." },
  },
  "request.too_many": {
    status: 429,
    vi: { title: "Nhiều yêu cầu quá trong một lúc", detail: ({ retryAfterSeconds }) => `Từ mạng của bạn đang có nhiều yêu cầu tới cùng lúc, nên chợ tạm chưa trả lời. Mời bạn đợi ${typeof retryAfterSeconds === "number" ? `${retryAfterSeconds} giây` : "một chút"} rồi thử lại.` },
    en: { title: "Too many requests at once", detail: ({ retryAfterSeconds }) => `Many requests are coming from your network, so the market did not answer this one. Please wait ${typeof retryAfterSeconds === "number" ? seconds(retryAfterSeconds) : "a moment"} and try again.` },
  },
  "actor.not_allowed": absent,
  "server.busy": {
    status: 503,
    vi: { title: "Chợ đang đông quá", detail: "Lúc này có quá nhiều người cùng hỏi, nên chợ chưa kịp làm gì với yêu cầu của bạn. Mời bạn thử lại sau vài giây." },
    en: { title: "Too many people at once", detail: "The market has not got round to your request and has changed nothing. Please try again in a few seconds." },
  },
  "server.failed": {
    status: 500,
    vi: { title: "Chợ đang trục trặc", detail: ({ reference }) => `Lỗi ở phía chợ, không phải ở bạn. Mời bạn thử lại sau ít phút; nếu vừa thanh toán, xem trang đơn trước khi trả lần nữa.${typeof reference === "string" ? ` Khi cần hỏi, bạn báo mã ${reference}.` : ""}` },
    en: { title: "The market has a problem", detail: ({ reference }) => `The fault is ours, not yours. Please try again in a few minutes; if you have just paid, look at the order page before paying again.${typeof reference === "string" ? ` If you ask us about it, please give the reference ${reference}.` : ""}` },
  },
} as const satisfies ProblemsOf<"request" | "actor" | "server">;
