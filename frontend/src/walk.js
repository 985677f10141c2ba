/** The walk by keys: from entity to entity, along their relations, and into the panel. */

import { isLine, other } from "./model.js";

const DIRECTIONS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

export class Walk {
  constructor(view, picture, stage, say, choose) {
    Object.assign(this, { view, picture, say, choose });
    /** The entity whose relations are walked, and which of them is reached. */
    this.node = null;
    this.place = -1;
    stage.addEventListener("keydown", (event) => this.press(event));
    stage.addEventListener("focus", () => this.begin());
    stage.addEventListener("blur", () => picture.mark("cursor", null));
    stage.addEventListener("pointerdown", () => { this.isPointed = true; });
  }

  /** Goes to an entity. */
  to(node) {
    this.node = node;
    this.place = -1;
    this.picture.mark("cursor", node);
    this.picture.center(node);
    this.say.node(node);
  }

  /** Goes where the keys were last, or to the first entity; a click alone moves nothing. */
  begin() {
    if (this.isPointed) {
      this.isPointed = false;
      return;
    }
    const [first] = this.picture.ranked();
    if (this.node && this.view.hasNode(this.node)) this.to(this.node);
    else if (first) this.to(first.node);
  }

  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { cursor } = this.picture.marks;
    const actions = {
      Enter: () => this.choose.open(cursor),
      Escape: () => this.choose.close(),
      ".": () => this.step(1),
      ",": () => this.step(-1),
      "+": () => this.node && this.choose.expand(this.node),
      0: () => this.picture.whole(),
    };
    if (event.key in DIRECTIONS) this.turn(DIRECTIONS[event.key]);
    else if (event.key in actions && (cursor || event.key !== "Enter")) actions[event.key]();
    else return;
    event.preventDefault();
  }

  /** Goes to the nearest entity in a direction; from a relation, to its other end. */
  turn([right, down]) {
    if (!this.node) return this.begin();
    const { cursor } = this.picture.marks;
    if (isLine(cursor)) return this.to(other(this.node, cursor));
    const here = this.picture.at(this.node);
    let [best, least] = [null, Infinity];
    for (const { node } of this.picture.ranked()) {
      const there = this.picture.at(node);
      const [x, y] = [there.x - here.x, there.y - here.y];
      const ahead = x * right + y * down;
      const aside = Math.abs(x * down) + Math.abs(y * right);
      if (ahead <= 0 || aside > 2 * ahead) continue;
      if (ahead + 2 * aside < least) [best, least] = [node, ahead + 2 * aside];
    }
    if (best) this.to(best);
  }

  /** Goes to the next relation of the entity, or the one before. */
  step(by) {
    const lines = this.node ? this.view.linesOf(this.node) : [];
    if (!lines.length) return;
    const start = this.place < 0 && by < 0 ? 0 : this.place;
    this.place = (start + by + lines.length) % lines.length;
    const line = lines[this.place];
    this.picture.mark("cursor", line);
    this.say.line(line, this.place + 1, lines.length);
  }
}
