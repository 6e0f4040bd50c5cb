// Keeps the orders and tickets that this browser has opened, so that a ticket can be shown where there is no signal.
// Nothing else is ever answered from here: a basket, a price or a list always comes from the market itself.
const version = "1";
const pages = `pages-${version}`;
const parts = `parts-${version}`;
const offline = { vi: "/mat-mang", en: "/en/offline" };
const said = {
  vi: (at) => `Không có mạng. Đây là bản lưu lúc ${at}; từ đó có thể đã đổi.`,
  en: (at) => `No connection. This copy was kept at ${at}; things may have changed since.`,
};
const isKept = /^\/(?:don-hang|ve|en\/orders|en\/tickets)\/[0-9A-Z]+$/;
const languageOf = ({ pathname }) => (pathname === "/en" || pathname.startsWith("/en/") ? "en" : "vi");
/** Whatever has its content's hash in its name: it never changes, and only pages kept here need it. */
const partsOf = (html) => [...new Set(html.match(/\/_astro\/[\w.-]+/g) ?? [])];

async function keep(url, response) {
  const html = await response.text();
  const cache = await caches.open(parts);
  await Promise.all(partsOf(html).map(async (part) => (await cache.match(part)) ?? cache.add(part).catch(() => undefined)));
  const headers = { "content-type": "text/html; charset=utf-8", "x-kept-at": new Date().toISOString() };
  const policy = response.headers.get("content-security-policy");
  await (await caches.open(pages)).put(url, new Response(html, { headers: policy ? { ...headers, "content-security-policy": policy } : headers }));
}

/** The kept copy, which says on its face that it is one. */
async function copyOf(url) {
  const kept = await (await caches.open(pages)).match(url);
  if (kept === undefined) return undefined;
  const language = languageOf(new URL(url));
  const at = new Date(kept.headers.get("x-kept-at")).toLocaleString(language === "vi" ? "vi-VN" : "en-GB", { timeZone: "Asia/Ho_Chi_Minh", dateStyle: "medium", timeStyle: "short" });
  const html = (await kept.text()).replace(/<main [^>]*>/, (main) => `${main}<p class="kept-copy" role="status">${said[language](at)}</p>`);
  return new Response(html, { headers: kept.headers });
}

async function answer(request) {
  const url = new URL(request.url);
  const isOwn = isKept.test(url.pathname);
  try {
    const response = await fetch(request);
    // one that is closed to this browser now must not be shown from a copy either
    if (isOwn && !response.redirected) response.ok ? await keep(request.url, response.clone()) : response.status < 500 && (await (await caches.open(pages)).delete(request.url));
    return response;
  } catch (fault) {
    const copy = (isOwn ? await copyOf(request.url) : undefined) ?? (await (await caches.open(pages)).match(offline[languageOf(url)]));
    if (copy === undefined) throw fault;
    return copy;
  }
}

self.addEventListener("install", (event) => {
  event.waitUntil(Promise.all(Object.values(offline).map(async (path) => keep(path, await fetch(path)))).then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => {
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter((name) => name !== pages && name !== parts).map((name) => caches.delete(name)))).then(() => self.clients.claim()));
});
self.addEventListener("message", ({ data }) => {
  if (typeof data?.keep === "string" && isKept.test(new URL(data.keep).pathname)) fetch(data.keep).then((response) => (response.ok && !response.redirected ? keep(data.keep, response) : undefined), () => undefined);
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(answer(request));
  else if (url.pathname.startsWith("/_astro/")) event.respondWith(caches.open(parts).then((cache) => cache.match(url.pathname)).then((kept) => kept ?? fetch(request)));
});
