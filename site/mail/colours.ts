/**
 * The market's colours by day, once more: a mail program knows no tokens. A test compares them with `tokens.css`. In dark rooms some
 * programs turn colours round by themselves, others ask; for those who ask there is the second column.
 */
export const colours = {
  paper: ["#f6f7f2", "#0f1a2b"],
  card: ["#ffffff", "#18263c"],
  celadon: ["#d9e6de", "#16303a"],
  ink: ["#14233b", "#ebe7da"],
  "ink-soft": ["#465364", "#b4b9bf"],
  line: ["#d2dad3", "#2d3d56"],
  cobalt: ["#1b3a6b", "#93b6ea"],
  lychee: ["#b3261e", "#c8362d"],
  "on-lychee": ["#ffffff", "#ffffff"],
  "ochre-wash": ["#fbf1dd", "#33291a"],
  ochre: ["#c98a2b", "#d9a24c"],
} as const;

export type Colour = keyof typeof colours;

const names = Object.keys(colours) as Colour[];

/** Classes that repaint a mail in the dark: `ground-…` and `ink-…`, beside the styles by day. */
export const darkRules = names.map((name) => `.ground-${name}{background-color:${colours[name][1]}!important}.text-${name}{color:${colours[name][1]}!important}.edge-${name}{border-color:${colours[name][1]}!important}`).join("");
