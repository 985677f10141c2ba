/** The lists below the picture, kept in step with it: what is not shown is not listed. */

export class List {
  constructor(view, root, words) {
    this.view = view;
    this.root = root;
    this.words = words;
    this.counts = root.querySelector("[data-counts]");
    const rows = (start, count) =>
      Array.from({ length: count }, (_, place) => document.getElementById(`${start}${place}`));
    const { nodes, edges, notes } = view.model;
    this.nodes = rows("n", nodes.length);
    this.edges = rows("e", edges.length);
    this.notes = rows("note-", notes + 1);
    this.rows = new Map();
  }

  change() {
    const { view } = this;
    const { nodes, edges, premises } = view.model;
    const shown = { nodes: nodes.filter((n) => view.hasNode(n)), edges: edges.filter((e) => view.hasEdge(e)) };
    const [seen, said] = [new Set(shown.nodes), new Set(shown.edges)];
    nodes.forEach((node) => show(this.nodes[node.id], seen.has(node)));
    edges.forEach((edge) => show(this.edges[edge.id], said.has(edge)));
    const cited = new Set([...shown.nodes, ...shown.edges].flatMap(({ notes }) => notes));
    for (const number of cited) for (const premise of premises[number] ?? []) cited.add(premise);
    this.notes.forEach((note, number) => note && show(note, cited.has(number)));
    this.facts();
    this.counts.textContent = this.words.counts
      .replace("{nodes}", shown.nodes.length)
      .replace("{all}", nodes.length)
      .replace("{edges}", shown.edges.length)
      .replace("{every}", edges.length);
  }

  /** Lists what is said of single entities only as the standings allow. */
  facts() {
    const off = [...this.view.offStandings].sort().join(" ");
    if (off === this.off) return;
    this.off = off;
    for (const value of this.root.querySelectorAll("dd[data-standing]")) {
      show(value, !this.view.offStandings.has(Number(value.dataset.standing)));
    }
    for (const group of this.root.querySelectorAll(".facts > div")) {
      show(group, [...group.querySelectorAll("dd")].some((value) => !value.hidden));
    }
  }
}

function show(row, isShown) {
  if (row.hidden === isShown) row.hidden = !isShown;
}
