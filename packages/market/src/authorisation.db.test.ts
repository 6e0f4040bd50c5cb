import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as catalog from "@xudong/catalog";
import { draftOf, goodsOnSale, stagehand, visitOnSale } from "@xudong/catalog/testing";
import { aDraft, editor, writer } from "@xudong/content/testing";
import { submitPiece, draftPiece } from "@xudong/content";
import { actorOf, addPerson, createSession, grantRole, sessionsOf } from "@xudong/accounts";
import { endDeliveryService, setDeliveryFee, setDeliveryRate } from "@xudong/checkout";
import { setRate } from "@xudong/settlement";
import { countInt, type Store, type Tx } from "@xudong/database";
import { eachDatabase } from "@xudong/database/testing";
import { dong, guest, isDomainError, isShopRole, newId, operatorActor, rolePermissions, roles, type Actor, type Permission, type Role } from "@xudong/domain";
import { openEmbeddedEngine, type EmbeddedEngine } from "@xudong/search";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aBuyer, aCart, aKey, aMarket, anAttempt, aNotice } from "../testing/a-market.ts";
import { routes } from "./api/routes.ts";
import type { CartRef, Market, OrderRef } from "./index.ts";

/*
 * Who may do what, to whose things: one table that names every verb of the market and every route of its API (S1).
 *
 * A new verb or route without a line fails the first tests below. To add one:
 * - a verb that takes an actor and asks for a permission: `may(permission, at, call)`, where `at` is "shop" if it is about
 *   things of one shop and "house" if not; `call` gets the things of one shop, made by `aStall`, and the actor;
 * - a verb about one's own things: `own(call)`, which gets one's own things or somebody else's, and who one is;
 * - a verb that a secret opens: `key(call)`, which gets the right cart and order, or somebody else's with one's own secret;
 * - anything else: `open(why)`, which says in a few words why nobody has to be asked.
 */

/** What one shop has, and what was bought there. */
type Stall = Awaited<ReturnType<typeof aStall>>;
/** What one person has. */
type Self = Awaited<ReturnType<typeof aSelf>>;
/** What a secret opens, with a secret. */
type Opened = { cart: CartRef; order: OrderRef; ticketCode: string };
type Scene = { store: Store; market: Market; pieceId: string; inReviewId: string };

type Line =
  | { kind: "may"; permissions: readonly Permission[]; at: "shop" | "house"; call: (scene: Scene, stall: Stall, actor: Actor) => Promise<unknown> }
  | { kind: "own"; call: (scene: Scene, things: Self, actor: Actor) => Promise<unknown> }
  | { kind: "key"; call: (scene: Scene, opened: Opened) => Promise<unknown> }
  | { kind: "open"; why: string };

const may = (permission: Permission | readonly Permission[], at: "shop" | "house", call: (scene: Scene, stall: Stall, actor: Actor) => Promise<unknown>): Line => ({ kind: "may", permissions: [permission].flat(), at, call });
const own = (call: (scene: Scene, things: Self, actor: Actor) => Promise<unknown>): Line => ({ kind: "own", call });
const key = (call: (scene: Scene, opened: Opened) => Promise<unknown>): Line => ({ kind: "key", call });
const open = (why: string): Line => ({ kind: "open", why });

const shown = open("shows what everybody may see");
const proof = open("believes nobody: a signature is the proof");
const house = open("the house's own working, reached by no request");
const origin = { clientAddress: "203.0.113.9", userAgent: "" };

const lines: Readonly<Record<string, Line>> = {
  handle: open("the API, whose routes have lines of their own"),
  home: shown, addresses: shown, listings: shown, listing: shown, categories: shown, shops: shown, shop: shown, slots: shown, units: shown, find: shown, suggest: shown, expectedArrival: shown,
  remindOfSeason: open("anybody may, so many times an hour"), forgetReminder: proof,
  myReminders: own(async ({ market }, { reminderId }, actor) => refuseWithout(await market.myReminders(actor), (each) => each.id === reminderId)),
  forgetMyReminder: own(({ market }, { reminderId }, actor) => market.forgetMyReminder(reminderId, actor)),
  openShop: open("whoever is signed in may, and owns it; a guest is refused"),
  createCart: open("anybody may start one"),
  setCartLine: key(({ market }, { cart }) => market.setCartLine(cart, { variantId: newId(new Date()), quantity: 0 })),
  replaceCartLine: key(({ market }, { cart }) => market.replaceCartLine(cart, { variantId: newId(new Date()) }, { variantId: newId(new Date()), quantity: 1 })),
  cart: key(({ market }, { cart }) => market.cart(cart)),
  placeOrder: key(({ market }, { cart }) => market.placeOrder(cart, aBuyer(), aKey())),
  openPayment: key(({ market }, { order }) => market.openPayment(order, { method: "vnpay", locale: "vi" }, aKey())),
  order: key(({ market }, { order }) => market.order(order)),
  cancelOrder: key(({ market }, { order }) => market.cancelOrder(order)),
  ticket: key(({ market }, { order, ticketCode }) => market.ticket(ticketCode, order)),
  cancelAnyOrder: may("order.decide", "house", ({ market }, { code }, actor) => market.cancelAnyOrder(code, actor)),
  waitingForPerson: may("order.decide", "house", ({ market }, _, actor) => market.waitingForPerson(actor)),
  decide: may("order.decide", "house", ({ market }, { code }, actor) => market.decide(code, { decision: "paid", reference: "1" }, actor)),
  reconcile: may("order.decide", "house", ({ market }, _, actor) => market.reconcile(() => {}, actor)),
  dispatchParcel: may("order.fulfil", "shop", ({ market }, { parcelId }, actor) => market.dispatchParcel(parcelId, actor)),
  admitTicket: may("ticket.admit", "shop", ({ market }, { qrText }, actor) => market.admitTicket(qrText, actor)),
  readPaymentReturn: proof, receiveNotice: proof,
  ticketKeys: shown, isReady: house, close: house,
  "jobs.runDue": house, "jobs.start": house, "jobs.stop": house, "copies.watch": house, "copies.follow": house,

  "content.list": shown, "content.show": shown, "content.nextFestivals": shown, "content.festivalsOfYear": shown, "content.about": shown, "content.near": shown,
  "content.calendarOfFestivals": shown, "content.calendarOfFestival": shown, "content.calendarOfSlot": shown,
  "content.statement": shown,
  "content.setStatement": may("setting.edit", "house", ({ market }, _, actor) => market.content.setStatement({ kind: "food_safety", version: "1", parts: [{ title: { vi: "Một" }, text: { vi: "Hai." } }], validFrom: market.clock.now() }, actor)),
  deliveryRates: shown,
  "content.inHand": may(["piece.edit", "piece.publish"], "house", async ({ market }, _, actor) => refuseEmpty(await market.content.inHand(actor))),
  "content.oneInHand": may(["piece.edit", "piece.publish"], "house", ({ market, pieceId }, _, actor) => market.content.oneInHand(actor, pieceId)),
  "content.draft": may("piece.edit", "house", ({ market }, _, actor) => market.content.draft(aDraft(), actor)),
  "content.revise": may("piece.edit", "house", ({ market, pieceId }, _, actor) => market.content.revise(pieceId, aDraft(), actor)),
  "content.submit": may("piece.edit", "house", ({ market, pieceId }, _, actor) => market.content.submit(pieceId, actor)),
  "content.withdraw": may("piece.edit", "house", ({ market, pieceId }, _, actor) => market.content.withdraw(pieceId, actor)),
  "content.link": may("piece.edit", "house", ({ market, pieceId }, { slug }, actor) => market.content.link(pieceId, { kind: "goods", key: slug }, actor)),
  "content.unlink": may("piece.edit", "house", ({ market, pieceId }, { slug }, actor) => market.content.unlink(pieceId, { kind: "goods", key: slug }, actor)),
  "content.archive": may("piece.edit", "house", ({ market, pieceId }, _, actor) => market.content.archive(pieceId, actor)),
  "content.sendBack": may("piece.publish", "house", ({ market, inReviewId }, _, actor) => market.content.sendBack(inReviewId, { reason: "Chưa đủ nguồn." }, actor)),
  "content.publish": may("piece.publish", "house", ({ market, inReviewId }, _, actor) => market.content.publish(inReviewId, actor)),
  "content.schedule": may("piece.publish", "house", ({ market, inReviewId }, _, actor) => market.content.schedule(inReviewId, new Date("2027-01-01T00:00:00Z"), actor)),

  "browse.choose": shown, "browse.origins": shown, "browse.region": shown, "browse.expectedArrivals": shown, "browse.lastOrderDay": shown,
  "searching.words": may("piece.publish", "house", ({ market }, _, actor) => market.searching.words(actor)),
  "searching.teach": may("piece.publish", "house", ({ market }, _, actor) => market.searching.teach([{ words: ["một", "hai"] }], actor)),
  "searching.forget": may("piece.publish", "house", ({ market }, _, actor) => market.searching.forget(newId(new Date()), actor)),
  "searching.pins": may("piece.publish", "house", ({ market }, _, actor) => market.searching.pins(actor)),
  "searching.pin": may("piece.publish", "house", ({ market }, _, actor) => market.searching.pin("quà", [], actor)),
  "searching.misses": may("piece.publish", "house", ({ market }, _, actor) => market.searching.misses(actor)),
  reindex: house,
  "times.rules": may("listing.edit", "shop", ({ market }, { visitId }, actor) => market.times.rules(visitId, actor)),
  "times.setRules": may("listing.edit", "shop", ({ market }, { visitId }, actor) => market.times.setRules(visitId, [], actor)),
  "times.setException": may("listing.edit", "shop", ({ market }, { visitId }, actor) => market.times.setException(visitId, { day: "2026-12-24", times: [] }, actor)),
  "times.liftException": may("listing.edit", "shop", ({ market }, { visitId }, actor) => market.times.liftException(visitId, "2026-12-24", actor)),
  "times.setHolidays": may("piece.publish", "house", ({ market }, _, actor) => market.times.setHolidays(2027, [], actor)),

  "selling.shop": may(["order.read", "listing.edit", "stock.edit", "ticket.admit"], "shop", ({ market }, { shopId }, actor) => market.selling.shop(shopId, actor)),
  "selling.today": may("order.read", "shop", ({ market }, { shopId }, actor) => market.selling.today(shopId, actor)),
  "selling.parcel": may("order.read", "shop", ({ market }, { shopId, parcelId }, actor) => market.selling.parcel(shopId, parcelId, actor)),
  "selling.stall": may("stock.edit", "shop", ({ market }, { shopId }, actor) => market.selling.stall(shopId, actor)),
  "selling.owed": may("shop.staff", "shop", ({ market }, { shopId }, actor) => market.selling.owed(shopId, actor)),
  "selling.undoDispatch": may("order.fulfil", "shop", ({ market }, { parcelId }, actor) => market.selling.undoDispatch(parcelId, actor)),
  "selling.pause": may(["listing.edit", "listing.review"], "shop", ({ market }, { visitId }, actor) => market.selling.pause(visitId, actor)),
  "selling.resume": may("listing.edit", "shop", ({ market }, { visitId }, actor) => market.selling.resume(visitId, actor)),
  "selling.setStock": may("stock.edit", "shop", ({ market }, { poolId }, actor) => market.selling.setStock(poolId, { unitsLeft: 50, reason: "" }, actor)),
  "selling.closeSlot": may("listing.edit", "shop", ({ market }, { slotId }, actor) => market.selling.closeSlot(slotId, actor)),
  "selling.reopenSlot": may("listing.edit", "shop", ({ market }, { slotId }, actor) => market.selling.reopenSlot(slotId, actor)),

  "gate.today": may("ticket.admit", "shop", ({ market }, { shopId }, actor) => market.gate.today(shopId, actor)),
  "gate.find": may("ticket.admit", "shop", ({ market }, { shopId, code }, actor) => market.gate.find(shopId, code, actor)),
  "gate.findForgetful": may("ticket.admit", "shop", ({ market }, { shopId, slotId }, actor) => market.gate.findForgetful(shopId, slotId, { name: "Hạnh", phoneEnds: "0000" }, actor)),
  "gate.admit": may("ticket.admit", "shop", ({ market }, { shopId, opened }, actor) => market.gate.admit(shopId, [opened.ticketCode], actor, newId(new Date()))),

  "desk.waitingListings": may("listing.review", "house", async ({ market }, { waitingId }, actor) => refuseWithout(await market.desk.waitingListings(actor), (each) => each.id === waitingId)),
  "desk.approveListing": may("listing.review", "house", ({ market }, { draftId }, actor) => market.desk.approveListing(draftId, actor)),
  "desk.rejectListing": may("listing.review", "house", ({ market }, { draftId }, actor) => market.desk.rejectListing(draftId, [{ text: "Chưa rõ." }], actor)),
  "desk.indicators": may("order.decide", "house", ({ market }, _, actor) => market.desk.indicators(actor)),

  "people.signUp": open("anybody may, so many times an hour"), "people.signIn": open("a password is the proof"),
  "people.signInAsSample": open("refused outside a demo"),
  "people.session": proof, "people.signOut": proof, "people.requestRecovery": open("what it does goes to a mailbox"), "people.recovery": proof, "people.recover": proof,
  "people.lookUpOrder": open("code and contact are the proof, five times an hour"),
  "people.mySessions": own(async ({ market }, { sessionId }, actor) => refuseWithout(await market.people.mySessions(actor), (each) => each.id === sessionId)),
  "people.endSession": own(({ market }, { spareSessionId }, actor) => market.people.endSession(spareSessionId, actor)),
  "people.endOtherSessions": own(async ({ market, store }, { id, sessionId }, actor) => {
    await market.people.endOtherSessions("none", actor);
    if ((await sessionsOf(store.read, id, market.clock.now())).some((each) => each.id === sessionId)) throw new Error("refused: it is still there");
  }),
  "people.changePassword": own(async ({ market, store }, { id }, actor) => {
    await market.people.changePassword({ current: "x", next: "cây ổi sau nhà", keptSessionId: "none" }, actor, origin).catch((error: unknown) => {
      if (!isDomainError(error) || error.code !== "person.wrong_credentials") throw error; // it was their own, and the wrong one
    });
    const { people } = store.read.t;
    if (actor.id !== id && (await store.read.select({ hash: people.passwordHash }).from(people).where(eq(people.id, id)))[0]?.hash === "kept") throw new Error("refused: it is unchanged");
  }),
  "people.closeAccount": own(async ({ market, store }, { id }, actor) => {
    await market.people.closeAccount("x", actor, origin).catch((error: unknown) => {
      if (!isDomainError(error) || error.code !== "person.wrong_credentials") throw error; // it was their own, and the wrong password
    });
    const { people } = store.read.t;
    if (actor.id !== id && (await store.read.select({ phone: people.phone }).from(people).where(eq(people.id, id)))[0]?.phone !== null) throw new Error("refused: it is still there");
  }),
  "people.myConsents": own(async ({ market }, { consentAt }, actor) => refuseWithout(await market.people.myConsents(actor), (each) => each.at.getTime() === consentAt.getTime())),
  "people.setConsent": own(async ({ market, store }, { id }, actor) => {
    const given = async () => (await store.read.select({ id: store.read.t.consents.id }).from(store.read.t.consents).where(eq(store.read.t.consents.subject, id))).length;
    const before = await given();
    await market.people.setConsent({ purpose: "season_news", text: "x", policyVersion: "1", isGiven: before % 2 === 1 }, actor);
    if ((await given()) === before) throw new Error("refused: it is unchanged");
  }),
  "people.myOrders": own(async ({ market }, { order }, actor) => refuseWithout((await market.people.myOrders(actor)).items, (each) => each.code === order.code)),
  "people.myOrder": own(({ market }, { order }, actor) => market.people.myOrder(order.code, actor)),
  "people.claimOrder": own(({ market }, { order }, actor) => market.people.claimOrder(order, actor)),
  "people.endRole": own(({ market }, { grantId }, actor) => market.people.endRole(grantId, actor)),
  "people.createAdmin": may("role.grant", "house", ({ market }, { staffPhone }, actor) => market.people.createAdmin({ name: "", contact: `${staffPhone}x`, password: "" }, actor)),
  "people.grantRole": may(["shop.staff", "role.grant"], "shop", ({ market }, { shopId, staffPhone }, actor) => market.people.grantRole({ contact: staffPhone, role: "gate_staff", scope: shopId }, actor)),
  "people.rolesAt": may(["shop.staff", "role.grant"], "shop", ({ market }, { shopId }, actor) => market.people.rolesAt(shopId, actor)),
  "people.openDoor": may("person.help", "shop", ({ market }, { staffPhone }, actor) => market.people.openDoor(staffPhone, actor)),
  "people.unlockPerson": may("person.help", "shop", ({ market }, { staffPhone }, actor) => market.people.unlockPerson(staffPhone, actor)),
  "people.lockPerson": may("person.help", "shop", ({ market }, { staffPhone }, actor) => market.people.lockPerson(staffPhone, actor)),
};

/** Runs a verb of the catalogue, and takes back what it wrote: the next actor finds the shop as it was. */
const dry = (verb: (tx: Tx, stall: Stall, occasion: { actor: Actor; now: Date }) => Promise<unknown>) => async ({ store, market }: Scene, stall: Stall, actor: Actor) => {
  const done = new Error("taken back");
  await store.write(async (tx) => {
    await verb(tx, stall, { actor, now: market.clock.now() });
    throw done;
  }).catch((error: unknown) => {
    if (error !== done) throw error;
  });
};
const aStallDraft = () => ({ name: { vi: `Gian hàng thử ${(made += 1)}` }, kind: "household" as const, place: { vi: "Xã Thử" }, about: { vi: "Chỉ để thử." }, isSample: true });
const reasons = [{ field: "title", text: "Chưa rõ." }] as never; // whatever a reason looks like, who gives it is asked first
const text = () => draftOf({ kind: "goods", stocks: [], variants: [] });

/** Verbs of the catalogue that no request reaches yet: consoles will, and then through these. */
const catalogLines: Readonly<Record<string, Line>> = {
  draftShop: open("who asks to sell need not be anybody yet; nothing is sold before a reviewer agrees"),
  registerShop: may("shop.review", "house", dry((tx, _, by) => catalog.registerShop(tx, aStallDraft(), by))),
  registerShops: may("shop.review", "house", dry((tx, _, by) => catalog.registerShops(tx, [aStallDraft()], by))),
  editShop: may("shop.edit", "shop", dry((tx, { shopId }, by) => catalog.editShop(tx, shopId, {}, by))),
  submitShop: may("shop.edit", "shop", dry((tx, { shopId }, by) => catalog.submitShop(tx, shopId, by))),
  approveShop: may("shop.review", "shop", dry((tx, { shopId }, by) => catalog.approveShop(tx, shopId, by))),
  approveShops: may("shop.review", "shop", dry((tx, { shopId }, by) => catalog.approveShops(tx, [shopId], by))),
  rejectShop: may("shop.review", "shop", dry((tx, { shopId }, by) => catalog.rejectShop(tx, shopId, reasons, by))),
  suspendShop: may("shop.review", "shop", dry((tx, { shopId }, by) => catalog.suspendShop(tx, shopId, reasons, by))),
  reinstateShop: may("shop.review", "shop", dry((tx, { shopId }, by) => catalog.reinstateShop(tx, shopId, by))),
  draftListing: may("listing.edit", "shop", dry((tx, { shopId }, by) => catalog.draftListing(tx, shopId, text(), by))),
  draftListings: may("listing.edit", "shop", dry((tx, { shopId }, by) => catalog.draftListings(tx, [{ shopId, draft: text() }], by))),
  submitListing: may("listing.edit", "shop", dry((tx, { draftId }, by) => catalog.submitListing(tx, draftId, by))),
  submitListings: may("listing.edit", "shop", dry((tx, { draftId }, by) => catalog.submitListings(tx, [draftId], by))),
  approveListing: may("listing.review", "shop", dry((tx, { listingId }, by) => catalog.approveListing(tx, listingId, by))),
  approveListings: may("listing.review", "shop", dry((tx, { listingId }, by) => catalog.approveListings(tx, [listingId], by))),
  rejectListing: may("listing.review", "shop", dry((tx, { listingId }, by) => catalog.rejectListing(tx, listingId, reasons, by))),
  reviseListing: may("listing.edit", "shop", dry((tx, { listingId }, by) => catalog.reviseListing(tx, listingId, text(), by))),
  pauseListing: may(["listing.edit", "listing.review"], "shop", dry((tx, { listingId }, by) => catalog.pauseListing(tx, listingId, by))),
  resumeListing: may("listing.edit", "shop", dry((tx, { listingId }, by) => catalog.resumeListing(tx, listingId, by))),
  archiveListing: may(["listing.edit", "listing.review"], "shop", dry((tx, { listingId }, by) => catalog.archiveListing(tx, listingId, by))),
  setPrice: may("listing.edit", "shop", dry((tx, { variantId }, by) => catalog.setPrice(tx, variantId, { priceDong: 60_000 }, by))),
  retireVariant: may("listing.edit", "shop", dry((tx, { variantId }, by) => catalog.retireVariant(tx, variantId, by))),
  restoreVariant: may("listing.edit", "shop", dry((tx, { variantId }, by) => catalog.restoreVariant(tx, variantId, by))),
  addCertificate: may("listing.edit", "shop", dry((tx, { shopId }, by) => catalog.addCertificate(tx, shopId, aPaper, by))),
  verifyCertificate: may("certificate.verify", "shop", dry((tx, { certificateId }, by) => catalog.verifyCertificate(tx, certificateId, by))),
  revokeCertificate: may("certificate.verify", "shop", dry((tx, { certificateId }, by) => catalog.revokeCertificate(tx, certificateId, "Hết hạn.", by))),
  setCategories: may("listing.review", "house", dry((tx, _, by) => catalog.setCategories(tx, [], by))),
  setPublicHolidays: may("piece.publish", "house", dry((tx, _, by) => catalog.setPublicHolidays(tx, 2027, [], by))),
  openAllSlots: may("listing.edit", "shop", dry((tx, { visitId }, by) => catalog.openAllSlots(tx, [{ listingId: visitId, drafts: [] }], by))),
  openSlots: may("listing.edit", "shop", dry((tx, { visitId }, by) => catalog.openSlots(tx, visitId, [], by))),
  setSlotRules: may("listing.edit", "shop", dry((tx, { visitId }, by) => catalog.setSlotRules(tx, visitId, [], by))),
  setSlotException: may("listing.edit", "shop", dry((tx, { visitId }, by) => catalog.setSlotException(tx, visitId, { day: "2026-12-24", times: [] }, by))),
  liftSlotException: may("listing.edit", "shop", dry((tx, { visitId }, by) => catalog.liftSlotException(tx, visitId, "2026-12-24", by))),
  showSlotRules: may("listing.edit", "shop", dry((tx, { visitId }, by) => catalog.showSlotRules(tx, visitId, by))),
  makeMissingSlots: house,
  closeSlot: may("listing.edit", "shop", dry((tx, { slotId }, by) => catalog.closeSlot(tx, slotId, by))),
  reopenSlot: may("listing.edit", "shop", dry((tx, { slotId }, by) => catalog.reopenSlot(tx, slotId, by))),
  waitingListings: may("listing.review", "house", dry(async (tx, { waitingId }, { actor, now }) => refuseWithout(await catalog.waitingListings(tx, actor, now), (each) => each.id === waitingId))),
  setCapacity: may("stock.edit", "shop", dry((tx, { poolId }, by) => catalog.setCapacity(tx, poolId, { capacity: 90, reason: "thử" }, by))),
  setStock: may("stock.edit", "shop", dry((tx, { poolId }, by) => catalog.setStock(tx, poolId, { unitsLeft: 90, reason: "thử" }, by))),
  importAreas: house,
};

/** What things cost beside their price: dated rows that a desk will set. */
const feeLines: Readonly<Record<string, Line>> = {
  setRate: may("setting.edit", "house", dry((tx, _, by) => setRate(tx, { name: "commission", basisPoints: 0, validFrom: by.now, legalBasis: "test" }, by))),
  setDeliveryRate: may("setting.edit", "house", dry((tx, _, by) => setDeliveryRate(tx, { service: "standard", zone: "local", feeDong: dong(1), firstGrams: 1, stepDong: dong(1), stepGrams: 1, takesCash: true, source: "test", validFrom: by.now }, by))),
  setDeliveryFee: may("setting.edit", "house", dry((tx, _, by) => setDeliveryFee(tx, { feeDong: dong(1), validFrom: by.now, source: "test" }, by))),
  endDeliveryService: may("setting.edit", "house", dry((tx, _, by) => endDeliveryService(tx, { service: "standard", zone: "local", from: by.now }, by))),
};

/** Routes of the API by what opens them. None reads a cookie. */
const routeLines: Readonly<Record<string, "everybody" | "cart" | "order" | "signature">> = {
  "GET /listings": "everybody", "GET /listings/{slug}": "everybody", "GET /listings/{slug}/slots": "everybody", "GET /listings/{slug}/slots/{id}.ics": "everybody",
  "GET /categories": "everybody", "GET /shops": "everybody", "GET /shops/{slug}": "everybody", "GET /units": "everybody", "GET /search": "everybody", "GET /suggest": "everybody",
  "GET /places": "everybody", "GET /places/{slug}": "everybody", "GET /festivals": "everybody", "GET /festivals.ics": "everybody", "GET /festivals/{slug}": "everybody", "GET /festivals/{slug}.ics": "everybody",
  "GET /itineraries": "everybody", "GET /itineraries/{slug}": "everybody", "GET /guides": "everybody", "GET /guides/{slug}": "everybody",
  "POST /listings/{slug}/reminders": "everybody", "POST /reminders/{id}/forget": "signature",
  "GET /problems/{code}": "everybody", "GET /openapi.json": "everybody", "POST /carts": "everybody",
  "PUT /carts/{id}/lines": "cart", "GET /carts/{id}": "cart", "POST /carts/{id}/quote": "cart", "POST /orders": "cart",
  "GET /orders/{code}": "order", "POST /orders/{code}/cancel": "order", "POST /orders/{code}/payments": "order",
  "GET /payments/vnpay/ipn": "signature",
};

const aPaper: Parameters<typeof catalog.addCertificate>[2] = {
  kind: "geographical_indication", productName: { vi: "Ổi", en: "Guava" }, holder: "Hộ thử", issuer: "Nơi cấp thử", issuedOn: "2026-01-01", sourceGrade: "seller", isSample: true,
};

async function refuseEmpty(found: readonly unknown[]): Promise<void> {
  if (found.length === 0) throw new Error("refused: nothing is shown");
}

async function refuseWithout<T>(found: readonly T[], isIt: (each: T) => boolean): Promise<void> {
  if (!found.some(isIt)) throw new Error("refused: it is not shown");
}

let made = 0;

async function aPerson(store: Store, now: Date, role?: Role, scope = "*"): Promise<{ id: string; phone: string; actor: Actor; grantId: string }> {
  made += 1;
  const phone = `+849${37_000_000 + made}`;
  const by = { actor: operatorActor("test", ["role.grant"]), now };
  const { id, grantId } = await store.write(async (tx) => {
    const person = await addPerson(tx, { name: "Người thử", phone, email: null, locale: "vi", consents: [{ purpose: "terms", text: "x", policyVersion: "1" }], passwordHash: "kept" }, { ...by, now: new Date(now.getTime() + made) }, "test");
    return { ...person, grantId: role === undefined ? "" : (await grantRole(tx, { personId: person.id, role, scope }, by)).grantId };
  });
  return { id, phone, actor: await actorOf(store.read, id), grantId };
}

/** A shop with something of everything, an order that was paid, and somebody who works there. */
async function aStall(store: Store, market: Market) {
  const now = market.clock.now();
  const goods = await goodsOnSale(store, now);
  const visit = await visitOnSale(store, now, { shopId: goods.shopId });
  const draft = () => draftOf({ kind: "goods", stocks: [{ key: "stock", unit: "piece", capacity: 1 }], variants: [{ title: { vi: "Gói", en: "Pack" }, priceDong: 1000, draws: [{ from: "stock", units: 1 }] }] });
  const { draftId, waitingId, certificateId } = await store.write(async (tx) => ({
    draftId: (await catalog.draftListing(tx, goods.shopId, draft(), { actor: stagehand, now })).id,
    waitingId: (await catalog.draftListing(tx, goods.shopId, draft(), { actor: stagehand, now })).id,
    certificateId: (await catalog.addCertificate(tx, goods.shopId, aPaper, { actor: stagehand, now })).id,
  }));
  await store.write(async (tx) => catalog.submitListing(tx, waitingId, { actor: stagehand, now }));
  const placed = await market.placeOrder(await aCart(market, [{ variantId: goods.variantIds[0] ?? "", quantity: 1 }, { variantId: visit.variantIds[0] ?? "", slotId: visit.slotId, quantity: 1 }]), aBuyer({ contact: { name: "Hạnh", phone: `0938 ${200_000 + (made += 1)}` } }), aKey());
  await market.receiveNotice(aNotice(await anAttempt(market, placed)));
  const order = await market.order(placed);
  const staff = await aPerson(store, now, "shop_staff", goods.shopId);
  return {
    shopId: goods.shopId, listingId: goods.listingId, slug: goods.slug, draftId, waitingId, visitId: visit.listingId, slotId: visit.slotId, poolId: goods.poolId, variantId: goods.variantIds[0] ?? "", certificateId, staffPhone: staff.phone,
    code: placed.code, qrText: order.tickets[0]?.qrText ?? "", parcelId: order.sellers[0]?.fulfilments.find(({ kind }) => kind === "parcel")?.id ?? "",
    opened: { order: placed, ticketCode: order.tickets[0]?.code ?? "", cart: await aCart(market, [{ variantId: goods.variantIds[0] ?? "", quantity: 1 }]) } satisfies Opened,
  };
}

/** Somebody with everything that can be one's own. */
async function aSelf(store: Store, market: Market, variantId: string) {
  const now = market.clock.now();
  const { id, actor, grantId } = await aPerson(store, now, "support");
  await store.write(async (tx) => {
    await createSession(tx, id, { device: "", network: "" }, now);
    await createSession(tx, id, { device: "", network: "" }, now);
  });
  const [session, spare] = await sessionsOf(store.read, id, now);
  const [consent] = await market.people.myConsents(actor);
  const order = await market.placeOrder(await aCart(market, [{ variantId, quantity: 1 }]), aBuyer({ contact: { name: "Hạnh", phone: `0938 ${300_000 + (made += 1)}` } }), aKey(), actor);
  const outOfSeason = await goodsOnSale(store, now, { seasonMonths: [6] });
  const reminder = await market.remindOfSeason({ listing: outOfSeason.slug, consents: ["season_reminder"], locale: "vi" }, origin, actor);
  // The rights of support are not what is tried here: only that it is oneself.
  return { id, actor: { id, grants: [] } as Actor, grantId, sessionId: session?.id ?? "", spareSessionId: spare?.id ?? "", consentAt: consent?.at ?? new Date(0), order, reminderId: reminder.id };
}

/** What came of it: done, refused as S1 wants, or (where neither) refused for a reason of its own, which only who may do it hears. */
async function outcome(doing: Promise<unknown>): Promise<"allowed" | "refused"> {
  try {
    await doing;
    return "allowed";
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("refused:")) return "refused";
    if (!isDomainError(error)) throw error;
    return error.code === "actor.not_allowed" || error.code.endsWith(".not_found") ? "refused" : "allowed";
  }
}

const names = (group: object, prefix = ""): string[] =>
  Object.entries(group).flatMap(([name, value]) => (typeof value === "function" ? [`${prefix}${name}`] : name === "clock" ? [] : names(value as object, `${prefix}${name}.`)));

/** A function of a package that receives who does it. */
const takesActor = (value: unknown): boolean => typeof value === "function" && /^[^{]*\(([^)]*\b(?:occasion|actor)\b|[^)]*\{[^}]*\bactor\b)/.test(value.toString().slice(0, 400));

eachDatabase("Who may do what", (database) => {
  let scene: Scene;
  let mine: Stall;
  let theirs: Stall;
  let actors: ReadonlyMap<string, Actor>;
  let engine: EmbeddedEngine;
  const folder = mkdtempSync(join(tmpdir(), "xudong-authorisation-"));
  afterAll(async () => {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeAll(async () => {
    engine = openEmbeddedEngine(folder, { threads: 1 });
    const { market, clock } = await aMarket(database.store, undefined, { engine });
    const { store } = database;
    [mine, theirs] = [await aStall(store, market), await aStall(store, market)];
    const [pieceId, inReviewId] = await store.write(async (tx) => {
      const by = { actor: writer, now: clock.now() };
      const pieces = [await draftPiece(tx, aDraft(), by), await draftPiece(tx, aDraft(), by)];
      await submitPiece(tx, pieces[1]?.id ?? "", by);
      return pieces.map(({ id }) => id);
    });
    scene = { store, market, pieceId: pieceId ?? "", inReviewId: inReviewId ?? "" };
    const held = await Promise.all(roles.map(async (role) => [role, (await aPerson(store, clock.now(), role, isShopRole(role) ? mine.shopId : "*")).actor] as const));
    const nobody = await aPerson(store, clock.now());
    actors = new Map<string, Actor>([...held, ["guest", guest], ["buyer", nobody.actor], ["operator without rights", operatorActor("test", [])]]);
    expect(editor.id).toBe("operator.editor");
  }, 60_000);

  const traces = async () => {
    const { auditRows, outbox } = scene.store.read.t;
    const [[audited], [told]] = [await scene.store.read.select({ n: countInt() }).from(auditRows), await scene.store.read.select({ n: countInt() }).from(outbox)];
    return [audited?.n, told?.n];
  };

  test("[S1] is written down for every verb of the market, and for nothing else", () => {
    expect(names(scene.market).toSorted()).toEqual(Object.keys(lines).toSorted());
  });

  describe.each([["the market", lines], ["the catalogue", catalogLines], ["rates and fees", feeLines]] as const)("by a role, of %s", (_, table) => {
    const asked = Object.entries(table).flatMap(([verb, line]) => (line.kind === "may" ? [[verb, line] as const] : []));
    test.each(asked)("[S1] %s: what the role allows, where it is held, and nothing of another shop", async (verb, { permissions, at, call }) => {
      for (const [name, actor] of actors) {
        const held: readonly Permission[] = Object.hasOwn(rolePermissions, name) ? rolePermissions[name as Role] : [];
        const isAtShop = Object.hasOwn(rolePermissions, name) && isShopRole(name as Role);
        for (const [whose, stall] of [["own", mine], ["another's", theirs]] as const) {
          const isAllowed = permissions.some((permission) => held.includes(permission)) && (!isAtShop || (at === "shop" && whose === "own"));
          const before = await traces();
          expect(await outcome(call(scene, stall, actor)), `${verb} of ${whose} by ${name}`).toBe(isAllowed ? "allowed" : "refused");
          if (!isAllowed) expect(await traces(), `${verb} of ${whose} by ${name}, though refused, left a trace`).toEqual(before);
        }
      }
    });
  });

  const ofOwn = Object.entries(lines).flatMap(([verb, line]) => (line.kind === "own" ? [[verb, line] as const] : []));
  test.each(ofOwn)("[S1] %s finds one's own, and nobody else's", async (verb, { call }) => {
    const [self, other] = [await aSelf(scene.store, scene.market, mine.variantId), await aSelf(scene.store, scene.market, mine.variantId)];
    for (const stranger of [self.actor, guest, operatorActor("test", []), { id: newId(new Date()), grants: [] }]) {
      expect(await outcome(call(scene, other, stranger)), `${verb} of another by ${stranger.id}`).toBe("refused");
    }
    expect(await outcome(call(scene, self, self.actor)), `${verb} of one's own`).toBe("allowed");
  });

  const byKey = Object.entries(lines).flatMap(([verb, line]) => (line.kind === "key" ? [[verb, line] as const] : []));
  test.each(byKey)("[S1] %s opens to its own secret, to no other, and to no role", async (verb, { call }) => {
    const fresh = await aStall(scene.store, scene.market);
    const { cart, order, ticketCode } = fresh.opened;
    const [c, o] = [theirs.opened.cart, theirs.opened.order];
    const wrong: Opened[] = [
      { cart: { id: cart.id, token: c.token }, order: { code: order.code, key: o.key }, ticketCode },
      { cart: { id: cart.id, token: "" }, order: { code: order.code, key: "" }, ticketCode },
      { cart: { id: newId(new Date()), token: cart.token }, order: { code: "ABCD2345", key: order.key }, ticketCode },
      { cart: { id: c.id, token: cart.token }, order: { code: o.code, key: order.key }, ticketCode },
    ];
    for (const opened of wrong) expect(await outcome(call(scene, opened)), verb).toBe("refused");
    if (verb === "ticket") expect(await outcome(call(scene, { ...theirs.opened, ticketCode }))).toBe("refused");
    expect(await outcome(call(scene, fresh.opened)), `${verb} by its own`).toBe("allowed");
  });

  test("[S1] a parcel or ticket of another shop reads exactly as one that does not exist", async () => {
    const staff = actors.get("shop_staff") ?? guest;
    const refusal = async (doing: Promise<unknown>) => doing.then(() => "", (error: unknown) => (isDomainError(error) ? `${error.code} ${JSON.stringify(error.details)}` : String(error)));
    expect(await refusal(scene.market.dispatchParcel(theirs.parcelId, staff))).toBe(await refusal(scene.market.dispatchParcel(newId(new Date()), staff)));
    expect(await refusal(scene.market.admitTicket(theirs.qrText, staff))).toBe("ticket.not_found {}");
    expect(await refusal(scene.market.people.openDoor(theirs.staffPhone, actors.get("helper") ?? guest))).toBe(await refusal(scene.market.people.openDoor("0999 999 999", actors.get("helper") ?? guest)));
  });

  test("[S1] a listing nobody has approved is unknown to everybody who may only look", async () => {
    const { slugs } = scene.store.read.t;
    const [slug] = await scene.store.read.select().from(slugs).where(eq(slugs.targetId, mine.draftId));
    const { variants } = scene.store.read.t;
    const [variant] = await scene.store.read.select().from(variants).where(eq(variants.listingId, mine.draftId));
    const { market } = scene;
    const looks = [() => market.listing(slug?.slug ?? "none"), () => market.slots(slug?.slug ?? "none", "2026-11-23", "2026-12-23"), () => market.setCartLine(mine.opened.cart, { variantId: variant?.id ?? "none", quantity: 1 })];
    for (const look of looks) expect(await outcome(look())).toBe("refused");
  });

  test("[S1] a curator of one piece writes that piece, and no other", async () => {
    const { actor } = await aPerson(scene.store, scene.market.clock.now(), "curator", scene.pieceId);
    expect(await outcome(scene.market.content.oneInHand(actor, scene.pieceId))).toBe("allowed");
    const { content } = scene.market;
    for (const reach of [() => content.oneInHand(actor, scene.inReviewId), () => content.withdraw(scene.inReviewId, actor), () => content.draft(aDraft(), actor)]) expect(await outcome(reach())).toBe("refused");
    expect((await scene.market.content.inHand(actor)).map(({ id }) => id)).toEqual([scene.pieceId]);
  });

  describe("over HTTP", () => {
    const ask = async (route: string, { id = "", code = "", token = "", key: orderKey = "", cookie }: { id?: string; code?: string; token?: string; key?: string; cookie?: string }) => {
      const [method = "", path = ""] = route.split(" ");
      const address = path.replace("{id}", id).replace("{code}", code).replace(/\{\w+\}/g, "khong-co");
      const bodies: Readonly<Record<string, unknown>> = {
        "PUT /carts/{id}/lines": { variantId: newId(new Date()), quantity: 0 },
        "POST /orders": { cartId: id, contact: { name: "Hạnh", phone: "0912 345 678" }, address: { line: "1", commune: "Phường Hải Dương", province: "Thành phố Hải Phòng" }, payment: { method: "vnpay" }, consents: ["terms", "privacy"] },
        "POST /orders/{code}/payments": { method: "vnpay" },
      };
      const headers = { "content-type": "application/json", "idempotency-key": newId(new Date()), ...(token ? { "cart-token": token } : {}), ...(orderKey ? { "order-key": orderKey } : {}), ...(cookie === undefined ? {} : { cookie, authorization: `Bearer ${cookie}` }) };
      const response = await scene.market.handle(new Request(`http://market.test/api/v1${address}`, { method, headers, ...(method === "GET" ? {} : { body: JSON.stringify(bodies[route] ?? {}) }) }), { address: "203.0.113.8" });
      const body = await response?.text();
      return { status: response?.status ?? 0, told: body?.replaceAll(id || "\0", "ID").replaceAll(code || "\0", "CODE") };
    };

    test("[S1] is written down for every route of the API, and for nothing else", () => {
      expect(routes.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(Object.keys(routeLines).toSorted());
    });

    const locked = Object.entries(routeLines).filter(([, opens]) => opens === "cart" || opens === "order");
    test.each(locked)("[S1] %s opens to its own %s alone, and another's reads as none at all", async (route) => {
      const { cart, order } = (await aStall(scene.store, scene.market)).opened;
      const other = theirs.opened;
      const absent = await ask(route, { id: newId(new Date()), code: "ABCD2345", token: cart.token, key: order.key });
      expect(absent.status).toBe(404);
      const wrong = [
        { id: other.cart.id, code: other.order.code, token: cart.token, key: order.key },
        { id: cart.id, code: order.code, token: other.cart.token, key: other.order.key },
      ];
      for (const given of wrong) expect(await ask(route, given)).toEqual(absent);
      expect((await ask(route, { id: cart.id, code: order.code })).status, "without any").toBeGreaterThanOrEqual(400);
      expect((await ask(route, { id: cart.id, code: order.code, token: cart.token, key: order.key })).status, "with its own").not.toBe(404);
    });

    test("[S1] reads no cookie and no session: an administrator's browser is told what everybody is", async () => {
      const admin = actors.get("admin") ?? guest;
      const { token } = await scene.store.write(async (tx) => createSession(tx, admin.id, { device: "", network: "" }, scene.market.clock.now()));
      expect((await scene.market.people.session(token))?.actor.grants.length).toBeGreaterThan(0);
      const { cart, order } = mine.opened;
      for (const route of Object.keys(routeLines).filter((each) => each !== "POST /carts")) {
        const bare = await ask(route, { id: cart.id, code: order.code });
        expect(await ask(route, { id: cart.id, code: order.code, cookie: `session=${token}; order_${order.code}=${order.key}; cart=${cart.id}.${cart.token}` }), route).toEqual({ ...bare, told: expect.any(String) });
      }
    });
  });
});

test("[S1] every verb of the catalogue that receives an actor has a line, and no line is for nothing", () => {
  const verbs = Object.entries(catalog).filter(([, value]) => takesActor(value)).map(([name]) => name);
  expect(verbs.length).toBeGreaterThan(20);
  expect(verbs.toSorted()).toEqual(Object.keys(catalogLines).toSorted());
});
