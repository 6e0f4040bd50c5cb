import type { Review } from "./outcomes.ts";
import type { Locale } from "./pay-request.ts";

/** Every sentence of the control page. Names of knobs and their values stay as the API and the README spell them. */
export interface ControlText {
  readonly title: string;
  readonly lead: string;
  readonly clock: string;
  readonly inVietnam: (time: string) => string;
  readonly moved: (by: string) => string;
  readonly minutes: (count: number) => string;
  readonly oneDay: string;
  readonly realTime: string;
  readonly scenario: string;
  readonly knobs: Readonly<Record<"ipn" | "ipnLateSeconds" | "return" | "decide" | "lapse" | "refund" | "query" | "api" | "apiDelayMs", string>>;
  readonly onlyFor: string;
  readonly onlyForHint: string;
  readonly set: string;
  readonly usual: string;
  readonly turnedRefs: string;
  readonly forget: string;
  readonly release: string;
  readonly terminals: string;
  readonly terminal: string;
  readonly ipnUrl: string;
  readonly state: string;
  readonly save: string;
  readonly payments: string;
  readonly noPayments: string;
  readonly opened: string;
  readonly reference: string;
  readonly amount: string;
  readonly outcome: string;
  readonly actions: string;
  readonly open: string;
  readonly openPage: string;
  readonly lapsed: string;
  readonly outcomeOf: (txnRef: string) => string;
  readonly decide: string;
  readonly review: string;
  readonly reviews: Readonly<Record<Review, string>>;
  readonly sendAgain: string;
  readonly faultOf: (txnRef: string) => string;
  readonly sendFaulty: string;
  readonly refunds: string;
  readonly noRefunds: string;
  readonly asked: string;
  readonly status: string;
  readonly becomes: string;
  readonly final: string;
  readonly refundStates: Readonly<Record<"05" | "06" | "00" | "09", string>>;
  readonly deliveries: string;
  readonly noDeliveries: string;
  readonly sent: string;
  readonly notice: string;
  readonly call: (kind: string, call: number) => string;
  readonly verdict: string;
  readonly answer: string;
}

const vn: ControlText = {
  title: "Bảng điều khiển",
  lead: "Dành cho người phát triển, chỉ mở được trên máy này. Chương trình dùng cùng các địa chỉ này với JSON.",
  clock: "Đồng hồ",
  inVietnam: (time) => `${time}, giờ Việt Nam`,
  moved: (by) => `lệch ${by} so với máy`,
  minutes: (count) => `+ ${count} phút`,
  oneDay: "+ 1 ngày",
  realTime: "Giờ thật",
  scenario: "Kịch bản",
  knobs: {
    ipn: "IPN", ipnLateSeconds: "IPN trễ (giây)", return: "Khách quay về", decide: "Kết quả", lapse: "Khi hết hạn", query: "querydr sau khi hoàn tiền",
    refund: "Hoàn tiền", api: "querydr, refund", apiDelayMs: "API trả chậm (ms)",
  },
  onlyFor: "Chỉ cho vnp_TxnRef",
  onlyForHint: "Để trống thì áp dụng cho mọi giao dịch.",
  set: "Áp dụng",
  usual: "Về như thường",
  turnedRefs: "Riêng từng mã",
  forget: "Bỏ",
  release: "Thả các câu trả lời đang giữ",
  terminals: "Website",
  terminal: "Mã",
  ipnUrl: "Địa chỉ IPN",
  state: "Trạng thái",
  save: "Lưu",
  payments: "Giao dịch",
  noPayments: "Chưa có người bán nào gửi khách tới.",
  opened: "Mở lúc",
  reference: "Mã tham chiếu",
  amount: "Số tiền",
  outcome: "Kết quả",
  actions: "Thao tác",
  open: "đang chờ",
  openPage: "Mở trang",
  lapsed: "hết hạn",
  outcomeOf: (txnRef) => `Kết quả của ${txnRef}`,
  decide: "Kết thúc",
  review: "VNPAY đang xem xét:",
  reviews: { passed: "Cho qua", "turned-down": "Từ chối" },
  sendAgain: "Gửi lại IPN",
  faultOf: (txnRef) => `Lỗi cho ${txnRef}`,
  sendFaulty: "Gửi IPN lỗi",
  refunds: "Hoàn tiền",
  noRefunds: "Chưa có.",
  asked: "Yêu cầu lúc",
  status: "Trạng thái",
  becomes: "Chuyển sang",
  final: "đã xong",
  refundStates: { "05": "VNPAY đang xử lý", "06": "đã gửi ngân hàng", "00": "đã hoàn", "09": "bị từ chối" },
  deliveries: "Các lần gọi IPN",
  noDeliveries: "Chưa có.",
  sent: "Gửi lúc",
  notice: "Thông báo",
  call: (kind, call) => `${kind}, lần ${call}`,
  verdict: "Nhận xét",
  answer: "Trả lời",
};

const en: ControlText = {
  title: "Simulator control",
  lead: "For developers, and only on this machine. Programs use the same addresses with JSON.",
  clock: "Clock",
  inVietnam: (time) => `${time} in Vietnam`,
  moved: (by) => `${by} from the machine's`,
  minutes: (count) => `+ ${count} min`,
  oneDay: "+ 1 day",
  realTime: "Real time",
  scenario: "Scenario",
  knobs: {
    ipn: "IPN", ipnLateSeconds: "IPN late by (s)", return: "Customer returns", decide: "Outcome", lapse: "When time runs out", query: "querydr after a refund",
    refund: "Refunds", api: "querydr, refund", apiDelayMs: "API slow by (ms)",
  },
  onlyFor: "Only for vnp_TxnRef",
  onlyForHint: "Without a reference it holds for every payment.",
  set: "Set",
  usual: "Back to the usual",
  turnedRefs: "For one reference",
  forget: "Forget",
  release: "Let held answers go",
  terminals: "Terminals",
  terminal: "Code",
  ipnUrl: "IPN address",
  state: "State",
  save: "Save",
  payments: "Payments",
  noPayments: "No shop has sent a customer yet.",
  opened: "Opened",
  reference: "Reference",
  amount: "Amount",
  outcome: "Outcome",
  actions: "Do",
  open: "open",
  openPage: "Open its page",
  lapsed: "time is over",
  outcomeOf: (txnRef) => `Outcome of ${txnRef}`,
  decide: "Decide",
  review: "VNPAY is reviewing it:",
  reviews: { passed: "Let through", "turned-down": "Turn down" },
  sendAgain: "Send IPN again",
  faultOf: (txnRef) => `Fault for ${txnRef}`,
  sendFaulty: "Send faulty IPN",
  refunds: "Refunds",
  noRefunds: "None.",
  asked: "Asked",
  status: "Status",
  becomes: "Becomes",
  final: "final",
  refundStates: { "05": "VNPAY is working on it", "06": "sent to the bank", "00": "money is back", "09": "refused" },
  deliveries: "IPN calls",
  noDeliveries: "None yet.",
  sent: "Sent",
  notice: "Notice",
  call: (kind, call) => `${kind}, call ${call}`,
  verdict: "Verdict",
  answer: "Answer",
};

export const controlTexts: Readonly<Record<Locale, ControlText>> = { vn, en };
