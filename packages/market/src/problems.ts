import {
  formatDay, formatDong, formatTime, isDomainError, newCode, textIn,
  type ErrorCode, type ErrorDetails, type Locale, type Localized,
} from "@xudong/domain";
import { isBusy } from "@xudong/database";
import { faultText } from "./api/faults.ts";

/** Every refusal of the market, and what is no refusal: a fault of ours, and a crowd. */
export type ProblemCode = ErrorCode | "server.failed" | "server.busy";

/** What a person reads: what happened, in a line; why, and what to do next, in a sentence or two. */
export type ProblemText = { title: string; detail: string };

type Told = string | ((details: ErrorDetails) => string);
type Problem = { status: number; vi: { title: Told; detail: Told }; en: { title: Told; detail: Told } };

// An absent thing and one that somebody may not see read alike, or the answer would tell which it is (S1).
const absent = {
  status: 404,
  vi: { title: "Không có gì ở địa chỉ này", detail: "Địa chỉ có thể đã đổi hoặc gõ nhầm. Mời bạn xem lại địa chỉ." },
  en: { title: "There is nothing at this address", detail: "The address may have changed or been mistyped. Please check it." },
} as const satisfies Problem;

/**
 * Each refusal in words a grower and a guest from abroad understand: what happened, why, what to do next.
 * A new code does not compile until somebody has written them, in both languages.
 */
export const problems = {
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
  "consent.required": {
    status: 409,
    vi: { title: "Tài khoản cần sự đồng ý này", detail: "Không có nó, chợ không giữ được tài khoản cho bạn. Mời bạn liên hệ chợ để đóng tài khoản nếu muốn rút lại." },
    en: { title: "An account needs this consent", detail: "Without it the market cannot keep an account for you. Please ask the market to close the account if you want to take it back." },
  },

  "shop.not_found": {
    status: 404,
    vi: { title: "Không tìm thấy gian hàng này", detail: "Gian hàng không còn ở chợ, hoặc địa chỉ gõ nhầm. Mời bạn xem lại địa chỉ." },
    en: { title: "This shop was not found", detail: "The shop is no longer here, or the address was mistyped. Please check the address." },
  },
  "shop.move_not_allowed": {
    status: 409,
    vi: { title: "Gian hàng đang ở bước khác", detail: "Có thể ai đó vừa đổi trạng thái gian hàng. Mời bạn tải lại trang, xem trạng thái mới rồi làm tiếp." },
    en: { title: "The shop is at another step", detail: "Somebody may just have changed its state. Please load the page again, look at the new state and go on from there." },
  },
  "shop.incomplete": {
    status: 422,
    vi: { title: "Thông tin gian hàng cần sửa", detail: "Có mục còn thiếu, chưa đúng hoặc không đổi được nữa. Mời bạn xem mục được nêu tên, sửa rồi gửi lại; tên và giấy tờ của gian hàng đang bán thì nhờ chợ đổi giúp." },
    en: { title: "The shop's details need mending", detail: "Something is missing, not in the right form, or can no longer be changed. Please look at what is named, mend it and send it again; the name and papers of a shop that sells are changed by the market." },
  },
  "shop.slug_taken": {
    status: 409,
    vi: { title: "Tên gian hàng này đã có nơi khác dùng", detail: "Tên và xã trùng nhau thì hai gian hàng trùng địa chỉ trang. Mời bạn thêm một chi tiết vào tên, ví dụ tên thôn hoặc tên chủ." },
    en: { title: "Another shop already has this name", detail: "With the same name in the same commune the two would share an address. Please add a detail to the name, such as the hamlet or the owner." },
  },
  "shop.under_review": {
    status: 409,
    vi: { title: "Gian hàng đang được duyệt", detail: "Trong lúc duyệt thì chưa sửa được. Mời bạn đợi kết quả, rồi sửa và gửi lại nếu cần." },
    en: { title: "The shop is being reviewed", detail: "It cannot be changed meanwhile. Please wait for the result, then change it and send it again if need be." },
  },
  "category.not_found": {
    status: 404,
    vi: { title: "Không có nhóm hàng này", detail: "Nhóm hàng có thể đã đổi tên hoặc gõ nhầm. Mời bạn xem lại địa chỉ, hoặc chọn nhóm khác." },
    en: { title: "There is no such category", detail: "It may have been renamed, or mistyped. Please check the address, or choose another." },
  },
  "category.in_use": {
    status: 409,
    vi: { title: "Nhóm hàng đang có tin bán", detail: ({ count }) => `${typeof count === "number" ? `Có ${count} tin bán đứng trong nhóm này. ` : ""}Mời bạn chuyển các tin sang nhóm khác trước khi bỏ nhóm.` },
    en: { title: "Listings stand in this category", detail: ({ count }) => `${typeof count === "number" ? `There ${count === 1 ? "is 1 listing" : `are ${count} listings`} in it. ` : ""}Please move them to another category before it goes.` },
  },
  "certificate.not_found": {
    status: 404,
    vi: { title: "Không tìm thấy giấy chứng nhận này", detail: "Giấy không còn ở chợ, hoặc không thuộc gian hàng của bạn. Mời bạn tải lại trang." },
    en: { title: "This certificate was not found", detail: "It is no longer here, or does not belong to your shop. Please load the page again." },
  },
  "certificate.incomplete": {
    status: 422,
    vi: { title: "Giấy chứng nhận cần sửa", detail: "Có mục còn thiếu hoặc chưa đúng so với giấy. Mời bạn xem mục được nêu tên, sửa theo giấy rồi gửi lại." },
    en: { title: "The certificate needs mending", detail: "Something is missing or cannot be as it stands. Please look at what is named, copy it from the paper and send it again." },
  },
  "certificate.move_not_allowed": {
    status: 409,
    vi: { title: "Giấy chứng nhận đang ở bước khác", detail: "Giấy đã được xác minh hoặc đã bị thu hồi. Mời bạn tải lại trang để xem." },
    en: { title: "The certificate is at another step", detail: "It has been verified already, or revoked. Please load the page again to see." },
  },
  "listing.not_found": {
    status: 404,
    vi: { title: "Không tìm thấy món hay chuyến này", detail: "Không còn ở chợ, hoặc địa chỉ gõ nhầm. Mời bạn xem lại địa chỉ, hoặc xem những thứ khác đang bán." },
    en: { title: "This listing was not found", detail: "It is no longer in the market, or the address was mistyped. Please check the address, or look at what else is on sale." },
  },
  "listing.move_not_allowed": {
    status: 409,
    vi: { title: "Tin bán đang ở bước khác", detail: "Có thể ai đó vừa gửi duyệt, duyệt hoặc dừng bán. Mời bạn tải lại trang, xem trạng thái mới rồi làm tiếp." },
    en: { title: "The listing is at another step", detail: "Somebody may just have submitted, approved or paused it. Please load the page again, look at the new state and go on from there." },
  },
  "listing.not_on_sale": {
    status: 409,
    vi: { title: "Đang tạm dừng bán", detail: "Người bán tạm dừng hoặc đã thôi bán món hay chuyến này. Mời bạn bỏ ra khỏi giỏ, hoặc quay lại sau." },
    en: { title: "This is not on sale at the moment", detail: "The seller has paused it or no longer sells it. Please take it out of the basket, or come back later." },
  },
  "listing.out_of_season": {
    status: 409,
    vi: { title: "Chưa vào mùa", detail: "Chợ chỉ bán khi đang mùa. Mời bạn bỏ món này ra khỏi giỏ và quay lại khi vào mùa." },
    en: { title: "This is not in season", detail: "The market sells it in its season only. Please take it out of the basket and come back when the season begins." },
  },
  "listing.incomplete": {
    status: 422,
    vi: { title: "Tin bán còn thiếu vài mục", detail: "Người mua cần các mục được nêu tên để hiểu món bạn bán. Mời bạn điền nốt rồi gửi lại." },
    en: { title: "The listing is not complete yet", detail: "Buyers need what is named to understand what you sell. Please fill it in and send it again." },
  },
  "listing.slug_taken": {
    status: 409,
    vi: { title: "Tên này đã có món khác dùng", detail: ({ takenBy }) => `${isTitle(takenBy) ? `“${takenBy.vi}” đã dùng tên ấy. ` : ""}Tên trùng thì hai trang trùng địa chỉ. Mời bạn thêm một chi tiết vào tên, ví dụ nơi làm hoặc quy cách.` },
    en: { title: "Another listing already has this name", detail: ({ takenBy }) => `${isTitle(takenBy) ? `“${takenBy.en ?? takenBy.vi}” has it. ` : ""}With the same name the two pages would share an address. Please add a detail to the name, such as the place or the size.` },
  },
  "listing.under_review": {
    status: 409,
    vi: { title: "Tin bán đang được duyệt", detail: "Trong lúc duyệt thì chưa sửa được. Mời bạn đợi kết quả, rồi sửa và gửi lại nếu cần." },
    en: { title: "The listing is being reviewed", detail: "It cannot be changed meanwhile. Please wait for the result, then change it and send it again if need be." },
  },

  "variant.not_found": {
    status: 404,
    vi: { title: "Không còn loại này", detail: "Người bán đã đổi quy cách hoặc loại vé. Mời bạn mở lại trang của món và chọn loại đang có." },
    en: { title: "This choice is no longer there", detail: "The seller has changed the sizes or ticket types. Please open the listing again and choose one that is there." },
  },
  "variant.last_one": {
    status: 409,
    vi: { title: "Đây là loại cuối cùng còn bán", detail: "Bỏ nốt loại này thì không còn gì để mua. Mời bạn thêm loại khác trước, hoặc tạm dừng bán cả món." },
    en: { title: "This is the last one on sale", detail: "Without it there would be nothing left to buy. Please add another first, or pause the whole listing." },
  },
  "slot.not_found": {
    status: 404,
    vi: { title: "Không có giờ này", detail: "Giờ bạn chọn không thuộc chuyến này, hoặc đã được gỡ. Mời bạn mở lại trang của chuyến và chọn giờ khác." },
    en: { title: "There is no such time", detail: "The time you chose does not belong to this visit, or was taken down. Please open the visit again and choose another." },
  },
  "slot.required": {
    status: 422,
    vi: { title: "Bạn chưa chọn ngày giờ", detail: "Chuyến đi nào cũng cần ngày và giờ. Mời bạn chọn một giờ còn chỗ rồi thêm vào giỏ." },
    en: { title: "Please choose a day and time", detail: "A visit needs both. Please choose a time that has places, then add it to the basket." },
  },
  "slot.not_for_goods": {
    status: 422,
    vi: { title: "Hàng gửi đi không chọn giờ", detail: "Ngày giờ chỉ dành cho chuyến đi. Mời bạn bỏ ngày giờ rồi thêm lại vào giỏ." },
    en: { title: "Goods have no time to choose", detail: "Days and times belong to visits. Please leave the time out and add it to the basket again." },
  },
  "slot.closed": {
    status: 409,
    vi: { title: "Giờ này đã ngừng nhận khách", detail: "Đã quá giờ nhận đặt, hoặc chuyến không chạy. Mời bạn chọn giờ khác hoặc ngày khác." },
    en: { title: "This time takes no more guests", detail: "Booking for it has ended, or it does not run. Please choose another time or day." },
  },
  "slot.rules_invalid": {
    status: 422,
    vi: { title: "Lịch có chỗ cần sửa", detail: "Lịch chưa lưu được vì có chỗ còn thiếu hoặc không khớp nhau. Mời bạn xem từng chỗ được nêu tên, sửa rồi lưu lại; các giờ đang mở vẫn như cũ." },
    en: { title: "The timetable needs mending", detail: "It was not saved, because something in it is missing or does not fit together. Please mend each part that is named and save again; the times already open stay as they are." },
  },
  "slot.rules_collide": {
    status: 409,
    vi: { title: "Hai lịch mở cùng một giờ", detail: ({ time }) => `Hai lịch của bạn có thể cùng bắt đầu lúc ${typeof time === "string" ? time : "một giờ"} trong một ngày, nên chợ không biết theo lịch nào. Mời bạn đổi giờ, đổi thứ hoặc đổi thời hạn của một trong hai rồi lưu lại.` },
    en: { title: "Two timetables begin at the same time", detail: ({ time }) => `Two of your timetables could begin at ${typeof time === "string" ? time : "the same time"} on the same day, and the market cannot tell which to follow. Please change the time, the weekdays or the dates of one of them and save again.` },
  },
  "slot.too_many_a_day": {
    status: 422,
    vi: { title: "Một ngày nhiều giờ quá", detail: ({ max }) => `Mỗi trải nghiệm mở được ${max ?? 96} giờ trong một ngày. Mời bạn giãn các giờ ra rồi lưu lại.` },
    en: { title: "Too many times on one day", detail: ({ max }) => `An experience may have ${max ?? 96} times on one day. Please space them out and save again.` },
  },
  "slot.exception_invalid": {
    status: 422,
    vi: { title: "Ngày riêng này có chỗ cần sửa", detail: "Cần một ngày chưa qua, và các giờ viết như 08:30, mỗi giờ một lần. Mời bạn sửa chỗ được nêu tên rồi lưu lại." },
    en: { title: "This special day needs mending", detail: "It needs a day that is not over, and hours written like 08:30, each once. Please mend what is named and save again." },
  },
  "slot.no_rule": {
    status: 409,
    vi: { title: "Chưa có lịch nào cho ngày này", detail: "Giờ riêng của một ngày lấy thời lượng và số chỗ từ lịch chung, mà ngày này chưa có lịch nào còn hiệu lực. Mời bạn lập lịch trước, rồi đặt giờ riêng." },
    en: { title: "No timetable covers this day", detail: "The special hours of a day take their length and places from a timetable, and none is in force on this day. Please set up a timetable first, then the special hours." },
  },
  "holiday.invalid": {
    status: 422,
    vi: { title: "Danh sách ngày nghỉ có chỗ cần sửa", detail: "Mỗi ngày nghỉ cần một ngày có thật trong năm ấy, tên gọi và căn cứ pháp lý, và chỉ ghi một lần. Mời bạn sửa chỗ được nêu tên rồi lưu lại." },
    en: { title: "The list of public holidays needs mending", detail: "Each needs a real day of that year, a name and its legal basis, and stands there once. Please mend what is named and save again." },
  },

  "pool.not_found": {
    status: 404,
    vi: { title: "Không tìm thấy kho này", detail: "Kho hoặc số chỗ này không còn. Mời bạn tải lại trang rồi chọn lại." },
    en: { title: "This stock was not found", detail: "This stock or count of places is no longer there. Please load the page again and choose anew." },
  },
  "pool.below_taken": {
    status: 409,
    vi: { title: "Số mới thấp hơn số đã bán", detail: ({ min }) => `Đã có người đặt${min === undefined ? "" : ` ${min}`}, nên số lượng không thể thấp hơn. Mời bạn nhập số lớn hơn, hoặc huỷ bớt đơn trước.` },
    en: { title: "The new number is below what is sold", detail: ({ min }) => `People have already booked ${min === undefined ? "some of it" : `${min}`}, so the number cannot be lower. Please enter a larger one, or cancel bookings first.` },
  },
  "hold.sold_out": {
    status: 409,
    vi: {
      title: ({ unitsLeft }) => (unitsLeft === 0 ? "Đã hết" : "Không còn đủ"),
      detail: (details) =>
        details.unitsLeft === 0
          ? "Phần cuối vừa có người đặt. Bạn chưa bị trừ tiền. Mời bạn chọn giờ khác, ngày khác hoặc món khác."
          : `${details.unitsLeft === undefined ? "Số còn lại" : `Còn ${details.unitsLeft},`} ít hơn số bạn chọn. Bạn chưa bị trừ tiền. Mời bạn giảm số lượng, hoặc chọn giờ khác hay món khác.`,
    },
    en: {
      title: ({ unitsLeft }) => (unitsLeft === 0 ? "None left" : "Not enough left"),
      detail: (details) =>
        details.unitsLeft === 0
          ? "Somebody has just booked the last of it. You have not been charged. Please choose another time, another day or something else."
          : `${details.unitsLeft === undefined ? "There is less left" : `There ${details.unitsLeft === 1 ? "is" : "are"} ${details.unitsLeft} left, fewer`} than you chose. You have not been charged. Please choose fewer, another time or something else.`,
    },
  },

  "cart.not_found": {
    status: 404,
    vi: { title: "Không mở được giỏ này", detail: "Giỏ đã cũ, hoặc mã của giỏ không khớp. Mời bạn bắt đầu một giỏ mới." },
    en: { title: "This basket cannot be opened", detail: "It is too old, or its token does not match. Please start a new basket." },
  },
  "cart.empty": {
    status: 409,
    vi: { title: "Giỏ đang trống", detail: "Chưa có gì để đặt. Mời bạn thêm một món vào giỏ rồi đặt." },
    en: { title: "The basket is empty", detail: "There is nothing to order yet. Please add something to the basket first." },
  },
  "cart.quantity_out_of_range": {
    status: 422,
    vi: { title: "Số lượng chưa đúng", detail: ({ min, max }) => `Số lượng là số nguyên${range(min, max, "vi")}. Số 0 bỏ món ra khỏi giỏ. Mời bạn sửa số lượng; cần nhiều hơn, mời bạn hỏi thẳng người bán.` },
    en: { title: "The quantity does not fit", detail: ({ min, max }) => `A quantity is a whole number${range(min, max, "en")}; 0 takes the line out. Please change it. If you need more, please ask the seller.` },
  },
  "cart.too_many_lines": {
    status: 422,
    vi: { title: "Giỏ đã đầy", detail: ({ max }) => `Một giỏ chứa được ${max === undefined ? "có hạn" : `${max}`} món khác nhau. Mời bạn đặt giỏ này trước, rồi mua tiếp ở giỏ mới.` },
    en: { title: "The basket is full", detail: ({ max }) => `One basket takes ${max === undefined ? "a limited number of" : `${max}`} different things. Please order this one first, then go on with a new one.` },
  },

  "delivery.too_far_for_fresh": {
    status: 409,
    vi: { title: "Hàng tươi không kịp tới nơi", detail: (details) => `${goodsNamed(details, "vi")} không giữ được tới lúc giao tại địa chỉ này. Mời bạn gửi tới nơi gần hơn, tới lấy tại gian hàng, hoặc bỏ món này ra khỏi giỏ.` },
    en: { title: "Fresh goods would not arrive in time", detail: (details) => `${goodsNamed(details, "en")} would not keep until delivered at this address. Please send to somewhere nearer, collect from the seller, or take it out of the basket.` },
  },
  "delivery.not_offered": {
    status: 409,
    vi: { title: "Chưa gửi được tới địa chỉ này", detail: (details) => `Chưa có cách gửi ${goodsNamed(details, "vi", "hàng này")} tới nơi bạn ghi. Mời bạn đổi địa chỉ, tới lấy tại gian hàng, hoặc bỏ món này ra khỏi giỏ.` },
    en: { title: "This cannot be sent there yet", detail: (details) => `There is no way yet to send ${goodsNamed(details, "en", "these goods")} to your address. Please change the address, collect from the seller, or take it out of the basket.` },
  },
  "delivery.service_unavailable": {
    status: 422,
    vi: { title: "Cách gửi này không dùng được cho kiện hàng này", detail: ({ known }) => `${Array.isArray(known) && known.length > 0 ? `Hiện dùng được: ${known.join(", ")}. ` : ""}Mời bạn chọn cách gửi khác.` },
    en: { title: "This parcel cannot go that way", detail: ({ known }) => `${Array.isArray(known) && known.length > 0 ? `There is: ${known.join(", ")}. ` : ""}Please choose another way of delivery.` },
  },
  "delivery.rate_invalid": {
    status: 422,
    vi: { title: "Mức cước chưa đúng", detail: "Có ô còn thiếu hoặc chưa khớp. Mời bạn xem ô được nêu tên, sửa rồi gửi lại." },
    en: { title: "The rate does not fit together", detail: "Something is missing or does not go with the rest. Please mend what is named and send it again." },
  },

  "order.not_found": {
    status: 404,
    vi: { title: "Không mở được đơn này", detail: "Không có đơn với mã và khoá như vậy. Mời bạn xem lại mã đơn, và mở bằng đường dẫn riêng của đơn." },
    en: { title: "This order cannot be opened", detail: "There is no order with this code and key. Please check the code, and open it by the order's own link." },
  },
  "order.contact_invalid": {
    status: 422,
    vi: { title: "Chưa rõ người mua", detail: "Chợ cần họ tên, và điện thoại hoặc e-mail để báo về đơn. Số nước ngoài bắt đầu bằng dấu +. Mời bạn sửa ô được nêu tên." },
    en: { title: "We need to know who is buying", detail: "The market needs a name, and a phone number or e-mail to tell you about the order. A number from abroad begins with +. Please mend what is named." },
  },
  "order.address_required": {
    status: 422,
    vi: { title: "Chưa rõ gửi tới đâu", detail: "Trong giỏ có hàng phải gửi, nên cần số nhà hoặc thôn, phường hoặc xã, và tỉnh hoặc thành phố. Mời bạn điền nốt." },
    en: { title: "We need to know where to send it", detail: "Something in the basket is sent to you, so we need the house or hamlet, the ward or commune, and the province or city. Please fill them in." },
  },
  "address.unit_unknown": {
    status: 422,
    vi: { title: "Chợ không tìm thấy nơi này", detail: ({ typed }) => `Không có phường, xã hay tỉnh nào như ${quoted(typed, "vi")}. Mời bạn xem lại cách viết, thêm tên huyện cũ, hoặc chọn một nơi gần giống.` },
    en: { title: "This place was not found", detail: ({ typed }) => `There is no ward, commune or province like ${quoted(typed, "en")}. Please check its spelling, add the former district, or choose one that is nearly the same.` },
  },
  "address.unit_ambiguous": {
    status: 422,
    vi: {
      title: "Cần biết rõ phường, xã nào",
      detail: ({ typed, isSplit }) => `${isSplit === true ? `${upperFirst(quoted(typed, "vi"))} đã được chia cho nhiều phường, xã` : `Có nhiều nơi có thể là ${quoted(typed, "vi")}`}. Mời bạn chọn nơi của mình.`,
    },
    en: {
      title: "Which ward or commune is it",
      detail: ({ typed, isSplit }) => `${isSplit === true ? `${upperFirst(quoted(typed, "en"))} was divided between several wards or communes` : `Several places may be ${quoted(typed, "en")}`}. Please choose yours.`,
    },
  },
  "address.plus_code_invalid": {
    status: 422,
    vi: { title: "Plus Code chưa đúng", detail: "Plus Code có dấu +, ví dụ 7PH89C5X+2Q hoặc 9C5X+2Q. Mời bạn chép lại từ bản đồ, hoặc để trống." },
    en: { title: "The Plus Code does not look right", detail: "A Plus Code has a + in it, for example 7PH89C5X+2Q or 9C5X+2Q. Please copy it from the map again, or leave it empty." },
  },
  "address.plus_code_elsewhere": {
    status: 422,
    vi: { title: "Plus Code ở một tỉnh khác", detail: ({ liesIn, province }) => `Plus Code này ${typeof liesIn === "string" ? `ở ${liesIn}` : "ở nơi khác"}${typeof province === "string" ? `, còn địa chỉ ở ${province}` : ""}. Mời bạn sửa một trong hai.` },
    en: { title: "The Plus Code is in another province", detail: ({ liesIn, province }) => `This Plus Code is ${typeof liesIn === "string" ? `in ${plain(liesIn)}` : "somewhere else"}${typeof province === "string" ? `, and the address is in ${plain(province)}` : ""}. Please mend one of them.` },
  },
  "order.consent_required": {
    status: 422,
    vi: { title: "Cần bạn đồng ý trước", detail: "Chợ chỉ nhận đơn khi bạn đồng ý với điều khoản mua bán và cách dùng thông tin cho đơn. Mời bạn đọc và đánh dấu." },
    en: { title: "Please agree first", detail: "The market takes an order once you agree to the terms of sale and to how your details are used for it. Please read and tick both." },
  },
  "order.price_changed": {
    status: 409,
    vi: { title: "Tổng tiền đã đổi", detail: ({ totalDong }) => `Giá hoặc phí đã đổi sau khi bạn xem giỏ${typeof totalDong === "number" ? `; tổng mới là ${formatDong(totalDong, "vi")}` : ""}. Chợ chưa đặt và chưa trừ tiền. Mời bạn xem lại giỏ rồi đặt.` },
    en: { title: "The total has changed", detail: ({ totalDong }) => `A price or fee has changed since you looked${typeof totalDong === "number" ? `; the new total is ${formatDong(totalDong, "en")}` : ""}. Nothing was ordered or charged. Please look at the basket again, then order.` },
  },
  "order.too_many_open": {
    status: 409,
    vi: {
      title: "Còn đơn đang chờ thanh toán",
      detail: ({ field, max }) => `${field === undefined ? "Từ mạng bạn đang dùng" : field === "address.line" ? "Tới địa chỉ này" : "Với số điện thoại hoặc e-mail này"} đã có ${max === undefined ? "nhiều" : `${max}`} đơn giữ hàng mà chưa trả tiền; chợ dừng ở đó để phần còn lại cho người khác. Mời bạn thanh toán một đơn, hoặc đợi đơn hết giờ giữ rồi đặt lại.`,
    },
    en: {
      title: "There are orders still to be paid",
      detail: ({ field, max }) => `${field === undefined ? "From the network you use" : field === "address.line" ? "To this address" : "With this phone number or e-mail"} ${max === undefined ? "several" : `${max}`} orders hold things that are not paid; the market stops there so that others find something too. Please pay one of them, or wait until its time is over and order again.`,
    },
  },
  "order.not_awaiting_payment": {
    status: 409,
    vi: { title: "Đơn này không chờ thanh toán", detail: "Đơn đã trả xong, đã huỷ, hoặc đã hết giờ giữ. Mời bạn mở trang đơn để xem đang ở đâu." },
    en: { title: "This order is not waiting for payment", detail: "It is paid, cancelled, or no longer held. Please open the order page to see where it stands." },
  },
  "order.too_late_to_pay": {
    status: 409,
    vi: { title: "Không còn đủ giờ để thanh toán", detail: "Giờ giữ hàng sắp hết hoặc đã hết, trả lúc này dễ lỡ. Bạn chưa bị trừ tiền. Nếu còn hàng, mời bạn đặt lại." },
    en: { title: "Too little time is left to pay", detail: "The time your things are kept is nearly or wholly over, and a payment could arrive too late. You have not been charged. If there is some left, please order again." },
  },
  "order.move_not_allowed": {
    status: 409,
    vi: { title: "Đơn đang ở bước khác", detail: "Đơn vừa đổi trạng thái, nên việc này không làm được nữa. Mời bạn tải lại trang đơn để xem trạng thái mới." },
    en: { title: "The order is at another step", detail: "Its state has just changed, so this can no longer be done. Please load the order page again to see where it stands." },
  },
  "order.under_review": {
    status: 409,
    vi: { title: "Khoản trả đang được xem xét", detail: "Cổng thanh toán đã nhận tiền của đơn này và đang kiểm tra. Chợ vẫn giữ hàng và chỗ cho tới khi có kết quả. Mời bạn đừng trả lần nữa; trang đơn sẽ cho biết kết quả." },
    en: { title: "Your payment is under review", detail: "The gateway has taken the money for this order and is checking it. Please do not pay again; everything stays held until there is a result, and the order page will say." },
  },
  "order.already_dispatched": {
    status: 409,
    vi: { title: "Hàng đã được gửi đi", detail: "Người bán đã gửi hàng nên đơn không huỷ được nữa. Mời bạn nhận hàng rồi báo người bán nếu cần trả lại." },
    en: { title: "The parcel is on its way", detail: "The seller has sent it, so the order can no longer be cancelled. Please take it in, then tell the seller if it has to go back." },
  },
  "order.visit_begun": {
    status: 409,
    vi: { title: "Buổi tham quan đã bắt đầu", detail: "Đơn chỉ huỷ được trước giờ bắt đầu. Mời bạn liên hệ nơi đón khách để được giúp." },
    en: { title: "The visit has begun", detail: "An order can only be cancelled before its time. Please ask the place you booked for help." },
  },
  "fulfilment.not_found": {
    status: 404,
    vi: { title: "Không tìm thấy phần hàng này", detail: "Phần hàng hoặc buổi đón khách này không có trong gian hàng của bạn. Mời bạn tải lại trang đơn hàng." },
    en: { title: "This parcel or visit was not found", detail: "Your shop has none like it. Please load the page of orders again." },
  },
  "fulfilment.move_not_allowed": {
    status: 409,
    vi: { title: "Phần hàng đang ở bước khác", detail: "Đơn chưa được xác nhận, đã huỷ, hoặc hàng đã gửi rồi. Mời bạn tải lại trang đơn hàng để xem bước hiện tại." },
    en: { title: "This parcel is at another step", detail: "Its order is not confirmed, has been cancelled, or it has been sent already. Please load the page of orders again." },
  },

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
} as const satisfies Record<ProblemCode, Problem>;

const isTitle = (value: unknown): value is Localized => typeof value === "object" && value !== null && "vi" in value;

/** The goods a refusal is about, in their language; where none is named, what they are called together. */
function goodsNamed({ titles }: ErrorDetails, locale: Locale, unnamed = locale === "vi" ? "Hàng trong giỏ" : "Some of these goods"): string {
  const named = Array.isArray(titles) ? titles.filter(isTitle).map((title) => textIn(title, locale).text) : [];
  return named.length === 0 ? unnamed : named.join(", ");
}

const kilobytes = (bytes: number): number => Math.floor(bytes / 1024);
const seconds = (count: number): string => (count === 1 ? "1 second" : `${count} seconds`);

/** What somebody typed, as a sentence names it. */
function quoted(typed: unknown, locale: Locale): string {
  if (typeof typed !== "string" || typed === "") return locale === "vi" ? "nơi bạn ghi" : "what was written";
  return locale === "vi" ? `“${typed}”` : `“${plain(typed)}”`;
}

/** In English sentences names stand without marks. */
const plain = (name: string): string => name.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function moment(at: Date, locale: Locale): string {
  return `${formatTime(at, locale)}, ${formatDay(at, locale)}`;
}

function range(min: number | undefined, max: number | undefined, locale: Locale): string {
  if (min === undefined || max === undefined) return "";
  return locale === "vi" ? ` từ ${min} đến ${max}` : ` from ${min} to ${max}`;
}

function moneyRange(min: number | undefined, max: number | undefined, locale: Locale): string {
  if (max === undefined) return "";
  if (min === undefined) return locale === "vi" ? `Mỗi đơn trả được tối đa ${formatDong(max, locale)}. ` : `One order is ${formatDong(max, locale)} at most. `;
  const [from, to] = [formatDong(min, locale), formatDong(max, locale)];
  return locale === "vi" ? `Mỗi lần trả được từ ${from} đến ${to}. ` : `One payment is from ${from} to ${to}. `;
}

/** A refusal in words: what happened, why, and what to do next. */
export function problemText(code: ProblemCode, details: ErrorDetails, locale: Locale): ProblemText {
  const { title, detail } = (problems[code] as Problem)[locale];
  return { title: tell(title, details), detail: tell(detail, details) };
}

const tell = (told: Told, details: ErrorDetails): string => (typeof told === "string" ? told : told(details));

/** The HTTP status of a refusal. */
export function problemStatus(code: ProblemCode): number {
  return problems[code].status;
}

/** A problem as RFC 9457 writes it; `code` is permanent, the words are for people and may change. */
export type ProblemBody = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ProblemCode;
  instance?: string;
  field?: string;
  errors?: { field: string; code: string; detail: string }[];
  [more: string]: unknown;
};

/** Where a problem's type is explained. The same for every market, so that a client needs no list of hosts. */
export const problemType = (code: ProblemCode): string => `/api/v1/problems/${code}`;

// Details are a verb's own notes, ids of rows among them; only what a person can act on leaves the house.
const publicDetails: Readonly<Record<string, string>> = {
  unitsLeft: "unitsLeft", variantId: "variantId", slotId: "slotId", min: "min", max: "max", retryAfterSeconds: "retryAfterSeconds", reference: "reference",
  totalDong: "total", opensAt: "opensAt", closesAt: "closesAt", admittedAt: "admittedAt",
};

/** A refusal as the API tells it. What an actor may not see is told as what does not exist. */
export function problemBody(given: ProblemCode, details: ErrorDetails, { locale, instance }: { locale: Locale; instance?: string | undefined }): ProblemBody {
  const isHidden = given === "actor.not_allowed";
  const code = isHidden ? "request.not_found" : given;
  const told = isHidden ? {} : details;
  const body: ProblemBody = { type: problemType(code), ...problemText(code, told, locale), status: problemStatus(code), code };
  if (instance !== undefined) body.instance = instance;
  if (told.field !== undefined) body.field = told.field;
  if (told["candidates"] !== undefined) body["candidates"] = told["candidates"];
  if (told.issues !== undefined) body.errors = told.issues.map((issue) => ({ field: issue.field, code: issue.reason, detail: faultText(issue, locale) }));
  for (const [name, shown] of Object.entries(publicDetails)) {
    const value = told[name];
    if (typeof value === "number" || typeof value === "string") body[shown] = value;
    if (value instanceof Date) body[shown] = value.toISOString();
  }
  return body;
}

/** Tells somebody who can mend it of a fault; the person who met it is given the same reference. */
export type ReportFault = (reference: string, error: unknown) => void;

/**
 * The answer to anything a verb threw: a refusal in words, or for a fault of ours a calm sentence with a
 * reference and nothing of what went wrong.
 */
export function problemResponse(
  error: unknown,
  { locale, instance, headers, report = (reference, fault) => console.error(reference, fault) }: { locale: Locale; instance?: string | undefined; headers?: Readonly<Record<string, string>>; report?: ReportFault },
): Response {
  const { code, details } = problemOf(error, report);
  const body = problemBody(code, details, { locale, instance });
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: {
      "content-type": "application/problem+json; charset=utf-8",
      "content-language": locale,
      "cache-control": "no-store",
      ...(code === "server.busy" ? { "retry-after": "5" } : {}),
      ...headers,
    },
  });
}

function problemOf(error: unknown, report: ReportFault): { code: ProblemCode; details: ErrorDetails } {
  if (isDomainError(error) && Object.hasOwn(problems, error.code)) return { code: error.code, details: error.details };
  if (isBusy(error)) return { code: "server.busy", details: {} };
  const reference = newCode();
  report(reference, error);
  return { code: "server.failed", details: { reference } };
}
