// Runs in an empty folder that has the packed packages and nothing else of ours: sells a seat, is paid for it through an
// offline VNPAY, and lets the guest in. What a stranger would write first.
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { tmpdir } from "node:os";
import { approveListing, approveShop, draftListing, openSlots, registerShop, submitListing } from "@xudong/catalog";
import { migrate, openStore } from "@xudong/database";
import { days, formatDong, hours, operatorActor, plus, startOf } from "@xudong/domain";
import { createMarket } from "@xudong/market";
import { setRate } from "@xudong/settlement";
import { startSimulator } from "@xudong/vnpay-simulator";

const both = (vi: string, en: string) => ({ vi, en });
const owner = operatorActor("example", ["shop.review", "listing.edit", "listing.review", "setting.edit", "ticket.admit"]);
let now = new Date();

// A shop with one experience, and six seats tomorrow.
const store = await openStore(`file:${join(mkdtempSync(join(tmpdir(), "example-")), "market.sqlite")}`);
await migrate(store);
const startsAt = plus(now, days(1));
const { listingId } = await store.write(async (tx) => {
  const occasion = { actor: owner, now };
  await setRate(tx, { name: "commission", basisPoints: 0, validFrom: startOf("2026-01-01"), legalBasis: "example" }, occasion);
  const shop = await registerShop(tx, { name: both("Xưởng gốm", "Pottery"), kind: "household", place: both("Làng gốm", "The village"), about: both("Xưởng nhỏ", "A small workshop"), isSample: true }, occasion);
  await approveShop(tx, shop.id, occasion);
  const listing = await draftListing(tx, shop.id, {
    kind: "experience", title: both("Vẽ gốm", "Paint a bowl"), summary: both("Một buổi", "A morning"), body: [both("Vẽ và nung", "Paint and fire")], facts: [],
    pictures: [{ drawing: "bowl", alt: both("Bát", "A bowl") }], seasonMonths: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], provenance: both("Ví dụ", "An example"), isSample: true,
    vatClass: "reduced", taxActivity: "services", stocks: [], variants: [{ title: both("Người lớn", "Adult"), priceDong: 150_000, draws: [{ from: "seat", units: 1 }] }],
  }, occasion);
  await submitListing(tx, listing.id, occasion);
  await approveListing(tx, listing.id, occasion);
  await openSlots(tx, listing.id, [{ startsAt, endsAt: plus(startsAt, hours(2)), sellsUntil: startsAt, capacities: { seat: { unit: "seat", capacity: 6 } } }], occasion);
  return { listingId: listing.id };
});

// The market behind a plain HTTP server, and the gateway that calls it.
const server = createServer(async (request, response) => {
  const answer = await market.handle(new Request(`http://127.0.0.1${request.url}`));
  response.writeHead(answer?.status ?? 404, { "content-type": "application/json" }).end(await answer?.text());
}).listen(0, "127.0.0.1");
await new Promise((resolve) => server.once("listening", resolve));
const address = server.address();
const shopUrl = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
const gateway = await startSimulator({ port: 0, terminals: [{ tmnCode: "EXAMPLE1", secret: "example-secret", ipnUrl: `${shopUrl}/api/v1/payments/vnpay/ipn`, merchantName: "Example" }] });
const privateKeyPem = generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString();
const market = createMarket({
  store,
  clock: { now: () => now },
  settings: { appSecrets: ["example"], ticketKeys: [{ keyId: "k1", privateKeyPem }], returnUrls: { vi: `${shopUrl}/`, en: `${shopUrl}/` }, hasLimits: true },
  methods: { vnpay: { tmnCode: "EXAMPLE1", hashSecrets: ["example-secret"], payUrl: gateway.payUrl, apiUrl: gateway.apiUrl } },
});

// A guest books a seat, pays, and is let in.
const [card] = (await market.listings({ kind: "experience" })).items;
if (card?.id !== listingId || card.nextSlot === undefined) throw new Error("The experience is not on sale");
const shown = await market.listing(card.slug.vi, "experience");
const variantId = "listing" in shown ? (shown.listing.variants[0]?.id ?? "") : "";
const cart = await market.createCart();
await market.setCartLine(cart, { variantId, slotId: card.nextSlot.id, quantity: 1 });
const repeat = { idempotencyKey: crypto.randomUUID(), clientAddress: "127.0.0.1" };
const order = await market.placeOrder(cart, { contact: { name: "Khách", phone: "0912345678" }, payment: { method: "vnpay" }, consents: ["terms", "privacy"], locale: "vi" }, repeat);
const { redirectUrl } = await market.openPayment(order, { method: "vnpay", locale: "vi" }, repeat);
const page = await (await fetch(redirectUrl)).text();
const payForm = /action="([^"]+\/outcome[^"]*)"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "";
await fetch(new URL(payForm, gateway.url), { method: "POST", body: new URLSearchParams({ outcome: "success" }), redirect: "manual" });
const paid = await market.order(order);
now = startsAt;
const admitted = await market.admitTicket(paid.tickets[0]?.qrText ?? "", owner);
console.log(`order ${paid.state}, ${formatDong(paid.paidDong, "en").replace("\u00A0", " ")} received, ticket ${admitted.ticketCode === paid.tickets[0]?.code ? "admitted" : "unknown"}`);
await gateway.close();
server.close();
await store.close();
