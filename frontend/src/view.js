/** What of the model is shown: how far it was expanded, and what the filters leave. */

import { other } from "./model.js";

export const FIRST = 150; // so many entities are shown at first

export class View extends EventTarget {
  constructor(model) {
    super();
    this.model = model;
    this.shown = new Set(model.order.slice(0, FIRST));
    this.offTypes = new Set();
    this.offStandings = new Set();
    this.offDisputed = false;
  }

  /** Tells whether the filters leave an entity, be it shown or not. */
  passes(node) {
    return node.types.some((type) => !this.offTypes.has(type));
  }

  hasNode(node) {
    return this.shown.has(node) && this.passes(node);
  }

  /** Tells whether a relation or a line is shown. */
  hasEdge(edge) {
    return this.says(edge) && this.hasNode(edge.source) && this.hasNode(edge.target);
  }

  /** Tells whether the filters leave the standing of a relation or a line. */
  says({ standing, disputed }) {
    return !this.offStandings.has(standing) && !(disputed && this.offDisputed);
  }

  /** Returns the entities related to one that an expansion would show. */
  hidden(node) {
    const found = new Set();
    for (const edge of node.edges) {
      const end = other(node, edge);
      if (this.says(edge) && !this.shown.has(end) && this.passes(end)) found.add(end);
    }
    return [...found];
  }

  /** Returns the lines of an entity that are shown. */
  linesOf(node) {
    return node.lines.filter((line) => this.hasEdge(line));
  }

  /** Shows entities; `from` is the one they are shown around. */
  reveal(nodes, from = null) {
    const fresh = nodes.filter((node) => !this.shown.has(node));
    if (!fresh.length) return;
    for (const node of fresh) this.shown.add(node);
    this.dispatchEvent(new CustomEvent("reveal", { detail: { fresh, from } }));
    this.change();
  }

  /** Says that something is shown that was not, or the reverse. */
  change() {
    this.dispatchEvent(new Event("change"));
  }
}
