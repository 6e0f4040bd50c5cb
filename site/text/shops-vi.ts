/** What the pages of shops and categories say in Vietnamese. */
export const shopsVi = {
  title: "Các gian hàng",
  lead: "Những nơi đang bán ở chợ.",
  all: "Tất cả",
  categories: "Nhóm hàng",
  inCategory: (category: string) => `Đang xem: ${category}`,
  count: (n: number) => `${n} món và chuyến`,
  one: "Gian hàng",
  see: "Xem gian hàng",
  about: "Về gian hàng",
  identity: "Thông tin người bán",
  legalName: "Tên đăng ký",
  address: "Địa chỉ",
  phone: "Điện thoại",
  registration: "Đăng ký kinh doanh",
  registered: (issuer: string, day: string, number: string | undefined) => `${number === undefined ? "" : `số ${number}, `}${issuer}, ngày ${day}`,
  papers: "Giấy tờ đã xác minh",
  paper: (kind: string, stars: number | undefined) => `${kind}${stars === undefined ? "" : ` ${stars} sao`}`,
  until: (day: string) => `còn hạn tới ${day}`,
  samplePaper: "giấy mẫu",
  listings: "Đang bán",
  none: "Gian hàng chưa có gì đang bán.",
};

export type ShopsText = typeof shopsVi;
