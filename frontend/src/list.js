/**
 * The lists below the picture, kept in step with it: what is not shown is not listed.
 *
 * Rows that are not listed are out of the document, not hidden in it: with thousands of them every
 * change of the page would take seconds.
 */

export class List {
  constructor(view, root, words) {
    this.view = view;
    this.words = words;
    this.counts = root.querySelector("[data-counts]");
    const full = ["nodes", "edges", "notes"].map((name) => root.querySelector(`.${name}`));
    const [nodes, edges, notes] = full.map((list) => [...list.children]);
    Object.assign(this, { nodes, edges, notes });
    this.roots = full.map((list) => list.cloneNode(false));
    full.forEach((list, which) => list.replaceWith(this.roots[which]));
    this.off = "";
  }

  /** Returns the row of a proof by its number. */
  note(number) {
    return this.notes[number - 1];
  }

  change() {
    const { view } = this;
    const { premises } = view.model;
    const nodes = view.model.nodes.filter((node) => view.hasNode(node));
    const edges = view.model.edges.filter((edge) => view.hasEdge(edge));
    const cited = new Set([...nodes, ...edges].flatMap(({ notes }) => notes));
    for (const number of cited) for (const premise of premises[number] ?? []) cited.add(premise);
    const active = document.activeElement;
    this.facts();
    const rows = [
      nodes.map(({ id }) => this.nodes[id]),
      edges.map(({ id }) => this.edges[id]),
      [...cited].sort((a, b) => a - b).map((number) => this.note(number)),
    ];
    this.roots.forEach((list, which) => list.replaceChildren(...rows[which]));
    if (active !== document.activeElement && active.isConnected) active.focus({ preventScroll: true });
    this.counts.textContent = this.words.counts
      .replace("{nodes}", nodes.length)
      .replace("{all}", this.nodes.length)
      .replace("{edges}", edges.length)
      .replace("{every}", this.edges.length);
  }

  /** Lists what is said of single entities only as the standings allow. */
  facts() {
    const off = [...this.view.offStandings].sort().join(" ");
    if (off === this.off) return;
    this.off = off;
    for (const group of this.nodes.flatMap((row) => [...row.querySelectorAll(".facts > div")])) {
      const values = [...group.querySelectorAll("dd")];
      for (const value of values) {
        value.hidden = this.view.offStandings.has(Number(value.dataset.standing));
      }
      group.hidden = values.every((value) => value.hidden);
    }
  }
}
