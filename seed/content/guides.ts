import type { LinkedPiece } from "@xudong/content";

/** Things worth knowing before one comes or buys. */
export const guides: readonly LinkedPiece[] = [
  {
    links: [{ kind: "place", key: "con-son" }],
    draft: {
      key: "di-hoi-theo-lich-am",
      isSample: true,
      title: { vi: "Đi hội theo lịch âm", en: "Going to festivals by the lunar calendar" },
      summary: {
        vi: "Vì sao ngày hội mỗi năm rơi vào một ngày dương khác, và xem lịch thế nào để khỏi đi hụt.",
        en: "Why a festival falls on another date each year, and how to read the calendar so as not to miss it.",
      },
      body: [
        {
          text: {
            vi: "Phần lớn hội làng, hội đền tính theo âm lịch: tháng bắt đầu vào ngày có trăng non, dài 29 hoặc 30 ngày. Một năm âm ngắn hơn năm dương khoảng 11 ngày, nên vài năm lại có một tháng nhuận.",
            en: "Most village and temple festivals follow the lunar calendar: a month begins on the day of the new moon and lasts 29 or 30 days. A lunar year is about 11 days shorter than a solar one, so every few years a leap month is put in.",
          },
        },
        {
          heading: { vi: "Tháng thiếu, tháng nhuận", en: "Short months and leap months" },
          text: {
            vi: "Hội mở ngày 30 mà tháng đó chỉ có 29 ngày thì bắt đầu từ ngày 29. Năm có hai tháng cùng số thì hội thường theo tháng đầu, không theo tháng nhuận. Chợ tính sẵn ngày dương cho từng năm ở trang mỗi lễ hội.",
            en: "A festival that opens on the 30th of a month with only 29 days begins on the 29th. In a year with two months of the same number it usually keeps to the first, not to the leap month. Each festival's page here gives the solar dates worked out for the year.",
          },
        },
        {
          heading: { vi: "Trước khi đi", en: "Before you set out" },
          text: {
            vi: "Ban tổ chức có năm dời chương trình một hai ngày. Mời bạn xem lại thông báo của địa phương trong tuần trước hội.",
            en: "In some years the organisers move the programme by a day or two. Please check the local announcement in the week before.",
          },
        },
      ],
      facts: [],
      pictures: [],
      sources: [{ title: "Hồ Ngọc Đức: Thuật toán tính âm lịch (Computing the Vietnamese lunar calendar)", url: "https://www.informatik.uni-leipzig.de/~duc/amlich/calrules.html" }],
      detail: { kind: "guide" },
    },
  },
];
