// A high sound for whoever may come in, a low one for whoever may not. Without it the page says the same by colour, sign and words.
const said = document.querySelector<HTMLElement>("[data-answer]")?.dataset["answer"];
if (said && "AudioContext" in globalThis) {
  const context = new AudioContext();
  const tone = context.createOscillator();
  tone.frequency.value = said === "in" || said === "party" ? 880 : 220;
  tone.connect(context.destination);
  tone.start();
  tone.stop(context.currentTime + (said === "in" ? 0.12 : 0.35));
}
