import type { DeliveryText } from "./delivery-vi.ts";

/** What pages say in English of how goods come and what that costs. */
export const deliveryEn: DeliveryText = {
  arrives: (days) => `expected ${days}`,
  ready: (day) => `ready to collect from ${day}`,
  free: "No charge",
  estimate: "The delivery fee is an estimate within the seller's own province. At checkout you say where it goes and see the real one.",
  sampleRates: "Rates for reference, sample figures.",
  how: "How it is sent",
  ofSeller: (shop) => `How it is sent, ${shop}`,
  recount: "Work out the fee to this address",
  recounted: "The delivery fee is now that to your address. Nothing was ordered yet.",
  changedTitle: "Delivery to this address costs something else than estimated",
  changed: (total) => `Before, the market did not know where to send it and counted with the seller's own province. The new total is ${total}. Nothing was ordered or charged, and everything you filled in is still here. If you agree, please press the button at the end of the page again.`,
  ifNow: (place, days) => `Ordered now, to ${place}: expected ${days}.`,
  feeFrom: (fee) => `Delivery of one: ${fee}.`,
  noCash: "Cash on delivery cannot be used with the chosen way of delivery.",
  payThere: (total) => `You pay ${total} when you collect it. Nothing is paid in advance.`,
};
