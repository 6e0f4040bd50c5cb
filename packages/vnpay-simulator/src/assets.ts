/** The stylesheet of every page. Neutral on purpose: nobody should take this for VNPAY or for a shop. */
export const stylesheet = `
:root { color-scheme: light dark; --paper: #f3f4f6; --card: #ffffff; --ink: #1d232b; --soft: #55606d; --line: #c6ccd4;
  --accent: #0b5c63; --on-accent: #ffffff; --warn: #fff4d6; --warn-ink: #4d3800; --warn-line: #b98900; }
@media (prefers-color-scheme: dark) { :root { --paper: #14181d; --card: #1d232a; --ink: #e8ebef; --soft: #a9b4c0; --line: #414b57;
  --accent: #6fd0d8; --on-accent: #06292c; --warn: #35290a; --warn-ink: #ffe7a8; --warn-line: #b98900; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
.banner { margin: 0; padding: .5rem 1rem; background: var(--warn); color: var(--warn-ink); border-bottom: 2px solid var(--warn-line);
  font-weight: 600; text-align: center; }
main { max-width: 62rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; }
.top { display: flex; flex-wrap: wrap; gap: .25rem 1rem; justify-content: space-between; align-items: baseline; }
h1 { margin: 0 0 .75rem; font-size: 1.5rem; line-height: 1.3; }
h2 { margin: 0 0 .5rem; font-size: 1.125rem; line-height: 1.3; }
p { margin: 0 0 .75rem; }
a { color: var(--accent); }
.columns { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); align-items: start; }
@media (min-width: 52rem) { .columns { grid-template-columns: minmax(0, 22rem) minmax(0, 1fr); } }
.halves { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); align-items: start; }
.stack { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; margin-top: 1rem; }
.columns > div > p { margin: 0; }
.columns > div { display: grid; gap: 1rem; }
section { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; }
section > :last-child { margin-bottom: 0; }
dl { margin: 0 0 .5rem; display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 1rem; }
.wide { grid-column: 1 / -1; }
dt { color: var(--soft); font-size: .875rem; }
dd { margin: 0 0 .5rem; overflow-wrap: anywhere; }
dd.amount { font-size: 1.625rem; font-weight: 600; line-height: 1.3; font-variant-numeric: tabular-nums; }
.deadline { color: var(--soft); font-variant-numeric: tabular-nums; }
.soft { color: var(--soft); }
.problem { border-left: 4px solid var(--warn-line); background: var(--warn); color: var(--warn-ink); padding: .5rem .75rem; }
ul.choices { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); }
ul.choices.single { grid-template-columns: minmax(0, 1fr); }
ul.choices a { display: block; height: 100%; padding: .625rem .75rem; border: 1px solid var(--line); border-radius: .375rem; color: inherit; text-decoration: none; }
ul.choices a:hover { border-color: var(--accent); }
ul.choices b { display: block; color: var(--accent); font-variant-numeric: tabular-nums; }
label { display: block; font-weight: 600; margin-bottom: .25rem; }
input, select { width: 100%; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--soft); border-radius: .375rem; padding: .5rem .625rem; margin-bottom: .75rem; }
.fields { display: grid; gap: 0 .75rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr)); }
button, .button { display: inline-block; font: inherit; font-weight: 600; min-height: 2.75rem; padding: .5rem 1rem; border: 1px solid var(--accent);
  border-radius: .375rem; background: var(--card); color: var(--accent); cursor: pointer; text-decoration: none; }
button.main { background: var(--accent); color: var(--on-accent); }
.row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
.try { border: 2px dashed var(--warn-line); }
.outcomes { display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5rem), 1fr)); }
.outcomes button { text-align: left; font-weight: 400; padding: .375rem .625rem; line-height: 1.35; }
.outcomes button[value=success] { grid-column: 1 / -1; font-weight: 600; }
.outcomes code { display: block; font-size: .8125rem; opacity: .85; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; }
th, td { text-align: left; vertical-align: top; padding: .375rem .75rem .375rem 0; border-bottom: 1px solid var(--line); font-variant-numeric: tabular-nums; }
td code { white-space: nowrap; }
td:first-child { white-space: nowrap; }
td form { display: inline-block; margin: 0 .25rem .25rem 0; }
td button, td select { min-height: 2rem; padding: .125rem .5rem; font-size: .875rem; width: auto; margin: 0; }
`;

/** Makes the server's remaining time tick. The page is complete without it. */
export const countdownScript = `
const clock = document.querySelector("[data-seconds-left]");
if (clock) {
  const end = performance.now() + Number(clock.dataset.secondsLeft) * 1000;
  const tick = () => {
    const seconds = Math.max(0, Math.round((end - performance.now()) / 1000));
    clock.textContent = seconds === 0 ? clock.dataset.over
      : clock.dataset.words.replace("{m}", Math.floor(seconds / 60)).replace("{s}", seconds % 60);
    if (seconds > 0) setTimeout(tick, 1000);
  };
  tick();
}
`;
