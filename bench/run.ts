import { parseArgs } from "node:util";
import { benchCatalogue } from "./catalogue.ts";
import { benchHttp } from "./http.ts";
import { benchOrders } from "./orders.ts";
import { benchPages } from "./pages.ts";
import { benchSearch } from "./search.ts";

const { values } = parseArgs({ options: { only: { type: "string" }, catalogue: { type: "string" }, documents: { type: "string", default: "1000,10000,100000" }, seconds: { type: "string", default: "3" }, help: { type: "boolean" } }, strict: false });
const isKnown = [undefined, "http", "orders", "catalogue", "pages", "search"].includes(values.only as string | undefined) && Object.keys(values).every((name) => ["only", "catalogue", "documents", "seconds", "help"].includes(name));

if (values.help || !isKnown) {
  process.exitCode = values.help ? 0 : 2;
  console.log(`npm run bench                      pages, API and orders beside what the machine could do at best
npm run bench -- --only http       pages, API and whole checkouts beside a bare node:http server
npm run bench -- --only pages      every public page made once, then kept, beside a bare node:http server with the same compressed bytes
npm run bench -- --only orders     orders and notices in one process beside raw commits, on both databases
npm run bench -- --catalogue 10000 pages of 40 listings and 18 shops beside those of 10,000 and 5,000, and their JSON beside node:http
npm run bench -- --only search     searches of every kind at 1,000, 10,000 and 100,000 documents (--documents) beside MiniSearch
npm run bench -- --seconds 10      longer series

Ratios within one run mean something; figures of different runs or machines do not.`);
} else if (values.catalogue !== undefined || values.only === "catalogue") {
  const listings = Number(values.catalogue ?? 10_000);
  await benchCatalogue({ listings, shops: Math.max(18, Math.round(listings / 2)) });
} else if (values.only === "pages") {
  await benchPages({ seconds: Number(values.seconds) });
} else if (values.only === "search") {
  await benchSearch({ sizes: String(values.documents).split(",").map(Number) });
} else {
  if (values.only !== "orders") await benchHttp({ seconds: Number(values.seconds) });
  if (values.only !== "http") await benchOrders();
}
