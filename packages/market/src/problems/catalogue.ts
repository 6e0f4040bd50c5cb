import type { ProblemsOf } from "./problem.ts";
import { isTitle } from "./words.ts";

/** Shops, their papers and listings, and when an experience takes place. */
export const catalogue = {
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
  "shop.too_many_begun": {
    status: 409,
    vi: { title: "Bạn đang có nhiều gian hàng chờ duyệt", detail: ({ max }) => `${typeof max === "number" ? `Mỗi người có tối đa ${max} gian hàng chưa duyệt. ` : ""}Mời bạn hoàn tất các gian hàng đó trước, hoặc sửa lại gian hàng đã soạn.` },
    en: { title: "You have many shops that wait", detail: ({ max }) => `${typeof max === "number" ? `One person may have ${max} that nobody has approved yet. ` : ""}Please finish those first, or change what is drafted already.` },
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
  "reminder.not_found": {
    status: 404,
    vi: { title: "Không tìm thấy lời nhắc này", detail: "Lời nhắc đã gửi và xoá, đã bỏ, hoặc đường dẫn bị thiếu. Mời bạn mở lại đường dẫn trong thư." },
    en: { title: "This reminder was not found", detail: "It was sent and deleted, or taken back, or part of the link is missing. Please open the link in the mail again." },
  },
  "reminder.details_invalid": {
    status: 422,
    vi: { title: "Lời nhắc còn chỗ cần sửa", detail: "Chợ cần một e-mail để báo và sự đồng ý của bạn. Mời bạn sửa mục được nêu tên rồi gửi lại." },
    en: { title: "The reminder needs mending", detail: "The market needs an e-mail to write to, and your consent. Please mend what is named and send it again." },
  },
  "reminder.already_in_season": {
    status: 409,
    vi: { title: "Món này đang vào vụ rồi", detail: "Không cần đợi lời nhắc. Mời bạn xem trang của món này để mua." },
    en: { title: "It is in season already", detail: "There is nothing to wait for. Please look at its page to buy it." },
  },
  "reminder.too_many": {
    status: 409,
    vi: { title: "Bạn đã có nhiều lời nhắc đang đợi", detail: ({ max }) => `${typeof max === "number" ? `Mỗi người giữ được ${max} lời nhắc. ` : ""}Mời bạn bỏ bớt một lời nhắc rồi thử lại.` },
    en: { title: "You have many reminders waiting", detail: ({ max }) => `${typeof max === "number" ? `One person may have ${max}. ` : ""}Please take one back and try again.` },
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
} as const satisfies ProblemsOf<"shop" | "category" | "certificate" | "listing" | "variant" | "slot" | "holiday" | "reminder">;
