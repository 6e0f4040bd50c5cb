import { allYear, guidedIn, type SampleListing } from "../sample.ts";
import { visit } from "./sample-visit.ts";
import { label, lasting } from "./words.ts";

/** Lanes, lakes and fields at the pace of a bicycle. */
export const countrysideVisits: readonly SampleListing[] = [
  {
    key: "dap-xe-ho-an-duong",
    shop: "xe-dap-duong-lang",
    draft: visit({
      title: { vi: "Đạp xe đường làng quanh hồ An Dương", en: "By bicycle along the lanes of An Dương lake" },
      summary: {
        vi: "Đạp xe chậm qua ngõ làng và bờ hồ nhìn ra Đảo Cò, nghỉ chân uống nước vối ở nhà dân.",
        en: "An easy ride through village lanes and along the lake that faces Stork Island, with a rest and vối tea at a house.",
      },
      body: [
        {
          vi: "Hồ An Dương ở xã Nam Thanh Miện ôm hai đảo nhỏ mà người trong vùng gọi chung là Đảo Cò, nơi có khoảng 18.000 con cò và 8.000 con vạc. Từ tháng 9 đến tháng 4 chim về đông; tháng khác vẫn có chim nhưng thưa hơn. Khách nước ngoài từng đạp xe quanh ngôi làng ven hồ này.",
          en: "An Dương lake in the south of Thanh Miện holds two islets that people here call Stork Island, home to about 18,000 egrets and 8,000 night herons. From September to April they are many; in the other months there are birds too, but fewer. Guests from abroad have cycled round this lakeside village.",
        },
        {
          vi: "Vòng xe mẫu đi đường làng bằng phẳng, dừng ở cây đa đầu làng, ruộng lúa và chỗ nhìn ra đảo. Mười xe đạp cho mượn và hai ghế trẻ nhỏ là tất cả những gì gian hàng có, nên đặt xe theo loại vé; ai mang xe của mình thì vé rẻ hơn. Muốn đi thuyền lúc chim đổi ca thì đặt thêm trong cùng giỏ.",
          en: "The sample round keeps to flat lanes and stops at the banyan by the gate, the rice fields and a spot that looks out on the islets. Ten bicycles to lend and two child seats are all the shop has, so they are booked with the ticket; on your own bicycle it costs less. To be on the water when the birds change shifts, add the boat trip to the same basket.",
        },
      ],
      facts: [
        { label: label.duration, value: lasting(120) },
        { label: label.meeting, value: { vi: "Nhà xe của gian hàng mẫu bên hồ An Dương, xã Nam Thanh Miện, thành phố Hải Phòng", en: "The sample shop's bicycle shed by An Dương lake, Nam Thanh Miện commune, Hải Phòng city" } },
        { label: label.language, value: guidedIn },
        { label: label.included, value: { vi: "Người đi cùng, mũ bảo hiểm, nước vối; xe đạp hoặc ghế trẻ nhỏ tuỳ loại vé", en: "Somebody to ride with you, a helmet, vối tea; a bicycle or a child seat according to the ticket" } },
        { label: label.bring, value: { vi: "Kem chống nắng, ống nhòm nếu có", en: "Sun cream, and binoculars if you have them" } },
        { label: label.weather, value: { vi: "Mưa to thì nghỉ; chuyến bị huỷ được hoàn tiền", en: "No ride in heavy rain; a cancelled ride is refunded" } },
      ],
      pictures: [{ drawing: "bicycle", alt: { vi: "Hình vẽ chiếc xe đạp dựng bên bờ ruộng, xa xa có cò bay", en: "Drawing of a bicycle leaning by a rice field, egrets flying beyond" } }],
      seasonMonths: allYear,
      category: "thien-nhien",
      unitCode: "11284",
      provenance: {
        vi: "Số chim lấy từ bài “Đảo Cò” (Người Quan Sát), mùa chim từ “Khám phá xứ Đông: bãi Rễ và Đảo Cò” (Reatimes, 2019), chuyện khách đạp xe từ “Trải nghiệm du lịch đồng quê Hải Dương” (Báo Hải Dương). Vòng xe, xe đạp, giờ, thời lượng, giá và số chỗ là mẫu.",
        en: "The bird numbers come from “Đảo Cò” (Người Quan Sát), their season from “Khám phá xứ Đông: bãi Rễ và Đảo Cò” (Reatimes, 2019), the cycling guests from “Trải nghiệm du lịch đồng quê Hải Dương” (Báo Hải Dương). The ride, bicycles, times, duration, prices and places are samples.",
      },
      variants: [
        { title: { vi: "Người lớn, có xe đạp", en: "Adult, with a bicycle" }, priceDong: 120_000, draws: [{ from: "seat", units: 1 }, { from: "bicycle", units: 1 }], forWhom: { ageMin: 13 } },
        { title: { vi: "Người lớn, mang xe của mình", en: "Adult, on your own bicycle" }, priceDong: 70_000, draws: [{ from: "seat", units: 1 }], forWhom: { ageMin: 13 } },
        { title: { vi: "Trẻ em 8–12 tuổi, có xe nhỏ, đi cùng người lớn", en: "Child aged 8–12, with a small bicycle, with an adult" }, priceDong: 80_000, draws: [{ from: "seat", units: 1 }, { from: "bicycle", units: 1 }], forWhom: { ageMin: 8, ageMax: 12 } },
        { title: { vi: "Trẻ em 2–5 tuổi ngồi ghế sau xe người lớn", en: "Child aged 2–5 in a seat behind an adult" }, priceDong: 30_000, draws: [{ from: "childSeat", units: 1 }], forWhom: { ageMin: 2, ageMax: 5 } },
      ],
    }),
  },
];
