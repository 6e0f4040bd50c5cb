// What the chosen tickets come to, while one chooses. Without this the price of one stands there, and says so.
for (const box of document.querySelectorAll<HTMLElement>("[data-total]")) {
  const inputs = [...box.querySelectorAll<HTMLInputElement>("input[data-price]")];
  const output = box.querySelector("output");
  const one = box.querySelector<HTMLElement>("[data-one]");
  if (!output) continue;
  const isEnglish = document.documentElement.lang === "en";
  const show = () => {
    const sum = inputs.reduce((total, input) => total + Number(input.dataset["price"]) * (Number(input.value) || 0), 0);
    output.textContent = isEnglish ? `${sum.toLocaleString("en-US")}\u00a0VND` : `${sum.toLocaleString("de-DE")}\u00a0đ`;
    if (one) one.hidden = true;
  };
  for (const input of inputs) input.addEventListener("input", show);
  show();
}
