import type { ShopsText } from "./shops-vi.ts";

/** The same in English. */
export const shopsEn: ShopsText = {
  title: "Shops",
  lead: "Who sells in this market.",
  all: "All",
  categories: "Categories",
  inCategory: (category) => `Showing: ${category}`,
  count: (n) => (n === 1 ? "1 listing" : `${n} listings`),
  one: "Shop",
  see: "See the shop",
  about: "About the shop",
  identity: "Who the seller is",
  legalName: "Registered name",
  address: "Address",
  phone: "Phone",
  registration: "Business registration",
  registered: (issuer, day, number) => `${number === undefined ? "" : `no. ${number}, `}${issuer}, ${day}`,
  papers: "Papers we have verified",
  paper: (kind, stars) => `${kind}${stars === undefined ? "" : `, ${stars} stars`}`,
  until: (day) => `valid until ${day}`,
  samplePaper: "sample paper",
  listings: "On sale",
  none: "This shop has nothing on sale yet.",
};
