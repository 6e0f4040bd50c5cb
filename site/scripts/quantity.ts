// One fewer and one more beside a number that can also be typed. Without this the number is all there is.
for (const box of document.querySelectorAll<HTMLElement>("[data-quantity]")) {
  const input = box.querySelector("input");
  const buttons = [...box.querySelectorAll("button")];
  if (!input) continue;
  const show = () => {
    for (const button of buttons) button.disabled = input.disabled || (Number(button.dataset["step"]) < 0 ? Number(input.value) <= Number(input.min) : Number(input.value) >= Number(input.max));
  };
  box.classList.remove("typed");
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener("click", () => {
      if (Number(button.dataset["step"]) < 0) input.stepDown();
      else input.stepUp();
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
  input.addEventListener("input", show);
  show();
}
