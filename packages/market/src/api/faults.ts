import type { Locale } from "@xudong/domain";

/** What is wrong with one field, with the numbers that mend it. */
export type Fault = { field: string; reason: string; min?: number; max?: number; allowed?: readonly string[]; wanted?: string; became?: string };

type Words = { vi: string | ((fault: Fault) => string); en: string | ((fault: Fault) => string) };

const kinds: Readonly<Record<string, { vi: string; en: string }>> = {
  string: { vi: "một đoạn chữ", en: "text" },
  number: { vi: "một con số", en: "a number" },
  int: { vi: "một số nguyên", en: "a whole number" },
  object: { vi: "một đối tượng JSON { … }", en: "a JSON object { … }" },
  array: { vi: "một danh sách [ … ]", en: "a list [ … ]" },
};

/** Every reason a field may be refused for, ours and those the verbs give (`order.contact_invalid` names several). */
const faults = {
  missing: { vi: "Còn thiếu, mời bạn điền.", en: "It is missing; please fill it in." },
  unknown_field: { vi: "Chợ không biết mục này. Xem lại cách viết tên, hoặc bỏ nó đi.", en: "The market does not know this field. Check its spelling, or leave it out." },
  repeated: { vi: "Có mặt nhiều lần, mời bạn giữ lại một.", en: "It is there more than once; please keep one." },
  wrong_type: {
    vi: ({ wanted = "" }) => `Cần ${kinds[wanted]?.vi ?? "một kiểu giá trị khác"}.`,
    en: ({ wanted = "" }) => `It has to be ${kinds[wanted]?.en ?? "another kind of value"}.`,
  },
  too_small: { vi: ({ min }) => `Cần từ ${min ?? 0} trở lên.`, en: ({ min }) => `It has to be ${min ?? 0} or more.` },
  too_large: { vi: ({ max }) => `Không quá ${max ?? 0}.`, en: ({ max }) => `It may be ${max ?? 0} at most.` },
  too_short: { vi: ({ min }) => `Cần từ ${min ?? 1} ký tự trở lên.`, en: ({ min }) => `It needs ${min ?? 1} characters or more.` },
  too_long: { vi: ({ max }) => `Không quá ${max ?? 0} ký tự.`, en: ({ max }) => `It may have ${max ?? 0} characters at most.` },
  too_few: { vi: ({ min }) => `Cần từ ${min ?? 1} mục trở lên.`, en: ({ min }) => `It needs ${min ?? 1} entries or more.` },
  too_many: { vi: ({ max }) => (max === 0 ? "Chợ chưa nhận mục này, mời bạn để trống." : `Không quá ${max} mục.`), en: ({ max }) => (max === 0 ? "The market does not take any yet; please leave it empty." : `It may have ${max} entries at most.`) },
  not_one_of: { vi: ({ allowed = [] }) => `Chọn một trong: ${allowed.join(", ")}.`, en: ({ allowed = [] }) => `It has to be one of: ${allowed.join(", ")}.` },
  not_known: { vi: "Chợ không có mục này. Mời bạn chọn mục khác.", en: "The market does not have it. Please choose another." },
  in_the_past: { vi: "Thời điểm này đã qua, mời bạn chọn từ bây giờ trở đi.", en: "That time is over; please choose one that is still to come." },
  in_the_future: { vi: "Ngày này chưa tới. Mời bạn xem lại ngày ghi trên giấy.", en: "That day has not come yet. Please check the date on the paper." },
  fixed_once_approved: { vi: "Mục này không đổi được khi gian hàng đã được duyệt. Mời bạn nhờ chợ đổi giúp.", en: "This cannot be changed once the shop is approved. Please ask the market to change it." },
  bad_format: { vi: "Viết chưa đúng dạng.", en: "It is not in the right form." },
  control_characters: { vi: "Có ký tự không hiện ra được (xuống dòng, tab, NUL…), mời bạn bỏ đi.", en: "It holds characters that cannot be seen (line break, tab, NUL …); please take them out." },
  no_such_day: { vi: "Cần một ngày có thật từ 2000 đến 2199, viết như 2026-11-28.", en: "It has to be a real day from 2000 to 2199, written like 2026-11-28." },
  day_before_start: { vi: "Ngày cuối phải từ ngày đầu trở đi.", en: "The last day cannot be before the first." },
  no_such_hour: { vi: "Cần một giờ có thật, viết như 08:30.", en: "It has to be a real hour, written like 08:30." },
  end_before_begin: { vi: "Giờ cuối phải từ giờ đầu trở đi.", en: "The last hour cannot be before the first." },
  never: { vi: "Trong cả năm không có ngày nào khớp. Mời bạn xem lại thứ, ngày âm và thời hạn của lịch này.", en: "No day of a whole year fits it. Please look at its weekdays, lunar days and dates again." },
  below_price_min: { vi: "Giá đến phải bằng giá từ, hoặc cao hơn.", en: "The highest price cannot be below the lowest." },
  too_many_days: { vi: ({ max }) => `Mỗi lần hỏi không quá ${max} ngày.`, en: ({ max }) => `One question may cover ${max} days at most.` },
  phone: { vi: "Số này chưa đúng. Ví dụ 0912 345 678, hoặc +44 7700 900123.", en: "This number does not look right. For example 0912 345 678, or +44 7700 900123." },
  phone_renumbered: {
    vi: ({ became = "" }) => `Số 11 chữ số đã đổi năm 2018${became === "" ? "" : `, số này nay là ${became}`}. Mời bạn ghi số mới.`,
    en: ({ became = "" }) => `Numbers with 11 digits were changed in 2018${became === "" ? "" : `; this one is now ${became}`}. Please give the new one.`,
  },
  phone_hotline: { vi: "Số tổng đài 1800, 1900 không nhận được cuộc gọi báo đơn. Mời bạn ghi số di động hoặc số bàn.", en: "Hotlines (1800, 1900) cannot be called about an order. Please give a mobile or landline number." },
  unit_unknown: { vi: "Không tìm thấy phường, xã hay tỉnh này. Xem lại cách viết, thêm huyện cũ, hoặc chọn một nơi gần giống.", en: "No such ward, commune or province was found. Check its spelling, add the former district, or choose one that is near." },
  unit_ambiguous: { vi: "Tên này có thể là nhiều nơi. Mời bạn chọn phường hoặc xã của mình.", en: "This may be several places. Please choose your ward or commune." },
  plus_code: { vi: "Plus Code chưa đúng. Ví dụ 7PH89C5X+2Q.", en: "This Plus Code does not look right. For example 7PH89C5X+2Q." },
  plus_code_elsewhere: { vi: "Plus Code này ở một tỉnh khác với phường, xã.", en: "This Plus Code lies in another province than the ward or commune." },
  email: { vi: "E-mail này chưa đúng. Ví dụ ten@example.com.", en: "This e-mail does not look right. For example name@example.com." },
  phone_or_email: { vi: "Cần điện thoại hoặc e-mail để báo về đơn.", en: "We need a phone number or an e-mail to tell you about the order." },
} as const satisfies Record<string, Words>;

export type FaultReason = keyof typeof faults;
export const faultReasons = Object.keys(faults) as FaultReason[]; // the keys of a literal

const isKnown = (reason: string): reason is FaultReason => Object.hasOwn(faults, reason);

/** What is wrong with a field, as a sentence. A reason nobody has words for is told as a wrong form. */
export function faultText(fault: Fault, locale: Locale): string {
  const words: Words = faults[isKnown(fault.reason) ? fault.reason : "bad_format"];
  const told = words[locale];
  return typeof told === "string" ? told : told(fault);
}
