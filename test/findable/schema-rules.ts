// What we hold our JSON-LD to: the part of schema.org and of what search engines ask for that our pages use, written
// down so that it can be checked without asking anybody.

type Check = (value: unknown) => boolean;
type Shape = { required: Readonly<Record<string, Check>>; optional?: Readonly<Record<string, Check>> };

const text: Check = (value) => typeof value === "string" && value.trim() !== "" && value === value.normalize("NFC");
const address: Check = (value) => typeof value === "string" && /^https?:\/\/[^/]+(?:\/|$)/.test(value) && !value.includes(" ") && URL.canParse(value);
const instant: Check = (value) => typeof value === "string" && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00$/.test(value) && !Number.isNaN(Date.parse(value));
const dayOrInstant: Check = (value) => instant(value) || (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)));
const whole: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const oneOf = (...values: readonly string[]): Check => (value) => values.includes(String(value));
const node = (...types: readonly string[]): Check => (value) => isNode(value) && types.includes(String(value["@type"]));
const some = (check: Check): Check => (value) => Array.isArray(value) && value.length > 0 && value.every(check);

const about = { name: text, description: text, url: address };
const shapes: Readonly<Record<string, Shape>> = {
  Organization: { required: { name: text }, optional: { url: address, logo: address } },
  WebSite: { required: { name: text, url: address, inLanguage: oneOf("vi", "en") }, optional: { potentialAction: node("SearchAction") } },
  SearchAction: { required: { target: (value) => typeof value === "string" && value.includes("{search_term_string}"), "query-input": text } },
  BreadcrumbList: { required: { itemListElement: some(node("ListItem")) } },
  ItemList: { required: { itemListElement: (value) => Array.isArray(value) && value.every(node("ListItem")), numberOfItems: whole } },
  ListItem: { required: { position: (value) => whole(value) && Number(value) > 0, name: text }, optional: { item: address, url: address } },
  // What cannot be had has no offer; an offer always has a price and can be had.
  Product: { required: { ...about, image: address }, optional: { category: text, offers: some(node("Offer")) } },
  Offer: { required: { name: text, price: whole, priceCurrency: oneOf("VND"), availability: oneOf("https://schema.org/InStock"), url: address }, optional: { itemCondition: oneOf("https://schema.org/NewCondition"), seller: node("Organization"), validThrough: instant } },
  Event: {
    required: { ...about, image: address, startDate: dayOrInstant, endDate: dayOrInstant, location: node("Place"), eventStatus: oneOf("https://schema.org/EventScheduled"), eventAttendanceMode: oneOf("https://schema.org/OfflineEventAttendanceMode") },
    optional: { organizer: node("Organization"), offers: some(node("Offer")) },
  },
  TouristTrip: { required: { ...about, image: address }, optional: { provider: node("Organization") } },
  TouristAttraction: { required: { ...about, image: address, address: node("PostalAddress") } },
  Article: { required: { headline: text, description: text, url: address, image: address, inLanguage: oneOf("vi", "en"), datePublished: instant, dateModified: instant, publisher: node("Organization") } },
  LocalBusiness: { required: { ...about, address: node("PostalAddress") } },
  Place: { required: { name: text, address: node("PostalAddress") } },
  PostalAddress: { required: { addressLocality: text, addressRegion: text, addressCountry: oneOf("VN") } },
};

type SchemaNode = Record<string, unknown> & { "@type": string };
function isNode(value: unknown): value is SchemaNode {
  return typeof value === "object" && value !== null && "@type" in value;
}

/** Everything that is wrong with a node and those in it, each as one line. */
export function schemaFaults(value: unknown, at = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((each, i) => schemaFaults(each, `${at}[${i}]`));
  if (!isNode(value)) return [];
  const here = `${at}/${value["@type"]}`;
  const shape = shapes[value["@type"]];
  if (shape === undefined) return [`${here}: a type without rules`];
  const { required, optional = {} } = shape;
  const missing = Object.entries(required).filter(([name]) => !(name in value)).map(([name]) => `${here}.${name}: missing`);
  const wrong = Object.entries(value).flatMap(([name, given]) => {
    if (name === "@type") return [];
    const check = required[name] ?? optional[name];
    if (check === undefined) return [`${here}.${name}: a property without a rule`];
    return check(given) ? schemaFaults(given, `${here}.${name}`) : [`${here}.${name}: ${JSON.stringify(given)}`];
  });
  return [...missing, ...wrong, ...placesOutOfOrder(value, here), ...timesTurnedRound(value, here)];
}

function placesOutOfOrder(value: SchemaNode, here: string): string[] {
  const items = value["itemListElement"];
  return Array.isArray(items) && items.some((item, i) => (item as SchemaNode)["position"] !== i + 1) ? [`${here}: positions are not 1, 2, 3 …`] : [];
}

const timesTurnedRound = ({ startDate, endDate }: SchemaNode, here: string): string[] => (typeof startDate === "string" && typeof endDate === "string" && Date.parse(endDate) < Date.parse(startDate) ? [`${here}: ends before it begins`] : []);
