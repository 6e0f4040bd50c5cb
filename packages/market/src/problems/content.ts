import type { ProblemsOf } from "./problem.ts";

/** Places, festivals, journeys and guides. */
export const content = {
  "statement.invalid": {
    status: 422,
    vi: { title: "Nội dung này chưa ghi được", detail: "Mỗi phần cần tiêu đề và lời tiếng Việt, một phiên bản có tên, và ngày bắt đầu từ bây giờ trở đi. Mời bạn sửa các mục được nêu." },
    en: { title: "This statement cannot be kept yet", detail: "Each part needs a title and a text in Vietnamese, the version a name, and its first day now or later. Please mend what is named." },
  },
  "piece.not_found": {
    status: 404,
    vi: { title: "Không tìm thấy bài này", detail: "Bài chưa đăng, đã cất, hoặc địa chỉ gõ nhầm. Mời bạn xem lại địa chỉ, hoặc xem những bài khác." },
    en: { title: "This page was not found", detail: "It is not published, was put away, or the address was mistyped. Please check the address, or look at other pages." },
  },
  "piece.move_not_allowed": {
    status: 409,
    vi: { title: "Bài đang ở bước khác", detail: "Có thể ai đó vừa gửi duyệt, trả lại hoặc đăng bài. Mời bạn tải lại trang, xem bước hiện tại rồi làm tiếp." },
    en: { title: "The piece is at another step", detail: "Somebody may just have submitted, sent back or published it. Please load the page again, look where it stands and go on from there." },
  },
  "piece.incomplete": {
    status: 422,
    vi: { title: "Bài còn thiếu vài mục", detail: "Người đọc cần các mục được nêu tên. Mời bạn điền nốt hoặc sửa cho khớp rồi gửi lại." },
    en: { title: "The piece is not complete yet", detail: "Readers need what is named. Please fill it in or mend it, and send it again." },
  },
  "piece.key_taken": {
    status: 409,
    vi: { title: "Tên gọi tắt này đã có bài khác dùng", detail: "Mỗi bài cùng loại có một tên gọi tắt riêng. Mời bạn chọn tên khác, hoặc sửa bài đang có." },
    en: { title: "Another piece already has this key", detail: "Each piece of a kind has a key of its own. Please choose another, or revise the one that is there." },
  },
  "piece.slug_taken": {
    status: 409,
    vi: { title: "Tên bài này đã có bài khác dùng", detail: "Tên trùng thì hai trang trùng địa chỉ. Mời bạn thêm một chi tiết vào tên, ví dụ tên xã." },
    en: { title: "Another piece already has this title", detail: "With the same title the two pages would share an address. Please add a detail, such as the name of the commune." },
  },
  "piece.own_work": {
    status: 409,
    vi: { title: "Bài cần một người khác xem và đăng", detail: "Người viết bản mới này không tự đăng, để luôn có hai người đọc qua. Mời bạn nhờ một người duyệt khác." },
    en: { title: "Somebody else has to publish this", detail: "Whoever wrote this version does not publish it, so that two people have read it. Please ask another editor." },
  },
  "piece.revised_meanwhile": {
    status: 409,
    vi: { title: "Bài vừa có bản mới hơn", detail: "Ai đó đã lưu một bản sau bản bạn mở. Mời bạn mở bản mới, đưa phần của mình vào rồi lưu lại." },
    en: { title: "There is a newer version by now", detail: "Somebody saved one after the version you opened. Please open it, put your changes in and save again." },
  },
  "piece.target_not_found": {
    status: 422,
    vi: { title: "Liên kết không dẫn tới đâu", detail: "Không có món, gian hàng hay bài nào mang tên đó. Mời bạn xem lại tên rồi thêm lần nữa." },
    en: { title: "The link leads nowhere", detail: "There is no listing, shop or piece of that name. Please check the name and add it again." },
  },
  "festival.dates_unknown": {
    status: 404,
    vi: { title: "Chưa có ngày của lễ hội này", detail: "Lễ hội theo mùa vụ, ban tổ chức chưa báo ngày. Mời bạn xem tháng dự kiến ở trang lễ hội và quay lại sau." },
    en: { title: "There are no dates for this festival yet", detail: "It goes by the harvest and the organisers have not announced its days. Please look at the likely months on its page and come back later." },
  },
} as const satisfies ProblemsOf<"piece" | "festival" | "statement">;
