import type { ProblemsOf } from "./problem.ts";

/** Accounts, sessions, roles and consents. */
export const people = {
  "person.details_invalid": {
    status: 422,
    vi: { title: "Có chỗ cần sửa", detail: "Chợ cần họ tên, điện thoại hoặc e-mail, một mật khẩu đủ chắc và sự đồng ý của bạn. Mời bạn sửa ô được nêu tên rồi gửi lại." },
    en: { title: "Something needs mending", detail: "The market needs a name, a phone number or e-mail, a password that is hard to guess, and your consent. Please mend what is named and send it again." },
  },
  "person.contact_unavailable": {
    status: 409,
    vi: { title: "Chưa lập được tài khoản với liên lạc này", detail: "Điện thoại hoặc e-mail này không dùng được để lập tài khoản mới. Nếu là của bạn, mời bạn đăng nhập hoặc lấy lại mật khẩu; nếu không, xem lại đã gõ đúng chưa." },
    en: { title: "No account could be made with this contact", detail: "This phone number or e-mail cannot be used for a new account. If it is yours, please sign in or recover your password; otherwise check that it is typed as it should be." },
  },
  "person.wrong_credentials": {
    status: 422,
    vi: { title: "Chưa đăng nhập được", detail: "Liên lạc và mật khẩu này không khớp với tài khoản nào. Mời bạn xem lại cả hai, hoặc lấy lại mật khẩu." },
    en: { title: "You are not signed in", detail: "This contact and password match no account. Please check both, or recover your password." },
  },
  "person.locked": {
    status: 403,
    vi: { title: "Tài khoản này đang bị khoá", detail: "Người của chợ đã tạm khoá tài khoản. Mời bạn liên hệ chợ để biết vì sao và mở lại." },
    en: { title: "This account is locked", detail: "Somebody at the market has locked it for now. Please get in touch to learn why and have it opened again." },
  },
  "person.link_spent": {
    status: 409,
    vi: { title: "Đường dẫn này không còn dùng được", detail: "Mỗi đường dẫn mở được một lần, trong một giờ. Mời bạn xin một đường dẫn mới." },
    en: { title: "This link can no longer be used", detail: "A link opens once, within an hour. Please ask for a new one." },
  },
  "person.not_found": {
    status: 404,
    vi: { title: "Không tìm thấy người này", detail: "Không có tài khoản nào với liên lạc đó. Mời bạn xem lại số điện thoại hoặc e-mail." },
    en: { title: "This person was not found", detail: "No account has that contact. Please check the phone number or e-mail." },
  },
  "session.not_found": {
    status: 404,
    vi: { title: "Phiên này không còn", detail: "Thiết bị đó đã đăng xuất rồi, hoặc phiên đã hết hạn. Mời bạn tải lại trang." },
    en: { title: "This session is no longer there", detail: "That device has signed out already, or its time was over. Please load the page again." },
  },
  "role.not_found": {
    status: 404,
    vi: { title: "Không tìm thấy vai trò này", detail: "Vai trò đã kết thúc, hoặc chưa từng được giao. Mời bạn tải lại trang để xem ai đang giữ vai trò gì." },
    en: { title: "This role was not found", detail: "It has ended, or was never given. Please load the page again to see who holds what." },
  },
  "role.place_invalid": {
    status: 422,
    vi: { title: "Vai trò này không giao ở đó được", detail: "Vai trò của gian hàng cần đúng một gian hàng; vai trò của chợ thì không gắn với gian hàng. Mời bạn chọn lại nơi giao." },
    en: { title: "This role cannot be given there", detail: "A shop's role needs one shop, a role of the market none. Please choose the place again." },
  },
  "role.last_admin": {
    status: 409,
    vi: { title: "Chợ không còn người quản trị nào khác", detail: "Cần có người giao được vai trò. Mời bạn giao quyền quản trị cho người khác trước." },
    en: { title: "This is the last administrator", detail: "Somebody must be able to give roles. Please make another person an administrator first." },
  },
  "role.last_owner": {
    status: 409,
    vi: { title: "Gian hàng không còn chủ nào khác", detail: "Người mua và chợ cần biết ai lo các đơn của gian hàng. Mời bạn nhờ chợ giao gian hàng cho người khác, hoặc ngừng gian hàng, rồi làm lại." },
    en: { title: "This is the shop's last owner", detail: "Buyers and the market have to know who looks after its orders. Please ask the market to give the shop to somebody else, or to end it, and then do this again." },
  },
  "consent.required": {
    status: 409,
    vi: { title: "Tài khoản cần sự đồng ý này", detail: "Không có nó, chợ không giữ được tài khoản cho bạn. Nếu muốn rút lại, mời bạn đóng tài khoản ở trang tài khoản." },
    en: { title: "An account needs this consent", detail: "Without it the market cannot keep an account for you. To take it back, please close the account on its page." },
  },
} as const satisfies ProblemsOf<"person" | "session" | "role" | "consent">;
