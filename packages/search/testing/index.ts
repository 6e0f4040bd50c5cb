export { asOnOneHost } from "./as-on-one-host.ts";
export { realMeilisearch, whyNoMeilisearch, type RealMeilisearch } from "./real-meilisearch.ts";
