/** The stylesheet of every page. Neutral on purpose: nobody should take this for VNPAY or for a shop. */
export const stylesheet = `
:root { color-scheme: light dark; --paper: #f2f4f5; --card: #ffffff; --ink: #1b2228; --soft: #535e69; --line: #d3d9de; --edge: #7d8994;
  --accent: #0b5c63; --accent-soft: #e6f2f2; --on-accent: #ffffff; --warn: #fff4d6; --warn-ink: #4d3800; --warn-line: #b98900;
  --good: #e2f3e6; --good-ink: #135c2a; --bad: #fbe7e4; --bad-ink: #8a1f14; --shade: 0 1px 2px rgb(16 24 32 / .06), 0 2px 8px rgb(16 24 32 / .05); }
@media (prefers-color-scheme: dark) { :root { --paper: #12171b; --card: #1b2228; --ink: #e8ecef; --soft: #a9b4be; --line: #37424c; --edge: #8894a0;
  --accent: #74d2d9; --accent-soft: #17343a; --on-accent: #06292c; --warn: #35290a; --warn-ink: #ffe7a8; --warn-line: #b98900;
  --good: #14351f; --good-ink: #a9e5bb; --bad: #3f1a16; --bad-ink: #ffc3ba; --shade: none; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
.banner { padding: .5rem 1rem; background: repeating-linear-gradient(-45deg, var(--warn) 0 14px, transparent 14px 28px), var(--card);
  border-bottom: 2px solid var(--warn-line); text-align: center; }
.banner p { display: inline-block; margin: 0; padding: .125rem .75rem; border-radius: 1rem; background: var(--warn); color: var(--warn-ink); font-weight: 600; }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
main.wide-page { max-width: 76rem; }
.top { display: flex; gap: 1rem; justify-content: space-between; align-items: center; margin-bottom: .75rem; }
.top p { margin: 0; flex: none; }
h1 { margin: 0; font-size: 1.625rem; line-height: 1.25; letter-spacing: -.01em; }
h2 { margin: 0 0 .75rem; font-size: 1.125rem; line-height: 1.3; }
h3 { margin: 1rem 0 .5rem; font-size: 1rem; line-height: 1.3; }
p { margin: 0 0 .75rem; }
a { color: var(--accent); text-underline-offset: .15em; }
a.language { display: inline-block; padding: .375rem .75rem; border: 1px solid var(--line); border-radius: 2rem; background: var(--card); text-decoration: none; font-weight: 600; font-size: .9375rem; }
a.language:hover { border-color: var(--accent); }
.columns { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); align-items: start; }
@media (min-width: 52rem) { .columns { grid-template-columns: minmax(0, 22rem) minmax(0, 1fr); gap: 1.25rem; } }
.halves { display: grid; gap: 1rem; margin-top: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); align-items: start; }
.stack { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; margin-top: 1rem; }
.columns > div > p { margin: 0; }
.columns > div { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; }
section { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1.125rem; box-shadow: var(--shade); }
section > :last-child { margin-bottom: 0; }
dl { margin: 0; display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .625rem 1rem; }
.wide { grid-column: 1 / -1; }
dt { color: var(--soft); font-size: .875rem; line-height: 1.4; }
dd { margin: 0; overflow-wrap: anywhere; }
dd.amount { font-size: 1.875rem; font-weight: 700; line-height: 1.25; font-variant-numeric: tabular-nums; letter-spacing: -.01em; }
.deadline { margin: 1rem 0 0; padding: .625rem .875rem; border-radius: .5rem; background: var(--accent-soft); font-variant-numeric: tabular-nums; }
.deadline b { color: var(--accent); }
.deadline .soft { font-size: .875rem; }
.soft { color: var(--soft); }
.problem { border-left: 4px solid var(--warn-line); border-radius: .25rem; background: var(--warn); color: var(--warn-ink); padding: .5rem .75rem; }
ul.choices { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15.5rem), 1fr)); }
ul.ways { grid-template-columns: minmax(0, 1fr); }
ul.choices a { display: block; height: 100%; padding: .625rem .875rem; border: 1px solid var(--line); border-radius: .5rem; color: inherit; text-decoration: none; }
ul.choices a:hover { border-color: var(--accent); background: var(--accent-soft); }
ul.ways a { display: flex; align-items: center; gap: .875rem; padding: .875rem; }
ul.ways a::after { content: "›"; margin-left: auto; font-size: 1.5rem; line-height: 1; color: var(--soft); }
ul.ways svg { flex: none; color: var(--accent); }
ul.choices b { display: block; color: var(--accent); font-variant-numeric: tabular-nums; }
label { display: block; font-weight: 600; margin-bottom: .25rem; }
input, select { width: 100%; min-height: 2.75rem; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--edge); border-radius: .5rem; padding: .5rem .75rem; margin-bottom: .75rem; }
form.details { max-width: 28rem; }
.fields { display: grid; gap: 0 .75rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr)); align-items: end; }
button, .button { display: inline-block; font: inherit; font-weight: 600; min-height: 2.75rem; padding: .5rem 1rem; border: 1px solid var(--edge);
  border-radius: .5rem; background: var(--card); color: var(--accent); cursor: pointer; text-decoration: none; }
button:hover, .button:hover { border-color: var(--accent); background: var(--accent-soft); }
button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
button.main:hover { filter: brightness(1.1); }
.row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
.after { margin-top: .75rem; }
.joined { display: flex; gap: .5rem; align-items: end; }
.joined > div { flex: 1; }
.joined select { margin-bottom: 0; }
.try { border: 2px dashed var(--warn-line); box-shadow: none; }
.outcomes { display: flex; flex-wrap: wrap; gap: .5rem; }
.outcomes button { flex: 1 1 9.25rem; text-align: left; font-weight: 400; padding: .375rem .75rem; line-height: 1.35; color: inherit; }
.outcomes button[value=success] { flex-basis: 100%; font-weight: 600; color: var(--on-accent); }
.outcomes code { display: block; font-size: .8125rem; opacity: .85; }
dialog { width: min(26rem, calc(100% - 2rem)); padding: 1.25rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--card); color: inherit; box-shadow: 0 1rem 3rem rgb(0 0 0 / .3); }
dialog::backdrop { background: rgb(12 18 24 / .55); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); font-variant-numeric: tabular-nums; }
th { color: var(--soft); font-weight: 600; white-space: nowrap; }
tbody tr:last-child td { border-bottom: 0; padding-bottom: 0; }
td code { white-space: nowrap; }
td code.long { white-space: normal; overflow-wrap: anywhere; }
td:first-child, td:nth-child(3) { white-space: nowrap; }
td p { margin: 0 0 .25rem; }
td form { display: inline-flex; gap: .25rem; margin: 0 .5rem .25rem 0; }
td button, td select { min-height: 2.25rem; padding: .125rem .625rem; font-size: .875rem; width: auto; margin: 0; }
.tag { display: inline-block; padding: 0 .5rem; border-radius: .5rem; line-height: 1.4; background: var(--accent-soft); color: var(--accent); font-weight: 600; }
.tag.good { background: var(--good); color: var(--good-ink); }
.tag.bad { background: var(--bad); color: var(--bad-ink); }
ul.turned { list-style: none; margin: 0; padding: 0; }
ul.turned li { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; justify-content: space-between; overflow-wrap: anywhere; }
@media (max-width: 52rem) { main { padding-top: 1rem; } .order dl { gap: .5rem 1rem; } }
@media (max-width: 44rem) {
  table, tbody, tr, td { display: block; }
  thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  tr { padding: .75rem 0; border-bottom: 1px solid var(--line); }
  tr:first-child { padding-top: 0; }
  tbody tr:last-child { padding-bottom: 0; border-bottom: 0; }
  th, td { padding: 0 0 .25rem; border: 0; }
  td:empty { display: none; }
  td::before { content: attr(data-label) " "; color: var(--soft); }
  td:last-child::before { display: block; }
}
`;

/**
 * What script adds to pages that are complete without it: the remaining time ticks and ends at error 15,
 * and the question before a cancel is asked in a dialog instead of on a page of its own.
 */
export const pageScript = `
const clock = document.querySelector("[data-seconds-left]");
if (clock) {
  const end = performance.now() + Number(clock.dataset.secondsLeft) * 1000;
  const tick = () => {
    const seconds = Math.max(0, Math.ceil((end - performance.now()) / 1000));
    clock.textContent = seconds === 0 ? clock.dataset.over
      : clock.dataset.words.replace("{m}", Math.floor(seconds / 60)).replace("{s}", seconds % 60);
    if (seconds > 0) setTimeout(tick, 250);
    else location.replace(clock.dataset.overPath);
  };
  tick();
}
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  const closer = event.target.closest("[data-closes]");
  if (opener && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    document.getElementById(opener.dataset.opens).showModal();
  }
  if (closer) document.getElementById(closer.dataset.closes).close();
});
`;
