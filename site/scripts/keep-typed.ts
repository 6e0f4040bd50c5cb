// What was typed into a long form stays in this tab until it has been sent: whoever looks into the basket meanwhile, or is
// interrupted, finds it again. Agreements are never kept: they are given, not remembered.
const form = document.querySelector<HTMLFormElement>("form[data-keep-typed]");
const kept = "typed";
type Typed = HTMLInputElement | HTMLTextAreaElement;

if (form) {
  const fields = [...form.elements].filter((field): field is Typed => field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && ["text", "tel", "email"].includes(field.type)));
  const gift = form.querySelector<HTMLInputElement>("#gift");
  try {
    // a page that tells what is wrong shows what was sent: that is newer
    const before: Record<string, string> = document.querySelector("#problem") ? {} : JSON.parse(sessionStorage.getItem(kept) ?? "{}");
    for (const field of fields) if (field.value === field.defaultValue && before[field.name]) field.value = before[field.name] ?? "";
    if (gift && before["gift"]) gift.checked = true;
    form.addEventListener("input", () => {
      const now = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
      sessionStorage.setItem(kept, JSON.stringify(gift?.checked ? { ...now, gift: "1" } : now));
    });
  } catch {
    // a browser that keeps nothing: the form works as ever
  }
}
