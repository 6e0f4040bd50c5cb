import type { LinkedPiece } from "@xudong/content";

/** Journeys of a day or more. A stop names a place by its key and a thing to book by its Vietnamese slug. */
export const itineraries: readonly LinkedPiece[] = [
  {
    draft: {
      key: "mot-ngay-gom-va-co",
      isSample: true,
      title: { vi: "Một ngày gốm và cò", en: "A day of pottery and storks" },
      summary: {
        vi: "Buổi sáng vẽ gốm ở Chu Đậu, buổi chiều đi thuyền xem cò về đảo ở Nam Thanh Miện.",
        en: "A morning painting pottery at Chu Đậu, and an afternoon boat among the storks of Nam Thanh Miện.",
      },
      body: [
        {
          text: {
            vi: "Hai nơi nằm ở hai đầu của vùng, nên nên có xe riêng và khởi hành sớm. Giờ ghi dưới đây là gợi ý, mời bạn đối chiếu với giờ của buổi đã đặt.",
            en: "The two lie at opposite ends of the area, so a car of your own and an early start are advisable. The hours below are suggestions; please check them against the times you have booked.",
          },
        },
      ],
      facts: [{ label: { vi: "Đi lại", en: "Getting about" }, value: { vi: "Ô tô hoặc xe máy", en: "By car or motorbike" } }],
      pictures: [],
      sources: [
        { title: "Chu Đậu pottery wows APEC guests (Viet Nam News)", url: "https://vietnamnews.vn/life-style/1721540/chu-dau-pottery-wows-apec-guests-in-hai-phong.html", asOf: "7/2025" },
        { title: "Khám phá xứ Đông: bãi Rễ và Đảo Cò (Reatimes)", url: "https://dulich.reatimes.vn/kham-pha-xu-dong-ve-noi-xanh-muot-bai-re-va-binh-yen-dao-co-202191213153735076.htm", asOf: "2019" },
      ],
      detail: {
        kind: "itinerary",
        days: 1,
        bestMonths: [9, 10, 11, 12, 1, 2, 3, 4],
        stops: [
          {
            day: 1,
            at: "09:00",
            title: { vi: "Vẽ gốm ở làng Chu Đậu", en: "Painting pottery in Chu Đậu village" },
            text: { vi: "Khách được tự tay vẽ, nặn; sản phẩm nung xong gửi bưu điện về nhà.", en: "Visitors paint and shape pieces themselves; once fired they are posted home." },
            target: { kind: "experience", key: "ve-gom-chu-dau" },
          },
          {
            day: 1,
            at: "16:30",
            title: { vi: "Đảo Cò lúc cò về", en: "Stork Island as the birds come home" },
            text: {
              vi: "Cò và vạc về hai đảo trên hồ An Dương đông vào khoảng 17 đến 18 giờ; từ tháng 9 đến tháng 4 có nhiều chim.",
              en: "Egrets and night herons return to the two islets of An Dương lake between about five and six; from September to April there are many.",
            },
            target: { kind: "place", key: "dao-co" },
          },
        ],
      },
    },
  },
];
