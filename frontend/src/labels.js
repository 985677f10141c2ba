/** Names beside the entities, as many as find room, and how many neighbours are hidden. */

const SIZE = 12.5;
const LEADING = 15;
const WIDEST = 150;
const GAP = 4;
const APART = [6, 1]; // two names are so far from each other, lest they read as one
const MAIN = 24; // so many names may stand at a distance, with a line to their shape
const AWAY = [16, 32, 52, 76]; // how far
const ROUND = 24; // in so many directions
const FEW = 3; // so many small shapes a main name covers where no place is clear
const LARGE = 24; // a shape wider than this is a main one's
const MOST = 260; // so many names are tried in one frame

export class Labels {
  constructor(font) {
    this.font = font;
    this.broken = new Map();
    /** Boxes of the badges of the last frame, by which a click finds them. */
    this.badges = [];
    /** Boxes of the names of the last frame, and the names. */
    this.boxes = [];
    this.names = [];
  }

  /**
   * Draws names in their order of weight, none over another.
   *
   * @param items `{node, x, y, size, hidden, strong, forced, faint}`, the weightiest first.
   */
  draw(context, items, colours, stage) {
    Object.assign(this, { badges: [], boxes: [], names: [] });
    const bodies = items.map(({ x, y, size }) => box(x - size, y - size, 2 * size, 2 * size));
    for (const item of items) if (item.hidden) this.badge(context, item, colours);
    const first = items.filter(({ forced }) => forced);
    const rest = items.filter(({ forced, faint }) => !forced && !faint).slice(0, MOST);
    [...first, ...rest].forEach((item, rank) => {
      this.name(context, { ...item, rank }, bodies, colours, stage);
    });
  }

  name(context, item, bodies, colours, stage) {
    context.font = `${item.strong ? 600 : 400} ${SIZE}px ${this.font}`;
    const { lines, width } = this.lines(context, item.node.label, item.strong);
    const height = lines.length * LEADING;
    const place = this.place(item, width, height, bodies, stage);
    if (!place) return;
    this.boxes.push(place);
    this.names.push(item.node.label);
    if (place.away) lead(context, item, place, colours);
    context.textAlign = "center";
    context.textBaseline = "alphabetic";
    context.lineJoin = "round";
    context.lineWidth = 4;
    context.strokeStyle = colours.paper;
    context.fillStyle = colours.ink;
    lines.forEach((line, row) => {
      const at = [place.left + width / 2, place.top + row * LEADING + 11.5];
      context.strokeText(line, ...at);
      context.fillText(line, ...at);
    });
  }

  badge(context, { node, x, y, size, hidden }, colours) {
    const text = `+${hidden}`;
    context.font = `600 10px ${this.font}`;
    const width = context.measureText(text).width + 8;
    const place = box(x + size * 0.6, y - size * 0.6 - 14, width, 14);
    this.badges.push({ node, ...place });
    context.beginPath();
    context.roundRect(place.left, place.top, width, 14, 7);
    context.fillStyle = colours.paper;
    context.strokeStyle = colours.quiet;
    context.lineWidth = 1;
    context.fill();
    context.stroke();
    context.textAlign = "center";
    context.textBaseline = "alphabetic";
    context.fillStyle = colours.quiet;
    context.fillText(text, place.left + width / 2, place.top + 10.5);
  }

  /** Returns the badge at a place of the stage, if there is one. */
  badgeAt(x, y) {
    return this.badges.find((b) => x >= b.left && x <= b.right && y >= b.top && y <= b.bottom);
  }

  /**
   * Returns where a name stands: free of all else, a main one perhaps at a distance or, if need
   * be, over a few small shapes. A name of what the picture is about stands at least free of
   * other names, where it covers fewest shapes; one that must stand does, wherever it is.
   */
  place(item, width, height, bodies, stage) {
    const near = places(item, width, height);
    const reach = AWAY.at(-1) + width;
    const isNear = ({ left, right, top, bottom }) =>
      right > item.x - reach && left < item.x + reach && bottom > item.y - reach && top < item.y + reach;
    const under = [...this.badges, ...bodies].filter(isNear);
    const isFree = (place) =>
      isInside(place, stage) && !this.boxes.some((other) => meet(wider(place), other));
    const isClear = (place) => isFree(place) && !under.some((other) => meet(place, other));
    const clear = near.find(isClear) ?? (item.rank < MAIN ? distant(item, width, height).find(isClear) : null);
    if (clear) return clear;
    const main = [...near, ...distant(item, width, height)];
    const free = item.strong || item.rank < MAIN ? main.filter(isFree) : [];
    const costs = free.map((place) =>
      sum(under.filter((other) => meet(place, other)).map(({ left, right }) => (right - left > LARGE ? 9 : 1))),
    );
    const least = Math.min(...costs);
    const best = item.strong || least <= FEW ? free[costs.indexOf(least)] : null;
    return best ?? (item.forced ? near[0] : null);
  }

  /** Breaks a name into two lines at most; what is left over ends in an ellipsis. */
  lines(context, label, strong) {
    const key = `${strong} ${label}`;
    if (!this.broken.has(key)) {
      const measure = (text) => context.measureText(text).width;
      const fits = (text) => measure(text) <= WIDEST;
      let lines = wrap(label, fits);
      if (lines.length > 2) lines = [lines[0], shorten(lines[1], fits)];
      else if (lines.length === 2) {
        const even = wrap(label, (text) => measure(text) <= measure(label) / 2 + LEADING);
        if (even.length === 2) lines = even;
      }
      this.broken.set(key, { lines, width: Math.max(...lines.map(measure)) });
    }
    return this.broken.get(key);
  }
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

function isInside({ left, top, right, bottom }, { width, height }) {
  return left > 2 && top > 2 && right < width - 2 && bottom < height - 2;
}

function places({ x, y, size }, width, height) {
  const far = size + GAP;
  const [left, right] = [x - far - width, x + far];
  const [above, below] = [y - far - height, y + far];
  const middle = x - width / 2;
  return [
    box(middle, below, width, height),
    box(right, y - height / 2, width, height),
    box(left, y - height / 2, width, height),
    box(middle, above, width, height),
    ...[x - GAP, x + GAP - width].flatMap((side) => [above, below].map((top) => box(side, top, width, height))),
    ...[above - LEADING, below + LEADING].map((top) => box(middle, top, width, height)),
    ...[x - width, x].flatMap((side) => [above - LEADING, below + LEADING].map((top) => box(side, top, width, height))),
  ];
}

/** Returns places around a shape that do not touch it, the nearest first. */
function distant({ x, y, size }, width, height) {
  return AWAY.flatMap((far) =>
    Array.from({ length: ROUND }, (_, step) => {
      const angle = (step / ROUND) * 2 * Math.PI;
      const [across, down] = [Math.cos(angle), Math.sin(angle)];
      const middle = [
        x + across * (size + far + width / 2),
        y + down * (size + far + height / 2),
      ];
      return { ...box(middle[0] - width / 2, middle[1] - height / 2, width, height), away: true };
    }),
  );
}

/** Draws a line from a shape to its name at a distance. */
function lead(context, { x, y, size }, { left, right, top, bottom }, colours) {
  const clamp = (value, low, high) => Math.max(low, Math.min(high, value));
  const end = [clamp(x, left, right), clamp(y, top, bottom)];
  const share = size / Math.hypot(end[0] - x, end[1] - y);
  context.beginPath();
  context.moveTo(x + (end[0] - x) * share, y + (end[1] - y) * share);
  context.lineTo(...end);
  context.strokeStyle = colours.ink;
  context.lineWidth = 1;
  context.setLineDash([1, 2]);
  context.stroke();
  context.setLineDash([]);
}

function wider({ left, right, top, bottom }) {
  const [across, down] = APART;
  return { left: left - across, right: right + across, top: top - down, bottom: bottom + down };
}

function box(left, top, width, height) {
  return { left, top, right: left + width, bottom: top + height };
}

function meet(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Breaks where a line may end: behind a space, a hyphen, or a wide letter. */
function wrap(text, fits) {
  const pieces = text.match(/[^\s\u3000-\u9fff\uff00-\uffef-]+[\s-]*|[\u3000-\u9fff\uff00-\uffef][、。，」）ーっゃゅょッャュョ]*\s*|[\s-]+/g) ?? [text];
  const lines = [""];
  for (const piece of pieces) {
    const line = lines.at(-1) + piece;
    if (lines.at(-1) && !fits(line.trimEnd())) lines.push(piece);
    else lines[lines.length - 1] = line;
  }
  return lines.map((line) => line.trim());
}

function shorten(text, fits) {
  let kept = text;
  while (kept && !fits(`${kept}…`)) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}
