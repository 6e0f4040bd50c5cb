import { formatDong, undoDispatchMinutes } from "@xudong/domain";
import type { ProblemsOf } from "./problem.ts";
import { goodsNamed, plain, quoted, range, upperFirst } from "./words.ts";

/** From the cart to a placed order: units, delivery, address, and calling it off. */
export const buying = {
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
  "order.gift_invalid": {
    status: 422,
    vi: { title: "Phần quà tặng chưa điền xong", detail: "Cần tên người nhận; lời trên thiệp không quá 300 chữ; và quà phải là hàng gửi tận nơi. Mời bạn xem các ô được nhắc." },
    en: { title: "The gift is not filled in yet", detail: "It needs the recipient's name, a card of at most 300 characters, and goods that are sent. Please see the fields named." },
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
  "fulfilment.dispatch_invalid": {
    status: 422,
    vi: { title: "Chưa rõ gói hàng đi bằng gì", detail: "Mời bạn chọn nơi vận chuyển và chép mã vận đơn đúng như trên phiếu gửi." },
    en: { title: "How the parcel leaves is not clear", detail: "Please choose who carries it, and copy the tracking number as the slip has it." },
  },
  "fulfilment.undo_too_late": {
    status: 409,
    vi: { title: "Đã quá lúc rút lại", detail: `Việc báo đã gửi chỉ rút lại được trong ${undoDispatchMinutes} phút. Nếu gói hàng chưa đi, mời bạn gửi đi rồi báo người mua.` },
    en: { title: "It is too late to take this back", detail: `That a parcel has left can be taken back for ${undoDispatchMinutes} minutes. If it has not, please send it and tell the buyer.` },
  },
} as const satisfies ProblemsOf<"pool" | "hold" | "cart" | "delivery" | "order" | "address" | "fulfilment">;
