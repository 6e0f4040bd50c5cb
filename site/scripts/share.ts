// What a browser can do with a page besides following links; what it cannot do stays hidden.
for (const row of document.querySelectorAll<HTMLElement>("[data-share]")) {
  const url = row.dataset["share"] ?? location.href;
  const title = row.dataset["title"] ?? document.title;
  const can: Record<string, [boolean, (button: HTMLButtonElement) => unknown]> = {
    share: ["share" in navigator, () => navigator.share({ title, url }).catch(() => undefined)],
    copy: [!("share" in navigator) && "clipboard" in navigator, async (button) => {
      await navigator.clipboard.writeText(url);
      const words = button.querySelector("span");
      if (words) words.textContent = button.dataset["done"] ?? "";
    }],
    print: [true, () => print()],
  };
  for (const button of row.querySelectorAll<HTMLButtonElement>("[data-do]")) {
    const [may, act] = can[button.dataset["do"] ?? ""] ?? [false, () => undefined];
    if (!may) continue;
    const item = button.closest("li");
    if (item) item.hidden = false;
    button.addEventListener("click", () => act(button));
  }
}
