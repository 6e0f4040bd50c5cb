import { allYear, guidedIn, type SampleListing } from "../sample.ts";
import { adult, child, family, together, visit } from "./sample-visit.ts";
import { label, lasting } from "./words.ts";

/** The water stage, from before the curtain and from behind it. */
export const stageVisits: readonly SampleListing[] = [
  {
    key: "xem-roi-nuoc",
    shop: "roi-nuoc-san-dinh",
    draft: visit({
      title: { vi: "Xem rối nước bên sân đình", en: "A water puppet show by the communal house" },
      summary: {
        vi: "Một buổi rối nước của phường mẫu ở xã Khúc Thừa Dụ, xem xong vào nhà trưng bày con rối.",
        en: "A water puppet show by the sample troupe in Khúc Thừa Dụ commune, and a look at the puppets afterwards.",
      },
      body: [
        {
          vi: "Vùng Hồng Phong cũ của Ninh Giang, nay thuộc xã Khúc Thừa Dụ, có phường rối nước diễn ở thuỷ đình Bồ Dương. Theo báo năm 2024, một buổi ở đó dài 35–40 phút, khách vào thăm nhà trưng bày con rối và phải đặt trước; riêng tháng 11/2025 phường đón 40 đoàn, hơn 600 khách.",
          en: "The former Hồng Phong of Ninh Giang, now in Khúc Thừa Dụ commune, has a troupe that plays on the water stage of Bồ Dương. As the press of 2024 tells it, a show there lasts 35 to 40 minutes, guests visit the room where the puppets are kept, and one has to book ahead; in November 2025 alone the troupe received 40 groups, more than 600 people.",
        },
        {
          vi: "Gian hàng trên chợ là một phường mẫu, không phải phường rối Bồ Dương và không bán vé thay cho phường ấy. Buổi mẫu có 40 chỗ ngồi quanh bờ ao: chú Tễu ra chào, múa rồng, cày cấy, bắt cá. Trẻ dưới 4 tuổi ngồi lòng người lớn, không cần vé. Nhóm muốn xem riêng thì bao cả buổi khi buổi ấy chưa bán chỗ nào.",
          en: "The shop here is a sample troupe: it is not that of Bồ Dương and sells no tickets for it. The sample show has 40 seats round the pond, with Tễu the clown's greeting, dragons, ploughing and fishing. Children under 4 sit on a lap and need no ticket. A group may take the whole show, as long as no seat in it has been sold.",
        },
      ],
      facts: [
        { label: label.duration, value: lasting(60) },
        { label: label.meeting, value: { vi: "Sân đình của phường mẫu, xã Khúc Thừa Dụ, thành phố Hải Phòng", en: "The sample troupe's yard by the communal house, Khúc Thừa Dụ commune, Hải Phòng city" } },
        { label: label.language, value: { vi: "Lời hát tiếng Việt, tờ tóm tắt từng trò bằng tiếng Anh", en: "Sung in Vietnamese, with a summary of each scene in English" } },
        { label: label.included, value: { vi: "Chỗ ngồi, trà xanh, thăm nhà trưng bày con rối", en: "A seat, green tea, a visit to the puppet room" } },
        { label: label.bring, value: { vi: "Quạt mùa hè, áo ấm mùa đông: sân khấu ở ngoài trời", en: "A fan in summer, something warm in winter: the stage is in the open" } },
      ],
      pictures: [{ drawing: "puppet", alt: { vi: "Hình vẽ chú Tễu giơ tay chào trên mặt nước", en: "Drawing of Tễu, the puppet clown, waving above the water" } }],
      seasonMonths: allYear,
      category: "van-nghe",
      unitCode: "11224",
      provenance: {
        vi: "Thời lượng buổi diễn ở Bồ Dương và nhà trưng bày lấy từ “Rối nước Hồng Phong” (Nhân Dân, 2024); số đoàn từ “Khách xem rối nước Hồng Phong tháng 11/2025” (Vietnam.vn). Phường mẫu, các trò, giờ, giá và số chỗ là mẫu.",
        en: "The length of the Bồ Dương show and the puppet room come from “Rối nước Hồng Phong” (Nhân Dân, 2024); the number of groups from “Khách xem rối nước Hồng Phong tháng 11/2025” (Vietnam.vn). The troupe on this page, its scenes, times, prices and places are samples.",
      },
      variants: [
        adult(100_000),
        child(60_000, 4),
        family(280_000),
        together({ vi: "Bao cả buổi, 40 chỗ", en: "The whole show, 40 seats" }, 3_200_000, 40),
      ],
    }),
  },
  {
    key: "sau-man-roi-nuoc",
    shop: "roi-nuoc-san-dinh",
    draft: visit({
      title: { vi: "Sau mành rối nước: tập điều khiển con rối", en: "Behind the screen: handling a water puppet" },
      summary: {
        vi: "Mặc quần lội bước xuống ao cùng người diễn của phường mẫu, tập cho con rối bơi, múa và cúi chào.",
        en: "Put on waders, step into the pond with the sample troupe's puppeteers and teach a puppet to swim, dance and bow.",
      },
      body: [
        {
          vi: "Con rối nước tạc bằng gỗ, gắn trên sào dài; người diễn đứng sau mành, ngâm mình dưới nước mà điều khiển. Ở Hồng Phong, nghệ nhân phường rối tự tạc con rối và bày trong nhà trưng bày của phường. Phường rối Thanh Hải ở Thanh Hà có hơn 300 năm, khôi phục năm 1999, hay đón khách đi tàu trên sông Thái Bình.",
          en: "Water puppets are carved from wood and set on long poles; the puppeteers stand in the water behind a screen to work them. At Hồng Phong the troupe's artists carve their own puppets and keep them in a room of their own. The Thanh Hải troupe in Thanh Hà is more than 300 years old, was revived in 1999, and often plays for guests who come by boat on the Thái Bình river.",
        },
        {
          vi: "Chưa có nguồn nào nói phường rối nào mở lớp cho khách, nên buổi này do chợ gợi ý và chỉ là mẫu. Chỗ sau mành hẹp nên mỗi buổi nhận tám người; trẻ từ 8 tuổi được xuống nước cùng người lớn. Bạn tập với con cá và chú Tễu nhẹ, rồi cả nhóm diễn một trò ngắn cho người nhà ngồi trên bờ xem.",
          en: "We have found no source for a class held by any troupe, so this session is the market's own suggestion and only a sample. There is little room behind the screen: each session takes eight people, and children from the age of 8 may go in beside an adult. You practise with a fish and a light Tễu, and at the end the group plays a short scene for those on the bank.",
        },
      ],
      facts: [
        { label: label.duration, value: lasting(60) },
        { label: label.meeting, value: { vi: "Sân đình của phường mẫu, xã Khúc Thừa Dụ, thành phố Hải Phòng", en: "The sample troupe's yard by the communal house, Khúc Thừa Dụ commune, Hải Phòng city" } },
        { label: label.language, value: guidedIn },
        { label: label.included, value: { vi: "Quần lội, con rối để tập, khăn lau và trà nóng", en: "Waders, puppets to practise with, a towel and warm tea" } },
        { label: label.bring, value: { vi: "Quần áo thay, dép quai hậu", en: "A change of clothes, sandals with a strap" } },
        { label: label.weather, value: { vi: "Dưới 15 độ hoặc có dông thì nghỉ và được hoàn tiền", en: "Below 15 °C or in a thunderstorm it is called off and refunded" } },
      ],
      pictures: [{ drawing: "puppet-fish", alt: { vi: "Hình vẽ con rối cá trên sào, phía sau là mành che", en: "Drawing of a fish puppet on its pole before a bamboo screen" } }],
      seasonMonths: allYear,
      category: "van-nghe",
      unitCode: "11224",
      provenance: {
        vi: "Chuyện con rối tự tạc lấy từ bài về rối nước Hồng Phong (Báo Hải Dương, 2018); phường rối Thanh Hải từ “Rối nước Thanh Hải” (VOV, 7/2025). Buổi tập, giờ, thời lượng, giá và số chỗ là mẫu.",
        en: "The carving of puppets comes from an article on the Hồng Phong troupe (Báo Hải Dương, 2018); the Thanh Hải troupe from “Rối nước Thanh Hải” (VOV, July 2025). The session, its times, duration, prices and places are samples.",
      },
      variants: [adult(200_000), child(150_000, 8)],
    }),
  },
];
