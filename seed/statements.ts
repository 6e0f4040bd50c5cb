import { setStatement, type StatementDraft } from "@xudong/content";
import type { Tx } from "@xudong/database";
import { startOf, type Localized, type Occasion, type StatementKind } from "@xudong/domain";

const part = (title: [vi: string, en: string], text: [vi: string, en: string]): { title: Localized; text: Localized } => ({ title: { vi: title[0], en: title[1] }, text: { vi: text[0], en: text[1] } });

type Sample = Pick<StatementDraft, "parts" | "facts">;

/** What a sample market says of itself. Each text says only what this market does; who runs it and by which papers is for a real operator to write. */
const samples: Readonly<Record<StatementKind, Sample>> = {
  operator: {
    facts: { name: "Đơn vị vận hành mẫu", address: "Địa chỉ mẫu, không có thật", phone: "0000 000 000", email: "mau@example.com" },
    parts: [
      part(["Ai vận hành chợ", "Who runs this market"], ["Đây là bản mẫu, chưa có đơn vị vận hành. Đơn vị thật ghi tên, địa chỉ, mã số và giấy phép của mình ở đây trước khi mở chợ.", "This is a sample; nobody runs it yet. A real operator writes name, address, registration and licences here before the market opens."]),
      part(["Chợ làm gì", "What the market does"], ["Chợ bày hàng và chuyến đi của nhiều người bán trong một giỏ, giữ hàng và chỗ trong lúc bạn trả tiền, báo đơn cho từng người bán và theo dõi đơn tới khi xong.", "It shows goods and visits of several sellers in one basket, keeps them for you while you pay, tells each seller of the order and follows it to its end."]),
      part(["Chợ không làm gì", "What it does not"], ["Chợ không phải trang của cơ quan nhà nước, và không bán vé vào cửa thay cơ quan nhà nước.", "It is not a page of any state body, and sells no admission to state sites."]),
    ],
  },
  collection: {
    facts: { mode: "licensed_partner", legal_basis: "Nội dung mẫu: hợp đồng và giấy phép của đơn vị thu thật được ghi ở đây" },
    parts: [part(["Ai nhận tiền của bạn", "Who takes your money"], ["Trong bản mẫu không có tiền thật. Khi chợ mở thật, phần này ghi đơn vị thu tiền và cơ sở pháp lý.", "No real money moves in this sample. When the market opens, this says who collects and on which legal basis."])],
  },
  terms: {
    parts: [
      part(["Ai bán", "Who sells"], ["Mỗi món do gian hàng ghi trên trang bán. Trong bản mẫu, các gian hàng đều là gian hàng mẫu.", "Each thing is sold by the shop named on its page. In the demo all shops are sample shops."]),
      part(["Giá", "Prices"], ["Giá đã gồm thuế GTGT (nếu có). Phí gửi hiện trong giỏ trước khi bạn điền thông tin. Giá lúc đặt là giá của đơn, dù sau đó có đổi.", "Prices include VAT where it applies. The delivery fee is shown in the basket before you fill in anything. The price at ordering is the order's price, whatever changes later."]),
      part(["Giữ hàng, giữ chỗ", "Keeping goods and places"], ["Khi bạn đặt, hàng và chỗ được giữ 30 phút, hoặc 15 phút nếu chỉ còn ít. Quá giờ mà chưa trả tiền, chúng trở về chợ.", "When you order, goods and places are kept for 30 minutes, or 15 where few are left. If they are not paid by then, they go back to the market."]),
      part(["Huỷ đơn", "Cancelling"], ["Bạn huỷ được cả đơn khi hàng chưa gửi và chuyến đi chưa bắt đầu; chợ hoàn lại toàn bộ số tiền đã trả.", "You can cancel a whole order until it is sent or a visit of it begins; all that you have paid is sent back."]),
      part(["Vé", "Tickets"], ["Mã vé do hệ thống cấp, mỗi mã vào một lần. Vé trong bản mẫu không dùng được ở cửa nào.", "Ticket codes are issued by our system; each lets one guest in once. Tickets of the demo open no gate."]),
      part(["Quà tặng", "Gifts"], ["Quà được trả trước; trong kiện không có giá, và thiệp mang lời bạn viết.", "A gift is paid in advance; no price goes into the parcel, and its card carries your words."]),
      part(["Tiền tới muộn", "Late money"], ["Nếu tiền tới khi đơn không giữ được nữa, chợ hoàn lại toàn bộ.", "If money arrives when the order can no longer be kept, all of it is sent back."]),
    ],
  },
  privacy: {
    parts: [
      part(["Chợ giữ gì", "What is kept"], ["Họ tên, điện thoại hoặc e-mail, địa chỉ nếu có hàng phải gửi, tên người nhận và lời trên thiệp nếu là quà: chỉ những gì cần để thực hiện đơn.", "Name, phone or e-mail, an address if something has to be sent, and who a gift is for with the words on its card: only what the order needs."]),
      part(["Ai thấy", "Who sees it"], ["Gian hàng có món trong đơn, và người vận hành chợ. Cổng thanh toán chỉ nhận số tiền và mã giao dịch.", "The shops in your order, and the people who run the market. The payment gateway gets the amount and a reference only."]),
      part(["Tài khoản", "Accounts"], ["Tên, điện thoại hoặc e-mail, mật khẩu ở dạng không đọc ngược được, các đơn của bạn và nơi bạn đang đăng nhập. Mua hàng không cần tài khoản.", "Name, phone number or e-mail, the password in a form that cannot be read back, your orders and where you are signed in. Buying needs no account."]),
      part(["Trong máy của bạn", "On your own device"], ["Một cookie nhớ giỏ, một đếm số món, một cho mỗi đơn để bạn mở lại, một khi bạn đăng nhập; trong bản mẫu, một nữa nhớ bạn đang xem như ai. Ô bạn đang điền nằm trong thẻ trình duyệt tới khi bạn đóng nó. Trang đơn và vé bạn đã mở được cất để xem khi mất mạng, và được xoá khi bạn đăng xuất. Không có cookie quảng cáo, không theo dõi.", "One cookie remembers your basket, one counts it, one per order lets you open it again, and one keeps you signed in; in the demo, another marks who you chose to be. What you are filling in stays in the browser's tab until you close it. Orders and tickets you have opened are kept so that you can see them without a connection, and are removed when you sign out. No advertising, no tracking."]),
      part(["Số thẻ", "Card numbers"], ["Bạn nhập thẻ trên trang của VNPAY. Chợ không thấy và không lưu số thẻ.", "You enter your card on VNPAY's page. The market neither sees nor keeps the number."]),
    ],
  },
  payment: {
    parts: [
      part(["Thẻ trong nước, QR, thẻ quốc tế", "Vietnamese cards, QR, international cards"], ["Qua VNPAY, trên trang của VNPAY. Thẻ quốc tế được trừ bằng đồng; ngân hàng của bạn đổi tiền theo tỷ giá của họ.", "By VNPAY, on VNPAY's own page. International cards are charged in đồng; your bank converts at its own rate."]),
      part(["Khi nào đơn được xác nhận", "When an order is confirmed"], ["Khi VNPAY báo thẳng cho chợ, không phải khi trình duyệt quay về. Đóng trình duyệt giữa chừng không làm mất đơn.", "When VNPAY tells the market itself, not when your browser comes back. Closing the browser on the way loses nothing."]),
      part(["Tiền mặt khi nhận hàng", "Cash on delivery"], ["Cho hàng của một gian hàng, gửi tận nơi. Vé và quà thì trả trước.", "For goods of one shop that are sent to a home. Tickets and gifts are paid in advance."]),
      part(["Trả hai lần", "Paid twice"], ["Lỡ hai lần trả của một đơn đều thành công, chợ hoàn lại toàn bộ một lần.", "If two payments of one order both succeed, one is sent back whole."]),
    ],
  },
  returns: {
    parts: [
      part(["Đổi ý trước khi gửi", "A change of mind before it is sent"], ["Huỷ cả đơn ngay trên trang đơn. Hàng và chỗ trở về chợ, tiền hoàn toàn bộ bằng đường bạn đã trả.", "Cancel the whole order on its page. Goods and places go back to the market, and all money goes back the way it came."]),
      part(["Hàng hỏng, thiếu, không đúng", "Spoiled, missing, not what was ordered"], ["Chụp ảnh khi mở kiện và gọi người bán trong 24 giờ; số điện thoại ở trang đơn. Người bán gửi lại hoặc chợ hoàn tiền.", "Take a photo as you open the parcel and call the seller within 24 hours; the number is on your order's page. The seller sends it again, or the market refunds you."]),
      part(["Chuyến đi bị huỷ vì mưa bão", "A visit called off because of the weather"], ["Nơi tổ chức huỷ thì chợ hoàn lại toàn bộ tiền vé.", "Where the organiser calls it off, the tickets are refunded whole."]),
      part(["Không đến", "Not coming"], ["Chuyến đã bắt đầu thì vé không hoàn được.", "Once a visit has begun its tickets are not refunded."]),
      part(["Bao giờ tiền về", "When the money is back"], ["Chợ gửi lệnh hoàn ngay khi huỷ. Ngân hàng của bạn cần thêm thời gian; trang đơn cho biết lệnh đang ở bước nào.", "The market sends the refund as soon as an order is cancelled. Your bank needs some time more; the order's page says how far it is."]),
    ],
  },
  complaints: {
    facts: { phone: "0000 000 000", email: "mau@example.com", answer_days: "3" },
    parts: [
      part(["Hỏi người bán trước", "Ask the seller first"], ["Số điện thoại của người bán ở trang đơn và trang gian hàng.", "The seller's number is on your order's page and on the shop's."]),
      part(["Rồi tới chợ", "Then the market"], ["Gửi mã đơn và chuyện đã xảy ra. Số máy và e-mail ở đây là mẫu, không có người nghe.", "Send your order's code and what happened. Phone and e-mail here are samples; nobody answers them."]),
      part(["Không thoả thuận được", "Where you cannot agree"], ["Đơn vị vận hành thật ghi ở đây cơ quan tiếp nhận khiếu nại của người tiêu dùng ở địa phương.", "A real operator names here the local office that hears consumers' complaints."]),
    ],
  },
  food_safety: {
    parts: [
      part(["Huy hiệu nghĩa là gì", "What a badge means"], ["Có một tờ giấy đứng sau: ai cấp, số nào, tới ngày nào; người của chợ đã xem. Giấy hết hạn hoặc bị thu hồi thì huy hiệu biến mất.", "There is a paper behind it: who issued it, its number, until when; somebody at the market has seen it. When it ends or is revoked, the badge is gone."]),
      part(["OCOP", "OCOP"], ["Chương trình mỗi xã một sản phẩm, chấm theo sao. Chợ chỉ ghi từ ba tới năm sao, cho đúng sản phẩm ghi trong giấy. Trong bản mẫu, giấy nào cũng là mẫu.", "The national programme “one commune, one product”, graded in stars. The market shows three to five, and only for the very product on the paper. In this sample every paper is a sample."]),
      part(["Chỉ dẫn địa lý", "Geographical indications"], ["Chợ kể bằng lời, không dùng dấu hiệu làm huy hiệu.", "They are told in words and never shown as a badge."]),
      part(["Hàng tươi", "Fresh food"], ["Chợ không nhận gửi món mà dọc đường sẽ hỏng; giỏ nói rõ và đề nghị cách khác.", "The market does not send what would spoil on the way; the basket says so and offers another way."]),
    ],
  },
};

/** Says what a sample market has to say, of each kind of which nothing is said yet: an operator's own words are left alone. */
export async function addStatements(tx: Tx, occasion: Occasion): Promise<void> {
  const { statements } = tx.t;
  const said = new Set((await tx.select({ kind: statements.kind }).from(statements)).map(({ kind }) => kind));
  for (const [kind, sample] of Object.entries(samples) as [StatementKind, Sample][]) {
    if (!said.has(kind)) await setStatement(tx, { kind, version: "2026-12 mẫu", isSample: true, validFrom: startOf("2026-11-01"), ...sample }, occasion);
  }
}
