const lunarMonths = ["Giêng", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười Một", "Chạp"];

/** What the first page, the frame round every page and the shared parts say in Vietnamese. */
export const frontVi = {
  menu: "Danh mục",
  footer: { buy: "Mua và đặt", see: "Đi & xem", help: "Đơn của bạn", shops: "Các gian hàng", scroll: "" },
  weekdays: ["Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"],
  weekdayShort: ["T2", "T3", "T4", "T5", "T6", "T7", "CN"],
  lunarDay: (day: number, month: number, isLeap: boolean) => `${day <= 10 ? `mồng ${day}` : day} tháng ${lunarMonths[month - 1]}${isLeap ? " nhuận" : ""}`,
  lunarMonthShort: (month: number) => `${lunarMonths[month - 1]}`,
  untilTet: (days: number, year: string, _animal: number) => (days === 0 ? `mồng một Tết ${year}` : days === 1 ? `mai là Tết ${year}` : `còn ${days} ngày đến Tết ${year}`),
  seasonLine: (lunarDay: string, untilTet: string) => `Hôm nay ${lunarDay} âm lịch · ${untilTet}`,
  lunarCalendar: "âm lịch",
  solarMonth: (month: number) => `tháng ${month}`,
  monthOf: (month: number, year: number) => `Tháng ${month}, ${year}`,
  previousMonth: "Tháng trước",
  nextMonth: "Tháng sau",
  dayFull: "hết chỗ",
  dayOpen: "còn",
  dayFew: (n: number) => `còn ${n}`,
  today: "hôm nay",
  fewer: (thing: string) => `Bớt một: ${thing}`,
  more: (thing: string) => `Thêm một: ${thing}`,
  perUnit: (unit: string) => `/ ${unit}`,
  rough: (amount: string) => `khoảng ${amount}`,
  inSeason: "Đang mùa",
  leading: "Đang thu, đang làm",
  also: "Cũng đang có",
  weekendLead: "Mỗi giờ dưới đây là một chuyến thật trong lịch. Số chỗ đếm lúc trang này được mở.",
  festivals: "Sắp hội",
  festivalsLead: "Ngày hội tính theo âm lịch, kèm ngày dương.",
  allFestivals: "Xem mọi lễ hội",
  maker: "Một người làm nghề",
  makerSee: "Xem gian hàng",
  laterAt: (month: string) => `Có lại ${month}`,
  trust: "Mua ở chợ này thì sao?",
  trustLead: "Bốn việc chợ làm, theo thứ tự bạn gặp.",
  example: (place: string) => `Một ví dụ: gửi về ${place}, nếu đặt bây giờ`,
  exampleArrives: (days: string) => `Dự kiến giao ${days}.`,
  trustSteps: [
    ["Biết người bán, biết tổng tiền", "Mỗi gian hàng ghi tên, xã và giấy tờ đã được xem; thứ gì là mẫu thì ghi là mẫu. Phí gửi hiện trong giỏ, trước khi bạn điền gì."],
    ["Đặt là giữ", "Hàng và chỗ được giữ 30 phút trong lúc bạn trả tiền, hoặc 15 phút nếu chỉ còn ít. Một chỗ không bán cho hai người."],
    ["VNPAY báo thẳng cho chợ", "Thẻ, tài khoản hoặc QR, trên trang của VNPAY; hoặc trả tiền khi nhận hàng. Chợ không thấy và không lưu số thẻ."],
    ["Đổi ý thì huỷ", "Huỷ được cả đơn khi hàng chưa gửi và chuyến đi chưa bắt đầu. Chợ hoàn lại toàn bộ số tiền đã trả."],
  ],
} as const;

type Widened<T> = T extends string ? string : T extends (...args: infer A) => string ? (...args: A) => string : { readonly [K in keyof T]: Widened<T[K]> };
export type FrontText = Widened<typeof frontVi>;
