import type { FrontText } from "./front-vi.ts";

const lunarMonths = ["1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th", "11th", "12th"];
const animals = ["Rat", "Buffalo", "Tiger", "Cat", "Dragon", "Snake", "Horse", "Goat", "Monkey", "Rooster", "Dog", "Pig"];

/** What the first page, the frame round every page and the shared parts say in English. */
export const frontEn = {
  menu: "Menu",
  footer: { buy: "Buy and book", see: "Places to see", help: "Your order", shops: "All shops", scroll: "" },
  weekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  weekdayShort: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
  lunarDay: (day, month, isLeap) => `day ${day} of the ${lunarMonths[month - 1]} ${isLeap ? "(leap) " : ""}lunar month`,
  lunarMonthShort: (month) => `${lunarMonths[month - 1]}`,
  untilTet: (days, _year, animal) => `${days === 0 ? "Tết, first day of" : days === 1 ? "Tết is tomorrow:" : `${days} days to Tết,`} the Year of the ${animals[animal]}`,
  seasonLine: (lunarDay, untilTet) => `Today is ${lunarDay} · ${untilTet}`,
  lunarCalendar: "lunar calendar",
  solarMonth: (month) => ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"][month - 1] ?? "",
  monthOf: (month, year) => `${["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"][month - 1]} ${year}`,
  previousMonth: "Month before",
  nextMonth: "Month after",
  dayFull: "full",
  dayOpen: "places",
  dayFew: (n) => `${n} left`,
  today: "today",
  fewer: (thing) => `One fewer: ${thing}`,
  more: (thing) => `One more: ${thing}`,
  perUnit: (unit) => `/ ${unit}`,
  rough: (amount) => `about ${amount}`,
  inSeason: "In season",
  leading: "Being picked and made right now",
  also: "Also to be had",
  weekendLead: "Each time below is a real departure in the calendar. Places were counted when this page was opened.",
  festivals: "Festivals to come",
  festivalsLead: "Held by the lunar calendar; the solar days are worked out for you.",
  allFestivals: "All festivals",
  maker: "Somebody at work",
  makerSee: "See the shop",
  laterAt: (month) => `Back in ${month}`,
  trust: "What happens when you buy here?",
  trustLead: "Four things the market does, in the order you meet them.",
  example: (place) => `An example: sent within ${place}, if ordered now`,
  exampleArrives: (days) => `Expected ${days}.`,
  trustSteps: [
    ["You know who sells, and the total", "Every shop shows its name, its commune and the papers somebody has looked at; what is a sample says so. The delivery fee is in the basket before you fill in anything."],
    ["What you order is kept for you", "Goods and places are kept for 30 minutes while you pay, or 15 if only a few are left. A place is never sold to two people."],
    ["VNPAY tells us directly", "Card, bank account or QR, on VNPAY's own page in English; foreign cards too. Or pay in cash at the door. We never see or keep a card number."],
    ["Change your mind", "The whole order can be cancelled until a parcel leaves or a visit begins. Everything you paid is sent back."],
  ],
} satisfies FrontText;
