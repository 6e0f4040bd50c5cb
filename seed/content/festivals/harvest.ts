import type { LinkedPiece } from "@xudong/content";
import { from, named } from "../sources.ts";
import { drawn, inCommune, inWard, samples } from "../words.ts";

/** Days that go by the harvest, not by the moon. */
export const harvest: readonly LinkedPiece[] = [
  {
    links: [...samples("vai-thieu-thanh-ha", "hai-vai-dong-man", "tham-cay-vai-to"), { kind: "place", key: "cay-vai-to" }],
    draft: {
      key: "le-hoi-vai-thieu",
      isSample: true,
      title: { vi: "Khai mạc mùa vải Thanh Hà", en: "Opening of the Thanh Hà lychee season" },
      summary: {
        vi: "Ngày mở đầu mùa thu hoạch vải ở Thanh Hà, theo dương lịch, năm 2025 là 30/5.",
        en: "The day that opens the lychee harvest in Thanh Hà, by the solar calendar; in 2025 it was 30 May.",
      },
      body: [
        {
          text: {
            vi: "Mùa vải Thanh Hà mở từ cuối tháng 5 với vải sớm, rồi tới vải thiều chính vụ khoảng 10/6 đến cuối tháng 6. Năm 2025 lễ mở đầu mùa thu hoạch diễn ra ngày 30/5, kèm hội nghị xúc tiến thương mại; cùng lúc đó lô vải đầu mùa lên đường sang Nhật.",
            en: "The season begins at the end of May with early fruit and goes on to the main crop from about 10 June to the end of that month. In 2025 it was opened on 30 May together with a trade conference, as the first batch of the year left for Japan.",
          },
        },
        {
          text: {
            vi: "Không có ngày cố định: vải chín sớm hay muộn tuỳ năm, ngày lễ theo đó mà định. Ai muốn hái tận tay thì đợi giữa tháng 6, khi vườn ven sông Đồng Mẩn chín rộ ba, bốn tuần.",
            en: "There is no fixed day: the fruit ripens early or late and the opening follows it. To pick your own, wait for the middle of June, when the orchards along the Đồng Mẩn are at their ripest for three or four weeks.",
          },
        },
      ],
      facts: [{ label: { vi: "Diện tích vải Thanh Hà", en: "Lychee area of Thanh Hà" }, value: { vi: "Gần 3.300 ha (2025)", en: "Nearly 3,300 hectares (2025)" } }],
      pictures: drawn("lychee", "Hình vẽ chùm vải còn lá, một quả đã bóc vỏ", "Drawing of a bunch of lychees with leaves, one of them peeled"),
      sources: from("vai-vna25", "vai-vns25", "vai-gi", "vai-35"),
      detail: {
        kind: "festival",
        dates: { calendar: "harvest", months: [5, 6], announced: [{ from: "2025-05-30", to: "2025-05-30", source: named("vai-vna25") }] },
        location: { unitCodes: [], address: { vi: "Vùng Thanh Hà, thành phố Hải Phòng", en: "The Thanh Hà area, Hải Phòng city" } },
        placeKey: "cay-vai-to",
      },
    },
  },
  {
    links: [{ kind: "place", key: "vung-ruoi-an-thanh" }, ...samples("vot-ruoi-an-thanh", "nau-com-que")],
    draft: {
      key: "le-hoi-lua-ruoi-tu-ky",
      isSample: true,
      title: { vi: "Ngày hội lúa, rươi Tứ Kỳ", en: "Tứ Kỳ rice and rươi day" },
      summary: {
        vi: "Ngày hội của vùng lúa rươi ngoài đê, mở từ năm 2022, có thi nấu mâm cơm đặc sản.",
        en: "The day of the rice and rươi fields outside the dyke, held since 2022, with a contest for the table of local dishes.",
      },
      body: [
        {
          text: {
            vi: "Vùng lúa rươi An Thanh rộng 137 ha ngoài đê. Từ năm 2022 địa phương mở ngày hội, lần đầu vào tháng 8–9 dương lịch, có thi nấu mâm cơm đặc sản từ gạo bãi rươi và món nhà quê. Riêng An Thanh còn thi đùa nơm bắt cá, bốn lần tính đến đầu năm 2025.",
            en: "The rice and rươi fields of An Thanh cover 137 hectares outside the dyke. Since 2022 the locality has held a day for them, first in August and September, with a contest for the table of local dishes. An Thanh has also held four days of fishing with bamboo baskets, by early 2025.",
          },
        },
        {
          text: {
            vi: "Ngày hội không theo lịch âm và không cố định, nên xem thông báo trước khi đi. Đừng lẫn với mùa rươi: con rươi nổi vào quanh 20 tháng Chín và mùng 5 tháng Mười âm lịch, tức cuối năm dương lịch.",
            en: "It follows no lunar date and is not fixed, so look for the announcement. Do not confuse it with the rươi season itself, which comes round the 20th of the ninth and the 5th of the tenth lunar month, late in the solar year.",
          },
        },
      ],
      facts: [],
      pictures: drawn("rice", "Hình vẽ bông lúa chín trĩu hạt", "Drawing of ripe ears of rice"),
      sources: from("ruoi-tour", "ruoi-lehoi", "ruoi-lehoi2"),
      detail: {
        kind: "festival",
        dates: { calendar: "harvest", months: [8, 9] },
        location: { unitCodes: ["11131"], address: inCommune("Chí Minh", { vi: "Vùng An Thanh cũ", en: "The former An Thanh" }) },
        placeKey: "vung-ruoi-an-thanh",
      },
    },
  },
  {
    links: [{ kind: "place", key: "den-cao-an-phu" }, { kind: "place", key: "dong-kinh-chu" }],
    draft: {
      key: "le-hoi-hanh-toi-kinh-mon",
      isSample: true,
      title: { vi: "Lễ hội thu hoạch hành, tỏi Kinh Môn", en: "Kinh Môn shallot and garlic harvest" },
      summary: {
        vi: "Ngày hội trên đồng hành tỏi Kinh Môn, có thi thu hoạch, năm 2024 mở ngày 20/1.",
        en: "A day in the shallot and garlic fields of Kinh Môn, with a harvesting race; in 2024 it was 20 January.",
      },
      body: [
        {
          text: {
            vi: "Kinh Môn trồng hành tím và tỏi vụ đông trên khoảng 4.000 ha, gần 100.000 tấn củ tươi mỗi năm; thu hoạch rộ khoảng tháng 1. Năm 2024 ngày hội mở ngày 20/1 tại cánh đồng Đích Sơn, có thi thu hoạch giữa đồng.",
            en: "Kinh Môn grows winter shallots and garlic on about 4,000 hectares, nearly 100,000 tonnes of fresh bulbs a year, lifted mostly in January. In 2024 the day was held on 20 January in the Đích Sơn fields, with a harvesting race.",
          },
        },
        {
          text: {
            vi: "Ngày hội theo dương lịch và tuỳ năm, chưa rõ năm nào cũng mở. Tháng 1 đi Kinh Môn còn tiện lên An Phụ và vào động Kính Chủ; ruộng là của nhà nông, muốn xuống thì hỏi chủ ruộng.",
            en: "The day goes by the solar calendar and by the year; we do not know whether it is held every year. January in Kinh Môn also goes well with An Phụ and Kính Chủ cave. The fields belong to farmers: ask before you step in.",
          },
        },
      ],
      facts: [{ label: { vi: "Quy mô vùng trồng", en: "The crop" }, value: { vi: "Khoảng 4.000 ha, gần 100.000 tấn củ tươi mỗi năm", en: "About 4,000 hectares, nearly 100,000 tonnes a year" } }],
      pictures: drawn("onion", "Hình vẽ hai củ hành còn lá buộc túm", "Drawing of two shallots with their leaves tied"),
      sources: from("km-dost", "km-vn"),
      detail: {
        kind: "festival",
        dates: { calendar: "harvest", months: [1], announced: [{ from: "2024-01-20", to: "2024-01-20", source: named("km-dost") }] },
        location: { unitCodes: ["10729"], address: inWard("Trần Liễu", { vi: "Cánh đồng Đích Sơn", en: "Đích Sơn fields" }) },
      },
    },
  },
];
