import type { OutcomeName } from "./outcomes.ts";
import { type Form, forms, type Locale, type PayRefusal, type Wrong } from "./pay-request.ts";

/** Every sentence a customer or developer reads on the pay pages. */
export interface Text {
  readonly lang: string;
  readonly banner: string;
  readonly otherLanguage: string;
  readonly otherLang: string;
  readonly payTitle: string;
  readonly amount: string;
  readonly merchant: string;
  readonly terminal: string;
  readonly order: string;
  readonly reference: string;
  readonly timeLeft: string;
  readonly payBefore: (time: string) => string;
  readonly left: (minutes: number, seconds: number) => string;
  readonly timeIsUp: string;
  readonly chooseMethod: string;
  readonly methods: Readonly<Record<"VNPAYQR" | "VNBANK" | "INTCARD", readonly [name: string, hint: string]>>;
  readonly chooseBank: string;
  readonly cardTitle: string;
  readonly cardNumber: string;
  readonly cardHolder: string;
  readonly cardDate: string;
  readonly cardDateForeign: string;
  readonly cvv: string;
  readonly goOn: string;
  readonly fillTitle: string;
  readonly fillHint: string;
  readonly cardUnknown: string;
  readonly cardMismatch: string;
  readonly cardExpired: string;
  readonly cardRefused: string;
  readonly otpTitle: string;
  readonly otp: string;
  readonly otpHint: (otp: string) => string;
  readonly otpWrong: string;
  readonly confirm: string;
  readonly qrTitle: string;
  readonly qrHint: string;
  readonly qrPaid: string;
  readonly cancel: string;
  readonly cancelTitle: string;
  readonly cancelQuestion: string;
  readonly cancelYes: string;
  readonly cancelNo: string;
  readonly back: string;
  readonly tryTitle: string;
  readonly tryHint: string;
  readonly outcomes: Readonly<Record<OutcomeName, string>>;
  readonly endedTitle: string;
  readonly ended: string;
  readonly toMerchant: string;
  readonly tabClosedTitle: string;
  readonly tabClosed: string;
  readonly appDoneTitle: string;
  readonly appDone: string;
  readonly errorTitle: string;
  readonly errors: Readonly<Record<PayRefusal | "02" | "99", string>>;
  readonly errorHint: string;
  readonly wrong: Readonly<Record<Wrong["fault"], (parameter: string, form: Form) => string>>;
  readonly errorSilence: string;
  readonly notFoundTitle: string;
  readonly notFound: string;
}

const vn: Text = {
  lang: "vi",
  banner: "VNPAY giả lập · không có tiền thật",
  otherLanguage: "English",
  otherLang: "en",
  payTitle: "Thanh toán",
  amount: "Số tiền",
  merchant: "Người bán",
  terminal: "Mã website",
  order: "Nội dung",
  reference: "Mã tham chiếu",
  timeLeft: "Còn lại",
  payBefore: (time) => `Trả trước ${time}`,
  left: (minutes, seconds) => `${minutes} phút ${seconds} giây`,
  timeIsUp: "Đã hết thời gian thanh toán.",
  chooseMethod: "Chọn cách trả",
  methods: {
    VNPAYQR: ["Quét mã QR", "Ứng dụng ngân hàng hoặc ví"],
    VNBANK: ["Thẻ hoặc tài khoản trong nước", "Chọn ngân hàng, nhập thẻ, nhập OTP"],
    INTCARD: ["Thẻ quốc tế", "Visa, Mastercard, JCB"],
  },
  chooseBank: "Chọn ngân hàng",
  cardTitle: "Nhập thẻ",
  cardNumber: "Số thẻ",
  cardHolder: "Tên chủ thẻ (không dấu)",
  cardDate: "Ngày phát hành (MM/YY)",
  cardDateForeign: "Ngày hết hạn (MM/YY)",
  cvv: "Mã CVV",
  goOn: "Tiếp tục",
  fillTitle: "Thẻ thử",
  fillHint: "Bấm một thẻ để điền sẵn. Không nhập thẻ thật.",
  cardUnknown: "Chỉ nhận các thẻ thử trong danh sách. Hãy bấm một thẻ để điền sẵn.",
  cardMismatch: "Tên, ngày hoặc CVV không khớp với thẻ thử này. Hãy bấm thẻ để điền sẵn.",
  cardExpired: "Thẻ đã hết hạn. Hãy dùng thẻ khác.",
  cardRefused: "Thẻ hết hạn, bị từ chối ngay",
  otpTitle: "Nhập mã OTP",
  otp: "Mã OTP",
  otpHint: (otp) => `OTP của thẻ thử này là ${otp}`,
  otpWrong: "OTP chưa đúng. Sai quá 3 lần thì giao dịch kết thúc với mã 13.",
  confirm: "Xác nhận",
  qrTitle: "Trả bằng mã QR",
  qrHint: "Cổng thật hiện mã QR ở đây. Bản giả lập không có mã để quét: bấm nút dưới như thể ứng dụng ngân hàng vừa trả xong.",
  qrPaid: "Đã quét và trả",
  cancel: "Huỷ thanh toán",
  cancelTitle: "Huỷ thanh toán?",
  cancelQuestion: "Bạn sẽ quay về trang người bán và chưa trả tiền.",
  cancelYes: "Huỷ thanh toán",
  cancelNo: "Trả tiếp",
  back: "Quay lại",
  tryTitle: "Kết quả muốn thử",
  tryHint: "Dành cho người phát triển. Một lần bấm là xong: không cần thẻ, không cần OTP.",
  outcomes: {
    success: "Thành công", cancel: "Khách huỷ", insufficient: "Không đủ số dư", otp: "Sai OTP", locked: "Thẻ bị khoá",
    limit: "Vượt hạn mức ngày", maintenance: "Ngân hàng bảo trì", details: "Sai thông tin thẻ quá 3 lần",
    unregistered: "Chưa đăng ký trực tuyến", password: "Sai mật khẩu quá số lần", expired: "Hết hạn chờ",
    suspicious: "Nghi ngờ gian lận", reversed: "Ngân hàng đã trừ, VNPAY lỗi", other: "Lỗi khác",
  },
  endedTitle: "Giao dịch đã kết thúc",
  ended: "Thanh toán này đã có kết quả, không trả lại lần nữa được.",
  toMerchant: "Về trang người bán",
  tabClosedTitle: "Khách đã đóng trang",
  tabClosed: "Núm “return” đang là “never”: trình duyệt không quay về trang người bán.",
  appDoneTitle: "Xong trong ứng dụng ngân hàng",
  appDone: "Mã QR nằm trên trang của người bán, nên người bán chỉ biết kết quả qua IPN.",
  errorTitle: "Không mở được trang thanh toán",
  errors: {
    "01": "Mã tham chiếu (vnp_TxnRef) đã dùng hôm nay. Mỗi lần thanh toán cần một mã mới.",
    "03": "Dữ liệu sai định dạng hoặc sai độ dài.",
    "02": "Không có website nào mang mã này (vnp_TmnCode).",
    "04": "Website (vnp_TmnCode) đang bị khoá.",
    "15": "Đã quá hạn thanh toán (vnp_ExpireDate). Hay gặp khi đồng hồ máy chủ không theo giờ Việt Nam.",
    "70": "Sai chữ ký (vnp_SecureHash). Xem lại khoá bí mật và cách mã hoá tham số.",
    "71": "Website (vnp_TmnCode) chưa được VNPAY duyệt.",
    "72": "Không có website nào mang mã này (vnp_TmnCode).",
    "99": "Lỗi khác.",
  },
  errorHint: "Bản giả lập nói thêm (VNPAY thì không):",
  wrong: {
    missing: (parameter) => `${parameter}: thiếu.`,
    length: (parameter, { lengths }) => `${parameter}: sai độ dài, phải có ${range(lengths)} ký tự.`,
    format: (parameter, { example }) => `${parameter}: sai định dạng. Ví dụ đúng: ${example}.`,
  },
  errorSilence: "Người bán không được báo về lỗi này.",
  notFoundTitle: "Không có trang này",
  notFound: "Địa chỉ sai, hoặc sổ của bản giả lập đã được làm mới.",
};

const en: Text = {
  lang: "en",
  banner: "Simulated VNPAY · no real money",
  otherLanguage: "Tiếng Việt",
  otherLang: "vi",
  payTitle: "Payment",
  amount: "Amount",
  merchant: "Merchant",
  terminal: "Terminal",
  order: "Order",
  reference: "Reference",
  timeLeft: "Time left",
  payBefore: (time) => `Pay before ${time}`,
  left: (minutes, seconds) => `${minutes} min ${seconds} s`,
  timeIsUp: "The time to pay is over.",
  chooseMethod: "How to pay",
  methods: {
    VNPAYQR: ["Scan a QR code", "Banking app or wallet"],
    VNBANK: ["Vietnamese card or account", "Choose a bank, enter card and OTP"],
    INTCARD: ["International card", "Visa, Mastercard, JCB"],
  },
  chooseBank: "Choose a bank",
  cardTitle: "Card details",
  cardNumber: "Card number",
  cardHolder: "Name on card",
  cardDate: "Issue date (MM/YY)",
  cardDateForeign: "Expiry date (MM/YY)",
  cvv: "CVV",
  goOn: "Continue",
  fillTitle: "Test cards",
  fillHint: "Press a card to fill it in. Never enter a real card.",
  cardUnknown: "Only the listed test cards are taken. Press one to fill it in.",
  cardMismatch: "Name, date or CVV do not belong to this test card. Press the card to fill it in.",
  cardExpired: "This card has expired. Use another one.",
  cardRefused: "Expired card, refused on the form",
  otpTitle: "One-time password",
  otp: "OTP",
  otpHint: (otp) => `The OTP of this test card is ${otp}`,
  otpWrong: "Wrong OTP. More than 3 wrong ones end the payment with code 13.",
  confirm: "Confirm",
  qrTitle: "Pay by QR code",
  qrHint: "The real gateway shows a QR code here. The simulator has none to scan: press the button as if the banking app had just paid.",
  qrPaid: "Scanned and paid",
  cancel: "Cancel payment",
  cancelTitle: "Cancel this payment?",
  cancelQuestion: "You will go back to the merchant and will not have paid.",
  cancelYes: "Cancel payment",
  cancelNo: "Keep paying",
  back: "Go back",
  tryTitle: "Outcome to try",
  tryHint: "For developers. One press and it is done: no card, no OTP.",
  outcomes: {
    success: "Success", cancel: "Cancelled", insufficient: "Insufficient balance", otp: "Wrong OTP", locked: "Card locked",
    limit: "Daily limit exceeded", maintenance: "Bank under maintenance", details: "Wrong details over 3 times",
    unregistered: "Not registered online", password: "Wrong password too often", expired: "Window expired",
    suspicious: "Suspected fraud", reversed: "Debited, VNPAY failed", other: "Other error",
  },
  endedTitle: "This payment is over",
  ended: "It has a result already and cannot be paid again.",
  toMerchant: "Back to the merchant",
  tabClosedTitle: "The customer closed the page",
  tabClosed: "The knob “return” is set to “never”: the browser does not go back to the merchant.",
  appDoneTitle: "Done in the banking app",
  appDone: "The QR code is on the merchant's own page, so the merchant hears of the result by IPN alone.",
  errorTitle: "The payment page cannot be opened",
  errors: {
    "01": "This reference (vnp_TxnRef) was already used today. Every attempt needs a new one.",
    "03": "A value has a wrong format or length.",
    "02": "No terminal has this code (vnp_TmnCode).",
    "04": "This terminal (vnp_TmnCode) is locked.",
    "15": "The payment has expired (vnp_ExpireDate). Often the server's clock does not follow Vietnam's time.",
    "70": "Wrong signature (vnp_SecureHash). Check the secret and how parameters are encoded.",
    "71": "This terminal (vnp_TmnCode) is not approved yet.",
    "72": "No terminal has this code (vnp_TmnCode).",
    "99": "Other error.",
  },
  errorHint: "The simulator adds (VNPAY would not):",
  wrong: {
    missing: (parameter) => `${parameter}: missing.`,
    length: (parameter, { lengths }) => `${parameter}: wrong length, ${range(lengths)} characters are needed.`,
    format: (parameter, { example }) => `${parameter}: wrong format. A right one: ${example}.`,
  },
  errorSilence: "The merchant is not told about this error.",
  notFoundTitle: "There is no such page",
  notFound: "The address is wrong, or the simulator's books were begun anew.",
};

export const texts: Readonly<Record<Locale, Text>> = { vn, en };

const range = ([shortest, longest]: Form["lengths"]): string => (shortest === longest ? String(longest) : `${shortest}–${longest}`);

export function wrongWords({ parameter, fault }: Wrong, locale: Locale): string {
  const form = forms[parameter];
  return form === undefined ? parameter : texts[locale].wrong[fault](parameter, form);
}

/** In the error page's address. */
export const wrongName = ({ parameter, fault }: Wrong): string => `${parameter}.${fault}`;

/** Anybody may write such an address: only what we could have written ourselves is read from it. */
export function readWrongs(names: string): Wrong[] {
  const asked = new Set(names.split(","));
  return Object.keys(forms).flatMap((parameter) => (["missing", "length", "format"] as const).map((fault) => ({ parameter, fault }))).filter((one) => asked.has(wrongName(one)));
}

/** "120.000 đ" or "120,000 VND" from VNPAY's × 100. Works on digits, so no amount is ever rounded. */
export function amountWords(hundredths: string, locale: Locale): string {
  const amount = BigInt(hundredths);
  const grouped = String(amount / 100n).replace(/\B(?=(\d{3})+$)/g, locale === "vn" ? "." : ",");
  const rest = amount % 100n;
  const fraction = rest === 0n ? "" : `${locale === "vn" ? "," : "."}${String(rest).padStart(2, "0")}`;
  return locale === "vn" ? `${grouped}${fraction}\u00a0đ` : `${grouped}${fraction}\u00a0VND`;
}
