import { expect, test } from "vitest";
import { schemaFaults } from "./schema-rules.ts";

const offer = { "@type": "Offer", name: "1 kg", price: 45_000, priceCurrency: "VND", availability: "https://schema.org/InStock", url: "https://cho.example/san-pham/oi" };
const product = { "@type": "Product", name: "Ổi", description: "Ngọt", url: "https://cho.example/san-pham/oi", image: "https://cho.example/the/oi.png", offers: [offer] };

test("a whole product passes, and one that cannot be had has neither offer nor price", () => {
  expect(schemaFaults(product)).toEqual([]);
  const { offers: _, ...bare } = product;
  expect(schemaFaults(bare)).toEqual([]);
  expect(schemaFaults({ ...bare, offers: [] })).toHaveLength(1);
});

test.each([
  ["a name that is missing", { ...product, name: undefined }],
  ["an address of a path alone", { ...product, url: "/san-pham/oi" }],
  ["a price as a text", { ...product, offers: [{ ...offer, price: "45.000" }] }],
  ["an offer without a price", { ...product, offers: [{ ...offer, price: undefined }] }],
  ["a time without Vietnam's hours", { ...product, offers: [{ ...offer, validThrough: "2026-12-05T01:00:00Z" }] }],
  ["a property nobody has a rule for", { ...product, aggregateRating: 5 }],
  ["a type nobody has a rule for", { "@type": "Bank" }],
  ["places out of order", { "@type": "BreadcrumbList", itemListElement: [{ "@type": "ListItem", position: 2, name: "Ổi" }] }],
])("%s is a fault", (_what, wrong) => {
  expect(schemaFaults(wrong)).toHaveLength(1);
});
