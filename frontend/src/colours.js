/** The colours of the page's theme, as the canvas needs them. */

const NAMES = ["ink", "quiet", "paper", "accent", "thread"];

/** Tells whether the page is dark: by its button, else by the reader's own setting. */
export function isDark() {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

/**
 * The page's first rule, which holds its variables. They are read from the rule, because to compute
 * the style of any element a browser goes through all rows of the lists: seconds, where there are
 * thousands.
 */
export function variables() {
  return document.styleSheets[0].cssRules[0].style;
}

/** Reads the colours in force, `count` of them those of the shapes, in the order of the data. */
export function colours(count) {
  const style = variables();
  const value = (name) => style.getPropertyValue(`--${name}`).match(/#[\da-f]{6}/gi)[Number(isDark())];
  const found = Object.fromEntries(NAMES.map((name) => [name, value(name)]));
  const families = Array.from({ length: count }, (_, family) => value(`family-${family}`));
  return {
    ...found,
    families,
    faintThread: mix(found.thread, found.paper, 0.28),
    faintFamilies: families.map((colour) => mix(colour, found.paper, 0.25)),
  };
}

function mix(colour, other, share) {
  const [a, b] = [colour, other].map((hex) => hex.match(/[\da-f]{2}/gi).map((part) => parseInt(part, 16)));
  return `#${a.map((part, i) => Math.round(part * share + b[i] * (1 - share)).toString(16).padStart(2, "0")).join("")}`;
}
