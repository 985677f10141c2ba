/** The colours of the page's theme, as the canvas needs them. */

const NAMES = ["ink", "quiet", "line", "paper", "accent", "thread"];

/** Reads the colours in force; `families` are those of the shapes, in the order of the data. */
export function colours(root, count) {
  const probe = root.appendChild(document.createElement("span"));
  probe.hidden = true;
  const value = (name) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color.match(/[\d.]+/g).slice(0, 3).map(Number);
  };
  const rgb = Object.fromEntries(NAMES.map((name) => [name, value(name)]));
  const families = Array.from({ length: count }, (_, family) => value(`family-${family}`));
  probe.remove();
  const faint = (colour, share) => hex(colour.map((c, i) => c * share + rgb.paper[i] * (1 - share)));
  return {
    ...Object.fromEntries(NAMES.map((name) => [name, hex(rgb[name])])),
    faintThread: faint(rgb.thread, 0.28),
    faintInk: faint(rgb.ink, 0.3),
    families: families.map(hex),
    faintFamilies: families.map((colour) => faint(colour, 0.25)),
  };
}

function hex(colour) {
  return `#${colour.map((c) => Math.round(c).toString(16).padStart(2, "0")).join("")}`;
}
