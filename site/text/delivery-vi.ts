/** What pages say in Vietnamese of how goods come and what that costs. */
export const deliveryVi = {
  arrives: (days: string) => `dự kiến giao ${days}`,
  ready: (day: string) => `tới lấy được từ ${day}`,
  free: "Không tính phí",
  estimate: "Phí gửi tạm tính trong tỉnh của người bán. Ở bước thanh toán, bạn điền nơi nhận để biết phí thật.",
  sampleRates: "Bảng cước tham khảo, số liệu mẫu.",
  how: "Cách gửi",
  ofSeller: (shop: string) => `Cách gửi, ${shop}`,
  recount: "Tính phí gửi tới địa chỉ này",
  recounted: "Phí gửi đã tính theo địa chỉ bạn điền. Chợ chưa đặt đơn.",
  changedTitle: "Phí gửi tới địa chỉ này khác mức tạm tính",
  changed: (total: string) => `Lúc trước chợ chưa biết gửi tới đâu nên tạm tính trong tỉnh. Tổng mới là ${total}. Chợ chưa đặt và chưa trừ tiền; mọi ô bạn điền vẫn còn. Nếu đồng ý, mời bạn bấm lại nút ở cuối trang.`,
  ifNow: (place: string, days: string) => `Đặt bây giờ, ${place}: dự kiến giao ${days}.`,
  feeFrom: (fee: string) => `Phí gửi ${fee} cho một món.`,
  noCash: "Trả tiền khi nhận hàng không dùng được với cách gửi đã chọn.",
  payThere: (total: string) => `Bạn trả ${total} khi tới lấy. Không phải trả trước.`,
};

export type DeliveryText = typeof deliveryVi;
