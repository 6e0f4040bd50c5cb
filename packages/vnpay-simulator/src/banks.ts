export interface Bank {
  readonly code: string;
  readonly name: string;
}

/** Banks a customer may choose. Not VNPAY's full list: enough to see how a shop copes with one. */
export const banks: readonly Bank[] = [
  { code: "NCB", name: "Ngân hàng Quốc Dân (NCB)" },
  { code: "VIETCOMBANK", name: "Ngân hàng Ngoại thương (Vietcombank)" },
  { code: "VIETINBANK", name: "Ngân hàng Công thương (VietinBank)" },
  { code: "BIDV", name: "Ngân hàng Đầu tư và Phát triển (BIDV)" },
  { code: "AGRIBANK", name: "Ngân hàng Nông nghiệp (Agribank)" },
  { code: "TECHCOMBANK", name: "Ngân hàng Kỹ thương (Techcombank)" },
  { code: "MBBANK", name: "Ngân hàng Quân đội (MB)" },
  { code: "ACB", name: "Ngân hàng Á Châu (ACB)" },
  { code: "TPBANK", name: "Ngân hàng Tiên Phong (TPBank)" },
  { code: "EXIMBANK", name: "Ngân hàng Xuất Nhập khẩu (Eximbank)" },
];

export const bankNamed = (code: string | null | undefined): Bank | undefined => banks.find((bank) => bank.code === code);

/** The answer of get_bank_list. Logos are left empty: the simulator sends nobody to another site. */
export const bankList = banks.map((bank, index) => ({
  bank_code: bank.code,
  bank_name: bank.name,
  logo_link: "",
  bank_type: 1,
  display_order: index + 1,
}));
