// On the page for who has no connection: the orders and tickets that were kept, as links.
const list = document.querySelector<HTMLUListElement>("[data-kept-pages]");

async function show(to: HTMLUListElement): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith("pages-"));
  for (const name of names) {
    for (const { url } of await (await caches.open(name)).keys()) {
      const [, kind, code = ""] = /\/(don-hang|orders|ve|tickets)\/([0-9A-Z]{8})/.exec(new URL(url).pathname) ?? [];
      if (kind === undefined) continue;
      const link = document.createElement("a");
      link.href = url;
      link.textContent = `${(kind === "ve" || kind === "tickets" ? to.dataset["ticket"] : to.dataset["order"]) ?? ""} ${code.slice(0, 4)}-${code.slice(4)}`;
      const item = document.createElement("li");
      item.append(link);
      to.append(item);
    }
  }
  to.hidden = to.children.length === 0;
}

if (list && "caches" in globalThis) show(list).catch(() => undefined);
