// On an order's or a ticket's page: lets the worker keep it for where there is no signal. A market that keeps nothing takes
// away what it has kept before.
const { worksOffline } = document.documentElement.dataset;

async function begin(): Promise<void> {
  const workers = navigator.serviceWorker;
  if (worksOffline === "no") {
    for (const registration of await workers.getRegistrations()) await registration.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
    return;
  }
  const isFirst = workers.controller === null;
  const registration = await workers.register("/offline-worker.js");
  if (isFirst) (await workers.ready).active?.postMessage({ keep: location.href }); // this very page was opened before there was a worker
  await registration.update().catch(() => undefined);
  for (const note of document.querySelectorAll<HTMLElement>("[data-offline-note]")) note.hidden = false;
}

if ("serviceWorker" in navigator && "caches" in globalThis) begin().catch(() => undefined); // nothing is kept then, and everything else works
